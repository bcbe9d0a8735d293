//! What the learned layer sees of a token: its normalized form, ends, and shape.
//!
//! Training and reading share this module, so that both see the same. Every change here changes
//! the meaning of the weights: raise [`FEATURE_SET`] with it and learn the models anew.

/// Which features the weights were learned with; written into every model file.
pub const FEATURE_SET: u16 = 1;

/// Rows of the table of endings.
pub const ENDINGS: usize = 1 << 10;
/// Rows of the table of beginnings.
pub const BEGINNINGS: usize = 1 << 9;
/// Rows of the table of shapes.
pub const SHAPES: usize = 32;
/// Longest normalized form in bytes; the rest of a longer word is left out.
const LONGEST: usize = 48;

/// What is seen of one token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TokenFeatures {
    /// Hash of the normalized form: key of the vocabulary.
    pub word: u32,
    /// Rows of the table of endings: two, three and four characters.
    pub endings: [u16; 3],
    /// Row of the table of beginnings: three characters.
    pub beginning: u16,
    /// Row of the table of shapes.
    pub shape: u8,
    /// Row of the table of hints: what the gazetteers say.
    pub hint: u8,
}

impl TokenFeatures {
    /// Whether a letter of the token is a capital.
    pub(crate) const fn is_capital(&self) -> bool {
        let case = self.shape % 8;
        case == Case::Capital as u8
            || case == Case::Capitals as u8
            || case == Case::Mixed as u8
            || case == Case::Initial as u8
    }

    /// Whether it stands in a line of capitalized words.
    pub(crate) const fn is_heading(&self) -> bool {
        self.shape >= HEADING
    }

    /// The same in running text, with a small letter if it is a common word.
    pub(crate) const fn in_running_text(self, is_common: bool) -> Self {
        let shape = if is_common { Case::Lower as u8 } else { self.shape % HEADING };
        Self { shape, ..self }
    }
}

/// What a line of capitalized words adds to the shapes of its tokens.
const HEADING: u8 = 16;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Lower,
    Capital,
    Capitals,
    Mixed,
    Number,
    Mark,
    Initial,
}

/// The features of a sentence's tokens, appended to `into`; `hints` has the gazetteers' hint of each.
pub fn of_sentence<'w>(
    words: impl Iterator<Item = &'w str>,
    hints: &[u8],
    into: &mut Vec<TokenFeatures>,
) {
    let (mut capital, mut lower) = (0_usize, 0_usize);
    let from = into.len();
    for (at, word) in words.enumerate() {
        let case = case(word);
        match case {
            Case::Lower if word.len() > 3 => lower += 1,
            Case::Capital | Case::Capitals => capital += 1,
            _ => {}
        }
        let hint = hints.get(at).copied().unwrap_or_default();
        into.push(TokenFeatures { hint, ..of_word(word, case) });
    }
    // Whether most words of the sentence are capitalized, and which is the first.
    let heading = capital >= 3 && capital > 2 * lower;
    let mut first = true;
    for token in into.iter_mut().skip(from) {
        let is_mark = token.shape == Case::Mark as u8;
        token.shape += 8 * u8::from(first) + HEADING * u8::from(heading);
        first &= is_mark;
    }
}

/// The features of one word by itself.
fn of_word(word: &str, case: Case) -> TokenFeatures {
    let mut buffer = [0_u8; LONGEST + 4];
    let form = normalize(word, &mut buffer);
    let is_ascii = form.is_ascii();
    let end = |count: usize| {
        let from = if is_ascii {
            form.len().saturating_sub(count)
        } else {
            form.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at)
        };
        hash(form.get(from..).unwrap_or_default().as_bytes(), count as u32)
    };
    let start = if is_ascii {
        form.len().min(3)
    } else {
        form.char_indices().nth(3).map_or(form.len(), |(at, _)| at)
    };
    TokenFeatures {
        word: hash(form.as_bytes(), 0),
        endings: [2, 3, 4].map(|count| (end(count) as usize % ENDINGS) as u16),
        beginning: (hash(form.get(..start).unwrap_or_default().as_bytes(), 5) as usize % BEGINNINGS)
            as u16,
        shape: case as u8,
        hint: 0,
    }
}

/// Lower case, digits as 0, quotation marks and apostrophes straight; cut at [`LONGEST`] bytes.
fn normalize<'b>(word: &str, buffer: &'b mut [u8; LONGEST + 4]) -> &'b str {
    let mut length = 0;
    'word: for character in word.chars() {
        let plain = match character {
            'A'..='Z' => character.to_ascii_lowercase(),
            '0'..='9' => '0',
            '’' | '‘' | '`' | 'ʼ' => '\'',
            '“' | '”' | '„' | '«' | '»' => '"',
            '–' | '—' => '-',
            _ => character,
        };
        if plain.is_ascii() {
            if length >= LONGEST {
                break;
            }
            if let Some(place) = buffer.get_mut(length) {
                *place = plain as u8;
            }
            length += 1;
            continue;
        }
        for small in plain.to_lowercase() {
            let size = small.len_utf8();
            if length + size > LONGEST {
                break 'word;
            }
            if let Some(place) = buffer.get_mut(length..length + size) {
                small.encode_utf8(place);
            }
            length += size;
        }
    }
    std::str::from_utf8(buffer.get(..length).unwrap_or_default()).unwrap_or_default()
}

