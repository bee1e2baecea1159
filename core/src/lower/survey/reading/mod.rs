//! From evaluated properties to facts: the one place that knows how a value
//! becomes a number, a block, a protocol or a reference. Knows no kind.

pub(super) mod balancers;
pub(super) mod classic;
pub(super) mod databases;
pub(super) mod edges;
pub(super) mod endpoints;
pub(super) mod entrances;
pub(super) mod filters;
pub(super) mod instances;
pub(super) mod interfaces;
pub(super) mod nat;
pub(super) mod prefix_lists;
pub(super) mod services;
pub(super) mod sites;
pub(super) mod tasks;
pub(super) mod transit;
pub(super) mod ways;

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, Ipv6Addr};

use indexmap::IndexMap;
use ipnet::IpNet;

use super::grounds::Notebook;
use super::{Fact, Used};
use crate::cidr::{self, Parsed};
use crate::message::Message;
use crate::network::Protocol;
use crate::template::{
    Evaluated, Evaluator, LogicalId, PropertyPath, Resource, Template, Unknown, Value, references,
};

/// A resource and its name.
type Named<'a> = (&'a LogicalId, &'a Resource);

/// Reads the resources of one template.
pub(super) struct Reader<'a> {
    pub(super) evaluator: Evaluator<'a>,
    pub(super) notebook: Notebook,
    /// The resources by kind, in the order of the file.
    kinds: BTreeMap<&'a str, Vec<Named<'a>>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(evaluator: Evaluator<'a>) -> Self {
        let template: &'a Template = evaluator.template();
        let mut kinds: BTreeMap<&'a str, Vec<Named<'a>>> = BTreeMap::new();
        for (id, resource) in &template.resources {
            let resource: &'a Resource = resource;
            let of_kind = kinds.entry(resource.kind().as_str()).or_default();
            of_kind.push((id, resource));
        }
        Self {
            evaluator,
            notebook: Notebook::default(),
            kinds,
        }
    }

    /// The resources of a kind that are made, or may be, in the order of the
    /// file.
    pub(super) fn of_kind(&self, kind: &str) -> impl Iterator<Item = Named<'a>> {
        let all = self.kinds.get(kind).into_iter().flatten().copied();
        all.filter(|(id, resource)| {
            self.notebook.turn_to(id, &self.evaluator);
            let is_made = self.evaluator.is_made(resource) != Ok(false);
            if !is_made {
                self.notebook.leave_out(id, resource);
            }
            is_made
        })
    }

    /// The resources of which it cannot be told whether they are made.
    pub(super) fn open_conditions(&self) -> IndexMap<LogicalId, Unknown> {
        let all = self.evaluator.template().resources.iter();
        let open = all.filter_map(|(id, resource)| {
            self.notebook.turn_to(id, &self.evaluator);
            let why = self.evaluator.is_made(resource).err()?;
            Some((id.clone(), why))
        });
        open.collect()
    }

    /// What a property comes to.
    pub(super) fn property(&self, resource: &Resource, path: &str) -> Evaluated {
        self.evaluator.property(resource, &path.into())
    }

    /// The elements of a list, with the way to each; a scalar is a list of
    /// itself. A list that cannot be told is one element that cannot.
    pub(super) fn elements(
        &self,
        resource: &Resource,
        list: &PropertyPath,
    ) -> Vec<(PropertyPath, Evaluated)> {
        match self.evaluator.property(resource, list) {
            Evaluated::Absent => Vec::new(),
            Evaluated::Known(Value::List(values)) => {
                let mut found = Vec::with_capacity(values.len());
                for (index, value) in values.iter().enumerate() {
                    let path = list.index(index);
                    match self.evaluator.evaluate(value) {
                        Evaluated::Absent => {}
                        // `Fn::If` may put a whole list at an element's place.
                        Evaluated::Known(Value::List(inner)) => {
                            let inner = inner.iter().enumerate();
                            found.extend(inner.map(|(index, value)| {
                                (path.index(index), self.evaluator.evaluate(value))
                            }));
                        }
                        other => found.push((path, other)),
                    }
                }
                found
            }
            other => vec![(list.clone(), other)],
        }
    }

    /// What a key of an evaluated mapping comes to. `a.b` steps twice.
    pub(super) fn inside(&self, element: &Evaluated, keys: &str) -> Evaluated {
        let mut at = element.clone();
        for key in keys.split('.') {
            at = match at {
                Evaluated::Known(Value::Map(map)) => match map.get(key) {
                    Some(value) => self.evaluator.evaluate(value),
                    None => Evaluated::Absent,
                },
                Evaluated::Unknown(why) => Evaluated::Unknown(why),
                _ => Evaluated::Absent,
            };
        }
        at
    }

    /// The resource that a property names.
    pub(super) fn named(&self, resource: &Resource, path: &str) -> Fact<LogicalId> {
        reference(self.property(resource, path))
    }

    /// The resource that a property names, or the only one that the text of
    /// the property is put together from, as an ARN or a URI may be.
    pub(super) fn about(&self, resource: &Resource, path: &PropertyPath) -> Fact<LogicalId> {
        let fact = reference(self.evaluator.property(resource, path));
        let (Fact::Unknown(_), Some(written)) = (&fact, resource.get(path)) else {
            return fact;
        };
        let template = self.evaluator.template();
        let mut only: Option<LogicalId> = None;
        for named in references(written) {
            let id = LogicalId::new(named.name);
            if template.resource(&id).is_none() {
                continue;
            }
            match &only {
                Some(other) if *other != id => return fact,
                _ => only = Some(id),
            }
        }
        only.map_or(fact, Fact::Known)
    }

    /// The resources that the elements of a list name.
    pub(super) fn used_list(&self, resource: &Resource, list: &PropertyPath) -> Vec<Used> {
        let elements = self.elements(resource, list).into_iter();
        elements
            .map(|(path, element)| Used {
                path,
                id: reference(element),
            })
            .collect()
    }
}

