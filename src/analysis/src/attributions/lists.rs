//! The word lists of this stage: cues with their forms, and the small words around them.

use crate::lexicons::filter::{Filter, hash};
use crate::lexicons::{ATTRIBUTION_WORDS, CUES, Lexicon, Row};
use readout_contract::report::VerbClass;
use readout_sorted::sort;

/// What a cue can be followed by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Frames(u16);

impl Frames {
    pub(super) const QUOTE: Self = Self(1);
    pub(super) const THAT: Self = Self(1 << 1);
    pub(super) const BARE: Self = Self(1 << 2);
    pub(super) const TO: Self = Self(1 << 3);
    pub(super) const PERSON_TO: Self = Self(1 << 4);
    /// An object that says in short what was said: "rejected the claim".
    pub(super) const THING: Self = Self(1 << 5);
    /// An object that was only spoken of: "discussed the budget".
    pub(super) const TOPIC: Self = Self(1 << 6);
    pub(super) const OF: Self = Self(1 << 7);
    pub(super) const AS: Self = Self(1 << 8);
    pub(super) const WH: Self = Self(1 << 9);
    pub(super) const ADDRESSEE: Self = Self(1 << 10);

    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    #[must_use]
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn parse(flags: &str) -> Self {
        let bit = |flag: &str| match flag {
            "quote" => Self::QUOTE.0,
            "that" => Self::THAT.0,
            "bare" => Self::BARE.0,
            "to" => Self::TO.0,
            "person-to" => Self::PERSON_TO.0,
            "thing" => Self::THING.0,
            "topic" => Self::TOPIC.0,
            "of" => Self::OF.0,
            "as" => Self::AS.0,
            "wh" => Self::WH.0,
            "addressee" => Self::ADDRESSEE.0,
            _ => 0,
        };
        Self(flags.split(' ').map(bit).fold(0, |all, one| all | one))
    }
}

/// What kind of word carries the cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CuePos {
    Verb,
    Noun,
    According,
}

/// What the cue does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Speech,
    Denial,
    /// Thought, wish or plan: mentioned, not counted.
    Belief,
}

/// A row of `cues.tsv`.
#[derive(Debug)]
pub(super) struct Cue {
    key: &'static str,
    forms: &'static str,
    pub(super) pos: CuePos,
    pub(super) frames: Frames,
    pub(super) act: Act,
    pub(super) class: VerbClass,
}

impl Cue {
    /// The words of the key after its first.
    pub(super) fn tail(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.key.split(' ').skip(1)
    }

    /// A bit for each thing that the learned model sees of a row.
    pub(super) fn seen(&self) -> u32 {
        let frames = [
            Frames::QUOTE,
            Frames::THAT,
            Frames::BARE,
            Frames::TO.or(Frames::PERSON_TO),
            Frames::THING.or(Frames::TOPIC).or(Frames::OF),
        ];
        let frames = (0..).zip(frames).map(|(bit, frame)| u32::from(self.has(frame)) << bit);
        frames.sum::<u32>() | 1 << (8 + self.pos as u32) | 1 << (12 + self.act as u32)
    }

    fn has(&self, frames: Frames) -> bool {
        self.frames.has(frames)
    }
}

impl Row for Cue {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let &[key, forms, pos, frames, act, class] = columns else { return None };
        Some(Self {
            key,
            forms,
            pos: match pos {
                "verb" => CuePos::Verb,
                "noun" => CuePos::Noun,
                "according" => CuePos::According,
                _ => return None,
            },
            frames: Frames::parse(frames),
            act: match act {
                "speech" => Act::Speech,
                "denial" => Act::Denial,
                "belief" => Act::Belief,
                _ => return None,
            },
            class: match class {
                "neutral" => VerbClass::Neutral,
                "strong" => VerbClass::Strong,
                "doubtful" => VerbClass::Doubtful,
                _ => return None,
            },
        })
    }
}

/// How a word stands to its dictionary form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Base,
    /// "says"; of a noun, the plural.
    WithS,
    /// "said", also the participle.
    Past,
    /// "saying".
    Ing,
}

/// Classes of small words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u32);

macro_rules! classes {
    ($($name:ident $text:literal $bit:literal),* $(,)?) => {
        impl Class {
            $(pub(super) const $name: Self = Self(1 << $bit);)*

            fn of(flag: &str) -> u32 {
                match flag {
                    $($text => 1 << $bit,)*
                    _ => 0,
                }
            }
        }
    };
}

classes! {
    DET "det" 0, POSSESSIVE "possessive" 1, LINK "link" 2, PREP "prep" 3, BE "be" 4, HAVE "have" 5,
    AUX "aux" 6, NEG "neg" 7, MODAL "modal" 8, ADVERB "adverb" 9, SUBJECT "subject" 10,
    PRONOUN "pronoun" 11, RELATIVE "relative" 12, SUBORD "subord" 13, COORD "coord" 14,
    TIME "time" 15, FINITE "finite" 16, WH "wh" 17, TRAIL "trail" 18, MEDIUM "medium" 19,
    CONNECT "connect" 20,
}

