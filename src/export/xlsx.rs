//! An Excel workbook: a sheet a table with typed cells, each row linked to its evidence in the sheet of the text.

use super::labels::{column, table_name};
use super::markdown::words;
use super::source::Source;
use super::tables::{Cell, Column, Kind, Table};
use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Url, Workbook, Worksheet, XlsxError};
use std::ops::Range;

/// The sheet that holds the text, one paragraph a row.
const TEXT: &str = "原文";
/// What a cell holds at most; Excel refuses more.
const LONGEST: usize = 32_000;
/// The widest column, in characters.
const WIDEST: usize = 48;

struct Styles {
    head: Format,
    day: Format,
    long: Format,
    link: Format,
}

/// The workbook of these tables; tables without rows are left out.
///
/// # Errors
/// Where the writer of workbooks refuses what it was given.
pub fn write(source: &Source<'_>, tables: &[&Table]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same document gives the same bytes.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(source.name).set_creation_datetime(&made));
    let styles = Styles {
        head: Format::new().set_bold().set_background_color(0xF1EDE6_u32).set_align(FormatAlign::Top),
        day: Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Top),
        long: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        link: Format::new().set_font_color(0x9C2B1F_u32).set_align(FormatAlign::Top),
    };
    let paragraphs = source.paragraphs();
    for table in tables {
        let rows = table.rows(source.analysis);
        if !rows.is_empty() {
            let sheet = book.add_worksheet();
            sheet.set_name(table_name(table.name))?;
            fill(sheet, table, &rows, source, &paragraphs, &styles)?;
        }
    }
    let sheet = book.add_worksheet();
    sheet.set_name(TEXT)?.set_column_width(0, 110)?;
    for (row, paragraph) in paragraphs.iter().enumerate() {
        let words = source.words(crate::analysis::Span::new(paragraph.start, paragraph.end));
        sheet.write_string_with_format(line(row), 0, shortened(words), &styles.long)?;
    }
    book.save_to_buffer()
}

/// A row of a sheet; no text that is read has more than there can be.
fn line(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}

fn fill(
    sheet: &mut Worksheet,
    table: &Table,
    rows: &[Vec<Cell<'_>>],
    source: &Source<'_>,
    paragraphs: &[Range<usize>],
    styles: &Styles,
) -> Result<(), XlsxError> {
    let place = table.columns.iter().position(|column| matches!(column.name, "start_offset" | "starts"));
    let last = u16::try_from(table.columns.len()).unwrap_or(u16::MAX);
    for (at, head) in (0_u16..).zip(table.columns) {
        sheet.write_string_with_format(0, at, column(head.name), &styles.head)?;
        sheet.set_column_width(at, width(head, rows.iter().map(|row| &row[usize::from(at)])))?;
    }
    if place.is_some() {
        sheet.write_string_with_format(0, last, TEXT, &styles.head)?.set_column_width(last, 40)?;
    }
    for (number, row) in rows.iter().enumerate() {
        let number = line(number + 1);
        for (at, cell) in (0_u16..).zip(row) {
            put(sheet, number, at, cell, styles)?;
        }
        if let Some(start) = place.and_then(|place| first(&row[place])) {
            let at = paragraphs.partition_point(|paragraph| paragraph.end < start);
            let words = paragraphs.get(at).map(|paragraph| source.words(excerpt(paragraph, start))).unwrap_or_default();
            let link = Url::new(format!("internal:'{TEXT}'!A{}", at + 1)).set_text(words.trim());
            sheet.write_url_with_format(number, last, link, &styles.link)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, line(rows.len()), last - u16::from(place.is_none()))?;
    Ok(())
}

/// The words of a paragraph around a place.
fn excerpt(paragraph: &Range<usize>, at: usize) -> crate::analysis::Span {
    let start = at.saturating_sub(10).max(paragraph.start);
    crate::analysis::Span::new(start, (start + 40).min(paragraph.end))
}

/// The first place of a cell with places.
fn first(cell: &Cell<'_>) -> Option<usize> {
    match cell {
        Cell::Integer(at) => usize::try_from(*at).ok(),
        Cell::Integers(list) => list.first().and_then(|at| usize::try_from(*at).ok()),
        _ => None,
    }
}

/// Writes a cell as what it is. Words are written as words: Excel never takes them for a formula.
fn put(sheet: &mut Worksheet, row: u32, at: u16, cell: &Cell<'_>, styles: &Styles) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => sheet,
        Cell::Integer(number) => sheet.write_number_with_format(row, at, *number as f64, &styles.long)?,
        Cell::Decimal(number) => {
            let nearest = number.to_string().parse().ok().or_else(|| number.to_f64()).unwrap_or_default();
            sheet.write_number_with_format(row, at, nearest, &styles.long)?
        }
        Cell::Float(number) => sheet.write_number_with_format(row, at, *number, &styles.long)?,
        Cell::Boolean(truth) => sheet.write_boolean_with_format(row, at, *truth, &styles.long)?,
        Cell::Date(day) => match moment(*day) {
            Some(moment) => sheet.write_datetime_with_format(row, at, &moment, &styles.day)?,
            None => sheet.write_string_with_format(row, at, day.to_string(), &styles.long)?,
        },
        other => sheet.write_string_with_format(row, at, shortened(&words(other)), &styles.long)?,
    };
    Ok(())
}

/// A day as Excel counts; before 1900 it knows none.
fn moment(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}

fn shortened(words: &str) -> String {
    words.chars().take(LONGEST / 2).collect()
}

/// As wide as its widest cell, within reason; a Chinese character takes two places.
fn width<'a>(head: &Column, cells: impl Iterator<Item = &'a Cell<'a>>) -> f64 {
    let places = |words: &str| words.chars().map(|char| if char.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let widest = cells.map(|cell| if head.kind == Kind::Date { 10 } else { places(&words(cell)) }).max().unwrap_or(0);
    widest.max(places(column(head.name)) + 3).min(WIDEST) as f64 + 1.0
}
