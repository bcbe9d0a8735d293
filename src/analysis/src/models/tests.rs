//! Arithmetic at its limits, and whether the model of the product keeps to them.

use super::format::{MOST_COLUMNS, MOST_STEP, Stored, entry, write};
use super::layer::{Layer, Lists, Rows, add};
use proptest::prelude::*;

const FILE: &[u8] = include_bytes!("../../model/language.bin");

/// Any weight, often one of the largest.
fn weight() -> impl Strategy<Value = i8> {
    prop_oneof![2 => any::<i8>(), 1 => Just(i8::MIN), 1 => Just(i8::MAX)]
}

/// Any unit, often one of the largest.
fn unit() -> impl Strategy<Value = i16> {
    prop_oneof![2 => any::<i16>(), 1 => Just(0), 1 => Just(i16::MIN), 1 => Just(i16::MAX)]
}

/// A layer with its bias as the last column, and inputs for it.
fn layers() -> impl Strategy<Value = (Stored, Vec<i16>)> {
    let sizes = prop_oneof![3 => 1_usize..80, 1 => MOST_COLUMNS - 3..=MOST_COLUMNS];
    // All weights and units of one sign make the largest sums.
    let extreme = prop::sample::select(vec![i8::MIN, i8::MAX]);
    (1_usize..40, sizes, 0_u32..12, extreme, any::<bool>()).prop_flat_map(
        |(rows, columns, power, extreme, all_extreme)| {
            let levels = prop::collection::vec(weight(), rows * columns).prop_map(move |levels| {
                if all_extreme { vec![extreme; rows * columns] } else { levels }
            });
            let units = prop::collection::vec(unit(), columns - 1).prop_map(move |units| {
                if all_extreme { vec![i16::MIN; columns - 1] } else { units }
            });
            let stored = move |levels| Stored {
                name: "layer".to_owned(),
                rows,
                columns,
                step: 1 << power,
                levels,
            };
            (levels.prop_map(stored), units)
        },
    )
}

/// The sum of an output, in 1/256 of the layer's step.
fn plain_sum(stored: &Stored, output: usize, x: &[i16]) -> i64 {
    let weights = &stored.levels[output * stored.columns..(output + 1) * stored.columns];
    let products = x.iter().zip(weights).map(|(x, weight)| i64::from(*x) * i64::from(*weight));
    products.sum::<i64>() + 256 * i64::from(weights[x.len()])
}

proptest! {
    #[test]
    fn layers_compute_as_plain_arithmetic_does((stored, x) in layers(), least in unit()) {
        let file = write(std::slice::from_ref(&stored), 0);
        let layer = Layer::open(&file, "layer", true);
        let mut lists = Lists::default();
        lists.push(&x);
        let list = lists.list(0);
        let mut room = Vec::new();
        let sums: Vec<i64> =
            layer.sums(list, &mut room).iter().flat_map(|sum| sum.to_array()).map(i64::from).take(stored.rows).collect();
        let wanted: Vec<i64> = (0..stored.rows).map(|row| plain_sum(&stored, row, &x)).collect();
        prop_assert_eq!(&sums, &wanted);

        let mut units = vec![0; stored.rows];
        layer.units(list, least, &mut Vec::new(), &mut units);
        for (unit, sum) in units.into_iter().zip(&wanted) {
            // To the nearest unit, halves up.
            let exact = (sum * i64::from(stored.step) + 2048).div_euclid(4096);
            prop_assert_eq!(i64::from(unit), exact.clamp(i64::from(i16::MIN), 32_767).max(least.into()));
        }

        let best = layer.best(list, &mut Vec::new(), |output| output != 0);
        let first = (1..stored.rows).rev().max_by_key(|row| wanted[*row]);
        prop_assert_eq!(best, first.unwrap_or(0));
    }

    #[test]
    fn rows_are_added_and_stay_within_16_bits(
        levels in prop::collection::vec(weight(), 1..40), step in 1..=MOST_STEP, from in unit(),
    ) {
        let columns = levels.len();
        let stored = Stored { name: "rows".to_owned(), rows: 1, columns, step, levels };
        let rows = Rows::open(&write(std::slice::from_ref(&stored), 0), "rows");
        let mut units = vec![from; columns];
        rows.add(0, &mut units);
        for (unit, level) in units.iter().zip(&stored.levels) {
            let value = (i64::from(*level) * i64::from(step) + 8).div_euclid(16);
            let sum = i64::from(from) + value;
            prop_assert_eq!(i64::from(*unit), sum.clamp(i64::from(i16::MIN), 32_767));
        }
        // A row that is not there adds nothing.
        let before = units.clone();
        rows.add(1, &mut units);
        prop_assert_eq!(units, before);
    }

    #[test]
    fn units_are_added_and_stay_within_16_bits(pairs in prop::collection::vec((unit(), unit()), 0..40)) {
        let (units, mut to): (Vec<i16>, Vec<i16>) = pairs.iter().copied().unzip();
        add(&units, &mut to);
        for ((one, other), sum) in pairs.into_iter().zip(to) {
            let exact = i64::from(one) + i64::from(other);
            prop_assert_eq!(i64::from(sum), exact.clamp(i64::from(i16::MIN), 32_767));
        }
    }
}

/// A sum becomes units by a shift, which only fits a power of two.
#[test]
fn steps_of_the_product_are_powers_of_two() {
    let numbered = (0..9).flat_map(|at| [format!("layer{at}"), format!("view{at}")]);
    let named = ["tag", "namelay", "name", "narrow", "step", "left", "right"].map(str::to_owned);
    let found: Vec<_> =
        named.into_iter().chain(numbered).filter_map(|name| entry(FILE, &name)).collect();
    assert!(found.len() > 15, "{} layers", found.len());
    assert!(found.iter().all(|entry| entry.step.cast_unsigned().is_power_of_two()), "{found:?}");
}

#[test]
fn the_build_checks_the_feature_sets_of_this_code() {
    let build = include_str!("../../build.rs");
    for (model, features) in [
        ("language", super::features::FEATURE_SET),
        ("attributions", crate::attributions::learned::FEATURE_SET),
        ("tension", crate::tension::learned::FEATURE_SET),
    ] {
        let line = format!("(\"model/{model}.bin\", {features})");
        assert!(build.contains(&line), "build.rs has no {line}");
    }
}
