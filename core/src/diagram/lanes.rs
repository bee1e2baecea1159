//! The zones of a VPC, read from its subnets, and the frame of the region.
//! Both are drawn around what they hold and are nothing by themselves.

use std::collections::HashMap;

use super::guess::in_short;
use super::place::{LANE_HEADER, LANE_PADDING, REGION_HEADER, REGION_PADDING};
use super::{Diagram, Node, Region};
use crate::catalogue::{Role, ec2};
use crate::geometry::Rect;
use crate::sorting;
use crate::template::{Evaluated, Evaluator, FunctionName, LogicalId, Value};

/// The title of the lane of subnets without a zone.
pub const NO_ZONE: &str = "no zone chosen";

/// A zone in a VPC, as far as subnets stand in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The VPC.
    pub vpc: LogicalId,
    /// The zone's name, or what is known of it.
    pub zone: String,
    /// What a subnet's `AvailabilityZone` says to be in it; `None` for none.
    pub value: Option<Value>,
    /// Where it is, relative to the VPC's corner.
    pub frame: Rect,
    /// The subnets in it, in the order of the template.
    pub subnets: Vec<LogicalId>,
}

/// A zone that a subnet names.
#[derive(Clone, Debug)]
pub(super) struct Zone {
    /// Equal for subnets of the same zone; orders the lanes.
    pub(super) key: (bool, String),
    title: String,
    value: Option<Value>,
}

/// The zone of every subnet.
pub(super) fn zones(
    evaluator: &Evaluator<'_>,
    knows_region: bool,
    diagram: &Diagram,
) -> HashMap<LogicalId, Zone> {
    let subnets = diagram.nodes.values().filter(|node| {
        node.parent.is_some() && node.entry.is_some_and(|entry| entry.role == Role::Subnet)
    });
    let zone = |id: &LogicalId| {
        let resource = evaluator.template().resource(id)?;
        let value = resource
            .property("AvailabilityZone")
            .or_else(|| resource.property("AvailabilityZoneId"))?;
        let (key, title) = match evaluator.evaluate(value) {
            Evaluated::Absent => return None,
            Evaluated::Known(known) => {
                let name = known.as_scalar_text().filter(|name| !name.is_empty())?;
                let counted = if knows_region { None } else { counted(value) };
                (name.clone(), counted.unwrap_or(name))
            }
            _ => {
                let title = counted(value).unwrap_or_else(|| in_short(value));
                (title.clone(), title)
            }
        };
        Some(Zone {
            key: (false, key),
            title,
            value: Some(value.clone()),
        })
    };
    subnets
        .map(|node| {
            let zone = zone(&node.id).unwrap_or_else(|| Zone {
                key: (true, String::new()),
                title: NO_ZONE.to_owned(),
                value: None,
            });
            (node.id.clone(), zone)
        })
        .collect()
}

/// "zone 1 of the region" for the first of `Fn::GetAZs`.
fn counted(value: &Value) -> Option<String> {
    let function = value
        .as_function()
        .filter(|function| function.name == FunctionName::Select)?;
    let [index, list] = function.argument.as_list()? else {
        return None;
    };
    let of_region = list
        .as_function()
        .is_some_and(|list| list.name == FunctionName::GetAZs);
    let place = index.as_integer()?.checked_add(1)?;
    of_region.then(|| format!("zone {place} of the region"))
}

/// The lanes of every VPC, in the order of their zones.
pub(super) fn lanes(diagram: &Diagram, zones: &HashMap<LogicalId, Zone>) -> Vec<Lane> {
    let mut lanes = Vec::new();
    for vpc in diagram.nodes.values() {
        let mut of_vpc: Vec<(&Zone, Lane)> = Vec::new();
        for id in &vpc.children {
            let (Some(zone), Some(subnet)) = (zones.get(id), diagram.nodes.get(id)) else {
                continue;
            };
            match of_vpc.iter_mut().find(|(other, _)| other.key == zone.key) {
                Some((_, lane)) => {
                    lane.frame = lane.frame.union(subnet.frame);
                    lane.subnets.push(id.clone());
                }
                None => of_vpc.push((
                    zone,
                    Lane {
                        vpc: vpc.id.clone(),
                        zone: zone.title.clone(),
                        value: zone.value.clone(),
                        frame: subnet.frame,
                        subnets: vec![id.clone()],
                    },
                )),
            }
        }
        sorting::sort_by(&mut of_vpc, |(a, _), (b, _)| a.key.cmp(&b.key));
        let mut of_vpc: Vec<Lane> = of_vpc.into_iter().map(|(_, lane)| lane).collect();
        for lane in &mut of_vpc {
            lane.frame = around(lane.frame, LANE_PADDING, LANE_HEADER);
        }
        level(diagram, vpc, &mut of_vpc);
        lanes.extend(of_vpc);
    }
    lanes
}

