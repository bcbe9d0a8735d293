//! From layers to the [`Report`]: plain copying, no decisions.

use crate::actors::People;
use crate::attributions::Spoken;
use crate::dates::Dates;
use crate::document::{Document, TokenKind};
use readout_contract::change::ChangeOutcome;
use readout_contract::protocol::Input;
use readout_contract::report::{
    AttributionsPart, Extent, Language, Report, SCHEMA, Sentence, TensionPart, TopicsPart,
    WordsPart,
};

pub(crate) fn words(doc: &Document, language: Language) -> WordsPart {
    let words = doc.tokens.iter().filter(|token| token.kind == TokenKind::Word).count() as u32;
    let sentences: Vec<Sentence> = doc
        .sentences
        .iter()
        .zip(&doc.sentence_paragraphs)
        .map(|(sentence, paragraph)| Sentence {
            span: sentence.span,
            paragraph: *paragraph,
            counted: sentence.counted,
        })
        .collect();
    let extent = match words {
        0 => Extent::Empty,
        _ if words < 20 || !sentences.iter().any(|sentence| sentence.counted) => Extent::TooShort,
        _ if words < 60 => Extent::Short,
        _ => Extent::Full,
    };
    WordsPart { language, extent, words, paragraphs: doc.paragraphs.clone(), sentences }
}

/// Every change is lost until a stage finds its words.
pub(crate) fn outcomes(input: &Input) -> Vec<ChangeOutcome> {
    vec![ChangeOutcome::LostItsPlace; input.changes.len()]
}

pub(crate) fn attributions(people: &People, spoken: &Spoken, dates: Dates) -> AttributionsPart {
    AttributionsPart {
        mentions: people.mentions.clone(),
        actors: people.actors.clone(),
        attributions: spoken.attributions.clone(),
        dates: dates.dates,
        dateline: dates.dateline,
    }
}

pub(crate) fn report(
    words: WordsPart,
    attributions: AttributionsPart,
    topics: TopicsPart,
    tension: TensionPart,
    changes: Vec<ChangeOutcome>,
) -> Report {
    Report {
        schema: SCHEMA,
        engine: crate::ENGINE.to_owned(),
        words,
        attributions,
        topics,
        tension,
        changes,
    }
}
