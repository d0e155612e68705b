//! Offices by their short names where somebody of theirs is named: 自治区铁建办|主任, 荆门市铁路办|负责人.

use super::anchor;
use super::walk::{Walker, Worth};
use super::words::CLASSES;
use crate::analysis::{OrganizationKind, Span};
use crate::recognize::OrganizationMention;
use crate::text::is_han;

/// Characters that make a verb of 办: 举办, 主办.
const VERBS: &str = "举主承协兴开停查代经督交包帮合联筹申待审受会";

/// How many characters of the field stand between the level and 办.
const FIELD: std::ops::RangeInclusive<usize> = 1..=6;

/// Adds the offices of the text.
pub fn recognize(walker: &Walker, into: &mut Vec<OrganizationMention>) {
    let text = &walker.document().text;
    for at in 1..text.len() {
        let staffed = text.at(at) == '办' && CLASSES.staff.starts(text, at + 1);
        if !staffed || crate::text::is_among(text.before(at), VERBS) {
            continue;
        }
        let Some(start) = begin(walker, at) else { continue };
        into.push(OrganizationMention {
            span: Span::new(start, at + 1),
            full: None,
            kind: OrganizationKind::Government,
            generic: false,
            rule: "organization/office",
        });
    }
}

/// Where the level or place begins that the field before `at` belongs to.
fn begin(walker: &Walker, at: usize) -> Option<usize> {
    let text = &walker.document().text;
    let fields = FIELD.filter_map(|length| at.checked_sub(length));
    let fields = fields.take_while(|&field| is_han(text.at(field)));
    let found = fields.filter_map(|field| {
        let anchor = anchor::before(walker, field, false)?;
        (walker.worth(Span::new(field, at)) >= Worth::Class).then_some(anchor.start)
    });
    found.min()
}
