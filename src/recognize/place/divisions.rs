//! Names of divisions from province to county in the text, and which division a name means.

use super::gazetteer::{DIVISIONS, Division, Form};
use super::region::Region;
use super::{Rule, context};
use crate::analysis::{PlaceLevel, Span};
use crate::document::Document;
use crate::lexicon::Lexicon;
use rustc_hash::FxHashSet as HashSet;
use std::sync::LazyLock;

/// Names of rivers, mountains and regions, some of which divisions bear in short.
static AREAS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("areas.tsv")));
/// Short forms that are words of everyday prose as well, with how much evidence they want.
static EVERYDAY: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("everyday.tsv")));

/// A name of the gazetteer that stands in the text.
#[derive(Debug)]
pub struct Candidate {
    /// Where it stands.
    pub span: Span,
    /// The divisions it may mean.
    pub readings: Vec<(&'static Division, Form)>,
    /// How much evidence it wants beyond its letters.
    pub doubt: Doubt,
}

/// How much evidence a name wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// A full name, or a short form of a province or prefecture.
    None,
    /// A short form of a county.
    Some,
    /// A short form that is an everyday word.
    Much,
    /// A short form that is nearly always the everyday word.
    Most,
}

impl Candidate {
    /// The only division it can mean; None where there are several.
    pub fn only(&self) -> Option<&'static Division> {
        match self.readings.as_slice() {
            [(division, _)] => Some(division),
            _ => None,
        }
    }

    fn is_full(&self) -> bool {
        self.readings.iter().any(|&(_, form)| form == Form::Full)
    }
}

/// Every name of the gazetteer in `document` that is cut where words are cut.
pub fn candidates(document: &Document) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut at = 0;
    while at < document.text.len() {
        let touches = found.last().is_some_and(|before| before.span.end == at);
        match candidate_at(document, at, touches) {
            Some(candidate) => {
                at = candidate.span.end;
                found.push(candidate);
            }
            None => at += 1,
        }
    }
    found
}

fn candidate_at(document: &Document, at: usize, touches: bool) -> Option<Candidate> {
    let text = &document.text;
    if !touches && !context::may_begin(document, at) {
        return None;
    }
    let longest = DIVISIONS.longest_from(text.at(at), text.at(at + 1)).min(text.len() - at);
    (2..=longest).rev().find_map(|length| {
        let span = Span::new(at, at + length);
        let readings: Vec<_> = DIVISIONS.named(text.slice(span)).collect();
        if readings.is_empty() {
            return None;
        }
        let full = readings.iter().any(|&(_, form)| form == Form::Full);
        let cut = context::may_end(document, span.end) && (full || !context::names_other(document, span.end))
            || begins_body(document, span)
            || child_follows(document, span.end, &readings)
            || matches!(text.at(span.end), '县' | '市') && context::may_end(document, span.end + 1);
        cut.then(|| with_class(document, span, readings))
    })
}

/// 浙江省|委: the segmenter knows the body that the name begins as one word.
fn begins_body(document: &Document, span: Span) -> bool {
    document
        .tokens
        .at(span.start)
        .is_some_and(|token| &*token.tag == "nt" && token.span.start == span.start && token.span.contains(span))
}

