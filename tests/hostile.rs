//! Texts that break careless readers: read without a fault, and in time that grows with their length alone.

#![cfg(not(target_arch = "wasm32"))]

use std::sync::LazyLock;
use std::time::Instant;
use yaolan::analysis::Analysis;
use yaolan::{Analyzer, Offsets, Options};

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

fn analyze(text: &str) -> Analysis {
    let analysis = ANALYZER.analyze(text, &Options { date: "2023-01-31".parse().ok(), offsets: Offsets::Byte });
    assert_eq!(analysis.document.characters, text.chars().count());
    analysis.clone().for_each_span(|span| assert!(text.get(span.start..span.end).is_some(), "{span:?}"));
    analysis
}

/// Seconds that this thread has had a core for, which other work on the machine does not lengthen; where the system
/// does not tell, seconds that have gone by.
fn seconds() -> f64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let busy = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let busy = busy.and_then(|words| words.split(' ').next()?.parse::<f64>().ok());
    busy.map_or_else(|| START.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}

fn time(text: &str) -> f64 {
    let before = seconds();
    analyze(text);
    seconds() - before
}

/// Four times the text may take nine times as long, where quadratic work would take sixteen times.
fn grows_with_its_length(text: impl Fn(usize) -> String, size: usize) {
    let (quarter, whole) = (text(size / 4), text(size));
    analyze("预热。"); // the lists are built at first use
    let small = time(&quarter).min(time(&quarter));
    let large = time(&whole);
    assert!(large < 9.0 * small.max(0.02), "{small:.3} s for a quarter, {large:.3} s for the whole");
}

macro_rules! hostile {
    ($($name:ident: $size:expr, |$count:ident| $text:expr;)*) => {
        $(#[test]
        fn $name() {
            grows_with_its_length(|$count| $text, $size);
        })*
    };
}

hostile! {
    open_brackets: 200_000, |count| "(".repeat(count);
    wide_open_brackets: 200_000, |count| "（〔《【".repeat(count / 4);
    digits: 100_000, |count| "9".repeat(count);
    digits_with_points: 100_000, |count| "1,000.".repeat(count / 6);
    chinese_digits: 100_000, |count| "一".repeat(count);
    quotes_in_quotes: 10_000, |count| "“".repeat(count) + "加快发展" + &"”".repeat(count);
    quotes_in_changing_quotes: 10_000, |count| "“‘「『".repeat(count / 4) + "加快发展" + &"』」’”".repeat(count / 4);
    quotes_never_closed: 40_000, |count| "他说：“加快发展。".repeat(count / 8);
    enumeration: 100_000, |count| "、".repeat(count);
    enumerated_places: 100_000, |count| "徐州市、".repeat(count / 4);
    years: 120_000, |count| "2025年".repeat(count / 5);
    figures: 120_000, |count| "增长31.4%".repeat(count / 7);
    growths_that_repeat: 60_000, |count| "每年占比增长5%和6亿元、比上年提高".repeat(count / 18);
    figures_in_brackets: 60_000, |count| "(5%".repeat(count / 3);
    figures_in_a_list: 60_000, |count| "5%、".repeat(count / 3);
    years_with_growth: 60_000, |count| "2023年增长5%和".repeat(count / 10);
    names_in_a_list: 60_000, |count| "甲乙、".repeat(count / 3);
    measures_of_counts: 60_000, |count| format!("全市企业三百家{}", "全部面积三百家".repeat(count / 7));
    classes_by_size: 60_000, |count| "3亿元企业".repeat(count / 5);
    owners: 60_000, |count| "丰县某某科技有限公司投资5亿元,该校产值3亿元,项目占地2亩。".repeat(count / 32);
    unknown_districts: 60_000, |count| format!("丰县{}", "、某某区".repeat(count / 4));
    rows_of_words: 60_000, |count| "产值 5 6\n".repeat(count / 7);
    officials: 100_000, |count| "书记张三".repeat(count / 4);
    slogans: 90_000, |count| "加快建设高质量发展".repeat(count / 9);
    headings: 60_000, |count| "一、目标\n(一)任务\n1.措施\n".repeat(count / 16);
    table_rows: 60_000, |count| "指标|单位|2023年\n产值|亿元|3,800.2\n".repeat(count / 26);
    nul: 100_000, |count| "\0".repeat(count);
    bidi_controls: 100_000, |count| "\u{202e}市\u{2066}长\u{2069}\u{200f}".repeat(count / 6);
    emoji: 60_000, |count| "👩‍👩‍👧🇨🇳𠮷".repeat(count / 8);
    combining_marks: 60_000, |count| "长\u{301}\u{302}".repeat(count / 3);
    blanks: 200_000, |count| " \u{3000}".repeat(count / 2);
    line_breaks: 200_000, |count| "\r\n".repeat(count / 2);
    counties_in_a_list: 40_000, |count| "沂南县、".repeat(count / 4);
    latin: 200_000, |count| "a".repeat(count);
    // A megabyte in one line.
    no_line_break: 350_000, |count| "今年以来全市经济运行总体平稳地区生产总值同比增长百分之六点五，".repeat(count / 31);
}

#[test]
fn names_of_other_languages_are_names() {
    let text = "__proto__市长constructor指出，toString公司完成<script>alert(1)</script>投资hasOwnProperty亿元，\
                “__proto__”行动计划增长5%。市委书记__defineGetter__强调。";
    let analysis = analyze(text);
    let json = serde_json::to_string(&analysis).unwrap();
    assert_eq!(serde_json::from_str::<Analysis>(&json).unwrap(), analysis);
    assert_eq!(analysis.indicators.last().map(|row| row.text.as_str()), Some("5%"));
}

#[test]
fn numbers_too_large_to_reckon_with_are_read_without_a_fault() {
    for length in 12..=34 {
        let digits = "9".repeat(length);
        for behind in ["余亿元", "万亿千百元", "亿亿元", "个多亿", "成", "成5", "多万倍", "%"] {
            analyze(&format!("全市实现产值{digits}{behind},{digits}{behind}增长{digits}.{digits}{behind}。"));
        }
        analyze(&format!("三次产业结构比为{digits}万亿:{digits}万亿:{digits}万亿,{digits}亿个半。"));
        analyze(&format!(
            "主要指标(单位:百万亿元)\n指标\t2022年\t2023年\n产值\t{digits}\t[{digits}]\n粮食\t{digits}\t5\n"
        ));
    }
}
