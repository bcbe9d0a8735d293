//! The reading view: each paragraph cut at every edge of a finding into runs with sets of layers.
//! No nesting, any overlap; all runs and gaps of a paragraph together are exactly its text.

use super::people::{Hues, initials, name};
use super::{ParagraphView, QuoteLayer, Run, SentenceView, SignalLayer, Sure, TopicLayer};
use crate::store::{Item, Known, Layers, Pane, State, Tab, TopicKey};
use readout_contract::ids::{AttributionId, ParagraphId, SentenceId, SignalId, TopicId};
use readout_contract::report::{AttributionKind, ParagraphKind, Report, Sentence, SignalEdit};
use readout_sorted::{Set, sort};
use readout_text::Span;

/// All paragraphs, with what is known of them.
pub fn paragraphs(state: &State) -> Vec<ParagraphView> {
    let Some(report) = state.report().filter(|_| state.known() >= Known::Words) else {
        return plain(&state.doc.text);
    };
    let index = Index::new(state, report);
    let mut sentences = report.words.sentences.iter().enumerate().peekable();
    let mut counted = 0;
    let mut views = Vec::with_capacity(report.words.paragraphs.len());
    for (at, paragraph) in report.words.paragraphs.iter().enumerate() {
        let id = ParagraphId::new(at);
        let mut view = ParagraphView {
            id,
            kind: paragraph.kind,
            // In a text that is not English one notice speaks for all paragraphs.
            english: paragraph.english || !report.words.language.english,
            speakers: Vec::new(),
            sentences: Vec::new(),
        };
        let mut end = paragraph.span.start();
        while let Some((number, sentence)) =
            sentences.next_if(|(_, sentence)| sentence.paragraph <= id)
        {
            gap(state, &mut view.sentences, Span::new(end, sentence.span.start().max(end)));
            counted += u32::from(sentence.counted);
            view.sentences.push(index.sentence(SentenceId::new(number), sentence, counted));
            index.speakers(SentenceId::new(number), &mut view.speakers);
            end = sentence.span.end();
        }
        gap(state, &mut view.sentences, Span::new(end, paragraph.span.end().max(end)));
        views.push(view);
    }
    views
}

/// What stands between sentences: after the one before it, or by itself at the start.
fn gap(state: &State, sentences: &mut Vec<SentenceView>, span: Span) {
    if span.is_empty() {
        return;
    }
    match sentences.last_mut() {
        Some(before) => before.gap.push_str(state.words(span)),
        None => sentences.push(unread(state.words(span), span)),
    }
}

/// Words that are not read.
fn unread(text: &str, span: Span) -> SentenceView {
    let run = Run {
        text: text.to_owned(),
        span,
        quote: None,
        topic: None,
        signal: None,
        items: Vec::new(),
    };
    SentenceView {
        id: None,
        number: None,
        runs: vec![run],
        gap: String::new(),
        notes: 0,
        dimmed: false,
        folded: false,
        chosen: false,
    }
}

/// The paragraphs before the engine answered.
fn plain(text: &str) -> Vec<ParagraphView> {
    let start = text.as_ptr() as usize;
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .enumerate()
        .map(|(index, line)| {
            let from = line.as_ptr() as usize - start;
            ParagraphView {
                id: ParagraphId::new(index),
                kind: ParagraphKind::Body,
                english: true,
                speakers: Vec::new(),
                sentences: vec![unread(line, Span::from_usize(from, from + line.len()))],
            }
        })
        .collect()
}

/// A finding over some words.
#[derive(Clone, Copy)]
struct Over {
    span: Span,
    item: Item,
}

/// Findings by sentence, and what is shown.
struct Index<'a> {
    state: &'a State,
    report: &'a Report,
    by_sentence: Vec<Vec<Over>>,
    matching: Option<Set<SentenceId>>,
    topics_on: Vec<bool>,
    hues: Hues,
}

impl<'a> Index<'a> {
    fn new(state: &'a State, report: &'a Report) -> Self {
        let mut by_sentence: Vec<Vec<Over>> = vec![Vec::new(); report.words.sentences.len()];
        let mut add = |sentence: SentenceId, span: Span, item: Item| {
            if let Some(list) = by_sentence.get_mut(sentence.index()) {
                list.push(Over { span, item });
            }
        };
        if state.known() >= Known::Attributions {
            for (index, quote) in report.attributions.attributions.iter().enumerate() {
                let item = Item::Quote(AttributionId::new(index));
                for sentence in &quote.sentences {
                    for span in &quote.content {
                        add(*sentence, *span, item);
                    }
                }
            }
        }
        let topics = &report.topics.topics;
        if state.known() >= Known::Topics {
            for (index, topic) in topics.iter().enumerate() {
                for evidence in &topic.evidence {
                    add(evidence.sentence, evidence.span, Item::Topic(TopicId::new(index)));
                }
            }
        }
        if state.known() >= Known::All {
            for (index, signal) in report.tension.signals.iter().enumerate() {
                add(signal.sentence, signal.span, Item::Signal(SignalId::new(index)));
            }
        }
        let topics_on = topics
            .iter()
            .enumerate()
            .map(|(index, topic)| {
                let key = TopicKey { kind: topic.kind, label: topic.label.clone() };
                state.filters.topics.contains(&key)
                    || state.selection.item == Some(Item::Topic(TopicId::new(index)))
            })
            .collect();
        let matching = super::matching(state);
        Self { state, report, by_sentence, matching, topics_on, hues: Hues::new(report) }
    }

