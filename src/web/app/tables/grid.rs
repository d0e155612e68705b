//! A table that can be sorted, filtered, grouped and unfolded; its rows lead to their evidence.

use super::more::More;
use super::review;
use super::roving;
use crate::locale::{t, t_with};
use crate::view::kind::Kind;
use crate::view::marks::Row;
use crate::web::app::Event;
use crate::web::app::state::Reading;
use js_sys::{Array, Function, Intl, Object};
use std::cell::LazyCell;
use std::cmp::Ordering;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Message key of its heading.
    pub label: &'static str,
    /// Class of its cells: `name`, `number`, `text`, `minor` …
    pub class: &'static str,
}

/// What a cell is sorted by.
#[derive(Debug, Clone, PartialEq)]
pub enum Key {
    /// By the sound of the words.
    Text(String),
    /// By size; what is unknown comes last.
    Number(Option<f64>),
}

impl Key {
    /// A count.
    pub fn count(count: usize) -> Self {
        Key::Number(Some(count as f64))
    }
}

/// What a cell shows.
#[derive(Clone)]
enum Look {
    /// What it is sorted by.
    Key,
    Made(Html),
    /// Made when it is drawn: most rows of a long table never are.
    Later(Rc<dyn Fn() -> Html>),
}

/// A cell.
#[derive(Clone)]
pub struct Cell {
    key: Key,
    look: Look,
}

impl Cell {
    /// A cell of plain words.
    pub fn text(words: impl Into<String>) -> Self {
        Self { key: Key::Text(words.into()), look: Look::Key }
    }

    /// A cell with a count.
    pub fn count(count: usize) -> Self {
        Self { key: Key::count(count), look: Look::Key }
    }

    /// A cell that looks otherwise than it sorts.
    pub fn new(key: Key, html: Html) -> Self {
        Self { key, look: Look::Made(html) }
    }

    /// The same, made when it is drawn.
    pub fn later(key: Key, make: impl Fn() -> Html + 'static) -> Self {
        Self { key, look: Look::Later(Rc::new(make)) }
    }

    fn html(&self) -> Html {
        match (&self.look, &self.key) {
            (Look::Made(html), _) => html.clone(),
            (Look::Later(make), _) => make(),
            (Look::Key, Key::Text(words)) => html! { { words.clone() } },
            (Look::Key, Key::Number(number)) => html! { { for *number } },
        }
    }
}

/// What can be unfolded below a row; made when it is unfolded.
#[derive(Clone)]
pub struct Detail(Rc<dyn Fn() -> Option<Html>>);

impl Detail {
    /// What `make` makes.
    pub fn new(make: impl Fn() -> Option<Html> + 'static) -> Self {
        Self(Rc::new(make))
    }
}

/// What the filter looks into; written when something is looked for.
pub struct Search(LazyCell<String, Box<dyn FnOnce() -> String>>);

impl Search {
    /// What `write` writes.
    pub fn new(write: impl FnOnce() -> String + 'static) -> Self {
        Self(LazyCell::new(Box::new(|| write().to_lowercase())))
    }

    fn contains(&self, wanted: &str) -> bool {
        self.0.contains(wanted)
    }
}

impl From<String> for Search {
    fn from(words: String) -> Self {
        Self::new(|| words)
    }
}

/// A row of the grid.
pub struct Line {
    /// Position in the table of the Analysis; `None` for a line that only holds others together.
    pub index: Option<usize>,
    pub cells: Vec<Cell>,
    pub search: Search,
    /// Under which heading it stands.
    pub group: Option<String>,
    /// How far it is indented while the order is the table's own.
    pub depth: usize,
    /// What can be unfolded below it.
    pub detail: Option<Detail>,
}

impl Line {
    /// A plain row.
    pub fn new(index: usize, cells: Vec<Cell>, search: impl Into<Search>) -> Self {
        Self { index: Some(index), cells, search: search.into(), group: None, depth: 0, detail: None }
    }
}

