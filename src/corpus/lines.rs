//! Lines of a file, none of which can fill the memory.

use std::io::{BufRead, Result};

/// The longest line that is read: a text at its limit with every character written as `\uXXXX` fits.
pub const LONGEST: usize = 16 * 1024 * 1024;

/// One line.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    /// Its bytes, without the line break.
    Whole(Vec<u8>),
    /// It is longer than allowed and was passed over.
    TooLong,
}

/// Reads line by line and knows where it is.
pub struct Lines<R> {
    from: R,
    limit: usize,
    /// Bytes read so far.
    pub offset: u64,
    /// Lines read so far.
    pub number: u64,
}

impl<R: BufRead> Lines<R> {
    /// Reads `from`, which stands behind `offset` bytes and `number` lines.
    pub fn new(from: R, offset: u64, number: u64) -> Self {
        Self { from, limit: LONGEST, offset, number }
    }

    /// The next line; none at the end.
    ///
    /// # Errors
    /// Where the file cannot be read any further.
    pub fn next_line(&mut self) -> Result<Option<Line>> {
        let mut line = Vec::new();
        let (mut too_long, mut begun) = (false, false);
        loop {
            let held = self.from.fill_buf()?;
            if held.is_empty() {
                break;
            }
            begun = true;
            let end = held.iter().position(|&byte| byte == b'\n');
            let piece = &held[..end.unwrap_or(held.len())];
            too_long |= line.len() + piece.len() > self.limit;
            if too_long {
                line = Vec::new();
            } else {
                line.extend_from_slice(piece);
            }
            let used = piece.len() + usize::from(end.is_some());
            self.from.consume(used);
            self.offset += used as u64;
            if end.is_some() {
                break;
            }
        }
        if !begun {
            return Ok(None);
        }
        self.number += 1;
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        Ok(Some(if too_long { Line::TooLong } else { Line::Whole(line) }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_with_where_they_end() {
        let text = "一\r\n\n22222222222\n三".as_bytes();
        // A small buffer, so that lines lie over its borders.
        let mut lines = Lines::new(std::io::BufReader::with_capacity(4, text), 0, 0);
        lines.limit = 8;
        let mut read = Vec::new();
        while let Some(line) = lines.next_line().unwrap() {
            read.push((line, lines.offset, lines.number));
        }
        let whole = |words: &str| Line::Whole(words.as_bytes().to_vec());
        assert_eq!(read, [(whole("一"), 5, 1), (whole(""), 6, 2), (Line::TooLong, 18, 3), (whole("三"), 21, 4)]);
    }
}
