//! Four letters or digits that stand for everything before them.
//!
//! A link never ends in a character that chat programs drop, and one changed character is noticed.
//! Frozen: links that are out there were summed like this.

/// Characters of a checksum.
pub(crate) const LENGTH: usize = 4;

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// CRC-32 (IEEE 802.3) over several pieces as if they were one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Crc(u32);

impl Crc {
    pub(crate) fn new() -> Self {
        Self(u32::MAX)
    }

    pub(crate) fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 ^= u32::from(byte);
            for _ in 0..8 {
                let carry = (self.0 & 1).wrapping_neg();
                self.0 = (self.0 >> 1) ^ (0xEDB8_8320 & carry);
            }
        }
    }

    pub(crate) fn value(self) -> u32 {
        !self.0
    }
}

/// The checksum of what a link says before it.
pub(crate) fn of(link: &str) -> String {
    let mut crc = Crc::new();
    crc.add(link.as_bytes());
    let mut rest = crc.value();
    let mut sum = [0; LENGTH];
    for place in sum.iter_mut().rev() {
        *place = DIGITS.get((rest % 62) as usize).copied().unwrap_or(b'0');
        rest /= 62;
    }
    sum.iter().map(|&byte| char::from(byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_the_known_crc() {
        let mut crc = Crc::new();
        crc.add(b"12345");
        crc.add(b"6789");
        assert_eq!(crc.value(), 0xCBF4_3926, "check value of the standard");
    }

    #[test]
    fn sums_are_four_letters_or_digits_and_notice_a_change() {
        let sum = of("v1/r/-/0.12.abc");
        assert_eq!(sum.len(), LENGTH);
        assert!(sum.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        assert_ne!(sum, of("v1/r/-/0.12.abd"));
    }
}