/// A reference: a resource of this template, or the literal identifier of one
/// elsewhere.
pub(super) fn reference(value: Evaluated) -> Fact<LogicalId> {
    match value {
        Evaluated::Resource { id, .. } => Fact::Known(id),
        Evaluated::Absent => Fact::Absent,
        Evaluated::Unknown(why) => Fact::Unknown(why),
        Evaluated::Known(Value::Text(text)) if !text.trim().is_empty() => Fact::Elsewhere(text),
        Evaluated::Known(_) => Fact::Malformed(Message::new(
            "This names no resource: write the id of one, or refer to one of this template.",
        )),
    }
}

/// A scalar as text.
pub(super) fn text(value: Evaluated) -> Fact<String> {
    typed(value, |value| {
        value
            .as_scalar_text()
            .ok_or_else(|| Message::new("This is no text."))
    })
}

/// Yes or no.
pub(super) fn truth(value: Evaluated) -> Fact<bool> {
    typed(value, |value| {
        value
            .as_bool()
            .ok_or_else(|| Message::new("This is neither true nor false."))
    })
}

/// A whole number.
pub(super) fn integer(value: Evaluated) -> Fact<i64> {
    typed(value, |value| {
        value.as_integer().ok_or_else(|| {
            Message::new("{written} is no whole number.").text("written", shown(value))
        })
    })
}

/// A block, with or without host bits.
pub(super) fn block(value: Evaluated) -> Fact<Parsed> {
    typed(value, |value| {
        let text = value.as_scalar_text().unwrap_or_default();
        cidr::parse(&text).map_err(|error| Message::new("{error}").text("error", error))
    })
}

/// A block without host bits: AWS ignores them in rules.
pub(super) fn net(value: Evaluated) -> Fact<IpNet> {
    block(value).map(Parsed::block)
}

