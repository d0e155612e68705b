//! The one place where mentions that overlap are decided.
//!
//! Seven tables compete for the words of a text. The rules, in the order in which they are applied:
//!
//! 1. What stands in page furniture or the by-line is nothing, save persons.
//! 2. The longer name wins; names inside longer names do not count again, save a school or a hospital whose building
//!    is named after it (县人民医院|综合楼).
//! 3. Of two names of one length the one higher in [`PRECEDENCE`] wins; a generic reference (市委) and a name
//!    of a person who has no post here lose to all.
//! 4. Two rows of one table may share one stretch (地铁3、4号线 is two facilities), but not overlap otherwise.
//! 5. A place inside a body, event, programme or post stays as context ([`PlaceMention::nested`]); inside a person's
//!    name it is none. Places inside places are the gazetteer's business and stay.
//! 6. Numbers inside a name that won are no quantities, times inside one are times `in_name`.

use crate::analysis::{OrganizationKind, Span};
use crate::document::Document;
#[cfg(doc)]
use crate::recognize::PlaceMention;
use crate::recognize::{Mentions, OrganizationMention};
use std::collections::BTreeMap;

/// The competing tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Table {
    Person,
    Place,
    Organization,
    Event,
    Code,
    Facility,
    Programme,
}

/// Who wins of two names that are equally long: the earlier.
const PRECEDENCE: [Table; 7] =
    [Table::Code, Table::Event, Table::Person, Table::Place, Table::Organization, Table::Facility, Table::Programme];

/// One mention that competes.
#[derive(Debug, Clone, Copy)]
struct Claim {
    span: Span,
    table: Table,
    index: usize,
    /// Loses to every other claim of its length.
    weak: bool,
    /// A school or a hospital, which counts beside the building that its name begins: 县人民医院|综合楼.
    housed: bool,
}

impl Claim {
    /// Sorts the stronger claim first; total, so that the outcome never depends on the order of the lists.
    fn rank(&self) -> (std::cmp::Reverse<usize>, bool, usize, usize, usize) {
        let place = PRECEDENCE.iter().position(|table| *table == self.table).unwrap_or(PRECEDENCE.len());
        (std::cmp::Reverse(self.span.len()), self.weak, place, self.span.start, self.index)
    }
}

/// The mentions that stand, all lists in the text's order.
pub fn settle(document: &Document, mentions: Mentions) -> Mentions {
    let mut settled = mentions;
    leave_furniture(document, &mut settled);
    let (winners, fates) = compete(claims(&settled));
    apply(&fates, &mut settled);
    nest_in_posts(&mut settled);
    quiet_inside(&winners, &mut settled);
    sort(&mut settled);
    settled
}

/// Drops what stands in furniture, save persons, posts and speech.
fn leave_furniture(document: &Document, found: &mut Mentions) {
    let outside = |span: Span| !document.header.is_furniture(span.start);
    found.quantities.retain(|mention| outside(mention.span));
    found.times.retain(|mention| outside(mention.span));
    found.places.retain(|mention| outside(mention.span));
    found.organizations.retain(|mention| outside(mention.span));
    found.facilities.retain(|mention| outside(mention.span));
    // 2024年1月23日在…第四次会议上: the line under a report's title says where it was given
    found.events.retain(|mention| outside(mention.span) || mention.rule == "event/session");
    found.codes.retain(|mention| outside(mention.span));
    found.programmes.retain(|mention| outside(mention.span));
    found.tasks.retain(|mention| outside(mention.span));
}

fn claims(found: &Mentions) -> Vec<Claim> {
    let mut claims = Vec::new();
    let housed = |body: &OrganizationMention| {
        matches!(body.kind, OrganizationKind::Education | OrganizationKind::Health) && !body.generic
    };
    let mut add = |table, index, span: Span, weak| {
        if !span.is_empty() {
            let housed = table == Table::Organization && housed(&found.organizations[index]);
            claims.push(Claim { span, table, index, weak, housed });
        }
    };
    for (index, person) in found.people.iter().enumerate() {
        add(
            Table::Person,
            index,
            person.span,
            person.posts.is_empty() && !person.byline && person.rule != "person/listed",
        );
    }
    for (index, place) in found.places.iter().enumerate() {
        // a reservoir is built: the facility of the same name stands before the water
        let built = place.rule == "place/nature" && place.full.ends_with("水库");
        add(Table::Place, index, place.span, place.nested || built);
    }
    for (index, body) in found.organizations.iter().enumerate() {
        add(Table::Organization, index, body.span, body.generic);
    }
    for (index, event) in found.events.iter().enumerate() {
        add(Table::Event, index, event.span, false);
    }
    for (index, code) in found.codes.iter().enumerate() {
        add(Table::Code, index, code.span, false);
    }
    for (index, facility) in found.facilities.iter().enumerate() {
        add(Table::Facility, index, facility.span, false);
    }
    for (index, programme) in found.programmes.iter().enumerate() {
        add(Table::Programme, index, programme.span, false);
    }
    crate::sorted::by_key(&mut claims, Claim::rank);
    claims
}

