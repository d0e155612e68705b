//! Why bytes are not read as a text.

use super::Format;
use crate::locale::Message;
use serde::{Deserialize, Serialize};

/// Why bytes are not read as a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum InputError {
    /// Nothing, or nothing but blanks.
    Empty,
    /// Larger than what is read of its kind; its size in bytes.
    TooLarge(usize),
    /// A format that is not read.
    Unsupported(Format),
    /// No encoding fits.
    Undecodable,
    /// A file of this format that is broken or cut short.
    Damaged(Format),
    /// Its content is encrypted: a password would be needed.
    Locked(Format),
    /// Unpacked, it is larger than any document: perhaps made to do harm.
    Bomb,
    /// A PDF of pictures: no text layer.
    Scanned,
}

impl std::fmt::Display for InputError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            InputError::Empty => write!(f, "内容为空，没有可分析的文字"),
            InputError::TooLarge(size) => {
                write!(f, "内容过大（{:.1} MB），上限为 2 MB（约 70 万字）", *size as f64 / 1_048_576.0)
            }
            InputError::Unsupported(format) => {
                write!(f, "这是{}，不是纯文本；请先另存为 .txt，或复制文字后粘贴", format.label())
            }
            InputError::Undecodable => {
                write!(f, "无法识别文字编码；支持 UTF-8、GB18030（GBK）、Big5、UTF-16，请转换后再试")
            }
            InputError::Damaged(format) => write!(f, "{}已损坏或不完整，无法打开；请重新取得该文件", format.label()),
            InputError::Locked(format) => write!(f, "{}设有密码，无法打开；请解除密码后再试", format.label()),
            InputError::Bomb => write!(f, "解压后的内容异常庞大，可能是恶意文件，未打开"),
            InputError::Scanned => write!(f, "这是扫描件，只有图像，没有文字层；请先用文字识别（OCR）软件转换"),
        }
    }
}

impl std::error::Error for InputError {}

impl InputError {
    /// The message for a reader of the page, in whichever language that is shown.
    pub fn message(&self) -> Message {
        let of = |key, format: &Format| Message::new(key).with("what", Message::new(format.key()));
        match self {
            InputError::Empty => Message::new("input-empty"),
            InputError::TooLarge(size) => {
                Message::new("input-too-large").with("size", format!("{:.1}", *size as f64 / 1_048_576.0))
            }
            InputError::Unsupported(format) => of("input-unsupported", format),
            InputError::Undecodable => Message::new("input-undecodable"),
            InputError::Damaged(format) => of("input-damaged", format),
            InputError::Locked(format) => of("input-locked", format),
            InputError::Bomb => Message::new("input-bomb"),
            InputError::Scanned => Message::new("input-scanned"),
        }
    }
}
