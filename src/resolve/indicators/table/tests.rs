//! Tables name their figures by row and column.

use crate::analysis::{Indicator, IndicatorKind, Status};
use crate::testing::ANALYZER;

fn rows(text: &str, date: &str) -> Vec<Indicator> {
    let options = crate::Options { date: date.parse().ok(), ..Default::default() };
    ANALYZER.analyze(text, &options).indicators
}

#[test]
fn heads_of_row_and_column_make_the_name() {
    let table = "2023年主要产品产量\n产品名称\t单位\t产量\t比上年增长(%)\n原煤\t万吨\t1234.5\t-3.1\n\
                 发电量\t亿千瓦时\t387.6\t2.4\n";
    let rows = rows(table, "2024-03-22");
    let form = |row: &Indicator| format!("{} {} {} {:?}", row.name, row.value.0.normalize(), row.unit, row.kind);
    let shown: Vec<String> = rows.iter().map(form).collect();
    let expected = [
        "原煤产量 12345000 吨 Level",
        "原煤产量 -3.1 % Growth",
        "发电量 38760000000 千瓦时 Level",
        "发电量 2.4 % Growth",
    ];
    assert_eq!(shown, expected);
    assert!(rows.iter().all(|row| row.start.as_deref() == Some("2023-01-01") && row.status == Status::Actual));
    assert_eq!(rows[1].baseline.as_deref(), Some("比上年"));
}

#[test]
fn plans_have_a_column_for_the_target() {
    let table = "“十四五”时期主要指标\n指标\t2020年\t2025年\t年均增长/累计\n\
                 1.地区生产总值(亿元)\t8200\t12000\t6.5%左右\n";
    let rows = rows(table, "2021-03-01");
    let shown: Vec<(&str, Status, Option<&str>)> =
        rows.iter().map(|row| (row.name.as_str(), row.status, row.end.as_deref())).collect();
    let name = "地区生产总值";
    let expected = [
        (name, Status::Actual, Some("2020-12-31")),
        (name, Status::Target, Some("2025-12-31")),
        (name, Status::Target, Some("2025-12-31")),
    ];
    assert_eq!(shown, expected);
    assert_eq!(rows[2].kind, IndicatorKind::Growth);
    assert_eq!(rows[2].start.as_deref(), Some("2021-01-01"));
}

#[test]
fn what_a_head_says_of_its_year_is_no_unit() {
    let table = "“十五五”时期主要指标\n指标\t2020年\t2025年(预计)\t2030年\n地区生产总值(亿元)\t753.9\t1062\t1500\n\
                 劳动年龄人口平均受教育年限(年)\t9.8\t10.4\t11\n";
    let rows = rows(table, "2025-12-26");
    let shown: Vec<String> = rows.iter().map(|row| format!("{} {}", row.value.0.normalize(), row.unit)).collect();
    assert_eq!(shown, ["75390000000 元", "106200000000 元", "150000000000 元", "9.8 年", "10.4 年", "11 年"]);
}

#[test]
fn rows_may_be_years_and_parts() {
    let table = "年份\t常住人口(万人)\n2019年\t890.1\n2020年\t895.4\n";
    let years: Vec<Option<String>> = rows(table, "2024-03-22").into_iter().map(|row| row.start).collect();
    assert_eq!(years, [Some("2019-01-01".to_owned()), Some("2020-01-01".to_owned())]);
    let table = "指标\t2023年末数(万人)\n总人口\t901.85\n其中:城镇\t612.3\n";
    let names: Vec<String> = rows(table, "2024-03-22").into_iter().map(|row| row.name).collect();
    assert_eq!(names, ["总人口", "总人口城镇"]);
}

#[test]
fn groups_span_rows_and_numbers_count_them() {
    let head = "类别\t序号\t指标名称\t单位\t2020年\t2025年\t属性\n";
    let whole = "经济发展\t1\t地区生产总值\t亿元\t302.6\t450\t预期性\n\t2\t实际利用外资\t万美元\t4860\t6500\t预期性\n\
                 绿色生态\t3\t单位地区生产总值能耗降低\t%\t——\t15\t约束性\n";
    // a browser copies no cell where one spans several rows
    let copied = whole.replace("\n\t", "\n");
    for body in [whole, &copied] {
        let rows = rows(&format!("主要指标\n{head}{body}"), "2021-04-19");
        let shown: Vec<String> =
            rows.iter().map(|row| format!("{} {}{}", row.name, row.value.0.normalize(), row.unit)).collect();
        let expected = [
            "地区生产总值 30260000000元",
            "地区生产总值 45000000000元",
            "实际利用外资 48600000美元",
            "实际利用外资 65000000美元",
            "单位地区生产总值能耗降低 -15%",
        ];
        assert_eq!(shown, expected);
        assert_eq!(rows[4].kind, IndicatorKind::Growth);
    }
}
