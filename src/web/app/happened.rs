//! What follows from what happens to the page.

use super::state::{Notice, Pane, Selection, View};
use super::{After, App, Event, dom, later};
use crate::input;
use crate::library::entry::Origin;
use crate::locale::{t, t_with};
use crate::view::kind::Kind;
use crate::view::marks::Row;
use crate::web::messages::Response;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::Context;

/// The sample article; its city and people are invented.
const SAMPLE: &str = include_str!("sample.txt");

impl App {
    /// What follows from `event`; says whether the page looks otherwise now.
    pub(super) fn happened(&mut self, ctx: &Context<Self>, event: Event) -> bool {
        match event {
            Event::Worker(response) => {
                let unseen = matches!(response, Response::Reading { .. } | Response::Analyzing { .. });
                self.answered(ctx, response);
                return !unseen;
            }
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

    /// Tells the reader of something that was done.
    pub(super) fn say(&mut self, text: impl Into<Rc<str>>) {
        self.notice = Some(Notice::good(text));
    }

    /// Tells the reader of something that went wrong.
    pub(super) fn complain(&mut self, text: impl Into<Rc<str>>) {
        self.notice = Some(Notice::bad(text));
    }

    /// Goes to the evidence of a row; where it is selected already, to the next place.
    pub(super) fn select(&mut self, row: Row) {
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
