//! Words that say whether something happened, is reckoned or is aimed at.

use super::clause::Scene;
use super::words::CLASSES;
use crate::analysis::{Span, Status};
use crate::text::Text;

/// How far a clause is read for signs of mood.
pub const REACH: usize = 160;

/// A sign of mood in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sign {
    /// What it says.
    pub status: Status,
    /// The word.
    pub span: Span,
}

/// The sign that decides in `span`: a reckoning before a promise before a result.
pub fn sign_in(scene: &Scene, span: Span) -> Option<Sign> {
    let text = scene.text();
    let span = Span::new(span.start.max(span.end.saturating_sub(REACH)), span.end);
    let (mut target, mut actual) = (None, None);
    let mut at = span.start;
    while at < span.end {
        let rest = text.chars().get(at..span.end).unwrap_or_default();
        let word = |length: usize| Span::new(at, at + length);
        let estimate = CLASSES.estimate.at_start(rest);
        if estimate > 0 {
            return Some(Sign { status: Status::Estimate, span: word(estimate) });
        }
        let promise = CLASSES.target.at_start(rest);
        if promise > 0
            && stands_alone(scene, at, promise)
            && !is_noun(text, at, promise)
            && !is_attendance(text, at)
            && !is_gain(scene, at, promise)
        {
            target = target.or(Some(Sign { status: Status::Target, span: word(promise) }));
            at += promise;
            continue;
        }
        if text.at(at) == '将' && is_future(scene, at) {
            target = target.or(Some(Sign { status: Status::Target, span: word(1) }));
        }
        let result = CLASSES.actual.at_start(rest);
        if result > 0 && stands_alone(scene, at, result) {
            actual = actual.or(Some(Sign { status: Status::Actual, span: word(result) }));
            at += result;
            continue;
        }
        at += 1;
    }
    target.or(actual)
}

/// Whether the word of `length` at `at` is one of its own, not part of another (要 in 主要, 已 in 已婚).
fn stands_alone(scene: &Scene, at: usize, length: usize) -> bool {
    let tokens = &scene.document.tokens;
    // 要紧|盯: the word is cut wrongly
    let glued = ["要紧盯", "要紧扣", "要开复工", "要开工"].iter().any(|word| scene.text().starts_with(at, word));
    if length == 1 && glued {
        return tokens.is_boundary(at);
    }
    if length == 1 {
        return tokens.is_boundary(at) && tokens.is_boundary(at + 1);
    }
    tokens.is_boundary(at) || tokens.is_boundary(at + length)
}

/// 争取资金5亿元 tells what was gained; 争取到…, 争取完成… promise.
fn is_gain(scene: &Scene, at: usize, length: usize) -> bool {
    const GAINED: [&str; 6] = ["争取到位", "争取到中央", "争取到上级", "争取到各类", "争取到资金", "争取到项目"];
    if GAINED.iter().any(|word| scene.text().starts_with(at, word)) {
        return true;
    }
    let next = scene.document.tokens.at(at + length).map(|token| token.tag.as_ref());
    scene.text().slice(Span::new(at, at + length)) == "争取"
        && !matches!(next, Some("v" | "d" | "p" | "t" | "m" | "vd" | "ad" | "vn"))
}

/// 应到37名,实到33名: who had to come, no promise.
fn is_attendance(text: &Text, at: usize) -> bool {
    text.at(at) == '应' && matches!(text.at(at + 1), '到' | '参' | '出' | '收' | '缴')
}

/// 年度计划, 行动计划 and 目标 in 计划的85% are things, no promises.
fn is_noun(text: &Text, at: usize, length: usize) -> bool {
    let word = text.slice(Span::new(at, at + length));
    let whole_year = text.ends_with(at, "全年") && !crate::text::is_han(text.before(at.saturating_sub(2)));
    if word == "计划" && whole_year && !matches!(text.at(at + length), '的' | '任' | '数' | '目') {
        return false; // 全年|计划开行班列260列: who plans, not the plan that is fulfilled
    }
    is_life(text, at)
        || matches!(word, "计划" | "目标")
            && (is_counted(text, at)
                || CLASSES.before_goal.ends(text, at)
                || matches!(text.at(at + length), '的' | '、' | ',' | '任' | '数' | '目' | '”' | '》'))
}

/// 预期寿命: a measure, no promise.
pub(super) fn is_life(text: &Text, at: usize) -> bool {
    text.starts_with(at, "预期寿命")
}

/// Whether a count ends right before `at`: 10个|计划投产项目.
fn is_counted(text: &Text, at: usize) -> bool {
    let counter = matches!(text.before(at), '个' | '项' | '家') && at > 0;
    counter && crate::recognize::number::is_number_char(text.before(at - 1))
}

/// 将 of the future stands before a verb or an adverb; 将 that moves an object forward stands before a noun.
fn is_future(scene: &Scene, at: usize) -> bool {
    let tokens = &scene.document.tokens;
    if !(tokens.is_boundary(at) && tokens.is_boundary(at + 1)) {
        return false;
    }
    let Some(next) = tokens.at(at + 1) else { return false };
    matches!(next.tag.as_ref(), "v" | "d" | "vd" | "vn" | "ad" | "p" | "a" | "t" | "vi" | "i" | "l" | "an" | "vg") || {
        let time = scene.times.partition_point(|time| time.span.end <= at);
        scene.times.get(time).is_some_and(|time| time.span.start == at + 1)
    }
}

/// 对标|全年增长9%、投资由负转正的目标: figures of a goal that the clause keeps an eye on.
fn goal_of(text: &Text, at: Span, end: usize) -> Option<Sign> {
    const REACH: usize = 40;
    let goal = (at.end..end.min(at.end + REACH)).find(|&from| text.starts_with(from, "目标"))?;
    let window = at.start.saturating_sub(REACH)..at.start;
    let eye = window
        .rev()
        .take_while(|&from| !matches!(text.at(from), ',' | '。' | ';'))
        .find(|&from| CLASSES.eyeing.starts(text, from))?;
    (eye < goal).then_some(Sign { status: Status::Target, span: Span::new(goal, goal + 2) })
}

/// A promise right behind the counted noun: 45个项目将于年内建成; or 「(预计)」 behind the figure.
pub fn sign_behind(scene: &Scene, at: Span, end: usize) -> Option<Sign> {
    let text = scene.text();
    let stop = end.min(at.end + 30);
    let next = scene.figures.partition_point(|figure| figure.span.start < at.end);
    let stop = scene.figures.get(next).map_or(stop, |figure| stop.min(figure.span.start));
    let reckoned = ["(预计", "(预计数", "(初步预计", "(预估"].iter().find(|word| text.starts_with(at.end, word));
    if reckoned.is_some() {
        return Some(Sign { status: Status::Estimate, span: Span::new(at.end + 1, at.end + 3) });
    }
    if ["的目标", "的年度目标", "的预期目标"].iter().any(|word| text.starts_with(at.end, word)) {
        return Some(Sign { status: Status::Target, span: Span::new(at.end + 1, at.end + 3) }); // 紧盯全年增长6%的目标
    }
    if let Some(goal) = goal_of(text, at, end) {
        return Some(goal);
    }
    let found = (at.end..stop).find(|&place| text.at(place) == '将' && is_future(scene, place))?;
    Some(Sign { status: Status::Target, span: Span::new(found, found + 1) })
}
