//! The words before a figure, stripped to what names the measure.

mod extras;

use super::clause::Scene;
use super::edges::{closes, front_length, tail_length, with_time_tail};
use super::words::CLASSES;
use crate::analysis::Span;
use crate::text::{Text, is_han};

/// How many words are stripped at either end at most.
const STEPS: usize = 24;
/// An owner in front of 实现 may be this long: 规模以上工业企业实现营业收入.
const OWNER: usize = 30;

/// The words before a figure: the stretches that are left and what was stripped.
#[derive(Debug, Clone, Default)]
pub struct Phrase {
    /// What is left, in order.
    pub pieces: Vec<Span>,
    /// The words stripped from the end, the last one first: 同比, 增长 …
    pub tail: Vec<Span>,
    /// The words stripped from the front.
    pub front: Vec<Span>,
    /// The words of what the figure is compared with.
    pub baseline: Option<Span>,
}

impl Phrase {
    /// Reads the words of `span`, without the times in it and without `baseline`.
    pub fn read(scene: &Scene, span: Span, baseline: Option<Span>, keep_end: bool) -> Self {
        let mut phrase = Self { pieces: vec![span], baseline, ..Self::default() };
        let next = scene.times.partition_point(|time| time.span.end <= span.start);
        for time in scene.times.iter().skip(next).take_while(|time| time.span.start < span.end) {
            phrase.remove(scene.text(), with_time_tail(scene, time.span, span.end));
        }
        if let Some(baseline) = baseline {
            phrase.remove(scene.text(), baseline);
        }
        if let Some(only) = scene.text().find("仅占", span).filter(|only| only.start > span.start) {
            phrase.remove(scene.text(), Span::new(only.start, only.start + 1));
        }
        phrase.take_alias(scene.text());
        phrase.drop_site(scene.text());
        phrase.drop_note(scene.text());
        phrase.drop_cause(scene);
        if !keep_end {
            phrase.strip_back(scene);
        }
        phrase.strip_front(scene);
        phrase.leave_promise(scene);
        phrase.drop_field(scene);
        phrase.drop_region(scene);
        phrase.restore_verb(scene);
        phrase.leave_object_marker(scene);
        phrase.drop_particle(scene.text());
        phrase
    }

    /// 低盐工艺把|用盐量, 对|监测户: the name begins behind the word that marks the object.
    fn leave_object_marker(&mut self, scene: &Scene) {
        const REST: usize = 2;
        let text = scene.text();
        let (Some(first), Some(last)) = (self.pieces.first().copied(), self.pieces.last().copied()) else { return };
        let whole = Span::new(first.start.max(last.end.saturating_sub(OWNER)), last.end);
        let tokens = scene.document.tokens.inside(whole);
        let marks = |token: &&crate::segment::Token| {
            let word = text.slice(token.span);
            let spoken = text.slice(Span::new(token.span.end, whole.end));
            let object = word == "把" || word == "对" && token.span.start == first.start;
            object && !["贡献", "拉动", "外", "口"].iter().any(|word| spoken.contains(word))
        };
        let mark = tokens.iter().rev().find(marks).map(|token| token.span);
        if let Some(mark) = mark.filter(|mark| mark.end + REST <= whole.end) {
            self.front.push(mark);
            self.start_at(mark.end);
            self.strip_front(scene);
        }
    }

    /// 完成投资, 实现就业: two characters say too little without the verb in front of them.
    fn restore_verb(&mut self, scene: &Scene) {
        let [piece] = self.pieces[..] else { return };
        let kept = |verb: &&Span| {
            ["完成", "实现", "带动", "吸引", "落实"].iter().any(|word| scene.text().ends_with(verb.end, word))
        };
        let verb = self.front.last().filter(|verb| verb.end == piece.start && verb.len() >= 2).filter(kept);
        let reached = |verb: &&Span| scene.text().ends_with(verb.end, "实现") && scene.text().slice(piece) != "就业";
        let verb = verb.filter(|verb| !reached(verb)); // 实现|产值
        if let Some(verb) = verb.filter(|_| piece.len() <= 2) {
            self.pieces = vec![Span::new(verb.end - 2, piece.end)];
        }
    }