impl Class {
    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    #[must_use]
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Row for Class {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        Some(Self(columns.get(1)?.split(' ').map(Self::of).fold(0, |all, one| all | one)))
    }
}

/// The first word of cues: its hash, the word, and the rows that it begins.
type Inflected = (u32, String, usize, Form);

/// The word lists of this stage.
#[derive(Debug)]
pub(crate) struct Lists {
    cues: Lexicon<Cue>,
    words: Lexicon<Class>,
    /// Inflected first words of cues by their hashes; the numbers index the rows.
    forms: Vec<Inflected>,
    filter: Filter,
}

impl Lists {
    /// The lists of the product.
    pub(crate) fn built_in() -> Self {
        Self::new(Lexicon::open(&CUES), Lexicon::open(&ATTRIBUTION_WORDS))
    }

    /// With these rows of cues in place of the product's.
    #[cfg(test)]
    pub(super) fn with_cues(rows: &'static str) -> Self {
        Self::new(Lexicon::from_rows(rows), Lexicon::open(&ATTRIBUTION_WORDS))
    }

    fn new(cues: Lexicon<Cue>, words: Lexicon<Class>) -> Self {
        let mut forms: Vec<Inflected> = Vec::new();
        for (index, cue) in cues.iter().enumerate() {
            for (word, form) in inflect(cue) {
                let row = (hash(&word), word, index, form);
                let mut own = forms.iter().rev().take_while(|known| known.2 == index);
                if own.all(|known| *known != row) {
                    forms.push(row);
                }
            }
        }
        sort(&mut forms, &|one, other| (one.0, &one.1, one.2).cmp(&(other.0, &other.1, other.2)));
        let mut filter = Filter::with_room(forms.len());
        for form in &forms {
            filter.add(form.0);
        }
        Self { cues, words, forms, filter }
    }

    /// The cues that begin with this folded word.
    pub(super) fn cues(&self, folded: &str) -> impl Iterator<Item = (&Cue, Form)> {
        let hash = hash(folded);
        let forms = if self.filter.may(hash) { self.forms.as_slice() } else { &[] };
        let first = forms.partition_point(|form| form.0 < hash);
        let same = forms.iter().skip(first).take_while(move |form| form.0 == hash);
        let same = same.filter(move |form| form.1 == folded);
        same.filter_map(|(.., index, form)| Some((self.cues.row(*index)?, *form)))
    }

    /// The class of a folded word.
    pub(super) fn class(&self, folded: &str) -> Class {
        self.words.get(folded).and_then(|found| found.first().copied()).unwrap_or_default()
    }
}

/// The forms of a cue's first word: those of its row, else regular ones.
fn inflect(cue: &Cue) -> Vec<(String, Form)> {
    let first = cue.key.split(' ').next().unwrap_or_default();
    let mut forms = vec![(first.to_owned(), Form::Base)];
    if cue.pos == CuePos::According {
        return forms;
    }
    let stem = first.strip_suffix('e').unwrap_or(first);
    let consonant_y = first.ends_with('y')
        && !first.ends_with("ay")
        && !first.ends_with("ey")
        && !first.ends_with("oy");
    let hissing = ["s", "sh", "ch", "x", "z"].iter().any(|end| first.ends_with(end));
    forms.push(if consonant_y {
        (format!("{}ies", first.strip_suffix('y').unwrap_or(first)), Form::WithS)
    } else {
        (format!("{first}{}", if hissing { "es" } else { "s" }), Form::WithS)
    });
    if cue.pos == CuePos::Noun {
        return forms;
    }
    forms.push((format!("{stem}ing"), Form::Ing));
    let given: Vec<&str> = cue.forms.split(' ').filter(|form| !form.is_empty()).collect();
    if given.is_empty() {
        forms.push((format!("{stem}ed"), Form::Past));
        if consonant_y {
            forms.push((format!("{}ied", first.strip_suffix('y').unwrap_or(first)), Form::Past));
        }
        // "admitted", "admitting": a doubled end that no other verb spells so.
        if let Some(last) = first.chars().last().filter(|last| "bdglmnprt".contains(*last)) {
            forms.push((format!("{first}{last}ed"), Form::Past));
            forms.push((format!("{first}{last}ing"), Form::Ing));
        }
    }
    for form in given {
        let kind = if form.ends_with("ing") {
            Form::Ing
        } else if form.ends_with('s') {
            Form::WithS
        } else {
            Form::Past
        };
        forms.push((form.to_owned(), kind));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let lists = Lists::built_in();
        assert_eq!(lists.cues.unread() + lists.words.unread(), 0);
        assert!(lists.cues.iter().count() > 300);
    }

    #[test]
    fn forms_lead_to_their_cue() {
        let lists = Lists::built_in();
        let forms =
            |word: &str| lists.cues(word).map(|(cue, form)| (cue.key, form)).collect::<Vec<_>>();
        assert!(forms("said").contains(&("say", Form::Past)));
        assert!(forms("denied").contains(&("deny", Form::Past)));
        assert!(forms("admitting").contains(&("admit", Form::Ing)));
        assert!(forms("warnings").contains(&("warning", Form::WithS)));
        assert_eq!(forms("table"), []);
    }
}
