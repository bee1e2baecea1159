//! A route leads to an endpoint of a kind that no route leads to.

use crate::lower::survey::{EndpointKind, Fact};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::PropertyPath;

pub(super) static RULE: Rule = Rule {
    id: "route-endpoint-kind",
    severity: Severity::Error,
    title: "Route to an endpoint that takes none",
    why: "Of the endpoints only a Gateway Load Balancer endpoint is a target of routes. An \
          interface endpoint is reached by its addresses, and a gateway endpoint writes its own \
          route into the tables that it names. AWS refuses a route to either.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html",
    bad: "\
vpc main CidrBlock=10.1.0.0/16
  routetable table
    route through DestinationCidrBlock=0.0.0.0/0 VpcEndpointId=@shell # error route-endpoint-kind: through leads to shell, which is no Gateway Load Balancer endpoint.
    route stored DestinationPrefixListId=pl-1 VpcEndpointId=@store # error route-endpoint-kind: stored leads to store, which is no Gateway Load Balancer endpoint.
  endpoint shell ServiceName=com.amazonaws.us-east-1.ssm VpcEndpointType=Interface
  endpoint store ServiceName=com.amazonaws.us-east-1.s3 VpcEndpointType=Gateway
",
    good: "\
vpc main CidrBlock=10.1.0.0/16
  routetable table
    route through DestinationCidrBlock=0.0.0.0/0 VpcEndpointId=@wall
  endpoint wall ServiceName=com.amazonaws.vpce.us-east-1.vpce-svc-1 VpcEndpointType=GatewayLoadBalancer
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    let through = PropertyPath::from("VpcEndpointId");
    for route in survey.routes.values() {
        let target = route.targets.iter().find(|it| it.path == through);
        let endpoint = target.and_then(|it| survey.endpoints.get(it.target.known()?));
        let Some(endpoint) = endpoint else {
            continue;
        };
        let kinds = [EndpointKind::Gateway, EndpointKind::Interface];
        if !kinds.iter().any(|it| endpoint.kind == Fact::Known(*it)) {
            continue;
        }
        let message = Message::new(
            "{route} leads to {endpoint}, which is no Gateway Load Balancer endpoint.",
        )
        .resource("route", &route.id)
        .resource("endpoint", &endpoint.id);
        findings
            .add(&route.id, through.clone(), message)
            .with([&endpoint.id]);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let survey = context.survey;
    let id = &finding.resource;
    let endpoint = finding
        .others
        .first()
        .and_then(|id| survey.endpoints.get(id));
    let table = survey.routes.get(id).and_then(|it| it.table.known());
    let (Some(endpoint), Some(table)) = (endpoint, table) else {
        return mend::remove_resource(context, id);
    };
    let mut tables = endpoint.tables.iter();
    let has_it = tables.any(|used| used.id.known() == Some(table));
    if endpoint.kind != Fact::Known(EndpointKind::Gateway) || has_it {
        return mend::remove_resource(context, id);
    }
    let title = Message::new("Let {endpoint} write its route into {table} instead")
        .resource("endpoint", &endpoint.id)
        .resource("table", table);
    Fix::review(context, title, |draft| {
        mend::remove(draft, id)?;
        let next = PropertyPath::from("RouteTableIds").index(endpoint.tables.len());
        mend::set(draft, &endpoint.id, next, mend::reference(table))
    })
}
