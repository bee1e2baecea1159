//! Taking a rule of a security group away, wherever it is written. Judges
//! nothing.

use crate::message::Message;
use crate::rules::{Context, Finding, Fix, mend};
use crate::template::PropertyPath;

/// Removes the rule at which a finding stands: the finding's path is the
/// rule's, or one property of it.
pub(super) fn remove_rule(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let mut steps = finding.path.steps().iter();
    // `SecurityGroupIngress.0` of `SecurityGroupIngress.0.CidrIp`.
    let place = steps
        .any(|step| matches!(step, crate::template::Step::Index(_)))
        .then(|| finding.path.to_string());
    let place = place.and_then(|path| {
        let mut words = path.split('.');
        Some(PropertyPath::from(
            format!("{}.{}", words.next()?, words.next()?).as_str(),
        ))
    });
    let id = &finding.resource;
    Fix::review(
        context,
        Message::new("Remove the rule"),
        |draft| match place {
            Some(place) => mend::unset(draft, id, place),
            None => mend::remove(draft, id),
        },
    )
}
