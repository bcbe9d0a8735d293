//! The drawings of the strip: upright beside the text, and on its side above it on a phone.

use super::strip::{go, label};
use super::words::act;
use crate::store::Store;
use crate::store::select::{Strip, StripBar};
use readout_contract::report::Sign;
use yew::prelude::*;

/// Height of the drawing.
const HEIGHT: usize = 620;

fn pitch(strip: &Strip) -> f64 {
    let count = u32::try_from(strip.bars.len().max(1)).unwrap_or(u32::MAX);
    f64::from(HEIGHT as u32) / f64::from(count)
}

fn hatches() -> Html {
    let hatch = |id: &'static str, class: &'static str| {
        html! {
            <pattern {id} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path {class} d="M1 0V4" stroke-width="2" />
            </pattern>
        }
    };
    html! { <defs>{hatch("hatch-strain", "hatch-strain")}{hatch("hatch-ease", "hatch-ease")}</defs> }
}

/// Class and fill of a bar: solid when the words are the writer's, hatched when a speaker's.
fn fill(bar: &StripBar, sign: Sign) -> (&'static str, Option<&'static str>) {
    match (sign, bar.speaker.is_some()) {
        (Sign::Strain, false) => ("strip-strain", None),
        (Sign::Easing, false) => ("strip-ease", None),
        (Sign::Strain, true) => ("", Some("url(#hatch-strain)")),
        (Sign::Easing, true) => ("", Some("url(#hatch-ease)")),
    }
}

pub(super) fn drawing(store: &Store, strip: &Strip, chosen: Option<usize>) -> Html {
    let pitch = pitch(strip);
    let thick = (pitch * 0.6).min(18.0);
    let top = |index: usize| f64::from(index as u32) * pitch;
    let bars = strip.bars.iter().enumerate().map(|(index, bar)| {
        let y = format!("{:.1}", top(index) + (pitch - thick) / 2.0);
        let height = format!("{thick:.1}");
        let side = |sign: Sign, size: u8| {
            let width = f64::from(size) * 0.19;
            let x = if sign == Sign::Strain { 22.0 } else { 22.0 - width };
            let (class, fill) = fill(bar, sign);
            (size > 0).then(|| html! {
                <rect {class} {fill} x={format!("{x:.1}")} y={y.clone()} width={format!("{width:.1}")} height={height.clone()} />
            })
        };
        html! {
            <g class={classes!(bar.dimmed.then_some("dim"))} onclick={act(store, go(bar))}>
                <title>{label(bar, strip.bars.len())}</title>
                <rect fill="transparent" y={format!("{:.1}", top(index))} width="44" height={format!("{pitch:.1}")} />
                {side(Sign::Easing, bar.easing)}{side(Sign::Strain, bar.strain)}
            </g>
        }
    });
    html! {
        <svg viewBox={format!("0 0 44 {HEIGHT}")} preserveAspectRatio="none" aria-hidden="true" focusable="false">
            {hatches()}
            <path class="strip-axis" d={format!("M22 0V{HEIGHT}")} />
            {for strip.thirds.iter().filter(|third| **third > 0).map(|third| {
                html! { <path class="strip-third" d={format!("M17 {0:.1}H27", top(*third))} /> }
            })}
            if let Some(chosen) = chosen {
                <rect class="strip-here" x="1" y={format!("{:.1}", top(chosen))} width="42" height={format!("{pitch:.1}")} rx="3" />
            }
            {for bars}
        </svg>
    }
}

/// The same on its side, a line above the text on a phone.
pub(super) fn line(store: &Store, strip: &Strip) -> Html {
    let width = strip.bars.len().max(1) * 10;
    html! {
        <div class="strip-line">
            <svg viewBox={format!("0 0 {width} 40")} preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <path class="strip-axis" d={format!("M0 20H{width}")} />
                {for strip.bars.iter().enumerate().map(|(index, bar)| {
                    let x = (index * 10 + 2).to_string();
                    let (up, down) = (f64::from(bar.strain) * 0.18, f64::from(bar.easing) * 0.18);
                    html! {
                        <g class={classes!(bar.dimmed.then_some("dim"))} onclick={act(store, go(bar))}>
                            <rect fill="transparent" x={(index * 10).to_string()} width="10" height="40" />
                            <rect class="strip-strain" x={x.clone()} y={format!("{:.1}", 20.0 - up)} width="6" height={format!("{up:.1}")} />
                            <rect class="strip-ease" {x} y="20" width="6" height={format!("{down:.1}")} />
                        </g>
                    }
                })}
            </svg>
        </div>
    }
}
