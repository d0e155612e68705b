//! Tables of the text, read as rows × columns.

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
use jiff::civil::{Date, date};

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
    /// The time in its heads.
    days: Option<(Date, Date)>,
    span: Option<Span>,
    /// What it is compared with: 比上年, 同比.
    baseline: Option<Span>,
    /// It holds units.
    units: bool,
}

impl Table<'_> {
    /// The cells as findings.
    pub fn findings(&self, document: &Document, profile: &Profile, times: &[TimeMention]) -> Vec<Finding> {
        let text = &document.text;
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut columns: Vec<Column> = (0..width).map(|at| self.column(text, times, at)).collect();
        lend_measures(&mut columns);
        lend_times(&mut columns);
        let unit_column = columns.iter().position(|column| column.units);
        let shared = self.titles.iter().rev().find_map(|title| cell::unit_of_caption(text.slice(*title)));
        let mut parent: Option<Span> = None;
        let mut unit_above: Option<String> = None;
        let mut found = Vec::new();
        for row in self.rows {
            let Some(head) = row_head(text, row, unit_column) else { continue };
            let (label, child) = cell::label(text, head);
            // the rows of a total stand in by a blank: 全体居民人均可支配收入, then 城镇居民
            let inset = parent
                .filter(|_| !child && text.before(head.start) == ' ')
                .and_then(|parent| inset_measure(text, parent, label));
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

    fn column(&self, text: &Text, times: &[TimeMention], at: usize) -> Column {
        let mut column = Column::default();
        for heads in self.heads {
            let Some(head) = heads.get(at).filter(|head| !head.is_empty()) else { continue };
            let words = text.slice(*head);
            column.words.push_str(words);
            column.units |= matches!(words, "单位" | "计量单位" | "单 位");
            column.unit = cell::unit_in(words).or_else(|| words.ends_with('%').then(|| "%".to_owned())).or(column.unit);
            if let Some(year) = year_in(words) {
                (column.year, column.span) = (Some(year), Some(*head));
            }
            let compared = |time: &&TimeMention| !matches!(text.before(time.span.start), '比' | '较');
            let time = inside(times, *head).iter().filter(compared).find(|time| time.days.is_some());
            if let Some(time) = time {
                (column.days, column.span) = (time.days, Some(time.span));
            }
            column.baseline = baseline(text, *head).or(column.baseline);
            let rest = time.filter(|time| time.span.start == head.start).map_or(head.start, |time| time.span.end);
            let whole = |span: &Span| matches!(text.slice(*span), "全市" | "全省" | "全县" | "全区" | "全国" | "总计");
            let measure = cell::measure_in(text, Span::new(rest, head.end));
            column.measure.extend(measure.filter(|span| span.len() > 1 && !whole(span)));
        }
        column
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
        let gained = cell.total && unit == "%" && is_growth(&column.words) && !kind::is_moving(&normal);
        let unit = if gained { "百分点".to_owned() } else { unit };
        let moves = |title: &Span| ["涨跌", "增长速度", "增速"].iter().any(|word| text.slice(*title).contains(word));
        let shares = ["比重", "占比", "率"].iter().any(|word| column.words.contains(word));
        let growth = is_growth(&column.words) || unit == "%" && !shares && self.titles.iter().any(moves);
        let rate = matches!(unit.as_str(), "%" | "‰");
        let yearly = column.words.contains("年均") && rate && !normal.ends_with(['率', '重', '比']);
        let growth = growth || yearly;
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
            negative: false,
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

/// A column of growth is of the time of the column left of it, unless it speaks of several years.
fn lend_times(columns: &mut [Column]) {
    for at in 1..columns.len() {
        let lent = columns.get(at - 1).map(|left| (left.year, left.days, left.span));
        if let (Some((year, days, span)), Some(column)) = (lent, columns.get_mut(at)) {
            let bare = column.year.is_none() && column.days.is_none() && is_growth(&column.words);
            if bare && !["年均", "累计"].iter().any(|word| column.words.contains(word)) {
                (column.year, column.days, column.span) = (year, days, span);
            }
        }
    }
}

/// What the row of a total measures, where the row below it names only an owner: 人均可支配收入.
fn inset_measure(text: &Text, parent: Span, label: Span) -> Option<Span> {
    let measured = super::name::measure_length(text, label) > 0;
    let words = text.slice(parent);
    let at = ["人均", "户均", "平均"].iter().filter_map(|word| words.find(word)).min();
    let at = at.filter(|at| *at > 0).map(|at| words[..at].chars().count());
    at.filter(|_| !measured).map(|at| Span::new(parent.start + at, parent.end))
}

/// The last words before the values of a row: not its unit, not its running number.
fn row_head(text: &Text, row: &[Span], unit_column: Option<usize>) -> Option<Span> {
    let first = row.iter().position(|cell| cell::read(text, *cell).is_some() && !is_running(text, row, *cell))?;
    let names = |(at, cell): &(usize, &Span)| {
        Some(*at) != unit_column
            && !cell.is_empty()
            && !cell::is_ordinal(text.slice(**cell))
            && (cell.len() > 1 || crate::text::is_han(text.at(cell.start))) // 纱, 布
    };
    let mut cells = row.iter().enumerate().take(first).filter(names);
    cells.next_back().map(|(_, cell)| *cell)
}

/// Whether a number at the start of a row counts the rows.
fn is_running(text: &Text, row: &[Span], cell: Span) -> bool {
    row.first() == Some(&cell) && cell::is_ordinal(text.slice(cell))
}

/// The times inside `span`.
fn inside(times: &[TimeMention], span: Span) -> &[TimeMention] {
    let from = times.partition_point(|time| time.span.start < span.start);
    let to = times.partition_point(|time| time.span.end <= span.end);
    times.get(from..to).unwrap_or_default()
}

/// 比上年, 同比 in a head.
fn baseline(text: &Text, head: Span) -> Option<Span> {
    const WORDS: [&str; 9] =
        ["比上年同期", "较上年同期", "比上年末", "较上年末", "比上年", "较上年", "同比", "环比", "比上月"];
    WORDS.iter().find_map(|word| text.find(word, head))
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

#[cfg(test)]
mod tests;
