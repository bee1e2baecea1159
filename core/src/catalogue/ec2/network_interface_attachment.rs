//! `AWS::EC2::NetworkInterfaceAttachment`.

use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::NetworkInterfaceAttachment",
    word: "eniattachment",
 label: "Network interface attachment",
 stem: "NetworkInterfaceAttachment",
 summary: "Plugs a network interface into an instance of the same zone.",
 category: Category::Network,
 icon: include_str!("../icons/network-interface-attachment.svg"),
shape: Shape::Arrow,
ends: Some(Ends { from: &[End::new("NetworkInterfaceId", "AWS::EC2::NetworkInterface")], to: &[End::new("InstanceId", "AWS::EC2::Instance")], verb: "is plugged into", caption: None, overlay: false }),
fields: &[Field::new("NetworkInterfaceId", "Network interface", Format::Reference("AWS::EC2::NetworkInterface", None), "The interface that is plugged in.").required(), Field::new("InstanceId", "Instance", Format::Reference("AWS::EC2::Instance", None), "The instance that gets it.").required(), Field::new("DeviceIndex", "Device index", Format::Text, "Its number at the instance, from 1: the interface that the instance is made with is 0.").required(), Field::new("DeleteOnTermination", "Delete with the instance", Format::Boolean, "Whether the interface goes when the instance is terminated.")],
defaults: r#"{"DeviceIndex":"1"}"#,
attributes: &["AttachmentId"],
..Entry::BOX
};
