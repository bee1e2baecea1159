//! How long the derived knowledge of a large design takes: what runs after
//! every edit must stay well below a frame or two.
//!
//! `cargo bench -p drawbridge-core --bench analysis`

use std::fmt::Write as _;

use divan::Bencher;
use drawbridge_core::analysis::analyze;
use drawbridge_core::diagram::{arrange, project};
use drawbridge_core::document::{Document, Session, open};
use drawbridge_core::fixture::design;
use drawbridge_core::lower::Lowered;
use drawbridge_core::lower::survey::Survey;
use drawbridge_core::reach::{Question, ask, exposures};
use drawbridge_core::schema::Schemas;
use drawbridge_core::template::{Format, convert};
use drawbridge_schema::{CURATED, FURTHER, KINDS};

fn main() {
    let resources = large().template.resources.len();
    assert!(
        resources >= 500,
        "the design has {resources} resources only"
    );
    divan::main();
}

/// Opening a file: read, evaluate, draw, arrange, and find everything that is
/// wrong. The budget of docs/performance.md is 60 ms.
#[divan::bench(args = [Format::Json, Format::Yaml])]
fn opening(bencher: Bencher, format: Format) {
    let text = text_in(format);
    let schemas = everything();
    bencher.bench_local(|| {
        let document = open(&text).map(|opened| opened.document);
        let document = document.unwrap_or_else(|_| Document::empty());
        let diagram = project(&document);
        let arranged = arrange(&document).is_ok();
        (diagram, arranged, analyze(&document, &schemas))
    });
}

#[divan::bench(args = [Format::Json, Format::Yaml])]
fn reading(bencher: Bencher, format: Format) {
    let text = text_in(format);
    bencher.bench_local(|| open(&text).is_ok());
}

fn text_in(format: Format) -> String {
    convert(&large().template, format)
}

#[divan::bench]
fn whole_analysis(bencher: Bencher) {
    let document = large();
    let schemas = everything();
    bencher.bench_local(|| analyze(&document, &schemas));
}

/// As it is before the data of types have arrived.
#[divan::bench]
fn analysis_without_schemas(bencher: Bencher) {
    let document = large();
    let schemas = Schemas::default();
    bencher.bench_local(|| analyze(&document, &schemas));
}

/// The data of all types: their lines are found, none is parsed.
#[divan::bench]
fn reading_all_schemas(bencher: Bencher) {
    bencher.bench_local(everything);
}

fn everything() -> Schemas {
    Schemas::read(&[CURATED, FURTHER]).with_names(KINDS)
}

#[divan::bench]
fn diagram(bencher: Bencher) {
    let document = large();
    bencher.bench_local(|| project(&document));
}

/// As it is after the first edit: every frame is set.
#[divan::bench]
fn diagram_once_arranged(bencher: Bencher) {
    let mut session = Session::new(large());
    if let Ok(change) = arrange(session.document()) {
        let _ = session.commit(change);
    }
    let document = session.document();
    bencher.bench_local(|| project(document));
}

#[divan::bench]
fn arranging(bencher: Bencher) {
    let document = large();
    bencher.bench_local(|| arrange(&document));
}

#[divan::bench]
fn survey(bencher: Bencher) {
    let document = large();
    bencher.bench_local(|| Survey::of(&document));
}

#[divan::bench]
fn lower(bencher: Bencher) {
    let survey = Survey::of(&large());
    bencher.bench_local(|| Lowered::of(&survey));
}

#[divan::bench(args = ["internet -> V2Lb tcp 80", "V2App30 -> V2App6 tcp 8080", "V1App0 -> internet tcp 443"])]
fn question(bencher: Bencher, question: &str) {
    let lowered = Lowered::of(&Survey::of(&large()));
    let Ok(question) = question.parse::<Question>() else {
        return;
    };
    bencher.bench_local(|| ask(&lowered, &question));
}

#[divan::bench]
fn what_the_internet_reaches(bencher: Bencher) {
    let lowered = Lowered::of(&Survey::of(&large()));
    bencher.bench_local(|| exposures(&lowered));
}

