//! The page: what it holds and what happens to it. Each component below draws one part.

mod article;
mod client;
mod commands;
mod compare;
mod compose;
mod correct;
mod dialog;
mod documents;
mod dom;
mod engine;
mod export;
mod hint;
mod import;
mod installed;
mod keys;
mod legend;
mod library;
mod listen;
mod local;
mod masthead;
mod outline;
mod panes;
mod pool;
mod settings;
mod sheets;
mod shelf;
mod skip;
mod state;
mod status;
mod store;
mod summary;
mod tables;

use crate::analysis::Span;
use crate::input::{self, InputError};
use crate::library::entry::Origin;
use crate::locale::{language, t, t_with};
use crate::view::kind::Kind;
use crate::view::marks::Row;
use crate::web::messages::{Analyzing, Request, Response};
use client::Client;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use settings::Settings;
use sheets::Sheet;
use state::{Document, Engine, Notice, Pane, Reading, Selection, View};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// The sample article; its city and people are invented.
const SAMPLE: &str = include_str!("sample.txt");

/// A pause in typing after which the text is analysed again.
const PAUSE: u32 = 500;

/// A worker that says nothing for so long while it analyses is taken to hang.
const PATIENCE: u32 = 60_000;

/// Where the store keeps which highlights are switched off.
const HIDDEN: &str = "yaolan.hidden";

/// Which highlights are switched off.
fn kept_hidden() -> BTreeSet<Kind> {
    match local::get::<Vec<String>>(HIDDEN) {
        Some(slugs) => slugs.iter().filter_map(|slug| Kind::from_slug(slug)).collect(),
        None => Kind::ALL.into_iter().filter(|kind| !kind.shown_at_first()).collect(),
    }
}

/// Draws the page; called once when its script has loaded.
///
/// Start is cut into steps that the browser may come in between: reading the words of the interface, drawing, asking the
/// worker, asking the store. A telephone would otherwise stand still for as long as all of them take.
pub fn main() {
    let settings = Settings::load();
    later(move || {
        yew::Renderer::<App>::with_props(Props { settings }).render();
    });
}

/// Does `step` once the browser had a turn.
fn later(step: impl FnOnce() + 'static) {
    Timeout::new(0, step).forget();
}

/// What is known before the page is drawn.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The reader's choices.
    pub settings: Settings,
}

/// Something that happened.
#[allow(missing_docs)]
pub enum Event {
    /// The first drawing is done: the worker is asked.
    Begin,
    /// The worker is asked: now the store.
    Restore,
    Worker(Response),
    Retry,
    Stuck,
    Typed(String),
    Pause,
    /// The reader set a date for the open document.
    Dated(String),
    Files(Vec<web_sys::File>),
    /// Something happened to the files that are being opened.
    Import(import::Step),
    /// Something happened to the library.
    Shelf(shelf::Step),
    /// Something happened in the pool of workers.
    Pool(pool::Work),
    /// A link that carries the open document is wanted.
    CopyLink,
    /// The report of a fault is wanted.
    CopyReport(Rc<str>),
    /// The installed page brings something.
    Installed(installed::Installed),
    /// The reader wants results out.
    Export(export::Order),
    /// The clipboard took a table, or did not.
    Copied(bool),
    Drag(bool),
    /// A text was pasted outside of a text field.
    Pasted(String),
    Sample,
    New,
    Open(usize),
    Close(usize),
    Show(View),
    Pane(Pane),
    Table(Kind),
    /// A row was clicked: goes to its evidence, at a repeated click to the next place.
    Row(Row),
    /// A highlight was clicked: opens its row.
    Highlight(Selection),
    /// A part of a row was clicked.
    Evidence(Span),
    /// A row of another document was asked for.
    Source(usize, Row),
    /// A stretch of another document was asked for.
    SourceSpan(usize, Span),
    Toggle(Kind),
    ToggleAll(bool),
    /// The reader chose something for the page as a whole.
    Choose(settings::Choice),
    /// A sheet over the page opens, or the open one closes.
    Sheet(Option<Sheet>),
    /// A key was pressed that may be a command's.
    Key(String),
    /// The reader wants to be at a part of the page.
    Go(commands::Target),
    /// The last highlight of the article is drawn.
    Drawn,
    Dismiss,
    /// The reader corrects something.
    Correct(correct::Step),
    /// The selection in the page is another.
    Selecting,
}

