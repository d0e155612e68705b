//! Tables in plain text: lines of cells parted by tabs, strokes or blanks.

use super::{Text, is_han};
use crate::analysis::Span;
use crate::text::is_among;

/// How many lines above a table its caption and unit may stand.
const CAPTION: usize = 3;
/// A table has at most so many columns; more is no table.
const COLUMNS: usize = 60;
/// And so many rows of heads.
const HEADS: usize = 4;
/// A line that only parts the rows is at most this long.
const PARTING: usize = 14;
/// A row whose cells are parted by single blanks, and each of its cells, are no longer than this.
const ROW: usize = 100;
const CELL: usize = 12;
/// A number that only counts the rows has at most so many digits.
const SERIAL: usize = 3;
/// A cell of so many digits and no more is a telephone number.
const TELEPHONE: usize = 7;
/// The longest line that may be a caption.
const CAPTION_LENGTH: usize = 60;

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// All its lines.
    pub span: Span,
    /// Lines above it that may name it or its unit, the nearest last.
    pub caption: Vec<Span>,
    /// The rows; cells trimmed, an empty cell is an empty span.
    pub rows: Vec<Vec<Span>>,
    /// How many rows at the top are heads.
    pub heads: usize,
}

/// How the cells of a line are parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Tab,
    Stroke,
    Blanks,
    /// One blank each: only where the cells look like nothing else.
    Blank,
}

/// The tables of `text`, in order.
pub fn tables(text: &Text) -> Vec<Table> {
    let lines = lines(text);
    let mut tables = Vec::new();
    let mut first = 0;
    while first < lines.len() {
        let Some(mark) = mark_of(text, lines[first]) else {
            first += 1;
            continue;
        };
        let length = run(text, &lines[first..], mark);
        tables.extend(table(text, &lines, first, length, mark));
        first += length;
    }
    tables
}

/// How many lines belong to the table that starts with the first: up to the next line of heads, with short lines
/// between that only part the rows (经济发展).
fn run(text: &Text, lines: &[Span], mark: Mark) -> usize {
    let marked = |at: usize| lines.get(at).is_some_and(|line| mark_of(text, *line) == Some(mark));
    let row = |at: usize| lines.get(at).map(|line| cells(text, *line, mark)).unwrap_or_default();
    let mut seen = false;
    let mut width = 0;
    let mut at = 0;
    while at < lines.len() {
        if !marked(at) {
            let short = lines[at].len() <= PARTING;
            let next = row(at + 1);
            if !(seen && short && marked(at + 1) && next.len() == width && has_value(text, &next)) {
                break;
            }
        } else {
            let cells = row(at);
            let valued = has_value(text, &cells);
            let named = cells.len() > 1 && cells.iter().skip(1).all(|cell| cell.len() > 1);
            if seen && !valued && named {
                break;
            }
            seen |= valued;
            width = cells.len();
        }
        at += 1;
    }
    at
}

fn has_value(text: &Text, cells: &[Span]) -> bool {
    cells.iter().skip(1).any(|cell| is_value(text, *cell))
}

/// Lines with something in them, the tabs at their ends included.
fn lines(text: &Text) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = 0;
    for at in 0..=text.len() {
        if at == text.len() || matches!(text.at(at), '\n' | '\r') {
            if (start..at).any(|place| !text.at(place).is_whitespace()) {
                lines.push(Span::new(start, at));
            }
            start = at + 1;
        }
    }
    lines
}

fn mark_of(text: &Text, line: Span) -> Option<Mark> {
    let chars = &text.chars()[line.start..line.end];
    if chars.contains(&'\t') {
        return Some(Mark::Tab);
    }
    if chars.iter().filter(|char| **char == '|').count() >= 2 {
        return Some(Mark::Stroke);
    }
    let trimmed = text.trim(line);
    let wide = (trimmed.start..trimmed.end.saturating_sub(1)).any(|at| text.at(at) == ' ' && text.at(at + 1) == ' ');
    if wide {
        return (trimmed.len() <= 200 && !chars.contains(&'。')).then_some(Mark::Blanks);
    }
    is_row(text, trimmed).then_some(Mark::Blank)
}

