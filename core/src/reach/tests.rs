//! How answers read.

use super::{Answer, Direction, Question, Translation, ask, exposures};
use crate::fixture::design;
use crate::lower::Lowered;
use crate::lower::survey::Survey;

/// A web server in public, an application in private behind a NAT gateway.
const DESIGN: &str = "vpc Vpc CidrBlock=10.0.0.0/16
  subnet Public CidrBlock=10.0.1.0/24 MapPublicIpOnLaunch=true
    instance Web SecurityGroupIds=[@WebSg]
    nat Nat AllocationId=@NatIp.AllocationId
  subnet Private CidrBlock=10.0.2.0/24
    instance App SecurityGroupIds=[@AppSg]
  routetable PublicRoutes
    route Out DestinationCidrBlock=0.0.0.0/0 GatewayId=@Igw
  routetable PrivateRoutes
    route OutByNat DestinationCidrBlock=0.0.0.0/0 NatGatewayId=@Nat
  sg WebSg GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=0.0.0.0/0}, {IpProtocol=tcp, FromPort=8000, ToPort=8010, CidrIp=0.0.0.0/0}]
  sg AppSg GroupDescription=a SecurityGroupIngress=[{IpProtocol=tcp, FromPort=8001, ToPort=8001, SourceSecurityGroupId=@WebSg.GroupId}]
eip NatIp
igw Igw
attachment Attach VpcId=@Vpc InternetGatewayId=@Igw
tableassociation PublicUses SubnetId=@Public RouteTableId=@PublicRoutes
tableassociation PrivateUses SubnetId=@Private RouteTableId=@PrivateRoutes
";

fn answer(design_text: &str, question: &str) -> Answer {
    let lowered = Lowered::of(&Survey::of(&design(design_text)));
    let question: Question = question.parse().unwrap();
    ask(&lowered, &question).unwrap()
}

fn sentences(answer: &Answer) -> Vec<String> {
    answer.path.iter().map(|hop| hop.what.to_string()).collect()
}

