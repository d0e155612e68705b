//! The one place where mentions that overlap are decided.
//!
//! Seven tables compete for the words of a text. The rules, in the order in which they are applied:
//!
//! 1. What stands in page furniture or the by-line is nothing, save persons.
//! 2. The longer name wins; names inside longer names do not count again.
//! 3. Of two names of one length the one higher in [`PRECEDENCE`] wins; a generic reference (市委) and a name
//!    of a person who has no post here lose to all.
//! 4. Two rows of one table may share one stretch (地铁3、4号线 is two facilities), but not overlap otherwise.
//! 5. A place inside a body, event, programme or post stays as context ([`PlaceMention::nested`]); inside a person's
//!    name it is none. Places inside places are the gazetteer's business and stay.
//! 6. Numbers inside a name that won are no quantities, times inside one are times `in_name`.

use crate::analysis::Span;
use crate::document::Document;
use crate::recognize::Mentions;
#[cfg(doc)]
use crate::recognize::PlaceMention;
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
}

impl Claim {
    /// Sorts the stronger claim first; total, so that the outcome never depends on the order of the lists.
    fn rank(&self) -> (std::cmp::Reverse<usize>, bool, usize, usize, usize) {
        let place = PRECEDENCE.iter().position(|table| *table == self.table).unwrap_or(PRECEDENCE.len());
        (std::cmp::Reverse(self.span.len()), self.weak, place, self.span.start, self.index)
    }
}

/// The mentions that stand, all lists in the text's order.
pub fn settle(document: &Document, mentions: &Mentions) -> Mentions {
    let mut settled = mentions.clone();
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
    let mut add = |table, index, span: Span, weak| {
        if !span.is_empty() {
            claims.push(Claim { span, table, index, weak });
        }
    };
    for (index, person) in found.people.iter().enumerate() {
        add(Table::Person, index, person.span, person.posts.is_empty() && !person.byline);
    }
    for (index, place) in found.places.iter().enumerate() {
        add(Table::Place, index, place.span, place.nested);
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
    claims.sort_by_key(Claim::rank);
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
    found.quantities.sort_by_key(|mention| mention.span);
    found.times.sort_by_key(|mention| mention.span);
    found.places.sort_by_key(|mention| mention.span);
    found.organizations.sort_by_key(|mention| mention.span);
    found.facilities.sort_by_key(|mention| mention.span);
    found.events.sort_by_key(|mention| mention.span);
    found.codes.sort_by_key(|mention| mention.span);
    found.programmes.sort_by_key(|mention| mention.span);
    found.quotes.sort_by_key(|mention| mention.span);
    found.tasks.sort_by_key(|mention| mention.span);
    let mut order: Vec<usize> = (0..found.posts.len()).collect();
    order.sort_by_key(|&index| found.posts[index].span);
    let mut moved = vec![0; order.len()];
    for (new, &old) in order.iter().enumerate() {
        moved[old] = new;
    }
    found.posts.sort_by_key(|mention| mention.span);
    for person in &mut found.people {
        for post in &mut person.posts {
            *post = moved.get(*post).copied().unwrap_or(*post);
        }
    }
    found.people.sort_by_key(|mention| mention.span);
}
