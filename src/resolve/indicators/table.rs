//! Tables of the text, read as rows × columns.

mod column;
mod row;

use super::cell::{self, Cell};
use super::kind;
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
use crate::text::{Text, tables};
use column::{Column, columns, inside, year_in};
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

/// A row head is at most this long: longer lines are prose.
const HEAD: usize = 40;

/// A table.
#[derive(Debug)]
pub struct Table<'a> {
    /// From its first to its last line.
    pub span: Span,
    /// The lines before it, the nearest last.
    titles: &'a [Span],
    /// The lines of column heads.
    heads: &'a [Vec<Span>],
    /// The lines of cells.
    rows: &'a [Vec<Span>],
}

/// Finds the tables of `document`.
pub fn tables(document: &Document) -> Vec<Table<'_>> {
    document.structure.tables.iter().filter_map(table).collect()
}

/// The table as heads and rows, if its row heads are no prose.
fn table(table: &tables::Table) -> Option<Table<'_>> {
    let (heads, rows) = table.rows.split_at_checked(table.heads)?;
    let short = rows.iter().all(|cells| cells.first().is_none_or(|head| head.len() <= HEAD));
    short.then_some(Table { span: table.span, titles: &table.caption, heads, rows })
}

impl Table<'_> {
    /// The cells as findings.
    pub fn findings(&self, document: &Document, profile: &Profile, times: &[TimeMention]) -> Vec<Finding> {
        let text = &document.text;
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let columns = columns(text, times, self.heads, width);
        let serial = row::serial(text, self.rows);
        let unit_column = columns.iter().position(|column| column.units);
        let shared = self.titles.iter().rev().find_map(|title| cell::unit_of_caption(text.slice(*title)));
        let mut parent: Option<Span> = None;
        let mut unit_above: Option<String> = None;
        let mut found = Vec::new();
        for row in self.rows {
            let Some(head) = row::head(text, row, unit_column, serial) else { continue };
            let (label, child) = cell::label(text, head);
            // the rows of a total stand in by a blank: 全体居民人均可支配收入, then 城镇居民
            let inset = parent
                .filter(|_| !child && text.before(head.start) == ' ')
                .and_then(|parent| row::inset_measure(text, parent, label));
            let own = parent.filter(|_| child);
            if !child && inset.is_none() {
                parent = Some(label);
                unit_above = cell::unit_in(text.slice(head));
            }
            let of_row = unit_column
                .and_then(|at| row.get(at))
                .map(|cell| text.slice(*cell).to_owned())
                .or_else(|| cell::unit_in(text.slice(head)))
                .or_else(|| unit_above.clone().filter(|_| inset.is_some()));
            let of_time = inside(times, label).iter().find(|time| time.span == label && time.days.is_some());
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
                // Where the rows are years, the column alone names the figure.
                let rows = own.into_iter().chain([label]).filter(|_| of_time.is_none());
                let parts: Vec<Span> = rows.chain(inset).chain(column.measure.iter().filter(says).copied()).collect();
                let Some(mut finding) = self.finding(text, profile, times, column, &cell, unit, &parts) else {
                    continue;
                };
                if let Some(time) = of_time {
                    finding.period =
                        Period { days: time.days, span: Some(time.span), source: Source::Clause, completed: false };
                }
                found.push(finding);
            }
        }
        found
    }

    /// What a cell says; none where no number is so large.
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
    ) -> Option<Finding> {
        let name = Name::of(parts);
        let normal = name.normal(text);
        let (scale, unit) = cell::scale(unit.as_deref().unwrap_or_default());
        // 城镇化率(%) 67.2 71 〔3.8〕: points that a share gains over the years
        let gained = cell.total && unit == "%" && column.is_growth() && !kind::is_moving(&normal);
        let unit = if gained { "百分点".to_owned() } else { unit };
        let moves = |title: &Span| ["涨跌", "增长速度", "增速"].iter().any(|word| text.slice(*title).contains(word));
        let shares = ["比重", "占比", "率"].iter().any(|word| column.words.contains(word));
        let growth = column.is_growth() || unit == "%" && !shares && self.titles.iter().any(moves);
        // 单位地区生产总值能耗降低(%) 〔13.5〕
        let falls =
            ["降低", "下降"].iter().any(|word| normal.ends_with(word)) && matches!(unit.as_str(), "%" | "百分点");
        let unit = if falls { "%".to_owned() } else { unit };
        let rate = matches!(unit.as_str(), "%" | "‰");
        let yearly = column.words.contains("年均") && rate && !normal.ends_with(['率', '重', '比']);
        let growth = growth || yearly || falls;
        let kind = if unit == "百分点" || unit == "个百分点" || growth && !rate && !unit.is_empty() {
            IndicatorKind::Change
        } else if growth || rate && (normal.ends_with("增速") || normal.ends_with("增长") || normal.ends_with("增长率"))
        {
            IndicatorKind::Growth
        } else if rate {
            IndicatorKind::Share
        } else if kind::is_new(&normal) {
            IndicatorKind::Change
        } else {
            IndicatorKind::Level
        };
        let unit = if growth && unit.is_empty() { "%".to_owned() } else { unit };
        let form = if rate || kind == IndicatorKind::Growth { Form::Percent } else { Form::Count };
        let (days, span, source) = self.period(text, profile, times, column);
        let status = self.status(profile, column, days);
        let figure = Quantity {
            span: cell.span,
            value: cell.value.checked_mul(scale)?,
            max: None,
            unit,
            form,
            comparator: cell.comparator,
            vague: false,
            class_name: false,
            rule: "quantity/table-cell",
        };
        Some(Finding {
            figure,
            name,
            how: How::Table,
            kind,
            negative: falls && cell.value > Decimal::ZERO,
            status,
            status_source: status::Source::Genre,
            period: Period { days, span, source, completed: false },
            baseline: column.baseline,
        })
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
        if column.days.is_some() {
            return (column.days, column.span, Source::Clause);
        }
        if let Some(year) = column.year {
            let days = if stock { Some((date(year, 12, 31), date(year, 12, 31))) } else { whole(year) };
            return (days, column.span, Source::Clause);
        }
        let in_title = self.titles.iter().rev().find_map(|title| inside(times, *title).first());
        let year =
            in_title.and_then(|time| time.days).filter(|days| days.0.year() == days.1.year()).map(|days| days.0.year());
        let year = year.or_else(|| self.titles.iter().rev().find_map(|title| year_in(text.slice(*title))));
        match (year, in_title) {
            (Some(year), _) if stock => {
                (Some((date(year, 12, 31), date(year, 12, 31))), in_title.map(|time| time.span), Source::Heading)
            }
            (_, Some(time)) if time.days.is_some() => (time.days, Some(time.span), Source::Heading),
            (Some(year), _) => (whole(year), self.titles.last().copied(), Source::Heading),
            _ => match (profile.genre, profile.year) {
                (Genre::Plan, _) => (profile.plan, None, Source::Plan),
                (Genre::Bulletin, Some(year)) if stock => {
                    (Some((date(year, 12, 31), date(year, 12, 31))), None, Source::Document)
                }
                (Genre::Bulletin, Some(year)) => match profile.title {
                    Some((days, span)) => (Some(days), Some(span), Source::Heading),
                    None => (whole(year), None, Source::Document),
                },
                _ => (None, None, Source::Unknown),
            },
        }
    }

    fn status(&self, profile: &Profile, column: &Column, days: Option<(Date, Date)>) -> Status {
        let has = |words: &[&str]| words.iter().any(|word| column.words.contains(word));
        let ahead = days
            .zip(profile.today)
            .is_some_and(|((start, end), today)| start > today || end > today && end.year() > start.year());
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

#[cfg(test)]
mod tests;
