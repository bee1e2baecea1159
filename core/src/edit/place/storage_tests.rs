//! Disks, policies, file systems and clusters dropped on small designs.

use super::*;
use crate::document::Session;
use crate::fixture::design;

const ZONES: &str = "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.0.0/24 AvailabilityZone=us-east-1a
    instance web
  subnet b CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1b
";

/// What was dropped, and the design after.
fn dropped(text: &str, kind: &str, container: &str, zone: Option<&str>) -> (Document, LogicalId) {
    let document = design(text);
    let site = Place {
        container: (!container.is_empty()).then(|| container.into()),
        zone: zone.map(str::to_owned),
        ..Place::default()
    };
    let (change, id) = place(&document, kind, &site).unwrap();
    let mut session = Session::new(document);
    session.commit(change).unwrap();
    (session.document().clone(), id)
}

fn text(document: &Document, id: &str, property: &str) -> String {
    let resource = document.template.resource(&id.into()).unwrap();
    let value = resource.get(&property.into()).unwrap();
    let text = crate::template::pretty(value);
    text.split_whitespace().collect()
}

#[test]
fn a_disk_is_in_the_zone_of_what_it_is_dropped_on() {
    let zone = |container, zone| {
        let (document, id) = dropped(ZONES, "AWS::EC2::Volume", container, zone);
        text(&document, id.as_str(), "AvailabilityZone")
    };
    assert_eq!(
        zone("web", None),
        r#"{"Fn::GetAtt":["web","AvailabilityZone"]}"#
    );
    assert_eq!(
        zone("b", None),
        r#"{"Fn::GetAtt":["b","AvailabilityZone"]}"#
    );
    assert_eq!(zone("main", Some("us-east-1b")), "\"us-east-1b\"");
    assert_eq!(zone("", None), r#"{"Fn::Select":[0,{"Fn::GetAZs":""}]}"#);
}

#[test]
fn a_policy_guards_the_bucket_that_has_none_yet() {
    let policy = "AWS::S3::BucketPolicy";
    let two = "bucket first\nbucket second\nAWS::S3::BucketPolicy there Bucket=@first";
    let (document, id) = dropped(two, policy, "", None);
    assert_eq!(
        text(&document, id.as_str(), "Bucket"),
        r#"{"Ref":"second"}"#
    );
    assert_eq!(
        text(
            &document,
            id.as_str(),
            "PolicyDocument.Statement.0.Resource"
        ),
        r#"[{"Fn::GetAtt":["second","Arn"]},{"Fn::Sub":"${second.Arn}/*"}]"#
    );
    let (document, id) = dropped("vpc main", policy, "", None);
    assert_eq!(
        text(&document, id.as_str(), "Bucket"),
        r#"{"Ref":"Bucket"}"#
    );
    assert!(document.template.resource(&"Bucket".into()).is_some());
}

#[test]
fn a_cluster_comes_with_its_subnets_and_an_instance_that_serves_it() {
    let (document, id) = dropped(ZONES, "AWS::RDS::DBCluster", "main", None);
    assert_eq!(id.as_str(), "DbCluster");
    assert_eq!(
        text(&document, "DbCluster", "DBSubnetGroupName"),
        r#"{"Ref":"DbSubnetGroup"}"#
    );
    let member = "DbClusterInstance";
    assert_eq!(
        text(&document, member, "DBClusterIdentifier"),
        r#"{"Ref":"DbCluster"}"#
    );
    assert_eq!(text(&document, member, "Engine"), "\"aurora-postgresql\"");
    let diagram = project(&document);
    let main = Some(LogicalId::new("main"));
    for id in ["DbCluster", member] {
        assert_eq!(diagram.nodes[id].parent, main, "{id}");
    }
}

#[test]
fn a_file_server_is_drawn_in_its_first_subnet() {
    let (document, id) = dropped(ZONES, "AWS::FSx::FileSystem", "b", None);
    assert_eq!(
        text(&document, id.as_str(), "SubnetIds"),
        r#"[{"Ref":"b"}]"#
    );
    let diagram = project(&document);
    assert_eq!(diagram.nodes[&id].parent, Some("b".into()));
}

#[test]
fn a_cache_stands_in_the_subnets_of_its_group() {
    let kind = "AWS::ElastiCache::ReplicationGroup";
    let (document, id) = dropped(ZONES, kind, "a", None);
    assert_eq!(
        text(&document, id.as_str(), "CacheSubnetGroupName"),
        r#"{"Ref":"CacheSubnetGroup"}"#
    );
}

#[test]
fn a_group_of_another_vpc_is_not_taken() {
    let kind = "AWS::ElastiCache::ReplicationGroup";
    let two = format!(
        "{ZONES}vpc other CidrBlock=10.1.0.0/16
  subnet c CidrBlock=10.1.0.0/24 AvailabilityZone=us-east-1a
    AWS::ElastiCache::SubnetGroup theirs SubnetIds=[@c]
"
    );
    let group = |container| {
        let (document, id) = dropped(&two, kind, container, None);
        text(&document, id.as_str(), "CacheSubnetGroupName")
    };
    assert_eq!(group("other"), r#"{"Ref":"theirs"}"#);
    assert_eq!(group("main"), r#"{"Ref":"CacheSubnetGroup"}"#);
}
