//! A gateway endpoint writes its route into no table, or into one of another VPC.

use crate::lower::survey::{EndpointKind, Fact};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::Value;

pub(super) static RULE: Rule = Rule {
    id: "gateway-endpoint-tables",
    severity: Severity::Warning,
    title: "Gateway endpoint that no table leads to",
    why: "A gateway endpoint works by a route, which AWS writes into the tables that the endpoint \
          names. Without a table nothing uses it: traffic to the service goes on through the NAT \
          gateway, and is paid for, or gets nowhere. Tables of another VPC are refused.",
    guide: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
    bad: "\
vpc main CidrBlock=10.1.0.0/16
  subnet a CidrBlock=10.1.1.0/24
  routetable table
  endpoint store ServiceName=com.amazonaws.us-east-1.s3 VpcEndpointType=Gateway # warning gateway-endpoint-tables: No route table leads to store.
  endpoint keys ServiceName=com.amazonaws.us-east-1.dynamodb VpcEndpointType=Gateway RouteTableIds=[@foreign] # error gateway-endpoint-tables: foreign is in other, and keys is in main.
vpc other CidrBlock=10.2.0.0/16
  routetable foreign
tableassociation uses SubnetId=@a RouteTableId=@table
",
    good: "\
vpc main CidrBlock=10.1.0.0/16
  subnet a CidrBlock=10.1.1.0/24
  routetable table
  endpoint store ServiceName=com.amazonaws.us-east-1.s3 VpcEndpointType=Gateway RouteTableIds=[@table]
  endpoint shell ServiceName=com.amazonaws.us-east-1.ssm VpcEndpointType=Interface SubnetIds=[@a]
tableassociation uses SubnetId=@a RouteTableId=@table
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    for endpoint in survey.endpoints.values() {
        if endpoint.kind != Fact::Known(EndpointKind::Gateway) {
            continue;
        }
        if endpoint.tables.is_empty() && !context.is_handed_on(&endpoint.id) {
            let message = Message::new("No route table leads to {endpoint}.")
                .resource("endpoint", &endpoint.id);
            findings.add(&endpoint.id, "RouteTableIds", message);
        }
        for used in &endpoint.tables {
            let table = used.id.known().and_then(|id| survey.tables.get(id));
            let there = table.and_then(|table| Some((&table.id, table.vpc.known()?)));
            let (Some((table, there)), Some(here)) = (there, endpoint.vpc.known()) else {
                continue;
            };
            if here == there {
                continue;
            }
            let message = Message::new("{table} is in {there}, and {endpoint} is in {here}.")
                .resource("table", table)
                .resource("there", there)
                .resource("endpoint", &endpoint.id)
                .resource("here", here);
            let found = findings.add(&endpoint.id, used.path.clone(), message);
            found.with([table]).severity = Severity::Error;
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let survey = context.survey;
    let Some(endpoint) = survey.endpoints.get(&finding.resource) else {
        return Vec::new();
    };
    if let Some(table) = finding.others.first() {
        let title = Message::new("Leave {table} out").resource("table", table);
        return Fix::review(context, title, |draft| {
            mend::unset(draft, &endpoint.id, finding.path.clone())
        });
    }
    let Some(vpc) = endpoint.vpc.known() else {
        return Vec::new();
    };
    let tables = survey.tables.values();
    let tables = tables.filter(|it| it.vpc.known() == Some(vpc) && it.gateways.is_empty());
    let tables: Vec<Value> = tables.map(|it| mend::reference(&it.id)).collect();
    if tables.is_empty() {
        return Vec::new();
    }
    let title = Message::new("Lead to it from every route table of {vpc}").resource("vpc", vpc);
    Fix::review(context, title, |draft| {
        mend::set(draft, &endpoint.id, "RouteTableIds", Value::List(tables))
    })
}
