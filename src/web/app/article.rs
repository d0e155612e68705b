//! The article with its highlights. A long one is drawn in pieces: its words at once, the highlights after them.

use super::Event;
use super::state::{Reading, Selection};
use crate::analysis::Span;
use crate::locale::t;
use crate::view::blocks::{Block, Node, Role};
use crate::view::kind::Kind;
use crate::view::marks::Row;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// How many highlights are drawn in the first piece and in each further one.
const FIRST: usize = 300;
const PIECE: usize = 120;

/// Milliseconds between two pieces: time for the browser to draw and to answer.
const PAUSE: u32 = 12;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub reading: Reading,
    pub hidden: BTreeSet<Kind>,
    pub emit: Callback<Event>,
}

/// The article; which kinds are hidden is said by classes.
#[component]
pub fn Article(props: &Props) -> Html {
    let Props { reading, hidden, emit } = props;
    let onclick = {
        let emit = emit.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target_dyn_into::<Element>();
            if let Some(row) = target.and_then(clicked) {
                emit.emit(row);
            }
        })
    };
    let onkeydown = {
        let (emit, hidden) = (emit.clone(), hidden.clone());
        Callback::from(move |event: KeyboardEvent| pressed(&event, &hidden, &emit))
    };
    let classes: Vec<String> = hidden.iter().map(|kind| format!("hide-{}", kind.slug())).collect();
    html! {
        <article id="article" class={classes!("article", classes)} lang={language(reading)} tabindex="0"
            aria-label={t("article")} {onclick} {onkeydown}>
            <Blocks reading={reading.clone()} emit={emit.clone()} />
        </article>
    }
}

fn language(reading: &Reading) -> &'static str {
    match reading.analysis.document.script {
        crate::analysis::Script::Hant => "zh-Hant",
        _ => "zh-Hans",
    }
}

/// The row of the innermost highlight at `target`; of the next outer one where that row is selected already.
fn clicked(target: Element) -> Option<Event> {
    let mut element = target.closest("[data-kind]").ok()??;
    while element.get_attribute("data-active").as_deref() == Some("here")
        && let Some(outer) = element.parent_element().and_then(|parent| parent.closest("[data-kind]").ok()?)
    {
        element = outer;
    }
    let number = |name: &str| element.get_attribute(name)?.parse::<usize>().ok();
    let kind = Kind::from_slug(&element.get_attribute("data-kind")?)?;
    Some(Event::Highlight(Selection { row: Row { kind, index: number("data-row")? }, nth: number("data-nth")? }))
}

/// The arrow keys go from highlight to highlight, Enter opens its row, Escape goes back to the article.
fn pressed(event: &KeyboardEvent, hidden: &BTreeSet<Kind>, emit: &Callback<Event>) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
        return;
    }
    let focused = document().active_element().filter(|element| element.class_list().contains("mark"));
    match event.key().as_str() {
        "ArrowRight" => step(focused.as_ref(), hidden, true),
        "ArrowLeft" => step(focused.as_ref(), hidden, false),
        "Enter" => {
            if let Some(row) = focused.and_then(clicked) {
                emit.emit(row);
            }
        }
        "Escape" if focused.is_some() => super::dom::focus("#article"),
        _ => return,
    }
    event.prevent_default();
}

/// Gives the focus to the next or the previous highlight that is shown; from the article itself to the first in sight.
fn step(focused: Option<&Element>, hidden: &BTreeSet<Kind>, forward: bool) {
    let shown = |element: &Element| {
        let kind = element.get_attribute("data-kind").and_then(|slug| Kind::from_slug(&slug));
        kind.is_some_and(|kind| !hidden.contains(&kind))
    };
    let marks: Vec<Element> = super::dom::all("#article .mark").into_iter().filter(shown).collect();
    let to = match focused.and_then(|focused| marks.iter().position(|mark| mark == focused)) {
        Some(here) if forward => marks.get(here + 1),
        Some(here) => here.checked_sub(1).and_then(|before| marks.get(before)),
        None => marks.iter().find(|mark| mark.get_bounding_client_rect().top() >= 0.0).or(marks.first()),
    };
    if let Some(to) = to.and_then(|mark| mark.dyn_ref::<HtmlElement>()) {
        let _ = to.set_attribute("tabindex", "-1");
        let _ = to.focus();
    }
}

#[derive(Properties, PartialEq)]
struct BlocksProps {
    reading: Reading,
    emit: Callback<Event>,
}

/// How far the drawing has come: blocks before `upto` are those of `reading`, the others still those of `before`.
#[derive(Clone, PartialEq)]
struct Progress {
    reading: Reading,
    before: Option<Reading>,
    /// How far the drawing of `before` had come.
    kept: usize,
    upto: usize,
}

impl Progress {
    fn start(reading: &Reading) -> Self {
        Self { reading: reading.clone(), before: None, kept: 0, upto: piece_end(reading, 0, FIRST) }
    }

    /// The same for a new analysis; of the same words, what is drawn stays until it is drawn anew.
    fn renewed(&self, reading: &Reading) -> Self {
        let before = Some(self.reading.clone()).filter(|before| before.text == reading.text);
        Self { before, kept: self.upto, ..Self::start(reading) }
    }

    fn is_done(&self) -> bool {
        self.upto >= self.reading.blocks.len()
    }

    /// What block `index` is drawn from; None while it is words alone.
    fn source(&self, index: usize) -> Option<Reading> {
        if index < self.upto {
            return Some(self.reading.clone());
        }
        let span = self.reading.blocks.get(index)?.span;
        let before = self.before.clone().filter(|_| index < self.kept);
        before.filter(|before| before.blocks.get(index).is_some_and(|block| block.span == span))
    }
}

