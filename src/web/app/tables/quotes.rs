//! Who says what.

use super::TableProps;
use super::grid::{Cell, Column, Grid, Line, Lines};
use crate::view::kind::Kind;
use crate::view::value;
use yew::prelude::*;

const COLUMNS: &[Column] = &[
    Column { label: "column-speaker", class: "name" },
    Column { label: "column-words", class: "text" },
    Column { label: "column-manner", class: "minor date" },
];

/// The table of quotes.
#[component]
pub fn Quotes(props: &TableProps) -> Html {
    let TableProps { reading, selected, emit } = props;
    let lines = use_memo(reading.clone(), |reading| {
        let rows = reading.analysis.quotes.iter().enumerate();
        rows.map(|(index, row)| {
            let words = reading.words(row.span);
            let search = format!("{} {words}", row.speaker);
            let cells = vec![
                Cell::text(&row.speaker),
                Cell::text(value::excerpt(words, 160)),
                Cell::text(value::quote_label(row.kind)),
            ];
            Line::new(index, cells, search)
        })
        .collect::<Vec<_>>()
    });
    html! { <Grid kind={Kind::Quote} columns={COLUMNS} lines={Lines(lines)} selected={*selected} emit={emit.clone()} /> }
}
