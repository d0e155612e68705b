//! A dictionary as it stands in memory, in one piece: for a program that has [unpacked](super::packed) it once and may
//! keep 5.6 megabytes, so that its next start need not unpack it again.
//!
//! Layout, little endian: the magic `YLO1`, u32 checksum of everything behind it, then the lists of the dictionary one
//! after the other, each as u32 number of items and the items. It is bound to the program that wrote it: whoever keeps
//! it keeps it for that program alone.

use super::DictionaryError;

/// What an opened dictionary begins with.
pub const MAGIC: &[u8; 4] = b"YLO1";

const HEAD: usize = MAGIC.len() + size_of::<u32>();

/// A number in a list.
pub trait Item: Copy {
    /// Appends its bytes.
    fn write(self, bytes: &mut Vec<u8>);

    /// All items of `bytes`, and what is left of them where they are no whole number of items.
    fn read(bytes: &[u8]) -> (Vec<Self>, &[u8]);
}

macro_rules! items {
    ($($kind:ty)*) => {$(
        impl Item for $kind {
            fn write(self, bytes: &mut Vec<u8>) {
                bytes.extend(self.to_le_bytes());
            }

            fn read(bytes: &[u8]) -> (Vec<Self>, &[u8]) {
                let (items, rest) = bytes.as_chunks();
                (items.iter().map(|item| Self::from_le_bytes(*item)).collect(), rest)
            }
        }
    )*};
}

items!(u8 u16 u32 f64);

/// Collects lists.
pub struct Writer(Vec<u8>);

impl Default for Writer {
    /// One that holds nothing yet.
    fn default() -> Self {
        let mut bytes = MAGIC.to_vec();
        bytes.resize(HEAD, 0);
        Self(bytes)
    }
}

impl Writer {
    /// Appends a list.
    pub fn list<T: Item>(&mut self, items: &[T]) {
        self.0.reserve(size_of::<u32>() + size_of_val(items));
        (items.len() as u32).write(&mut self.0);
        items.iter().for_each(|item| item.write(&mut self.0));
    }

    /// Everything written.
    pub fn finish(mut self) -> Vec<u8> {
        let sum = checksum(&self.0[HEAD..]);
        self.0[MAGIC.len()..HEAD].copy_from_slice(&sum.to_le_bytes());
        self.0
    }
}

/// Hands out the lists that a [`Writer`] has collected, in their order.
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// The lists of `bytes`.
    ///
    /// # Errors
    /// [`DictionaryError`] where they are not what was written.
    pub fn open(bytes: &'a [u8]) -> Result<Self, DictionaryError> {
        let rest = bytes.strip_prefix(MAGIC).and_then(|rest| rest.split_first_chunk());
        match rest {
            Some((sum, lists)) if u32::from_le_bytes(*sum) == checksum(lists) => Ok(Self(lists)),
            _ => Err(broken()),
        }
    }

    /// The next list.
    ///
    /// # Errors
    /// [`DictionaryError`] where there is none.
    pub fn list<T: Item>(&mut self) -> Result<Vec<T>, DictionaryError> {
        let (count, rest) = self.0.split_first_chunk().ok_or_else(broken)?;
        let length = (u32::from_le_bytes(*count) as usize).checked_mul(size_of::<T>());
        let (items, rest) = length.and_then(|length| rest.split_at_checked(length)).ok_or_else(broken)?;
        self.0 = rest;
        Ok(T::read(items).0)
    }

    /// The next list, of one item.
    ///
    /// # Errors
    /// [`DictionaryError`] where it is another.
    pub fn item<T: Item>(&mut self) -> Result<T, DictionaryError> {
        self.list()?.first().copied().ok_or_else(broken)
    }
}

/// What is said of an opened dictionary that is none.
pub fn broken() -> DictionaryError {
    DictionaryError("what was kept of it is broken".to_owned())
}

/// A checksum (FNV-1a over words of eight bytes).
fn checksum(bytes: &[u8]) -> u32 {
    let (words, rest) = bytes.as_chunks();
    let mix = |sum: u64, word: u64| (sum ^ word).wrapping_mul(0x0000_0100_0000_01B3);
    let sum = words.iter().fold(0xCBF2_9CE4_8422_2325, |sum, word| mix(sum, u64::from_le_bytes(*word)));
    let sum = rest.iter().fold(sum, |sum, byte| mix(sum, u64::from(*byte)));
    (sum ^ (sum >> 32)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written() -> Vec<u8> {
        let mut writer = Writer::default();
        writer.list(&[1u16, 2, 3]);
        writer.list(&[0.5f64]);
        writer.list::<u32>(&[]);
        writer.finish()
    }

    #[test]
    fn lists_come_back() {
        let bytes = written();
        let mut reader = Reader::open(&bytes).unwrap();
        assert_eq!(reader.list::<u16>(), Ok(vec![1, 2, 3]));
        assert_eq!(reader.item::<f64>(), Ok(0.5));
        assert_eq!(reader.list::<u32>(), Ok(vec![]));
        assert!(reader.list::<u32>().is_err());
    }

    #[test]
    fn what_was_not_written_so_is_an_error() {
        let bytes = written();
        for length in 0..bytes.len() {
            assert!(Reader::open(&bytes[..length]).is_err(), "cut at {length}");
        }
        for at in 0..bytes.len() {
            let mut other = bytes.clone();
            other[at] ^= 0x10;
            assert!(Reader::open(&other).is_err(), "changed at {at}");
        }
    }

    #[test]
    fn a_list_that_is_longer_than_the_rest_is_an_error() {
        let bytes = written();
        let mut reader = Reader::open(&bytes).unwrap();
        assert!(reader.list::<f64>().is_err());
    }
}
