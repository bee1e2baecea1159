//! Reads prefix lists, those of the template and the two that AWS keeps under
//! identifiers that are settled here.

use indexmap::IndexMap;
use ipnet::IpNet;

use super::{Reader, integer, net, reference};
use crate::lower::survey::{Fact, Listed, PrefixList, Service};
use crate::message::Message;
use crate::template::{Evaluated, LogicalId, PropertyPath, Resource, Unknown};

/// AWS's prefix lists of gateway endpoints: the identifier, the block that
/// stands for the service in every region, and the service. AWS's own lists
/// differ by region and change; one answer needs one block.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html>
const OF_AWS: [(&str, &str, Service); 2] = [
    ("pl-63a5400a", "52.216.0.0/15", Service::S3),
    ("pl-02cd2c6b", "52.94.0.0/22", Service::DynamoDb),
];

impl Service {
    /// The block of addresses that stands for a service in every answer.
    pub fn block(&self) -> Option<IpNet> {
        let mut known = OF_AWS.iter();
        let (_, block, _) = known.find(|(.., service)| service == self)?;
        block.parse().ok()
    }
}

impl Reader<'_> {
    pub(in super::super) fn prefix_lists(&self) -> IndexMap<LogicalId, PrefixList> {
        let all = self.of_kind("AWS::EC2::PrefixList");
        let read = all.map(|(id, resource)| {
            let list = PrefixList {
                id: id.clone(),
                entries: self.entries(resource),
                max_entries: integer(self.property(resource, "MaxEntries")),
            };
            (id.clone(), list)
        });
        read.collect()
    }

    fn entries(&self, resource: &Resource) -> Vec<(PropertyPath, Fact<IpNet>)> {
        let entries = self.elements(resource, &"Entries".into()).into_iter();
        let entries = entries.map(|(path, entry)| {
            let block = net(self.inside(&entry, "Cidr"));
            (path.key("Cidr"), block)
        });
        entries.collect()
    }

    /// What a prefix list that is named comes to. With an entry that is not
    /// known, the whole is not.
    pub(super) fn listed(&self, value: Evaluated) -> Fact<Listed> {
        match reference(value) {
            Fact::Known(id) => {
                let resource = self.evaluator.template().resource(&id);
                let resource = resource.filter(|it| it.kind() == "AWS::EC2::PrefixList");
                let Some(resource) = resource else {
                    return Fact::Malformed(
                        Message::new("{named} is no prefix list.").resource("named", &id),
                    );
                };
                let mut blocks = Vec::new();
                for (_, entry) in self.entries(resource) {
                    match entry {
                        Fact::Known(block) => blocks.push(block),
                        Fact::Unknown(why) => return Fact::Unknown(why),
                        Fact::Malformed(message) => return Fact::Malformed(message),
                        Fact::Absent | Fact::Elsewhere(_) => {
                            return Fact::Unknown(Unknown::Missing(format!("{id}.Entries")));
                        }
                    }
                }
                Fact::Known(Listed {
                    list: Some(id),
                    service: None,
                    blocks,
                })
            }
            Fact::Elsewhere(written) => {
                let mut known = OF_AWS.iter();
                match known.find(|(id, ..)| *id == written.trim()) {
                    Some((.., service)) => Fact::Known(Listed {
                        list: None,
                        service: Some(service.clone()),
                        blocks: service.block().into_iter().collect(),
                    }),
                    None => Fact::Elsewhere(written),
                }
            }
            Fact::Absent => Fact::Absent,
            Fact::Unknown(why) => Fact::Unknown(why),
            Fact::Malformed(message) => Fact::Malformed(message),
        }
    }
}
