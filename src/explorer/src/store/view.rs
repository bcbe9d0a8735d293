//! How it is shown: panels, layers, orders, the sheet over the page.

use super::TopicKey;
use super::select::Group;
use readout_sorted::Set;

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
    pub full_groups: Set<Group>,
    /// Show the tension strip as a table.
    pub strip_table: bool,
    /// Show all actors in the table of pairs.
    pub all_pairs: bool,
    /// Topics that were hidden here: a change keeps no more than the label.
    pub hidden: Vec<TopicKey>,
}
