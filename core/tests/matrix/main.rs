//! The matrix says of every pair of members of its classes, port by port, what
//! a question about just these two says: so nothing is lost by classes, by
//! walking with every port at once, or by not walking at all.

mod designs;
mod exposed;
mod forgotten;
mod scenarios;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use drawbridge_core::fixture::design;
use drawbridge_core::lower::survey::Survey;
use drawbridge_core::lower::{Lowered, Whereabouts};
use drawbridge_core::network::{Family, Protocol};
use drawbridge_core::reach::{Cell, Class, End, Matrix, MatrixBuilder, Question, Reply, ask};
use drawbridge_core::template::LogicalId;
use proptest::prelude::*;

/// Ports around the borders that the designs draw.
const PORTS: [u16; 7] = [0, 22, 80, 1023, 1024, 49152, 65535];

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn the_matrix_says_what_questions_say(text in designs::any(), more in more()) {
        check(&doubled(&text, &more));
    }

    #[test]
    fn what_is_not_settled_is_not_settled_for_questions_either(
        text in designs::any(),
        more in more(),
        forgotten in forgotten::parts(),
    ) {
        check(&forgotten::in_text(&doubled(&text, &more), &forgotten));
    }
}

/// Twins of the instances, so that classes have several members, and load
/// balancers of both kinds.
fn doubled(text: &str, more: &str) -> String {
    let mut all = text.to_owned();
    for line in text.lines() {
        if let Some(rest) = line.trim().strip_prefix("AWS::EC2::Instance i") {
            let _ = write!(
                all,
                "\nAWS::EC2::Instance j{rest}\nAWS::EC2::Instance k{rest}"
            );
        }
    }
    all + more
}

fn more() -> impl Strategy<Value = String> {
    let kinds = prop::sample::select(vec!["application", "network"]);
    let schemes = prop::sample::select(vec!["internal", "internet-facing"]);
    let targets = prop::sample::subsequence(vec!["i1", "j1", "k1", "i2", "j3", "i4"], 0..=4);
    let groups = prop::sample::subsequence(vec!["g1", "g2"], 0..=2);
    (kinds, schemes, targets, groups).prop_map(|(kind, scheme, targets, groups)| {
        let targets: Vec<String> = targets.iter().map(|it| format!("{{Id=@{it}}}")).collect();
        let groups: Vec<String> = groups.iter().map(|it| format!("@{it}.GroupId")).collect();
        let protocol = if kind == "network" { "TCP" } else { "HTTP" };
        format!(
            "
targetgroup tg Port=1024 Protocol={protocol} VpcId=@main Targets=[{}]
lb lb Type={kind} Scheme={scheme} Subnets=[@a, @b] SecurityGroups=[{}]
listener l80 LoadBalancerArn=@lb Port=80 Protocol={protocol} DefaultActions=[{{Type=forward, TargetGroupArn=@tg}}]
listener l22 LoadBalancerArn=@lb Port=22 Protocol={protocol} DefaultActions=[{{Type=fixed-response}}]",
            targets.join(", "),
            groups.join(", ")
        )
    })
}

/// The ends that a class stands for.
fn ends(class: &Class) -> Vec<End> {
    if class.members.is_empty() {
        let end = match class.label.sentence {
            "Internet" => End::Internet(None),
            "Amazon S3" => End::S3,
            "Amazon DynamoDB" => End::DynamoDb,
            other => panic!("who is {other}?"),
        };
        return vec![end];
    }
    let members = class.members.iter();
    members.map(|id| End::Resource(id.clone())).collect()
}

fn check(text: &str) {
    let lowered = Lowered::of(&Survey::of(&design(text)));
    let matrix = Matrix::of(&lowered);
    for (from, opener) in matrix.classes.iter().enumerate() {
        for (to, taker) in matrix.classes.iter().enumerate() {
            for from_end in ends(opener) {
                for to_end in ends(taker) {
                    let is_one = are_one(&lowered, &from_end, &to_end);
                    if is_one || is_outside_alone((&from_end, &to_end)) {
                        continue;
                    }
                    for protocol in [Protocol::Tcp, Protocol::Udp, Protocol::Icmp] {
                        let mut cells = matrix.cell(from, to);
                        let kind = (Family::V4, protocol);
                        let cell = cells.find(|it| (it.family, it.protocol) == kind);
                        let ports = if protocol.has_ports() {
                            &PORTS[..]
                        } else {
                            &[0]
                        };
                        let ports = ports.iter().copied().collect();
                        compare(&lowered, kind, (&from_end, &to_end), (cell, &ports), text);
                    }
                }
            }
        }
    }
}

