//! Which post belongs to whom: side by side, behind a verb (任, 当选, 免去), down a list, down a résumé.

use super::courtesy::{after_bracket, after_courtesy, before_courtesy};
use crate::analysis::{Span, Tenure};
use crate::document::Document;
use crate::recognize::{Mentions, PersonMention, PostMention, post};
use crate::text::{Text, is_han};

/// How far behind a name a verb may tie a post to it.
const REACH: usize = 400;
/// Blanks between a post and its holder.
const BLANKS: usize = 8;
/// Words of a verb that need the name right before them.
const ADJACENT_ONLY: [&str; 4] = ["为", "是", "系", "任"];

/// Posts that stand together: 市委副书记、市长.
#[derive(Debug, Clone, Copy)]
struct Chain {
    first: usize,
    last: usize,
    span: Span,
}

/// Who governs the chain before, so that a list that goes on behind a comma has the same holder.
#[derive(Debug, Clone, Copy)]
struct Governor {
    end: usize,
    person: usize,
    when: Tenure,
}

/// Gives the posts of `found` to `people`.
pub fn attach(document: &Document, found: &mut Mentions, people: &mut [PersonMention]) {
    let text = &document.text;
    leave_names_out(text, &mut found.posts, people);
    let mut governor: Option<Governor> = None;
    let mut open: Option<Chain> = None;
    let chains = chains(text, &found.posts);
    let mut give = |people: &mut [PersonMention], chain: Chain, person: usize, when: Option<Tenure>| {
        for index in chain.first..=chain.last {
            if let (Some(post), Some(when)) = (found.posts.get_mut(index), when) {
                post.when = when;
            }
            if let Some(person) = people.get_mut(person).filter(|person| !person.posts.contains(&index)) {
                person.posts.push(index);
            }
        }
    };
    for (number, &chain) in chains.iter().enumerate() {
        let before = open.take().filter(|before| goes_on(text, before.span, chain.span));
        let holder = holder_behind(text, people, chain.span.end).or_else(|| who_is(text, people, chain.span));
        if let Some(person) = holder {
            if let Some(before) = before {
                give(people, before, person, None);
            }
            give(people, chain, person, None);
            for other in list_from(text, people, person) {
                if !post::is_sole(text, chain.span) {
                    give(people, chain, other, None);
                }
            }
            governor = None;
        } else if let Some((person, when)) = holder_by_verb(document, people, chain.span, governor) {
            give(people, chain, person, Some(when));
            for other in list_to(text, people, person) {
                if post::tie_before(text, chain.span.start).is_some_and(|tie| touches(text, people, person, tie.span)) {
                    give(people, chain, other, Some(when));
                }
            }
            governor = Some(Governor { end: chain.span.end, person, when });
        } else if chains.get(number + 1).is_some_and(|next| {
            goes_on(text, chain.span, next.span) && holder_behind(text, people, next.span.end).is_some()
        }) && holder_before(text, people, chain.span).is_none_or(|(person, _)| has_post(people, person))
        {
            open = Some(chain);
        } else if let Some((person, when)) = holder_before(text, people, chain.span) {
            give(people, chain, person, when);
            governor = when.map(|when| Governor { end: chain.span.end, person, when });
        }
    }
}

/// Whether the posts of `next` follow those of `chain` behind a comma: 市委常委、秘书长,|市政府常务副市长某某.
fn goes_on(text: &Text, chain: Span, next: Span) -> bool {
    let several = matches!(text.before(chain.start), '各' | '体' | '等' | '位' | '的');
    next.start == chain.end + 1 && text.at(chain.end) == ',' && !several
}

fn has_post(people: &[PersonMention], person: usize) -> bool {
    people.get(person).is_some_and(|person| !person.posts.is_empty())
}

/// A post never holds a name: what the edge took for the words of a body is cut off behind it.
fn leave_names_out(text: &Text, posts: &mut [PostMention], people: &[PersonMention]) {
    for post in posts {
        let from = people.partition_point(|person| person.span.end <= post.span.start);
        let inside = people[from..].iter().take(4).take_while(|person| person.span.end < post.span.end);
        if let Some(person) = inside.last() {
            let mut start = person.span.end;
            start = after_courtesy(text, start);
            while start < post.span.end && matches!(text.at(start), '的' | '为' | '任' | '兼') {
                start += 1;
            }
            if start < post.span.end {
                post.span.start = start;
            }
        }
    }
}

