//! Split lists: 「甲和乙的丙分别达到…和…」 names as many indicators as there are figures.

use super::clause::Scene;
use super::name::{Name, Part, measure_length};
use super::words::CLASSES;
use crate::analysis::Span;
use crate::text::{Text, is_among};
use std::sync::LazyLock;

/// Contractions that stand for two or three names, the longest first: the words, and what each figure means.
static CONTRACTED: LazyLock<Vec<(&str, Vec<&str>)>> = LazyLock::new(|| {
    let rows = crate::lexicon::rows(include_str!("contracted.tsv"));
    let split = |row: crate::lexicon::Row| Some((*row.first()?, row.get(1)?.split('、').collect()));
    let mut all: Vec<(&str, Vec<&str>)> = rows.filter_map(split).collect();
    crate::sorted::by_key(&mut all, |(short, _)| std::cmp::Reverse(short.len()));
    all
});

/// The `count` names that `phrase` lists; None where it does not list as many.
pub fn split(scene: &Scene, phrase: &[Span], count: usize) -> Option<Vec<Name>> {
    let (last, before) = phrase.split_last()?;
    if let Some(names) = contracted(scene.text(), before, *last, count)
        && separators(scene, *last).len() + 1 != count
    // 社会消费品零售总额、进出口总额
    {
        return Some(names);
    }
    if let Some(names) = each(scene, before, *last, count).or_else(|| owned(scene, before, *last, count)) {
        return Some(names);
    }
    let members = members(scene, *last, count)?;
    let (first, end) = (*members.first()?, *members.last()?);
    let tail = shared_tail(scene, first, end);
    let head = shared_head(scene, &members, tail);
    let late = tail.is_none().then(|| late_tail(scene.text(), &members)).flatten();
    let names = members.iter().enumerate().map(|(index, member)| {
        let mut parts: Vec<Part> = before.iter().map(|piece| Part::Text(*piece)).collect();
        if let Some(head) = head.filter(|head| index > 0 && !starts_alike(scene.text(), *member, *head)) {
            parts.push(Part::Text(head));
        }
        parts.push(Part::Text(*member));
        let late = late.filter(|_| measure_length(scene.text(), *member) == 0);
        if let Some(tail) = tail.or(late).filter(|_| index + 1 < members.len()) {
            parts.push(Part::Text(tail));
        }
        Name { parts }
    });
    Some(names.collect())
}

/// 城乡居民人均可支配收入 for two figures.
fn contracted(text: &Text, before: &[Span], last: Span, count: usize) -> Option<Vec<Name>> {
    let words = text.slice(last);
    let (short, full) =
        CONTRACTED.iter().filter(|(_, full)| full.len() == count).find(|(short, _)| words.contains(short))?;
    let found = text.find(short, last)?;
    let names = full.iter().map(|member| {
        let mut parts: Vec<Part> = before.iter().map(|piece| Part::Text(*piece)).collect();
        parts.push(Part::Text(Span::new(last.start, found.start)));
        parts.push(Part::Implied(member));
        parts.push(Part::Text(Span::new(found.end, last.end)));
        parts.retain(|part| !matches!(part, Part::Text(span) if span.is_empty()));
        Name { parts }
    });
    Some(names.collect())
}

/// 县医院、县中医院两家医院|分别|新增床位: what each of the listed owners did.
fn each(scene: &Scene, before: &[Span], last: Span, count: usize) -> Option<Vec<Name>> {
    let text = scene.text();
    let apart = text.find("分别", last)?;
    let deed = Span::new(apart.end, last.end);
    let mut owners = members(scene, Span::new(last.start, apart.start), count)?;
    let counted = owners.last_mut()?;
    counted.end = class_behind(text, *counted).unwrap_or(counted.end);
    let name = |owner: &Span| Name::of(before).then(&Name::of(&[*owner, deed]));
    (deed.len() > 1).then(|| owners.iter().map(name).collect())
}

