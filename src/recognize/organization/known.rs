//! Bodies known all over the country: 国家发展改革委, 中国移动, 新华社.

use super::walk::Walker;
use super::words::CLASSES;
use crate::analysis::Span;
use crate::lexicon::Lexicon;
use crate::recognize::OrganizationMention;
use crate::text::{is_among, is_han};
use std::sync::LazyLock;

static BODIES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("bodies.tsv")));

static TAILS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("tails.tsv")));

/// Behind a party these make a membership of it: 民建|会员.
const MEMBERS: [&str; 4] = ["会员", "盟员", "党员", "社员"];

/// From this length on a form needs no word boundary around it.
const SURE: usize = 4;

/// After a form these make it a common phrase: 中国建筑|之乡, 中国汽车|业.
const COMMON: &str = "之业";

/// Adds the well-known bodies of the text.
pub fn recognize(walker: &Walker, into: &mut Vec<OrganizationMention>) {
    let document = walker.document();
    let text = &document.text;
    let mut at = 0;
    while at < text.len() {
        let Some((length, row)) = BODIES.longest_at(text, at, text.len()) else {
            at += 1;
            continue;
        };
        let mut end = at + length;
        let whole = document.tokens.is_boundary(at) && document.tokens.is_boundary(end);
        let surname =
            at > 0 && document.tokens.at(at - 1).is_some_and(|token| token.span.len() == 1 && &*token.tag == "nr");
        if surname && text.before(end) == '为' && is_han(text.at(end)) {
            at += 1; // 李华|为贵阳市教育局局长
            continue;
        }
        if MEMBERS.iter().any(|word| text.starts_with(end, word)) {
            at = end;
            continue;
        }
        if (length < SURE && !whole) || crate::text::is_among(text.at(end), COMMON) {
            at += 1;
            continue;
        }
        let tail = if row.get(1) == Some(&"company") { tail(walker, Span::new(at, end)) } else { None };
        end = tail.unwrap_or(end);
        let full = row.get(2).filter(|full| !full.is_empty() && tail.is_none());
        into.push(OrganizationMention {
            span: Span::new(at, end),
            full: full.map(|full| (*full).to_owned()),
            kind: super::kind(row.get(1)),
            generic: false,
            rule: "organization/known",
        });
        at = end;
    }
}

/// The end of a word that makes a firm one of its daughters: 徐工|汽车, 徐工|有限, 中建八局|二公司.
fn tail(walker: &Walker, firm: Span) -> Option<usize> {
    let (text, end) = (&walker.document().text, firm.end);
    let listed = matches!(text.before(firm.start), '、' | '和' | '与'); // 甲、乙三公司: three firms
    if !listed && is_among(text.at(end), "一二三四五六七八九十") && text.starts_with(end + 1, "公司") {
        return Some(end + 3);
    }
    let document = walker.document();
    let (length, _) = TAILS.longest_at(&document.text, end, document.text.len())?;
    let end = end + length;
    let trade = CLASSES.trade.starts(&document.text, end);
    (document.tokens.is_boundary(end) && !trade).then_some(end)
}
