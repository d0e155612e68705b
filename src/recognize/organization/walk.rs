//! Where a name begins: the walk to the left of its last word, and what the words found there are worth.

mod members;
mod step;
mod worth;

use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::Mentions;
use crate::text::is_han;
use std::sync::LazyLock;

static STOPS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("stops.tsv")));
static INSIDE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("inside.tsv")));
static GENERIC: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("generic.tsv")));
static BODIES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("bodies.tsv")));

/// Level words of one character.
const LEVEL_ENDS: &str = "省市区县州镇乡村";

/// How far a name may reach to the left, in code points.
const REACH: usize = 36;

/// One-character words that the segmenter takes for the first character of an unknown word.
const GLUED: &str = "以在与和为向往从对将把由及至于给被让使赴访建优抓做办守讲用管驻任各经据另距即并";

/// The same for the last character.
const BEHIND: &str = "为任在与和及赴到至对向从是以将";

/// What the words before a suffix are worth, from the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worth {
    /// Nothing stands there.
    Bare,
    /// Class words only: 国有, 专科.
    Class,
    /// Some other word.
    Some,
    /// A name: a place, an unknown word, an ordinal, a known body.
    Proper,
}

/// Reads a document to the left.
pub struct Walker<'a> {
    document: &'a Document,
    /// Places found, and the bodies where they count, by end then start.
    places: Vec<(usize, usize)>,
    /// Bodies found, by end then start.
    bodies: Vec<(usize, usize)>,
}

impl<'a> Walker<'a> {
    /// A walker over `document` that knows the places found so far.
    pub fn new(document: &'a Document, found: &Mentions) -> Self {
        let mut places: Vec<(usize, usize)> =
            found.places.iter().map(|place| (place.span.end, place.span.start)).collect();
        places.sort_unstable();
        Self { document, places, bodies: Vec::new() }
    }

    /// A walker that steps over the bodies found so far as over places.
    pub fn with_bodies(document: &'a Document, found: &Mentions) -> Self {
        let mut walker = Self::new(document, found);
        walker.bodies = found.organizations.iter().map(|body| (body.span.end, body.span.start)).collect();
        walker.bodies.sort_unstable();
        walker.places.extend(&walker.bodies);
        walker.places.sort_unstable();
        walker
    }

