//! The outline: the document's headings; a click jumps.

use super::Event;
use super::state::Reading;
use crate::locale::{t, t_with};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub reading: Reading,
    pub emit: Callback<Event>,
}

/// The headings in a fold.
#[component]
pub fn Outline(props: &Props) -> Html {
    let Props { reading, emit } = props;
    let headings = &reading.analysis.outline;
    let item = |heading: &crate::analysis::OutlineItem| {
        let span = heading.span;
        let class = format!("outline-item outline-level-{}", heading.level.clamp(1, 4));
        html! {
            <li {class}>
                <button type="button" onclick={emit.reform(move |_| Event::Evidence(span))}>{ heading.text.trim().to_owned() }</button>
            </li>
        }
    };
    html! {
        <details class="outline">
            <summary>{ t_with("outline-count", &[("n", headings.len().into())]) }</summary>
            <nav aria-label={t("outline")}><ol>{ for headings.iter().map(item) }</ol></nav>
        </details>
    }
}
