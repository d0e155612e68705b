//! Towns, townships, subdistricts and villages.

use super::divisions::Evidence;
use super::edge::Ends;
use super::gazetteer::DIVISIONS;
use super::words::CLASSES;
use super::{PlaceMention, Rule, context};
use crate::analysis::{PlaceLevel, Span};
use crate::document::Document;
use crate::lexicon::both;
use crate::text::{is_among, is_han};
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

/// Names of the list that hardly ever mean the township.
const NOT_TOWNS: [&str; 4] = ["小城镇", "中心镇", "卫星镇", "小村镇"];

/// Words for the class of a township, longest first.
const KINDS: [&str; 6] = ["街道", "苏木", "民族乡", "镇", "乡", "办事处"];

/// Townships in full (窑湾镇) and, near the document's own region, in short (窑湾).
pub fn townships(document: &Document, ends: &Ends, evidence: &Evidence) -> Vec<PlaceMention> {
    let near = Near::new(document, evidence);
    let mut places = Vec::new();
    for at in 0..document.text.len() {
        if !matches!(document.text.at(at), '街' | '苏' | '民' | '镇' | '乡') {
            continue;
        }
        let class = KINDS.iter().find(|class| document.text.starts_with(at, class));
        if let Some(class) = class.filter(|class| **class != "办事处") {
            let end = at + class.chars().count();
            places.extend(in_full(document, ends, &near, at, end));
        }
    }
    places.extend(in_short(document, ends, &near));
    places
}

/// The townships around the document's own region, by full and by short name.
struct Near {
    full: HashMap<String, String>,
    short: HashMap<String, (String, String)>,
    /// The two characters that short names begin with.
    begins: HashSet<u64>,
}

impl Near {
    fn new(document: &Document, evidence: &Evidence) -> Self {
        let mut near = Self { full: HashMap::default(), short: HashMap::default(), begins: HashSet::default() };
        let around = evidence
            .region
            .and_then(|region| region.prefecture.or(region.county).or(region.province.filter(|_| region.is_city())));
        let Some(around) = around else { return near };
        for (name, code) in document.gazetteer.townships_in(around.prefix()) {
            near.full.insert(name.to_owned(), code.to_owned());
            let short = KINDS.iter().find_map(|class| name.strip_suffix(class)).unwrap_or(name);
            if short.chars().count() >= 2 && DIVISIONS.named(short).next().is_none() {
                let mut chars = short.chars();
                near.begins.extend(chars.next().zip(chars.next()).map(|(first, second)| both(first, second)));
                near.short.insert(short.to_owned(), (name.to_owned(), code.to_owned()));
            }
        }
        near
    }
}

/// 窑湾镇: the longest name of the gazetteer that ends at `end`, else an unknown one with evidence.
fn in_full(document: &Document, ends: &Ends, near: &Near, class: usize, end: usize) -> Option<PlaceMention> {
    let text = &document.text;
    if !context::may_end(document, end) && !text.starts_with(end, "党") {
        return None;
    }
    let floor = class.saturating_sub(10);
    let starts = (floor..class).rev().take_while(|&at| is_han(text.at(at)) || text.at(at) == '·').collect::<Vec<_>>();
    for &start in starts.iter().rev().filter(|&&start| start < class) {
        let span = Span::new(start, end);
        let name = text.slice(span);
        let chained = ends.contains_key(&start);
        if let Some(code) = near.full.get(name) {
            if chained || context::may_begin(document, start) || span.len() >= 4 {
                return Some(mention(name.to_owned(), Some(code.clone()), span, "place/township"));
            }
        } else if (chained || context::may_begin(document, start)) && span.len() >= 3 {
            if !chained && is_everyday(document, Span::new(start, class)) || NOT_TOWNS.contains(&name) {
                continue;
            }
            let mut codes = document.gazetteer.townships_named(name);
            let first = codes.next();
            if let Some(first) = first {
                let inside = ends.get(&start).and_then(|&above| within(document, Span::new(above, start), name));
                let code = inside.or_else(|| codes.next().is_none().then(|| first.to_owned()));
                return Some(mention(name.to_owned(), code, span, "place/township"));
            }
        }
    }
    unknown(document, ends, class, end)
}

