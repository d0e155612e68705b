//! The graph of people, posts and bodies; the table of people says the same in words.

use crate::locale::{list, t, t_with};
use crate::view::graph::{Graph, Tie, graph};
use crate::view::kind::Kind;
use crate::view::marks::Row;
use crate::web::app::Event;
use crate::web::app::state::Reading;
use yew::prelude::*;

const WIDTH: f64 = 600.0;
const LINE: f64 = 26.0;
/// Where names end and bodies begin.
const NAMES: f64 = 120.0;
const BODIES: f64 = 340.0;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub reading: Reading,
    pub emit: Callback<Event>,
}

/// Folded away until it is asked for; nothing where no post names a body.
#[component]
pub fn PeopleGraph(props: &Props) -> Html {
    let drawn = use_memo(props.reading.clone(), |reading| graph(&reading.analysis));
    html! {
        <details class="people-graph" hidden={drawn.ties.is_empty()}>
            <summary>{ t("graph") }</summary>
            { drawing(&drawn, props) }
        </details>
    }
}

fn drawing(graph: &Graph, props: &Props) -> Html {
    let height = graph.people.len().max(graph.bodies.len()) as f64 * LINE + 12.0;
    let label = t_with("graph-label", &[("people", graph.people.len().into()), ("bodies", graph.bodies.len().into())]);
    html! {
        <svg viewBox={format!("0 0 {WIDTH} {height}")} role="group" aria-label={label}>
            { for graph.ties.iter().map(|tie| line(tie, graph, height)) }
            { for graph.people.iter().enumerate().map(|(at, &person)| name(at, person, graph, height, props)) }
            { for graph.bodies.iter().enumerate().map(|(at, body)| {
                let y = middle(at, graph.bodies.len(), height) + 4.0;
                html! { <text class="graph-body" x={BODIES.to_string()} y={y.to_string()}>{ body.clone() }</text> }
            }) }
        </svg>
    }
}

/// The height of entry `at` of `count`, spread over the drawing.
fn middle(at: usize, count: usize, height: f64) -> f64 {
    (at as f64 + 0.5) * height / count.max(1) as f64
}

fn line(tie: &Tie, graph: &Graph, height: f64) -> Html {
    let (from, to) = (middle(tie.person, graph.people.len(), height), middle(tie.body, graph.bodies.len(), height));
    let (start, end) = (NAMES + 6.0, BODIES - 6.0);
    let bend = f64::midpoint(start, end);
    let path = format!("M{start} {from:.1} C{bend} {from:.1} {bend} {to:.1} {end} {to:.1}");
    html! { <path class="graph-tie" d={path} fill="none"><title>{ tie.post.clone() }</title></path> }
}

fn name(at: usize, person: usize, graph: &Graph, height: f64, props: &Props) -> Html {
    let Some(row) = props.reading.analysis.people.get(person) else { return html! {} };
    let posts: Vec<&str> = graph.ties.iter().filter(|tie| tie.person == at).map(|tie| tie.post.as_str()).collect();
    let go = move || Event::Row(Row { kind: Kind::Person, index: person });
    let onclick = props.emit.reform(move |_: MouseEvent| go());
    let emit = props.emit.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            emit.emit(go());
        }
    });
    let y = middle(at, graph.people.len(), height) + 4.0;
    let label = t_with("labelled", &[("label", row.name.as_str().into()), ("words", list(posts).into())]);
    html! {
        <text class="graph-person" x={NAMES.to_string()} y={y.to_string()} text-anchor="end" role="button" tabindex="0"
            aria-label={label} {onclick} {onkeydown}>{ row.name.clone() }</text>
    }
}
