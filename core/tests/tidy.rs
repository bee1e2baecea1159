//! What no compiler checks of the code's own order: which folder may use
//! which, files that say what they are and stay short, and rules that are
//! registered and documented. Reads sources as text and knows no Rust.

#![expect(
    clippy::unwrap_used,
    reason = "a source that cannot be read is a failed test"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use drawbridge_core::rules;

/// What each folder of core may use, itself apart. Tests may use everything.
///
/// ARCHITECTURE.md draws the same table; a use that is missing here is either
/// a mistake or a change of both.
const LAYERS: [(&str, &[&str]); 21] = [
    ("message", &[]),
    ("sorting", &[]),
    ("prose", &[]),
    ("cidr", &["sorting"]),
    ("geometry", &["sorting"]),
    ("packet", &["cidr", "sorting"]),
    ("network", &["cidr", "geometry", "packet", "sorting"]),
    ("template", &["message", "sorting"]),
    ("schema", &["message", "sorting", "template"]),
    ("catalogue", &["prose", "template"]),
    ("document", &["geometry", "message", "sorting", "template"]),
    (
        "diagram",
        &[
            "catalogue",
            "document",
            "geometry",
            "message",
            "sorting",
            "template",
        ],
    ),
    (
        "edit",
        &[
            "catalogue",
            "cidr",
            "diagram",
            "document",
            "geometry",
            "message",
            "sorting",
            "template",
        ],
    ),
    (
        "lower",
        &[
            "catalogue",
            "cidr",
            "document",
            "message",
            "network",
            "packet",
            "sorting",
            "template",
        ],
    ),
    (
        "reach",
        &[
            "catalogue",
            "cidr",
            "document",
            "lower",
            "message",
            "network",
            "packet",
            "sorting",
            "template",
        ],
    ),
    (
        "rules",
        &[
            "catalogue",
            "cidr",
            "document",
            "edit",
            "lower",
            "message",
            "network",
            "packet",
            "prose",
            "reach",
            "schema",
            "sorting",
            "template",
        ],
    ),
    (
        "analysis",
        &[
            "document", "lower", "message", "reach", "rules", "schema", "sorting", "template",
        ],
    ),
    (
        "tool",
        &[
            "catalogue",
            "diagram",
            "document",
            "edit",
            "geometry",
            "message",
            "template",
        ],
    ),
    (
        "review",
        &[
            "analysis",
            "catalogue",
            "diagram",
            "document",
            "geometry",
            "message",
            "reach",
            "rules",
            "template",
        ],
    ),
    // For tests and bug reports: nothing but tests uses it.
    ("fixture", &["catalogue", "document", "message", "template"]),
    ("lib", &[]),
];

/// The most lines of a file, tests included.
const MOST_LINES: usize = 400;

