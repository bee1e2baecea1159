//! Designs of which a part is not known: what a random design says is replaced,
//! here and there, by what only a deployment tells.

use proptest::prelude::*;

/// What only another stack tells.
const UNKNOWN: &str = "{Fn::ImportValue=x}";
/// A property, what is written there, and what is written instead.
const PARTS: [(&str, &str, &str); 11] = [
    ("MapPublicIpOnLaunch=", "true", UNKNOWN),
    ("MapPublicIpOnLaunch=", "false", UNKNOWN),
    (" CidrBlock=", "10.0.2.4/32", UNKNOWN),
    (" CidrBlock=", "0.0.0.0/0", UNKNOWN),
    ("RuleAction=", "allow", UNKNOWN),
    ("CidrIp=", "0.0.0.0/0", UNKNOWN),
    ("SecurityGroupIds=[", "@g1.GroupId", "sg-1"),
    ("GatewayId=", "@igw", UNKNOWN),
    ("NatGatewayId=", "@nat", UNKNOWN),
    ("{Id=", "@i1", UNKNOWN),
    ("LoadBalancerArn=@lb Port=", "80", UNKNOWN),
];

/// Up to four parts to forget: which of them, and where it stands so many times.
pub(crate) fn parts() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..PARTS.len(), 0..3_usize), 1..=4)
}

/// A design without these parts.
pub(crate) fn in_text(text: &str, parts: &[(usize, usize)]) -> String {
    let mut text = text.to_owned();
    for (part, times) in parts {
        let (property, written, instead) = PARTS[*part];
        let whole = format!("{property}{written}");
        let found = text.match_indices(&whole).nth(*times);
        if let Some((at, _)) = found {
            let start = at + property.len();
            text.replace_range(start..start + written.len(), instead);
        }
    }
    text
}
