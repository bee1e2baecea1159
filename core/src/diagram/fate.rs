//! Whether a resource is drawn as a node, a row of another, or an arrow.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::Look;
use crate::catalogue::{ENTRIES, Entry, Owner, Shape, ends_of, entry, named};
use crate::template::{Evaluator, LogicalId, Resource};

/// How many owners are followed: rows of rows end somewhere.
const MAX_OWNERS: usize = 8;

/// What becomes of a resource in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It has a frame.
    Node(Look),
    /// It is a row of another resource.
    Row(LogicalId),
    /// It is a line between two others.
    Arrow(LogicalId, LogicalId),
}

/// The fate of every resource, with its entry.
pub(super) struct Fates(IndexMap<LogicalId, (Option<&'static Entry>, Fate)>);

impl Fates {
    /// Settles the fate of every resource. What lacks an end or an owner, or
    /// hangs on something without a frame, gets a box, so that nothing is lost.
    pub(super) fn of(evaluator: &Evaluator<'_>) -> Self {
        let naming = Naming::of(evaluator);
        let resources = evaluator.template().resources.iter();
        let mut fates = Self(
            resources
                .map(|(id, resource)| {
                    let entry = entry(resource.kind().as_str());
                    let fate = first_guess(evaluator, id, resource, entry, &naming);
                    (id.clone(), (entry, fate))
                })
                .collect(),
        );
        for is_lost in [Self::is_lost_row, Self::is_lost_arrow] {
            let lost: Vec<usize> = (0..fates.0.len())
                .filter(|&index| is_lost(&fates, index))
                .collect();
            for index in lost {
                if let Some((_, (_, fate))) = fates.0.get_index_mut(index) {
                    *fate = Fate::Node(Look::Box);
                }
            }
        }
        fates
    }

    /// Every resource with its entry and fate, in the order of the template.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&LogicalId, Option<&'static Entry>, &Fate)> {
        self.0.iter().map(|(id, (entry, fate))| (id, *entry, fate))
    }

    /// The node that shows a resource: itself, or what it is a row of.
    pub(super) fn shown_by(&self, id: &LogicalId) -> Option<&LogicalId> {
        let mut at = id;
        for _ in 0..MAX_OWNERS {
            let (key, (_, fate)) = self.0.get_key_value(at)?;
            match fate {
                Fate::Node(_) => return Some(key),
                Fate::Row(owner) => at = owner,
                // What hangs on a line is shown where the line starts.
                Fate::Arrow(from, _) => at = from,
            }
        }
        None
    }

    /// The entry of a resource's kind.
    pub(super) fn entry(&self, id: &LogicalId) -> Option<&'static Entry> {
        self.0.get(id).and_then(|(entry, _)| *entry)
    }

    /// How a node looks; `None` for what is none.
    pub(super) fn look(&self, id: &LogicalId) -> Option<Look> {
        match self.0.get(id)? {
            (_, Fate::Node(look)) => Some(*look),
            _ => None,
        }
    }

    fn is_lost_row(&self, index: usize) -> bool {
        match self.0.get_index(index) {
            Some((_, (_, Fate::Row(owner)))) => self.shown_by(owner).is_none(),
            _ => false,
        }
    }

    fn is_lost_arrow(&self, index: usize) -> bool {
        match self.0.get_index(index) {
            Some((_, (_, Fate::Arrow(from, to)))) => {
                self.shown_by(from).is_none() || self.shown_by(to).is_none()
            }
            _ => false,
        }
    }
}

fn first_guess(
    evaluator: &Evaluator<'_>,
    id: &LogicalId,
    resource: &Resource,
    entry: Option<&'static Entry>,
    naming: &Naming,
) -> Fate {
    let Some(entry) = entry else {
        return Fate::Node(Look::Box);
    };
    match entry.shape {
        Shape::Container => Fate::Node(Look::Container),
        Shape::Box => Fate::Node(Look::Box),
        Shape::Chip => Fate::Node(Look::Chip),
        Shape::Arrow => match ends_of(evaluator, id) {
            (Some(from), Some(to)) => Fate::Arrow(from, to),
            _ => Fate::Node(Look::Box),
        },
        Shape::Row(owners) => {
            let owner = owners.iter().find_map(|owner| match owner {
                Owner::Named { property, kind } => named(evaluator, resource, property, kind)
                    .into_iter()
                    .map(|(_, owner)| owner)
                    .next(),
                Owner::Naming { kind, property } => naming.owner(id, kind, property),
            });
            owner
                .filter(|owner| owner != id)
                .map_or(Fate::Node(Look::Box), Fate::Row)
        }
    }
}

