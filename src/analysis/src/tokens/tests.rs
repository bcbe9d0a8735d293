//! Tokens, parted by bars.

use super::*;

fn split_words(text: &str) -> String {
    let tokens = split(text, &Lexicons::built_in());
    let words: Vec<&str> =
        tokens.iter().map(|token| text.get(token.span.range()).unwrap_or_default()).collect();
    words.join("|")
}

#[test]
fn words_are_cut_as_the_treebanks_cut_them() {
    for (text, expected) in [
        ("They don't know.", "They|do|n't|know|."),
        ("China's plan won’t work.", "China|'s|plan|wo|n’t|work|."),
        ("The U.S. and J. Smith met.", "The|U.S.|and|J.|Smith|met|."),
        ("It cost $3.5 million, or 12%.", "It|cost|$|3.5|million|,|or|12|%|."),
        ("“No,” he said.", "“|No|,|”|he|said|."),
        ("He said 'no' twice.", "He|said|'|no|'|twice|."),
        ("Wait... what?", "Wait|...|what|?"),
        ("See https://example.org/a?b=1 now.", "See|https://example.org/a?b=1|now|."),
        ("a long-term plan", "a|long|-|term|plan"),
        ("", ""),
    ] {
        assert_eq!(split_words(text), expected, "{text}");
    }
}

#[test]
fn an_apostrophe_is_no_quotation_mark() {
    let text = "The ministers' talks were dull, weren't they?";
    let quotes = split(text, &Lexicons::built_in())
        .iter()
        .filter(|token| token.kind == crate::document::TokenKind::Quote)
        .count();
    assert_eq!(quotes, 0);
}
