//! Places where names stand: behind posts, before verbs of saying, in lists, in turns of an interview.

use super::courtesy::{after_bracket, before_courtesy, blanks_before, skip_blanks};
use super::evidence::{self, AGENTS};
use super::names;
use super::words::CLASSES;
use crate::analysis::Span;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::recognize::{Mentions, Rule, post};
use crate::text::{Text, is_han};
use std::sync::LazyLock;

/// What persons are called that is no post.
static ROLES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("roles.tsv")));

/// What a stretch must look like for a head behind it to be its own: 习近平|主席.
const NAMED: i32 = 4;
/// Ends of words for what persons do: 护林员, 焊工, 教师.
const DOERS: [char; 7] = ['员', '工', '师', '手', '匠', '农', '户'];
/// What an item of a list must at least look like for the list to go on.
const LEAST_LISTED: i32 = -1;

/// A stretch that may be a name, and what speaks for it at this place.
#[derive(Debug, Clone, Copy)]
pub struct Vote {
    pub span: Span,
    /// The weight of its look.
    pub look: i32,
    /// The weight of the place.
    pub base: i32,
    pub rule: Rule,
}

/// All votes of the document.
pub fn votes(document: &Document, found: &Mentions) -> Vec<Vote> {
    let mut votes = Vec::new();
    around_posts(document, found, &mut votes);
    inside_posts(document, found, &mut votes);
    running_text(document, &mut votes);
    turns(document, &mut votes);
    bare(document, &mut votes);
    lower_places(found, &mut votes);
    leave_posts(found, &mut votes);
    votes
}

/// 某某、市委副|书记某某: a list goes on with a post, not with a name.
fn leave_posts(found: &Mentions, votes: &mut Vec<Vote>) {
    votes.retain(|vote| {
        let at = found.posts.partition_point(|post| post.span.start < vote.span.start);
        let post = found.posts.get(at).filter(|post| post.span.start == vote.span.start);
        vote.rule != "person/listed" || vote.look > NAMED || post.is_none_or(|post| post.span.end < vote.span.end)
    });
}

/// A place of the gazetteer is seldom a person.
fn lower_places(found: &Mentions, votes: &mut [Vote]) {
    for vote in votes {
        let at = found.places.partition_point(|place| place.span < vote.span);
        if found.places.get(at).is_some_and(|place| place.span == vote.span && place.code.is_some()) {
            vote.look += evidence::PLACE;
        }
    }
}

/// Names behind a post (with the list that follows), before it, or tied to it by a verb.
fn around_posts(document: &Document, found: &Mentions, votes: &mut Vec<Vote>) {
    let text = &document.text;
    for mention in &found.posts {
        let (start, end) = (mention.span.start, mention.span.end);
        let addressed = is_han(text.before(start)) && post::is_bare_address(text, mention.span);
        let named = addressed && evidence::best_before(document, start).is_some_and(|(_, look)| look >= NAMED);
        let everybody = CLASSES.everybody.ends(text, start) || CLASSES.everybody.starts(text, start);
        if !named && !everybody {
            from(
                document,
                skip_blanks(text, post::behind_candidacy(text, end)),
                evidence::AFTER_POST,
                "person/after-post",
                votes,
            );
        }
        let mark = text.before(start);
        if mark == '的' && office_ends(text, end) {
            until(document, before_courtesy(text, start - 1), evidence::APPOINTED, "person/removed", votes);
        } else if matches!(mark, ',' | '(' | ' ' | ':' | '的') {
            let name = before_courtesy(text, blanks_before(text, start - 1));
            let line = document.structure.paragraph_of(name.saturating_sub(1));
            let roster = mark == ' ' && name <= line.start + 8 && line.holds(start);
            let base = if roster { evidence::ROSTER } else { evidence::BEFORE_POST };
            until(document, name, base, "person/before-post", votes);
        } else if addressed {
            until(document, start, evidence::ADDRESSED, "person/addressed", votes);
        }
        if let Some(tie) = post::tie_before(text, start) {
            until(document, before_courtesy(text, tie.span.start), evidence::APPOINTED, "person/takes-office", votes);
        }
    }
}

/// Whether 职务 closes the list of posts that `end` stands in: 张三的副局长、三级调研员职务.
fn office_ends(text: &Text, end: usize) -> bool {
    let clause = (end..end + 40).take_while(|&at| !matches!(text.at(at), '。' | ';' | ',' | '\n' | '\0'));
    clause.into_iter().any(|at| text.starts_with(at, "职务"))
}

