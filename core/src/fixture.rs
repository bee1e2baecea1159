//! Designs as indented text: for tests, documentation and bug reports.
//!
//! ```text
//! vpc main CidrBlock=10.0.0.0/16
//!   subnet a CidrBlock=10.0.1.0/24      # error subnet-cidr-overlap: a and b share 10.0.1.128/25
//!   subnet b CidrBlock=10.0.1.128/25
//!     instance web SecurityGroupIds=[@open]
//!   securitygroup open GroupDescription="all" SecurityGroupIngress=[{IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=0.0.0.0/0}]
//! ```
//!
//! A line is a kind's word or its full type, a name, and properties. Two spaces
//! more than the line above it means: lives in it, belongs to it, or starts
//! there. `@name` is a `Ref`, `@name.Attribute` a `Fn::GetAtt`, `{Fn::Sub="text"}`
//! any other function. A key may be a path, such as `Tags.0.Key`; `:Condition=Yes`
//! sets an attribute beside the properties. What stands after ` # ` is what is expected of the line.

mod value;

use crate::catalogue::{Entry, Owner, Shape, entry, entry_of_word};
use crate::document::{Document, Draft, Session};
use crate::message::Message;
use crate::template::{LogicalId, PropertyPath, Resource, Value};

/// A design with what is expected of it.
#[derive(Clone, Debug)]
pub struct Fixture {
    /// The design.
    pub document: Document,
    /// What the comments expect, in the order of the lines.
    pub expected: Vec<Expected>,
}

/// A finding that a line expects.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Expected {
    /// The resource of the line.
    pub resource: LogicalId,
    /// The comment: `error rule-id: message`.
    pub text: String,
}

/// Why a fixture cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {why}")]
pub struct Broken {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub why: String,
}

/// Reads a design.
///
/// # Errors
/// A line that is not written as the module says.
pub fn read(text: &str) -> Result<Fixture, Broken> {
    let empty = Document::empty();
    let mut draft = Draft::new(&empty);
    let mut expected = Vec::new();
    let mut above: Vec<(usize, LogicalId, String)> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let broken = |why: String| Broken {
            line: index + 1,
            why,
        };
        let (body, comment) = line.split_once(" # ").unwrap_or((line, ""));
        let indent = body.len() - body.trim_start().len();
        let body = body.trim();
        if body.is_empty() || body.starts_with('#') {
            continue;
        }
        let (word, rest) = body.split_once(' ').unwrap_or((body, ""));
        let (name, rest) = rest
            .trim_start()
            .split_once(' ')
            .unwrap_or((rest.trim_start(), ""));
        if name.is_empty() {
            return Err(broken("a name is missing".to_owned()));
        }
        let known = entry_of_word(word).or_else(|| entry(word));
        if known.is_none() && !word.contains("::") {
            return Err(broken(format!("no kind has the word {word}")));
        }
        let kind = known.map_or(word, |entry| entry.kind).to_owned();
        let id = LogicalId::new(name);
        let mut resource = Resource::new(&kind);
        above.retain(|(depth, ..)| *depth < indent);
        if let Some((_, parent, parent_kind)) = above.last() {
            let home = known
                .and_then(|known| home(known, parent_kind, parent))
                .ok_or_else(|| {
                    broken(format!(
                        "{word} does not live in, belong to or start at {parent_kind}"
                    ))
                })?;
            resource.set(&home.0, home.1);
        }
        for (key, value) in value::properties(rest).map_err(broken)? {
            if let Some(attribute) = key.strip_prefix(':') {
                resource.set_attribute(attribute, Some(value));
            } else if !resource.set(&PropertyPath::from(key.as_str()), value) {
                return Err(broken(format!("{key} cannot be set")));
            }
        }
        draft.insert(id.clone(), resource);
        if !comment.trim().is_empty() {
            expected.push(Expected {
                resource: id.clone(),
                text: comment.trim().to_owned(),
            });
        }
        above.push((indent, id, kind));
    }
    let change = draft.into_change(Message::new("fixture"));
    let mut session = Session::new(empty);
    // A change of the very document that it was made from always fits.
    let _ = session.commit(change);
    Ok(Fixture {
        document: session.document().clone(),
        expected,
    })
}

/// Reads a design that is known to be right.
///
/// # Panics
/// On a broken fixture: for tests only.
pub fn design(text: &str) -> Document {
    match read(text) {
        Ok(fixture) => fixture.document,
        Err(broken) => panic!("{broken}"),
    }
}

/// The property that puts a kind into, under or at the start of another.
fn home(known: &Entry, kind: &str, parent: &LogicalId) -> Option<(PropertyPath, Value)> {
    let reference = |attribute: Option<&str>| match attribute {
        Some(attribute) => Value::attribute(parent.as_str(), attribute),
        None => Value::reference(parent.as_str()),
    };
    let found = known
        .homes
        .iter()
        .find(|home| home.kind == kind)
        .map(|home| (home.property, None));
    let owned = match known.shape {
        Shape::Row(owners) => owners.iter().find_map(|owner| match owner {
            Owner::Named {
                property,
                kind: named,
            } if *named == kind => Some((*property, None)),
            _ => None,
        }),
        _ => None,
    };
    let ends = known
        .ends
        .iter()
        .flat_map(|ends| ends.from.iter().chain(ends.to));
    let mut ends = ends
        .filter(|end| end.kind == kind)
        .map(|end| (end.property, end.attribute));
    let (property, attribute) = found.or(owned).or_else(|| ends.next())?;
    let path = PropertyPath::from(property.replace('*', "0").as_str());
    Some((path, reference(attribute)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_writes_the_home() {
        let fixture = read(
            "vpc main CidrBlock=10.0.0.0/16 Tags=[{Key=Name, Value=\"a b\"}]\n  subnet a CidrBlock=10.0.1.0/24 # error x: y\n",
        )
        .unwrap();
        let subnet = fixture.document.template.resource(&"a".into()).unwrap();
        assert_eq!(subnet.property("VpcId"), Some(&Value::reference("main")));
        assert_eq!(subnet.property("CidrBlock"), Some(&"10.0.1.0/24".into()));
        let vpc = fixture.document.template.resource(&"main".into()).unwrap();
        assert_eq!(vpc.get(&"Tags.0.Value".into()), Some(&"a b".into()));
        let expected = Expected {
            resource: "a".into(),
            text: "error x: y".to_owned(),
        };
        assert_eq!(fixture.expected, [expected]);
    }

    #[test]
    fn a_broken_line_is_named() {
        assert_eq!(
            read("vpc a\nnonsense b").unwrap_err().to_string(),
            "line 2: no kind has the word nonsense"
        );
        assert_eq!(
            read("vpc a X=[1").unwrap_err().to_string(),
            "line 1: ] is missing"
        );
        assert!(read("subnet a\n  vpc b").is_err());
    }
}
