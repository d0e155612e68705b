//! Tables as comma-separated values (RFC 4180, UTF-8).
//!
//! Decimals are exact. Text that a spreadsheet would take for a formula is made harmless with an apostrophe.

use super::tables::{Cell, Column, Table};
use crate::analysis::Analysis;
use std::borrow::Cow;
use std::io::Write;

/// What stands between the items of a list in one cell.
const BETWEEN: &str = ";";

/// The name of the first column, which says what document a row is from.
pub const DOCUMENT: &str = "document";

/// Writes rows under one header row.
pub struct CsvWriter<W: Write> {
    out: csv::Writer<W>,
}

impl<W: Write> CsvWriter<W> {
    /// Starts the table: writes the header row, `document` first.
    ///
    /// # Errors
    /// Where `out` cannot be written to.
    pub fn new(out: W, columns: &[Column]) -> std::io::Result<Self> {
        let mut table = Self::without_header(out);
        table.out.write_record([DOCUMENT].into_iter().chain(columns.iter().map(|column| column.name)))?;
        Ok(table)
    }

    /// Goes on with a table whose header row stands elsewhere.
    pub fn without_header(out: W) -> Self {
        Self { out: csv::Writer::from_writer(out) }
    }

    /// Adds the rows that `analysis` has for `table`; `document` names it in the first column.
    ///
    /// # Errors
    /// Where the output cannot be written to.
    pub fn add(&mut self, document: &str, table: &Table, analysis: &Analysis) -> std::io::Result<()> {
        table.rows(analysis).iter().try_for_each(|row| self.add_row(document, row))
    }

    /// Adds one row.
    ///
    /// # Errors
    /// Where the output cannot be written to.
    pub fn add_row(&mut self, document: &str, row: &[Cell<'_>]) -> std::io::Result<()> {
        self.out.write_field(harmless(document.into()).as_bytes())?;
        for cell in row {
            self.out.write_field(field(cell).as_bytes())?;
        }
        self.out.write_record(None::<&[u8]>)?;
        Ok(())
    }

    /// Writes out what is still held back and gives the output back.
    ///
    /// # Errors
    /// Where the output cannot be written to.
    pub fn finish(self) -> std::io::Result<W> {
        self.out.into_inner().map_err(|error| error.into_error())
    }
}

/// The words of a cell.
fn field<'a>(cell: &'a Cell<'_>) -> Cow<'a, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(words) => harmless(Cow::Borrowed(words)),
        Cell::Word(word) => Cow::Borrowed(word), // from a fixed set: a lone = is no formula
        Cell::Integer(number) => number.to_string().into(),
        Cell::Decimal(number) => number.normalize().to_string().into(), // never in powers of ten
        Cell::Float(number) => number.to_string().into(),
        Cell::Boolean(truth) => truth.to_string().into(),
        Cell::Date(day) => day.to_string().into(),
        Cell::Texts(list) => harmless(list.join(BETWEEN).into()),
        Cell::Integers(list) => list.iter().map(i64::to_string).collect::<Vec<_>>().join(BETWEEN).into(),
    }
}

/// Puts an apostrophe before what a spreadsheet could take for a formula.
pub(super) fn harmless(words: Cow<'_, str>) -> Cow<'_, str> {
    if words.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        return Cow::Owned(format!("'{words}"));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::tables::table;
    use super::*;
    use crate::testing::ANALYZER;
    use std::collections::HashMap;

    fn rows(name: &str, text: &str) -> Vec<HashMap<String, String>> {
        let options = crate::Options { date: "2024-03-01".parse().ok(), ..Default::default() };
        let table = table(name).unwrap();
        let mut out = CsvWriter::new(Vec::new(), table.columns).unwrap();
        out.add("报告.txt", table, &ANALYZER.analyze(text, &options)).unwrap();
        csv::Reader::from_reader(out.finish().unwrap().as_slice()).deserialize().map(Result::unwrap).collect()
    }

    #[test]
    fn values_are_exact() {
        let rows = rows("indicators", "2023年,全市地区生产总值3.6万亿元,一般公共预算收入1234.567亿元,出口下降2.6%。");
        let values: Vec<&str> = rows.iter().map(|row| row["value"].as_str()).collect();
        assert_eq!(values, ["3600000000000", "123456700000", "-2.6"]);
        assert!(rows.iter().all(|row| row[DOCUMENT] == "报告.txt"));
        assert_eq!((rows[0]["start"].as_str(), rows[0]["comparator"].as_str()), ("2023-01-01", "="));
    }

    #[test]
    fn lists_stand_in_one_cell() {
        let rows = rows("codes", "完善“四位一体”社会善治模式，即党建、德治、自治、法治。");
        assert_eq!(rows[0]["members"], "党建;德治;自治;法治");
        assert_eq!(rows[0]["complete"], "true");
    }

    #[test]
    fn formulas_are_made_harmless() {
        for words in ["=1+1", "+86", "-x", "@a", "\tb"] {
            assert_eq!(field(&Cell::Text(words.into())), format!("'{words}"));
            assert_eq!(field(&Cell::Texts(vec![words.to_owned()].into())), format!("'{words}"));
        }
        assert_eq!(harmless("地区生产总值".into()), "地区生产总值");
        assert_eq!(field(&Cell::Decimal("-2.60".parse().unwrap())), "-2.6");
    }
}
