//! The lines between nodes: association resources, rows that point somewhere,
//! and properties that name others.

use std::collections::{HashMap, HashSet};

use super::fate::{Fate, Fates};
use super::{caption, guess};
use crate::catalogue::{Ends, Entry, ends_of, links_of};
use crate::template::{Evaluator, LogicalId, PropertyPath, Resource};

/// A line between two nodes.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// The node at which it starts.
    pub from: LogicalId,
    /// The node at which it ends.
    pub to: LogicalId,
    /// The resource that is the line; `None` when a property is.
    pub resource: Option<LogicalId>,
    /// The resource whose property says so.
    pub owner: LogicalId,
    /// The property of the owner that names the end.
    pub property: PropertyPath,
    /// What it says, in a verb: "sends to".
    pub verb: &'static str,
    /// What tells it from its like, such as "HTTP 80"; may be empty.
    pub caption: String,
    /// What is written beside the line: the captions of all lines between the
    /// same nodes on the first of them, nothing on the others. An overlay
    /// without a caption says its verb.
    pub label: String,
    /// Whether it is drawn only for what is selected.
    pub overlay: bool,
}

/// Every line, in the order of the template.
pub(super) fn arrows(evaluator: &Evaluator<'_>, fates: &Fates) -> Vec<Arrow> {
    let mut arrows = Vec::new();
    for (id, entry, fate) in fates.iter() {
        let Some(resource) = evaluator.template().resource(id) else {
            continue;
        };
        let Some(entry) = entry else {
            plain(evaluator, fates, id, resource, &mut arrows);
            continue;
        };
        match (fate, &entry.ends) {
            (Fate::Arrow(from, to), Some(ends)) => {
                arrows.extend(line(evaluator, fates, id, entry, ends, from, to));
            }
            (Fate::Row(_), Some(ends)) => {
                if let (Some(from), Some(to)) = ends_of(evaluator, id) {
                    arrows.extend(line(evaluator, fates, id, entry, ends, &from, &to));
                }
            }
            _ => {}
        }
        if matches!(fate, Fate::Arrow(..)) {
            continue;
        }
        for (property, other, link) in links_of(evaluator, id) {
            let (Some(from), Some(to)) = (fates.shown_by(id), fates.shown_by(&other)) else {
                continue;
            };
            if from == to && *id != other {
                continue;
            }
            arrows.push(Arrow {
                from: from.clone(),
                to: to.clone(),
                resource: None,
                owner: id.clone(),
                property,
                verb: link.verb,
                caption: String::new(),
                label: String::new(),
                overlay: link.overlay,
            });
        }
    }
    label(&mut arrows);
    arrows
}

/// Writes the captions of lines between the same nodes on the first of them.
fn label(arrows: &mut [Arrow]) {
    let mut firsts: HashMap<(LogicalId, LogicalId, bool), usize> = HashMap::new();
    for index in 0..arrows.len() {
        let Some(arrow) = arrows.get(index) else {
            continue;
        };
        let says_verb = arrow.overlay && arrow.caption.is_empty();
        let caption = if says_verb {
            arrow.verb
        } else {
            &arrow.caption
        }
        .to_owned();
        let between = (arrow.from.clone(), arrow.to.clone(), arrow.overlay);
        let first = *firsts.entry(between).or_insert(index);
        if let Some(first) = arrows.get_mut(first)
            && !caption.is_empty()
            && !first.label.split(", ").any(|part| part == caption)
        {
            if !first.label.is_empty() {
                first.label.push_str(", ");
            }
            first.label.push_str(&caption);
        }
    }
}

/// Whether nothing is known of a kind: lines between two such are all that
/// tells what they are for.
fn is_plain(fates: &Fates, id: &LogicalId) -> bool {
    fates.entry(id).is_none()
}

/// The line that a resource with ends is.
fn line(
    evaluator: &Evaluator<'_>,
    fates: &Fates,
    id: &LogicalId,
    entry: &Entry,
    ends: &Ends,
    from: &LogicalId,
    to: &LogicalId,
) -> Option<Arrow> {
    let (from, to) = (fates.shown_by(from)?, fates.shown_by(to)?);
    let resource = evaluator.template().resource(id)?;
    let property = ends.to.iter().find(|end| {
        let first = end.property.split('.').next().unwrap_or(end.property);
        resource.property(first).is_some()
    });
    Some(Arrow {
        from: from.clone(),
        to: to.clone(),
        resource: Some(id.clone()),
        owner: id.clone(),
        property: property.map_or_else(PropertyPath::root, |end| end.property.into()),
        verb: ends.verb,
        caption: caption::of_arrow(evaluator, resource, entry, ends),
        label: String::new(),
        overlay: ends.overlay,
    })
}

/// The lines of a resource whose kind has no entry: to each that it names.
fn plain(
    evaluator: &Evaluator<'_>,
    fates: &Fates,
    id: &LogicalId,
    resource: &Resource,
    arrows: &mut Vec<Arrow>,
) {
    let mut seen = HashSet::new();
    for (property, other) in guess::mentions(evaluator, resource) {
        let Some(to) = fates.shown_by(&other) else {
            continue;
        };
        if to == id || !seen.insert(to.clone()) {
            continue;
        }
        arrows.push(Arrow {
            from: id.clone(),
            to: to.clone(),
            resource: None,
            owner: id.clone(),
            property,
            verb: "refers to",
            caption: String::new(),
            label: String::new(),
            overlay: !is_plain(fates, to),
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::diagram::project;
    use crate::fixture::design;

    #[test]
    fn lines_between_the_same_nodes_are_labeled_once() {
        let diagram = project(&design(
            "vpc main\n  subnet a\n    instance web SecurityGroupIds=[@one, @one]\n  sg one\n  targetgroup group\nlb front Subnets=[@a]\n\
             listener plain LoadBalancerArn=@front Protocol=HTTP Port=80 DefaultActions=[{TargetGroupArn=@group}]\n\
             listener safe LoadBalancerArn=@front Protocol=HTTPS Port=443 DefaultActions=[{TargetGroupArn=@group}]\n",
        ));
        let labels = |from: &str, overlay: bool| {
            let arrows = diagram.arrows.iter();
            let arrows = arrows.filter(|it| it.from.as_str() == from && it.overlay == overlay);
            arrows.map(|it| it.label.clone()).collect::<Vec<_>>()
        };
        assert_eq!(labels("front", false), ["HTTP 80, HTTPS 443", ""]);
        assert_eq!(labels("web", true), ["is filtered by", ""]);
    }

    #[test]
    fn a_line_without_a_caption_adds_nothing_to_the_label() {
        let diagram = project(&design(
            "restapi shop\nfunction work\napimethod get RestApiId=@shop HttpMethod=GET Integration={Uri=@work.Arn}\n\
             permission may FunctionName=@work SourceArn=@shop\n",
        ));
        let labels: Vec<_> = diagram.arrows.iter().map(|it| it.label.as_str()).collect();
        assert_eq!(labels, ["GET", ""]);
    }
}