/// The posts in groups joined by 、 兼 and the like.
fn chains(text: &Text, posts: &[PostMention]) -> Vec<Chain> {
    let mut chains: Vec<Chain> = Vec::new();
    for (index, post) in posts.iter().enumerate() {
        match chains.last_mut() {
            Some(chain) if joined(text, Span::new(chain.span.end.min(post.span.start), post.span.start)) => {
                (chain.last, chain.span.end) = (index, post.span.end);
            }
            _ => chains.push(Chain { first: index, last: index, span: post.span }),
        }
    }
    chains
}

fn joined(text: &Text, gap: Span) -> bool {
    const LONGEST_HONOUR: usize = 14;
    let honour =
        (4..=LONGEST_HONOUR).contains(&gap.len()) && text.at(gap.start) == '、' && text.before(gap.end) == '、';
    if honour && (gap.start + 1..gap.end - 1).all(|at| is_han(text.at(at))) {
        return true;
    }
    gap.len() <= 4
        && matches!(
            text.slice(gap),
            "、" | "兼"
                | "、兼"
                | "兼任"
                | "和"
                | "及"
                | "/"
                | " "
                | "、 "
                | "、兼任"
                | "暨"
                | ""
                | ",兼"
                | ",兼任"
                | "、现任"
                | "、现为"
                | "、时任"
                | "、曾任"
        )
}

/// The person whose name stands right behind `end`.
fn holder_behind(text: &Text, people: &[PersonMention], end: usize) -> Option<usize> {
    let end = post::behind_candidacy(text, end);
    let at = (end..end + BLANKS).find(|&at| text.at(at) != ' ')?;
    let index = people.partition_point(|person| person.span.start < at);
    people.get(index).is_some_and(|person| person.span.start == at && !person.byline).then_some(index)
}

/// 时任|市委书记|的某某: the person that a post with the verb of holding it tells of.
fn who_is(text: &Text, people: &[PersonMention], chain: Span) -> Option<usize> {
    let told = text.at(chain.end) == '的' && post::tie_before(text, chain.start).is_some_and(|tie| !tie.object);
    told.then(|| holder_behind(text, people, chain.end + 1)).flatten()
}

/// The persons that follow in a list behind `person`, up to the next that does not.
fn list_from(text: &Text, people: &[PersonMention], person: usize) -> Vec<usize> {
    let mut list = Vec::new();
    let mut last = person;
    while let (Some(one), Some(next)) = (people.get(last), people.get(last + 1)) {
        let end = after_bracket(text, one.span.end);
        if end > next.span.start || !is_list_gap(text.slice(Span::new(end, next.span.start))) {
            break;
        }
        last += 1;
        list.push(last);
    }
    list
}

/// The persons of a list that ends with `person`.
fn list_to(text: &Text, people: &[PersonMention], person: usize) -> Vec<usize> {
    let mut list = Vec::new();
    let mut first = person;
    while let (Some(before), Some(one)) = (first.checked_sub(1).and_then(|index| people.get(index)), people.get(first))
    {
        let end = after_bracket(text, before.span.end);
        if end > one.span.start || !is_list_gap(text.slice(Span::new(end, one.span.start))) {
            break;
        }
        first -= 1;
        list.push(first);
    }
    list
}

fn is_list_gap(gap: &str) -> bool {
    matches!(gap.trim(), "、" | "和" | "与") || gap.len() <= BLANKS && !gap.is_empty() && gap.trim().is_empty()
}

/// The holder that a verb before the chain names, and when.
fn holder_by_verb(
    document: &Document,
    people: &[PersonMention],
    chain: Span,
    governor: Option<Governor>,
) -> Option<(usize, Tenure)> {
    let text = &document.text;
    let Some(tie) = post::tie_before(text, chain.start) else {
        let governor = governor.filter(|governor| governor.end + 1 == chain.start)?;
        return matches!(text.before(chain.start), ',' | ';').then_some((governor.person, governor.when));
    };
    let nearest = before(people, tie.span.start)?;
    let person = people.get(nearest)?;
    if touches(text, people, nearest, tie.span) {
        return Some((nearest, proposed(text, person.span.start).unwrap_or(tie.when)));
    }
    let opens_clause = !is_han(text.before(before_time(text, tie.span.start)));
    let distance = tie.span.start - person.span.end;
    let verb = text.slice(tie.span);
    let same_clause =
        distance <= 60 && !crosses(text, Span::new(person.span.end, tie.span.start), &[',', ';', '。', '\n']);
    let same_paragraph = distance <= REACH && document.structure.paragraph_of(tie.span.start).holds(person.span.start);
    let short = ADJACENT_ONLY.contains(&verb);
    let fits = if opens_clause { same_paragraph && (!short || verb == "任") } else { same_clause && !short };
    fits.then_some((nearest, tie.when))
}

