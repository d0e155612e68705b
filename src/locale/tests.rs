//! The three files say the same things, all of them are used, and no words stand in the page's code.

use super::*;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Keys and the names of their arguments.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let resource = fluent_syntax::parser::parse(language.source())
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", language.tag()));
    let mut found = BTreeMap::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let mut names = BTreeSet::new();
                arguments(message.value.as_ref().expect("a message has a value"), &mut names);
                let double = found.insert(message.id.name.to_owned(), names);
                assert!(double.is_none(), "{}: {} stands twice", language.tag(), message.id.name);
            }
            Entry::Junk { content } => panic!("{}: no message: {content}", language.tag()),
            _ => {}
        }
    }
    found
}

fn arguments(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => inline_arguments(inline, names),
            Expression::Select { selector, variants } => {
                inline_arguments(selector, names);
                variants.iter().for_each(|variant| arguments(&variant.value, names));
            }
        }
    }
}

fn inline_arguments(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => drop(names.insert(id.name.to_owned())),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        other => panic!("not used here so far: {other:?}"),
    }
}

/// The Rust files below `folder` with their code, comments and tests left out.
fn code(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("locale/tests.rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
                let code: String = text.lines().map(|line| format!("{}\n", without_comment(line))).collect();
                found.push((path, code));
            }
        }
    }
    found
}

/// A line up to `//`, unless that stands in a string.
fn without_comment(line: &str) -> &str {
    line.match_indices("//")
        .find(|(at, _)| line[..*at].matches('"').count().is_multiple_of(2))
        .map_or(line, |(at, _)| &line[..at])
}

#[test]
fn the_files_have_the_same_messages_with_the_same_arguments() {
    let first = messages(Language::Hans);
    assert!(first.len() > 100);
    for language in [Language::Hant, Language::English] {
        let other = messages(language);
        let keys = |messages: &BTreeMap<String, BTreeSet<String>>| messages.keys().cloned().collect::<BTreeSet<_>>();
        let differ: Vec<String> = keys(&first).symmetric_difference(&keys(&other)).cloned().collect();
        assert_eq!(differ, Vec::<String>::new(), "in zh-Hans or in {} alone", language.tag());
        for (key, arguments) in &first {
            assert_eq!(arguments, &other[key], "arguments of {key} in {}", language.tag());
        }
    }
}

#[test]
fn every_message_is_used_and_every_key_that_is_used_exists() {
    let keys: BTreeSet<String> = messages(Language::Hans).into_keys().collect();
    let mut literals = BTreeSet::new();
    let mut absent = Vec::new();
    for (path, code) in code("src") {
        // Every other piece between quotation marks is a string.
        literals.extend(code.split('"').skip(1).step_by(2).map(str::to_owned));
        for call in ["t(\"", "t_with(\"", "Message::new(\""] {
            for (at, _) in code.match_indices(call) {
                let word = code[..at].chars().next_back().is_some_and(|char| char.is_alphanumeric() || char == '_');
                let key = code[at + call.len()..].split('"').next().unwrap_or_default();
                if !word && !keys.contains(key) {
                    absent.push(format!("{}: {key}", path.display()));
                }
            }
        }
    }
    assert_eq!(absent, Vec::<String>::new(), "keys without a message");
    let unused: Vec<&String> = keys.iter().filter(|key| !literals.contains(*key)).collect();
    assert_eq!(unused, Vec::<&String>::new(), "messages without a use");
}

#[test]
fn no_words_stand_in_the_code_of_the_page() {
    let is_chinese = |char: char| crate::text::is_han(char) || "，。、：；！？“”（）《》「」　".contains(char);
    for (path, code) in code("src/web/app") {
        for line in code.lines() {
            assert!(!line.contains(is_chinese), "{}: {}", path.display(), line.trim());
        }
    }
}

#[test]
fn no_simplified_characters_stand_in_the_traditional_messages() {
    // Characters that only simplified texts write, of the words that an interface needs.
    let simplified =
        "个们这时来对开关门间问题页头实见观览车专业东书档链检索设标选择显隐级处备从与为产义乐习乡亲亿仅众优会传伤伦侧";
    for char in Language::Hant.source().chars() {
        assert!(!simplified.contains(char), "{char}");
    }
}

#[test]
fn the_first_language_of_the_browser_that_there_is_decides() {
    for (wanted, language) in [
        (vec!["zh-CN", "en"], Language::Hans),
        (vec!["zh"], Language::Hans),
        (vec!["zh-SG"], Language::Hans),
        (vec!["zh-TW", "zh"], Language::Hant),
        (vec!["zh-HK"], Language::Hant),
        (vec!["zh-MO"], Language::Hant),
        (vec!["zh-Hant-CN"], Language::Hant),
        (vec!["zh-Hans-HK"], Language::Hans),
        (vec!["ZH-hant"], Language::Hant),
        (vec!["fr-FR", "de", "zh-TW", "en"], Language::Hant),
        (vec!["fr", "en-GB", "zh"], Language::English),
        (vec!["fr"], Language::English),
        (vec![], Language::English),
    ] {
        assert_eq!(Language::first_of(&wanted), language, "{wanted:?}");
    }
}

#[test]
fn messages_are_written_in_the_language_in_use() {
    let said = |language| {
        set_language(language);
        [
            t("kind-code"),
            t_with("count-all", &[("n", 1.into())]),
            t_with("count-all", &[("n", 3.into())]),
            list(["a", "b"]),
        ]
    };
    assert_eq!(said(Language::Hans), ["提法", "共 1 条", "共 3 条", "a、b"]);
    assert_eq!(said(Language::Hant), ["提法", "共 1 筆", "共 3 筆", "a、b"]);
    assert_eq!(said(Language::English), ["Slogans", "1 row", "3 rows", "a, b"]);
    assert_eq!(t("no-such-message"), "no-such-message");
    let nested = Message::new("input-locked").with("what", Message::new("file-kind-pdf"));
    assert_eq!(nested.text(), "This PDF document is locked with a password; remove the password first");
}
