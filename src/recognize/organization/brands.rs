//! Firms named by brand and trade (新松|机器人, 祥光|铜业), and those whose chief is named beside them.

use super::walk::{Walker, Worth};
use crate::analysis::{OrganizationKind, Span};
use crate::lexicon::Lexicon;
use crate::recognize::OrganizationMention;
use crate::segment::Token;
use crate::text::is_han;
use std::sync::LazyLock;

static TRADES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("trades.tsv")));

/// Posts at the head of a firm; the first character that is Han follows its name.
const CHIEFS: [&str; 12] = [
    "董事长",
    "总裁",
    "副总裁",
    "总经理",
    "副总经理",
    "创始人",
    "首席执行官",
    "生产总监",
    "技术总监",
    "运营总监",
    "负责人",
    "工程师",
];

/// Adds the firms of the text that a brand and its surroundings show.
pub fn recognize(walker: &Walker, into: &mut Vec<OrganizationMention>) {
    let document = walker.document();
    let text = &document.text;
    for (index, token) in document.tokens.list().iter().enumerate() {
        if !is_brand(walker, token) {
            continue;
        }
        let Some((length, _)) = TRADES.longest_at(text, token.span.end, text.len()) else { continue };
        let end = token.span.end + length;
        let before = index.checked_sub(1).and_then(|index| document.tokens.list().get(index));
        let start = before
            .filter(|before| walker.place_before(before.span.end) == Some(before.span.start))
            .map_or(token.span.start, |before| before.span.start);
        let sure = start < token.span.start || text.before(end) == '业';
        if !document.tokens.is_boundary(end) || !(sure || closes(walker, end)) || walker.start_of(start) != start {
            continue;
        }
        into.push(OrganizationMention {
            span: Span::new(start, end),
            full: None,
            kind: OrganizationKind::Company,
            generic: false,
            rule: "organization/brand",
        });
    }
}

/// A word that no dictionary knows, or a brand that it does.
fn is_brand(walker: &Walker, token: &Token) -> bool {
    let han = (token.span.start..token.span.end).all(|at| is_han(walker.document().text.at(at)));
    let brand = matches!(&*token.tag, "x" | "nz") && (2..=4).contains(&token.span.len());
    han && brand && walker.worth(token.span) == Worth::Proper && walker.start_of(token.span.end) == token.span.start
}

/// Whether a firm's name can end at `end`: a mark, 等 or a chief's post follows.
fn closes(walker: &Walker, end: usize) -> bool {
    let text = &walker.document().text;
    matches!(text.at(end), '、' | ',' | '。' | ';' | ')' | '(' | '等' | '和' | '与' | '的' | '\0')
        || CHIEFS.iter().any(|chief| text.starts_with(end, chief))
}