/// Names behind roles and appointing verbs, before verbs of persons, before 「,男,」 and 同志.
fn running_text(document: &Document, votes: &mut Vec<Vote>) {
    let text = &document.text;
    for at in 0..text.len() {
        if let Some((length, row)) = ROLES.longest_at(text, at, at + 8)
            && document.tokens.is_boundary(at + length)
            && !cuts_word(text, at + length)
        {
            let base = if row.get(1) == Some(&"leader") { evidence::AFTER_LEADERS } else { evidence::AFTER_ROLE };
            let colon = usize::from(text.at(at + length) == ':');
            from(document, skip_blanks(text, at + length + colon), base, "person/after-role", votes);
        } else if does_something(document, at) {
            from(document, at, evidence::AFTER_DOER, "person/after-role", votes);
        }
        if CLASSES.appointing.starts(text, at) || resigns(text, at) {
            appointed(document, at + 2, votes);
        }
        if at < 2 {
            continue;
        }
        let behind_words = is_han(text.before(at)) || text.before(at) == ')';
        if behind_words && CLASSES.courtesy.starts(text, at) {
            until(document, before_courtesy(text, at), evidence::COURTESY, "person/courtesy", votes);
        } else if is_han(text.before(at)) {
            let weight = agent_weight(text, at);
            if weight > 0 {
                until(document, at, weight, "person/agent", votes);
            }
        }
        if CLASSES.closing.starts(text, at) && document.tokens.is_boundary(at + 2) {
            until(document, at, evidence::LISTED, "person/listed", votes);
        } else if text.at(at) == '等' && is_leader(text, at + 1) {
            until(document, at, evidence::AFTER_LEADERS, "person/listed", votes);
        }
        if text.at(at) == '(' && matches!(text.at(at + 1), '左' | '右' | '中') && text.at(at + 3) == ')' {
            until(document, at, evidence::SEX, "person/caption", votes);
        }
        let sex = matches!(text.at(at), ',' | '(') && matches!(text.at(at + 1), '男' | '女');
        if sex && matches!(text.at(at + 2), ',' | ')' | '、' | ';') {
            until(document, at, evidence::SEX, "person/resume", votes);
        }
    }
}

/// 带头人|才优势: what looks like a role is cut from the middle of words.
fn cuts_word(text: &Text, end: usize) -> bool {
    text.before(end) == '人' && matches!(text.at(end), '才' | '士' | '口' | '员' | '均' | '文' | '群' | '数')
}

/// Whether 市领导 and the like stand at `at`.
fn is_leader(text: &Text, at: usize) -> bool {
    ROLES.longest_at(text, at, at + 8).is_some_and(|(_, row)| row.get(1) == Some(&"leader"))
}

/// Whether a noun like 护林员 ends right before `at`; 家家户户 does nothing.
fn does_something(document: &Document, at: usize) -> bool {
    let Some(token) = at.checked_sub(1).and_then(|before| document.tokens.at(before)) else { return false };
    let noun = token.tag.starts_with('n') || &*token.tag == "x";
    let whole_village = document.text.ends_with(at, "户户");
    noun && token.span.end == at
        && (2..=5).contains(&token.span.len())
        && !whole_village
        && DOERS.contains(&document.text.before(at))
}

/// What a verb of persons at `at` says for the name before it: more where the said words follow.
fn agent_weight(text: &Text, at: usize) -> i32 {
    match AGENTS.longest_at(text, at, at + 6) {
        Some((length, _)) if matches!(text.at(at + length), ',' | ':' | '“' | '。') => evidence::SPEAKS,
        Some(_) => evidence::AGENT,
        None => 0,
    }
}

/// Whether 接受 or 同意 at `at` opens what a congress says of somebody who leaves: 接受|张三因工作变动辞去….
fn resigns(text: &Text, at: usize) -> bool {
    const REACH: usize = 24;
    let mut behind = (at + 4..at + REACH).take_while(|&at| !matches!(text.at(at), '。' | ';' | '\n' | '\0'));
    CLASSES.accepts.starts(text, at) && behind.any(|at| text.starts_with(at, "辞去") || text.starts_with(at, "辞职"))
}

