//! `reach`: one question as lines to read and as JSON, and a file of them.

mod tool;

use expect_test::expect;
use serde_json::{Value, from_str};
use tool::Folder;

/// A web server that the Internet reaches, in a subnet whose network ACL lets
/// replies pass to some clients only.
const TEMPLATE: &str = "\
Parameters:
  Port: {Type: Number, Default: 80}
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
  Igw: {Type: AWS::EC2::InternetGateway}
  Joins:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw}
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, MapPublicIpOnLaunch: true}
  Table:
    Type: AWS::EC2::RouteTable
    Properties: {VpcId: !Ref Vpc}
  Out:
    Type: AWS::EC2::Route
    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw}
  Uses:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: {SubnetId: !Ref A, RouteTableId: !Ref Table}
  Acl:
    Type: AWS::EC2::NetworkAcl
    Properties: {VpcId: !Ref Vpc}
  In:
    Type: AWS::EC2::NetworkAclEntry
    Properties: {NetworkAclId: !Ref Acl, RuleNumber: 100, RuleAction: allow, Protocol: -1, CidrBlock: 0.0.0.0/0}
  Back:
    Type: AWS::EC2::NetworkAclEntry
    Properties: {NetworkAclId: !Ref Acl, RuleNumber: 100, RuleAction: allow, Egress: true, Protocol: 6, CidrBlock: 0.0.0.0/0, PortRange: {From: 32768, To: 65535}}
  Guards:
    Type: AWS::EC2::SubnetNetworkAclAssociation
    Properties: {SubnetId: !Ref A, NetworkAclId: !Ref Acl}
  Sg:
    Type: AWS::EC2::SecurityGroup
    Properties:
      VpcId: !Ref Vpc
      GroupDescription: web
      SecurityGroupIngress: [{IpProtocol: tcp, FromPort: !Ref Port, ToPort: !Ref Port, CidrIp: 0.0.0.0/0}]
  Web:
    Type: AWS::EC2::Instance
    Properties: {SubnetId: !Ref A, SecurityGroupIds: [!Ref Sg]}
";

fn folder(name: &str) -> Folder {
    Folder::new(name).with("net.yaml", TEMPLATE)
}

