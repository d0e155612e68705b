//! Organisations, facilities, events and programmes: a name, its other forms, how often.

use super::TableProps;
use super::grid::{Cell, Column, Grid, Line, Lines};
use crate::analysis::Span;
use crate::view::kind::Kind;
use crate::view::value;
use std::rc::Rc;
use yew::prelude::*;

const NAMED: &[Column] = &[
    Column { label: "名称", class: "name" },
    Column { label: "其他写法", class: "minor" },
    Column { label: "提及", class: "number" },
];

const EVENTS: &[Column] = &[
    Column { label: "名称", class: "name" },
    Column { label: "时间", class: "minor" },
    Column { label: "地点", class: "minor" },
    Column { label: "提及", class: "number" },
];

const PROGRAMMES: &[Column] = &[Column { label: "名称", class: "name" }, Column { label: "提及", class: "number" }];

/// Surface forms other than the name itself.
pub fn others(name: &str, names: &[String]) -> String {
    names.iter().filter(|other| *other != name).map(String::as_str).collect::<Vec<_>>().join("、")
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
            let group = Some(value::organization_label(row.kind).to_owned());
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
