//! Firms named by brand and trade (新松|机器人, 祥光|铜业), and those whose chief is named beside them.

use super::walk::{Walker, Worth};
use super::words::CLASSES;
use crate::analysis::{OrganizationKind, Span};
use crate::lexicon::Lexicon;
use crate::recognize::OrganizationMention;
use crate::segment::Token;
use crate::text::{is_among, is_han};
use std::sync::LazyLock;

pub(super) static TRADES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("trades.tsv")));

/// What stands behind the name of a firm.
static DEEDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("deeds.tsv")));

/// Adds the firms of the text that a brand and its surroundings show.
pub fn recognize(walker: &Walker, into: &mut Vec<OrganizationMention>) {
    let document = walker.document();
    let text = &document.text;
    for (index, token) in document.tokens.list().iter().enumerate() {
        let Some((length, _)) = TRADES.longest_at(text, token.span.end, text.len()) else { continue };
        if !is_brand(walker, token) {
            continue;
        }
        let end = token.span.end + length;
        let before = index.checked_sub(1).and_then(|index| document.tokens.list().get(index));
        let start = before
            .filter(|before| walker.place_before(before.span.end) == Some(before.span.start))
            .map_or(token.span.start, |before| before.span.start);
        let sure = start < token.span.start || text.before(end) == '业' || apposed(text, start);
        if !document.tokens.is_boundary(end) || !(sure || closes(walker, end)) || walker.start_of(start) != start {
            continue;
        }
        into.push(firm(Span::new(start, end)));
    }
    doubled(walker, into);
    placed(walker, into);
    chiefs(walker, into);
}

fn firm(span: Span) -> OrganizationMention {
    OrganizationMention {
        span,
        full: None,
        kind: OrganizationKind::Company,
        generic: false,
        rule: "organization/brand",
    }
}

/// Whether 龙头企业, 上市公司 and the like stand before `at`, which say that a firm is named.
fn apposed(text: &crate::text::Text, at: usize) -> bool {
    let lead = text.slice(Span::new(at.saturating_sub(4), at));
    CLASSES.apposed.contains(lead)
}

/// Names of two words before the trade, one of them unknown: 润际|远东|铝业, 大理|东宝|食品.
fn doubled(walker: &Walker, into: &mut Vec<OrganizationMention>) {
    let document = walker.document();
    let (text, tokens) = (&document.text, document.tokens.list());
    for pair in tokens.windows(2) {
        let [first, second] = pair else { continue };
        let han = |token: &Token| (token.span.start..token.span.end).all(|at| is_han(text.at(at)));
        let Some((length, _)) = TRADES.longest_at(text, second.span.end, text.len()) else { continue };
        let two = |token: &Token| token.span.len() == 2 && han(token) && !walker.stops(token.span);
        if !two(first) || !two(second) {
            continue;
        }
        let span = Span::new(first.span.start, second.span.end + length);
        let unknown = |token: &Token| matches!(&*token.tag, "x" | "nz" | "nr");
        let placed = |token: &Token| walker.is_place(token.span) || &*token.tag == "ns";
        let name = |token: &Token| unknown(token) || placed(token);
        let named = name(first) && name(second) && (unknown(first) || unknown(second));
        if named
            && document.tokens.is_boundary(span.end)
            && (closes(walker, span.end) || is_among(text.at(span.end), "都也已正在将则"))
            && walker.start_of(second.span.end) == span.start
        {
            into.push(firm(span));
        }
    }
}

/// 大冶|特钢, 江西|铜业: a place before a trade that only firms are named by.
fn placed(walker: &Walker, into: &mut Vec<OrganizationMention>) {
    let document = walker.document();
    let text = &document.text;
    for token in document.tokens.list() {
        let trade = text.chars().get(token.span.end..).map_or(0, |rest| CLASSES.placed.at_start(rest));
        if trade == 0 || &*token.tag != "ns" && !walker.is_place(token.span) {
            continue;
        }
        let end = token.span.end + trade;
        let listed = text.before(token.span.start) == '、' || text.at(end) == '、';
        if document.tokens.is_boundary(end)
            && (listed && closes(walker, end) || CLASSES.chief.starts(text, end))
            && walker.start_of(token.span.end) == token.span.start
        {
            into.push(firm(Span::new(token.span.start, end)));
        }
    }
}

/// 云帆|装备|董事长: any word before a trade, where the chief of the firm follows.
fn chiefs(walker: &Walker, into: &mut Vec<OrganizationMention>) {
    const LONGEST: usize = 10;
    let document = walker.document();
    let text = &document.text;
    for token in document.tokens.list() {
        let at = token.span.start;
        if !CLASSES.firm_chief.starts(text, at) {
            continue;
        }
        let Some((trade, _)) = TRADES.longest_before(text, at, at.saturating_sub(4)) else { continue };
        let mut start = walker.start_of(trade.start);
        if start == trade.start {
            start = brand_verb(walker, start).unwrap_or(start); // 远航 is a verb in the dictionary
        }
        let brand = Span::new(start, trade.start);
        let whole = document.tokens.is_boundary(trade.start) && (2..=LONGEST).contains(&brand.len());
        if whole && walker.worth(brand) >= Worth::Some {
            into.push(firm(Span::new(start, at)));
        }
    }
}

/// Where the verb of two characters begins that ends at `end` and has a mark or a word of another class before it.
fn brand_verb(walker: &Walker, end: usize) -> Option<usize> {
    let (word, _) = walker.word_before(end)?;
    let text = &walker.document().text;
    let han = (word.start..word.end).all(|at| is_han(text.at(at)));
    let apart = !is_han(text.before(word.start))
        || walker.word_before(word.start).is_some_and(|(_, tag)| matches!(tag, "p" | "r" | "v" | "c" | "uj" | "n"));
    (word.len() == 2 && han && apart && !walker.stops(word)).then_some(word.start)
}

/// A word that no dictionary knows, or a brand that it does.
fn is_brand(walker: &Walker, token: &Token) -> bool {
    let han = (token.span.start..token.span.end).all(|at| is_han(walker.document().text.at(at)));
    let brand = matches!(&*token.tag, "x" | "nz") && (2..=4).contains(&token.span.len());
    let enumerates = token.span.len() == 2
        && is_among(walker.document().text.at(token.span.start), "一二三四五六七八九十")
        && is_among(walker.document().text.at(token.span.start + 1), "靠是要抓看讲有为"); // 一靠|科技
    han && brand
        && !enumerates
        && walker.worth(token.span) == Worth::Proper
        && walker.start_of(token.span.end) == token.span.start
}

/// Whether a firm's name can end at `end`: a mark, 等 or a chief's post follows.
fn closes(walker: &Walker, end: usize) -> bool {
    let text = &walker.document().text;
    let counted = text.at(end).is_ascii_digit() && text.at(end + 1) == '家'; // 甲、乙3家企业
    counted
        || DEEDS.longest_at(text, end, text.len()).is_some()
        || matches!(text.at(end), '、' | ',' | '。' | ';' | ')' | '(' | '等' | '和' | '与' | '的' | '\0')
        || CLASSES.chief.starts(text, end)
}
