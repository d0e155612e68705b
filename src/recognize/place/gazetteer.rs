//! The gazetteer: divisions of China with codes and parents.
//!
//! Counties and above are part of the program. Townships are an asset of their own, which the native build
//! carries and the page loads after it is shown: [`crate::Analyzer::add_townships`].

use crate::analysis::PlaceLevel;
use crate::lexicon::{Filter, both, rows};
use rustc_hash::FxHashMap as HashMap;
use std::borrow::Cow;
use std::sync::LazyLock;

/// The list of townships as the native build carries it; the page loads the same file.
#[cfg(not(target_arch = "wasm32"))]
const TOWNSHIPS: &[u8] = include_bytes!("townships.tsv");

/// Divisions from province to county, indexed once a process.
pub static DIVISIONS: LazyLock<Divisions> = LazyLock::new(|| {
    let [divisions, former] = [include_str!("divisions.tsv"), include_str!("former.tsv")];
    Divisions::new(divisions, former, include_str!("abolished.tsv"), include_str!("briefs.tsv"))
});

/// A division from province to county.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Division {
    /// Six digits.
    pub code: &'static str,
    /// Full name: 徐州市.
    pub name: &'static str,
    /// Name without the word for its class (徐州); the full name where that would leave one character (沛县).
    pub short: &'static str,
    /// Province, prefecture or county.
    pub level: PlaceLevel,
}

impl Division {
    /// The division above it; None for provinces.
    pub fn parent(&self) -> Option<&'static Division> {
        match self.level {
            PlaceLevel::County => DIVISIONS
                .by_code(&format!("{}00", &self.code[..4]))
                .or_else(|| DIVISIONS.by_code(&self.province_code())),
            PlaceLevel::Prefecture => DIVISIONS.by_code(&self.province_code()),
            _ => None,
        }
    }

    /// The province it lies in, itself if it is one.
    pub fn province(&self) -> Option<&'static Division> {
        DIVISIONS.by_code(&self.province_code())
    }

    /// The prefecture it lies in, itself if it is one.
    pub fn prefecture(&self) -> Option<&'static Division> {
        DIVISIONS.by_code(&format!("{}00", &self.code[..4])).filter(|above| above.level == PlaceLevel::Prefecture)
    }

    /// Whether `other` lies inside or is the same.
    pub fn holds(&self, other: &Division) -> bool {
        other.code.starts_with(self.prefix())
    }

    /// The digits that the codes of all divisions inside begin with.
    pub fn prefix(&self) -> &'static str {
        let digits = match self.level {
            PlaceLevel::Province => 2,
            PlaceLevel::Prefecture => 4,
            _ => 6,
        };
        self.code.get(..digits).unwrap_or(self.code)
    }

    /// 大理州, 漾濞县: how the name of an autonomous division is written for short; None for the others.
    fn brief(&self) -> Option<String> {
        let class = ["自治州", "自治县", "自治旗"].into_iter().find(|class| self.name.ends_with(class))?;
        Some(format!("{}{}", self.short, class.trim_start_matches("自治")))
    }

    fn province_code(&self) -> String {
        format!("{}0000", &self.code[..2])
    }
}

/// How a name stands for a division.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// 徐州市.
    Full,
    /// 徐州.
    Short,
    /// A name it bore once: 襄樊市.
    Former,
}

/// All divisions from province to county, by code and by name.
#[derive(Debug)]
pub struct Divisions {
    list: Vec<Division>,
    names: HashMap<&'static str, Vec<(u32, Form)>>,
    /// Longest name by its first two characters, to try no more than needed.
    longest: HashMap<u64, usize>,
}

impl Divisions {
    fn new(divisions: &'static str, former: &'static str, abolished: &'static str, briefs: &'static str) -> Self {
        let mut list: Vec<Division> = rows(divisions).filter_map(|row| division(&row)).collect();
        // names of abolished counties go in last: a division of today comes first
        let gone: Vec<Division> = rows(abolished).filter_map(|row| division(&row)).collect();
        let gone = gone.into_iter().map(|division| Division { short: division.name, ..division });
        list.extend(gone.clone());
        crate::sorted::by_key(&mut list, |division| division.code);
        list.dedup_by_key(|division| division.code);
        let gone: Vec<&'static str> = gone.map(|division| division.code).collect();
        let mut all = Self { list, names: HashMap::default(), longest: HashMap::default() };
        for number in 0..all.list.len() {
            let division = all.list[number];
            if gone.contains(&division.code) {
                continue;
            }
            all.add(division.name, number, Form::Full);
            if division.short != division.name {
                all.add(division.short, number, Form::Short);
            }
        }
        for number in 0..all.list.len() {
            let brief = all.list[number].brief();
            if let Some(brief) = brief.filter(|brief| !all.names.contains_key(brief.as_str())) {
                all.add(brief.leak(), number, Form::Full);
            }
        }
        for (brief, number) in all.numbered(briefs) {
            all.add(brief, number, Form::Full);
        }
        for number in 0..all.list.len() {
            let division = all.list[number];
            if gone.contains(&division.code) {
                all.add(division.name, number, Form::Former);
            }
        }
        for (name, number) in all.numbered(former) {
            all.add(name, number, Form::Former);
            all.add(class_cut(name), number, Form::Former);
        }
        all
    }

