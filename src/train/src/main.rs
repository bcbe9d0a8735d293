//! `readout-train`: learns Readout's models from annotated corpora given by path.

#![expect(clippy::cast_precision_loss, reason = "counts are far below what a float holds")]

mod corpus;
mod learn;
mod names;
mod net;
mod parser;
mod prepare;
mod round;
mod silver;
mod tensor;
#[cfg(test)]
mod toy;

use clap::{Args, Parser, Subcommand};
use corpus::Example;
use learn::{Lesson, Plan};
use net::{Net, Shape};
use rayon::prelude::*;
use readout_analysis::Lexicons;
use std::path::{Path, PathBuf};
use tensor::Random;

/// Learns Readout's models. The same data gives the same bytes.
#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Learns a large teacher that heeds advice, and has it annotate texts.
    Silver(Silver),
    /// Learns the model of the language layer.
    Language(Language),
}

#[derive(Args)]
struct Sizes {
    #[arg(long, default_value_t = 10)]
    passes: usize,
    #[arg(long, default_value_t = 4096)]
    words: usize,
    #[arg(long, default_value_t = 32)]
    word: usize,
    #[arg(long, default_value_t = 64)]
    hidden: usize,
    #[arg(long, default_value_t = 2)]
    layers: usize,
    #[arg(long, default_value_t = 64)]
    parser: usize,
    #[arg(long, default_value_t = 32)]
    name_units: usize,
    #[arg(long, default_value_t = 0.15)]
    drop: f32,
    #[arg(long, default_value_t = 0.002)]
    rate: f32,
    #[arg(long, default_value_t = 300)]
    batch: usize,
    #[arg(long, default_value_t = 0.0)]
    decay: f32,
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Last passes with rounded weights.
    #[arg(long, default_value_t = 0)]
    rounded: usize,
    #[arg(long, default_value_t = 7.0)]
    table_levels: f32,
    #[arg(long, default_value_t = 31.0)]
    layer_levels: f32,
}

#[derive(Args)]
struct Silver {
    /// Folder of the treebanks.
    #[arg(long)]
    ud: PathBuf,
    /// Folder of the files of names.
    #[arg(long)]
    names: PathBuf,
    /// Folder of the teacher's advice on the treebanks.
    #[arg(long)]
    advice: PathBuf,
    /// Advice on texts that shall be annotated.
    #[arg(long)]
    texts: Vec<PathBuf>,
    /// Folder to write to.
    #[arg(long)]
    out: PathBuf,
    /// Number of networks that vote.
    #[arg(long, default_value_t = 1)]
    voters: u64,
    #[command(flatten)]
    sizes: Sizes,
}

#[derive(Args)]
struct Language {
    #[arg(long)]
    ud: PathBuf,
    #[arg(long)]
    names: PathBuf,
    /// Annotated texts, with their weight: `FILE=0.5`.
    #[arg(long)]
    silver: Vec<String>,
    /// The file to write.
    #[arg(long)]
    out: Option<PathBuf>,
    #[command(flatten)]
    sizes: Sizes,
}

type Failure = Box<dyn std::error::Error>;

/// Right answers, and names found, given and right.
#[derive(Default)]
struct Score {
    tokens: usize,
    tags: usize,
    heads: usize,
    labels: usize,
    names: [usize; 3],
}

fn score_one(nets: &[Net], lesson: &Lesson) -> Score {
    let encoded: Vec<_> =
        nets.iter().map(|net| net.encode(&lesson.inputs, 0.0, &mut Random(0))).collect();
    let (tags, names) = learn::labels(nets, &encoded);
    let (heads, labels) = parser::parse(nets, &encoded);
    let gold = &lesson.example;
    let mut score = Score { tokens: tags.len(), ..Score::default() };
    let plain = |label: u8| corpus::LABELS[usize::from(label)].split(':').next();
    for at in 0..tags.len() {
        score.tags += usize::from(tags[at] == gold.tags[at]);
        let right = heads[at] == gold.heads[at];
        score.heads += usize::from(right);
        score.labels += usize::from(right && plain(labels[at]) == plain(gold.labels[at]));
    }
    if !gold.names.is_empty() {
        let (found, wanted) = (spans(&names), spans(&gold.names));
        score.names =
            [found.len(), wanted.len(), found.iter().filter(|span| wanted.contains(span)).count()];
    }
    score
}

fn spans(labels: &[u8]) -> Vec<(usize, usize, u8)> {
    let mut found: Vec<(usize, usize, u8)> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        match label {
            1 | 3 | 5 => found.push((at, at + 1, *label)),
            2 | 4 | 6 => {
                if let Some(last) = found.last_mut().filter(|last| last.1 == at) {
                    last.1 = at + 1;
                }
            }
            _ => {}
        }
    }
    found
}

#[expect(clippy::print_stderr, reason = "progress")]
fn score(nets: &[Net], lessons: &[Lesson], name: &str) {
    let sum = lessons.par_iter().map(|lesson| score_one(nets, lesson)).reduce(
        Score::default,
        |mut a, b| {
            a.tokens += b.tokens;
            a.tags += b.tags;
            a.heads += b.heads;
            a.labels += b.labels;
            for at in 0..3 {
                a.names[at] += b.names[at];
            }
            a
        },
    );
    let share = |count: usize| count as f32 / sum.tokens as f32;
    let names = 2.0 * sum.names[2] as f32 / (sum.names[0] + sum.names[1]).max(1) as f32;
    eprintln!(
        "  {name}: UPOS {:.4} UAS {:.4} LAS {:.4} names {names:.4}",
        share(sum.tags),
        share(sum.heads),
        share(sum.labels)
    );
}