/// 钢铁、新材料两大产业|实现|产值, 甲公司、乙公司等两家企业分别|实现|产值: what each of the owners that are counted up reached.
fn owned(scene: &Scene, before: &[Span], measure: Span, count: usize) -> Option<Vec<Name>> {
    let text = scene.text();
    let (list, outer) = before.split_last()?;
    let each = text.ends_with(list.end, "分别") && list.len() > 2;
    let end = if each { list.end - 2 } else { list.end };
    let mut owners = members(scene, Span::new(list.start, end), count)?;
    let last = owners.last_mut()?;
    last.end = class_behind(text, *last).or(each.then_some(last.end))?;
    Some(owners.iter().map(|owner| Name::of(outer).then(&Name::of(&[*owner, measure]))).collect())
}

/// Where the words begin that only count the list whose last member is `span`: 县中医院|两家三级医院, 乙公司|等两家企业.
fn class_behind(text: &Text, span: Span) -> Option<usize> {
    const LEAST: usize = 2;
    let numeral = |at: usize| is_among(text.at(at), "两二三四五六七八九十");
    let counts = |at: &usize| numeral(*at) && is_among(text.at(at + 1), "家个所座条大县市区镇");
    let at = (span.start + LEAST..span.end).find(counts)?;
    Some(at - usize::from(text.before(at) == '等'))
}

/// The members of the list in `span`: cut at 、 and 和, as many as there are figures.
fn members(scene: &Scene, span: Span, count: usize) -> Option<Vec<Span>> {
    let cuts = separators(scene, span);
    let marks: Vec<Span> = cuts.iter().copied().filter(|cut| scene.text().at(cut.start) == '、').collect();
    let chosen = if cuts.len() + 1 == count {
        cuts
    } else if marks.len() + 1 == count {
        marks
    } else if cuts.len() + 1 > count && count > 1 {
        cuts.get(cuts.len() + 1 - count..)?.to_vec()
    } else {
        return None;
    };
    let mut members = Vec::with_capacity(count);
    let mut start = span.start;
    for cut in chosen {
        members.push(scene.text().trim(Span::new(start, cut.start)));
        start = cut.end;
    }
    members.push(scene.text().trim(Span::new(start, span.end)));
    members.iter().all(|member| !member.is_empty()).then_some(members)
}

/// The marks and words that join the members of a list.
fn separators(scene: &Scene, span: Span) -> Vec<Span> {
    let text = scene.text();
    let mut found = Vec::new();
    for token in scene.document.tokens.inside(span) {
        let joins = matches!(text.slice(token.span), "、" | "和" | "与" | "及" | "以及" | "," | ";");
        if joins && token.span.start > span.start {
            found.push(token.span);
        }
    }
    found
}

/// The words that only the last member has and all share: 人均可支配收入 in 城镇居民和农村居民人均可支配收入.
fn shared_tail(scene: &Scene, first: Span, last: Span) -> Option<Span> {
    let text = scene.text();
    let own = text.chars().get(first.start..first.end)?;
    let other = text.chars().get(last.start..last.end)?;
    if ends_alike(text, first, last) {
        return None;
    }
    for length in (1..=own.len().min(6)).rev() {
        let suffix = own.get(own.len() - length..)?;
        let found =
            (0..other.len().saturating_sub(length)).rev().find(|at| other.get(*at..at + length) == Some(suffix));
        if let Some(at) = found {
            let tail = Span::new(last.start + at + length, last.end);
            return (!tail.is_empty()).then_some(tail);
        }
    }
    // no common noun: what the last one measures, where the first measures nothing
    if measure_length(text, first) > 0 {
        return None;
    }
    let length = CLASSES.head.at_end(other).max(bare_measure(text, last));
    let parallel = other.len().saturating_sub(own.len());
    let length = if parallel > length && is_parallel(text, first) && parts_at(scene, last.start, own.len()) {
        parallel
    } else {
        length
    };
    (length > 0 && length < other.len()).then(|| Span::new(last.end - length, last.end))
}

