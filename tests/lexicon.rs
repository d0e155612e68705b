//! The command line with a lexicon of the reader's own.

#![cfg(not(target_arch = "wasm32"))]

use std::path::PathBuf;
use std::process::{Command, Output};

const TEXT: &str = "澜星今年扩产。澜星科技集团与星湾合作，市长陆致远出席。";

/// Runs the command line over [`TEXT`] with the lexicon `lexicon`.
fn run(name: &str, lexicon: &str) -> Output {
    let folder: PathBuf = std::env::temp_dir().join(format!("yaolan-lexicon-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("text.txt"), TEXT).unwrap();
    std::fs::write(folder.join("lexicon"), lexicon).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_yaolan"));
    command.arg("analyze").arg("--lexicon").arg(folder.join("lexicon")).arg(folder.join("text.txt"));
    let output = command.output().unwrap();
    let _ = std::fs::remove_dir_all(folder);
    output
}

#[test]
fn taught_names_are_read() {
    let output = run("good", "name\tkind\taliases\n澜星科技集团\torganization\t澜星\n星湾\tplace\n陆致远\tnothing\n");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let analysis: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(analysis["organizations"][0]["name"], "澜星科技集团");
    assert_eq!(analysis["organizations"][0]["spans"].as_array().map(Vec::len), Some(2));
    assert!(analysis["places"].as_array().unwrap().iter().any(|place| place["name"] == "星湾"));
    assert_eq!(analysis["people"].as_array().map(Vec::len), Some(0));
    assert!(analysis.get("reviews").is_none(), "nothing was corrected");
}

#[test]
fn a_line_that_cannot_be_read_is_told() {
    let output = run("bad", "澜星科技集团\tfirm\n");
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("line 1: no such kind: \"firm\""), "{said}");
    assert!(output.stdout.is_empty());
}
