//! Reads caches, stores, brokers and the like: everything that stands in
//! subnets and is told by the names of a few properties. What needs more than
//! that is read elsewhere.

use indexmap::IndexMap;

use super::{Reader, address, integer, text, truth};
use crate::lower::survey::{EndpointKind, Fact, Host, HostKind, Offered, Service, Standing, Used};
use crate::network::Protocol;
use crate::template::{Evaluated, LogicalId, PropertyPath, Resource, Value};

/// Where a kind of resource says what it is in a network.
struct Form {
    kind: &'static str,
    host: HostKind,
    /// The property with the subnets, or with the name of their group.
    subnets: &'static str,
    groups: &'static str,
    /// The property with the port, and what it is otherwise.
    port: &'static str,
    ports: fn(&str) -> &'static [i64],
    /// The property that `ports` is asked with, such as an engine.
    engine: &'static str,
    standing: Standing,
    opens: bool,
    /// The property that gives a public address.
    public: &'static str,
}

/// What most forms have.
const PLAIN: Form = Form {
    kind: "",
    host: HostKind::Store,
    subnets: "SubnetIds",
    groups: "SecurityGroupIds",
    port: "Port",
    ports: |_| &[],
    engine: "Engine",
    standing: Standing::Each,
    opens: false,
    public: "PubliclyAccessible",
};

/// The ports are those that AWS's pages on each service name as its defaults.
///
/// <https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SettingUp.html>
const FORMS: [Form; 16] = [
    Form {
        kind: "AWS::EFS::MountTarget",
        host: HostKind::MountTarget,
        subnets: "SubnetId",
        groups: "SecurityGroups",
        ports: |_| &[2049],
        ..PLAIN
    },
    Form {
        kind: "AWS::FSx::FileSystem",
        host: HostKind::FileSystem,
        ports: |kind| match kind {
            "WINDOWS" => &[445],
            "LUSTRE" => &[988],
            _ => &[2049],
        },
        engine: "FileSystemType",
        ..PLAIN
    },
    Form {
        kind: "AWS::ElastiCache::CacheCluster",
        host: HostKind::Cache,
        subnets: "CacheSubnetGroupName",
        groups: "VpcSecurityGroupIds",
        ports: |engine| match engine {
            "memcached" => &[11211],
            _ => &[6379],
        },
        standing: Standing::One,
        ..PLAIN
    },
    Form {
        kind: "AWS::ElastiCache::ReplicationGroup",
        host: HostKind::Cache,
        subnets: "CacheSubnetGroupName",
        ports: |_| &[6379],
        ..PLAIN
    },
    Form {
        kind: "AWS::ElastiCache::ServerlessCache",
        host: HostKind::Cache,
        ports: |engine| match engine {
            "memcached" => &[11211, 11212],
            _ => &[6379, 6380],
        },
        ..PLAIN
    },
    Form {
        kind: "AWS::MemoryDB::Cluster",
        host: HostKind::Cache,
        subnets: "SubnetGroupName",
        ports: |_| &[6379],
        ..PLAIN
    },
    Form {
        kind: "AWS::DocDB::DBCluster",
        subnets: "DBSubnetGroupName",
        groups: "VpcSecurityGroupIds",
        ports: |_| &[27017],
        standing: Standing::One,
        ..PLAIN
    },
    Form {
        kind: "AWS::Neptune::DBCluster",
        subnets: "DBSubnetGroupName",
        groups: "VpcSecurityGroupIds",
        port: "DBPort",
        ports: |_| &[8182],
        standing: Standing::One,
        ..PLAIN
    },
    Form {
        kind: "AWS::Redshift::Cluster",
        subnets: "ClusterSubnetGroupName",
        groups: "VpcSecurityGroupIds",
        ports: |_| &[5439],
        standing: Standing::One,
        ..PLAIN
    },
    Form {
        kind: "AWS::RDS::DBProxy",
        host: HostKind::DatabaseProxy,
        subnets: "VpcSubnetIds",
        groups: "VpcSecurityGroupIds",
        ports: |family| match family {
            "MYSQL" => &[3306],
            "POSTGRESQL" => &[5432],
            "SQLSERVER" => &[1433],
            _ => &[],
        },
        engine: "EngineFamily",
        opens: true,
        ..PLAIN
    },
    Form {
        kind: "AWS::OpenSearchService::Domain",
        host: HostKind::Search,
        subnets: "VPCOptions.SubnetIds",
        groups: "VPCOptions.SecurityGroupIds",
        ports: |_| &[443],
        ..PLAIN
    },
    Form {
        kind: "AWS::Elasticsearch::Domain",
        host: HostKind::Search,
        subnets: "VPCOptions.SubnetIds",
        groups: "VPCOptions.SecurityGroupIds",
        ports: |_| &[443],
        ..PLAIN
    },
    Form {
        kind: "AWS::AmazonMQ::Broker",
        host: HostKind::Broker,
        groups: "SecurityGroups",
        ports: |engine| match engine {
            "RABBITMQ" | "RabbitMQ" => &[443, 5671],
            _ => &[5671, 8162, 8883, 61614, 61617, 61619],
        },
        engine: "EngineType",
        ..PLAIN
    },
    Form {
        kind: "AWS::MSK::Cluster",
        host: HostKind::Stream,
        subnets: "BrokerNodeGroupInfo.ClientSubnets",
        groups: "BrokerNodeGroupInfo.SecurityGroups",
        ports: |transit| match transit {
            "PLAINTEXT" => &[9092],
            "TLS_PLAINTEXT" => &[9092, 9094, 9096, 9098],
            _ => &[9094, 9096, 9098],
        },
        engine: "EncryptionInfo.EncryptionInTransit.ClientBroker",
        ..PLAIN
    },
    Form {
        kind: "AWS::ApiGatewayV2::VpcLink",
        host: HostKind::ApiLink,
        opens: true,
        ..PLAIN
    },
    Form {
        kind: "AWS::Lambda::Function",
        host: HostKind::Function,
        subnets: "VpcConfig.SubnetIds",
        groups: "VpcConfig.SecurityGroupIds",
        opens: true,
        ..PLAIN
    },
];

