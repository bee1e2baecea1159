//! The groups of the palette, and what a kind is in the network.

/// The groups of the palette, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    /// Networks and what joins them.
    Network,
    /// What runs programs.
    Compute,
    /// What spreads requests.
    LoadBalancing,
    /// Files, objects and disks.
    Storage,
    /// Databases, caches and streams of records.
    Database,
    /// Who may do what, and filters.
    Security,
    /// Messages, events, workflows and interfaces for programs.
    Integration,
    /// What watches, records, builds and delivers.
    Management,
}

impl Category {
    /// All, in the order of the palette.
    pub const ALL: &[Self] = &[
        Self::Network,
        Self::Compute,
        Self::LoadBalancing,
        Self::Storage,
        Self::Database,
        Self::Security,
        Self::Integration,
        Self::Management,
    ];

    /// The heading in the palette.
    pub fn label(self) -> &'static str {
        match self {
            Self::Network => "Network",
            Self::Compute => "Compute",
            Self::LoadBalancing => "Load balancing",
            Self::Storage => "Storage",
            Self::Database => "Database",
            Self::Security => "Security",
            Self::Integration => "Integration",
            Self::Management => "Management and delivery",
        }
    }

    /// The name of its color among the style's tokens: AWS's color of the
    /// category. Load balancing belongs to AWS's networking color, management
    /// to that of integration.
    pub fn color(self) -> &'static str {
        match self {
            Self::Network | Self::LoadBalancing => "network",
            Self::Compute => "compute",
            Self::Storage => "storage",
            Self::Database => "database",
            Self::Security => "security",
            Self::Integration | Self::Management => "integration",
        }
    }
}

/// What a kind is in the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// It has no part in reaching.
    Nothing,
    /// A private network.
    Vpc,
    /// A further block of a VPC.
    VpcCidrBlock,
    /// A part of a VPC in one zone.
    Subnet,
    /// The way to the Internet.
    InternetGateway,
    /// The way out to the Internet for IPv6, and none in.
    EgressOnlyGateway,
    /// The way to networks outside of AWS.
    VpnGateway,
    /// Tunnels to a network outside of AWS.
    VpnConnection,
    /// Writes the routes of a gateway into tables.
    RoutePropagation,
    /// The way to another VPC.
    VpcPeering,
    /// The way to a service.
    VpcEndpoint,
    /// A service that endpoints of other VPCs lead to.
    VpcEndpointService,
    /// A route of a router between networks.
    TransitGatewayRoute,
    /// Joins a gateway to a VPC.
    GatewayAttachment,
    /// Translates many private addresses to one.
    NatGateway,
    /// A public address.
    ElasticIp,
    /// A table of routes.
    RouteTable,
    /// A route.
    Route,
    /// Gives a subnet its route table.
    RouteTableAssociation,
    /// A stateful filter.
    SecurityGroup,
    /// A rule of a stateful filter, for what comes in.
    SecurityGroupIngress,
    /// A rule of a stateful filter, for what goes out.
    SecurityGroupEgress,
    /// A stateless filter.
    NetworkAcl,
    /// A rule of a stateless filter.
    NetworkAclEntry,
    /// Gives a subnet its stateless filter.
    NetworkAclAssociation,
    /// A machine with interfaces.
    Instance,
    /// Spreads connections over targets.
    LoadBalancer,
    /// The targets of a load balancer.
    TargetGroup,
    /// A port at which a load balancer listens.
    Listener,
    /// What a listener does with some requests.
    ListenerRule,
    /// A load balancer that has its listeners and targets in itself.
    ClassicLoadBalancer,
    /// What a name stands for.
    DnsRecord,
    /// A database.
    Database,
    /// The subnets of a database.
    SubnetGroup,
}
