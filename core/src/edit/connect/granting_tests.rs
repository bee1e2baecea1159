//! Lines that need something beside themselves.

use crate::document::{Document, Session};
use crate::edit::{Place, connect, connections, place};
use crate::fixture::design;
use crate::template::{Value, pretty};

/// The design after the first line offered between two is drawn.
fn drawn(document: Document, from: &str, to: &str) -> Document {
    let offered = connections(&document, &from.into(), &to.into()).unwrap();
    let change = connect(&document, &offered[0], None).unwrap();
    let mut session = Session::new(document);
    session.commit(change).unwrap();
    session.document().clone()
}

fn text(document: &Document, id: &str, path: &str) -> String {
    let resource = document.template.resource(&id.into());
    let resource = resource.unwrap_or_else(|| panic!("no {id}"));
    let value = resource.get(&path.into()).map(pretty).unwrap_or_default();
    value.split_whitespace().collect()
}

fn names(document: &Document) -> Vec<&str> {
    let resources = document.template.resources.keys();
    resources.map(crate::template::LogicalId::as_str).collect()
}

#[test]
fn a_queue_lets_the_topic_in_that_is_drawn_to_it() {
    let document = drawn(design("topic news\nqueue inbox\n"), "news", "inbox");
    assert_eq!(
        names(&document),
        ["news", "inbox", "Subscription", "SubscriptionQueuePolicy"]
    );
    assert_eq!(text(&document, "Subscription", "Protocol"), "\"sqs\"");
    let policy = "SubscriptionQueuePolicy";
    assert_eq!(text(&document, policy, "Queues"), r#"[{"Ref":"inbox"}]"#);
    assert_eq!(
        text(&document, policy, "PolicyDocument.Statement.0"),
        r#"{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage","Resource":{"Fn::GetAtt":["inbox","Arn"]},"Condition":{"ArnEquals":{"aws:SourceArn":{"Ref":"news"}}}}"#
    );
}

#[test]
fn a_queue_has_one_policy_to_which_each_line_adds() {
    let text_of = "topic news\ntopic alarms\nqueue inbox\neventrule nightly\n";
    let mut document = drawn(design(text_of), "news", "inbox");
    document = drawn(document, "alarms", "inbox");
    document = drawn(document, "nightly", "inbox");
    let policies = document.template.of_kind("AWS::SQS::QueuePolicy");
    let policies: Vec<_> = policies.map(|(id, _)| id.as_str().to_owned()).collect();
    assert_eq!(policies, ["SubscriptionQueuePolicy"]);
    let sources: Vec<_> = (0..4)
        .map(|index| {
            let path = format!("PolicyDocument.Statement.{index}.Condition.ArnEquals");
            text(&document, &policies[0], &path)
        })
        .collect();
    assert_eq!(
        sources,
        [
            r#"{"aws:SourceArn":{"Ref":"news"}}"#,
            r#"{"aws:SourceArn":{"Ref":"alarms"}}"#,
            r#"{"aws:SourceArn":{"Fn::GetAtt":["nightly","Arn"]}}"#,
            ""
        ]
    );
}

#[test]
fn a_statement_that_is_there_is_not_written_again() {
    let document = drawn(design("topic news\nqueue inbox\n"), "news", "inbox");
    let mut session = Session::new(document.clone());
    let line = ["Subscription".into()];
    session
        .commit(crate::edit::remove(&document, &line).unwrap())
        .unwrap();
    let again = drawn(session.document().clone(), "news", "inbox");
    let policy = "SubscriptionQueuePolicy";
    assert_eq!(text(&again, policy, "PolicyDocument.Statement.1"), "");
    let policies = again.template.of_kind("AWS::SQS::QueuePolicy");
    assert_eq!(policies.count(), 1);
}

#[test]
fn a_rule_starts_a_workflow_by_a_role_of_its_own() {
    let start = "eventrule nightly\nstatemachine work RoleArn=@worker.Arn\nrole worker\n";
    let document = drawn(design(start), "nightly", "work");
    assert_eq!(
        text(&document, "nightly", "Targets.0"),
        r#"{"Arn":{"Ref":"work"},"Id":"Target1","RoleArn":{"Fn::GetAtt":["nightlyRole","Arn"]}}"#
    );
    assert!(
        text(&document, "nightlyRole", "AssumeRolePolicyDocument").contains("events.amazonaws.com")
    );
    assert!(text(&document, "nightlyRole", "Policies").contains(r#""Resource":{"Ref":"work"}"#));
}

#[test]
fn a_workflow_gets_the_permission_in_the_role_that_it_has() {
    let start = "topic news\nstatemachine work RoleArn=@worker.Arn\nrole worker\n";
    let document = drawn(design(start), "work", "news");
    assert_eq!(
        text(&document, "workPolicy", "Roles"),
        r#"[{"Ref":"worker"}]"#
    );
    assert_eq!(
        text(&document, "workPolicy", "PolicyName"),
        "\"workPolicy\""
    );
    // A role that is not in the template gets none.
    let start = "topic news\nstatemachine work RoleArn=arn:aws:iam::123456789012:role/worker\n";
    let document = drawn(design(start), "work", "news");
    assert_eq!(names(&document), ["news", "work"]);
}

#[test]
fn a_target_of_an_api_gets_a_route_and_a_role() {
    let document = drawn(design("httpapi shop\nqueue orders\n"), "shop", "orders");
    let line = "HttpApiIntegration";
    assert_eq!(
        text(&document, line, "RequestParameters.MessageBody"),
        "\"$request.body\""
    );
    assert_eq!(
        text(&document, line, "CredentialsArn"),
        r#"{"Fn::GetAtt":["HttpApiIntegrationRole","Arn"]}"#
    );
    let route = "HttpApiIntegrationHttpApiRoute";
    assert_eq!(
        text(&document, route, "Target"),
        r#"{"Fn::Sub":"integrations/${HttpApiIntegration}"}"#
    );
    assert_eq!(
        text(&document, route, "RouteKey"),
        "\"ANY/HttpApiIntegration\""
    );
}

#[test]
fn a_list_of_failures_counts_tries() {
    let document = drawn(design("queue orders\nqueue lost\n"), "orders", "lost");
    assert_eq!(
        text(&document, "orders", "RedrivePolicy.maxReceiveCount"),
        "5"
    );
}

#[test]
fn the_address_of_a_stage_is_put_together() {
    let start = "webacl wall\nrestapi shop\napistage live RestApiId=@shop\n";
    let document = drawn(design(start), "wall", "live");
    assert_eq!(
        text(&document, "WebAclAssociation", "ResourceArn"),
        r#"{"Fn::Sub":"arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/${shop}/stages/${live}"}"#
    );
    // And is read back as a line between the two.
    let diagram = crate::diagram::project(&document);
    let line = diagram
        .arrows
        .iter()
        .find(|it| it.verb == "protects")
        .unwrap();
    assert_eq!((line.from.as_str(), line.to.as_str()), ("wall", "live"));
}

#[test]
fn a_stage_brings_an_api_that_answers() {
    let document = design("restapi other\napimethod ping RestApiId=@other\nrestapi shop\n");
    let site = Place {
        container: Some("shop".into()),
        ..Place::default()
    };
    let (change, id) = place(&document, "AWS::ApiGateway::Stage", &site).unwrap();
    let mut session = Session::new(document);
    session.commit(change).unwrap();
    let document = session.document();
    assert_eq!(
        text(document, id.as_str(), "RestApiId"),
        r#"{"Ref":"shop"}"#
    );
    let deployment = document
        .template
        .of_kind("AWS::ApiGateway::Deployment")
        .next()
        .unwrap()
        .1;
    // It waits for a method of the same API, not for one of the other.
    let waits = deployment
        .attribute("DependsOn")
        .and_then(Value::as_text)
        .unwrap();
    assert_ne!(waits, "ping");
    assert_eq!(text(document, waits, "RestApiId"), r#"{"Ref":"shop"}"#);
    let path = document
        .template
        .of_kind("AWS::ApiGateway::Resource")
        .next()
        .unwrap()
        .0;
    assert_eq!(
        text(document, path.as_str(), "ParentId"),
        r#"{"Fn::GetAtt":["shop","RootResourceId"]}"#
    );
}

#[test]
fn a_function_may_read_the_queue_before_it_is_called_for_it() {
    let text_of = "queue orders\nrole clerk\nfunction work Role=@clerk.Arn\n";
    let document = drawn(design(text_of), "orders", "work");
    let policy = "EventSourcePolicy";
    assert_eq!(text(&document, policy, "Roles"), r#"[{"Ref":"clerk"}]"#);
    let statement = text(&document, policy, "PolicyDocument.Statement.0");
    assert!(statement.contains("sqs:ReceiveMessage"), "{statement}");
    let mapping = document.template.resource(&"EventSource".into()).unwrap();
    assert_eq!(mapping.attribute("DependsOn"), Some(&policy.into()));
}

#[test]
fn what_a_line_waits_for_comes_behind_what_is_waited_for_already() {
    let text_of = "function judge Handler=index.handler\nconfigrule rule :DependsOn=recorder\n";
    let document = drawn(design(text_of), "rule", "judge");
    let rule = document.template.resource(&"rule".into()).unwrap();
    let waits = rule.attribute("DependsOn").map(pretty).unwrap();
    assert!(
        waits.contains("recorder") && waits.contains("rulePermission"),
        "{waits}"
    );
    assert_eq!(text(&document, "rule", "Source.Owner"), "\"CUSTOM_LAMBDA\"");
}
