//! What is known of one type of resource. Reads no text and judges nothing.

use indexmap::IndexMap;

use super::{Same, Shape, Target};
use crate::template::{PropertyPath, Step};

/// How often a shape may be the same as another before it is given up: only
/// broken data go round in a circle.
const MAX_HOPS: usize = 16;

/// What is known of a type of resource. Paths of properties are parted by `/`,
/// with `*` for each item of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schema {
    /// The type's name, such as `AWS::EC2::Subnet`.
    pub kind: String,
    /// The resource's properties as one mapping: what is in it, what is
    /// required of it, and what must hold.
    pub whole: Shape,
    /// Shapes that others are the same as, by name.
    pub definitions: IndexMap<String, Shape>,
    /// Properties that AWS fills in; no template may.
    pub read_only: Vec<String>,
    /// Properties whose change replaces the resource.
    pub create_only: Vec<String>,
    /// Properties that AWS never tells again, such as passwords.
    pub write_only: Vec<String>,
    /// The properties that identify the resource: what `Ref` gives, mostly.
    pub identifier: Vec<String>,
    /// What `Fn::GetAtt` answers beside the read-only properties.
    pub(super) more_attributes: Vec<String>,
    /// What properties were seen to refer to, the most frequent first.
    pub(super) seen: Vec<(String, Vec<String>)>,
}

impl Schema {
    /// The shape itself, or the one that it is the same as.
    pub fn resolve<'a>(&'a self, shape: &'a Shape) -> &'a Shape {
        let mut shape = shape;
        for _ in 0..MAX_HOPS {
            let next = match &shape.same {
                None => return shape,
                Some(Same::Definition(name)) => self.definitions.get(name),
                Some(Same::Property(name)) => self.whole.properties.get(name),
            };
            match next {
                Some(next) => shape = next,
                // It says nothing, and so takes anything.
                None => return shape,
            }
        }
        shape
    }

    /// The shape of what stands at a path of the properties, resolved. The
    /// branches of an `Fn::If` have the shape of its place.
    pub fn shape_at(&self, path: &PropertyPath) -> Option<&Shape> {
        let mut shape = &self.whole;
        let mut steps = path.steps().iter();
        while let Some(step) = steps.next() {
            shape = match step {
                Step::Key(key) if key == "Fn::If" => {
                    steps.next();
                    shape
                }
                Step::Key(key) => self.property(shape, key)?,
                Step::Index(_) => self.resolve(shape.item.as_deref()?),
            };
        }
        Some(shape)
    }

    /// The shape of a property of a mapping, resolved, by its name or by what
    /// its name looks like.
    pub fn property<'a>(&'a self, shape: &'a Shape, name: &str) -> Option<&'a Shape> {
        let named = || {
            let mut named = shape.named.iter();
            named.find(|(pattern, _)| pattern.matches(name) != Some(false))
        };
        let found = shape.properties.get(name);
        let found = found.or_else(|| named().map(|(_, shape)| shape));
        found.map(|shape| self.resolve(shape))
    }

    /// Whether only AWS fills this in, or what it is in.
    pub fn is_read_only(&self, path: &PropertyPath) -> bool {
        is_in(&self.read_only, path)
    }

    /// Whether a change here replaces the resource.
    pub fn is_create_only(&self, path: &PropertyPath) -> bool {
        is_in(&self.create_only, path)
    }

    /// Whether AWS never tells this again.
    pub fn is_write_only(&self, path: &PropertyPath) -> bool {
        is_in(&self.write_only, path)
    }

    /// What `Fn::GetAtt` may ask for, such as `Endpoint.Address`, in the order
    /// of the data.
    pub fn attributes(&self) -> Vec<String> {
        let all = self.read_only.iter().chain(&self.more_attributes);
        let asked = all.filter(|it| !it.contains('*'));
        asked.map(|it| it.replace('/', ".")).collect()
    }

    /// Whether `Fn::GetAtt` may ask for this. What is inside of an attribute
    /// counts as asked for with it.
    pub fn has_attribute(&self, attribute: &str) -> bool {
        let mut all = self.read_only.iter().chain(&self.more_attributes);
        self.whole.is_open
            || all.any(|known| {
                let mut asked = attribute.split('.');
                let mut known = known.split('/');
                known.all(|step| asked.next().is_some_and(|it| step == "*" || it == step))
            })
    }

    /// The types of resource that a property names: those that AWS says, then
    /// those that were seen, the most frequent first.
    pub fn targets(&self, path: &PropertyPath) -> Vec<Target> {
        let shape = self.shape_at(path);
        let mut targets = shape.map(|it| it.targets.clone()).unwrap_or_default();
        let seen = self.seen.iter().filter(|(known, _)| is_at(known, path));
        let seen = seen.flat_map(|(_, seen)| seen);
        for target in seen.filter_map(|it| Target::read(it)) {
            if !targets.contains(&target) {
                targets.push(target);
            }
        }
        targets
    }
}

/// Whether a path, or what it is in, is one of these.
fn is_in(paths: &[String], path: &PropertyPath) -> bool {
    paths.iter().any(|known| {
        let mut steps = plain(path);
        known
            .split('/')
            .filter(|it| *it != "*")
            .all(|wanted| steps.next().is_some_and(|it| it == wanted))
    })
}

/// Whether a path of the data is this one.
fn is_at(known: &str, path: &PropertyPath) -> bool {
    known.split('/').filter(|it| *it != "*").eq(plain(path))
}

/// The keys of a path, without places of lists and branches of `Fn::If`.
fn plain(path: &PropertyPath) -> impl Iterator<Item = &str> {
    path.steps().iter().filter_map(|step| match step {
        Step::Key(key) if key != "Fn::If" => Some(key.as_str()),
        _ => None,
    })
}
