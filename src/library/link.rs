//! A text in the fragment of an address: `#t=1.` and the base64url of a deflated JSON object.
//!
//! What stands behind `#` is never sent to a server; so a link carries a text from reader to reader.

use crate::input::{self, InputError};
use crate::locale::Message;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use serde::{Deserialize, Serialize};

/// What the fragment starts with, without `#`.
pub const PREFIX: &str = "t=";

/// The form that is written.
const VERSION: u32 = 1;

/// The longest fragment that is made: programs through which links travel cut longer ones.
pub const LONGEST: usize = 32_000;

/// The longest fragment that is read.
const LONGEST_READ: usize = 2 * 1024 * 1024;

/// How many bytes may come out of a fragment: the largest text, escaped, and its name.
const UNPACKED: usize = 2 * input::LIMIT + 4096;

/// The longest name, in characters.
const NAME: usize = 200;

/// How hard the text is packed; higher levels win next to nothing on short texts.
const LEVEL: u8 = 9;

/// What a link carries.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Parcel {
    /// What the document is called.
    #[serde(default)]
    pub name: String,
    /// The text.
    pub text: String,
    /// The date that the reader set, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// Why a fragment is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkError {
    /// A later version of the page made it.
    Newer(u32),
    /// It was cut or changed on its way.
    Damaged,
    /// More comes out of it than is read.
    TooLarge,
    /// It carries no text that can be analysed.
    Text(InputError),
}

impl std::fmt::Display for LinkError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            LinkError::Newer(version) => write!(f, "链接由更新的版本生成（格式 {version}），请更新本页后再打开"),
            LinkError::Damaged => write!(f, "链接不完整或已损坏，请让对方重新复制完整的链接"),
            LinkError::TooLarge => write!(f, "链接里的内容过大"),
            LinkError::Text(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for LinkError {}

impl LinkError {
    /// The message for a reader of the page, in whichever language that is shown.
    pub fn message(&self) -> Message {
        match self {
            LinkError::Newer(_) => Message::new("link-newer"),
            LinkError::Damaged => Message::new("link-damaged"),
            LinkError::TooLarge => Message::new("link-too-large"),
            LinkError::Text(error) => error.message(),
        }
    }
}

/// The fragment that carries `parcel`, without `#`; `None` where it would be longer than [`LONGEST`].
pub fn encode(parcel: &Parcel) -> Option<String> {
    // A text this much longer cannot be packed into a fragment that is short enough.
    if parcel.text.len() > LONGEST * 20 {
        return None;
    }
    let json = serde_json::to_vec(parcel).ok()?;
    let packed = base64url::encode(&compress_to_vec(&json, LEVEL));
    let fragment = format!("{PREFIX}{VERSION}.{packed}");
    (fragment.len() <= LONGEST).then_some(fragment)
}

/// Whether `fragment` (with or without `#`) means to carry a text.
pub fn is_link(fragment: &str) -> bool {
    fragment.trim_start_matches('#').starts_with(PREFIX)
}

/// What `fragment` (with or without `#`) carries.
///
/// # Errors
/// [`LinkError`] says why not.
pub fn decode(fragment: &str) -> Result<Parcel, LinkError> {
    if fragment.len() > LONGEST_READ {
        return Err(LinkError::TooLarge);
    }
    let rest = fragment.trim_start_matches('#').strip_prefix(PREFIX).ok_or(LinkError::Damaged)?;
    let (version, packed) = rest.split_once('.').ok_or(LinkError::Damaged)?;
    match version.parse::<u32>() {
        Ok(VERSION) => {}
        Ok(version) if version > VERSION => return Err(LinkError::Newer(version)),
        _ => return Err(LinkError::Damaged),
    }
    let bytes = base64url::decode(packed.trim_end_matches('=')).ok_or(LinkError::Damaged)?;
    let json = decompress_to_vec_with_limit(&bytes, UNPACKED).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => LinkError::TooLarge,
        _ => LinkError::Damaged,
    })?;
    let mut parcel: Parcel = serde_json::from_slice(&json).map_err(|_| LinkError::Damaged)?;
    input::check(&parcel.text).map_err(LinkError::Text)?;
    parcel.name = parcel.name.chars().filter(|char| !char.is_control()).take(NAME).collect();
    parcel.date = parcel.date.filter(|day| crate::day::day(day).is_some());
    Ok(parcel)
}

/// Base64 in the alphabet that addresses carry unharmed (RFC 4648, section 5), without padding.
mod base64url {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    pub fn encode(bytes: &[u8]) -> String {
        let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
        for chunk in bytes.chunks(3) {
            let group =
                chunk.iter().enumerate().fold(0u32, |group, (at, byte)| group | u32::from(*byte) << (16 - 8 * at));
            for at in 0..=chunk.len() {
                out.push(ALPHABET[(group >> (18 - 6 * at) & 0x3F) as usize].into());
            }
        }
        out
    }