/// The page.
pub struct App {
    documents: Vec<Document>,
    active: usize,
    engine: Engine,
    view: View,
    pane: Pane,
    /// The table that the reader has chosen.
    table: Option<Kind>,
    selection: Option<Selection>,
    hidden: BTreeSet<Kind>,
    notice: Option<Notice>,
    settings: Settings,
    sheet: Option<Sheet>,
    dragging: bool,
    next: u32,
    client: Option<Client<Analyzing>>,
    /// How components say what happened; one callback for all, so that they are not drawn without need.
    emit: Callback<Event>,
    crashes: u32,
    pause: Option<Timeout>,
    watch: Option<Timeout>,
    import: import::Import,
    shelf: shelf::Shelf,
    installed: installed::State,
    pool: pool::Pool,
    export: export::Export,
    /// What is to be scrolled to after the next drawing.
    after: After,
    /// What is open over the page.
    open_over: Option<correct::Open>,
    /// Words of the article that are selected.
    words: Option<Span>,
    /// Names that the reader has taught.
    lexicon: Rc<Vec<crate::taught::Entry>>,
    _listeners: Vec<EventListener>,
}

/// What is done once the page is drawn again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    Nothing,
    ToEvidence,
    ToRow,
    ToSpan(Span),
    /// The focus goes to the first element that is there.
    ToPart(&'static str),
    /// The first element that is there is pressed.
    Press(&'static str),
    /// The page was drawn anew in another language: the focus goes back to where that was chosen.
    ToLanguage,
    /// The selected row is marked in what was drawn since.
    Marked,
}

impl Component for App {
    type Message = Event;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let mut app = Self {
            documents: Vec::new(),
            active: 0,
            engine: Engine::Loading { loaded: 0, total: None },
            view: View::Edit,
            pane: Pane::Article,
            table: None,
            selection: None,
            hidden: kept_hidden(),
            notice: None,
            settings: ctx.props().settings,
            sheet: None,
            dragging: false,
            next: 0,
            client: None,
            emit: ctx.link().callback(|event: Event| event),
            crashes: 0,
            pause: None,
            watch: None,
            import: import::Import::default(),
            shelf: shelf::Shelf::default(),
            installed: installed::State::default(),
            pool: pool::Pool::default(),
            export: export::Export::default(),
            after: After::Nothing,
            open_over: None,
            words: None,
            lexicon: correct::kept_lexicon(),
            _listeners: listen::listeners(ctx)
                .into_iter()
                .chain(installed::listeners(ctx))
                .chain(correct::keys::listeners(ctx))
                .collect(),
        };
        app.add_empty();
        let link = ctx.link().clone();
        later(move || link.send_message(Event::Begin));
        // the listeners are there: what opened the page may be told
        installed::tell("yaolan:begun");
        app
    }

    fn update(&mut self, ctx: &Context<Self>, event: Event) -> bool {
        let changed = self.happened(ctx, event);
        self.keep(ctx);
        changed
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let after = std::mem::replace(&mut self.after, After::Nothing);
        match after {
            After::ToLanguage => dom::focus("#language"),
            After::ToPart(selector) => dom::focus(selector),
            After::Press(selector) => dom::click(selector),
            _ => {}
        }
        let Some(reading) = self.reading() else { return };
        match after {
            After::Nothing | After::ToPart(_) | After::Press(_) => {}
            After::ToLanguage | After::Marked => dom::mark(&reading, self.selection, false),
            After::ToEvidence => dom::mark(&reading, self.selection, true),
            After::ToRow => {
                dom::mark(&reading, self.selection, false);
                dom::reveal_row();
            }
            After::ToSpan(span) => dom::show(&reading, span),
        }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let emit = &self.emit;
        let pane = if self.pane == Pane::Article { "pane-article" } else { "pane-tables" };
        html! {
            // Another language makes another page: every word of it is drawn anew.
            // No component below draws nothing: yew 0.23 would insert before what is gone (yew issue 4092).
            <div key={language().tag()} class={classes!("page", pane)}>
                <skip::Skip tables={!self.view.is_of_many() && self.reading().is_some()} emit={emit.clone()} />
                <masthead::Masthead documents={self.documents.clone()} active={self.active} view={self.view} table={self.open_table()}
                    emit={emit.clone()} />
                if !self.settings.informed {
                    <hint::Hint emit={emit.clone()} />
                }
                <status::Status engine={self.engine.clone()} notice={self.notice.clone()}
                    busy={self.busy()} found={self.found()} emit={emit.clone()} />
                if let Some(trouble) = self.shelf.trouble() {
                    <shelf::view::Unsaved {trouble} emit={emit.clone()} />
                }
                <import::view::Imports progress={self.import.progress()} report={self.import.report()} emit={emit.clone()} />
                { self.installed.prompt(emit) }
                { self.main(emit) }
                { self.over(emit) }
                if self.reading().is_none() {
                    { self.installed.foot(emit) }
                }
                { sheets::open(self) }
                if self.dragging {
                    <div class="drop-hint"><p>{ t("drop-hint") }</p></div>
                }
            </div>
        }
    }
}

