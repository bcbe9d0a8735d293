//! A reading made by hand, with something in every list.

use readout_contract::change::{Anchor, Change, ChangeOutcome, SpeakerChoice};
use readout_contract::ids::{
    ActorId, AttributionId, MentionId, PairId, ParagraphId, SentenceId, SignalId, TopicId,
};
use readout_contract::report::{
    Actor, ActorKind, Attribution, AttributionKind, AttributionsPart, Band, Date, DirectedPair,
    Extent, Language, Mention, MentionKind, Modifier, ModifierKind, Pair, Paragraph, ParagraphKind,
    QuadClass, QuadCounts, Report, SCHEMA, Scope, Sentence, Sign, Signal, SignalEdit, SpeakerFound,
    TensionPart, TensionReading, Topic, TopicEvidence, TopicFound, TopicKind, TopicsPart, Trend,
    VerbClass, Voice, VoiceShare, WordsPart,
};
use readout_export::About;
use readout_fixture::Fixture;
use readout_text::{CodePointSpan, OffsetMap, SourceText, Span};

/// Everything a reading borrows.
pub(crate) struct Sample {
    pub(crate) text: SourceText,
    pub(crate) map: OffsetMap,
    pub(crate) about: About,
    pub(crate) report: Report,
    pub(crate) changes: Vec<Change>,
}

impl Sample {
    pub(crate) fn reading(&self) -> readout_export::Reading<'_> {
        readout_export::Reading {
            text: &self.text,
            map: &self.map,
            about: &self.about,
            report: &self.report,
            changes: &self.changes,
        }
    }
}

const TEXT: &str = "<s0>😀 Orlov says no</s0>\n\n<s1><q0><e0>“We will <sig0>not sign</sig0> it,”</e0></q0> \
    <role>Finance Minister</role> <orlov>Lena Orlov</orlov> <cue0>said</cue0> on <date>Tuesday</date>.</s1> \
    <s2><she>She</she> <cue1><sig1>accused</sig1></cue1> <france>Paris</france> <q1>of *blocking* the \
    <budget>budget</budget> | “=again”</q1>.</s2>\n\n<s3><germany>Germany</germany> <mod>may</mod> \
    <sig2>welcome</sig2> the vote.</s3>";

struct Marks(Fixture);

impl Marks {
    fn at(&self, tag: &str) -> Span {
        let spans = self.0.tagged(tag);
        assert_eq!(spans.len(), 1, "{tag}");
        spans[0]
    }
}

fn actor(name: &str, kind: ActorKind, mentions: &[u32]) -> Actor {
    Actor {
        name: name.to_owned(),
        kind,
        role: None,
        side: None,
        unnamed: false,
        mentions: mentions.iter().map(|id| MentionId(*id)).collect(),
        code: None,
    }
}

fn words(marks: &Marks) -> WordsPart {
    let paragraph = |kind, first: &str, last: &str| Paragraph {
        span: marks.at(first).cover(marks.at(last)),
        kind,
        english: true,
    };
    let sentence = |tag, paragraph, counted| Sentence {
        span: marks.at(tag),
        paragraph: ParagraphId(paragraph),
        counted,
    };
    WordsPart {
        language: Language { english: true, share: 97, looks_like: None },
        extent: Extent::Full,
        words: 28,
        paragraphs: vec![
            paragraph(ParagraphKind::Heading, "s0", "s0"),
            paragraph(ParagraphKind::Body, "s1", "s2"),
            paragraph(ParagraphKind::Body, "s3", "s3"),
        ],
        sentences: vec![
            sentence("s0", 0, false),
            sentence("s1", 1, true),
            sentence("s2", 1, true),
            sentence("s3", 2, true),
        ],
    }
}

fn attributions(marks: &Marks) -> AttributionsPart {
    let mention = |tag, kind, actor| Mention {
        span: marks.at(tag),
        head: marks.at(tag),
        kind,
        actor: Some(ActorId(actor)),
        rule: "title-name".into(),
    };
    let orlov = Actor {
        role: Some(marks.at("role")),
        side: Some(ActorId(2)),
        ..actor("Lena Orlov", ActorKind::Person, &[0, 1])
    };
    let state = |name, code: &str, mention| Actor {
        code: Some(code.to_owned()),
        ..actor(name, ActorKind::State, &[mention])
    };
    AttributionsPart {
        mentions: vec![
            mention("orlov", MentionKind::Name, 0),
            mention("she", MentionKind::Pronoun, 0),
            mention("france", MentionKind::Metonym, 1),
            mention("germany", MentionKind::Name, 2),
        ],
        actors: vec![orlov, state("France", "FRA", 2), state("Germany", "DEU", 3)],
        attributions: vec![
            Attribution {
                source: Some(marks.at("orlov")),
                cue: Some(marks.at("cue0")),
                content: vec![marks.at("q0")],
                exact: vec![marks.at("e0")],
                kind: AttributionKind::Exact,
                speaker: Some(ActorId(0)),
                found: SpeakerFound::Named,
                chain: Vec::new(),
                target: None,
                verb_class: VerbClass::Neutral,
                sentences: vec![SentenceId(1)],
                confidence: 95,
                rule: "quote-before-cue".into(),
                by_reader: false,
            },
            Attribution {
                source: Some(marks.at("she")),
                cue: Some(marks.at("cue1")),
                content: vec![marks.at("q1")],
                exact: Vec::new(),
                kind: AttributionKind::PartExact,
                speaker: Some(ActorId(0)),
                found: SpeakerFound::Reference,
                chain: vec![marks.at("she"), marks.at("orlov")],
                target: Some(ActorId(1)),
                verb_class: VerbClass::Strong,
                sentences: vec![SentenceId(2)],
                confidence: 80,
                rule: "accuse-of".into(),
                by_reader: true,
            },
        ],
        dates: vec![Date {
            span: marks.at("date"),
            value: Some("2026-11-24".to_owned()),
            rule: "weekday".into(),
        }],
        dateline: Some("2026-11-24".to_owned()),
    }
}

