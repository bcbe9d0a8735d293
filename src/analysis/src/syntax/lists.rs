//! The word lists of this stage.

use crate::document::Upos;
use crate::lexicons::{IRREGULAR_FORMS, Lexicon, Row, USUAL_TAGS};

/// The part of speech that a word has most often.
#[derive(Debug)]
pub(super) struct TagRow(pub(super) Upos);

impl Row for TagRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        Some(Self(match *columns.get(1)? {
            "ADJ" => Upos::Adj,
            "ADP" => Upos::Adp,
            "ADV" => Upos::Adv,
            "AUX" => Upos::Aux,
            "CCONJ" => Upos::Cconj,
            "DET" => Upos::Det,
            "INTJ" => Upos::Intj,
            "NOUN" => Upos::Noun,
            "PART" => Upos::Part,
            "PRON" => Upos::Pron,
            "PROPN" => Upos::Propn,
            "SCONJ" => Upos::Sconj,
            "VERB" => Upos::Verb,
            _ => return None,
        }))
    }
}

/// A form with its dictionary form, as noun or as verb.
#[derive(Debug)]
pub(super) struct FormRow {
    pub(super) noun: bool,
    pub(super) lemma: &'static str,
}

impl Row for FormRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let [_, class, lemma] = columns else { return None };
        Some(Self { noun: *class == "noun", lemma })
    }
}

/// The word lists of this stage.
#[derive(Debug)]
pub(crate) struct Lists {
    pub(super) tags: Lexicon<TagRow>,
    pub(super) forms: Lexicon<FormRow>,
}

impl Lists {
    /// The lists of the product.
    pub(crate) fn built_in() -> Self {
        Self { tags: Lexicon::open(&USUAL_TAGS), forms: Lexicon::open(&IRREGULAR_FORMS) }
    }
}

#[cfg(test)]
mod tests {
    use super::Lists;

    #[test]
    fn every_row_is_read() {
        let lists = Lists::built_in();
        assert_eq!(lists.tags.unread() + lists.forms.unread(), 0);
    }
}
