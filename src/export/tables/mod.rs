//! The tables of an Analysis: which there are, which typed columns each has, how its rows are read.
//!
//! Whatever writes tables (CSV, Parquet, spreadsheets) goes through [`TABLES`], so that all have the same columns.
//! A row does not say which document it is from: who writes tables of several documents puts that first. Column
//! `row` is the position in the list of the Analysis, which `tasks.indicators` and `posts.person_row` refer to.

mod cell;

use crate::analysis::{Analysis, Span};
pub use cell::{Cell, Kind};
use jiff::civil::Date;

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What its cells are; any cell may also be [`Cell::Empty`].
    pub kind: Kind,
}

/// A table: its name, its columns, its rows in an Analysis.
#[derive(Debug)]
pub struct Table {
    /// The name, as in the Analysis.
    pub name: &'static str,
    /// The columns, in order.
    pub columns: &'static [Column],
    rows: for<'a> fn(&'a Analysis) -> Vec<Vec<Cell<'a>>>,
}

impl Table {
    /// The rows that `analysis` has for this table, each with one cell a column.
    pub fn rows<'a>(&self, analysis: &'a Analysis) -> Vec<Vec<Cell<'a>>> {
        (self.rows)(analysis)
    }
}

/// The table of this name.
pub fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}

/// A table: its name, the items it is made of, then a line a column: name, kind, value in an item.
macro_rules! table {
    ($name:literal, |$analysis:ident| $items:expr, |$item:pat_param| {
        $($column:literal: $kind:ident = $cell:expr,)*
    }) => {
        Table {
            name: $name,
            columns: &[$(Column { name: $column, kind: Kind::$kind }),*],
            rows: |$analysis| $items.map(|$item| vec![$($cell.into()),*]).collect(),
        }
    };
}