/// A township that no list knows: right behind its county, or in a list with another.
fn unknown(document: &Document, ends: &Ends, class: usize, end: usize) -> Option<PlaceMention> {
    const COMMON: &str = "小城乡集重古村名强心各全色型个些之立富活稳兴靓惠";
    let text = &document.text;
    let listed = |start: usize| {
        let before = text.before(start) == '、' && matches!(text.before(start - 1), '镇' | '乡' | '道');
        let mut behind = (end + 2..=end + 5).map(|at| text.at(at));
        before || text.at(end) == '、' && behind.any(|char| matches!(char, '镇' | '乡'))
    };
    let start = (2..=3).filter_map(|length| class.checked_sub(length)).find(|&start| {
        let stem = Span::new(start, class);
        let proper = context::may_begin(document, start) && !is_everyday(document, stem) && is_namelike(document, stem);
        // 金坛|区直溪镇: the county goes on
        let inside = is_among(text.at(start), "市区县州旗") && ends.contains_key(&(start + 1));
        !inside
            && (start..class).all(|at| is_han(text.at(at)))
            && (ends.get(&start).is_some_and(|&place| is_division(document, place, start)) || proper && listed(start))
    })?;
    let span = Span::new(start, end);
    let common = is_among(text.before(class), COMMON) || NOT_TOWNS.contains(&text.slice(span));
    (!common).then(|| mention(text.slice(span).to_owned(), None, span, "place/township-unlisted"))
}

/// The code of the township `name` within the division that is named right before it.
fn within(document: &Document, above: Span, name: &str) -> Option<String> {
    let prefixes: Vec<&str> =
        DIVISIONS.named(document.text.slice(above)).map(|(division, _)| division.prefix()).collect();
    let code =
        document.gazetteer.townships_named(name).find(|code| prefixes.iter().any(|prefix| code.starts_with(prefix)));
    code.map(str::to_owned)
}

/// 窑湾、小纪: short names within the document's own region, in a list with other places or before 等镇.
fn in_short(document: &Document, ends: &Ends, near: &Near) -> Vec<PlaceMention> {
    let mut hits: Vec<(Span, bool)> = Vec::new();
    let mut at = 0;
    while at < document.text.len() {
        if !near.begins.contains(&both(document.text.at(at), document.text.at(at + 1))) {
            at += 1;
            continue;
        }
        let hit = (2..=4.min(document.text.len() - at)).rev().map(|length| Span::new(at, at + length)).find(|&span| {
            near.short.contains_key(document.text.slice(span))
                && !CLASSES.other.starts(&document.text, span.end)
                && context::may_begin(document, span.start)
                && context::may_end(document, span.end)
        });
        match hit {
            Some(span) => {
                hits.push((span, is_namelike(document, span)));
                at = span.end;
            }
            None => at += 1,
        }
    }
    let starts: HashMap<usize, usize> = ends.iter().map(|(&end, &start)| (start, end)).collect();
    // a list that goes on with counties is no list of townships
    let other = |start: usize, end: usize| !is_division(document, start, end);
    let listed = |number: usize| {
        let (span, _) = hits[number];
        let neighbours = [number.checked_sub(1), Some(number + 1)].into_iter().flatten();
        let beside = neighbours.filter_map(|number| hits.get(number)).any(|&(other, namelike)| {
            let (first, second) = if other < span { (other, span) } else { (span, other) };
            namelike && is_list(document, first, second)
        });
        let left = is_list_mark(document.text.before(span.start))
            && ends.get(&(span.start - 1)).is_some_and(|&start| other(start, span.start - 1));
        let right = is_list_mark(document.text.at(span.end))
            && starts.get(&(span.end + 1)).is_some_and(|&end| other(span.end + 1, end));
        beside || left || right || ends.contains_key(&span.start)
    };
    let kept = (0..hits.len()).filter(|&number| hits[number].1 && listed(number));
    kept.filter_map(|number| {
        let span = hits[number].0;
        let (name, code) = near.short.get(document.text.slice(span))?;
        Some(mention(name.clone(), Some(code.clone()), span, "place/township-short"))
    })
    .collect()
}

fn is_division(document: &Document, start: usize, end: usize) -> bool {
    DIVISIONS.knows(document.text.slice(Span::new(start, end)))
}

fn is_list_mark(char: char) -> bool {
    char == '、'
}

fn is_list(document: &Document, first: Span, second: Span) -> bool {
    second.start == first.end + 1 && is_list_mark(document.text.at(first.end))
}

/// Whether the name before the word for the class is one everyday word: 公平镇, 团结乡.
fn is_everyday(document: &Document, stem: Span) -> bool {
    document.tokens.at(stem.start).is_some_and(|token| token.span == stem) && !is_namelike(document, stem)
}

/// Whether the words are no everyday word: a place, a person's name or nothing that the segmenter knows.
fn is_namelike(document: &Document, span: Span) -> bool {
    let Some(token) = document.tokens.at(span.start) else { return false };
    token.span != span || matches!(&*token.tag, "ns" | "nr" | "nz" | "nrt" | "nrfg" | "x")
}

fn mention(full: String, code: Option<String>, span: Span, rule: Rule) -> PlaceMention {
    let county = code.as_deref().and_then(|code| DIVISIONS.by_code(code.get(..6)?));
    let within = county.map(|county| county.name.to_owned());
    PlaceMention { span, full, level: PlaceLevel::Township, code, within, nested: false, rule }
}
