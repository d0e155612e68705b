//! Markdown without its marks: headings, lists and tables stay lines.

use super::grid::Grid;
use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

/// The text of `given`.
pub fn read(given: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut writer = Writer::default();
    for event in Parser::new_ext(given, options) {
        writer.event(event);
    }
    writer.line();
    writer.lines.join("\n")
}

#[derive(Default)]
struct Writer {
    lines: Vec<String>,
    line: String,
    /// The numbers of the lists that are open; `None` for one without numbers.
    lists: Vec<Option<u64>>,
    table: Option<(Grid, usize)>,
    metadata: bool,
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(end) => self.end(end),
            Event::Text(words) if self.metadata => self.header(&words),
            Event::Text(words) | Event::Code(words) | Event::InlineMath(words) | Event::DisplayMath(words) => {
                self.line.push_str(&words);
            }
            Event::SoftBreak | Event::HardBreak if self.table.is_none() => self.line(),
            Event::Rule => self.line(),
            // Marks of HTML and footnotes say nothing by themselves.
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::List(first) => {
                self.line();
                self.lists.push(*first);
            }
            Tag::Item => {
                self.line();
                if let Some(Some(number)) = self.lists.last_mut() {
                    self.line = format!("{number}. ");
                    *number += 1;
                }
            }
            Tag::Table(_) => {
                self.line();
                self.table = Some((Grid::default(), 0));
            }
            Tag::MetadataBlock(MetadataBlockKind::YamlStyle) => self.metadata = true,
            Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::BlockQuote(_) if !self.opens_item() => {
                self.line();
            }
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::List(_) => {
                self.line();
                self.lists.pop();
            }
            TagEnd::TableCell => {
                let words = std::mem::take(&mut self.line);
                if let Some((grid, row)) = &mut self.table {
                    grid.push(*row, &words, 1, 1);
                }
            }
            TagEnd::TableRow | TagEnd::TableHead => {
                if let Some((_, row)) = &mut self.table {
                    *row += 1;
                }
            }
            TagEnd::Table => {
                if let Some((grid, _)) = self.table.take() {
                    self.lines.extend(grid.lines());
                }
            }
            TagEnd::MetadataBlock(_) => self.metadata = false,
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Item | TagEnd::BlockQuote(_) => {
                self.line();
            }
            _ => {}
        }
    }

    /// Whether the line holds only the number of a list item, so that what comes stands behind it.
    fn opens_item(&self) -> bool {
        self.line.ends_with(". ") && self.line.len() <= 12
    }

    /// Title and date of a block of metadata; its other fields are for machines.
    fn header(&mut self, words: &str) {
        for line in words.lines() {
            if let Some((key, value)) = line.split_once(':')
                && matches!(key.trim(), "title" | "date" | "source" | "author")
            {
                self.lines.push(value.trim().trim_matches(['"', '\'']).to_owned());
            }
        }
    }

    fn line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.trim().is_empty() {
            self.lines.extend(line.trim_end().split('\n').map(str::to_owned));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_lines_stay() {
        let given = "---\ntitle: 工作报告\nlayout: post\n---\n# 一、**总体**要求\n\n全市[生产总值](https://example.org)增长*6%*。\n会议强调。\n\n\
                     1. 抓好落实\n2. 加强督查\n\n- 甲\n- 乙\n\n| 指标 | 2024年 |\n|---|---:|\n| 粮食 | 12.5 |\n\n<b onclick=\"x()\">末</b>段\n";
        let lines = "工作报告\n一、总体要求\n全市生产总值增长6%。\n会议强调。\n1. 抓好落实\n2. 加强督查\n甲\n乙\n指标\t2024年\n粮食\t12.5\n末段";
        assert_eq!(read(given), lines);
    }

    #[test]
    fn a_plain_text_stays_what_it_is() {
        let given = "关于做好工作的通知\n　　一、增长3~5个百分点。\n　　（一）抓好2*3项。";
        assert_eq!(read(given), given);
    }
}
