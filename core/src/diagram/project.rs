//! From document to picture.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::fate::{Fate, Fates};
use super::{Diagram, Look, Node, caption, guess, joining, lanes, place, tier};
use crate::catalogue::{Entry, home_of, variant_of};
use crate::document::Document;
use crate::geometry::Rect;
use crate::template::{Evaluator, LogicalId, Resource};

/// How deep containers are nested at most: a bound on the way up.
const MAX_DEPTH: usize = 16;

/// The picture of a document. Frames that the layout does not have are dealt:
/// the same document always gives the same picture.
pub fn project(document: &Document) -> Diagram {
    project_while_moving(document, &[])
}

/// The picture while some nodes follow the pointer: no container grows around
/// them before they are dropped, so that nothing else moves under the hand.
pub fn project_while_moving(document: &Document, moving: &[LogicalId]) -> Diagram {
    let setting = document.setting();
    let evaluator = Evaluator::new(&document.template, &setting);
    let mut diagram = structure(&evaluator);
    let zones = lanes::zones(&evaluator, document.layout.region.is_some(), &diagram);
    place::place(&mut diagram, &zones, &document.layout.frames, moving);
    diagram.lanes = lanes::lanes(&diagram, &zones);
    diagram.region = lanes::region(&diagram, document.layout.region.as_deref());
    diagram
}

/// Everything but the frames.
fn structure(evaluator: &Evaluator<'_>) -> Diagram {
    let fates = Fates::of(evaluator);
    let mut nodes: IndexMap<LogicalId, Node> = IndexMap::new();
    let mut rows = HashMap::new();
    for (id, entry, fate) in fates.iter() {
        let Some(resource) = evaluator.template().resource(id) else {
            continue;
        };
        match fate {
            Fate::Node(look) => {
                nodes.insert(id.clone(), node(evaluator, id, resource, entry, *look));
            }
            Fate::Row(owner) => {
                rows.insert(id.clone(), owner.clone());
            }
            Fate::Arrow(..) => {}
        }
    }
    for (id, _, fate) in fates.iter() {
        if let Fate::Row(owner) = fate
            && let Some(shown) = fates.shown_by(owner)
            && let Some(node) = nodes.get_mut(shown)
        {
            node.rows.push(id.clone());
        }
    }
    let parents = parents(evaluator, &fates);
    let mut roots = Vec::new();
    for id in nodes.keys().cloned().collect::<Vec<_>>() {
        match parents.get(&id) {
            Some(parent) => {
                if let Some(parent) = nodes.get_mut(parent) {
                    parent.children.push(id.clone());
                }
                if let Some(node) = nodes.get_mut(&id) {
                    node.parent = Some(parent.clone());
                }
            }
            None => roots.push(id),
        }
    }
    Diagram {
        nodes,
        roots,
        arrows: joining::arrows(evaluator, &fates),
        tiers: tier::tiers(evaluator, &fates),
        rows,
        ..Diagram::default()
    }
}

fn node(
    evaluator: &Evaluator<'_>,
    id: &LogicalId,
    resource: &Resource,
    entry: Option<&'static Entry>,
    look: Look,
) -> Node {
    Node {
        id: id.clone(),
        kind: resource.kind().clone(),
        entry,
        variant: variant_of(evaluator, resource),
        look,
        parent: None,
        children: Vec::new(),
        rows: Vec::new(),
        frame: Rect::default(),
        title: caption::name_tag(evaluator, resource).unwrap_or_else(|| id.to_string()),
        caption: caption::of_node(evaluator, resource, entry),
    }
}

/// The container of every node that has one; never in a circle.
fn parents(evaluator: &Evaluator<'_>, fates: &Fates) -> HashMap<LogicalId, LogicalId> {
    let mut homes: HashMap<LogicalId, LogicalId> = HashMap::new();
    for (id, entry, fate) in fates.iter() {
        let (Fate::Node(_), Some(resource)) = (fate, evaluator.template().resource(id)) else {
            continue;
        };
        let home = match entry {
            Some(_) => home_of(evaluator, id).map(|(container, _)| container),
            None => guess::home(evaluator, fates, &guess::mentions(evaluator, resource)),
        };
        if let Some(home) = home {
            homes.insert(id.clone(), home);
        }
    }
    let container = |id: &LogicalId| {
        let mut at = homes.get(id)?;
        for _ in 0..MAX_DEPTH {
            if fates.look(at) == Some(Look::Container) {
                return Some(at.clone());
            }
            at = homes.get(at)?;
        }
        None
    };
    let found: HashMap<LogicalId, LogicalId> = homes
        .keys()
        .filter_map(|id| Some((id.clone(), container(id)?)))
        .collect();
    let ends = |id: &LogicalId| {
        let mut at = id;
        for _ in 0..MAX_DEPTH {
            match found.get(at) {
                Some(above) => at = above,
                None => return true,
            }
        }
        false
    };
    let rooted = found.iter().filter(|(id, _)| ends(id));
    rooted
        .map(|(id, parent)| (id.clone(), parent.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::design;

    const SMALL: &str =
        "igw door\nvpc main CidrBlock=10.0.0.0/16\n  subnet a\n    instance web\n  subnet b\n";

    #[test]
    fn what_lives_in_another_is_its_child() {
        let diagram = project(&design(SMALL));
        assert_eq!(diagram.roots, ["door".into(), "main".into()]);
        assert_eq!(
            diagram.nodes[&LogicalId::new("main")].children,
            ["a".into(), "b".into()]
        );
        let web = &diagram.nodes[&LogicalId::new("web")];
        assert_eq!(web.parent, Some("a".into()));
        assert_eq!(web.look, Look::Box);
    }

    #[test]
    fn frames_of_the_layout_are_kept() {
        let mut document = design(SMALL);
        let frame = Rect::new(40.0, 80.0, 200.0, 64.0);
        std::sync::Arc::make_mut(&mut document.layout)
            .frames
            .insert("web".into(), frame);
        let diagram = project(&document);
        assert_eq!(diagram.nodes[&LogicalId::new("web")].frame, frame);
        let subnet = diagram.nodes[&LogicalId::new("a")].frame;
        assert!(subnet.w >= 240.0 && subnet.h >= 144.0, "{subnet:?}");
    }

    #[test]
    fn no_container_grows_around_what_still_moves() {
        let mut document = crate::document::Session::new(design(SMALL));
        let change = crate::diagram::arrange(document.document()).unwrap();
        document.commit(change).unwrap();
        let mut document = document.document().clone();
        let before = project(&document).nodes[&LogicalId::new("a")].frame;
        let frames = &mut std::sync::Arc::make_mut(&mut document.layout).frames;
        frames.insert("web".into(), Rect::new(150.0, 40.0, 160.0, 56.0));
        let web = ["web".into()];
        let moving = project_while_moving(&document, &web);
        assert_eq!(moving.nodes[&LogicalId::new("a")].frame, before);
        let dropped = project(&document).nodes[&LogicalId::new("a")].frame;
        assert!(dropped.w > before.w, "{before:?} {dropped:?}");
    }

    #[test]
    fn the_same_document_gives_the_same_picture() {
        assert_eq!(project(&design(SMALL)), project(&design(SMALL)));
    }
}