/// Every table, in the order of the Analysis.
pub static TABLES: &[Table] = &[
    table!("documents", |analysis| std::iter::once(&analysis.document), |document| {
        "title": Text = &document.title,
        "source": Text = &document.source,
        "published": Date = date(&document.published),
        "reporters": Texts = &document.reporters,
        "editors": Texts = &document.editors,
        "script": Word = document.script,
        "characters": Integer = document.characters,
    }),
    table!("people", |analysis| analysis.people.iter().enumerate(), |(number, row)| {
        "row": Integer = number,
        "name": Text = &row.name,
        "byline": Boolean = row.byline,
        "posts": Texts = row.posts.iter().map(|post| post.text.clone()).collect::<Vec<_>>(),
        "mentions": Integer = row.spans.len(),
        "starts": Integers = starts(&row.spans),
        "ends": Integers = ends(&row.spans),
        "rule": Text = &row.rule,
    }),
    table!("posts", |analysis| posts(analysis), |(number, person_number, person, row)| {
        "row": Integer = number,
        "person_row": Integer = person_number,
        "person": Text = &person.name,
        "text": Text = &row.text,
        "tenure": Word = row.when,
        "start_offset": Integer = row.span.start,
        "end_offset": Integer = row.span.end,
        "rule": Text = &row.rule,
    }),
    table!("places", |analysis| analysis.places.iter().enumerate(), |(number, row)| {
        "row": Integer = number,
        "name": Text = &row.name,
        "names": Texts = &row.names,
        "level": Word = row.level,
        "code": Text = &row.code,
        "within": Text = &row.within,
        "mentions": Integer = row.spans.len(),
        "starts": Integers = starts(&row.spans),
        "ends": Integers = ends(&row.spans),
        "rule": Text = &row.rule,
    }),
    table!("organizations", |analysis| analysis.organizations.iter().enumerate(), |(number, row)| {
        "row": Integer = number,
        "name": Text = &row.name,
        "names": Texts = &row.names,
        "kind": Word = row.kind,
        "mentions": Integer = row.spans.len(),
        "starts": Integers = starts(&row.spans),
        "ends": Integers = ends(&row.spans),
        "rule": Text = &row.rule,
    }),
    table!("facilities", |analysis| analysis.facilities.iter().enumerate(), |(number, row)| {
        "row": Integer = number,
        "name": Text = &row.name,
        "names": Texts = &row.names,
        "mentions": Integer = row.spans.len(),
        "starts": Integers = starts(&row.spans),
        "ends": Integers = ends(&row.spans),
        "rule": Text = &row.rule,
    }),
    table!("events", |analysis| analysis.events.iter().enumerate(), |(number, row)| {
        "row": Integer = number,
        "name": Text = &row.name,
        "names": Texts = &row.names,
        "start": Date = date(&row.start),
        "end": Date = date(&row.end),
        "place": Text = &row.place,
        "mentions": Integer = row.spans.len(),
        "starts": Integers = starts(&row.spans),
        "ends": Integers = ends(&row.spans),
        "rule": Text = &row.rule,
    }),
    table!("times", |analysis| analysis.times.iter().enumerate(), |(number, row)| {
        "row": Integer = number,
        "text": Text = &row.text,
        "start": Date = date(&row.start),
        "end": Date = date(&row.end),
        "start_offset": Integer = row.span.start,
        "end_offset": Integer = row.span.end,
        "rule": Text = &row.rule,
    }),
    table!("indicators", |analysis| analysis.indicators.iter().enumerate(), |(number, row)| {
        "row": Integer = number,
        "name": Text = &row.name,
        "text": Text = &row.text,
        "value": Decimal = row.value,
        "max": Decimal = row.max,
        "unit": Text = &row.unit,
        "comparator": Word = row.comparator,
        "kind": Word = row.kind,
        "status": Word = row.status,
        "subject": Text = &row.subject,
        "start": Date = date(&row.start),
        "end": Date = date(&row.end),
        "baseline": Text = &row.baseline,
        "key": Text = &row.key,
        "doubts": Texts = &row.doubts,
        "derivation": Texts = &row.derivation,
        "start_offset": Integer = row.span.start,
        "end_offset": Integer = row.span.end,
        "rule": Text = &row.rule,
    }),
    table!("codes", |analysis| analysis.codes.iter().enumerate(), |(number, row)| {
        "row": Integer = number,
        "text": Text = &row.text,
        "count": Integer = row.count,
        "members": Texts = &row.members,
        "complete": Boolean = row.complete,
        "glossary": Texts = &row.glossary,
        "mentions": Integer = row.spans.len(),
        "starts": Integers = starts(&row.spans),
        "ends": Integers = ends(&row.spans),
        "rule": Text = &row.rule,
    }),
    table!("programmes", |analysis| analysis.programmes.iter().enumerate(), |(number, row)| {
        "row": Integer = number,
        "text": Text = &row.text,
        "mentions": Integer = row.spans.len(),
        "starts": Integers = starts(&row.spans),
        "ends": Integers = ends(&row.spans),
        "rule": Text = &row.rule,
    }),
    table!("quotes", |analysis| analysis.quotes.iter().enumerate(), |(number, row)| {
        "row": Integer = number,
        "speaker": Text = &row.speaker,
        "kind": Word = row.kind,
        "start_offset": Integer = row.span.start,
        "end_offset": Integer = row.span.end,
        "rule": Text = &row.rule,
    }),
    table!("tasks", |analysis| analysis.tasks.iter().enumerate(), |(number, row)| {
        "row": Integer = number,
        "text": Text = &row.text,
        "action": Text = &row.action,
        "object": Text = &row.object,
        "owner": Text = &row.owner,
        "deadline": Date = date(&row.deadline),
        "status": Word = row.status,
        "indicators": Integers = integers(row.indicators.iter().copied()),
        "heading": Text = &row.heading,
        "start_offset": Integer = row.span.start,
        "end_offset": Integer = row.span.end,
        "rule": Text = &row.rule,
    }),
    table!("keywords", |analysis| analysis.keywords.iter().enumerate(), |(number, row)| {
        "row": Integer = number,
        "text": Text = &row.text,
        "weight": Float = row.weight,
        "mentions": Integer = row.spans.len(),
        "starts": Integers = starts(&row.spans),
        "ends": Integers = ends(&row.spans),
        "rule": Text = &row.rule,
    }),
    table!("outline", |analysis| analysis.outline.iter().enumerate(), |(number, row)| {
        "row": Integer = number,
        "text": Text = &row.text,
        "level": Integer = row.level,
        "start_offset": Integer = row.span.start,
        "end_offset": Integer = row.span.end,
    }),
    table!("reviews", |analysis| analysis.reviews.iter(), |row| {
        "of_table": Text = &row.table,
        "of_row": Integer = row.row,
        "verdict": Word = row.verdict,
        "text": Text = &row.text,
        "fields": Texts = &row.fields,
        "note": Text = &row.note,
    }),
];

