//! A drawing that can be saved as SVG or PNG.

use crate::locale::t;
use gloo::utils::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::{
    CanvasRenderingContext2d, Element, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, XmlSerializer,
};
use yew::prelude::*;

/// What of the computed style a drawing needs to look the same outside the page.
const STYLES: [&str; 8] =
    ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-family", "font-size", "font-weight"];

/// How many dots a PNG has for each unit of the drawing.
const SCALE: u32 = 2;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the file is called, without its ending.
    pub name: String,
    /// The drawing: one svg element.
    pub children: Html,
}

/// The drawing with two buttons.
#[component]
pub fn Saveable(props: &Props) -> Html {
    let frame = use_node_ref();
    let save = |png: bool| {
        let (frame, name) = (frame.clone(), props.name.clone());
        Callback::from(move |_: MouseEvent| {
            let drawing = frame.cast::<Element>().and_then(|frame| frame.query_selector("svg").ok().flatten());
            if let Some(drawing) = drawing {
                // A browser that refuses leaves the drawing where it is: on the page.
                let _ = if png { save_png(&drawing, &name) } else { save_svg(&drawing, &name) };
            }
        })
    };
    html! {
        <div class="saveable">
            <div ref={frame.clone()}>{ props.children.clone() }</div>
            <div class="saveable-tools">
                <button type="button" class="plain-button" onclick={save(false)}>{ t("save-svg") }</button>
                <button type="button" class="plain-button" onclick={save(true)}>{ t("save-png") }</button>
            </div>
        </div>
    }
}

fn save_svg(drawing: &Element, name: &str) -> Result<(), JsValue> {
    offer(&address(drawing)?, &format!("{name}.svg"))
}

/// Draws the SVG on a canvas once the browser has read it back.
fn save_png(drawing: &Element, name: &str) -> Result<(), JsValue> {
    let size = drawing.get_bounding_client_rect();
    let (width, height) = (size.width() as u32 * SCALE, size.height() as u32 * SCALE);
    let image = HtmlImageElement::new()?;
    let (source, name) = (image.clone(), format!("{name}.png"));
    let drawn = Closure::once_into_js(move || -> Result<(), JsValue> {
        let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
        canvas.set_width(width);
        canvas.set_height(height);
        let context = canvas.get_context("2d")?.ok_or("no canvas")?.dyn_into::<CanvasRenderingContext2d>()?;
        context.draw_image_with_html_image_element_and_dw_and_dh(&source, 0.0, 0.0, width.into(), height.into())?;
        offer(&canvas.to_data_url_with_type("image/png")?, &name)
    });
    image.set_onload(Some(drawn.unchecked_ref()));
    image.set_src(&address(drawing)?);
    Ok(())
}

/// The drawing as a data address, its computed style written into it.
fn address(drawing: &Element) -> Result<String, JsValue> {
    let copy: Element = drawing.clone_node_with_deep(true)?.dyn_into()?;
    write_styles(drawing, &copy)?;
    let (shown, copies) = (drawing.query_selector_all("*")?, copy.query_selector_all("*")?);
    for at in 0..shown.length().min(copies.length()) {
        if let (Some(shown), Some(copy)) = (shown.item(at), copies.item(at)) {
            write_styles(shown.unchecked_ref(), copy.unchecked_ref())?;
        }
    }
    copy.set_attribute("xmlns", "http://www.w3.org/2000/svg")?;
    let size = drawing.get_bounding_client_rect();
    copy.set_attribute("width", &size.width().to_string())?;
    copy.set_attribute("height", &size.height().to_string())?;
    let text = XmlSerializer::new()?.serialize_to_string(&copy)?;
    Ok(format!("data:image/svg+xml;charset=utf-8,{}", String::from(js_sys::encode_uri_component(&text))))
}

fn write_styles(shown: &Element, copy: &Element) -> Result<(), JsValue> {
    if let Some(computed) = window().get_computed_style(shown)? {
        for style in STYLES {
            copy.set_attribute(style, &computed.get_property_value(style)?)?;
        }
    }
    Ok(())
}

/// Lets the browser save what is at `address` as a file.
fn offer(address: &str, name: &str) -> Result<(), JsValue> {
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(address);
    link.set_download(name);
    link.click();
    Ok(())
}