/// Who names which row, found in one pass over the template: asking for each
/// row by itself would search the template each time.
#[derive(Default)]
struct Naming(HashMap<LogicalId, Vec<(&'static str, &'static str, LogicalId)>>);

impl Naming {
    fn of(evaluator: &Evaluator<'_>) -> Self {
        let mut naming = Self::default();
        for row in ENTRIES {
            let Shape::Row(owners) = row.shape else {
                continue;
            };
            for owner in owners {
                let Owner::Naming { kind, property } = owner else {
                    continue;
                };
                for (id, resource) in evaluator.template().of_kind(kind) {
                    for (_, named) in named(evaluator, resource, property, row.kind) {
                        let owners = naming.0.entry(named).or_default();
                        owners.push((kind, property, id.clone()));
                    }
                }
            }
        }
        naming
    }

    fn owner(&self, row: &LogicalId, kind: &str, property: &str) -> Option<LogicalId> {
        let mut owners = self.0.get(row)?.iter();
        owners
            .find(|(by_kind, by_property, _)| *by_kind == kind && *by_property == property)
            .map(|(_, _, owner)| owner.clone())
    }
}

#[cfg(test)]
mod tests {
    use crate::diagram::project;
    use crate::fixture::design;
    use crate::template::LogicalId;

    #[test]
    fn a_row_belongs_to_its_owner_and_is_a_box_without_one() {
        let diagram = project(&design(
            "vpc main\n  routetable table\n    route out\nroute lost\n",
        ));
        assert_eq!(diagram.nodes[&LogicalId::new("table")].rows, ["out".into()]);
        assert!(!diagram.nodes.contains_key(&LogicalId::new("out")));
        assert!(diagram.nodes.contains_key(&LogicalId::new("lost")));
        let shown = diagram.shown_by(&"out".into());
        assert_eq!(shown, Some(&LogicalId::new("table")));
    }

    #[test]
    fn an_arrow_without_an_end_is_a_box() {
        let text = "vpc main\nigw door\nAWS::EC2::VPCGatewayAttachment joins VpcId=@main";
        let half = project(&design(text));
        assert!(half.nodes.contains_key(&LogicalId::new("joins")));
        let whole = project(&design(&format!("{text} InternetGatewayId=@door")));
        assert!(!whole.nodes.contains_key(&LogicalId::new("joins")));
        let arrow = whole.arrows.first().unwrap();
        assert_eq!((arrow.from.as_str(), arrow.to.as_str()), ("door", "main"));
    }

    #[test]
    fn what_starts_at_a_line_is_drawn_from_where_the_line_starts() {
        let diagram = project(&design(
            "lb front\ntargetgroup web\ntargetgroup api
listener heard LoadBalancerArn=@front DefaultActions=[{Type=forward, TargetGroupArn=@web}]
listenerrule some ListenerArn=@heard Actions=[{Type=forward, TargetGroupArn=@api}]",
        ));
        let rule = Some(LogicalId::new("some"));
        let mut arrows = diagram.arrows.iter();
        let arrow = arrows.find(|it| it.resource == rule).unwrap();
        assert_eq!((arrow.from.as_str(), arrow.to.as_str()), ("front", "api"));
    }

    #[test]
    fn an_address_is_a_row_of_the_gateway_that_names_it() {
        let diagram = project(&design(
            "AWS::EC2::EIP address\nAWS::EC2::NatGateway nat AllocationId=@address.AllocationId",
        ));
        assert_eq!(
            diagram.nodes[&LogicalId::new("nat")].rows,
            ["address".into()]
        );
    }
}
