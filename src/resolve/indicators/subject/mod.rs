//! The region or body that an indicator is about.
//!
//! [`owners`] lists whom figures may belong to, [`topics`] says of whom each stretch of the text speaks.

mod owners;
mod topics;

use super::name::{Name, Part, measure_length};
use super::ranking::is_assessment;
use crate::analysis::{PlaceLevel, Span};
use crate::document::Document;
use crate::recognize::Mentions;
use crate::text::{Text, is_among};
use owners::{Class, Owners};
use topics::Topics;

/// Finds subjects.
pub struct Subjects {
    owners: Owners,
    topics: Topics,
    /// The region that the document is about.
    own: Option<String>,
}

impl Subjects {
    /// Reads whom the document speaks of.
    pub fn new(document: &Document, mentions: &Mentions) -> Self {
        let owners = Owners::new(document, mentions);
        let topics = Topics::new(document, mentions, &owners);
        let own = own_zone(document, &owners).or_else(|| own_region(document, mentions));
        Self { owners, topics, own }
    }

    /// The document's own region.
    pub fn own(&self) -> Option<&str> {
        self.own.as_deref()
    }

    /// Whose figure at `at` is that `name` names: the owner that the name begins with or follows, whom the text speaks
    /// of there, or the document's region.
    pub fn of(&self, document: &Document, at: usize, name: &Name) -> Option<String> {
        let named = name.parts.iter().find_map(|part| match part {
            Part::Text(span) => Some(*span),
            Part::Implied(_) => None,
        });
        let alone = named.filter(|span| {
            let assessed = is_assessment(document.text.slice(*span));
            !assessed && self.owners.within(*span).next().is_none()
        });
        if let Some(class) = alone.and_then(|name| whole_region(&document.text, name.start)) {
            let spoken_of = self.topics.at(at).and_then(|owner| self.owners.get(owner));
            let of_class =
                spoken_of.filter(|owner| owner.is_of_class(class) || owner.class == Class::Area && class == '区');
            return of_class.map(|owner| owner.name.clone()).or_else(|| self.own.clone());
        }
        let owner = named
            .and_then(|name| self.owners.leading(&document.text, name))
            .or_else(|| self.topics.at(at).and_then(|owner| self.owners.get(owner)));
        owner.map(|owner| owner.name.clone()).or_else(|| self.own.clone())
    }

    /// `name` without the owner at its front, who is the subject already: 经济开发区|营业收入. Things that have a name of
    /// their own keep it, as it tells what is measured: 大桥全长, 灵山荔枝产量; so does 徐工产值, of which too little would be left.
    pub fn unowned(&self, document: &Document, name: &Name) -> Name {
        let text = &document.text;
        let Some((Part::Text(first), others)) = name.parts.split_first() else { return name.clone() };
        let owner = self.owners.starting_at(first.start).and_then(|owner| self.owners.get(owner));
        let Some(owner) = owner.filter(|owner| owner.span.end < first.end) else { return name.clone() };
        let start = owner.span.end + usize::from(text.at(owner.span.end) == '的');
        let rest = Span::new(start, first.end);
        let tells = match owner.class {
            Class::Facility => ["机场", "港", "站", "码头"].iter().any(|end| owner.name.ends_with(end)),
            Class::Nature => false,
            Class::Area if PLACES.iter().any(|end| owner.name.ends_with(end)) => false, // 人均公园|绿地面积
            Class::Division => {
                is_among(text.before(owner.span.end), "省市县区州旗镇乡") && measure_length(text, rest) > 1
            }
            _ => measure_length(text, rest) > 1 || rest.len() >= TELLING,
        };
        let joined =
            is_among(text.before(first.start), "与和同对向、") || is_among(text.at(start), "等及和与之、至到占");
        let whole = rest.len() >= SHORTEST && document.tokens.is_boundary(start);
        if tells && whole && !joined { Name::of(&[rest]).then(&Name { parts: others.to_vec() }) } else { name.clone() }
    }
}

/// The class of the division that 全市 or 我县 at `at` means: 某公司带动|全市|葡萄种植面积….
fn whole_region(text: &Text, at: usize) -> Option<char> {
    let class = text.at(at + 1);
    (matches!(text.at(at), '全' | '我') && is_among(class, "省市县区州旗镇乡村")).then_some(class)
}

/// What the names of areas end with that are no bodies which could own figures.
const PLACES: [&str; 6] = ["公园", "服务区", "社区", "小区", "景区", "库区"];

/// No measure that stands alone is shorter: 总收入.
const SHORTEST: usize = 3;

/// So many characters behind an owner say what is measured, even where no list knows the measure.
const TELLING: usize = 4;

/// The zone that the title, or the line of dashes below it, begins with: ——某某工业区高质量发展综述.
fn own_zone(document: &Document, owners: &Owners) -> Option<String> {
    const ZONES: [&str; 5] = ["园区", "开发区", "工业区", "高新区", "新区"];
    let title = document.header.title?;
    let zone = |at: usize| {
        let owner = owners.starting_at(at).and_then(|owner| owners.get(owner))?;
        (owner.class == Class::Area && ZONES.iter().any(|end| owner.name.ends_with(end))).then(|| owner.name.clone())
    };
    zone(title.start).or_else(|| zone(document.header.subtitle?.start))
}

/// The division named in the title, else the one that the reading of the places found, else one that the title begins with, else
/// the one named most.
fn own_region(document: &Document, mentions: &Mentions) -> Option<String> {
    let divisions = || {
        let wanted = [PlaceLevel::Prefecture, PlaceLevel::County, PlaceLevel::Province];
        mentions.places.iter().filter(move |place| wanted.contains(&place.level))
    };
    let title = document.header.title;
    let named = |line: Option<Span>| divisions().find(|place| line.is_some_and(|line| line.contains(place.span)));
    if let Some(place) = named(title).or_else(|| named(document.header.subtitle)) {
        return Some(place.full.clone());
    }
    if let Some(own) = mentions.region.filter(|region| region.sure).and_then(|region| region.own()) {
        return Some(own.name.to_owned());
    }
    if let Some(name) = title.and_then(|title| division_at_start(document.text.given_slice(title))) {
        return Some(name);
    }
    let mut counts: std::collections::BTreeMap<&str, (usize, usize)> = std::collections::BTreeMap::new();
    for place in divisions().filter(|place| place.span.len() > 1) {
        let entry = counts.entry(&place.full).or_insert((0, place.span.start));
        entry.0 += 1;
    }
    let best = counts.into_iter().max_by_key(|(_, (count, first))| (*count, std::cmp::Reverse(*first)));
    best.map(|(name, _)| name.to_owned())
}

/// The division that a title starts with, also one that no gazetteer knows: 某某市2023年….
fn division_at_start(title: &str) -> Option<String> {
    const LONGEST: usize = 5; // 某某在部分县市区调研 begins with none
    let name: Vec<char> = title.chars().take(LONGEST).collect();
    let end = name.iter().position(|char| matches!(char, '市' | '县' | '縣' | '区' | '區' | '省' | '州' | '旗'))?;
    let proper = end >= 2 && name.iter().take(end).all(|char| crate::text::is_han(*char));
    let generic = matches!(name.first(), Some('全' | '我' | '本' | '各' | '在' | '关' | '省' | '国'));
    (proper && !generic).then(|| name.iter().take(end + 1).collect())
}