/// The end of the piece that starts at block `from` and has about `marks` highlights.
fn piece_end(reading: &Reading, from: usize, marks: usize) -> usize {
    let mut count = 0;
    let mut more = |block: &Block| {
        let before = count;
        count += 1 + block.nodes.len();
        before < marks
    };
    from + reading.blocks[from.min(reading.blocks.len())..].iter().take_while(|block| more(block)).count()
}

#[component]
fn Blocks(props: &BlocksProps) -> Html {
    let reading = &props.reading;
    let kept = use_mut_ref(|| Progress::start(reading));
    let redraw = use_force_update();
    {
        let mut progress = kept.borrow_mut();
        if progress.reading != *reading {
            *progress = progress.renewed(reading);
        }
    }
    let progress = kept.borrow().clone();
    use_effect_with((reading.clone(), progress.upto), {
        let (emit, reading) = (props.emit.clone(), reading.clone());
        let done = progress.is_done();
        move |_| {
            let timer = (!done).then(|| {
                Timeout::new(PAUSE, move || {
                    let mut progress = kept.borrow_mut();
                    progress.upto = piece_end(&reading, progress.upto, PIECE);
                    let done = progress.is_done();
                    drop(progress);
                    redraw.force_update();
                    if done {
                        emit.emit(Event::Drawn);
                    }
                })
            });
            move || drop(timer)
        }
    });
    let labels = use_memo((), |()| Kind::ALL.map(|kind| AttrValue::from(kind.label())));
    let block = |index: usize| {
        let labels = labels.clone();
        html! { <Paragraph key={index} {index} source={progress.source(index)} words={reading.clone()} {labels} /> }
    };
    html! { <>{ for (0..reading.blocks.len()).map(block) }</> }
}

#[derive(Properties)]
struct ParagraphProps {
    index: usize,
    /// The analysis whose highlights are drawn.
    source: Option<Reading>,
    /// The analysis whose words are drawn where there is no source.
    words: Reading,
    /// What each kind is called, in the order of [`Kind::ALL`]; the same as long as the page is.
    labels: Rc<[AttrValue; 12]>,
}

impl ParagraphProps {
    fn block(&self) -> Option<(&Reading, &Block)> {
        let reading = self.source.as_ref().unwrap_or(&self.words);
        Some((reading, reading.blocks.get(self.index)?))
    }
}

/// A paragraph is drawn again only where its own words or highlights are others.
impl PartialEq for ParagraphProps {
    fn eq(&self, other: &Self) -> bool {
        if self.source.is_some() != other.source.is_some() {
            return false;
        }
        match (self.block(), other.block()) {
            (Some((one, first)), Some((two, second))) => {
                one == two && self.index == other.index
                    || first.role == second.role
                        && one.words(first.span) == two.words(second.span)
                        && (self.source.is_none() || same_nodes((one, first), (two, second)))
            }
            (None, None) => true,
            _ => false,
        }
    }
}

/// Whether two blocks have the same highlights at the same places of their words.
fn same_nodes(one: (&Reading, &Block), two: (&Reading, &Block)) -> bool {
    type Side<'a> = (&'a Reading, usize);
    fn same(one: Side, two: Side, first: &[Node], second: &[Node]) -> bool {
        let at = |side: Side, span: Span| (span.start.wrapping_sub(side.1), span.end.wrapping_sub(side.1));
        first.len() == second.len()
            && first.iter().zip(second).all(|pair| match pair {
                (Node::Text(first), Node::Text(second)) => at(one, *first) == at(two, *second),
                (Node::Mark(first, inner), Node::Mark(second, other)) => {
                    let (first, second) = (one.0.marks.get(*first), two.0.marks.get(*second));
                    first.map(|mark| (mark.row, mark.nth)) == second.map(|mark| (mark.row, mark.nth))
                        && same(one, two, inner, other)
                }
                _ => false,
            })
    }
    same((one.0, one.1.span.start), (two.0, two.1.span.start), &one.1.nodes, &two.1.nodes)
}

#[component]
fn Paragraph(props: &ParagraphProps) -> Html {
    let Some((reading, block)) = props.block() else { return html! { <p hidden=true></p> } };
    let index = props.index.to_string();
    let inside = match &props.source {
        Some(_) => html! { { for block.nodes.iter().map(|node| piece(reading, node, &props.labels)) } },
        None => html! { { reading.words(block.span).to_owned() } },
    };
    match block.role {
        Role::Title => html! { <h2 class="block block-title" data-block={index}>{ inside }</h2> },
        Role::Heading(level) => {
            let class = format!("block block-heading block-level-{}", level.clamp(1, 4));
            html! { <h3 {class} data-block={index}>{ inside }</h3> }
        }
        Role::Text => html! { <p class="block" data-block={index}>{ inside }</p> },
    }
}

/// Text or a highlight; [`crate::view::blocks`] bounds how deep they nest.
fn piece(reading: &Reading, node: &Node, labels: &[AttrValue; 12]) -> Html {
    match node {
        Node::Text(span) => html! { { reading.words(*span).to_owned() } },
        Node::Mark(index, inside) => {
            let Some(mark) = reading.marks.get(*index) else { return html! {} };
            let outer = inside.iter().any(|node| matches!(node, Node::Mark(..)));
            html! {
                <span class={if outer { "mark mark-outer" } else { "mark" }} role="mark"
                    aria-roledescription={labels[mark.row.kind as usize].clone()} data-kind={mark.row.kind.slug()}
                    data-row={mark.row.index.to_string()} data-nth={mark.nth.to_string()}>
                    { for inside.iter().map(|node| piece(reading, node, labels)) }
                </span>
            }
        }
    }
}