impl Reader<'_> {
    /// Everything with interfaces in subnets that is told nowhere else.
    pub(in super::super) fn hosts(&self) -> IndexMap<LogicalId, Host> {
        let mut hosts = IndexMap::new();
        for form in &FORMS {
            for (id, resource) in self.of_kind(form.kind) {
                if let Some(host) = self.host(id, resource, form) {
                    hosts.insert(id.clone(), host);
                }
            }
        }
        for (id, resource) in self.of_kind("AWS::EC2::VPCEndpoint") {
            let endpoint = self.endpoint(id, resource);
            if endpoint.kind != Fact::Known(EndpointKind::Interface) {
                continue;
            }
            // The ports of a service of this template are its load balancers'.
            let is_own = matches!(endpoint.service, Fact::Known(Service::Own(_)));
            let ports: &[i64] = if is_own { &[] } else { &[443] };
            let host = Host {
                groups: endpoint.groups,
                ports: offered(ports.iter().map(|port| Fact::Known(*port))),
                ..standing_in(id, HostKind::Endpoint, endpoint.subnets)
            };
            hosts.insert(id.clone(), host);
        }
        self.add_tasks(&mut hosts);
        hosts
    }

    /// What a form says; `None` for what stands in no VPC.
    fn host(&self, id: &LogicalId, resource: &Resource, form: &Form) -> Option<Host> {
        let subnets = self.subnets_of(resource, &form.subnets.into());
        if subnets.is_empty() {
            return None;
        }
        let written = match form.host {
            HostKind::ApiLink | HostKind::Function | HostKind::MountTarget => Fact::Absent,
            _ => integer(self.property(resource, form.port)),
        };
        let engine = text(self.property(resource, form.engine));
        let engine = engine.known().map_or("", String::as_str);
        let ports = match written {
            Fact::Absent => {
                let usual = (form.ports)(engine).iter();
                offered(usual.map(|port| Fact::Known(*port)))
            }
            port => offered(std::iter::once(port)),
        };
        let private_ip = match form.host {
            HostKind::MountTarget => address(self.property(resource, "IpAddress")),
            _ => Fact::Absent,
        };
        Some(Host {
            groups: self.used_list(resource, &form.groups.into()),
            takes: !matches!(form.host, HostKind::ApiLink | HostKind::Function),
            opens: form.opens,
            standing: form.standing,
            public_ip: truth(self.property(resource, form.public)),
            ports,
            private_ip,
            ..standing_in(id, form.host, subnets)
        })
    }

    /// The subnets that a property lists, or those of the group that it names.
    /// A group that is not here is the one thing known of them.
    fn subnets_of(&self, resource: &Resource, path: &PropertyPath) -> Vec<Used> {
        let listed = self.used_list(resource, path);
        let [used] = &listed[..] else {
            return listed;
        };
        let template = self.evaluator.template();
        let named = used.id.known().and_then(|id| template.resource(id));
        let group = named.filter(|it| it.kind().as_str().ends_with("SubnetGroup"));
        let Some(group) = group else {
            return listed;
        };
        let mut subnets = self.used_list(group, &"SubnetIds".into());
        for subnet in &mut subnets {
            // They are not written here.
            subnet.path = path.clone();
        }
        if subnets.is_empty() { listed } else { subnets }
    }

    /// Whether a value is a mapping: something is written there.
    pub(super) fn is_mapping(&self, resource: &Resource, path: &str) -> bool {
        let value = self.property(resource, path);
        matches!(value, Evaluated::Known(Value::Map(_)))
    }
}

