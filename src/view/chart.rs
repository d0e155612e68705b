//! Charts as plain geometry: positions in a view box, so that the page only draws them.

use crate::analysis::{Analysis, Status};
use crate::compare::{MatrixRow, Source, TimelineEntry};
use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;

/// Width of every chart's view box.
pub const WIDTH: f64 = 720.0;
/// Height of a line chart's view box.
pub const HEIGHT: f64 = 320.0;
const LEFT: f64 = 84.0;
const RIGHT: f64 = 24.0;
const TOP: f64 = 24.0;
const BOTTOM: f64 = 44.0;

/// A mark on an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Position along the axis, in view-box units.
    pub at: f64,
    /// What it says.
    pub label: String,
}

/// A figure on a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// Result, estimate or target.
    pub status: Status,
    /// Where the figure stands.
    pub source: Source,
}

/// A series over time: one indicator of one subject.
#[derive(Debug, Clone, PartialEq)]
pub struct LineChart {
    /// Years along the bottom.
    pub x_ticks: Vec<Tick>,
    /// Values up the side, in the scale that `scale` names.
    pub y_ticks: Vec<Tick>,
    /// In time's order.
    pub points: Vec<Point>,
}

/// Draws the dated figures of a row of the matrix; None with fewer than two of them.
pub fn line_chart<A: AsRef<Analysis>>(row: &MatrixRow, documents: &[A]) -> Option<LineChart> {
    let mut figures: Vec<(Date, f64, Status, Source)> = Vec::new();
    for cell in &row.cells {
        let indicator = documents.get(cell.source.document)?.as_ref().indicators.get(cell.source.indicator)?;
        let day: Option<Date> = indicator.end.as_deref().and_then(crate::day::day);
        if let (Some(day), Some(value)) = (day, cell.value.0.to_f64()) {
            figures.push((day, value, cell.status, cell.source));
        }
    }
    if figures.len() < 2 {
        return None;
    }
    crate::sorted::by_key(&mut figures, |(day, _, _, source)| (*day, *source));
    let (first, last) = (figures[0].0, figures[figures.len() - 1].0);
    let low = figures.iter().map(|figure| figure.1).fold(0.0, f64::min);
    let high = figures.iter().map(|figure| figure.1).fold(0.0, f64::max);
    let high = if high > low { high } else { low + 1.0 };
    let steps = steps(low, high);
    let (low, high) = (low.min(*steps.first()?), high.max(*steps.last()?));
    let (from, to) = (f64::from(first.year()), f64::from(last.year()) + 1.0);
    let x = |day: Date| scaled(year_of(day), from, to, LEFT, WIDTH - RIGHT);
    let y = |value: f64| scaled(value, low, high, HEIGHT - BOTTOM, TOP);
    Some(LineChart {
        x_ticks: years(first, last)
            .into_iter()
            .map(|year| Tick { at: x(year), label: year.year().to_string() })
            .collect(),
        y_ticks: steps.iter().map(|&value| Tick { at: y(value), label: brief(value) }).collect(),
        points: figures
            .iter()
            .map(|&(day, value, status, source)| Point { x: x(day), y: y(value), status, source })
            .collect(),
    })
}

/// An entry of the timeline with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// From the left.
    pub x: f64,
    /// Which of the stacked rows, 0 nearest the axis.
    pub lane: usize,
    /// Position in the list of entries.
    pub entry: usize,
}

/// Deadlines and targets on an axis of years.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Years along the axis.
    pub ticks: Vec<Tick>,
    /// The entries.
    pub marks: Vec<Mark>,
    /// How many lanes the marks take.
    pub lanes: usize,
}

