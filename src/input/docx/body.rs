//! The walk through the text of a Word document, element by element, without recursion.

use super::super::grid::Grid;
use super::super::xml::{attribute, resolve};
use super::numbering::Numbering;
use super::styles::Styles;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The notes that the text refers to, in order.
#[derive(Debug, Default)]
pub struct Notes {
    /// Of footnotes.
    pub feet: Vec<String>,
    /// Of endnotes.
    pub ends: Vec<String>,
}

/// A paragraph that is open.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    list: Option<String>,
    level: Option<usize>,
}

/// A table that is open; only the outermost becomes a grid, those inside a cell are its words.
#[derive(Debug, Default)]
struct Table {
    grid: Grid,
    rows: usize,
    cell: Vec<String>,
    width: usize,
    continues: bool,
}

struct Walk<'a> {
    styles: &'a Styles,
    numbering: Option<&'a mut Numbering>,
    lines: Vec<String>,
    paragraphs: Vec<Paragraph>,
    tables: Vec<Table>,
    notes: Notes,
    /// How deep inside of an element that is left out; 0 outside.
    skipped: usize,
    /// Inside of words.
    words: bool,
    /// The run is hidden.
    hidden: bool,
}

/// The lines of the main part, and the notes that they refer to; nothing where it is no well-formed XML.
pub fn read(xml: &str, styles: &Styles, numbering: &mut Numbering) -> Option<(Vec<String>, Notes)> {
    let mut walk = Walk::new(styles, Some(numbering));
    walk.run(xml)?;
    Some((walk.lines, walk.notes))
}

/// The notes `ids` of a part with notes, one a line.
pub fn notes(xml: &str, ids: &[String], styles: &Styles) -> Vec<String> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(element) if matches!(element.local_name().as_ref(), "footnote" | "endnote") => {
                let place = attribute(&element, "id").and_then(|id| ids.iter().position(|known| *known == id));
                let Ok(inside) = reader.read_text(element.name()) else { break };
                let Some(place) = place else { continue };
                let mut walk = Walk::new(styles, None);
                if walk.run(&inside.xml10_content()).is_some() {
                    found.push((place, format!("注{}：{}", place + 1, walk.lines.concat())));
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    found.sort();
    found.into_iter().map(|(_, line)| line).collect()
}

impl<'a> Walk<'a> {
    fn new(styles: &'a Styles, numbering: Option<&'a mut Numbering>) -> Self {
        Self {
            styles,
            numbering,
            lines: Vec::new(),
            paragraphs: Vec::new(),
            tables: Vec::new(),
            notes: Notes::default(),
            skipped: 0,
            words: false,
            hidden: false,
        }
    }

    fn run(&mut self, xml: &str) -> Option<()> {
        let mut reader = Reader::from_str(xml);
        let mut depth = 0_usize;
        loop {
            match reader.read_event().ok()? {
                Event::Start(element) => {
                    depth += 1;
                    self.start(&element);
                }
                Event::Empty(element) => {
                    self.start(&element);
                    self.end(element.local_name().as_ref());
                }
                Event::End(element) => {
                    depth = depth.checked_sub(1)?;
                    self.end(element.local_name().as_ref());
                }
                Event::Text(words) if self.words => self.push(&words.xml10_content()),
                Event::CData(words) if self.words => self.push(&words.xml10_content()),
                Event::GeneralRef(reference) if self.words => {
                    if let Some(words) = resolve(&reference) {
                        self.push(&words);
                    }
                }
                Event::Eof => return (depth == 0).then_some(()),
                _ => {}
            }
        }
    }

    fn push(&mut self, words: &str) {
        if self.skipped == 0
            && !self.hidden
            && let Some(paragraph) = self.paragraphs.last_mut()
        {
            paragraph.text.push_str(words);
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        let name = element.local_name();
        let name = name.as_ref();
        if self.skipped > 0 || matches!(name, "del" | "moveFrom" | "Fallback" | "rt") {
            self.skipped += 1;
            return;
        }
        let value = || attribute(element, "val");
        match name {
            "p" => self.paragraphs.push(Paragraph::default()),
            "r" => self.hidden = false,
            "vanish" => self.hidden = value().is_none_or(|value| value != "0" && value != "false"),
            "t" => self.words = true,
            "tab" => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "footnoteReference" => self.notes.feet.extend(attribute(element, "id")),
            "endnoteReference" => self.notes.ends.extend(attribute(element, "id")),
            "tbl" => self.tables.push(Table::default()),
            _ => {}
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            match name {
                "pStyle" => paragraph.style = value(),
                "numId" => paragraph.list = value(),
                "ilvl" => paragraph.level = value().and_then(|level| level.parse().ok()),
                _ => {}
            }
        }
        if let Some(table) = self.tables.last_mut() {
            match name {
                "tc" => (table.cell, table.width, table.continues) = (Vec::new(), 1, false),
                "gridSpan" => table.width = value().and_then(|width| width.parse().ok()).unwrap_or(1),
                "vMerge" => table.continues = value().is_none_or(|value| value == "continue"),
                _ => {}
            }
        }
    }

    fn end(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "t" => self.words = false,
            "r" => self.hidden = false,
            "p" => self.end_paragraph(),
            "tc" => self.end_cell(),
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.rows += 1;
                }
            }
            "tbl" => self.end_table(),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let style = paragraph.style.as_deref().unwrap_or_default();
        if self.styles.is_contents(style) {
            return;
        }
        let by_style = self.styles.list(style);
        let list = paragraph.list.as_deref().or(by_style.map(|(list, _)| list));
        let level = paragraph.level.or(by_style.map(|(_, level)| level)).unwrap_or(0);
        let text = paragraph.text.trim_matches(|char: char| char == '\t' || char == ' ');
        if text.trim().is_empty() {
            return;
        }
        let number = list.and_then(|list| self.numbering.as_mut()?.next(list, level)).unwrap_or_default();
        let lines = format!("{number}{text}");
        let lines = lines.split('\n').map(str::trim_end).filter(|line| !line.is_empty()).map(str::to_owned);
        match self.tables.last_mut() {
            Some(table) => table.cell.extend(lines),
            None => self.lines.extend(lines),
        }
    }

    fn end_cell(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        let (row, words) = (table.rows, table.cell.join("\n"));
        let column = table.grid.free(row);
        if table.continues && row > 0 {
            for at in column..column + table.width.min(60) {
                table.grid.continue_above(row, at);
            }
        } else {
            table.grid.put(row, column, &words, table.width, 1);
        }
    }

    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        let lines = table.grid.lines();
        match self.tables.last_mut() {
            Some(outer) => outer.cell.extend(lines),
            None => self.lines.extend(lines),
        }
    }
}
