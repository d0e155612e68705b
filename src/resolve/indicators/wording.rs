//! What the words before a figure are like: dependent, bare, a verb that lists share …

use super::carry::Carried;
use super::clause::{Clause, Scene};
use super::lexicon;
use super::name::Part;
use super::phrase::Phrase;
use super::words::CLASSES;
use crate::analysis::Span;
use crate::recognize::quantity::{Form, Quantity};
use crate::segment::Token;
use crate::text::Text;

/// A verb up to this length needs a noun: 建成86个; longer ones name themselves: 提起公诉12人.
const SHORT_VERB: usize = 3;
/// Names longer than this are cut at the verb that brings the figure about.
const LONG: usize = 16;

/// Whether a bare percentage speaks of the share before: points of change, or another value of it (由…提高到…).
pub(super) fn same_share(scene: &Scene, index: usize, figure: &Quantity, phrase: &Phrase, last: &Carried) -> bool {
    let again = figure.form == Form::Percent
        && super::kind::trend(scene.text(), &phrase.tail).is_none()
        && scene.clauses.get(index).is_some_and(|clause| clause.sentence == last.sentence);
    figure.form == Form::PercentPoint || again
}

/// Whether `last` stands in the same sentence or right before.
pub(super) fn near(last: &Carried, clause: &Clause) -> bool {
    last.group == clause.group && last.sentence + 1 >= clause.sentence
}

/// Where a name of the lexicon that `span` starts with ends.
pub(super) fn known_in(text: &Text, span: Span) -> Option<usize> {
    let chars = text.chars().get(span.start..span.end)?;
    let own = CLASSES.own.at_start(chars);
    let length = lexicon::longest_at_start(chars.get(own..)?);
    let rest = chars.get(own + length..)?;
    let growth = CLASSES.growth_name.at_start(rest);
    let growth = if rest.get(growth) == Some(&'最') { growth } else { 0 }; // 固定资产投资|增速|最高,达到…
    (length > 2).then_some(span.start + own + length + growth)
}

/// The words of a clause up to its predicate.
pub(super) fn topic_noun(scene: &Scene, span: Span) -> Span {
    let tokens = scene.document.tokens.inside(span);
    let mut named = false;
    for (place, token) in tokens.iter().enumerate() {
        let words = scene.text().chars().get(token.span.start..token.span.end).unwrap_or_default();
        let adverb = || is_adverb(token) && !leads_to_noun(&tokens[place..]);
        if named && (CLASSES.predicate.has(words) || words == ['受'] || adverb()) {
            return Span::new(span.start, token.span.start);
        }
        named |= token.tag.starts_with('n') || &*token.tag == "vn";
    }
    span
}

fn is_adverb(token: &Token) -> bool {
    matches!(&*token.tag, "d" | "ad")
}

/// Whether a noun stands behind the adverbs that `tokens` start with: 超|长期|特别|国债资金.
fn leads_to_noun(tokens: &[Token]) -> bool {
    tokens.iter().find(|token| !is_adverb(token)).is_some_and(|token| token.tag.starts_with('n'))
}

/// Whether the words name no measure: no head noun, and no usual indicator that is more than a count of things.
pub(super) fn is_bare(text: &Text, piece: Span) -> bool {
    let chars = text.chars().get(piece.start..piece.end).unwrap_or_default();
    let counted = |unit: &str| matches!(unit, "家" | "户" | "个" | "所" | "条" | "座");
    CLASSES.head.at_end(chars) == 0 && lexicon::find(text.slice(piece), &[]).is_none_or(|entry| counted(entry.unit))
}

pub(super) fn is_new(text: &Text, verb: Span) -> bool {
    text.chars().get(verb.start..verb.end).is_some_and(|chars| CLASSES.new.has(chars))
}

/// 的增长, 的增速 behind a rate name no thing.
pub(super) fn speaks_of_growth(text: &Text, noun: Span) -> bool {
    CLASSES.change.starts(text, noun.start)
}

/// Whether a verb of reaching or growing stands between name and figure.
pub(super) fn reached(text: &Text, phrase: &Phrase) -> bool {
    let reaches =
        |char| matches!(char, '达' | '到' | '至' | '为' | '破' | '超' | '增' | '升' | '降' | '减' | '涨' | '落' | '逾');
    phrase.tail.iter().any(|word| text.slice(*word).chars().any(reaches))
}

/// Units that count things and say nothing of them.
pub(super) fn is_classifier(unit: &str) -> bool {
    CLASSES.classifier.has(&unit.chars().collect::<Vec<char>>())
}

