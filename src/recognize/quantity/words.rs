//! The words around quantities, by class.

crate::lexicon::classes! {
    include_str!("words.tsv");
    /// May follow a number without a unit.
    behind_figure,
    /// Before 块 at the end of a phrase it shows that money is meant: 租金800块.
    money,
    /// Before time that is more or less than what a clause before measured: 同比增加|11天.
    gained,
    /// Between 天数, 寿命 and the time measured.
    reached,
    /// Between an index and its points.
    points_verb,
    /// Behind a ratio.
    behind_points,
    /// Words of ranking.
    ranking,
    /// Fields in which 前十 is a rank by itself.
    field,
    /// Units of time behind the stroke of a unit: 元/小时.
    time,
}
