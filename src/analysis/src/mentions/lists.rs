//! The word lists of this stage: places, bodies, titles, given names and helping words.

use super::Gender;
use super::holders::Holders;
use crate::lexicons::{BODIES, Lexicon, MENTION_WORDS, NAMES, PLACES, ROLE_WORDS, Row, TITLES};
use readout_sorted::Map;

/// What a row of the gazetteer of places names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceKind {
    /// "Chinese": an adjective, and often its people too.
    Adjective,
    /// "Beijing": a city, or the government that sits there.
    Capital,
    /// "Russians".
    People,
    /// A city, region or sea that does not act.
    Place,
    /// "the Kremlin": a building that stands for who works there.
    Seat,
    /// "China".
    State,
}

/// A row of the gazetteer of places.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlaceRow {
    pub(crate) kind: PlaceKind,
    /// State or body that it names or stands for.
    pub(crate) code: Option<&'static str>,
    pub(crate) name: Option<&'static str>,
}

fn some(cell: &'static str) -> Option<&'static str> {
    (!cell.is_empty()).then_some(cell)
}

impl Row for PlaceRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let [_, kind, code, name] = columns else { return None };
        let kind = match *kind {
            "adjective" => PlaceKind::Adjective,
            "capital" => PlaceKind::Capital,
            "people" => PlaceKind::People,
            "place" => PlaceKind::Place,
            "seat" => PlaceKind::Seat,
            "state" => PlaceKind::State,
            _ => return None,
        };
        Some(Self { kind, code: some(code), name: some(name) })
    }
}

/// A row of the gazetteer of organizations.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BodyRow {
    pub(crate) code: &'static str,
    pub(crate) side: Option<&'static str>,
    name: Option<&'static str>,
}

impl Row for BodyRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let [_, _, code, side, name] = columns else { return None };
        Some(Self { code, side: some(side), name: some(name) })
    }
}

/// What a title or noun names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TitleKind {
    /// "the ministry".
    Body,
    /// "Mr", "Queen".
    Courtesy,
    /// "editorial".
    Document,
    /// "officials".
    Group,
    /// "foreign minister".
    Office,
    /// "sides", "countries": those of whom the text has just spoken.
    Pair,
}

/// A title or noun.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TitleRow {
    pub(crate) kind: TitleKind,
    pub(crate) gender: Gender,
}

pub(super) fn gender(cell: &str) -> Gender {
    match cell {
        "he" => Gender::He,
        "she" => Gender::She,
        _ => Gender::Unknown,
    }
}

impl Row for TitleRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let [_, kind, sex] = columns else { return None };
        let kind = match *kind {
            "body" => TitleKind::Body,
            "courtesy" => TitleKind::Courtesy,
            "document" => TitleKind::Document,
            "group" => TitleKind::Group,
            "office" => TitleKind::Office,
            "pair" => TitleKind::Pair,
            _ => return None,
        };
        Some(Self { kind, gender: gender(sex) })
    }
}

/// Usual gender of a given name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameRow(pub(crate) Gender);

impl Row for NameRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        columns.get(1).map(|cell| Self(gender(cell)))
    }
}

/// Somebody often in the news who holds no office of `holders.tsv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PersonRow {
    /// The state or body that they speak for.
    pub(crate) side: &'static str,
    pub(crate) gender: Gender,
}

impl Row for PersonRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let [_, side, sex] = columns else { return None };
        Some(Self { side, gender: gender(sex) })
    }
}

/// What a word helps to find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordRow {
    Body,
    Event,
    Particle,
    Place,
    He,
    I,
    It,
    She,
    They,
    We,
    You,
    Stop,
}

impl Row for WordRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        Some(match *columns.get(1)? {
            "body" => Self::Body,
            "event" => Self::Event,
            "particle" => Self::Particle,
            "place" => Self::Place,
            "pronoun-he" => Self::He,
            "pronoun-i" => Self::I,
            "pronoun-it" => Self::It,
            "pronoun-she" => Self::She,
            "pronoun-they" => Self::They,
            "pronoun-we" => Self::We,
            "pronoun-you" => Self::You,
            "stop" => Self::Stop,
            _ => return None,
        })
    }
}