impl App {
    /// What follows from `event`; says whether the page looks otherwise now.
    fn happened(&mut self, ctx: &Context<Self>, event: Event) -> bool {
        match event {
            Event::Worker(response) => self.answered(ctx, response),
            Event::Begin => {
                let link = ctx.link().clone();
                later(move || link.send_message(Event::Restore));
                self.start(ctx);
            }
            Event::Restore => self.open_shelf(ctx),
            Event::Retry => self.start(ctx),
            Event::Stuck => self.restart(ctx, &t("engine-stuck")),
            Event::Typed(text) => self.typed(ctx, text),
            Event::Pause => self.request_all(),
            Event::Dated(day) => self.dated(&day),
            Event::Files(files) => self.import_files(ctx, files),
            Event::Import(step) => self.import(ctx, step),
            Event::Shelf(step) => return self.shelf(ctx, step),
            Event::Pool(work) => return self.pool(ctx, work),
            Event::CopyLink => self.copy_link(),
            Event::CopyReport(report) => dom::copy(&report),
            Event::Installed(event) => self.installed(event),
            Event::Export(order) => self.export(ctx, order),
            Event::Copied(done) => self.copied(done),
            Event::Drag(over) => return std::mem::replace(&mut self.dragging, over) != over,
            Event::Pasted(text) => match input::check(&text) {
                Ok(()) => {
                    self.open_text(&t("pasted-text"), &text, Origin::Pasted);
                }
                Err(error) => self.complain(t_with("unchanged", &[("reason", error.message().text().into())])),
            },
            Event::Sample => {
                self.open_text(&t("sample-text"), SAMPLE, Origin::Sample);
            }
            Event::New => self.fresh(),
            Event::Open(index) => self.open(index),
            Event::Close(index) => self.close(index),
            Event::Show(view) => self.view = view,
            Event::Pane(pane) => {
                self.pane = pane;
                self.after = if pane == Pane::Tables { After::ToRow } else { After::Nothing };
            }
            Event::Table(kind) => self.table = Some(kind),
            Event::Row(row) => self.select(row),
            Event::Highlight(selection) => {
                self.table = Some(selection.row.kind);
                self.selection = Some(selection);
                self.after = After::ToRow;
            }
            Event::Evidence(span) => {
                self.view = View::Read;
                self.pane = Pane::Article;
                self.after = After::ToSpan(span);
            }
            Event::Source(index, row) => {
                self.open(index);
                self.select(row);
            }
            Event::SourceSpan(index, span) => {
                self.open(index);
                self.pane = Pane::Article;
                self.after = After::ToSpan(span);
            }
            Event::Toggle(kind) => {
                if !self.hidden.remove(&kind) {
                    self.hidden.insert(kind);
                }
                self.keep_hidden();
            }
            Event::ToggleAll(show) => {
                self.hidden = if show { BTreeSet::new() } else { Kind::ALL.into_iter().collect() };
                self.keep_hidden();
            }
            Event::Choose(choice) => self.choose(choice),
            Event::Sheet(sheet) => return std::mem::replace(&mut self.sheet, sheet) != sheet,
            Event::Key(key) => {
                if let Some(event) = self.pressed(&key) {
                    ctx.link().send_message(event);
                }
                return false;
            }
            Event::Go(target) => self.go(target),
            Event::Drawn if self.selection.is_none() => return false,
            Event::Drawn => self.after = After::Marked,
            Event::Dismiss => self.notice = None,
            Event::Correct(step) => return self.correct(step),
            Event::Selecting => return self.selecting(),
        }
        true
    }

