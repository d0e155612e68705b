//! The shape of a coded term: which numerals it holds, what they count, how many members that makes.

use super::numeral::number_of;
pub use super::numeral::numeral_at;
use crate::analysis::Span;
use crate::lexicon::Lexicon;
use crate::text::{Text, is_among, is_han};
use std::sync::LazyLock;

static NOT_CODES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("not_codes.tsv")));
/// What the digits of a scheme stand before.
static SCHEMES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("schemes.tsv")));
/// Words with 一 in which it counts nothing.
static BOUND_ONE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("bound_one.tsv")));

/// Measure words between numeral and key: 四个走在前.
const MEASURES: &str = "个大项条张类种方支级";
/// What makes a numeral a date, an amount, a rank, an ordinal.
const NO_KEY: &str =
    "年月日天周季时点分岁元万亿千百倍成折次号楼路环届等甲星名位人家亩米斤吨台套户页版期连孩胎维手战五里后";
/// The same where several numerals follow each other (四河四路).
const NO_KEY_OF_SEVERAL: &str = "年月日天时分岁元万亿千百倍折";

/// A numeral with what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// The numeral.
    pub number: u32,
    /// The words behind it, the measure word left out: 走在前.
    pub key: Span,
}

/// What sort of term it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// 1+3
    Sum,
    /// 343
    Digits,
    /// 三馆一站
    Groups,
    /// 惠企20条: so many articles
    Articles,
}

/// A coded term, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// What sort of term.
    pub form: Form,
    /// Its numerals in order; the key is empty for sums and digits.
    pub groups: Vec<Group>,
    /// How many members it announces; None where a letter stands for any number.
    pub count: Option<u32>,
}

/// Reads the words of `span` (quotation marks left out) as a coded term.
pub fn shape(text: &Text, span: Span) -> Option<Shape> {
    if span.len() < 2 || span.len() > 26 || is_everyday(text, span) {
        return None;
    }
    sum(text, span)
        .or_else(|| written_sum(text, span))
        .or_else(|| digits(text, span))
        .or_else(|| han_digits(text, span))
        .or_else(|| thousands(text, span))
        .or_else(|| scaled(text, span))
        .or_else(|| articles(text, span))
        .or_else(|| groups(text, span))
}

/// Whether the list of everyday words has the term, or a longer word that it begins with (十四五规划).
fn is_everyday(text: &Text, span: Span) -> bool {
    let industrial = text.at(span.start).is_ascii_digit() && is_scheme(text, span.end);
    !industrial
        && NOT_CODES
            .longest_at(text, span.start, span.end)
            .is_some_and(|(length, _)| length == span.len() || length >= 3)
}

/// Whether the marks that close at `end` hold the digits of a scheme: “211”产业集群 is no university, “12345”工作思路 no telephone.
fn is_scheme(text: &Text, end: usize) -> bool {
    text.at(end) == '”' && SCHEMES.longest_at(text, end + 1, text.len()).is_some()
}

/// 1+3, 2+2+4, 1+N, with a head noun that may stand inside the marks.
fn sum(text: &Text, span: Span) -> Option<Shape> {
    let (mut at, mut groups, mut open) = (span.start, Vec::new(), false);
    loop {
        let end = (at..span.end).find(|&at| !text.at(at).is_ascii_digit()).unwrap_or(span.end);
        if at < end && end - at <= 4 {
            groups.push(Group { number: number_of(text, Span::new(at, end)), key: Span::new(end, end) });
            at = end;
        } else if !groups.is_empty() && at < span.end && matches!(text.at(at), 'N' | 'X' | 'n' | 'x') {
            open = true;
            groups.push(Group { number: 0, key: Span::new(at, at) });
            at += 1;
        } else {
            return None;
        }
        if at >= span.end || text.at(at) != '+' {
            break;
        }
        at += 1;
    }
    let suffix = Span::new(at, span.end);
    let han = text.chars()[suffix.start..suffix.end].iter().all(|&char| is_han(char));
    let count = (!open).then(|| groups.iter().map(|group| group.number).sum());
    (groups.len() >= 2 && han).then_some(Shape { form: Form::Sum, groups, count })
}

/// 1个指挥中心+45个村级网格+N支队伍: a sum that says what each number counts.
fn written_sum(text: &Text, span: Span) -> Option<Shape> {
    const SHORTEST: usize = 3;
    let (mut groups, mut start) = (Vec::new(), span.start);
    for at in span.start..=span.end {
        if at < span.end && text.at(at) != '+' {
            continue;
        }
        let open = matches!(text.at(start), 'N' | 'X' | 'n' | 'x');
        let (number, key) = if open { (0, start + 1) } else { numeral_at(text, start, at)? };
        let counted = at >= start + SHORTEST && (key..at).all(|at| is_han(text.at(at)));
        groups.push(Group { number, key: counted.then(|| Span::new(key, at))? });
        start = at + 1;
    }
    (groups.len() >= 2).then_some(Shape { form: Form::Sum, groups, count: None })
}

