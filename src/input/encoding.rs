//! Which encoding a text is in: marked, proven or guessed.

use super::{Format, InputError, LIMIT, check};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// The share of unreadable characters (one in …) from which a file counts as undecodable.
const TOLERANCE: usize = 200;

/// A text and the encoding it was in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// Name of the encoding.
    pub encoding: &'static str,
    /// Whether the encoding was guessed: neither marked nor proven.
    pub guessed: bool,
}

/// The encodings that a reader may choose instead of the guess.
pub const CHOICES: [&str; 5] = ["UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"];

/// Reads `bytes` as a text in whichever encoding they are.
///
/// # Errors
/// [`InputError`] says why not.
pub fn decode(bytes: &[u8]) -> Result<Decoded, InputError> {
    within_limit(bytes)?;
    if let Some(format) = Format::of_signature(bytes) {
        return Err(InputError::Unsupported(format));
    }
    let decoded = detected(bytes)?;
    check(&decoded.text)?;
    let text = &decoded.text;
    let controls = text.chars().filter(|char| char.is_control() && !char.is_whitespace()).count();
    if controls.saturating_mul(TOLERANCE) > text.chars().count() {
        return Err(InputError::Unsupported(Format::Binary));
    }
    Ok(decoded)
}

/// The same without any check of what the text is.
pub(super) fn detected(bytes: &[u8]) -> Result<Decoded, InputError> {
    let (encoding, guessed) = detect(bytes)?;
    let (text, _, _) = encoding.decode(bytes);
    let broken = text.chars().filter(|&char| char == '\u{fffd}').count();
    if broken > 0 && broken.saturating_mul(TOLERANCE) >= text.chars().count() {
        return Err(InputError::Undecodable);
    }
    Ok(Decoded { text: text.into_owned(), encoding: encoding.name(), guessed })
}

/// Reads `bytes` in the encoding that the reader chose, whatever comes of it; one of [`CHOICES`].
///
/// # Errors
/// [`InputError`] where there is nothing to read, too much of it, or no such encoding.
pub fn decode_as(bytes: &[u8], label: &str) -> Result<Decoded, InputError> {
    within_limit(bytes)?;
    let encoding = Encoding::for_label(label.as_bytes()).ok_or(InputError::Undecodable)?;
    let (text, encoding, _) = encoding.decode(bytes);
    check(&text)?;
    Ok(Decoded { text: text.into_owned(), encoding: encoding.name(), guessed: false })
}

fn within_limit(bytes: &[u8]) -> Result<(), InputError> {
    match bytes.len() {
        0 => Err(InputError::Empty),
        size if size > 2 * LIMIT => Err(InputError::TooLarge(size)),
        _ => Ok(()),
    }
}

/// The encoding and whether it was guessed.
fn detect(bytes: &[u8]) -> Result<(&'static Encoding, bool), InputError> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok((encoding, false));
    }
    if let Some(encoding) = wide(bytes) {
        return Ok((encoding, true));
    }
    if bytes.contains(&0) {
        return Err(InputError::Unsupported(Format::Binary));
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok((UTF_8, false));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Allow);
    // Chinese is what is read here: GB18030 holds all of GBK, and where the guess is another script than
    // Chinese the first Chinese encoding without a fault is taken.
    if guess == UTF_8 {
        return Ok((UTF_8, true));
    }
    if guess == GBK || guess == GB18030 || guess == EUC_KR {
        return Ok((GB18030, true));
    }
    let fits = |encoding: &&'static Encoding| !encoding.decode_without_bom_handling(bytes).1;
    let order = if guess == BIG5 { [BIG5, GB18030] } else { [GB18030, BIG5] };
    order.into_iter().find(fits).map(|encoding| (encoding, true)).ok_or(InputError::Undecodable)
}

/// UTF-16 without a byte order mark: line breaks, blanks and digits have one zero byte, always on the same side.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    if head.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |side: usize| head.iter().skip(side).step_by(2).filter(|&&byte| byte == 0).count();
    let candidate = match (zeros(0), zeros(1)) {
        (0, low) if low > 0 => UTF_16LE,
        (high, 0) if high > 0 => UTF_16BE,
        _ => return None,
    };
    let (text, broken) = candidate.decode_without_bom_handling(bytes);
    let known = |char: &char| crate::text::is_han(*char) || char.is_ascii() || "，。、：；“”（）《》　".contains(*char);
    (!broken && text.chars().filter(known).count() * 10 >= text.chars().count() * 9).then_some(candidate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "云州市2024年地区生产总值预计突破3800亿元，同比增长6.2%。\n会议强调，要抓好落实。";
    const TRADITIONAL: &str = "雲州市今年經濟運行總體平穩，會議強調，要繼續抓好各項工作的落實，讓群眾有更多獲得感。";

    #[test]
    fn the_usual_encodings_are_read() {
        for (encoding, text, name) in
            [(UTF_8, TEXT, "UTF-8"), (GB18030, TEXT, "gb18030"), (GBK, TEXT, "gb18030"), (BIG5, TRADITIONAL, "Big5")]
        {
            let decoded = decode(&encoding.encode(text).0).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding), (text, name));
        }
    }

    #[test]
    fn wide_texts_are_read_with_and_without_a_mark() {
        for little in [true, false] {
            let bytes: Vec<u8> = TEXT
                .encode_utf16()
                .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
                .collect();
            let mark: [u8; 2] = if little { [0xFF, 0xFE] } else { [0xFE, 0xFF] };
            assert_eq!(decode(&bytes).unwrap().text, TEXT);
            assert_eq!(decode(&[&mark[..], &bytes].concat()).unwrap().text, TEXT);
        }
    }

    #[test]
    fn a_byte_order_mark_is_not_part_of_the_text() {
        let decoded = decode(format!("\u{feff}{TEXT}").as_bytes()).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.guessed), (TEXT, false));
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert_eq!(decode(b""), Err(InputError::Empty));
        assert_eq!(decode(" \n\t\u{3000}".as_bytes()), Err(InputError::Empty));
        assert_eq!(decode(&vec![b'a'; 2 * LIMIT + 1]), Err(InputError::TooLarge(2 * LIMIT + 1)));
        assert_eq!(decode(&vec![b'a'; LIMIT + 1]), Err(InputError::TooLarge(LIMIT + 1)));
        assert!(matches!(decode(b"%PDF-1.7 abc"), Err(InputError::Unsupported(_))));
        assert!(matches!(decode(b"PK\x03\x04rest"), Err(InputError::Unsupported(_))));
        assert!(matches!(decode(b"abc\0\x01\x02def\0ghi"), Err(InputError::Unsupported(_))));
        assert_eq!(decode(&[0xFF; 64]), Err(InputError::Undecodable));
    }

    #[test]
    fn the_reader_may_choose_another_encoding() {
        let bytes = GB18030.encode(TEXT).0;
        let other = decode_as(&bytes, "Big5").unwrap();
        assert_ne!(other.text, TEXT);
        assert_eq!(decode_as(&bytes, "GB18030").unwrap().text, TEXT);
        assert_eq!(decode_as(&bytes, "no such"), Err(InputError::Undecodable));
        for label in CHOICES {
            assert!(decode_as(&bytes, label).is_ok(), "{label}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = decode(&bytes);
        }

        #[test]
        fn any_chinese_text_survives_utf8(text in "[一-龥，。0-9\n]{1,80}") {
            prop_assume!(!text.trim().is_empty());
            prop_assert_eq!(decode(text.as_bytes()).unwrap().text, text);
        }
    }
}
