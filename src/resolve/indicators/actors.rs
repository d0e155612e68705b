//! Words before a figure that say who did something, or where, or with what else, and not what is counted.

use super::clause::Scene;
use super::name::{Name, Part};
use super::phrase::Phrase;
use super::words::CLASSES;
use crate::analysis::Span;
use crate::lexicon::Lexicon;
use crate::segment::Token;
use crate::text::{Text, is_among};
use std::sync::LazyLock;

/// Verbs that say less of what is counted than of what it is part of.
static WEAK: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("weak_verbs.tsv")));

/// What is left of a name without its actor is at least this long.
const REST: usize = 4;
/// A body with a name this long is left out before its verb.
const LONG_BODY: usize = 5;
/// Places that a list may name.
const LISTED: usize = 12;
/// How far before a list its verb may begin.
const SUBJECT: usize = 14;

/// Takes the actor off the front of `phrase`: a list of places (甲县、乙县和丙县新建…), a body or a person before a verb
/// (某某公司新开通…).
pub(super) fn drop_actor(scene: &Scene, phrase: &mut Phrase, behind: bool) {
    let Some(first) = phrase.pieces.first().copied() else { return };
    let actor = places(scene, first).or_else(|| body(scene, first)).or_else(|| examples(scene, first));
    let actor = actor.or_else(|| gathered(scene, first));
    let rest = if behind { 1 } else { REST }; // 李建平又订下|40只|母羊
    let Some(end) = actor.filter(|end| end + rest <= first.end && phrase.pieces.len() == 1) else { return };
    phrase.start_at(end);
}

/// The places and bodies that start at `at`.
fn place_at(scene: &Scene, at: usize) -> Option<Span> {
    let from = scene.places.partition_point(|place| place.start < at);
    let starting = scene.places.iter().skip(from).take(4).take_while(|place| place.start == at);
    starting.max_by_key(|place| place.end).copied()
}

/// Where a list of two places and more ends, with 等地, 四区 behind it.
fn places(scene: &Scene, span: Span) -> Option<usize> {
    let text = scene.text();
    let start = span.start + usize::from(matches!(text.at(span.start), '在' | '赴' | '到'));
    let (mut at, mut count) = (start, 0);
    while let Some(place) = place_at(scene, at).filter(|place| place.end < span.end && count < LISTED) {
        count += 1;
        at = place.end;
        if !matches!(text.at(at), '、' | '和' | '与' | '及') {
            break;
        }
        at += 1;
    }
    if count < 2 || matches!(text.before(at), '、' | '和' | '与' | '及') {
        return None;
    }
    let closing = CLASSES.and_others.iter().find(|word| text.starts_with(at, word));
    // 甲、乙|两县
    let counted = is_among(text.at(at), "两二三四五六七八九十") && matches!(text.at(at + 1), '县' | '区' | '市');
    let end = at + closing.map_or(if counted { 2 } else { 0 }, |word| word.chars().count());
    (count > 2 || closing.is_some() || counted || acts(scene, end)).then_some(end)
}

/// Where a body or a person ends that stands before a verb.
fn body(scene: &Scene, span: Span) -> Option<usize> {
    let tokens = &scene.document.tokens;
    let first = tokens.at(span.start)?;
    let person = &*first.tag == "nr" && first.span.start == span.start && first.span.len() >= 2;
    let end =
        if person { first.span.end } else { place_at(scene, span.start).filter(|place| place.len() > LONG_BODY)?.end };
    acts(scene, end).then_some(end)
}

/// 甲、乙等骨干企业|实施…: where the class of those ends who do it.
fn examples(scene: &Scene, span: Span) -> Option<usize> {
    const CLASS: usize = 8;
    let text = scene.text();
    let closing = (span.start..span.end).find(|&at| text.at(at) == '等')?;
    let listed = (span.start..closing).any(|at| text.at(at) == '、') || ends_body(scene, span.start, closing);
    let class_ends =
        |at: &usize| scene.document.tokens.is_boundary(*at) && CLASSES.doer.ends(text, *at) && acts(scene, *at);
    (closing + 3..span.end.min(closing + CLASS)).find(class_ends).filter(|_| listed)
}

/// Whether a place or body that begins behind `start` ends at `end`.
pub(super) fn ends_body(scene: &Scene, start: usize, end: usize) -> bool {
    let from = scene.places.partition_point(|place| place.start < start);
    scene.places.iter().skip(from).take_while(|place| place.start < end).any(|place| place.end == end)
}

