//! The members of a coded term, where the document lists them right before or right behind it.

use super::{layout, lists};
use crate::analysis::Span;
use crate::lexicon::Lexicon;
use crate::recognize::action;
use crate::text::Text;
use std::sync::LazyLock;

/// A list before or behind a term is no longer than this.
const MAX_LIST: usize = 160;
/// What leads from a term to its members: “三个年”,即…
static LINKS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("links.tsv")));

/// Verbs of a clause that sums up the one before it.
static SUMS_UP: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("sums_up.tsv")));

/// The members right before `start`, where the term (its opening mark) begins.
pub fn before(text: &Text, start: usize, want: Option<u32>) -> Option<Vec<Span>> {
    before_from(text, start, want, 0)
}

/// The members right before `start`, at `floor` or behind it.
pub fn before_from(text: &Text, start: usize, want: Option<u32>, floor: usize) -> Option<Vec<Span>> {
    if matches!(text.before(start), '、' | ',') {
        return None;
    }
    let (end, owned) = without_link(text, start);
    if text.before(end) == '”' {
        return quoted_before(text, end, want).or_else(|| open_list(text, end, want, owned, floor));
    }
    open_list(text, end, want, owned, floor).or_else(|| clause_before(text, end, want))
}

/// Takes 的, 等 and a verb of reaching (实现“双提升”) off; whether a 的 was there.
fn without_link(text: &Text, start: usize) -> (usize, bool) {
    let mut end = start;
    let owned = text.before(end) == '的';
    if owned {
        end -= 1;
    }
    for verb in ["实现", "形成", "这"] {
        if text.ends_with(end, verb) {
            end -= verb.chars().count();
        }
    }
    if text.before(end) == '等' {
        end -= 1;
    }
    (end, owned)
}

/// “甲、乙、丙”三个…, or “甲”“乙”“丙”三个…
fn quoted_before(text: &Text, end: usize, want: Option<u32>) -> Option<Vec<Span>> {
    let open = open_mark(text, end)?;
    let inner = Span::new(open + 1, end - 1);
    if let Some(members) = lists::split(text, inner, want).filter(|_| text.slice(inner).contains('、')) {
        return Some(members);
    }
    let mut start = open;
    while let '”' | '、' | '和' | '与' = text.before(start) {
        let close = if text.before(start) == '”' { start } else { start - 1 };
        if text.before(close) != '”' || end - start > MAX_LIST {
            break;
        }
        start = open_mark(text, close)?;
    }
    lists::split(text, Span::new(start, end), want)
}

/// The opening mark of the quotation that closes right before `end`.
fn open_mark(text: &Text, end: usize) -> Option<usize> {
    let floor = end.saturating_sub(MAX_LIST);
    (floor..end.saturating_sub(1))
        .rev()
        .take_while(|&at| !matches!(text.at(at), '\n' | '”'))
        .find(|&at| text.at(at) == '“')
}

/// 建立甲、乙和丙“三项机制”; 以甲为统领、乙为基础的“两位一体”; 以甲、乙为主导的“3+5”产业.
fn open_list(text: &Text, end: usize, want: Option<u32>, owned: bool, floor: usize) -> Option<Vec<Span>> {
    let floor = end.saturating_sub(MAX_LIST).max(floor).min(end);
    let start = list_start(text, floor, end);
    // 甲、乙、丙是…的“三项工作”: the list ends at 是. 和甲、乙两大…: behind another list it begins with 和.
    let copula = if owned {
        (start..end).find(|&at| text.at(at) == '是')
    } else {
        (text.before(end) == '是').then(|| end - 1)
    };
    let joined = usize::from(matches!(text.at(start), '和' | '与' | '、') && start == floor);
    let region = text.trim(Span::new(start + joined, copula.unwrap_or(end).max(start + joined)));
    if region.is_empty() {
        return None;
    }
    let told = || want.and_then(|want| layout::before(text, end, want)).or_else(|| in_role(text, region, want));
    if owned && let Some(members) = told() {
        return Some(members);
    }
    let want = want.filter(|&want| want >= 2)?;
    let mut members = dashed(text, region, want).or_else(|| lists::split(text, region, Some(want)))?;
    // 拥护“两个确立”、坚决做到|“两个维护”: no member is a verb with its adverbs alone.
    let verb = |member: &Span| {
        let doing = ["做到", "落实", "践行"].iter().any(|word| text.ends_with(member.end, word));
        doing || action::lead_at(text, member.start, member.end).is_some_and(|(end, _)| end == member.end)
    };
    let alike = members.len() > 2 && members[1..].windows(2).all(|pair| pair[0].len() == pair[1].len()); // 产业、生态、开放
    if text.slice(members[0]).contains("为主") || !alike && members.last().is_some_and(verb) {
        return None;
    }
    lists::strip_first(text, &mut members);
    let longest = members[1..].iter().map(|member| member.len()).max().unwrap_or(0);
    let balanced = members[0].len() <= longest.max(4) * 3;
    balanced.then_some(members)
}

