//! Lines that belong to the page and not to the article.

use crate::analysis::Span;
use crate::lexicon::Lexicon;
use crate::text::{Text, structure::Structure};
use std::sync::LazyLock;

/// Beginnings of lines that are page furniture: words, kind (line: this line only; rest: everything that follows).
static BEGINNINGS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("furniture.tsv")));

/// Endings of names of image files.
const IMAGES: [&str; 6] = [".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp"];
/// Longest line that can be furniture by its beginning alone.
const LONGEST_LINE: usize = 160;

/// The furniture lines of `text`, in order.
pub fn furniture(text: &Text, structure: &Structure) -> Vec<Span> {
    let mut spans = Vec::new();
    let half = text.len() / 2;
    for &line in &structure.paragraphs {
        if ends_article(text, line) && line.start >= half {
            spans.push(Span::new(line.start, text.len()));
            break;
        }
        if is_furniture_line(text, line) {
            spans.push(line);
        }
    }
    spans
}

/// Whether `line` is page furniture on its own.
pub fn is_furniture_line(text: &Text, line: Span) -> bool {
    let words = text.slice(line);
    let counter = line.len() <= 6 && words.chars().all(|char| char.is_ascii_digit());
    let image = line.len() <= 80 && IMAGES.iter().any(|ending| words.ends_with(ending));
    let address = line.len() <= 200 && (words.starts_with("http://") || words.starts_with("https://"));
    let listed = line.len() <= LONGEST_LINE && beginning(text, line).is_some();
    counter || image || address || listed || is_path(words)
}

/// 首页 > 新闻中心 > 要闻: where the page stands in its site.
fn is_path(words: &str) -> bool {
    const PART: usize = 16;
    let mut parts = words.split(['>', '›', '»']).map(str::trim).filter(|part| !part.is_empty());
    let led = words.contains(['>', '›', '»']) && !words.starts_with(['>', '›', '»']);
    // 投资30亿元 > 计划20亿元 compares; 某某日报 > 第03版 leads
    let figure = |part: &str| part.contains(|char: char| char.is_ascii_digit()) && !part.contains('版');
    let short =
        |part: &str| part.chars().count() <= PART && !part.contains([',', '。', ';', '%', '“']) && !figure(part);
    led && parts.by_ref().take(2).filter(|part| short(part) && part.chars().any(crate::text::is_han)).count() == 2
        && parts.all(short)
}

fn ends_article(text: &Text, line: Span) -> bool {
    beginning(text, line) == Some("rest")
}

/// The kind of the listed beginning that `line` has after bullets.
fn beginning(text: &Text, line: Span) -> Option<&'static str> {
    let mut at = line.start;
    while at < line.end && matches!(text.at(at), '-' | '*' | '·' | '|' | ' ' | '[' | '【' | '>') {
        at += 1;
    }
    let (_, row) = BEGINNINGS.longest_at(text, at, line.end)?;
    row.get(1).copied()
}
