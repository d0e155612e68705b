//! Packs a dictionary: `yaolan-dictionary WORDS EMISSIONS PACKED`.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [words, emissions, packed] = arguments.as_slice() else {
        eprintln!("usage: yaolan-dictionary WORDS EMISSIONS PACKED");
        return ExitCode::from(2);
    };
    let read = |path: &str| std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"));
    let pack = || {
        let bytes = yaolan_dictionary::pack(&read(words)?, &read(emissions)?).map_err(|error| error.to_string())?;
        std::fs::write(packed, bytes).map_err(|error| format!("{packed}: {error}"))
    };
    match pack() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("yaolan-dictionary: {message}");
            ExitCode::FAILURE
        }
    }
}
