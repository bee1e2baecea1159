//! Kinds of resource in the middle of a sentence.

use crate::catalogue::entry;

/// Names of AWS's own that look like words and keep their capital. One with a
/// further capital in its first word, such as DynamoDB, is seen to be a name.
const NAMES: &[&str] = &[
    "Aurora",
    "Auto Scaling",
    "Batch",
    "Classic",
    "Cognito",
    "Direct Connect",
    "Elastic",
    "Firehose",
    "Global Accelerator",
    "Kinesis",
    "Lambda",
    "Redshift",
    "Route 53",
    "Step Functions",
    "Storage Gateway",
    "Systems Manager",
];

/// A kind's name as it stands inside a sentence: "subnet", "NAT gateway".
pub(super) fn name(kind: &str) -> String {
    let label = entry(kind).map_or(kind, |entry| entry.label);
    let mut letters = label.chars();
    let first = letters.next();
    let is_word = letters.next().is_some_and(char::is_lowercase);
    let mut rest = label.split(' ').next().unwrap_or(label).chars().skip(1);
    let is_name =
        rest.any(char::is_uppercase) || NAMES.iter().any(|known| label.starts_with(known));
    match first {
        Some(first) if is_word && !is_name => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}

/// A kind's name with its article: "a subnet", "an EC2 instance".
pub(super) fn one(kind: &str) -> String {
    let name = name(kind);
    let mut letters = name.chars();
    let first = letters.next().unwrap_or('x');
    let is_capital = |letter: char| letter.is_uppercase() || letter.is_ascii_digit();
    let is_spelled = letters.next().is_some_and(is_capital);
    // Spelled letters follow their sound: an RDS database and an S3 bucket, but
    // a NAT gateway, and REST is a word.
    let is_spelled = is_spelled && !name.starts_with("REST ");
    let vowel = "aeioAEIO".contains(first) || (is_spelled && "FHLMRSX".contains(first));
    format!("{} {name}", if vowel { "an" } else { "a" })
}

/// [`one`] at the beginning of a sentence: "A subnet".
pub(super) fn one_first(kind: &str) -> String {
    format!("A{}", one(kind).split_at(1).1)
}

/// Kinds in a row: "a route table or a network ACL".
pub(super) fn one_of(kinds: &[&str]) -> String {
    let mut names: Vec<_> = kinds.iter().map(|kind| one(kind)).collect();
    names.dedup();
    match names.pop() {
        None => String::new(),
        Some(last) if names.is_empty() => last,
        Some(last) => format!("{} or {last}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_follow_the_sound() {
        let said = [
            "AWS::EC2::Subnet",
            "AWS::EC2::Instance",
            "AWS::EC2::NatGateway",
            "AWS::EC2::VPC",
            "AWS::RDS::DBInstance",
            "AWS::EC2::EIP",
            "AWS::Lambda::Function",
            "AWS::ElasticLoadBalancing::LoadBalancer",
            "AWS::AutoScaling::AutoScalingGroup",
            "AWS::CodeBuild::Project",
            "AWS::Logs::LogGroup",
            "AWS::Budgets::Budget",
            "AWS::DynamoDB::Table",
            "AWS::Redshift::Cluster",
            "AWS::Backup::BackupPlan",
            "AWS::ApiGateway::RestApi",
        ]
        .map(one);
        assert_eq!(
            said,
            [
                "a subnet",
                "an EC2 instance",
                "a NAT gateway",
                "a VPC",
                "an RDS database",
                "an Elastic IP",
                "a Lambda function",
                "a Classic Load Balancer",
                "an Auto Scaling group",
                "a CodeBuild project",
                "a log group",
                "a budget",
                "a DynamoDB table",
                "a Redshift cluster",
                "a backup plan",
                "a REST API",
            ]
        );
        assert_eq!(one_first("AWS::EC2::Instance"), "An EC2 instance");
    }

    #[test]
    fn the_last_of_many_follows_an_or() {
        assert_eq!(
            one_of(&["AWS::EC2::RouteTable", "AWS::EC2::NetworkAcl"]),
            "a route table or a network ACL"
        );
    }
}
