//! An adaptive binary range coder: every yes or no is written with the share of yes that its context has shown so
//! far. Packing and unpacking run the same model over the two ends of [`Coder`], so they cannot drift apart.

/// How many bits of a [`Chance`] count what it has seen; the others are the share of yes.
const COUNT_BITS: u32 = 10;

/// A context stops learning faster once it has seen so many bits.
const LIMIT: u32 = 400;

/// How much of its error a context corrects, by how often it was asked: 65536 / (count + 1.6).
const RATES: [u32; LIMIT as usize + 1] = {
    let mut rates = [0; LIMIT as usize + 1];
    let mut count = 0;
    while count < rates.len() {
        rates[count] = 655_360 / (count as u32 * 10 + 16);
        count += 1;
    }
    rates
};

/// What one context has learnt: the share of yes, and how many bits it saw.
#[derive(Debug, Clone, Copy)]
pub struct Chance(u32);

impl Default for Chance {
    fn default() -> Self {
        Self(1 << 31)
    }
}

impl Chance {
    /// The share of yes in 65536ths, never quite 0 or 1.
    #[inline(always)]
    fn share(self) -> u32 {
        (self.0 >> 16).clamp(24, 65_512)
    }

    #[inline(always)]
    fn learn(&mut self, yes: bool) {
        let (count, share) = (self.0 & ((1 << COUNT_BITS) - 1), self.0 >> COUNT_BITS);
        let target = u32::from(yes) * ((1 << (32 - COUNT_BITS)) - 1);
        let step = ((i64::from(target) - i64::from(share)) * i64::from(RATES[count as usize])) >> 16;
        self.0 = share.wrapping_add(step as u32) << COUNT_BITS | (count + u32::from(count < LIMIT));
    }
}

/// One end of the coder.
pub trait Coder {
    /// Writes `bit`, or reads one and ignores `bit`; returns what was written or read.
    fn bit(&mut self, chance: &mut Chance, bit: bool) -> bool;

    /// A number below 2 to the `bits`th, highest bit first, along the tree of contexts `chances`.
    #[inline(always)]
    fn number(&mut self, chances: &mut [Chance], bits: u32, number: u32) -> u32 {
        let mut node = 1;
        for at in (0..bits).rev() {
            node = node * 2 + u32::from(self.bit(&mut chances[node as usize], number >> at & 1 == 1));
        }
        node - (1 << bits)
    }
}

/// The range is widened again once it is smaller than this.
const LEAST_RANGE: u32 = 1 << 24;

/// Writes.
pub struct Encoder {
    low: u64,
    range: u32,
    /// The last byte that a carry may still change, and how many 0xFF stand behind it; none before the first.
    waiting: Option<u8>,
    full: usize,
    bytes: Vec<u8>,
}

impl Encoder {
    /// An encoder that appends to `bytes`.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self { low: 0, range: u32::MAX, waiting: None, full: 0, bytes }
    }

    /// Everything written.
    pub fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        self.bytes
    }

    fn shift(&mut self) {
        let carry = (self.low >> 32) as u8;
        let top = (self.low >> 24) as u8;
        if carry == 0 && top == 0xFF {
            self.full += 1;
        } else {
            if let Some(waiting) = self.waiting {
                self.bytes.push(waiting.wrapping_add(carry));
            }
            self.bytes.extend(std::iter::repeat_n(0xFF_u8.wrapping_add(carry), self.full));
            (self.waiting, self.full) = (Some(top), 0);
        }
        self.low = (self.low & 0xFF_FFFF) << 8;
    }
}

impl Coder for Encoder {
    fn bit(&mut self, chance: &mut Chance, bit: bool) -> bool {
        let bound = bound(self.range, *chance);
        if bit {
            self.range = bound;
        } else {
            self.low += u64::from(bound);
            self.range -= bound;
        }
        chance.learn(bit);
        while self.range < LEAST_RANGE {
            self.range <<= 8;
            self.shift();
        }
        bit
    }
}

/// Reads. Beyond the end it reads zeros: a checksum has to tell.
pub struct Decoder<'a> {
    code: u32,
    range: u32,
    rest: std::slice::Iter<'a, u8>,
}

impl<'a> Decoder<'a> {
    /// A decoder of what an [`Encoder`] wrote.
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut decoder = Self { code: 0, range: u32::MAX, rest: bytes.iter() };
        for _ in 0..4 {
            decoder.shift();
        }
        decoder
    }

    #[inline(always)]
    fn shift(&mut self) {
        self.code = self.code << 8 | u32::from(self.rest.next().copied().unwrap_or(0));
    }
}

impl Coder for Decoder<'_> {
    /// Without a branch on the bit: it is as good as random, and the processor would guess wrong every other time.
    #[inline(always)]
    fn bit(&mut self, chance: &mut Chance, _: bool) -> bool {
        let bound = bound(self.range, *chance);
        let yes = ((i64::from(self.code) - i64::from(bound)) >> 63) as u32;
        self.code -= bound & !yes;
        self.range = (bound & yes) | ((self.range - bound) & !yes);
        chance.learn(yes & 1 == 1);
        while self.range < LEAST_RANGE {
            self.range <<= 8;
            self.shift();
        }
        yes & 1 == 1
    }
}

/// How much of the range means yes.
#[inline(always)]
fn bound(range: u32, chance: Chance) -> u32 {
    ((u64::from(range) * u64::from(chance.share())) >> 16) as u32
}
