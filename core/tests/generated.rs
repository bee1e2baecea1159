//! Pages of docs, and texts that the app fetches, which are made from the code:
//! each must say what the code says. `UPDATE_EXPECT=1` writes them anew.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its files fails"
)]

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use drawbridge_core::analysis::analyze;
use drawbridge_core::catalogue::{ABSENT, Category, ENTRIES, Entry, Owner, Position, Shape, entry};
use drawbridge_core::rules::{self, Rule, Safety};
use drawbridge_core::schema::Schemas;
use drawbridge_schema::{CURATED, FURTHER, KINDS};

#[test]
fn the_page_on_the_rules_is_current() {
    check_or_write("docs/rules.md", &rules_page());
}

#[test]
fn the_page_on_the_catalogue_is_current() {
    check_or_write("docs/catalogue.md", &catalogue());
}

#[test]
fn the_explanations_of_rules_that_the_app_fetches_are_current() {
    let texts = rules::all().map(|rule| {
        let texts = [("why", rule.why), ("bad", rule.bad), ("good", rule.good)];
        (rule.id, texts.to_vec())
    });
    check_or_write("public/prose/rules.json", &texts_by_name(texts));
}

#[test]
fn the_explanations_of_fields_that_the_app_fetches_are_current() {
    let texts = ENTRIES.iter().map(|entry| {
        let fields = entry.fields.iter().map(|it| (it.property, it.help));
        (entry.kind, fields.collect())
    });
    check_or_write("public/prose/fields.json", &texts_by_name(texts));
}

/// Texts as JSON, a line for each name.
fn texts_by_name<'a>(named: impl Iterator<Item = (&'a str, Vec<(&'a str, &'a str)>)>) -> String {
    let lines = named.map(|(name, texts)| {
        let texts = texts
            .into_iter()
            .map(|(key, text)| format!("{}:{}", quoted(key), quoted(text)));
        format!(
            "{}:{{{}}}",
            quoted(name),
            texts.collect::<Vec<_>>().join(",")
        )
    });
    format!("{{\n{}\n}}\n", lines.collect::<Vec<_>>().join(",\n"))
}

fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{}\"", text.replace('\n', "\\n"))
}

/// Compares a file of the repository with what it should be, or writes it.
fn check_or_write(path: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        return;
    }
    let current = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        current == text,
        "{} is not current: run `./dev docs`, which writes it anew",
        path.display()
    );
}

fn rules_page() -> String {
    let mut page = String::from(
        "# What Drawbridge finds\n\n\
         Made from the rules in `core/src/rules`; `./dev docs` writes this page anew. Both \
         examples of every rule are run by its tests; what stands behind `#` is what is found.\n\n\
         * **error**: AWS refuses it, or it cannot work.\n\
         * **warning**: it works, and you will regret it.\n\
         * **hint**: it could be tidier.\n\n\
         To accept a finding, write the rule into the resource's `Metadata`: \
         `{\"Drawbridge\": {\"Ignore\": [\"rule-id\"]}}`. It stays in the list of what is ignored.\n",
    );
    for (subject, rules) in rules::subjects() {
        let _ = write!(
            page,
            "\n## {subject}\n\n| | Rule | |\n| --- | --- | --- |\n"
        );
        for rule in rules {
            let Rule {
                severity,
                id,
                title,
                ..
            } = rule;
            let _ = writeln!(page, "| {severity} | [{title}](#{id}) | `{id}` |");
        }
        for rule in rules {
            page.push_str(&rule_section(rule));
        }
    }
    page
}

fn rule_section(rule: &Rule) -> String {
    let document = drawbridge_core::fixture::design(rule.bad);
    let schemas = Schemas::read(&[CURATED, FURTHER]).with_names(KINDS);
    let findings = analyze(&document, &schemas).findings;
    let mut fixes = Vec::new();
    for finding in findings.iter().filter(|it| it.rule == rule) {
        for fix in rules::fixes(&document, &schemas, finding) {
            let caution = match fix.safety {
                Safety::Safe => "",
                Safety::Review => " (look at the result)",
            };
            fixes.push(format!("* {}{caution}\n", fix.title));
        }
    }
    let mut fixes = fixes.concat();
    if fixes.is_empty() {
        fixes.push_str("* none: only you know what was meant\n");
    }
    // What takes five hundred resources has no example.
    let examples = if rule.bad.is_empty() {
        String::new()
    } else {
        format!(
            "Wrong:\n\n```text\n{}```\n\nRight:\n\n```text\n{}```\n\n",
            rule.bad, rule.good
        )
    };
    let why: Vec<_> = rule.why.split_whitespace().collect();
    format!(
        "\n<a id=\"{id}\"></a>\n\n### {title}\n\n`{id}`, {severity}. {why} [AWS on it]({guide})\n\n\
         {examples}Fixes:\n\n{fixes}",
        id = rule.id,
        title = rule.title,
        severity = rule.severity,
        why = why.join(" "),
        guide = rule.guide,
    )
}

