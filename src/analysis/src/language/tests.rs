//! Texts of our own in several languages.

use super::*;
use crate::paragraphs;

fn language(text: &str) -> (Language, Vec<bool>) {
    let text = SourceText::new(text).expect("short");
    let lexicons = Lexicons::built_in();
    let mut paragraphs = paragraphs::split(&text);
    let language = guess(&text, &mut paragraphs, &lexicons, false);
    (language, paragraphs.iter().map(|paragraph| paragraph.english).collect())
}

const ENGLISH: &str = "The two ministers met in the old town on Monday and said that they would go on \
    with the talks, although none of the disputes had been settled by the evening.";
const FRENCH: &str = "Les deux ministres se sont vus dans la vieille ville lundi et ils ont dit que les \
    discussions allaient continuer, même si aucun des différends n'avait été réglé le soir.";

#[test]
fn languages_are_told_apart() {
    for (text, tag) in [
        (FRENCH, "fr"),
        (
            "Die beiden Minister haben sich am Montag in der alten Stadt getroffen und gesagt, dass \
             die Gespräche weitergehen werden, auch wenn nicht alles geklärt ist.",
            "de",
        ),
        (
            "Los dos ministros se vieron el lunes en la ciudad y dijeron que las conversaciones van a \
             seguir, pero que no hay acuerdo sobre los puntos más importantes para ellos.",
            "es",
        ),
        (
            "Два министра встретились в понедельник и сказали, что переговоры будут идти до вечера, но \
          не о том, как это было раньше и что из этого для них вышло.",
            "ru",
        ),
        ("两国部长星期一在北京会面双方表示谈判将继续进行但没有就主要问题达成一致意见", "zh"),
    ] {
        let (language, _) = language(text);
        assert!(!language.english, "{text}");
        assert_eq!(language.looks_like.as_deref(), Some(tag), "{text}");
    }
}

#[test]
fn english_names_and_short_texts_stay_english() {
    let names = "Vladimir Putin, Emmanuel Macron, Ursula von der Leyen, Olaf Scholz, Xi Jinping, \
        Luiz Inácio Lula da Silva, Recep Tayyip Erdogan, Narendra Modi, Pedro Sánchez, Giorgia Meloni";
    for text in [ENGLISH, names, "Bonjour à tous les amis de la ville", ""] {
        let (language, _) = language(text);
        assert!(language.english, "{text}");
        assert_eq!(language.looks_like, None);
    }
}

#[test]
fn a_paragraph_in_another_language_is_marked() {
    let (language, paragraphs) = language(&format!("{ENGLISH}\n\n{FRENCH}\n\n{ENGLISH} {ENGLISH}"));
    assert!(language.english);
    assert_eq!(paragraphs, [true, false, true]);
}