    /// 全市累计举办…: a region in front of words without content goes with them.
    fn drop_region(&mut self, scene: &Scene) {
        let Some(first) = self.pieces.first().copied() else { return };
        let chars = scene.text().chars().get(first.start..first.end).unwrap_or_default();
        let own = CLASSES.own.at_start(chars);
        let rest = chars.get(own..).unwrap_or_default();
        if own > 0 && rest.is_empty() && self.pieces.len() > 1 {
            let next = self.pieces.get(1).copied().unwrap_or(first);
            let words = scene.text().chars().get(next.start..next.end).unwrap_or_default();
            if front_length(scene, words, next.start) > 0 {
                self.start_at(next.start);
                self.strip_front(scene); // 我市|全年|安排…
            }
            return;
        }
        if own > 0 && !rest.is_empty() && front_length(scene, rest, first.start + own) > 0 {
            self.start_at(first.start + own);
            self.strip_front(scene);
        }
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// How many code points are left.
    pub fn len(&self) -> usize {
        self.pieces.iter().map(|piece| piece.len()).sum()
    }

    /// What is left, as one string of the twin.
    pub fn words(&self, text: &Text) -> String {
        self.pieces.iter().map(|piece| text.slice(*piece)).collect()
    }

    /// Starts the phrase behind the last verb of promise in it (力争, 确保, 预计): what stands before is who promises.
    /// 实现 and 完成 only join an owner with its measure and are left out.
    fn leave_promise(&mut self, scene: &Scene) {
        const DONE: [&str; 4] = ["实现", "完成", "累计实现", "累计完成"];
        let (Some(first), Some(last)) = (self.pieces.first().copied(), self.pieces.last().copied()) else { return };
        let whole = Span::new(first.start, last.end);
        let text = scene.text();
        let tokens = scene.document.tokens.inside(whole).iter().rev().take(STEPS * 2);
        let found =
            tokens.filter(|token| token.span.start > whole.start && token.span.end + 2 <= whole.end).find(|token| {
                let words = text.slice(token.span);
                let inside = self.pieces.iter().any(|piece| piece.contains(token.span));
                let plan = matches!(words, "计划" | "预期")
                    && (text.before(token.span.start) == '度'
                        || text.ends_with(token.span.start, "占年")
                        || text.starts_with(token.span.end, "目标"));
                let life = super::sign::is_life(text, token.span.start);
                inside && !plan && !life && (CLASSES.promise.contains(words) || DONE.contains(&words))
            });
        let Some(verb) = found.map(|token| token.span) else { return };
        let far = verb.start - whole.start > OWNER;
        if CLASSES.promise.contains(text.slice(verb)) || far {
            self.front.push(verb);
            self.start_at(verb.end);
            self.strip_front(scene);
        } else {
            self.remove(text, verb);
        }
    }

    /// Whether words of the kind 五年, 三年间 were stripped, and how many years they say.
    pub fn years(&self, text: &Text) -> Option<i16> {
        let words = self.tail.iter().chain(&self.front).map(|span| text.slice(*span));
        words
            .filter_map(|word| {
                let numeral = word.trim_end_matches(['来', '间', '内']).strip_suffix('年')?;
                numeral.parse().ok().or_else(|| {
                    if numeral == "两" {
                        return Some(2);
                    }
                    "一二三四五六七八九十".chars().position(|char| numeral.chars().eq([char])).map(|at| at as i16 + 1)
                })
            })
            .next()
    }

    /// Keeps only what stands before `at`.
    pub fn cut_at(&mut self, at: usize) {
        self.pieces.retain(|piece| piece.start < at);
        if let Some(last) = self.pieces.last_mut() {
            last.end = last.end.min(at);
        }
    }

    /// Keeps only what stands from `at` on.
    pub fn start_at(&mut self, at: usize) {
        self.pieces.retain(|piece| piece.end > at);
        if let Some(first) = self.pieces.first_mut() {
            first.start = first.start.max(at);
        }
    }

    fn remove(&mut self, text: &Text, hole: Span) {
        let led = text.before(hole.start) == '于' && hole.len() > 1; // 合作社于|2020年|建成
        let hole = Span::new(hole.start - usize::from(led), hole.end);
        let mut left = Vec::with_capacity(self.pieces.len() + 1);
        for piece in &self.pieces {
            if !piece.overlaps(hole) {
                left.push(*piece);
                continue;
            }
            for part in
                [Span::new(piece.start, hole.start.max(piece.start)), Span::new(hole.end.min(piece.end), piece.end)]
            {
                let part = text.trim(part);
                if !part.is_empty() {
                    left.push(part);
                }
            }
        }
        self.pieces = left;
    }

    /// Strips verbs of reaching and growing, adverbs and marks from the end.
    pub fn strip_back(&mut self, scene: &Scene) {
        let text = scene.text();
        for _ in 0..STEPS {
            let Some(piece) = self.pieces.last_mut() else { return };
            if piece.is_empty() {
                self.pieces.pop();
                continue;
            }
            let last = text.before(piece.end);
            if !(is_han(last) || last.is_alphanumeric() || matches!(last, '”' | '》' | ')' | '%' | '’')) {
                piece.end -= 1;
                continue;
            }
            let chars = text.chars().get(piece.start..piece.end).unwrap_or_default();
            let length = tail_length(scene, chars, piece.end);
            if length == 0 {
                return;
            }
            let word = Span::new(piece.end - length, piece.end);
            self.tail.push(word);
            piece.end = word.start;
        }
    }

    /// Strips adverbs, verbs of doing without content and marks from the front.
    pub fn strip_front(&mut self, scene: &Scene) {
        let text = scene.text();
        for _ in 0..STEPS {
            let Some(piece) = self.pieces.first_mut() else { return };
            if piece.is_empty() {
                self.pieces.remove(0);
                continue;
            }
            let first = text.at(piece.start);
            let opens = matches!(first, '“' | '《' | '(' | '‘') && closes(text, *piece);
            if !(is_han(first) || first.is_alphanumeric() || opens) {
                piece.start += 1;
                continue;
            }
            let chars = text.chars().get(piece.start..piece.end).unwrap_or_default();
            let length = front_length(scene, chars, piece.start);
            if length == 0 {
                return;
            }
            self.front.push(Span::new(piece.start, piece.start + length));
            piece.start += length;
        }
    }
}
