//! Organisations, facilities, events and programmes: a name, its other forms, how often.

use super::TableProps;
use super::grid::{Cell, Column, Grid, Line, Lines};
use crate::analysis::Span;
use crate::locale::list;
use crate::view::kind::Kind;
use crate::view::value;
use std::rc::Rc;
use yew::prelude::*;

const NAMED: &[Column] = &[
    Column { label: "column-name", class: "name" },
    Column { label: "column-others", class: "minor" },
    Column { label: "column-mentions", class: "number" },
];

const EVENTS: &[Column] = &[
    Column { label: "column-name", class: "name" },
    Column { label: "column-time", class: "minor" },
    Column { label: "column-place", class: "minor" },
    Column { label: "column-mentions", class: "number" },
];

const PROGRAMMES: &[Column] =
    &[Column { label: "column-name", class: "name" }, Column { label: "column-mentions", class: "number" }];

/// Surface forms other than the name itself.
pub fn others(name: &str, names: &[String]) -> String {
    list(names.iter().filter(|other| *other != name))
}

fn named(index: usize, name: &str, names: &[String], spans: &[Span]) -> Line {
    let others = others(name, names);
    let search = format!("{name} {others}");
    Line::new(index, vec![Cell::text(name), Cell::text(others), Cell::count(spans.len())], search)
}

/// Organisations, grouped by kind.
#[component]
pub fn Organizations(props: &TableProps) -> Html {
    let TableProps { reading, selected, emit } = props;
    let lines = use_memo(reading.clone(), |reading| {
        let mut lines: Vec<Line> = Vec::new();
        let rows = &reading.analysis.organizations;
        for (index, row) in rows.iter().enumerate() {
            let group = Some(value::organization_label(row.kind));
            lines.push(Line { group, ..named(index, &row.name, &row.names, &row.spans) });
        }
        lines.sort_by_key(|line| line.index.and_then(|index| rows.get(index)).map(|row| row.kind as u8));
        lines
    });
    html! { <Grid kind={Kind::Organization} columns={NAMED} lines={Lines(lines)} selected={*selected} emit={emit.clone()} /> }
}

/// Facilities and projects.
#[component]
pub fn Facilities(props: &TableProps) -> Html {
    let TableProps { reading, selected, emit } = props;
    let lines = use_memo(reading.clone(), |reading| {
        let rows = reading.analysis.facilities.iter().enumerate();
        rows.map(|(index, row)| named(index, &row.name, &row.names, &row.spans)).collect::<Vec<_>>()
    });
    html! { <Grid kind={Kind::Facility} columns={NAMED} lines={Lines(lines)} selected={*selected} emit={emit.clone()} /> }
}

/// Meetings, fairs, sessions.
#[component]
pub fn Events(props: &TableProps) -> Html {
    let TableProps { reading, selected, emit } = props;
    let lines = use_memo(reading.clone(), |reading| {
        let rows = reading.analysis.events.iter().enumerate();
        rows.map(|(index, row)| {
            let period = value::period(row.start.as_deref(), row.end.as_deref());
            let key = super::grid::Key::Text(row.start.clone().unwrap_or_default());
            let place = row.place.clone().unwrap_or_default();
            let search = format!("{} {} {place} {period}", row.name, row.names.join(" "));
            let when = Cell::new(key, html! { { period } });
            let cells = vec![Cell::text(&row.name), when, Cell::text(place), Cell::count(row.spans.len())];
            Line::new(index, cells, search)
        })
        .collect::<Vec<_>>()
    });
    html! { <Grid kind={Kind::Event} columns={EVENTS} lines={Lines(lines)} selected={*selected} emit={emit.clone()} /> }
}

/// Named plans, strategies, campaigns.
#[component]
pub fn Programmes(props: &TableProps) -> Html {
    let TableProps { reading, selected, emit } = props;
    let lines: Rc<Vec<Line>> = use_memo(reading.clone(), |reading| {
        let rows = reading.analysis.programmes.iter().enumerate();
        rows.map(|(index, row)| {
            Line::new(index, vec![Cell::text(&row.text), Cell::count(row.spans.len())], row.text.clone())
        })
        .collect()
    });
    html! { <Grid kind={Kind::Programme} columns={PROGRAMMES} lines={Lines(lines)} selected={*selected} emit={emit.clone()} /> }
}
