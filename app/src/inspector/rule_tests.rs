//! What a row of rules shows and writes.

use drawbridge_core::template::read;

use super::*;

fn ssh() -> Map {
    let mut rule = with_service(&Map::new(), "SSH");
    rule.insert("CidrIp".to_owned(), "10.0.2.0/24".into());
    rule.insert("Description".to_owned(), "bastion".into());
    rule
}

fn template() -> Template {
    let text = r#"{"Resources": {"Web": {"Type": "AWS::EC2::SecurityGroup"}}}"#;
    read(text).unwrap().template
}

#[test]
fn a_known_service_is_said_by_name() {
    assert_eq!(summary(&ssh(), Direction::In), "SSH from 10.0.2.0/24");
    let all = with_service(&ssh(), "All traffic");
    assert_eq!(summary(&all, Direction::Out), "All traffic to 10.0.2.0/24");
    assert_eq!(all.get("FromPort"), None);
}

#[test]
fn ports_read_back_as_they_are_written() {
    for (text, shown) in [
        ("8001", "8001"),
        ("8000-8010", "8000-8010"),
        ("all", "all"),
        (" 1 – 2 ", "1-2"),
    ] {
        assert_eq!(ports(&with_ports(&ssh(), text).unwrap()), shown);
    }
    for text in ["ssh", "70000", "9-8", "-1"] {
        assert!(with_ports(&ssh(), text).is_err(), "{text}");
    }
}

#[test]
fn a_group_takes_the_place_of_the_block() {
    let rule = with_side(&ssh(), Direction::In, "Web", &template()).unwrap();
    assert_eq!(
        rule.get("SourceSecurityGroupId"),
        Some(&Value::attribute("Web", "GroupId"))
    );
    assert_eq!(rule.get("CidrIp"), None);
    assert_eq!(side(&rule, Direction::In), "Web");
    assert_eq!(
        rule.keys().next_back().map(String::as_str),
        Some("Description")
    );
}

#[test]
fn each_form_of_another_side_has_its_property() {
    let key = |text: &str| {
        let rule = with_side(&Map::new(), Direction::Out, text, &template()).unwrap();
        rule.keys().next().cloned().unwrap()
    };
    assert_eq!(key("10.0.0.0/8"), "CidrIp");
    assert_eq!(key("::/0"), "CidrIpv6");
    assert_eq!(key("pl-0123"), "DestinationPrefixListId");
    assert_eq!(key("sg-0123"), "DestinationSecurityGroupId");
    for text in ["", "nobody", "10.0.0.0/99"] {
        assert!(
            with_side(&Map::new(), Direction::Out, text, &template()).is_err(),
            "{text}"
        );
    }
}

#[test]
fn another_protocol_brings_ports_that_it_knows() {
    let ping = with_protocol(&ssh(), "icmp");
    assert_eq!(ports(&ping), "-1");
    assert_eq!(ports(&with_protocol(&ping, "udp")), "all");
    assert_eq!(ports(&with_protocol(&ssh(), "udp")), "22");
}

#[test]
fn a_function_in_a_rule_is_not_edited_in_its_row() {
    let mut rule = ssh();
    assert!(is_plain(&rule));
    rule.insert("FromPort".to_owned(), Value::reference("Port"));
    assert!(!is_plain(&rule));
}
