//! What `unpack` undoes: the build packs the rows of each lexicon.

use super::unpack::push;

/// No key shares more bytes than this with the one above, so that a character can say it.
const MOST_SHARED: usize = 40;

/// Rows packed: tab-separated cells, as many in each row.
pub(super) fn pack(rows: &str) -> String {
    let cells: Vec<Vec<&str>> = rows.lines().map(|line| line.split('\t').collect()).collect();
    let columns = cells.first().map_or(0, Vec::len);
    let mut lines = Vec::new();
    for column in 0..columns {
        for (at, row) in cells.iter().enumerate() {
            let above = at.checked_sub(1).map_or("", |above| cells[above][column]);
            lines.push(if column == 0 {
                let shared = shared(above, row[0]);
                format!("{}{}", char::from(b'A' + shared as u8), &row[0][shared..])
            } else {
                let mark = ["~", "=", "^", "@", "&"].into_iter().find(|mark| {
                    let mut text = format!("{}{above}", row[0]);
                    let both = text.len();
                    push(mark, 0..row[0].len(), row[0].len()..both, &mut text);
                    row[column].len() > 1 && text[both..] == *row[column]
                });
                mark.unwrap_or(row[column]).to_owned()
            });
        }
    }
    lines.join("\n")
}

/// How many bytes two keys share, whole characters only.
fn shared(above: &str, key: &str) -> usize {
    let same = above.chars().zip(key.chars()).take_while(|(above, key)| above == key);
    let ends = same.scan(0, |end, (_, char)| {
        *end += char.len_utf8();
        Some(*end)
    });
    ends.take_while(|end| *end <= MOST_SHARED).last().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::unpack::unpack;
    use super::pack;
    use proptest::prelude::*;

    #[test]
    fn a_cell_that_follows_from_its_key_is_a_mark() {
        let rows = "aclu\tbody.aclu\tACLU\nal-qaeda\tbody.alqaeda\tAl-Qaeda\n\
                    al-qaeda in the maghreb\tbody.alqaeda\tAl-Qaeda in the Maghreb\n";
        let packed = "Aaclu\nBl-qaeda\nI in the maghreb\n@\n@\n~\n^\n=\n=";
        assert_eq!(pack(rows), packed);
        assert_eq!(unpack(packed, 3), rows);
    }

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(
            rows in prop::collection::vec(("[a-zé' -]{1,50}", "[a-zA-Z. ]{0,9}", "x|yy|"), 1..20),
        ) {
            let rows: Vec<String> =
                rows.iter().map(|(key, cell, kind)| format!("{key}\t{cell}\t{kind}\n")).collect();
            prop_assert_eq!(unpack(&pack(&rows.concat()), 3), rows.concat());
        }

        #[test]
        fn any_text_is_unpacked(text in "\\PC{0,40}|[A-Z\n~=^@&é]{0,60}", columns in 0_usize..5) {
            let _ = unpack(&text, columns);
        }
    }
}
