//! The article with its highlights: drawn once an analysis; marking and switching touch only attributes.

use super::Event;
use super::state::{Reading, Selection};
use crate::view::blocks::{Block, Node, Role};
use crate::view::kind::Kind;
use crate::view::marks::Row;
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub reading: Reading,
    pub hidden: BTreeSet<Kind>,
    pub emit: Callback<Event>,
}

/// The article; which kinds are hidden is said by classes.
#[component]
pub fn Article(props: &Props) -> Html {
    let Props { reading, hidden, emit } = props;
    let emit = emit.clone();
    let onclick = move |event: MouseEvent| {
        if let Some(selection) = clicked(&event) {
            emit.emit(Event::Highlight(selection));
        }
    };
    let classes: Vec<String> = hidden.iter().map(|kind| format!("hide-{}", kind.slug())).collect();
    html! {
        <article id="article" class={classes!("article", classes)} lang={language(reading)} {onclick}>
            <Blocks reading={reading.clone()} />
        </article>
    }
}

fn language(reading: &Reading) -> &'static str {
    match reading.analysis.document.script {
        crate::analysis::Script::Hant => "zh-Hant",
        _ => "zh-Hans",
    }
}

/// The row of the innermost highlight that was clicked; of the next outer one where that row is selected already.
fn clicked(event: &MouseEvent) -> Option<Selection> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let mut element = target.closest("[data-kind]").ok()??;
    while element.get_attribute("data-active").as_deref() == Some("here")
        && let Some(outer) = element.parent_element().and_then(|parent| parent.closest("[data-kind]").ok()?)
    {
        element = outer;
    }
    let number = |name: &str| element.get_attribute(name)?.parse::<usize>().ok();
    let kind = Kind::from_slug(&element.get_attribute("data-kind")?)?;
    Some(Selection { row: Row { kind, index: number("data-row")? }, nth: number("data-nth")? })
}

#[derive(Properties, PartialEq)]
struct BlocksProps {
    reading: Reading,
}

#[component]
fn Blocks(props: &BlocksProps) -> Html {
    let reading = &props.reading;
    html! { <>{ for reading.blocks.iter().enumerate().map(|(index, block)| paragraph(reading, index, block)) }</> }
}

fn paragraph(reading: &Reading, index: usize, block: &Block) -> Html {
    let index = index.to_string();
    let inside = || block.nodes.iter().map(|node| piece(reading, node));
    match block.role {
        Role::Title => html! { <h2 class="block block-title" data-block={index}>{ for inside() }</h2> },
        Role::Heading(level) => {
            let class = format!("block block-heading block-level-{}", level.clamp(1, 4));
            html! { <h3 {class} data-block={index}>{ for inside() }</h3> }
        }
        Role::Text => html! { <p class="block" data-block={index}>{ for inside() }</p> },
    }
}

/// Text or a highlight; [`crate::view::blocks`] bounds how deep they nest.
fn piece(reading: &Reading, node: &Node) -> Html {
    match node {
        Node::Text(span) => html! { { reading.words(*span).to_owned() } },
        Node::Mark(index, inside) => {
            let Some(mark) = reading.marks.get(*index) else { return html! {} };
            let outer = inside.iter().any(|node| matches!(node, Node::Mark(..)));
            html! {
                <span class={if outer { "mark mark-outer" } else { "mark" }} data-kind={mark.row.kind.slug()}
                    data-row={mark.row.index.to_string()} data-nth={mark.nth.to_string()}>
                    { for inside.iter().map(|node| piece(reading, node)) }
                </span>
            }
        }
    }
}
