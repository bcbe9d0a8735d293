//! The drawings of the strip: upright beside the text, and on its side above it on a phone.

use super::strip::{go, label};
use super::words::act;
use crate::markup::html;
use crate::store::Store;
use crate::store::select::{Strip, StripBar};
use readout_contract::report::Sign;
use yew::prelude::*;

/// Height of the drawing, in tenths.
const HEIGHT: usize = 6200;

/// A place or length that is given in tenths.
fn length(tenths: usize) -> String {
    super::words::tenths(tenths as u32)
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

pub(super) fn drawing(
    store: &Store,
    strip: &Strip,
    chosen: Option<usize>,
    at: usize,
    on_screen: Option<(usize, usize)>,
) -> Html {
    let all = strip.bars.len().max(1);
    let top = |index: usize| index * HEIGHT / all;
    let thick = (HEIGHT * 6 / 10 / all).clamp(1, 180);
    let pitch = length(HEIGHT / all);
    let bars = strip.bars.iter().enumerate().map(|(index, bar)| {
        let y = length(top(index) + (HEIGHT / all).saturating_sub(thick) / 2);
        let height = length(thick);
        let side = |sign: Sign, size: u8| {
            let width = usize::from(size) * 19 / 10;
            let x = if sign == Sign::Strain { 220 } else { 220 - width };
            let (class, fill) = fill(bar, sign);
            (size > 0).then(|| html! {
                <rect {class} {fill} x={length(x)} y={y.clone()} width={length(width)} height={height.clone()} />
            })
        };
        html! {
            <g class={classes!(bar.dimmed.then_some("dim"))} onclick={act(store, go(bar))}>
                <title>{label(bar, strip.bars.len())}</title>
                <rect fill="transparent" y={length(top(index))} width="44" height={pitch.clone()} />
                {side(Sign::Easing, bar.easing)}{side(Sign::Strain, bar.strain)}
            </g>
        }
    });
    html! {
        <svg viewBox="0 0 44 620" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            {hatches()}
            <path class="strip-axis" d="M22 0V620" />
            {for strip.thirds.iter().filter(|third| **third > 0).map(|third| {
                html! { <path class="strip-third" d={format!("M17 {}H27", length(top(*third)))} /> }
            })}
            if let Some((first, last)) = on_screen {
                <rect class="strip-view" x="1" y={length(top(first))} width="42" height={length(top(last + 1) - top(first))} rx="3" />
            }
            <rect class="strip-at" x="1" y={length(top(at))} width="42" height={pitch.clone()} rx="3" />
            if let Some(chosen) = chosen {
                <rect class="strip-here" x="1" y={length(top(chosen))} width="42" height={pitch.clone()} rx="3" />
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
                    let (up, down) = (usize::from(bar.strain) * 9 / 5, usize::from(bar.easing) * 9 / 5);
                    html! {
                        <g class={classes!(bar.dimmed.then_some("dim"))} onclick={act(store, go(bar))}>
                            <rect fill="transparent" x={(index * 10).to_string()} width="10" height="40" />
                            <rect class="strip-strain" x={x.clone()} y={length(200 - up)} width="6" height={length(up)} />
                            <rect class="strip-ease" {x} y="20" width="6" height={length(down)} />
                        </g>
                    }
                })}
            </svg>
        </div>
    }
}
