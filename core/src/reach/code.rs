//! The codes by which AWS explains what is in the way, as far as a design can
//! run into them, and ours for what AWS has no code.
//!
//! <https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html>

/// Makes the enum, the code as it is written, and the list of all.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// Why something does not get through.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// Every code that an answer may have.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The code as AWS writes it.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

codes! {
    /// The gateway is not attached to this VPC.
    BadStateAttachment = "BAD_STATE_ATTACHMENT",
    /// The target of the route is gone.
    BadStateRoute = "BAD_STATE_ROUTE",
    /// A network ACL drops what a Classic Load Balancer sends inside the subnet.
    ElbAclRestriction = "ELB_ACL_RESTRICTION",
    /// The load balancer is in no zone of its targets.
    ElbInstalledAzRestriction = "ELB_INSTALLED_AZ_RESTRICTION",
    /// No listener of the Classic Load Balancer for this protocol and port.
    ElbListenersMismatch = "ELB_LISTENERS_MISMATCH",
    /// The Classic Load Balancer has no target in this zone, and does not cross zones.
    ElbNotCrosszone = "ELB_NOT_CROSSZONE",
    /// The listener's target groups have no target.
    Elbv2ListenerHasNoTg = "ELBV2_LISTENER_HAS_NO_TG",
    /// No listener for this protocol and port.
    Elbv2ListenersMismatch = "ELBV2_LISTENERS_MISMATCH",
    /// This node has no target in its zone.
    Elbv2NoTargetsInAz = "ELBV2_NO_TARGETS_IN_AZ",
    /// The load balancer keeps the client's address, and so cannot send to the client itself.
    Elbv2SourceAddressPreservation = "ELBV2_SOURCE_ADDRESS_PRESERVATION",
    /// The interface sends from its own address only.
    EniAddressRestriction = "ENI_ADDRESS_RESTRICTION",
    /// No rule of the security groups allows it.
    EniSgRulesMismatch = "ENI_SG_RULES_MISMATCH",
    /// The source and destination check drops it.
    EniSourceDestCheckRestriction = "ENI_SOURCE_DEST_CHECK_RESTRICTION",
    /// The Internet gateway sends nothing to private addresses.
    IgwDestinationAddressNotInRfc1918Egress = "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS",
    /// The Internet gateway sends nothing to shared addresses.
    IgwDestinationAddressNotInRfc6598Egress = "IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS",
    /// The destination has no public address.
    IgwPrivateIpAssociationForIngress = "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS",
    /// The source has no public address.
    IgwPublicIpAssociationForEgress = "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS",
    /// The Internet gateway takes nothing from private addresses.
    IgwSourceAddressNotInRfc1918Ingress = "IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS",
    /// The Internet gateway takes nothing from shared addresses.
    IgwSourceAddressNotInRfc6598Ingress = "IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS",
    /// The appliance that an edge route table leads to has no public address.
    IngressRtbNoPublicIp = "INGRESS_RTB_NO_PUBLIC_IP",
    /// What comes in to the subnet goes through an appliance, so it cannot leave directly.
    IngressRtbTrafficRedirection = "INGRESS_RTB_TRAFFIC_REDIRECTION",
    /// A NAT gateway serves its own VPC only.
    NgwRequiresSourceInVpc = "NGW_REQUIRES_SOURCE_IN_VPC",
    /// Nobody there has the address.
    NoPossibleDestination = "NO_POSSIBLE_DESTINATION",
    /// The VPC has no way to or from there.
    NoPath = "NO_PATH",
    /// No route for the destination.
    NoRouteToDestination = "NO_ROUTE_TO_DESTINATION",
    /// A peering connection joins the blocks of its two VPCs only.
    PcxRequiresAddressInVpcCidr = "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR",
    /// The gateway does not carry the protocol.
    ProtocolRestriction = "PROTOCOL_RESTRICTION",
    /// The regional NAT gateway is not in the zone.
    RegionalNgwRouteAzRestriction = "REGIONAL_NGW_ROUTE_AZ_RESTRICTION",
    /// The security groups have no rule at all.
    SgHasNoRules = "SG_HAS_NO_RULES",
    /// A rule names a group, but on the way it is lost which group the packet comes from.
    SgReferencesNotPreserved = "SG_REFERENCES_NOT_PRESERVED",
    /// A rule names a group, but the transit gateway does not tell groups.
    SgReferencingSupport = "SG_REFERENCING_SUPPORT",
    /// The network ACL denies it.
    SubnetAclRestriction = "SUBNET_ACL_RESTRICTION",
    /// The attachment has no route table of the transit gateway.
    TgwAttachMissingTgwRtbAssociation = "TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION",
    /// The transit gateway has no attachment subnet in the zone.
    TgwRouteAzRestriction = "TGW_ROUTE_AZ_RESTRICTION",
    /// The transit gateway's route is a blackhole.
    TgwRtbBadStateRoute = "TGW_RTB_BAD_STATE_ROUTE",
    /// The transit gateway's table has no route for the destination.
    TgwRtbNoRouteToTgwAttachment = "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT",
    /// The virtual private gateway sends for interfaces of its VPC only.
    VgwPrivateIpAssociationForEgress = "VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS",
    /// The site sends to private addresses of the VPC only.
    VgwPrivateIpAssociationForIngress = "VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS",
    /// Block Public Access keeps the Internet out.
    VpcBlockPublicAccessEnabled = "VPC_BLOCK_PUBLIC_ACCESS_ENABLED",
    /// A local route is for the VPC's own blocks only.
    VpcLocalRouteCidrRestriction = "VPC_LOCAL_ROUTE_CIDR_RESTRICTION",
    /// A gateway endpoint carries TCP and echo requests only.
    VpceGatewayProtocolRestriction = "VPCE_GATEWAY_PROTOCOL_RESTRICTION",
    /// An endpoint opens nothing itself.
    VpceIntraVpcTraffic = "VPCE_INTRA_VPC_TRAFFIC",
    /// Ours: the reply does not pass the appliance that the call passed.
    AsymmetricMiddlebox = "ASYMMETRIC_MIDDLEBOX",
    /// Ours: somebody else has the address.
    DeliveredElsewhere = "DELIVERED_ELSEWHERE",
    /// Ours: an egress-only Internet gateway lets in only what was opened inside.
    EigwNoState = "EIGW_NO_STATE",
    /// Ours: a gateway endpoint serves its own VPC only.
    GatewayEndpointNotTransitive = "GATEWAY_ENDPOINT_NOT_TRANSITIVE",
    /// Ours: the reply meets a NAT gateway that did not see the call.
    NatAsymmetricReply = "NAT_ASYMMETRIC_REPLY",
    /// Ours: nothing can be opened towards a NAT gateway.
    NatNoState = "NAT_NO_STATE",
    /// Ours: the end has no address of this family.
    NoAddressInFamily = "NO_ADDRESS_IN_FAMILY",
    /// Ours: the answer comes from another address than was called.
    ReplyAddressMismatch = "REPLY_ADDRESS_MISMATCH",
    /// Ours: the reply goes to somebody else.
    ReplyAstray = "REPLY_ASTRAY",
    /// Ours: routes lead in a circle.
    RoutingLoop = "ROUTING_LOOP",
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
