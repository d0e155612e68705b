//! The few things that are done to the page directly: marking evidence, scrolling, the colour scheme.

use super::state::{Reading, Selection};
use crate::analysis::Span;
use crate::view::kind::Kind;
use gloo::utils::{document, document_element, window};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, HtmlElement, HtmlTextAreaElement, Node, Range, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// The element that holds the article.
const ARTICLE: &str = "#article";

/// Elements that `selector` finds.
pub fn all(selector: &str) -> Vec<Element> {
    let Ok(list) = document().query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
}

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

/// Clicks the first element that `selector` finds.
pub fn click(selector: &str) {
    if let Some(element) = all(selector).into_iter().next().and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Scrolls the first element that `selector` finds into sight, if it is not.
pub fn reveal(selector: &str) {
    if let Some(element) = all(selector).first() {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
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

/// Milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// A name that is very unlikely to be drawn twice.
pub fn random_name() -> String {
    format!("{:x}", (js_sys::Math::random() * 281_474_976_710_656.0) as u64)
}

/// The fragment of the address, with `#`; empty where there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Takes the fragment from the address bar and from the history.
pub fn clear_fragment() {
    let bare = address_without_fragment();
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&bare));
    }
}

fn address_without_fragment() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// The address of the page with another fragment.
pub fn address_with(fragment: &str) -> String {
    format!("{}#{fragment}", address_without_fragment())
}

/// Puts `text` on the clipboard.
pub fn copy(text: &str) {
    // Without a secure context there is no clipboard to write to; asking for it must not end the page.
    let navigator: JsValue = window().navigator().into();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).unwrap_or_default();
    let write = Reflect::get(&clipboard, &"writeText".into()).ok().and_then(|write| write.dyn_into::<Function>().ok());
    if let Some(Ok(promise)) = write.map(|write| write.call1(&clipboard, &text.into())) {
        let promise: js_sys::Promise = promise.unchecked_into();
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
}

/// What identifies the analyzer and its lists: their files are named after their content.
pub fn analyzer_version() -> String {
    let name = |name: &str| document_element().get_attribute(&format!("data-{name}")).unwrap_or_default();
    [name("worker"), name("dictionary"), name("townships")].join(" ")
}

/// A figure that the browser tells of the device.
pub fn device(name: &str) -> Option<f64> {
    Reflect::get(&window().navigator(), &name.into()).ok()?.as_f64()
}

/// Asks the reader a question that is answered by yes or no.
pub fn confirm(question: &str) -> bool {
    window().confirm_with_message(question).unwrap_or(false)
}

/// Where the service worker puts texts that other programs share, until they are opened.
const SHARED: &str = "yaolan-shared";

/// Forgets texts that were shared with the page and not opened yet.
pub async fn clear_shared() {
    // Where there are no caches, there is nothing to be forgotten.
    let caches = Reflect::get(&window(), &"caches".into()).unwrap_or_default();
    let delete = Reflect::get(&caches, &"delete".into()).ok().and_then(|delete| delete.dyn_into::<Function>().ok());
    if let Some(Ok(promise)) = delete.map(|delete| delete.call1(&caches, &SHARED.into())) {
        let _ = wasm_bindgen_futures::JsFuture::from(promise.unchecked_into::<js_sys::Promise>()).await;
    }
}

/// Hands the reader a file.
pub fn download(name: &str, content: &web_sys::Blob) {
    let url = gloo::file::ObjectUrl::from(gloo::file::Blob::from(content.clone()));
    let Ok(anchor) = document().create_element("a") else { return };
    if let Ok(anchor) = anchor.dyn_into::<web_sys::HtmlAnchorElement>() {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
        // The address must live until the browser has taken the file.
        gloo::timers::callback::Timeout::new(10_000, move || drop(url)).forget();
    }
}

/// What an error of the browser says.
pub fn reason(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    message.or_else(|| error.as_string()).unwrap_or_default()
}

/// The languages that the browser's user reads, the first first.
pub fn languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// Says in which language the page is, and what it is called.
pub fn set_language(tag: &str, title: &str) {
    let _ = document_element().set_attribute("lang", tag);
    document().set_title(title);
}

/// Gives the focus to the first element that `selector` finds; one that cannot have it is left alone.
pub fn focus(selector: &str) {
    if let Some(element) = all(selector).into_iter().next().and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Sets an attribute of the root element for the style sheets, or takes it away.
pub fn set_root(name: &str, value: Option<&str>) {
    let root = document_element();
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Sets a custom property for the style sheets.
pub fn set_style(name: &str, value: &str) {
    if let Ok(root) = document_element().dyn_into::<HtmlElement>() {
        let _ = root.style().set_property(name, value);
    }
}

/// The media query for a system that wants more contrast.
pub const CONTRAST: &str = "(prefers-contrast: more)";

/// Whether the system wants more contrast.
pub fn system_wants_contrast() -> bool {
    let query = window().match_media(CONTRAST);
    query.ok().flatten().is_some_and(|query| query.matches())
}

/// The absolute address that the attribute `data-<name>` of the root element names.
pub fn address(name: &str) -> Option<String> {
    let relative = document_element().get_attribute(&format!("data-{name}"))?;
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    Some(web_sys::Url::new_with_base(&relative, &base).map_or(relative, |url| url.href()))
}

/// Prints the page.
pub fn print() {
    // A browser without a printer says so itself.
    let _ = window().print();
}

/// Puts `words` where the caret of a text area is, as typing would: it can be undone.
pub fn insert_text(selector: &str, words: &str) {
    focus(selector);
    let insert = || -> Result<bool, JsValue> {
        let page = document();
        let command: Function = Reflect::get(&page, &"execCommand".into())?.dyn_into()?;
        let done = command.call3(&page, &"insertText".into(), &JsValue::FALSE, &words.into())?;
        Ok(done.is_truthy())
    };
    if insert().unwrap_or(false) {
        return;
    }
    let Some(area) = all(selector).into_iter().next().and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok())
    else {
        return;
    };
    // Nothing is lost where the event cannot be made: the next key brings the text along.
    if area.set_range_text(words).is_ok()
        && let Ok(event) = web_sys::InputEvent::new("input")
    {
        let _ = area.dispatch_event(&event);
    }
}

/// Lets the browser save `bytes` as a file of this media type.
pub fn save(name: &str, media: &str, bytes: &js_sys::Uint8Array) {
    let blob = gloo::file::Blob::new_with_options(bytes.to_vec().as_slice(), Some(media));
    download(name, blob.as_ref());
}
