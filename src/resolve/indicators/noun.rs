//! The noun behind a counted number: 实施175项|积水点治理工程.

use super::clause::Scene;
use super::lexicon;
use super::name::measure_length;
use super::words::CLASSES;
use crate::analysis::Span;
use crate::text::{Text, is_among, is_han};

/// How far the noun may reach.
const LONGEST: usize = 40;
/// A noun up to this length takes the short predicate behind it along: 企业成功上市.
const SHORT: usize = 3;
const PREDICATE: usize = 6;

/// The noun phrase that starts right at `from`, not going beyond `end`; `figure` where the next figure starts.
/// `moved` says that the counted things are the object of 把, 对 or 为.
pub fn behind(scene: &Scene, from: usize, end: usize, figure: Option<usize>, moved: bool) -> Option<Span> {
    let text = scene.text();
    let mut start = from;
    if text.at(start) == '的' {
        start += 1;
    }
    let limit = end.min(start + LONGEST).min(figure.unwrap_or(end));
    if start >= limit || !opens(text.at(start)) || matches!(text.at(start), '了' | '到' | '至') {
        return None;
    }
    let counted = if matches!(text.at(start), '两' | '三' | '四' | '多') { start + 1 } else { start };
    let steps = if counted > start && matches!(text.at(counted), '个' | '大') { counted + 1 } else { start };
    let barrier = CLASSES.barrier.iter().find(|word| text.starts_with(steps, word)); // 突破3500亿元、4000亿元两个|关口
    if barrier.is_some_and(|word| *word != "规模" || !text.starts_with(start, "规模以上")) {
        return None;
    }
    let ahead = text.chars().get(start..limit).unwrap_or_default();
    let moves = CLASSES.growth.at_start(ahead).max(CLASSES.decline.at_start(ahead));
    let reaches = CLASSES.tail.at_start(ahead);
    let reaches = reaches > 1 && matches!(ahead.get(reaches - 1), Some('到' | '至'));
    if moves > 1 && scene.document.tokens.is_boundary(start + moves) && !ahead.starts_with(&['新', '增']) || reaches {
        return None;
    }
    let mut stop = (start..limit).find(|&at| !inside(text.at(at))).unwrap_or(limit);
    if figure.is_some() {
        stop = behind_kinds(text, Span::new(start, stop)).unwrap_or(stop);
    }
    if let Some(time) = scene.times.get(scene.times.partition_point(|time| time.span.start < start)) {
        stop = stop.min(time.span.start.max(start));
    }
    let reaches = |next: usize| {
        let between = text.chars().get(stop..next).unwrap_or_default();
        next == stop || CLASSES.tail.at_start(between) == between.len()
    };
    if figure.is_some_and(|next| next >= stop && reaches(next)) {
        stop = before_next(scene, start, without_joint(scene, start, stop));
    }
    if stop == limit && limit < end && figure != Some(limit) {
        stop = word_edge(scene, stop); // cut by length
    }
    stop = place_edge(scene, Span::new(start, stop)).unwrap_or(stop);
    stop = listed_edge(text, Span::new(start, stop)).unwrap_or(stop);
    let last = figure.is_none_or(|figure| figure > stop);
    let noun = without_predicate(scene, Span::new(start, stop), last, moved);
    let noun = text.trim(without_owned(scene, noun));
    (!noun.is_empty() && text.slice(noun) != "等").then_some(noun)
}

fn opens(char: char) -> bool {
    is_han(char) || char.is_ascii_alphanumeric() || matches!(char, '“' | '《' | '‘')
}

fn inside(char: char) -> bool {
    opens(char) || matches!(char, '”' | '》' | '’' | '、' | '·' | '-' | '—' | '/' | '+' | '(' | ')' | '%' | '.' | ' ')
}

/// 118个行政村(社区)|村级集体经济收入…: where the kinds of divisions end that are counted together.
fn behind_kinds(text: &Text, noun: Span) -> Option<usize> {
    const LONGEST: usize = 8;
    let open = (noun.start + 1..noun.end).find(|&at| text.at(at) == '(')?;
    let close = (open..noun.end.min(open + LONGEST)).find(|&at| text.at(at) == ')')?;
    let division = |at: usize| is_among(text.before(at), "村镇乡县区市旗道");
    (division(open) && is_among(text.before(close), "区市道镇乡场旗村")).then_some(close + 1)
}

