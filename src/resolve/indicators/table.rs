//! Tables in the text: lines of cells cut by tabs, bars or wide blanks, read as rows × columns.

use super::cell::{self, Cell};
use super::name::Name;
use super::naming::How;
use super::period::{Period, Source};
use super::profile::{Genre, Profile};
use super::reader::Finding;
use super::status;
use crate::analysis::{Comparator, IndicatorKind, Span, Status};
use crate::document::Document;
use crate::recognize::quantity::{Form, Quantity};
use crate::recognize::time::TimeMention;
use crate::text::Text;
use jiff::civil::{Date, date};

/// A table has at most this many columns; more is no table.
const COLUMNS: usize = 40;
/// Rows of column heads at most.
const HEADS: usize = 2;
/// A row head is at most this long: longer lines are prose.
const HEAD: usize = 40;
/// A line that only parts the rows is at most this long.
const PARTING: usize = 14;

/// A table.
#[derive(Debug)]
pub struct Table {
    /// From its first to its last line.
    pub span: Span,
    /// The line before it.
    title: Option<Span>,
    /// The lines of column heads.
    heads: Vec<Vec<Span>>,
    /// The lines of cells.
    rows: Vec<Vec<Span>>,
}

/// Finds the tables of `document`.
pub fn tables(document: &Document) -> Vec<Table> {
    let text = &document.text;
    let lines: Vec<(Span, Vec<Span>)> =
        document.structure.paragraphs.iter().map(|line| (*line, cells(text, *line))).collect();
    let mut tables = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let run = run(text, lines.get(at..).unwrap_or_default());
        let before = at.checked_sub(1).and_then(|before| lines.get(before));
        if let Some(table) = table(text, lines.get(at..at + run).unwrap_or_default(), before) {
            tables.push(table);
        }
        at += run.max(1);
    }
    tables
}

/// How many of `lines` belong to the table that starts with the first: lines of cells up to the next line of heads, and
/// short lines between them that only part the rows (经济发展).
fn run(text: &Text, lines: &[(Span, Vec<Span>)]) -> usize {
    let cells = |at: usize| lines.get(at).map_or(0, |(_, cells)| cells.len());
    let is_row = |at: usize| (2..=COLUMNS).contains(&cells(at));
    let mut seen = false;
    let mut at = 0;
    while at < lines.len() {
        let Some((line, row)) = lines.get(at) else { break };
        if !is_row(at) {
            let parts = seen && line.len() <= PARTING && is_row(at + 1) && cells(at + 1) == cells(at.saturating_sub(1));
            if !parts {
                break;
            }
        } else if numbers(text, row) > 0 && !is_heads(text, row) {
            seen = true;
        } else if seen && (is_heads(text, row) || row.iter().skip(1).all(|cell| is_words(text, *cell))) {
            break;
        }
        at += 1;
    }
    at
}

/// How many cells behind the first hold numbers.
fn numbers(text: &Text, cells: &[Span]) -> usize {
    cells.iter().skip(1).filter(|cell| cell::read(text, **cell).is_some()).count()
}

/// Whether a cell holds words, as heads do.
fn is_words(text: &Text, cell: Span) -> bool {
    cell.len() > 1 && cell::read(text, cell).is_none()
}

/// The cells of a line: cut at bars, else at tabs, else at two or more blanks.
fn cells(text: &Text, line: Span) -> Vec<Span> {
    let has = |wanted: char| (line.start..line.end).any(|at| text.at(at) == wanted);
    let mark = ['|', '\t'].into_iter().find(|mark| has(*mark));
    let mut cells = Vec::new();
    let mut start = line.start;
    let mut at = line.start;
    while at < line.end {
        let cut = match mark {
            Some(mark) => usize::from(text.at(at) == mark),
            None => (at..line.end).take(COLUMNS).take_while(|place| text.at(*place) == ' ').count(),
        };
        if cut >= if mark.is_some() { 1 } else { 2 } {
            cells.push(text.trim(Span::new(start, at)));
            start = at + cut;
        }
        at += cut.max(1);
        if cells.len() > COLUMNS {
            return Vec::new();
        }
    }
    cells.push(text.trim(Span::new(start, line.end)));
    if mark == Some('|') {
        // a line may open and close with a bar
        if text.at(line.start) == '|' {
            cells.remove(0);
        }
        if text.before(line.end) == '|' {
            cells.pop();
        }
    }
    cells
}

