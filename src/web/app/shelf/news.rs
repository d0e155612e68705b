//! Windows of the same browser tell each other what they have changed in the library.

use super::{App, Event, Step, restore};
use crate::web::app::store::{Change, Store};
use gloo::events::EventListener;
use gloo::utils::window;
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::BroadcastChannel;
use yew::Context;

const NAME: &str = "yaolan-library";

/// What a window tells the others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum News {
    /// Documents with these keys have changed, come or gone.
    Changed(Vec<String>),
    /// Many documents have come from a file.
    Restored,
    /// Everything was wiped.
    Wiped,
}

impl News {
    /// One document has changed.
    pub fn changed(key: &str) -> Self {
        News::Changed(vec![key.to_owned()])
    }
}

/// The line between the windows.
pub struct Channel {
    channel: BroadcastChannel,
    _listener: EventListener,
}

impl Channel {
    /// Opens the line; `None` where the browser has none.
    pub fn open(ctx: &Context<App>) -> Option<Self> {
        js_sys::Reflect::has(&window(), &NAME_OF_CLASS.into()).ok().filter(|there| *there)?;
        let channel = BroadcastChannel::new(NAME).ok()?;
        let link = ctx.link().clone();
        let listener = EventListener::new(&channel, "message", move |event| {
            let data = event.dyn_ref::<web_sys::MessageEvent>().and_then(|message| message.data().as_string());
            if let Some(news) = data.and_then(|json| serde_json::from_str(&json).ok()) {
                link.send_message(Event::Shelf(Step::Heard(news)));
            }
        });
        Some(Self { channel, _listener: listener })
    }
}

const NAME_OF_CLASS: &str = "BroadcastChannel";

fn post(channel: &BroadcastChannel, news: &News) {
    if let Ok(json) = serde_json::to_string(news) {
        // A window that is not told finds out when it saves.
        let _ = channel.post_message(&JsValue::from_str(&json));
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.close();
    }
}

impl App {
    /// Tells the other windows.
    pub(super) fn tell(&self, news: News) {
        if let Some(channel) = &self.shelf.channel {
            post(&channel.channel, &news);
        }
    }

    /// Writes `changes`, and tells the other windows once they are there to be read.
    pub(super) fn write_and_tell(&self, store: Rc<Store>, changes: Vec<Change>, news: News) {
        let channel = self.shelf.channel.as_ref().map(|channel| channel.channel.clone());
        spawn_local(async move {
            store.write(changes).await;
            if let Some(channel) = channel {
                post(&channel, &news);
            }
        });
    }

    /// Another window has changed something: it is read again.
    pub(super) fn heard(&mut self, ctx: &Context<Self>, news: News) -> bool {
        let Some(store) = self.shelf.store.clone() else { return false };
        match news {
            News::Changed(keys) => {
                self.shelf.search.forget();
                for key in keys {
                    let key: Rc<str> = key.into();
                    let open = self.documents.iter().any(|document| document.key == key);
                    let store = store.clone();
                    ctx.link().send_future(async move {
                        let stored = restore::fetch(&store, &key, open).await;
                        Event::Shelf(Step::Refreshed(key, stored.map(Box::new)))
                    });
                }
                false
            }
            News::Restored => {
                ctx.link().send_future(async move { Event::Shelf(Step::Reread(restore::items(&store).await)) });
                false
            }
            News::Wiped => {
                self.forget_everything();
                true
            }
        }
    }
}
