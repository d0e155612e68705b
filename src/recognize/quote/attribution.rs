//! A speaker with a verb of saying, and where the said words begin.

use super::marks::{self, Marked};
use super::speakers::{Sort, Speaker};
use super::words::CLASSES;
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::post;
use crate::text::{Text, ends_sentence, is_among, is_han};
use std::sync::LazyLock;

/// Verbs of saying.
static VERBS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("speech.tsv")));

/// How far before the verb the speaker may stand.
const REACH: usize = 90;
/// Longest stretch between speaker and verb that is no adverbial of place or occasion.
const LONGEST_GAP: usize = 8;
/// What opens an adverbial between speaker and verb: 在讲话中, 对记者, 就…
const ADVERBIALS: [char; 10] = ['在', '对', '向', '就', '当', '于', '针', '围', '接', '会'];

/// How the said words are joined to the verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// By a comma or a colon.
    Mark,
    /// Directly: 强调要…, 提出“…”.
    Direct,
    /// The sentence ends: the words stand before.
    Behind,
}

/// A speaker who says something here.
#[derive(Debug, Clone)]
pub struct Attribution {
    pub speaker: Speaker,
    pub verb: Span,
    pub joint: Joint,
    /// Where the said words begin.
    pub content: usize,
    /// The subject stands in an earlier clause.
    pub carried: bool,
}

/// The attributions of `paragraph` outside of quotation marks, in order.
pub fn attributions(document: &Document, speakers: &[Speaker], paragraph: Span, pairs: &[Marked]) -> Vec<Attribution> {
    let text = &document.text;
    let mut found = Vec::new();
    let (mut at, mut sentence) = (paragraph.start, paragraph.start);
    while at < paragraph.end {
        if let Some(pair) = marks::holding(pairs, at) {
            if pair.is_utterance(text) {
                sentence = pair.outside.end;
            }
            at = pair.outside.end;
            continue;
        }
        if ends_sentence(text.at(at)) {
            sentence = at + 1;
        }
        let Some((length, row)) = VERBS.longest_at(text, at, paragraph.end) else {
            at += 1;
            continue;
        };
        let verb = Span::new(at, at + length);
        let sort = row.get(1).copied().unwrap_or("say");
        if let Some((joint, content)) = joint(text, verb, paragraph.end, sort)
            && let Some((speaker, carried)) = subject(text, speakers, verb, sentence, sort)
        {
            found.push(Attribution { speaker, verb, joint, content, carried });
        }
        at += length;
    }
    found
}

/// How the words behind `verb` are joined to it, and where they begin.
fn joint(text: &Text, verb: Span, end: usize, sort: &str) -> Option<(Joint, usize)> {
    let mut at = verb.end;
    for word in ["了", "道", "着"] {
        if text.starts_with(at, word) {
            at += 1;
        }
    }
    match text.at(at) {
        ',' | ':' => {
            let content = (at + 1..end).find(|&at| text.at(at) != ' ')?;
            Some((Joint::Mark, content))
        }
        '“' if sort != "view" => Some((Joint::Direct, at)),
        '。' | '!' | '\0' | '\n' => Some((Joint::Behind, at)),
        '要' | '将' if at == verb.end && sort != "view" && !text.starts_with(at, "要求") => {
            Some((Joint::Direct, at))
        }
        _ if at >= end => Some((Joint::Behind, end)),
        _ if sort == "demand" || matches!(text.slice(verb), "强调" | "指出" | "勉励") => {
            quote_near(text, at, end)
        }
        _ => None,
    }
}

/// Quotation marks within the same clause: 提出仪征要“…”.
fn quote_near(text: &Text, at: usize, end: usize) -> Option<(Joint, usize)> {
    const NEAR: usize = 10;
    const LONGEST_TERM: usize = 60;
    let open = (at..end.min(at + NEAR)).find(|&at| !is_han(text.at(at)))?;
    // 提出构建“…”的布局, 提出扛起“…”三大使命: the words of a term
    let close = (open..end.min(open + LONGEST_TERM)).find(|&at| text.at(at) == '”');
    let term = close.is_some_and(|close| {
        !matches!(text.before(close), '。' | '!' | '?') && is_among(text.at(close + 1), "的一二三四五六七八九十两")
    });
    (text.at(open) == '“' && text.before(open) != '的' && !term).then_some((Joint::Direct, open))
}

