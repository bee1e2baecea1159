//! Reads distributions and APIs: ways in from the Internet that are no place
//! in a VPC.

use indexmap::IndexMap;

use super::{Reader, integer, text};
use crate::lower::survey::{
    Api, ApiIntegration, Distribution, DistributionOrigin, Fact, VpcLink, VpcOrigin,
};
use crate::template::{Evaluated, LogicalId, PropertyPath, Resource, Value};

/// The resources that join an API to what answers: the kind, the property of
/// the API, and where the rest stands.
const INTEGRATIONS: [(&str, &str, &str, &str); 2] = [
    ("AWS::ApiGateway::Method", "RestApiId", "Integration", "Uri"),
    (
        "AWS::ApiGatewayV2::Integration",
        "ApiId",
        "",
        "IntegrationUri",
    ),
];

impl Reader<'_> {
    pub(in super::super) fn distributions(&self) -> IndexMap<LogicalId, Distribution> {
        let all = self.of_kind("AWS::CloudFront::Distribution");
        let read = all.map(|(id, resource)| {
            let origins = PropertyPath::from("DistributionConfig.Origins");
            let origins = self.elements(resource, &origins).into_iter();
            let origins = origins.map(|(path, origin)| self.origin(resource, path, &origin));
            let distribution = Distribution {
                id: id.clone(),
                origins: origins.collect(),
            };
            (id.clone(), distribution)
        });
        read.collect()
    }

    fn origin(
        &self,
        resource: &Resource,
        path: PropertyPath,
        origin: &Evaluated,
    ) -> DistributionOrigin {
        let custom = self.inside(origin, "CustomOriginConfig");
        let vpc_origin = path.key("VpcOriginConfig").key("VpcOriginId");
        let is_custom = matches!(custom, Evaluated::Known(Value::Map(_)));
        DistributionOrigin {
            target: self.about(resource, &path.key("DomainName")),
            vpc_origin: self.about(resource, &vpc_origin),
            ports: if is_custom {
                self.asked_ports(&custom)
            } else {
                Vec::new()
            },
            path,
        }
    }

    /// The ports that an origin is asked at, by its protocol policy.
    ///
    /// <https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomOriginConfig.html>
    fn asked_ports(&self, origin: &Evaluated) -> Vec<Fact<i64>> {
        let http = || integer(self.inside(origin, "HTTPPort")).or(80);
        let https = || integer(self.inside(origin, "HTTPSPort")).or(443);
        match self
            .inside(origin, "OriginProtocolPolicy")
            .text()
            .as_deref()
        {
            Some("http-only") => vec![http()],
            Some("https-only") => vec![https()],
            _ => vec![http(), https()],
        }
    }

    pub(in super::super) fn vpc_origins(&self) -> IndexMap<LogicalId, VpcOrigin> {
        let all = self.of_kind("AWS::CloudFront::VpcOrigin");
        let read = all.map(|(id, resource)| {
            let config = "VpcOriginEndpointConfig";
            let origin = VpcOrigin {
                id: id.clone(),
                target: self.about(resource, &PropertyPath::from(config).key("Arn")),
                ports: self.asked_ports(&self.property(resource, config)),
            };
            (id.clone(), origin)
        });
        read.collect()
    }

    pub(in super::super) fn vpc_links(&self) -> IndexMap<LogicalId, VpcLink> {
        let mut links = IndexMap::new();
        for kind in ["AWS::ApiGateway::VpcLink", "AWS::ApiGatewayV2::VpcLink"] {
            for (id, resource) in self.of_kind(kind) {
                let link = VpcLink {
                    id: id.clone(),
                    targets: self.used_list(resource, &"TargetArns".into()),
                    subnets: self.used_list(resource, &"SubnetIds".into()),
                    groups: self.used_list(resource, &"SecurityGroupIds".into()),
                };
                links.insert(id.clone(), link);
            }
        }
        links
    }

    pub(in super::super) fn apis(&self) -> IndexMap<LogicalId, Api> {
        let mut apis = IndexMap::new();
        for kind in ["AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api"] {
            for (id, resource) in self.of_kind(kind) {
                let types = self.elements(resource, &"EndpointConfiguration.Types".into());
                let first = types.into_iter().next().map(|(_, value)| text(value));
                let api = Api {
                    id: id.clone(),
                    is_private: first
                        .unwrap_or(Fact::Absent)
                        .map(|it| it == "PRIVATE")
                        .or(false),
                    integrations: Vec::new(),
                };
                apis.insert(id.clone(), api);
            }
        }
        for (kind, owner, base, uri) in INTEGRATIONS {
            for (id, resource) in self.of_kind(kind) {
                let api = self.named(resource, owner);
                let Some(api) = api.known().and_then(|api| apis.get_mut(api)) else {
                    continue;
                };
                let base = PropertyPath::from(base);
                let at = |key: &str| self.about(resource, &base.key(key));
                let (link, target) = (at("ConnectionId"), at(uri));
                if !link.is_absent() || self.is_balancer(&target) {
                    api.integrations.push(ApiIntegration {
                        id: id.clone(),
                        link,
                        target,
                    });
                }
            }
        }
        apis
    }

    /// Whether a load balancer is named: an API may call one by its public name.
    fn is_balancer(&self, named: &Fact<LogicalId>) -> bool {
        let template = self.evaluator.template();
        let resource = named.known().and_then(|id| template.resource(id));
        resource.is_some_and(|it| it.kind().as_str().starts_with("AWS::ElasticLoadBalancing"))
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::design;
    use crate::lower::survey::{Fact, Survey};

    #[test]
    fn a_distribution_knows_what_its_origins_are() {
        let survey = Survey::of(&design(
            "AWS::ElasticLoadBalancingV2::LoadBalancer front
AWS::S3::Bucket files
AWS::CloudFront::VpcOrigin inside VpcOriginEndpointConfig={Arn=@front, Name=n, HTTPPort=8080, OriginProtocolPolicy=http-only}
AWS::CloudFront::Distribution edge DistributionConfig={Origins=[{Id=a, DomainName=@front.DNSName, CustomOriginConfig={OriginProtocolPolicy=https-only}}, {Id=b, DomainName={Fn::Sub=\"${files}.s3.amazonaws.com\"}, S3OriginConfig={}}, {Id=c, DomainName=example.com, CustomOriginConfig={OriginProtocolPolicy=match-viewer, HTTPPort=81}}, {Id=d, DomainName=@front.DNSName, VpcOriginConfig={VpcOriginId=@inside.Id}}, 5]}
AWS::CloudFront::Distribution odd DistributionConfig=[]",
        ));
        let origins = &survey.distributions["edge"].origins;
        assert_eq!(origins[0].target, Fact::Known("front".into()));
        assert_eq!(origins[0].ports, [Fact::Known(443)]);
        assert_eq!(origins[1].target, Fact::Known("files".into()));
        assert!(origins[1].ports.is_empty());
        assert_eq!(origins[2].target, Fact::Elsewhere("example.com".to_owned()));
        assert_eq!(origins[2].ports, [Fact::Known(81), Fact::Known(443)]);
        assert_eq!(origins[3].vpc_origin, Fact::Known("inside".into()));
        assert!(origins[4].target.is_absent());
        let inside = &survey.vpc_origins["inside"];
        assert_eq!(inside.target, Fact::Known("front".into()));
        assert_eq!(inside.ports, [Fact::Known(8080)]);
        assert!(survey.distributions["odd"].origins.is_empty());
    }

    #[test]
    fn an_api_knows_its_ways_into_vpcs() {
        let survey = Survey::of(&design(
            "AWS::EC2::Subnet a
AWS::ElasticLoadBalancingV2::LoadBalancer nlb Type=network
AWS::ElasticLoadBalancingV2::Listener web LoadBalancerArn=@nlb
AWS::ApiGateway::VpcLink old TargetArns=[@nlb]
AWS::ApiGateway::RestApi rest EndpointConfiguration={Types=[PRIVATE]}
AWS::ApiGateway::Method get RestApiId=@rest Integration={ConnectionType=VPC_LINK, ConnectionId=@old, Uri={Fn::Sub=\"http://${nlb.DNSName}/${nlb}\"}}
AWS::ApiGateway::Method two RestApiId=@rest Integration={ConnectionType=VPC_LINK, ConnectionId=@old, Uri={Fn::Sub=\"http://${nlb.DNSName}/${web}\"}}
AWS::ApiGateway::Method mock RestApiId=@rest Integration={Type=MOCK}
AWS::ApiGatewayV2::Api http ProtocolType=HTTP
AWS::ApiGatewayV2::VpcLink link SubnetIds=[@a] SecurityGroupIds=[sg-1]
AWS::ApiGatewayV2::Integration goes ApiId=@http ConnectionType=VPC_LINK ConnectionId=@link IntegrationUri=@web",
        ));
        let rest = &survey.apis["rest"];
        assert_eq!(rest.is_private, Fact::Known(true));
        assert_eq!(rest.integrations.len(), 2, "a mock leads nowhere");
        assert_eq!(rest.integrations[0].target, Fact::Known("nlb".into()));
        let two = &rest.integrations[1].target;
        assert!(matches!(two, Fact::Unknown(_)), "it names two resources");
        let http = &survey.apis["http"];
        assert_eq!(http.is_private, Fact::Known(false));
        assert_eq!(http.integrations[0].link, Fact::Known("link".into()));
        assert_eq!(http.integrations[0].target, Fact::Known("web".into()));
        assert_eq!(survey.vpc_links["old"].targets.len(), 1);
        assert!(survey.hosts["link"].opens);
    }
}
