//! The codes by which AWS explains what is in the way, as far as a design can
//! run into them, and ours for what AWS has no code.
//!
//! <https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html>

/// Why something does not get through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// The gateway is not attached to this VPC.
    BadStateAttachment,
    /// The target of the route is gone.
    BadStateRoute,
    /// The load balancer is in no zone of its targets.
    ElbInstalledAzRestriction,
    /// The listener's target groups have no target.
    Elbv2ListenerHasNoTg,
    /// No listener for this protocol and port.
    Elbv2ListenersMismatch,
    /// This node has no target in its zone.
    Elbv2NoTargetsInAz,
    /// The interface sends from its own address only.
    EniAddressRestriction,
    /// No rule of the security groups allows it.
    EniSgRulesMismatch,
    /// The source and destination check drops it.
    EniSourceDestCheckRestriction,
    /// The Internet gateway sends nothing to private addresses.
    IgwDestinationAddressNotInRfc1918Egress,
    /// The Internet gateway sends nothing to shared addresses.
    IgwDestinationAddressNotInRfc6598Egress,
    /// The destination has no public address.
    IgwPrivateIpAssociationForIngress,
    /// The source has no public address.
    IgwPublicIpAssociationForEgress,
    /// The Internet gateway takes nothing from private addresses.
    IgwSourceAddressNotInRfc1918Ingress,
    /// The Internet gateway takes nothing from shared addresses.
    IgwSourceAddressNotInRfc6598Ingress,
    /// A NAT gateway serves its own VPC only.
    NgwRequiresSourceInVpc,
    /// Nobody there has the address.
    NoPossibleDestination,
    /// The VPC has no way to or from there.
    NoPath,
    /// No route for the destination.
    NoRouteToDestination,
    /// The NAT gateway does not carry the protocol.
    ProtocolRestriction,
    /// The security groups have no rule at all.
    SgHasNoRules,
    /// The network ACL denies it.
    SubnetAclRestriction,
    /// The site sends to private addresses of the VPC only.
    VgwPrivateIpAssociationForIngress,
    /// A local route is for the VPC's own blocks only.
    VpcLocalRouteCidrRestriction,
    /// Ours: somebody else has the address.
    DeliveredElsewhere,
    /// Ours: the reply meets a NAT gateway that did not see the call.
    NatAsymmetricReply,
    /// Ours: nothing can be opened towards a NAT gateway.
    NatNoState,
    /// Ours: the end has no address of this family.
    NoAddressInFamily,
    /// Ours: the answer comes from another address than was called.
    ReplyAddressMismatch,
    /// Ours: the reply goes to somebody else.
    ReplyAstray,
    /// Ours: routes lead in a circle.
    RoutingLoop,
}

impl Code {
    /// The code as AWS writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BadStateAttachment => "BAD_STATE_ATTACHMENT",
            Self::BadStateRoute => "BAD_STATE_ROUTE",
            Self::ElbInstalledAzRestriction => "ELB_INSTALLED_AZ_RESTRICTION",
            Self::Elbv2ListenerHasNoTg => "ELBV2_LISTENER_HAS_NO_TG",
            Self::Elbv2ListenersMismatch => "ELBV2_LISTENERS_MISMATCH",
            Self::Elbv2NoTargetsInAz => "ELBV2_NO_TARGETS_IN_AZ",
            Self::EniAddressRestriction => "ENI_ADDRESS_RESTRICTION",
            Self::EniSgRulesMismatch => "ENI_SG_RULES_MISMATCH",
            Self::EniSourceDestCheckRestriction => "ENI_SOURCE_DEST_CHECK_RESTRICTION",
            Self::IgwDestinationAddressNotInRfc1918Egress => {
                "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS"
            }
            Self::IgwDestinationAddressNotInRfc6598Egress => {
                "IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS"
            }
            Self::IgwPrivateIpAssociationForIngress => "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS",
            Self::IgwPublicIpAssociationForEgress => "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS",
            Self::IgwSourceAddressNotInRfc1918Ingress => {
                "IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS"
            }
            Self::IgwSourceAddressNotInRfc6598Ingress => {
                "IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS"
            }
            Self::NgwRequiresSourceInVpc => "NGW_REQUIRES_SOURCE_IN_VPC",
            Self::NoPossibleDestination => "NO_POSSIBLE_DESTINATION",
            Self::NoPath => "NO_PATH",
            Self::NoRouteToDestination => "NO_ROUTE_TO_DESTINATION",
            Self::ProtocolRestriction => "PROTOCOL_RESTRICTION",
            Self::SgHasNoRules => "SG_HAS_NO_RULES",
            Self::SubnetAclRestriction => "SUBNET_ACL_RESTRICTION",
            Self::VgwPrivateIpAssociationForIngress => "VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS",
            Self::VpcLocalRouteCidrRestriction => "VPC_LOCAL_ROUTE_CIDR_RESTRICTION",
            Self::DeliveredElsewhere => "DELIVERED_ELSEWHERE",
            Self::NatAsymmetricReply => "NAT_ASYMMETRIC_REPLY",
            Self::NatNoState => "NAT_NO_STATE",
            Self::NoAddressInFamily => "NO_ADDRESS_IN_FAMILY",
            Self::ReplyAddressMismatch => "REPLY_ADDRESS_MISMATCH",
            Self::ReplyAstray => "REPLY_ASTRAY",
            Self::RoutingLoop => "ROUTING_LOOP",
        }
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
