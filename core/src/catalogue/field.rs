//! A property in the inspector, and those that many kinds have.

use crate::prose;

/// A property in the inspector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The path inside `Properties`.
    pub property: &'static str,
    /// Its name for people.
    pub label: &'static str,
    /// What may be written.
    pub format: Format,
    /// Whether `CloudFormation` wants it.
    pub required: bool,
    /// What it does, in one sentence; empty in a build without the feature
    /// `prose`.
    pub help: &'static str,
}

impl Field {
    /// A property that may be left out.
    pub const fn new(
        property: &'static str,
        label: &'static str,
        format: Format,
        help: &'static str,
    ) -> Self {
        Self {
            property,
            label,
            format,
            required: false,
            help: prose::told(help),
        }
    }

    /// One that `CloudFormation` wants.
    #[must_use]
    pub const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }
}

/// What may be written into a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Any text.
    Text,
    /// An IPv4 block, such as `10.0.1.0/24`.
    Ipv4Cidr,
    /// An IPv6 block.
    Ipv6Cidr,
    /// An IPv4 address.
    Ipv4Address,
    /// Yes or no.
    Boolean,
    /// A whole number between two.
    Integer(i64, i64),
    /// A port, 0 to 65535.
    Port,
    /// A protocol by name or number; -1 is all.
    Protocol,
    /// An Availability Zone.
    Zone,
    /// A resource of a kind, by `Ref` or by an attribute.
    Reference(&'static str, Option<&'static str>),
    /// A list of resources of a kind.
    References(&'static str, Option<&'static str>),
    /// One of these.
    Choice(&'static [&'static str]),
    /// `Key` and `Value` pairs.
    Tags,
    /// Rows of a filter, edited as a table: ingress or egress rules.
    Rules,
    /// Anything, edited as JSON.
    Json,
}

/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html>
pub(super) const TAGS: Field = Field::new(
    "Tags",
    "Tags",
    Format::Tags,
    "Names for people and for cost reports.",
);

/// The VPC of what cannot be without one.
pub(super) const VPC: Field = Field::new(
    "VpcId",
    "VPC",
    Format::Reference("AWS::EC2::VPC", None),
    "The network that it is a part of.",
)
.required();
