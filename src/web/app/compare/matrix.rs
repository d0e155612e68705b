//! The indicator matrix, and the series of a row as a line chart.

use super::{SheetsProps, chart::Series, nothing};
use crate::compare::{Cell, Matrix, MatrixRow, matrix};
use crate::locale::{t, t_with};
use crate::view::value;
use crate::web::app::field;
use yew::prelude::*;

/// Periods across, indicators down; every cell leads to its source.
#[component]
pub fn MatrixView(props: &SheetsProps) -> Html {
    let table = use_memo(props.sheets.clone(), |sheets| matrix(sheets));
    let all = use_state(|| false);
    let filter = use_state(String::new);
    let drawn = use_state(|| None::<usize>);
    if table.rows.is_empty() {
        return nothing("matrix-none");
    }
    let wanted = filter.trim().to_lowercase();
    let shown: Vec<usize> = (0..table.rows.len())
        .filter(|&at| *all || is_common(props, &table.rows[at]))
        .filter(|&at| wanted.is_empty() || table.rows[at].name.to_lowercase().contains(&wanted))
        .collect();
    let periods = periods_of(&table, &shown);
    let toggle = {
        let all = all.clone();
        Callback::from(move |_: Event| all.set(!*all))
    };
    let typed = {
        let filter = filter.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(words) = field::value(&event) {
                filter.set(words);
            }
        })
    };
    html! {
        <>
            <div class="panel-tools">
                <input type="search" class="filter" placeholder={t("filter")} aria-label={t("matrix-filter")} value={(*filter).clone()} oninput={typed} />
                <label class="check"><input type="checkbox" checked={*all} onchange={toggle} />{ t("matrix-all") }</label>
                <span class="panel-count">{ t_with("matrix-count", &[("n", shown.len().into()), ("total", table.rows.len().into())]) }</span>
            </div>
            if let Some(row) = drawn.and_then(|at| table.rows.get(at)) {
                <Series row={row.clone()} sheets={props.sheets.clone()} emit={props.emit.clone()} />
            }
            <div class="grid-frame">
                <table class="grid matrix">
                    <thead><tr>
                        <th scope="col">{ t("column-indicator") }</th><th scope="col">{ t("column-subject") }</th>
                        { for periods.iter().map(|&at| html! { <th scope="col">{ period_label(&table, at) }</th> }) }
                    </tr></thead>
                    <tbody>{ for shown.iter().map(|&at| line(props, &table, at, &periods, &drawn)) }</tbody>
                </table>
            </div>
        </>
    }
}

/// Whether the row is in the lexicon or met in several documents.
fn is_common(props: &SheetsProps, row: &MatrixRow) -> bool {
    let first = row.cells.first().and_then(|cell| props.figure(cell.source));
    let keyed = first.is_some_and(|figure| figure.key.is_some());
    let one = row.cells.first().map(|cell| cell.source.document);
    keyed || row.cells.iter().any(|cell| Some(cell.source.document) != one)
}

/// The columns that the shown rows need; None is the column of figures without a period.
fn periods_of(table: &Matrix, shown: &[usize]) -> Vec<Option<usize>> {
    let mut periods: Vec<Option<usize>> =
        shown.iter().flat_map(|&at| table.rows[at].cells.iter().map(|cell| cell.period)).collect();
    periods.sort_by_key(|period| (period.is_none(), *period));
    periods.dedup();
    periods
}

fn period_label(table: &Matrix, period: Option<usize>) -> String {
    let days = period.and_then(|at| table.periods.get(at));
    days.map_or_else(|| t("matrix-no-period"), |(start, end)| value::period(Some(start), Some(end)))
}

fn line(
    props: &SheetsProps,
    table: &Matrix,
    at: usize,
    periods: &[Option<usize>],
    drawn: &UseStateHandle<Option<usize>>,
) -> Html {
    let row = &table.rows[at];
    let several = row.cells.iter().filter(|cell| cell.period.is_some()).count() > 1;
    let open = **drawn == Some(at);
    let onclick = {
        let drawn = drawn.clone();
        Callback::from(move |_: MouseEvent| drawn.set((!open).then_some(at)))
    };
    html! {
        <tr>
            <th scope="row" class="name">
                { row.name.clone() }
                <span class="minor">{ value::figure_label(row.kind) }</span>
                if several {
                    <button type="button" class="plain-button" aria-pressed={open.to_string()} {onclick}>{ t("matrix-chart") }</button>
                }
            </th>
            <td class="text">{ row.subject.clone().unwrap_or_default() }</td>
            { for periods.iter().map(|period| {
                let cells = row.cells.iter().filter(|cell| cell.period == *period);
                html! { <td class="number">{ for cells.map(|cell| figure(props, cell)) }</td> }
            }) }
        </tr>
    }
}

fn figure(props: &SheetsProps, cell: &Cell) -> Html {
    let Some(indicator) = props.figure(cell.source) else { return html! {} };
    let label = html! {
        <>
            <span class={classes!("chip", format!("status-{}", value::status_slug(cell.status)))}>{ value::status_label(cell.status) }</span>
            { value::compact(indicator) }
            { props.mark(cell.source.document) }
        </>
    };
    html! { <div class="matrix-figure">{ props.link(cell.source, label) }</div> }
}
