//! Values parted by commas, semicolons or tabs, as a table in text.

use super::grid::Grid;

/// The text of `given`: its rows as lines, cells parted by tabs.
pub fn read(given: &str) -> String {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(given))
        .from_reader(given.as_bytes());
    let mut grid = Grid::default();
    // Given as text, a row cannot be anything else: none is lost here.
    for (row, record) in reader.records().flatten().enumerate() {
        for cell in &record {
            grid.push(row, cell, 1, 1);
        }
    }
    grid.lines().join("\n")
}

/// The mark that the first lines use most, outside of quotation marks.
fn delimiter(given: &str) -> u8 {
    let mut counts = [(b',', 0), (b'\t', 0), (b';', 0)];
    let mut quoted = false;
    for byte in given.bytes().take(8192) {
        quoted ^= byte == b'"';
        if let Some((_, count)) = counts.iter_mut().find(|(mark, _)| *mark == byte && !quoted) {
            *count += 1;
        }
    }
    counts.iter().max_by_key(|(_, count)| *count).map_or(b',', |(mark, _)| *mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_lines_of_cells() {
        assert_eq!(
            read("指标,单位,\"2024年\"\n\"粮食,总量\",万吨,12.5\n"),
            "指标\t单位\t2024年\n粮食,总量\t万吨\t12.5"
        );
        assert_eq!(read("指标;2024年\n粮食;12,5\n"), "指标\t2024年\n粮食\t12,5");
        assert_eq!(read("表1\n指标\t2024年\n粮食\t=1+1\n"), "表1\n指标\t2024年\n粮食\t=1+1");
        assert_eq!(read("\"开着的\n引号"), "开着的引号");
    }
}
