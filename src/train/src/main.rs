//! `readout-train`: learns Readout's models from annotated corpora given by path.

#![expect(clippy::cast_precision_loss, reason = "counts are far below what a float holds")]

mod attributions;
mod coreference;
mod corpus;
mod learn;
mod names;
mod net;
mod parser;
mod prepare;
mod ranked;
mod round;
mod score;
mod silver;
mod tension;
mod tensor;
mod tokens;
#[cfg(test)]
mod toy;

use clap::{Args, Parser, Subcommand};
use corpus::Example;
use learn::{Lesson, Plan};
use net::{Net, Shape};
use readout_analysis::Lexicons;
use score::score;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};

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
    /// Learns who says what, and predicts it.
    Attributions(attributions::Attributions),
    /// Learns whom a pronoun refers to.
    Coreference(coreference::Coreference),
    /// Learns the class of acts, and predicts it by cross-validation.
    Tension(tension::Tension),
    /// Learns who acts in a predicate and towards whom.
    Parties(tension::arguments::Arguments),
    /// All of it: the advice, the silver annotation and the model, in the product's sizes.
    All(All),
}

#[derive(Args)]
struct All {
    /// Folder with `data/ud` and `eval`.
    #[arg(long)]
    kits: PathBuf,
    /// A Python that has `src/train/teacher/requirements.txt`.
    #[arg(long)]
    python: PathBuf,
    /// Folder for what is made on the way.
    #[arg(long, default_value = "target/train")]
    work: PathBuf,
    /// Folder for the models.
    #[arg(long, default_value = "src/analysis/model")]
    out: PathBuf,
}

#[derive(Args)]
struct Sizes {
    #[arg(long, default_value_t = Self::product().passes)]
    passes: usize,
    #[arg(long, default_value_t = Self::product().words)]
    words: usize,
    #[arg(long, default_value_t = Self::product().word)]
    word: usize,
    #[arg(long, default_value_t = Self::product().hidden)]
    hidden: usize,
    #[arg(long, default_value_t = Self::product().layers)]
    layers: usize,
    #[arg(long, default_value_t = Self::product().parser)]
    parser: usize,
    #[arg(long, default_value_t = Self::product().narrow)]
    narrow: usize,
    #[arg(long, default_value_t = Self::product().name_units)]
    name_units: usize,
    #[arg(long, default_value_t = Self::product().drop)]
    drop: f32,
    #[arg(long, default_value_t = Self::product().rate)]
    rate: f32,
    #[arg(long, default_value_t = Self::product().batch)]
    batch: usize,
    #[arg(long, default_value_t = Self::product().decay)]
    decay: f32,
    #[arg(long, default_value_t = Self::product().seed)]
    seed: u64,
    /// Last passes with rounded weights.
    #[arg(long, default_value_t = Self::product().rounded)]
    rounded: usize,
    #[arg(long, default_value_t = Self::product().table_levels)]
    table_levels: f32,
    #[arg(long, default_value_t = Self::product().layer_levels)]
    layer_levels: f32,
}

impl Sizes {
    /// What the product's model was learned with.
    const fn product() -> Self {
        Self {
            passes: 10,
            words: 5120,
            word: 32,
            hidden: 64,
            layers: 2,
            narrow: 32,
            parser: 64,
            name_units: 32,
            drop: 0.15,
            rate: 0.002,
            batch: 300,
            decay: 0.0,
            seed: 1,
            rounded: 3,
            table_levels: 7.0,
            layer_levels: 31.0,
        }
    }

    /// What the teacher was learned with that annotated the silver texts.
    const fn teacher() -> Self {
        Self {
            passes: 9,
            words: 8192,
            word: 64,
            hidden: 128,
            layers: 3,
            narrow: 96,
            parser: 96,
            drop: 0.28,
            rounded: 0,
            ..Self::product()
        }
    }
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
    /// Advice on the texts that shall be annotated.
    #[arg(long)]
    texts: Vec<PathBuf>,
    /// Folder to write to.
    #[arg(long)]
    out: PathBuf,
    /// Number of networks that vote.
    #[arg(long, default_value_t = 2)]
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
    /// The second treebank as the teacher annotates it: only its names are taken.
    #[arg(long)]
    silver_names: Option<PathBuf>,
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
        narrow: sizes.narrow,
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
    let mut second = read("ewt.train")?;
    if let Some(path) = &args.silver_names {
        let named = silver::read(path, 1.0)?;
        for (example, silver) in second.iter_mut().zip(named) {
            if example.words == silver.words {
                example.names = silver.names;
            }
        }
    }
    train.extend(second);
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

/// The treebanks' parts.
const TREEBANKS: [&str; 4] = ["gum-clean.train", "ewt.train", "gum-clean.dev", "ewt.dev"];

fn all(args: &All) -> Result<(), Failure> {
    let (advice, made) = (args.work.join("advice"), args.work.join("silver"));
    std::fs::create_dir_all(&advice)?;
    let ud = args.kits.join("data/ud");
    for name in TREEBANKS {
        let tokens = tokens::of_treebank(&ud.join(format!("{name}.conllu.gz")))?;
        ask(&args.python, &tokens, &advice.join(format!("{name}.tsv")))?;
    }
    let texts = args.kits.join("eval/quotes/polnear-train.jsonl.gz");
    let news = advice.join("news.tsv");
    ask(&args.python, &tokens::of_texts(&texts)?, &news)?;
    let names = args.kits.join("eval/entities");
    silver(&Silver {
        ud: ud.clone(),
        names: names.clone(),
        texts: vec![news, advice.join("ewt.train.tsv")],
        advice,
        out: made.clone(),
        voters: 2,
        sizes: Sizes::teacher(),
    })?;
    language(&Language {
        ud,
        names,
        silver_names: Some(made.join("ewt.train.tsv")),
        silver: vec![made.join("news.tsv").display().to_string()],
        out: Some(args.out.join("language.bin")),
        sizes: Sizes::product(),
    })?;
    attributions::run(&attributions::Attributions::of_product(
        texts,
        args.out.join("attributions.bin"),
        args.out.join("language.bin"),
    ))
}

/// Has the teacher annotate tokens.
#[expect(clippy::print_stderr, reason = "progress")]
fn ask(python: &Path, tokens: &str, to: &Path) -> Result<(), Failure> {
    eprintln!("asking the teacher for {}", to.display());
    let given = to.with_extension("tokens");
    std::fs::write(&given, tokens)?;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/teacher/annotate.py");
    let mut process = Process::new(python);
    process.arg(script).env("OMP_NUM_THREADS", "1");
    process.stdin(std::fs::File::open(&given)?).stdout(Stdio::from(std::fs::File::create(to)?));
    let status = process.status()?;
    if status.success() { Ok(()) } else { Err(format!("the teacher stopped: {status}").into()) }
}

fn main() -> Result<(), Failure> {
    match Cli::parse().command {
        Command::Silver(args) => silver(&args),
        Command::Language(args) => language(&args),
        Command::All(args) => all(&args),
        Command::Attributions(args) => attributions::run(&args),
        Command::Coreference(args) => coreference::run(&args),
        Command::Tension(args) => tension::run(&args),
        Command::Parties(args) => tension::arguments::run(&args),
    }
}