/// Where the noun ends that says only where something is or is done: 184公里边境线|上每天都有…, 30个小区|内新增….
fn place_edge(scene: &Scene, noun: Span) -> Option<usize> {
    const SHORTEST: usize = 2;
    let (text, tokens) = (scene.text(), &scene.document.tokens);
    let acts = |token: &crate::segment::Token| matches!(&*token.tag, "v" | "d" | "r" | "t" | "vd");
    let ends = |at: &usize| {
        is_among(text.at(*at), "上里内") && tokens.is_boundary(at + 1) && tokens.at(at + 1).is_some_and(acts)
    };
    (noun.start + SHORTEST..noun.end.saturating_sub(1)).find(ends)
}

/// Where the last member of a list ends whose class follows: 20万吨球形石墨、5万吨|负极材料|等项目建设.
fn listed_edge(text: &Text, noun: Span) -> Option<usize> {
    const SHORTEST: usize = 2;
    const CLASS: [&str; 4] = ["项目", "工程", "重点项目", "重大项目"];
    let closing = (noun.start + SHORTEST..noun.end).find(|&at| text.at(at) == '等')?;
    let class = CLASS.iter().any(|class| text.starts_with(closing + 1, class));
    let lone = !(noun.start..closing).any(|at| matches!(text.at(at), '、' | '“' | '《'));
    (class && lone).then_some(closing)
}

fn word_edge(scene: &Scene, at: usize) -> usize {
    scene.document.tokens.at(at).map_or(at, |token| token.span.start)
}

/// `stop` before the 和 that joins the noun to the next count.
fn without_joint(scene: &Scene, start: usize, stop: usize) -> usize {
    let joins = matches!(scene.text().before(stop), '和' | '与' | '及') && stop > start + 2;
    if joins && scene.document.tokens.is_boundary(stop - 1) { stop - 1 } else { stop }
}

/// Where the noun ends when the next figure follows in the same clause: before the mark that joins the two or before the
/// measure that belongs to the next.
fn before_next(scene: &Scene, start: usize, stop: usize) -> usize {
    let text = scene.text();
    if let Some(mark) = (start..stop).rev().find(|at| text.at(*at) == '、') {
        return mark;
    }
    let mut stop = stop;
    for _ in 0..6 {
        let chars = text.chars().get(start..stop).unwrap_or_default();
        let length = CLASSES
            .tail
            .all_at_end(chars)
            .find(|&length| length > 1 || scene.document.tokens.is_boundary(stop - length));
        match length {
            Some(length) if length < chars.len() => stop -= length,
            _ => break,
        }
    }
    const EACH: [&str; 6] = ["户均", "人均", "亩均", "年均", "日均", "月均"];
    if EACH.iter().any(|word| text.ends_with(stop, word)) && stop - start >= 2 {
        return stop - 2;
    }
    let noun = Span::new(start, stop);
    let rate = CLASSES.whole.at_end(text.chars().get(noun.start..noun.end).unwrap_or_default()); // 重点项目|开工率
    let measure = measure_length(text, noun).max(rate);
    let measure = if measure == noun.len() { measure_of_things(text, noun) } else { measure };
    if measure < 2 || measure >= stop - start || word_edge(scene, stop - measure) <= start {
        return stop;
    }
    let end = word_edge(scene, stop - measure); // 村集体经济|年收入
    const DONE: [&str; 4] = ["累计建成", "累计完成", "累计实现", "累计"]; // 产业园区|累计建成面积
    let done = DONE.iter().find(|word| text.ends_with(end, word)).map_or(0, |word| word.chars().count());
    if done == end - start {
        start // 入园企业30家|累计|实现产值
    } else if done + 2 <= end - start {
        end - done
    } else {
        end
    }
}