/// What becomes of a claim that lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Dropped,
    /// A place that stays as context.
    Nested,
}

/// Lets the claims in from the strongest; the winners by start, and the losers with their fates.
fn compete(claims: Vec<Claim>) -> (BTreeMap<usize, Claim>, Vec<(Claim, Fate)>) {
    let mut winners: BTreeMap<usize, Claim> = BTreeMap::new();
    let mut losers = Vec::new();
    for claim in claims {
        match rival(&winners, claim.span) {
            None => {
                winners.insert(claim.span.start, claim);
            }
            Some(winner) => {
                if let Some(fate) = against(claim, winner) {
                    losers.push((claim, fate));
                }
            }
        }
    }
    (winners, losers)
}

/// A winner that shares words with `span`. Winners never overlap, so only the last that starts before its end can.
fn rival(winners: &BTreeMap<usize, Claim>, span: Span) -> Option<Claim> {
    let (_, last) = winners.range(..span.end).next_back()?;
    last.span.overlaps(span).then_some(*last)
}

/// The fate of `claim` against a stronger one; None where both stand.
fn against(claim: Claim, winner: Claim) -> Option<Fate> {
    let inside = winner.span.contains(claim.span);
    match (claim.table, winner.table) {
        (Table::Place, Table::Place) => None,
        (Table::Place, Table::Person) => Some(Fate::Dropped),
        (Table::Place, _) if inside => Some(Fate::Nested),
        (Table::Organization, Table::Facility) if claim.housed && claim.span.start == winner.span.start => None,
        (loser, table) if loser == table && claim.span == winner.span => None,
        _ => Some(Fate::Dropped),
    }
}

/// Takes the losers out of their lists.
fn apply(fates: &[(Claim, Fate)], found: &mut Mentions) {
    for (claim, fate) in fates {
        if *fate == Fate::Nested
            && let Some(place) = found.places.get_mut(claim.index)
        {
            place.nested = true;
        }
    }
    drop_losers(&mut found.people, Table::Person, fates);
    drop_losers(&mut found.places, Table::Place, fates);
    drop_losers(&mut found.organizations, Table::Organization, fates);
    drop_losers(&mut found.events, Table::Event, fates);
    drop_losers(&mut found.codes, Table::Code, fates);
    drop_losers(&mut found.facilities, Table::Facility, fates);
    drop_losers(&mut found.programmes, Table::Programme, fates);
}

fn drop_losers<M>(list: &mut Vec<M>, table: Table, fates: &[(Claim, Fate)]) {
    let mut keep = vec![true; list.len()];
    for (claim, fate) in fates {
        if claim.table == table && *fate == Fate::Dropped {
            keep[claim.index] = false;
        }
    }
    let mut keep = keep.into_iter();
    list.retain(|_| keep.next().unwrap_or(true));
}

/// A place that stands inside a post is context: 徐州市 of 徐州市委书记.
fn nest_in_posts(found: &mut Mentions) {
    let mut posts: Vec<Span> = found.posts.iter().map(|post| post.span).collect();
    posts.sort();
    for place in &mut found.places {
        place.nested |= within(&posts, place.span);
    }
}

/// Whether one of the sorted `spans` holds all of `span`. Spans of a list seldom overlap: a few steps back suffice.
fn within(spans: &[Span], span: Span) -> bool {
    const STEPS: usize = 4;
    let after = spans.partition_point(|other| other.start <= span.start);
    spans[..after].iter().rev().take(STEPS).any(|other| other.contains(span))
}

/// Numbers and times inside names that won are not read on their own.
fn quiet_inside(winners: &BTreeMap<usize, Claim>, found: &mut Mentions) {
    let named = |span: Span| {
        rival(winners, span)
            .is_some_and(|winner| winner.span.contains(span) && !matches!(winner.table, Table::Person | Table::Place))
    };
    found.quantities.retain(|quantity| !named(quantity.span));
    for time in &mut found.times {
        time.in_name |= named(time.span);
    }
}

