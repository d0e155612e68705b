//! The page's app; built for wasm32 by trunk.

fn main() {
    #[cfg(target_arch = "wasm32")]
    yaolan::web::app::main();
}
