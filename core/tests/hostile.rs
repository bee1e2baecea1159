//! Texts that nobody should write: whatever is opened can be analyzed, drawn,
//! asked, edited and printed, and nothing panics. Says nothing of what is found.

#![expect(
    clippy::unwrap_used,
    reason = "a sample that does not open is to fail the test"
)]

use std::fs;
use std::path::Path;

use drawbridge_core::analysis::analyze;
use drawbridge_core::diagram::{arrange, picture, project};
use drawbridge_core::document::{Change, Document, Refusal, Session, export, open, save};
use drawbridge_core::edit;
use drawbridge_core::lower::Lowered;
use drawbridge_core::network::Protocol;
use drawbridge_core::reach::{End, Question, ask, exposures};
use drawbridge_core::rules;
use drawbridge_core::schema::Schemas;
use drawbridge_core::template::LogicalId;
use drawbridge_schema::{CURATED, FURTHER, KINDS};
use proptest::prelude::*;

/// Values that stand where they should not.
const ODD: [&str; 24] = [
    "null",
    "true",
    "[]",
    "{}",
    "\"\"",
    "\"x\"",
    "-1",
    "-0",
    "1e400",
    "18446744073709551616",
    "0.1",
    "\"\\ud800\"",
    "\"10.0.0.0/8\"",
    "\"255.255.255.255/0\"",
    "\"::/0\"",
    "\"tcp\"",
    "{\"Ref\": \"Vpc\"}",
    "{\"Ref\": \"WebVpc\"}",
    "{\"Ref\": []}",
    "{\"Fn::If\": [\"Nothing\", 1, {\"Ref\": \"AWS::NoValue\"}]}",
    "{\"Fn::GetAtt\": [\"Vpc\", \"A.B.C\"]}",
    "{\"Fn::Sub\": [\"${a}${\", {\"a\": {\"Fn::Sub\": \"${!x}\"}}]}",
    "{\"Fn::Select\": [9223372036854775807, {\"Fn::Cidr\": [\"0.0.0.0/0\", 256, 32]}]}",
    "[[[{\"Fn::Split\": [\"\", \"a\"]}], {\"a.b\": {\"0\": 1}, \"\": 2}]]",
];

/// What is known of types, read once.
fn schemas() -> &'static Schemas {
    static ALL: std::sync::LazyLock<Schemas> =
        std::sync::LazyLock::new(|| Schemas::read(&[CURATED, FURTHER]).with_names(KINDS));
    &ALL
}

/// Does everything with a text that a person can do; gives whether it opened.
fn use_it(text: &str) -> bool {
    let Ok(opened) = open(text) else {
        return false;
    };
    let document = opened.document;
    assert_eq!(
        export(&open(&save(&document)).unwrap().document),
        export(&document)
    );
    let analysis = analyze(&document, schemas());
    for finding in analysis.findings.iter().take(3) {
        let _ = finding.message.to_string();
        for fix in rules::fixes(&document, schemas(), finding) {
            commit(&document, Ok(fix.change));
        }
    }
    let lowered = Lowered::of(&analysis.survey);
    let _ = exposures(&lowered);
    let names: Vec<LogicalId> = document.template.resources.keys().cloned().collect();
    for pair in names.windows(2).step_by(7).take(2) {
        let (from, to) = (pair[0].clone(), pair[1].clone());
        let ends = (End::Resource(from.clone()), End::Resource(to.clone()));
        let _ = ask(
            &lowered,
            &Question::new(ends.0, ends.1.clone(), Protocol::Tcp, 80),
        );
        let _ = ask(
            &lowered,
            &Question::new(End::Internet(None), ends.1, Protocol::Any, 0),
        );
        for connection in edit::connections(&document, &from, &to).unwrap_or_default() {
            commit(&document, edit::connect(&document, &connection, Some(80)));
        }
        commit(
            &document,
            edit::remove(&document, std::slice::from_ref(&from)),
        );
        commit(&document, edit::rename(&document, &from, "Renamed"));
        commit(
            &document,
            edit::duplicate(&document, std::slice::from_ref(&from)).map(|it| it.0),
        );
        let copied = edit::copy(&document, &[from]);
        commit(
            &document,
            edit::paste(&document, &copied, Some(&to)).map(|it| it.0),
        );
    }
    let _ = picture(&project(&document));
    commit(&document, arrange(&document));
    let again = edit::rewrite(&document, text).unwrap();
    commit(&document, Ok(again.change));
    true
}

fn commit(document: &Document, change: Result<Change, Refusal>) {
    let Ok(change) = change else { return };
    let mut session = Session::new(document.clone());
    session.commit(change).unwrap();
    let printed = save(session.document());
    let opened = open(&printed).unwrap().document;
    assert_eq!(&opened, session.document(), "{printed}");
    session.undo();
    assert_eq!(save(session.document()), save(document));
}

fn samples() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/samples");
    let names = [
        "broken-on-purpose.json",
        "three-tiers-two-zones.json",
        "private-only-with-vpn.json",
    ];
    names
        .map(|name| fs::read_to_string(folder.join(name)).unwrap())
        .to_vec()
}

