//! A gateway endpoint writes its route into no table.

use crate::lower::survey::{EndpointKind, Fact};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "endpoint-without-routes",
    severity: Severity::Warning,
    title: "Gateway endpoint in no route table",
    why: "A gateway endpoint serves the subnets whose route tables it names: it writes a route to \
          the service into each. Without one it serves nobody.",
    guide: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  routetable inner
AWS::EC2::VPCEndpoint s3 VpcId=@main ServiceName=com.amazonaws.us-east-1.s3 # warning endpoint-without-routes: s3 is in no route table.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  routetable inner
AWS::EC2::VPCEndpoint s3 VpcId=@main ServiceName=com.amazonaws.us-east-1.s3 RouteTableIds=[@inner]
AWS::EC2::VPCEndpoint logs VpcId=@main VpcEndpointType=Interface ServiceName=com.amazonaws.us-east-1.logs
",
    check,
    fixes,
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    for endpoint in context.survey.endpoints.values() {
        let is_gateway = endpoint.kind == Fact::Known(EndpointKind::Gateway);
        if is_gateway && endpoint.tables.is_empty() && !context.is_handed_on(&endpoint.id) {
            let message =
                Message::new("{endpoint} is in no route table.").resource("endpoint", &endpoint.id);
            findings.add(&endpoint.id, "RouteTableIds", message);
        }
    }
}

/// Every table of its VPC: a route to the service harms none.
fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let endpoint = context.survey.endpoints.get(id);
    let Some(vpc) = endpoint.and_then(|it| it.vpc.known()) else {
        return Vec::new();
    };
    let tables = context.survey.tables.values();
    let own = tables.filter(|it| it.vpc.known() == Some(vpc));
    let tables: Vec<_> = own.map(|it| mend::reference(&it.id)).collect();
    if tables.is_empty() {
        return Vec::new();
    }
    let title = Message::new("Put {endpoint} into the route tables of {vpc}")
        .resource("endpoint", id)
        .resource("vpc", vpc);
    Fix::review(context, title, |draft| {
        mend::set(draft, id, "RouteTableIds", tables)
    })
}