#[test]
fn one_question_is_answered_in_lines() {
    let asked = [
        "reach", "net.yaml", "--from", "internet", "--to", "Web", "--port", "80",
    ];
    let done = folder("reach-text").run(&asked);
    expect![[r"
        internet -> Web tcp 80
        sometimes: it gets there, and the reply gets back to some ports of the client only

        In the way:
          SUBNET_ACL_RESTRICTION Acl (reply): Acl lets replies pass to the ports 32768-65535 only: clients that open from 1024-32767 get none. Allow 1024-65535.

        The way there:
           1. The Internet sends from 198.51.100.7.
           2. It passes Igw.
           3. Igw puts 10.0.1.4 in the place of 54.64.0.1 as the receiver.
           4. Acl lets tcp 80 into A (In).
           5. Sg lets tcp 80 in from 0.0.0.0/0 (rule 1).
           6. It arrives at Web, 10.0.1.4.

        The way back:
           1. Web answers from 10.0.1.4.
           2. The security groups of Web remember the connection and let the reply pass.
           3. Acl lets tcp 32768-65535 out of A (Back).
           4. Table sends 0.0.0.0/0 to Igw.
           5. It passes Igw.
           6. Igw puts 54.64.0.1 in the place of 10.0.1.4 as the sender.
           7. It arrives at the Internet, 198.51.100.7.

        This rests on:
          - The parameter Port is taken as its default, 80.
    "]].assert_eq(&done.out);
    assert_eq!((done.code, done.complaints.as_str()), (0, ""));
}

#[test]
fn one_question_is_answered_in_json() {
    let asked = [
        "reach", "net.yaml", "--from", "internet", "--to", "Web", "--port", "22", "--json",
    ];
    let done = folder("reach-json").run(&asked);
    let answer: Value = from_str(&done.out).unwrap();
    assert_eq!(answer["forward"], false);
    assert_eq!(answer["reply"], "never");
    assert_eq!(answer["reason"], "ENI_SG_RULES_MISMATCH");
    assert_eq!(answer["where"], "Sg");
    assert_eq!(answer["blocked"][0]["path"], "SecurityGroupIngress");
}

#[test]
fn a_value_of_a_parameter_counts() {
    let asked = [
        "reach",
        "net.yaml",
        "--from",
        "internet",
        "--to",
        "Web",
        "--port",
        "22",
        "--json",
        "--parameter",
        "Port=22",
    ];
    let done = folder("reach-parameter").run(&asked);
    let answer: Value = from_str(&done.out).unwrap();
    assert_eq!(
        (&answer["forward"], &answer["reply"]),
        (&true.into(), &"sometimes".into())
    );
}

#[test]
fn questions_are_answered_in_order_and_none_stops_the_others() {
    let questions = r#"[
        {"src": "internet", "dst": "Web", "proto": "tcp", "port": 80, "ipv": 4},
        {"src": "internet", "dst": "Nobody", "proto": "tcp", "port": 80, "ipv": 4},
        {"nonsense": true},
        {"src": "Web", "dst": "internet", "proto": "udp", "port": 53, "ipv": 4}
    ]"#;
    let folder = folder("reach-questions").with("asked.json", questions);
    let done = folder.run(&["reach", "net.yaml", "asked.json"]);
    let answers: Vec<Value> = done
        .out
        .lines()
        .map(|line| from_str(line).unwrap())
        .collect();
    assert_eq!(answers.len(), 4);
    assert_eq!(answers[0]["reply"], "sometimes");
    assert!(answers[0]["trace"].as_array().unwrap().len() > 4);
    assert_eq!(answers[1]["verdict"], "unsupported");
    assert_eq!(answers[2]["why"], "The question has no src.");
    assert_eq!(answers[3]["reason"], "SUBNET_ACL_RESTRICTION");
    assert_eq!((done.code, done.complaints.as_str()), (0, ""));
}

#[test]
fn what_is_no_file_of_questions_and_no_question_is_refused() {
    let folder = folder("reach-refused").with("asked.json", "{}");
    let code = |asked: &[&str]| folder.run(asked).code;
    assert_eq!(code(&["reach", "net.yaml", "asked.json"]), 2);
    assert_eq!(code(&["reach", "net.yaml"]), 2);
    assert_eq!(
        code(&["reach", "net.yaml", "--from", "Web", "--to", "internet"]),
        2
    );
    assert_eq!(
        code(&[
            "reach", "net.yaml", "--from", "ip:1", "--to", "Web", "--port", "1"
        ]),
        2
    );
}

#[test]
fn the_matrix_says_what_reaches_what() {
    let done = folder("matrix").run(&["matrix", "net.yaml"]);
    expect![[r"
        [1] Internet
        [2] Web

        Internet -> Web: tcp 80 (the reply gets back to some clients only)
        Web -> Internet: tcp 32768-65535
    "]]
    .assert_eq(&done.out);
    let done = folder("matrix-json").run(&["matrix", "net.yaml", "--json"]);
    let matrix: Value = from_str(&done.out).unwrap();
    let classes = matrix["classes"].as_array().unwrap().len();
    for cell in matrix["cells"].as_array().unwrap() {
        assert!(cell["from"].as_u64().unwrap() < classes as u64);
    }
}

#[test]
fn the_exposure_says_what_the_internet_reaches_and_what_reaches_it() {
    let done = folder("exposure").run(&["exposure", "net.yaml"]);
    expect![[r"
        The Internet reaches:
          Web tcp 80 through Igw (the reply gets back to some clients only)

        The Internet is reached by:
          Web through Igw as 54.64.0.1
    "]]
    .assert_eq(&done.out);
    let done = folder("exposure-json").run(&["exposure", "net.yaml", "--json"]);
    let exposed: Value = from_str(&done.out).unwrap();
    assert_eq!(exposed["reached"][0]["resource"], "Web");
    assert_eq!(exposed["reached"][0]["reply"], "sometimes");
}

/// The same, where one of the entries that decide is imported.
fn partly_known(name: &str) -> Folder {
    let entry = "CidrBlock: 0.0.0.0/0}\n  Back";
    let imported = "CidrBlock: !ImportValue Block}\n  Back";
    assert!(TEMPLATE.contains(entry));
    Folder::new(name).with("net.yaml", &TEMPLATE.replace(entry, imported))
}

#[test]
fn what_is_not_settled_is_told_as_such() {
    let done = partly_known("unsettled").run(&["matrix", "net.yaml"]);
    expect![[r#"
        [1] Internet
        [2] Web

        Internet -> Web: tcp 0-65535 (not settled: it depends on what is not known)
        Internet -> Web: udp 0-65535 (not settled: it depends on what is not known)
        Internet -> Web: icmp (not settled: it depends on what is not known)
        Web -> Internet: tcp 0-65535 (not settled: it depends on what is not known)
        Web -> Internet: udp 0-65535 (not settled: it depends on what is not known)
        Web -> Internet: icmp (not settled: it depends on what is not known)
    "#]]
    .assert_eq(&done.out);
    let done = partly_known("unsettled-json").run(&["matrix", "net.yaml", "--json"]);
    let matrix: Value = from_str(&done.out).unwrap();
    assert_eq!(matrix["cells"][0]["unsettled"], "0-65535");
    let done = partly_known("unsettled-exposure").run(&["exposure", "net.yaml"]);
    expect![[r#"
        The Internet reaches:
          nothing

        The Internet is reached by:
          nothing

        The design does not settle:
          whether the Internet reaches Web tcp 0-65535: It depends on what is not known: In is not clear: its block is not known: another stack exports it.
          whether the Internet reaches Web udp 0-65535: It depends on what is not known: In is not clear: its block is not known: another stack exports it.
          whether the Internet reaches Web icmp: It depends on what is not known: In is not clear: its block is not known: another stack exports it.
          whether the Internet is reached by Web tcp 0-65535: It depends on what is not known: In is not clear: its block is not known: another stack exports it.
          whether the Internet is reached by Web udp 0-65535: It depends on what is not known: In is not clear: its block is not known: another stack exports it.
          whether the Internet is reached by Web icmp: It depends on what is not known: In is not clear: its block is not known: another stack exports it.
    "#]].assert_eq(&done.out);
    let done = partly_known("unsettled-exposure-json").run(&["exposure", "net.yaml", "--json"]);
    let exposed: Value = from_str(&done.out).unwrap();
    assert_eq!(exposed["unsettled"][0]["resource"], "Web");
    assert_eq!(exposed["unsettled"][0]["direction"], "in");
}
