//! The sheets over the page: palette, help, settings, about.

mod about;
mod help;
mod palette;
mod settings;

use super::settings::Settings;
use super::{App, Event, commands};
use std::rc::Rc;
use yew::prelude::*;

/// A sheet that can be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// All commands, searched by typing.
    Palette,
    /// The keys.
    Help,
    /// Language, looks, keys.
    Settings,
    /// What this is and what happens to a text.
    About,
}

/// The commands of this moment; equal only to themselves.
#[derive(Clone)]
pub struct Commands(pub Rc<Vec<commands::Command>>);

impl PartialEq for Commands {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What every sheet gets.
#[derive(Properties, PartialEq, Clone)]
pub struct SheetProps {
    pub commands: Commands,
    pub settings: Settings,
    pub emit: Callback<Event>,
}

/// The open sheet.
pub fn open(app: &App) -> Html {
    let Some(sheet) = app.sheet else { return html! {} };
    let commands = Commands(Rc::new(commands::commands(app)));
    let props = SheetProps { commands, settings: app.settings, emit: app.emit.clone() };
    match sheet {
        Sheet::Palette => html! { <palette::Palette key="palette" ..props /> },
        Sheet::Help => html! { <help::Help key="help" ..props /> },
        Sheet::Settings => html! { <settings::SettingsSheet key="settings" ..props /> },
        Sheet::About => html! { <about::About key="about" ..props /> },
    }
}

/// Closes whatever sheet is open.
fn closing(emit: &Callback<Event>) -> Callback<()> {
    emit.reform(|()| Event::Sheet(None))
}

/// A key as it is printed on a keyboard.
fn printed(key: &str) -> Html {
    let apple = gloo::utils::window().navigator().platform().is_ok_and(|platform| platform.starts_with("Mac"));
    let modifier = if apple { "\u{2318}" } else { "Ctrl" };
    let keys = key.split('+').map(|key| match key {
        "mod" => modifier.to_owned(),
        key => key.to_uppercase(),
    });
    html! { <span class="keys">{ for keys.map(|key| html! { <kbd>{ key }</kbd> }) }</span> }
}
