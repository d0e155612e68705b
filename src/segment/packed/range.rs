//! A range coder: what is written takes as many bits as its share of what could have been written says.

/// The range is widened by so many bits once it has no more.
const WIDENED: u32 = 32;

/// Writes.
pub struct Writer {
    low: u64,
    range: u64,
    bytes: Vec<u8>,
}

impl Default for Writer {
    /// One that has written nothing.
    fn default() -> Self {
        Self { low: 0, range: u64::MAX, bytes: Vec::new() }
    }
}

impl Writer {
    /// Writes what has the shares `begin..begin + width` of `total`, which is below 2 to the 31st.
    pub fn put(&mut self, begin: u64, width: u64, total: u64) {
        let unit = self.range / total;
        self.add(unit * begin);
        self.range = unit * width;
        if self.range >> WIDENED == 0 {
            self.range <<= WIDENED;
            self.bytes.extend(((self.low >> WIDENED) as u32).to_be_bytes());
            self.low <<= WIDENED;
        }
    }

    fn add(&mut self, more: u64) {
        let (low, carry) = self.low.overflowing_add(more);
        self.low = low;
        if carry {
            for byte in self.bytes.iter_mut().rev() {
                *byte = byte.wrapping_add(1);
                if *byte != 0 {
                    break;
                }
            }
        }
    }

    /// Everything written, with as few bytes as tell it from all else: beyond the end a [`Reader`] finds zeros.
    pub fn finish(mut self) -> Vec<u8> {
        let spared = (0..u64::BITS).rev().step_by(8).map(|bits| (1 << (bits / 8 * 8)) - 1);
        let spare = spared.into_iter().map(|rest: u64| (self.low.wrapping_add(rest) & !rest).wrapping_sub(self.low));
        let least = spare.into_iter().find(|&more| more < self.range).unwrap_or(0);
        self.add(least);
        self.bytes.extend(self.low.to_be_bytes());
        let end = self.bytes.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1);
        self.bytes.truncate(end);
        self.bytes
    }
}

/// Reads what a [`Writer`] wrote: asks [where](Self::at) the code stands among the shares, then [takes](Self::take) what
/// stands there. Beyond the end it reads zeros.
pub struct Reader<'a> {
    code: u64,
    range: u64,
    unit: u64,
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// A reader of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut reader = Self { code: 0, range: u64::MAX, unit: 1, rest: bytes };
        reader.shift();
        reader.shift();
        reader
    }

    #[inline(always)]
    fn shift(&mut self) {
        let mut next = [0; size_of::<u32>()];
        match self.rest.split_first_chunk() {
            Some((whole, rest)) => (next, self.rest) = (*whole, rest),
            None => {
                next[..self.rest.len()].copy_from_slice(self.rest);
                self.rest = &[];
            }
        }
        self.code = self.code << WIDENED | u64::from(u32::from_be_bytes(next));
    }

    /// The share of `total`, which is not 0, that the code stands in.
    #[inline(always)]
    pub fn at(&mut self, total: u64) -> u64 {
        self.unit = self.range / total;
        (self.code / self.unit).min(total - 1)
    }

    /// Goes on behind what has the shares `begin..begin + width`, the one that was asked for among them.
    #[inline(always)]
    pub fn take(&mut self, begin: u64, width: u64) {
        self.code -= self.unit * begin;
        self.range = self.unit * width;
        if self.range >> WIDENED == 0 {
            self.range <<= WIDENED;
            self.shift();
        }
    }
}
