//! What is offered by whom: the ports of a service, or those that security
//! groups open where nothing else says what listens.

use super::lowered::Builder;
use super::survey::{Peer, Used};
use crate::network::{PortSet, Protocol};
use crate::template::LogicalId;

impl Builder<'_> {
    pub(super) fn offer(&mut self, id: &LogicalId, protocol: Protocol, ports: &PortSet) {
        let offers = &mut self.offers;
        let offered = offers.entry((id.clone(), protocol));
        let offered = offered.or_insert_with(PortSet::none);
        *offered = offered.union(ports);
    }

    /// Offers what the groups of a host let in.
    pub(super) fn offer_by_groups(&mut self, id: &LogicalId, groups: &[&Used]) {
        for protocol in [Protocol::Tcp, Protocol::Udp] {
            let ports = self.opened(groups, protocol);
            if !ports.is_empty() {
                self.offer(id, protocol, &ports);
            }
        }
    }

    /// The ports that security groups let in from addresses. Every port says
    /// nothing of what is offered, and counts as none.
    fn opened(&self, groups: &[&Used], protocol: Protocol) -> PortSet {
        let known = groups.iter().filter_map(|used| used.id.known());
        let rules = known
            .filter_map(|group| self.survey.security_groups.get(group))
            .flat_map(|group| &group.ingress)
            .filter(|rule| matches!(rule.peer, Peer::Block(..) | Peer::PrefixList(..)))
            .filter(|rule| rule.protocol.known() == Some(&protocol));
        let ranges = rules.filter_map(|rule| {
            let ports = rule.ports.known()?;
            let from = u16::try_from(ports.from).ok()?;
            let to = u16::try_from(ports.to).ok()?;
            (from <= to).then(|| PortSet::from(from..=to))
        });
        let ports = ranges.fold(PortSet::none(), |all, range| all.union(&range));
        if ports == PortSet::all() {
            PortSet::none()
        } else {
            ports
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::design;
    use crate::lower::Lowered;
    use crate::lower::survey::Survey;

    #[test]
    fn targets_offer_the_ports_of_the_traffic_and_of_the_health_check() {
        let lowered = Lowered::of(&Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance app
    instance plain SecurityGroupIds=[@web]
  targetgroup apps Port=8001 Protocol=HTTP HealthCheckPort=9000 Targets=[{Id=@app}]
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=0.0.0.0/0}, {IpProtocol=-1, CidrIp=10.0.0.0/8}]
lb front Subnets=[@a]
listener http LoadBalancerArn=@front Port=80 Protocol=HTTP DefaultActions=[{Type=forward, TargetGroupArn=@apps}]
AWS::ElastiCache::CacheCluster cache Engine=redis CacheSubnetGroupName=@places
AWS::ElastiCache::SubnetGroup places Description=d SubnetIds=[@a]",
        )));
        let offered = lowered.services.iter();
        let mut offered: Vec<String> = offered
            .flat_map(|it| {
                let ports = it.ports.intervals();
                ports.map(move |range| format!("{} {}", it.resource, range.start()))
            })
            .collect();
        offered.sort();
        assert_eq!(
            offered,
            ["app 8001", "app 9000", "cache 6379", "front 80", "plain 80"]
        );
    }
}