/// 343, 765计划: each digit counts; neither years nor amounts nor service numbers.
fn digits(text: &Text, span: Span) -> Option<Shape> {
    let end = (span.start..span.end).find(|&at| !text.at(at).is_ascii_digit()).unwrap_or(span.end);
    let number = Span::new(span.start, end);
    let industrial = end == span.end && is_scheme(text, end);
    if !(2..=5).contains(&number.len()) || NOT_CODES.contains(text.slice(number)) && !industrial {
        return None;
    }
    let open = matches!(text.at(end), 'X' | 'N' | 'x') && end < span.end;
    let suffix = Span::new(end + usize::from(open), span.end);
    let words = text.slice(suffix);
    let is_unit = words.starts_with(|char: char| {
        NO_KEY.contains(char) || is_among(char, MEASURES) || is_among(char, "强佳度余多工平℃")
    });
    let is_year = number.len() == 4 && matches!(text.slice(Span::new(number.start, number.start + 2)), "19" | "20");
    if is_unit || is_year || text.slice(number).ends_with("00") || !words.chars().all(is_han) {
        return None;
    }
    let groups: Vec<Group> = (number.start..number.end)
        .map(|at| Group { number: number_of(text, Span::new(at, at + 1)), key: Span::new(at + 1, at + 1) })
        .collect();
    let count = (!open && number.len() <= 3).then(|| groups.iter().map(|group| group.number).sum());
    Some(Shape { form: Form::Digits, groups, count })
}

/// “一二三四”工作思路: each of three and more counts.
fn han_digits(text: &Text, span: Span) -> Option<Shape> {
    let groups = (span.start..span.end).map(|at| {
        let (number, end) = numeral_at(text, at, at + 1)?;
        (1..10).contains(&number).then_some(Group { number, key: Span::new(end, end) })
    });
    let groups: Vec<Group> = groups.collect::<Option<_>>()?;
    let rises = groups.windows(2).all(|pair| pair[0].number < pair[1].number);
    let count = groups.iter().map(|group| group.number).sum();
    let fits = (3..=5).contains(&groups.len()) && (rises || is_scheme(text, span.end));
    fits.then_some(Shape { form: Form::Digits, groups, count: Some(count).filter(|_| span.len() <= 3) })
}

/// 百千万工程, 十百千行动: each numeral stands for a class of members.
fn thousands(text: &Text, span: Span) -> Option<Shape> {
    let ones = |at: usize| at == span.start && text.at(at) == '个' && text.at(at + 1) == '十'; // 个十百
    let scale = |at: usize| matches!(text.at(at), '十' | '百' | '千' | '万') || ones(at);
    let several = is_among(text.at(span.start), "双两三四五六七八") && scale(span.start + 1); // 三百工程
    let first = span.start + usize::from(several);
    let end = (first..span.end).find(|&at| !scale(at)).unwrap_or(span.end);
    let empty = Span::new(end, end);
    let groups: Vec<Group> = (span.start..end).map(|_| Group { number: 0, key: empty }).collect();
    let named = ["", "工程", "行动", "计划"].contains(&text.slice(Span::new(end, span.end)));
    let enough = if end < span.end { 2 } else { 3 };
    let count = numeral_at(text, span.start, span.end).map(|(number, _)| number);
    let count = count.filter(|_| several && groups.len() == 2); // 双百行动 has two
    (groups.len() >= enough && named).then_some(Shape { form: Form::Digits, groups, count })
}

/// 百团千企, 万人助万企: classes counted by round numbers.
fn scaled(text: &Text, span: Span) -> Option<Shape> {
    let scale = |at: &usize| matches!(text.at(*at), '百' | '千' | '万');
    if span.len() > 8 || !scale(&span.start) || !text.chars()[span.start..span.end].iter().all(|&char| is_han(char)) {
        return None;
    }
    let second = (span.start + 2..span.end.min(span.start + 4)).find(scale)?;
    // “百园千村”富民行动 is a campaign by its head
    let behind = Span::new(span.end + 1, text.len().min(span.end + 9));
    if ["行动", "工程", "计划"].iter().any(|word| {
        text.find(word, behind).is_some_and(|word| (behind.start..word.start).all(|at| is_han(text.at(at))))
    }) {
        return None;
    }
    let apart = !(second + 1..span.end).any(|at| scale(&at)) && (1..=2).contains(&(span.end - second - 1));
    let unit = |at: usize| is_among(text.at(at), NO_KEY_OF_SEVERAL);
    let empty = Span::new(span.end, span.end);
    let groups = vec![Group { number: 0, key: empty }; 2];
    (apart && !unit(span.start + 1) && !unit(second + 1)).then_some(Shape { form: Form::Digits, groups, count: None })
}

