//! What the reader has chosen for the page: language, looks, keys; kept in the browser's store.

use super::{After, App, dom, local};
use crate::locale::{Language, set_language, t};
use crate::view::kind::Kind;

/// Where the store keeps each choice.
const SCHEME: &str = "yaolan.scheme";
const LANGUAGE: &str = "yaolan.language";
const LABELS: &str = "yaolan.labels";
const KEYS: &str = "yaolan.keys";
const HINT: &str = "yaolan.hint";

/// The looks of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// As the system is.
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Full contrast, light or dark as the system is.
    Contrast,
}

impl Scheme {
    /// All of them with their names in the store and the keys of their labels.
    pub const ALL: [(Scheme, &'static str, &'static str); 4] = [
        (Scheme::Auto, "auto", "scheme-auto"),
        (Scheme::Light, "light", "scheme-light"),
        (Scheme::Dark, "dark", "scheme-dark"),
        (Scheme::Contrast, "contrast", "scheme-contrast"),
    ];

    fn slug(self) -> &'static str {
        Self::ALL.iter().find(|(scheme, ..)| *scheme == self).map_or("auto", |(_, slug, _)| slug)
    }

    /// The scheme of this name; the system's for any other.
    pub fn from_slug(slug: &str) -> Self {
        Self::ALL.iter().find(|(_, name, _)| *name == slug).map_or(Scheme::Auto, |(scheme, ..)| *scheme)
    }
}

/// All choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// The looks.
    pub scheme: Scheme,
    /// Whether highlights carry their kind in words.
    pub labels: bool,
    /// Whether single keys are commands.
    pub keys: bool,
    /// Whether the reader has seen what happens to a text.
    pub informed: bool,
}

/// A choice that is being made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// The language of the interface.
    Language(Language),
    /// The looks.
    Scheme(Scheme),
    /// Kinds in words at the highlights, or not.
    Labels(bool),
    /// Single keys as commands, or not.
    Keys(bool),
    /// The hint of the first visit was read.
    Informed,
    /// The system's wish for contrast has changed.
    System,
}

impl Settings {
    /// What the store holds; the browser's own wishes where it holds nothing.
    pub fn load() -> Self {
        let text = |key| local::get::<String>(key);
        let flag = |key, absent| local::get::<bool>(key).unwrap_or(absent);
        let chosen = text(LANGUAGE).and_then(|tag| Language::from_tag(&tag));
        choose_language(chosen.unwrap_or_else(|| Language::first_of(dom::languages())));
        let scheme = Scheme::from_slug(&text(SCHEME).unwrap_or_default());
        let settings =
            Self { scheme, labels: flag(LABELS, false), keys: flag(KEYS, true), informed: flag(HINT, false) };
        settings.apply();
        settings
    }

    /// Says it to the style sheets.
    fn apply(self) {
        let scheme = match self.scheme {
            Scheme::Light => Some("light"),
            Scheme::Dark => Some("dark"),
            Scheme::Auto | Scheme::Contrast => None,
        };
        let system = self.scheme == Scheme::Auto && dom::system_wants_contrast();
        dom::set_root("data-scheme", scheme);
        dom::set_root("data-contrast", (system || self.scheme == Scheme::Contrast).then_some("more"));
        dom::set_root("data-labels", self.labels.then_some("shown"));
    }
}

/// Uses `language` from now on, and says so to browser, screen reader and style sheets.
fn choose_language(language: Language) {
    set_language(language);
    dom::set_language(language.tag(), &t("app-name"));
    for kind in Kind::ALL {
        dom::set_style(&format!("--label-{}", kind.slug()), &format!("\"{}\"", kind.label()));
    }
}

impl App {
    /// Makes a choice and keeps it.
    pub(super) fn choose(&mut self, choice: Choice) {
        let settings = &mut self.settings;
        match choice {
            Choice::Language(language) => {
                choose_language(language);
                self.after = After::ToLanguage;
                local::set(LANGUAGE, language.tag())
            }
            Choice::Scheme(scheme) => {
                settings.scheme = scheme;
                local::set(SCHEME, scheme.slug())
            }
            Choice::Labels(labels) => {
                settings.labels = labels;
                local::set(LABELS, labels)
            }
            Choice::Keys(keys) => {
                settings.keys = keys;
                local::set(KEYS, keys)
            }
            Choice::Informed => {
                settings.informed = true;
                local::set(HINT, true)
            }
            Choice::System => {}
        }
        self.settings.apply();
    }
}
