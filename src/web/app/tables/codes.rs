//! Coded slogans with their members.

use super::TableProps;
use super::grid::{Cell, Column, Grid, Key, Line, Lines};
use crate::analysis::Code;
use crate::locale::{clauses, t, t_with};
use crate::view::kind::Kind;
use crate::web::app::Event;
use yew::prelude::*;

const COLUMNS: &[Column] = &[
    Column { label: "column-slogan", class: "name" },
    Column { label: "column-members", class: "text" },
    Column { label: "column-complete", class: "minor" },
    Column { label: "column-mentions", class: "number" },
];

/// The table of codes.
#[component]
pub fn Codes(props: &TableProps) -> Html {
    let TableProps { reading, selected, emit } = props;
    let lines = use_memo(reading.clone(), |reading| {
        let rows = reading.analysis.codes.iter().enumerate();
        rows.map(|(index, row)| {
            let search = format!("{} {} {}", row.text, row.members.join(" "), row.glossary.join(" "));
            let members = Cell::new(Key::count(row.members.len()), members(row, emit));
            let cells = vec![Cell::text(&row.text), members, complete(row), Cell::count(row.spans.len())];
            Line::new(index, cells, search)
        })
        .collect::<Vec<_>>()
    });
    html! { <Grid kind={Kind::Code} columns={COLUMNS} lines={Lines(lines)} selected={*selected} emit={emit.clone()} /> }
}

/// The members of the document as chips that lead to their place; what the glossary knows is marked as such.
fn members(row: &Code, emit: &Callback<Event>) -> Html {
    let member = |(at, member): (usize, &String)| {
        let show = row.member_spans.get(at).map(|&span| emit.reform(move |_: MouseEvent| Event::Evidence(span)));
        html! { <li><button type="button" class="chip chip-button" onclick={show}>{ member.clone() }</button></li> }
    };
    let hint = row.members.is_empty() && !row.glossary.is_empty();
    html! {
        <>
            if !row.members.is_empty() { <ol class="members">{ for row.members.iter().enumerate().map(member) }</ol> }
            if hint {
                <p class="glossary"><span class="chip chip-glossary">{ t("code-glossary") }</span>{ clauses(&row.glossary) }</p>
            }
        </>
    }
}

/// Whether as many members were found as the numeral says.
fn complete(row: &Code) -> Cell {
    let found = row.members.len();
    let (rank, said, class) = match (row.count, found) {
        _ if row.complete => (0, t("code-complete"), "chip chip-good"),
        (_, 0) => (2, t("code-unlisted"), "chip"),
        (Some(count), _) => {
            (1, t_with("code-some", &[("found", found.into()), ("count", count.into())]), "chip chip-warn")
        }
        (None, _) => (1, t_with("count-items", &[("n", found.into())]), "chip"),
    };
    Cell::new(Key::count(rank), html! { <span {class}>{ said }</span> })
}
