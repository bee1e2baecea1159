//! Region, account and variants, set and taken back.

use super::*;
use crate::document::{Session, export, open, save};
use crate::template::{Evaluator, Value};

const TEXT: &str = r#"{
  "Parameters": {
    "Env": { "Type": "String", "Default": "dev", "AllowedValues": ["dev", "prod"] },
    "Size": { "Type": "Number" },
    "Ports": { "Type": "CommaDelimitedList", "Default": "80" }
  },
  "Resources": {}
}
"#;

fn session() -> Session {
    Session::new(open(TEXT).unwrap().document)
}

fn run(session: &mut Session, edit: impl FnOnce(&Document) -> Result<Change, Refusal>) -> String {
    let change = edit(session.document()).unwrap();
    let title = change.title.to_string();
    session.commit(change).unwrap();
    title
}

fn refused(session: &Session, edit: impl FnOnce(&Document) -> Result<Change, Refusal>) -> String {
    edit(session.document()).unwrap_err().to_string()
}

fn evaluated(session: &Session, name: &str) -> Option<String> {
    let setting = session.document().setting();
    let evaluator = Evaluator::new(&session.document().template, &setting);
    evaluator.evaluate(&Value::reference(name)).text()
}

#[test]
fn a_variant_sets_values_in_place_of_the_defaults() {
    let mut session = session();
    assert_eq!(
        run(&mut session, |it| add_variant(it, " prod ")),
        "Add the variant prod"
    );
    let title = run(&mut session, |it| {
        set_parameter_value(it, "Env", Some("prod"))
    });
    assert_eq!(title, "Change Env in prod");
    run(&mut session, |it| {
        set_parameter_value(it, "Size", Some("4"))
    });
    assert_eq!(evaluated(&session, "Env").as_deref(), Some("prod"));
    assert_eq!(evaluated(&session, "Size").as_deref(), Some("4"));
    run(&mut session, |it| choose_variant(it, None));
    assert_eq!(evaluated(&session, "Env").as_deref(), Some("dev"));
    assert_eq!(evaluated(&session, "Size"), None);
    run(&mut session, |it| choose_variant(it, Some("prod")));
    run(&mut session, |it| set_parameter_value(it, "Env", None));
    assert_eq!(evaluated(&session, "Env").as_deref(), Some("dev"));
    assert_eq!(export(session.document()), TEXT);
    while session.undo().is_some() {}
    assert_eq!(save(session.document()), TEXT);
}

