//! What the page shows, computed without a browser: highlights, blocks of the article, written-out values.
//!
//! Everything here is plain data over an [`crate::Analysis`] whose spans count bytes
//! ([`crate::Offsets::Byte`]), so that it can be tested natively; [`crate::web`] only puts it on the screen.

pub mod blocks;
pub mod chart;
pub mod graph;
pub mod kind;
pub mod marks;
pub mod people;
pub mod places;
pub mod title;
pub mod value;
pub mod weight;