/// Who says it: the speaker right before the verb, or the subject of an earlier clause of the sentence.
fn subject(text: &Text, speakers: &[Speaker], verb: Span, sentence: usize, sort: &str) -> Option<(Speaker, bool)> {
    let floor = sentence.max(verb.start.saturating_sub(REACH));
    let after = speakers.partition_point(|speaker| speaker.span.end <= verb.start);
    let near = || speakers[..after].iter().rev().take(6).take_while(|speaker| speaker.span.start >= floor);
    for speaker in near() {
        let gap = Span::new(speaker.span.end, verb.start);
        if stands_in_adverbial(text, speaker) {
            continue;
        }
        // 省委书记…强调: the holder of a post, not the body
        if speaker.sort == Sort::Body && post::behind_titles(text, gap) > gap.start {
            return None;
        }
        if is_adverbial(text, gap, sort) && !is_cited(text, speaker, sort) {
            return Some((speaker.clone(), false));
        }
        if speaker.sort == Sort::Meeting && is_paper(text.slice(gap)) {
            return Some((with_paper(text, speaker, gap), false));
        }
        let titles = post::behind_titles(text, gap);
        let gap = Span::new(titles, gap.end);
        if gap.len() <= LONGEST_GAP && contains_any(text.slice(gap), CLASSES.unnamed.list()) {
            return None;
        }
    }
    let opens_clause = text.before(verb.start) == ','
        || matches!(text.slice(Span::new(verb.start.saturating_sub(2).max(floor), verb.start)), ",并" | ",还");
    if !opens_clause || sort == "view" {
        return None;
    }
    let first = near().last().filter(|first| matches!(first.sort, Sort::Person | Sort::Meeting | Sort::Pronoun))?;
    let leads = first.span.start <= floor + 30
        && !contains_any(text.slice(Span::new(first.span.end, verb.start)), CLASSES.unnamed.list());
    leads.then(|| (first.clone(), true))
}

/// Whether the gap is the paper of a meeting: 党的二十大报告指出.
fn is_paper(gap: &str) -> bool {
    ["报告", "报告中", "公报", "决定", "决议"]
        .iter()
        .any(|paper| gap == *paper || gap.strip_prefix(paper).is_some_and(|rest| rest == "明确" || rest == "深刻"))
}

fn with_paper(text: &Text, speaker: &Speaker, gap: Span) -> Speaker {
    let span = Span::new(speaker.span.start, gap.start + 2);
    Speaker { span, name: text.given_slice(span).to_owned(), sort: speaker.sort }
}

/// Whether the speaker is only named in an adverbial: 在党的二十大报告中指出.
fn stands_in_adverbial(text: &Text, speaker: &Speaker) -> bool {
    matches!(speaker.sort, Sort::Meeting | Sort::Body)
        && matches!(text.before(speaker.span.start), '在' | '于' | '对' | '向' | '就' | '从' | '到')
}

/// Whether the words between speaker and verb leave the speaker its subject.
fn is_adverbial(text: &Text, gap: Span, sort: &str) -> bool {
    let gap = Span::new(post::behind_titles(text, gap), gap.end);
    let gap = Span::new(behind_date(text, gap), gap.end);
    let words = text.slice(gap);
    let unnamed = contains_any(words, CLASSES.unnamed.list()) && !words.starts_with(ADVERBIALS); // 接受本报记者专访时表示
    if unnamed || words.contains(['。', '!', '?', ';', '\n']) {
        return false;
    }
    if words.is_empty() || sort == "view" {
        return words.is_empty();
    }
    if sort == "demand" && !CLASSES.adverb.contains(words) {
        return words.starts_with(ADVERBIALS) && !words.contains([',', '的']);
    }
    let opens = words.starts_with(ADVERBIALS);
    if opens {
        return !words.contains(',') || words.ends_with("时,") || words.ends_with("后,");
    }
    gap.len() <= LONGEST_GAP && !words.contains(['的', ',', '、', '和', '与', '及'])
}

/// 习近平总书记|2020年9月|在湖南考察时: where the words go on behind a date in digits.
fn behind_date(text: &Text, gap: Span) -> usize {
    let of_date = |at: &usize| text.at(*at).is_ascii_digit() || is_among(text.at(*at), "年月日");
    let end = (gap.start..gap.end).find(|at| !of_date(at)).unwrap_or(gap.end);
    if text.at(gap.start).is_ascii_digit() && is_among(text.before(end), "年月日") { end } else { gap.start }
}

/// Whether a body is only cited: 按照省委要求.
fn is_cited(text: &Text, speaker: &Speaker, sort: &str) -> bool {
    let before = Span::new(speaker.span.start.saturating_sub(8), speaker.span.start);
    sort == "demand"
        && speaker.sort != Sort::Person
        && CLASSES.citing.iter().any(|word| text.slice(before).contains(word))
}

fn contains_any(words: &str, list: &[&str]) -> bool {
    list.iter().any(|word| words.contains(word))
}
