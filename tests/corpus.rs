//! The command line over a corpus, killed without warning and run again.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

const DOCUMENTS: usize = 90;
const ARTICLE: &str = include_str!("articles/meeting.txt");

fn corpus(input: &Path, out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yaolan"));
    command.arg("corpus").arg(input).arg("--out").arg(out).args(["--format", "csv", "--part", "4", "--jobs", "2"]);
    command.stderr(Stdio::piped());
    command
}

/// Every file of the tables with its bytes.
fn tables(out: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files =
        walkdir::WalkDir::new(out).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    let kept = files.filter(|entry| !entry.path().starts_with(out.join(".corpus")));
    kept.map(|entry| (entry.path().strip_prefix(out).unwrap().to_owned(), std::fs::read(entry.path()).unwrap()))
        .collect()
}

/// How many documents are done, as the run itself notes it.
fn done(out: &Path) -> u64 {
    let progress = std::fs::read(out.join(".corpus/progress.json")).unwrap_or_default();
    serde_json::from_slice::<serde_json::Value>(&progress).map_or(0, |progress| progress["documents"].as_u64().unwrap())
}

#[test]
fn a_killed_run_goes_on_and_gives_what_a_whole_one_gives() {
    let folder = std::env::temp_dir().join(format!("yaolan-killed-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("in")).unwrap();
    for number in 0..DOCUMENTS {
        let mut file = std::fs::File::create(folder.join(format!("in/{number:03}.txt"))).unwrap();
        writeln!(file, "{ARTICLE}\n今年完成投资{number}.5亿元。").unwrap();
    }
    let (whole, killed) = (folder.join("whole"), folder.join("killed"));
    assert!(corpus(&folder.join("in"), &whole).output().unwrap().status.success());
    let mut kills = 0;
    for pause in [0, 3, 11, 29, 53].map(Duration::from_millis) {
        let before = done(&killed);
        let mut child = corpus(&folder.join("in"), &killed).spawn().unwrap();
        // Killed some moment after a part more has been put into place.
        while done(&killed) == before && child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(pause);
        child.kill().unwrap();
        kills += usize::from(!child.wait().unwrap().success());
    }
    assert!(kills > 0 && done(&killed) < DOCUMENTS as u64, "killed {kills} times, {} done", done(&killed));
    let last = corpus(&folder.join("in"), &killed).output().unwrap();
    assert!(last.status.success(), "{}", String::from_utf8_lossy(&last.stderr));
    assert_eq!(done(&killed), DOCUMENTS as u64);
    let (whole, killed) = (tables(&whole), tables(&killed));
    assert!(whole.keys().eq(killed.keys()), "{:?} {:?}", whole.keys(), killed.keys());
    assert!(whole.iter().all(|(file, bytes)| killed[file] == *bytes));
    let names: Vec<String> = whole
        .iter()
        .filter(|(file, _)| file.starts_with("documents"))
        .flat_map(|(_, bytes)| {
            csv::Reader::from_reader(bytes.as_slice())
                .into_records()
                .map(|row| row.unwrap()[0].to_owned())
                .collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(names.len(), DOCUMENTS);
    assert!(names.is_sorted());
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_pipe_of_json_lines_is_answered_line_by_line() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_yaolan"))
        .args(["analyze", "--format", "jsonl", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = std::io::BufReader::new(child.stdout.take().unwrap());
    let mut answer = |line: &str| {
        writeln!(input, "{line}").unwrap();
        let mut answer = String::new();
        std::io::BufRead::read_line(&mut output, &mut answer).unwrap(); // there before the input ends
        serde_json::from_str::<serde_json::Value>(&answer).unwrap()
    };
    let text = serde_json::json!({ "id": "甲", "text": ARTICLE, "date": "2024-02-03" });
    let first = answer(&text.to_string());
    assert_eq!((&first["id"], &first["document"]["published"]), (&"甲".into(), &"2024-02-03".into()));
    assert!(!first["indicators"].as_array().unwrap().is_empty());
    assert_eq!(answer("{\"id\": 2}")["error"]["code"], "text");
    assert_eq!(answer("﹛")["error"]["code"], "json");
    assert_eq!(answer(r#"{"id": "乙", "text": "全市生产总值增长6%。"}"#)["indicators"][0]["text"], "6%");
    drop(input);
    assert!(child.wait().unwrap().success());
}
