//! Reads what is at the edge of VPCs beside Internet gateways: edge tables,
//! egress-only gateways, and blocks of public access.

use indexmap::IndexMap;

use super::{Reader, choice};
use crate::lower::survey::{
    BlockMode, EdgeAssociation, EgressOnlyGateway, PublicAccessBlock, PublicAccessExclusion,
};
use crate::template::LogicalId;

impl Reader<'_> {
    pub(in super::super) fn edge_associations(&self) -> Vec<EdgeAssociation> {
        let all = self.of_kind("AWS::EC2::GatewayRouteTableAssociation");
        let read = all.map(|(id, resource)| EdgeAssociation {
            id: id.clone(),
            gateway: self.named(resource, "GatewayId"),
            table: self.named(resource, "RouteTableId"),
        });
        read.collect()
    }

    pub(in super::super) fn egress_only_gateways(&self) -> IndexMap<LogicalId, EgressOnlyGateway> {
        let all = self.of_kind("AWS::EC2::EgressOnlyInternetGateway");
        let read = all.map(|(id, resource)| {
            let gateway = EgressOnlyGateway {
                id: id.clone(),
                vpc: self.named(resource, "VpcId"),
            };
            (id.clone(), gateway)
        });
        read.collect()
    }

    pub(in super::super) fn public_access_blocks(&self) -> Vec<PublicAccessBlock> {
        let modes = [
            ("off", BlockMode::Off),
            ("block-ingress", BlockMode::Ingress),
            ("block-bidirectional", BlockMode::Bidirectional),
        ];
        let all = self.of_kind("AWS::EC2::VPCBlockPublicAccessOptions");
        let read = all.map(|(id, resource)| PublicAccessBlock {
            id: id.clone(),
            mode: choice(self.property(resource, "InternetGatewayBlockMode"), &modes),
        });
        read.collect()
    }

    pub(in super::super) fn public_access_exclusions(&self) -> Vec<PublicAccessExclusion> {
        let modes = [
            ("allow-bidirectional", BlockMode::Off),
            ("allow-egress", BlockMode::Ingress),
        ];
        let all = self.of_kind("AWS::EC2::VPCBlockPublicAccessExclusion");
        let read = all.map(|(id, resource)| PublicAccessExclusion {
            id: id.clone(),
            vpc: self.named(resource, "VpcId"),
            subnet: self.named(resource, "SubnetId"),
            mode: choice(
                self.property(resource, "InternetGatewayExclusionMode"),
                &modes,
            ),
        });
        read.collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::design;
    use crate::lower::survey::{BlockMode, Fact, Survey};

    #[test]
    fn an_edge_table_and_its_gateway_know_each_other() {
        let survey = Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  AWS::EC2::RouteTable edge
AWS::EC2::InternetGateway igw
AWS::EC2::GatewayRouteTableAssociation comes GatewayId=@igw RouteTableId=@edge
AWS::EC2::GatewayRouteTableAssociation stray GatewayId=igw-1 RouteTableId=@edge
AWS::EC2::EgressOnlyInternetGateway out VpcId=@main",
        ));
        assert_eq!(survey.gateways["igw"].table, Some("edge".into()));
        assert_eq!(survey.tables["edge"].gateways, ["igw".into()]);
        assert_eq!(
            survey.edge_associations[1].gateway,
            Fact::Elsewhere("igw-1".to_owned())
        );
        let out = &survey.egress_only_gateways["out"];
        assert_eq!(out.vpc, Fact::Known("main".into()));
    }

    #[test]
    fn a_block_of_public_access_has_exclusions() {
        let survey = Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
AWS::EC2::VPCBlockPublicAccessOptions shut InternetGatewayBlockMode=block-ingress
AWS::EC2::VPCBlockPublicAccessOptions odd InternetGatewayBlockMode=[]
AWS::EC2::VPCBlockPublicAccessExclusion but VpcId=@main InternetGatewayExclusionMode=allow-egress",
        ));
        let blocks = &survey.public_access_blocks;
        assert_eq!(blocks[0].mode, Fact::Known(BlockMode::Ingress));
        assert!(matches!(blocks[1].mode, Fact::Malformed(_)));
        let but = &survey.public_access_exclusions[0];
        assert_eq!(but.vpc, Fact::Known("main".into()));
        assert_eq!(but.mode, Fact::Known(BlockMode::Ingress));
        assert!(but.subnet.is_absent());
    }
}
