//! Pieces of text at one height become a line; wide gaps inside it part cells.

use super::{Page, Piece};
use crate::input::grid::needs_blank;

/// Pieces whose base lines differ by less than this share of the letters' size stand in one line.
const SAME: f64 = 0.45;
/// A gap of so many letters parts two cells.
const GAP: f64 = 1.6;
/// A gap of so many letters is a blank.
const BLANK: f64 = 0.18;

/// A line of a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// What is written; cells parted by tabs.
    pub text: String,
    /// The left edge of its first letter that is no blank.
    pub left: f64,
    /// Its right edge.
    pub right: f64,
    /// Its base line.
    pub y: f64,
    /// The size of its letters.
    pub size: f64,
}

/// The lines of a page.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    /// The page's width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The lines in reading order.
    pub lines: Vec<Line>,
}

/// The lines of `page` in the order of the file; within a line from left to right.
pub fn lines(page: &Page) -> Lines {
    let mut rows: Vec<Vec<&Piece>> = Vec::new();
    for piece in page.pieces.iter().filter(|piece| !piece.text.trim().is_empty()) {
        let joins = rows.last().and_then(|row| row.last()).is_some_and(|last| {
            let size = last.size.max(piece.size).max(1.0);
            (last.y - piece.y).abs() < SAME * size
        });
        match rows.last_mut() {
            Some(row) if joins => row.push(piece),
            _ => rows.push(vec![piece]),
        }
    }
    let lines = rows.into_iter().map(line).collect();
    Lines { width: page.width, height: page.height, lines }
}

fn line(mut pieces: Vec<&Piece>) -> Line {
    pieces.sort_by(|one, other| one.x.total_cmp(&other.x));
    let size = pieces.iter().map(|piece| piece.size).fold(0.0, f64::max);
    let mut line = Line { size, ..Line::default() };
    for (at, piece) in pieces.iter().enumerate() {
        if at == 0 {
            let blanks = piece.text.chars().take_while(|char| char.is_whitespace()).count() as f64;
            (line.left, line.y) = (piece.x + blanks * size, piece.y);
        } else {
            let gap = piece.x - line.right;
            let edge = (line.text.chars().next_back(), piece.text.chars().next());
            if gap > GAP * size {
                line.text.push('\t');
            } else if gap > BLANK * size && needs_blank(edge.0, edge.1) && edge.0 != Some(' ') {
                line.text.push(' ');
            }
        }
        line.text.extend(piece.text.chars().filter(|char| !char.is_control()));
        line.right = line.right.max(piece.x + piece.width);
    }
    line
}
