//! Labels of names: one hidden layer over three encoded tokens. A further token of a name follows
//! only a token of the same type.

use super::encoder::{Encoded, sum};
use crate::models::Language;
use crate::models::layer::Lists;
use wide::i32x4;

/// Room for labels that is used again.
#[derive(Debug, Default)]
pub(super) struct Room {
    units: Vec<i16>,
    lists: Lists,
    sums: Vec<i32x4>,
}

/// The label of a token; `before` is that of the token before it.
pub(super) fn label(
    encoded: &Encoded,
    at: usize,
    before: u8,
    room: &mut Room,
    model: &Language,
) -> u8 {
    let hidden = &model.name_layer[0];
    room.units.resize(hidden.outputs, 0);
    let sums = sum(&model.name_layer, at, encoded.lists(), &mut room.sums);
    hidden.cut(sums, 0, &mut room.units);
    room.lists.clear();
    room.lists.push(&room.units);
    let fits = |label: usize| {
        let further = label > 0 && label.is_multiple_of(2);
        !further || usize::from(before) == label || usize::from(before) + 1 == label
    };
    model.name.best(room.lists.list(0), &mut room.sums, fits) as u8
}
