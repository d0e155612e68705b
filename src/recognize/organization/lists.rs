//! Firms that only their frame shows: 甲、乙、丙等龙头企业; 加快甲、乙上市.

use super::walk::{Walker, Worth};
use super::words::CLASSES;
use crate::analysis::{OrganizationKind, Span};
use crate::recognize::OrganizationMention;
use crate::text::is_han;

/// A member's name is no longer than this.
const LONGEST: usize = 14;

/// Adds the firms of lists that `known` (in order, without overlap) does not hold yet.
pub fn recognize(walker: &Walker, known: &[OrganizationMention]) -> Vec<OrganizationMention> {
    let document = walker.document();
    let text = &document.text;
    let mut found = Vec::new();
    for token in document.tokens.list() {
        let word = text.slice(token.span);
        let (rule, end) = match word {
            "等" | "这些" | "这类" | "两家" | "三家" | "几家" | "两户" | "三户"
                if summed_up(walker, token.span.end) =>
            {
                ("organization/list", token.span.start)
            }
            "上市" if CLASSES.listing.starts(text, token.span.end) => ("organization/listing", token.span.start),
            _ => continue,
        };
        let Some(members) = walker.members_before(end, LONGEST) else { continue };
        if members.len() < 2 {
            continue;
        }
        add(walker, &members, rule, known, &mut found);
    }
    found
}

fn add(
    walker: &Walker,
    members: &[Span],
    rule: &'static str,
    known: &[OrganizationMention],
    into: &mut Vec<OrganizationMention>,
) {
    let held = |span: Span| {
        let next = known.partition_point(|body| body.span.end <= span.start);
        known.get(next).is_some_and(|body| body.span.overlaps(span))
    };
    let proper = members.iter().any(|member| held(*member) || walker.worth(*member) == Worth::Proper);
    if !proper {
        return;
    }
    for &span in members {
        if held(span) && !daughter(walker, span) || span.len() < 2 || !is_name(walker, span) {
            continue;
        }
        into.push(OrganizationMention { span, full: None, kind: OrganizationKind::Company, generic: false, rule });
    }
}

/// A well-known firm's name with more behind it: 比亚迪|弗迪电池.
fn daughter(walker: &Walker, span: Span) -> bool {
    walker.known_end(span.start, span.end).is_some_and(|end| end < span.end)
}

/// A firm's short name: no class word, no place.
fn is_name(walker: &Walker, span: Span) -> bool {
    let place = walker.place_before(span.end) == Some(span.start);
    let last_is_class =
        ["企业", "产业", "行业", "产品", "项目"].iter().any(|word| walker.document().text.ends_with(span.end, word));
    !place && !last_is_class && walker.worth(span) >= Worth::Some
}

/// Whether 等 is followed by 企业 or its like before the clause ends: 等3家龙头企业.
fn summed_up(walker: &Walker, at: usize) -> bool {
    const WITHIN: usize = 10;
    let text = &walker.document().text;
    (at..at + WITHIN)
        .take_while(|&at| is_han(text.at(at)) || text.at(at).is_ascii_digit() || matches!(text.at(at), '“' | '”'))
        .any(|at| CLASSES.sum.starts(text, at))
}
