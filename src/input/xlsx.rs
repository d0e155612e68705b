//! Excel workbooks (.xlsx): every visible sheet as a table in text, its name above it.

use super::archive::Archive;
use super::grid::Grid;
use super::{Format, InputError, LIMIT};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::collections::HashMap;
use std::io::Cursor;

/// Where the list of sheets is.
pub const MAIN: &str = "xl/workbook.xml";
/// How many places a workbook's tables may have in all, empty ones between cells included.
const PLACES: usize = 2_000_000;
/// Columns beyond are no table that anybody reads.
const COLUMNS: u32 = 200;

/// The text of the workbook in `bytes`, which `archive` has opened.
///
/// # Errors
/// Where it is damaged, locked or holds too much.
pub fn read(bytes: &[u8], archive: &mut Archive<'_>) -> Result<String, InputError> {
    // The reader of workbooks sets no limit: what it will unpack is unpacked here first, and counted.
    for (index, name) in archive.files() {
        if name.ends_with(".xml") || name.ends_with(".rels") {
            archive.unpack(index)?;
        }
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(why)?;
    let sheets: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut lines = Vec::new();
    let mut budget = Budget { places: PLACES, bytes: LIMIT };
    for name in &sheets {
        let rows = sheet(&mut book, name, &mut budget)?;
        if !rows.is_empty() {
            if sheets.len() > 1 && !name.to_ascii_lowercase().starts_with("sheet") {
                lines.push(name.clone());
            }
            lines.extend(rows);
            lines.push(String::new());
        }
    }
    Ok(lines.join("\n").trim_end().to_owned())
}

/// What may still be read.
struct Budget {
    places: usize,
    bytes: usize,
}

impl Budget {
    fn spend(&mut self, places: usize, bytes: usize) -> Result<(), InputError> {
        self.places = self.places.checked_sub(places).ok_or(InputError::TooMuch)?;
        self.bytes = self.bytes.checked_sub(bytes).ok_or(InputError::TooMuch)?;
        Ok(())
    }
}

fn why(error: XlsxError) -> InputError {
    match error {
        XlsxError::Password => InputError::Locked(Format::Excel),
        _ => InputError::Damaged(Format::Excel),
    }
}

fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, budget: &mut Budget) -> Result<Vec<String>, InputError> {
    let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    let merged: HashMap<(u32, u32), (u32, u32)> = merged.iter().map(|merged| (merged.start, merged.end)).collect();
    let mut cells = book.worksheet_cells_reader(name).map_err(why)?;
    let codes: Vec<String> = cells
        .styles()
        .iter()
        .map(|style| style.number_format.as_ref().map(|format| format.format_code.clone()).unwrap_or_default())
        .collect();
    let mut grid = Grid::default();
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(why)? {
        let (row, column) = cell.get_position();
        let words = words(cell.get_value(), codes.get(style).map_or("", String::as_str));
        if words.is_empty() || column >= COLUMNS {
            continue;
        }
        let (bottom, right) = merged.get(&(row, column)).copied().unwrap_or((row, column));
        let width = right.min(COLUMNS).saturating_sub(column) as usize + 1;
        let height = bottom.min(row + 1000).saturating_sub(row) as usize + 1;
        let (row, column) = (row as usize, column as usize);
        budget.spend(column.saturating_sub(grid.width(row)) + width * height, words.len())?;
        grid.put(row, column, &words, width, height);
    }
    Ok(grid.lines())
}

/// What a cell shows, with its number format `code`.
fn words(value: &DataRef<'_>, code: &str) -> String {
    match value {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::String(words) => words.clone(),
        DataRef::SharedString(words) => (*words).to_owned(),
        DataRef::Int(number) => shown(*number as f64, code),
        DataRef::Float(number) => shown(*number, code),
        DataRef::Bool(truth) => if *truth { "是" } else { "否" }.to_owned(),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
            let has_day = code.contains('d') || !code.contains(['y', 'm']);
            match (has_day, hour, minute) {
                (false, ..) => format!("{year}年{month}月"),
                (true, 0, 0) => format!("{year}-{month:02}-{day:02}"),
                _ => format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}"),
            }
        }
        DataRef::DateTime(moment) => shown(moment.as_f64(), ""),
        DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => words.clone(),
    }
}

/// A number as its format shows it: in percent, with so many decimals; else as Excel does, with 15 digits.
fn shown(number: f64, code: &str) -> String {
    let code = code.split(';').next().unwrap_or_default();
    let percent = code.contains('%');
    let number = if percent { number * 100.0 } else { number };
    let decimals = code.split_once('.').map_or(0, |(_, rest)| rest.chars().take_while(|char| *char == '0').count());
    let fixed = !code.is_empty() && code.chars().all(|char| matches!(char, '0' | '#' | ',' | '.' | '%' | '_' | ' '));
    let text = if fixed && code.contains('0') {
        format!("{number:.decimals$}")
    } else {
        format!("{number:.14e}").parse::<f64>().unwrap_or(number).to_string()
    };
    if percent { text + "%" } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_xlsxwriter::{ExcelDateTime, Format as Look, Workbook};

    fn text(book: &mut Workbook) -> Result<String, InputError> {
        let bytes = book.save_to_buffer().unwrap();
        read(&bytes, &mut Archive::open(&bytes, Format::Excel)?)
    }

    #[test]
    fn sheets_become_tables_with_what_their_cells_show() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("工业").unwrap();
        sheet.merge_range(0, 0, 0, 2, "表1 主要指标", &Look::new()).unwrap();
        for (at, head) in ["指标", "2024年", "增速"].iter().enumerate() {
            sheet.write(1, at as u16, *head).unwrap();
        }
        sheet.write(3, 0, "粮食产量").unwrap();
        sheet.write(3, 1, 0.1 + 0.2).unwrap();
        sheet.write_with_format(3, 2, 0.0823, &Look::new().set_num_format("0.0%")).unwrap();
        sheet.write(4, 0, "截止").unwrap();
        let day = ExcelDateTime::from_ymd(2024, 12, 31).unwrap();
        sheet.write_with_format(4, 1, &day, &Look::new().set_num_format("yyyy-mm-dd")).unwrap();
        sheet.write_with_format(4, 2, 1234.5678, &Look::new().set_num_format("#,##0.00")).unwrap();
        book.add_worksheet().set_name("藏").unwrap().set_hidden(true).write(0, 0, "不见").unwrap();
        book.add_worksheet().set_name("农业").unwrap().write(0, 0, "另一张").unwrap();
        let lines =
            "工业\n表1 主要指标\n指标\t2024年\t增速\n粮食产量\t0.3\t8.2%\n截止\t2024-12-31\t1234.57\n\n农业\n另一张";
        assert_eq!(text(&mut book).unwrap(), lines);
    }

    #[test]
    fn a_cell_at_the_far_end_takes_no_room() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "近").unwrap();
        sheet.write(1_048_575, 16_383, "远").unwrap();
        sheet.write(1_048_575, 0, "末行").unwrap();
        assert_eq!(text(&mut book).unwrap(), "近\n末行");
    }

    #[test]
    fn more_text_than_is_read_is_refused() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let words = "一".repeat(10_000);
        for row in 0..100 {
            sheet.write(row, 0, words.as_str()).unwrap();
        }
        assert!(text(&mut book) == Err(InputError::TooMuch));
    }
}