/// Whether neither end is of the design, or a service calls.
fn is_outside_alone((from, to): (&End, &End)) -> bool {
    let is_outside = |end: &End| matches!(end, End::Internet(_) | End::S3 | End::DynamoDb);
    is_outside(from) && (is_outside(to) || !matches!(from, End::Internet(_)))
}

/// Whether two ends stand for a place that is the same.
fn are_one(lowered: &Lowered, left: &End, right: &End) -> bool {
    let places = |end: &End| match end {
        End::Resource(id) => match lowered.places.get(id) {
            Some(Whereabouts::Interfaces(places)) => places.clone(),
            Some(Whereabouts::Balancer(_)) => Vec::new(),
            None => lowered.sites.get(id).copied().into_iter().collect(),
        },
        _ => Vec::new(),
    };
    left == right
        || places(left)
            .iter()
            .any(|place| places(right).contains(place))
}

/// Asks about two ends, and holds a cell to the answers.
fn compare(
    lowered: &Lowered,
    (family, protocol): (Family, Protocol),
    (from, to): (&End, &End),
    (cell, ports): (Option<&Cell>, &BTreeSet<u16>),
    text: &str,
) {
    for &port in ports {
        let mut question = Question::new(from.clone(), to.clone(), protocol, port);
        question.family = family;
        let mut said: Vec<_> = cell.map_or_else(Vec::new, |cell| {
            let sets = [
                (&cell.ports, Some((true, Reply::Always))),
                (&cell.sometimes, Some((true, Reply::Sometimes))),
                (&cell.unanswered, Some((true, Reply::Never))),
                (&cell.unsettled, None),
            ];
            let sets = sets.into_iter().filter(|(set, _)| set.contains(port));
            sets.map(|(_, said)| said).collect()
        });
        if said.is_empty() {
            said.push(Some((false, Reply::Never)));
        }
        let answer = ask(lowered, &question);
        let asked = answer.as_ref().ok().map(|it| (it.forward, it.reply));
        assert_eq!(said, [asked], "{question} in\n{text}\n{answer:?}");
    }
}

#[test]
fn classes_join_what_no_question_can_tell_apart() {
    let lowered = Lowered::of(&Survey::of(&design(
        "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web1 SecurityGroupIds=[@front.GroupId]
    instance web2 SecurityGroupIds=[@front.GroupId]
    instance other SecurityGroupIds=[@back.GroupId]
  subnet b CidrBlock=10.0.2.0/24
    instance web3 SecurityGroupIds=[@front.GroupId]
  sg front GroupDescription=x
  sg back GroupDescription=x SecurityGroupIngress=[{IpProtocol=tcp, FromPort=5432, ToPort=5432, SourceSecurityGroupId=@front.GroupId}]",
    )));
    let matrix = Matrix::of(&lowered);
    let front = matrix.class_of(&"web1".into()).unwrap();
    let members: Vec<&str> = matrix.classes[front]
        .members
        .iter()
        .map(LogicalId::as_str)
        .collect();
    assert_eq!(members, ["web1", "web2", "web3"]);
    let back = matrix.class_of(&"other".into()).unwrap();
    let open: Vec<String> = matrix
        .cell(front, back)
        .map(|cell| format!("{:?} {}", cell.protocol, cell.ports))
        .collect();
    assert_eq!(open, ["Tcp 5432"]);
    assert_eq!(matrix.cell(front, front).count(), 0);
}

#[test]
fn a_matrix_made_step_by_step_is_the_same() {
    let lowered = Lowered::of(&Survey::of(&design(
        "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web1
    instance web2",
    )));
    let mut builder = MatrixBuilder::new(&lowered);
    let mut steps = 1;
    while builder.step(1) {
        steps += 1;
    }
    assert_eq!(steps, 4);
    let matrix = builder.finish();
    assert_eq!(matrix, Matrix::of(&lowered));
    assert_eq!(matrix.cell(1, 1).count(), 3);
}
