//! From the end of a cue to what is said: where the words begin, and where they end.

use super::hits::Hit;
use super::lists::{Class, Form, Frames};
use super::sources;
use super::view::View;
use std::ops::Range;

/// What follows a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// A stretch between marks that stands by itself.
    Quote(Range<usize>),
    /// A clause or phrase, with the rule that found it.
    Clause(Range<usize>, &'static str),
    /// Nothing that is said.
    Nothing,
}

/// What stands between a cue and its content.
#[derive(Clone, Debug, Default)]
pub(super) struct Adjuncts {
    pub(super) addressee: Option<Range<usize>>,
    /// Where the content may begin.
    pub(super) end: usize,
}

/// Adjuncts longer than this are not looked over.
const LONGEST: usize = 16;

/// Steps over an addressee, times, places and manners: "said in a statement on Tuesday that".
pub(super) fn adjuncts(
    view: &View<'_>,
    unit: &Range<usize>,
    hit: &Hit<'_>,
    from: usize,
) -> Adjuncts {
    let mut adjuncts = Adjuncts { addressee: None, end: from };
    let mut at = from;
    let told = hit.has(Frames::ADDRESSEE) && !hit.passive && !view.inside(at) && view.is_word(at);
    if let Some(whom) = told.then(|| addressee(view, at, unit.end)).flatten() {
        at = whom.end;
        adjuncts.addressee = Some(whom);
    }
    for _ in 0..4 {
        adjuncts.end = at;
        if at >= unit.end || view.inside(at) {
            break;
        }
        let manner = view.is(at, Class::ADVERB.or(Class::TIME)) && view.folded(at) != "that"
            || view.folded(at).ends_with("ly") && !view.capital(at) && view.folded(at).len() > 4;
        if manner {
            at += 1;
            continue;
        }
        if !view.is(at, Class::PREP)
            || view.folded(at) == "to" && hit.has(Frames::TO.or(Frames::PERSON_TO))
        {
            break;
        }
        // A prepositional phrase, if what is said or the end comes after it.
        let to_whom = view.folded(at) == "to";
        let stop = (at + 1..unit.end.min(at + LONGEST)).find(|&next| {
            view.inside(next)
                || matches!(view.folded(next), "that" | ":" | ",")
                || view.stop(next)
                || view.dash(next)
                || view.is(next, Class::FINITE)
                || reports(view, next)
                || view.is(next, Class::SUBJECT) && !view.is(next, Class::DET)
        });
        match stop {
            Some(stop)
                if view.folded(stop) == "that"
                    || !view.is(stop, Class::FINITE.or(Class::SUBJECT)) && !reports(view, stop) =>
            {
                if to_whom && adjuncts.addressee.is_none() {
                    adjuncts.addressee = sources::after(view, at + 1, stop);
                }
                at = stop;
            }
            // "said in Geneva he would": the pronoun begins the clause.
            Some(stop) if view.is(stop, Class::SUBJECT) => at = stop,
            None if unit.end <= at + LONGEST => at = unit.end,
            _ => {
                // "said on Tuesday the vote stands".
                if view.is(at + 1, Class::TIME) {
                    at += 2;
                    while view.is(at, Class::TIME) {
                        at += 1;
                    }
                } else {
                    break;
                }
            }
        }
    }
    adjuncts.end = adjuncts.end.min(unit.end);
    adjuncts
}

/// A cue of its own: "briefed on the talks said that".
fn reports(view: &View<'_>, at: usize) -> bool {
    view.finite(at) && view.lists.cues(view.folded(at)).any(|(_, form)| form == Form::Past)
}

/// Whom "told" and "warned" are said to.
fn addressee(view: &View<'_>, at: usize, limit: usize) -> Option<Range<usize>> {
    if view.is(at, Class::WH) || view.is(at, Class::PREP) || view.folded(at) == "that" {
        return None;
    }
    let first = view.mentions.partition_point(|mention| (mention.tokens.start as usize) < at);
    if let Some(mention) =
        view.mentions.get(first..).unwrap_or_default().iter().take(1).find(|mention| {
            mention.tokens.start as usize == at && mention.tokens.end as usize <= limit
        })
    {
        return Some(mention.tokens.range());
    }
    // "told the committee the vote stands": a second determiner begins the clause.
    let whom = sources::after(view, at, limit)?;
    let end = whom
        .clone()
        .find(|&word| word > at && view.is(word, Class::PREP) && view.folded(word) != "of")
        .unwrap_or(whom.end);
    Some(at..end)
}

