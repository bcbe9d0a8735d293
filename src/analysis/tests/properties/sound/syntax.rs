//! Sound syntax: tokens and gaps rebuild the text, every token is in one sentence, every sentence
//! is one tree without crossing arcs.

use crate::{lexicons, models};
use readout_analysis::{Relation, SyntaxWord, syntax_of};
use readout_text::{SourceText, Span};

/// Sentences, and tokens with what is known of each.
pub(crate) type Syntax = (Vec<Span>, Vec<(Span, SyntaxWord)>);

/// The syntax of a text.
pub(crate) fn syntax(text: &str) -> Syntax {
    syntax_of(&SourceText::new(text).expect("short"), lexicons(), models())
}

/// Whether a character may stand between tokens: white space, or nothing to see.
fn is_gap(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Fails unless the syntax of a text is sound.
pub(crate) fn check(text: &str, (sentences, words): &Syntax) {
    let gap = |start: u32, end: u32| {
        let gap = text.get(start as usize..end as usize).expect("gaps lie on character edges");
        assert!(gap.chars().all(is_gap), "no token for {gap:?}");
    };
    let mut end = 0;
    for (span, _) in words {
        assert!(text.get(span.range()).is_some_and(|word| !word.is_empty()), "{span:?}");
        gap(end, span.start());
        end = span.end();
    }
    gap(end, text.len() as u32);

    let mut next = 0;
    for sentence in sentences {
        let count = words[next..].partition_point(|(span, _)| span.end() <= sentence.end());
        let inside = next..next + count;
        assert!(count > 0, "an empty sentence at {sentence:?}");
        let ends = (words[inside.start].0.start(), words[inside.end - 1].0.end());
        assert_eq!(ends, (sentence.start(), sentence.end()), "a sentence has its tokens' ends");
        check_tree(&words[inside], next as u32);
        next += count;
    }
    assert_eq!(next, words.len(), "every token is in a sentence");
}

/// One root, every token reaches it, and no arcs cross. `from` is the index of the first token.
fn check_tree(words: &[(Span, SyntaxWord)], from: u32) {
    let roots: Vec<usize> = (0..words.len()).filter(|at| words[*at].1.head.is_none()).collect();
    assert_eq!(roots.len(), 1, "roots {roots:?} of {} tokens", words.len());
    for (at, (_, word)) in words.iter().enumerate() {
        assert_eq!(word.head.is_none(), word.relation == Relation::Root, "token {at}: {word:?}");
    }
    let heads: Vec<Option<usize>> = words
        .iter()
        .map(|(_, word)| {
            let head = word.head?.checked_sub(from).expect("a head lies in its sentence") as usize;
            assert!(head < words.len(), "a head lies in its sentence");
            Some(head)
        })
        .collect();

    let order = from_root(&heads);
    assert_eq!(order.len(), words.len(), "every token reaches the root");
    // Arcs cross if and only if some token and all below it leave out a token in between.
    let mut below: Vec<(usize, usize, usize)> = (0..words.len()).map(|at| (1, at, at)).collect();
    for at in order.into_iter().rev() {
        let (count, first, last) = below[at];
        assert_eq!(count, last - first + 1, "arcs cross below token {at}");
        if let Some(head) = heads[at] {
            let (sum, least, most) = below[head];
            below[head] = (sum + count, least.min(first), most.max(last));
        }
    }
}

/// Tokens that are reached from the root, each after its head.
fn from_root(heads: &[Option<usize>]) -> Vec<usize> {
    let mut dependents = vec![Vec::new(); heads.len()];
    let mut order = Vec::new();
    for (at, head) in heads.iter().enumerate() {
        match head {
            Some(head) => dependents[*head].push(at),
            None => order.push(at),
        }
    }
    let mut next = 0;
    while let Some(at) = order.get(next) {
        order.extend_from_slice(&dependents[*at]);
        next += 1;
    }
    order
}
