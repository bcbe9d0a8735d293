//! A toy model, learned from end to end: the same bytes every time, and the product reads by it as
//! the trainer does.

use crate::corpus::{Example, label};
use crate::learn::{self, Plan};
use crate::net::{Net, Shape};
use crate::tensor::Random;
use crate::{parser, prepare, round};
use readout_analysis::training::{NAMES, TAGS, format};
use readout_analysis::{Lexicons, Models, syntax_of};
use readout_text::SourceText;

/// Words as `form/TAG/head/relation/name`, head from 1, 0 for the root.
const SENTENCES: [&str; 6] = [
    "Norway/PROPN/2/nsubj/B-LOC signed/VERB/0/root/O the/DET/4/det/O treaty/NOUN/2/obj/O \
     ./PUNCT/2/punct/O",
    "The/DET/2/det/O minister/NOUN/3/nsubj/O rejected/VERB/0/root/O it/PRON/3/obj/O \
     ./PUNCT/3/punct/O",
    "Talks/NOUN/2/nsubj/O failed/VERB/0/root/O in/ADP/4/case/O Oslo/PROPN/2/obl/B-LOC \
     ./PUNCT/2/punct/O",
    "The/DET/2/det/O treaty/NOUN/3/nsubj/O failed/VERB/0/root/O ./PUNCT/3/punct/O",
    "It/PRON/2/nsubj/O rejected/VERB/0/root/O the/DET/4/det/O talks/NOUN/2/obj/O \
     ./PUNCT/2/punct/O",
    "Oslo/PROPN/2/nsubj/B-LOC signed/VERB/0/root/O it/PRON/2/obj/O in/ADP/5/case/O \
     Norway/PROPN/2/obl/B-LOC ./PUNCT/2/punct/O",
];

fn examples() -> Vec<Example> {
    let index = |list: &[&str], name: &str| {
        list.iter().position(|entry| *entry == name).expect("a known label") as u8
    };
    let sentence = |line: &&str| {
        let mut example = Example { weight: 1.0, ..Example::default() };
        let words: Vec<&str> = line.split_whitespace().collect();
        for word in &words {
            let cells: Vec<&str> = word.rsplitn(5, '/').collect();
            let [name, relation, head, tag, form] = cells.as_slice() else {
                panic!("five cells: {word}")
            };
            let head: u16 = head.parse().expect("a number");
            example.words.push((*form).to_owned());
            example.tags.push(index(&TAGS, tag));
            example.heads.push(head.checked_sub(1).unwrap_or(words.len() as u16));
            example.labels.push(label(relation));
            example.names.push(index(&NAMES, name));
        }
        example
    };
    SENTENCES.iter().map(sentence).collect()
}

fn learned() -> (Net, Vec<u8>, Vec<u8>) {
    let shape = Shape {
        words: 32,
        word: 8,
        ending: 8,
        beginning: 4,
        form: 4,
        hint: 4,
        advice: (0, 0),
        hidden: 16,
        layers: 2,
        names: 8,
        narrow: 12,
        parser: 16,
    };
    let plan = Plan {
        seed: 3,
        passes: 80,
        batch: 12,
        rate: 0.01,
        drop: 0.0,
        decay: 0.0,
        rounded: 20,
        grains: round::Grains { table: 15.0, layer: 63.0 },
    };
    let table = prepare::vocabulary(examples().iter(), shape.words);
    let lessons = prepare::lessons(examples(), &table, false, &Lexicons::built_in());
    let mut net = Net::new(shape, 5);
    let steps = learn::learn(&mut net, &lessons, &plan, |_, _, _| {}).expect("it was rounded");
    let file = round::file(&net, &table, &steps);
    (net, table, file)
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    let (_, _, file) = learned();
    assert_eq!(file, learned().2);
    assert_eq!(format::checksum(&file), CHECKSUM, "the trainer learns something else than before");
}

/// Of the toy model. A change of the trainer or of the features changes it; learn the product's
/// models anew then, and write the new number here.
const CHECKSUM: u32 = 856_802_523;

#[test]
fn the_product_reads_as_the_trainer_does() {
    let (net, table, file) = learned();
    let models = Models::built_in().with_language(Vec::leak(file));
    let lexicons = Lexicons::built_in();
    for lesson in prepare::lessons(examples(), &table, false, &lexicons) {
        let gold = &lesson.example;
        let encoded = [net.encode(&lesson.inputs, 0.0, &mut Random(0))];
        let nets = [net.clone()];
        let (heads, labels) = parser::parse(&nets, &encoded);
        assert_eq!((&heads, &labels), (&gold.heads, &gold.labels), "it learned the toy by heart");
        let text = SourceText::new(&gold.words.join(" ")).expect("short");
        let (_, words) = syntax_of(&text, &lexicons, &models);
        let read: Vec<u16> = words
            .iter()
            .map(|(_, word)| word.head.map_or(words.len() as u16, |head| head as u16))
            .collect();
        assert_eq!(read, heads, "{:?}", gold.words);
    }
}