/// 12个国考断面|水质优良比例: the shortest measure that leaves the things which are counted before it; 0 where none does.
fn measure_of_things(text: &Text, noun: Span) -> usize {
    const THINGS: usize = 2;
    const SHORTEST: usize = 4;
    let known = |length: &usize| lexicon::find(text.slice(Span::new(noun.end - length, noun.end)), &[]).is_some();
    (SHORTEST..=noun.len().saturating_sub(THINGS)).find(known).unwrap_or(0)
}

/// `span` up to the predicate in it: 重大改革课题|开展调研.
fn without_predicate(scene: &Scene, span: Span, last: bool, moved: bool) -> Span {
    let text = scene.text();
    let mut named = false;
    for token in scene.document.tokens.inside(span) {
        let words = text.chars().get(token.span.start..token.span.end).unwrap_or_default();
        let predicate = CLASSES.predicate.has(words);
        let told = matches!(text.slice(token.span), "全部" | "陆续" | "相继" | "先后" | "逐户" | "逐一");
        if token.span.start == span.start && told {
            return Span::new(span.start, span.start); // 渔民1862名|全部纳入…
        }
        if token.span.start == span.start && predicate && !matches!(&*token.tag, "vn" | "n") {
            if words.len() == 1 || matches!(text.slice(token.span), "以上" | "以下" | "左右" | "增长" | "下降" | "同比")
            {
                return Span::new(span.start, span.start);
            }
            continue;
        }
        let class =
            matches!(text.slice(token.span), "以上" | "以下") && matches!(text.before(token.span.start), '元' | '级'); // 亿元以上项目, 县级以上企业
        if predicate && text.ends_with(token.span.start, "重点") && text.starts_with(token.span.end, "项目") {
            continue; // 重点推进项目
        }
        if named && (predicate || &*token.tag == "i") && !class {
            let opened = text.starts_with(token.span.start, "复工") && text.before(token.span.start) == '开';
            let end = token.span.start - usize::from(opened);
            let already = text.before(end) == '已' && end > span.start + 2;
            let noun = text.trim(Span::new(span.start, end - usize::from(already)));
            let rest = span.end - token.span.start;
            let going_on = matches!(text.slice(token.span), "正在" | "已经");
            let short = noun.len() <= SHORT && rest <= PREDICATE && last && words.len() > 1 && !going_on && !moved;
            return if short { span } else { noun };
        }
        let whole = token.span.len() >= 2 || matches!(text.at(token.span.end), '到' | '上' | '出' | '进');
        let verb = matches!(token.tag.as_ref(), "v" | "d" | "vd" | "nr" | "zg") && !predicate && whole;
        if named && token.tag.starts_with('v') && does(text, token.span) || named && moved && verb {
            return text.trim(Span::new(span.start, token.span.start)); // 合作农户|投保了…
        }
        named |= !matches!(token.tag.as_ref(), "d" | "p" | "c" | "u" | "uj" | "ul" | "v" | "x" | "f")
            || words.iter().any(char::is_ascii_alphabetic);
    }
    if text.ends_with(span.end, "中") && span.len() > 2 && scene.document.tokens.is_boundary(span.end - 1) {
        return Span::new(span.start, span.end - 1);
    }
    span
}

/// Whether what follows the verb over `span` shows that it is one: 赶上了, 挂着, 改造而成.
fn does(text: &Text, span: Span) -> bool {
    matches!(text.at(span.end), '了' | '着' | '过')
        || text.starts_with(span.end, "而成")
        || text.at(span.end) == '“'
        || ["顺利", "良好", "有序", "平稳", "迅速"].iter().any(|word| text.starts_with(span.end, word))
        || matches!(text.before(span.end), '了' | '着')
}

/// 30个城市|的门店, 12万果农|的日子: who or where is counted ends before 的.
fn without_owned(scene: &Scene, noun: Span) -> Span {
    const LONGEST_OWNER: usize = 8;
    let text = scene.text();
    let stop = noun.end.min(noun.start + LONGEST_OWNER);
    let of = (noun.start..stop).find(|&at| text.at(at) == '的');
    let whose = of.filter(|&at| {
        CLASSES.whose.iter().any(|word| text.ends_with(at, word) && at - noun.start <= word.chars().count() + 2)
    });
    whose.map_or(noun, |at| Span::new(noun.start, at))
}
