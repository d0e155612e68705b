//! The task book: who has to do what by when.

use super::TableProps;
use super::grid::{Cell, Column, Detail, Grid, Key, Line, Lines};
use super::grouping::{self, control};
use crate::analysis::Task;
use crate::locale::t;
use crate::view::kind::Kind;
use crate::view::marks::Row;
use crate::view::value;
use crate::web::app::Event;
use crate::web::app::state::Reading;
use yew::prelude::*;

const COLUMNS: &[Column] = &[
    Column { label: "column-task", class: "task" },
    Column { label: "column-owner", class: "minor" },
    Column { label: "column-deadline", class: "minor date" },
    Column { label: "column-status", class: "minor" },
];

/// What rows are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grouping {
    Heading,
    Owner,
    Deadline,
    None,
}

impl grouping::Grouping for Grouping {
    const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Grouping::Heading, "heading", "group-heading"),
        (Grouping::Owner, "owner", "group-owner"),
        (Grouping::Deadline, "deadline", "group-deadline"),
        (Grouping::None, "none", "group-none"),
    ];
}

impl Grouping {
    fn of(self, row: &Task) -> Option<String> {
        match self {
            Grouping::None => None,
            Grouping::Heading => Some(row.heading.clone().unwrap_or_else(|| t("heading-missing"))),
            Grouping::Owner => Some(row.owner.clone().unwrap_or_else(|| t("owner-missing"))),
            Grouping::Deadline => Some(match row.deadline.as_deref() {
                Some(day) => value::period(None, Some(day)),
                None => t("deadline-missing"),
            }),
        }
    }
}

/// The table of tasks.
#[component]
pub fn Tasks(props: &TableProps) -> Html {
    let TableProps { reading, selected, emit } = props;
    let grouping = use_state(|| Grouping::Heading);
    let lines = use_memo((reading.clone(), *grouping), |(reading, grouping)| {
        let rows = reading.analysis.tasks.iter().enumerate();
        let mut lines: Vec<Line> = rows.map(|(index, row)| line(reading, index, row, *grouping, emit)).collect();
        if *grouping == Grouping::Deadline {
            let deadline = |line: &Line| line.index.and_then(|at| reading.analysis.tasks.get(at)?.deadline.clone());
            lines.sort_by_key(|line| (deadline(line).is_none(), deadline(line)));
        }
        lines
    });
    let controls = control(&grouping);
    html! { <Grid kind={Kind::Task} columns={COLUMNS} lines={Lines(lines)} selected={*selected} {controls} emit={emit.clone()} /> }
}

fn line(reading: &Reading, index: usize, row: &Task, grouping: Grouping, emit: &Callback<Event>) -> Line {
    let owner = row.owner.clone().unwrap_or_default();
    let deadline = row.deadline.clone().unwrap_or_default();
    let status = format!("chip status-{}", value::status_slug(row.status));
    let search = format!("{} {owner} {deadline}", row.text);
    let done =
        if row.status == crate::analysis::Status::Actual { t("task-done") } else { value::status_label(row.status) };
    let cells = vec![
        Cell::new(Key::Text(row.text.clone()), html! { { value::excerpt(&row.text, 120) } }),
        Cell::text(owner),
        Cell::text(deadline),
        Cell::new(Key::count(row.status as usize), html! { <span class={status}>{ done }</span> }),
    ];
    let detail = {
        let (reading, emit) = (reading.clone(), emit.clone());
        Detail::new(move || reading.analysis.tasks.get(index).map(|row| detail(&reading, row, &emit)))
    };
    Line { group: grouping.of(row), detail: Some(detail), ..Line::new(index, cells, search) }
}

fn detail(reading: &Reading, row: &Task, emit: &Callback<Event>) -> Html {
    let indicator = |&index: &usize| {
        let target = Row { kind: Kind::Indicator, index };
        let indicator = reading.analysis.indicators.get(index)?;
        let words = format!("{} {}", indicator.name, indicator.text);
        Some(
            html! { <li><button type="button" class="link" onclick={emit.reform(move |_| Event::Row(target))}>{ words }</button></li> },
        )
    };
    html! {
        <div class="card">
            <h3>{ t("card-full") }</h3><p>{ row.text.clone() }</p>
            <h3>{ t("card-action") }</h3>
            <p>{ &row.action }{ row.object.as_ref().map(|object| format!("\u{2003}{object}")).unwrap_or_default() }</p>
            if !row.indicators.is_empty() {
                <h3>{ t("card-indicators") }</h3><ul>{ for row.indicators.iter().filter_map(indicator) }</ul>
            }
            <p class="card-rule">{ t("card-rule") }{ " " }<code>{ row.rule.clone() }</code></p>
        </div>
    }
}
