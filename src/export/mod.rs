//! From Analysis to bytes: one module a format.

pub mod csv;
pub mod tables;
mod words;