#[test]
fn odd_texts_are_opened_or_refused() {
    let resource = |body: &str| format!("{{\"Resources\": {{\"A\": {body}}}}}");
    let opens = [
        "{}".to_owned(),
        "{\"Resources\": []}".to_owned(),
        "{\"Resources\": {\"Fn::ForEach::X\": [\"a\", [\"b\"], {\"R${a}\": {\"Type\": \"T\"}}]}}".to_owned(),
        "{\"Resources\": {\"Fn::Transform\": {\"Name\": \"AWS::Include\"}}}".to_owned(),
        "{\"Resources\": {\"Ref\": {\"Type\": \"AWS::EC2::VPC\"}}}".to_owned(),
        "{\"Resources\": {\"Ref\": \"X\"}, \"Parameters\": {\"Ref\": \"X\"}, \"Conditions\": 3, \"Outputs\": []}".to_owned(),
        "{\"Resources\": {\"\": {\"Type\": \"\"}, \"a.b\": {\"Type\": \"AWS::EC2::VPC\"}, \"0\": {\"Type\": \"AWS::EC2::Subnet\", \"Properties\": {\"VpcId\": {\"Ref\": \"a.b\"}}}}}".to_owned(),
        "{\"Metadata\": {\"Drawbridge\": {\"Frames\": {\"A\": [1e400, -1e400, 1e308, 1e308]}, \"Region\": 3}}, \"Resources\": {\"A\": {\"Type\": \"AWS::EC2::VPC\"}}}".to_owned(),
        resource("3"),
        resource("null"),
        resource("{\"Type\": 3}"),
        resource("{\"Type\": {\"Ref\": \"A\"}, \"Properties\": {\"Ref\": \"A\"}}"),
        resource("{\"Type\": \"AWS::EC2::Subnet\", \"Properties\": [1, 2]}"),
        resource("{\"Type\": \"AWS::EC2::Subnet\", \"Properties\": {\"Fn::If\": [\"C\", {}, {}]}}"),
        resource("{\"Type\": \"AWS::EC2::Subnet\", \"Properties\": {\"VpcId\": {\"Ref\": \"A\"}}, \"DependsOn\": [\"A\", 1, null]}"),
        resource("{\"Type\": \"AWS::EC2::VPC\", \"Type\": \"AWS::EC2::Subnet\", \"Properties\": {\"a.b.0\": 1, \"\": {\"\": 2}}}"),
        "\u{feff}{\r\n\t\"Resources\" : {\r\n\t}\r\n}\r\n".to_owned(),
        "// a \" quote\n{\"Resources\": {/* [ \" */},}".to_owned(),
        format!("{{\"Resources\": {{}}, \"X\": [{}]}}", ODD.join(", ")),
    ];
    for text in opens {
        assert!(use_it(&text), "{text}");
    }
    let refused = [
        "",
        " ",
        "[]",
        "3",
        "\"x\"",
        "null",
        "{",
        "{\"Resources\": {\"A\": \u{0}}}",
        "Resources:\n  A:\n    Type: T\n",
    ];
    for text in refused {
        let _ = use_it(text);
    }
}

#[test]
fn brackets_behind_a_comment_with_a_quote_are_counted() {
    let deep = "[".repeat(100_000);
    for start in ["// \"\n", "/* \" */", "/*/ \" */", "// \" \r"] {
        let refused = open(&format!("{start}{deep}")).unwrap_err();
        assert!(
            refused.message.to_string().contains("deeper"),
            "{}",
            refused.message
        );
    }
}

#[test]
fn odd_values_anywhere_break_nothing() {
    for sample in samples() {
        let lines: Vec<&str> = sample.lines().collect();
        let values = lines
            .iter()
            .enumerate()
            .filter(|(_, line)| line.contains("\": "));
        for (place, (at, line)) in values.enumerate() {
            let (key, rest) = line.split_once("\": ").unwrap();
            if place % 6 > 0 || rest.ends_with(['{', '[']) {
                continue;
            }
            let comma = if rest.ends_with(',') { "," } else { "" };
            let odd = format!("{key}\": {}{comma}", ODD[place / 6 % ODD.len()]);
            let mut changed = lines.clone();
            changed[at] = &odd;
            use_it(&changed.join("\n"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_sample_with_pieces_moved_about_never_panics(
        sample in 0..3_usize,
        cuts in prop::collection::vec((0..100_000_usize, 0..60_usize, 0..100_000_usize, 0..ODD.len()), 1..6),
    ) {
        let mut text: Vec<char> = samples()[sample].chars().collect();
        for (at, length, to, odd) in cuts {
            let at = at % text.len();
            let end = (at + length).min(text.len());
            let mut piece: Vec<char> = text.drain(at..end).collect();
            if length % 3 == 0 {
                piece = ODD[odd].chars().collect();
            }
            let to = to % (text.len() + 1);
            text.splice(to..to, piece);
        }
        use_it(&text.into_iter().collect::<String>());
    }
}
