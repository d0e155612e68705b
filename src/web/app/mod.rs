//! The page: what it holds. `event` lists what happens to it, `happened` says what follows, `page` draws it; each
//! component below draws one part.

mod after;
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
mod event;
mod export;
mod field;
mod happened;
mod hidden;
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
mod page;
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
use crate::view::kind::Kind;
use crate::web::messages::Analyzing;
use after::After;
use client::Client;
pub use event::Event;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use hidden::kept_hidden;
use settings::Settings;
use sheets::Sheet;
use state::{Document, Engine, Notice, Pane, Reading, Selection, View};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

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
        self.settle();
    }

    fn view(&self, _: &Context<Self>) -> Html {
        self.page()
    }
}

impl App {
    fn reading(&self) -> Option<Reading> {
        self.documents.get(self.active)?.reading.clone()
    }
}
