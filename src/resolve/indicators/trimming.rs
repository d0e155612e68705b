//! Names without some of their words: the verb, the region, the grade, the goods that are made.

use super::clause::Scene;
use super::name::{Name, Part};
use super::words::CLASSES;
use crate::analysis::Span;
use crate::segment::Token;
use crate::text::Text;

/// `name` without the verb in its first words: what has been gained is now counted as a level (全市新增企业 → 全市企业).
pub(super) fn without_verb(name: &Name, verb: Span) -> Name {
    let Some((Part::Text(first), others)) = name.parts.split_first() else { return name.clone() };
    if !first.contains(verb) || *first == verb && others.is_empty() {
        return name.clone();
    }
    let rest = [Span::new(first.start, verb.start), Span::new(verb.end, first.end)];
    let rest = rest.into_iter().filter(|span| !span.is_empty()).map(Part::Text);
    Name { parts: rest.chain(others.iter().cloned()).collect() }
}

/// 公司|生产乙二醇 of 公司生产乙二醇…万吨,实现产值…: who makes goods, without the goods, which are not what is sold for money.
pub(super) fn without_goods(scene: &Scene, name: Name) -> Name {
    let text = scene.text();
    let Some((Part::Text(last), owner)) = name.parts.split_last() else { return name };
    let chars = text.chars().get(last.start..last.end).unwrap_or_default();
    if super::name::measure_length(text, *last) > 0 || CLASSES.counted.at_end(chars) > 0 {
        return name; // 加工贸易总额, 农产品加工企业
    }
    let is = |class: &crate::lexicon::Words, token: &Token| {
        text.chars().get(token.span.start..token.span.end).is_some_and(|chars| class.has(chars))
    };
    let inside = scene.document.tokens.inside(*last);
    if let Some(verb) = inside.iter().find(|token| is(&CLASSES.sown, token) && token.span.end < last.end) {
        let rest = [Span::new(last.start, verb.span.start), Span::new(verb.span.end, last.end)];
        return Name { parts: owner.to_vec() }.then(&Name::of(&rest)); // 全镇种植|蓝莓…,年产量…
    }
    let Some(verb) = inside.iter().position(|token| is(&CLASSES.making, token) && token.span.end + 2 <= last.end)
    else {
        return name;
    };
    // 年可|生产…: what stands before the verb and names nobody goes with it
    let named = inside[..verb].iter().rposition(|token| token.tag.starts_with('n'));
    let maker = Span::new(last.start, named.map_or(last.start, |noun| inside[noun].span.end));
    let maker = Some(Part::Text(maker)).filter(|_| !maker.is_empty());
    Name { parts: owner.iter().copied().chain(maker).collect() }
}

/// 全市|工业投资: a measure of others is not that of the document's own region.
pub(super) fn without_region(text: &Text, name: Name) -> Name {
    let mut name = name;
    if let Some(Part::Text(first)) = name.parts.first_mut() {
        let own = CLASSES.own.at_start(text.chars().get(first.start..first.end).unwrap_or_default());
        first.start += if own < first.len() { own } else { 0 };
    }
    name
}

/// 二产|对经济增长的贡献率: who contributes, before what else is said of it (拉动经济增长…个百分点).
pub(super) fn without_contribution(text: &Text, name: Name) -> Name {
    let [Part::Text(whole)] = name.parts[..] else { return name };
    let aimed =
        (whole.start..whole.end).find(|&at| text.at(at) == '对').filter(|_| text.ends_with(whole.end, "贡献率"));
    aimed.map_or(name, |at| Name::of(&[Span::new(whole.start, at)]))
}

/// 减少|煤炭产能: what is lost, without the verb that says so.
pub(super) fn without_decline(text: &Text, name: Name) -> Name {
    let Some(Part::Text(first)) = name.parts.first().copied() else { return name };
    let length = CLASSES.decline.at_start(text.chars().get(first.start..first.end).unwrap_or_default());
    if length < 2 { name } else { without_verb(&name, Span::new(first.start, first.start + length)) }
}

/// 新开工|项目: what is counted, without the stage that the first count reached (新开工项目40个、竣工25个).
pub(super) fn without_stage(text: &Text, name: &Name) -> Name {
    let mut name = name.clone();
    if let Some(Part::Text(first)) = name.parts.first().copied() {
        let own = CLASSES.own.at_start(text.chars().get(first.start..first.end).unwrap_or_default());
        let at = first.start + own;
        let stage =
            CLASSES.stage.iter().find(|stage| text.starts_with(at, stage)).map_or(0, |stage| stage.chars().count());
        if stage > 0 && at + stage + 2 <= first.end {
            name.parts.remove(0);
            let rest = Name::of(&[Span::new(first.start, at), Span::new(at + stage, first.end)]);
            return rest.then(&name);
        }
    }
    name
}

/// 省级以上|龙头企业: what is counted, without the grade in the place of which another one is named (其中国家级5家).
pub(super) fn without_grade(text: &Text, name: Name) -> Name {
    const LONGEST: usize = 6;
    let mut name = name;
    if let Some(Part::Text(first)) = name.parts.first_mut() {
        let stop = first.end.min(first.start + LONGEST);
        let above = (first.start..stop).find(|&at| text.starts_with(at, "级以上") || text.starts_with(at, "级及以上"));
        let lettered = |at: &usize| text.at(*at) == '级' && text.before(*at).is_ascii_alphabetic();
        let own = (first.start + 1..stop).find(lettered); // 国家A级|景区,其中4A级…
        let end = above.map(|at| at + if text.at(at + 1) == '及' { 4 } else { 3 }).or(own.map(|at| at + 1));
        let end = end.unwrap_or(first.start);
        first.start = if end + 2 <= first.end { end } else { first.start };
    }
    name
}
