//! What becomes of the texts of a file: opened, put into the library, or known already.

use super::{Content, Reason, What};
use crate::input::{Entry, Opened};
use crate::library::entry::Origin;
use crate::web::app::shelf::{AT_ONCE, Target};
use crate::web::app::{App, dom};
use std::rc::Rc;
use yew::Context;

/// Lines of a report after which no further encodings are said.
const SAID: usize = 50;

impl App {
    /// A file has become texts.
    pub(super) fn arrived(&mut self, ctx: &Context<Self>, entries: Vec<Entry>) {
        let Some(incoming) = self.import.now.clone() else { return };
        for Entry { name, result } in entries {
            match (result, &incoming.content) {
                (Ok(opened), Content::Again(_, _, line)) => self.recoded(*line, opened),
                (Ok(opened), Content::Page(_, true)) => dom::insert_text("#text", &opened.text),
                (Ok(opened), Content::Page(_, false)) => {
                    self.open_text(&name, &opened.text, Origin::Pasted);
                }
                (Ok(opened), Content::File(file)) => self.add_opened(ctx, file, name.into(), opened),
                (Err(error), _) => self.import.say(name.into(), What::Failed(Reason::Input(error))),
            }
        }
    }

    fn add_opened(&mut self, ctx: &Context<Self>, file: &web_sys::File, name: Rc<str>, opened: Opened) {
        let title = title(&name);
        let many = self.import.progress().is_some_and(|progress| progress.total > AT_ONCE);
        let document = match (many, self.shelf.twin(&opened.text)) {
            (true, Some(_)) => return self.import.say_there(name),
            // One that was edited since it was saved is another text.
            (false, Some(key)) if !self.documents.iter().any(|open| open.key == key && *open.text != *opened.text) => {
                return self.open_kept(ctx, key, Target::Start);
            }
            (true, None) => {
                self.shelve(ctx, title, &opened.text, Origin::File);
                None
            }
            (false, _) => self.open_text(title, &opened.text, Origin::File),
        };
        // Of very many files nobody wants to hear one by one.
        if self.import.report.len() >= SAID {
            return;
        }
        // A file inside an archive cannot be read again by itself.
        let alone = *name == *file.name();
        if let Some(label) = opened.encoding.filter(|_| opened.guessed && alone) {
            let (label, text, file) = (label.into(), opened.text.into(), file.clone());
            self.import.say(name, What::Encoding { label, chosen: false, file, document, text });
        }
    }
}

/// The name of a file without folders and the ending of its format.
pub(super) fn title(name: &str) -> &str {
    const ENDS: [&str; 11] =
        [".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".xlsx", ".csv", ".tsv", ".pdf", ".xhtml"];
    let name = name.rsplit('/').next().unwrap_or(name);
    let end = ENDS.iter().find(|end| {
        name.len() > end.len()
            && name.is_char_boundary(name.len() - end.len())
            && name[name.len() - end.len()..].eq_ignore_ascii_case(end)
    });
    end.map_or(name, |end| &name[..name.len() - end.len()])
}
