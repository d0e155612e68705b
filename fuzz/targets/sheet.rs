//! Any bytes that call themselves a spreadsheet, any XML inside a sound one, and any values between commas are a text or
//! are refused.
#![no_main]

#[path = "support/archive.rs"]
mod archive;

use libfuzzer_sys::fuzz_target;

const WORKBOOK: &[u8] = br#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &[u8] = br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;

fuzz_target!(|bytes: &[u8]| {
    for name in ["表.xlsx", "表.csv", "表.tsv"] {
        archive::open(name, bytes);
    }
    let half = bytes.len() / 2;
    archive::open(
        "表.xlsx",
        &archive::zip(&[
            ("xl/workbook.xml", WORKBOOK),
            ("xl/_rels/workbook.xml.rels", RELATIONS),
            ("xl/worksheets/sheet1.xml", bytes),
            ("xl/sharedStrings.xml", &bytes[half..]),
        ]),
    );
});
