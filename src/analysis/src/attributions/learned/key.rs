//! From what is seen to rows of a table of weights: hashes (FNV-1a for forms).

/// The hash of a form.
pub(crate) fn hash(form: &str) -> u32 {
    hash_bytes(form.as_bytes())
}

/// The hash of bytes.
pub(super) fn hash_bytes(bytes: &[u8]) -> u32 {
    let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    mix(bytes.iter().fold(0x811c_9dc5, step))
}

/// The key of a template with its values.
pub(crate) fn key(template: u32, values: &[u32]) -> u32 {
    finish(values.iter().fold(seed(template), |key, value| step(key, *value)))
}

/// A key begins with the number of its template,
pub(super) const fn seed(template: u32) -> u32 {
    template.wrapping_mul(0x85eb_ca6b)
}

/// takes in value after value,
pub(super) const fn step(key: u32, value: u32) -> u32 {
    (key.rotate_left(7) ^ value).wrapping_mul(0x9e37_79b1)
}

/// and is mixed at the end.
pub(super) const fn finish(key: u32) -> u32 {
    let key = (key ^ (key >> 15)).wrapping_mul(0xc2b2_ae35);
    key ^ (key >> 13)
}

fn mix(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    let hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}

/// A distance in steps that grow: exact when near, coarse when far.
pub(super) fn steps(distance: usize) -> u32 {
    match distance {
        0..=4 => distance as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        25..=49 => 9,
        _ => 10,
    }
}

/// How far one number lies after another, `most` at either side; `most` says that they are equal.
pub(super) fn apart(from: u32, to: u32, most: u32) -> u32 {
    if to >= from { most + (to - from).min(most) } else { most - (from - to).min(most) }
}