/// 某某产业集群已|集聚企业, 这条产业链集聚了|企业: where the words end that stand between those who do and what they do.
fn gathered(scene: &Scene, span: Span) -> Option<usize> {
    const OWNER: usize = 4;
    const VERBS: [&str; 6] = ["集聚", "聚集", "入驻", "引进", "落户", "汇聚"];
    let text = scene.text();
    let verb_at = |at: usize| VERBS.iter().any(|verb| text.starts_with(at, verb));
    (span.start..span.end).find_map(|at| {
        let has = at >= span.start + OWNER && text.at(at) == '已' && verb_at(at + 1);
        let did = at >= span.start + 2 && text.at(at + 2) == '了' && verb_at(at);
        if did { Some(at + 3) } else { has.then_some(at + 1) }
    })
}

/// Whether a verb starts at `at`, or the words that stand before one.
fn acts(scene: &Scene, at: usize) -> bool {
    if matches!(scene.text().at(at), '新' | '已' | '又' | '还' | '共') {
        return true;
    }
    let next = scene.document.tokens.at(at).filter(|next| next.span.start == at);
    let verb = |next: &Token| matches!(next.tag.as_ref(), "v" | "d" | "vd") && next.span.len() >= 2;
    scene.text().at(at) != '在' && next.is_some_and(verb)
}

/// The verb before the members of a list that 等 closes, with a short subject: 产品卖到了|甲、乙等.
pub(super) fn listing_verb(scene: &Scene, span: Span) -> Option<Span> {
    let text = scene.text();
    let mark = (span.start..span.end).find(|&at| matches!(text.at(at), '、' | '“')).unwrap_or(span.end);
    let verb = |token: &&Token| &*token.tag == "v" && token.span.len() >= 2 && token.span.end < mark;
    let tokens = scene.document.tokens.inside(Span::new(span.start, mark));
    let verb = tokens.iter().filter(|token| token.span.start <= span.start + SUBJECT).find(verb)?.span;
    (!WEAK.contains(text.slice(verb))).then(|| Span::new(span.start, verb.end))
}

/// Takes 把 off the end of `phrase`; whether what is counted is the object of 把, 对 or 为.
pub(super) fn moved_before(scene: &Scene, phrase: &mut Phrase, before: Span) -> bool {
    const NEAR: usize = 8;
    let text = scene.text();
    let near = Span::new(before.start.max(before.end.saturating_sub(NEAR)), before.end);
    let word = |token: &Token| matches!(text.slice(token.span), "把" | "对" | "为" | "给");
    let marks = scene.document.tokens.inside(near).iter().rev().find(|token| word(token)).map(|token| token.span);
    let Some(mark) = marks else { return false };
    match text.slice(mark) {
        "把" if mark.end == before.end => {
            phrase.pieces.clear(); // 他把|32只|羊…
            true
        }
        "把" => true,
        _ => mark.end == before.end && phrase.is_empty(),
    }
}

/// Whether nothing but a place stands before 有.
pub(super) fn holds_only_place(scene: &Scene, phrase: &Phrase) -> bool {
    let has = |word: &Span| scene.text().ends_with(word.end, "有");
    is_place(scene, phrase) && phrase.tail.iter().any(has)
}

/// Whether nothing but where something is stands before 有: 边境线上|有.
pub(super) fn is_within(scene: &Scene, phrase: &Phrase) -> bool {
    let has = |word: &Span| scene.text().ends_with(word.end, "有");
    let within = |piece: &Span| matches!(scene.text().before(piece.end), '上' | '里' | '内' | '中');
    phrase.pieces.last().is_some_and(within) && phrase.tail.iter().any(has)
}

/// Whether `phrase` names a place and nothing else.
pub(super) fn is_place(scene: &Scene, phrase: &Phrase) -> bool {
    matches!(phrase.pieces[..], [piece] if place_at(scene, piece.start) == Some(piece))
}

/// 各级各类学校: the owner is 学校.
pub(super) fn without_kinds(text: &Text, name: Name) -> Name {
    let mut name = name;
    if let Some(Part::Text(first)) = name.parts.first_mut()
        && text.starts_with(first.start, "各级各类")
        && first.len() > 5
    {
        first.start += 4;
    }
    name
}
