//! `AWS::EC2::VolumeAttachment`.
//!
//! Names of devices that are free for volumes:
//! <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html>

use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::VolumeAttachment",
    word: "volumeattachment",
    label: "EBS volume attachment",
    stem: "VolumeAttachment",
    summary: "Gives a volume to an instance of the same Availability Zone, under the name of a device.",
    category: Category::Storage,
    icon: include_str!("../icons/ebs-volume-attachment.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[End::new("VolumeId", "AWS::EC2::Volume")],
        to: &[End::new("InstanceId", "AWS::EC2::Instance")],
        verb: "attaches to",
        caption: Some("Device"),
        overlay: false,
    }),
    fields: &[
        Field::new(
            "VolumeId",
            "Volume",
            Format::Reference("AWS::EC2::Volume", None),
            "The disk.",
        )
        .required(),
        Field::new(
            "InstanceId",
            "Instance",
            Format::Reference("AWS::EC2::Instance", None),
            "The instance that uses it, in the same zone.",
        )
        .required(),
        Field::new(
            "Device",
            "Device",
            Format::Text,
            "The name that the instance asks for it by: /dev/sdf to /dev/sdp, each once.",
        ),
    ],
    defaults: r#"{"Device":"/dev/sdf"}"#,
    ..Entry::BOX
};