#[test]
fn every_folder_uses_only_what_is_below_it() {
    let layers = BTreeMap::from(LAYERS);
    let mut wrong = Vec::new();
    for file in sources("core/src") {
        let folder = folder_of(&file);
        let Some(allowed) = layers.get(folder.as_str()) else {
            wrong.push(format!("{folder} has no line in the table of layers"));
            continue;
        };
        for used in uses(&without_tests(&file)) {
            if used != folder && layers.contains_key(used.as_str()) && !allowed.contains(&&*used) {
                wrong.push(format!("{}: {folder} must not use {used}", shown(&file)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is_and_is_short() {
    let mut wrong = Vec::new();
    for file in ["core", "schema", "app/src", "tests", "cli"]
        .into_iter()
        .flat_map(sources)
    {
        let text = read(&file);
        if !text.starts_with("//!") {
            wrong.push(format!("{}: does not open with //!", shown(&file)));
        }
        let lines = text.lines().count();
        if lines > MOST_LINES {
            wrong.push(format!(
                "{}: {lines} lines, {MOST_LINES} is the most: part it",
                shown(&file)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_gives_up_on_what_a_person_draws() {
    let mut wrong = Vec::new();
    for file in ["core/src", "app/src"].into_iter().flat_map(sources) {
        let text = without_tests(&file);
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for (line, words) in code.flat_map(|line| {
            [".unwrap()", "todo!(", "unimplemented!(", "dbg!("].map(|words| (line, words))
        }) {
            if line.contains(words) {
                wrong.push(format!("{}: {}", shown(&file), line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_its_file_its_place_in_the_list_and_its_docs() {
    let declared = "static RULE: Rule";
    let files: BTreeSet<String> = sources("core/src/rules")
        .into_iter()
        .filter(|file| read(file).contains(declared))
        .map(|file| {
            file.file_stem()
                .unwrap()
                .to_string_lossy()
                .replace('_', "-")
        })
        .collect();
    for file in sources("core/src/rules") {
        let text = read(&file);
        assert!(
            !text.contains(declared) || text.contains("}\n.told();"),
            "{}: its texts would be in the app: end the rule with .told()",
            shown(&file)
        );
    }
    let registered: Vec<&str> = rules::all().map(|rule| rule.id).collect();
    let distinct: BTreeSet<String> = registered.iter().map(ToString::to_string).collect();
    assert_eq!(files, distinct);
    assert_eq!(registered.len(), distinct.len(), "a rule is listed twice");
    for rule in rules::all() {
        assert!(rule.guide.starts_with("https://docs.aws.amazon.com/"));
        assert!(
            rule.why.ends_with('.') && rule.why.len() > 40,
            "{}",
            rule.id
        );
        assert!(!rule.title.ends_with('.'), "{}", rule.id);
    }
}

#[test]
fn what_stands_behind_tests_is_not_looked_at() {
    let text = "use crate::a::B;\n#[cfg(test)]\nmod tests {\n    use crate::fixture;\n}\n";
    assert_eq!(uses(code_of(text)), ["a".to_owned()]);
    assert_eq!(
        uses("use crate::{a, b::{C, d}};\nlet x = crate::e::f();"),
        ["a".to_owned(), "b".to_owned(), "e".to_owned()]
    );
}

/// The repository's root.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn shown(file: &Path) -> String {
    let root = root();
    let inside = file.strip_prefix(&root).unwrap_or(file);
    inside.display().to_string()
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap()
}

/// Every Rust file under a folder of the repository, in order; none if there
/// is no such folder.
fn sources(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() && !path.ends_with("target") {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The module of core that a file belongs to.
fn folder_of(file: &Path) -> String {
    let source = root().join("core/src");
    let inside = file.strip_prefix(source).unwrap();
    let first = inside.components().next().unwrap();
    let name = first.as_os_str().to_string_lossy();
    name.trim_end_matches(".rs").to_owned()
}

/// What a file says outside of tests; nothing if it is all tests.
fn without_tests(file: &Path) -> String {
    if is_test(file) {
        return String::new();
    }
    code_of(&read(file)).to_owned()
}

/// What stands before the tests at the end of a file.
fn code_of(text: &str) -> &str {
    let end = text.find("#[cfg(test)]\nmod tests").unwrap_or(text.len());
    &text[..end]
}

/// Whether a file, or a folder that it is in, is declared for tests only.
fn is_test(file: &Path) -> bool {
    let stem = file.file_stem().unwrap().to_string_lossy();
    let in_tests = file.components().any(|it| it.as_os_str() == "tests");
    let declared = format!("#[cfg(test)]\nmod {stem};");
    let parents = [
        file.parent().unwrap().join("mod.rs"),
        file.parent().unwrap().with_extension("rs"),
    ];
    let by_parent = parents
        .iter()
        .any(|parent| fs::read_to_string(parent).is_ok_and(|text| text.contains(&declared)));
    in_tests || by_parent || stem.ends_with("_tests")
}

/// The modules of the crate that a text names, each once.
fn uses(text: &str) -> Vec<String> {
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        let Some(group) = rest.strip_prefix('{') else {
            found.insert(word(rest));
            continue;
        };
        let mut depth = 0;
        let mut starts = true;
        for (place, letter) in group.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => starts = true,
                letter if letter.is_whitespace() => {}
                _ => {
                    if starts {
                        found.insert(word(&group[place..]));
                    }
                    starts = false;
                }
            }
        }
    }
    found.remove("");
    found.into_iter().collect()
}

fn word(text: &str) -> String {
    let is_word = |letter: &char| letter.is_ascii_lowercase() || *letter == '_';
    text.chars().take_while(is_word).collect()
}
