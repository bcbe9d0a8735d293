//! From the bytes of a file to text: UTF-8, UTF-16 with a mark, else Windows-1252 with a notice.

/// Largest file that is opened.
pub const MAX_FILE: usize = 10_000_000;
/// Control characters in a hundred above which a file is not text.
const CONTROLS: usize = 5;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decoded {
    /// Text, as it says it is.
    Text(String),
    /// Text that was not UTF-8 and was read as Windows-1252.
    Guessed(String),
    /// Not text; what it looks like instead.
    NotText(&'static str),
    /// Over the limit.
    TooBig,
}

/// Reads bytes as text.
pub fn decode(bytes: &[u8]) -> Decoded {
    if bytes.len() > MAX_FILE {
        return Decoded::TooBig;
    }
    let checked = |text: String| {
        if is_text(&text) { Decoded::Text(text) } else { Decoded::NotText(kind(bytes)) }
    };
    if bytes.starts_with(b"%PDF") {
        return Decoded::NotText(kind(bytes));
    }
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => checked(String::from_utf8_lossy(rest).into_owned()),
        [0xFF, 0xFE, rest @ ..] => checked(utf16(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => checked(utf16(rest, u16::from_be_bytes)),
        _ => {
            if let Ok(text) = std::str::from_utf8(bytes) {
                return checked(text.to_owned());
            }
            let text: String = bytes.iter().map(|byte| windows_1252(*byte)).collect();
            if is_text(&text) { Decoded::Guessed(text) } else { Decoded::NotText(kind(bytes)) }
        }
    }
}

/// What a file that is not text looks like, by its first bytes.
fn kind(bytes: &[u8]) -> &'static str {
    const KINDS: [(&[u8], &str); 8] = [
        (b"%PDF", "PDF"),
        (b"\x89PNG", "PNG"),
        (b"\xFF\xD8\xFF", "JPEG"),
        (b"GIF8", "GIF"),
        (b"PK\x03\x04", "ZIP, DOCX, ODT"),
        (b"\xD0\xCF\x11\xE0", "DOC, XLS"),
        (b"{\\rtf", "RTF"),
        (b"\x00asm", "WebAssembly"),
    ];
    KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map_or("?", |(_, name)| name)
}

fn utf16(bytes: &[u8], join: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).filter_map(|pair| Some(join(pair.try_into().ok()?)));
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn is_text(text: &str) -> bool {
    let (mut all, mut odd) = (0, 0);
    for character in text.chars() {
        if character == '\0' {
            return false;
        }
        all += 1;
        let control = character.is_control() && !matches!(character, '\n' | '\r' | '\t' | '\u{c}');
        odd += usize::from(control || character == char::REPLACEMENT_CHARACTER);
    }
    odd * 100 <= all * CONTROLS
}

/// One byte of Windows-1252; the five bytes it leaves open stay controls.
const fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH[(byte - 0x80) as usize],
        other => other as char,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_decide() {
        let hello = Decoded::Text("“Hé”".to_owned());
        assert_eq!(decode("“Hé”".as_bytes()), hello);
        assert_eq!(decode("\u{feff}“Hé”".as_bytes()), hello);
        let units: Vec<u16> = "“Hé”".encode_utf16().collect();
        let little: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain(units.iter().flat_map(|u| u.to_le_bytes())).collect();
        let big: Vec<u8> =
            [0xFE, 0xFF].into_iter().chain(units.iter().flat_map(|u| u.to_be_bytes())).collect();
        assert_eq!(decode(&little), hello);
        assert_eq!(decode(&big), hello);
    }

    #[test]
    fn old_letters_are_guessed_and_said() {
        assert_eq!(decode(b"\x93H\xe9\x94"), Decoded::Guessed("“Hé”".to_owned()));
    }

    #[test]
    fn pictures_are_not_text() {
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Decoded::NotText("PNG"));
        assert_eq!(decode(b"%PDF-1.7 plain so far"), Decoded::NotText("PDF"));
        assert_eq!(decode(&[7; 100]), Decoded::NotText("?"));
        assert_eq!(decode(&vec![b'a'; MAX_FILE + 1]), Decoded::TooBig);
    }
}
