//! From Analysis to bytes: one module a format.

pub mod csv;
pub mod json;
#[cfg(not(target_arch = "wasm32"))]
pub mod parquet;
pub mod tables;
#[cfg(test)]
mod typescript;
mod words;