/// Five VPCs of about a hundred resources: a load balancer in public, forty
/// instances in private, a NAT gateway, a network ACL.
fn large() -> Document {
    let mut text = String::new();
    for vpc in 0..5 {
        // Writing to a text does not fail.
        let _ = one_vpc(&mut text, vpc);
    }
    design(&text)
}

fn one_vpc(text: &mut String, number: usize) -> std::fmt::Result {
    let v = format!("V{number}");
    writeln!(text, "vpc {v} CidrBlock=10.{number}.0.0/16")?;
    for index in 0..6 {
        let zone = ["a", "b"][index % 2];
        writeln!(
            text,
            "  subnet {v}S{index} CidrBlock=10.{number}.{index}.0/24 AvailabilityZone=us-east-1{zone} MapPublicIpOnLaunch={}",
            index < 2
        )?;
    }
    for index in 0..8 {
        writeln!(
            text,
            "  sg {v}G{index} GroupDescription=x SecurityGroupIngress=[{{IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=10.{number}.0.0/16}}]"
        )?;
    }
    writeln!(
        text,
        "  sg {v}Front GroupDescription=x SecurityGroupIngress=[{{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=0.0.0.0/0}}]"
    )?;
    writeln!(text, "  acl {v}Acl")?;
    for (index, egress) in [(0, true), (1, false)] {
        writeln!(
            text,
            "    aclentry {v}E{index} RuleNumber=100 RuleAction=allow Protocol=-1 CidrBlock=0.0.0.0/0 Egress={egress}"
        )?;
    }
    writeln!(
        text,
        "  routetable {v}Public\n    route {v}Out DestinationCidrBlock=0.0.0.0/0 GatewayId=@{v}Igw"
    )?;
    writeln!(
        text,
        "  routetable {v}Private\n    route {v}ByNat DestinationCidrBlock=0.0.0.0/0 NatGatewayId=@{v}Nat"
    )?;
    let mut targets = Vec::new();
    for index in 0..40 {
        writeln!(
            text,
            "instance {v}App{index} SubnetId=@{v}S{} SecurityGroupIds=[@{v}G{}.GroupId]",
            2 + index % 4,
            index % 8
        )?;
        targets.push(format!("{{Id=@{v}App{index}}}"));
    }
    for index in 0..8 {
        for (port, source) in [(8080, "Front"), (9090, "G0")] {
            writeln!(
                text,
                "ingress {v}R{index}p{port} GroupId=@{v}G{index}.GroupId IpProtocol=tcp FromPort={port} ToPort={port} SourceSecurityGroupId=@{v}{source}.GroupId"
            )?;
        }
        writeln!(
            text,
            "egress {v}O{index} GroupId=@{v}G{index}.GroupId IpProtocol=-1 CidrIp=0.0.0.0/0"
        )?;
    }
    writeln!(
        text,
        "targetgroup {v}Tg Port=8080 Protocol=HTTP VpcId=@{v} Targets=[{}]",
        targets.join(", ")
    )?;
    writeln!(
        text,
        "lb {v}Lb Subnets=[@{v}S0, @{v}S1] SecurityGroups=[@{v}Front.GroupId]"
    )?;
    writeln!(
        text,
        "listener {v}Http LoadBalancerArn=@{v}Lb Port=80 Protocol=HTTP DefaultActions=[{{Type=forward, TargetGroupArn=@{v}Tg}}]"
    )?;
    writeln!(
        text,
        "eip {v}Ip\nigw {v}Igw\nattachment {v}At VpcId=@{v} InternetGatewayId=@{v}Igw"
    )?;
    writeln!(
        text,
        "nat {v}Nat SubnetId=@{v}S0 AllocationId=@{v}Ip.AllocationId"
    )?;
    for index in 0..6 {
        let table = if index < 2 { "Public" } else { "Private" };
        writeln!(
            text,
            "tableassociation {v}T{index} SubnetId=@{v}S{index} RouteTableId=@{v}{table}"
        )?;
        writeln!(
            text,
            "aclassociation {v}A{index} SubnetId=@{v}S{index} NetworkAclId=@{v}Acl"
        )?;
    }
    Ok(())
}