    /// The names of a list with the number of the division whose code stands behind each.
    fn numbered(&self, list: &'static str) -> Vec<(&'static str, usize)> {
        let number = |code: &&str| self.list.binary_search_by_key(code, |division| division.code).ok();
        rows(list).filter_map(|row| Some((*row.first()?, number(row.get(1)?)?))).collect()
    }

    fn add(&mut self, name: &'static str, number: usize, form: Form) {
        let entry = self.names.entry(name).or_default();
        if entry.iter().any(|&(other, _)| other == number as u32) {
            return;
        }
        entry.push((number as u32, form));
        let mut chars = name.chars();
        if let (Some(first), Some(second)) = (chars.next(), chars.next()) {
            let longest = self.longest.entry(both(first, second)).or_default();
            *longest = (*longest).max(name.chars().count());
        }
    }

    /// All divisions, sorted by code.
    pub fn list(&self) -> &[Division] {
        &self.list
    }

    /// The division with this six-digit code.
    pub fn by_code(&self, code: &str) -> Option<&Division> {
        let at = self.list.binary_search_by_key(&code, |division| division.code).ok()?;
        self.list.get(at)
    }

    /// The divisions that bear `name` in full, in short or did so once.
    pub fn named(&self, name: &str) -> impl Iterator<Item = (&Division, Form)> {
        let entries = self.names.get(name).map_or(&[][..], Vec::as_slice);
        entries.iter().map(|&(number, form)| (&self.list[number as usize], form))
    }

    /// Whether `name` is any division's name.
    pub fn knows(&self, name: &str) -> bool {
        self.names.contains_key(name)
    }

    /// How many code points the longest name has that begins with these two characters.
    pub fn longest_from(&self, first: char, second: char) -> usize {
        self.longest.get(&both(first, second)).copied().unwrap_or(0)
    }
}

fn division(row: &[&'static str]) -> Option<Division> {
    let (code, name) = (*row.first()?, *row.get(1)?);
    let short = row.get(2).copied().unwrap_or_else(|| class_cut(name));
    let level = match (code.get(2..4)?, code.get(4..6)?) {
        ("00", "00") => PlaceLevel::Province,
        (_, "00") => PlaceLevel::Prefecture,
        _ if NO_COUNTY.contains(&code) => PlaceLevel::Prefecture,
        _ => PlaceLevel::County,
    };
    Some(Division { code, name, short, level })
}

/// Codes that do not end in 00 and yet are prefectures; none at present.
const NO_COUNTY: [&str; 0] = [];

/// `name` without its last character where at least two are left.
fn class_cut(name: &'static str) -> &'static str {
    match name.char_indices().next_back() {
        Some((at, _)) if name[..at].chars().count() >= 2 => &name[..at],
        _ => name,
    }
}

/// A list of townships that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TownshipsError;

impl std::fmt::Display for TownshipsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the list of townships is not UTF-8 or not sorted lines of a name and nine-digit codes")
    }
}

impl std::error::Error for TownshipsError {}

/// The divisions that one analyzer knows: counties and above always, townships where they were given.
#[derive(Debug, Clone, Default)]
pub struct Gazetteer {
    townships: Cow<'static, str>,
    /// Every code with the place of its line in the list, sorted.
    by_code: Vec<(u32, u32)>,
    /// The two characters that names begin with: most look-ups end here.
    begins: Option<Box<Filter<1024>>>,
}