/// The table in `lines`, if numbers stand in its cells under heads.
fn table(text: &Text, lines: &[(Span, Vec<Span>)], before: Option<&(Span, Vec<Span>)>) -> Option<Table> {
    let ruled = |cells: &[Span]| {
        cells.iter().all(|cell| text.slice(*cell).chars().all(|char| matches!(char, '-' | '—' | ':' | ' ')))
    };
    let lines: Vec<&(Span, Vec<Span>)> = lines.iter().filter(|(_, cells)| cells.len() > 1 && !ruled(cells)).collect();
    let heads =
        lines.iter().take(HEADS).take_while(|(_, cells)| numbers(text, cells) == 0 || is_heads(text, cells)).count();
    let rows: Vec<Vec<Span>> = lines.iter().skip(heads).map(|(_, cells)| cells.clone()).collect();
    let numbered = rows.iter().filter(|cells| numbers(text, cells) > 0).count();
    let short = rows.iter().all(|cells| cells.first().is_none_or(|head| head.len() <= HEAD));
    if numbered < 2 || numbered * 2 < rows.len() || !short {
        return None;
    }
    let (first, last) = (lines.first()?, lines.last()?);
    let heads = lines.iter().take(heads).map(|(_, cells)| cells.clone()).collect();
    Some(Table { span: Span::new(first.0.start, last.0.end), title: before.map(|(line, _)| *line), heads, rows })
}

/// A line of years is a line of heads: 指标 2022 2023.
fn is_heads(text: &Text, cells: &[Span]) -> bool {
    cells.iter().skip(1).all(|cell| year_in(text.slice(*cell)).is_some() || cell::read(text, *cell).is_none())
        && cells.iter().skip(1).any(|cell| year_in(text.slice(*cell)).is_some())
}

/// The year that a head names: 2023年, 2025年目标值, 2023.
fn year_in(words: &str) -> Option<i16> {
    let at = words.find(|char: char| char.is_ascii_digit())?;
    let digits: String = words.get(at..)?.chars().take_while(char::is_ascii_digit).collect();
    let year: i16 = digits.parse().ok().filter(|year| (1949..2100).contains(year))?;
    let rest = words.get(at + digits.len()..)?;
    (digits.len() == 4 && (rest.starts_with('年') || rest.is_empty() && at == 0)).then_some(year)
}

/// What a column is about.
#[derive(Debug, Default)]
struct Column {
    /// Words of its heads that say what is measured.
    measure: Vec<Span>,
    /// All words of its heads.
    words: String,
    /// Its unit.
    unit: Option<String>,
    /// Its year.
    year: Option<i16>,
    span: Option<Span>,
    /// It holds units.
    units: bool,
}

