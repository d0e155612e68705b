//! A table that can be sorted, filtered, grouped and unfolded; its rows lead to their evidence.

mod arrange;
mod line;
mod row;

use super::more::More;
use super::roving;
use crate::locale::{t, t_with};
use crate::view::kind::Kind;
use crate::web::app::state::Reading;
use crate::web::app::{Event, field};
use arrange::{arrange, filled};
pub use line::{Cell, Column, Detail, Key, Line, Lines, Search};
use row::{Looks, row};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub kind: Kind,
    pub columns: &'static [Column],
    pub lines: Lines,
    pub selected: Option<usize>,
    /// Further controls beside the filter.
    #[prop_or_default]
    pub controls: Html,
    /// Whether the marked row unfolds by itself.
    #[prop_or(false)]
    pub unfold: bool,
    pub emit: Callback<Event>,
}

/// How many rows are drawn at first, and how many more each time the last comes into sight.
const FIRST: usize = 40;
const MORE: usize = 40;

/// The grid.
#[component]
pub fn Grid(props: &Props) -> Html {
    let filter = use_state(String::new);
    let order = use_state(|| None::<(usize, bool)>);
    let unfolded = use_state(|| None::<usize>);
    let reading = use_context::<Reading>();
    let wanted = filter.trim().to_lowercase();
    let shown = use_memo((props.lines.clone(), wanted.clone(), *order), |(lines, wanted, order)| {
        arrange(&lines.0, wanted, *order)
    });
    let typed = {
        let filter = filter.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(words) = field::value(&event) {
                filter.set(words);
            }
        })
    };
    let plain = wanted.is_empty() && order.is_none();
    let columns = filled(props.columns, &props.lines.0);
    let open = if props.unfold { unfolded.or(props.selected) } else { *unfolded };
    let total = props.lines.0.iter().filter(|line| line.index.is_some()).count();
    let count = shown.iter().filter(|&&at| props.lines.0[at].index.is_some()).count();
    // Only the first rows are drawn; more follow as they are scrolled to. The marked row is always among them.
    let limit = use_state(|| FIRST);
    let marked = props.selected.and_then(|row| shown.iter().position(|&at| props.lines.0[at].index == Some(row)));
    let drawn = shown.len().min((*limit).max(marked.map_or(0, |at| at + MORE)));
    let mut rows = Vec::with_capacity(drawn);
    let mut group: Option<&str> = None;
    let current = marked.or_else(|| shown.iter().position(|&at| props.lines.0[at].index.is_some()));
    for (position, &at) in shown[..drawn].iter().enumerate() {
        let line = &props.lines.0[at];
        if line.group.as_deref() != group {
            group = line.group.as_deref();
            rows.push(heading(props, group.unwrap_or_default()));
        }
        let looks = Looks { position, plain, open, current: current == Some(position), reading: reading.as_ref() };
        rows.push(row(props, line, &columns, looks, &unfolded));
        if let Some(detail) = line.detail.as_ref().filter(|_| line.index.is_some() && line.index == open) {
            let span = (props.columns.len() + 2).to_string();
            rows.push(html! { <tr key={format!("detail-{at}")} class="detail"><td colspan={span}>{ for detail.html() }</td></tr> });
        }
    }
    let more = {
        let limit = limit.clone();
        Callback::from(move |()| limit.set(drawn + MORE))
    };
    let details = props.lines.0.iter().any(|line| line.detail.is_some());
    html! {
        <>
            <div class="panel-tools">
                <input type="search" class="filter" placeholder={t("filter")}
                    aria-label={t_with("filter-kind", &[("kind", props.kind.label().into())])}
                    value={(*filter).clone()} oninput={typed} />
                { props.controls.clone() }
                <span class="panel-count" aria-live="polite">
                    { counted(count, total) }
                </span>
            </div>
            <div class="grid-frame" onkeydown={Callback::from(|event: KeyboardEvent| roving::moved(&event))}>
                <table class={classes!("grid", format!("grid-{}", props.kind.slug()))} aria-rowcount={(shown.len() + 1).to_string()}>
                    <caption class="hidden">{ props.kind.label() }</caption>
                    <thead><tr>
                        { for columns.iter().map(|&at| head(at, &props.columns[at], &order)) }
                        <th class="fold-head" scope="col"><span class="hidden">{ t("correct-bar") }</span></th>
                        if details { <th class="fold-head" scope="col"><span class="hidden">{ t("details") }</span></th> }
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
                if drawn < shown.len() { <More key={drawn} onmore={more} /> }
                if count == 0 {
                    <p class="empty">{ t(if total == 0 { "none-in-text" } else { "none-in-filter" }) }</p>
                }
            </div>
        </>
    }
}

/// How many rows are shown, of how many.
fn counted(count: usize, total: usize) -> String {
    match count == total {
        true => t_with("count-all", &[("n", total.into())]),
        false => t_with("count-some", &[("n", count.into()), ("total", total.into())]),
    }
}

/// The heading of a column; clicks go round ascending, descending, the table's own order.
fn head(at: usize, column: &Column, order: &UseStateHandle<Option<(usize, bool)>>) -> Html {
    let (sort, next) = match **order {
        Some((by, false)) if by == at => ("ascending", Some((at, true))),
        Some((by, true)) if by == at => ("descending", None),
        _ => ("none", Some((at, false))),
    };
    let order = order.clone();
    html! {
        <th scope="col" class={format!("column-{}", column.class)} aria-sort={sort}>
            <button type="button" class="sort" onclick={move |_| order.set(next)}>{ t(column.label) }</button>
        </th>
    }
}

fn heading(props: &Props, group: &str) -> Html {
    let members = props.lines.0.iter().filter(|line| line.group.as_deref() == Some(group)).count();
    let span = (props.columns.len() + 2).to_string();
    html! {
        <tr class="group" key={format!("group-{group}")}>
            <th colspan={span} scope="rowgroup">{ group.to_owned() }<span class="group-count">{ members }</span></th>
        </tr>
    }
}
