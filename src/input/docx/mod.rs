//! Word documents (.docx): paragraphs with their automatic numbers, tables, footnotes; what was deleted under review
//! is left out, what was inserted stays.

mod body;
mod numbering;
mod styles;

use super::archive::Archive;
use super::{Format, InputError};
use numbering::Numbering;
use styles::Styles;

/// Where the text is.
pub const MAIN: &str = "word/document.xml";

/// The text of the document in `archive`.
///
/// # Errors
/// Where it is damaged, locked or unpacks to too much.
pub fn read(archive: &mut Archive<'_>) -> Result<String, InputError> {
    let damaged = InputError::Damaged(Format::Word);
    let main = archive.xml(MAIN)?.ok_or(damaged.clone())?;
    let styles = Styles::read(&archive.xml("word/styles.xml")?.unwrap_or_default());
    let mut numbering = Numbering::read(&archive.xml("word/numbering.xml")?.unwrap_or_default());
    let (mut lines, notes) = body::read(&main, &styles, &mut numbering).ok_or(damaged)?;
    for (part, ids) in [("word/footnotes.xml", notes.feet), ("word/endnotes.xml", notes.ends)] {
        if !ids.is_empty()
            && let Some(part) = archive.xml(part)?
        {
            lines.extend(body::notes(&part, &ids, &styles));
        }
    }
    Ok(lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// A document of these parts.
    pub fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, content) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(content.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn text(parts: &[(&str, &str)]) -> Result<String, InputError> {
        let bytes = packed(parts);
        read(&mut Archive::open(&bytes, Format::Word)?)
    }

    fn body(inside: &str) -> String {
        text(&[(MAIN, &format!("<w:document xmlns:w=\"w\"><w:body>{inside}</w:body></w:document>"))]).unwrap()
    }

    #[test]
    fn paragraphs_breaks_and_references() {
        let found = body(
            "<w:p><w:r><w:t xml:space=\"preserve\">全市</w:t></w:r><w:r><w:t>增长&#x36;% &amp; 稳定</w:t></w:r></w:p>\
             <w:p/><w:p><w:r><w:tab/><w:t>上</w:t><w:br/><w:t>下</w:t></w:r></w:p>",
        );
        assert_eq!(found, "全市增长6% & 稳定\n上\n下");
    }

    #[test]
    fn what_was_deleted_is_gone_and_what_was_inserted_stays() {
        let found = body(
            "<w:p><w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>5%</w:delText><w:t>甲</w:t></w:r></w:del>\
             <w:ins><w:r><w:t>6%</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>\
             <w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom><w:fldSimple><w:r><w:t>2024</w:t></w:r></w:fldSimple>\
             <w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
        );
        assert_eq!(found, "增长6%2024");
    }

    #[test]
    fn tables_become_lines_of_cells() {
        let cell = |words: &str, extra: &str| {
            format!("<w:tc><w:tcPr>{extra}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>")
        };
        let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
        let table = [
            row(&[cell("指标", "<w:vMerge w:val=\"restart\"/>"), cell("2024年", "<w:gridSpan w:val=\"2\"/>")]),
            row(&[cell("", "<w:vMerge/>"), cell("绝对数", ""), cell("增长", "")]),
            row(&[cell("粮食", ""), cell("12.5", ""), cell("3.1", "")]),
        ];
        let found = body(&format!("<w:tbl>{}</w:tbl><w:p><w:r><w:t>后</w:t></w:r></w:p>", table.concat()));
        assert_eq!(found, "指标\t2024年\t2024年\n指标\t绝对数\t增长\n粮食\t12.5\t3.1\n后");
    }

    #[test]
    fn automatic_numbers_are_written_out_and_contents_left_out() {
        let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
            <w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"%1、\"/></w:lvl>\
            <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%2.\"/></w:lvl>\
            </w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>";
        let styles = "<w:styles><w:style w:styleId=\"11\"><w:name w:val=\"toc 1\"/></w:style>\
            <w:style w:styleId=\"2\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style></w:styles>";
        let paragraph = |properties: &str, words: &str| {
            format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
        };
        let level = "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr>";
        let main = [
            paragraph("<w:pStyle w:val=\"11\"/>", "总体要求 1"),
            paragraph("<w:pStyle w:val=\"2\"/>", "总体要求"),
            paragraph(level, "甲"),
            paragraph(level, "乙"),
            paragraph("<w:pStyle w:val=\"2\"/>", "重点任务"),
            paragraph(level, "丙"),
        ];
        let main = format!("<w:document><w:body>{}</w:body></w:document>", main.concat());
        let parts = [(MAIN, main.as_str()), ("word/styles.xml", styles), ("word/numbering.xml", numbering)];
        assert_eq!(text(&parts).unwrap(), "一、总体要求\n1.甲\n2.乙\n二、重点任务\n1.丙");
    }

    #[test]
    fn footnotes_stand_at_the_end_and_boxes_once() {
        let main = "<w:document><w:body><w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>\
            <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
            <mc:Fallback><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent>\
            <w:t>框外</w:t></w:r></w:p></w:body></w:document>";
        let notes = "<w:footnotes><w:footnote w:id=\"0\"><w:p><w:r><w:t>分隔</w:t></w:r></w:p></w:footnote>\
            <w:footnote w:id=\"2\"><w:p><w:r><w:t>注文</w:t></w:r></w:p></w:footnote></w:footnotes>";
        assert_eq!(text(&[(MAIN, main), ("word/footnotes.xml", notes)]).unwrap(), "正文\n框内\n框外\n注1：注文");
    }

    #[test]
    fn entities_of_the_document_itself_are_never_replaced() {
        let main = "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/passwd\"><!ENTITY a \"&a;&a;\">]>\
            <w:document><w:body><w:p><w:r><w:t>前&secret;&a;后</w:t></w:r></w:p></w:body></w:document>";
        assert_eq!(text(&[(MAIN, main)]).unwrap(), "前后");
    }

    #[test]
    fn what_is_broken_is_told() {
        let damaged = Err(InputError::Damaged(Format::Word));
        assert_eq!(text(&[("word/other.xml", "<a/>")]), damaged);
        assert_eq!(text(&[(MAIN, "<w:document><w:body><w:p></w:body>")]), damaged);
        let mut bytes = packed(&[(MAIN, "<w:document/>")]);
        bytes.truncate(bytes.len() - 30);
        assert!(Archive::open(&bytes, Format::Word).is_err());
    }

    #[test]
    fn a_bomb_is_refused() {
        let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        zip.start_file(MAIN, SimpleFileOptions::default()).unwrap();
        let zeros = vec![b' '; 1 << 20];
        for _ in 0..200 {
            zip.write_all(&zeros).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        assert!(bytes.len() < 1 << 20);
        assert_eq!(read(&mut Archive::open(&bytes, Format::Word).unwrap()), Err(InputError::Bomb));
    }
}
