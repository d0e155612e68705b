//! Weighty phrases.

use super::TableProps;
use super::grid::{Cell, Column, Grid, Key, Line, Lines};
use crate::view::kind::Kind;
use yew::prelude::*;

const COLUMNS: &[Column] = &[
    Column { label: "column-keyword", class: "name" },
    Column { label: "column-weight", class: "bar" },
    Column { label: "column-mentions", class: "number" },
];

/// The table of keywords.
#[component]
pub fn Keywords(props: &TableProps) -> Html {
    let TableProps { reading, selected, emit } = props;
    let lines = use_memo(reading.clone(), |reading| {
        let rows = reading.analysis.keywords.iter().enumerate();
        rows.map(|(index, row)| {
            let weight = format!("{:.2}", row.weight);
            let bar = html! { <meter class="meter" min="0" max="1" value={weight.clone()} title={weight.clone()}>{ weight.clone() }</meter> };
            let cells =
                vec![Cell::text(&row.text), Cell::new(Key::Number(Some(row.weight)), bar), Cell::count(row.spans.len())];
            Line::new(index, cells, row.text.clone())
        })
        .collect::<Vec<_>>()
    });
    html! { <Grid kind={Kind::Keyword} columns={COLUMNS} lines={Lines(lines)} selected={*selected} emit={emit.clone()} /> }
}
