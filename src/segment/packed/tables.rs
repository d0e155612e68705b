//! How the tables of shares are written: in an adaptive coder, with as much as is known before.
//!
//! Counts are rounded to [levels](level): a table with slightly other shares costs less than exact counts would.

use super::adaptive::{Coder, Context};
use super::model::{CHARACTER, CLASSES, KINDS, PLACES, TABLES};
use super::shares::Shares;
use super::{Error, error};
use std::collections::BTreeMap;

/// Counts below this are their own levels; beyond it there are [`STEPS`] levels from one power of two to the next.
const EXACT: u32 = 8;
const STEPS: u32 = 2;

/// There are no higher levels.
const HIGHEST: usize = 47;

/// How many sizes of counts are told apart where a character's emissions tell what its counts may be.
const SIZES: usize = 24;

/// The level of a count.
fn level(count: u32) -> usize {
    match count {
        0..EXACT => count as usize,
        _ => {
            let size = count.ilog2();
            (EXACT + (size - EXACT.ilog2()) * STEPS + (count >> (size - STEPS.ilog2()) & (STEPS - 1))) as usize
        }
    }
}

/// The count in the middle of a level.
fn count(level: usize) -> u32 {
    let level = level.min(HIGHEST) as u32;
    match level {
        0..EXACT => level,
        _ => {
            let (size, step) = ((level - EXACT) / STEPS + EXACT.ilog2(), (level - EXACT) % STEPS);
            let width = size - STEPS.ilog2();
            ((STEPS + step) << width) + (1 << width) / 2
        }
    }
}

/// Writes `counted`, or reads tables. The characters' `emissions` are known: end and middle.
///
/// # Errors
/// [`Error`] where a table is none.
pub fn code(
    coder: &mut impl Coder,
    counted: &[BTreeMap<u16, u32>],
    emissions: &[[u32; 2]],
) -> Result<Vec<Shares>, Error> {
    let mut tables = vec![Shares::default(); TABLES];
    let counted = |table: usize, symbol: usize| {
        counted.get(table).and_then(|counts| counts.get(&(symbol as u16))).copied().unwrap_or(0)
    };
    for kind in &KINDS {
        let mut used = Context::default();
        let mut levels = vec![Context::default(); kind.symbols];
        for table in kind.first..kind.first + kind.tables {
            let any = (0..kind.symbols).any(|symbol| counted(table, symbol) > 0);
            if coder.symbol(&mut used, any.into()) == 0 {
                continue;
            }
            for (symbol, context) in levels.iter_mut().enumerate() {
                push(&mut tables[table], symbol, coder.number(context, level(counted(table, symbol))));
            }
        }
    }
    for place in 0..PLACES {
        let table = |class: usize| CHARACTER.first + place * CLASSES + class;
        let mut learnt = Learnt::default();
        for (symbol, met) in emissions.iter().enumerate() {
            let counts: [u32; CLASSES] = std::array::from_fn(|class| counted(table(class), symbol));
            for (class, level) in learnt.split(coder, met, &counts).into_iter().enumerate() {
                push(&mut tables[table(class)], symbol, level);
            }
        }
    }
    let sound = tables.iter().all(Shares::is_sound);
    if sound { Ok(tables) } else { Err(error("a table is broken")) }
}

fn push(table: &mut Shares, symbol: usize, level: usize) {
    if level > 0 {
        table.push(symbol as u16, count(level));
    }
}

/// What is learnt of the characters in one place: how often each is met, then in which sorts of words.
struct Learnt {
    /// By how often the character is met at the end of words and in their middle.
    sums: Vec<Context>,
    /// By the level of what is left, and the class.
    parts: Vec<Context>,
}

impl Default for Learnt {
    fn default() -> Self {
        let some = |count| vec![Context::default(); count];
        Self { sums: some(SIZES * SIZES), parts: some((HIGHEST + 1) * CLASSES) }
    }
}

impl Learnt {
    /// Writes or reads the levels of one character's counts.
    fn split(&mut self, coder: &mut impl Coder, met: &[u32; 2], counts: &[u32; CLASSES]) -> [usize; CLASSES] {
        let [end, middle] = met.map(|count| ((count + 1).ilog2() as usize).min(SIZES - 1));
        let sum = coder.number(&mut self.sums[end * SIZES + middle], level(counts.iter().sum())).min(HIGHEST);
        let mut left = sum;
        let mut levels = [0; CLASSES];
        for (class, found) in levels.iter_mut().enumerate() {
            if left == 0 {
                break;
            }
            *found = match class == CLASSES - 1 && is_exact(left) {
                true => left,
                false => coder.number(&mut self.parts[left * CLASSES + class], level(counts[class])).min(HIGHEST),
            };
            // a rounded sum does not say what is left
            if is_exact(sum) {
                left = left.saturating_sub(*found);
            }
        }
        levels
    }
}

fn is_exact(level: usize) -> bool {
    level < EXACT as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_keep_their_level() {
        for exact in 0..1 << 20 {
            assert_eq!(level(count(level(exact))), level(exact));
        }
        assert!((0..HIGHEST).all(|level| count(level) < count(level + 1)));
        assert_eq!(level(count(HIGHEST)), HIGHEST);
    }
}