fn case(word: &str) -> Case {
    if let Some((first, rest)) = word.as_bytes().split_first().filter(|_| word.is_ascii()) {
        let (mut digit, mut letter) = (first.is_ascii_digit(), first.is_ascii_alphabetic());
        let (mut upper, mut lower) = (false, false);
        for byte in rest {
            digit |= byte.is_ascii_digit();
            upper |= byte.is_ascii_uppercase();
            lower |= byte.is_ascii_lowercase();
        }
        letter |= upper || lower;
        return case_of([digit, letter, first.is_ascii_uppercase(), upper, lower]);
    }
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return Case::Mark };
    case_of([
        word.bytes().any(|byte| byte.is_ascii_digit()),
        word.chars().any(char::is_alphabetic),
        first.is_uppercase(),
        letters.clone().any(char::is_uppercase),
        letters.any(char::is_lowercase),
    ])
}

/// By whether it has digits and letters, whether the first is upper case, and whether others are upper
/// and lower case.
const fn case_of([digit, letter, first, upper, lower]: [bool; 5]) -> Case {
    if digit {
        return Case::Number;
    }
    if !letter {
        return Case::Mark;
    }
    match (first, upper, lower) {
        (true, false, false) => Case::Initial,
        (true, true, false) => Case::Capitals,
        (true, false, true) => Case::Capital,
        (false, false, _) => Case::Lower,
        _ => Case::Mixed,
    }
}

/// FNV-1a over the bytes after a salt, finished by a mix so that low bits are well spread.
fn hash(bytes: &[u8], salt: u32) -> u32 {
    let mut hash = 0x811c_9dc5_u32 ^ salt.wrapping_mul(0x9e37_79b1);
    for byte in bytes {
        hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    }
    hash ^= hash >> 16;
    hash = hash.wrapping_mul(0x85eb_ca6b);
    hash ^= hash >> 13;
    hash = hash.wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn normal(word: &str) -> String {
        normalize(word, &mut [0; LONGEST + 4]).to_owned()
    }

    fn features(sentence: &str) -> Vec<TokenFeatures> {
        let mut into = Vec::new();
        of_sentence(sentence.split(' '), &[], &mut into);
        into
    }

    #[test]
    fn forms_are_plain() {
        for (word, form) in [
            ("CHINA", "china"),
            ("don’t", "don't"),
            ("`ʼ‘", "'''"),
            ("«“„", "\"\"\""),
            ("2,024.5th", "0,000.0th"),
            ("Éire", "éire"),
            ("twelve–year", "twelve-year"),
            ("\u{212a}ING", "king"),
            ("İzmir", "i\u{307}zmir"),
            ("ẞ", "ß"),
            ("中国", "中国"),
            ("😀", "😀"),
            ("\u{10ffff}", "\u{10ffff}"),
            ("", ""),
        ] {
            assert_eq!(normal(word), form, "{word}");
        }
    }

    #[test]
    fn long_words_are_cut_between_characters() {
        assert_eq!(normal(&"A".repeat(10_000)), "a".repeat(LONGEST));
        assert_eq!(normal(&"中".repeat(10_000)), "中".repeat(LONGEST / 3));
        assert_eq!(normal(&format!("{}中", "a".repeat(46))), "a".repeat(46));
        assert_eq!(normal(&"e\u{301}".repeat(500)), "e\u{301}".repeat(LONGEST / 3));
    }

    proptest! {
        #[test]
        fn any_word_has_a_form_and_rows_of_the_tables(words in prop::collection::vec(any::<String>(), 0..12)) {
            let mut into = Vec::new();
            of_sentence(words.iter().map(String::as_str), &[], &mut into);
            prop_assert_eq!(into.len(), words.len());
            for (word, seen) in words.iter().zip(into) {
                let form = normal(word);
                prop_assert!(form.len() <= LONGEST);
                prop_assert_eq!(normal(&form), form, "a form is its own form");
                prop_assert!(seen.endings.iter().all(|row| usize::from(*row) < ENDINGS));
                prop_assert!(usize::from(seen.beginning) < BEGINNINGS);
                prop_assert!(usize::from(seen.shape) < SHAPES);
            }
        }
    }

    #[test]
    fn words_that_look_alike_to_readers_look_alike_here() {
        let rows = |word| TokenFeatures { shape: 0, ..features(word)[0] };
        assert_eq!(rows("Beijing"), rows("BEIJING"));
        assert_eq!(rows("won’t"), rows("won't"));
        assert_eq!(rows("1999"), rows("2024"));
        assert_ne!(rows("talks").word, rows("talk").word);
        assert_ne!(features("Beijing")[0].shape, features("BEIJING")[0].shape);
    }

    #[test]
    fn the_first_word_is_known_behind_opening_marks() {
        let shapes: Vec<u8> =
            features("“ ( They met , They").iter().map(|seen| seen.shape & 8).collect();
        assert_eq!(shapes, [8, 8, 8, 0, 0, 0]);
    }

    #[test]
    fn headings_are_known_by_their_capitals() {
        let heading = |words| features(words).iter().all(|seen| seen.shape & 16 > 0);
        assert!(heading("Talks Fail in Geneva"));
        assert!(!heading("Talks between ministers fail in Geneva"));
    }

    #[test]
    fn features_are_added_with_the_hints_of_their_tokens() {
        let mut into = features("one");
        of_sentence(["two", "three"].into_iter(), &[7], &mut into);
        assert_eq!(into.iter().map(|seen| seen.hint).collect::<Vec<_>>(), [0, 7, 0]);
    }
}
