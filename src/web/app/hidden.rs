//! Which highlights are switched off, from one visit to the next.

use super::{App, local};
use crate::view::kind::Kind;
use std::collections::BTreeSet;

/// Where the store keeps which highlights are switched off.
const HIDDEN: &str = "yaolan.hidden";

/// Which highlights are switched off.
pub(super) fn kept_hidden() -> BTreeSet<Kind> {
    match local::get::<Vec<String>>(HIDDEN) {
        Some(slugs) => slugs.iter().filter_map(|slug| Kind::from_slug(slug)).collect(),
        None => Kind::ALL.into_iter().filter(|kind| !kind.shown_at_first()).collect(),
    }
}

impl App {
    /// Keeps what is switched off for the next visit.
    pub(super) fn keep_hidden(&self) {
        let slugs: Vec<&str> = self.hidden.iter().map(|kind| kind.slug()).collect();
        local::set(HIDDEN, slugs);
    }
}
