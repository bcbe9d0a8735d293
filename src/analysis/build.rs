//! Checks `lexicon/*.tsv` and packs the bare rows of each.
//!
//! A lexicon opens with `#` lines: `# name:`, `# source:`, `# license:`, `# retrieved:`, `# built:`
//! and `# columns:` (tab-free list such as `key:text kind:enum(state|body) weight:int note:text?`).
//! Rows are tab-separated, sorted by bytes and unique. A bad row stops the build and says where.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const HEADER: [&str; 6] = ["name", "source", "license", "retrieved", "built", "columns"];

/// What a column may hold.
enum Kind {
    Text {
        optional: bool,
    },
    Int,
    Enum {
        labels: Vec<String>,
        optional: bool,
    },
    /// Space-separated labels, any number of them.
    Flags(Vec<String>),
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=lexicon");
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut files: Vec<PathBuf> = fs::read_dir("lexicon")?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "tsv"))
        .collect();
    files.sort();
    let mut code = String::new();
    for file in files {
        compile(&file, &out, &mut code)?;
    }
    fs::write(out.join("lexicon_files.rs"), code)?;
    println!("cargo::rerun-if-changed=model");
    for (model, features) in FEATURE_SETS {
        let model = Path::new(model);
        format::check(&fs::read(model)?, features)
            .map_err(|why| format!("{}: {why}", model.display()))?;
    }
    let packed =
        packed::pack(&fs::read("model/attributions.bin")?).ok_or("the model is cut off")?;
    fs::write(out.join("attributions.packed"), packed)?;
    Ok(())
}

/// As `models::features`, `attributions::learned` and `tension::learned` have them; tests compare.
const FEATURE_SETS: [(&str, u16); 3] =
    [("model/language.bin", 1), ("model/attributions.bin", 2), ("model/tension.bin", 1)];

#[path = "src/models/format.rs"]
#[expect(dead_code, unreachable_pub, reason = "the build only checks")]
mod format;

#[path = "src/models/packed.rs"]
#[expect(dead_code, unreachable_pub, reason = "the build only packs")]
mod packed;

#[path = "src/lexicons/pack.rs"]
mod pack;

#[path = "src/lexicons/unpack.rs"]
mod unpack;

fn compile(file: &Path, out: &Path, code: &mut String) -> Result<(), Box<dyn Error>> {
    let name = file.file_stem().and_then(|stem| stem.to_str()).ok_or("odd file name")?;
    let text = fs::read_to_string(file)?;
    let columns = header(file, &text)?;
    let mut rows = String::new();
    let mut previous = "";
    for (number, line) in text.lines().enumerate() {
        if line.starts_with('#') {
            continue;
        }
        let bad = |why: String| format!("{}:{}: {why}", file.display(), number + 1);
        if line <= previous {
            return Err(bad(format!("rows must be sorted and unique: after {previous:?}")).into());
        }
        previous = line;
        let cells: Vec<&str> = line.split('\t').collect();
        if cells.len() != columns.len() {
            let (want, have) = (columns.len(), cells.len());
            return Err(bad(format!("{want} columns wanted, {have} found")).into());
        }
        for (cell, (column, kind)) in cells.iter().zip(&columns) {
            check(cell, kind).map_err(|why| bad(format!("column {column}: {why}")))?;
        }
        rows.push_str(line);
        rows.push('\n');
    }
    // Rows are sorted as whole lines; a tab sorts before any character of a longer key, so keys are too.
    let packed = pack::pack(&rows);
    // A cell that is a mark by itself would be read as what the mark stands for.
    if unpack::unpack(&packed, columns.len()) != rows {
        return Err(format!("{}: the rows cannot be packed", file.display()).into());
    }
    fs::write(out.join(format!("{name}.packed")), packed)?;
    let constant = name.to_uppercase();
    writeln!(
        code,
        "pub(crate) static {constant}: LexiconFile = LexiconFile::new(include_str!(concat!(env!(\"OUT_DIR\"), \"/{name}.packed\")), {});",
        columns.len()
    )?;
    Ok(())
}

fn header(file: &Path, text: &str) -> Result<Vec<(String, Kind)>, String> {
    let field = |name: &str| {
        text.lines()
            .take_while(|line| line.starts_with('#'))
            .find_map(|line| line.strip_prefix(&format!("# {name}: ")))
    };
    for name in HEADER {
        if field(name).is_none_or(|value| value.trim().is_empty()) {
            return Err(format!("{}: the header lacks '# {name}: …'", file.display()));
        }
    }
    field("columns")
        .unwrap_or_default()
        .split_whitespace()
        .map(|column| {
            let (name, kind) = column
                .split_once(':')
                .ok_or_else(|| format!("{}: column {column} has no type", file.display()))?;
            kind_of(kind)
                .map(|kind| (name.to_owned(), kind))
                .ok_or_else(|| format!("{}: column {column} has an unknown type", file.display()))
        })
        .collect()
}

fn kind_of(kind: &str) -> Option<Kind> {
    let labels = |list: &str| list.split('|').map(str::to_owned).collect::<Vec<String>>();
    Some(match kind {
        "text" => Kind::Text { optional: false },
        "text?" => Kind::Text { optional: true },
        "int" => Kind::Int,
        _ => {
            if let Some(list) = kind.strip_prefix("enum(") {
                let optional = list.ends_with('?');
                let list = list.trim_end_matches('?').strip_suffix(')')?;
                Kind::Enum { labels: labels(list), optional }
            } else {
                Kind::Flags(labels(kind.strip_prefix("flags(")?.strip_suffix(')')?))
            }
        }
    })
}

fn check(cell: &str, kind: &Kind) -> Result<(), String> {
    if cell.trim() != cell {
        return Err(format!("{cell:?} has white space at an end"));
    }
    let fits = match kind {
        Kind::Text { optional } => *optional || !cell.is_empty(),
        Kind::Int => cell.parse::<i32>().is_ok(),
        Kind::Enum { labels, optional } => {
            (*optional && cell.is_empty()) || labels.iter().any(|label| label == cell)
        }
        Kind::Flags(labels) => {
            cell.split_whitespace().all(|flag| labels.iter().any(|label| label == flag))
        }
    };
    if fits { Ok(()) } else { Err(format!("{cell:?} is not allowed")) }
}
