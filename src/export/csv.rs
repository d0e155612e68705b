//! The table of indicators as comma-separated values (RFC 4180, UTF-8).
//!
//! Values are exact decimals. Text that a spreadsheet would take for a formula is made harmless with an apostrophe.

use crate::analysis::{Analysis, Comparator, Indicator, IndicatorKind, Number, Status};
use std::borrow::Cow;
use std::io::Write;

/// The columns, in order.
pub const HEADER: [&str; 17] = [
    "document",
    "name",
    "text",
    "value",
    "max",
    "unit",
    "comparator",
    "kind",
    "status",
    "subject",
    "start",
    "end",
    "baseline",
    "key",
    "doubts",
    "start_offset",
    "end_offset",
];

/// Writes the indicators of one or more documents under one header row.
pub struct IndicatorTable<W: Write> {
    out: csv::Writer<W>,
}

impl<W: Write> IndicatorTable<W> {
    /// Starts the table: writes the header row.
    ///
    /// # Errors
    /// Where `out` cannot be written to.
    pub fn new(out: W) -> std::io::Result<Self> {
        let mut out = csv::Writer::from_writer(out);
        out.write_record(HEADER)?;
        Ok(Self { out })
    }

    /// Adds the indicators of `analysis`; `document` names it in the first column.
    ///
    /// # Errors
    /// Where the output cannot be written to.
    pub fn add(&mut self, document: &str, analysis: &Analysis) -> std::io::Result<()> {
        for row in &analysis.indicators {
            self.out.write_record(record(document, row).iter().map(Cow::as_bytes))?;
        }
        Ok(())
    }

    /// Writes out what is still held back.
    ///
    /// # Errors
    /// Where the output cannot be written to.
    pub fn finish(mut self) -> std::io::Result<()> {
        self.out.flush()
    }
}

/// The indicators of one document as a string of comma-separated values.
pub fn indicators(document: &str, analysis: &Analysis) -> String {
    let mut bytes = Vec::new();
    let written = IndicatorTable::new(&mut bytes).and_then(|mut table| {
        table.add(document, analysis)?;
        table.finish()
    });
    debug_assert!(written.is_ok(), "memory can always be written to");
    String::from_utf8(bytes).unwrap_or_default()
}

trait AsBytes {
    fn as_bytes(&self) -> &[u8];
}

impl AsBytes for Cow<'_, str> {
    fn as_bytes(&self) -> &[u8] {
        str::as_bytes(self)
    }
}

fn record<'a>(document: &'a str, row: &'a Indicator) -> [Cow<'a, str>; 17] {
    let optional = |words: &'a Option<String>| harmless(words.as_deref().unwrap_or_default());
    [
        harmless(document),
        harmless(&row.name),
        harmless(&row.text),
        number(row.value).into(),
        row.max.map(number).unwrap_or_default().into(),
        harmless(&row.unit),
        comparator(row.comparator).into(), // from a fixed set: a lone = is no formula
        kind(row.kind).into(),
        status(row.status).into(),
        optional(&row.subject),
        optional(&row.start),
        optional(&row.end),
        optional(&row.baseline),
        optional(&row.key),
        harmless_owned(row.doubts.join(";")),
        row.span.start.to_string().into(),
        row.span.end.to_string().into(),
    ]
}

/// The exact decimal, never in powers of ten.
fn number(number: Number) -> String {
    number.0.normalize().to_string()
}

/// Whether a spreadsheet could take `words` for a formula.
fn is_dangerous(words: &str) -> bool {
    words.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

fn harmless(words: &str) -> Cow<'_, str> {
    if is_dangerous(words) { Cow::Owned(format!("'{words}")) } else { Cow::Borrowed(words) }
}

fn harmless_owned(words: String) -> Cow<'static, str> {
    if is_dangerous(&words) { Cow::Owned(format!("'{words}")) } else { Cow::Owned(words) }
}

fn comparator(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Equal => "=",
        Comparator::Greater => ">",
        Comparator::AtLeast => ">=",
        Comparator::Less => "<",
        Comparator::AtMost => "<=",
        Comparator::About => "~",
        Comparator::Range => "range",
    }
}

fn kind(kind: IndicatorKind) -> &'static str {
    match kind {
        IndicatorKind::Level => "level",
        IndicatorKind::Change => "change",
        IndicatorKind::Growth => "growth",
        IndicatorKind::Share => "share",
        IndicatorKind::Multiple => "multiple",
        IndicatorKind::Rank => "rank",
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Actual => "actual",
        Status::Estimate => "estimate",
        Status::Target => "target",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::ANALYZER;

    fn table(text: &str) -> Vec<Vec<String>> {
        let options = crate::Options { date: "2024-03-01".parse().ok(), ..Default::default() };
        let out = indicators("报告.txt", &ANALYZER.analyze(text, &options));
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_bytes());
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn values_are_exact() {
        let rows = table("2023年,全市地区生产总值3.6万亿元,一般公共预算收入1234.567亿元,出口下降2.6%。");
        assert_eq!(rows[0], HEADER);
        let values: Vec<&str> = rows[1..].iter().map(|row| row[3].as_str()).collect();
        assert_eq!(values, ["3600000000000", "123456700000", "-2.6"]);
        assert!(rows[1..].iter().all(|row| row[0] == "报告.txt"));
    }

    #[test]
    fn formulas_are_made_harmless() {
        for words in ["=1+1", "+86", "-x", "@a", "\tb"] {
            assert_eq!(harmless(words), format!("'{words}"));
        }
        assert_eq!(harmless("地区生产总值"), "地区生产总值");
        assert_eq!(number(Number("-2.60".parse().unwrap())), "-2.6");
    }
}