/// Where the clause of a list begins; quotations inside are passed over.
fn list_start(text: &Text, floor: usize, end: usize) -> usize {
    let mut at = end;
    while at > floor {
        match text.before(at) {
            '”' if at < end => match open_mark(text, at).filter(|&open| open >= floor) {
                Some(open) => at = open,
                None => return at,
            },
            char if is_stop(char) => return at,
            _ => at -= 1,
        }
    }
    floor
}

/// 改造甲、开发乙、培育丙,做好“三篇文章”: the clause before the one of the term.
fn clause_before(text: &Text, end: usize, want: Option<u32>) -> Option<Vec<Span>> {
    let floor = end.saturating_sub(MAX_LIST);
    let comma = (end.saturating_sub(16).max(floor)..end).rev().find(|&at| is_stop(text.at(at)))?;
    let sums_up = SUMS_UP.longest_at(text, comma + 1, text.len()).is_some();
    if text.at(comma) != ',' || !sums_up {
        return None;
    }
    let start = (floor..comma)
        .rev()
        .find(|&at| matches!(text.at(at), '。' | ';' | '!' | '?' | '\n' | ':' | ','))
        .map_or(floor, |at| at + 1);
    let want = want.filter(|&want| want >= 3)?;
    let mut members = lists::split(text, Span::new(start, comma), Some(want))?;
    if let Some(first) =
        members.first_mut().filter(|first| matches!(text.at(first.start), '要' | '将') && first.len() > 2)
    {
        first.start += 1;
    }
    Some(members)
}

fn is_stop(char: char) -> bool {
    matches!(char, '。' | ';' | '!' | '?' | '\n' | '(' | '“' | ':' | ',' | '”' | ')')
}

/// 城区—街道—社区三级…
fn dashed(text: &Text, region: Span, want: u32) -> Option<Vec<Span>> {
    let mut members = Vec::new();
    let mut start = region.start;
    for at in region.start..=region.end {
        if at == region.end || text.at(at) == '—' {
            if at > start {
                members.push(Span::new(start, at));
            }
            start = at + 1;
        }
    }
    (members.len() == want as usize).then_some(members)
}

/// 以甲为统领、乙为先导、丙为基础 → 甲 乙 丙; 以甲、乙、丙为主导 → 甲 乙 丙; 集甲、乙、丙于一体 → 甲 乙 丙.
fn in_role(text: &Text, region: Span, want: Option<u32>) -> Option<Vec<Span>> {
    if text.ends_with(region.end, "于一体") {
        let at = (region.start..region.end).find(|&at| text.at(at) == '集')?;
        return lists::split(text, Span::new(at + 1, region.end - 3), want);
    }
    let at = (region.start..region.end).find(|&at| text.at(at) == '以' && text.at(at + 1) != '及')?;
    let region = Span::new(at + 1, region.end);
    let role = |piece: Span| (piece.start + 1..piece.end).rev().find(|&at| text.at(at) == '为');
    if let Some(pieces) = lists::split(text, region, want) {
        let named: Option<Vec<Span>> = pieces.iter().map(|&piece| Some(Span::new(piece.start, role(piece)?))).collect();
        if named.is_some() {
            return named;
        }
    }
    let list = Span::new(region.start, role(region)?);
    let members = lists::split(text, list, None)?;
    Some(members.iter().map(|&member| Span::new(member.start, role(member).unwrap_or(member.end))).collect())
}

