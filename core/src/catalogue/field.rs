//! Fields that many kinds have.

use super::{Field, Format};

/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html>
pub(super) const TAGS: Field = Field {
    property: "Tags",
    label: "Tags",
    format: Format::Tags,
    required: false,
    help: "Names for people and for cost reports.",
};

/// The VPC of what cannot be without one.
pub(super) const VPC: Field = Field {
    property: "VpcId",
    label: "VPC",
    format: Format::Reference("AWS::EC2::VPC", None),
    required: true,
    help: "The network that it is a part of.",
};