/// A protocol by its name or its number; -1 is every one.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html>
pub(super) fn protocol(value: Evaluated) -> Fact<Protocol> {
    typed(value, |value| {
        let written = value.as_scalar_text().unwrap_or_default();
        let protocol = match written.trim().to_ascii_lowercase().as_str() {
            "-1" | "all" => Protocol::Any,
            "tcp" | "6" => Protocol::Tcp,
            "udp" | "17" => Protocol::Udp,
            "icmp" | "1" => Protocol::Icmp,
            "icmpv6" | "58" => Protocol::Icmpv6,
            other => return other.parse().map(Protocol::Other).map_err(|_| {
                Message::new("{written} is no protocol: write tcp, udp, icmp, icmpv6, a number from 0 to 255, or -1 for all.")
                    .text("written", shown(value))
            }),
        };
        Ok(protocol)
    })
}

/// An IPv4 address.
pub(super) fn address(value: Evaluated) -> Fact<Ipv4Addr> {
    typed(value, |value| {
        let written = value.as_scalar_text().unwrap_or_default();
        written.trim().parse().map_err(|_| {
            Message::new("{written} is no IPv4 address: write one such as 10.0.1.10.")
                .text("written", shown(value))
        })
    })
}

/// An IPv6 address.
pub(super) fn address6(value: Evaluated) -> Fact<Ipv6Addr> {
    typed(value, |value| {
        let written = value.as_scalar_text().unwrap_or_default();
        written.trim().parse().map_err(|_| {
            Message::new("{written} is no IPv6 address: write one such as 2001:db8::10.")
                .text("written", shown(value))
        })
    })
}

/// One of the words that AWS knows for a property.
pub(super) fn choice<T: Copy>(value: Evaluated, words: &[(&str, T)]) -> Fact<T> {
    typed(value, |value| {
        let written = value.as_scalar_text().unwrap_or_default();
        let found = words.iter().find(|(word, _)| *word == written);
        found.map(|(_, meant)| *meant).ok_or_else(|| {
            let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            Message::new("{written} is not among the words for this: {words}.")
                .text("written", shown(value))
                .text("words", words.join(", "))
        })
    })
}

/// A known value read by `read`. What leads to a resource is known after
/// deployment only.
fn typed<T>(value: Evaluated, read: impl FnOnce(&Value) -> Result<T, Message>) -> Fact<T> {
    match value {
        Evaluated::Absent => Fact::Absent,
        Evaluated::Unknown(why) => Fact::Unknown(why),
        Evaluated::Resource { id, attribute } => {
            let what = attribute.map_or_else(|| id.to_string(), |it| format!("{id}.{it}"));
            Fact::Unknown(Unknown::Deployment(what))
        }
        Evaluated::Known(value) => match read(&value) {
            Ok(value) => Fact::Known(value),
            Err(message) => Fact::Malformed(message),
        },
    }
}

fn shown(value: &Value) -> String {
    let text = value.as_scalar_text();
    text.map_or_else(|| "This".to_owned(), |text| format!("“{text}”"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(text: &str) -> Evaluated {
        Evaluated::Known(Value::from(text))
    }

    #[test]
    fn protocols_have_names_and_numbers() {
        for (written, meant) in [
            ("tcp", Protocol::Tcp),
            ("6", Protocol::Tcp),
            ("ICMPv6", Protocol::Icmpv6),
            ("-1", Protocol::Any),
            ("47", Protocol::Other(47)),
        ] {
            assert_eq!(protocol(known(written)), Fact::Known(meant));
        }
        assert!(matches!(protocol(known("tpc")), Fact::Malformed(_)));
        assert!(matches!(protocol(known("256")), Fact::Malformed(_)));
    }

    #[test]
    fn a_literal_id_is_of_something_elsewhere() {
        assert_eq!(reference(known("sg-1")), Fact::Elsewhere("sg-1".to_owned()));
        assert!(matches!(reference(known(" ")), Fact::Malformed(_)));
    }

    #[test]
    fn what_a_deployment_decides_is_unknown() {
        let value = Evaluated::Resource {
            id: "Vpc".into(),
            attribute: Some("CidrBlock".to_owned()),
        };
        let why = Unknown::Deployment("Vpc.CidrBlock".to_owned());
        assert_eq!(block(value), Fact::Unknown(why));
    }
}