/// 惠企20条, 稳增长三十条: a policy known by the number of its articles.
fn articles(text: &Text, span: Span) -> Option<Shape> {
    let last = span.end - 1;
    let start = (span.start..last).rev().take_while(|&at| text.at(at).is_ascii_digit()).last()?;
    let named = start >= span.start + 2 && text.chars()[span.start..start].iter().all(|&char| is_han(char));
    let number = number_of(text, Span::new(start, last));
    let key = Span::new(last, span.end);
    (text.at(last) == '条' && named && (2..=300).contains(&number)).then(|| Shape {
        form: Form::Articles,
        groups: vec![Group { number, key }],
        count: Some(number),
    })
}

/// 四个走在前, 三馆一站, 两争一前列, 双循环.
fn groups(text: &Text, span: Span) -> Option<Shape> {
    let renewed = matches!(text.at(span.start), '新' | '老') && numeral_at(text, span.start + 1, span.end).is_some();
    let (mut at, mut groups) = (span.start + usize::from(renewed), Vec::new());
    while at < span.end {
        // 一主引领、两翼驱动、全域协同
        let all = text.at(at) == '全' && text.before(at) == '、';
        let many = ((text.at(at) == '多' || all) && !groups.is_empty()).then_some((0, at + 1));
        let (number, behind) = numeral_at(text, at, span.end).or(many)?;
        let has_measure = is_among(text.at(behind), MEASURES)
            && behind + 1 < span.end
            && (text.at(behind + 1) == '一' || numeral_at(text, behind + 1, span.end).is_none());
        let key_start = behind + usize::from(has_measure);
        let key_end = key_end(text, key_start, span.end);
        let key = Span::new(key_start, key_end);
        let whole = groups.is_empty() && key_end == span.end;
        let unfit = if whole { NO_KEY } else { NO_KEY_OF_SEVERAL };
        // 双百双千 doubles hundreds and thousands.
        let doubled = text.before(key.start) == '双'
            && is_among(text.at(key.start), "百千万")
            && !is_among(text.at(key.start + 1), "亿万强元年分");
        let parted = !groups.is_empty() && text.slice(Span::new(behind - 1, span.end)) == "一分"; // 五统一分
        let grown = text.starts_with(key.start, "倍增"); // 双倍增双提升
        let bad_key = !has_measure && !grown && !doubled && !parted && unfit.contains(text.at(key.start));
        let round = has_measure && text.at(key.start) == '十' && matches!(text.at(key.start + 1), '万' | '亿'); // 四个十万
        let counts_on = numeral_at(text, key.start, key.end).is_some() && !text.starts_with(key.start, "一") && !round;
        if key.is_empty() || bad_key || counts_on {
            return None;
        }
        groups.push(Group { number, key });
        at = if key_end < span.end && matches!(text.at(key_end), '、' | ',' | ' ') { key_end + 1 } else { key_end };
    }
    let starts_ordinal = text.at(span.start) == '二' || text.before(span.start) == '第';
    let plausible = match groups.as_slice() {
        [only] => only.number >= 2 && only.number <= 30 && !starts_ordinal && only.key.len() <= 12,
        several => several.len() >= 2 && several.iter().all(|group| group.key.len() <= 14 && group.number <= 30),
    };
    let all_han =
        groups.iter().all(|group| text.chars()[group.key.start..group.key.end].iter().all(|&char| is_han(char)));
    let count = count_of(text, &groups);
    (plausible && all_han).then_some(Shape { form: Form::Groups, groups, count })
}

/// The sum of the numerals; the 一体 of 四位一体 counts no member, 多 (一主多点) leaves it open.
fn count_of(text: &Text, groups: &[Group]) -> Option<u32> {
    if groups.len() > 1 && groups.iter().any(|group| group.number == 0 || text.slice(group.key).contains('多')) {
        return None;
    }
    let is_whole = |group: &&Group| group.number == 1 && matches!(text.slice(group.key), "体" | "体化");
    let members: Vec<&Group> = groups.iter().filter(|group| groups.len() == 1 || !is_whole(group)).collect();
    Some(members.iter().map(|group| group.number).sum())
}

/// The end of the word that binds the 一 at `at`, not begun before `start`: 一流, 统|一.
fn bound_one(text: &Text, at: usize, start: usize) -> Option<usize> {
    if text.at(at) != '一' {
        return None;
    }
    let from = |first: usize| BOUND_ONE.longest_at(text, first, text.len()).map(|(length, _)| first + length);
    from(at).or_else(|| (at > start).then(|| from(at - 1)).flatten().filter(|&end| end > at))
}

/// A key runs up to the next numeral that counts something, or to a mark.
fn key_end(text: &Text, start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end {
        let many = at > start && at + 2 == end && text.at(at) == '多' && is_among(text.at(at + 1), "点园区极带廊片中");
        if many || matches!(text.at(at), '、' | ',' | ' ') {
            return at;
        }
        let parted = end == at + 2 && text.starts_with(at, "一分"); // 五统|一分
        let bound = if parted { None } else { bound_one(text, at, start) };
        if at > start && (bound.is_none() || parted) && numeral_at(text, at, end).is_some() {
            return at;
        }
        at = bound.unwrap_or(at + 1);
    }
    end
}
