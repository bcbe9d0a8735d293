//! The tension gauge: four zones, a tick for the reading, a bracket for its range.

use super::words::{band, reading};
use crate::i18n::tv;
use crate::markup::html;
use crate::store::select::{Gauge, GaugeReading};
use readout_contract::report::Band;
use yew::prelude::*;

const BANDS: [(Band, &str); 4] = [
    (Band::Calm, "zone-calm"),
    (Band::Strained, "zone-strained"),
    (Band::Tense, "zone-tense"),
    (Band::Severe, "zone-severe"),
];

/// The four zones on a bar of 400 by `height`, from `top`.
fn zones(top: u32, height: u32) -> Html {
    BANDS
        .iter()
        .zip([0_u32, 101, 201, 301])
        .map(|((_, class), x)| {
            html! { <rect class={*class} x={x.to_string()} y={top.to_string()} width="98.5" height={height.to_string()} /> }
        })
        .collect()
}

/// The bracket under the bar, from one value to another.
fn bracket((low, high): (u8, u8)) -> String {
    let (low, high) = (u32::from(low) * 4, u32::from(high) * 4);
    format!("M{low} 2v4M{low} 18v5H{high}v-5M{high} 6v-4")
}

/// `full`: with the line of counts under it.
pub(crate) fn gauge_view(gauge: &Gauge, full: bool) -> Html {
    let (head, figures) = reading(gauge.reading);
    let value = match gauge.reading {
        GaugeReading::Value { value, range, band, .. } => Some((value, range, band)),
        _ => None,
    };
    let marks = value.map(|(value, range, _)| {
        let x = (i32::from(value) * 4 - 2).to_string();
        let was = gauge.was.filter(|was| *was != value).map(|was| {
            let x = u32::from(was) * 4;
            html! { <path class="gauge-was" d={format!("M{x} 0v24")} /> }
        });
        html! {
            <>
                {was}
                <path class="gauge-range" d={bracket(range)} />
                <rect class="gauge-tick" {x} y="0" width="4" height="24" rx="1.5" />
            </>
        }
    });
    let bar = html! {
        <svg viewBox="0 0 400 26" aria-hidden="true" focusable="false">{zones(6, 12)}{marks}</svg>
    };
    let now = value.map(|(.., band)| band);
    html! {
        <div class="gauge">
            <p class="label"><b>{&head}</b><small>{&figures}</small></p>
            if let Some((value, ..)) = value {
                <div role="meter" aria-label={t("gauge-label")} aria-valuemin="0" aria-valuemax="100"
                    aria-valuenow={value.to_string()}
                    aria-valuetext={tv("gauge-value", &[("head", head.as_str().into()), ("figures", figures.as_str().into())])}>
                    {bar}
                </div>
            } else {
                {bar}
            }
            <div class="zones" aria-hidden="true">
                {for BANDS.iter().map(|(zone, _)| html! {
                    <span class={classes!((now == Some(*zone)).then_some("now"))}>{band(*zone)}</span>
                })}
            </div>
            if full {
                {note(gauge)}
            }
        </div>
    }
}

/// "This text describes relations between A and B as Strained: 46, range 38–55, steady. 14 signs of
/// strain, 9 of easing."
fn note(gauge: &Gauge) -> Html {
    let (head, figures) = reading(gauge.reading);
    let (one, other) = gauge.pair.clone().unwrap_or_default();
    let values = [
        ("head", head.into()),
        ("figures", figures.into()),
        ("one", one.into()),
        ("other", other.into()),
    ];
    let sentence = match gauge.reading {
        GaugeReading::Value { .. } => tv("gauge-sentence", &values),
        GaugeReading::TooFew(_) => tv("gauge-too-few-sentence", &values),
        _ => String::new(),
    };
    let counts =
        tv("gauge-counts", &[("strain", gauge.strain.into()), ("easing", gauge.easing.into())]);
    html! { <p class="signs-line">{sentence}{" "}{counts}</p> }
}

/// A gauge of a line's height, for lists; its words stand beside it.
pub(crate) fn small_gauge(value: u8, range: (u8, u8)) -> Html {
    let x = (i32::from(value) * 4 - 4).to_string();
    html! {
        <svg class="small-gauge" viewBox="0 0 400 44" aria-hidden="true" focusable="false">
            {zones(10, 22)}
            <rect class="gauge-tick" x={(u32::from(range.0) * 4).to_string()} y="36"
                width={(u32::from(range.1.saturating_sub(range.0)) * 4).to_string()} height="4" />
            <rect class="gauge-tick" {x} y="0" width="8" height="42" rx="3" />
        </svg>
    }
}
