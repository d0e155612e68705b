//! Invariants of the analyzer over any Unicode text.

#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use std::sync::LazyLock;
use yaolan::analysis::{Analysis, Span};
use yaolan::{Analyzer, Offsets, Options};

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);
static ANOTHER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

/// Stretches of official prose, marks, numbers and oddities that a random text is put together from.
const PIECES: &[&str] = &[
    "徐州市委书记",
    "宋乐伟",
    "指出",
    "表示",
    "“",
    "”",
    "‘",
    "’",
    "「",
    "」",
    "(",
    ")",
    "（",
    "）",
    "《",
    "》",
    ",",
    "，",
    "。",
    "、",
    "：",
    ":",
    ";",
    "\n",
    "\r\n",
    "\t",
    " ",
    "\u{3000}",
    "\u{a0}",
    "2025年",
    "1月28日",
    "今年以来",
    "“十四五”时期",
    "四季度",
    "同比增长",
    "下降",
    "达到",
    "力争",
    "预计",
    "31.4%",
    "1,000.21亿元",
    "３．６万亿",
    "百分之三点五",
    "翻两番",
    "前20强",
    "3-5家",
    "十二万五千人",
    "1/5",
    "‰",
    "个百分点",
    "余",
    "以上",
    "左右",
    "地区生产总值",
    "城镇居民",
    "人均可支配收入",
    "分别",
    "四位一体",
    "“343”",
    "1+3",
    "三中心一枢纽",
    "六项机制",
    "行动计划",
    "工程",
    "战略",
    "地铁3、4号线",
    "徐工集团",
    "市发改委",
    "大会",
    "𠮷",
    "🇨🇳",
    "👩‍👩‍👧",
    "e\u{301}",
    "\u{202e}",
    "\0",
    "\u{feff}",
    "來源",
    "記者",
    "張三",
    "龍",
    "一、",
    "(一)",
    "1、",
    "——",
    "|",
    "年",
    "月",
    "日",
    "万",
    "亿",
    "〇",
    "壹",
    "廿",
    "半",
    "成",
    "〔2023〕15号",
    "0514-87863284",
    "9999999999",
    "負",
    "-",
    "—",
    "~",
];

fn prose() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[一-龥]{1,4}",
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn spans(analysis: &Analysis) -> Vec<Span> {
    let mut spans = Vec::new();
    analysis.clone().for_each_span(|span| spans.push(*span));
    spans
}

/// Where every row of every table stands, with what it says beyond the words of the text.
fn places_of(analysis: &Analysis) -> String {
    use std::fmt::Write;
    let mut out = format!("{:?}", spans(analysis));
    for row in &analysis.indicators {
        let _ = write!(
            out,
            "\n{:?} {:?} {} {:?} {:?} {:?} {:?} {:?} {:?}",
            row.value, row.max, row.unit, row.comparator, row.kind, row.status, row.start, row.end, row.key
        );
    }
    for row in &analysis.times {
        let _ = write!(out, "\n{:?} {:?}", row.start, row.end);
    }
    for row in &analysis.places {
        let _ = write!(out, "\n{:?} {:?}", row.level, row.code);
    }
    for row in &analysis.codes {
        let _ = write!(out, "\n{:?} {} {}", row.count, row.members.len(), row.complete);
    }
    out
}

