//! Bodies whose names are put together: a congress and its committee, an inspection group and where it sits, a national
//! body and its branch (国家统计局|阜阳调查队), the youth league of a place.

use super::anchor;
use super::walk::Walker;
use super::words::CLASSES;
use crate::analysis::{OrganizationKind, Span};
use crate::recognize::OrganizationMention;
use crate::text::is_han;

/// What the committees of congresses and of the consultative conference end in.
const COMMITTEES: [&str; 6] = ["工作委员会", "委员会", "办公厅", "办公室", "研究室", "工委"];

/// Puts names together; `bodies` come in order and do not overlap.
pub fn join(walker: &Walker, bodies: Vec<OrganizationMention>) -> Vec<OrganizationMention> {
    let mut joined: Vec<OrganizationMention> = Vec::with_capacity(bodies.len());
    for mut body in bodies {
        body.span.start = front(walker, body.span.start);
        if body.kind == OrganizationKind::Congress
            && let Some(end) = committee(walker, body.span.end)
        {
            body.span.end = end;
        }
        match joined.last_mut() {
            Some(last) if last.span.end == body.span.start && body.rule == "organization/department-alone" => {}
            Some(last) if is_seat(walker, last.span, body.span) || is_branch(walker, last, &body) => {
                last.span.end = body.span.end;
                last.full = None;
            }
            Some(last) if last.span.end > body.span.start => {}
            _ => joined.push(body),
        }
    }
    joined
}

/// Words that belong to the name behind them: 中共|酒泉市委统战部, 中国驻|法国大使馆, 武警|甘肃总队.
const FRONTS: [&str; 3] = ["中共", "中国驻", "武警"];

/// The start of a name with such a word before it.
fn front(walker: &Walker, start: usize) -> usize {
    let text = &walker.document().text;
    FRONTS.iter().find(|front| text.ends_with(start, front)).map_or(start, |front| start - front.chars().count())
}

/// 衡阳海关|驻|郴州办事处.
fn is_seat(walker: &Walker, last: Span, body: Span) -> bool {
    let text = &walker.document().text;
    last.end + 1 == body.start && text.at(last.end) == '驻' && text.ends_with(body.end, "办事处")
}

/// Whether `body`, which begins with a place, is the branch there of `last`: 国家统计局|阜阳调查队.
fn is_branch(walker: &Walker, last: &OrganizationMention, body: &OrganizationMention) -> bool {
    const LONGEST: usize = 12;
    let placed = (body.span.start + 2..body.span.end.min(body.span.start + LONGEST))
        .any(|at| walker.place_before(at) == Some(body.span.start));
    last.span.end == body.span.start && last.kind != OrganizationKind::Party && placed
}

/// The end of a committee's name that follows a congress: 市人大常委会|农业与农村工作委员会.
fn committee(walker: &Walker, start: usize) -> Option<usize> {
    const LONGEST: usize = 14;
    let text = &walker.document().text;
    let end = (start + 1..start + LONGEST).take_while(|&at| is_han(text.at(at - 1)));
    let mut ends = end.filter_map(|at| {
        let word = COMMITTEES.iter().find(|word| text.starts_with(at, word))?;
        Some((at, at + word.chars().count()))
    });
    let (head, end) = ends.next()?;
    let inner = text.slice(Span::new(start, head));
    (!CLASSES.not_inside.iter().any(|word| inner.contains(word))).then_some(end)
}

/// An institute of the academy by its short name: 中科院苏州纳米所.
fn institute(walker: &Walker, at: usize) -> Option<Span> {
    const LONGEST: usize = 8;
    let text = &walker.document().text;
    let head = at + 3;
    let end =
        (head + 2..head + LONGEST).take_while(|&end| is_han(text.at(end - 1))).find(|&end| text.at(end) == '所')?;
    let followed = ["在", "有", "以", "属", "需"].iter().any(|word| text.starts_with(end + 1, word));
    (!followed).then_some(Span::new(at, end + 1))
}

/// Inspection groups: 省纪委监委驻省财政厅纪检监察组; the youth league of a place: 共青团贵州省委.
pub fn recognize(walker: &Walker, into: &mut Vec<OrganizationMention>) {
    let text = &walker.document().text;
    for at in 0..text.len() {
        let found = if text.starts_with(at, "纪检监察组") {
            inspection(walker, at).map(|span| (span, OrganizationKind::Party))
        } else if text.starts_with(at, "中科院") {
            institute(walker, at).map(|span| (span, OrganizationKind::Research))
        } else if text.starts_with(at, "共青团") {
            league(walker, at).map(|span| (span, OrganizationKind::Social))
        } else {
            None
        };
        if let Some((span, kind)) = found {
            into.push(OrganizationMention { span, full: None, kind, generic: false, rule: "organization/joined" });
        }
    }
}

fn inspection(walker: &Walker, at: usize) -> Option<Span> {
    const REACH: usize = 30;
    let text = &walker.document().text;
    let seat = (at.saturating_sub(REACH)..at)
        .rev()
        .take_while(|&seat| is_han(text.at(seat)))
        .find(|&seat| text.at(seat) == '驻')?;
    let office =
        ["纪委监委派", "纪委派", "纪委监委", "纪委", "监委"].iter().find(|office| text.ends_with(seat, office))?;
    let office = seat - office.chars().count();
    let start = anchor::before(walker, office, false).map_or(office, |anchor| anchor.start);
    Some(Span::new(start, at + 5))
}

fn league(walker: &Walker, at: usize) -> Option<Span> {
    const LONGEST: usize = 14;
    let text = &walker.document().text;
    let place = at + 3;
    let end = (place + 2..place + LONGEST).take_while(|&end| is_han(text.at(end - 1))).find(|&end| {
        text.at(end) == '委' && anchor::before(walker, end, false).is_some_and(|anchor| anchor.start == place)
    })?;
    Some(Span::new(at, if text.starts_with(end, "委员会") { end + 3 } else { end + 1 }))
}
