//! What this is, and what happens to a text.

use super::{SheetProps, closing};
use crate::locale::{t, t_with};
use crate::web::app::dialog::Dialog;
use yew::prelude::*;

/// The sentences on what happens to a text.
const PRIVACY: &[&str] = &["privacy-local", "privacy-network", "privacy-kept", "privacy-check"];

/// Name, version, privacy, sources.
#[component]
pub fn About(props: &SheetProps) -> Html {
    let version = t_with("about-version", &[("version", env!("CARGO_PKG_VERSION").into())]);
    html! {
        <Dialog title={t("about")} onclose={closing(&props.emit)}>
            <div class="about">
                <p>{ t("app-tagline") }</p>
                <h3>{ t("privacy") }</h3>
                <ul class="about-list">{ for PRIVACY.iter().map(|key| html! { <li>{ t(key) }</li> }) }</ul>
                <h3>{ t("about-limits") }</h3>
                <p>{ t("about-limits-text") }</p>
                <p class="about-version">{ version }{ " \u{b7} " }{ t("about-licence") }</p>
            </div>
        </Dialog>
    }
}
