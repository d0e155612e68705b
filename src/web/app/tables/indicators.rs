//! Indicators: what, how much, when, compared with what, and why the program thinks so.

use super::TableProps;
use super::grid::{Cell, Column, Detail, Grid, Key, Line, Lines, Search};
use super::grouping::{self, control};
use crate::analysis::Indicator;
use crate::locale::{clauses, t};
use crate::view::kind::Kind;
use crate::view::value;
use crate::web::app::Event;
use crate::web::app::state::Reading;
use crate::web::app::summary::{period, status};
use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

const COLUMNS: &[Column] = &[
    Column { label: "column-name", class: "name" },
    Column { label: "column-value", class: "value" },
    Column { label: "column-period", class: "minor column-period" },
    Column { label: "column-status", class: "minor" },
    Column { label: "column-baseline", class: "minor column-baseline" },
    Column { label: "column-subject", class: "minor column-subject" },
];

/// What rows are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grouping {
    None,
    Subject,
    Period,
    Status,
}

impl grouping::Grouping for Grouping {
    const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Grouping::None, "none", "group-none"),
        (Grouping::Subject, "subject", "group-subject"),
        (Grouping::Period, "period", "group-period"),
        (Grouping::Status, "status", "group-status"),
    ];
}

impl Grouping {
    fn of(self, row: &Indicator) -> Option<String> {
        let named = |words: String, absent: &str| Some(if words.is_empty() { t(absent) } else { words });
        match self {
            Grouping::None => None,
            Grouping::Subject => named(row.subject.clone().unwrap_or_default(), "subject-missing"),
            Grouping::Period => named(period(row), "period-missing"),
            Grouping::Status => Some(value::status_label(row.status)),
        }
    }
}

/// The table of indicators.
#[component]
pub fn Indicators(props: &TableProps) -> Html {
    let TableProps { reading, selected, emit } = props;
    let grouping = use_state(|| Grouping::None);
    let lines = use_memo((reading.clone(), *grouping), |(reading, grouping)| {
        let rows = reading.analysis.indicators.iter().enumerate();
        rows.map(|(index, row)| line(reading, index, row, *grouping, emit)).collect::<Vec<_>>()
    });
    let controls = control(&grouping);
    html! { <Grid kind={Kind::Indicator} columns={COLUMNS} lines={Lines(lines)} selected={*selected} {controls} emit={emit.clone()} /> }
}

fn line(reading: &Reading, index: usize, row: &Indicator, grouping: Grouping, emit: &Callback<Event>) -> Line {
    let later = |key: Key, look: fn(&Indicator) -> Html| {
        let reading = reading.clone();
        Cell::later(key, move || html! { { for reading.analysis.indicators.get(index).map(look) } })
    };
    let cells = vec![
        later(Key::Text(row.name.clone()), name),
        later(Key::Number(row.value.0.to_f64()), amount),
        later(Key::Text(row.end.clone().or(row.start.clone()).unwrap_or_default()), |row| html! { { period(row) } }),
        later(Key::count(row.status as usize), status),
        Cell::text(row.baseline.clone().unwrap_or_default()),
        Cell::text(row.subject.clone().unwrap_or_default()),
    ];
    let search = {
        let reading = reading.clone();
        Search::new(move || reading.analysis.indicators.get(index).map(search).unwrap_or_default())
    };
    let detail = {
        let (reading, emit) = (reading.clone(), emit.clone());
        Detail::new(move || reading.analysis.indicators.get(index).map(|row| why(&reading, row, &emit)))
    };
    Line { group: grouping.of(row), detail: Some(detail), ..Line::new(index, cells, search) }
}

/// What the filter looks into.
fn search(row: &Indicator) -> String {
    let known = |words: &Option<String>| words.clone().unwrap_or_default();
    let (subject, baseline) = (known(&row.subject), known(&row.baseline));
    format!("{} {} {subject} {} {baseline} {}", row.name, row.text, period(row), value::status_label(row.status))
}

/// The name, with a sign where something is doubtful.
fn name(row: &Indicator) -> Html {
    html! {
        <>{ row.name.clone() }
            if !row.doubts.is_empty() { <span class="doubt" role="img" title={doubts(row)} aria-label={t("card-doubts")}>{ "?" }</span> }
        </>
    }
}

/// What is doubtful, in one line.
fn doubts(row: &Indicator) -> String {
    clauses(row.doubts.iter().map(|doubt| value::doubt_label(doubt)))
}

/// The value as written, written out in full where that says more, and as a bar where it is a share or a rate.
fn amount(row: &Indicator) -> Html {
    let bar = value::bar(row).map(|percent| {
        let class = if row.value.0.is_sign_negative() { "bar bar-down" } else { "bar" };
        let width = format!("{percent:.1}");
        html! {
            <svg {class} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                <rect class="bar-all" width="100" height="4" /><rect class="bar-part" {width} height="4" />
            </svg>
        }
    });
    let class = format!("amount status-text-{}", value::status_slug(row.status));
    let full = value::full(row);
    let sign = value::comparator_sign(row.comparator);
    let plain: String = row.text.chars().filter(|char| *char != ',').collect();
    let more = !sign.is_empty() || row.max.is_some() || !plain.contains(&row.value.0.abs().normalize().to_string());
    html! {
        <><span {class}>{ value::written(row) }</span>
            if more { <span class="amount-full" title={value::comparator_label(row.comparator)}>{ sign }{ full }</span> }
            { for bar }
        </>
    }
}

/// How the row came about.
fn why(reading: &Reading, row: &Indicator, emit: &Callback<Event>) -> Html {
    let place = |label: &'static str, span: Option<crate::analysis::Span>| {
        span.map(|span| {
            let words = reading.words(span).to_owned();
            html! {
                <li>{ t(label) }<button type="button" class="link" onclick={emit.reform(move |_| Event::Evidence(span))}>{ words }</button></li>
            }
        })
    };
    html! {
        <div class="card">
            <h3>{ t("card-value") }</h3>
            <p>{ value::comparator_label(row.comparator) }{ "\u{2003}" }{ value::full(row) }{ "\u{2003}" }{ value::figure_label(row.kind) }</p>
            if !row.derivation.is_empty() {
                <h3>{ t("card-derivation") }</h3><ul>{ for row.derivation.iter().map(|line| html! { <li>{ line.clone() }</li> }) }</ul>
            }
            if !row.doubts.is_empty() {
                <h3 class="card-doubts">{ t("card-doubts") }</h3><ul>{ for row.doubts.iter().map(|doubt| html! { <li>{ value::doubt_label(doubt) }</li> }) }</ul>
            }
            <h3>{ t("card-evidence") }</h3>
            <ul class="card-places">
                { for place("evidence-value", Some(row.span)) }
                { for place("evidence-name", row.name_span) }
                { for place("evidence-period", row.period_span) }
            </ul>
            <p class="card-rule">{ t("card-rule") }{ " " }<code>{ row.rule.clone() }</code></p>
        </div>
    }
}