/// 江都市, 铜山县: a short form with the word for a class that the division has no more.
fn with_class(document: &Document, span: Span, readings: Vec<(&'static Division, Form)>) -> Candidate {
    let short = readings.iter().all(|&(division, form)| form != Form::Full && division.level != PlaceLevel::Province);
    let class = document.text.at(span.end);
    let doubt = doubt(document.text.slice(span), &readings);
    // 新建|市第三人民医院: nearly always the everyday word
    let named = short && doubt < Doubt::Most;
    if named && matches!(class, '县' | '市') && context::may_end(document, span.end + 1) {
        let readings = readings.into_iter().map(|(division, _)| (division, Form::Former)).collect();
        // 江都市 is written out, so it wants no further evidence
        return Candidate { span: Span::new(span.start, span.end + 1), readings, doubt: Doubt::None };
    }
    Candidate { span, readings, doubt }
}

fn doubt(name: &str, readings: &[(&'static Division, Form)]) -> Doubt {
    match EVERYDAY.get(name).and_then(|row| row.get(1)) {
        Some(&"most") => Doubt::Most,
        Some(_) => Doubt::Much,
        None if readings.iter().any(|&(_, form)| form == Form::Full) => Doubt::None,
        None if AREAS.contains(name) => Doubt::Much,
        None if readings
            .iter()
            .all(|&(division, form)| division.level == PlaceLevel::County || form == Form::Former) =>
        {
            Doubt::Some
        }
        None => Doubt::None,
    }
}

/// Whether right at `at` the full name of a division below one of `readings` begins: 上海市|长宁区.
fn child_follows(document: &Document, at: usize, readings: &[(&'static Division, Form)]) -> bool {
    let text = &document.text;
    let longest = DIVISIONS.longest_from(text.at(at), text.at(at + 1)).min(text.len().saturating_sub(at));
    (2..=longest).any(|length| {
        let below = DIVISIONS.named(text.slice(Span::new(at, at + length)));
        below.into_iter().any(|(child, form)| {
            form == Form::Full
                && readings.iter().any(|(division, _)| division.code != child.code && division.holds(child))
        })
    })
}

/// What a document as a whole says about the names in it.
pub struct Evidence<'a> {
    /// The document's own region.
    pub region: Option<&'a Region>,
    /// Codes of all divisions that a full name means.
    pub full: HashSet<&'static str>,
    /// Codes of all divisions named beyond doubt.
    pub sure: HashSet<&'static str>,
}

impl<'a> Evidence<'a> {
    /// Gathers it from `candidates`.
    pub fn new(candidates: &[Candidate], region: Option<&'a Region>) -> Self {
        let sure = |candidate: &&Candidate| candidate.doubt == Doubt::None;
        let codes = |full: bool| {
            let chosen = candidates.iter().filter(sure).filter(move |candidate| !full || candidate.is_full());
            chosen.filter_map(Candidate::only).map(|division| division.code).collect()
        };
        Self { region, full: codes(true), sure: codes(false) }
    }

    /// Which division `candidate` means, given the division right before it (江苏省|徐州市|鼓楼区) and whether
    /// it stands in a list of counties.
    pub fn choose(&self, candidate: &Candidate, above: Option<&'static Division>, counties: bool) -> &'static Division {
        let rank = |&(division, form): &(&'static Division, Form)| {
            let chained = above.is_some_and(|above| above.code != division.code && above.holds(division));
            let own = self.region.map_or(0, |region| region.nearness(division));
            let parent_named = division.parent().is_some_and(|parent| self.sure.contains(parent.code));
            (
                std::cmp::Reverse(chained),
                division.level != PlaceLevel::Province,
                std::cmp::Reverse(own),
                counties && division.level != PlaceLevel::County,
                form as u8,
                division.level,
                !self.full.contains(division.code),
                !parent_named,
            )
        };
        let best = candidate.readings.iter().min_by_key(|reading| rank(reading));
        best.map_or(&DIVISIONS.list()[0], |&(division, _)| division)
    }

    /// Whether another division of the same name would fit as well, so that no code can be given.
    pub fn is_open(&self, candidate: &Candidate, chosen: &Division, chained: bool) -> bool {
        let same =
            || candidate.readings.iter().filter(|(other, _)| other.code != chosen.code && other.level == chosen.level);
        let known = chained
            || self.region.is_some_and(|region| region.nearness(chosen) > 0)
            || chosen.parent().is_some_and(|parent| self.sure.contains(parent.code));
        !known && same().next().is_some()
    }

    /// Whether the text bears out that `candidate` is a place and means `division`.
    pub fn holds(&self, document: &Document, candidate: &Candidate, division: &Division, beside: bool) -> bool {
        let near = self.region.map_or(0, |region| region.nearness(division));
        let written_out = self.full.contains(division.code);
        let area = AREAS.get(document.text.slice(candidate.span)).and_then(|row| row.get(1).copied());
        let own = near > 1 && area != Some("nature") && self.region.is_some_and(|region| region.prefecture.is_some());
        if candidate.doubt != Doubt::None && !own && !self.full.contains(division.code) && area.is_some() {
            return false;
        }
        let stands = || beside || context::calls_for_place(document, candidate.span);
        if candidate.doubt == Doubt::Some && !beside && context::follows_surname(document, candidate.span) {
            return false;
        }
        match candidate.doubt {
            Doubt::None => true,
            Doubt::Some => near > 0 || written_out || stands() || context::is_place_token(document, candidate.span),
            Doubt::Much => (near > 1 || written_out) || stands() && (near > 0 || beside),
            Doubt::Most => (near > 1 || written_out) && stands() && beside,
        }
    }
}

/// The rule that found a name.
pub fn rule(candidate: &Candidate, division: &Division) -> Rule {
    match candidate.readings.iter().find(|(other, _)| other.code == division.code).map(|&(_, form)| form) {
        Some(Form::Full) | None => "place/division",
        Some(Form::Short) => "place/division-short",
        Some(Form::Former) => "place/division-former",
    }
}
