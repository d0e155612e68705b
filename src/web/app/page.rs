//! The page as it is drawn: which component stands where.

use super::state::{Pane, View};
use super::{
    App, Event, article, compare, compose, correct, hint, import, legend, library, masthead, outline, panes, sheets,
    shelf, skip, status, summary, tables,
};
use crate::locale::{language, t};
use crate::view::kind::Kind;
use yew::prelude::{AttrValue, Callback, Html, classes, html};

impl App {
    /// The whole page.
    pub(super) fn page(&self) -> Html {
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
                <status::Status engine={self.engine.clone()} kept={self.shelf.is_open()} notice={self.notice.clone()}
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

    /// The part of the page that the view fills.
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

    /// The table that is open: the reader's choice, else the indicators, else the first that has rows.
    pub(super) fn open_table(&self) -> Kind {
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
}