    fn main(&self, emit: &Callback<Event>) -> Html {
        let Some(document) = self.documents.get(self.active).filter(|_| !self.shelf.is_opening()) else {
            return html! {};
        };
        let reading = document.reading.clone();
        let edit = self.view == View::Edit || reading.is_none();
        let row = self.selection.map(|selection| selection.row);
        if self.view == View::Library {
            return html! { <main id="main" tabindex="-1" class="main main-library">{ self.library(emit) }</main> };
        }
        if self.view == View::Compare {
            return html! {
                <main id="main" tabindex="-1" class="main main-compare"><compare::Compare documents={self.documents.clone()} emit={emit.clone()} /></main>
            };
        }
        html! {
            <main id="main" tabindex="-1" class={classes!("main", reading.is_none().then_some("main-empty"))}>
                <div class="reader">
                    if edit {
                        <compose::Compose id={document.id} text={document.text.clone()}
                            first={reading.is_none()} emit={emit.clone()} />
                    } else if let Some(reading) = reading.clone() {
                        <summary::Summary title={document.label()} reading={reading.clone()} emit={emit.clone()} />
                        <legend::Legend reading={reading.clone()} hidden={self.hidden.clone()} emit={emit.clone()} />
                        if !reading.analysis.outline.is_empty() {
                            <outline::Outline reading={reading.clone()} emit={emit.clone()} />
                        }
                        <article::Article key={document.id} reading={reading.clone()} hidden={self.hidden.clone()} emit={emit.clone()} />
                        <correct::bar::Bar {reading} selection={self.selection} words={self.words} held={document.held.clone()} emit={emit.clone()} />
                    }
                </div>
                if let Some(reading) = reading {
                    <tables::Tables reading={reading.clone()} table={self.open_table()} selected={row} emit={emit.clone()} />
                    <panes::Panes reading={reading.clone()} pane={self.pane} selected={row} emit={emit.clone()} />
                }
            </main>
        }
    }

    /// The dialog that is open over the page.
    fn over(&self, emit: &Callback<Event>) -> Html {
        use correct::Open;
        let (Some(open), Some(document)) = (&self.open_over, self.documents.get(self.active)) else { return html! {} };
        let nth = self.selection.map_or(0, |selection| selection.nth);
        let form = |of: correct::edit::Of| match document.reading.clone() {
            Some(reading) => html! { <correct::edit::Edit {reading} {of} {nth} emit={emit.clone()} /> },
            None => html! {},
        };
        match open {
            Open::Edit(row) => form(correct::edit::Of::Row(*row)),
            Open::Add(kind, span) => form(correct::edit::Of::New(*kind, *span)),
            Open::List => html! {
                <correct::list::List reading={document.reading.clone()} held={document.held.clone()}
                    lexicon={self.lexicon.clone()} emit={emit.clone()} />
            },
            Open::Lexicon => html! { <correct::lexicon::Lexicon lexicon={self.lexicon.clone()} emit={emit.clone()} /> },
        }
    }

    fn library(&self, emit: &Callback<Event>) -> Html {
        let open = self.documents.iter().map(|document| document.key.clone()).collect::<Vec<_>>();
        html! {
            <library::Library items={self.shelf.items()} version={self.shelf.version.clone()} {open}
                progress={self.pool.progress()} backup={self.shelf.errand.progress} found={self.shelf.search.found.clone()}
                deleted={self.deleted_note().map(AttrValue::from)} emit={emit.clone()} />
        }
    }

    fn reading(&self) -> Option<Reading> {
        self.documents.get(self.active)?.reading.clone()
    }

    /// The table that is open: the reader's choice, else the indicators, else the first that has rows.
    fn open_table(&self) -> Kind {
        let first = || {
            let reading = self.reading()?;
            let wanted = [Kind::Indicator].into_iter().chain(Kind::ALL);
            wanted.into_iter().find(|kind| kind.count(&reading.analysis) > 0)
        };
        self.table.or_else(first).unwrap_or(Kind::Person)
    }

    fn busy(&self) -> bool {
        self.documents.iter().any(|document| document.request.is_some())
    }

    /// How many rows the open document has, once it is analysed.
    fn found(&self) -> Option<usize> {
        let reading = self.reading()?;
        Some(Kind::ALL.iter().map(|kind| kind.count(&reading.analysis)).sum())
    }

    fn keep_hidden(&self) {
        let slugs: Vec<&str> = self.hidden.iter().map(|kind| kind.slug()).collect();
        local::set(HIDDEN, slugs);
    }

    fn complain(&mut self, text: impl Into<Rc<str>>) {
        self.notice = Some(Notice::bad(text));
    }

    fn select(&mut self, row: Row) {
        let places = self.reading().map_or(0, |reading| reading.places(row).len());
        let again = self.selection.filter(|selection| selection.row == row);
        let nth = again.map_or(0, |selection| (selection.nth + 1) % places.max(1));
        self.selection = Some(Selection { row, nth });
        self.table = Some(row.kind);
        self.view = View::Read;
        self.pane = Pane::Article;
        self.after = After::ToEvidence;
    }
}
