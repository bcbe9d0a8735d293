//! What always holds of the language layer: tokens, sentences, trees.

use crate::sound::syntax::{check, syntax};
use crate::texts::{our_own, texts};
use proptest::prelude::*;
use readout_analysis::SyntaxWord;
use readout_text::Span;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_gives_trees_twice(text in texts()) {
        let first = syntax(&text);
        check(&text, &first);
        prop_assert_eq!(&first, &syntax(&text));
    }

    #[test]
    fn any_characters_give_trees(text in any::<String>()) {
        check(&text, &syntax(&text));
    }

    /// Company does not change a paragraph that is running text whatever stands beside it.
    #[test]
    fn a_paragraph_is_read_as_if_alone(before in texts(), words in texts(), after in texts()) {
        let ends = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
        let paragraph = format!("then {}.", words.replace(ends, " "));
        let joined = format!("{before}\n\n{paragraph}\n\n{after}");
        let start = (before.len() + 2) as u32;
        let place = Span::new(start, start + paragraph.len() as u32);
        prop_assert_eq!(part(&joined, place), part(&paragraph, Span::new(0, place.len())));
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// However long a sentence is, it is one tree.
    #[test]
    fn a_sentence_longer_than_a_part_is_one_tree(
        words in prop::collection::vec(prop::sample::select(vec![
            "the", "envoy", "of", "Wang", "said", "and", "that", "talks", ",", "“", "”", "in",
            "2024", "quickly", "which", "had", "been", "-", "(", ")", "long", "é",
        ]), 380..1300),
    ) {
        // A mark at the very start would be that of a list, and not of the sentence.
        let text = format!("then {}", words.join(" "));
        let found = syntax(&text);
        check(&text, &found);
        prop_assert_eq!(found.0.len(), 1);
    }
}

/// What is found in a part of a text, counted from its start.
fn part(text: &str, place: Span) -> (Vec<Span>, Vec<(Span, SyntaxWord)>) {
    let (sentences, words) = syntax(text);
    let from = words.partition_point(|(span, _)| span.start() < place.start()) as u32;
    let back = |span: Span| Span::new(span.start() - place.start(), span.end() - place.start());
    let sentences = sentences.into_iter().filter(|span| place.contains(*span)).map(back);
    let words = words.into_iter().filter(|(span, _)| place.contains(*span)).map(|(span, word)| {
        (back(span), SyntaxWord { head: word.head.map(|head| head.wrapping_sub(from)), ..word })
    });
    (sentences.collect(), words.collect())
}

/// Time must not grow faster than the text by much, or this would not end in reasonable time.
#[test]
fn a_sentence_of_200_000_characters_is_read() {
    for words in ["the envoy who met the ministers of the old town and ", "x", "“a,” "] {
        let text = words.repeat(200_000 / words.len());
        check(&text, &syntax(&text));
    }
}

#[test]
fn texts_without_words_have_no_syntax() {
    for text in ["", " ", "\n\n", "\u{feff}", "\u{200b}\u{2060}"] {
        assert_eq!(syntax(text), (Vec::new(), Vec::new()), "{text:?}");
    }
}

/// Files that hold words of our own.
#[test]
fn our_own_texts_have_trees() {
    let texts = our_own();
    assert!(texts.len() > 10, "{} texts", texts.len());
    for text in texts {
        check(&text, &syntax(&text));
    }
}
