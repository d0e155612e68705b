//! Filters, order, what can be done with the chosen documents and with the library as a whole.

use super::{STANDINGS, State, ask, set, standing_label};
use crate::library::entry::{Item, parse_tags};
use crate::library::list::Order;
use crate::locale::{t, t_with};
use crate::web::app::shelf::{Ask, Step};
use crate::web::app::{Event, field};
use std::collections::BTreeSet;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Filters and order, and what can be done with the chosen documents.
pub fn tools(
    state: &UseStateHandle<State>,
    tags: &[(String, usize)],
    shown: &[Rc<Item>],
    emit: &Callback<Event>,
) -> Html {
    let choose = |change: fn(&mut State, String)| {
        set(state, move |state, event: yew::Event| {
            state.page = 0;
            change(state, field::value(&event).unwrap_or_default());
        })
    };
    let order = choose(|state, slug| state.order = Order::from_slug(&slug).unwrap_or_default());
    let tag = choose(|state, tag| state.tag = (!tag.is_empty()).then_some(tag));
    let standing = choose(|state, slug| {
        state.standing = STANDINGS.iter().find(|(own, _)| *own == slug).map(|(_, standing)| *standing);
    });
    let keys: Vec<Rc<str>> = shown.iter().map(|item| Rc::from(item.entry.key.as_str())).collect();
    let chosen: Vec<Rc<str>> = keys.iter().filter(|key| state.chosen.contains(*key)).cloned().collect();
    let all = !shown.is_empty() && chosen.len() == shown.len();
    let toggle_all = {
        let keys: BTreeSet<Rc<str>> = keys.into_iter().collect();
        set(state, move |state, _: yew::Event| state.chosen = if all { BTreeSet::new() } else { keys.clone() })
    };
    let reverse = set(state, |state, _: MouseEvent| state.reversed = !state.reversed);
    html! {
        <div class="library-tools">
            <label class="check"><input type="checkbox" id="library-all" checked={all} onchange={toggle_all} />{ t("library-select-all") }</label>
            <label class="library-choice">{ t("library-order") }
                <select class="select" id="library-order" onchange={order}>
                    { for Order::ALL.iter().map(|order| html! { <option value={order.slug()} selected={state.order == *order}>{ t(order_label(*order)) }</option> }) }
                </select>
            </label>
            <button type="button" class="icon-button" id="library-reverse" aria-pressed={state.reversed.to_string()}
                aria-label={t("library-reverse")} title={t("library-reverse")} onclick={reverse}>{ if state.reversed { "↑" } else { "↓" } }</button>
            <label class="library-choice">{ t("library-standing") }
                <select class="select" id="library-standing" onchange={standing}>
                    <option value="" selected={state.standing.is_none()}>{ t("library-any") }</option>
                    { for STANDINGS.iter().map(|(slug, standing)| html! {
                        <option value={*slug} selected={state.standing == Some(*standing)}>{ t(standing_label(*standing)) }</option>
                    }) }
                </select>
            </label>
            if !tags.is_empty() {
                <label class="library-choice">{ t("library-tags") }
                    <select class="select" id="library-tag" onchange={tag}>
                        <option value="" selected={state.tag.is_none()}>{ t("library-any") }</option>
                        { for tags.iter().map(|(tag, count)| html! { <option value={tag.clone()} selected={state.tag.as_ref() == Some(tag)}>{ format!("{tag} {count}") }</option> }) }
                    </select>
                </label>
            }
            if !chosen.is_empty() { { chosen_tools(chosen, emit) } }
        </div>
    }
}

fn chosen_tools(chosen: Vec<Rc<str>>, emit: &Callback<Event>) -> Html {
    let button = |label: &'static str, what: fn(Vec<Rc<str>>) -> Ask| {
        let chosen = chosen.clone();
        html! { <button type="button" class="button" onclick={ask(emit, move || what(chosen.clone()))}>{ t(label) }</button> }
    };
    let keys = chosen.clone();
    let onchange = emit.reform(move |event: yew::Event| {
        let tags = parse_tags(&field::value(&event).unwrap_or_default());
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            input.set_value("");
        }
        Event::Shelf(Step::Ask(Ask::Tag(keys.clone(), tags, true)))
    });
    html! {
        <div class="library-chosen" role="group" aria-label={t("library-chosen")}>
            <span>{ t_with("library-chosen-count", &[("n", chosen.len().into())]) }</span>
            { button("library-open", Ask::OpenAll) }
            { button("library-compare", Ask::Compare) }
            { button("library-analyze", Ask::Analyze) }
            { button("library-list", Ask::List) }
            { button("library-delete", Ask::Delete) }
            <input class="library-tag-input" aria-label={t("library-add-tags")} placeholder={t("library-add-tags")} {onchange} />
        </div>
    }
}

/// What can be done with the library as a whole.
pub fn whole(total: usize, busy: bool, emit: &Callback<Event>) -> Html {
    let emit_file = emit.clone();
    let restore = move |event: yew::Event| {
        if let Some(file) = field::take_files(&event).into_iter().next() {
            emit_file.emit(Event::Shelf(Step::Ask(Ask::Restore(file))));
        }
    };
    html! {
        <footer class="library-whole">
            <button type="button" class="button" disabled={total == 0} onclick={ask(emit, || Ask::AnalyzeAll)}>{ t("library-analyze-all") }</button>
            <button type="button" class="button" id="backup-save" disabled={busy} onclick={ask(emit, || Ask::Save)}>{ t("backup-save") }</button>
            <label class="button file-button">{ t("backup-restore") }
                <input type="file" id="backup-file" class="hidden" accept=".gz,application/gzip" disabled={busy} onchange={restore} /></label>
            <button type="button" class="button library-wipe" disabled={busy} onclick={ask(emit, || Ask::Wipe)}>{ t("library-wipe") }</button>
        </footer>
    }
}

const fn order_label(order: Order) -> &'static str {
    match order {
        Order::Changed => "order-changed",
        Order::Created => "order-created",
        Order::Title => "order-title",
        Order::Source => "order-source",
        Order::Day => "order-day",
        Order::Length => "order-length",
    }
}
