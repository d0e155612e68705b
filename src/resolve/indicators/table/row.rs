//! The rows of a table: what names them, what only counts them.

use super::cell;
use crate::analysis::Span;
use crate::text::{Text, is_han};

/// The column that only counts the rows: the first or, behind the names of groups, the second.
pub fn serial(text: &Text, rows: &[Vec<Span>]) -> Option<usize> {
    const LEAST: usize = 2;
    (0..2).find(|&at| {
        let named =
            |row: &&Vec<Span>| row.get(at + 1).is_some_and(|cell| (cell.start..cell.end).any(|at| is_han(text.at(at))));
        let numbers = rows
            .iter()
            .filter(named)
            .filter_map(|row| Some(text.slice(*row.get(at)?)))
            .filter(|words| !words.is_empty());
        let numbers: Option<Vec<u32>> =
            numbers.map(|words| words.parse().ok().filter(|_| cell::is_ordinal(words))).collect();
        numbers.is_some_and(|numbers| numbers.len() >= LEAST && numbers.windows(2).all(|pair| pair[0] + 1 == pair[1]))
    })
}

/// The last words before the values of a row: not its unit, not its running number.
pub fn head(text: &Text, row: &[Span], unit_column: Option<usize>, serial: Option<usize>) -> Option<Span> {
    let counts = |at: usize, cell: &Span| Some(at) == serial || at == 0 && cell::is_ordinal(text.slice(*cell));
    let first = row.iter().enumerate().position(|(at, cell)| cell::read(text, *cell).is_some() && !counts(at, cell))?;
    let names = |(at, cell): &(usize, &Span)| {
        Some(*at) != unit_column
            && (cell.start..cell.end).any(|at| text.at(at).is_alphanumeric()) // not ——
            && !cell::is_ordinal(text.slice(**cell))
            && (cell.len() > 1 || is_han(text.at(cell.start))) // 纱, 布
    };
    let mut cells = row.iter().enumerate().take(first).filter(names);
    cells.next_back().map(|(_, cell)| *cell)
}

/// What the row of a total measures, where the row below it names only an owner: 人均可支配收入.
pub fn inset_measure(text: &Text, parent: Span, label: Span) -> Option<Span> {
    let measured = super::super::name::measure_length(text, label) > 0;
    let words = text.slice(parent);
    let at = ["人均", "户均", "平均"].iter().filter_map(|word| words.find(word)).min();
    let at = at.filter(|at| *at > 0).map(|at| words[..at].chars().count());
    at.filter(|_| !measured).map(|at| Span::new(parent.start + at, parent.end))
}
