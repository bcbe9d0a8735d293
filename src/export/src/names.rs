//! The published name of every value. They are in people's files: names are added, never changed.

use readout_contract::report::{
    ActorKind, AttributionKind, Band, Extent, MentionKind, ModifierKind, ParagraphKind, QuadClass,
    Scope, Sign, SignalEdit, SpeakerFound, TopicFound, TopicKind, Trend, VerbClass,
};

/// The form of a quote.
pub const fn form_name(kind: AttributionKind) -> &'static str {
    match kind {
        AttributionKind::Exact => "exact",
        AttributionKind::PartExact => "part exact",
        AttributionKind::Reported => "reported",
        AttributionKind::Likely => "likely",
        AttributionKind::Mentioned => "mentioned",
    }
}

/// How a speaker was found.
pub const fn found_name(found: SpeakerFound) -> &'static str {
    match found {
        SpeakerFound::Named => "named",
        SpeakerFound::Reference => "reference",
        SpeakerFound::Group => "group",
        SpeakerFound::Unclear => "unclear",
        SpeakerFound::Reader => "reader",
    }
}

/// The layer of a topic.
pub const fn topic_kind_name(kind: TopicKind) -> &'static str {
    match kind {
        TopicKind::Issue => "issue",
        TopicKind::Term => "term",
        TopicKind::Place => "place",
        TopicKind::Organization => "organization",
        TopicKind::Event => "event",
    }
}

/// How a topic was found.
pub(crate) const fn topic_found_name(found: TopicFound) -> &'static str {
    match found {
        TopicFound::List => "list",
        TopicFound::Term => "term",
        TopicFound::Name => "name",
        TopicFound::Demonym => "demonym",
        TopicFound::Metonym => "metonym",
        TopicFound::Reader => "reader",
    }
}

/// The class of a signal.
pub const fn class_name(quad: QuadClass) -> &'static str {
    match quad {
        QuadClass::Statement => "statement",
        QuadClass::VerbalCooperation => "verbal cooperation",
        QuadClass::MaterialCooperation => "material cooperation",
        QuadClass::VerbalConflict => "verbal conflict",
        QuadClass::MaterialConflict => "material conflict",
    }
}

pub(crate) const fn sign(sign: Sign) -> &'static str {
    match sign {
        Sign::Strain => "strain",
        Sign::Easing => "easing",
    }
}

pub(crate) const fn actor(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "person",
        ActorKind::State => "state",
        ActorKind::Body => "body",
        ActorKind::Group => "group",
        ActorKind::Document => "document",
        ActorKind::Place => "place",
        ActorKind::Event => "event",
    }
}

pub(crate) const fn mention(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Name => "name",
        MentionKind::Demonym => "demonym",
        MentionKind::Metonym => "metonym",
        MentionKind::Noun => "noun",
        MentionKind::Pronoun => "pronoun",
    }
}

pub(crate) const fn verb(class: VerbClass) -> &'static str {
    match class {
        VerbClass::Neutral => "neutral",
        VerbClass::Strong => "strong",
        VerbClass::Doubtful => "doubtful",
    }
}

/// How the text holds a signal true.
pub const fn scope_name(scope: Scope) -> &'static str {
    match scope {
        Scope::Asserted => "asserted",
        Scope::Reported => "reported",
        Scope::Planned => "planned",
        Scope::Hedged => "hedged",
        Scope::Conditional => "conditional",
        Scope::Past => "past",
        Scope::Negated => "negated",
    }
}

/// What lowered, raised or turned a signal.
pub const fn modifier_name(kind: ModifierKind) -> &'static str {
    match kind {
        ModifierKind::Negated => "negated",
        ModifierKind::Hedged => "hedged",
        ModifierKind::Conditional => "conditional",
        ModifierKind::Past => "past",
        ModifierKind::Planned => "planned",
        ModifierKind::Conceded => "conceded",
        ModifierKind::Intensified => "intensified",
        ModifierKind::Softened => "softened",
        ModifierKind::Relieved => "relieved",
        ModifierKind::OtherActor => "other actor",
    }
}

pub(crate) const fn edit(edit: SignalEdit) -> &'static str {
    match edit {
        SignalEdit::LeftOut => "left out",
        SignalEdit::Flipped => "flipped",
    }
}

/// The word for a value.
pub const fn band_name(band: Band) -> &'static str {
    match band {
        Band::Calm => "calm",
        Band::Strained => "strained",
        Band::Tense => "tense",
        Band::Severe => "severe",
    }
}

/// How the text goes on.
pub const fn trend_name(trend: Trend) -> &'static str {
    match trend {
        Trend::Easing => "easing",
        Trend::Steady => "steady",
        Trend::Worsening => "worsening",
    }
}

pub(crate) const fn extent(extent: Extent) -> &'static str {
    match extent {
        Extent::Empty => "empty",
        Extent::TooShort => "too short",
        Extent::Short => "short",
        Extent::Full => "full",
    }
}

pub(crate) const fn paragraph(kind: ParagraphKind) -> &'static str {
    match kind {
        ParagraphKind::Body => "body",
        ParagraphKind::Heading => "heading",
        ParagraphKind::Item => "item",
        ParagraphKind::Turn => "turn",
    }
}
