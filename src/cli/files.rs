//! Results in the forms of files that other programs open.

use crate::export::{self, Format, Source};
use crate::{Analyzer, Offsets, Options};
use std::io::Write;
use std::path::Path;

/// Analyses these texts, each with its name, and writes them in `format`; most forms hold one document.
///
/// # Errors
/// Where there are more documents than the form holds, or `out` cannot be written to.
pub fn write(
    texts: &[(String, String)],
    format: Format,
    analyzer: &Analyzer,
    options: &Options,
    out: &mut dyn Write,
) -> Result<(), String> {
    if texts.len() > 1 && !matches!(format, Format::Markdown | Format::Doccano) {
        let advice = "name one at a time, or take `yaolan corpus` for tables of many";
        return Err(format!("--format {} holds one document, these are {}: {advice}", format.slug(), texts.len()));
    }
    // Exports count code points, whatever --offsets says.
    let options = Options { offsets: Offsets::Codepoint, ..options.clone() };
    for (number, (path, text)) in texts.iter().enumerate() {
        let analysis = analyzer.analyze(text, &options);
        let name = Path::new(path).file_stem().map_or(path.as_str().into(), |name| name.to_string_lossy());
        let file = export::write(&Source::new(&name, text, &analysis), format, None)
            .map_err(|error| format!("{path}: {error}"))?;
        let parted = if number > 0 && format == Format::Markdown { "\n" } else { "" };
        let bytes = [parted.as_bytes(), &file.bytes].concat();
        out.write_all(&bytes).map_err(|error| format!("cannot write the result: {error}"))?;
    }
    out.flush().map_err(|error| format!("cannot write the result: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::ANALYZER;
    use calamine::{Reader, Xlsx};
    use std::io::Cursor;

    const TEXT: &str = "2023年，云州市地区生产总值3812.6亿元，同比增长6.3%。";

    fn written(names: &[&str], format: Format) -> Result<Vec<u8>, String> {
        let texts: Vec<_> = names.iter().map(|name| ((*name).to_owned(), TEXT.to_owned())).collect();
        let mut out = Vec::new();
        write(&texts, format, &ANALYZER, &Options::default(), &mut out)?;
        Ok(out)
    }

    #[test]
    fn a_workbook_holds_one_document() {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(written(&["甲.docx"], Format::Xlsx).unwrap())).unwrap();
        assert_eq!(book.worksheet_range("指标").unwrap().height(), 3);
        assert!(written(&["甲.txt", "乙.txt"], Format::Xlsx).unwrap_err().contains("holds one document"));
    }

    #[test]
    fn forms_of_lines_hold_many() {
        let markdown = String::from_utf8(written(&["文件/甲.txt", "乙.txt"], Format::Markdown).unwrap()).unwrap();
        assert!(markdown.starts_with("# 甲\n") && markdown.contains("\n# 乙\n"), "{markdown}");
        let lines = String::from_utf8(written(&["甲.txt", "乙.txt"], Format::Doccano).unwrap()).unwrap();
        assert_eq!(lines.lines().count(), 2);
    }
}
