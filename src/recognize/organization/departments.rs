//! Bodies named by their field after a level or a place: 市|发改委, 徐州市|教育局, 省委|组织部.

use super::anchor;
use super::walk::Walker;
use crate::analysis::Span;
use crate::lexicon::Lexicon;
use crate::recognize::OrganizationMention;
use std::sync::LazyLock;

static DEPARTMENTS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("departments.tsv")));

/// Adds the departments of the text.
pub fn recognize(walker: &Walker, into: &mut Vec<OrganizationMention>) {
    let text = &walker.document().text;
    for at in 0..text.len() {
        let Some((length, row)) = DEPARTMENTS.longest_at(text, at, text.len()) else { continue };
        let (end, bare) = (at + length, row.get(2).copied().unwrap_or_default());
        if bare == "no" || super::followed(walker, end, row.get(4)) || super::fused(text, end) {
            continue;
        }
        let anchor = anchor::before(walker, at, false);
        let start = match anchor {
            Some(anchor) => anchor.start,
            None if bare == "bare" && stands_alone(walker, at) => at,
            None => continue,
        };
        into.push(OrganizationMention {
            span: Span::new(start, end),
            full: None,
            kind: super::kind(row.get(1)),
            generic: false,
            rule: if anchor.is_some() { "organization/department" } else { "organization/department-alone" },
        });
    }
}

/// Whether a department without anything before it begins a word there.
fn stands_alone(walker: &Walker, at: usize) -> bool {
    walker.document().tokens.is_boundary(at)
}

/// `name` with the field it ends in written out.
pub fn wording(name: &str) -> String {
    if let Some(short) = without_form(name) {
        return short.to_owned();
    }
    let name = &name.strip_prefix("中共").unwrap_or(name).replace("党委", "委");
    let ends = name.char_indices().map(|(at, _)| at);
    for at in ends {
        if let Some(full) = DEPARTMENTS.get(&name[at..]).and_then(|row| row.get(3)).filter(|full| !full.is_empty()) {
            return format!("{}{full}", &name[..at]);
        }
    }
    name.to_owned()
}

/// The name of a firm without the words for its legal form, where enough is left: 某某集团 of 某某集团有限公司.
fn without_form(name: &str) -> Option<&str> {
    const FORMS: [&str; 5] = ["股份有限公司", "有限责任公司", "集团有限公司", "集团公司", "有限公司"];
    const LEAST: usize = 4;
    let form = FORMS.iter().find(|form| name.ends_with(**form))?;
    let kept = if form.starts_with("集团") { "集团".len() } else { 0 };
    let short = &name[..name.len() - form.len() + kept];
    (short.chars().count() >= LEAST).then_some(short)
}