type Holding<'a> = (usize, usize, &'a crate::analysis::Person, &'a crate::analysis::Post);

/// Every post of every person: its number, the person's number, both.
fn posts(analysis: &Analysis) -> impl Iterator<Item = Holding<'_>> {
    let people = analysis.people.iter().enumerate();
    let posts = people.flat_map(|(number, person)| person.posts.iter().map(move |post| (number, person, post)));
    posts.enumerate().map(|(number, (person_number, person, post))| (number, person_number, person, post))
}

fn date(day: &Option<String>) -> Option<Date> {
    day.as_deref().and_then(crate::day::day)
}

fn integers(numbers: impl Iterator<Item = usize>) -> Vec<i64> {
    numbers.map(|number| i64::try_from(number).unwrap_or(i64::MAX)).collect()
}

fn starts(spans: &[Span]) -> Vec<i64> {
    integers(spans.iter().map(|span| span.start))
}

fn ends(spans: &[Span]) -> Vec<i64> {
    integers(spans.iter().map(|span| span.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::ANALYZER;
    use std::collections::BTreeSet;

    const ARTICLE: &str = include_str!("../../../tests/articles/work-report.txt");

    #[test]
    fn every_cell_is_what_its_column_says() {
        let analysis = ANALYZER.analyze(ARTICLE, &crate::Options::default());
        for table in TABLES {
            let rows = table.rows(&analysis);
            for row in &rows {
                assert_eq!(row.len(), table.columns.len(), "{}", table.name);
                for (cell, column) in row.iter().zip(table.columns) {
                    assert!(cell.kind().is_none_or(|kind| kind == column.kind), "{}.{}", table.name, column.name);
                }
            }
        }
    }

    #[test]
    fn every_list_of_the_analysis_is_a_table_with_all_its_rows() {
        let analysis = ANALYZER.analyze(ARTICLE, &crate::Options::default());
        let serde_json::Value::Object(fields) = serde_json::json!(analysis) else { panic!("an object") };
        for (name, rows) in fields.iter().filter_map(|(name, value)| Some((name, value.as_array()?))) {
            let table = table(name).unwrap_or_else(|| panic!("a table of {name}"));
            assert_eq!(table.rows(&analysis).len(), rows.len(), "{name}");
        }
        let posts: usize = analysis.people.iter().map(|person| person.posts.len()).sum();
        assert_eq!(table("posts").unwrap().rows(&analysis).len(), posts);
        assert!(posts > 0 && analysis.indicators.len() > 10, "the article has rows to check");
    }

    #[test]
    fn names_are_there_once() {
        let names: BTreeSet<_> = TABLES.iter().map(|table| table.name).collect();
        assert_eq!(names.len(), TABLES.len());
        for table in TABLES {
            let names: BTreeSet<_> = table.columns.iter().map(|column| column.name).collect();
            assert_eq!(names.len(), table.columns.len(), "{}", table.name);
        }
    }
}
