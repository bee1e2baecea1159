//! What goes with what, and what stays as it was.

use super::*;
use crate::document::{Session, export, open};
use crate::fixture::design;

const NETWORK: &str = "igw gate
vpc main
  attachment joined InternetGatewayId=@gate
  subnet a
    tableassociation one RouteTableId=@table
    instance web SecurityGroupIds=[@open, @shut]
    nat out AllocationId=@address.AllocationId
  subnet b
  routetable table
    route default GatewayId=@gate DestinationCidrBlock=0.0.0.0/0 :DependsOn=joined
  sg open
  sg shut
eip address
lb front Subnets=[@a, @b]
";

fn goes(ids: &[&str]) -> Vec<String> {
    let ids: Vec<_> = ids.iter().map(LogicalId::new).collect();
    let gone = removal(&design(NETWORK), &ids);
    gone.iter().map(ToString::to_string).collect()
}

#[test]
fn what_lives_in_it_and_leads_to_it_goes_along() {
    assert_eq!(goes(&["a"]), ["a", "one", "web", "out", "address"]);
    assert_eq!(goes(&["gate"]), ["gate", "joined", "default"]);
    assert_eq!(goes(&["table"]), ["one", "table", "default"]);
    assert_eq!(goes(&["main"]).len(), 13);
    assert_eq!(goes(&["open"]), ["open"]);
}

#[test]
fn what_stays_says_nothing_of_what_is_gone() {
    let mut session = Session::new(design(NETWORK));
    let before = export(session.document());
    let change = remove(session.document(), &["open".into()]).unwrap();
    assert_eq!(change.title.to_string(), "Remove open");
    session.commit(change).unwrap();
    let change = remove(session.document(), &["a".into()]).unwrap();
    assert_eq!(change.title.to_string(), "Remove a and 4 more");
    session.commit(change).unwrap();
    let front = session.document().template.resource(&"front".into());
    let subnets = front.unwrap().property("Subnets").cloned();
    assert_eq!(subnets, Some(vec![Value::reference("b")].into()));
    session.undo();
    session.undo();
    assert_eq!(export(session.document()), before);
}

#[test]
fn waiting_metadata_and_outputs_are_cleaned() {
    let text = r#"{"Resources": {
        "A": {"Type": "T"},
        "B": {"Type": "T", "DependsOn": ["A", "C"], "Metadata": {"Of": {"Ref": "A"}}},
        "C": {"Type": "T", "DependsOn": "A", "Properties": {"X": {"Ref": "A"}}}},
        "Outputs": {"One": {"Value": {"Ref": "A"}}, "Two": {"Value": {"Ref": "C"}}}}"#;
    let expected = r#"{"Resources": {
        "B": {"Type": "T", "DependsOn": ["C"]},
        "C": {"Type": "T"}},
        "Outputs": {"Two": {"Value": {"Ref": "C"}}}}"#;
    let mut session = Session::new(open(text).unwrap().document);
    let change = remove(session.document(), &["A".into()]).unwrap();
    session.commit(change).unwrap();
    assert_eq!(session.document(), &open(expected).unwrap().document);
    session.undo();
    assert_eq!(export(session.document()), text);
}

#[test]
fn what_is_not_there_is_refused() {
    let refused = |ids: &[LogicalId]| remove(&design(NETWORK), ids).unwrap_err().to_string();
    assert_eq!(
        refused(&["gone".into()]),
        "gone is not there any more: choose another resource."
    );
    assert_eq!(
        refused(&[]),
        "What was chosen is not there any more: choose another resource."
    );
}
