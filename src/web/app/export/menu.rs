//! The button that opens the menu of exports; used by keyboard as menus are.

use super::Order;
use crate::export::Format;
use crate::locale::{t, t_with};
use crate::view::kind::Kind;
use crate::web::app::{Event, dom};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The open table.
    pub table: Kind,
    pub emit: Callback<Event>,
}

/// The button with its menu.
#[component]
pub fn Menu(props: &Props) -> Html {
    let open = use_state(|| false);
    let button = use_node_ref();
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    // The first item has the focus as soon as there is one.
    use_effect_with(*open, |open| {
        if *open {
            dom::focus("#export-menu [role=menuitem]");
        }
    });
    let onkeydown = {
        let open = open.clone();
        let button = button.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Escape" if *open => {
                open.set(false);
                focus(&button);
            }
            "ArrowDown" if !*open => {
                event.prevent_default();
                open.set(true);
            }
            key @ ("ArrowDown" | "ArrowUp" | "Home" | "End") if *open => {
                event.prevent_default();
                step(key);
            }
            _ => {}
        })
    };
    let onfocusout = {
        let open = open.clone();
        Callback::from(move |event: FocusEvent| {
            let to: Option<Element> = event.related_target().and_then(|target| target.dyn_into().ok());
            if to.is_none_or(|to| to.closest(".export").ok().flatten().is_none()) {
                open.set(false);
            }
        })
    };
    let item = |order: Order, label: String| {
        let (open, emit, button) = (open.clone(), props.emit.clone(), button.clone());
        let onclick = move |_: MouseEvent| {
            open.set(false);
            focus(&button);
            emit.emit(Event::Export(order));
        };
        html! { <button type="button" class="export-item" role="menuitem" tabindex="-1" data-order={slug(order)} {onclick}>{ label }</button> }
    };
    let formats = |only: bool| {
        let offered = Format::ALL.into_iter().filter(move |format| !only || format.is_table());
        offered.map(move |format| item(Order::Save(format, only), t(label(format, only)))).collect::<Html>()
    };
    let kind = props.table.label();
    html! {
        <div class="export" {onkeydown} {onfocusout}>
            <button ref={button.clone()} type="button" id="export-button" class="button" aria-haspopup="menu"
                aria-expanded={open.to_string()} aria-controls={open.then_some("export-menu")} onclick={toggle}>{ t("export") }</button>
            if *open {
                <div id="export-menu" class="export-menu" role="menu" aria-label={t("export")}>
                    <div role="group" aria-label={t_with("export-table", &[("table", kind.as_str().into())])}>
                        <p class="export-head" aria-hidden="true">{ t_with("export-table", &[("table", kind.as_str().into())]) }</p>
                        { item(Order::Copy, t("copy-table")) }
                        { formats(true) }
                    </div>
                    <div role="group" aria-label={t("export-all")}>
                        <p class="export-head" aria-hidden="true">{ t("export-all") }</p>
                        { formats(false) }
                        { item(Order::Print, t("print")) }
                    </div>
                </div>
            }
        </div>
    }
}

fn slug(order: Order) -> String {
    match order {
        Order::Save(format, true) => format!("table-{}", format.slug()),
        Order::Save(format, false) => format!("all-{}", format.slug()),
        Order::Copy => "copy".to_owned(),
        Order::Print => "print".to_owned(),
    }
}

/// What a form of file is called.
pub fn label(format: Format, only: bool) -> &'static str {
    match format {
        Format::Csv if only => "format-csv",
        Format::Csv => "format-csv-zip",
        Format::Xlsx => "format-xlsx",
        Format::Json => "format-json",
        Format::Markdown => "format-markdown",
        Format::WebAnnotation => "format-web-annotation",
        Format::Doccano => "format-doccano",
        Format::Brat => "format-brat",
        Format::LabelStudio => "format-label-studio",
    }
}

fn focus(button: &NodeRef) {
    if let Some(button) = button.cast::<HtmlElement>() {
        // A button that cannot be focused has done its work all the same.
        let _ = button.focus();
    }
}

/// Moves the focus inside the menu, round and round.
fn step(key: &str) {
    let items = dom::all("#export-menu [role=menuitem]");
    let here = items.iter().position(|item| item.matches(":focus").unwrap_or(false));
    let last = items.len().saturating_sub(1);
    let next = match (key, here) {
        ("Home", _) | ("ArrowDown", None) => 0,
        ("End", _) | ("ArrowUp", None | Some(0)) => last,
        ("ArrowUp", Some(at)) => at - 1,
        (_, Some(at)) => {
            if at == last {
                0
            } else {
                at + 1
            }
        }
        _ => 0,
    };
    if let Some(item) = items.get(next).and_then(|item| item.dyn_ref::<HtmlElement>()) {
        let _ = item.focus();
    }
}