/// 化学需氧量、氨氮、氮氧化物|排放总量: the measure of the last member, for those between it and the first that have none.
fn late_tail(text: &Text, members: &[Span]) -> Option<Span> {
    let (last, before) = members.split_last()?;
    let bare = before.iter().skip(1).any(|member| measure_length(text, *member) == 0);
    let chars = text.chars().get(last.start..last.end)?;
    let length = CLASSES.head.at_end(chars);
    (bare && length > 1 && length < chars.len()).then(|| Span::new(last.end - length, last.end))
}

/// Words whose counterpart in the last member is as long: 城镇和农村居民.
fn is_parallel(text: &Text, first: Span) -> bool {
    CLASSES.paired.ends(text, first.end)
}

/// Whether a word ends `length` behind `start`, or a compound that starts there goes on (农村居民).
fn parts_at(scene: &Scene, start: usize, length: usize) -> bool {
    let tokens = &scene.document.tokens;
    let compound = tokens.at(start).is_some_and(|token| token.span.start == start && token.span.len() == length * 2);
    tokens.is_boundary(start + length) || compound
}

/// Whether both members end with the same head noun.
fn ends_alike(text: &Text, first: Span, last: Span) -> bool {
    text.before(first.end) == text.before(last.end)
        || measure_length(text, first) > 0
            && text.slice(first).chars().count() > 2
            && CLASSES.head.at_end(text.chars().get(first.start..first.end).unwrap_or_default()) > 0
}

/// The length of a measure at the end without its owner: 人均可支配收入.
fn bare_measure(text: &Text, span: Span) -> usize {
    let words = text.slice(span);
    let starts = ["人均", "户均", "单位", "平均", "年均"];
    let at = starts.iter().filter_map(|word| words.find(word)).filter(|at| *at > 0).max();
    at.map_or(0, |at| words.get(at..).map_or(0, |rest| rest.chars().count()))
}

/// The owner in front of the first member that the others share: 全市重点景区 in 全市重点景区接待量、消费总额.
fn shared_head(scene: &Scene, members: &[Span], tail: Option<Span>) -> Option<Span> {
    let text = scene.text();
    let first = *members.first()?;
    let chars = text.chars().get(first.start..first.end)?;
    let own = CLASSES.own.at_start(chars);
    let region = if own > 0 { own } else { place_at(scene, first) };
    if tail.is_some() {
        return (region > 0 && region < first.len()).then(|| Span::new(first.start, first.start + region));
    }
    let measure = super::lexicon::longest_at_end(chars);
    if measure == 0 || measure == chars.len() {
        let longest = (1..chars.len()).rev().find(|end| {
            let ends = CLASSES.holder.at_end(chars.get(..*end).unwrap_or_default());
            ends > 0 && ends < *end
        });
        if let Some(end) = longest.filter(|_| measure == 0) {
            return Some(Span::new(first.start, first.start + end));
        }
        return (region > 0 && region < first.len()).then(|| Span::new(first.start, first.start + region));
    }
    let head = Span::new(first.start, first.end - measure);
    (head.len() >= 2).then_some(head)
}

/// How long the place is that `span` starts with.
fn place_at(scene: &Scene, span: Span) -> usize {
    let next = scene.places.partition_point(|place| place.start < span.start);
    scene
        .places
        .get(next)
        .filter(|place| place.start == span.start && place.end <= span.end)
        .map_or(0, |place| place.len())
}

/// Whether `member` starts with words of `head` or with a holder of its own.
fn starts_alike(text: &Text, member: Span, head: Span) -> bool {
    let chars = text.chars().get(member.start..member.end).unwrap_or_default();
    let words = text.chars().get(head.start..head.end).unwrap_or_default();
    chars.first() == words.first() && chars.get(1) == words.get(1)
        || CLASSES.own.at_start(chars) > 0
        || super::lexicon::longest_at_start(chars) == chars.len()
            && chars.len() >= 5
            && CLASSES.own.at_start(words) == 0
}
