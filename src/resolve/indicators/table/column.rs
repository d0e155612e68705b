//! What the columns of a table are about.

use super::cell;
use crate::analysis::Span;
use crate::recognize::time::TimeMention;
use crate::text::Text;
use jiff::civil::Date;

/// What a column is about.
#[derive(Debug, Default)]
pub struct Column {
    /// Words of its heads that say what is measured.
    pub measure: Vec<Span>,
    /// All words of its heads.
    pub words: String,
    /// Its unit.
    pub unit: Option<String>,
    /// Its year.
    pub year: Option<i16>,
    /// The time in its heads.
    pub days: Option<(Date, Date)>,
    /// The words of its heads that name its time.
    pub span: Option<Span>,
    /// What it is compared with: 比上年, 同比.
    pub baseline: Option<Span>,
    /// It holds units.
    pub units: bool,
}

impl Column {
    fn new(text: &Text, times: &[TimeMention], heads: &[Vec<Span>], at: usize) -> Self {
        let mut column = Self::default();
        for heads in heads {
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

    /// Whether it says how much something grew.
    pub fn is_growth(&self) -> bool {
        is_growth(&self.words)
    }
}

/// The columns below `heads`, `width` of them.
pub fn columns(text: &Text, times: &[TimeMention], heads: &[Vec<Span>], width: usize) -> Vec<Column> {
    let mut columns: Vec<Column> = (0..width).map(|at| Column::new(text, times, heads, at)).collect();
    lend_measures(&mut columns);
    lend_times(&mut columns);
    columns
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

/// The year that a head names: 2023年, 2025年目标值, 2023.
pub fn year_in(words: &str) -> Option<i16> {
    let at = words.find(|char: char| char.is_ascii_digit())?;
    let digits: String = words.get(at..)?.chars().take_while(char::is_ascii_digit).collect();
    let year: i16 = digits.parse().ok().filter(|year| (1949..2100).contains(year))?;
    let rest = words.get(at + digits.len()..)?;
    (digits.len() == 4 && (rest.starts_with('年') || rest.is_empty() && at == 0)).then_some(year)
}

/// The times inside `span`.
pub fn inside(times: &[TimeMention], span: Span) -> &[TimeMention] {
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
