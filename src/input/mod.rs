//! Bytes to text: which encoding a file is in, and what cannot be read at all.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// The largest text that is read: 2 MB in UTF-8, about 700,000 characters.
pub const LIMIT: usize = 2 * 1024 * 1024;

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

/// Why bytes are not read as a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputError {
    /// Nothing, or nothing but blanks.
    Empty,
    /// Larger than [`LIMIT`]; its size in bytes.
    TooLarge(usize),
    /// Not a text; what it looks like.
    Binary(&'static str),
    /// No encoding fits.
    Undecodable,
}

impl std::fmt::Display for InputError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            InputError::Empty => write!(f, "内容为空，没有可分析的文字"),
            InputError::TooLarge(size) => {
                write!(f, "内容过大（{:.1} MB），上限为 2 MB（约 70 万字）", *size as f64 / 1_048_576.0)
            }
            InputError::Binary(what) => write!(f, "这是{what}，不是纯文本；请先另存为 .txt，或复制文字后粘贴"),
            InputError::Undecodable => {
                write!(f, "无法识别文字编码；支持 UTF-8、GB18030（GBK）、Big5、UTF-16，请转换后再试")
            }
        }
    }
}

impl std::error::Error for InputError {}

/// Checks a text that is already decoded (pasted, typed).
///
/// # Errors
/// [`InputError::Empty`] and [`InputError::TooLarge`].
pub fn check(text: &str) -> Result<(), InputError> {
    if text.len() > LIMIT {
        return Err(InputError::TooLarge(text.len()));
    }
    if text.chars().all(|char| char.is_whitespace() || char.is_control() || char == '\u{feff}') {
        return Err(InputError::Empty);
    }
    Ok(())
}

/// Reads `bytes` as a text in whichever encoding they are.
///
/// # Errors
/// [`InputError`] says why not.
pub fn decode(bytes: &[u8]) -> Result<Decoded, InputError> {
    if bytes.is_empty() {
        return Err(InputError::Empty);
    }
    if bytes.len() > 2 * LIMIT {
        return Err(InputError::TooLarge(bytes.len()));
    }
    if let Some(what) = signature(bytes) {
        return Err(InputError::Binary(what));
    }
    let (encoding, guessed) = detect(bytes)?;
    let (text, _, _) = encoding.decode(bytes);
    let broken = text.chars().filter(|&char| char == '\u{fffd}').count();
    if broken > 0 && broken.saturating_mul(TOLERANCE) >= text.chars().count() {
        return Err(InputError::Undecodable);
    }
    check(&text)?;
    let controls = text.chars().filter(|char| char.is_control() && !char.is_whitespace()).count();
    if controls.saturating_mul(TOLERANCE) > text.chars().count() {
        return Err(InputError::Binary("二进制文件"));
    }
    Ok(Decoded { text: text.into_owned(), encoding: encoding.name(), guessed })
}

/// What a file is that starts like one of the well-known formats.
fn signature(bytes: &[u8]) -> Option<&'static str> {
    const SIGNATURES: &[(&[u8], &str)] = &[
        (b"%PDF-", " PDF 文件"),
        (b"PK\x03\x04", "压缩包或 Word／Excel 文件"),
        (b"PK\x05\x06", "压缩包"),
        (b"\xD0\xCF\x11\xE0", "旧版 Word／Excel 文件"),
        (b"{\\rtf", " RTF 文件"),
        (b"\x89PNG", "图片"),
        (b"\xFF\xD8\xFF", "图片"),
        (b"GIF8", "图片"),
        (b"Rar!", "压缩包"),
        (b"7z\xBC\xAF", "压缩包"),
        (b"\x1F\x8B", "压缩包"),
        (b"\x7FELF", "程序文件"),
        (b"MZ\x90", "程序文件"),
        (b"\0asm", "程序文件"),
    ];
    SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)).map(|&(_, what)| what)
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
        return Err(InputError::Binary("二进制文件"));
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
        assert!(matches!(decode(b"%PDF-1.7 abc"), Err(InputError::Binary(_))));
        assert!(matches!(decode(b"PK\x03\x04rest"), Err(InputError::Binary(_))));
        assert!(matches!(decode(b"abc\0\x01\x02def\0ghi"), Err(InputError::Binary(_))));
        assert_eq!(decode(&[0xFF; 64]), Err(InputError::Undecodable));
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
