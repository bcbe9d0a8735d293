//! The learned weights of attributions, and sums of them.

use super::chain::LABELS;
use super::find::Sure;
use super::habits::Habits;
use super::marginals::Exponentials;
use super::see::Sink;
use crate::models::format::entry;
use crate::models::table::Table;

/// Columns of a table of single labels: all but the first, from which the others count.
pub const SINGLES: usize = 2;
/// Columns of a table of pairs of labels.
pub const PAIRS: usize = LABELS * LABELS;

/// Rows of the table of trust: one a hundredth.
pub const SURE: usize = 101;

/// The model of attributions.
#[derive(Debug, Default)]
pub struct Model {
    pub(super) habits: Habits,
    pub(super) cues: Chain,
    pub(super) roles: Chain,
    /// By the model's own hundredths: in how many of a hundred cases it is right.
    sure: &'static [u8],
}

impl Model {
    /// The model of a file.
    pub(crate) fn open(file: &'static [u8]) -> Self {
        let chain = |singles, pairs| {
            let (singles, pairs) = (Table::open(file, singles), Table::open(file, pairs));
            let exponentials = [singles.scale(), pairs.scale()].map(Exponentials::new);
            Chain { singles, pairs, exponentials }
        };
        Self {
            habits: Habits::open(file, "habits"),
            cues: chain("cues", "cuepairs"),
            roles: chain("roles", "rolepair"),
            sure: entry(file, "sure")
                .and_then(|found| file.get(found.start..found.start + found.rows * found.columns))
                .unwrap_or_default(),
        }
    }

    /// In how many of a hundred cases a finding like this is right, as measured on held-out texts.
    pub(crate) fn confidence(&self, sure: Sure) -> u8 {
        self.sure.get(sure.hundredths()).copied().unwrap_or_default()
    }
}

/// The weights of a chain.
#[derive(Debug, Default)]
pub(super) struct Chain {
    pub(super) singles: Table<SINGLES>,
    pub(super) pairs: Table<PAIRS>,
    /// Of scores of single labels and of pairs.
    pub(super) exponentials: [Exponentials; 2],
}

/// A sum of the weights of what is seen.
#[derive(Debug)]
pub(super) struct Sum<'t, const COLUMNS: usize> {
    table: &'t Table<COLUMNS>,
    pub(super) sums: [i32; COLUMNS],
}

impl<'t, const COLUMNS: usize> Sum<'t, COLUMNS> {
    pub(super) fn new(table: &'t Table<COLUMNS>) -> Self {
        Self { table, sums: [0; COLUMNS] }
    }

    pub(super) fn scores(&self) -> [f32; COLUMNS] {
        self.table.scores(self.sums)
    }
}

impl<const COLUMNS: usize> Sink for Sum<'_, COLUMNS> {
    fn take(&mut self, keys: &[u32]) {
        self.table.add(keys, &mut self.sums);
    }
}
