//! Plain sentences that say how an indicator was read, and what a reader should check.

use super::lexicon::Entry;
use super::naming::How;
use super::period::{Period, Source as PeriodSource};
use super::reader::Finding;
use super::status::Source as StatusSource;
use crate::analysis::{IndicatorKind, Span, Status};
use crate::text::Text;
use rust_decimal::Decimal;

/// Shares above this are seldom right.
const FULL: i64 = 100;
/// Rates of growth beyond this are seldom right.
const STEEP: i64 = 500;

/// One sentence each for name, period and status, and one for the usual indicator that the name means.
pub fn sentences(text: &Text, finding: &Finding, name: &str, entry: Option<&Entry>) -> Vec<String> {
    let mut sentences = vec![of_name(finding.how, name), of_period(text, &finding.period), of_status(text, finding)];
    sentences.extend(entry.filter(|entry| entry.name != name).map(|entry| format!("指标:即“{}”", entry.name)));
    sentences
}

fn of_name(how: How, name: &str) -> String {
    match how {
        How::Before => format!("名称:取自数字前的名词短语“{name}”"),
        How::Behind => format!("名称:取自数字后的名词“{name}”"),
        How::Both => format!("名称:由数字前后的词语合成“{name}”"),
        How::Carried => format!("名称:本句未写,沿用前一指标“{name}”"),
        How::Completed => format!("名称:本句词语不全,用前文补足为“{name}”"),
        How::List => format!("名称:并列结构按顺序对应,补全为“{name}”"),
        How::Topic => format!("名称:取自前一分句的话题“{name}”"),
        How::Table => format!("名称:由表格的行名和列名合成“{name}”"),
        How::Missing => "名称:附近没有可用的名词".to_owned(),
    }
}

fn of_period(text: &Text, period: &Period) -> String {
    let words = period.span.map(|span| text.given_slice(span)).unwrap_or_default();
    match period.source {
        PeriodSource::Clause => format!("期间:取自同一分句的“{words}”"),
        PeriodSource::Sentence => format!("期间:取自同一句前面的“{words}”"),
        PeriodSource::Group => format!("期间:取自同一段前面的“{words}”"),
        PeriodSource::Heading => format!("期间:取自标题中的“{words}”"),
        PeriodSource::Plan => "期间:按文件的规划期推定".to_owned(),
        PeriodSource::Document => "期间:按文件所述年度推定".to_owned(),
        PeriodSource::Earlier => format!("期间:沿用前一段的“{words}”"),
        PeriodSource::EveryYear => format!("期间:“{words}”为逐年目标,不定起止"),
        PeriodSource::Unknown => "期间:文中没有写明".to_owned(),
    }
}

fn of_status(text: &Text, finding: &Finding) -> String {
    let status = match finding.status {
        Status::Actual => "已发生",
        Status::Estimate => "预计",
        Status::Target => "目标",
    };
    let quote = |span: Span| text.given_slice(span);
    match finding.status_source {
        StatusSource::Clause(span) => format!("状态:分句中有“{}”,判为{status}", quote(span)),
        StatusSource::Sentence(span) => format!("状态:同句前面有“{}”,判为{status}", quote(span)),
        StatusSource::Group(span) => format!("状态:同段前面有“{}”,判为{status}", quote(span)),
        StatusSource::Time => format!("状态:按所属期间与文件日期的先后,判为{status}"),
        StatusSource::Heading => format!("状态:按所在部分的标题,判为{status}"),
        StatusSource::Scope => "状态:在“(预计,下同)”的范围内,判为预计".to_owned(),
        StatusSource::Genre => format!("状态:按文件体裁,判为{status}"),
        StatusSource::Turn => format!("状态:前文已转入今后工作,判为{status}"),
        StatusSource::Demand => "状态:分句提出要求,判为目标".to_owned(),
        StatusSource::Default => format!("状态:没有将来的标志,判为{status}"),
    }
}

/// What a reader should check.
pub fn doubts(finding: &Finding, value: Decimal, entry: Option<&Entry>) -> Vec<String> {
    let mut doubts = Vec::new();
    if finding.how == How::Missing {
        doubts.push("名称未能确定".to_owned());
    }
    if finding.how == How::Topic {
        doubts.push("名称为推定".to_owned());
    }
    let assumed = matches!(finding.period.source, PeriodSource::Plan | PeriodSource::Document | PeriodSource::Earlier);
    if assumed || finding.period.completed && finding.period.days.is_some() {
        doubts.push("期间为推定".to_owned());
    }
    if finding.kind == IndicatorKind::Share && value.abs() > Decimal::from(FULL) {
        doubts.push("比重超过100%".to_owned());
    }
    if finding.kind == IndicatorKind::Growth && value.abs() > Decimal::from(STEEP) {
        doubts.push("增长率异常".to_owned());
    }
    if let Some(entry) = entry {
        let comparable = entry.kind == finding.kind && entry.unit == finding.figure.unit;
        if comparable && (value < entry.low || value > entry.high) {
            doubts.push("数值超出常见范围".to_owned());
        }
    }
    doubts
}