/// What follows the cue.
pub(super) fn after(
    view: &View<'_>,
    unit: &Range<usize>,
    hit: &Hit<'_>,
    hits: &[Hit<'_>],
    at: usize,
) -> After {
    if at >= unit.end {
        return After::Nothing;
    }
    if hit.has(Frames::QUOTE) && !hit.passive {
        let from = if matches!(view.folded(at), "," | ":") || view.dash(at) { at + 1 } else { at };
        if view.inside(from) {
            return quoted(view, unit, hit, hits, from);
        }
        if view.folded(at) == ":" && from < unit.end {
            return clause(view, unit, hit, hits, from, "cue-colon");
        }
    }
    if view.folded(at) == "that" && hit.has(Frames::THAT) && !view.comma(at + 1) {
        return clause(view, unit, hit, hits, at, "said-that");
    }
    // "said — on the radio — that": what stands between two commas or dashes.
    if (view.comma(at) || view.dash(at)) && hit.has(Frames::THAT) && !hit.passive {
        let that = (at + 2..unit.end.min(at + 12)).find(|&next| {
            view.folded(next) == "that" && (view.comma(next - 1) || view.dash(next - 1))
        });
        if let Some(that) = that {
            return clause(view, unit, hit, hits, that, "said-that");
        }
    }
    if view.is(at, Class::WH) && hit.has(Frames::WH) {
        return clause(view, unit, hit, hits, at, "said-whether");
    }
    let direct = hit.end == at || view.is(at.wrapping_sub(1), Class::ADVERB);
    if view.folded(at) == "to" && hit.has(Frames::TO) && direct && !hit.passive {
        return clause(view, unit, hit, hits, at, "promise-to");
    }
    if hit.has(Frames::BARE) && !hit.passive && begins_clause(view, unit, at) {
        return clause(view, unit, hit, hits, at, "said-clause");
    }
    After::Nothing
}

/// Whether a clause with its own finite verb begins here.
fn begins_clause(view: &View<'_>, unit: &Range<usize>, at: usize) -> bool {
    if matches!(view.folded(at), "he" | "she" | "they" | "we" | "i") && at + 2 < unit.end {
        return true;
    }
    if !view.is_word(at) && !view.inside(at) && !matches!(view.folded(at), "$" | "€" | "£") {
        return false;
    }
    let opener = view.is(at, Class::PREP) && !matches!(view.folded(at), "despite" | "under" | "if")
        || view.is(at, Class::COORD)
        || view.is(at, Class::AUX) && !view.is(at, Class::SUBJECT);
    if opener
        || view.is(at, Class::SUBORD)
            && !view.is(at, Class::DET)
            && !matches!(view.folded(at), "if" | "unless" | "while" | "although")
    {
        return false;
    }
    (at + 1..unit.end.min(at + 30)).take_while(|&next| !view.stop(next)).any(|next| {
        view.finite(next)
            || view.inside(next)
            || view.folded(next).ends_with('s') && !view.is(next, Class::DET) && next > at + 1
    })
}

/// A stretch between marks right after the cue: by itself, or the start of a longer clause.
fn quoted(
    view: &View<'_>,
    unit: &Range<usize>,
    hit: &Hit<'_>,
    hits: &[Hit<'_>],
    from: usize,
) -> After {
    let Some(marked) = view.region(from).and_then(|index| view.marked.get(index)) else {
        return After::Nothing;
    };
    let end = marked.words.end.min(unit.end);
    let timed = view.is(end, Class::PREP) && view.is(end + 1, Class::TIME);
    let ends = end >= unit.end
        || view.stop(end)
        || matches!(view.folded(end), "," | ";" | ")" | ":")
        || view.dash(end)
        || view.is(end, Class::SUBORD.or(Class::TIME))
        || timed;
    let inner = view.text.get(marked.region.inner.range()).unwrap_or_default().trim_end();
    if !ends && !inner.ends_with(['.', '!', '?']) {
        return clause(view, unit, hit, hits, from, "cue-before-quote");
    }
    After::Quote(from..end)
}

fn clause(
    view: &View<'_>,
    unit: &Range<usize>,
    hit: &Hit<'_>,
    hits: &[Hit<'_>],
    from: usize,
    rule: &'static str,
) -> After {
    let end = clause_end(view, unit, hit, hits, from);
    if from < end { After::Clause(from..end, rule) } else { After::Nothing }
}

/// Where a clause that begins at `from` ends.
pub(super) fn clause_end(
    view: &View<'_>,
    unit: &Range<usize>,
    hit: &Hit<'_>,
    hits: &[Hit<'_>],
    from: usize,
) -> usize {
    let mut at = from;
    while at < unit.end {
        if let Some(marked) = view.region(at).and_then(|index| view.marked.get(index)) {
            let end = marked.words.end.max(at + 1);
            // A quotation that ends a sentence ends the clause.
            let inner = view.text.get(marked.region.inner.range()).unwrap_or_default().trim_end();
            if inner.ends_with(['.', '!', '?'])
                && end > from + 1
                && (view.capital(end) || view.inside(end) || end >= unit.end)
            {
                return end.min(unit.end);
            }
            // "“…,” adding": the mark's own comma.
            let again = view.is(end, Class::COORD)
                && hits.iter().any(|other| other.start == end + 1 && other.form == hit.form);
            if inner.ends_with(',') && (view.is(end, Class::TRAIL) || again) {
                return end.min(unit.end);
            }
            at = end;
            continue;
        }
        if at > from && ends_here(view, unit, hit, hits, at) {
            break;
        }
        at += 1;
    }
    let mut end = at.min(unit.end);
    while end > from
        && !view.is_word(end - 1)
        && !view.inside(end - 1)
        && !matches!(view.folded(end - 1), ")" | "%" | "$")
    {
        end -= 1;
    }
    end
}

/// Whether the clause before `at` is still without its verb: in "what Orlov and Ruiz agreed" the
/// names are one subject.
fn lacks_verb(view: &View<'_>, from: usize, at: usize) -> bool {
    (from..at)
        .rev()
        .find(|word| view.is(*word, Class::WH))
        .is_some_and(|opener| !(opener + 1..at).any(|word| view.finite(word)))
}

fn ends_here(
    view: &View<'_>,
    unit: &Range<usize>,
    hit: &Hit<'_>,
    hits: &[Hit<'_>],
    at: usize,
) -> bool {
    if view.folded(at) == ";" {
        return true;
    }
    let comma = view.comma(at) || view.dash(at);
    let next = if comma { at + 1 } else { at };
    if comma && view.is(next, Class::TRAIL) {
        return true;
    }
    let aside = view.folded(next) == "even" && matches!(view.folded(next + 1), "though" | "as")
        || matches!(view.folded(next), "according" | "though" | "although");
    if comma && aside {
        return true;
    }
    // "…, Ruiz said.": an attribution that trails and takes the whole sentence.
    if comma {
        let trailing = hits.iter().any(|other| {
            other.start > next
                && other.start <= next + 12
                && other.has(Frames::QUOTE)
                && !(next..other.start).any(|word| view.comma(word))
                && sources::before(view, &(next..unit.end), other.start)
                    .is_some_and(|found| found.start <= next + 1)
                && (other.end >= unit.end
                    || view.stop(other.end)
                    || view.comma(other.end)
                    || view.is(other.end, Class::TIME.or(Class::PREP)))
        });
        if trailing {
            return true;
        }
    }
    // "… and added that": a second cue of the same subject.
    let coord = view.is(next, Class::COORD);
    if coord {
        let same = hits.iter().any(|other| {
            other.start == next + 1
                && !other.passive
                && (other.form == hit.form || other.form == Form::Past && hit.form == Form::Past)
                && other.form != Form::Base
                && other.has(Frames::QUOTE)
        });
        if same {
            return true;
        }
    }
    // "… and Orlov says": a second speaker, named.
    if coord && view.capital(next + 1) && !lacks_verb(view, hit.end, at) {
        let second = hits.iter().any(|other| {
            other.start > next + 1
                && other.start <= next + 5
                && !other.passive
                && matches!(other.form, Form::Past | Form::WithS)
                && other.has(Frames::QUOTE)
                && other.has(Frames::BARE)
                && sources::before(view, &(next + 1..unit.end), other.start)
                    .is_some_and(|found| found.start == next + 1)
        });
        if second {
            return true;
        }
    }
    // "…, while Orlov said": a second speaker.
    if comma
        && (coord
            || matches!(view.folded(next), "while" | "but" | "although" | "though" | "whereas"))
    {
        let start = next + 1;
        return hits.iter().any(|other| {
            other.start > start
                && other.start <= start + 8
                && !other.passive
                && other.form != Form::Base
                && other.has(Frames::QUOTE)
                && sources::before(view, &(start..unit.end), other.start)
                    .is_some_and(|found| found.start <= start + 1)
        });
    }
    false
}

/// Where an object ends: "criticized the plan" but not "in a speech on Monday".
pub(super) fn object_end(
    view: &View<'_>,
    unit: &Range<usize>,
    hit: &Hit<'_>,
    hits: &[Hit<'_>],
    from: usize,
) -> usize {
    let limit = clause_end(view, unit, hit, hits, from);
    let mut at = from;
    while at < limit {
        if view.inside(at) {
            at = view
                .region(at)
                .and_then(|index| view.marked.get(index))
                .map_or(at + 1, |marked| marked.words.end.max(at + 1));
            continue;
        }
        let cut = at > from
            && (view.comma(at)
                || view.dash(at)
                || view.folded(at) == "("
                || view.is(at, Class::PREP)
                    && (view.is(at + 1, Class::TIME)
                        || view.is(at + 1, Class::MEDIUM)
                        || view.is(at + 1, Class::DET)
                            && view.is(at + 2, Class::MEDIUM.or(Class::TIME)))
                || matches!(
                    view.folded(at),
                    "during"
                        | "when"
                        | "while"
                        | "after"
                        | "before"
                        | "but"
                        | "because"
                        | "since"
                        | "until"
                        | "amid"
                )
                || view.is(at, Class::TIME)
                    && !view.is(at - 1, Class::DET)
                    && view.is(at, Class::ADVERB)
                || view.is(at, Class::COORD)
                    && (view.finite(at + 1)
                        || view.is(at + 1, Class::ADVERB) && view.finite(at + 2)));
        if cut {
            break;
        }
        at += 1;
    }
    at.min(limit)
}
