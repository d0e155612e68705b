//! A message that is written out later and elsewhere: an error of the worker in the language of the page.

use super::{Value, t_with};
use serde::{Deserialize, Serialize};

/// A message key with its arguments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// The key.
    pub key: String,
    /// Names and values.
    pub arguments: Vec<(String, Argument)>,
}

/// The value of an argument.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Argument {
    /// Words that stay as they are.
    Words(String),
    /// A number.
    Number(f64),
    /// A message of its own.
    Message(Message),
}

impl Message {
    /// The message `key` without arguments.
    pub fn new(key: &str) -> Self {
        Self { key: key.to_owned(), arguments: Vec::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Argument>) -> Self {
        self.arguments.push((name.to_owned(), value.into()));
        self
    }

    /// The message in the language in use.
    pub fn text(&self) -> String {
        let arguments: Vec<(&str, Value)> =
            self.arguments.iter().map(|(name, value)| (name.as_str(), value.value())).collect();
        t_with(&self.key, &arguments)
    }
}

impl Argument {
    fn value(&self) -> Value<'_> {
        match self {
            Argument::Words(words) => words.as_str().into(),
            Argument::Number(number) => (*number).into(),
            Argument::Message(message) => message.text().into(),
        }
    }
}

impl From<&str> for Argument {
    fn from(words: &str) -> Self {
        Argument::Words(words.to_owned())
    }
}

impl From<String> for Argument {
    fn from(words: String) -> Self {
        Argument::Words(words)
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Argument::Number(number as f64)
    }
}

impl From<Message> for Argument {
    fn from(message: Message) -> Self {
        Argument::Message(message)
    }
}
