//! The shape of a value: what AWS says may stand at a place. Judges no value.

use indexmap::IndexMap;

use super::{Decimal, Pattern, Types};

/// What may stand at a place.
///
/// A shape that is [`Same`] as another says nothing itself:
/// [`Schema::resolve`](super::Schema::resolve) follows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// It is as another shape of the same schema.
    pub same: Option<Same>,
    /// The types of value that it takes.
    pub types: Types,
    /// The values that it takes, as text, if only these; in AWS's order.
    pub choices: Vec<String>,
    /// Values that it takes written in any case of letters, beside `choices`.
    pub choices_in_any_case: Vec<String>,
    /// What a text looks like.
    pub pattern: Option<Pattern>,
    /// How small and large a number may be.
    pub range: Range,
    /// How many characters a text has.
    pub length: Bounds,
    /// How many items a list has.
    pub count: Bounds,
    /// What each item of a list is.
    pub item: Option<Box<Shape>>,
    /// The properties of a mapping, by name.
    pub properties: IndexMap<String, Shape>,
    /// Further properties: what their names look like, and what they are.
    pub named: Vec<(Pattern, Shape)>,
    /// Whether it takes properties that are neither in `properties` nor in
    /// `named`: never call a property unknown here.
    pub is_open: bool,
    /// The properties that must be there.
    pub required: Vec<String>,
    /// A format beyond its pattern, such as `ipv4-network` or `date-time`.
    pub format: Option<String>,
    /// The types of resource that it names, if it names any.
    pub targets: Vec<Target>,
    /// What else must hold, where something must.
    pub conditions: Option<Box<Conditions>>,
}

/// Another shape of the same schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Same {
    /// A definition, by name.
    Definition(String),
    /// A property of the resource, by name.
    Property(String),
}

/// From least to most, both included; without bound where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// The least.
    pub least: Option<Decimal>,
    /// The most.
    pub most: Option<Decimal>,
}

/// How many, both included; without bound where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// The fewest.
    pub least: Option<usize>,
    /// The most.
    pub most: Option<usize>,
}

/// A type of resource and what of it is named.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Target {
    /// The type, such as `AWS::EC2::SecurityGroup`.
    pub kind: String,
    /// What of it: an attribute, or `Ref`, or a word such as `Id`, `Ids` or
    /// `Name` for what it is identified by.
    pub attribute: String,
}

/// What must hold of the properties of a mapping together, and of variants.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conditions {
    /// At least one of these is there.
    pub at_least_one: Vec<String>,
    /// Exactly one of these is there.
    pub exactly_one: Vec<String>,
    /// With the first, the others must be there.
    pub needs: Vec<(String, Vec<String>)>,
    /// With the first, the others must not be there.
    pub excludes: Vec<(String, Vec<String>)>,
    /// All of these hold too.
    pub all_of: Vec<Shape>,
    /// At least one of these holds too.
    pub any_of: Vec<Shape>,
    /// Exactly one of these holds too.
    pub one_of: Vec<Shape>,
    /// When this holds, then the next, otherwise the one after it.
    pub condition: Option<Shape>,
    /// What holds when `condition` does.
    pub then: Option<Shape>,
    /// What holds when `condition` does not.
    pub otherwise: Option<Shape>,
    /// This does not hold.
    pub not: Option<Shape>,
}

impl Shape {
    /// Whether a mapping here may have properties of any name, as a policy
    /// document or a list of environment variables has.
    pub fn takes_any_property(&self) -> bool {
        self.is_open || (self.properties.is_empty() && self.named.is_empty())
    }

    /// The properties of a form: those that are required first, each group in
    /// the order of the data.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &Shape)> {
        let is_required = |name: &str| self.required.iter().any(|it| it == name);
        let all = move || {
            self.properties
                .iter()
                .map(|(name, shape)| (name.as_str(), shape))
        };
        let required = all().filter(move |(name, _)| is_required(name));
        required.chain(all().filter(move |(name, _)| !is_required(name)))
    }
}

impl Range {
    /// Whether a number is in it.
    pub fn holds(self, number: Decimal) -> bool {
        self.least.is_none_or(|it| number >= it) && self.most.is_none_or(|it| number <= it)
    }
}

impl Bounds {
    /// Whether a count is in it.
    pub fn holds(self, count: usize) -> bool {
        self.least.is_none_or(|it| count >= it) && self.most.is_none_or(|it| count <= it)
    }
}

impl Target {
    /// Reads `AWS::EC2::VPC.Id`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (kind, attribute) = text.split_once('.')?;
        Some(Self {
            kind: kind.to_owned(),
            attribute: attribute.to_owned(),
        })
    }
}
