//! Labels of names: one hidden layer over three encoded tokens. A further token of a name follows
//! only a token of the same type.

use super::encoder::Encoded;
use crate::models::Language;
use wide::i32x4;

/// The label of a token; `before` is that of the token before it.
pub(super) fn label(
    encoded: &Encoded,
    at: usize,
    before: u8,
    (sums, units): (&mut Vec<i32x4>, &mut Vec<i16>),
    model: &Language,
) -> u8 {
    units.resize(model.name_layer.outputs, 0);
    model.name_layer.units(encoded.around(at), 0, sums, units);
    let fits = |label: usize| {
        let further = label > 0 && label.is_multiple_of(2);
        !further || usize::from(before) == label || usize::from(before) + 1 == label
    };
    model.name.best(units, sums, fits) as u8
}
