//! Values, periods and labels in the words that a reader expects.

mod label;
mod period;

use crate::analysis::{Comparator, Indicator, IndicatorKind, Number};
use crate::locale::{self, t, t_with};
pub use label::{
    comparator_label, doubt_label, figure_label, level_label, organization_label, quote_label, status_label,
    status_slug, tenure_label,
};
pub use period::period;
use rust_decimal::Decimal;

/// `number` with groups of three digits: 845,800,000,000.
pub fn grouped(number: Number) -> String {
    let plain = number.0.normalize().to_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("−", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// `number` with a word for its scale where it is large: 8,458亿, 845.8bn.
pub fn short(number: Number) -> String {
    const WORDS: [&str; 3] = ["number-scale-1", "number-scale-2", "number-scale-3"];
    let scales = locale::language().scales().map(|power| 10_i64.pow(power));
    let size = number.0.abs();
    // 12,345 is read as easily as 1.2345万; the first scale starts a digit later.
    let fits = |at: &usize| size >= Decimal::from(if *at == 0 { scales[0] * 10 } else { scales[*at] });
    let Some(at) = (0..scales.len()).rev().find(fits) else { return grouped(Number(number.0.round_dp(4))) };
    let scaled = number.0.checked_div(Decimal::from(scales[at])).unwrap_or(number.0).round_dp(4);
    t_with(WORDS[at], &[("n", grouped(Number(scaled)).into())])
}

/// The whole value: comparator, number (or range) and unit, short.
pub fn compact(indicator: &Indicator) -> String {
    let sign = comparator_sign(indicator.comparator);
    match indicator.max {
        Some(max) => format!("{}–{}{}", short(indicator.value), short(max), indicator.unit),
        None => format!("{sign}{}{}", short(indicator.value), indicator.unit),
    }
}

/// The value as the text has it; the bare number of a table's cell with its unit.
pub fn written(indicator: &Indicator) -> String {
    let bare = !indicator.text.chars().any(|char| char.is_alphabetic() || matches!(char, '%' | '‰'));
    if bare && !indicator.unit.is_empty() { compact(indicator) } else { indicator.text.clone() }
}

/// The whole value written out in full.
pub fn full(indicator: &Indicator) -> String {
    match indicator.max {
        Some(max) => format!("{}–{} {}", grouped(indicator.value), grouped(max), indicator.unit),
        None => format!("{} {}", grouped(indicator.value), indicator.unit),
    }
}

/// The first `limit` characters of `words` on one line.
pub fn excerpt(words: &str, limit: usize) -> String {
    let mut out: String = words.chars().filter(|char| !char.is_control()).take(limit).collect();
    if words.chars().count() > limit {
        out.push('…');
    }
    out
}

/// The sign that stands before a value.
pub fn comparator_sign(comparator: Comparator) -> String {
    let sign = match comparator {
        Comparator::Equal | Comparator::Range => "",
        Comparator::Greater => ">",
        Comparator::AtLeast => "≥",
        Comparator::Less => "<",
        Comparator::AtMost => "≤",
        Comparator::About => return t("sign-about"),
    };
    sign.to_owned()
}

/// How much of a bar a share or growth fills, 0 to 100; `None` for figures without a natural scale.
pub fn bar(indicator: &Indicator) -> Option<f64> {
    use rust_decimal::prelude::ToPrimitive;
    let percent = matches!(indicator.unit.as_str(), "%" | "百分点");
    let share = matches!(indicator.kind, IndicatorKind::Share | IndicatorKind::Growth);
    let size = indicator.value.0.abs().to_f64()?;
    (percent && share).then_some(size.min(100.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number(text.parse().unwrap())
    }

    #[test]
    fn numbers_are_grouped_and_shortened() {
        for (plain, group, brief) in [
            ("0", "0", "0"),
            ("999", "999", "999"),
            ("12345.60", "12,345.6", "12,345.6"),
            ("845800000000", "845,800,000,000", "8,458亿"),
            ("1200000000000", "1,200,000,000,000", "1.2万亿"),
            ("-320000", "−320,000", "−32万"),
        ] {
            assert_eq!(grouped(number(plain)), group);
            assert_eq!(short(number(plain)), brief);
        }
    }

    #[test]
    fn the_number_of_a_cell_has_its_unit() {
        let text = "指标\t单位\t2023年\n地区生产总值\t亿元\t302.6\n城镇化率\t%\t62\n";
        let analysis = crate::testing::ANALYZER.analyze(text, &crate::Options::default());
        let written: Vec<String> = analysis.indicators.iter().map(written).collect();
        assert_eq!(written, ["302.6亿元", "62%"]);
        let analysis = crate::testing::ANALYZER.analyze("全市粮食产量12.5万吨。", &crate::Options::default());
        assert_eq!(super::written(&analysis.indicators[0]), "12.5万吨");
    }

    #[test]
    fn values_are_said_in_english() {
        locale::set_language(locale::Language::English);
        for (plain, brief) in
            [("320000", "320,000"), ("12500000", "12.5m"), ("845800000000", "845.8bn"), ("-1200000000000", "−1.2tn")]
        {
            assert_eq!(short(number(plain)), brief);
        }
    }
}
