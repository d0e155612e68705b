//! The document's own region: where 全市, 市委, 我省 are.

use super::divisions::{Candidate, Doubt};
use super::gazetteer::Division;
use crate::analysis::{PlaceLevel, Span};
use crate::document::Document;
use std::collections::BTreeMap;

/// The region a document is about, down to the level that it is sure of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// Its province.
    pub province: Option<&'static Division>,
    /// Its prefecture; None for a document of a province or of a county right below one.
    pub prefecture: Option<&'static Division>,
    /// Its county, where the document is a county's own.
    pub county: Option<&'static Division>,
    /// Whether more than a single short form, perhaps of a zone elsewhere, speaks for it.
    pub sure: bool,
}

impl Region {
    /// The narrowest division that is known.
    pub fn own(&self) -> Option<&'static Division> {
        self.county.or(self.prefecture).or(self.province)
    }

    /// The division that 省, 市, 县, 区, 州, 盟, 旗 or 自治区 stands for in this document (市委 → 徐州市).
    pub fn of_class(&self, class: &str) -> Option<&'static Division> {
        let ends = |division: &&'static Division| division.name.ends_with(class);
        match class {
            "省" | "自治区" => self.province.filter(ends),
            _ => self.county.filter(ends).or(self.prefecture.filter(ends)).or(self.province.filter(ends)),
        }
    }

    /// Whether its province is a city: 上海市.
    pub fn is_city(&self) -> bool {
        self.province.is_some_and(|province| province.name.ends_with('市'))
    }

    /// 3 for the region itself and what lies in its narrowest part or right around it, 1 for the same province, 0 for elsewhere.
    pub fn nearness(&self, division: &Division) -> u8 {
        let within = |above: Option<&'static Division>| above.is_some_and(|above| above.holds(division));
        if self.county.is_some_and(|county| county.code == division.code) {
            3
        } else if within(self.prefecture) || self.prefecture.is_none() && within(self.province) {
            2
        } else {
            u8::from(within(self.province))
        }
    }
}

/// How often words of one level stand in the text: 全市, 我市, 市委, 市政府.
fn own_words(document: &Document, class: char) -> usize {
    let text = &document.text;
    let levels = text.chars().iter().enumerate().filter(|(_, char)| **char == class);
    let of = |at: usize| {
        let own = matches!(text.before(at), '全' | '我');
        let body = text.at(at + 1) == '委' || text.at(at + 1) == '政' && text.at(at + 2) == '府';
        usize::from(own) + usize::from(body)
    };
    levels.map(|(at, _)| of(at)).sum()
}

/// The weight of one full name in the text.
const SURE: usize = 2;

/// Reads the region from the title, the source and how often names stand in the text.
pub fn region(document: &Document, candidates: &[Candidate]) -> Option<Region> {
    if is_of_unknown(document, candidates) {
        return None;
    }
    let mut weights: BTreeMap<&'static str, (&'static Division, usize)> = BTreeMap::new();
    for candidate in candidates.iter().filter(|candidate| candidate.doubt < Doubt::Much) {
        let Some(division) = candidate.only() else { continue };
        let full = if document.text.slice(candidate.span) == division.name { 2 } else { 1 };
        weights.entry(division.code).or_insert((division, 0)).1 += full * weight(document, candidate.span);
    }
    let provinces = rolled_up(&weights, |division| division.province());
    let total: usize = provinces.values().map(|&(_, weight)| weight).sum();
    let (province, in_province) = heaviest(&provinces)?;
    if in_province * 3 < total {
        return None;
    }
    let inside = |above: &'static Division| {
        let kept =
            weights.iter().filter(move |(_, (division, _))| above.holds(division) && above.code != division.code);
        kept.map(|(&code, &pair)| (code, pair)).collect::<BTreeMap<_, _>>()
    };
    let prefectures = rolled_up(&inside(province), |division| division.prefecture());
    let prefecture = heaviest(&prefectures).filter(|&(_, weight)| weight * 5 >= in_province * 2);
    let around = prefecture.map_or((province, in_province), |pair| pair);
    let counties = inside(around.0);
    let county = heaviest(&counties).filter(|&(county, weight)| is_own_county(document, county, weight, around.1));
    let pick = |pair: Option<(&'static Division, usize)>| pair.map(|(division, _)| division);
    let sure = in_province >= SURE;
    Some(Region { province: Some(province), prefecture: pick(prefecture), county: pick(county), sure })
}

/// Whether the title begins with a city or county that the gazetteer does not know and that the text names again:
/// what else it names is then not where 全市 is.
fn is_of_unknown(document: &Document, candidates: &[Candidate]) -> bool {
    let Some(title) = document.header.title else { return false };
    let text = &document.text;
    let Some(last) = (title.start + 2..title.end.min(title.start + 4)).find(|&at| matches!(text.at(at), '市' | '县'))
    else {
        return false;
    };
    let name = Span::new(title.start, last + 1);
    let known = candidates.iter().any(|candidate| candidate.span.overlaps(name));
    let words = text.slice(name);
    let common = words.starts_with(['全', '我', '本', '各', '省']) || words.ends_with("城市");
    !known && !common && text.normal().matches(words).nth(1).is_some()
}

/// A county is the document's own where it bears most of the weight and the text speaks of 全县, 全区 or of one city.
fn is_own_county(document: &Document, county: &Division, weight: usize, around: usize) -> bool {
    if county.level != PlaceLevel::County {
        return false;
    }
    let Some(class) = county.name.chars().next_back() else { return false };
    let own = own_words(document, class);
    let city = if class == '市' { 0 } else { own_words(document, '市') };
    weight * 5 >= around * 3 && own > city
}

/// Weights added up by the division above that `above` gives.
fn rolled_up(
    weights: &BTreeMap<&'static str, (&'static Division, usize)>,
    above: impl Fn(&Division) -> Option<&'static Division>,
) -> BTreeMap<&'static str, (&'static Division, usize)> {
    let mut sums = BTreeMap::new();
    for &(division, weight) in weights.values() {
        if let Some(above) = above(division) {
            sums.entry(above.code).or_insert((above, 0)).1 += weight;
        }
    }
    sums
}

fn heaviest(weights: &BTreeMap<&'static str, (&'static Division, usize)>) -> Option<(&'static Division, usize)> {
    weights.values().copied().max_by_key(|&(division, weight)| (weight, std::cmp::Reverse(division.code)))
}

/// A name in the title or the source says more than one in the text.
fn weight(document: &Document, span: Span) -> usize {
    let header = &document.header;
    if [header.title, header.subtitle].into_iter().flatten().any(|title| title.contains(span)) {
        8
    } else if header.source.is_some_and(|source| source.contains(span)) {
        12
    } else if document.text.starts_with(span.end, "日报") || document.text.starts_with(span.end, "晚报") {
        6
    } else {
        1
    }
}
