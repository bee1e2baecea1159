//! `AWS::EC2::Instance`.
//!
//! The image of a new one is a dynamic reference to a public parameter, which
//! names the newest Amazon Linux 2023 in every region:
//! <https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters-ami.html>

use super::{PRIVATE_IP_ADDRESS, SECURITY_GROUP_IDS_LINK, SOURCE_DEST_CHECK};
use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Home, Link, Role};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: Instance::KIND,
    word: "instance",
    label: "EC2 instance",
    stem: "Instance",
    summary: "A virtual machine in a subnet, behind its security groups.",
    category: Category::Compute,
    icon: include_str!("../icons/instance.svg"),
    homes: &[
        Home::inside("SubnetId", "AWS::EC2::Subnet"),
        Home::inside("NetworkInterfaces.*.SubnetId", "AWS::EC2::Subnet"),
    ],
    links: &[
        SECURITY_GROUP_IDS_LINK,
        Link::new(
            "NetworkInterfaces.*.GroupSet.*",
            "AWS::EC2::SecurityGroup",
            "is filtered by",
        )
        .by("GroupId")
        .overlay(),
        Link::new("KeyName", "AWS::EC2::KeyPair", "is opened by").overlay(),
        Link::new("IamInstanceProfile", "AWS::IAM::InstanceProfile", "acts by").overlay(),
    ],
    fields: &[
        Field::new(
            "InstanceType",
            "Instance type",
            Format::Text,
            "Its processors and memory, such as t3.micro.",
        ),
        Field::new(
            "ImageId",
            "Image",
            Format::Text,
            "The image (AMI) that it starts from; the newest Amazon Linux 2023 unless you say otherwise.",
        ),
        Field::new(
            "SubnetId",
            "Subnet",
            Format::Reference("AWS::EC2::Subnet", None),
            "Where it stands.",
        ),
        Field::new(
            "SecurityGroupIds",
            "Security groups",
            Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
            "The filters around it. Without any, the VPC's default group.",
        ),
        PRIVATE_IP_ADDRESS,
        Field::new(
            "KeyName",
            "Key pair",
            Format::Reference("AWS::EC2::KeyPair", None),
            "The key pair for ssh.",
        ),
        Field::new(
            "IamInstanceProfile",
            "Instance profile",
            Format::Reference("AWS::IAM::InstanceProfile", None),
            "Carries the role that programs on it act as, so that they need no keys.",
        ),
        SOURCE_DEST_CHECK,
        Field::new(
            "UserData",
            "User data",
            Format::Json,
            "A script that runs at first start, in base 64.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"ImageId":"{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}","InstanceType":"t3.micro"}"#,
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
    ..Entry::BOX
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
