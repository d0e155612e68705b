//! Lines become paragraphs: a line that runs to the right edge goes on in the next one, unless that is indented.

use super::lines::{Line, Lines};
use crate::input::grid::needs_blank;

/// How many letters short of the right edge a line may end and still be full.
const SHORT: f64 = 1.6;
/// How many letters a paragraph is indented at least.
const INDENT: f64 = 1.2;
/// How much larger than the text a title is.
const LARGE: f64 = 1.15;

/// The paragraphs of all pages; one may go on over the end of a page.
pub fn join(pages: &[Lines]) -> Vec<String> {
    let body = usual_size(pages);
    let mut done: Vec<String> = Vec::new();
    let mut before: Option<(&Line, Margins)> = None;
    for page in pages {
        let margins = Margins::of(page, body);
        for line in &page.lines {
            let goes_on = before.is_some_and(|(last, edges)| goes_on(last, line, edges, margins, body));
            match done.last_mut() {
                Some(paragraph) if goes_on => append(paragraph, &line.text),
                _ => done.push(line.text.trim_end().to_owned()),
            }
            before = Some((line, margins));
        }
    }
    done
}

/// The size of most letters.
fn usual_size(pages: &[Lines]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = Vec::new();
    for line in pages.iter().flat_map(|page| &page.lines) {
        let letters = line.text.chars().count();
        if let Some((_, count)) = sizes.iter_mut().find(|(size, _)| (*size - line.size).abs() < 0.6) {
            *count += letters;
        } else if sizes.len() < 200 {
            sizes.push((line.size, letters));
        }
    }
    sizes.into_iter().max_by_key(|(_, count)| *count).map_or(0.0, |(size, _)| size)
}

/// Where the text of a page begins and ends.
#[derive(Debug, Clone, Copy)]
struct Margins {
    left: f64,
    right: f64,
    middle: f64,
}

impl Margins {
    fn of(page: &Lines, body: f64) -> Self {
        let plain = || page.lines.iter().filter(|line| !line.text.contains('\t') && line.size < body * LARGE);
        let mut rights: Vec<f64> = plain().map(|line| line.right).filter(|edge| edge.is_finite()).collect();
        rights.sort_by(f64::total_cmp);
        // A single line that sticks out (a footnote, a stamp) does not set the edge.
        let right = rights.get(rights.len().saturating_sub(1 + rights.len() / 20)).copied().unwrap_or(page.width);
        let left = plain().map(|line| line.left).filter(|edge| edge.is_finite()).fold(f64::INFINITY, f64::min);
        Self { left, right, middle: page.width / 2.0 }
    }
}

fn goes_on(last: &Line, line: &Line, edges: Margins, margins: Margins, body: f64) -> bool {
    let sizes = (last.size - line.size).abs() <= 0.15 * last.size.max(1.0);
    if last.text.contains('\t') || line.text.contains('\t') || !sizes {
        return false;
    }
    let centered = |line: &Line, middle: f64| ((line.left + line.right) / 2.0 - middle).abs() < 2.0 * line.size;
    if last.size > body * LARGE {
        // A title over several lines.
        return centered(last, edges.middle)
            && centered(line, margins.middle)
            && last.y - line.y < 2.5 * last.size
            && last.y > line.y;
    }
    let full = last.right >= edges.right - SHORT * last.size;
    let indented = line.left >= margins.left + INDENT * line.size || line.text.starts_with('\u{3000}');
    full && !indented
}

fn append(paragraph: &mut String, line: &str) {
    let line = line.trim();
    let hyphen = paragraph.ends_with('-') && line.starts_with(|char: char| char.is_ascii_lowercase());
    if hyphen {
        paragraph.pop();
    } else if needs_blank(paragraph.chars().next_back(), line.chars().next())
        && paragraph.ends_with(|char: char| char.is_ascii_alphabetic())
        && line.starts_with(|char: char| char.is_ascii_alphanumeric())
    {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}
