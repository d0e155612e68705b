//! People: posts, mentions, words, company.

use super::TableProps;
use super::graph::PeopleGraph;
use super::grid::{Cell, Column, Detail, Grid, Key, Line, Lines};
use crate::analysis::{Person, Tenure};
use crate::locale::{list, t};
use crate::view::kind::Kind;
use crate::view::marks::Row;
use crate::view::{people, value};
use crate::web::app::Event;
use crate::web::app::state::Reading;
use yew::prelude::*;

const COLUMNS: &[Column] = &[
    Column { label: "column-person", class: "name" },
    Column { label: "column-posts", class: "text" },
    Column { label: "column-mentions", class: "number" },
    Column { label: "column-quotes", class: "number" },
];

/// How many quotes a card shows.
const QUOTES: usize = 6;

/// The table of people; the marked one unfolds to a card.
#[component]
pub fn People(props: &TableProps) -> Html {
    let TableProps { reading, selected, emit } = props;
    let lines = use_memo(reading.clone(), |reading| {
        let rows = reading.analysis.people.iter().enumerate();
        let mut lines: Vec<Line> = rows.map(|(index, person)| line(reading, index, person, emit)).collect();
        lines.sort_by_key(|line| line.group.is_some());
        lines
    });
    html! {
        <>
            <PeopleGraph reading={reading.clone()} emit={emit.clone()} />
            <Grid kind={Kind::Person} columns={COLUMNS} lines={Lines(lines)} selected={*selected} unfold=true emit={emit.clone()} />
        </>
    }
}

fn line(reading: &Reading, index: usize, person: &Person, emit: &Callback<Event>) -> Line {
    let posts: Vec<&str> = person.posts.iter().map(|post| post.text.as_str()).collect();
    let quotes = people::quotes(&reading.analysis, index);
    let post = |post: &crate::analysis::Post| {
        html! { <span class="post">{ post.text.clone() }{ tenure(post.when) }</span> }
    };
    let cells = vec![
        Cell::text(&person.name),
        Cell::new(Key::Text(list(&posts)), html! { { for person.posts.iter().map(post) } }),
        Cell::count(person.spans.len()),
        Cell::count(quotes.len()),
    ];
    let search = format!("{} {}", person.name, posts.join(" "));
    let group = person.byline.then(|| t("byline-staff"));
    let detail = {
        let (reading, emit) = (reading.clone(), emit.clone());
        Detail::new(move || Some(card(&reading, index, reading.analysis.people.get(index)?, &quotes, &emit)))
    };
    Line { group, detail: Some(detail), ..Line::new(index, cells, search) }
}

/// The mark of a post that is not held now.
fn tenure(when: Tenure) -> Html {
    if when == Tenure::Current {
        return html! {};
    }
    html! { <span class="chip">{ value::tenure_label(when) }</span> }
}

fn card(reading: &Reading, index: usize, person: &Person, quotes: &[usize], emit: &Callback<Event>) -> Html {
    let post = |post: &crate::analysis::Post| {
        let span = post.span;
        html! {
            <li><button type="button" class="link" onclick={emit.reform(move |_| Event::Evidence(span))}>{ post.text.clone() }</button>
                <span class="card-note">{ value::tenure_label(post.when) }</span></li>
        }
    };
    let quote = |&at: &usize| {
        let row = Row { kind: Kind::Quote, index: at };
        let quote = reading.analysis.quotes.get(at)?;
        let words = value::excerpt(reading.words(quote.span), 60);
        Some(
            html! { <li><button type="button" class="link" onclick={emit.reform(move |_| Event::Row(row))}>{ words }</button></li> },
        )
    };
    let company = people::company(&reading.analysis, index);
    let neighbour = |&(at, count): &(usize, usize)| {
        let row = Row { kind: Kind::Person, index: at };
        let name = reading.analysis.people.get(at)?.name.clone();
        Some(html! {
            <button type="button" class="chip chip-button" onclick={emit.reform(move |_| Event::Row(row))}>
                { name }<span class="chip-count">{ count }</span>
            </button>
        })
    };
    let mention = |(nth, span): (usize, &crate::analysis::Span)| {
        let span = *span;
        html! { <button type="button" class="mention" onclick={emit.reform(move |_| Event::Evidence(span))}>{ nth + 1 }</button> }
    };
    html! {
        <div class="card">
            if !person.posts.is_empty() {
                <h3>{ t("card-posts") }</h3><ul>{ for person.posts.iter().map(post) }</ul>
            }
            <h3>{ t("card-places") }</h3><p class="mentions">{ for person.spans.iter().enumerate().take(40).map(mention) }</p>
            if !quotes.is_empty() {
                <h3>{ t("card-quotes") }</h3><ul class="card-quotes">{ for quotes.iter().take(QUOTES).filter_map(quote) }</ul>
            }
            if !company.is_empty() {
                <h3>{ t("card-company") }</h3><p class="chips">{ for company.iter().take(12).filter_map(neighbour) }</p>
            }
        </div>
    }
}
