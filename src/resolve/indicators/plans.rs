//! Shares of a plan that are done: 完成年度预算的102%, 完成年度目标任务200亿元的36%.

use super::clause::Scene;
use super::name::{Name, Part};
use super::phrase::Phrase;
use crate::recognize::quantity::{Form, Quantity};
use crate::text::Text;

/// 完成年度预算的102%: the share of a plan that is done.
pub(super) fn plan_share(text: &Text, figure: &Quantity, phrase: &Phrase) -> bool {
    let words = phrase.words(text);
    figure.form == Form::Percent && is_done(text, phrase) && (names_plan(&words) || words.contains("序时"))
}

/// 完成年度目标任务|200亿元|的36%: `figure` is the amount of a plan, and the figure at `next` says how much of it is done.
pub(super) fn plan_amount(scene: &Scene, figure: &Quantity, phrase: &Phrase, next: usize) -> bool {
    let text = scene.text();
    is_done(text, phrase)
        && next == figure.span.end + 1
        && text.at(figure.span.end) == '的'
        && names_plan(&phrase.words(text))
}

/// Whether the verb before the words says that something is done.
fn is_done(text: &Text, phrase: &Phrase) -> bool {
    phrase.front.iter().any(|word| matches!(text.slice(*word), "完成" | "实现"))
}

/// Whether `words` speak of a plan: 年度投资计划, 全年目标.
pub(super) fn names_plan(words: &str) -> bool {
    ["计划", "目标", "任务", "预算"].iter().any(|plan| words.contains(plan))
}

/// `own` behind the verb that was stripped from its front: 完成|年度预算.
pub(super) fn with_front(phrase: &Phrase, own: Name) -> Name {
    match phrase.front.last() {
        Some(front) => Name { parts: std::iter::once(Part::Text(*front)).chain(own.parts).collect() },
        None => own,
    }
}
