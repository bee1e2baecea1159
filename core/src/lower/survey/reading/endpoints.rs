//! Reads VPC endpoints and the services of this template behind them.

use indexmap::IndexMap;

use super::{Reader, choice, text, truth};
use crate::lower::survey::{Endpoint, EndpointKind, EndpointService, Fact, Service};
use crate::template::{Evaluated, LogicalId, Resource};

const SERVICE: &str = "AWS::EC2::VPCEndpointService";

/// The kinds of endpoint by their words.
const KINDS: &[(&str, EndpointKind)] = &[
    ("Gateway", EndpointKind::Gateway),
    ("Interface", EndpointKind::Interface),
    ("GatewayLoadBalancer", EndpointKind::GatewayLoadBalancer),
    ("Resource", EndpointKind::Lattice),
    ("ServiceNetwork", EndpointKind::Lattice),
];

impl Reader<'_> {
    pub(in super::super) fn endpoints(&self) -> IndexMap<LogicalId, Endpoint> {
        let all = self.of_kind("AWS::EC2::VPCEndpoint");
        let read = all.map(|(id, resource)| (id.clone(), self.endpoint(id, resource)));
        read.collect()
    }

    pub(super) fn endpoint(&self, id: &LogicalId, resource: &Resource) -> Endpoint {
        let kind = choice(self.property(resource, "VpcEndpointType"), KINDS);
        Endpoint {
            id: id.clone(),
            kind: kind.or(EndpointKind::Gateway),
            vpc: self.named(resource, "VpcId"),
            service: self.service(resource),
            tables: self.used_list(resource, &"RouteTableIds".into()),
            subnets: self.used_list(resource, &"SubnetIds".into()),
            groups: self.used_list(resource, &"SecurityGroupIds".into()),
            private_dns: truth(self.property(resource, "PrivateDnsEnabled")).or(false),
            has_policy: self.property(resource, "PolicyDocument") != Evaluated::Absent,
        }
    }

    /// What the name of a service is of. That of a service of this template is
    /// put together from its identifier.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html>
    fn service(&self, resource: &Resource) -> Fact<Service> {
        let path = "ServiceName";
        let about = self.about(resource, &path.into());
        let template = self.evaluator.template();
        if let Fact::Known(id) = &about
            && let Some(own) = template.resource(id)
            && own.kind() == SERVICE
        {
            return Fact::Known(Service::Own(id.clone()));
        }
        text(self.property(resource, path)).map(|name| {
            // `com.amazonaws.eu-west-1.s3`, with the region in the middle; in
            // China a `cn` stands before it.
            let start = name.trim().rsplit_once('.');
            let of_aws = start.filter(|(start, _)| start.contains("com.amazonaws."));
            match of_aws.map(|(_, last)| last) {
                Some("s3") => Service::S3,
                Some("dynamodb") => Service::DynamoDb,
                _ => Service::Named(name),
            }
        })
    }

    pub(in super::super) fn endpoint_services(&self) -> IndexMap<LogicalId, EndpointService> {
        let all = self.of_kind(SERVICE);
        let read = all.map(|(id, resource)| {
            let service = EndpointService {
                id: id.clone(),
                network_balancers: self.used_list(resource, &"NetworkLoadBalancerArns".into()),
                gateway_balancers: self.used_list(resource, &"GatewayLoadBalancerArns".into()),
            };
            (id.clone(), service)
        });
        read.collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::design;
    use crate::lower::survey::{EndpointKind, Fact, HostKind, Service, Survey};

    #[test]
    fn endpoints_have_kinds_and_services() {
        let survey = Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  AWS::EC2::RouteTable table
AWS::EC2::VPCEndpoint buckets VpcId=@main ServiceName={Fn::Sub=\"com.amazonaws.${AWS::Region}.s3\"} RouteTableIds=[@table] PolicyDocument={Version=2012-10-17}
AWS::EC2::VPCEndpoint queue VpcId=@main ServiceName=com.amazonaws.us-east-1.sqs VpcEndpointType=Interface SubnetIds=[@a] SecurityGroupIds=[sg-1] PrivateDnsEnabled=true
AWS::EC2::VPCEndpoint guard VpcId=@main ServiceName={Fn::Sub=\"com.amazonaws.vpce.${AWS::Region}.${Own}\"} VpcEndpointType=GatewayLoadBalancer SubnetIds=[@a]
AWS::EC2::VPCEndpoint odd VpcId={} ServiceName=[] VpcEndpointType=7 SubnetIds=3
AWS::EC2::VPCEndpointService Own GatewayLoadBalancerArns=[@gwlb]
AWS::ElasticLoadBalancingV2::LoadBalancer gwlb Type=gateway",
        ));
        let buckets = &survey.endpoints["buckets"];
        assert_eq!(buckets.kind, Fact::Known(EndpointKind::Gateway));
        assert_eq!(buckets.service, Fact::Known(Service::S3));
        assert_eq!(buckets.tables[0].id, Fact::Known("table".into()));
        assert!(buckets.has_policy);
        let queue = &survey.endpoints["queue"];
        let name = "com.amazonaws.us-east-1.sqs".to_owned();
        assert_eq!(queue.service, Fact::Known(Service::Named(name)));
        assert_eq!(queue.private_dns, Fact::Known(true));
        assert!(!queue.has_policy);
        let host = &survey.hosts["queue"];
        assert_eq!((host.kind, host.opens), (HostKind::Endpoint, false));
        assert_eq!(host.ports[0].port, Fact::Known(443));
        let guard = &survey.endpoints["guard"];
        assert_eq!(guard.service, Fact::Known(Service::Own("Own".into())));
        assert!(!survey.hosts.contains_key("guard"));
        let own = &survey.endpoint_services["Own"];
        assert_eq!(own.gateway_balancers[0].id, Fact::Known("gwlb".into()));
        let odd = &survey.endpoints["odd"];
        assert!(matches!(odd.kind, Fact::Malformed(_)));
        assert!(matches!(odd.service, Fact::Malformed(_)));
    }
}