#[test]
fn a_way_reads_in_aws_words() {
    let answer = answer(DESIGN, "Web -> App tcp 8001");
    expect_test::expect![[r"
        Web sends from 10.0.1.5.
        WebSg lets tcp 8001 out to 0.0.0.0/0 (by default).
        PublicRoutes delivers 10.0.2.4 within the VPC (10.0.0.0/16 is local).
        AppSg lets tcp 8001 in from WebSg (rule 1).
        It arrives at App, 10.0.2.4.
        App answers from 10.0.2.4.
        The security groups of App remember the connection and let the reply pass.
        PrivateRoutes delivers 10.0.1.5 within the VPC (10.0.0.0/16 is local).
        The security groups of Web remember the connection and let the reply pass.
        It arrives at Web, 10.0.1.5."]]
    .assert_eq(&sentences(&answer).join("\n"));
    let rule = &answer.path[3];
    assert_eq!(rule.resource, Some("AppSg".into()));
    assert_eq!(rule.path, "SecurityGroupIngress.0".into());
    assert_eq!(
        (&rule.at, rule.direction),
        (&Some("App".into()), Direction::There)
    );
    let route = &answer.path[2];
    assert_eq!(
        (&route.resource, &route.path),
        (&Some("Vpc".into()), &"CidrBlock".into())
    );
}

#[test]
fn a_way_through_a_nat_gateway_tells_each_translation() {
    let answer = answer(DESIGN, "App -> internet tcp 443");
    expect_test::expect![[r"
        App sends from 10.0.2.4.
        AppSg lets tcp 443 out to 0.0.0.0/0 (by default).
        PrivateRoutes sends 0.0.0.0/0 to Nat.
        Nat puts 10.0.1.4 in the place of 10.0.2.4 as the sender.
        Nat sends it on from 10.0.1.4.
        PublicRoutes sends 0.0.0.0/0 to Igw.
        It passes Igw.
        Igw puts 54.64.0.1 in the place of 10.0.1.4 as the sender.
        It arrives at the Internet, 198.51.100.7.
        The Internet answers from 198.51.100.7.
        It passes Igw.
        Igw puts 10.0.1.4 in the place of 54.64.0.1 as the receiver.
        Nat puts 10.0.2.4 in the place of 10.0.1.4 as the receiver.
        Nat sends it on from 198.51.100.7.
        PublicRoutes delivers 10.0.2.4 within the VPC (10.0.0.0/16 is local).
        The security groups of App remember the connection and let the reply pass.
        It arrives at App, 10.0.2.4."]]
    .assert_eq(&sentences(&answer).join("\n"));
    let translations = answer.path.iter().filter_map(|hop| hop.translation);
    let first = translations.collect::<Vec<_>>()[0];
    let (before, after) = ("10.0.2.4".parse().unwrap(), "10.0.1.4".parse().unwrap());
    assert_eq!(first, Translation::Source { before, after });
    assert_eq!(answer.path[2].resource, Some("OutByNat".into()));
    assert_eq!(answer.path[2].path, "NatGatewayId".into());
}

#[test]
fn what_blocks_names_the_place_to_mend() {
    let answer = answer(DESIGN, "Web -> App tcp 22");
    let blocked = answer.blocked.first().unwrap().clone();
    assert_eq!(blocked.code.as_str(), "ENI_SG_RULES_MISMATCH");
    assert_eq!(
        blocked.sentence.to_string(),
        "No inbound rule of AppSg lets tcp 22 from 10.0.1.5 in. Add one if it should."
    );
    assert_eq!(blocked.resource, Some("AppSg".into()));
    assert_eq!(blocked.path, "SecurityGroupIngress".into());
}

#[test]
fn the_internet_reaches_what_is_public_and_open() {
    let lowered = Lowered::of(&Survey::of(&design(DESIGN)));
    let found: Vec<String> = exposures(&lowered)
        .reached
        .iter()
        .map(|it| format!("{} {}", it.resource, super::names::range(&it.ports)))
        .collect();
    assert_eq!(found, ["Web 80, 8000-8010"]);
}

#[test]
fn what_is_not_modeled_is_no_verdict() {
    let lowered = Lowered::of(&Survey::of(&design(DESIGN)));
    let why = |question: &str| {
        let question: Question = question.parse().unwrap();
        ask(&lowered, &question).unwrap_err().0.to_string()
    };
    assert!(why("WebSg -> App tcp 80").starts_with("WebSg sends and takes nothing itself"));
    assert!(why("Web -> onprem tcp 80").starts_with("No site is known"));
}

#[test]
fn a_blocked_reply_says_what_to_allow() {
    let text = format!(
        "{DESIGN}acl Closed VpcId=@Vpc
  aclentry In RuleNumber=100 RuleAction=allow Protocol=-1 CidrBlock=0.0.0.0/0
aclassociation Guards SubnetId=@Public NetworkAclId=@Closed"
    );
    let answer = answer(&text, "internet -> Web tcp 80");
    let blocked = answer.blocked.first().unwrap().clone();
    assert_eq!(blocked.direction, Direction::Back);
    assert_eq!(
        blocked.sentence.to_string(),
        "Closed does not let the reply, tcp 1024-65535 to 198.51.100.7, out of the subnet. A network ACL remembers nothing: allow the ports of clients, 1024-65535."
    );
}

#[test]
fn an_answer_has_the_packets_whose_reply_gets_back() {
    let text = format!(
        "{DESIGN}acl Narrow VpcId=@Vpc
  aclentry In RuleNumber=100 RuleAction=allow Protocol=-1 CidrBlock=0.0.0.0/0
  aclentry Back RuleNumber=100 RuleAction=allow Egress=true Protocol=6 CidrBlock=0.0.0.0/0 PortRange={{From=32768, To=65535}}
aclassociation Guards SubnetId=@Public NetworkAclId=@Narrow"
    );
    let answer = answer(&text, "internet -> Web tcp 80");
    let packet = |port: u16| {
        let ends = (
            "198.51.100.7".parse().unwrap(),
            "54.64.0.2".parse().unwrap(),
        );
        crate::packet::Packet::new(ends.0, ends.1, 6).ports(port, 80)
    };
    assert!(
        answer.passing.contains(&packet(32768)),
        "{}",
        answer.passing
    );
    assert!(!answer.passing.contains(&packet(32767)));
    assert_eq!(answer.reply, super::Reply::Sometimes);
}

#[test]
fn an_answer_says_what_it_rests_on() {
    let text = "vpc Vpc CidrBlock=10.0.0.0/16
  subnet A CidrBlock=10.0.1.0/24
    instance App
    instance Other
dbsubnetgroup Group SubnetIds=[@A]
db Db DBSubnetGroupName=@Group Engine=postgres";
    let about_db = answer(text, "App -> Db tcp 5432");
    let said = about_db.assumptions.iter().map(ToString::to_string);
    assert_eq!(
        said.collect::<Vec<_>>(),
        ["Db answers in A: AWS chooses among the subnets of its group."]
    );
    assert_eq!(answer(text, "App -> Other tcp 22").assumptions, []);
}

/// Asks a template under a variant that sets one parameter, or none.
fn assumed(variant: Option<&str>, question: &str) -> (bool, Vec<String>) {
    let text = r#"{
      "Parameters": {
        "Block": {"Type": "String", "Default": "10.0.0.0/16"},
        "Port": {"Type": "Number", "Default": 80},
        "Debug": {"Type": "String", "Default": "no"},
        "Name": {"Type": "String", "Default": "app"}
      },
      "Conditions": {"IsDebug": {"Fn::Equals": [{"Ref": "Debug"}, "yes"]}},
      "Resources": {
        "Vpc": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": {"Ref": "Block"}}},
        "A": {"Type": "AWS::EC2::Subnet", "Properties": {"VpcId": {"Ref": "Vpc"},
          "CidrBlock": {"Fn::Select": [0, {"Fn::Cidr": [{"Fn::GetAtt": "Vpc.CidrBlock"}, 2, 8]}]},
          "AvailabilityZone": {"Fn::Select": [0, {"Fn::GetAZs": ""}]}}},
        "Web": {"Type": "AWS::EC2::Instance", "Properties": {"SubnetId": {"Ref": "A"}, "SecurityGroupIds": [{"Ref": "WebSg"}]}},
        "App": {"Type": "AWS::EC2::Instance", "Properties": {"SubnetId": {"Ref": "A"}, "SecurityGroupIds": [{"Ref": "AppSg"}],
          "Tags": [{"Key": "Name", "Value": {"Ref": "Name"}}]}},
        "WebSg": {"Type": "AWS::EC2::SecurityGroup", "Properties": {"VpcId": {"Ref": "Vpc"}, "GroupDescription": "w"}},
        "AppSg": {"Type": "AWS::EC2::SecurityGroup", "Properties": {"VpcId": {"Ref": "Vpc"}, "GroupDescription": "a",
          "SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": {"Ref": "Port"}, "ToPort": {"Ref": "Port"}, "CidrIp": "0.0.0.0/0"}]}},
        "AppDebug": {"Type": "AWS::EC2::SecurityGroupIngress", "Condition": "IsDebug", "Properties": {"GroupId": {"Ref": "AppSg"},
          "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "0.0.0.0/0"}}
      }
    }"#;
    let mut document = crate::document::open(text).unwrap().document;
    if let Some(debug) = variant {
        let layout = std::sync::Arc::make_mut(&mut document.layout);
        let values = indexmap::IndexMap::from([("Debug".to_owned(), debug.to_owned())]);
        layout.variants.all.insert("dev".to_owned(), values);
        layout.variants.chosen = Some("dev".to_owned());
    }
    let lowered = Lowered::of(&Survey::of(&document));
    let answer = ask(&lowered, &question.parse().unwrap()).unwrap();
    let said = answer.assumptions.iter().map(ToString::to_string);
    (answer.forward, said.collect())
}

#[test]
fn an_answer_says_which_values_of_parameters_it_rests_on() {
    let block = "The parameter Block is taken as its default, 10.0.0.0/16.";
    let port = "The parameter Port is taken as its default, 80.";
    let none = "AppDebug is not built. The parameter Debug is taken as its default, no.";
    let (passes, said) = assumed(None, "Web -> App tcp 80");
    assert!(passes);
    assert_eq!(said, [block, port, none]);
    let (passes, said) = assumed(None, "Web -> App tcp 22");
    assert!(!passes);
    assert_eq!(said, [block, port, none]);
    let (passes, said) = assumed(Some("yes"), "Web -> App tcp 22");
    assert!(passes);
    let debug = "The parameter Debug is taken as yes, as variant dev says.";
    assert_eq!(said, [block, debug]);
    let (passes, _) = assumed(Some("no"), "Web -> App tcp 22");
    assert!(!passes);
}
