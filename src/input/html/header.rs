//! Title, source, date and by-line of a page, which stand beside its main text or only in its metadata.

use dom_query::Document;

/// How many lines before the main text its header may stand.
const BEFORE: usize = 15;
/// And how many behind it the line of the editors.
const BEHIND: usize = 8;
/// The longest line of a header.
const LONG: usize = 120;
/// What such lines say.
const LABELS: [&str; 22] = [
    "来源",
    "來源",
    "稿源",
    "发布时间",
    "發布時間",
    "发布日期",
    "發佈日期",
    "时间：",
    "日期：",
    "作者",
    "记者",
    "記者",
    "编辑",
    "編輯",
    "责编",
    "審核",
    "审核",
    "通讯员",
    "通訊員",
    "发文字号",
    "文号",
    "成文日期",
];

/// The content of the first `<meta>` with one of these names.
fn meta(page: &Document, names: &[&str]) -> Option<String> {
    let all = page.select("meta");
    names.iter().find_map(|name| {
        let found = all.nodes().iter().find(|node| {
            let is = |attribute: &str| node.attr(attribute).is_some_and(|value| value.eq_ignore_ascii_case(name));
            is("name") || is("property")
        })?;
        let content = found.attr("content")?.trim().to_owned();
        (!content.is_empty()).then_some(content)
    })
}

/// The title that the page names itself.
pub fn title(page: &Document) -> Option<String> {
    let heading = || {
        let headings = page.select("h1");
        let text = super::super::grid::one_line(&headings.text());
        (headings.length() == 1 && !text.is_empty()).then_some(text)
    };
    let tab = || {
        let text = super::super::grid::one_line(&page.select_single("title").text());
        let end = text.find(['_', '|']).or_else(|| text.find(" - ")).or_else(|| text.find("--")).unwrap_or(text.len());
        let text = text[..end].trim().to_owned();
        (!text.is_empty()).then_some(text)
    };
    meta(page, &["ArticleTitle", "og:title"]).or_else(heading).or_else(tab)
}

/// `lines` with the title before them, unless it stands among the first already.
pub fn with_title(title: Option<String>, lines: Vec<String>) -> Vec<String> {
    let known = |title: &String| lines.iter().take(BEFORE).any(|line| plain(line).contains(&plain(title)));
    let title = title.filter(|title| !known(title));
    title.into_iter().chain(lines).collect()
}

/// Letters and digits alone: titles differ in blanks and marks.
fn plain(words: &str) -> String {
    words.chars().filter(|char| char.is_alphanumeric()).collect()
}

/// The main text with the lines of the page around it that say who wrote it, where and when.
pub fn around(page: &Document, fallback: &str, body: &[String], main: Vec<String>) -> Vec<String> {
    let title = title(page).unwrap_or_else(|| fallback.to_owned());
    let place = |line: Option<&String>| line.and_then(|line| body.iter().position(|other| other == line));
    let start = place(main.first()).unwrap_or(0);
    let end = main.iter().rev().find_map(|line| body.iter().rposition(|other| other == line)).unwrap_or(start);
    let says = |line: &&String| {
        line.chars().count() <= LONG
            && (LABELS.iter().any(|label| line.contains(label)) || has_day(line))
            && !main.contains(line)
    };
    let before: Vec<String> = body[start.saturating_sub(BEFORE)..start].iter().filter(says).cloned().collect();
    let tail = (end + 1).min(body.len());
    let behind: Vec<String> = body[tail..(tail + BEHIND).min(body.len())].iter().filter(says).cloned().collect();
    let mut header = before;
    let inside = |word: &str| main.iter().take(4).any(|line| line.contains(word));
    if !header.iter().any(|line| has_day(line)) && !main.iter().take(4).any(|line| has_day(line)) {
        let day = meta(page, &["PubDate", "article:published_time", "publishdate", "firstpublishedtime"]);
        header.extend(day.map(|day| format!("发布时间：{day}")));
    }
    if !header.iter().any(|line| line.contains("来源") || line.contains("來源")) && !inside("来源") {
        header.extend(meta(page, &["ContentSource", "article:source"]).map(|source| format!("来源：{source}")));
    }
    let mut lines: Vec<String> = Vec::new();
    let titled = main.iter().take(3).any(|line| plain(line) == plain(&title));
    if titled {
        let at = main.iter().take(3).position(|line| plain(line) == plain(&title)).map_or(0, |at| at + 1);
        lines.extend_from_slice(&main[..at]);
        lines.extend(header);
        lines.extend_from_slice(&main[at..]);
    } else {
        lines.extend((!title.is_empty()).then_some(title));
        lines.extend(header);
        lines.extend(main);
    }
    lines.extend(behind);
    lines
}

/// Whether a line holds a day: 2024-01-05, 2024年1月5日.
fn has_day(line: &str) -> bool {
    let digits = |words: &str| words.chars().take_while(char::is_ascii_digit).count();
    line.char_indices().any(|(at, char)| {
        if !char.is_ascii_digit()
            || line[..at].ends_with(|char: char| char.is_ascii_digit())
            || digits(&line[at..]) != 4
        {
            return false;
        }
        let rest = &line[at + 4..];
        let rest = rest.strip_prefix(['年', '-', '/', '.']);
        rest.is_some_and(|rest| {
            (1..=2).contains(&digits(rest)) && rest[digits(rest)..].starts_with(['月', '-', '/', '.'])
        })
    })
}
