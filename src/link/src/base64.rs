//! Base64 for addresses (RFC 4648, section 5), without padding. Frozen: links are written in it.

const LETTERS: [char; 64] = {
    let mut letters = ['_'; 64];
    let mut six = 0;
    while six < 63 {
        letters[six] = match six as u8 {
            upper @ ..26 => b'A' + upper,
            lower @ ..52 => b'a' + lower - 26,
            digit @ ..62 => b'0' + digit - 52,
            _ => b'-',
        } as char;
        six += 1;
    }
    letters
};

pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let group = (0..3).fold(0, |group, place| {
            (group << 8) | usize::from(three.get(place).copied().unwrap_or_default())
        });
        let letter = |place| LETTERS.get((group >> (18 - 6 * place)) & 63);
        text.extend((0..=three.len()).filter_map(letter));
    }
    text
}

/// The bytes, if the text is what [`encode`] makes of some.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    for four in text.as_bytes().chunks(4) {
        let mut group = 0_u32;
        for place in 0..4 {
            let six = four.get(place).map_or(Some(0), |letter| value(*letter))?;
            group = (group << 6) | u32::from(six);
        }
        // A letter alone is less than a byte, and bits that are left over are none of ours.
        let [_, three @ ..] = group.to_be_bytes();
        let (kept, rest) = three.split_at_checked(four.len() - 1)?;
        if kept.is_empty() || rest.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend_from_slice(kept);
    }
    Some(bytes)
}

fn value(letter: u8) -> Option<u8> {
    Some(match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_bytes_are_those_of_the_standard() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text).as_deref(), Some(bytes.as_bytes()));
        }
        assert_eq!(encode(&[0xFB, 0xEF, 0xFF]), "--__");
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&encode(&all)), Some(all));
    }

    #[test]
    fn what_no_bytes_make_is_refused() {
        for text in ["Z", "Zm9vY", "Zh", "Zm9", "Zg==", "Zm+v", "Zm/v", "Zm 9", "é"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
