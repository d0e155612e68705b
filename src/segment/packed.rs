//! The packed form of a dictionary: sorted, front-coded, column by column.
//!
//! It compresses to three quarters of the plain form and is what the page fetches. Layout, little endian:
//! the magic `YLD1`; u32 number of words; u8 number of tags, then each tag as u8 length and bytes; then the
//! columns: how many characters each word shares with the one before (u8 each), how many follow (u8 each),
//! index of its tag (u8 each), frequencies (LEB128), and last the characters that follow, as one UTF-8 text.

use super::DictionaryError;
use std::fmt::Write;

/// What a packed dictionary begins with.
pub const MAGIC: &[u8; 4] = b"YLD1";

/// The plain form, a line a word, of a packed dictionary.
///
/// # Errors
/// [`DictionaryError`] where the bytes are cut off or contradict themselves.
pub fn unpack(bytes: &[u8]) -> Result<Vec<u8>, DictionaryError> {
    let mut reader = Reader { rest: bytes };
    if reader.take(4)? != MAGIC {
        return Err(broken("it does not begin as one"));
    }
    let count = reader.u32()? as usize;
    let tags = (0..reader.u8()?)
        .map(|_| {
            let length = reader.u8()? as usize;
            std::str::from_utf8(reader.take(length)?).map_err(|_| broken("a tag is not UTF-8"))
        })
        .collect::<Result<Vec<_>, _>>()?;
    let (shared, added, tag_of) = (reader.take(count)?, reader.take(count)?, reader.take(count)?);
    let mut frequencies = Vec::with_capacity(count);
    for _ in 0..count {
        frequencies.push(reader.leb128()?);
    }
    let mut suffixes = std::str::from_utf8(reader.rest).map_err(|_| broken("its words are not UTF-8"))?.chars();
    let mut plain = String::with_capacity(bytes.len() * 2);
    let mut word: Vec<char> = Vec::new();
    for at in 0..count {
        word.truncate(shared[at] as usize);
        word.extend(suffixes.by_ref().take(added[at] as usize));
        if word.len() != shared[at] as usize + added[at] as usize {
            return Err(broken("its words end too early"));
        }
        let tag = tags.get(tag_of[at] as usize).ok_or_else(|| broken("a tag is not listed"))?;
        plain.extend(&word);
        let _ = writeln!(plain, " {} {tag}", frequencies[at]);
    }
    Ok(plain.into_bytes())
}

fn broken(why: &str) -> DictionaryError {
    DictionaryError(format!("the packed dictionary is broken: {why}"))
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], DictionaryError> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or_else(|| broken("it is cut off"))?;
        self.rest = rest;
        Ok(taken)
    }

    fn u8(&mut self) -> Result<u8, DictionaryError> {
        Ok(self.take(1)?[0])
    }

    fn u32(&mut self) -> Result<u32, DictionaryError> {
        let bytes = self.take(4)?;
        Ok(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }

    fn leb128(&mut self) -> Result<u64, DictionaryError> {
        let mut value = 0;
        for shift in (0..63).step_by(7) {
            let byte = self.u8()?;
            value |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(broken("a frequency is too large"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 丰 7 n, 丰县 3 ns: as `build.mjs` packs them.
    fn sample() -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(2u32.to_le_bytes());
        bytes.extend([2, 1, b'n', 2, b'n', b's']);
        bytes.extend([0, 1, 1, 1, 0, 1, 7, 0x83, 0x01]);
        bytes.extend("丰县".as_bytes());
        bytes
    }

    #[test]
    fn words_come_back_in_order() {
        assert_eq!(unpack(&sample()).unwrap(), "丰 7 n\n丰县 131 ns\n".as_bytes());
    }

    #[test]
    fn every_cut_is_an_error() {
        let whole = sample();
        for length in 0..whole.len() {
            assert!(unpack(&whole[..length]).is_err(), "cut at {length}");
        }
    }
}
