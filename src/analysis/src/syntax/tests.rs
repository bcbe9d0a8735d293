//! Tags, lemmas and trees.

use super::*;

fn syntax(text: &str) -> Vec<(String, SyntaxWord)> {
    let source = SourceText::new(text).expect("short");
    let (_, words) = syntax_of(&source, &Lexicons::built_in(), &Models::built_in());
    words.into_iter().map(|(span, word)| (source.slice(span).to_owned(), word)).collect()
}

fn tags(text: &str) -> String {
    let words = syntax(text);
    let tags: Vec<String> =
        words.iter().map(|(word, syntax)| format!("{word}/{:?}", syntax.upos)).collect();
    tags.join(" ")
}

#[test]
fn words_have_parts_of_speech() {
    assert_eq!(
        tags("The minister said that China would sign the treaty."),
        "The/Det minister/Noun said/Verb that/Sconj China/Propn would/Aux sign/Verb the/Det \
         treaty/Noun ./Punct"
    );
    assert_eq!(
        tags("They have agreed to meet in 2024."),
        "They/Pron have/Aux agreed/Verb to/Part meet/Verb in/Adp 2024/Num ./Punct"
    );
}

#[test]
fn forms_have_lemmas() {
    let lexicons = Lexicons::built_in();
    for (form, upos, wanted) in [
        ("said", Upos::Verb, "say"),
        ("met", Upos::Verb, "meet"),
        ("denied", Upos::Verb, "deny"),
        ("stopped", Upos::Verb, "stop"),
        ("negotiated", Upos::Verb, "negotiate"),
        ("warns", Upos::Verb, "warn"),
        ("ministries", Upos::Noun, "ministry"),
        ("talks", Upos::Noun, "talk"),
        ("crisis", Upos::Noun, "crisis"),
        ("the", Upos::Det, "the"),
    ] {
        assert_eq!(lemma(form, upos, &lexicons), wanted, "{form}");
    }
}

#[test]
fn every_sentence_is_a_tree() {
    for text in [
        "The minister said that China would sign the treaty. Why not?",
        "“No,” he said, and left; nobody, of all people, followed him to the old town.",
        "And and and. . ! 12 % of it: the the",
    ] {
        let words = syntax(text);
        for start in 0..words.len() {
            let mut at = start;
            let mut steps = 0;
            while let Some(head) = words[at].1.head {
                at = head as usize;
                steps += 1;
                assert!(steps <= words.len(), "{text}: no way to the root from {start}");
            }
            assert_eq!(words[at].1.relation, Relation::Root);
        }
    }
}
