//! Every export is opened again, by other libraries where there are any.

use super::*;
use crate::analysis::{Analysis, Span};
use crate::testing::ANALYZER;
use calamine::{Data, Reader, Xlsx};
use std::io::{Cursor, Read};

const ARTICLE: &str = include_str!("../../tests/articles/work-report.txt");

fn analysis(text: &str) -> Analysis {
    ANALYZER.analyze(text, &crate::Options { offsets: crate::Offsets::Codepoint, ..Default::default() })
}

fn json(bytes: &[u8]) -> serde_json::Value {
    serde_json::from_slice(bytes).unwrap()
}

/// A text with characters outside of the first plane, quotation marks and rows of most tables.
fn sample() -> String {
    format!("𠮷州市工作会议\n{ARTICLE}")
}

fn unzipped(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

#[test]
fn workbooks_have_typed_cells_and_links_to_the_text() {
    let text = sample();
    let analysis = analysis(&text);
    let source = Source::new("报告", &text, &analysis);
    let file = write(&source, Format::Xlsx, None).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file.bytes.as_slice())).unwrap();
    let sheet = book.worksheet_range("指标").unwrap();
    assert_eq!(sheet.height(), analysis.indicators.len() + 1);
    let heads: Vec<String> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let at = |name: &str| heads.iter().position(|head| head == name).unwrap();
    for (row, indicator) in sheet.rows().skip(1).zip(&analysis.indicators) {
        let Data::Float(value) = row[at("数值")] else { panic!("a number: {:?}", row[at("数值")]) };
        let exact: f64 = indicator.value.0.to_string().parse().unwrap();
        assert!((value - exact).abs() <= exact.abs() * 1e-12);
        if indicator.start.is_some() {
            assert!(matches!(row[at("起")], Data::DateTime(_)), "{:?}", row[at("起")]);
        }
    }
    let paragraphs = book.worksheet_range("原文").unwrap();
    let links = book.hyperlinks_by_sheet_name("指标").unwrap();
    assert_eq!(links.len(), analysis.indicators.len());
    let (link, indicator) = (&links[0], &analysis.indicators[0]);
    let row: u32 = format!("{link:?}")
        .split("!A")
        .nth(1)
        .unwrap()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect::<String>()
        .parse()
        .unwrap();
    let words = paragraphs.get_value((row - 1, 0)).unwrap().to_string();
    assert!(words.contains(&indicator.text), "{words} holds {}", indicator.text);
    assert_eq!(write(&source, Format::Xlsx, None).unwrap(), file, "the same document gives the same bytes");
}

#[test]
fn comma_separated_values_start_with_a_mark_and_hold_all_rows() {
    let text = sample();
    let analysis = analysis(&text);
    let source = Source::new("报告", &text, &analysis);
    let file = write(&source, Format::Csv, tables::table("people")).unwrap();
    assert_eq!((file.name.as_str(), &file.bytes[..3]), ("报告-people.csv", &[0xEF, 0xBB, 0xBF][..]));
    assert_eq!(::csv::Reader::from_reader(&file.bytes[3..]).records().flatten().count(), analysis.people.len());
    let all = unzipped(&write(&source, Format::Csv, None).unwrap().bytes);
    assert!(
        all.len() > 8
            && all.iter().all(|(name, bytes)| name.ends_with(".csv") && bytes.starts_with(&[0xEF, 0xBB, 0xBF]))
    );
}

#[test]
fn the_json_counts_as_javascript_does() {
    let text = sample();
    let analysis = analysis(&text);
    let value = json(&write(&Source::new("报告", &text, &analysis), Format::Json, None).unwrap().bytes);
    let units: Vec<u16> = text.encode_utf16().collect();
    for row in value["indicators"].as_array().unwrap() {
        let place = |key: &str| row["span"][key].as_u64().unwrap() as usize;
        assert_eq!(String::from_utf16(&units[place("start")..place("end")]).unwrap(), row["text"].as_str().unwrap());
    }
}

