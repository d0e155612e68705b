//! Packs a dictionary: `pack WORDS EMISSIONS PACKED`. A program of this folder alone, which build.mjs compiles with rustc:
//! the page's build would otherwise need all of the native analyzer first.

// The half that unpacks is the analyzer's.
#[allow(dead_code)]
#[path = "mod.rs"]
mod packed;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [words, emissions, packed] = arguments.as_slice() else {
        eprintln!("usage: pack WORDS EMISSIONS PACKED");
        return ExitCode::from(2);
    };
    let read = |path: &str| std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"));
    let pack = || {
        let bytes = packed::pack(&read(words)?, &read(emissions)?).map_err(|error| error.to_string())?;
        std::fs::write(packed, bytes).map_err(|error| format!("{packed}: {error}"))
    };
    match pack() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("pack: {message}");
            ExitCode::FAILURE
        }
    }
}
