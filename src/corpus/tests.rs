//! Whole runs over small corpora, with a stand-in for the analyzer: what is tested is how documents get through.

use super::*;
use std::collections::BTreeMap;
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder of its own for a test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("yaolan-corpus-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("in/sub")).unwrap();
    folder
}

fn settings(folder: &Path, format: Format) -> Settings {
    Settings {
        inputs: vec![folder.join("in")],
        out: folder.join("out"),
        format,
        jobs: 2,
        part: 4,
        fields: Fields::default(),
        options: Options::default(),
    }
}

/// Puts the text itself into the Analysis, so that the output shows what came through.
fn echo(text: &str, options: &Options) -> Analysis {
    assert!(!text.contains("fault"), "told to");
    let mut analysis = Analysis { version: 1, ..Analysis::default() };
    analysis.document.title = Some(text.trim().to_owned());
    analysis.document.published = options.date.map(|date| date.to_string());
    analysis
}

/// Ten lines, three texts in three encodings, and what cannot be read: 18 documents, 5 of which fail.
fn mixed(folder: &Path) {
    let lines: Vec<String> = (0..10).map(|n| format!(r#"{{"id": "行{n}", "text": "第{n}行"}}"#)).collect();
    let input = folder.join("in");
    fs::write(input.join("b.jsonl"), lines.join("\n") + "\n\nnonsense\n{\"id\": \"x\", \"text\": \"fault\"}").unwrap();
    fs::write(input.join("a.txt"), "云州市地区生产总值增长百分之六").unwrap();
    let encode = |encoding: &'static encoding_rs::Encoding, text| encoding.encode(text).0.into_owned();
    fs::write(input.join("sub/c.txt"), encode(encoding_rs::GB18030, "全市经济运行总体平稳，稳中有进。")).unwrap();
    fs::write(input.join("sub/d.txt"), "全市经济运行\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>())
        .unwrap();
    fs::write(input.join("empty.txt"), "").unwrap();
    fs::write(input.join("image.png"), b"\x89PNG\r\n\x1a\n\0\0").unwrap();
    fs::write(input.join("sub/zero.bin"), [0, 1, 2, 3].repeat(100)).unwrap();
    fs::write(input.join(".hidden"), "没有人看见").unwrap();
}

/// All lines of a table, in order.
fn lines(out: &Path, table: &str) -> Vec<String> {
    let mut parts: Vec<_> = fs::read_dir(out.join(table)).unwrap().map(|entry| entry.unwrap().path()).collect();
    parts.sort();
    let texts = parts.iter().map(|part| fs::read_to_string(part).unwrap());
    texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn ids(out: &Path, table: &str) -> Vec<String> {
    let id =
        |line: &String| serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].as_str().unwrap().to_owned();
    lines(out, table).iter().map(id).collect()
}

/// Every file of the output but the state, with its bytes.
fn tree(out: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = walkdir::WalkDir::new(out).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let kept = files.filter(|entry| !entry.path().starts_with(out.join(".corpus")));
    kept.map(|entry| (entry.path().strip_prefix(out).unwrap().to_owned(), fs::read(entry.path()).unwrap())).collect()
}

#[test]
fn every_document_is_told_once_in_order() {
    let folder = folder("mixed");
    mixed(&folder);
    let settings = settings(&folder, Format::Jsonl);
    let summary = run_with(&settings, echo).unwrap();
    assert_eq!(summary, Summary { documents: 18, failed: 5, before: 0 });
    let name = |file: &str| folder.join("in").join(file).to_string_lossy().into_owned();
    let mut expected = vec![name("a.txt")];
    expected.extend((0..10).map(|n| format!("行{n}")));
    expected.extend([name("sub/c.txt"), name("sub/d.txt")]);
    assert_eq!(ids(&settings.out, "analyses"), expected);
    let failed = [name("b.jsonl:12"), "x".to_owned(), name("empty.txt"), name("image.png"), name("sub/zero.bin")];
    assert_eq!(ids(&settings.out, "errors"), failed);
    assert!(lines(&settings.out, "analyses").iter().any(|line| line.contains("全市经济运行总体平稳，稳中有进。")));
    // Once more changes nothing.
    let before = tree(&settings.out);
    let analyses = AtomicUsize::new(0);
    let again = run_with(&settings, |text, options| {
        analyses.fetch_add(1, Ordering::Relaxed);
        echo(text, options)
    });
    assert_eq!(again, Ok(Summary { before: 18, ..summary }));
    assert_eq!((tree(&settings.out), analyses.into_inner()), (before, 0));
    fs::remove_dir_all(folder).unwrap();
}

/// The state is set back to what a run leaves behind that is killed while it puts a part into place, or before.
#[test]
fn a_run_goes_on_from_any_state_of_the_last_part() {
    let folder = folder("continued");
    mixed(&folder);
    for format in [Format::Jsonl, Format::Csv, Format::Parquet] {
        let settings = Settings { out: folder.join(format.name()), ..settings(&folder, format) };
        run_with(&settings, echo).unwrap();
        let (whole, state) = (tree(&settings.out), settings.out.join(".corpus"));
        let files = |number: usize| {
            let ending = format!("part-{number:05}.{}", format.name());
            whole.keys().filter(move |file| file.ends_with(&ending)).cloned().collect::<Vec<_>>()
        };
        let table = |file: &Path| file.parent().unwrap().with_extension(format.name());
        // The last part is ready, and as many of its files as `moved` says are where they belong.
        let rewind = |moved: usize| {
            let progress =
                Progress { parts: 5, documents: 18, failed: 5, bytes: 0, complete: true, next: Default::default() };
            fs::create_dir(state.join("00004.ready")).unwrap();
            fs::write(state.join("00004.ready/progress.json"), serde_json::to_vec(&progress).unwrap()).unwrap();
            for file in files(4).iter().skip(moved) {
                fs::rename(settings.out.join(file), state.join("00004.ready").join(table(file))).unwrap();
            }
            fs::remove_file(state.join("progress.json")).unwrap();
        };
        for moved in [0, 1, files(4).len()] {
            rewind(moved);
            assert_eq!(run_with(&settings, echo), Ok(Summary { documents: 18, failed: 5, before: 18 }), "{moved}");
            assert_eq!(tree(&settings.out), whole, "{format:?} with {moved} files moved");
        }
        // Nothing is done but a piece of a part.
        fs::create_dir(state.join("00003.partial")).unwrap();
        fs::write(state.join("00003.partial/errors.jsonl"), "half a li").unwrap();
        for file in files(0).iter().chain(&files(1)).chain(&files(2)).chain(&files(3)).chain(&files(4)) {
            fs::remove_file(settings.out.join(file)).unwrap();
        }
        fs::remove_file(state.join("progress.json")).unwrap();
        assert_eq!(run_with(&settings, echo), Ok(Summary { documents: 18, failed: 5, before: 0 }));
        assert_eq!(tree(&settings.out), whole, "{format:?} from the beginning");
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_full_disk_ends_the_run_and_the_next_one_goes_on() {
    let folder = folder("stopped");
    mixed(&folder);
    let settings = settings(&folder, Format::Jsonl);
    // A file stands where the table's folder should be: the first part cannot be put into place.
    fs::create_dir_all(settings.out.join(".corpus")).unwrap();
    let whole = {
        let settings = Settings { out: folder.join("whole"), ..settings.clone() };
        run_with(&settings, echo).unwrap();
        tree(&settings.out)
    };
    let (store, progress, _) = Store::open(&settings).unwrap();
    assert_eq!(progress, Progress::default());
    drop(store);
    fs::write(settings.out.join("errors"), "in the way").unwrap();
    let error = run_with(&settings, echo).unwrap_err();
    assert!(error.to_string().contains("errors"), "{error}");
    fs::remove_file(settings.out.join("errors")).unwrap();
    assert_eq!(run_with(&settings, echo), Ok(Summary { documents: 18, failed: 5, before: 4 }));
    assert_eq!(tree(&settings.out), whole);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn an_output_of_something_else_is_refused() {
    let folder = folder("refused");
    mixed(&folder);
    let settings = settings(&folder, Format::Jsonl);
    run_with(&settings, echo).unwrap();
    let refused = |settings: &Settings| run_with(settings, echo).unwrap_err().to_string();
    let other = |change: fn(&mut Settings)| {
        let mut settings = settings.clone();
        change(&mut settings);
        refused(&settings)
    };
    let message = other(|settings| settings.format = Format::Csv);
    assert!(message.contains(r#"format was "jsonl" and is now "csv""#), "{message}");
    let message = other(|settings| settings.options.date = "2024-03-01".parse().ok());
    assert!(message.contains(r#"date was null and is now "2024-03-01""#), "{message}");
    let message = other(|settings| settings.inputs = vec![settings.inputs[0].join("sub")]);
    assert!(message.contains("other inputs"), "{message}");
    let message = other(|settings| settings.inputs.push(settings.inputs[0].join("sub")));
    assert!(message.contains("hold the same documents"), "{message}");
    let message = other(|settings| settings.inputs = vec![PathBuf::from("/nowhere/at/all")]);
    assert!(message.contains("/nowhere/at/all"), "{message}");
    let message = other(|settings| settings.out = settings.inputs[0].clone());
    assert!(message.contains("is not empty"), "{message}");
    let (_lock, _, _) = Store::open(&settings).unwrap();
    assert!(refused(&settings).contains("another run writes there"));
    drop(_lock);
    fs::write(folder.join("in/a.txt"), "今天不一样").unwrap();
    assert!(refused(&settings).contains("a.txt has changed since"));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_output_may_lie_among_the_inputs() {
    let folder = folder("inside");
    mixed(&folder);
    let settings = Settings { out: folder.join("in/out"), ..settings(&folder, Format::Csv) };
    assert_eq!(run_with(&settings, echo).unwrap().documents, 18);
    assert_eq!(run_with(&settings, echo).unwrap().before, 18);
    let empty = Settings { inputs: vec![folder.join("in/empty.txt")], out: folder.join("none"), ..settings.clone() };
    assert_eq!(run_with(&empty, echo).unwrap().failed, 1);
    fs::create_dir(folder.join("nothing")).unwrap();
    let nothing = Settings { inputs: vec![folder.join("nothing")], out: folder.join("nothing-out"), ..settings };
    assert!(run_with(&nothing, echo).unwrap_err().to_string().contains("no document"));
    fs::remove_dir_all(folder).unwrap();
}
