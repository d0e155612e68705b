//! Lists of numbers, most of them small, and of characters.

use super::adaptive::{Coder, Context};
use super::{Error, error};

/// A number's size in bits is below this.
pub const SIZES: usize = 32;

/// How many bits a symbol carries where numbers are written bit by bit.
const BITS: u32 = 4;

/// Contexts for numbers from 1 on: how many bits, by what the caller knows of it, then the bits.
pub struct Numbers {
    sizes: Vec<Context>,
    /// The first bits behind the leading one, by the same and the number's size.
    first: Vec<Context>,
    /// The others, by how many are to come.
    others: Vec<Context>,
}

impl Numbers {
    /// For `contexts` sorts of numbers.
    pub fn new(contexts: usize) -> Self {
        let some = |count| vec![Context::default(); count];
        Self { sizes: some(contexts), first: some(contexts * SIZES), others: some(SIZES) }
    }

    /// Writes `wanted`, or reads a number, of the sort `context`.
    #[inline]
    pub fn code(&mut self, coder: &mut impl Coder, context: usize, wanted: u32) -> u32 {
        let wanted = wanted.max(1);
        let size = coder.number(&mut self.sizes[context], wanted.ilog2() as usize).min(SIZES - 1);
        self.bits(coder, context, size as u32, wanted)
    }

    /// The same where the number is known to have `size` bits behind its leading one.
    #[inline]
    pub fn bits(&mut self, coder: &mut impl Coder, context: usize, size: u32, wanted: u32) -> u32 {
        let (mut value, mut left) = (1, size);
        while left > 0 {
            let bits = left.min(BITS);
            let context = match left == size {
                true => &mut self.first[context * SIZES + size as usize],
                false => &mut self.others[left as usize],
            };
            left -= bits;
            let symbol = coder.symbol(context, (wanted >> left) as usize & ((1 << bits) - 1));
            value = value << bits | (symbol as u32 & ((1 << bits) - 1));
        }
        value
    }
}

/// Writes `used`, or reads ascending numbers: how many, then the gap before each.
pub fn ascending(coder: &mut impl Coder, used: &[u32]) -> Vec<u32> {
    let mut gaps = Numbers::new(SIZES);
    let count = gaps.code(coder, 0, used.len() as u32 + 1) - 1;
    let mut numbers = Vec::new();
    let (mut next, mut before) = (0u32, 0);
    // no list is longer: a file that is broken may say so
    for at in 0..count.min(1 << 20) as usize {
        let wanted = used.get(at).map_or(0, |&number| number - next);
        let gap = gaps.code(coder, before, wanted + 1) - 1;
        before = (gap + 1).ilog2() as usize;
        let number = next.saturating_add(gap);
        numbers.push(number);
        next = number.saturating_add(1);
    }
    numbers
}

/// The same for characters.
pub fn characters(coder: &mut impl Coder, used: &[char]) -> Result<Vec<char>, Error> {
    let used: Vec<u32> = used.iter().map(|&char| char.into()).collect();
    let read = ascending(coder, &used).into_iter().map(char::from_u32).collect::<Option<_>>();
    read.ok_or_else(|| error("a character is none"))
}
