//! A file is read again in the encoding that the reader chose.

use super::arrived::title;
use super::{Content, Incoming, Outcome, What};
use crate::input::Opened;
use crate::library::entry::Origin;
use crate::web::app::App;
use std::rc::Rc;
use yew::Context;

impl App {
    /// The reader chose another encoding: the same file is read again.
    pub(super) fn recode(&mut self, ctx: &Context<Self>, line: usize, label: String) {
        let Some(outcome) = self.import.report.get(line) else { return };
        let What::Encoding { file, .. } = &outcome.what else { return };
        let content = Content::Again(file.clone(), label, line);
        self.import.waiting.push_back(Incoming { name: outcome.name.clone(), content });
        self.next_file(ctx);
    }

    /// The text under another encoding takes the place of the first, unless that was edited or closed.
    pub(super) fn recoded(&mut self, line: usize, opened: Opened) {
        let report = Rc::make_mut(&mut self.import.report);
        let Some(Outcome { name, what: What::Encoding { label, chosen, document, text, .. } }) = report.get_mut(line)
        else {
            return;
        };
        let (id, before, name) = (*document, text.clone(), name.clone());
        *label = opened.encoding.unwrap_or_default().into();
        *chosen = true;
        *text = opened.text.into();
        let text = text.clone();
        let open = self.documents.iter().position(|found| Some(found.id) == id && found.text == before);
        if let Some(found) = open.and_then(|index| self.documents.get_mut(index)) {
            found.text = text;
            found.show = true;
            self.request_all();
            return;
        }
        if let Some(key) = self.shelf.twin(&before).filter(|_| id.is_none()) {
            self.delete(vec![key]);
        }
        let new = self.open_text(title(&name), &text, Origin::File);
        if let Some(Outcome { what: What::Encoding { document, .. }, .. }) =
            Rc::make_mut(&mut self.import.report).get_mut(line)
        {
            *document = new;
        }
    }
}
