//! Where a name that is known by its last word begins.

use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::action;
use crate::text::{is_among, is_han};
use rustc_hash::FxHashMap as HashMap;
use std::sync::LazyLock;

/// Words that jieba takes for nouns and that no name begins with or runs over.
static STOPS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("stops.tsv")));

/// Names are looked for no further back than this.
const REACH: usize = 16;

/// For each place mention where it starts, by where it ends.
pub type Ends = HashMap<usize, usize>;

/// The name before `head`: its start, and whether a proper name stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Left {
    /// Where the name begins; `head` where nothing belongs to it.
    pub start: usize,
    /// A place or another proper noun begins it.
    pub proper: bool,
    /// What stands before it can stand before a name: a mark, a verb of two characters, a particle.
    pub clean: bool,
    /// It begins with a place or a proper noun, so that nothing before can belong to it.
    pub anchored: bool,
}

/// Finds where the name before `head` begins: back over nouns; if `verbal`, over verbal nouns too where a proper name
/// lies behind.
pub fn left(document: &Document, ends: &Ends, head: usize, verbal: bool) -> Left {
    let near = walk(document, ends, head, false);
    if near.proper || !verbal {
        return near;
    }
    let far = walk(document, ends, head, true);
    if far.anchored { far } else { near }
}

fn walk(document: &Document, ends: &Ends, head: usize, verbal: bool) -> Left {
    let floor = head.saturating_sub(REACH);
    let mut start = head;
    let mut proper = false;
    while start > floor {
        if let Some(&place) = ends.get(&start).filter(|&&place| place >= floor) {
            let first = first_character(ends, place, start);
            return anchored(with_place_before(document, ends, first));
        }
        let Some(step) = step(document, start, floor, verbal) else { break };
        start = step.start;
        proper |= step.proper;
        if step.anchor {
            return anchored(with_place_before(document, ends, start));
        }
        if step.last {
            break;
        }
    }
    Left { start, proper, clean: is_clean(document, start), anchored: false }
}

fn anchored(start: usize) -> Left {
    Left { start, proper: true, clean: true, anchored: true }
}

/// 蒙苏|经济开发区: places of one character each make one name.
fn first_character(ends: &Ends, place: usize, end: usize) -> usize {
    let mut start = place;
    for _ in 0..4 {
        match ends.get(&start) {
            Some(&before) if end - place == 1 && before + 1 == start => start = before,
            _ => break,
        }
    }
    start
}

/// 海口|江东新区: the short name of a place right before another proper name belongs to it.
fn with_place_before(document: &Document, ends: &Ends, start: usize) -> usize {
    let full = |place: usize| start - place > 2 && is_among(document.text.before(start), "省市县区州盟旗镇乡");
    ends.get(&start).copied().filter(|&place| start - place <= 4 && !full(place)).unwrap_or(start)
}

/// Names do not follow single characters of the open classes: 易淹|易涝片区.
fn is_clean(document: &Document, start: usize) -> bool {
    let Some(token) = start.checked_sub(1).and_then(|at| document.tokens.at(at)) else { return true };
    let single = token.span.len() == 1 && is_han(document.text.before(start));
    !single
        || matches!(&*token.tag, "p" | "c" | "u" | "uj" | "ul" | "x" | "f")
        || is_among(document.text.before(start), "以和与及在对从把将向为建设做强")
}

struct Step {
    start: usize,
    proper: bool,
    /// The name begins here, whatever stands before.
    anchor: bool,
    last: bool,
}

/// The token before `end`, if it may belong to a name.
fn step(document: &Document, end: usize, floor: usize, verbal_walk: bool) -> Option<Step> {
    let text = &document.text;
    let token = document.tokens.at(end.checked_sub(1)?)?;
    let start = token.span.start.max(floor);
    let words = text.slice(Span::new(start, end));
    if !words.chars().all(|char| is_han(char) || char.is_ascii_alphanumeric()) || STOPS.contains(words) {
        return None;
    }
    let phrase = end - start == 4 && matches!(action::lead_at(text, start, end), Some((lead, _)) if lead < end);
    if phrase && &*token.tag != "ns" {
        return None; // 全力支持|雄安新区
    }
    if &*token.tag == "x" {
        if end == token.span.end && words.ends_with(['以', '将', '在', '于', '为']) {
            return None; // 某市正以|高铁新城
        }
        let cut = words.chars().take_while(|&char| is_particle(char)).count();
        return (start + cut < end).then_some(Step { start: start + cut, proper: false, anchor: false, last: cut > 0 });
    }
    let proper = matches!(&*token.tag, "ns" | "nr" | "nz" | "nt" | "nrt" | "nrfg") && end - start > 1;
    let noun = proper
        || matches!(&*token.tag, "n" | "s" | "f" | "b" | "j" | "ng" | "an" | "eng" | "nr" | "ns" | "zg" | "g" | "k");
    let verbal = verbal_walk && matches!(&*token.tag, "vn" | "v" | "t") && end - start > 1;
    let anchor = proper && if verbal_walk { &*token.tag == "ns" } else { &*token.tag != "nz" };
    (noun || verbal).then_some(Step { start, proper, anchor, last: false })
}

/// Characters that an unknown word takes along by mistake.
fn is_particle(char: char) -> bool {
    is_among(char, "以在把将对从向为与和于由让使是到及的")
}