/// Lays `entries` (in time's order) out; entries of the same place stack.
pub fn axis(entries: &[TimelineEntry]) -> Axis {
    const GAP: f64 = 13.0; // marks nearer than this stack
    let days: Vec<Option<Date>> = entries.iter().map(|entry| crate::day::day(&entry.day)).collect();
    let known = || days.iter().flatten().copied();
    let (Some(first), Some(last)) = (known().min(), known().max()) else {
        return Axis { ticks: Vec::new(), marks: Vec::new(), lanes: 0 };
    };
    let (from, to) = (f64::from(first.year()), f64::from(last.year()) + 1.0);
    let x = |day: Date| scaled(year_of(day), from, to, RIGHT, WIDTH - RIGHT);
    let mut ends: Vec<f64> = Vec::new();
    let mut marks = Vec::new();
    for (entry, day) in days.iter().enumerate() {
        let Some(day) = *day else { continue };
        let at = x(day);
        let lane = ends.iter().position(|end| at - end >= GAP).unwrap_or(ends.len());
        if lane == ends.len() {
            ends.push(at);
        } else {
            ends[lane] = at;
        }
        marks.push(Mark { x: at, lane, entry });
    }
    let ticks = years(first, last).into_iter().map(|year| Tick { at: x(year), label: year.year().to_string() });
    Axis { ticks: ticks.collect(), lanes: ends.len(), marks }
}

/// The day as a year with a fraction: 2025.5 is the middle of 2025.
fn year_of(day: Date) -> f64 {
    f64::from(day.year()) + f64::from(day.day_of_year() - 1) / f64::from(day.days_in_year())
}

/// The first days of at most about ten years between two days.
fn years(first: Date, last: Date) -> Vec<Date> {
    let (from, to) = (first.year(), last.year().saturating_add(1));
    let step = usize::try_from((to - from) / 10 + 1).unwrap_or(1);
    (from..=to).step_by(step).filter_map(|year| Date::new(year, 1, 1).ok()).collect()
}

fn scaled(value: f64, low: f64, high: f64, from: f64, to: f64) -> f64 {
    if high <= low { f64::midpoint(from, to) } else { from + (value - low) / (high - low) * (to - from) }
}

/// Round values from at or below `low` to at or above `high`, about five of them.
fn steps(low: f64, high: f64) -> Vec<f64> {
    let raw = (high - low) / 4.0;
    let power = 10f64.powf(raw.log10().floor());
    let step =
        [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| *step >= raw).unwrap_or(raw);
    let first = (low / step).floor();
    let count = ((high / step).ceil() - first).clamp(1.0, 12.0) as usize;
    (0..=count).map(|index| (first + index as f64) * step).collect()
}

/// A value on an axis: 1.5万亿, 80.
fn brief(value: f64) -> String {
    let number = rust_decimal::Decimal::from_f64_retain(value).unwrap_or_default().round_dp(6);
    super::value::short(crate::analysis::Number(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Span;
    use crate::compare::TimelineKind;

    #[test]
    fn steps_are_round_and_cover_the_values() {
        for (low, high, wanted) in
            [(0.0, 100.0, vec![0.0, 25.0, 50.0, 75.0, 100.0]), (-3.0, 7.0, vec![-5.0, -2.5, 0.0, 2.5, 5.0, 7.5])]
        {
            assert_eq!(steps(low, high), wanted);
        }
    }

    #[test]
    fn entries_of_one_day_stack_and_stay_in_the_box() {
        let entry = |day: &str| TimelineEntry {
            day: day.to_owned(),
            kind: TimelineKind::Target,
            label: String::new(),
            document: 0,
            span: Span::default(),
        };
        let axis = axis(&[entry("2025-12-31"), entry("2025-12-31"), entry("2035-12-31")]);
        assert_eq!(axis.lanes, 2);
        assert_eq!(axis.marks.iter().map(|mark| mark.lane).collect::<Vec<_>>(), [0, 1, 0]);
        assert!(axis.marks.iter().all(|mark| (0.0..=WIDTH).contains(&mark.x)));
        assert!(axis.ticks.len() >= 2);
    }

    #[test]
    fn a_day_of_no_calendar_has_no_place() {
        let entry = TimelineEntry {
            day: "soon".to_owned(),
            kind: TimelineKind::Event,
            label: String::new(),
            document: 0,
            span: Span::default(),
        };
        assert!(axis(&[entry]).marks.is_empty());
    }
}
