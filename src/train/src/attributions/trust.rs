//! How far what the model says of its own findings can be trusted, measured on texts held out.
//!
//! A finding is right as the quotes' scorer has it: its content and the gold one's share at least
//! half of the words of each, and the sources share a word that bears content.

use super::data::Part;
use readout_analysis::training::learned::model::SURE;
use readout_analysis::training::learned::{Found, Model, Text};
use std::ops::Range;

/// The share of right findings by the model's own hundredths, made to rise steadily (pool adjacent
/// violators, Ayer et al. 1955).
pub(super) fn table<'p>(parts: impl Iterator<Item = &'p mut Part>, model: &Model) -> Vec<i8> {
    let mut counts = [[0_u32; 2]; SURE];
    for part in parts {
        for found in part.found(model) {
            let right = part.gold.iter().any(|gold| same(&part.text, gold, &found));
            let count = &mut counts[found.sure.hundredths()];
            count[usize::from(right)] += 1;
        }
    }
    // Blocks of neighbouring hundredths: right, all, how many hundredths.
    let mut blocks: Vec<(u32, u32, usize)> = Vec::new();
    for [wrong, right] in counts {
        blocks.push((right, wrong + right, 1));
        while let [.., before, last] = blocks.as_mut_slice() {
            let rises =
                last.1 > 0 && last.1 + before.1 > 0 && before.0 * last.1 < last.0 * before.1;
            if rises && before.1 >= FEWEST {
                break;
            }
            *before = (before.0 + last.0, before.1 + last.1, before.2 + last.2);
            blocks.pop();
        }
    }
    let share = |(right, all, _): (u32, u32, usize)| (100 * right / all.max(1)).clamp(1, 99) as i8;
    blocks.iter().flat_map(|block| std::iter::repeat_n(share(*block), block.2)).collect()
}

/// A block has at least so many findings.
const FEWEST: u32 = 40;

fn same(text: &Text, gold: &Found, found: &Found) -> bool {
    let words = |runs: &[Range<usize>]| -> Vec<usize> {
        runs.iter().flat_map(Clone::clone).filter(|at| text.words[*at].has_letters()).collect()
    };
    let (own, right) = (words(&found.content), words(&gold.content));
    let shared = own.iter().filter(|at| right.binary_search(at).is_ok()).count();
    let source = |found: &Found| -> Vec<usize> {
        found.source.clone().filter(|at| text.words[*at].bears_content()).collect()
    };
    let (own_source, right_source) = (source(found), source(gold));
    let agree = own_source.iter().any(|at| right_source.contains(at))
        || found.source.is_empty() && gold.source.is_empty();
    agree && 2 * shared >= own.len() && 2 * shared >= right.len() && shared > 0
}
