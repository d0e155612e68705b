//! Figures side by side: lists, thresholds, slogans.

use super::clause::Scene;
use super::words::CLASSES;
use crate::analysis::Span;
use crate::recognize::quantity::{Form, Quantity};
use crate::text::Text;

/// How many figures one list may have.
pub(super) const LIST: usize = 12;

/// 为-2.1‰: a minus sign right before the number.
pub(super) fn minus_before(text: &Text, at: usize) -> bool {
    let sign = matches!(text.before(at), '-' | '－') || text.before(at) == '负';
    let before = at.checked_sub(1).map(|at| text.before(at)).unwrap_or_default();
    sign && !before.is_ascii_alphanumeric()
}

/// 亿元 or 百亿 without a numeral before it and without a verb of reaching: a class or a slogan, not a figure.
pub(super) fn is_figurative(text: &Text, figure: &Quantity) -> bool {
    if figure.form == Form::Multiple && matches!(text.before(figure.span.start), '个' | '双') {
        return true; // 两个翻番: the name of a goal
    }
    let bare = text
        .slice(figure.span)
        .chars()
        .all(|char| matches!(char, '十' | '百' | '千' | '万' | '亿' | '元' | '级' | '斤' | '人' | '亩'));
    let reaches = |char| {
        matches!(char, '达' | '到' | '至' | '为' | '破' | '超' | '过' | '上' | '越' | '身' | '向' | '逾' | '近' | '入')
    };
    bare && matches!(figure.form, Form::Money | Form::Count) && !reaches(text.before(figure.span.start))
}

/// 营业收入超10亿元企业30家: the first figure only says which firms are counted.
pub(super) fn is_threshold(text: &Text, figure: &Quantity, next: Option<usize>) -> bool {
    let start = figure.span.end + usize::from(text.at(figure.span.end) == '的');
    let class = CLASSES.above.iter().find(|class| text.starts_with(start, class));
    let above = matches!(text.before(figure.span.start), '过' | '超' | '逾');
    let bounded = above || figure.comparator != crate::analysis::Comparator::Equal;
    class.is_some_and(|class| bounded && next == Some(start + class.chars().count()))
}

/// 在全省14个|市中排名|第二, 全市7个|县(市、区)|第2位: the first figure only says among how many the second one is counted.
pub(super) fn is_company(text: &Text, figure: &Quantity, next: Option<&&Quantity>) -> bool {
    const LONGEST: usize = 14;
    let Some(rank) = next.filter(|next| next.form == Form::Rank && figure.form == Form::Count) else { return false };
    let between = Span::new(figure.span.end, rank.span.start);
    if between.is_empty() || between.len() > LONGEST {
        return false;
    }
    let chars = text.chars().get(between.start..between.end).unwrap_or_default();
    let verb = CLASSES.rank.at_end(chars);
    let company = &chars[..chars.len() - verb];
    let company = company.strip_suffix(&['中']).unwrap_or(company);
    let kinds = company.iter().position(|char| *char == '('); // 县(市、区)
    let closed = kinds.is_some() == company.ends_with(&[')']);
    closed && CLASSES.company.has(&company[..kinds.unwrap_or(company.len())])
}

/// 1.2万户3.9万人: households and the people in them.
pub(super) fn is_of_both(one: &Quantity, other: &Quantity) -> bool {
    one.span.end == other.span.start && one.unit == "户" && matches!(other.unit.as_str(), "人" | "名" | "口")
}

/// How many of `figures` are joined by nothing but 、 or 和.
pub(super) fn list_length(text: &Text, figures: &[&Quantity]) -> usize {
    let joined = |pair: &[&Quantity]| match pair {
        [one, other] if is_of_both(one, other) => true,
        [one, other] if one.span.end <= other.span.start && other.span.start - one.span.end <= 4 => {
            let between = text.slice(Span::new(one.span.end, other.span.start)).trim();
            let parts = between == ":" && one.rule == "quantity/structure";
            parts
                || matches!(between, "、" | "和" | "与" | "及" | "以及" | "," | ";" | "、增长" | "和增长")
                    && one.form != Form::Rank
        }
        _ => false,
    };
    1 + figures.windows(2).take(LIST - 1).take_while(|pair| joined(pair)).count()
}

/// The words of change right before a later figure of a list (增长5%、下降3%), else those before the list.
pub(super) fn list_tail(scene: &Scene, figure: &Quantity, shared: &[Span]) -> Vec<Span> {
    own_change(scene.text(), figure).map_or_else(|| shared.to_vec(), |word| vec![word])
}

/// The word of change right before `figure`: 增长 5%.
pub(super) fn own_change(text: &Text, figure: &Quantity) -> Option<Span> {
    let end = figure.span.start - usize::from(text.before(figure.span.start) == ' ');
    let chars = text.chars().get(end.saturating_sub(4)..end).unwrap_or_default();
    let length = CLASSES.growth.at_end(chars).max(CLASSES.decline.at_end(chars));
    (length > 1).then(|| Span::new(end - length, end))
}
