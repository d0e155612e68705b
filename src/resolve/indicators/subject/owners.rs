//! Whom figures may belong to: divisions, zones, firms, institutions, facilities.

use crate::analysis::{OrganizationKind, PlaceLevel, Span};
use crate::document::Document;
use crate::recognize::{Mentions, PlaceMention};
use crate::text::{Text, is_among};
use rustc_hash::FxHashMap as HashMap;

/// What sort of owner: what a later 该公司, 学校 or 全区 may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A division of any level.
    Division,
    /// A zone, a park, an economic region.
    Area,
    /// A river, a lake, a mountain.
    Nature,
    /// A firm or a bank.
    Firm,
    /// A school, a university.
    School,
    /// A hospital.
    Clinic,
    /// Any other body that does not govern.
    Body,
    /// A facility or a project.
    Facility,
}

/// An owner whose name is longer is not looked for behind another in a list.
const LONGEST: usize = 20;

/// One mention of an owner.
#[derive(Debug, Clone)]
pub struct Owner {
    /// Where it is named.
    pub span: Span,
    /// Its full name.
    pub name: String,
    /// What sort.
    pub class: Class,
}

impl Owner {
    /// Whether it is a division of the class that 全县, 该区 name.
    pub fn is_of_class(&self, class: char) -> bool {
        self.class == Class::Division && self.name.ends_with(class)
    }
}

/// All owners of a document.
pub struct Owners {
    /// In the text's order; those that stand inside a post behind the others.
    list: Vec<Owner>,
    /// How many of them stand in the text on their own.
    free: usize,
    /// Whom a person speaks for, by the person's name.
    by_person: HashMap<String, usize>,
}

impl Owners {
    /// Reads the mentions of a document.
    pub fn new(document: &Document, mentions: &Mentions) -> Self {
        let mut list = named(document, mentions);
        list.sort_by_key(|owner| (owner.span, owner.class == Class::Facility));
        list.dedup_by_key(|owner| owner.span);
        let free = list.len();
        let by_person = speakers(document, mentions, &mut list);
        Self { list, free, by_person }
    }

    /// The owner with this number.
    pub fn get(&self, number: usize) -> Option<&Owner> {
        self.list.get(number)
    }

    /// The numbers of the owners that are named inside `span`, in order.
    pub fn within(&self, span: Span) -> impl Iterator<Item = usize> + '_ {
        let free = &self.list[..self.free];
        let first = free.partition_point(|owner| owner.span.start < span.start);
        let inside = free[first..].iter().take_while(move |owner| owner.span.start < span.end);
        inside.enumerate().filter(move |(_, owner)| owner.span.end <= span.end).map(move |(at, _)| first + at)
    }

    /// The numbers of the owners that are named from `start` to `at`, the last one first.
    pub fn before(&self, at: usize, start: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.list[..self.free].partition_point(|owner| owner.span.start < at);
        (0..end).rev().take_while(move |&owner| self.list[owner].span.start >= start)
    }

    /// The longest owner that is named right at `at`.
    pub fn starting_at(&self, at: usize) -> Option<usize> {
        let free = &self.list[..self.free];
        let first = free.partition_point(|owner| owner.span.start < at);
        let same = free[first..].iter().take_while(|owner| owner.span.start == at).count();
        (same > 0).then(|| first + same - 1)
    }

    /// The owner that `name`, words of the text, begins with, or that stands right before it.
    pub fn leading(&self, text: &Text, name: Span) -> Option<&Owner> {
        // 与某市|签约项目: the other side
        let other_side = |at: usize| is_among(text.before(at), "与同向对");
        if other_side(name.start) || self.is_listed(text, name.start) {
            return None; // 沛县、丰县|完成投资: of several
        }
        if let Some(owner) = self.starting_at(name.start).and_then(|at| self.get(at)) {
            return (owner.span.end <= name.end).then_some(owner);
        }
        let free = &self.list[..self.free];
        let before = free.partition_point(|owner| owner.span.start < name.start).checked_sub(1)?;
        let owner = free.get(before)?;
        let end = if text.at(owner.span.end) == '的' { owner.span.end + 1 } else { owner.span.end };
        (end == name.start && !other_side(owner.span.start)).then_some(owner)
    }

    /// Whether the owner at `at` stands in a list with another.
    fn is_listed(&self, text: &Text, at: usize) -> bool {
        let joint = |at: usize| matches!(text.at(at), '、' | '和' | '与' | '及');
        let owner = self.starting_at(at).and_then(|owner| self.get(owner));
        let next = owner.is_some_and(|owner| joint(owner.span.end) && self.starting_at(owner.span.end + 1).is_some());
        let before = at > 0
            && joint(at - 1)
            && self.before(at, at.saturating_sub(1 + LONGEST)).any(|owner| self.list[owner].span.end + 1 == at);
        owner.is_some() && (next || before)
    }

    /// Whom the person of this name speaks for.
    pub fn of_person(&self, name: &str) -> Option<usize> {
        self.by_person.get(name).copied()
    }
}

