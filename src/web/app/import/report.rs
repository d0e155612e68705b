//! What is said of the files that were opened.

use super::Import;
use crate::input::InputError;
use std::rc::Rc;

/// A line of the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Name of the file.
    pub name: Rc<str>,
    /// What became of it.
    pub what: What,
}

/// What a report says of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// It could not be read.
    Failed(Reason),
    /// So many files, this one first, whose texts are in the library already.
    There(usize),
    /// Its encoding was guessed, or chosen after that; another may be chosen.
    Encoding {
        /// The encoding.
        label: Rc<str>,
        /// Whether the reader chose it.
        chosen: bool,
        /// The file, to be read again.
        file: web_sys::File,
        /// The open document that it became; `None` where it went into the library.
        document: Option<u32>,
        /// The text as it was read: an edited one is not overwritten.
        text: Rc<str>,
    },
}

/// Why there is no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The format's reader says so.
    Input(InputError),
    /// The browser cannot read the file.
    Unreadable(Rc<str>),
    /// It took too long.
    Slow,
    /// The program for files failed over it.
    Crashed,
}

impl Import {
    /// What is to be said of the files that were opened.
    pub fn report(&self) -> Rc<Vec<Outcome>> {
        self.report.clone()
    }

    /// Adds a line to the report.
    pub(super) fn say(&mut self, name: Rc<str>, what: What) {
        Rc::make_mut(&mut self.report).push(Outcome { name, what });
    }

    /// The text of the file `name` is in the library already; said of all such files at once.
    pub(super) fn say_there(&mut self, name: Rc<str>) {
        let report = Rc::make_mut(&mut self.report);
        let there = report.iter_mut().find_map(|outcome| match &mut outcome.what {
            What::There(count) => Some(count),
            _ => None,
        });
        match there {
            Some(count) => *count += 1,
            None => report.push(Outcome { name, what: What::There(1) }),
        }
    }
}
