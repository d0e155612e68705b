//! What can be done, in one list: the palette searches it, the help sheet shows its keys, the keyboard runs it.
//!
//! A part of the page adds its commands by a function in [`PARTS`]; a command is a label and an event.

use super::export::{Order, menu};
use super::settings::{Choice, Scheme};
use super::sheets::Sheet;
use super::state::{Pane, View};
use super::{App, Event, dom};
use crate::export::Format;
use crate::locale::{Language, language, t, t_in, t_with};
use crate::view::kind::Kind;
use std::rc::Rc;

/// Something that the reader can have done.
#[derive(Clone)]
pub struct Command {
    /// What it is called, in the language in use.
    pub label: String,
    /// Further words by which it is found.
    pub words: String,
    /// To which part of the list it belongs, in the language in use.
    pub group: String,
    /// The key that runs it: a single character, or `mod+` and one.
    pub key: Option<&'static str>,
    /// What happens.
    pub run: Rc<dyn Fn() -> Event>,
}

impl Command {
    /// The command whose label is the message `label`; it is found by its English name, too.
    pub fn new(group: &str, label: &'static str, run: impl Fn() -> Event + 'static) -> Self {
        let words = t_in(Language::English, label);
        Self { label: t(label), words, group: t(group), key: None, run: Rc::new(run) }
    }

    /// A command with a label of its own: a document, a table.
    pub fn named(group: &str, label: String, run: impl Fn() -> Event + 'static) -> Self {
        Self { label, words: String::new(), group: t(group), key: None, run: Rc::new(run) }
    }

    /// The same with a key.
    #[must_use]
    pub fn key(mut self, key: &'static str) -> Self {
        self.key = Some(key);
        self
    }
}

/// Where commands come from, in the order in which they are offered. A new part adds its function here.
const PARTS: &[fn(&App) -> Vec<Command>] = &[
    reading,
    documents,
    super::library::commands::commands,
    super::correct::commands::commands,
    exports,
    tables,
    page,
];

/// Single keys that are commands whatever is open; the listener keeps the browser from using them.
pub const KEYS: &[&str] = &["?", "/", "e", "v", "l", "n", "o", "[", "]", "1", "2"];

/// All commands that make sense now.
pub fn commands(app: &App) -> Vec<Command> {
    PARTS.iter().flat_map(|part| part(app)).collect()
}

/// A part of the page that can be gone to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Article, text area or comparison.
    Main,
    /// The tables.
    Tables,
    /// The field that filters the open table.
    Filter,
    /// The dialog in which the system chooses files.
    Files,
    /// The search over all documents.
    Search,
    /// The dialog in which the system chooses a backup.
    Backup,
    /// The dialog in which the system chooses a folder.
    Folder,
}

fn reading(app: &App) -> Vec<Command> {
    let analysed = app.reading().is_some();
    let comparing = app.view == View::Compare;
    let mut list = Vec::new();
    if analysed && !app.view.is_of_many() {
        let (label, view) =
            if app.view == View::Edit { ("command-read", View::Read) } else { ("command-edit", View::Edit) };
        list.push(Command::new("group-view", label, move || Event::Show(view)).key("e"));
        list.push(Command::new("group-view", "command-filter", || Event::Go(Target::Filter)).key("/"));
        list.push(Command::new("group-view", "command-article", || Event::Go(Target::Main)).key("1"));
        list.push(Command::new("group-view", "command-tables", || Event::Go(Target::Tables)).key("2"));
        let shown = Kind::ALL.iter().any(|kind| !app.hidden.contains(kind));
        let label = if shown { "command-hide-all" } else { "command-show-all" };
        list.push(Command::new("group-view", label, move || Event::ToggleAll(!shown)));
    }
    if app.documents.iter().any(|document| document.reading.is_some()) {
        let (label, view) = if comparing { ("compare-back", View::Read) } else { ("command-compare", View::Compare) };
        list.push(Command::new("group-view", label, move || Event::Show(view)).key("v"));
    }
    list
}