impl Gazetteer {
    /// With the townships that the native build carries.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn bundled() -> Self {
        let townships = std::str::from_utf8(TOWNSHIPS).unwrap_or_default();
        Self::indexed(Cow::Borrowed(body(townships))).unwrap_or_default()
    }

    /// With the townships of `list`, a file of the form of townships.tsv.
    ///
    /// # Errors
    /// [`TownshipsError`] where it is of another form.
    pub fn with_townships(list: &[u8]) -> Result<Self, TownshipsError> {
        let list = body(std::str::from_utf8(list).map_err(|_| TownshipsError)?);
        Self::indexed(Cow::Owned(list.to_owned()))
    }

    fn indexed(townships: Cow<'static, str>) -> Result<Self, TownshipsError> {
        let (mut by_code, mut begins) = (Vec::new(), Box::<Filter<1024>>::default());
        let (mut before, mut start) = ("", 0);
        for line in townships.split_inclusive('\n') {
            let (name, codes) = line.trim_end().split_once('\t').ok_or(TownshipsError)?;
            if name <= before {
                return Err(TownshipsError);
            }
            for code in codes.split(' ') {
                let right = code.len() == 9 && code.bytes().all(|byte| byte.is_ascii_digit());
                by_code.push((code.parse().ok().filter(|_| right).ok_or(TownshipsError)?, start as u32));
            }
            begins.add(beginning(name));
            (before, start) = (name, start + line.len());
        }
        by_code.sort_unstable();
        Ok(Self { by_code, begins: Some(begins), townships })
    }

    /// The nine-digit codes of the townships called `name`; a binary search over the sorted lines.
    pub fn townships_named(&self, name: &str) -> impl Iterator<Item = &str> {
        self.township_line(name).unwrap_or_default().split(' ').filter(|code| !code.is_empty())
    }

    fn township_line(&self, name: &str) -> Option<&str> {
        if !self.begins.as_ref()?.may_have(beginning(name)) {
            return None;
        }
        let list: &str = &self.townships;
        let (mut low, mut high) = (0, list.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = list.as_bytes()[..middle].iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
            let end =
                list.as_bytes()[middle..].iter().position(|&byte| byte == b'\n').map_or(list.len(), |at| middle + at);
            let (key, codes) = list.get(start..end)?.split_once('\t')?;
            match key.cmp(name) {
                std::cmp::Ordering::Equal => return Some(codes),
                std::cmp::Ordering::Less => low = end + 1,
                std::cmp::Ordering::Greater => high = start,
            }
        }
        None
    }

    /// Names and codes of the townships whose code begins with `prefix`, in the order of the list.
    pub fn townships_in<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let unit = 10_u32.pow(9 - prefix.len().min(9) as u32);
        let first = prefix.parse::<u32>().unwrap_or(0).saturating_mul(unit);
        let from = self.by_code.partition_point(|&(code, _)| code < first);
        let to = self.by_code.partition_point(|&(code, _)| code < first.saturating_add(unit));
        let mut lines: Vec<u32> = self.by_code[from..to].iter().map(|&(_, line)| line).collect();
        lines.sort_unstable();
        lines.dedup();
        lines.into_iter().filter_map(move |start| {
            let (name, codes) = self.townships.get(start as usize..)?.lines().next()?.split_once('\t')?;
            let code = codes.split(' ').find(|code| code.starts_with(prefix))?;
            Some((name, code))
        })
    }

    /// Whether townships are known.
    pub fn has_townships(&self) -> bool {
        !self.townships.is_empty()
    }
}

/// One number for the first two characters of a name.
fn beginning(name: &str) -> u32 {
    let mut chars = name.chars();
    let (first, second) = (chars.next().unwrap_or_default() as u32, chars.next().unwrap_or_default() as u32);
    first.wrapping_mul(0x9E37_79B1) ^ second
}

/// The list without its header lines.
fn body(list: &str) -> &str {
    let mut rest = list;
    while rest.starts_with('#') {
        rest = rest.split_once('\n').map_or("", |(_, after)| after);
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divisions_know_their_parents() {
        let (division, form) = DIVISIONS.named("邗江").next().unwrap();
        assert_eq!((division.name, form), ("邗江区", Form::Short));
        assert_eq!(division.parent().map(|above| above.name), Some("扬州市"));
        assert_eq!(division.province().map(|above| above.name), Some("江苏省"));
        let short = |name: &str| DIVISIONS.named(name).next().map(|(division, _)| division.name);
        assert_eq!(short("恩施"), Some("恩施土家族苗族自治州"));
        assert_eq!(short("内蒙古"), Some("内蒙古自治区"));
        assert_eq!(short("襄樊"), Some("襄阳市"));
        assert_eq!(short("沛"), None);
    }

    #[test]
    fn every_township_is_found() {
        let gazetteer = Gazetteer::bundled();
        for line in gazetteer.townships.lines() {
            let (name, codes) = line.split_once('\t').unwrap();
            assert_eq!(gazetteer.townships_named(name).collect::<Vec<_>>().join(" "), codes);
        }
        assert_eq!(gazetteer.townships_named("没有这个镇").count(), 0);
    }

    #[test]
    fn a_loaded_list_equals_the_bundled_one() {
        let loaded = Gazetteer::with_townships(TOWNSHIPS).unwrap();
        assert_eq!(loaded.townships, Gazetteer::bundled().townships);
        assert_eq!(Gazetteer::with_townships(b"a\tb\n").unwrap_err(), TownshipsError);
        assert_eq!(Gazetteer::with_townships(&[0xFF]).unwrap_err(), TownshipsError);
    }
}
