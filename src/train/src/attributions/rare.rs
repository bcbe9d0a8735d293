//! Which features are seen often enough to be learned from.

use super::field::Lesson;

/// Rows of the table of counts: so many that few features share one.
const BITS: u32 = 26;

/// Leaves out the features that the lessons show fewer than `least` times.
pub(super) fn leave_out(lessons: &mut [Lesson], least: u8) {
    if least < 2 {
        return;
    }
    let row = |key: u32| key as usize & ((1 << BITS) - 1);
    let mut counts = vec![0_u8; 1 << BITS];
    for lesson in lessons.iter() {
        lesson.sequence.each(|key| {
            let count = &mut counts[row(key)];
            *count = count.saturating_add(1);
        });
    }
    for lesson in lessons {
        lesson.sequence.retain(|key| counts[row(key)] >= least);
    }
}
