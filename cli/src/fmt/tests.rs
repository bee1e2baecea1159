//! Formatting over every template of the core's corpus and over random ones:
//! it says the same, and doing it again changes nothing.

use std::fs;
use std::path::Path;

use drawbridge_core::template::read;
use proptest::collection::vec;
use proptest::prelude::*;

use super::{formatted, says_the_same};

/// Formats, and holds the result to what is promised.
fn check(name: &str, text: &str) -> String {
    let once = formatted(text).unwrap();
    let value = |text: &str| {
        let template = read(text).unwrap().template;
        template.source().unwrap().value.clone()
    };
    assert_eq!(value(&once), value(text), "{name}\n{text}\n---\n{once}");
    let signs = |text: &str| -> String { text.split_whitespace().collect() };
    assert_eq!(signs(&once), signs(text), "{name}");
    assert_eq!(formatted(&once).unwrap(), once, "{name}\n{text}");
    once
}

fn corpus() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/tests/templates");
    let files = fs::read_dir(folder).unwrap().map(|it| it.unwrap());
    let read = files.map(|file| {
        let name = file.file_name().to_string_lossy().into_owned();
        (name, fs::read_to_string(file.path()).unwrap())
    });
    read.collect()
}

#[test]
fn every_template_of_the_corpus_says_the_same() {
    let files = corpus();
    assert!(files.len() >= 60);
    for (name, text) in files {
        check(&name, &text);
    }
}

#[test]
fn line_ends_become_those_of_the_first_line() {
    for (name, text) in corpus() {
        let text = text.replace("\r\n", "\n").replace('\n', "\r\n");
        let once = check(&name, &text);
        if text.contains('\n') {
            let alone = once.replace("\r\n", "").contains('\n');
            assert!(!alone, "{name}\n{once:?}");
        }
    }
    assert_eq!(check("mixed", "A: 1\nB: 2\r\n"), "A: 1\nB: 2\n");
    assert_eq!(
        check("comment", "{\r\n/* a\r\n b */ \"A\": 1\r\n}"),
        "{\r\n  /* a\r\n b */\r\n  \"A\": 1\r\n}\r\n"
    );
    assert_eq!(
        check("mixed", "{\r\n\"A\": 1\n}"),
        "{\r\n  \"A\": 1\r\n}\r\n"
    );
}

#[test]
fn comments_values_and_format_are_compared() {
    let same = |text: &str, candidate: &str| {
        let template = read(text).unwrap().template;
        says_the_same(template.source().unwrap(), candidate)
    };
    assert!(same("A: 'a b' # c\n", "A:   'a b'   # c\n"));
    assert!(!same("A: 'a b' # c\n", "A: 'a  b' # c\n"));
    assert!(!same("A: 'a b' # c\n", "A: 'a b' # d\n"));
    assert!(!same("{\"A\": 1}", "{\"A\" : 1"));
    // The colon inside of the quotes looks like that of a key.
    let text = "A:\n-   'x: y\n  z'\nB:  \n    C: 1\n";
    assert_eq!(check("quoted", text), text.replace("B:  ", "B:"));
}

#[test]
fn what_a_new_indentation_would_alter_keeps_its_own() {
    // What stands behind a marker may be the start of anything.
    let text = "--- !x\nA:\n    B: 1  \n\n\n    C: 2\n";
    let once = check("marker", text);
    assert_eq!(once, "--- !x\nA:\n    B: 1\n\n    C: 2\n");
    // A line end more would be a part of the text.
    let text = "A:\n    B: |+\n        x";
    assert_eq!(check("end", text), "A:\n  B: |+\n      x");
    // Another document is nobody's to touch.
    let text = "A:\n    B: 1\n---\nC:\n    D:   \n";
    assert_eq!(check("second", text), "A:\n  B: 1\n---\nC:\n    D:   \n");
    // Tabs have no width.
    let text = "A:\n  -\tB: 1\n";
    assert_eq!(check("tab", text), text);
}

/// A piece of YAML, a line or more, at an indentation.
#[derive(Clone, Debug)]
enum Piece {
    Leaf(&'static str),
    Map(usize, Vec<Piece>),
    List(usize, usize, Vec<Piece>),
}

fn piece() -> impl Strategy<Value = Piece> {
    let leaf = prop::sample::select(vec![
        "x",
        "'a  b'",
        "!Ref X  # why",
        "|\n~ one\n~   two  \n\n~ three",
        ">-\n~ folded  \n~ text",
        "|+\n~ kept\n\n",
        "[1,\n~ 2, { a: b }]",
        "\"one\n~ two \\\n~ three\"",
        "plain\n~ more",
        "{}",
        "",
    ])
    .prop_map(Piece::Leaf);
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            (1..5_usize, vec(inner.clone(), 1..4)).prop_map(|(step, it)| Piece::Map(step, it)),
            (0..4_usize, 1..4_usize, vec(inner, 1..4))
                .prop_map(|(step, gap, it)| Piece::List(step, gap, it)),
        ]
    })
}

/// Writes a value behind a colon or dash at a column.
fn write(piece: &Piece, column: usize, out: &mut String) {
    match piece {
        Piece::Leaf(text) => {
            let more = " ".repeat(column + 1);
            out.extend([" ", &text.replace('~', &more), "\n"]);
        }
        Piece::Map(step, pieces) => {
            *out += "\n";
            write_map(pieces, column + step, out);
        }
        Piece::List(step, gap, pieces) => {
            *out += "  \n";
            for piece in pieces {
                let dash = column + step;
                let margin = " ".repeat(dash);
                out.extend([&margin, "# below\n", &margin, "-"]);
                match piece {
                    Piece::Leaf(_) => write(piece, dash, out),
                    Piece::Map(_, pieces) => {
                        let mut inner = String::new();
                        write_map(pieces, dash + 1 + gap, &mut inner);
                        *out += inner.get(dash + 1..).unwrap();
                    }
                    Piece::List(..) => write(piece, dash + 1, out),
                }
            }
        }
    }
}

fn write_map(pieces: &[Piece], column: usize, out: &mut String) {
    for (place, piece) in pieces.iter().enumerate() {
        let margin = " ".repeat(column);
        out.extend([&margin, "K", &place.to_string(), ":"]);
        write(piece, column, out);
        if place % 2 == 1 {
            out.extend(["\n\n", &margin, "# between\n"]);
        }
    }
}

proptest! {
    #[test]
    fn random_yaml_says_the_same(
        pieces in vec(piece(), 1..5),
        margin in 0..3_usize,
        cut in any::<bool>(),
    ) {
        let mut text = String::new();
        write_map(&pieces, margin, &mut text);
        if cut {
            text.truncate(text.trim_end().len());
        }
        prop_assume!(read(&text).is_ok());
        check("random", &text);
    }

    #[test]
    fn random_json_says_the_same(gaps in vec(prop::sample::select(vec![
        "", " ", "\n", "\n\n\n", "\t", " // c\n", "/* c */", "\n// c\n\n", "\r\n",
    ]), 24)) {
        let tokens = [
            "{", "\"a\"", ":", "{", "\"b\"", ":", "{", "}", ",", "\"c\"", ":", "[", "1", ",",
            "{", "\"d\"", ":", "\"// {\"", "}", "]", "}", ",", "\"e\"", ": [] }",
        ];
        let text: String = gaps.iter().zip(tokens).flat_map(|(gap, token)| [*gap, token]).collect();
        check("random", &text);
    }
}
