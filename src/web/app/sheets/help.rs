//! The help sheet: every key, and how tables and highlights are gone through.

use super::{SheetProps, closing, printed};
use crate::locale::t;
use crate::web::app::dialog::Dialog;
use yew::prelude::*;

/// Keys that belong to a place of the page, not to a command.
const PLACES: &[(&str, &[&str])] = &[
    ("help-rows", &["\u{2191}", "\u{2193}"]),
    ("help-inside-row", &["\u{2190}", "\u{2192}"]),
    ("help-tabs", &["\u{2190}", "\u{2192}"]),
    ("help-highlights", &["\u{2190}", "\u{2192}"]),
    ("help-enter", &["Enter"]),
    ("help-escape", &["Esc"]),
];

/// The keys of the commands of this moment, then those of tables and article.
#[component]
pub fn Help(props: &SheetProps) -> Html {
    let keyed = props.commands.0.iter().filter_map(|command| Some((command, command.key?)));
    html! {
        <Dialog title={t("help")} onclose={closing(&props.emit)}>
            <div class="help">
                <section>
                    <h3>{ t("help-commands") }</h3>
                    <dl class="help-keys">{ for keyed.map(|(command, key)| html! {
                        <div><dt>{ printed(key) }</dt><dd>{ command.label.clone() }</dd></div>
                    }) }</dl>
                    if !props.settings.keys { <p class="help-note">{ t("help-keys-off") }</p> }
                </section>
                <section>
                    <h3>{ t("help-places") }</h3>
                    <dl class="help-keys">{ for PLACES.iter().map(|(label, keys)| html! {
                        <div>
                            <dt><span class="keys">{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</span></dt>
                            <dd>{ t(label) }</dd>
                        </div>
                    }) }</dl>
                </section>
            </div>
        </Dialog>
    }
}