/// Shared lines; equal only to themselves.
#[derive(Clone)]
pub struct Lines(pub Rc<Vec<Line>>);

impl PartialEq for Lines {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub kind: Kind,
    pub columns: &'static [Column],
    pub lines: Lines,
    pub selected: Option<usize>,
    /// Further controls beside the filter.
    #[prop_or_default]
    pub controls: Html,
    /// Whether the marked row unfolds by itself.
    #[prop_or(false)]
    pub unfold: bool,
    pub emit: Callback<Event>,
}

/// How many rows are drawn at first, and how many more each time the last comes into sight.
const FIRST: usize = 40;
const MORE: usize = 40;

/// The grid.
#[component]
pub fn Grid(props: &Props) -> Html {
    let filter = use_state(String::new);
    let order = use_state(|| None::<(usize, bool)>);
    let unfolded = use_state(|| None::<usize>);
    let reading = use_context::<Reading>();
    let wanted = filter.trim().to_lowercase();
    let shown = use_memo((props.lines.clone(), wanted.clone(), *order), |(lines, wanted, order)| {
        arrange(&lines.0, wanted, *order)
    });
    let typed = {
        let filter = filter.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                filter.set(input.value());
            }
        })
    };
    let plain = wanted.is_empty() && order.is_none();
    let columns = filled(props.columns, &props.lines.0);
    let open = if props.unfold { unfolded.or(props.selected) } else { *unfolded };
    let total = props.lines.0.iter().filter(|line| line.index.is_some()).count();
    let count = shown.iter().filter(|&&at| props.lines.0[at].index.is_some()).count();
    // Only the first rows are drawn; more follow as they are scrolled to. The marked row is always among them.
    let limit = use_state(|| FIRST);
    let marked = props.selected.and_then(|row| shown.iter().position(|&at| props.lines.0[at].index == Some(row)));
    let drawn = shown.len().min((*limit).max(marked.map_or(0, |at| at + MORE)));
    let mut rows = Vec::with_capacity(drawn);
    let mut group: Option<&str> = None;
    let current = marked.or_else(|| shown.iter().position(|&at| props.lines.0[at].index.is_some()));
    for (position, &at) in shown[..drawn].iter().enumerate() {
        let line = &props.lines.0[at];
        if line.group.as_deref() != group {
            group = line.group.as_deref();
            rows.push(heading(props, group.unwrap_or_default()));
        }
        let looks = Looks { position, plain, open, current: current == Some(position), reading: reading.as_ref() };
        rows.push(row(props, line, &columns, looks, &unfolded));
        if let Some(detail) = line.detail.as_ref().filter(|_| line.index.is_some() && line.index == open) {
            let span = (props.columns.len() + 2).to_string();
            rows.push(html! { <tr key={format!("detail-{at}")} class="detail"><td colspan={span}>{ for (detail.0)() }</td></tr> });
        }
    }
    let more = {
        let limit = limit.clone();
        Callback::from(move |()| limit.set(drawn + MORE))
    };
    let details = props.lines.0.iter().any(|line| line.detail.is_some());
    html! {
        <>
            <div class="panel-tools">
                <input type="search" class="filter" placeholder={t("filter")}
                    aria-label={t_with("filter-kind", &[("kind", props.kind.label().into())])}
                    value={(*filter).clone()} oninput={typed} />
                { props.controls.clone() }
                <span class="panel-count" aria-live="polite">
                    { counted(count, total) }
                </span>
            </div>
            <div class="grid-frame" onkeydown={Callback::from(|event: KeyboardEvent| roving::moved(&event))}>
                <table class={classes!("grid", format!("grid-{}", props.kind.slug()))} aria-rowcount={(shown.len() + 1).to_string()}>
                    <caption class="hidden">{ props.kind.label() }</caption>
                    <thead><tr>
                        { for columns.iter().map(|&at| head(at, &props.columns[at], &order)) }
                        <th class="fold-head" scope="col"><span class="hidden">{ t("correct-bar") }</span></th>
                        if details { <th class="fold-head" scope="col"><span class="hidden">{ t("details") }</span></th> }
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
                if drawn < shown.len() { <More key={drawn} onmore={more} /> }
                if count == 0 {
                    <p class="empty">{ t(if total == 0 { "none-in-text" } else { "none-in-filter" }) }</p>
                }
            </div>
        </>
    }
}

