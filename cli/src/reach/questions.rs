//! Files of questions: a list in JSON, each element read by itself, so that one
//! that is wrong does not keep the others from being answered.

use anyhow::{Context, Result, anyhow, bail};
use drawbridge_core::network::{Family, Protocol};
use drawbridge_core::reach::Question;
use serde_json::Value;

/// The questions in order; for each that is none, why.
///
/// # Errors
/// The text is no list in JSON.
pub(super) fn read(text: &str) -> Result<Vec<Result<Question>>> {
    let list: Value = serde_json::from_str(text)?;
    let Value::Array(list) = list else {
        bail!("It has to be a list, such as [{{\"src\": \"internet\", \"dst\": \"Web\"}}]");
    };
    Ok(list.iter().map(question).collect())
}

fn question(value: &Value) -> Result<Question> {
    let Value::Object(fields) = value else {
        bail!("A question has to be an object with src, dst, proto, port and ipv.");
    };
    let text = |key: &str| match fields.get(key) {
        Some(Value::String(text)) => Ok(text.as_str()),
        Some(_) => Err(anyhow!("{key} has to be a text.")),
        None => Err(anyhow!("The question has no {key}.")),
    };
    let is_v6 = match fields.get("ipv").map(|it| (it, it.as_i64())) {
        None | Some((Value::Null, _) | (_, Some(4))) => false,
        Some((_, Some(6))) => true,
        Some(_) => bail!("ipv has to be 4 or 6."),
    };
    let protocol = match fields.get("proto") {
        None | Some(Value::Null) => protocol("tcp", is_v6),
        Some(Value::String(text)) => protocol(text, is_v6),
        Some(Value::Number(number)) => protocol(&number.to_string(), is_v6),
        Some(_) => bail!("proto has to be a text such as tcp."),
    }?;
    let port = match fields.get("port") {
        None | Some(Value::Null) => 0,
        Some(value) => value
            .as_u64()
            .and_then(|port| u16::try_from(port).ok())
            .context("port has to be a number from 0 to 65535.")?,
    };
    Ok(Question {
        from: text("src")?.parse()?,
        to: text("dst")?.parse()?,
        protocol,
        port: if protocol.has_ports() { port } else { 0 },
        family: if is_v6 { Family::V6 } else { Family::V4 },
    })
}

/// A protocol by its name or number. The echo of IPv6 is a protocol of its own;
/// who asks for `icmp` over IPv6 means that one.
///
/// # Errors
/// It is none.
pub(super) fn protocol(written: &str, is_v6: bool) -> Result<Protocol> {
    Ok(match (written, is_v6) {
        ("tcp" | "6", _) => Protocol::Tcp,
        ("udp" | "17", _) => Protocol::Udp,
        ("icmp" | "1", false) => Protocol::Icmp,
        ("icmp" | "icmpv6" | "58", true) => Protocol::Icmpv6,
        ("icmpv6" | "58", false) => bail!("icmpv6 is a protocol of IPv6: ask with ipv 6."),
        ("all" | "-1", _) => Protocol::Any,
        (other, _) => Protocol::Other(other.parse().map_err(|_| {
            anyhow!("“{other}” is no protocol: write tcp, udp, icmp, icmpv6, all, or a number from 0 to 255.")
        })?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let told = |it: Result<Question>| match it {
            Ok(question) => question.to_string(),
            Err(why) => format!("no: {why}"),
        };
        read(text).unwrap().into_iter().map(told).collect()
    }

    #[test]
    fn a_question_is_read_by_its_fields() {
        let text = r#"[
            {"src": "internet", "dst": "Web", "proto": "tcp", "port": 443, "ipv": 4},
            {"src": "Web@public", "dst": "s3", "proto": "icmp", "port": 0, "ipv": 6},
            {"src": "onprem:192.168.0.9", "dst": "ip:10.0.0.9", "proto": "47", "port": 9},
            {"src": "A", "dst": "B", "proto": "all", "port": null, "ipv": null}
        ]"#;
        assert_eq!(
            told(text),
            [
                "internet -> Web tcp 443",
                "Web@public -> s3 icmpv6 ipv6",
                "onprem:192.168.0.9 -> ip:10.0.0.9 47",
                "A -> B all",
            ]
        );
    }

    #[test]
    fn one_that_is_wrong_says_why_and_the_others_stay() {
        let text = r#"[7, {"dst": "A"}, {"src": "A", "dst": "B", "port": 70000},
            {"src": "A", "dst": "B", "proto": "tpc"}, {"src": "A", "dst": "B", "ipv": 5},
            {"src": "ip:10", "dst": "B", "port": 1}, {"src": "A", "dst": "B", "port": 80}]"#;
        let told = told(text);
        assert_eq!(told.len(), 7);
        assert_eq!(told.iter().filter(|it| it.starts_with("no: ")).count(), 6);
        assert_eq!(told.last().unwrap(), "A -> B tcp 80");
    }

    #[test]
    fn what_is_no_list_is_refused_whole() {
        assert!(read("{}").is_err());
        assert!(read("[").is_err());
    }
}
