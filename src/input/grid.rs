//! Tables of any format as lines of text, cells parted by tabs: the form that [`crate::text::tables`] reads.

/// A table with a cell longer than this is a layout, not a table of values.
const LONG: usize = 300;
/// A table has at most so many columns; a cell beyond is dropped.
const COLUMNS: usize = 500;

/// A cell where it stands; `None` where nothing was put, or where another one stretches to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Place {
    text: String,
    /// It is the continuation of a cell to its left or above.
    stretched: bool,
}

/// A table that is being filled.
#[derive(Debug, Default)]
pub struct Grid {
    rows: Vec<Vec<Option<Place>>>,
}

impl Grid {
    /// Puts a cell at the first free place of row `row`, stretched over `width` columns and `height` rows.
    pub fn push(&mut self, row: usize, text: &str, width: usize, height: usize) {
        self.row(row);
        let column = self.rows[row].iter().position(Option::is_none).unwrap_or(self.rows[row].len());
        self.put(row, column, text, width, height);
    }

    /// Puts a cell at a place, stretched over `width` columns and `height` rows.
    pub fn put(&mut self, row: usize, column: usize, text: &str, width: usize, height: usize) {
        let text = one_line(text);
        // What is a value stands in one place only: nobody counted it twice.
        let repeated = if is_value(&text) { String::new() } else { text.clone() };
        let right = (column + width.max(1)).min(COLUMNS);
        // A cell cannot stretch further down than the rows that are there to come; the caller bounds `height`.
        for at_row in row..row + height.max(1) {
            self.row(at_row);
            let cells = &mut self.rows[at_row];
            if cells.len() < right {
                cells.resize(right, None);
            }
            for (at, place) in cells.iter_mut().enumerate().take(right).skip(column) {
                let first = at == column && at_row == row;
                let text = if first { text.clone() } else { repeated.clone() };
                *place = Some(Place { text, stretched: !first });
            }
        }
    }

    /// Continues the cell above `column` of `row`.
    pub fn continue_above(&mut self, row: usize, column: usize) {
        let above = row.checked_sub(1).and_then(|row| self.rows.get(row)?.get(column)?.clone());
        let text = above.map(|place| place.text).filter(|text| !is_value(text)).unwrap_or_default();
        self.row(row);
        if self.rows[row].len() <= column && column < COLUMNS {
            self.rows[row].resize(column + 1, None);
        }
        if let Some(place) = self.rows[row].get_mut(column) {
            *place = Some(Place { text, stretched: true });
        }
    }

    fn row(&mut self, row: usize) {
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
    }

    /// How many places `row` has.
    pub fn width(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, Vec::len)
    }

    /// The first free column of `row`.
    pub fn free(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |cells| cells.iter().position(Option::is_none).unwrap_or(cells.len()))
    }

    /// The table as lines: a row a line, a row that is one cell only (a caption, a note) without tabs.
    pub fn lines(self) -> Vec<String> {
        let said = |place: &Option<Place>| place.as_ref().is_some_and(|place| !place.text.is_empty());
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let filled: Vec<usize> = (0..width)
            .filter(|&at| {
                self.rows.iter().any(|row| row.get(at).is_some_and(|cell| said(cell) && !is_stretched(cell.as_ref())))
            })
            .collect();
        let long = self.rows.iter().flatten().flatten().any(|place| place.text.chars().count() > LONG);
        let mut lines = Vec::new();
        for row in &self.rows {
            let own: Vec<&str> =
                row.iter().flatten().filter(|place| !place.stretched).map(|place| place.text.as_str()).collect();
            let mut own = own.into_iter().filter(|text| !text.is_empty());
            let (first, more) = (own.next(), own.next());
            let across = row.iter().flatten().filter(|place| place.stretched).count() + 1 >= filled.len();
            match (first, more) {
                (None, _) => {}
                (Some(only), None) if across || filled.len() == 1 => lines.push(only.to_owned()),
                (Some(first), more) if long => {
                    lines.extend([first].into_iter().chain(more).chain(own).map(str::to_owned))
                }
                _ => {
                    let cell =
                        |&at: &usize| row.get(at).and_then(Option::as_ref).map_or("", |place| place.text.as_str());
                    let line = filled.iter().map(cell).collect::<Vec<_>>().join("\t");
                    lines.push(line.trim_end_matches('\t').to_owned());
                }
            }
        }
        lines
    }
}

fn is_stretched(place: Option<&Place>) -> bool {
    place.is_some_and(|place| place.stretched)
}

/// Whether a cell starts with a figure that is no year, month or quarter.
fn is_value(text: &str) -> bool {
    let year = text.len() == 4 && matches!(text.parse::<u16>(), Ok(1900..=2100));
    if year || text.contains(['年', '月', '季', '日']) {
        return false;
    }
    text.trim_start_matches(['-', '+', '－', '≥', '≤', '>', '<']).starts_with(|char: char| char.is_ascii_digit())
}

/// Words without line breaks and tabs; between Chinese characters a break leaves nothing.
pub fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for char in text.chars() {
        if char.is_whitespace() && char != '\u{3000}' {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank) && !out.is_empty() && needs_blank(out.chars().next_back(), Some(char)) {
            out.push(' ');
        }
        out.push(char);
    }
    out
}

/// Whether a blank between two characters says anything: not between two of full width.
pub fn needs_blank(before: Option<char>, behind: Option<char>) -> bool {
    let wide = |char: char| {
        crate::text::is_han(char)
            || ('\u{3000}'..='\u{303f}').contains(&char)
            || ('\u{ff00}'..='\u{ffef}').contains(&char)
    };
    match (before, behind) {
        (Some(before), Some(behind)) => !wide(before) || !wide(behind),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretched_heads_stand_over_every_column_and_values_only_once() {
        let mut grid = Grid::default();
        grid.push(0, "表1 主要指标", 3, 1);
        grid.push(1, "指标", 1, 2);
        grid.push(1, "2024年", 2, 1);
        grid.push(2, "绝对数", 1, 1);
        grid.push(2, "增长", 1, 1);
        grid.push(3, "粮食\n产量", 1, 1);
        grid.push(3, "12.5", 2, 1);
        assert_eq!(grid.lines(), ["表1 主要指标", "指标\t2024年\t2024年", "指标\t绝对数\t增长", "粮食产量\t12.5"]);
    }

    #[test]
    fn empty_columns_go_and_an_empty_corner_stays() {
        let mut grid = Grid::default();
        for (row, cells) in [["", "绝对数", "", "增长"], ["粮食", "12.5", "", "3.1"]].iter().enumerate() {
            for cell in cells {
                grid.push(row, cell, 1, 1);
            }
        }
        assert_eq!(grid.lines(), ["\t绝对数\t增长", "粮食\t12.5\t3.1"]);
    }

    #[test]
    fn a_layout_is_no_table() {
        let mut grid = Grid::default();
        grid.push(0, "导航", 1, 1);
        grid.push(0, &"会议指出，".repeat(80), 1, 1);
        assert_eq!(grid.lines().len(), 2);
    }
}
