//! A 32-bit mark of what a reading shows, so that a link can tell when another engine reads
//! otherwise.
//!
//! Quotes, speakers, topics and tension count; versions, rules and confidence do not, since the
//! reader would see no difference.

use crate::checksum::Crc;
use readout_contract::report::{Report, Sign};
use readout_text::Span;

/// The mark of a reading.
pub fn mark(report: &Report) -> u32 {
    let mut crc = Crc::new();
    let mut number = |value: u32| crc.add(&value.to_le_bytes());
    let spoken = &report.attributions;
    for attribution in &spoken.attributions {
        number(attribution.kind as u32);
        number(attribution.speaker.map_or(u32::MAX, |actor| actor.0));
        attribution.content.iter().for_each(|span| place(*span, &mut number));
    }
    for signal in &report.tension.signals {
        place(signal.span, &mut number);
        number(u32::from(signal.sign == Sign::Strain));
        number(u32::from(signal.weight));
    }
    let reading = &report.tension.reading;
    number(reading.value.map_or(u32::MAX, u32::from));
    let (low, high) = reading.range.unwrap_or((u8::MAX, u8::MAX));
    number(u32::from(low) << 8 | u32::from(high));
    for topic in &report.topics.topics {
        topic.sentences.iter().for_each(|sentence| number(sentence.0));
    }
    for actor in &spoken.actors {
        crc.add(actor.name.as_bytes());
        crc.add(&[0]);
    }
    for topic in &report.topics.topics {
        crc.add(topic.label.as_bytes());
        crc.add(&[0]);
    }
    crc.value()
}

fn place(span: Span, number: &mut impl FnMut(u32)) {
    number(span.start());
    number(span.end());
}

#[cfg(test)]
mod tests {
    use super::*;
    use readout_contract::report::Topic;
    use readout_contract::report::TopicKind;

    #[test]
    fn the_mark_follows_what_is_shown_only() {
        let mut report = Report::default();
        let empty = mark(&report);
        report.engine = "9.9.9".to_owned();
        assert_eq!(mark(&report), empty);
        report.tension.reading.value = Some(46);
        let valued = mark(&report);
        assert_ne!(valued, empty);
        report.topics.topics.push(Topic {
            label: "Taiwan".to_owned(),
            kind: TopicKind::Place,
            code: None,
            iptc: None,
            actor: None,
            evidence: Vec::new(),
            sentences: Vec::new(),
            salience: 0,
            first_view: true,
            lean: 0,
        });
        assert_ne!(mark(&report), valued);
    }
}
