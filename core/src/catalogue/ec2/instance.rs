//! `AWS::EC2::Instance`.
//!
//! The image of a new one is a dynamic reference to a public parameter, which
//! names the newest Amazon Linux 2023 in every region:
//! <https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters-ami.html>

use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Home, Link, Position, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: Instance::KIND,
    word: "instance",
    label: "EC2 instance",
    stem: "Instance",
    summary: "A virtual machine in a subnet, behind its security groups.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-instance.html",
    category: Category::Compute,
    icon: include_str!("../icons/instance.svg"),
    shape: Shape::Box,
    homes: &[
        Home {
            property: "SubnetId",
            kind: "AWS::EC2::Subnet",
            position: Position::Inside,
        },
        Home {
            property: "NetworkInterfaces.*.SubnetId",
            kind: "AWS::EC2::Subnet",
            position: Position::Inside,
        },
    ],
    ends: None,
    links: &[
        Link {
            property: "SecurityGroupIds.*",
            kind: "AWS::EC2::SecurityGroup",
            attribute: Some("GroupId"),
            verb: "is filtered by",
            overlay: true,
        },
        Link {
            property: "NetworkInterfaces.*.GroupSet.*",
            kind: "AWS::EC2::SecurityGroup",
            attribute: Some("GroupId"),
            verb: "is filtered by",
            overlay: true,
        },
    ],
    fields: &[
        Field {
            property: "InstanceType",
            label: "Instance type",
            format: Format::Text,
            required: false,
            help: "Its processors and memory, such as t3.micro.",
        },
        Field {
            property: "ImageId",
            label: "Image",
            format: Format::Text,
            required: false,
            help: "The image (AMI) that it starts from; the newest Amazon Linux 2023 unless you say otherwise.",
        },
        Field {
            property: "SubnetId",
            label: "Subnet",
            format: Format::Reference("AWS::EC2::Subnet", None),
            required: false,
            help: "Where it stands.",
        },
        Field {
            property: "SecurityGroupIds",
            label: "Security groups",
            format: Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
            required: false,
            help: "The filters around it. Without any, the VPC's default group.",
        },
        Field {
            property: "PrivateIpAddress",
            label: "Private address",
            format: Format::Ipv4Address,
            required: false,
            help: "Its address in the subnet. AWS picks a free one if this is empty.",
        },
        Field {
            property: "KeyName",
            label: "Key pair",
            format: Format::Text,
            required: false,
            help: "The key pair for ssh.",
        },
        Field {
            property: "SourceDestCheck",
            label: "Source and destination check",
            format: Format::Boolean,
            required: false,
            help: "Whether it drops packets that are neither from it nor for it. Turn it off to forward.",
        },
        Field {
            property: "UserData",
            label: "User data",
            format: Format::Json,
            required: false,
            help: "A script that runs at first start, in base 64.",
        },
        field::TAGS,
    ],
    defaults: || {
        Map::from_iter([("ImageId".to_owned(), "{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}".into()), ("InstanceType".to_owned(), "t3.micro".into())])
    },
    resource_attributes: Map::new,
    attributes: &[
        "AvailabilityZone",
        "InstanceId",
        "PrivateDnsName",
        "PrivateIp",
        "PublicDnsName",
        "PublicIp",
        "VpcId",
    ],
    role: Role::Instance,
};

view! {
    /// An EC2 instance.
    Instance of "AWS::EC2::Instance" {
        /// Its subnet, unless its interfaces say it.
        subnet = "SubnetId",
        /// Its security groups, a list, unless its interfaces say them.
        security_groups = "SecurityGroupIds",
        /// Its interfaces, a list; AWS makes one if there is none.
        interfaces = "NetworkInterfaces",
        /// Its address in the subnet.
        private_address = "PrivateIpAddress",
        /// Whether it drops what is not for it; true unless said otherwise.
        checks_source = "SourceDestCheck",
        /// Its processors and memory.
        instance_type = "InstanceType",
        /// The image that it starts from.
        image = "ImageId",
        /// Its zone, if no subnet says it.
        zone = "AvailabilityZone",
    }
}