/// All lists in the text's order; the posts of persons keep pointing at the same posts.
fn sort(found: &mut Mentions) {
    crate::sorted::by_key(&mut found.quantities, |mention| mention.span);
    crate::sorted::by_key(&mut found.times, |mention| mention.span);
    crate::sorted::by_key(&mut found.places, |mention| mention.span);
    crate::sorted::by_key(&mut found.organizations, |mention| mention.span);
    crate::sorted::by_key(&mut found.facilities, |mention| mention.span);
    crate::sorted::by_key(&mut found.events, |mention| mention.span);
    crate::sorted::by_key(&mut found.codes, |mention| mention.span);
    crate::sorted::by_key(&mut found.programmes, |mention| mention.span);
    crate::sorted::by_key(&mut found.quotes, |mention| mention.span);
    crate::sorted::by_key(&mut found.tasks, |mention| mention.span);
    let mut order: Vec<usize> = (0..found.posts.len()).collect();
    crate::sorted::by_key(&mut order, |&index| found.posts[index].span);
    let mut moved = vec![0; order.len()];
    for (new, &old) in order.iter().enumerate() {
        moved[old] = new;
    }
    crate::sorted::by_key(&mut found.posts, |mention| mention.span);
    for person in &mut found.people {
        for post in &mut person.posts {
            *post = moved.get(*post).copied().unwrap_or(*post);
        }
    }
    crate::sorted::by_key(&mut found.people, |mention| mention.span);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognize::{EventMention, NameMention, OrganizationMention, PersonMention, PlaceMention, PostMention};
    use crate::testing::ANALYZER;

    /// Settles hand-made mentions over a text of one line; spans count its characters.
    fn settled(text: &str, mentions: &Mentions) -> Mentions {
        settle(&ANALYZER.read(text, &crate::Options::default()), mentions.clone())
    }

    fn place(start: usize, end: usize) -> PlaceMention {
        PlaceMention {
            span: Span::new(start, end),
            full: "兰州市".to_owned(),
            level: crate::analysis::PlaceLevel::Prefecture,
            code: None,
            within: None,
            nested: false,
            rule: "test/place",
        }
    }

    fn body(start: usize, end: usize, generic: bool) -> OrganizationMention {
        let kind = crate::analysis::OrganizationKind::Other;
        OrganizationMention { span: Span::new(start, end), full: None, kind, generic, rule: "test/body" }
    }

    fn name(start: usize, end: usize, full: Option<&str>) -> NameMention {
        NameMention { span: Span::new(start, end), full: full.map(str::to_owned), rule: "test/name" }
    }

    fn event(start: usize, end: usize) -> EventMention {
        EventMention { span: Span::new(start, end), full: None, days: None, place: None, rule: "test/event" }
    }

    #[test]
    fn the_longer_name_wins_and_its_place_stays_as_context() {
        let found = Mentions {
            places: vec![place(0, 2), place(8, 10)],
            organizations: vec![body(0, 4, false)],
            facilities: vec![name(0, 6, None)],
            ..Mentions::default()
        };
        let found = settled("兰州银行大厦位于兰州", &found);
        assert!(found.organizations.is_empty());
        assert_eq!(found.facilities.len(), 1);
        assert_eq!(found.places.iter().map(|place| place.nested).collect::<Vec<_>>(), [true, false]);
    }

    #[test]
    fn equal_stretches_go_by_precedence_and_generic_ones_lose() {
        let found = Mentions {
            organizations: vec![body(0, 4, false), body(5, 7, true)],
            facilities: vec![name(0, 4, None), name(5, 7, None)],
            ..Mentions::default()
        };
        let found = settled("云岭书院,市委", &found);
        assert_eq!(found.organizations.iter().map(|body| body.span).collect::<Vec<_>>(), [Span::new(0, 4)]);
        assert_eq!(found.facilities.iter().map(|name| name.span).collect::<Vec<_>>(), [Span::new(5, 7)]);
    }

    #[test]
    fn one_stretch_may_hold_two_rows_of_one_table() {
        let found = Mentions {
            facilities: vec![name(0, 7, Some("地铁3号线")), name(0, 7, Some("地铁4号线")), name(4, 7, None)],
            ..Mentions::default()
        };
        assert_eq!(settled("地铁3、4号线", &found).facilities.len(), 2);
    }

    #[test]
    fn what_an_event_holds_is_dropped() {
        let found = Mentions {
            organizations: vec![body(0, 2, true), body(10, 14, false)],
            events: vec![event(0, 9)],
            ..Mentions::default()
        };
        let found = settled("市委七届三次全会,市教育局", &found);
        assert_eq!(found.organizations.iter().map(|body| body.span.start).collect::<Vec<_>>(), [10]);
    }

    #[test]
    fn posts_keep_their_persons_when_lists_are_sorted() {
        let post = |start, end| PostMention {
            span: Span::new(start, end),
            when: crate::analysis::Tenure::Current,
            rule: "test/post",
        };
        let person = PersonMention {
            span: Span::new(5, 7),
            name: "张明".to_owned(),
            posts: vec![1],
            byline: false,
            rule: "test/person",
        };
        let found = Mentions {
            places: vec![place(0, 3)],
            posts: vec![post(8, 10), post(0, 5)],
            people: vec![person],
            ..Mentions::default()
        };
        let found = settled("兰州市市长张明,书记", &found);
        assert_eq!(found.posts[found.people[0].posts[0]].span, Span::new(0, 5));
        assert!(found.places[0].nested);
    }
}
