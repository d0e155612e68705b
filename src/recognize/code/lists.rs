//! Enumerations: how a stretch of text divides into the members of a list.

use crate::analysis::Span;
use crate::recognize::action;
use crate::text::Text;

/// A member is no longer than this.
const MAX_MEMBER: usize = 30;

/// The members of `span`, divided at 、 and at a last 和; exactly `want` of them where a number is wanted.
pub fn split(text: &Text, span: Span, want: Option<u32>) -> Option<Vec<Span>> {
    let span = without_tail(text, text.trim(span));
    let mut pieces = at_marks(text, span);
    let want = want.map(|want| want as usize);
    let lacks_one = want.is_none_or(|want| want == pieces.len() + 1);
    if lacks_one && let Some((first, second)) = pieces.last().and_then(|&last| at_conjunction(text, last)) {
        pieces.pop();
        pieces.extend([first, second]);
    }
    let pieces: Vec<Span> = pieces.into_iter().map(|piece| unquoted(text, text.trim(piece))).collect();
    let fits = want.map_or(pieces.len() >= 2, |want| want == pieces.len());
    (fits && pieces.iter().all(|piece| !piece.is_empty() && piece.len() <= MAX_MEMBER)).then_some(pieces)
}

/// `span` without a last 等.
fn without_tail(text: &Text, span: Span) -> Span {
    let mut end = span.end;
    // 甲、乙这些未来产业
    let these = |at: &usize| text.starts_with(*at, "这些") || text.starts_with(*at, "这类");
    if let Some(at) = (span.end.saturating_sub(8).max(span.start + 1)..span.end).find(these) {
        end = at;
    }
    while end > span.start && matches!(text.before(end), '等' | ',' | '、') {
        end -= 1;
    }
    Span::new(span.start, end)
}

/// Divides at 、, and at nothing where quoted items touch (“甲”“乙”); marks inside brackets do not divide.
fn at_marks(text: &Text, span: Span) -> Vec<Span> {
    let (mut pieces, mut start, mut depth) = (Vec::new(), span.start, 0_u32);
    for at in span.start..span.end {
        match text.at(at) {
            '(' | '《' => depth += 1,
            ')' | '》' => depth = depth.saturating_sub(1),
            '、' if depth == 0 => {
                pieces.push(Span::new(start, at));
                start = at + 1;
            }
            '“' if at > start && text.before(at) == '”' => {
                pieces.push(Span::new(start, at));
                start = at;
            }
            _ => {}
        }
    }
    pieces.push(Span::new(start, span.end));
    pieces
}

/// Divides a last piece at 和, 与, 及, 以及.
fn at_conjunction(text: &Text, piece: Span) -> Option<(Span, Span)> {
    (piece.start + 1..piece.end.saturating_sub(1)).find_map(|at| {
        let length = match text.at(at) {
            '以' if text.at(at + 1) == '及' => 2,
            '和' | '与' | '及' => 1,
            _ => return None,
        };
        Some((Span::new(piece.start, at), Span::new(at + length, piece.end)))
    })
}

fn unquoted(text: &Text, piece: Span) -> Span {
    let mut piece = piece;
    if piece.len() >= 2 && matches!(text.at(piece.start), '“' | '‘') && matches!(text.before(piece.end), '”' | '’')
    {
        piece = Span::new(piece.start + 1, piece.end - 1);
    }
    piece
}

/// Takes the words off the first member that do not belong to the list: verbs and what stands before them.
pub fn strip_first(text: &Text, members: &mut [Span]) {
    let Some((first, rest)) = members.split_first_mut() else { return };
    let proposed = text.starts_with(first.start, "提出") && first.len() > 4;
    first.start += if proposed { 2 } else { 0 }; // 提出|实施甲、乙
    if rest.iter().any(|member| action::is_verb_at(text, member.start, member.end)) {
        strip_to_length(text, first, rest);
        return;
    }
    let owned = |member: &Span| (member.start..member.end).rev().find(|&at| text.at(at) == '的');
    if let Some(at) = owned(first).filter(|&at| at + 1 < first.end && rest.iter().all(|member| owned(member).is_none()))
    {
        first.start = at + 1;
    }
    let least = rest.iter().map(|member| member.len()).min().unwrap_or(0).saturating_sub(1);
    *first = action::strip_leads(text, *first, least);
    let longest = rest.iter().map(|member| member.len()).max().unwrap_or(0);
    let long = first.len() > longest.max(4) * 2;
    if long || first.len() > longest + 2 {
        let fits = |end: usize| long || (least..=longest + 2).contains(&(first.end - end));
        let verb = (first.start + 1..first.end).rev().filter(|&end| fits(end)).find(|&end| {
            matches!(action::lead_before(text, end, first.start), Some((span, action::Lead::Verb)) if span.len() >= 2)
        });
        if let Some(end) = verb {
            *first = action::strip_leads(text, Span::new(end, first.end), least);
        }
    }
}

/// Where the members are verbal themselves, the first is cut to the length closest to the others'.
fn strip_to_length(text: &Text, first: &mut Span, rest: &[Span]) {
    let usual = rest.iter().map(|member| member.len()).sum::<usize>() / rest.len().max(1);
    let (mut best, mut at) = (*first, first.start);
    while let Some((end, _)) = action::lead_at(text, at, first.end) {
        let cut = Span::new(end, first.end);
        if cut.is_empty() || cut.len() < 2 {
            break;
        }
        if cut.len().abs_diff(usual) < best.len().abs_diff(usual) {
            best = cut;
        }
        at = end;
    }
    *first = best;
}
