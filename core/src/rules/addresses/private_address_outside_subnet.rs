//! A private address is not one of its subnet.

use super::written_addresses::{all, choose_another};
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "private-address-outside-subnet",
    severity: Severity::Error,
    title: "Private address outside of its subnet",
    why: "What stands in a subnet has an address of the subnet's block, and AWS refuses any \
          other. Write one of the block, or leave the choice to AWS.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web PrivateIpAddress=10.0.2.10 # error private-address-outside-subnet: web has 10.0.2.10, which is not in a: that has 10.0.1.0/24.
    eni card PrivateIpAddress=10.0.2.12 # error private-address-outside-subnet: card has 10.0.2.12, which is not in a: that has 10.0.1.0/24.
    nat out ConnectivityType=private PrivateIpAddress=10.0.2.13 # error private-address-outside-subnet: out has 10.0.2.13, which is not in a: that has 10.0.1.0/24.
instance inner NetworkInterfaces=[{DeviceIndex=0, SubnetId=@a, PrivateIpAddress=10.0.2.11}] # error private-address-outside-subnet: inner has 10.0.2.11, which is not in a: that has 10.0.1.0/24.
lb front Type=network Scheme=internal SubnetMappings=[{SubnetId=@a, PrivateIPv4Address=10.0.2.14}] # error private-address-outside-subnet: front has 10.0.2.14, which is not in a: that has 10.0.1.0/24.
mounttarget files FileSystemId=fs-1 SubnetId=@a IpAddress=10.0.2.15 SecurityGroups=[sg-1] # error private-address-outside-subnet: files has 10.0.2.15, which is not in a: that has 10.0.1.0/24.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web PrivateIpAddress=10.0.1.10
    instance any
",
    check,
    fixes: choose_another,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for it in all(context) {
        if it.block.contains(&it.address) {
            continue;
        }
        let message =
            Message::new("{resource} has {address}, which is not in {subnet}: that has {block}.")
                .resource("resource", it.resource)
                .text("address", it.address)
                .resource("subnet", &it.subnet.id)
                .text("block", it.block);
        findings
            .add(it.resource, it.path, message)
            .with([&it.subnet.id]);
    }
}