/// How many rows are shown, of how many.
fn counted(count: usize, total: usize) -> String {
    match count == total {
        true => t_with("count-all", &[("n", total.into())]),
        false => t_with("count-some", &[("n", count.into()), ("total", total.into())]),
    }
}

/// Positions of the columns that say something in at least one line; the first is always there.
fn filled(columns: &[Column], lines: &[Line]) -> Vec<usize> {
    let says = |line: &Line, at: usize| match line.cells.get(at).map(|cell| &cell.key) {
        Some(Key::Text(words)) => !words.is_empty(),
        Some(Key::Number(_)) => true,
        None => false,
    };
    (0..columns.len()).filter(|&at| at == 0 || lines.iter().any(|line| says(line, at))).collect()
}

/// Positions of the lines that are shown, in order; groups stay together.
fn arrange(lines: &[Line], wanted: &str, order: Option<(usize, bool)>) -> Vec<usize> {
    let mut shown: Vec<usize> = (0..lines.len())
        .filter(|&at| {
            wanted.is_empty() && (order.is_none() || lines[at].index.is_some())
                || lines[at].index.is_some() && lines[at].search.contains(wanted)
        })
        .collect();
    let mut groups: Vec<Option<&str>> = Vec::new();
    for line in lines {
        if !groups.contains(&line.group.as_deref()) {
            groups.push(line.group.as_deref());
        }
    }
    let rank = |at: usize| groups.iter().position(|group| *group == lines[at].group.as_deref());
    let Some((column, descending)) = order else {
        shown.sort_by_key(|&at| rank(at));
        return shown;
    };
    let collator = Intl::Collator::new(&Array::of1(&"zh-Hans".into()), &Object::new());
    let compare = collator.compare();
    shown.sort_by(|&one, &other| {
        let keys = (lines[one].cells.get(column), lines[other].cells.get(column));
        let order = match keys {
            (Some(one), Some(other)) => by_key(&compare, &one.key, &other.key, descending),
            _ => Ordering::Equal,
        };
        rank(one).cmp(&rank(other)).then(order).then(one.cmp(&other))
    });
    shown
}

fn by_key(compare: &Function, one: &Key, other: &Key, descending: bool) -> Ordering {
    let turn = |order: Ordering| if descending { order.reverse() } else { order };
    match (one, other) {
        (Key::Number(Some(one)), Key::Number(Some(other))) => turn(one.total_cmp(other)),
        (Key::Number(one), Key::Number(other)) => one.is_none().cmp(&other.is_none()),
        (Key::Text(one), Key::Text(other)) if one.is_empty() || other.is_empty() => {
            one.is_empty().cmp(&other.is_empty())
        }
        (Key::Text(one), Key::Text(other)) => {
            let sign = compare.call2(&wasm_bindgen::JsValue::UNDEFINED, &one.into(), &other.into());
            turn(sign.ok().and_then(|sign| sign.as_f64()).unwrap_or(0.0).total_cmp(&0.0))
        }
        _ => Ordering::Equal,
    }
}

/// The heading of a column; clicks go round ascending, descending, the table's own order.
fn head(at: usize, column: &Column, order: &UseStateHandle<Option<(usize, bool)>>) -> Html {
    let (sort, next) = match **order {
        Some((by, false)) if by == at => ("ascending", Some((at, true))),
        Some((by, true)) if by == at => ("descending", None),
        _ => ("none", Some((at, false))),
    };
    let order = order.clone();
    html! {
        <th scope="col" class={format!("column-{}", column.class)} aria-sort={sort}>
            <button type="button" class="sort" onclick={move |_| order.set(next)}>{ t(column.label) }</button>
        </th>
    }
}

