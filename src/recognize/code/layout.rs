//! The members of a layout (“一核两带三区”): places, told with what is made of them.

use super::lists;
use super::shape::{Form, Shape};
use super::words::CLASSES;
use crate::analysis::Span;
use crate::text::{Text, is_among};

/// What the parts of a layout are.
const PARTS: &str = "核轴带区极圈廊园心翼片点城组港谷湾群";
/// A clause that gives places their part is no longer than this.
const LONGEST: usize = 60;

/// 以梵净山为核心 → 梵净山, 打造|乌江, 锦江|两条旅游带: where `shape` counts the parts of a layout, the places alone.
pub fn bare(text: &Text, shape: &Shape, members: &mut [Span]) {
    let part = |at: usize| is_among(text.at(at), PARTS);
    if shape.form != Form::Groups || shape.groups.len() < 2 || !shape.groups.iter().all(|group| part(group.key.start)) {
        return;
    }
    for member in members {
        let named = in_part(text, *member).unwrap_or(*member);
        let chars = text.chars().get(named.start..named.end).unwrap_or_default();
        let made = CLASSES.makes.at_start(chars);
        let start = named.start + if made + 2 <= named.len() { made } else { 0 };
        *member = without_count(text, Span::new(start, named.end));
    }
}

/// 以主城区为核心、甲新区和乙新区为两翼的|“一核两翼”: the places of all clauses before `end` that give them their part.
pub fn before(text: &Text, end: usize, want: u32) -> Option<Vec<Span>> {
    let floor = end.saturating_sub(LONGEST);
    let stops = |at: &usize| matches!(text.at(*at), '。' | ';' | '\n' | '”');
    let from = (floor..end).rev().find(stops).map_or(floor, |at| at + 1);
    let opens = |at: &usize| text.at(*at) == '以' && text.at(at + 1) != '及';
    let start = (from..end).find(opens)?;
    let mut members = Vec::new();
    for clause in crate::text::structure::clauses(text, Span::new(start, end)) {
        let start = clause.start + usize::from(text.at(clause.start) == '以');
        let places = Span::new(start, part_at(text, Span::new(start, clause.end))?);
        let listed = lists::split(text, places, None).unwrap_or_else(|| vec![places]);
        // 甲为核心、乙和丙|为两翼
        members.extend(listed.iter().map(|&place| Span::new(place.start, part_at(text, place).unwrap_or(place.end))));
    }
    (members.len() == want as usize).then_some(members)
}

/// The place in 以某某为核心.
fn in_part(text: &Text, member: Span) -> Option<Span> {
    let start = (text.at(member.start) == '以').then_some(member.start + 1)?;
    Some(Span::new(start, part_at(text, Span::new(start, member.end))?))
}

/// Where 为核心, 为两翼 begins that closes `clause`.
fn part_at(text: &Text, clause: Span) -> Option<usize> {
    const SHORT: usize = 6;
    let from = clause.end.saturating_sub(SHORT).max(clause.start + 2);
    (from..clause.end.saturating_sub(1)).find(|&at| text.at(at) == '为')
}

/// 锦江|两条旅游带: without what the places before it are counted up as.
fn without_count(text: &Text, member: Span) -> Span {
    let counts =
        |at: &usize| is_among(text.at(*at), "两三四五六七八九十") && is_among(text.at(at + 1), "条个大座片块翼组");
    let end = (member.start + 2..member.end.saturating_sub(1)).find(counts);
    Span::new(member.start, end.unwrap_or(member.end))
}