/// What a word beside a title, a name or a city shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BesideRow {
    /// "US": a name in capitals only.
    Abbreviation,
    /// "the", "their": before a title, somebody is meant.
    Determiner,
    /// "is", "also": goes on about a name.
    GoingOn,
    /// "a": anybody of this kind.
    Indefinite,
    /// "of": inside a name.
    Joining,
    Locative,
    /// "deputy": somebody below the holder of the office.
    Lower,
    Modifier,
    /// "the city", "the country": a place or state named before.
    NounPlace,
    NounState,
    /// "former": the office is over.
    Past,
    /// "major": a title that is also a plain adjective.
    Rank,
    /// "said".
    Saying,
    /// "rivals": of another side than the one named before it.
    Relative,
}

impl Row for BesideRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        match *columns.get(1)? {
            "abbreviation" => Some(Self::Abbreviation),
            "determiner" => Some(Self::Determiner),
            "going-on" => Some(Self::GoingOn),
            "indefinite" => Some(Self::Indefinite),
            "joining" => Some(Self::Joining),
            "locative" => Some(Self::Locative),
            "lower" => Some(Self::Lower),
            "modifier" => Some(Self::Modifier),
            "noun-place" => Some(Self::NounPlace),
            "noun-state" => Some(Self::NounState),
            "past" => Some(Self::Past),
            "rank" => Some(Self::Rank),
            "saying" => Some(Self::Saying),
            "relative" => Some(Self::Relative),
            _ => None,
        }
    }
}

/// The word lists of this stage.
#[derive(Debug)]
pub(crate) struct Lists {
    pub(crate) places: Lexicon<PlaceRow>,
    pub(crate) bodies: Lexicon<BodyRow>,
    pub(crate) titles: Lexicon<TitleRow>,
    pub(crate) names: Lexicon<NameRow>,
    pub(crate) holders: Holders,
    pub(crate) words: Lexicon<WordRow>,
    pub(crate) beside: Lexicon<BesideRow>,
    shown: Map<&'static str, &'static str>,
    sides: Map<&'static str, &'static str>,
}

impl Lists {
    /// The lists of the product.
    pub(crate) fn built_in() -> Self {
        let places = Lexicon::<PlaceRow>::open(&PLACES);
        let bodies = Lexicon::<BodyRow>::open(&BODIES);
        let states = places
            .iter()
            .filter(|row| row.kind == PlaceKind::State)
            .filter_map(|row| row.code.zip(row.name));
        let organizations = bodies.iter().filter_map(|row| Some((row.code, row.name?)));
        let shown = map(&mut states.chain(organizations));
        let sides = map(&mut bodies.iter().filter_map(|row| Some((row.code, row.side?))));
        Self {
            shown,
            sides,
            places,
            bodies,
            titles: Lexicon::open(&TITLES),
            names: Lexicon::open(&NAMES),
            holders: Holders::built_in(),
            words: Lexicon::open(&MENTION_WORDS),
            beside: Lexicon::open(&ROLE_WORDS),
        }
    }

    /// What the reader sees for a code.
    pub(crate) fn shown(&self, code: &str) -> Option<&'static str> {
        self.shown.get(code).copied()
    }

    /// The state that a body belongs to.
    pub(crate) fn side(&self, code: &str) -> Option<&'static str> {
        self.sides.get(code).copied()
    }

    /// Whether a folded word is of a kind that stands before titles or cities.
    pub(crate) fn is_beside(&self, folded: &str, kind: BesideRow) -> bool {
        self.beside.get(folded).is_some_and(|found| found.rows().any(|row| *row == kind))
    }

    /// What a folded word helps to find.
    pub(crate) fn word(&self, folded: &str) -> Option<WordRow> {
        self.words.get(folded).and_then(|found| found.first().copied())
    }
}

/// Names by code; of equal codes the last counts.
fn map(
    names: &mut dyn Iterator<Item = (&'static str, &'static str)>,
) -> Map<&'static str, &'static str> {
    let mut map = Map::default();
    for (code, name) in names {
        *map.entry(code) = name;
    }
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_every_code_has_a_name() {
        let lists = Lists::built_in();
        let unread = lists.places.unread()
            + lists.bodies.unread()
            + lists.titles.unread()
            + lists.names.unread()
            + lists.words.unread()
            + lists.beside.unread();
        assert_eq!(unread, 0);
        for row in lists.places.iter() {
            assert!(row.code.is_none_or(|code| lists.shown(code).is_some()), "{row:?}");
        }
        for row in lists.bodies.iter() {
            assert!(row.side.is_none_or(|code| lists.shown(code).is_some()), "{row:?}");
        }
    }
}
