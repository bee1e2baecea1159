//! Reads databases and the groups of subnets that they stand in. A member of
//! an Aurora cluster has the cluster's groups.

use indexmap::IndexMap;

use super::{Reader, integer, text};
use crate::catalogue::rds;
use crate::lower::survey::{Database, DatabaseCluster, Fact, SubnetGroup, Used};
use crate::template::{LogicalId, PropertyPath, Resource};

/// What a database has from the cluster that it is in.
struct Cluster {
    groups: Option<Vec<Used>>,
    subnet_group: Fact<LogicalId>,
    port: Fact<i64>,
}

impl Reader<'_> {
    pub(in super::super) fn subnet_groups(&self) -> IndexMap<LogicalId, SubnetGroup> {
        let all = self.of_kind(rds::DbSubnetGroup::KIND);
        let read = all.map(|(id, resource)| {
            let group = SubnetGroup {
                id: id.clone(),
                subnets: self.used_list(resource, &"SubnetIds".into()),
            };
            (id.clone(), group)
        });
        read.collect()
    }

    pub(in super::super) fn databases(&self) -> IndexMap<LogicalId, Database> {
        let all = self.of_kind(rds::DbInstance::KIND);
        let read = all.map(|(id, resource)| {
            let of_cluster = self.cluster(resource);
            let stated = integer(self.property(resource, "Port"));
            let stated = stated.or_fact(|| of_cluster.port.clone());
            let engine = text(self.property(resource, "Engine"));
            let usual = || engine.known().and_then(|engine| default_port(engine));
            let own = self.named(resource, "DBSubnetGroupName");
            let database = Database {
                id: id.clone(),
                subnet_group: own.or_fact(|| of_cluster.subnet_group),
                groups: match of_cluster.groups {
                    Some(groups) => groups,
                    None => self.used_list(resource, &"VPCSecurityGroups".into()),
                },
                port: stated.or_fact(|| usual().map_or(Fact::Absent, Fact::Known)),
                is_public: self.property(resource, "PubliclyAccessible").truth() == Some(true),
                is_multi_az: self.property(resource, "MultiAZ").truth() == Some(true),
            };
            (id.clone(), database)
        });
        read.collect()
    }

    pub(in super::super) fn clusters(&self) -> IndexMap<LogicalId, DatabaseCluster> {
        let mut clusters = IndexMap::new();
        for (id, resource) in self.of_kind("AWS::RDS::DBCluster") {
            let engine = text(self.property(resource, "Engine"));
            let usual = engine.known().and_then(|engine| default_port(engine));
            let port = integer(self.property(resource, "Port"));
            let cluster = DatabaseCluster {
                id: id.clone(),
                members: Vec::new(),
                subnet_group: self.named(resource, "DBSubnetGroupName"),
                groups: self.used_list(resource, &"VpcSecurityGroupIds".into()),
                port: port.or_fact(|| usual.map_or(Fact::Absent, Fact::Known)),
                is_public: self.property(resource, "PubliclyAccessible").truth() == Some(true),
            };
            clusters.insert(id.clone(), cluster);
        }
        for (id, resource) in self.of_kind(rds::DbInstance::KIND) {
            let named = self.named(resource, "DBClusterIdentifier");
            if let Some(cluster) = named.known().and_then(|id| clusters.get_mut(id)) {
                cluster.members.push(id.clone());
            }
        }
        clusters
    }

    /// What the cluster of a database decides for it: the security groups
    /// always, the rest unless the database says it too.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html>
    fn cluster(&self, resource: &Resource) -> Cluster {
        let named = self.named(resource, "DBClusterIdentifier");
        let template = self.evaluator.template();
        let cluster = named.known().and_then(|id| template.resource(id));
        if let Some(cluster) = cluster {
            let mut groups = self.used_list(cluster, &"VpcSecurityGroupIds".into());
            // They are not written here.
            for used in &mut groups {
                used.path = PropertyPath::root();
            }
            return Cluster {
                groups: Some(groups),
                subnet_group: self.named(cluster, "DBSubnetGroupName"),
                port: integer(self.property(cluster, "Port")),
            };
        }
        let groups = (!named.is_absent()).then(|| {
            let id = named;
            let path = PropertyPath::from("DBClusterIdentifier");
            vec![Used { path, id }]
        });
        Cluster {
            groups,
            subnet_group: Fact::Absent,
            port: Fact::Absent,
        }
    }
}

/// The port at which an engine listens unless told otherwise.
///
/// <https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html>
fn default_port(engine: &str) -> Option<i64> {
    let is = |start| engine.starts_with(start);
    if engine == "aurora-postgresql" || is("postgres") {
        Some(5432)
    } else if is("mysql") || is("mariadb") || is("aurora") {
        Some(3306)
    } else if is("oracle") || is("custom-oracle") {
        Some(1521)
    } else if is("sqlserver") || is("custom-sqlserver") {
        Some(1433)
    } else if is("db2") {
        Some(50000)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::design;
    use crate::lower::survey::{Fact, Survey};

    #[test]
    fn a_database_listens_at_the_port_of_its_engine() {
        let port = |engine: &str| {
            let text = format!("AWS::RDS::DBInstance db Engine={engine}");
            Survey::of(&design(&text)).databases["db"].port.clone()
        };
        assert_eq!(port("postgres"), Fact::Known(5432));
        assert_eq!(port("aurora-mysql"), Fact::Known(3306));
        assert_eq!(port("aurora-postgresql"), Fact::Known(5432));
        assert_eq!(port("sqlserver-ex"), Fact::Known(1433));
        assert_eq!(port("something"), Fact::Absent);
    }

    #[test]
    fn a_member_has_the_groups_of_its_cluster() {
        let survey = Survey::of(&design(
            "AWS::RDS::DBCluster cluster DBSubnetGroupName=@group VpcSecurityGroupIds=[@data] Port=6000
dbsubnetgroup group SubnetIds=[@a, @b]
AWS::RDS::DBInstance member DBClusterIdentifier=@cluster Engine=aurora-mysql
AWS::RDS::DBInstance stranger DBClusterIdentifier=elsewhere Engine=aurora-mysql
sg data GroupDescription=d",
        ));
        assert_eq!(survey.clusters["cluster"].members, ["member".into()]);
        let member = &survey.databases["member"];
        assert_eq!(member.groups[0].id, Fact::Known("data".into()));
        assert_eq!(member.subnet_group, Fact::Known("group".into()));
        assert_eq!(member.port, Fact::Known(6000));
        let stranger = &survey.databases["stranger"];
        assert_eq!(
            stranger.groups[0].id,
            Fact::Elsewhere("elsewhere".to_owned())
        );
    }
}
