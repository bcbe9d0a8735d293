//! From a form to its dictionary form: a table of irregular forms, then endings.

use super::lists::Lists;
use crate::document::Upos;
use std::borrow::Cow;

/// The dictionary form of a folded word.
pub(super) fn of<'w>(folded: &'w str, upos: Upos, lists: &Lists) -> Cow<'w, str> {
    let noun = match upos {
        Upos::Noun => true,
        Upos::Verb | Upos::Aux => false,
        _ => return Cow::Borrowed(folded),
    };
    let listed = lists
        .forms
        .get(folded)
        .and_then(|found| found.rows().find(|row| row.noun == noun).map(|row| row.lemma));
    if let Some(lemma) = listed {
        return Cow::Borrowed(lemma);
    }
    let regular = if noun { noun_of(folded) } else { verb_of(folded) };
    regular.map_or(Cow::Borrowed(folded), Cow::Owned)
}

/// Without the -s of a plural or of the third person.
fn without_s(word: &str) -> Option<String> {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return Some(format!("{stem}y"));
    }
    if ["sses", "xes", "ches", "shes", "zzes"].iter().any(|end| word.ends_with(end)) {
        return word.strip_suffix("es").map(str::to_owned);
    }
    let keeps = ["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    word.strip_suffix('s').filter(|stem| !keeps && stem.len() > 1).map(str::to_owned)
}

fn noun_of(word: &str) -> Option<String> {
    without_s(word)
}

fn verb_of(word: &str) -> Option<String> {
    if let Some(stem) = word.strip_suffix("ied").filter(|stem| stem.len() > 1) {
        return Some(format!("{stem}y"));
    }
    let stem = word.strip_suffix("ing").or_else(|| word.strip_suffix("ed"));
    match stem.filter(|stem| stem.len() > 2) {
        Some(stem) => Some(base(stem)),
        None => without_s(word),
    }
}

/// The base of a stem before -ed or -ing: "stopp" → "stop", "negotiat" → "negotiate".
fn base(stem: &str) -> String {
    let letters: Vec<char> = stem.chars().collect();
    let [.., third, second, last] = letters.as_slice() else { return stem.to_owned() };
    if second == last && !matches!(last, 'l' | 's' | 'z' | 'e' | 'o') {
        return stem.chars().take(letters.len() - 1).collect();
    }
    let ends = ["at", "iz", "is", "v", "uc", "dl", "bl", "pl", "gl", "tl", "kl", "fl", "c", "u"];
    let soft_g = *last == 'g' && *second != 'n';
    let vowels = letters.iter().filter(|letter| is_vowel(**letter)).count();
    let short = vowels == 1
        && is_vowel(*second)
        && !is_vowel(*third)
        && matches!(last, 'r' | 'l' | 'k' | 't' | 'd' | 'm' | 'p' | 'n' | 'b' | 's');
    if soft_g || short || ends.iter().any(|end| stem.ends_with(end)) {
        return format!("{stem}e");
    }
    stem.to_owned()
}

const fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}
