//! Marking the places of a row in the article, and scrolling to them.

use super::all;
use crate::analysis::Span;
use crate::view::kind::Kind;
use crate::web::app::state::{Reading, Selection};
use gloo::utils::{document, window};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Range, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The element that holds the article.
const ARTICLE: &str = "#article";

/// Marks the place of `selection` in the article, and only that; scrolls there if `scroll`.
pub fn mark(reading: &Reading, selection: Option<Selection>, scroll: bool) {
    for element in all("#article [data-active]") {
        let _ = element.remove_attribute("data-active");
    }
    let Some(Selection { row, nth }) = selection else { return highlight(&[]) };
    let elements = all(&format!("{ARTICLE} [data-kind=\"{}\"][data-row=\"{}\"]", row.kind.slug(), row.index));
    for element in &elements {
        let here = element.get_attribute("data-nth").is_some_and(|at| at == nth.to_string());
        let _ = element.set_attribute("data-active", if here { "here" } else { "row" });
    }
    let place = reading.places(row).get(nth).copied();
    let mut related = related(reading, row.kind, row.index);
    let drawn = elements.iter().find(|element| element.get_attribute("data-active").as_deref() == Some("here"));
    if drawn.is_none() {
        related.extend(place);
    }
    highlight(&related.iter().filter_map(|&span| range(reading, span)).collect::<Vec<_>>());
    if scroll {
        match (drawn, place) {
            (Some(element), _) => scroll_to(element, ScrollLogicalPosition::Center),
            (None, Some(span)) => show(reading, span),
            (None, None) => {}
        }
    }
}

/// Further places that belong to a row: name and period of an indicator, members of a code, who speaks.
fn related(reading: &Reading, kind: Kind, index: usize) -> Vec<Span> {
    let analysis = &reading.analysis;
    match kind {
        Kind::Indicator => analysis
            .indicators
            .get(index)
            .map(|row| row.name_span.into_iter().chain(row.period_span).collect())
            .unwrap_or_default(),
        Kind::Code => analysis.codes.get(index).map(|row| row.member_spans.clone()).unwrap_or_default(),
        Kind::Quote => analysis.quotes.get(index).map(|row| row.speaker_span.into_iter().collect()).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// Marks any stretch of the article and scrolls to it.
pub fn show(reading: &Reading, span: Span) {
    let Some(range) = range(reading, span) else { return };
    highlight(std::slice::from_ref(&range));
    if let Ok(node) = range.start_container()
        && let Some(element) = node.parent_element()
    {
        scroll_to(&element, ScrollLogicalPosition::Center);
    }
}

/// Scrolls the row of the tables into sight.
pub fn reveal_row() {
    if let Some(row) = all("#tables tr[aria-current=\"true\"]").first() {
        scroll_to(row, ScrollLogicalPosition::Nearest);
    }
}

fn scroll_to(element: &Element, position: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Auto);
    options.set_block(position);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    // Paragraphs out of sight have an estimated height; once drawn, the place is found exactly.
    let element = element.clone();
    gloo::timers::callback::Timeout::new(60, move || {
        element.scroll_into_view_with_scroll_into_view_options(&options);
    })
    .forget();
}

/// The DOM range of `span`, by the offsets that the blocks carry.
fn range(reading: &Reading, span: Span) -> Option<Range> {
    let index = reading.blocks.iter().position(|block| block.span.overlaps(span))?;
    let block = reading.blocks.get(index)?;
    let element = document().query_selector(&format!("{ARTICLE} [data-block=\"{index}\"]")).ok()??;
    let span = Span::new(span.start.max(block.span.start), span.end.min(block.span.end));
    let units = |from: usize, to: usize| reading.text.get(from..to).map(|words| words.encode_utf16().count() as u32);
    let start = units(block.span.start, span.start)?;
    let end = start + units(span.start, span.end)?;
    let range = document().create_range().ok()?;
    let mut at = 0;
    for node in text_nodes(&element) {
        let length = node.node_value().map_or(0, |value| value.encode_utf16().count() as u32);
        if at <= start && start < at + length {
            range.set_start(&node, start - at).ok()?;
        }
        if at < end && end <= at + length {
            range.set_end(&node, end - at).ok()?;
            return Some(range);
        }
        at += length;
    }
    None
}

/// The text nodes below `element` in order; a walk without recursion.
fn text_nodes(element: &Element) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut stack: Vec<Node> = vec![element.clone().into()];
    while let Some(node) = stack.pop() {
        if node.node_type() == Node::TEXT_NODE {
            nodes.push(node);
            continue;
        }
        let mut child = node.last_child();
        while let Some(found) = child {
            child = found.previous_sibling();
            stack.push(found);
        }
    }
    nodes
}

/// Shows `ranges` through the CSS Custom Highlight API under the name `evidence`; nothing where it is unknown.
fn highlight(ranges: &[Range]) {
    let set = || -> Result<(), JsValue> {
        let global = window();
        let registry = Reflect::get(&Reflect::get(&global, &"CSS".into())?, &"highlights".into())?;
        let class: Function = Reflect::get(&global, &"Highlight".into())?.dyn_into()?;
        let list: Array = ranges.iter().map(JsValue::from).collect();
        let highlight = Reflect::construct(&class, &list)?;
        let set: Function = Reflect::get(&registry, &"set".into())?.dyn_into()?;
        set.call2(&registry, &"evidence".into(), &highlight).map(drop)
    };
    // An older browser lacks it; the highlighted words themselves are still marked.
    let _ = set();
}