fn documents(app: &App) -> Vec<Command> {
    let (active, count) = (app.active, app.documents.len());
    let mut list = vec![
        Command::new("group-documents", "new-document", || Event::New).key("n"),
        Command::new("group-documents", "open-file", || Event::Go(Target::Files)).key("o"),
        Command::new("group-documents", "choose-folder", || Event::Go(Target::Folder)),
        Command::new("group-documents", "command-sample", || Event::Sample),
    ];
    if count > 1 {
        let before = (active + count - 1) % count;
        let after = (active + 1) % count;
        list.push(Command::new("group-documents", "command-previous", move || Event::Open(before)).key("["));
        list.push(Command::new("group-documents", "command-next", move || Event::Open(after)).key("]"));
        list.push(Command::new("group-documents", "command-close", move || Event::Close(active)));
    }
    if app.reading().is_some() {
        list.push(Command::new("group-documents", "copy-link", || Event::CopyLink));
    }
    for (at, document) in app.documents.iter().enumerate().filter(|(at, _)| *at != active) {
        let label = t_with("command-open", &[("title", document.label().into())]);
        list.push(Command::named("group-documents", label, move || Event::Open(at)));
    }
    list
}

fn exports(app: &App) -> Vec<Command> {
    if app.reading().is_none() || app.view.is_of_many() {
        return Vec::new();
    }
    let table = app.open_table().label();
    let save = |format: Format, only: bool| {
        let name = t(menu::label(format, only));
        let label = if only {
            t_with("command-export-table", &[("table", table.as_str().into()), ("format", name.into())])
        } else {
            t_with("command-export-all", &[("format", name.into())])
        };
        let words = format!("export {}", format.slug());
        let command = Command::named("export", label, move || Event::Export(Order::Save(format, only)));
        Command { words, ..command }
    };
    let alone = Format::ALL.into_iter().filter(|format| format.is_table()).map(|format| save(format, true));
    let all = Format::ALL.into_iter().map(|format| save(format, false));
    let mut list = vec![Command::new("export", "copy-table", || Event::Export(Order::Copy))];
    list.extend(alone.chain(all));
    list.push(Command::new("export", "print", || Event::Export(Order::Print)));
    list
}

fn tables(app: &App) -> Vec<Command> {
    let Some(reading) = app.reading().filter(|_| !app.view.is_of_many()) else {
        return Vec::new();
    };
    let kinds = Kind::ALL.into_iter().filter(|kind| kind.count(&reading.analysis) > 0);
    let command = |kind: Kind| {
        let label = t_with("command-table", &[("kind", kind.label().into())]);
        Command { words: kind.slug().to_owned(), ..Command::named("group-tables", label, move || Event::Table(kind)) }
    };
    kinds.map(command).collect()
}

fn page(app: &App) -> Vec<Command> {
    let mut list = vec![
        Command::new("group-page", "palette", || Event::Sheet(Some(Sheet::Palette))).key("mod+k"),
        Command::new("group-page", "help", || Event::Sheet(Some(Sheet::Help))).key("?"),
        Command::new("group-page", "settings", || Event::Sheet(Some(Sheet::Settings))),
        Command::new("group-page", "about", || Event::Sheet(Some(Sheet::About))),
    ];
    for (scheme, _, label) in Scheme::ALL.into_iter().filter(|(scheme, ..)| *scheme != app.settings.scheme) {
        list.push(Command::new("group-page", label, move || Event::Choose(Choice::Scheme(scheme))));
    }
    for other in Language::ALL.into_iter().filter(|other| *other != language()) {
        let label = other.own_name().to_owned();
        list.push(Command::named("group-page", label, move || Event::Choose(Choice::Language(other))));
    }
    list
}

impl App {
    /// Runs the command with this key, if there is one now.
    pub(super) fn pressed(&mut self, key: &str) -> Option<Event> {
        let single = !key.starts_with("mod+");
        if single && !self.settings.keys {
            return None;
        }
        let command = commands(self).into_iter().find(|command| command.key == Some(key))?;
        Some((command.run)())
    }

    /// Goes to a part of the page once it is drawn.
    pub(super) fn go(&mut self, target: Target) {
        if matches!(target, Target::Search | Target::Backup) {
            self.view = View::Library;
        } else if self.view.is_of_many() && !matches!(target, Target::Files | Target::Folder) {
            dom::focus("#main");
            return;
        }
        self.pane = if matches!(target, Target::Tables | Target::Filter) { Pane::Tables } else { self.pane };
        match target {
            Target::Main => {
                self.pane = Pane::Article;
                let reading = self.view == View::Read && self.reading().is_some();
                self.after = super::After::ToPart(if reading { "#article" } else { "#text" });
            }
            Target::Tables => self.after = super::After::ToPart("#tables [role=tab][aria-selected=true]"),
            Target::Filter => self.after = super::After::ToPart("#panel .filter"),
            Target::Files => dom::click("#choose-files"),
            Target::Folder => dom::click("#choose-folder"),
            Target::Search => self.after = super::After::ToPart("#library-search"),
            Target::Backup => self.after = super::After::Press("#backup-file"),
        }
    }
}
