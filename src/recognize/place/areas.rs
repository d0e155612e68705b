//! Countries, regions, well-known waters and mountains: names of the list.

use super::PlaceMention;
use super::context;
use super::divisions::Evidence;
use super::words::CLASSES;
use crate::analysis::{PlaceLevel, Span};
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::text::is_among;
use std::sync::LazyLock;

static AREAS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("areas.tsv")));

/// Every name of the list in `document`.
pub fn areas(document: &Document, _evidence: &Evidence) -> Vec<PlaceMention> {
    let text = &document.text;
    let mut places = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let hit = AREAS
            .longest_at(text, at, text.len())
            .filter(|(length, _)| context::may_begin(document, at) && context::may_end(document, at + length));
        let Some((length, row)) = hit else {
            at += 1;
            continue;
        };
        let span = Span::new(at, at + length);
        let [_, class, full] = row[..] else {
            at += 1;
            continue;
        };
        if class == "compass" && !is_region(document, span) {
            at += 1;
            continue;
        }
        let longer = longer(document, span, class);
        let full = if longer == span { full } else { text.slice(longer) };
        let span = longer;
        places.push(PlaceMention {
            span,
            full: full.to_owned(),
            level: if class == "country" { PlaceLevel::Country } else { PlaceLevel::Other },
            code: None,
            within: None,
            nested: full == "中国" && is_part_of_a_term(document, span),
            rule: "place/area",
        });
        at = span.end;
    }
    places
}

/// 南|华山: a character right before that belongs to no other word makes another name.
fn longer(document: &Document, span: Span, class: &str) -> Span {
    let before = span.start.checked_sub(1).and_then(|at| document.tokens.at(at));
    let joins = before.is_some_and(|token| {
        let char = document.text.before(span.start);
        token.span.len() == 1 && is_among(char, "南北东西大小新老")
    });
    if class == "nature" && span.len() == 2 && joins { Span::new(span.start - 1, span.end) } else { span }
}

/// 东北 as a part of the country: in a list of regions, behind 来自 and the like, before 振兴 and the like; not 城市东北,
/// 东北方向.
fn is_region(document: &Document, span: Span) -> bool {
    const PARTS: &str = "部角方侧面边风虎郊向大话路";
    const LONGEST: usize = 6;
    let text = &document.text;
    if is_among(text.at(span.end), PARTS) {
        return false;
    }
    let bordering = text.at(span.end) == '与'; // 西北与越南接壤
    let region = |row: &crate::lexicon::Row| {
        matches!(row.get(1), Some(&"region" | &"compass")) || !bordering && row.get(1) == Some(&"country")
    };
    let listed = |mark: char| matches!(mark, '、' | '和' | '与' | '及');
    let before = span.start.saturating_sub(1);
    let beside = listed(text.at(span.end))
        && AREAS.longest_at(text, span.end + 1, text.len()).is_some_and(|(_, row)| region(row))
        || listed(text.before(span.start))
            && AREAS.longest_before(text, before, before.saturating_sub(LONGEST)).is_some_and(|(_, row)| region(row));
    beside || CLASSES.behind_area.starts(text, span.end) || CLASSES.before_area.ends(text, span.start)
}

/// 中国 in 中国式现代化, 中国特色社会主义: no place of its own.
fn is_part_of_a_term(document: &Document, span: Span) -> bool {
    let brand =
        document.text.before(span.start) == '“' && (span.end..span.end + 12).any(|at| document.text.at(at) == '”');
    brand
        || ["式", "特色", "共产党", "梦", "人民解放军", "化"]
            .iter()
            .any(|word| document.text.starts_with(span.end, word))
}