/// Cuts a long phrase at the verb that brings the figure about: 通过…带动|就业.
pub(super) fn shorten(scene: &Scene, phrase: &mut Phrase) {
    if phrase.len() <= LONG {
        return;
    }
    let text = scene.text();
    let (Some(first), Some(last)) = (phrase.pieces.first().copied(), phrase.pieces.last().copied()) else { return };
    let whole = Span::new(first.start, last.end);
    let verb = scene.document.tokens.inside(whole).iter().rev().find(|token| {
        let words = text.chars().get(token.span.start..token.span.end).unwrap_or_default();
        CLASSES.cause.has(words)
            && token.span.start > whole.start
            && whole.end - token.span.end >= 2
            && text.at(token.span.end) != '的'
    });
    if let Some(verb) = verb {
        let rest = whole.end - verb.span.end;
        phrase.start_at(if rest >= 4 { verb.span.end } else { verb.span.start });
    }
}

/// 引进|甲、乙等|企业: the members of a list that are counted with others are no part of what is counted.
pub(super) fn without_examples(scene: &Scene, phrase: &mut Phrase) {
    let text = scene.text();
    const NOUN: usize = 10;
    let [piece] = phrase.pieces[..] else { return };
    let from = piece.start.max(piece.end.saturating_sub(NOUN));
    let Some(closing) = (from..piece.end).rev().find(|&at| text.at(at) == '等') else { return };
    let rest = || scene.document.tokens.inside(Span::new(closing + 1, piece.end));
    let listed = || !text.ends_with(piece.end, "问题") && (piece.start..closing).any(|at| text.at(at) == '、');
    let things =
        || listed() && rest().iter().all(|token| matches!(token.tag.as_ref(), "n" | "vn" | "b" | "nz" | "a" | "ns"));
    if !CLASSES.counted.ends(text, piece.end) && !things() {
        return;
    }
    let body = super::actors::ends_body(scene, piece.start, closing);
    let listed = body || (piece.start..closing).any(|at| text.at(at) == '、') || text.before(closing) == '”';
    let chars = text.chars().get(piece.start..closing).unwrap_or_default();
    let verb = CLASSES.keep.at_start(chars);
    if !(listed || verb > 0) || closing + 2 >= piece.end {
        return;
    }
    phrase.pieces = vec![Span::new(closing + 1, piece.end)];
    let verb = (verb > 0).then(|| Span::new(piece.start, piece.start + verb));
    let verb = verb.or_else(|| super::actors::listing_verb(scene, Span::new(piece.start, closing)));
    if let Some(verb) = verb {
        phrase.pieces.insert(0, verb);
    }
}

/// 甲产业、乙产业|两大产业产值: what is counted right behind its members is what the figure is about.
pub(super) fn without_members(text: &Text, phrase: &mut Phrase) {
    const NUMERALS: &str = "两三四五六七八九十";
    let Some(piece) = phrase.pieces.first().copied() else { return };
    let Some(last) = (piece.start..piece.end).rev().find(|&at| text.at(at) == '、') else { return };
    let members = 1 + (piece.start..=last).filter(|&at| text.at(at) == '、').count();
    let counts = |at: &usize| {
        let number = NUMERALS.chars().position(|char| char == text.at(*at)).map(|place| place + 2);
        let joined = (piece.start..*at).filter(|&at| matches!(text.at(at), '和' | '与' | '及')).count();
        let counted =
            matches!(text.at(at + 1), '大' | '类' | '种' | '项' | '个' | '家' | '户' | '县' | '市' | '区' | '镇');
        counted && number.is_some_and(|number| number == members || number == members + joined)
    };
    if let Some(at) = (last + 1..piece.end.saturating_sub(3)).find(counts) {
        phrase.start_at(at);
    }
}

/// Whether a count shares the verb of the one before: 新增企业1家、停车泊位20个. Across a comma only plain nouns do.
pub(super) fn shares_verb(scene: &Scene, index: usize, last: &Carried, first: Span) -> bool {
    let text = scene.text();
    let each = CLASSES.each.starts(text, first.start);
    let chars = text.chars().get(first.start..first.end).unwrap_or_default();
    let yearly = text.at(first.start) == '年'; // 建设生产线6条,|年产…
    if each || yearly || keeps(text, first) || CLASSES.cause.at_start(chars) > 0 {
        return false;
    }
    index == last.clause && CLASSES.imperative.at_start(chars) == 0
        || CLASSES.head.at_end(chars) == 0 && starts_with_noun(scene, first)
}

/// 每千人拥有床位8.6张、|执业医师4.9人: what the second count shares with the first.
pub(super) fn per_head(text: &Text, last: &Carried) -> Option<Span> {
    let Some(Part::Text(first)) = last.name.parts.first().copied() else { return None };
    if text.at(first.start) != '每' {
        return None;
    }
    let stop = (first.start..first.end.min(first.start + 10)).find(|at| text.starts_with(*at, "拥有"));
    stop.map(|stop| Span::new(first.start, stop + 2))
}

