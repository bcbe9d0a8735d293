//! What components show. All plain data; `Option` and empty lists mean "nothing to show here".

mod quotes;
mod tension;

pub use self::quotes::*;
pub use self::tension::*;
use crate::store::{Item, TopicKey};
use readout_contract::ids::{AttributionId, PairId, ParagraphId, SentenceId, SignalId};
use readout_contract::report::{Band, ParagraphKind, Sign, TopicFound, TopicKind, Trend};
use readout_text::Span;

/// The state of the page, after the table of states in the product description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// No text: field, gallery, promise.
    Empty,
    /// Under 20 words: ask for more; no panels.
    TooShort,
    /// Quotes and topics, no reading.
    Short,
    /// Not English; the language it looks like, as BCP 47, if recognized.
    NotEnglish(Option<String>),
    /// Everything that is known so far.
    Full,
}

/// What the page says about the reading as a whole.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing to show")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Which screen.
    pub stage: Stage,
    /// The engine works: a slim bar, never in the way.
    pub busy: bool,
    /// Sentences, speakers, topics, tension: how much is known.
    pub known: crate::store::Known,
    /// Why there is no reading: a message key with a count (paragraph or code points), if any.
    pub problem: Option<(&'static str, Option<u32>)>,
    /// The reading is complete and no one is quoted.
    pub no_quotes: bool,
    /// The reading is complete and has no topics.
    pub no_topics: bool,
    /// Some paragraphs are not English.
    pub mixed_language: bool,
}

/// The parts of the summary sentence; each is a button to its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Counted sentences.
    pub sentences: u32,
    /// Speakers with a quote that counts, or a likely one.
    pub speakers: u32,
    /// Quotes by form.
    pub quotes: FormCounts,
    /// The pair most described, with the names.
    pub pair: Option<(PairId, String, String)>,
    /// The reading.
    pub gauge: Gauge,
    /// Label of the topic of talks, if the text has it ("talks continuing").
    pub talks: Option<TopicKey>,
    /// The engine's version.
    pub engine: String,
    /// Changes in force: all, and how many of them the sender's.
    pub changes: (u32, u32),
    /// Minutes to read, at least 1.
    pub minutes: u32,
}

/// The tension gauge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gauge {
    /// What it can show.
    pub reading: GaugeReading,
    /// Signs of strain that count.
    pub strain: u32,
    /// Signs of easing that count.
    pub easing: u32,
    /// The value before the reader's last change, if it was another.
    pub was: Option<u8>,
    /// The pair it speaks of: names.
    pub pair: Option<(String, String)>,
    /// Values of the thirds of the text.
    pub thirds: [Option<u8>; 3],
    /// Signs in words, and in acts.
    pub words_and_acts: (u32, u32),
    /// Signs that are planned or threatened.
    pub planned: u32,
}

/// What the gauge can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GaugeReading {
    /// Not known yet, or not read in this language.
    Unknown,
    /// Fewer than 60 words.
    TooShort,
    /// Fewer than five signs: how many.
    TooFew(u32),
    /// A value.
    Value {
        /// 0–100.
        value: u8,
        /// Middle 80 % of the re-samples.
        range: (u8, u8),
        /// Its word.
        band: Band,
        /// Last third against first.
        trend: Option<Trend>,
        /// Strain and easing are both strong.
        mixed: bool,
    },
}

/// A group of topic chips.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// Issues, and terms of this text.
    Issues,
    /// Places and states.
    Places,
    /// Organizations.
    Organizations,
    /// Events.
    Events,
}

/// A group with its chips.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicGroup {
    /// Which.
    pub group: Group,
    /// Chips shown now: the first view, or all when the group is shown in full.
    pub chips: Vec<Chip>,
    /// How many more there are ("Show 5 more"); 0 with `full` set: offer "Show fewer".
    pub more: u32,
    /// Whether the group is shown in full beyond its first view.
    pub full: bool,
    /// Labels that the reader hid; `RemoveChange` of the number brings it back.
    pub hidden: Vec<(String, usize)>,
}

/// Which way the signs of a topic's sentences lean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// Strain.
    Strain,
    /// Easing.
    Easing,
    /// Neither.
    Level,
}

/// Whether a chip filters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChipState {
    /// It does not filter.
    Off,
    /// Only sentences with it.
    On,
    /// Only sentences without it.
    Without,
}

/// A topic chip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The topic, for actions that filter.
    pub key: TopicKey,
    /// The topic, for actions that choose.
    pub item: Item,
    /// Whether and how it filters.
    pub state: ChipState,
    /// Sentences it touches.
    pub total: u32,
    /// Sentences it touches among those that match, while something is filtered: "1 of 3".
    pub matching: Option<u32>,
    /// Lean of its sentences.
    pub lean: Lean,
    /// Signs of strain and of easing in its sentences.
    pub signs: (u32, u32),
    /// Key 1–9 that toggles it, for the first nine shown.
    pub digit: Option<u8>,
}