impl Table {
    /// The cells as findings.
    pub fn findings(&self, document: &Document, profile: &Profile, times: &[TimeMention]) -> Vec<Finding> {
        let text = &document.text;
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut columns: Vec<Column> = (0..width).map(|at| self.column(text, at, width)).collect();
        lend_measures(&mut columns);
        let unit_column = columns.iter().position(|column| column.units);
        let shared = self.title.and_then(|title| cell::unit_of_caption(text.slice(title)));
        let mut parent: Option<Span> = None;
        let mut found = Vec::new();
        for row in &self.rows {
            let Some(head) = self.row_head(text, row) else { continue };
            let (label, child) = cell::label(text, head);
            let own = parent.filter(|_| child);
            if !child {
                parent = Some(label);
            }
            let of_row = unit_column
                .and_then(|at| row.get(at))
                .map(|cell| text.slice(*cell).to_owned())
                .or_else(|| cell::unit_in(text.slice(head)));
            for (at, span) in row.iter().enumerate().filter(|(_, span)| span.start > head.start) {
                let column = columns.get(at);
                let (Some(column), Some(cell)) = (column, cell::read(text, *span)) else { continue };
                if column.units {
                    continue;
                }
                let unit = cell
                    .unit
                    .clone()
                    .or_else(|| column.unit.clone())
                    .or_else(|| of_row.clone())
                    .or_else(|| shared.clone());
                let says = |measure: &&Span| !says_it(text, label, **measure);
                let parts: Vec<Span> =
                    own.into_iter().chain([label]).chain(column.measure.iter().filter(says).copied()).collect();
                found.push(self.finding(text, profile, times, column, &cell, unit, &parts));
            }
        }
        found
    }

    /// The first cell of a row that names something (a running number does not).
    fn row_head(&self, text: &Text, row: &[Span]) -> Option<Span> {
        row.iter()
            .take(3)
            .copied()
            .find(|cell| !cell.is_empty() && cell::read(text, *cell).is_none() && !cell::is_ordinal(text.slice(*cell)))
    }

    fn column(&self, text: &Text, at: usize, width: usize) -> Column {
        let mut column = Column::default();
        for heads in &self.heads {
            let shift = width.saturating_sub(heads.len()); // an empty first head is lost at the line's start
            let Some(head) = at.checked_sub(shift).and_then(|at| heads.get(at)).filter(|head| !head.is_empty()) else {
                continue;
            };
            let words = text.slice(*head);
            column.words.push_str(words);
            column.units |= matches!(words, "单位" | "计量单位");
            column.unit = cell::unit_in(words).or(column.unit);
            if let Some(year) = year_in(words) {
                (column.year, column.span) = (Some(year), Some(*head));
            }
            column.measure.extend(cell::measure_in(text, *head));
        }
        column
    }

    #[allow(clippy::too_many_arguments)]
    fn finding(
        &self,
        text: &Text,
        profile: &Profile,
        times: &[TimeMention],
        column: &Column,
        cell: &Cell,
        unit: Option<String>,
        parts: &[Span],
    ) -> Finding {
        let name = Name::of(parts);
        let normal = name.normal(text);
        let (scale, unit) = cell::scale(unit.as_deref().unwrap_or_default());
        let growth = is_growth(&column.words);
        let rate = matches!(unit.as_str(), "%" | "‰");
        let kind = if unit == "百分点" || unit == "个百分点" || growth && !rate && !unit.is_empty() {
            IndicatorKind::Change
        } else if growth || rate && (normal.ends_with("增速") || normal.ends_with("增长") || normal.ends_with("增长率"))
        {
            IndicatorKind::Growth
        } else if rate {
            IndicatorKind::Share
        } else {
            IndicatorKind::Level
        };
        let unit = if growth && unit.is_empty() { "%".to_owned() } else { unit };
        let form = if rate || kind == IndicatorKind::Growth { Form::Percent } else { Form::Count };
        let (days, span, source) = self.period(text, profile, times, column);
        let status = self.status(profile, column, days);
        let figure = Quantity {
            span: cell.span,
            value: cell.value * scale,
            max: None,
            unit,
            form,
            comparator: cell.comparator,
            vague: false,
            class_name: false,
            rule: "quantity/table-cell",
        };
        Finding {
            figure,
            name,
            how: How::Table,
            kind,
            negative: false,
            status,
            status_source: status::Source::Genre,
            period: Period { days, span, source, completed: false },
            baseline: None,
            clause: self.span,
        }
    }

