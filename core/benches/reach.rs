//! How long everything to everything takes, and how that grows.
//!
//! `cargo bench -p drawbridge-core --bench reach`

use std::fmt::Write as _;

use divan::Bencher;
use drawbridge_core::document::Document;
use drawbridge_core::fixture::design;
use drawbridge_core::lower::Lowered;
use drawbridge_core::lower::survey::Survey;
use drawbridge_core::reach::{Matrix, MatrixBuilder, Question, ask, exposures};

fn main() {
    divan::main();
}

/// Sizes by instances; the subnets grow along, up to 200, and each has five
/// security groups of its own.
const SIZES: [usize; 3] = [100, 1_000, 10_000];

/// From the template's facts to the whole matrix, as after each edit.
#[divan::bench(sample_count = 20)]
fn survey_lowering_and_matrix_of_500_resources(bencher: Bencher) {
    let document = large(190);
    let resources = document.template.resources.len();
    assert!(resources >= 500, "{resources} resources only");
    bencher.bench_local(|| Matrix::of(&Lowered::of(&Survey::of(&document))));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn survey(bencher: Bencher, instances: usize) {
    let document = large(instances);
    bencher.bench_local(|| Survey::of(&document));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn lowering(bencher: Bencher, instances: usize) {
    let survey = Survey::of(&large(instances));
    bencher.bench_local(|| Lowered::of(&survey));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn all_pairs(bencher: Bencher, instances: usize) {
    let lowered = Lowered::of(&Survey::of(&large(instances)));
    bencher.bench_local(|| Matrix::of(&lowered));
}

/// The classes alone: what has to be done before the first step.
#[divan::bench(args = SIZES, sample_count = 10)]
fn beginning(bencher: Bencher, instances: usize) {
    let lowered = Lowered::of(&Survey::of(&large(instances)));
    bencher.bench_local(|| MatrixBuilder::new(&lowered).progress());
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn what_the_internet_reaches(bencher: Bencher, instances: usize) {
    let lowered = Lowered::of(&Survey::of(&large(instances)));
    bencher.bench_local(|| exposures(&lowered));
}

#[divan::bench(args = SIZES)]
fn one_question(bencher: Bencher, instances: usize) {
    let lowered = Lowered::of(&Survey::of(&large(instances)));
    let Ok(question) = "I0 -> I7 tcp 8080".parse::<Question>() else {
        return;
    };
    bencher.bench_local(|| ask(&lowered, &question));
}

#[divan::bench(args = SIZES)]
fn one_question_through_a_load_balancer(bencher: Bencher, instances: usize) {
    let lowered = Lowered::of(&Survey::of(&large(instances)));
    let Ok(question) = "internet -> V0Lb tcp 443".parse::<Question>() else {
        return;
    };
    bencher.bench_local(|| ask(&lowered, &question));
}

/// VPCs of up to twenty subnets, the first two public; a NAT gateway, a load
/// balancer over the second subnet's instances, a network ACL that opens only
/// what is used on every third subnet.
fn large(instances: usize) -> Document {
    let subnets = (instances / 5).clamp(4, 200);
    let mut text = String::new();
    // Writing to a text does not fail.
    let _ = network(&mut text, subnets, instances);
    design(&text)
}

fn network(text: &mut String, subnets: usize, instances: usize) -> std::fmt::Result {
    let vpcs = subnets.div_ceil(20);
    for vpc in 0..vpcs {
        let of_vpc = (0..subnets).filter(|subnet| subnet % vpcs == vpc);
        one_vpc(text, vpc, &of_vpc.collect::<Vec<_>>())?;
    }
    for instance in 0..instances {
        let subnet = instance % subnets;
        writeln!(
            text,
            "instance I{instance} SubnetId=@S{subnet} SecurityGroupIds=[@S{subnet}G{}.GroupId]",
            instance / subnets % 5
        )?;
    }
    for vpc in 0..vpcs {
        balancer(text, vpc, vpcs, subnets, instances)?;
    }
    Ok(())
}

fn one_vpc(text: &mut String, vpc: usize, subnets: &[usize]) -> std::fmt::Result {
    let v = format!("V{vpc}");
    writeln!(text, "vpc {v} CidrBlock=10.{vpc}.0.0/16")?;
    for (index, subnet) in subnets.iter().enumerate() {
        let zone = ["a", "b"][index % 2];
        writeln!(
            text,
            "  subnet S{subnet} CidrBlock=10.{vpc}.{index}.0/24 AvailabilityZone=us-east-1{zone} MapPublicIpOnLaunch={}",
            index < 2
        )?;
        // Each layer lets in the one before, from the same subnet and the next.
        let next = subnets[(index + 1) % subnets.len()];
        for layer in 0..5 {
            let before = (layer + 4) % 5;
            writeln!(
                text,
                "  sg S{subnet}G{layer} GroupDescription=x SecurityGroupIngress=[{{IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=10.{vpc}.0.0/24}}, {{IpProtocol=tcp, FromPort=8080, ToPort=8080, SourceSecurityGroupId=@S{subnet}G{before}.GroupId}}, {{IpProtocol=tcp, FromPort=9090, ToPort=9099, SourceSecurityGroupId=@S{next}G{before}.GroupId}}, {{IpProtocol=tcp, FromPort=8080, ToPort=8080, SourceSecurityGroupId=@{v}Front.GroupId}}]"
            )?;
        }
    }
    writeln!(
        text,
        "  sg {v}Front GroupDescription=x SecurityGroupIngress=[{{IpProtocol=tcp, FromPort=443, ToPort=443, CidrIp=0.0.0.0/0}}]"
    )?;
    writeln!(text, "  acl {v}Acl")?;
    for (index, (egress, range)) in [
        (false, "22, To=22"),
        (false, "8000, To=9999"),
        (false, "32768, To=65535"),
        (true, "0, To=65535"),
    ]
    .into_iter()
    .enumerate()
    {
        writeln!(
            text,
            "    aclentry {v}E{index} RuleNumber={} RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 Egress={egress} PortRange={{From={range}}}",
            100 + index
        )?;
    }
    writeln!(
        text,
        "  routetable {v}Public\n    route {v}Out DestinationCidrBlock=0.0.0.0/0 GatewayId=@{v}Igw\n  routetable {v}Private\n    route {v}ByNat DestinationCidrBlock=0.0.0.0/0 NatGatewayId=@{v}Nat\neip {v}Ip\nigw {v}Igw\nattachment {v}At VpcId=@{v} InternetGatewayId=@{v}Igw\nnat {v}Nat SubnetId=@S{} AllocationId=@{v}Ip.AllocationId",
        subnets[0]
    )?;
    for (index, subnet) in subnets.iter().enumerate() {
        let table = if index < 2 { "Public" } else { "Private" };
        writeln!(
            text,
            "tableassociation S{subnet}T SubnetId=@S{subnet} RouteTableId=@{v}{table}"
        )?;
        if index % 3 == 2 {
            writeln!(
                text,
                "aclassociation S{subnet}A SubnetId=@S{subnet} NetworkAclId=@{v}Acl"
            )?;
        }
    }
    Ok(())
}

fn balancer(
    text: &mut String,
    vpc: usize,
    vpcs: usize,
    subnets: usize,
    instances: usize,
) -> std::fmt::Result {
    let v = format!("V{vpc}");
    let (first, second) = (vpc, vpc + vpcs);
    let targets = (0..instances).filter(|instance| instance % subnets == second);
    let targets: Vec<String> = targets.map(|it| format!("{{Id=@I{it}}}")).collect();
    writeln!(
        text,
        "targetgroup {v}Tg Port=8080 Protocol=HTTP VpcId=@{v} Targets=[{}]\nlb {v}Lb Scheme=internet-facing Subnets=[@S{first}, @S{second}] SecurityGroups=[@{v}Front.GroupId]\nlistener {v}Https LoadBalancerArn=@{v}Lb Port=443 Protocol=HTTPS DefaultActions=[{{Type=forward, TargetGroupArn=@{v}Tg}}]",
        targets.join(", ")
    )
}
