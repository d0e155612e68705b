//! The words of the interface in three languages, by [Fluent](https://projectfluent.org).
//!
//! Each language is one file of messages beside this module. A new message is a line in all three files and a
//! call of [`t`] or [`t_with`] where it is shown; nothing else. What a document says is never translated.

mod message;
#[cfg(test)]
mod tests;

pub use fluent_bundle::FluentValue as Value;
pub use message::{Argument, Message};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use std::cell::{Cell, OnceCell};

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// 简体中文.
    Hans,
    /// 繁體中文.
    Hant,
    /// English.
    English,
}

impl Language {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Language; 3] = [Language::Hans, Language::Hant, Language::English];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::Hans => "zh-Hans",
            Language::Hant => "zh-Hant",
            Language::English => "en",
        }
    }

    /// The language with this tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// What it calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::Hans => "简体中文",
            Language::Hant => "繁體中文",
            Language::English => "English",
        }
    }

    /// The first of `wanted` (tags, the most welcome first) that there is; English where there is none.
    pub fn first_of<S: AsRef<str>>(wanted: impl IntoIterator<Item = S>) -> Self {
        wanted.into_iter().find_map(|tag| Self::of_tag(tag.as_ref())).unwrap_or(Language::English)
    }

    fn of_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        match parts.next()? {
            "zh" => {
                let parts: Vec<&str> = parts.collect();
                let named = parts.iter().find(|part| matches!(**part, "hans" | "hant"));
                let traditional = match named {
                    Some(script) => *script == "hant",
                    None => parts.iter().any(|part| matches!(*part, "tw" | "hk" | "mo")),
                };
                Some(if traditional { Language::Hant } else { Language::Hans })
            }
            "en" => Some(Language::English),
            _ => None,
        }
    }

    /// Powers of ten by which large numbers are shortened, `number-scale-1` to `number-scale-3`.
    pub const fn scales(self) -> [u32; 3] {
        match self {
            Language::Hans | Language::Hant => [4, 8, 12],
            Language::English => [6, 9, 12],
        }
    }

    const fn source(self) -> &'static str {
        match self {
            Language::Hans => include_str!("zh-Hans.ftl"),
            Language::Hant => include_str!("zh-Hant.ftl"),
            Language::English => include_str!("en.ftl"),
        }
    }

    /// Reads the messages. A line that is no message is left out; the tests see to it that there is none.
    fn bundle(self) -> FluentBundle<FluentResource> {
        let resource = FluentResource::try_new(self.source().to_owned()).unwrap_or_else(|(resource, _)| resource);
        let mut bundle = FluentBundle::new(self.tag().parse().into_iter().collect());
        // All three are written from left to right: isolating marks would only stand in what is copied.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        bundle
    }
}

thread_local! {
    static CURRENT: Cell<Language> = const { Cell::new(Language::Hans) };
    static BUNDLES: [OnceCell<FluentBundle<FluentResource>>; 3] = const { [const { OnceCell::new() }; 3] };
}

/// The language in use; 简体中文 until another is set.
pub fn language() -> Language {
    CURRENT.get()
}

/// Sets the language that [`t`] and [`t_with`] use from now on.
pub fn set_language(language: Language) {
    CURRENT.set(language);
}

/// The message `key` in the language in use.
pub fn t(key: &str) -> String {
    t_with(key, &[])
}

/// The message `key` in `language`, whichever is in use.
pub fn t_in(language: Language, key: &str) -> String {
    written(language, key, &[]).unwrap_or_else(|| key.to_owned())
}

/// The message `key` with its arguments: `t_with("count-all", &[("n", rows.into())])`.
pub fn t_with(key: &str, arguments: &[(&str, Value<'_>)]) -> String {
    // An argument that is absent shows as its name, a message that is absent as its key: told by the tests, not to
    // the reader by an empty place.
    written(language(), key, arguments).unwrap_or_else(|| key.to_owned())
}

fn written(language: Language, key: &str, arguments: &[(&str, Value<'_>)]) -> Option<String> {
    BUNDLES.with(|bundles| {
        let bundle = bundles[language as usize].get_or_init(|| language.bundle());
        let pattern = bundle.get_message(key)?.value()?;
        let arguments: FluentArgs = arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned())
    })
}

/// Words in a row, as the language in use separates them: 甲、乙 or A, B.
pub fn list<S: AsRef<str>>(words: impl IntoIterator<Item = S>) -> String {
    joined(words, "list-separator")
}

/// Clauses in a row: 甲；乙 or A; B.
pub fn clauses<S: AsRef<str>>(words: impl IntoIterator<Item = S>) -> String {
    joined(words, "clause-separator")
}

fn joined<S: AsRef<str>>(words: impl IntoIterator<Item = S>, separator: &str) -> String {
    let separator = t(separator);
    let mut out = String::new();
    for (at, word) in words.into_iter().enumerate() {
        if at > 0 {
            out.push_str(&separator);
        }
        out.push_str(word.as_ref());
    }
    out
}