    /// The year of the column, the time of the table's title, or the document's year.
    fn period(
        &self,
        text: &Text,
        profile: &Profile,
        times: &[TimeMention],
        column: &Column,
    ) -> (Option<(Date, Date)>, Option<Span>, Source) {
        let whole = |year| Some((date(year, 1, 1), date(year, 12, 31)));
        let stock = column.words.contains("年末") || column.words.contains("期末");
        if let Some(year) = column.year {
            let days = if stock { Some((date(year, 12, 31), date(year, 12, 31))) } else { whole(year) };
            return (days, column.span, Source::Clause);
        }
        let in_title = self.title.and_then(|title| {
            let next = times.partition_point(|time| time.span.start < title.start);
            times.get(next).filter(|time| time.span.end <= title.end)
        });
        let year =
            in_title.and_then(|time| time.days).filter(|days| days.0.year() == days.1.year()).map(|days| days.0.year());
        let year = year.or_else(|| self.title.and_then(|title| year_in(text.slice(title))));
        match (year, in_title) {
            (Some(year), _) if stock => {
                (Some((date(year, 12, 31), date(year, 12, 31))), in_title.map(|time| time.span), Source::Heading)
            }
            (_, Some(time)) if time.days.is_some() => (time.days, Some(time.span), Source::Heading),
            (Some(year), _) => (whole(year), self.title, Source::Heading),
            _ => match (profile.genre, profile.year) {
                (Genre::Plan, _) => (profile.plan, None, Source::Plan),
                (Genre::Bulletin, Some(year)) if stock => {
                    (Some((date(year, 12, 31), date(year, 12, 31))), None, Source::Document)
                }
                (Genre::Bulletin, Some(year)) => (whole(year), None, Source::Document),
                _ => (None, None, Source::Unknown),
            },
        }
    }

    fn status(&self, profile: &Profile, column: &Column, days: Option<(Date, Date)>) -> Status {
        let has = |words: &[&str]| words.iter().any(|word| column.words.contains(word));
        let ahead = days
            .zip(profile.today)
            .is_some_and(|((start, end), today)| start > today || end > today && profile.genre == Genre::Plan);
        if has(&["预计", "预测", "预估"]) {
            Status::Estimate
        } else if has(&["目标", "规划", "预期", "计划"]) || ahead && !has(&["完成", "实际", "实绩", "现状", "基期"])
        {
            Status::Target
        } else {
            Status::Actual
        }
    }
}

/// A column of growth measures what the column left of it does: 产量, 比上年增长.
fn lend_measures(columns: &mut [Column]) {
    for at in 1..columns.len() {
        let grows = columns.get(at).is_some_and(|column| column.measure.is_empty() && is_growth(&column.words));
        let lent = columns.get(at - 1).map(|left| left.measure.clone()).filter(|measure| grows && !measure.is_empty());
        if let (Some(lent), Some(column)) = (lent, columns.get_mut(at)) {
            column.measure = lent;
        }
    }
}

fn is_growth(words: &str) -> bool {
    ["增长", "增速", "增减", "±", "同比", "比上年"].iter().any(|word| words.contains(word))
}

/// Whether the label of a row already says what its column measures: 发电量 in a column 产量.
fn says_it(text: &Text, label: Span, measure: Span) -> bool {
    let (label, measure) = (text.slice(label), text.slice(measure));
    label.contains(measure)
        || label.ends_with('量') && measure.ends_with('量')
        || label.ends_with('率') && measure.ends_with('率')
}

/// How a cell bounds its value.
pub fn comparator(mark: char) -> Option<Comparator> {
    match mark {
        '>' => Some(Comparator::Greater),
        '≥' | '≧' => Some(Comparator::AtLeast),
        '<' => Some(Comparator::Less),
        '≤' | '≦' => Some(Comparator::AtMost),
        '~' | '≈' => Some(Comparator::About),
        _ => None,
    }
}
