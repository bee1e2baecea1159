//! Kinds of resource in the middle of a sentence.

use crate::catalogue::entry;

/// A kind's name as it stands inside a sentence: "subnet", "NAT gateway".
pub(super) fn name(kind: &str) -> String {
    let label = entry(kind).map_or(kind, |entry| entry.label);
    let mut letters = label.chars();
    let first = letters.next();
    let is_word = letters.next().is_some_and(char::is_lowercase);
    match first {
        Some(first) if is_word && !is_called_so(kind, label) => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}

/// Whether a label begins with a name of AWS's own, which keeps its capital:
/// that of the service, such as Lambda or Auto Scaling, or Elastic IP.
fn is_called_so(kind: &str, label: &str) -> bool {
    let Some((word, _)) = label.split_once(' ') else {
        return false;
    };
    let service = kind.split("::").nth(1).unwrap_or("");
    let rest = service.strip_prefix(word);
    let is_service = rest.is_some_and(|it| !it.starts_with(|c: char| c.is_lowercase()));
    let is_joined = word.chars().skip(1).any(char::is_uppercase);
    is_service || is_joined || matches!(word, "Elastic" | "Systems")
}

/// A kind's name with its article: "a subnet", "an EC2 instance".
pub(super) fn one(kind: &str) -> String {
    let name = name(kind);
    let mut letters = name.chars();
    let first = letters.next().unwrap_or('x');
    let is_spelled = letters.next().is_some_and(char::is_uppercase);
    // Spelled letters follow their sound: an RDS database, but a NAT gateway.
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
            "AWS::AutoScaling::AutoScalingGroup",
            "AWS::CodeBuild::Project",
            "AWS::Logs::LogGroup",
            "AWS::Budgets::Budget",
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
                "an Auto Scaling group",
                "a CodeBuild project",
                "a log group",
                "a budget",
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
