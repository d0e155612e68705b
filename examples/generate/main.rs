//! Writes invented reports, one JSON object a line, for measuring and for trying things out:
//!
//! ```sh
//! cargo run --release --example generate -- 20000 > reports.jsonl
//! ```
//!
//! Cities, people, firms and figures are made up. The same count and seed (second argument) give the same reports;
//! their lengths are those of real ones: half are under 2,300 characters, one in twenty is over 6,000.

use std::collections::HashMap;
use std::io::{BufWriter, Write};
use std::process::ExitCode;

const SENTENCES: &str = include_str!("sentences.txt");
const KINDS: [&str; 5] = ["报告", "公报", "会议", "调研", "访谈"];
const HEADINGS: [&str; 8] = [
    "一、总体情况",
    "二、主要成效",
    "三、存在问题",
    "四、重点任务",
    "五、保障措施",
    "六、民生保障",
    "七、改革创新",
    "八、安全稳定",
];

/// SplitMix64: small, and the same numbers on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    fn within(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low + 1)
    }

    fn pick<'a, Item: ?Sized>(&mut self, list: &[&'a Item]) -> &'a Item {
        list[self.next() as usize % list.len()]
    }

    fn letter(&mut self, letters: &str) -> char {
        let at = self.within(0, letters.chars().count() as u64 - 1);
        letters.chars().nth(at as usize).unwrap_or('云')
    }
}

/// The cast of one report: the same city and the same few people all through.
struct Cast {
    year: u64,
    city: String,
    counties: Vec<String>,
    people: Vec<String>,
}

impl Cast {
    fn new(random: &mut Random) -> Self {
        let place = |random: &mut Random, end: &str| {
            format!("{}{}{end}", random.letter("澜岚沅瑾泠霁枫榆澄岱"), random.letter("川州陵浦溪原泽岭湾塘"))
        };
        let person = |random: &mut Random| {
            let surname = random.letter("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧");
            let given: String =
                (0..random.within(1, 2)).map(|_| random.letter("志远明华建国丽敏海波晓东雪梅振宁思源文博")).collect();
            format!("{surname}{given}")
        };
        Self {
            year: random.within(2016, 2024),
            city: place(random, "市"),
            counties: (0..4).map(|number| place(random, ["县", "区", "县", "市"][number])).collect(),
            people: (0..7).map(|_| person(random)).collect(),
        }
    }

    /// What stands for a slot.
    fn fill(&self, slot: &str, random: &mut Random) -> String {
        let from = |list: &[String], random: &mut Random| list[random.next() as usize % list.len()].clone();
        let number = |random: &mut Random, low, high| random.within(low, high).to_string();
        match slot {
            "year" => self.year.to_string(),
            "next" => (self.year + random.within(1, 3)).to_string(),
            "month" => number(random, 1, 12),
            "day" => number(random, 1, 28),
            "city" => self.city.clone(),
            "county" => from(&self.counties, random),
            "person" => from(&self.people, random),
            "percent" => format!("{}.{}", random.within(1, 18), random.within(0, 9)),
            "tiny" => format!("{}.{}", random.within(0, 9), random.within(1, 99)),
            "share" => format!("{}.{}", random.within(30, 97), random.within(0, 9)),
            "few" => number(random, 3, 12),
            "count" => number(random, 13, 480),
            "tens" => number(random, 20, 900),
            "small" => format!("{}.{}", random.within(5, 600), random.within(0, 9)),
            "amount" => number(random, 600, 9800),
            "people" => format!("{}.{}万", random.within(1, 20), random.within(1, 99)),
            "income" => number(random, 18_000, 62_000),
            "project" => format!(
                "{}{}",
                random.letter("东西南北新"),
                random.pick(&["湖大桥", "站综合枢纽", "城快速路", "岭抽水蓄能电站", "区污水处理厂", "港物流园"])
            ),
            "firm" => format!(
                "{}{}{}",
                random.letter("恒瑞宏盛泰和"),
                random.letter("源达通科信远"),
                random.pick(&["集团", "重工", "新材料公司", "生物科技有限公司"])
            ),
            "org" => random
                .pick(&["市发改委", "市工信局", "市财政局", "市住建局", "市应急管理局", "市行政审批局"])
                .to_owned(),
            other => format!("{{{other}}}"),
        }
    }

    fn write(&self, sentence: &str, random: &mut Random) -> String {
        let mut words = String::new();
        let mut rest = sentence;
        while let Some((before, behind)) = rest.split_once('{') {
            let (slot, after) = behind.split_once('}').unwrap_or((behind, ""));
            words += before;
            words += &self.fill(slot, random);
            rest = after;
        }
        words + rest
    }
}

fn sections() -> HashMap<&'static str, Vec<&'static str>> {
    let mut sections: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut name = "";
    for line in SENTENCES.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(section) => name = section,
            None => sections.entry(name).or_default().push(line),
        }
    }
    sections
}

fn report(number: u64, seed: u64, sections: &HashMap<&str, Vec<&str>>) -> serde_json::Value {
    let mut random = Random(seed ^ number.wrapping_mul(0xD1B5_4A32_D192_ED03));
    let cast = Cast::new(&mut random);
    let kind = random.pick(&KINDS);
    let title = cast.write(random.pick(&sections[format!("title:{kind}").as_str()]), &mut random);
    let (month, day) = (random.within(1, 12), random.within(1, 28));
    let mut text =
        format!("{title}\n来源:{}日报 {}-{month:02}-{day:02}\n", cast.city.trim_end_matches('市'), cast.year);
    // Sentences: mostly some dozens, now and then hundreds.
    let sentences = match random.within(1, 20) {
        1 => random.within(150, 400),
        2..=6 => random.within(60, 120),
        _ => random.within(15, 60),
    };
    let list = &sections[kind];
    for at in 0..sentences {
        if kind == "报告" && at % 12 == 0 {
            text += "\n";
            text += HEADINGS[(at as usize / 12) % HEADINGS.len()];
            text += "\n";
        }
        text += &cast.write(random.pick(list), &mut random);
        if kind == "访谈" || random.within(1, 4) == 1 {
            text += "\n";
        }
    }
    text += &format!("\n(记者 {})\n", cast.people[0]);
    serde_json::json!({ "id": format!("report-{number:07}"), "date": format!("{}-{month:02}-{day:02}", cast.year), "text": text })
}

fn main() -> ExitCode {
    let numbers: Vec<u64> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let Some(&count) = numbers.first() else {
        eprintln!("usage: generate COUNT [SEED] > reports.jsonl");
        return ExitCode::FAILURE;
    };
    let (sections, seed) = (sections(), numbers.get(1).copied().unwrap_or(1));
    let mut out = BufWriter::new(std::io::stdout().lock());
    let written = (0..count).try_for_each(|number| writeln!(out, "{}", report(number, seed, &sections)));
    match written.and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("generate: {error}");
            ExitCode::FAILURE
        }
    }
}