/// A treebank's sentences, with names where the kit has them and advice where it is given.
fn treebank(
    ud: &Path,
    names: &Path,
    advice: Option<&Path>,
    name: &str,
) -> Result<Vec<Example>, Failure> {
    let mut found = corpus::conllu(&ud.join(format!("{name}.conllu.gz")))?;
    if let Some(part) = name.strip_prefix("gum-clean.") {
        names::label(&mut found, &names.join(format!("gum.{part}.jsonl.gz")))?;
    }
    if let Some(advice) = advice {
        corpus::advise(&mut found, corpus::advice(&advice.join(format!("{name}.tsv")))?)?;
    }
    Ok(found.into_iter().map(|(_, example)| example).collect())
}

fn shape(sizes: &Sizes, heed: bool) -> Shape {
    Shape {
        words: sizes.words,
        word: sizes.word,
        ending: 16,
        beginning: 8,
        form: 8,
        hint: 8,
        advice: if heed { (prepare::ADVICE, 64) } else { (0, 0) },
        hidden: sizes.hidden,
        layers: sizes.layers,
        names: sizes.name_units,
        parser: sizes.parser,
    }
}

fn plan(sizes: &Sizes) -> Plan {
    Plan {
        seed: sizes.seed + 100,
        passes: sizes.passes,
        batch: sizes.batch,
        rate: sizes.rate,
        drop: sizes.drop,
        decay: sizes.decay,
        rounded: sizes.rounded,
        grains: round::Grains { table: sizes.table_levels, layer: sizes.layer_levels },
    }
}

#[expect(clippy::print_stderr, reason = "progress")]
fn teach(
    net: &mut Net,
    train: &[Lesson],
    dev: &[(&str, Vec<Lesson>)],
    sizes: &Sizes,
    seed: u64,
) -> Option<round::Steps> {
    let start = std::time::Instant::now();
    let plan = Plan { seed: seed + 100, ..plan(sizes) };
    learn::learn(net, train, &plan, |pass, net, loss| {
        eprintln!("pass {pass} loss {loss:.4} {:?}", start.elapsed());
        if pass % 3 == 0 || pass + 1 == sizes.passes {
            for (name, lessons) in dev {
                score(std::slice::from_ref(net), lessons, name);
            }
        }
    })
}

fn silver(args: &Silver) -> Result<(), Failure> {
    let lexicons = Lexicons::built_in();
    let read = |name: &str| treebank(&args.ud, &args.names, Some(&args.advice), name);
    let mut train = read("gum-clean.train")?;
    train.extend(read("ewt.train")?);
    let table = prepare::vocabulary(train.iter(), args.sizes.words);
    let train = prepare::lessons(train, &table, true, &lexicons);
    let dev = [
        ("gum", prepare::lessons(read("gum-clean.dev")?, &table, true, &lexicons)),
        ("ewt", prepare::lessons(read("ewt.dev")?, &table, true, &lexicons)),
    ];
    let mut nets = Vec::new();
    for seed in 0..args.voters {
        let mut net = Net::new(shape(&args.sizes, true), args.sizes.seed + seed);
        teach(&mut net, &train, &dev, &args.sizes, args.sizes.seed + seed);
        nets.push(net);
    }
    for (name, lessons) in &dev {
        score(&nets, lessons, name);
    }
    std::fs::create_dir_all(&args.out)?;
    for path in &args.texts {
        let lessons = prepare::lessons(corpus::advice(path)?, &table, true, &lexicons);
        let name = path.file_name().ok_or("a file")?;
        std::fs::write(args.out.join(name), silver::annotate(&nets, &lessons))?;
    }
    Ok(())
}

fn language(args: &Language) -> Result<(), Failure> {
    let lexicons = Lexicons::built_in();
    let read = |name: &str| treebank(&args.ud, &args.names, None, name);
    let mut train = read("gum-clean.train")?;
    train.extend(read("ewt.train")?);
    for entry in &args.silver {
        let (path, weight) = entry.split_once('=').unwrap_or((entry, "1"));
        train.extend(silver::read(Path::new(path), weight.parse()?)?);
    }
    let table = prepare::vocabulary(train.iter(), args.sizes.words);
    let train = prepare::lessons(train, &table, false, &lexicons);
    let dev = [
        ("gum", prepare::lessons(read("gum-clean.dev")?, &table, false, &lexicons)),
        ("ewt", prepare::lessons(read("ewt.dev")?, &table, false, &lexicons)),
    ];
    let mut net = Net::new(shape(&args.sizes, false), args.sizes.seed);
    let steps = teach(&mut net, &train, &dev, &args.sizes, args.sizes.seed);
    for (name, lessons) in &dev {
        score(std::slice::from_ref(&net), lessons, name);
    }
    if let Some((path, steps)) = args.out.as_ref().zip(steps) {
        std::fs::write(path, round::file(&net, &table, &steps))?;
    }
    Ok(())
}

fn main() -> Result<(), Failure> {
    match Cli::parse().command {
        Command::Silver(args) => silver(&args),
        Command::Language(args) => language(&args),
    }
}
