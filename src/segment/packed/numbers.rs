//! Lists of numbers, most of them small, and of characters.

use super::coder::{Chance, Coder};
use super::{Error, error};

/// A number's size in bits is below this.
pub const SIZES: usize = 32;

/// Contexts for numbers from 1 on: how many bits, by what the caller knows of it, then the bits.
pub struct Numbers {
    sizes: Vec<Chance>,
    digits: Vec<Chance>,
}

impl Numbers {
    /// For `contexts` sorts of numbers.
    pub fn new(contexts: usize) -> Self {
        let chances = |count| vec![Chance::default(); count];
        Self { sizes: chances(contexts * SIZES), digits: chances(contexts * SIZES * 16) }
    }

    /// Writes `wanted`, or reads a number, of the sort `context`.
    pub fn code(&mut self, coder: &mut impl Coder, context: usize, wanted: u32) -> u32 {
        let wanted = wanted.max(1);
        let bits = coder.number(&mut self.sizes[context * SIZES..][..SIZES], 5, wanted.ilog2());
        let mut value = 1;
        for bit in (0..bits).rev() {
            // the first two digits behind the leading one in the context of those before them
            let place = if value < 4 { value } else { 4 + (bits - bit).min(11) };
            let chance = &mut self.digits[(context * SIZES + bits as usize) * 16 + place as usize];
            value = value * 2 + u32::from(coder.bit(chance, wanted >> bit & 1 == 1));
        }
        value
    }
}

/// Writes `used`, or reads ascending characters: how many, then the gap before each.
pub fn characters(coder: &mut impl Coder, used: &[char]) -> Result<Vec<char>, Error> {
    let mut gaps = Numbers::new(SIZES);
    let count = gaps.code(coder, 0, used.len() as u32 + 1) - 1;
    if count > char::MAX as u32 {
        return Err(error("it has too many characters"));
    }
    let mut characters = Vec::new();
    let (mut code, mut before) = (0u32, 0);
    for at in 0..count as usize {
        let wanted = used.get(at).map_or(0, |&char| char as u32 - code);
        let gap = gaps.code(coder, before, wanted);
        before = gap.ilog2() as usize;
        code = code.saturating_add(gap);
        characters.push(char::from_u32(code).ok_or_else(|| error("a character is none"))?);
    }
    Ok(characters)
}
