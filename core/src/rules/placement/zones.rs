//! Which zones a list of subnets spans, and ways to make it span one more.
//! Knows lists of subnets, and not whose they are.

use std::collections::HashSet;

use crate::catalogue::ec2;
use crate::document::Draft;
use crate::lower::survey::{Subnet, Used};
use crate::message::Message;
use crate::rules::{Context, Fix, mend, mend_ways};
use crate::template::{FunctionName, LogicalId, Map, PropertyPath, Resource, Value};

/// Subnets as a resource lists them, each with its zone.
#[derive(Debug)]
pub(super) struct Listed<'a> {
    /// The list's owner.
    pub(super) owner: &'a LogicalId,
    /// Where each is written.
    pub(super) used: &'a [Used],
    /// The subnets, in the same order.
    pub(super) subnets: Vec<&'a Subnet>,
    /// Their zones, in the same order.
    pub(super) zones: Vec<&'a str>,
}

impl<'a> Listed<'a> {
    /// The list, if all of its subnets and all their zones are known.
    pub(super) fn new(
        context: &Context<'a>,
        owner: &'a LogicalId,
        used: &'a [Used],
    ) -> Option<Self> {
        let all = used.iter();
        let all = all.map(|used| context.survey.subnets.get(used.id.known()?));
        let subnets = all.collect::<Option<Vec<_>>>()?;
        let zones = subnets.iter();
        let zones = zones.map(|subnet| subnet.zone.known().map(String::as_str));
        Some(Self {
            owner,
            used,
            zones: zones.collect::<Option<Vec<_>>>()?,
            subnets,
        })
    }

    /// How many zones they span.
    pub(super) fn count(&self) -> usize {
        self.zones.iter().collect::<HashSet<_>>().len()
    }

    /// The place of a subnet whose zone an earlier one has.
    pub(super) fn repeated(&self) -> Option<usize> {
        (0..self.zones.len()).find(|place| {
            let zone = self.zones.get(*place);
            self.zones.iter().take(*place).any(|it| Some(it) == zone)
        })
    }

    /// Ways to make the list span a zone more: the given one, or any other.
    pub(super) fn spread(&self, context: &Context<'a>, zone: Option<&str>) -> Vec<Fix> {
        let mut ways = self.use_another(context, zone);
        if zone.is_none() {
            ways.extend(self.move_repeated(context));
        }
        ways.extend(self.add_subnet(context, zone));
        ways
    }

    /// Lists a subnet of the same VPC and the same way out that is in the zone.
    fn use_another(&self, context: &Context<'a>, zone: Option<&str>) -> Vec<Fix> {
        let Some(first) = self.subnets.first() else {
            return Vec::new();
        };
        let vpc = first.vpc.known();
        let mut others = vpc.map_or(&[][..], |vpc| context.subnets_of(vpc)).iter();
        let other = others.find(|other| {
            let its = other.zone.known().map(String::as_str);
            let fits = match zone {
                Some(zone) => its == Some(zone),
                None => its.is_some_and(|its| !self.zones.contains(&its)),
            };
            let is_large = other
                .cidr
                .known()
                .is_some_and(|it| it.block().prefix_len() <= 27);
            fits && is_large && context.way_out(other) == context.way_out(first)
        });
        let Some(other) = other else {
            return Vec::new();
        };
        let title = Message::new("Use {subnet} too").resource("subnet", &other.id);
        Fix::review(context, title, |draft| self.list(draft, &other.id))
    }

    /// Moves a subnet whose zone is there already, and in which nothing stands
    /// that would have to be built anew.
    fn move_repeated(&self, context: &Context<'a>) -> Vec<Fix> {
        let repeated = self.repeated().and_then(|place| self.subnets.get(place));
        let subnet = repeated.filter(|subnet| context.placed_in(&subnet.id).is_empty());
        let Some((subnet, (zone, value))) =
            subnet.and_then(|subnet| Some((subnet, self.free_zone(context, subnet, None)?)))
        else {
            return Vec::new();
        };
        let title = Message::new("Move {subnet} to {zone}")
            .resource("subnet", &subnet.id)
            .text("zone", zone);
        Fix::review(context, title, |draft| {
            mend::set(draft, &subnet.id, "AvailabilityZone", value)
        })
    }

