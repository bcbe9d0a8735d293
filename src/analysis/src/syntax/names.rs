//! Labels of names: one hidden layer over three encoded tokens. A further token of a name follows
//! only a token of the same type.

use super::encoder::Encoded;
use super::parser::best;
use crate::models::Language;
use crate::models::labels::NAMES;
use crate::models::matrix::rectify;

/// The label of a token; `before` is that of the token before it.
pub(super) fn label(
    encoded: &Encoded,
    at: usize,
    before: u8,
    units: &mut Vec<i16>,
    model: &Language,
) -> u8 {
    units.clear();
    units.resize(model.name_layer.rows(), 0);
    model.name_layer.outputs(0, encoded.around(at), units);
    rectify(units);
    let fits = |label: usize| {
        let further = label > 0 && label.is_multiple_of(2);
        !further || usize::from(before) == label || usize::from(before) + 1 == label
    };
    best(NAMES.len(), |label| if fits(label) { model.name.output(label, units) } else { i32::MIN })
        as u8
}
