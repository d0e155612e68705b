//! Projects that only their frame shows: 确保甲、乙等31个项目顺利推进.

use super::words::CLASSES;
use crate::analysis::Span;
use crate::recognize::NameMention;
use crate::recognize::organization::walk::{Walker, Worth};
use crate::text::is_han;

/// A member's name is no longer than this.
const LONGEST: usize = 20;

/// Adds the members of lists of projects that `known` (in order) does not hold yet.
pub fn recognize(walker: &Walker, known: &[NameMention]) -> Vec<NameMention> {
    let document = walker.document();
    let text = &document.text;
    let mut found = Vec::new();
    for token in document.tokens.list() {
        if text.slice(token.span) != "等" || !summed_up(walker, token.span.end) {
            continue;
        }
        let Some(members) = walker.members_before(token.span.start, LONGEST) else { continue };
        if members.len() >= 2 {
            add(walker, &members, known, &mut found);
        }
    }
    found
}

fn add(walker: &Walker, members: &[Span], known: &[NameMention], into: &mut Vec<NameMention>) {
    let held = |span: Span| {
        let next = known.partition_point(|name| name.span.end <= span.start);
        known.get(next).is_some_and(|name| name.span.overlaps(span))
    };
    let proper = members.iter().filter(|member| held(**member) || walker.worth(**member) == Worth::Proper).count();
    if proper * 2 < members.len() {
        return;
    }
    for &member in members {
        let span = behind_owner(walker, member);
        let place = walker.place_before(span.end) == Some(span.start);
        let amount = walker.document().text.before(span.start).is_ascii_digit(); // 年产2|万吨碳酸钙
        let class = CLASSES.graded_thing.iter().any(|class| walker.document().text.slice(span).contains(class));
        if !held(span) && !amount && !class && span.len() >= 2 && !place && walker.worth(span) >= Worth::Some {
            into.push(NameMention { span, full: None, rule: "facility/list" });
        }
    }
}

/// 晋能控股集团|塔山: a member without the body that it belongs to.
fn behind_owner(walker: &Walker, member: Span) -> Span {
    let owner =
        (member.start + 3..member.end.saturating_sub(1)).find(|&at| walker.body_before(at) == Some(member.start));
    owner.map_or(member, |at| Span::new(at, member.end))
}

/// Whether 等 is followed by 项目 or its like before the clause ends: 等31个在建项目.
fn summed_up(walker: &Walker, at: usize) -> bool {
    const WITHIN: usize = 12;
    let text = &walker.document().text;
    (at..at + WITHIN)
        .take_while(|&at| is_han(text.at(at)) || text.at(at).is_ascii_digit())
        .take_while(|&at| (text.at(at) != '在' || text.at(at + 1) == '建') && !text.starts_with(at, "领导"))
        .any(|at| CLASSES.sum.starts(text, at))
}