/// Whether a line of words parted by single blanks is a row: a head and at least two short cells, a value or a year among them.
fn is_row(text: &Text, line: Span) -> bool {
    let words = text.slice(line);
    if line.len() > ROW || !words.contains(' ') || words.contains(['。', ';', ',', '?', '!', '|', '“']) {
        return false;
    }
    let cells = cells(text, line, Mark::Blank);
    let year = |cell: &Span| text.at(cell.end.saturating_sub(1)) == '年' && text.at(cell.start).is_ascii_digit();
    // 1 地区生产总值(亿元) 368.5 550: a number counts the rows
    let counted =
        cells.len() > 3 && cells[0].len() <= SERIAL && text.slice(cells[0]).bytes().all(|byte| byte.is_ascii_digit());
    let cells = &cells[usize::from(counted)..];
    let head = cells.first().is_some_and(|head| text.slice(*head).chars().any(is_han) && !is_value(text, *head));
    let rest = cells.get(1..).unwrap_or_default();
    let short = rest.iter().all(|cell| cell.len() <= CELL);
    // 办公室 张三 83123456, 张三 男 35岁: lists of people
    let personal = |cell: &Span| {
        let words = text.slice(*cell);
        let long = words.len() >= TELEPHONE && words.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        long || words.ends_with('岁') || matches!(words, "男" | "女")
    };
    head && rest.len() >= 2
        && short
        && !rest.iter().any(personal)
        && rest.iter().any(|cell| is_value(text, *cell) || year(cell))
}

fn table(text: &Text, lines: &[Span], first: usize, length: usize, mark: Mark) -> Option<Table> {
    let mut rows: Vec<Vec<Span>> = lines[first..first + length].iter().map(|line| cells(text, *line, mark)).collect();
    rows.retain(|cells| cells.len() > 1 && !is_rule(text, cells));
    let valued = |cells: &Vec<Span>| has_value(text, cells);
    let heads = rows.iter().position(valued)?;
    let dropped = heads.saturating_sub(HEADS);
    rows.drain(..dropped);
    let heads = heads - dropped;
    if rows.iter().any(|cells| cells.len() > COLUMNS) {
        return None;
    }
    fill_spanned(text, &mut rows, heads);
    let values = rows.iter().filter(|cells| valued(cells)).count();
    let loose = matches!(mark, Mark::Blanks | Mark::Blank) && (values < 3 || values * 2 < rows.len());
    if loose || values == 0 {
        return None;
    }
    let above = &lines[first.saturating_sub(CAPTION)..first];
    let caption = above.iter().copied().filter(|line| line.len() <= CAPTION_LENGTH).collect();
    let span = Span::new(lines[first].start, lines[first + length - 1].end);
    Some(Table { span, caption, rows, heads })
}

/// Puts an empty cell in front of rows that lack their first one, as below a cell that spans several rows: those whose
/// words and values stand one further left than in the first whole row.
fn fill_spanned(text: &Text, rows: &mut [Vec<Span>], heads: usize) {
    let Some((_, body)) = rows.split_at_mut_checked(heads) else { return };
    let kinds = |cells: &[Span]| cells.iter().map(|cell| is_value(text, *cell)).collect::<Vec<bool>>();
    let width = body.iter().map(Vec::len).max().unwrap_or(0);
    let whole = body.iter().find(|cells| cells.len() == width).map(|cells| kinds(cells)).unwrap_or_default();
    for cells in body.iter_mut().filter(|cells| cells.len() + 1 == width) {
        let own = kinds(cells);
        let further = own.iter().zip(whole.iter().skip(1)).filter(|(own, whole)| own == whole).count();
        let here = own.iter().zip(&whole).filter(|(own, whole)| own == whole).count();
        if further > here
            && own.first() == whole.get(1)
            && let Some(first) = cells.first().copied()
        {
            cells.insert(0, Span::new(first.start, first.start));
        }
    }
}

fn cells(text: &Text, line: Span, mark: Mark) -> Vec<Span> {
    let line = if mark == Mark::Tab { line } else { text.trim(line) };
    let mut cells = Vec::new();
    let (mut start, mut at) = (line.start, line.start);
    if mark == Mark::Stroke && text.at(at) == '|' {
        (start, at) = (at + 1, at + 1);
    }
    while at < line.end {
        let wide = match mark {
            Mark::Tab => usize::from(text.at(at) == '\t'),
            Mark::Stroke => usize::from(text.at(at) == '|'),
            Mark::Blank => usize::from(text.at(at) == ' '),
            Mark::Blanks => match (at..line.end).take_while(|&place| text.at(place) == ' ').count() {
                1 => 0,
                run => run,
            },
        };
        if wide > 0 {
            cells.push(text.trim(Span::new(start, at)));
            start = at + wide;
        }
        at += wide.max(1);
    }
    if start < line.end || mark != Mark::Stroke {
        cells.push(text.trim(Span::new(start, line.end)));
    }
    cells
}