/// The members right behind `end`, where the term with its head noun ends.
pub fn after(text: &Text, end: usize, want: Option<u32>) -> Option<Vec<Span>> {
    if text.at(end) == '(' {
        let close = (end..text.len().min(end + MAX_LIST)).find(|&at| text.at(at) == ')')?;
        let start = end + 1 + link_length(text, end + 1);
        return lists::split(text, Span::new(start.min(close), close), want);
    }
    let link = link_length(text, end);
    if link == 0 {
        return None;
    }
    let start = end + link;
    let limit = text.len().min(start + MAX_LIST * 2);
    if let Some(members) = counted(text, Span::new(start, limit), want) {
        return Some(members);
    }
    let stop = (start..limit).find(|&at| matches!(text.at(at), '。' | '\n' | ';' | ')')).unwrap_or(limit);
    let want = want.filter(|&want| want >= 2)?;
    let clause = (start..stop).find(|&at| text.at(at) == ',').unwrap_or(stop);
    let plain = |members: &Vec<Span>| members.iter().all(|member| !text.slice(*member).contains(','));
    let listed = |end: usize| lists::split(text, Span::new(start, end), Some(want)).filter(plain);
    let goes_on = text.starts_with(clause + 1, "以及"); // 甲、乙、丙,以及丁
    let first = if goes_on { mixed(text, Span::new(start, stop), want) } else { listed(clause) };
    first
        .or_else(|| listed(stop))
        .or_else(|| clauses(text, Span::new(start, stop), want))
        .or_else(|| mixed(text, Span::new(start, stop), want))
}

/// 甲、乙、丙,以及丁、戊: marks of both sorts; what a member is built around (以甲为核心的|乙) is left out.
fn mixed(text: &Text, within: Span, want: u32) -> Option<Vec<Span>> {
    let (mut pieces, mut start) = (Vec::new(), within.start);
    for at in within.start..=within.end {
        if at == within.end || matches!(text.at(at), '、' | ',') {
            pieces.push(text.trim(Span::new(start.min(at), at)));
            start = at + 1;
            start += if text.starts_with(start, "以及") { 2 } else { 0 };
        }
        if pieces.len() > want as usize {
            break;
        }
    }
    let even = |pieces: &[Span]| pieces.windows(2).all(|pair| pair[0].len().abs_diff(pair[1].len()) <= 1);
    if pieces.len() > want as usize {
        pieces.truncate(want as usize); // 统一甲、统一乙,分户丙,并…
        if !even(&pieces) {
            return None;
        }
    }
    let bare = |piece: Span| {
        let owned = (piece.start..piece.end).rev().find(|&at| text.at(at) == '的');
        owned.filter(|_| text.at(piece.start) == '以').map_or(piece, |at| Span::new(at + 1, piece.end))
    };
    let pieces: Vec<Span> = pieces.into_iter().map(bare).collect();
    let fits = pieces.len() == want as usize && pieces.iter().all(|piece| (2..=20).contains(&piece.len()));
    fits.then_some(pieces)
}

fn link_length(text: &Text, at: usize) -> usize {
    let link = LINKS.longest_at(text, at, text.len()).map_or(0, |(length, _)| length);
    // ,即: and 包括: bring a colon along.
    link + usize::from(link > 0 && text.at(at + link) == ':')
}

/// 一是甲,…;二是乙,…: the first clause of each.
fn counted(text: &Text, within: Span, want: Option<u32>) -> Option<Vec<Span>> {
    let mut members = Vec::new();
    let mut at = within.start;
    for numeral in "一二三四五六七八九十".chars() {
        let Some(found) = (at..within.end).find(|&at| text.at(at) == numeral && text.at(at + 1) == '是') else {
            break;
        };
        if members.is_empty() && found > within.start + 4 {
            return None;
        }
        let start = found + 2;
        let end = (start..within.end).find(|&at| is_stop(text.at(at))).unwrap_or(within.end);
        members.push(Span::new(start, end));
        at = end;
    }
    (want == u32::try_from(members.len()).ok() && members.len() >= 2).then_some(members)
}

/// Members parted by commas.
fn clauses(text: &Text, within: Span, want: u32) -> Option<Vec<Span>> {
    let pieces: Vec<Span> = crate::text::structure::clauses(text, within);
    (pieces.len() == want as usize && pieces.iter().all(|piece| piece.len() <= 20)).then_some(pieces)
}

/// Drops the verb that all first members of dash items share (奋力实现…).
pub fn without_leads(text: &Text, span: Span) -> Span {
    action::strip_leads(text, span, 2)
}
