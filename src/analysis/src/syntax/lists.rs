//! The word lists of this stage.

use crate::lexicons::{IRREGULAR_FORMS, Lexicon, Row};

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
    pub(super) forms: Lexicon<FormRow>,
}

impl Lists {
    /// The lists of the product.
    pub(crate) fn built_in() -> Self {
        Self { forms: Lexicon::open(&IRREGULAR_FORMS) }
    }
}

#[cfg(test)]
mod tests {
    use super::Lists;

    #[test]
    fn every_row_is_read() {
        let lists = Lists::built_in();
        assert_eq!(lists.forms.unread(), 0);
    }
}