/// A host that takes connections in each of its subnets, and nothing else.
pub(super) fn standing_in(id: &LogicalId, kind: HostKind, subnets: Vec<Used>) -> Host {
    Host {
        id: id.clone(),
        kind,
        subnets,
        standing: Standing::Each,
        groups: Vec::new(),
        ports: Vec::new(),
        takes: true,
        opens: false,
        public_ip: Fact::Absent,
        private_ip: Fact::Absent,
        registered: Vec::new(),
    }
}

/// Ports of TCP.
fn offered(ports: impl Iterator<Item = Fact<i64>>) -> Vec<Offered> {
    let protocol = Protocol::Tcp;
    ports.map(|port| Offered { protocol, port }).collect()
}

#[cfg(test)]
mod tests {
    use crate::fixture::design;
    use crate::lower::survey::{Fact, HostKind, Standing, Survey};

    #[test]
    fn hosts_are_told_by_their_properties() {
        let survey = Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  subnet b CidrBlock=10.0.2.0/24
  sg data GroupDescription=d
AWS::EFS::MountTarget mount FileSystemId=fs-1 SubnetId=@a SecurityGroups=[@data] IpAddress=10.0.1.9
AWS::ElastiCache::SubnetGroup places Description=d SubnetIds=[@a, @b]
AWS::ElastiCache::CacheCluster cache Engine=memcached CacheSubnetGroupName=@places VpcSecurityGroupIds=[@data.GroupId]
AWS::ElastiCache::ReplicationGroup pair CacheSubnetGroupName=elsewhere SecurityGroupIds=[@data] Port=7000
AWS::Lambda::Function inside VpcConfig={SubnetIds=[@a, @b], SecurityGroupIds=[@data]}
AWS::Lambda::Function outside Handler=x
AWS::Redshift::Cluster warehouse ClusterSubnetGroupName=@places PubliclyAccessible=true
AWS::FSx::FileSystem files FileSystemType=LUSTRE SubnetIds=[@a]
AWS::OpenSearchService::Domain search VPCOptions={SubnetIds=[@a], SecurityGroupIds=[@data]}",
        ));
        let host = |id: &str| survey.hosts[id].clone();
        let mount = host("mount");
        assert_eq!(mount.kind, HostKind::MountTarget);
        assert_eq!(mount.ports[0].port, Fact::Known(2049));
        assert_eq!(mount.private_ip, Fact::Known("10.0.1.9".parse().unwrap()));
        let cache = host("cache");
        assert_eq!(cache.subnets[1].id, Fact::Known("b".into()));
        assert_eq!(cache.subnets[1].path, "CacheSubnetGroupName".into());
        assert_eq!(cache.ports[0].port, Fact::Known(11211));
        assert_eq!(cache.standing, Standing::One);
        let pair = host("pair");
        assert_eq!(pair.subnets[0].id, Fact::Elsewhere("elsewhere".to_owned()));
        assert_eq!(pair.ports[0].port, Fact::Known(7000));
        let inside = host("inside");
        assert_eq!((inside.takes, inside.opens), (false, true));
        assert!(!survey.hosts.contains_key("outside"));
        assert_eq!(host("files").ports[0].port, Fact::Known(988));
        assert_eq!(host("warehouse").public_ip, Fact::Known(true));
        assert_eq!(host("search").groups[0].id, Fact::Known("data".into()));
    }

    #[test]
    fn odd_values_are_facts_too() {
        let survey = Survey::of(&design(
            "AWS::EFS::MountTarget mount SubnetId=[] SecurityGroups={a=1} IpAddress=x
AWS::EFS::MountTarget other SubnetId={}
AWS::ElastiCache::CacheCluster cache CacheSubnetGroupName=@cache Engine=[] Port={}
AWS::Lambda::Function inside VpcConfig={SubnetIds={Fn::If=[Never]}}",
        ));
        assert!(!survey.hosts.contains_key("mount"));
        assert!(matches!(
            survey.hosts["other"].subnets[0].id,
            Fact::Malformed(_)
        ));
        let cache = &survey.hosts["cache"];
        assert!(matches!(cache.ports[0].port, Fact::Malformed(_)));
        assert!(matches!(
            survey.hosts["inside"].subnets[0].id,
            Fact::Unknown(_)
        ));
    }
}