#[test]
fn every_annotation_is_where_its_quotation_says() {
    let text = sample();
    let analysis = analysis(&text);
    let source = Source::new("报告 一", &text, &analysis);
    let chars: Vec<char> = text.chars().collect();
    let at = |start: &serde_json::Value, end: &serde_json::Value| -> String {
        chars[start.as_u64().unwrap() as usize..end.as_u64().unwrap() as usize].iter().collect()
    };
    let value = json(&write(&source, Format::WebAnnotation, None).unwrap().bytes);
    let items = value["first"]["items"].as_array().unwrap();
    assert_eq!(items.len() as u64, value["total"].as_u64().unwrap());
    assert!(items.len() > 50);
    for item in items {
        let (place, quote) = (&item["target"]["selector"][0], &item["target"]["selector"][1]);
        assert_eq!(at(&place["start"], &place["end"]), quote["exact"].as_str().unwrap());
        let around = [&quote["prefix"], &quote["exact"], &quote["suffix"]].map(|part| part.as_str().unwrap()).concat();
        assert!(text.contains(&around));
    }
    let doccano = json(&write(&source, Format::Doccano, None).unwrap().bytes);
    assert_eq!(doccano["label"].as_array().unwrap().len(), items.len());
    let studio = json(&write(&source, Format::LabelStudio, None).unwrap().bytes);
    for result in studio[0]["predictions"][0]["result"].as_array().unwrap() {
        let value = &result["value"];
        assert_eq!(at(&value["start"], &value["end"]), value["text"].as_str().unwrap());
    }
}

#[test]
fn standoff_annotations_hold_one_line_each() {
    let text = sample();
    let analysis = analysis(&text);
    let files = unzipped(&write(&Source::new("报告", &text, &analysis), Format::Brat, None).unwrap().bytes);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["报告.txt", "报告.ann", "annotation.conf"]);
    assert_eq!(files[0].1, text.as_bytes());
    let chars: Vec<char> = text.chars().collect();
    let mut seen = 0;
    for line in String::from_utf8(files[1].1.clone()).unwrap().lines().filter(|line| line.starts_with('T')) {
        let [_, place, words] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("three fields: {line}") };
        let places = place.split_once(' ').unwrap().1;
        let found: Vec<String> = places
            .split(';')
            .map(|piece| {
                let (start, end) = piece.split_once(' ').unwrap();
                chars[start.parse().unwrap()..end.parse().unwrap()].iter().collect()
            })
            .collect();
        assert_eq!(found.join(" "), words);
        seen += 1;
    }
    assert!(seen > 50);
}

#[test]
fn no_cell_becomes_a_formula_or_markup() {
    let mut analysis = Analysis::default();
    let rule = || "test".to_owned();
    for name in ["=1+1", "+86", "-x", "@a", "<img src=x onerror=alert(1)>", "a|b*c"] {
        let row = crate::analysis::Programme { text: name.to_owned(), spans: vec![Span::new(0, 1)], rule: rule() };
        analysis.programmes.push(row);
    }
    let source = Source::new("=name", "文本", &analysis);
    let table = tables::table("programmes");
    let csv = String::from_utf8(write(&source, Format::Csv, table).unwrap().bytes).unwrap();
    assert!(csv.contains("'=name,0,'=1+1,") && csv.contains(",'-x,"), "{csv}");
    let copied = copy(&source, table.unwrap());
    assert!(copied.text.contains("'=1+1") && copied.html.contains("<td>'=1+1</td>"));
    assert!(copied.html.contains("&lt;img") && !copied.html.contains("<img"));
    let markdown = String::from_utf8(write(&source, Format::Markdown, table).unwrap().bytes).unwrap();
    assert!(markdown.contains("&lt;img") && markdown.contains("a\\|b\\*c"), "{markdown}");
    let bytes = write(&source, Format::Xlsx, table).unwrap().bytes;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert!(book.worksheet_formula("规划行动").unwrap().is_empty());
    assert_eq!(book.worksheet_range("规划行动").unwrap().get_value((1, 1)), Some(&Data::String("=1+1".to_owned())));
}

#[test]
fn names_of_files_are_safe() {
    assert_eq!(safe_name("../a:b\u{0}?"), "_a_b__");
    assert_eq!(safe_name(" . "), "yaolan");
}

#[test]
fn the_published_schema_is_that_of_the_analysis() {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Analysis>().to_value();
    schema["title"] = "What yaolan finds in a document".into();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/export/analysis.schema.json");
    let made = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), made, "UPDATE_SCHEMA=1 cargo test --lib schema writes it anew");
}