fn topics(marks: &Marks) -> TopicsPart {
    let topic = |label: &str, kind, tag, sentence| Topic {
        label: label.to_owned(),
        kind,
        code: None,
        iptc: None,
        actor: None,
        evidence: vec![TopicEvidence {
            span: marks.at(tag),
            sentence: SentenceId(sentence),
            matched: tag.to_owned().into(),
            found: TopicFound::List,
        }],
        sentences: vec![SentenceId(sentence)],
        salience: 3,
        first_view: true,
        lean: -100,
    };
    let budget = Topic {
        code: Some("eco.growth".to_owned()),
        iptc: Some("20000344".to_owned()),
        ..topic("Public budget", TopicKind::Issue, "budget", 2)
    };
    let place = Topic { actor: Some(ActorId(1)), ..topic("France", TopicKind::Place, "france", 2) };
    TopicsPart { topics: vec![budget, place] }
}

fn tension(marks: &Marks) -> TensionPart {
    let signal = |tag, sentence, sign, quad| Signal {
        span: marks.at(tag),
        sentence: SentenceId(sentence),
        sign,
        quad,
        event: "ACCUSE".into(),
        level: 2,
        weight: 200,
        full_weight: 200,
        source: Some(ActorId(2)),
        target: Some(ActorId(1)),
        source_words: None,
        target_words: None,
        inferred: false,
        symmetric: false,
        issue: Some(TopicId(0)),
        voice: Voice::Writer,
        scope: Scope::Asserted,
        modifiers: Vec::new(),
        rule: tag.to_owned().into(),
        by_reader: None,
    };
    let unsigned = Signal {
        source: None,
        target: None,
        voice: Voice::Speaker(AttributionId(0)),
        scope: Scope::Reported,
        ..signal("sig0", 1, Sign::Strain, QuadClass::VerbalConflict)
    };
    let welcomed = Signal {
        weight: 50,
        full_weight: 100,
        level: 1,
        target: None,
        symmetric: true,
        issue: None,
        scope: Scope::Hedged,
        modifiers: vec![Modifier { kind: ModifierKind::Hedged, span: marks.at("mod") }],
        by_reader: Some(SignalEdit::Flipped),
        ..signal("sig2", 3, Sign::Easing, QuadClass::VerbalCooperation)
    };
    let direction = |source, target, strain| DirectedPair {
        source: ActorId(source),
        target: ActorId(target),
        counts: QuadCounts { verbal_conflict: strain / 200, ..QuadCounts::default() },
        strain,
        easing: 0,
    };
    TensionPart {
        signals: vec![
            unsigned,
            signal("sig1", 2, Sign::Strain, QuadClass::VerbalConflict),
            welcomed,
        ],
        pairs: vec![Pair {
            forward: direction(2, 1, 200),
            backward: direction(1, 2, 0),
            signals: vec![SignalId(1)],
            value: Some(63),
            range: Some((55, 71)),
            mixed: false,
        }],
        reading: TensionReading {
            value: Some(46),
            range: Some((38, 55)),
            band: Some(Band::Strained),
            trend: Some(Trend::Steady),
            mixed: true,
            pair: Some(PairId(0)),
            strain: 2,
            easing: 1,
            signals: vec![SignalId(1)],
            voices: vec![VoiceShare { speaker: None, unclear: false, strain: 1, easing: 1 }],
            thirds: [Some(50), None, Some(40)],
            words_and_acts: (3, 0),
            planned: 0,
            would_change: vec![SignalId(1)],
        },
    }
}

fn changes() -> (Vec<Change>, Vec<ChangeOutcome>) {
    let at = |start, end, words: &str| Anchor {
        span: CodePointSpan { start, end },
        words: words.to_owned(),
    };
    let changes = vec![
        Change::FlipSignal { at: at(120, 127, "welcome") },
        Change::Quote { at: at(0, 3, "gone"), speaker: SpeakerChoice::Typed("Nobody".to_owned()) },
        Change::RenameTopic { from: "Budget".to_owned(), to: "Public budget".to_owned() },
        Change::MergeActors { keep: "Lena Orlov".to_owned(), merge: "Orlov".to_owned() },
    ];
    let outcomes = vec![
        ChangeOutcome::Applied,
        ChangeOutcome::LostItsPlace,
        ChangeOutcome::Applied,
        ChangeOutcome::LostItsPlace,
    ];
    (changes, outcomes)
}

/// The sample reading.
pub(crate) fn sample() -> Sample {
    let marks = Marks(Fixture::parse(TEXT));
    let text = SourceText::new(&marks.0.text).expect("short");
    let (changes, outcomes) = changes();
    Sample {
        map: OffsetMap::new(&text),
        about: About {
            title: Some("Orlov says *no*".to_owned()),
            source: Some("https://example.org/news/1".to_owned()),
            date: Some("2026-11-24".to_owned()),
        },
        report: Report {
            schema: SCHEMA,
            engine: "0.1.0".to_owned(),
            words: words(&marks),
            attributions: attributions(&marks),
            topics: topics(&marks),
            tension: tension(&marks),
            changes: outcomes,
        },
        changes,
        text,
    }
}
