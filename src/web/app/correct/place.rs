//! Which words of the article are selected, as a span of its text.

use crate::analysis::Span;
use crate::web::app::state::Reading;
use gloo::utils::{document, window};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node};

/// The longest stretch that is offered to be marked, in characters.
const LONGEST: usize = 500;

/// The selected words without blanks around them; None where nothing of the article is selected.
pub fn selected(reading: &Reading) -> Option<Span> {
    let selection = Reflect::get(&window(), &"getSelection".into()).ok()?;
    let selection = selection.dyn_ref::<Function>()?.call0(&window()).ok().filter(JsValue::is_object)?;
    let get = |name: &str| Reflect::get(&selection, &name.into()).ok();
    if get("isCollapsed")?.is_truthy() {
        return None;
    }
    let end = |node: &str, offset: &str| {
        let node: Node = get(node)?.dyn_into().ok()?;
        place(reading, &node, get(offset)?.as_f64()? as u32)
    };
    let (one, other) = (end("anchorNode", "anchorOffset")?, end("focusNode", "focusOffset")?);
    let span = Span::new(one.min(other), one.max(other));
    let words = reading.text.get(span.start..span.end)?;
    let start = span.start + (words.len() - words.trim_start().len());
    let span = Span::new(start, start + words.trim().len());
    let short = words.trim().chars().count() <= LONGEST;
    (!span.is_empty() && short).then_some(span)
}

/// The offset in the text of a place in the page, by the block that it lies in.
fn place(reading: &Reading, node: &Node, offset: u32) -> Option<usize> {
    let element: Element = match node.dyn_ref::<Element>() {
        Some(element) => element.clone(),
        None => node.parent_element()?,
    };
    let block = element.closest("#article [data-block]").ok()??;
    let index: usize = block.get_attribute("data-block")?.parse().ok()?;
    let range = document().create_range().ok()?;
    range.set_start(&block, 0).ok()?;
    range.set_end(node, offset).ok()?;
    let mut units = range.to_string().as_string()?.encode_utf16().count();
    let block = reading.blocks.get(index)?;
    let words = reading.words(block.span);
    for (at, char) in words.char_indices() {
        if units == 0 {
            return Some(block.span.start + at);
        }
        units = units.saturating_sub(char.len_utf16());
    }
    Some(block.span.end)
}