    pub fn decode(text: &str) -> Option<Vec<u8>> {
        let mut out = Vec::with_capacity(text.len() / 4 * 3 + 2);
        for chunk in text.as_bytes().chunks(4) {
            if chunk.len() == 1 {
                return None;
            }
            let mut group = 0u32;
            for (at, byte) in chunk.iter().enumerate() {
                group |= value(*byte)? << (18 - 6 * at);
            }
            out.extend(group.to_be_bytes().into_iter().skip(1).take(chunk.len() - 1));
        }
        Some(out)
    }

    fn value(byte: u8) -> Option<u32> {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'-' | b'+' => 62,
            b'_' | b'/' => 63,
            _ => return None,
        };
        Some(value.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parcel(text: &str) -> Parcel {
        Parcel { name: "澜州要闻".into(), text: text.into(), date: Some("2025-03-01".into()) }
    }

    #[test]
    fn a_text_goes_there_and_back() {
        let sent = parcel("2月7日，澜州市召开会议。\n“四位一体”𠮷😀\u{0}");
        let fragment = encode(&sent).unwrap();
        assert!(fragment.starts_with("t=1."));
        assert!(fragment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"=.-_".contains(&byte)));
        assert_eq!(decode(&fragment).unwrap(), sent);
        assert_eq!(decode(&format!("#{fragment}")).unwrap(), sent);
    }

    #[test]
    fn the_first_form_stays_readable() {
        // Packed by zlib, not by this program; whoever changes the form must keep reading this one.
        let kept = "t=1.q1bKS8xNVbJSerZvztPt814sa3w5fbeSjlJJakUJUNTo2ZwO82fTl77f0wNR8HRH09P-NU_3NDzZM-vFunWPG5qAilMSS0BGGBkYmeoaGOsaGCrVAgA";
        assert_eq!(decode(kept).unwrap(), parcel("2月7日，澜州市召开会议。"));
    }

    #[test]
    fn long_texts_get_no_link() {
        let noise: String =
            (0..60_000u32).filter_map(|at| char::from_u32(0x4E00 + at.wrapping_mul(7919) % 20_000)).collect();
        assert_eq!(encode(&parcel(&noise)), None);
        assert_eq!(encode(&parcel(&"市".repeat(LONGEST * 20))), None);
    }

    #[test]
    fn what_is_damaged_is_said_so() {
        let whole = encode(&parcel("全市地区生产总值增长6.5%。")).unwrap();
        for fragment in [
            "",
            "t=",
            "t=1",
            "t=1.",
            "t=0.AAAA",
            "t=x.AAAA",
            "t=1.A",
            "t=1.%%%%",
            "t=1.AAAA",
            &whole[..whole.len() / 2],
        ] {
            assert_eq!(decode(fragment), Err(LinkError::Damaged), "{fragment}");
        }
        assert_eq!(decode("t=2.AAAA"), Err(LinkError::Newer(2)));
        let blank = encode(&parcel(" \n")).unwrap();
        assert_eq!(decode(&blank), Err(LinkError::Text(InputError::Empty)));
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let json = format!("{{\"text\":\"{}\"}}", "a".repeat(UNPACKED + 1));
        let bomb = format!("t=1.{}", base64url::encode(&compress_to_vec(json.as_bytes(), LEVEL)));
        assert!(bomb.len() < 40_000);
        assert_eq!(decode(&bomb), Err(LinkError::TooLarge));
    }

    #[test]
    fn foreign_names_and_dates_are_cleaned() {
        let mut sent = parcel("会议召开。");
        sent.name = format!("一\n二{}", "三".repeat(900));
        sent.date = Some("<script>".into());
        let read = decode(&encode(&sent).unwrap()).unwrap();
        assert_eq!((read.name.chars().count(), read.date), (NAME, None));
        assert!(read.name.starts_with("一二三"));
    }

    proptest! {
        #[test]
        fn any_text_survives(text in "\\PC{1,300}", name in "[一-龥]{0,9}") {
            prop_assume!(!text.trim().is_empty() && input::check(&text).is_ok());
            let sent = Parcel { name, text, date: None };
            prop_assert_eq!(decode(&encode(&sent).unwrap()).unwrap(), sent);
        }

        #[test]
        fn any_fragment_is_read_or_refused(fragment in "(#?t=1\\.)?[A-Za-z0-9_=-]{0,200}") {
            let _ = decode(&fragment);
        }

        #[test]
        fn base64_of_any_bytes_comes_back(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(base64url::decode(&base64url::encode(&bytes)), Some(bytes));
        }
    }
}