/// A place where a topic shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChipEvidence {
    /// The sentence, and its number from 1 (`None` in a heading).
    pub sentence: SentenceId,
    /// Its number.
    pub number: Option<u32>,
    /// Words of the sentence; `true`: they match.
    pub pieces: Vec<(String, bool)>,
    /// What matched, each once.
    pub matched: Vec<String>,
}

/// A topic with its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicView {
    /// Its chip.
    pub chip: Chip,
    /// Its sentences.
    pub evidence: Vec<ChipEvidence>,
    /// How it was found, and the words found so, each once; most telling first.
    pub found: Vec<(TopicFound, Vec<String>)>,
    /// The other topics, which it can be merged with.
    pub others: Vec<TopicKey>,
}

/// How many sentences match under each rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnyAll {
    /// With any of the topics.
    pub any: u32,
    /// With all of the topics.
    pub all: u32,
    /// The rule in force.
    pub matching: crate::store::Match,
}

/// A paragraph in the reading view. All of its sentences' text, gaps included, is exactly the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParagraphView {
    /// Which.
    pub id: ParagraphId,
    /// What it is.
    pub kind: ParagraphKind,
    /// Whether it was read for topics and tension.
    pub english: bool,
    /// Brackets in the margin: speakers of its quotes, in order, each once: name, initials, hue.
    pub speakers: Vec<(String, String, u8)>,
    /// Its sentences.
    pub sentences: Vec<SentenceView>,
}

/// A sentence in the reading view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentenceView {
    /// Which; `None` before the engine answered.
    pub id: Option<SentenceId>,
    /// Its number from 1, if it counts.
    pub number: Option<u32>,
    /// Its words, cut at every edge of a layer that is shown.
    pub runs: Vec<Run>,
    /// White space after it, as in the text.
    pub gap: String,
    /// Notes on it: quotes, topics and signs. 0: no button.
    pub notes: u32,
    /// A filter is on and it does not match: secondary color, no highlights.
    pub dimmed: bool,
    /// Only matching sentences are shown, and it does not match.
    pub folded: bool,
    /// It is in hand: outlined, its note button filled.
    pub chosen: bool,
}

/// A piece of a sentence under one set of layers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its words.
    pub text: String,
    /// Its place in the text, for `ChooseAt`.
    pub span: Span,
    /// The quote over it, if quotes are shown.
    pub quote: Option<QuoteLayer>,
    /// The topic over it, if topics are shown.
    pub topic: Option<TopicLayer>,
    /// The sign over it, if tension is shown.
    pub signal: Option<SignalLayer>,
    /// Everything over it, shown or not, shortest first.
    pub items: Vec<Item>,
}

/// A quote over a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuoteLayer {
    /// Which.
    pub id: AttributionId,
    /// Hue of its speaker.
    pub hue: u8,
    /// Inside quotation marks.
    pub exact: bool,
    /// Likely, or unsure.
    pub guess: bool,
    /// It is in hand.
    pub chosen: bool,
}

/// A topic over a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TopicLayer {
    /// Underline by kind.
    pub kind: TopicKind,
    /// It is on: in blue and thicker.
    pub on: bool,
}

/// A sign over a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignalLayer {
    /// Which.
    pub id: SignalId,
    /// ▲ or ▼.
    pub sign: Sign,
    /// The triangle stands before this run.
    pub starts: bool,
    /// It does not count: negated, or left out.
    pub off: bool,
    /// It is in hand.
    pub chosen: bool,
}

/// What day, month or year the words of a date mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateLine {
    /// "on Friday".
    pub words: String,
    /// ISO 8601 at its own precision; `None` if it counts from the text's date, which nobody gave.
    pub value: Option<String>,
}

/// The card of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentenceCard {
    /// Which.
    pub id: SentenceId,
    /// Its number from 1.
    pub number: Option<u32>,
    /// Its words.
    pub text: String,
    /// Who speaks in it: the first quote's speaker, for "Linked quote: Wang Yi, sentence 3".
    pub speaker: Option<String>,
    /// Quotes that touch it.
    pub quotes: Vec<QuoteCard>,
    /// Topics that touch it.
    pub topics: Vec<Chip>,
    /// Signs in it.
    pub signals: Vec<EvidenceLine>,
    /// Dates in it that do not say their year: "on Friday".
    pub dates: Vec<DateLine>,
    /// The thing in hand, and the others under the same place, shortest first.
    pub chosen: Option<Item>,
    /// A link points here.
    pub linked: bool,
}