    /// The document.
    pub fn document(&self) -> &'a Document {
        self.document
    }

    /// The start of the longest place that ends at `at`.
    pub fn place_before(&self, at: usize) -> Option<usize> {
        let from = self.places.partition_point(|(end, _)| *end < at);
        let found = self.places.get(from).filter(|(end, _)| *end == at).map(|(_, start)| *start);
        found.or_else(|| self.place_token(at))
    }

    /// Whether a place that was found is exactly `span`.
    pub fn is_place(&self, span: Span) -> bool {
        self.places.binary_search(&(span.end, span.start)).is_ok()
    }

    /// The start of the body that ends at `at`.
    pub fn body_before(&self, at: usize) -> Option<usize> {
        let from = self.bodies.partition_point(|(end, _)| *end < at);
        self.bodies.get(from).filter(|(end, _)| *end == at).map(|(_, start)| *start)
    }

    /// A token that the dictionary calls a place and that is no class word.
    fn place_token(&self, at: usize) -> Option<usize> {
        let token = self.document.tokens.at(at.checked_sub(1)?)?;
        let word = self.document.text.slice(token.span);
        let named = token.span.end == at && &*token.tag == "ns" && token.span.len() > 1;
        (named && !GENERIC.contains(word) && !STOPS.contains(word)).then_some(token.span.start)
    }

    /// The word that ends at `at`: the token there, or the part of it before `at`.
    pub fn word_before(&self, at: usize) -> Option<(Span, &'a str)> {
        let token = self.document.tokens.at(at.checked_sub(1)?)?;
        Some((Span::new(token.span.start, at), &token.tag))
    }

    /// Whether the word of `span` never stands inside a name.
    pub fn stops(&self, span: Span) -> bool {
        STOPS.contains(self.document.text.slice(span))
    }

    /// The leftmost offset that a name which goes on at `from` can begin at.
    pub fn start_of(&self, from: usize) -> usize {
        let floor = from.saturating_sub(REACH);
        let mut at = from;
        while at > floor {
            match self.step(at, floor) {
                Some(next) if next < at => at = next,
                _ => break,
            }
        }
        self.trim(at, from)
    }

    /// One step to the left of `at`; None where the name has to begin at `at`.
    fn step(&self, at: usize, floor: usize) -> Option<usize> {
        let text = &self.document.text;
        match text.before(at) {
            ')' => return self.bracket(at, floor),
            '”' => return self.quoted(at, floor, '“'),
            '》' => return self.quoted(at, floor, '《'),
            '·' => return (is_han(text.before(at - 1)) && is_han(text.at(at))).then_some(at - 1),
            '-' | '—' => return self.joint(at),
            _ => {}
        }
        // 甲局|会同|市乙局: 会同 is a county too, and the segmenter cuts across the joint
        if at >= floor + 3 && text.ends_with(at - 1, "会同") && self.joins(Span::new(at - 3, at - 1), "会同") {
            return Some(at - 1);
        }
        if text.ends_with(at, "会同") && at >= 2 && self.joins(Span::new(at - 2, at), "会同") {
            return None;
        }
        if let Some(start) = self.place_before(at) {
            return Some(start.max(floor));
        }
        if let Some((body, _)) = BODIES.longest_before(text, at, floor)
            && body.len() >= 3
            && self.document.tokens.is_boundary(body.start)
        {
            return Some(body.start);
        }
        let (span, tag) = self.word_before(at)?;
        let word = text.slice(span);
        let known = INSIDE.contains(word) || ordinal(word);
        if self.splinter(span, tag) || self.side(span) {
            return Some(span.start);
        }
        if STOPS.contains(word)
            || tag != "n" && phrase_stops(word)
            || !known && !worded(word)
            || self.builds(span, word)
            || self.joins(span, word)
        {
            return None;
        }
        if !known && stops_by_tag(tag, word) && !self.opens(span) {
            return None;
        }
        if tag == "x" && !known && span.len() > 1 && word.ends_with(|char| crate::text::is_among(char, BEHIND)) {
            return None; // 马宏为|宁夏大学
        }
        if tag == "x" && !known && word.starts_with(|char| crate::text::is_among(char, GLUED)) {
            return self.unglued(span, word);
        }
        Some(span.start.max(floor))
    }

    /// `start` moved right over words that seldom begin a name (投资, 管理), not beyond `end`.
    pub fn trim(&self, start: usize, end: usize) -> usize {
        let mut at = start;
        if self.document.text.at(at) == '(' {
            return end;
        }
        for token in self.document.tokens.inside(Span::new(start, end)) {
            let word = self.document.text.slice(token.span);
            let edge = INSIDE.get(word).is_none_or(|row| row.len() > 1);
            if token.span.start != at || edge || token.tag.starts_with("ns") {
                break;
            }
            at = token.span.end;
        }
        at
    }
}

/// 大力发展, 继续抓好: a phrase of four that begins with a word which no name holds.
fn phrase_stops(word: &str) -> bool {
    let half = word.char_indices().nth(2).map(|(at, _)| &word[..at]);
    word.chars().count() == 4 && half.is_some_and(|half| STOPS.contains(half))
}

/// 第一, 第二十: an ordinal that tells schools and hospitals apart, not 第一片; 一号, 2号.
fn ordinal(word: &str) -> bool {
    let counted = word.strip_prefix('第').is_some_and(|rest| {
        !rest.is_empty()
            && rest.chars().all(|char| char.is_ascii_digit() || crate::text::is_among(char, "一二三四五六七八九十百届"))
    });
    counted || word.chars().count() > 1 && word.ends_with('号')
}

/// Whether the word has anything to read in it.
fn worded(word: &str) -> bool {
    word.chars().all(|char| is_han(char) || char.is_ascii_alphanumeric())
}

/// Parts of speech that never stand inside a name: verbs, prepositions, conjunctions, pronouns, adverbs, particles …
fn stops_by_tag(tag: &str, word: &str) -> bool {
    match tag {
        "v" | "vd" | "vi" | "vg" => true,
        "p" | "c" | "r" | "d" | "y" | "e" | "o" | "q" | "f" => true,
        // the dictionary takes some names for times and numbers (隆中, 大张)
        "t" => word.chars().any(|char| crate::text::is_among(char, "年月日周季天昨今明晚早晨夜午期时刻初末前后")),
        "m" => word.chars().any(|char| {
            char.is_ascii_digit() || crate::text::is_among(char, "一二三四五六七八九十百千万亿两几多数半零〇")
        }),
        _ if tag.starts_with('u') => true,
        _ => word.chars().any(|char| matches!(char, '的' | '了' | '等')),
    }
}
