//! Which columns and lines of a table are shown, and in which order.

use super::line::{Column, Key, Line};
use js_sys::{Array, Function, Intl, Object};
use std::cmp::Ordering;

/// Positions of the columns that say something in at least one line; the first is always there.
pub(super) fn filled(columns: &[Column], lines: &[Line]) -> Vec<usize> {
    let says = |line: &Line, at: usize| match line.cells.get(at).map(|cell| &cell.key) {
        Some(Key::Text(words)) => !words.is_empty(),
        Some(Key::Number(_)) => true,
        None => false,
    };
    (0..columns.len()).filter(|&at| at == 0 || lines.iter().any(|line| says(line, at))).collect()
}

/// Positions of the lines that are shown, in order; groups stay together.
pub(super) fn arrange(lines: &[Line], wanted: &str, order: Option<(usize, bool)>) -> Vec<usize> {
    let mut shown: Vec<usize> = (0..lines.len())
        .filter(|&at| {
            wanted.is_empty() && (order.is_none() || lines[at].index.is_some())
                || lines[at].index.is_some() && lines[at].search.contains(wanted)
        })
        .collect();
    let mut groups: Vec<Option<&str>> = Vec::new();
    for line in lines {
        if !groups.contains(&line.group.as_deref()) {
            groups.push(line.group.as_deref());
        }
    }
    let rank = |at: usize| groups.iter().position(|group| *group == lines[at].group.as_deref());
    let Some((column, descending)) = order else {
        shown.sort_by_key(|&at| rank(at));
        return shown;
    };
    let collator = Intl::Collator::new(&Array::of1(&"zh-Hans".into()), &Object::new());
    let compare = collator.compare();
    shown.sort_by(|&one, &other| {
        let keys = (lines[one].cells.get(column), lines[other].cells.get(column));
        let order = match keys {
            (Some(one), Some(other)) => by_key(&compare, &one.key, &other.key, descending),
            _ => Ordering::Equal,
        };
        rank(one).cmp(&rank(other)).then(order).then(one.cmp(&other))
    });
    shown
}

fn by_key(compare: &Function, one: &Key, other: &Key, descending: bool) -> Ordering {
    let turn = |order: Ordering| if descending { order.reverse() } else { order };
    match (one, other) {
        (Key::Number(Some(one)), Key::Number(Some(other))) => turn(one.total_cmp(other)),
        (Key::Number(one), Key::Number(other)) => one.is_none().cmp(&other.is_none()),
        (Key::Text(one), Key::Text(other)) if one.is_empty() || other.is_empty() => {
            one.is_empty().cmp(&other.is_empty())
        }
        (Key::Text(one), Key::Text(other)) => {
            let sign = compare.call2(&wasm_bindgen::JsValue::UNDEFINED, &one.into(), &other.into());
            turn(sign.ok().and_then(|sign| sign.as_f64()).unwrap_or(0.0).total_cmp(&0.0))
        }
        _ => Ordering::Equal,
    }
}
