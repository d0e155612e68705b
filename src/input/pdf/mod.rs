//! The text layer of a PDF: pieces of text with their places become lines, lines become paragraphs.
//!
//! Taking the file apart is done elsewhere (in the page by PDF.js); what comes here is the same for any such program.

mod furniture;
mod lines;
mod paragraphs;
mod radicals;

use super::InputError;
use serde::{Deserialize, Serialize};

/// A page with fewer characters than this has no text worth the name: a number, a stamp.
const FEW: usize = 8;
/// The share (in percent) of characters without meaning from which a text counts as garbled.
const GARBLED: usize = 20;

/// A page as it was taken apart; lengths in points, from the lower left corner.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// What is written on it, in the order of the file.
    pub pieces: Vec<Piece>,
}

/// A piece of text at its place.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Piece {
    /// What is written.
    pub text: String,
    /// Its left edge.
    pub x: f64,
    /// Its base line.
    pub y: f64,
    /// How wide it is.
    pub width: f64,
    /// The size of its letters.
    pub size: f64,
}

/// The text of these pages.
///
/// # Errors
/// Where there is no text layer, or one that says nothing.
pub fn read(pages: &[Page]) -> Result<String, InputError> {
    let characters = || pages.iter().flat_map(|page| &page.pieces).flat_map(|piece| piece.text.chars());
    let all = characters().filter(|char| !char.is_whitespace()).count();
    if all < FEW * pages.len().max(1) {
        return Err(InputError::Scanned);
    }
    let senseless = |char: &char| {
        matches!(char, '\u{fffd}' | '\u{e000}'..='\u{f8ff}') || char.is_control() && !char.is_whitespace()
    };
    if characters().filter(senseless).count() * 100 > all * GARBLED {
        return Err(InputError::Garbled);
    }
    let pages: Vec<lines::Lines> = pages.iter().map(lines::lines).collect();
    let kept = furniture::without(pages);
    Ok(radicals::replaced(&paragraphs::join(&kept).join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, x: f64, y: f64) -> Piece {
        sized(text, x, y, 16.0)
    }

    fn sized(text: &str, x: f64, y: f64, size: f64) -> Piece {
        let width = text.chars().map(|char| if char.is_ascii() { size / 2.0 } else { size }).sum();
        Piece { text: text.to_owned(), x, y, width, size }
    }

    fn page(pieces: Vec<Piece>) -> Page {
        Page { width: 595.0, height: 842.0, pieces }
    }

    #[test]
    fn lines_of_a_paragraph_are_joined_and_paragraphs_are_not() {
        let pages = [page(vec![
            sized("云州市人民政府", 200.0, 760.0, 28.0),
            sized("关于加快发展的通知", 172.0, 720.0, 28.0),
            piece("　　一、总体要求", 90.0, 680.0),
            piece("　　2024年，全市地区生产总值达3812.6亿元，同比增", 90.0, 650.0),
            piece("长6.3%，一般公共预算收入增长8.1%。", 90.0, 620.0),
            piece("　　会议强调，要抓好落实。", 90.0, 590.0),
        ])];
        let text = read(&pages).unwrap();
        let lines = [
            "云州市人民政府关于加快发展的通知",
            "　　一、总体要求",
            "　　2024年，全市地区生产总值达3812.6亿元，同比增长6.3%，一般公共预算收入增长8.1%。",
            "　　会议强调，要抓好落实。",
        ];
        assert_eq!(text, lines.join("\n"));
    }

    #[test]
    fn running_heads_and_page_numbers_go_and_paragraphs_go_on_over_pages() {
        let pages: Vec<Page> = (1..=4)
            .map(|number| {
                page(vec![
                    sized("云州市2024年工作报告", 220.0, 800.0, 9.0),
                    piece(&format!("第{number}部分满满的一行文字写到右边缘为止没有句号停下来"), 90.0, 700.0),
                    piece("然后在这一行收尾。", 90.0, 670.0),
                    piece("这一行又写到右边缘为止并且要在下一页才继续下去的啊啊", 90.0, 640.0),
                    sized(&format!("— {number} —"), 280.0, 40.0, 12.0),
                ])
            })
            .collect();
        let text = read(&pages).unwrap();
        assert!(!text.contains("工作报告") && !text.contains('—'), "{text}");
        assert!(text.contains("停下来然后在这一行收尾。\n这一行又写到"), "{text}");
        assert!(text.contains("继续下去的啊啊第2部分"), "{text}");
    }

    #[test]
    fn rows_of_a_table_are_lines_of_cells() {
        let mut pieces = vec![piece("表1 主要指标完成情况以及相关说明文字在此处写满一行的样子", 90.0, 700.0)];
        for (at, cells) in
            [["指标", "单位", "2024年"], ["粮食产量", "万吨", "12.5"], ["棉花产量", "万吨", "3.1"]].iter().enumerate()
        {
            for (column, cell) in cells.iter().enumerate() {
                pieces.push(piece(cell, 90.0 + 150.0 * column as f64, 660.0 - 30.0 * at as f64));
            }
        }
        let text = read(&[page(pieces)]).unwrap();
        assert!(text.ends_with("指标\t单位\t2024年\n粮食产量\t万吨\t12.5\n棉花产量\t万吨\t3.1"), "{text}");
    }

    #[test]
    fn words_and_numbers_keep_the_blanks_between_them() {
        let text =
            read(&[page(vec![piece("GDP", 90.0, 700.0), piece("growth", 122.0, 700.0), piece("6.3%", 178.0, 700.0)])])
                .unwrap();
        assert_eq!(text, "GDP growth 6.3%");
    }

    #[test]
    fn pictures_and_senseless_letters_are_told_apart() {
        assert_eq!(read(&[page(vec![]), page(vec![piece("3", 280.0, 40.0)])]), Err(InputError::Scanned));
        assert_eq!(read(&[]), Err(InputError::Scanned));
        assert_eq!(read(&[page(vec![piece(&"\u{e001}\u{fffd}".repeat(20), 90.0, 700.0)])]), Err(InputError::Garbled));
    }

    #[test]
    fn places_that_are_no_numbers_do_no_harm() {
        let odd =
            Piece {
                text: "文字内容若干个字在这里".to_owned(), x: f64::NAN, y: f64::INFINITY, width: -1.0, size: 0.0
            };
        assert!(read(&[Page { width: f64::NAN, height: 0.0, pieces: vec![odd.clone(), odd] }]).is_ok());
    }
}
