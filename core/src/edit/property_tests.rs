//! Single values, set and taken away.

use super::*;
use crate::document::{Session, export};
use crate::fixture::design;

fn after(change: Result<Change, Refusal>, document: &Document) -> Result<String, String> {
    let change = change.map_err(|it| it.to_string())?;
    let mut session = Session::new(document.clone());
    session.commit(change).unwrap();
    let text = export(session.document());
    Ok(one_line(&text))
}

fn vpc() -> Document {
    design("vpc main CidrBlock=10.0.0.0/16")
}

fn one_line(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ").replace("[ ", "[").replace(" ]", "]")
}

#[test]
fn a_property_is_set_and_taken_away() {
    let document = vpc();
    let path = PropertyPath::from("CidrBlock");
    let set = set_property(&document, &"main".into(), &path, Some("10.1.0.0/16".into()));
    assert!(after(set, &document).unwrap().contains("10.1.0.0/16"));
    let taken = set_property(&document, &"main".into(), &path, None);
    assert!(!after(taken, &document).unwrap().contains("CidrBlock"));
    let same = set_property(&document, &"main".into(), &path, Some("10.0.0.0/16".into()));
    assert!(same.unwrap().is_empty());
}

#[test]
fn a_place_inside_a_text_is_refused() {
    let document = vpc();
    let inside = set_property(
        &document,
        &"main".into(),
        &"CidrBlock.Deep".into(),
        Some(1.into()),
    );
    assert_eq!(
        inside.unwrap_err().to_string(),
        "CidrBlock.Deep of main cannot be set: something around it is written in another form. Edit it as JSON."
    );
}

#[test]
fn an_attribute_stands_beside_the_properties() {
    let document = vpc();
    let set = set_attribute(
        &document,
        &"main".into(),
        "DeletionPolicy",
        Some("Retain".into()),
    );
    assert!(
        after(set, &document)
            .unwrap()
            .contains(r#""DeletionPolicy": "Retain""#)
    );
    let none = set_attribute(&document, &"gone".into(), "DeletionPolicy", None);
    assert_eq!(
        none.unwrap_err().to_string(),
        "gone is not there any more: choose another resource."
    );
}

#[test]
fn a_tag_is_set_once_for_each_key() {
    let document = design("vpc main Tags=[{Key=Name, Value=old}, {Key=Team, Value=net}]");
    let id = "main".into();
    let text = after(set_tag(&document, &id, "Name", Some("new")), &document).unwrap();
    assert!(
        text.contains(r#""Key": "Name", "Value": "new""#) && !text.contains("old"),
        "{text}"
    );
    let text = after(set_tag(&document, &id, "Name", None), &document).unwrap();
    assert!(!text.contains("Name\"") && text.contains("Team"), "{text}");
    let bare = vpc();
    let text = after(set_tag(&bare, &id, "Name", Some("new")), &bare).unwrap();
    assert!(
        text.contains(r#""Tags": [{ "Key": "Name", "Value": "new" }]"#),
        "{text}"
    );
    assert!(set_tag(&bare, &id, "Name", None).unwrap().is_empty());
}

#[test]
fn keys_of_aws_are_refused() {
    let refused = |key| {
        set_tag(&vpc(), &"main".into(), key, Some("x"))
            .unwrap_err()
            .to_string()
    };
    assert_eq!(
        refused("aws:name"),
        "“aws:name” begins with aws:, which AWS keeps for itself: choose another key."
    );
    assert_eq!(refused(""), "A tag needs a key: write one, such as Name.");
}
