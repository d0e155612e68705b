//! The settings: language, looks, labels, keys.

use super::{SheetProps, closing};
use crate::locale::{Language, language, t};
use crate::web::app::dialog::Dialog;
use crate::web::app::settings::{Choice, Scheme};
use crate::web::app::{Event, field};
use yew::prelude::*;

/// The sheet; what is chosen is so at once.
#[component]
pub fn SettingsSheet(props: &SheetProps) -> Html {
    let SheetProps { settings, emit, .. } = props;
    html! {
        <Dialog title={t("settings")} onclose={closing(emit)}>
            <div class="settings">
                <label class="setting" for="language"><span>{ t("language") }</span>{ languages(emit) }</label>
                <fieldset class="setting setting-looks">
                    <legend>{ t("scheme") }</legend>
                    <div class="switch">{ for Scheme::ALL.map(|(scheme, slug, label)| {
                        let onchange = emit.reform(move |_: yew::Event| Event::Choose(Choice::Scheme(scheme)));
                        html! {
                            <label class="choice">
                                <input type="radio" name="scheme" value={slug} checked={scheme == settings.scheme} {onchange} />
                                <span>{ t(label) }</span>
                            </label>
                        }
                    }) }</div>
                </fieldset>
                { check("setting-labels", "setting-labels-note", settings.labels, Choice::Labels, emit) }
                { check("setting-keys", "setting-keys-note", settings.keys, Choice::Keys, emit) }
            </div>
        </Dialog>
    }
}

/// The languages of the interface, each by the name that it gives itself.
fn languages(emit: &Callback<Event>) -> Html {
    let onchange = emit.reform(|event: yew::Event| {
        let chosen = field::value(&event).and_then(|tag| Language::from_tag(&tag));
        Event::Choose(Choice::Language(chosen.unwrap_or_else(language)))
    });
    let option = |offered: Language| {
        let tag = offered.tag();
        html! { <option value={tag} lang={tag} selected={offered == language()}>{ offered.own_name() }</option> }
    };
    html! { <select id="language" class="select" {onchange}>{ for Language::ALL.map(option) }</select> }
}

fn check(label: &str, note: &str, on: bool, choice: fn(bool) -> Choice, emit: &Callback<Event>) -> Html {
    let onchange =
        emit.reform(move |event: yew::Event| Event::Choose(choice(field::checked(&event).unwrap_or_default())));
    html! {
        <label class="setting setting-check">
            <input type="checkbox" checked={on} {onchange} />
            <span>{ t(label) }<small>{ t(note) }</small></span>
        </label>
    }
}
