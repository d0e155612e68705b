//! The text area: the text is pasted and edited here; analysis follows by itself.

use super::Event;
use crate::input::{self, InputError};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub id: u32,
    pub text: Rc<str>,
    /// Whether nothing was analysed yet.
    pub first: bool,
    pub emit: Callback<Event>,
}

/// The text area with its hint.
#[component]
pub fn Compose(props: &Props) -> Html {
    let Props { id, text, first, emit } = props;
    let area = use_node_ref();
    use_effect_with(*id, {
        let area = area.clone();
        move |_| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                // Not being focused is no failure: the reader may be elsewhere.
                let _ = area.focus();
            }
        }
    });
    let oninput = {
        let (emit, text) = (emit.clone(), text.clone());
        Callback::from(move |event: InputEvent| {
            let Some(area) = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok()) else {
                return;
            };
            let value = area.value();
            if matches!(input::check(&value), Err(InputError::TooLarge(_))) {
                area.set_value(&text); // what was there stays
            }
            emit.emit(Event::Typed(value));
        })
    };
    let count = text.chars().filter(|char| !char.is_whitespace()).count();
    html! {
        <section class={classes!("compose", first.then_some("compose-first"))} aria-label="文稿内容">
            if *first {
                <div class="welcome">
                    <h2>{ "粘贴一篇文章，立即看清要点" }</h2>
                    <p>{ "规划、报告、会议报道、统计公报、任免通知、访谈都可以。全部在您的浏览器里分析，文字不会离开本机。" }</p>
                </div>
            }
            <textarea ref={area} id="text" class="compose-text" value={text.to_string()} {oninput} spellcheck="false"
                aria-label="文稿全文" aria-describedby="compose-hint" placeholder="在此粘贴或输入文章全文……" />
            <p id="compose-hint" class="compose-hint">
                <span>{ "粘贴、拖入 .txt 文件，或打开文件；停止输入后自动分析。" }</span>
                <span class="compose-count">{ format!("{count} 字，上限 2 MB") }</span>
            </p>
            if *first {
                <p class="compose-actions">
                    <button type="button" class="button button-primary" onclick={emit.reform(|_| Event::Sample)}>{ "看一篇示例" }</button>
                </p>
            }
        </section>
    }
}
