//! What the catalogue says of a kind of resource.

use super::{Category, Companion, Ends, Field, Home, Link, Owner, Role, Variant};
use crate::template::{Map, Value, value_of_json};

/// One kind of resource: everything that the program knows of it.
#[derive(Debug)]
pub struct Entry {
    /// The type's name in a template, such as `AWS::EC2::Subnet`.
    pub kind: &'static str,
    /// Its word in a fixture, such as `subnet`.
    pub word: &'static str,
    /// Its name for people, in AWS's words.
    pub label: &'static str,
    /// What new resources of the kind are named, such as `Subnet`.
    pub stem: &'static str,
    /// What it is for, in one sentence for a learner.
    pub summary: &'static str,
    /// The group of the palette, which gives the color.
    pub category: Category,
    /// A drawing of 24 by 24, as SVG in `currentColor`.
    pub icon: &'static str,
    /// How it is drawn.
    pub shape: Shape,
    /// What it lives in: the first that its properties name counts.
    pub homes: &'static [Home],
    /// What it joins, for an arrow, and for a row that points somewhere.
    pub ends: Option<Ends>,
    /// The properties that name other resources and are drawn as lines.
    pub links: &'static [Link],
    /// The properties that the inspector shows first, in order.
    pub fields: &'static [Field],
    /// The properties of a new one, as a JSON object; its home, ends,
    /// companions and name come on top. `<self>` is its name, and
    /// `<self:VpcId>` what its property `VpcId` names. Text, since code that
    /// builds a map weighs ten times as much.
    pub defaults: &'static str,
    /// What a new one has beside its properties, such as `DeletionPolicy`, as
    /// a JSON object.
    pub resource_attributes: &'static str,
    /// What it cannot do without and so comes along when it is placed.
    pub companions: &'static [Companion],
    /// Forms of it with a name of their own, told by one property of theirs.
    /// The first is what AWS takes where that property is absent.
    pub variants: &'static [Variant],
    /// Attributes that `Fn::GetAtt` may ask for, as AWS's page lists them;
    /// some kinds answer for further properties.
    pub attributes: &'static [&'static str],
    /// What it is in the network.
    pub role: Role,
}

impl Entry {
    /// What an entry of a plain box says where it says nothing else.
    pub const BOX: Self = Self {
        kind: "",
        word: "",
        label: "",
        stem: "",
        summary: "",
        category: Category::Network,
        icon: "",
        shape: Shape::Box,
        homes: &[],
        ends: None,
        links: &[],
        fields: &[],
        defaults: "{}",
        resource_attributes: "{}",
        companions: &[],
        variants: &[],
        attributes: &[],
        role: Role::Nothing,
    };

    /// AWS's page on the type.
    pub fn guide(&self) -> String {
        guide(self.kind)
    }

    /// The properties of a new one, with names not put in yet.
    pub fn starting_properties(&self) -> Map {
        object(self.defaults)
    }

    /// What a new one has beside its properties.
    pub fn starting_attributes(&self) -> Map {
        object(self.resource_attributes)
    }
}

/// AWS's page on a type, which is named after it.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html>
pub fn guide(kind: &str) -> String {
    let steps: Vec<String> = kind.split("::").skip(1).map(str::to_lowercase).collect();
    let steps = steps.join("-");
    format!(
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-{steps}.html"
    )
}

/// An object written in an entry; a test reads every one.
fn object(text: &str) -> Map {
    match value_of_json(text) {
        Some(Value::Map(map)) => map,
        _ => Map::new(),
    }
}

/// Two entries of a type are the same entry: the list has each type once.
impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

/// How a kind is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A frame that holds others.
    Container,
    /// A box with icon and name.
    Box,
    /// A small box: what is laid over others rather than stands among them,
    /// such as a route table.
    Chip,
    /// A line between the kind's [`Ends`]; a box while an end is missing.
    Arrow,
    /// A row of its owner, the first [`Owner`] found; a box while there is none.
    Row(&'static [Owner]),
}
