//! The rows of the list: one a document, a page at a time.

use super::{Props, State, ask, set, standing_label};
use crate::library::entry::{Item, Standing, parse_tags};
use crate::locale::{t, t_with};
use crate::view::kind::Kind;
use crate::view::value;
use crate::web::app::shelf::{Ask, Step, Target};
use crate::web::app::{Event, field};
use std::rc::Rc;
use yew::prelude::*;

/// Documents on one page of the list: drawn at once, whatever the library holds.
const PAGE: usize = 50;

/// The page of the list that is shown, with the way to the others.
pub fn list(props: &Props, state: &UseStateHandle<State>, shown: &[Rc<Item>]) -> Html {
    if shown.is_empty() {
        let empty = props.items.0.iter().all(|item| item.entry.deleted.is_some());
        return html! { <p class="empty">{ t(if empty { "library-empty" } else { "library-none" }) }</p> };
    }
    let pages = shown.len().div_ceil(PAGE);
    let page = state.page.min(pages - 1);
    let go = |to: usize| set(state, move |state, _: MouseEvent| state.page = to);
    html! {
        <>
            <ul class="library-list">
                { for shown.iter().skip(page * PAGE).take(PAGE).map(|item| row(props, state, item)) }
            </ul>
            if pages > 1 {
                <nav class="library-pages" aria-label={t("library-pages")}>
                    <button type="button" class="button" disabled={page == 0} onclick={go(page.saturating_sub(1))}>{ t("library-before") }</button>
                    <span>{ t_with("library-page", &[("n", (page + 1).into()), ("total", pages.into())]) }</span>
                    <button type="button" class="button" disabled={page + 1 == pages} onclick={go(page + 1)}>{ t("library-after") }</button>
                </nav>
            }
        </>
    }
}

fn row(props: &Props, state: &UseStateHandle<State>, item: &Rc<Item>) -> Html {
    let key: Rc<str> = item.entry.key.as_str().into();
    let title = item.title().to_owned();
    let open = {
        let key = key.clone();
        ask(&props.emit, move || Ask::Open(key.clone(), Target::Start))
    };
    let choose = {
        let key = key.clone();
        set(state, move |state, _: yew::Event| {
            if !state.chosen.remove(&key) {
                state.chosen.insert(key.clone());
            }
        })
    };
    let is_open = props.open.contains(&key);
    html! {
        <li key={item.entry.key.clone()} class="library-row" data-key={item.entry.key.clone()}>
            <input type="checkbox" aria-label={t_with("library-select", &[("title", title.as_str().into())])} checked={state.chosen.contains(&key)} onchange={choose} />
            <div class="library-what">
                <button type="button" class="library-open" title={title.clone()} aria-current={is_open.then_some("true")} onclick={open}>{ title.clone() }</button>
                { facts(props, item) }
            </div>
            { more(props, item, &key, &title) }
        </li>
    }
}

/// What is known of a document, in a few words each.
fn facts(props: &Props, item: &Item) -> Html {
    let digest = item.digest.as_ref();
    let day = item.day().map(|day| value::period(Some(day), Some(day)));
    let source = digest.and_then(|digest| digest.source.clone());
    let size = digest.filter(|digest| digest.characters > 0).map(|digest| digest.characters);
    let figures = digest.map_or(0, |digest| digest.count(Kind::Indicator));
    let standing = item.standing(&props.version);
    let failure = digest.and_then(|digest| digest.failure.clone());
    html! {
        <p class="library-facts">
            { for source.map(|source| html! { <span>{ source }</span> }) }
            { for day.map(|day| html! { <span>{ day }</span> }) }
            { for size.map(|size| html! { <span>{ t_with("summary-size", &[("n", size.into())]) }</span> }) }
            if figures > 0 { <span>{ t_with("library-figures", &[("n", figures.into())]) }</span> }
            // What is as it should be needs no words.
            if standing != Standing::Current {
                <span class={classes!("library-standing", standing_label(standing))} title={failure}>{ t(standing_label(standing)) }</span>
            }
            { for item.entry.tags.iter().map(|tag| html! { <span class="chip">{ tag.clone() }</span> }) }
        </p>
    }
}

/// Renaming, tags and deletion of one document.
fn more(props: &Props, item: &Item, key: &Rc<str>, title: &str) -> Html {
    let changed = |what: fn(Rc<str>, &str) -> Ask| {
        let key = key.clone();
        props.emit.reform(move |event: yew::Event| {
            Event::Shelf(Step::Ask(what(key.clone(), &field::value(&event).unwrap_or_default())))
        })
    };
    let rename = changed(|key, name| Ask::Rename(key, name.to_owned()));
    let tag = changed(|key, tags| Ask::Tag(vec![key], parse_tags(tags), false));
    let delete = {
        let key = key.clone();
        ask(&props.emit, move || Ask::Delete(vec![key.clone()]))
    };
    html! {
        <details class="library-more">
            <summary aria-label={t_with("library-more", &[("title", title.into())])} title={t("library-edit")}>{ "⋯" }</summary>
            <div class="library-edit">
                <label>{ t("library-name") }<input value={title.to_owned()} onchange={rename} /></label>
                <label>{ t("library-tags") }<input value={item.entry.tags.join(" ")} onchange={tag} /></label>
                <button type="button" class="button" onclick={delete}>{ t("library-delete") }</button>
            </div>
        </details>
    }
}