/// Before a date like 2019年3月 or 2019年3月起 that ends at `end`.
fn before_time(text: &Text, end: usize) -> usize {
    let floor = end.saturating_sub(24);
    let part = |char: char| {
        char.is_ascii_digit()
            || matches!(char, '年' | '月' | '日' | '起' | '至' | '今' | '—' | '-' | '~' | '.' | ' ' | '后' | '先')
    };
    let start = (floor..end).rev().take_while(|&at| part(text.at(at))).last().unwrap_or(end);
    if text.slice(Span::new(start, end)).contains('年') { start } else { end }
}

/// 提名张三为 … is to come, 免去 … is past.
fn proposed(text: &Text, name: usize) -> Option<Tenure> {
    if ["提名", "推荐", "拟任命", "拟提名", "建议任命"].iter().any(|verb| text.ends_with(name, verb)) {
        Some(Tenure::Coming)
    } else {
        None
    }
}

/// Whether the name stands right before `tie`, 同志 and brackets left out of account.
fn touches(text: &Text, people: &[PersonMention], person: usize, tie: Span) -> bool {
    let end = before_courtesy(text, tie.start);
    people.get(person).is_some_and(|person| person.span.end == end || person.span.end == tie.start)
}

/// The holder whose name stands right before the chain: 宋乐伟书记, 张三(市长), 免去张三的…职务.
fn holder_before(text: &Text, people: &[PersonMention], chain: Span) -> Option<(usize, Option<Tenure>)> {
    let nearest = before(people, chain.start)?;
    // 彭局长 may be a 副局长: courtesy gives no post
    let person = people.get(nearest).filter(|person| !person.byline && person.rule != super::short::RULE)?;
    let gap = Span::new(person.span.end, chain.start);
    if gap.len() > 14 {
        return None;
    }
    let opens = skip_back(text, person.span.start);
    let verb = ["免去", "免", "撤销", "免除", "罢免"].iter().any(|verb| text.ends_with(opens, verb));
    let removed = verb || text.starts_with(chain.end, "职务");
    match without_courtesy(text.slice(gap)) {
        "" if removed => Some((nearest, Some(Tenure::Past))),
        "" if post::is_bare_address(text, chain) || !gap.is_empty() => Some((nearest, None)),
        "的" if removed || text.starts_with(chain.end, "职") => Some((nearest, Some(Tenure::Past))),
        "," if is_of_many(text, chain.end) => None,
        "," | "(" => Some((nearest, None)),
        blank if !blank.is_empty() && blank.trim().is_empty() => Some((nearest, None)),
        _ => None,
    }
}

/// 某某,重点项目代表|200余人; 某某,副市长|等参加: posts of several people.
fn is_of_many(text: &Text, end: usize) -> bool {
    let char = text.at(end);
    char.is_ascii_digit() || matches!(char, '等' | '们' | '及' | '和')
}

/// Before a colon and blanks that end at `end`.
fn skip_back(text: &Text, end: usize) -> usize {
    let floor = end.saturating_sub(4);
    (floor..end).rev().take_while(|&at| matches!(text.at(at), ':' | ' ' | '\n')).last().unwrap_or(end)
}

/// The gap without 同志 and a bracket like (女).
fn without_courtesy(gap: &str) -> &str {
    let mut rest = gap;
    for _ in 0..2 {
        rest = ["同志", "先生", "女士"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
        if rest.starts_with('(')
            && let Some(close) = rest.find(')')
        {
            rest = &rest[close + 1..];
        }
    }
    rest
}

/// The last person that ends at or before `at`.
fn before(people: &[PersonMention], at: usize) -> Option<usize> {
    people.partition_point(|person| person.span.end <= at).checked_sub(1)
}

fn crosses(text: &Text, gap: Span, marks: &[char]) -> bool {
    (gap.start..gap.end).any(|at| marks.contains(&text.at(at)))
}
