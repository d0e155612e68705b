//! From Analysis to bytes: one module a format.

pub mod csv;
#[cfg(not(target_arch = "wasm32"))]
pub mod parquet;
pub mod tables;
mod words;
