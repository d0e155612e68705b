//! A block of an article with its highlights.

use crate::analysis::Span;
use crate::view::blocks::{Block, Node, Role};
use crate::web::app::state::Reading;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub struct ParagraphProps {
    pub index: usize,
    /// The analysis whose highlights are drawn.
    pub source: Option<Reading>,
    /// The analysis whose words are drawn where there is no source.
    pub words: Reading,
    /// What each kind is called, in the order of [`crate::view::kind::Kind::ALL`]; the same as long as the page is.
    pub labels: Rc<[AttrValue; 12]>,
}

impl ParagraphProps {
    fn block(&self) -> Option<(&Reading, &Block)> {
        let reading = self.source.as_ref().unwrap_or(&self.words);
        Some((reading, reading.blocks.get(self.index)?))
    }
}

/// A paragraph is drawn again only where its own words or highlights are others.
impl PartialEq for ParagraphProps {
    fn eq(&self, other: &Self) -> bool {
        if self.source.is_some() != other.source.is_some() {
            return false;
        }
        match (self.block(), other.block()) {
            (Some((one, first)), Some((two, second))) => {
                one == two && self.index == other.index
                    || first.role == second.role
                        && one.words(first.span) == two.words(second.span)
                        && (self.source.is_none() || same_nodes((one, first), (two, second)))
            }
            (None, None) => true,
            _ => false,
        }
    }
}

/// Whether two blocks have the same highlights at the same places of their words.
fn same_nodes(one: (&Reading, &Block), two: (&Reading, &Block)) -> bool {
    type Side<'a> = (&'a Reading, usize);
    fn same(one: Side, two: Side, first: &[Node], second: &[Node]) -> bool {
        let at = |side: Side, span: Span| (span.start.wrapping_sub(side.1), span.end.wrapping_sub(side.1));
        first.len() == second.len()
            && first.iter().zip(second).all(|pair| match pair {
                (Node::Text(first), Node::Text(second)) => at(one, *first) == at(two, *second),
                (Node::Mark(first, inner), Node::Mark(second, other)) => {
                    let (first, second) = (one.0.marks.get(*first), two.0.marks.get(*second));
                    first.map(|mark| (mark.row, mark.nth)) == second.map(|mark| (mark.row, mark.nth))
                        && same(one, two, inner, other)
                }
                _ => false,
            })
    }
    same((one.0, one.1.span.start), (two.0, two.1.span.start), &one.1.nodes, &two.1.nodes)
}

/// A heading or a paragraph.
#[component]
pub fn Paragraph(props: &ParagraphProps) -> Html {
    let Some((reading, block)) = props.block() else { return html! { <p hidden=true></p> } };
    let index = props.index.to_string();
    let inside = match &props.source {
        Some(_) => html! { { for block.nodes.iter().map(|node| piece(reading, node, &props.labels)) } },
        None => html! { { reading.words(block.span).to_owned() } },
    };
    match block.role {
        Role::Title => html! { <h2 class="block block-title" data-block={index}>{ inside }</h2> },
        Role::Heading(level) => {
            let class = format!("block block-heading block-level-{}", level.clamp(1, 4));
            html! { <h3 {class} data-block={index}>{ inside }</h3> }
        }
        Role::Text => html! { <p class="block" data-block={index}>{ inside }</p> },
    }
}

/// Text or a highlight; [`crate::view::blocks`] bounds how deep they nest.
fn piece(reading: &Reading, node: &Node, labels: &[AttrValue; 12]) -> Html {
    match node {
        Node::Text(span) => html! { { reading.words(*span).to_owned() } },
        Node::Mark(index, inside) => {
            let Some(mark) = reading.marks.get(*index) else { return html! {} };
            let outer = inside.iter().any(|node| matches!(node, Node::Mark(..)));
            html! {
                <span class={if outer { "mark mark-outer" } else { "mark" }} role="mark"
                    aria-roledescription={labels[mark.row.kind as usize].clone()} data-kind={mark.row.kind.slug()}
                    data-row={mark.row.index.to_string()} data-nth={mark.nth.to_string()}>
                    { for inside.iter().map(|node| piece(reading, node, labels)) }
                </span>
            }
        }
    }
}