/// Whom each person speaks for, by their posts: the narrowest division among those, nobody where one is of the document's own
/// region (市委副书记、市长). The owners that the posts name are added to `list`.
fn speakers(document: &Document, mentions: &Mentions, list: &mut Vec<Owner>) -> HashMap<String, usize> {
    let inside = Inside::new(document, mentions);
    let mut of_post: HashMap<usize, Option<(usize, u8)>> = HashMap::default();
    let mut by_person: HashMap<String, Speaks> = HashMap::default();
    for person in &mentions.people {
        for &post in &person.posts {
            let Some(span) = mentions.posts.get(post).map(|post| post.span) else { continue };
            let speaks = by_person.entry(person.name.clone()).or_insert(Speaks::Unknown);
            let owner = *of_post.entry(post).or_insert_with(|| {
                let (owner, rank) = inside.owner_of(span)?;
                list.push(owner);
                Some((list.len() - 1, rank))
            });
            // 鲅鱼圈区委副书记、区长: the second post is of the first one's district
            if leads_region(document.text.slice(span)) && *speaks == Speaks::Unknown {
                *speaks = Speaks::ForRegion;
            }
            *speaks = match (*speaks, owner) {
                (Speaks::Unknown, Some((owner, rank))) => Speaks::For(owner, rank),
                (Speaks::For(_, kept), Some((owner, rank))) if rank >= kept => Speaks::For(owner, rank),
                (speaks, _) => speaks,
            };
        }
    }
    let known = |(name, speaks): (String, Speaks)| match speaks {
        Speaks::For(owner, _) => Some((name, owner)),
        Speaks::Unknown | Speaks::ForRegion => None,
    };
    by_person.into_iter().filter_map(known).collect()
}

/// Whom a person speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Speaks {
    Unknown,
    /// The document's own region.
    ForRegion,
    /// The owner with this number, and how surely.
    For(usize, u8),
}

/// 市长, 市委副书记: at the head of the document's own region.
fn leads_region(post: &str) -> bool {
    let own = post.starts_with(['市', '县', '区', '州', '省', '代']);
    own && ["书记", "市长", "县长", "区长", "州长", "省长"].iter().any(|end| post.ends_with(end))
}

/// The owners that are named on their own.
fn named(document: &Document, mentions: &Mentions) -> Vec<Owner> {
    let mut list: Vec<Owner> = Vec::new();
    for place in &mentions.places {
        if !place.nested && place.level != PlaceLevel::Country && place.span.len() > 1 {
            list.push(Owner { span: place.span, name: place.full.clone(), class: of_place(place.level, &place.full) });
        }
    }
    for body in mentions.organizations.iter().filter(|body| !body.generic) {
        if let Some(class) = of_body(body.kind) {
            let name = body.full.clone().unwrap_or_else(|| document.text.given_slice(body.span).to_owned());
            list.push(Owner { span: body.span, name, class });
        }
    }
    for facility in &mentions.facilities {
        let name = facility.full.clone().unwrap_or_else(|| document.text.given_slice(facility.span).to_owned());
        let class = if name.ends_with(PARKS) { Class::Area } else { Class::Facility };
        list.push(Owner { span: facility.span, name, class });
    }
    list
}

/// What the names of parks and zones end with.
const PARKS: [char; 4] = ['园', '区', '城', '带'];

const fn narrowness(level: PlaceLevel) -> u8 {
    match level {
        PlaceLevel::Country | PlaceLevel::Province => 0,
        PlaceLevel::Prefecture => 1,
        PlaceLevel::Other => 2,
        PlaceLevel::County | PlaceLevel::Township | PlaceLevel::Village => 3,
    }
}

fn of_place(level: PlaceLevel, name: &str) -> Class {
    match level {
        PlaceLevel::Other if name.ends_with(PARKS) => Class::Area,
        PlaceLevel::Other if name.ends_with("水库") => Class::Facility, // 总库容…,年供水量…
        PlaceLevel::Other => Class::Nature,
        _ => Class::Division,
    }
}

/// The class of a body; None for those that govern, whose counts are their region's, and for those that only report.
const fn of_body(kind: OrganizationKind) -> Option<Class> {
    match kind {
        OrganizationKind::Party
        | OrganizationKind::Government
        | OrganizationKind::Congress
        | OrganizationKind::Media => None,
        OrganizationKind::Company | OrganizationKind::Bank => Some(Class::Firm),
        OrganizationKind::Education => Some(Class::School),
        OrganizationKind::Health => Some(Class::Clinic),
        OrganizationKind::Research | OrganizationKind::Social | OrganizationKind::Other => Some(Class::Body),
    }
}

/// Places and bodies that posts name: 邗江区委书记, 某某公司总经理.
struct Inside<'a> {
    document: &'a Document,
    mentions: &'a Mentions,
}

impl<'a> Inside<'a> {
    const fn new(document: &'a Document, mentions: &'a Mentions) -> Self {
        Self { document, mentions }
    }

    /// Whom the holder of the post at `post` speaks for, and how narrow that is.
    fn owner_of(&self, post: Span) -> Option<(Owner, u8)> {
        let bodies = &self.mentions.organizations;
        let first = bodies.partition_point(|body| body.span.start < post.start);
        let body = bodies.get(first).filter(|body| post.contains(body.span) && !body.generic);
        if let Some((body, class)) = body.and_then(|body| Some((body, of_body(body.kind)?))) {
            let name = body.full.clone().unwrap_or_else(|| self.document.text.given_slice(body.span).to_owned());
            return Some((Owner { span: body.span, name, class }, 2));
        }
        let places = &self.mentions.places;
        let first = places.partition_point(|place| place.span.start < post.start);
        let inside = places[first..].iter().take_while(|place| place.span.start < post.end);
        let places = inside.filter(|place| place.span.end <= post.end && place.level != PlaceLevel::Country);
        let owner = |place: &PlaceMention| {
            let class = of_place(place.level, &place.full);
            (Owner { span: place.span, name: place.full.clone(), class }, narrowness(place.level))
        };
        // the last one is the narrowest: 徐州市铜山区
        places.filter(|place| place.span.len() > 1).map(owner).filter(|(owner, _)| owner.class != Class::Nature).last()
    }
}
