//! `AWS::EC2::SubnetNetworkAclAssociation`.

use super::view;
use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: SubnetNetworkAclAssociation::KIND,
    word: "aclassociation",
    label: "Network ACL association",
    stem: "AclAssociation",
    summary: "Gives a subnet its network ACL. A subnet without one uses the VPC's default ACL, which allows everything.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnetnetworkaclassociation.html",
    category: Category::Security,
    icon: include_str!("../icons/association.svg"),
    shape: Shape::Arrow,
    homes: &[],
    ends: Some(Ends {
        from: &[End {
            property: "SubnetId",
            kind: "AWS::EC2::Subnet",
            attribute: None,
        }],
        to: &[End {
            property: "NetworkAclId",
            kind: "AWS::EC2::NetworkAcl",
            attribute: None,
        }],
        verb: "is filtered by",
        caption: None,
        overlay: true,
    }),
    links: &[],
    fields: &[
        Field {
            property: "SubnetId",
            label: "Subnet",
            format: Format::Reference("AWS::EC2::Subnet", None),
            required: true,
            help: "The subnet. It has one network ACL.",
        },
        Field {
            property: "NetworkAclId",
            label: "Network ACL",
            format: Format::Reference("AWS::EC2::NetworkAcl", None),
            required: true,
            help: "The ACL that filters the subnet, of the same VPC.",
        },
    ],
    defaults: Map::new,
    resource_attributes: Map::new,
    attributes: &["AssociationId"],
    role: Role::NetworkAclAssociation,
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