    fn over(&self, id: SentenceId) -> &[Over] {
        self.by_sentence.get(id.index()).map(Vec::as_slice).unwrap_or_default()
    }

    fn sentence(&self, id: SentenceId, sentence: &Sentence, number: u32) -> SentenceView {
        let dimmed = self.matching.as_ref().is_some_and(|set| !set.contains(&id));
        let chosen = self.state.selection.sentence == Some(id);
        let plain = dimmed || self.state.view.layers == Layers::Plain;
        SentenceView {
            id: Some(id),
            number: sentence.counted.then_some(number),
            runs: self.runs(id, sentence.span, plain, chosen),
            gap: String::new(),
            notes: super::card::count(self.over(id).iter().map(|over| over.item)),
            dimmed,
            folded: dimmed && self.state.view.only_matching,
            chosen,
        }
    }

    fn runs(&self, id: SentenceId, whole: Span, plain: bool, chosen: bool) -> Vec<Run> {
        let mut edges: Set<u32> = [whole.start(), whole.end()].into_iter().collect();
        let over = self.over(id);
        if !plain {
            let exact = over.iter().filter_map(|over| self.exact(over.item)).flatten().copied();
            for span in over.iter().map(|over| over.span).chain(exact) {
                edges.extend(
                    span.intersect(whole).map(|s| [s.start(), s.end()]).into_iter().flatten(),
                );
            }
        }
        edges
            .windows(2)
            .filter_map(|pair| match pair {
                [start, end] => Some(Span::new(*start, *end)),
                _ => None,
            })
            .filter(|span| self.state.doc.text.get(span.range()).is_some())
            .map(|span| self.run(span, over, plain, chosen))
            .collect()
    }

    fn exact(&self, item: Item) -> Option<&[Span]> {
        let Item::Quote(id) = item else { return None };
        self.report.attributions.attributions.get(id.index()).map(|quote| quote.exact.as_slice())
    }

    fn run(&self, span: Span, over: &[Over], plain: bool, chosen: bool) -> Run {
        let mut here: Vec<Over> =
            over.iter().filter(|over| over.span.overlaps(span)).copied().collect();
        sort(&mut here, &|a, b| (a.span.len(), a.item).cmp(&(b.span.len(), b.item)));
        let mut run = Run {
            text: self.state.words(span).to_owned(),
            span,
            quote: None,
            topic: None,
            signal: None,
            items: here.iter().map(|over| over.item).collect(),
        };
        run.items.dedup();
        if plain {
            return run;
        }
        // The longest first, so that the shortest of each layer is what remains.
        for over in here.iter().rev() {
            match over.item {
                Item::Quote(id) => run.quote = self.quote(id, span).or(run.quote),
                Item::Topic(id) => run.topic = self.topic(id).or(run.topic),
                Item::Signal(id) => {
                    run.signal = self.signal(id, over.span, span, chosen).or(run.signal);
                }
                Item::Pair(..) | Item::PairOver(..) => {}
            }
        }
        run
    }

    fn quote(&self, id: AttributionId, span: Span) -> Option<QuoteLayer> {
        let quote = self.report.attributions.attributions.get(id.index())?;
        (quote.kind != AttributionKind::Mentioned).then(|| QuoteLayer {
            id,
            hue: self.hues.of(quote.speaker),
            exact: quote.exact.iter().any(|exact| exact.contains(span)),
            guess: quote.kind == AttributionKind::Likely || Sure::of(quote) == Sure::Low,
            chosen: self.state.selection.item == Some(Item::Quote(id)),
        })
    }

    fn topic(&self, id: TopicId) -> Option<TopicLayer> {
        let on = self.topics_on.get(id.index()).copied().unwrap_or_default();
        let topic = self.report.topics.topics.get(id.index())?;
        (on || self.state.view.layers == Layers::All).then_some(TopicLayer { kind: topic.kind, on })
    }

    fn signal(&self, id: SignalId, phrase: Span, run: Span, chosen: bool) -> Option<SignalLayer> {
        let view = &self.state.view;
        let in_hand = self.state.selection.item == Some(Item::Signal(id));
        let shown = chosen
            || in_hand
            || view.layers == Layers::All
            || view.tab == Tab::Tension
            || view.pane == Pane::Tension;
        let signal = self.report.tension.signals.get(id.index()).filter(|_| shown)?;
        Some(SignalLayer {
            id,
            sign: signal.sign,
            starts: phrase.start() == run.start(),
            off: signal.weight == 0 || signal.by_reader == Some(SignalEdit::LeftOut),
            chosen: in_hand,
        })
    }

    /// Adds the speakers of a sentence's quotes.
    fn speakers(&self, id: SentenceId, list: &mut Vec<(String, String, u8)>) {
        if self.state.view.layers == Layers::Plain
            || self.matching.as_ref().is_some_and(|set| !set.contains(&id))
        {
            return;
        }
        for over in self.over(id) {
            let Item::Quote(quote) = over.item else { continue };
            let Some(quote) = self.report.attributions.attributions.get(quote.index()) else {
                continue;
            };
            let name = name(self.report, quote.speaker);
            let hue = self.hues.of(quote.speaker);
            let speaker = (name.clone(), initials(&name), hue);
            if quote.kind != AttributionKind::Mentioned && !list.contains(&speaker) {
                list.push(speaker);
            }
        }
    }
}
