//! What is in hand.

use crate::store::select::{paragraphs, with_notes};
use crate::store::{Action, Item, Selection, State, Tab};
use readout_contract::ids::{AttributionId, SentenceId};
use readout_contract::report::{AttributionKind, Report};
use readout_text::{CodePointSpan, Span};

pub(super) fn apply(state: &mut State, action: Action) {
    match action {
        Action::ChooseSentence { sentence, card, scroll } => {
            go(state, sentence, None, scroll);
            state.selection.card = card;
            if card {
                state.selection.topic = None;
            }
        }
        Action::ChooseItem { item, scroll } => {
            item_tab(state, item);
            let sentence = state.report().and_then(|report| sentence_of(report, item));
            match sentence {
                Some(sentence) => go(state, sentence, Some(item), scroll),
                None => state.selection.item = Some(item),
            }
        }
        Action::ChooseAt(sentence, span) => {
            let item = shortest(state, sentence, span);
            go(state, sentence, item, false);
            state.selection.card = true;
            state.selection.topic = None;
        }
        Action::FocusOn(anchor) => focus_on(state, &anchor),
        Action::StepSentence(step) => step_sentence(state, step),
        Action::StepQuote(step) => step_quote(state, step),
        Action::Correct(id, on) => {
            if state.selection.item != Some(Item::Quote(id)) {
                apply(state, Action::ChooseItem { item: Item::Quote(id), scroll: false });
            }
            state.selection.correcting = on && state.editable();
        }
        Action::CloseCard => {
            // The one on top first.
            state.selection.card &= state.selection.topic.take().is_some();
        }
        Action::TopicCard(card) => state.selection.topic = Some(card),
        Action::Back => {
            let open = state.selection.card || state.selection.topic.is_some();
            let back = state.selection.back.filter(|_| !open);
            state.selection = Selection {
                sentence: back,
                scroll: state.selection.scroll + u32::from(back.is_some()),
                ..Selection::default()
            };
        }
        _ => {}
    }
}

/// Goes to a place or turns a topic on.
fn focus_on(state: &mut State, anchor: &str) {
    if let Some(slug) = anchor.strip_prefix("t.") {
        state.filters.topics.clear();
        state.filters.pending = vec![slug.to_owned()];
        super::read::pending_topics(state);
        return;
    }
    let place = anchor.strip_prefix('c').and_then(|place| place.split_once('-'));
    let number = |text: &str| text.parse::<u32>().ok();
    let place = place.and_then(|(start, end)| number(start).zip(number(end)));
    if let Some((start, end)) = place {
        state.selection.anchor = Some(CodePointSpan { start, end });
        super::read::find_anchor(state);
    }
}

fn go(state: &mut State, sentence: SentenceId, item: Option<Item>, scroll: bool) {
    let before = state.selection.sentence.filter(|before| *before != sentence);
    let selection = &mut state.selection;
    selection.back = before.or(selection.back);
    selection.sentence = Some(sentence);
    selection.correcting &= selection.item == item;
    selection.item = item;
    selection.linked = false;
    selection.scroll += u32::from(scroll);
}

/// The tab where a thing is listed.
fn item_tab(state: &mut State, item: Item) {
    state.view.tab = match item {
        Item::Quote(_) => Tab::Quotes,
        Item::Signal(_) => Tab::Tension,
        Item::Pair(..) | Item::PairOver(..) => Tab::Pairs,
        Item::Topic(_) => state.view.tab,
    };
}

/// The first sentence of a thing.
fn sentence_of(report: &Report, item: Item) -> Option<SentenceId> {
    match item {
        Item::Quote(id) => {
            report.attributions.attributions.get(id.index())?.sentences.first().copied()
        }
        Item::Signal(id) => report.tension.signals.get(id.index()).map(|signal| signal.sentence),
        Item::Topic(_) | Item::Pair(..) | Item::PairOver(..) => None,
    }
}

/// The shortest thing over these bytes.
fn shortest(state: &State, sentence: SentenceId, span: Span) -> Option<Item> {
    let views = paragraphs(state);
    views
        .iter()
        .flat_map(|paragraph| &paragraph.sentences)
        .find(|view| view.id == Some(sentence))?
        .runs
        .iter()
        .find(|run| run.span.overlaps(span))?
        .items
        .first()
        .copied()
}

fn step_sentence(state: &mut State, step: i32) {
    let with_notes = with_notes(state);
    if let Some(next) = next(&with_notes, state.selection.sentence, step) {
        let card = state.selection.card;
        go(state, next, None, true);
        state.selection.card = card;
    }
}

fn step_quote(state: &mut State, step: i32) {
    let Some(report) = state.report() else { return };
    let quotes: Vec<AttributionId> = report
        .attributions
        .attributions
        .iter()
        .enumerate()
        .filter(|(_, quote)| quote.kind != AttributionKind::Mentioned)
        .map(|(index, _)| AttributionId::new(index))
        .collect();
    let now = match state.selection.item {
        Some(Item::Quote(id)) => Some(id),
        _ => None,
    };
    if let Some(id) = next(&quotes, now, step) {
        apply(state, Action::ChooseItem { item: Item::Quote(id), scroll: true });
    }
}

/// The one after (or before) this one; the first (or last) if there is none.
fn next<T: Copy + Ord>(all: &[T], now: Option<T>, step: i32) -> Option<T> {
    match (now, step >= 0) {
        (None, true) => all.first().copied(),
        (None, false) => all.last().copied(),
        (Some(now), true) => all.iter().copied().find(|id| *id > now),
        (Some(now), false) => all.iter().rev().copied().find(|id| *id < now),
    }
}
