//! Short names of firms that the text names in full somewhere: 云帆装备 for 白石市云帆装备股份有限公司.

use super::brands::TRADES;
use super::walk::{Walker, Worth};
use super::words::CLASSES;
use crate::analysis::{OrganizationKind, Span};
use crate::lexicon::Filter;
use crate::recognize::OrganizationMention;
use crate::segment::Token;
use rustc_hash::FxHashMap as HashMap;

/// What may stand for the form.
const SHORT_FORMS: [&str; 4] = ["集团公司", "集团", "公司", "股份"];
/// No more firms than this are followed through a document.
const MOST: usize = 64;
/// The words of a firm that a short name may consist of.
const WORDS: std::ops::RangeInclusive<usize> = 3..=14;
/// A short name that is less than all the words has at least so many characters, a brand before the word for the form two.
const LEAST: usize = 4;
const BRAND: usize = 2;

/// The words of a firm's name without its place and its form.
struct Stem<'a> {
    words: &'a [char],
    full: String,
}

/// The short names of the firms among `bodies` all over the text.
pub fn recognize(walker: &Walker, bodies: &[OrganizationMention]) -> Vec<OrganizationMention> {
    let document = walker.document();
    let text = &document.text;
    let stems = stems(walker, bodies);
    let mut firsts: Filter<64> = Filter::default();
    let mut by_pair: HashMap<&[char], Vec<usize>> = HashMap::default();
    for (index, stem) in stems.iter().enumerate() {
        if let [first, _, ..] = stem.words {
            firsts.add(*first as u32);
            by_pair.entry(&stem.words[..BRAND]).or_default().push(index);
        }
    }
    let mut found = Vec::new();
    if stems.is_empty() {
        return found;
    }
    for (at, char) in text.chars().iter().enumerate() {
        if !firsts.may_have(*char as u32) {
            continue;
        }
        let Some(candidates) = text.chars().get(at..at + BRAND).and_then(|pair| by_pair.get(pair)) else { continue };
        let ends = candidates.iter().filter_map(|&index| Some((end_of(walker, at, &stems[index])?, index)));
        let Some((end, index)) = ends.max_by_key(|(end, index)| (*end, std::cmp::Reverse(*index))) else { continue };
        let stem = &stems[index];
        found.push(OrganizationMention {
            span: Span::new(at, end),
            full: Some(stem.full.clone()),
            kind: OrganizationKind::Company,
            generic: false,
            rule: "organization/short",
        });
    }
    found
}

/// The firms among `bodies` whose names leave a stem.
fn stems<'a>(walker: &Walker<'a>, bodies: &'a [OrganizationMention]) -> Vec<Stem<'a>> {
    let text = &walker.document().text;
    let mut stems: Vec<Stem> = Vec::new();
    for owner in bodies.iter().filter(|body| body.kind == OrganizationKind::Company && body.full.is_none()) {
        let name = text.slice(owner.span);
        let Some(form) = CLASSES.form.iter().find(|form| name.ends_with(**form)) else { continue };
        let end = owner.span.end - form.chars().count();
        let place = (owner.span.start + 2..end.min(owner.span.start + 6))
            .rev()
            .find(|&at| walker.place_before(at) == Some(owner.span.start));
        // a town that no list knows: 白石市|云帆装备
        let town = || {
            let at = owner.span.start + 2;
            let named = matches!(text.at(at), '市' | '县' | '区' | '省') && at + 4 <= end;
            let known = |token: &&Token| token.span.start == at && token.span.len() > 1 && &*token.tag != "x";
            let word = walker.document().tokens.at(at).filter(known).is_some(); // 华宇|市政|工程
            (named && !word).then_some(at + 1)
        };
        let start = place.or_else(town).unwrap_or(owner.span.start);
        let known = walker.known_at(owner.span.start, end) || walker.known_at(start, end);
        // 城市建设, 农业发展 mean the thing itself all over a text
        let trade = TRADES.longest_before(text, end, end.saturating_sub(4).max(start + BRAND)).is_some();
        let own = trade || walker.worth(Span::new(start, end)) == Worth::Proper;
        let fits = |words: &&[char]| WORDS.contains(&words.len()) && !known && own;
        let Some(words) = text.chars().get(start..end).filter(fits) else { continue };
        if stems.len() < MOST && !stems.iter().any(|stem| stem.words == words) {
            stems.push(Stem { words, full: name.to_owned() });
        }
    }
    stems
}

/// Where the short name of `stem` that begins at `at` ends.
fn end_of(walker: &Walker, at: usize, stem: &Stem) -> Option<usize> {
    let document = walker.document();
    let text = &document.text;
    let here = text.chars().get(at..).unwrap_or_default();
    let same = here.iter().zip(stem.words).take_while(|(one, other)| one == other).count();
    let end = at + same;
    let form = SHORT_FORMS.iter().find(|form| text.starts_with(end, form)).map_or(0, |form| form.chars().count());
    let apart = document.tokens.is_boundary(at);
    let all = same == stem.words.len() && (apart || same > LEAST);
    let whole = all || same >= LEAST && apart && document.tokens.is_boundary(end);
    let branded = same >= BRAND && form > 0 && apart;
    (whole || branded).then_some(end + form)
}
