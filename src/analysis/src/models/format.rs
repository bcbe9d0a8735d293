//! The file of a model: a header, a table of matrices, then their weights, one byte each.
//!
//! ```text
//! magic "RDOM" | format u16 | feature set u16 | matrices u32 | checksum u32 of all that follows
//! per matrix: name, 8 bytes | rows u32 | columns u32 | step u32
//! weights, row by row, in the order of the table
//! ```
//!
//! All numbers are little endian. A weight is a signed byte times the matrix's step, which counts
//! in 1/4096. The build refuses a file that does not fit, so that reading cannot fail later.

/// Opens every model file.
pub const MAGIC: [u8; 4] = *b"RDOM";
/// Version of this layout.
pub const FORMAT: u16 = 1;
/// Bytes before the table of matrices.
pub const HEADER: usize = 16;
/// Bytes of an entry of the table.
pub const ENTRY: usize = 20;
/// Steps count in this part of one.
pub const STEP_UNIT: i32 = 4096;
/// Most columns of a matrix, and its largest step: with more, sums of 32 bits could overflow.
pub const MOST_COLUMNS: usize = 512;
/// See [`MOST_COLUMNS`].
pub const MOST_STEP: i32 = STEP_UNIT - 1;

/// FNV-1a, 32 bits.
pub fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let part = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes(part.try_into().ok()?))
}

/// Where a matrix stands in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its rows.
    pub rows: usize,
    /// Its columns.
    pub columns: usize,
    /// Its step, in 1/4096.
    pub step: i32,
    /// Where its weights begin in the file.
    pub start: usize,
}

/// The entry of a matrix by name, shorter names filled up with spaces.
pub fn entry(file: &[u8], name: &str) -> Option<Entry> {
    let count = number(file, 8)? as usize;
    let mut start = HEADER + count * ENTRY;
    for index in 0..count {
        let at = HEADER + index * ENTRY;
        let own = file.get(at..at + 8)?;
        let rows = number(file, at + 8)? as usize;
        let columns = number(file, at + 12)? as usize;
        let step = number(file, at + 16)?.cast_signed();
        if own.trim_ascii_end() == name.as_bytes() {
            return Some(Entry { rows, columns, step, start });
        }
        start += rows.checked_mul(columns)?;
    }
    None
}

/// Whether a file is whole and was learned with these features.
///
/// # Errors
///
/// Says what does not fit.
pub fn check(file: &[u8], feature_set: u16) -> Result<(), String> {
    if file.get(..4) != Some(&MAGIC) {
        return Err("it does not open with RDOM".to_owned());
    }
    let versions = number(file, 4).ok_or("it is cut off")?;
    let (format, features) = (versions as u16, (versions >> 16) as u16);
    if format != FORMAT {
        return Err(format!("its format is {format}, this is {FORMAT}"));
    }
    if features != feature_set {
        return Err(format!("its feature set is {features}, this is {feature_set}: learn it anew"));
    }
    if number(file, 12) != file.get(HEADER..).map(checksum) {
        return Err("its checksum does not fit".to_owned());
    }
    let count = number(file, 8).unwrap_or_default() as usize;
    let mut end = HEADER + count * ENTRY;
    for index in 0..count {
        let at = HEADER + index * ENTRY;
        let size = number(file, at + 8).zip(number(file, at + 12));
        let (rows, columns) = size.ok_or("its table is cut off")?;
        let step = number(file, at + 16).ok_or("its table is cut off")?;
        if !(1..=MOST_COLUMNS).contains(&(columns as usize))
            || !(1..=MOST_STEP as u32).contains(&step)
        {
            return Err(format!(
                "matrix {index} has {columns} columns and the step {step}; 1 to {MOST_COLUMNS} and {MOST_STEP} are exact"
            ));
        }
        end += rows as usize * columns as usize;
    }
    if end != file.len() {
        return Err(format!("it has {} bytes, its table {end}", file.len()));
    }
    Ok(())
}

/// A matrix to write: its weights are levels of its step.
#[derive(Clone, Debug)]
pub struct Stored {
    /// At most eight bytes.
    pub name: String,
    /// Its rows.
    pub rows: usize,
    /// Its columns.
    pub columns: usize,
    /// Its step, in 1/4096.
    pub step: i32,
    /// Row by row.
    pub levels: Vec<i8>,
}

/// The bytes of a file.
pub fn write(matrices: &[Stored], feature_set: u16) -> Vec<u8> {
    let mut body = Vec::new();
    for matrix in matrices {
        body.extend(format!("{:8}", matrix.name).bytes().take(8));
        body.extend((matrix.rows as u32).to_le_bytes());
        body.extend((matrix.columns as u32).to_le_bytes());
        body.extend(matrix.step.to_le_bytes());
    }
    for matrix in matrices {
        body.extend(matrix.levels.iter().map(|level| level.cast_unsigned()));
    }
    let mut file = MAGIC.to_vec();
    file.extend(FORMAT.to_le_bytes());
    file.extend(feature_set.to_le_bytes());
    file.extend((matrices.len() as u32).to_le_bytes());
    file.extend(checksum(&body).to_le_bytes());
    file.extend(body);
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> Vec<u8> {
        let matrix = |name: &str, rows: usize| Stored {
            name: name.to_owned(),
            rows,
            columns: 2,
            step: 64,
            levels: vec![-3; rows * 2],
        };
        write(&[matrix("first", 3), matrix("second", 1)], 7)
    }

    #[test]
    fn what_is_written_is_found() {
        let file = file();
        assert_eq!(check(&file, 7), Ok(()));
        let second = entry(&file, "second").expect("written");
        assert_eq!((second.rows, second.columns, second.step), (1, 2, 64));
        assert_eq!(file.get(second.start..), Some(&[0xfd, 0xfd][..]));
        assert_eq!(entry(&file, "third"), None);
    }

    #[test]
    fn a_matrix_that_could_overflow_is_refused() {
        let check = |columns: usize, step: i32| {
            let levels = vec![i8::MAX; columns];
            let matrix = Stored { name: "wide".to_owned(), rows: 1, columns, step, levels };
            check(&write(&[matrix], 7), 7)
        };
        assert_eq!(check(MOST_COLUMNS, MOST_STEP), Ok(()));
        assert!(check(MOST_COLUMNS + 1, 1).is_err_and(|why| why.contains("513 columns")));
        assert!(check(0, 1).is_err_and(|why| why.contains("0 columns")));
        for step in [MOST_STEP + 1, 0, -1] {
            assert!(check(1, step).is_err_and(|why| why.contains("step")), "{step}");
        }
    }

    #[test]
    fn a_file_that_does_not_fit_is_refused() {
        let good = file();
        assert!(check(&good, 8).is_err_and(|why| why.contains("feature set")));
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 1;
            assert!(check(&bad, 7).is_err(), "byte {at}");
        }
        for end in 0..good.len() {
            assert!(check(&good[..end], 7).is_err(), "cut at {end}");
        }
    }
}