fn analyze(text: &str, offsets: Offsets) -> Analysis {
    ANALYZER.analyze(text, &Options { date: "2023-01-31".parse().ok(), offsets })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_join_to_the_text(text in prop_oneof![prose(), ".{0,200}"]) {
        let document = ANALYZER.read(&text, &Options::default());
        let mut at = 0;
        let mut joined = String::new();
        for token in document.tokens.list() {
            prop_assert_eq!(token.span.start, at);
            prop_assert!(!token.span.is_empty());
            joined.push_str(document.text.given_slice(token.span));
            at = token.span.end;
        }
        prop_assert_eq!(joined, text);
    }

    #[test]
    fn the_same_text_gives_the_same_json(text in prose()) {
        let once = serde_json::to_string(&analyze(&text, Offsets::Utf16)).unwrap();
        let options = Options { date: "2023-01-31".parse().ok(), offsets: Offsets::Utf16 };
        let twice = serde_json::to_string(&ANOTHER.analyze(&text, &options)).unwrap();
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn spans_stand_on_boundaries_in_every_unit(text in prop_oneof![prose(), ".{0,120}"]) {
        let (points, bytes, units) = (analyze(&text, Offsets::Codepoint), analyze(&text, Offsets::Byte), analyze(&text, Offsets::Utf16));
        let chars: Vec<char> = text.chars().collect();
        let utf16: Vec<u16> = text.encode_utf16().collect();
        let (points, bytes, units) = (spans(&points), spans(&bytes), spans(&units));
        prop_assert_eq!(points.len(), bytes.len());
        prop_assert_eq!(points.len(), units.len());
        for ((point, byte), unit) in points.iter().zip(&bytes).zip(&units) {
            prop_assert!(point.start <= point.end && point.end <= chars.len());
            let words: String = chars[point.start..point.end].iter().collect();
            prop_assert_eq!(text.get(byte.start..byte.end), Some(words.as_str()));
            prop_assert_eq!(String::from_utf16(&utf16[unit.start..unit.end]).ok(), Some(words));
        }
    }

    #[test]
    fn twins_give_the_same_tables(text in prose()) {
        let document = ANALYZER.read(&text, &Options::default());
        let simplified = document.text.normal().to_owned();
        // A text that normalising leaves as it is: the twin of both.
        prop_assume!(ANALYZER.read(&simplified, &Options::default()).text.normal() == simplified);
        let (given, twin) = (analyze(&text, Offsets::Codepoint), analyze(&simplified, Offsets::Codepoint));
        prop_assert_eq!(places_of(&given), places_of(&twin));
    }

    #[test]
    fn rows_are_sound(text in prose()) {
        let analysis = analyze(&text, Offsets::Codepoint);
        let day = |day: &Option<String>| day.as_ref().is_none_or(|day| day.parse::<jiff::civil::Date>().is_ok());
        for time in &analysis.times {
            prop_assert!(day(&time.start) && day(&time.end));
            prop_assert!(time.start <= time.end, "{:?}", time);
        }
        prop_assert!(analysis.times.is_sorted_by_key(|time| time.span.start));
        for indicator in &analysis.indicators {
            prop_assert!(day(&indicator.start) && day(&indicator.end));
            prop_assert!(indicator.start <= indicator.end, "{:?}", indicator);
        }
        prop_assert!(analysis.indicators.is_sorted_by_key(|indicator| indicator.span.start));
        for task in &analysis.tasks {
            prop_assert!(task.indicators.iter().all(|&index| index < analysis.indicators.len()));
        }
        for person in &analysis.people {
            prop_assert!(!person.name.is_empty() && !person.spans.is_empty());
        }
        prop_assert!(day(&analysis.document.published));
        for event in &analysis.events {
            prop_assert!(day(&event.start) && day(&event.end) && event.start <= event.end, "{:?}", event);
        }
        prop_assert!(analysis.tasks.iter().all(|task| day(&task.deadline)));
        prop_assert!(analysis.quotes.is_sorted_by_key(|quote| quote.span.start));
        prop_assert!(analysis.outline.is_sorted_by_key(|heading| heading.span.start));
        prop_assert!(analysis.codes.is_sorted_by_key(|code| code.spans.first().copied()));
        prop_assert!(analysis.programmes.is_sorted_by_key(|programme| programme.spans.first().copied()));
        prop_assert!(analysis.keywords.iter().all(|keyword| keyword.weight.is_finite() && keyword.weight > 0.0));
        let lists = analysis.people.iter().map(|row| &row.spans).chain(analysis.places.iter().map(|row| &row.spans));
        let lists = lists.chain(analysis.organizations.iter().map(|row| &row.spans));
        for spans in lists.chain(analysis.keywords.iter().map(|row| &row.spans)) {
            prop_assert!(spans.is_sorted() && !spans.is_empty());
        }
    }
}
