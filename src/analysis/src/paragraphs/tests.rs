//! Paragraphs: kind and words.

use super::*;

fn paragraphs(text: &str) -> Vec<String> {
    let source = SourceText::new(text).expect("short");
    split(&source)
        .iter()
        .map(|paragraph| {
            let words: Vec<&str> = source.slice(paragraph.span).split_whitespace().collect();
            format!("{:?}: {}", paragraph.kind, words.join(" "))
        })
        .collect()
}

#[test]
fn blank_lines_part_paragraphs_and_wrapped_lines_do_not() {
    assert_eq!(
        paragraphs(
            "The ministers met in the old town on Monday evening, and the talks went on\n\
             for many hours, although nobody had expected them to last longer than the\n\
             dinner that was held before.\n\nThey left.\n"
        ),
        [
            "Body: The ministers met in the old town on Monday evening, and the talks went on for \
             many hours, although nobody had expected them to last longer than the dinner that was \
             held before.",
            "Body: They left."
        ]
    );
}

#[test]
fn line_ends_part_where_no_blank_line_does() {
    assert_eq!(
        paragraphs("The ministers met in the old town.\nThey left in the evening.\n"),
        ["Body: The ministers met in the old town.", "Body: They left in the evening."]
    );
    assert_eq!(paragraphs(" \n\n "), Vec::<String>::new());
}
