//! The page's app; built for wasm32 by trunk.

fn main() {}
