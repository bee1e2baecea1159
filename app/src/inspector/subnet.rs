//! What a subnet's routes make it, with the reason, and the table and the ACL
//! that it has.

use drawbridge_core::lower::survey::{Route, Survey, Tier};
use drawbridge_core::message::Message;
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use crate::workspace::{Sentence, Workspace};

/// How a subnet reaches the Internet, in words; nothing for another kind.
#[component]
pub(super) fn SubnetFacts(id: LogicalId) -> impl IntoView {
    let workspace = Workspace::here();
    let facts = Memo::new(move |_| {
        let analysis = workspace.analysis.get();
        facts(&analysis.survey, &id)
    });
    move || {
        let lines = facts.get();
        (!lines.is_empty()).then(|| {
            let lines = lines.into_iter().map(|(term, message)| {
                view! {
                    <dt>{term}</dt>
                    <dd>
                        <Sentence message=message />
                    </dd>
                }
            });
            view! {
                <section class="inspector-section">
                    <h3>"Reach"</h3>
                    <dl class="inspector-facts">{lines.collect_view()}</dl>
                </section>
            }
        })
    }
}

fn facts(survey: &Survey, id: &LogicalId) -> Vec<(&'static str, Message)> {
    let Some(subnet) = survey.subnets.get(id) else {
        return Vec::new();
    };
    let table = match &subnet.table {
        Some(table) => Message::new("{table}").resource("table", table),
        None => Message::new("The VPC's main route table: no association names another."),
    };
    let acl = match &subnet.acl {
        Some(acl) => Message::new("{acl}").resource("acl", acl),
        None => Message::new("The VPC's default ACL, which lets everything through."),
    };
    vec![
        ("Tier", tier(survey, subnet.tier, subnet.table.as_ref())),
        ("Route table", table),
        ("Network ACL", acl),
    ]
}

/// The tier with its reason.
fn tier(survey: &Survey, tier: Tier, table: Option<&LogicalId>) -> Message {
    let word = match tier {
        Tier::Public => "public",
        Tier::Private => "private",
        Tier::Isolated => "isolated",
    };
    let message = match table {
        None => Message::new("{tier}: no table of its own sends 0.0.0.0/0 anywhere."),
        Some(id) => {
            let routes = survey.tables.get(id).map_or(&[][..], |table| &table.routes);
            let mut routes = routes.iter().filter_map(|id| survey.routes.get(id));
            match routes.find_map(default_route) {
                Some((block, target)) => Message::new("{tier}: {table} sends {block} to {target}.")
                    .resource("table", id)
                    .text("block", block)
                    .resource("target", target),
                None => Message::new("{tier}: {table} has no route for 0.0.0.0/0.")
                    .resource("table", id),
            }
        }
    };
    message.text("tier", word)
}

fn default_route(route: &Route) -> Option<(String, LogicalId)> {
    let block = route.destination.known()?.block();
    let target = route
        .targets
        .iter()
        .find_map(|target| target.target.known())?;
    (block.prefix_len() == 0).then(|| (block.to_string(), target.clone()))
}

#[cfg(test)]
mod tests {
    use drawbridge_core::fixture::design;

    use super::*;

    fn said(text: &str) -> String {
        let survey = Survey::of(&design(text));
        facts(&survey, &"a".into())
            .first()
            .map(|(_, message)| message.to_string())
            .unwrap_or_default()
    }

    #[test]
    fn the_route_that_makes_a_subnet_public_is_named() {
        let text = "igw Door\nvpc Main CidrBlock=10.0.0.0/16\n  subnet a CidrBlock=10.0.1.0/24\n\
                    \x20 routetable Out\n    route r DestinationCidrBlock=0.0.0.0/0 GatewayId=@Door\n\
                    AWS::EC2::SubnetRouteTableAssociation x SubnetId=@a RouteTableId=@Out\n\
                    attachment y VpcId=@Main InternetGatewayId=@Door\n";
        assert_eq!(said(text), "public: Out sends 0.0.0.0/0 to Door.");
    }

    #[test]
    fn a_subnet_alone_is_isolated_and_says_why() {
        let text = "vpc Main CidrBlock=10.0.0.0/16\n  subnet a CidrBlock=10.0.1.0/24\n";
        assert_eq!(
            said(text),
            "isolated: no table of its own sends 0.0.0.0/0 anywhere."
        );
    }
}
