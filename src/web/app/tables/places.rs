//! Places as a tree by division.

use super::TableProps;
use super::entities::others;
use super::grid::{Cell, Column, Grid, Key, Line, Lines};
use crate::view::kind::Kind;
use crate::view::{places, value};
use yew::prelude::*;

const COLUMNS: &[Column] = &[
    Column { label: "column-place-name", class: "name" },
    Column { label: "column-level", class: "minor" },
    Column { label: "column-code", class: "minor" },
    Column { label: "column-others", class: "minor" },
    Column { label: "column-mentions", class: "number" },
];

/// The tree; sorted or filtered it becomes a flat list.
#[component]
pub fn Places(props: &TableProps) -> Html {
    let TableProps { reading, selected, emit } = props;
    let lines = use_memo(reading.clone(), |reading| {
        let tree = places::tree(&reading.analysis).into_iter();
        tree.map(|line| {
            let Some((index, place)) = line.place.and_then(|at| Some((at, reading.analysis.places.get(at)?))) else {
                let mut cells = vec![Cell::text(line.name)];
                cells.resize_with(COLUMNS.len(), || Cell::text(""));
                return Line { index: None, ..Line::new(0, cells, String::new()) };
            };
            let others = others(&place.name, &place.names);
            let code = place.code.clone().unwrap_or_default();
            let search = format!("{} {others} {code}", place.name);
            let level = value::level_label(place.level);
            let cells = vec![
                Cell::text(&place.name),
                Cell::new(Key::count(place.level as usize), html! { { level } }),
                Cell::text(code),
                Cell::text(others),
                Cell::count(place.spans.len()),
            ];
            Line { depth: line.depth, ..Line::new(index, cells, search) }
        })
        .collect::<Vec<_>>()
    });
    html! { <Grid kind={Kind::Place} columns={COLUMNS} lines={Lines(lines)} selected={*selected} emit={emit.clone()} /> }
}
