//! Singular and plural of a noun.

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

#[cfg(test)]
mod tests {
    use super::singular;

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