fn catalogue() -> String {
    let mut page = String::from(
        "# What Drawbridge knows of AWS\n\n\
         Made from the entries in `core/src/catalogue`; `./dev docs` writes this page anew.\n\n\
         A kind that is not here is read, drawn as a plain box, edited as JSON and written \
         back as it was. The *word* is what a fixture calls the kind.\n",
    );
    for category in Category::ALL {
        let kinds = ENTRIES.iter().filter(|it| it.category == *category);
        let _ = write!(
            page,
            "\n## {}\n\n| | Kind | What it is for | Word | Lives in | Drawn as | Joins |\n\
             | --- | --- | --- | --- | --- | --- | --- |\n",
            category.label()
        );
        for entry in kinds {
            let _ = writeln!(
                page,
                "| ![{label}]({icon}) | {label}<br>[`{kind}`]({guide}) | {summary} | `{word}` | {home} | {shape} | {joins} |",
                icon = icon(entry),
                label = entry.label,
                kind = entry.kind,
                guide = entry.guide(),
                summary = entry.summary,
                word = entry.word,
                home = home(entry),
                shape = shape(entry),
                joins = joins(entry),
            );
        }
    }
    page.push_str("\n## What CloudFormation has no type for\n\n");
    for absent in ABSENT {
        let _ = writeln!(page, "* **{}**: {}", absent.system, absent.sentence);
    }
    page
}

/// The icon's file, seen from docs: the one with the entry's drawing.
fn icon(entry: &Entry) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/catalogue/icons");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    let file = files
        .iter()
        .find(|file| fs::read_to_string(file).unwrap() == entry.icon)
        .unwrap();
    let name = file.file_name().unwrap().to_string_lossy();
    format!("../core/src/catalogue/icons/{name}")
}

/// A kind in a cell: its label, or its type while it has no entry.
fn label(kind: &str) -> &str {
    entry(kind).map_or(kind, |entry| entry.label)
}

/// Without the repetitions that come from several properties saying the same.
fn listed(mut parts: Vec<String>) -> String {
    let mut seen = Vec::new();
    parts.retain(|part| {
        let new = !seen.contains(part);
        seen.push(part.clone());
        new
    });
    parts.join("<br>")
}

fn home(entry: &Entry) -> String {
    let homes = entry.homes.iter().map(|home| {
        let place = match home.position {
            Position::Inside => "inside",
            Position::Beside => "beside",
        };
        format!("{place} {}, by `{}`", label(home.kind), home.property)
    });
    listed(homes.collect())
}

fn shape(entry: &Entry) -> String {
    let owners = match entry.shape {
        Shape::Container => return "container".to_owned(),
        Shape::Box => return "box".to_owned(),
        Shape::Chip => return "small box".to_owned(),
        Shape::Arrow => return "arrow".to_owned(),
        Shape::Row(owners) => owners,
    };
    let rows = owners.iter().map(|owner| match owner {
        Owner::Named { property, kind } => format!("row of {}, by `{property}`", label(kind)),
        Owner::Naming { kind, property } => {
            format!("row of {}, by its `{property}`", label(kind))
        }
    });
    listed(rows.collect())
}

fn joins(entry: &Entry) -> String {
    let names = |ends: &[drawbridge_core::catalogue::End]| {
        let mut names: Vec<_> = ends.iter().map(|end| label(end.kind)).collect();
        names.dedup();
        names.join(" or ")
    };
    let arrow = entry
        .ends
        .iter()
        .map(|ends| format!("{} *{}* {}", names(ends.from), ends.verb, names(ends.to)));
    let links = entry.links.iter().map(|link| {
        format!(
            "*{}* {}, by `{}`",
            link.verb,
            label(link.kind),
            link.property
        )
    });
    listed(arrow.chain(links).collect())
}