#[test]
fn without_a_variant_the_default_in_the_template_is_set() {
    let mut session = session();
    let title = run(&mut session, |it| {
        set_parameter_value(it, "Size", Some("4"))
    });
    assert_eq!(title, "Change the default of Size");
    run(&mut session, |it| {
        set_parameter_value(it, "Env", Some("prod"))
    });
    run(&mut session, |it| set_parameter_value(it, "Ports", None));
    let expected = TEXT
        .replace(r#""Type": "Number""#, r#""Type": "Number", "Default": 4"#)
        .replace(r#""Default": "dev""#, r#""Default": "prod""#)
        .replace(r#", "Default": "80""#, "");
    assert_eq!(export(session.document()), expected);
    let same = set_parameter_value(session.document(), "Env", Some("prod"));
    assert!(same.unwrap().is_empty());
}

#[test]
fn a_new_variant_begins_with_the_values_of_the_chosen_one() {
    let mut session = session();
    run(&mut session, |it| add_variant(it, "dev"));
    run(&mut session, |it| {
        set_parameter_value(it, "Size", Some("4"))
    });
    run(&mut session, |it| add_variant(it, "prod"));
    run(&mut session, |it| {
        set_parameter_value(it, "Size", Some("8"))
    });
    assert_eq!(evaluated(&session, "Size").as_deref(), Some("8"));
    run(&mut session, |it| choose_variant(it, Some("dev")));
    assert_eq!(evaluated(&session, "Size").as_deref(), Some("4"));
}

#[test]
fn a_renamed_variant_keeps_its_place_and_stays_chosen() {
    let mut session = session();
    for name in ["dev", "test", "prod"] {
        run(&mut session, |it| add_variant(it, name));
    }
    run(&mut session, |it| choose_variant(it, Some("test")));
    run(&mut session, |it| rename_variant(it, "test", "stage"));
    let variants = &session.document().layout.variants;
    let names: Vec<_> = variants.all.keys().cloned().collect();
    assert_eq!(names, ["dev", "stage", "prod"]);
    assert_eq!(variants.chosen.as_deref(), Some("stage"));
    run(&mut session, |it| remove_variant(it, "stage"));
    assert_eq!(session.document().layout.variants.chosen, None);
    assert_eq!(session.document().layout.variants.all.len(), 2);
}

#[test]
fn what_is_saved_opens_the_same() {
    let mut session = session();
    run(&mut session, |it| set_account(it, "0000-1111-2222"));
    run(&mut session, |it| add_variant(it, "dev"));
    run(&mut session, |it| {
        set_parameter_value(it, "Size", Some("4"))
    });
    let saved = save(session.document());
    assert_eq!(&open(&saved).unwrap().document, session.document());
    assert!(saved.contains(r#""Account": "000011112222""#), "{saved}");
    assert_eq!(session.document().setting().account, "000011112222");
    assert_eq!(export(session.document()), TEXT);
}

#[test]
fn what_is_malformed_in_the_file_is_left_out_or_kept() {
    let block = r#"{"Variants": {"dev": {"Size": 4, "Ports": [1]}, "prod": 3},
        "Variant": "gone", "Account": 5, "Later": {"a": 1}}"#;
    let text = TEXT.replacen(
        '{',
        &format!(r#"{{"Metadata": {{"Drawbridge": {block}}},"#),
        1,
    );
    let document = open(&text).unwrap().document;
    let variants = &document.layout.variants;
    assert_eq!(variants.chosen, None);
    assert_eq!(variants.all.len(), 1);
    assert_eq!(variants.all["dev"].len(), 1);
    assert_eq!(variants.all["dev"]["Size"], "4");
    let saved = save(&document);
    assert!(
        saved.contains(r#""Later""#) && saved.contains(r#""Account": 5"#),
        "{saved}"
    );
    assert_eq!(open(&saved).unwrap().document, document);
    let mut session = Session::new(document);
    run(&mut session, |it| set_account(it, "000011112222"));
    let saved = save(session.document());
    assert_eq!(
        open(&saved).unwrap().document.setting().account,
        "000011112222"
    );
}

#[test]
fn what_cannot_be_is_refused() {
    let mut session = session();
    run(&mut session, |it| add_variant(it, "dev"));
    assert_eq!(
        refused(&session, |it| add_variant(it, "dev")),
        "There is a variant dev already: choose another name."
    );
    assert_eq!(
        refused(&session, |it| add_variant(it, "  ")),
        "A variant needs a name: write one such as dev."
    );
    assert_eq!(
        refused(&session, |it| rename_variant(it, "gone", "x")),
        "There is no variant gone any more: choose another."
    );
    assert_eq!(
        refused(&session, |it| set_parameter_value(it, "Env", Some("test"))),
        "“test” is not among the values that Env allows: dev, prod."
    );
    assert_eq!(
        refused(&session, |it| set_parameter_value(it, "Gone", Some("x"))),
        "There is no parameter Gone any more."
    );
    assert_eq!(
        refused(&session, |it| set_account(it, "12")),
        "“12” is no account: write its 12 digits, such as 123456789012."
    );
    let emptied = set_account(session.document(), "").unwrap();
    assert!(emptied.is_empty());
}

#[test]
fn a_region_is_set_without_touching_the_template() {
    let document = session().document().clone();
    let change = set_region(&document, "ap-northeast-2").unwrap();
    assert_eq!(change.touches.len(), 1);
    assert_eq!(
        set_region(&document, "Seoul").unwrap_err().to_string(),
        "“Seoul” is no region: write one such as us-east-1."
    );
}
