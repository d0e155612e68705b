//! Times: as written, and which days they mean.

use super::TableProps;
use super::grid::{Cell, Column, Grid, Key, Line, Lines};
use crate::locale::t;
use crate::view::kind::Kind;
use crate::view::value;
use yew::prelude::*;

const COLUMNS: &[Column] = &[
    Column { label: "column-written", class: "name" },
    Column { label: "column-meaning", class: "text" },
    Column { label: "column-start", class: "minor date" },
    Column { label: "column-end", class: "minor date" },
];

/// The table of times.
#[component]
pub fn Times(props: &TableProps) -> Html {
    let TableProps { reading, selected, emit } = props;
    let lines = use_memo(reading.clone(), |reading| {
        let rows = reading.analysis.times.iter().enumerate();
        rows.map(|(index, row)| {
            let period = value::period(row.start.as_deref(), row.end.as_deref());
            let search = format!("{} {period}", row.text);
            let start = row.start.clone().unwrap_or_default();
            let said = if period.is_empty() { t("time-unresolved") } else { period };
            let cells = vec![
                Cell::text(&row.text),
                Cell::new(Key::Text(if start.is_empty() { said.clone() } else { start.clone() }), html! { { said } }),
                Cell::text(start),
                Cell::text(row.end.clone().unwrap_or_default()),
            ];
            Line::new(index, cells, search)
        })
        .collect::<Vec<_>>()
    });
    html! { <Grid kind={Kind::Time} columns={COLUMNS} lines={Lines(lines)} selected={*selected} emit={emit.clone()} /> }
}
