//! Names of ranks: what is ranked, and among whom it is not.

use super::carry::Context;
use super::clause::Scene;
use super::name::Name;
use super::naming::{How, Named};
use super::phrase::Phrase;
use super::wording::{drop_region_at_end, field, is_dependent};
use super::words::CLASSES;
use crate::analysis::Span;
use crate::segment::Token;

/// What somebody is ranked in.
const ASSESSMENTS: [&str; 8] = ["考核", "评价", "评比", "测评", "排名", "榜单", "考评", "评估"];

/// Whether `name` is that of an assessment, whose region is not the one that is assessed: 全省县域经济综合考评.
pub(super) fn is_assessment(name: &str) -> bool {
    ASSESSMENTS.iter().any(|word| name.contains(word))
}

/// 在|全省县域经济综合考核|中,甲、乙分列第2位、第4位; 某县在|…考评|中升至第11位: what is ranked where the clause names only who is.
fn assessed(scene: &Scene, index: usize) -> Option<Span> {
    const LONGEST: usize = 60;
    let text = scene.text();
    let sentence = scene.clauses.get(index)?.sentence;
    let near = scene.clauses.get(index.saturating_sub(2)..=index).unwrap_or_default();
    near.iter().rev().filter(|clause| clause.sentence == sentence).find_map(|clause| {
        let opens = |at: &usize| text.at(*at) == '在' && scene.document.tokens.is_boundary(*at);
        let stop = clause.span.end.min(clause.span.start + LONGEST);
        let start = (clause.span.start..stop).find(opens)? + 1;
        let closes = |at: &usize| text.at(*at) == '中' && ASSESSMENTS.iter().any(|word| text.ends_with(*at, word));
        let end = (start..stop).find(closes)?;
        Some(Span::new(start, end))
    })
}

/// 跻身|全省制造业十强县,由第9位…: the ranking that the clause before says was entered.
fn entered(scene: &Scene, index: usize) -> Option<Span> {
    const SHORTEST: usize = 4;
    const LONGEST: usize = 20;
    let text = scene.text();
    let (clause, before) = (scene.clauses.get(index)?, scene.clauses.get(index.checked_sub(1)?)?);
    let near = before.sentence == clause.sentence && before.figures.is_empty();
    let inside = scene.document.tokens.inside(before.span).iter().rev().filter(|_| near);
    let verb = inside.take(LONGEST).find(|token| CLASSES.enters.contains(text.slice(token.span)))?;
    let list = text.trim(Span::new(verb.span.end, before.span.end));
    (SHORTEST..=LONGEST).contains(&list.len()).then_some(list)
}

/// The words that are ranked, without those among whom, and the verb behind them; where that begins is the last.
fn ranked(scene: &Scene, before: Span, phrase: &Phrase) -> (Phrase, Option<Token>, usize) {
    let text = scene.text();
    let mut whole = Phrase::read(scene, before, phrase.baseline, true);
    let start = whole.pieces.first().map_or(before.start, |piece| piece.start);
    let verb = scene.document.tokens.inside(before).iter().find(|token| {
        let words = text.chars().get(token.span.start..token.span.end).unwrap_or_default();
        token.span.start >= start && CLASSES.rank.has(words)
    });
    // 12个旗县区中|列第3位: jieba knows a word 中列
    let last = CLASSES.rank.at_end(text.chars().get(before.start..before.end).unwrap_or_default());
    let at = verb.map_or(before.end - last, |verb| verb.span.start);
    match verb {
        Some(_) => whole.cut_at(at),
        None if last > 0 && text.before(at) == '中' => whole.cut_at(at),
        None => whole = phrase.clone(),
    }
    whole.strip_back(scene);
    drop_region_at_end(text, &mut whole);
    let company = |at: &usize| text.at(*at) == '在' && scene.document.tokens.is_boundary(*at);
    if let Some(piece) = whole.pieces.last_mut().filter(|piece| text.before(piece.end) == '中')
        && let Some(at) = (piece.start + 2..piece.end).find(company)
    {
        piece.end = at; // 收入总量|在各县市区中|排名第二
    }
    if let Some(piece) = whole.pieces.last_mut()
        && piece.len() > 2
        && text.before(piece.end) == '在'
    {
        piece.end -= 1; // 增速|在|全市排第2位
    }
    (whole, verb.copied(), at)
}

impl Context {
    /// The name of a rank in clause number `index` behind `before`.
    pub(super) fn rank(&self, scene: &Scene, index: usize, before: Span, phrase: &Phrase) -> Named {
        let text = scene.text();
        let (whole, verb, at) = ranked(scene, before, phrase);
        let own = Name::of(&whole.pieces);
        let placed = || {
            let named = own.main_span().is_some_and(|span| scene.places.binary_search(&span).is_ok());
            named || own.normal(text).ends_with(['市', '县', '区', '州', '旗', '镇', '乡'])
        };
        if let Some(assessment) = assessed(scene, index).filter(|_| own.is_empty() || placed()) {
            return Named::plain(Name::of(&[assessment]), How::Topic);
        }
        // 连续五年居全省前20位,在全州11个县(市、区)中|稳居第3位: the company alone, no name
        let among = text.at(before.start) == '在' && at < before.end && text.before(at) == '中';
        let told = || self.carrying(scene, index).is_some_and(|last| last.clause + 1 >= index);
        let topic = || self.topic_of(scene, index).is_some_and(|topic| topic.clause + 1 == index);
        if among && (told() || topic()) {
            return self.carried(scene, index, phrase);
        }
        if let Some(list) = entered(scene, index).filter(|_| own.is_empty()) {
            return Named::plain(Name::of(&[list]), How::Topic);
        }
        let Some(first) = whole.pieces.first().copied() else {
            return self.rank_without_words(scene, index, before, phrase, verb);
        };
        let chars = text.chars().get(first.start..first.end).unwrap_or_default();
        if CLASSES.own.has(chars) {
            return self.carried(scene, index, phrase);
        }
        if is_dependent(text, chars)
            && let Some(last) = self.carrying(scene, index)
        {
            return Named { base: last.base.clone(), ..Named::plain(last.base.then(&own), How::Completed) };
        }
        Named::plain(own, How::Before)
    }

    /// The name of a rank with nothing before its `verb`.
    fn rank_without_words(
        &self,
        scene: &Scene,
        index: usize,
        before: Span,
        phrase: &Phrase,
        verb: Option<Token>,
    ) -> Named {
        let text = scene.text();
        let field = verb.and_then(|verb| field(text, Span::new(verb.span.end, before.end)));
        let clause = scene.clauses.get(index);
        let near = self.carrying(scene, index).is_some_and(|last| {
            clause.is_some_and(|clause| clause.sentence == last.sentence) && last.clause + 1 >= index
        });
        let takes = |verb: Token| matches!(text.slice(verb.span), "居" | "位居" | "列" | "位列" | "排" | "排在");
        if near && verb.is_some_and(takes) {
            return self.carried(scene, index, phrase); // 品牌价值50亿元,居全国同类品牌第3位
        }
        let share = self.carrying(scene, index).filter(|last| last.share && last.clause == index);
        match (field, share) {
            (Some(field), _) => Named::plain(Name::of(&[field]), How::Before),
            (None, Some(last)) => Named { base: last.base.clone(), ..Named::plain(last.name.clone(), How::Carried) },
            (None, None) => self.carried(scene, index, phrase),
        }
    }
}
