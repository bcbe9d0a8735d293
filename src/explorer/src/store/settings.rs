//! The parts of the state: how far the reading is, what is in hand, what is filtered and shown.

use readout_contract::ids::{AttributionId, PairId, SentenceId, SignalId, TopicId};
use readout_contract::report::{AttributionKind, Report, TopicKind, VerbClass};
use readout_text::CodePointSpan;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Parts of a report that are known, in the order in which they come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// Nothing yet.
    #[default]
    Nothing,
    /// Paragraphs and sentences.
    Words,
    /// And who said what.
    Attributions,
    /// And topics.
    Topics,
    /// Everything.
    All,
}

/// How far the reading is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Analysis {
    /// There is nothing to read.
    #[default]
    Idle,
    /// The worker reads.
    Running {
        /// What came so far, or the last report while a change is read.
        report: Rc<Report>,
        /// What of it can be shown.
        known: Known,
    },
    /// Read.
    Ready(Rc<Report>),
    /// The text cannot be read now; it stays readable.
    Failed(EngineProblem),
}

/// Why the engine does not answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EngineProblem {
    /// A policy forbids it, or the browser's enhanced security.
    Blocked,
    /// The server gives the wrong type for a file.
    WrongType,
    /// A file could not be fetched.
    Network,
    /// Page and engine are of different builds: an old file in the cache.
    OldFile,
    /// It stopped twice; the paragraph (from 1) that stops it, if found.
    Crashed(Option<u32>),
    /// The text is over the limit; its length in code points.
    TooLong(u32),
}

/// A thing in the reading that can be in hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A quote.
    Quote(AttributionId),
    /// A sign of strain or easing.
    Signal(SignalId),
    /// A topic.
    Topic(TopicId),
    /// A pair; whether from the first to the second (`Some(true)`), back, or both (`None`).
    Pair(PairId, Option<bool>),
    /// What a pair says and does over a topic.
    PairOver(PairId, TopicId),
}

/// A card of topics that can be open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TopicCard {
    /// Of a topic: why it is one, and what can be done with it.
    Of(TopicKey),
    /// To make an issue of the reader's own.
    New,
}

/// What is in hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The sentence: outlined, its card may be open.
    pub sentence: Option<SentenceId>,
    /// The item: chosen in the card or in the panel.
    pub item: Option<Item>,
    /// Whether the sentence's card is open.
    pub card: bool,
    /// The card of topics, in the place of the sentence's.
    pub topic: Option<TopicCard>,
    /// Where the reader was before the last jump.
    pub back: Option<SentenceId>,
    /// The place that the opened link points at, in code points of the text, until it is found.
    pub anchor: Option<CodePointSpan>,
    /// Whether the sentence is in hand because a link points at it.
    pub linked: bool,
    /// Whether the quote in hand is being corrected.
    pub correcting: bool,
    /// Counts up when the text is to scroll to the sentence.
    pub scroll: u32,
}

/// A topic by what the reader sees, which stays when ids move.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TopicKey {
    /// Its layer.
    pub kind: TopicKind,
    /// Its label.
    pub label: String,
}

/// How several topics filter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Match {
    /// Any of them in the sentence.
    #[default]
    Any,
    /// All of them in the sentence.
    All,
}

/// Quotes of which form.
pub type FormFilter = Option<AttributionKind>;

/// What is filtered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Topics that are on.
    pub topics: BTreeSet<TopicKey>,
    /// Topics that a sentence must not touch.
    pub without: BTreeSet<TopicKey>,
    /// Any or all.
    pub matching: Match,
    /// Only what this actor says.
    pub speaker: Option<String>,
    /// Only quotes of this form.
    pub form: FormFilter,
    /// Only quotes whose verb claims this.
    pub verb: Option<VerbClass>,
    /// Only what this side says: the state or body a speaker is, or belongs to.
    pub side: Option<String>,
    /// Only quotes in which this actor is named.
    pub about: Option<String>,
    /// Topics that a link turns on, as labels or slugs, until topics are known.
    pub pending: Vec<String>,
}

impl Filters {
    /// Whether nothing is filtered.
    pub fn is_empty(&self) -> bool {
        self.topics.is_empty()
            && self.without.is_empty()
            && self.speaker.is_none()
            && !self.quotes()
    }

    /// Whether something but topics and speaker is filtered by.
    pub fn quotes(&self) -> bool {
        self.form.is_some() || self.verb.is_some() || self.side.is_some() || self.about.is_some()
    }
}

/// A tab of the evidence panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Quotes by speaker.
    #[default]
    Quotes,
    /// Gauge, evidence, voices.
    Tension,
    /// Pairs.
    Pairs,
    /// The reader's changes.
    Changes,
}

/// What a phone shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The text.
    #[default]
    Text,
    /// Quotes.
    Quotes,
    /// Topics.
    Topics,
    /// Tension.
    Tension,
}

/// Which layers the text shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layers {
    /// Quotes; chosen topics; tension of the sentence in hand.
    #[default]
    Usual,
    /// Everything.
    All,
    /// Nothing.
    Plain,
}

