//! Forms of a noun that are one word to a reader: singular and plural, British and American.

use std::borrow::Cow;

/// A noun without the ending of its plural; a singular stays as it is.
pub(super) fn singular(word: &str) -> Cow<'_, str> {
    let keeps = ["ss", "us", "is", "'s"].iter().any(|end| word.ends_with(end));
    if keeps || word.len() < 4 {
        return Cow::Borrowed(word);
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return Cow::Owned(format!("{stem}y"));
    }
    if ["sses", "xes", "ches", "shes", "zzes"].iter().any(|end| word.ends_with(end)) {
        return Cow::Borrowed(word.strip_suffix("es").unwrap_or(word));
    }
    Cow::Borrowed(word.strip_suffix('s').unwrap_or(word))
}

/// One spelling for the British and the American; fit to compare, not to show.
pub(super) fn spelling(word: &str) -> Cow<'_, str> {
    const ENDINGS: [(&str, &str); 8] = [
        ("our", "or"),
        ("ours", "ors"),
        ("ence", "ense"),
        ("tre", "ter"),
        ("isation", "ization"),
        ("ise", "ize"),
        ("ised", "ized"),
        ("gramme", "gram"),
    ];
    let other = ENDINGS
        .iter()
        .filter(|_| word.len() > 5)
        .find_map(|(ending, other)| Some((word.strip_suffix(ending)?, other)));
    other.map_or(Cow::Borrowed(word), |(stem, other)| Cow::Owned(format!("{stem}{other}")))
}

#[cfg(test)]
mod tests {
    use super::{singular, spelling};

    #[test]
    fn two_spellings_are_one() {
        for (british, american) in [
            ("labour", "labor"),
            ("defence", "defense"),
            ("centre", "center"),
            ("programme", "program"),
            ("mobilisation", "mobilization"),
        ] {
            assert_eq!(spelling(british), spelling(american));
        }
        assert_ne!(spelling("hour"), spelling("hor"));
    }

    #[test]
    fn plurals_lose_their_ending() {
        for (plural, one) in
            [("talks", "talk"), ("allies", "ally"), ("taxes", "tax"), ("bosses", "boss")]
        {
            assert_eq!(singular(plural), one);
            assert_eq!(singular(one), one);
        }
    }

    #[test]
    fn singulars_stay() {
        for word in ["crisis", "virus", "bus", "pass", "minister's"] {
            assert_eq!(singular(word), word);
        }
    }
}
