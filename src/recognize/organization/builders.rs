//! Bureaus and institutes of the state builders, known by number or trade: 中铁十四局, 中交一航局, 中建八局, 中铁隧道局.

use super::walk::Walker;
use super::words::CLASSES;
use crate::analysis::{OrganizationKind, Span};
use crate::lexicon::Lexicon;
use crate::recognize::OrganizationMention;
use std::sync::LazyLock;

static BUILDERS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("builders.tsv")));

/// Words for the form of the firm behind.
const FORMS: [&str; 6] = ["集团有限公司", "有限责任公司", "集团公司", "有限公司", "集团", "公司"];

/// Adds the bureaus of the text.
pub fn recognize(walker: &Walker, into: &mut Vec<OrganizationMention>) {
    let text = &walker.document().text;
    for at in 0..text.len() {
        let Some((length, row)) = BUILDERS.longest_at(text, at, text.len()) else { continue };
        let end = at + length;
        let end = if row.get(1) == Some(&"whole") { Some(end) } else { numbered(walker, end) };
        let Some(end) = end else { continue };
        let form = FORMS.iter().find(|form| text.starts_with(end, form)).map_or(0, |form| form.chars().count());
        into.push(OrganizationMention {
            span: Span::new(at, end + form),
            full: None,
            kind: OrganizationKind::Company,
            generic: false,
            rule: "organization/builder",
        });
    }
}

/// The end of the number and the class word at `at`: 二十局, 三航局.
fn numbered(walker: &Walker, at: usize) -> Option<usize> {
    const LONGEST: usize = 3;
    let text = &walker.document().text;
    let digits = (at..at + LONGEST).take_while(|&at| is_numeral(text.at(at))).count();
    let class = CLASSES.bureau.iter().find(|class| text.starts_with(at + digits, class))?;
    let end = at + digits + class.chars().count();
    let whole = walker.document().tokens.is_boundary(end) || class.ends_with('局');
    (digits > 0 && whole).then_some(end)
}

fn is_numeral(char: char) -> bool {
    char.is_ascii_digit() || crate::text::is_among(char, "一二三四五六七八九十")
}
