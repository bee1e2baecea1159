//! `AWS::EC2::SubnetNetworkAclAssociation`.

use super::view;
use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: SubnetNetworkAclAssociation::KIND,
    word: "aclassociation",
    label: "Network ACL association",
    stem: "AclAssociation",
    summary: "Gives a subnet its network ACL. A subnet without one uses the VPC's default ACL, which allows everything.",
    category: Category::Security,
    icon: include_str!("../icons/association.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[End::new("SubnetId", "AWS::EC2::Subnet")],
        to: &[End::new("NetworkAclId", "AWS::EC2::NetworkAcl")],
        verb: "is filtered by",
        caption: None,
        overlay: true,
    }),
    fields: &[
        Field::new(
            "SubnetId",
            "Subnet",
            Format::Reference("AWS::EC2::Subnet", None),
            "The subnet. It has one network ACL.",
        )
        .required(),
        Field::new(
            "NetworkAclId",
            "Network ACL",
            Format::Reference("AWS::EC2::NetworkAcl", None),
            "The ACL that filters the subnet, of the same VPC.",
        )
        .required(),
    ],
    attributes: &["AssociationId"],
    role: Role::NetworkAclAssociation,
    ..Entry::BOX
};

view! {
    /// The use of a network ACL by a subnet.
    SubnetNetworkAclAssociation of "AWS::EC2::SubnetNetworkAclAssociation" {
        /// The subnet.
        subnet = "SubnetId",
        /// The ACL that filters it.
        network_acl = "NetworkAclId",
    }
}