fn heading(props: &Props, group: &str) -> Html {
    let members = props.lines.0.iter().filter(|line| line.group.as_deref() == Some(group)).count();
    let span = (props.columns.len() + 2).to_string();
    html! {
        <tr class="group" key={format!("group-{group}")}>
            <th colspan={span} scope="rowgroup">{ group.to_owned() }<span class="group-count">{ members }</span></th>
        </tr>
    }
}

/// What a row's looks depend on besides its line.
#[derive(Clone, Copy)]
struct Looks<'a> {
    /// Where it is drawn.
    position: usize,
    /// Whether the order is the table's own and nothing is filtered.
    plain: bool,
    /// The row that is unfolded.
    open: Option<usize>,
    /// Whether the Tab key comes to this row; to the others lead the arrow keys.
    current: bool,
    /// What the reader has decided of its row is asked here.
    reading: Option<&'a Reading>,
}

fn row(
    props: &Props,
    line: &Line,
    columns: &[usize],
    looks: Looks<'_>,
    unfolded: &UseStateHandle<Option<usize>>,
) -> Html {
    let Looks { position, plain, open, current, reading } = looks;
    let tabindex = if current { "0" } else { "-1" };
    let Some(index) = line.index else {
        let cells = columns.iter().filter_map(|&at| line.cells.get(at)).map(|cell| html! { <td>{ cell.html() }</td> });
        return html! { <tr key={format!("bare-{position}")} class="bare">{ for cells }</tr> };
    };
    let target = Row { kind: props.kind, index };
    let selected = props.selected == Some(index);
    let emit = props.emit.clone();
    let onclick = move |event: MouseEvent| {
        let element: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
        // Buttons inside a row, other than the row's own, do what they say.
        let own = |element: Element| match element.closest("button, a").ok().flatten() {
            Some(button) => button.class_list().contains("row-button"),
            None => true,
        };
        if element.is_some_and(own) {
            emit.emit(Event::Row(target));
        }
    };
    let onkeydown = {
        let emit = props.emit.clone();
        move |event: KeyboardEvent| {
            if let Some(event) = review::pressed(target, &event) {
                emit.emit(event);
            }
        }
    };
    let cell = |at: usize| {
        let (Some(cell), Some(column)) = (line.cells.get(at), props.columns.get(at)) else { return html! {} };
        let class = format!("column-{}", column.class);
        let inside = if at == 0 {
            let depth = if plain { line.depth.min(6) } else { 0 };
            html! {
                <button type="button" {tabindex} class={format!("row-button indent-{depth}")} aria-keyshortcuts={review::KEYS}>
                    { cell.html() }{ review::sign(reading, target) }
                </button>
            }
        } else {
            cell.html()
        };
        html! { <td {class} data-label={t(column.label)}>{ inside }</td> }
    };
    let fold = line.detail.as_ref().map(|_| {
        let unfolded = unfolded.clone();
        let folded = open != Some(index);
        let said = t(if props.kind == Kind::Indicator { "why" } else { "details" });
        let toggle = move |_: MouseEvent| unfolded.set(if folded { Some(index) } else { Some(usize::MAX) });
        html! {
            <td class="fold">
                <button type="button" {tabindex} class="fold-button" aria-expanded={(!folded).to_string()}
                    aria-label={said.clone()} title={said} onclick={toggle}></button>
            </td>
        }
    });
    html! {
        <tr key={format!("row-{index}")} class="row" data-index={index.to_string()}
            aria-current={selected.then_some("true")} {onclick} {onkeydown}>
            { for columns.iter().map(|&at| cell(at)) }
            <review::Menu row={target} emit={props.emit.clone()} />
            { for fold }
        </tr>
    }
}
