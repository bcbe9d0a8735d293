//! Everything that can happen. Components and effects dispatch these; `reduce` answers.

use super::{
    CitationStyle, Doc, Edge, EngineProblem, EvidenceOrder, Filters, FormFilter, GalleryEntry,
    Item, Layers, Match, Mode, Notice, Pane, Sheet, SignFilter, SpeakerOrder, Tab, Theme,
    TopicCard, TopicKey,
};
use crate::store::select::Group;
use readout_contract::change::{Change, SpeakerChoice};
use readout_contract::ids::{AttributionId, SentenceId, SignalId};
use readout_contract::report::{Part, Report, VerbClass};
use readout_text::CodePointSpan;
use std::rc::Rc;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    // The text.
    /// The field holds this text now; the reader goes on typing.
    Typed(Rc<str>),
    /// A whole text came: pasted, opened, chosen from the gallery. It is shown, not edited.
    Opened(Box<Doc>),
    /// A text came by a link, with its changes and the place it points at.
    Linked {
        /// The text.
        doc: Box<Doc>,
        /// Changes of the sender.
        changes: Vec<Change>,
        /// Filters of the sender.
        filters: Box<Filters>,
        /// What the reader may do.
        mode: Mode,
        /// The place.
        anchor: Option<CodePointSpan>,
    },
    /// Title, source and date.
    Details {
        /// The headline.
        title: Option<String>,
        /// Where it is from.
        source: Option<String>,
        /// Its date, `YYYY-MM-DD`.
        date: Option<String>,
    },
    /// Start anew with an empty field.
    Clear,
    /// Edit the text in a field, or show it.
    Edit(bool),
    /// Read it although it does not look English.
    ReadAnyway,
    /// Leave the read-only view: a copy to change.
    MakeCopy,

    // The engine.
    /// A part of the reading of this request.
    PartCame(u32, Box<Part>),
    /// The whole reading of this request.
    Done(u32, Box<Report>),
    /// The engine does not answer.
    EngineFailed(EngineProblem),
    /// Read the text again with a new engine.
    TryAgain,

    // The reader's changes.
    /// Take a sign out of the reading, or back in.
    LeaveOut(SignalId, bool),
    /// Turn the sign of a signal, or back.
    Flip(SignalId, bool),
    /// These words are not a quote.
    NotQuote(AttributionId),
    /// This quote has another speaker.
    Speaker(AttributionId, SpeakerChoice),
    /// An edge of this quote is a word further on (`true`) or back.
    MoveEdge(AttributionId, Edge, bool),
    /// Do not show this topic.
    HideTopic(TopicKey),
    /// Show this topic under another label.
    RenameTopic(TopicKey, String),
    /// The second topic is the first one too.
    MergeTopics(TopicKey, TopicKey),
    /// These words, parted by commas, show this topic too.
    AddWords(TopicKey, String),
    /// An issue of the reader's own: its label, and words parted by commas.
    AddIssue(String, String),
    /// Undo the last change.
    Undo,
    /// Redo the last undone change.
    Redo,
    /// Take back one change, by its place in the list.
    RemoveChange(usize),
    /// Take back all.
    RemoveAllChanges,

    // What is in hand.
    /// Choose a sentence; open its card; scroll the text to it if asked.
    ChooseSentence {
        /// The sentence.
        sentence: SentenceId,
        /// Open its card.
        card: bool,
        /// Scroll the text to it.
        scroll: bool,
    },
    /// Choose a thing; the sentence it stands in comes with it, the panel's tab too.
    ChooseItem {
        /// The thing.
        item: Item,
        /// Scroll the text to it.
        scroll: bool,
    },
    /// Choose what lies at these bytes of a sentence: the shortest thing over them.
    ChooseAt(SentenceId, readout_text::Span),
    /// Go to a place that the host page names, as in a link: `c462-644` or `t.taiwan`.
    FocusOn(String),
    /// The next or previous sentence with notes.
    StepSentence(i32),
    /// The next or previous quote.
    StepQuote(i32),
    /// Correct this quote, or stop that.
    Correct(AttributionId, bool),
    /// Close the card, keep the sentence.
    CloseCard,
    /// Open a card of topics.
    TopicCard(TopicCard),
    /// Nothing is in hand; back to where the reader was.
    Back,

    // Filters.
    /// Turn a topic on or off.
    ToggleTopic(TopicKey),
    /// Only this topic.
    OnlyTopic(TopicKey),
    /// Without this topic, or with it again.
    ToggleWithout(TopicKey),
    /// Any or all.
    Match(Match),
    /// Only this speaker, or all again.
    ToggleSpeaker(String),
    /// Only this form.
    Form(FormFilter),
    /// Only verbs that claim this.
    Verb(Option<VerbClass>),
    /// Only this side.
    Side(Option<String>),
    /// Only quotes in which this actor is named.
    About(Option<String>),
    /// No filter.
    ClearFilters,

    // View.
    /// Show a tab.
    Tab(Tab),
    /// Show a pane, on a phone.
    Pane(Pane),
    /// Show these layers.
    Layers(Layers),
    /// Hide what does not match, or show it.
    OnlyMatching(bool),
    /// Open a sheet, or close it.
    Sheet(Option<Sheet>),
    /// Order of the evidence.
    EvidenceOrder(EvidenceOrder),
    /// Order of the speakers.
    SpeakerOrder(SpeakerOrder),
    /// How citations are copied.
    Citation(CitationStyle),
    /// Show a topic group in full, or its first view.
    FullGroup(Group, bool),
    /// The strip as a table.
    StripTable(bool),
    /// Which signs the evidence list shows.
    Signs(SignFilter),
    /// All actors in the table of pairs.
    AllPairs(bool),
    /// Mode, from the address or the host page.
    Mode(Mode),
    /// Colors.
    Theme(Theme),

    // The rest.
    /// The gallery's list came.
    Gallery(Vec<GalleryEntry>),
    /// Tell the reader.
    Notice(Notice),
    /// The reader has seen a notice.
    Dismiss(usize),
    /// Something was requested since the text was entered.
    Requested(String),
    /// The page tried to contact an outside address: was it refused?
    OutsideTried(bool),
}