/// A sheet over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Share link.
    Share,
    /// Embed snippets.
    Embed,
    /// Files.
    Export,
    /// Privacy check.
    Privacy,
    /// Keys.
    Keys,
    /// Why this reading.
    Why,
    /// Title, source, date.
    Details,
}

/// Order of the evidence list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EvidenceOrder {
    /// Heaviest first.
    #[default]
    Weight,
    /// As in the text.
    Text,
}

/// Which signs the evidence list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SignFilter {
    /// All.
    #[default]
    All,
    /// In the writer's own words.
    Writer,
    /// In the words of this speaker; without a name, of one who is not clear.
    Speaker(String),
    /// Words and states described.
    Words,
    /// Acts.
    Acts,
    /// Planned, promised or threatened.
    Planned,
}

/// Order of the speakers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpeakerOrder {
    /// Most quotes first.
    #[default]
    Quotes,
    /// As in the text.
    Text,
    /// By name.
    Name,
}

/// How a quote is cited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CitationStyle {
    /// In plain words.
    #[default]
    Plain,
    /// A note after the Chicago Manual of Style.
    Chicago,
    /// After the American Psychological Association.
    Apa,
    /// After the Modern Language Association.
    Mla,
}

/// How it is shown.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that can be shown")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The tab of the panel.
    pub tab: Tab,
    /// What a phone shows.
    pub pane: Pane,
    /// Layers in the text.
    pub layers: Layers,
    /// Hide sentences that do not match.
    pub only_matching: bool,
    /// The text stands in a field, to be edited.
    pub editing: bool,
    /// The sheet over the page.
    pub sheet: Option<Sheet>,
    /// Order of the evidence list.
    pub evidence_order: EvidenceOrder,
    /// Which signs the evidence list shows.
    pub signs: SignFilter,
    /// Order of the speakers.
    pub speaker_order: SpeakerOrder,
    /// How citations are copied.
    pub citation: CitationStyle,
    /// Topic groups shown in full.
    pub full_groups: BTreeSet<super::select::Group>,
    /// Show the tension strip as a table.
    pub strip_table: bool,
    /// Show all actors in the table of pairs.
    pub all_pairs: bool,
    /// Topics that were hidden here: a change keeps no more than the label.
    pub hidden: Vec<TopicKey>,
}

/// What an embed shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EmbedView {
    /// Text and panel.
    #[default]
    Reading,
    /// Quotes.
    Quotes,
    /// Topics and the text.
    Topics,
    /// Tension.
    Tension,
    /// Gauge, three chips, one quote.
    Card,
    /// One quote.
    Quote,
}

/// What the host page asks of an embed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EmbedSettings {
    /// What to show.
    pub view: EmbedView,
    /// Colors that replace the theme's: CSS variable name without dashes, `#rrggbb`.
    pub colors: Vec<(String, String)>,
}

/// What the reader may do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Everything.
    #[default]
    Edit,
    /// Look; "Make a copy to change" leads to `Edit`.
    ReadOnly,
    /// Inside another page.
    Embed(EmbedSettings),
}

/// Colors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Something to tell the reader; each is one message key, see `select::notice_key`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A link lost its end: characters there, characters expected if that is known.
    LinkCutOff(u32, Option<u32>),
    /// A link does not fit its checksum.
    LinkDamaged,
    /// A link of a newer version.
    LinkTooNew,
    /// A link that decodes past the limit.
    LinkTooBig,
    /// A link to a starter text that is not here.
    LinkUnknownSeed(String),
    /// The place that the link points at is not in the text.
    AnchorLost,
    /// Copied.
    Copied,
    /// The clipboard refused; the text to copy by hand.
    CopyByHand(String),
    /// A file that is not text: what it looks like.
    NotText(String),
    /// A file or text over the limit.
    FileTooBig,
    /// A file that could not be read.
    FileUnreadable(String),
    /// Read as Windows-1252, because it is not UTF-8.
    WrongLetters,
    /// A starter text could not be fetched.
    SeedMissing(String),
}

/// What the page contacted since the text was entered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Privacy {
    /// Counts up with every text that is entered anew.
    pub epoch: u32,
    /// Requests since the text was entered.
    pub requests: Vec<String>,
    /// Outcome of the last try to contact an outside address: `Some(true)` when it was refused.
    pub outside_refused: Option<bool>,
}

/// A starter text, before it is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GalleryEntry {
    /// Its id, in links.
    pub id: String,
    /// Its file under `seeds/`.
    pub file: String,
    /// Its headline.
    pub title: String,
    /// Its date, `YYYY-MM-DD`.
    pub date: String,
    /// Its language, BCP 47.
    pub language: String,
    /// What it shows, in a few words.
    pub shows: String,
    /// The other account of the same event.
    pub pair: Option<String>,
    /// Value and range of its reading, if they were made with the page.
    pub gauge: Option<(u8, u8, u8)>,
}