/// A name behind 任命 or 免去.
fn appointed(document: &Document, at: usize, votes: &mut Vec<Vote>) {
    let text = &document.text;
    let at = skip_blanks(text, if text.at(at) == ':' { at + 1 } else { at });
    from(document, at, evidence::APPOINTED, "person/appointed", votes);
    before_region(document, at, votes);
}

/// Names that the edge of a post took in: 陶然|县财政局局长|职务.
fn inside_posts(document: &Document, found: &Mentions, votes: &mut Vec<Vote>) {
    let text = &document.text;
    for mention in &found.posts {
        let opens = !is_han(text.before(mention.span.start));
        if opens && text.starts_with(mention.span.end, "职务") {
            before_region(document, mention.span.start, votes);
        }
    }
}

/// The names at `at` that a region of a post follows at once.
fn before_region(document: &Document, at: usize, votes: &mut Vec<Vote>) {
    let text = &document.text;
    for end in names::ends_at(text, at, text.len()) {
        let span = Span::new(at, end);
        let region = matches!(text.at(end), '省' | '市' | '区' | '县' | '州' | '盟' | '旗' | '镇' | '乡' | '国');
        if let Some(shape) = names::shape(text, span).filter(|_| region) {
            let look = shape + evidence::word(document, span) + 1;
            votes.push(Vote { span, look, base: evidence::APPOINTED, rule: "person/removed" });
        }
    }
}

/// A line that begins with a name and a colon.
fn turns(document: &Document, votes: &mut Vec<Vote>) {
    let text = &document.text;
    for paragraph in &document.structure.paragraphs {
        let colon = (paragraph.start..paragraph.end.min(paragraph.start + 24)).find(|&at| text.at(at) == ':');
        if let Some(colon) = colon {
            until(document, colon, evidence::TURN, "person/turn", votes);
        }
    }
}

/// Tokens that the segmenter takes for names, with nothing else said for them.
fn bare(document: &Document, votes: &mut Vec<Vote>) {
    for token in document.tokens.list() {
        let name = matches!(&*token.tag, "nr" | "nrfg") && (2..=4).contains(&token.span.len());
        let shape = if name { names::shape(&document.text, token.span) } else { None };
        if let Some(shape) = shape {
            let (left, right) = (evidence::left(document, token.span.start), evidence::right(document, token.span.end));
            let look = shape + evidence::word(document, token.span) + left + right;
            votes.push(Vote { span: token.span, look, base: evidence::BARE, rule: "person/look" });
        }
    }
}

/// The name at `at`, and the list that it opens.
fn from(document: &Document, at: usize, base: i32, rule: Rule, votes: &mut Vec<Vote>) {
    let text = &document.text;
    let first = votes.len();
    let (mut at, mut base, mut rule) = (at, base, rule);
    while let Some((span, look)) = evidence::best_at(document, at, text.len(), base >= evidence::AFTER_POST) {
        // 市民安宁, 学生安全: roles stand before everyday words oftener than before such names
        let everyday =
            rule == "person/after-role" && base <= evidence::AFTER_ROLE && names::is_negative(text.slice(span));
        let place = if everyday { base + evidence::EVERYDAY } else { base };
        votes.push(Vote { span, look, base: place, rule });
        let end = after_bracket(text, span.end);
        if look < LEAST_LISTED || !matches!(text.at(end), '、' | '和' | '与') {
            break;
        }
        (at, base, rule) = (skip_blanks(text, end + 1), base.max(evidence::LISTED), "person/listed");
    }
    if votes.len() >= first + 3 {
        votes[first..].iter_mut().for_each(|vote| vote.base += evidence::IN_LIST);
    }
}

/// The name that ends at `end`, and those listed before it.
fn until(document: &Document, end: usize, base: i32, rule: Rule, votes: &mut Vec<Vote>) {
    const LONGEST_LIST: usize = 12;
    let text = &document.text;
    let (mut end, mut rule) = (end, rule);
    for _ in 0..LONGEST_LIST {
        let Some((span, look)) = evidence::best_before(document, end) else { break };
        if ROLES.contains(text.slice(span)) {
            break;
        }
        votes.push(Vote { span, look, base, rule });
        let listed = matches!(text.before(span.start), '、' | '和' | '与') && look + base >= evidence::ACCEPT;
        if !listed {
            break;
        }
        (end, rule) = (before_courtesy(text, span.start - 1), "person/listed");
    }
}
