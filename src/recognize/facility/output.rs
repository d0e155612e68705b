//! Projects named by what they bring out: 年产30万吨磷酸铁锂项目, 云山县500兆瓦光伏电站.

use crate::analysis::Span;
use crate::lexicon::Lexicon;
use crate::recognize::organization::walk::{Walker, Worth};
use std::sync::LazyLock;

/// Units of output, and the verbs before the amount.
static UNITS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("output.tsv")));

/// An amount with its unit is no longer than this.
const LONGEST: usize = 14;
/// No unit or verb is longer.
const UNIT: usize = 5;

/// Where the name begins that ends in `suffix` and whose words behind the amount begin at `start`.
pub fn begin(walker: &Walker, start: usize, suffix: Span) -> Option<usize> {
    let text = &walker.document().text;
    let amount = amount_before(walker, start)?;
    let content = start < suffix.start || walker.document().tokens.is_boundary(suffix.start);
    let (verb, made) = match UNITS.longest_before(text, amount, amount.saturating_sub(UNIT)) {
        Some((verb, row)) if row.get(1) == Some(&"verb") => (verb.start, true),
        _ => (amount, false),
    };
    let front = walker.start_of(verb);
    let owner = Span::new(front, verb);
    let owned = walker.worth(owner) == Worth::Proper && !matches!(text.before(verb), '、' | ',');
    if owned {
        return content.then_some(front);
    }
    (made && content).then_some(verb)
}

/// Where the amount begins that ends at `start`, or whose unit the words there begin with: 30|万吨…, 500|MW….
fn amount_before(walker: &Walker, start: usize) -> Option<usize> {
    (start..=start + UNIT).find_map(|end| amount_to(walker, end)).filter(|amount| *amount < start)
}

/// Where the amount begins whose unit ends at `end`.
fn amount_to(walker: &Walker, end: usize) -> Option<usize> {
    let text = &walker.document().text;
    let floor = end.saturating_sub(LONGEST);
    let (unit, _) = UNITS
        .longest_before(text, end, end.saturating_sub(UNIT).max(floor))
        .filter(|(_, row)| row.get(1) == Some(&"unit") && !text.at(end).is_ascii_alphabetic())?;
    let mut at = unit.start;
    while at > floor && matches!(text.before(at), '万' | '亿' | '千' | '百') {
        at -= 1;
    }
    let digits = at;
    while at > floor && (text.before(at).is_ascii_digit() || text.before(at) == '.') {
        at -= 1;
    }
    let signed = at < digits && text.before(at) == '±';
    let at = at - usize::from(signed);
    let apart = !text.before(at).is_ascii_alphanumeric() && !matches!(text.before(at), '-' | '~' | '/');
    (at < digits && apart).then_some(at)
}
