//! The page's worker; built for wasm32 by trunk.

fn main() {}