/// Gives the lanes of a VPC the same top and bottom, as far as none then covers
/// something that is not in it.
fn level(diagram: &Diagram, vpc: &Node, lanes: &mut [Lane]) {
    let Some(all) = Rect::bounding(lanes.iter().map(|lane| lane.frame)) else {
        return;
    };
    let leveled = |lane: &Lane| Rect::new(lane.frame.x, all.y, lane.frame.w, all.h);
    let is_free = lanes.iter().all(|lane| {
        let mut others = vpc.children.iter().filter(|id| !lane.subnets.contains(id));
        !others.any(|id| {
            let node = diagram.nodes.get(id);
            node.is_some_and(|node| node.frame.intersects(leveled(lane)))
        })
    });
    if is_free {
        for lane in lanes {
            lane.frame = leveled(lane);
        }
    }
}

/// The frame around every root that belongs to the region.
pub(super) fn region(diagram: &Diagram, name: Option<&str>) -> Option<Region> {
    let inside = diagram.roots.iter().filter_map(|id| diagram.nodes.get(id));
    let inside = inside.filter(|node| node.kind != ec2::customer_gateway::ENTRY.kind);
    let frame = Rect::bounding(inside.map(|node| node.frame))?;
    Some(Region {
        title: name.unwrap_or("Region").to_owned(),
        frame: around(frame, REGION_PADDING, REGION_HEADER),
    })
}

fn around(frame: Rect, padding: f64, header: f64) -> Rect {
    Rect::new(
        frame.x - padding,
        frame.y - header,
        frame.w + 2.0 * padding,
        frame.h + header + padding,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::project;
    use crate::document::open;
    use crate::fixture::design;

    #[test]
    fn subnets_of_a_zone_share_a_lane_around_them() {
        let diagram = project(&design(
            "vpc main\n  subnet a AvailabilityZone=eu-west-1b\n  subnet b AvailabilityZone=eu-west-1a\n\
             \x20 subnet c AvailabilityZone=eu-west-1b\n  subnet d\n",
        ));
        let lanes: Vec<_> = diagram
            .lanes
            .iter()
            .map(|lane| lane.zone.as_str())
            .collect();
        assert_eq!(lanes, ["eu-west-1a", "eu-west-1b", NO_ZONE]);
        for lane in &diagram.lanes {
            for id in &lane.subnets {
                assert!(lane.frame.contains_rect(diagram.nodes[id].frame));
            }
        }
        assert_eq!(diagram.lanes[1].subnets, ["a".into(), "c".into()]);
    }

    #[test]
    fn zones_beside_each_other_are_level() {
        let diagram = project(&design(
            "vpc main\n  subnet a AvailabilityZone=z1\n  subnet b AvailabilityZone=z1\n  subnet c AvailabilityZone=z2\n",
        ));
        let spans: Vec<_> = diagram
            .lanes
            .iter()
            .map(|lane| (lane.frame.y, lane.frame.h))
            .collect();
        assert_eq!(spans.len(), 2);
        assert_eq!(spans.first(), spans.last());
    }

    #[test]
    fn a_zone_of_an_unknown_region_is_counted() {
        let text = r#"{"Resources": {"V": {"Type": "AWS::EC2::VPC"}, "S": {"Type": "AWS::EC2::Subnet",
            "Properties": {"VpcId": {"Ref": "V"}, "AvailabilityZone": {"Fn::Select": [1, {"Fn::GetAZs": ""}]}}}}}"#;
        let mut document = open(text).unwrap().document;
        assert_eq!(project(&document).lanes[0].zone, "zone 2 of the region");
        std::sync::Arc::make_mut(&mut document.layout).region = Some("eu-west-1".to_owned());
        let diagram = project(&document);
        assert_eq!(diagram.lanes[0].zone, "eu-west-1b");
        assert_eq!(
            diagram.region.map(|region| region.title).as_deref(),
            Some("eu-west-1")
        );
    }
}
