//! The words around places, by class.

crate::lexicon::classes! {
    include_str!("words.tsv");
    /// Behind the name of an area (东北, 江南) it shows that the area is meant.
    behind_area,
    /// Before it, likewise.
    before_area,
    /// What a string of characters names when it is part of a line or a road, not the places.
    line,
    /// What is done at a place that a verb and one character name: 在蓉|高校.
    stay,
    /// Words right behind the name of a village.
    behind_village,
    /// Words behind a short form that make the name of another thing of it.
    other,
}