    /// Adds a subnet like the first one in another zone: with the next free
    /// block, the same route table and the same network ACL.
    fn add_subnet(&self, context: &Context<'a>, zone: Option<&str>) -> Vec<Fix> {
        let Some(model) = self.subnets.first() else {
            return Vec::new();
        };
        let found = || {
            let (zone, value) = self.free_zone(context, model, zone)?;
            let prefix = model.cidr.known()?.block().prefix_len().min(27);
            let new = LogicalId::new("");
            let block = mend::free_block(context, model.vpc.known()?, &new, prefix)?;
            Some((zone, value, block))
        };
        let Some((zone, value, block)) = found() else {
            return Vec::new();
        };
        let title = Message::new("Add a subnet in {zone}: {block}")
            .text("zone", &zone)
            .text("block", block);
        Fix::review(context, title, |draft| {
            let resource = context.resource(&model.id)?;
            let now = resource.property("CidrBlock");
            let mut properties = resource.properties()?.clone();
            properties.insert(
                "CidrBlock".to_owned(),
                mend::block_like(context, now, block),
            );
            properties.insert("AvailabilityZone".to_owned(), value);
            for key in ["AvailabilityZoneId", "Ipv6CidrBlock"] {
                properties.shift_remove(key);
            }
            let (old, letter) = (zone_letter(model.zone.known()?), zone_letter(&zone));
            rename_tag(&mut properties, &old, &letter);
            let stem = model.id.as_str();
            let stem = stem.strip_suffix(&old.to_ascii_uppercase()).unwrap_or(stem);
            let id = mend::free_name(draft, &format!("{stem}{}", letter.to_ascii_uppercase()));
            let subnet = Resource::with_properties(ec2::Subnet::KIND, properties);
            draft.insert(id.clone(), subnet);
            if let Some(table) = &model.table {
                mend_ways::associate(draft, &id, table);
            }
            if let Some(acl) = &model.acl {
                let properties = [
                    ("SubnetId", mend::reference(&id)),
                    ("NetworkAclId", mend::reference(acl)),
                ];
                let stem = format!("{id}AclAssociation");
                let kind = ec2::SubnetNetworkAclAssociation::KIND;
                mend::add(draft, &stem, kind, properties);
            }
            self.list(draft, &id)
        })
    }

    /// Puts a subnet into the list: in the place of one whose zone is there
    /// already, else behind the others.
    fn list(&self, draft: &mut Draft<'_>, subnet: &LogicalId) -> Option<()> {
        let first = self.used.first()?.path.to_string();
        let name = first.split('.').next()?;
        if let Some(place) = self.repeated() {
            let path = self.used.get(place)?.path.clone();
            return mend::set(draft, self.owner, path, mend::reference(subnet));
        }
        let list = PropertyPath::root().key(name);
        let length = draft
            .template()
            .resource(self.owner)?
            .get(&list)?
            .as_list()?
            .len();
        let mut path = list.index(length);
        if name == "SubnetMappings" {
            path = path.key("SubnetId");
        }
        mend::set(draft, self.owner, path, mend::reference(subnet))
    }

    /// A zone that the list does not span, or the one asked for, and how to
    /// write it like the zone of a subnet.
    fn free_zone(
        &self,
        context: &Context<'a>,
        like: &Subnet,
        asked: Option<&str>,
    ) -> Option<(String, Value)> {
        let now = like.zone.known()?;
        let is_free = |zone: &str| match asked {
            Some(asked) => zone == asked,
            None => !self.zones.contains(&zone),
        };
        let written = context.resource(&like.id)?.property("AvailabilityZone")?;
        let select = written
            .as_function()
            .filter(|it| it.name == FunctionName::Select)
            .and_then(|it| it.argument.as_list());
        if let Some([_, zones @ Value::Function(_)]) = select {
            let all = context.zones();
            let index = all.iter().position(|zone| is_free(zone))?;
            let place = Value::from(i64::try_from(index).ok()?);
            let value = Value::function(FunctionName::Select, vec![place, zones.clone()].into());
            return Some((all.get(index)?.clone(), value));
        }
        let region = now.strip_suffix(|letter: char| letter.is_ascii_lowercase())?;
        let mut all = ["a", "b", "c"]
            .into_iter()
            .map(|letter| format!("{region}{letter}"));
        let zone = asked
            .map(str::to_owned)
            .or_else(|| all.find(|zone| is_free(zone)))?;
        Some((zone.clone(), Value::from(zone)))
    }
}

/// The letter that tells a zone from the others of its region.
fn zone_letter(zone: &str) -> String {
    zone.chars().next_back().into_iter().collect()
}

/// Writes the new zone's letter at the end of the `Name` tag.
fn rename_tag(properties: &mut Map, old: &str, new: &str) {
    let Some(Value::List(tags)) = properties.get_mut("Tags") else {
        return;
    };
    for tag in tags {
        let Value::Map(tag) = tag else { continue };
        if tag.get("Key").and_then(Value::as_text) != Some("Name") {
            continue;
        }
        if let Some(Value::Text(name)) = tag.get_mut("Value") {
            let is_upper = !name.chars().any(char::is_lowercase);
            let case = |letter: &str| {
                if is_upper {
                    letter.to_ascii_uppercase()
                } else {
                    letter.to_owned()
                }
            };
            let stem = name.strip_suffix(&format!("-{}", case(old)));
            *name = format!("{}-{}", stem.unwrap_or(name), case(new));
        }
    }
}