/// Whether the first words of `span` are a noun.
fn starts_with_noun(scene: &Scene, span: Span) -> bool {
    let token = scene.document.tokens.at(span.start);
    token.is_some_and(|token| !matches!(token.tag.as_ref(), "v" | "d" | "vd" | "p" | "c") && !keeps(scene.text(), span))
}

pub(super) fn ends_with_noun(scene: &Scene, span: Span) -> bool {
    let token = span.end.checked_sub(1).and_then(|at| scene.document.tokens.at(at));
    token.is_some_and(|token| !matches!(token.tag.as_ref(), "v" | "d" | "p"))
}

fn keeps(text: &Text, span: Span) -> bool {
    text.chars().get(span.start..span.end).is_some_and(|chars| CLASSES.keep.at_start(chars) > 0)
}

/// The verb at the front of a counted name: 新增, 培育.
pub(super) fn front_verb(scene: &Scene, phrase: &Phrase) -> Option<Span> {
    let first = phrase.pieces.first()?;
    let chars = scene.text().chars().get(first.start..first.end)?;
    let own = CLASSES.own.at_start(chars);
    let length = CLASSES.keep.at_start(chars.get(own..)?);
    let verb = Span::new(first.start + own, first.start + own + length);
    (length > 0 && scene.document.tokens.is_boundary(verb.end)).then_some(verb) // 增加值 is no gain
}

/// The verb that ends `span`.
pub(super) fn last_verb(scene: &Scene, span: Span) -> Option<Span> {
    let text = scene.text();
    let chars = text.chars().get(span.start..span.end)?;
    let length = CLASSES.keep.at_end(chars);
    if length > 0 {
        return Some(Span::new(span.end - length, span.end));
    }
    let token = scene.document.tokens.at(span.end.checked_sub(1)?)?;
    (matches!(token.tag.as_ref(), "v" | "vn") && token.span.len() > 1 && span.contains(token.span))
        .then_some(token.span)
}

/// Whether the figure is a rate of growth or an absolute gain.
pub(super) fn rates(figure: &Quantity, text: &Text, phrase: &Phrase) -> bool {
    matches!(figure.form, Form::Percent | Form::PercentPoint) && super::kind::trend(text, &phrase.tail).is_some()
}

/// Whether a name of these words says too little alone: 占比, 增速, 对经济增长贡献率.
pub(super) fn is_dependent(text: &Text, chars: &[char]) -> bool {
    let _ = text;
    let words: String = chars.iter().collect();
    CLASSES.dependent.at_start(chars) > 0
        || CLASSES.whole.has(chars)
        || chars.first() == Some(&'对') && (words.contains("贡献") || words.contains("拉动"))
}

/// 完成投资, 到位资金: money that counted projects bring.
pub(super) fn is_paid(text: &Text, phrase: &Phrase) -> bool {
    const PAID: [&str; 5] = ["完成投资", "计划投资", "年度计划投资", "年度投资", "累计投资"];
    PAID.contains(&phrase.words(text).as_str())
}

/// 已建成86个, 目前已发挥效益150项: only verbs, or words that say the counted things came to good.
pub(super) fn comes_to_good(scene: &Scene, phrase: &Phrase) -> bool {
    let text = scene.text();
    let [piece] = phrase.pieces[..] else { return false };
    let chars = text.chars().get(piece.start..piece.end).unwrap_or_default();
    CLASSES.result.has(chars)
        || CLASSES.keep.has(chars)
        || piece.len() <= SHORT_VERB
            && scene
                .document
                .tokens
                .inside(piece)
                .iter()
                .all(|token| matches!(token.tag.as_ref(), "v" | "d" | "vd" | "ad" | "ul"))
}

/// 挺进全省|县域经济|前30强: what is ranked, where it stands behind the verb.
pub(super) fn field(text: &Text, span: Span) -> Option<Span> {
    let chars = text.chars().get(span.start..span.end)?;
    let own = CLASSES.own.at_start(chars);
    let field = text.trim(Span::new(span.start + own, span.end));
    let chars = text.chars().get(field.start..field.end)?;
    let plain = chars.iter().all(|char| crate::text::is_han(*char));
    (field.len() >= 3 && plain && CLASSES.own.at_end(chars) == 0).then_some(field)
}

/// 总量全省|第二: the field of a ranking is no part of the name.
pub(super) fn drop_region_at_end(text: &Text, phrase: &mut Phrase) {
    let Some(piece) = phrase.pieces.last_mut() else { return };
    let chars = text.chars().get(piece.start..piece.end).unwrap_or_default();
    let length = CLASSES.own.at_end(chars);
    if length > 0 && length < chars.len() {
        piece.end -= length;
    }
}
