//! The native command line; the work is in [`yaolan::cli`].

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    yaolan::cli::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
