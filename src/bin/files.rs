//! The page's program for files, run in a worker of its own; built for wasm32 by trunk.

fn main() {
    #[cfg(target_arch = "wasm32")]
    yaolan::web::files::main();
}
