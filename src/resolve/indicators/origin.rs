//! The value that a change starts from: 由现在的82%|提高到….

use super::clause::{Clause, Scene};
use super::sign::sign_in;
use crate::analysis::{Span, Status};
use crate::text::Text;

/// Where the value starts that a change ends with: in 由…的58%|提高到70%以上 what was said of the first value ends with it.
pub(super) fn origin_before(scene: &Scene, clause: &Clause, at: Span) -> Option<usize> {
    let next = scene.figures.partition_point(|figure| figure.span.start < at.start);
    let before = next.checked_sub(1).and_then(|index| scene.figures.get(index))?;
    let promised = |from: usize| sign_in(scene, Span::new(clause.span.start, from));
    let inside = clause.span.contains(before.span) && is_origin(scene.text(), before.span);
    let from = inside.then(|| opening(scene.text(), before.span)).flatten()?;
    promised(from).is_none_or(|sign| sign.status == Status::Actual).then_some(before.span.end)
}

/// Whether the value over `span` is what a change starts from: 由现在的82%提高到….
pub(super) fn is_origin(text: &Text, span: Span) -> bool {
    const CHANGE: usize = 6;
    let reaches = |at: usize| matches!(text.at(at), '到' | '至' | '为');
    let open = (span.end..span.end + CHANGE).take_while(|&at| crate::text::is_han(text.at(at)));
    opening(text, span).is_some() && open.skip(1).any(reaches)
}

/// Where 由 or 从 stands that opens the value over `span`.
fn opening(text: &Text, span: Span) -> Option<usize> {
    const REACH: usize = 12;
    (span.start.saturating_sub(REACH)..span.start)
        .rev()
        .take_while(|&at| crate::text::is_han(text.at(at)) || text.at(at).is_ascii_digit())
        .find(|&at| matches!(text.at(at), '由' | '从'))
}
