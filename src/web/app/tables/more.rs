//! The end of what is drawn of a long table: more is drawn as it comes into sight.

use crate::locale::t;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub onmore: Callback<()>,
}

/// A button for those who do not scroll; drawn anew, with another key, each time.
#[component]
pub fn More(props: &Props) -> Html {
    let button = use_node_ref();
    use_effect_with((), {
        let (button, onmore) = (button.clone(), props.onmore.clone());
        move |()| {
            let seen = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
                let inside = |entry| IntersectionObserverEntry::is_intersecting(&JsCast::unchecked_into(entry));
                if entries.iter().any(inside) {
                    onmore.emit(());
                }
            });
            // Without an observer the button is still there.
            let observer = IntersectionObserver::new(seen.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(button)) = (&observer, button.cast::<Element>()) {
                observer.observe(&button);
            }
            move || {
                observer.iter().for_each(IntersectionObserver::disconnect);
                drop(seen);
            }
        }
    });
    let onclick = props.onmore.reform(|_: MouseEvent| ());
    html! { <button ref={button} type="button" class="more" {onclick}>{ t("show-more") }</button> }
}