/// The line of dashes under the heads of a table in Markdown.
fn is_rule(text: &Text, cells: &[Span]) -> bool {
    cells.iter().all(|cell| text.slice(*cell).chars().all(|char| matches!(char, '-' | '—' | ':' | ' ')))
}

/// Whether a cell holds a value: a number, with what bounds and measures it, that is no year.
pub fn is_value(text: &Text, cell: Span) -> bool {
    let lead = |char: char| is_among(char, "≥≤><~约-+±〔[(=");
    let start = (cell.start..cell.end).find(|&at| !lead(text.at(at))).unwrap_or(cell.end);
    let digits = (start..cell.end).take_while(|&at| text.at(at).is_ascii_digit()).count();
    let year = digits == 4
        && matches!(text.at(start), '1' | '2')
        && matches!(text.at(start + 1), '9' | '0')
        && (start + 4 == cell.end && start == cell.start || matches!(text.at(start + 4), '年' | '-' | '—' | '~'));
    let month = matches!(text.at(start + digits), '月' | '-' | '—') && text.slice(cell).contains('月');
    // 1.地区生产总值 and 2、就业 are numbered heads.
    let behind =
        (start + digits..cell.end).find(|&at| !matches!(text.at(at), '0'..='9' | '.' | ',')).unwrap_or(cell.end);
    let numbered = behind < cell.end && (text.before(behind) == '.' || matches!(text.at(behind), '、' | ')'));
    let short = cell.end - behind <= 10;
    digits > 0 && !year && !month && (!numbered || start > cell.start) && short && cell.len() <= 24
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(given: &str) -> Vec<(usize, Vec<Vec<String>>)> {
        let text = Text::new(given);
        let words = |cells: &Vec<Span>| cells.iter().map(|cell| text.slice(*cell).to_owned()).collect();
        tables(&text).iter().map(|table| (table.heads, table.rows.iter().map(words).collect())).collect()
    }

    #[test]
    fn tabs_strokes_and_wide_blanks_part_cells() {
        let tabs = "表1\n指标\t单位\t2023年\n粮食\t万吨\t12.5\n";
        let strokes = "| 指标 | 单位 | 2023年 |\n|---|---|---|\n| 粮食 | 万吨 | 12.5 |\n";
        let rows = [["指标", "单位", "2023年"], ["粮食", "万吨", "12.5"]];
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect();
        assert_eq!(read(tabs), [(1, rows.clone())]);
        assert_eq!(read(strokes), [(1, rows)]);
        let blanks = "指标  2023年\n粮食  12.5\n棉花  3.5\n油料  4\n";
        assert_eq!(read(blanks)[0].0, 1);
    }

    #[test]
    fn an_empty_corner_is_a_cell() {
        let found = read("\t绝对数\t比上年增长\n粮食\t12.5\t3.1\n");
        assert_eq!(found[0].1[0], ["", "绝对数", "比上年增长"]);
    }

    #[test]
    fn a_cell_over_several_rows_is_empty_in_the_later_ones() {
        let found = read("类别\t序号\t指标\t单位\t2020年\n经济\t1\t产值\t亿元\t302\n2\t投资\t亿元\t65\n");
        assert_eq!(found[0].1[2], ["", "2", "投资", "亿元", "65"]);
        let found = read("指标\t2020年\t2021年\n产值\t302\t350\n投资\t65\n");
        assert_eq!(found[0].1[2], ["投资", "65"]);
    }

    #[test]
    fn prose_is_no_table() {
        assert!(read("张  三  李  四\n会议召开。\n").is_empty());
        assert!(read("一\t二\n三\t四\n").is_empty());
        assert!(read("办公室 张三 83123456\n财务科 李四 83123457\n后勤科 王五 83123458\n").is_empty(), "telephones");
    }
}
