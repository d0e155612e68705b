//! A row of a table: it leads to its evidence, has its menu, and unfolds.

use super::Props;
use super::line::Line;
use crate::locale::t;
use crate::view::kind::Kind;
use crate::view::marks::Row;
use crate::web::app::Event;
use crate::web::app::state::Reading;
use crate::web::app::tables::review;
use web_sys::Element;
use yew::prelude::*;

/// What a row's looks depend on besides its line.
#[derive(Clone, Copy)]
pub(super) struct Looks<'a> {
    /// Where it is drawn.
    pub position: usize,
    /// Whether the order is the table's own and nothing is filtered.
    pub plain: bool,
    /// The row that is unfolded.
    pub open: Option<usize>,
    /// Whether the Tab key comes to this row; to the others lead the arrow keys.
    pub current: bool,
    /// What the reader has decided of its row is asked here.
    pub reading: Option<&'a Reading>,
}

/// Draws a line; one that only holds others together has nothing to click.
pub(super) fn row(
    props: &Props,
    line: &Line,
    columns: &[usize],
    looks: Looks<'_>,
    unfolded: &UseStateHandle<Option<usize>>,
) -> Html {
    let Looks { position, plain, open, current, reading } = looks;
    let tabindex = if current { "0" } else { "-1" };
    let Some(index) = line.index else {
        let cells = columns.iter().filter_map(|&at| line.cells.get(at)).map(|cell| html! { <td>{ cell.html() }</td> });
        return html! { <tr key={format!("bare-{position}")} class="bare">{ for cells }</tr> };
    };
    let target = Row { kind: props.kind, index };
    let selected = props.selected == Some(index);
    let emit = props.emit.clone();
    let onclick = move |event: MouseEvent| {
        let element = event.target_dyn_into::<Element>();
        // Buttons inside a row, other than the row's own, do what they say.
        let own = |element: Element| match element.closest("button, a").ok().flatten() {
            Some(button) => button.class_list().contains("row-button"),
            None => true,
        };
        if element.is_some_and(own) {
            emit.emit(Event::Row(target));
        }
    };
    let onkeydown = {
        let emit = props.emit.clone();
        move |event: KeyboardEvent| {
            if let Some(event) = review::pressed(target, &event) {
                emit.emit(event);
            }
        }
    };
    let cell = |at: usize| {
        let (Some(cell), Some(column)) = (line.cells.get(at), props.columns.get(at)) else { return html! {} };
        let class = format!("column-{}", column.class);
        let inside = if at == 0 {
            let depth = if plain { line.depth.min(6) } else { 0 };
            html! {
                <button type="button" {tabindex} class={format!("row-button indent-{depth}")} aria-keyshortcuts={review::KEYS}>
                    { cell.html() }{ review::sign(reading, target) }
                </button>
            }
        } else {
            cell.html()
        };
        html! { <td {class} data-label={t(column.label)}>{ inside }</td> }
    };
    let fold = line.detail.as_ref().map(|_| {
        let unfolded = unfolded.clone();
        let folded = open != Some(index);
        let said = t(if props.kind == Kind::Indicator { "why" } else { "details" });
        let toggle = move |_: MouseEvent| unfolded.set(if folded { Some(index) } else { Some(usize::MAX) });
        html! {
            <td class="fold">
                <button type="button" {tabindex} class="fold-button" aria-expanded={(!folded).to_string()}
                    aria-label={said.clone()} title={said} onclick={toggle}></button>
            </td>
        }
    });
    html! {
        <tr key={format!("row-{index}")} class="row" data-index={index.to_string()}
            aria-current={selected.then_some("true")} {onclick} {onkeydown}>
            { for columns.iter().map(|&at| cell(at)) }
            <review::Menu row={target} emit={props.emit.clone()} />
            { for fold }
        </tr>
    }
}
