//! What stands among the words before a figure and is no part of a name: notes in brackets, causes, fields of work.

use super::Phrase;
use crate::analysis::Span;
use crate::resolve::indicators::clause::Scene;
use crate::resolve::indicators::words::CLASSES;
use crate::text::Text;

impl Phrase {
    /// 云岭至白石疏港公路(以下简称“云白公路”)|全长: the short form stands for the long one.
    pub(super) fn take_alias(&mut self, text: &Text) {
        const LONGEST: usize = 16;
        let Some(piece) = self.pieces.first().copied() else { return };
        let declared = (piece.start..piece.end).rev().find(|&at| text.starts_with(at, "简称“"));
        let Some(open) = declared.map(|at| at + 3) else { return };
        let close = (open..piece.end.min(open + LONGEST)).find(|&at| text.at(at) == '”');
        if let Some(close) = close.filter(|&close| text.at(close + 1) == ')') {
            self.start_at(open);
            self.remove(text, Span::new(close, close + 2));
        }
    }

    /// 位于长兴县的|天能集团投资: where an owner is is no part of the name.
    pub(super) fn drop_site(&mut self, text: &Text) {
        const LONGEST: usize = 20;
        const LIES: [&str; 5] = ["位于", "地处", "坐落于", "坐落在", "落户"];
        let Some(piece) = self.pieces.first().copied() else { return };
        if LIES.iter().any(|verb| text.starts_with(piece.start, verb)) {
            let of = (piece.start + 3..piece.end.min(piece.start + LONGEST)).find(|&at| text.at(at) == '的');
            if let Some(of) = of.filter(|of| of + 3 <= piece.end) {
                self.start_at(of + 1);
            }
        }
    }

    /// 全市(含开发区,下同)|生产总值: what a name takes in is no part of it.
    pub(super) fn drop_note(&mut self, text: &Text) {
        const LONGEST: usize = 16;
        let Some(piece) = self.pieces.first().copied() else { return };
        let Some(open) = (piece.start..piece.end).find(|&at| text.at(at) == '(') else { return };
        let close = (open..piece.end.min(open + LONGEST)).find(|&at| text.at(at) == ')');
        if let Some(close) = close.filter(|_| matches!(text.at(open + 1), '含' | '下')) {
            self.remove(text, Span::new(open, close + 1));
        }
    }

    /// A lone 中 or 内 that closed the words before names nothing.
    pub(super) fn drop_particle(&mut self, text: &Text) {
        let excludes =
            |piece: &Span| ["剔除", "扣除", "若剔除", "如剔除"].iter().any(|word| text.starts_with(piece.start, word));
        if self.pieces.first().is_some_and(excludes) {
            self.pieces.clear(); // 剔除特殊因素后可比增长: said of the figure before
        }
        if let [piece] = self.pieces[..]
            && piece.len() == 1
            && matches!(
                text.at(piece.start),
                '中' | '内' | '里' | '上' | '下' | '前' | '后' | '间' | '等' | '人' | '我' | '到' | '从'
            )
        {
            self.pieces.clear();
        }
    }

    /// 在工业、生态等方面实施|重点项目: where it is done is no part of the name.
    pub(super) fn drop_field(&mut self, scene: &Scene) {
        const FIELDS: [&str; 4] = ["等方面", "等领域", "等行业", "等重点领域"];
        let text = scene.text();
        let Some(piece) = self.pieces.last().copied() else { return };
        let found = (piece.start..piece.end).rev().find_map(|at| {
            let field = FIELDS.iter().find(|field| text.starts_with(at, field))?;
            Some(at + field.chars().count())
        });
        if let Some(end) = found.filter(|end| end + 2 <= piece.end) {
            self.start_at(end);
            self.strip_front(scene);
        }
    }

    /// 受疫情影响, 受需求拉动: why it is so is no part of the name.
    pub(super) fn drop_cause(&mut self, scene: &Scene) {
        const LONGEST: usize = 24;
        let text = scene.text();
        let tokens = &scene.document.tokens;
        let found = self.pieces.iter().find_map(|piece| {
            let opens = |at: &usize| text.at(*at) == '受' && tokens.is_boundary(*at) && tokens.is_boundary(at + 1);
            let from = (piece.start..piece.end).find(opens)?;
            let stop = piece.end.min(from + LONGEST);
            let end = (from + 2..stop).find(|&at| CLASSES.influence.starts(text, at))?;
            (end + 2 <= piece.end).then(|| Span::new(from, end + 2))
        });
        if let Some(cause) = found {
            self.remove(text, cause);
        }
    }
}
