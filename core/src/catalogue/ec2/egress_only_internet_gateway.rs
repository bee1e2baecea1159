//! `AWS::EC2::EgressOnlyInternetGateway`.

use crate::catalogue::{Category, Entry, Home, Role, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::EgressOnlyInternetGateway",
    word: "eigw",
    label: "Egress-only Internet gateway",
    stem: "EgressOnlyGateway",
    summary: "Lets IPv6 connections out of a VPC and none in: for IPv6, what a NAT gateway is for IPv4.",
    category: Category::Network,
    icon: include_str!("../icons/egress-only-internet-gateway.svg"),
    homes: &[Home::inside("VpcId", "AWS::EC2::VPC")],
    fields: &[field::VPC, field::TAGS],
    attributes: &["Id"],
    role: Role::EgressOnlyGateway,
    ..Entry::BOX
};
