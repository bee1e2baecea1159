//! What the catalogue says of a kind of resource.

use crate::template::Map;

/// One kind of resource: everything that the program knows of it.
#[derive(Debug)]
pub struct Entry {
    /// The type's name in a template, such as `AWS::EC2::Subnet`.
    pub kind: &'static str,
    /// Its word in a fixture, such as `subnet`.
    pub word: &'static str,
    /// Its name for people, in AWS's words.
    pub label: &'static str,
    /// What new resources of the kind are named, such as `Subnet`.
    pub stem: &'static str,
    /// What it is for, in one sentence for a learner.
    pub summary: &'static str,
    /// AWS's page on the type.
    pub guide: &'static str,
    /// The group of the palette, which gives the color.
    pub category: Category,
    /// A drawing of 24 by 24, as SVG in `currentColor`.
    pub icon: &'static str,
    /// How it is drawn.
    pub shape: Shape,
    /// What it lives in: the first that its properties name counts.
    pub homes: &'static [Home],
    /// What it joins, for an arrow, and for a row that points somewhere.
    pub ends: Option<Ends>,
    /// The properties that name other resources and are drawn as lines.
    pub links: &'static [Link],
    /// The properties that the inspector shows first, in order.
    pub fields: &'static [Field],
    /// The properties of a new one; its home, ends and name come on top.
    pub defaults: fn() -> Map,
    /// What a new one has beside its properties, such as `DeletionPolicy`.
    pub resource_attributes: fn() -> Map,
    /// Attributes that `Fn::GetAtt` may ask for, as AWS's page lists them;
    /// some kinds answer for further properties.
    pub attributes: &'static [&'static str],
    /// What it is in the network.
    pub role: Role,
}

/// Two entries of a type are the same entry: the list has each type once.
impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

/// The groups of the palette, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    /// Networks and what joins them.
    Network,
    /// What runs programs.
    Compute,
    /// What spreads requests.
    LoadBalancing,
    /// Databases.
    Database,
    /// Who may do what, and filters.
    Security,
}

impl Category {
    /// All, in the order of the palette.
    pub const ALL: &[Self] = &[
        Self::Network,
        Self::Compute,
        Self::LoadBalancing,
        Self::Database,
        Self::Security,
    ];

    /// The heading in the palette.
    pub fn label(self) -> &'static str {
        match self {
            Self::Network => "Network",
            Self::Compute => "Compute",
            Self::LoadBalancing => "Load balancing",
            Self::Database => "Database",
            Self::Security => "Security",
        }
    }

    /// The name of its color among the style's tokens: AWS's color of the
    /// category. Load balancing belongs to AWS's networking color.
    pub fn color(self) -> &'static str {
        match self {
            Self::Network | Self::LoadBalancing => "network",
            Self::Compute => "compute",
            Self::Database => "database",
            Self::Security => "security",
        }
    }
}

/// How a kind is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A frame that holds others.
    Container,
    /// A box with icon and name.
    Box,
    /// A small box: what is laid over others rather than stands among them,
    /// such as a route table.
    Chip,
    /// A line between the kind's [`Ends`]; a box while an end is missing.
    Arrow,
    /// A row of its owner, the first [`Owner`] found; a box while there is none.
    Row(&'static [Owner]),
}

/// What a kind may live in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Home {
    /// The property that says so; `*` stands for every place of a list.
    pub property: &'static str,
    /// The kind that the property names.
    pub kind: &'static str,
    /// Where it stands, seen from what the property names.
    pub position: Position,
}

/// Where something stands, seen from the resource that its home names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// Inside it.
    Inside,
    /// Beside it, in the same container: a load balancer stands beside its
    /// subnets, in their VPC.
    Beside,
}

/// What a row belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// What a property of the row names.
    Named {
        /// The property; `*` stands for every place of a list.
        property: &'static str,
        /// The kind that it names.
        kind: &'static str,
    },
    /// What names the row by a property of its own.
    Naming {
        /// The kind of the owner.
        kind: &'static str,
        /// The owner's property.
        property: &'static str,
    },
}

/// What an arrow joins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// Where it may start.
    pub from: &'static [End],
    /// Where it may end.
    pub to: &'static [End],
    /// What it says, in a verb: "attaches to".
    pub verb: &'static str,
    /// The property written beside the line, if any.
    pub caption: Option<&'static str>,
    /// Whether it is drawn only for what is selected, since there are many.
    pub overlay: bool,
}

/// An end of an arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// The property of the arrow that names the end; `*` stands for every
    /// place of a list.
    pub property: &'static str,
    /// The kind that may be named.
    pub kind: &'static str,
    /// The attribute by which it is named; `None` for `Ref`.
    pub attribute: Option<&'static str>,
}

/// A property of a box that names another and is drawn as a line to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The property; `*` stands for every place of a list.
    pub property: &'static str,
    /// The kind that is named.
    pub kind: &'static str,
    /// The attribute by which it is named; `None` for `Ref`.
    pub attribute: Option<&'static str>,
    /// What it says, in a verb: "sends to".
    pub verb: &'static str,
    /// Whether it is drawn only for what is selected, since there are many.
    pub overlay: bool,
}

/// A property in the inspector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The path inside `Properties`.
    pub property: &'static str,
    /// Its name for people.
    pub label: &'static str,
    /// What may be written.
    pub format: Format,
    /// Whether `CloudFormation` wants it.
    pub required: bool,
    /// What it does, in one sentence.
    pub help: &'static str,
}

/// What may be written into a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Any text.
    Text,
    /// An IPv4 block, such as `10.0.1.0/24`.
    Ipv4Cidr,
    /// An IPv6 block.
    Ipv6Cidr,
    /// An IPv4 address.
    Ipv4Address,
    /// Yes or no.
    Boolean,
    /// A whole number between two.
    Integer(i64, i64),
    /// A port, 0 to 65535.
    Port,
    /// A protocol by name or number; -1 is all.
    Protocol,
    /// An Availability Zone.
    Zone,
    /// A resource of a kind, by `Ref` or by an attribute.
    Reference(&'static str, Option<&'static str>),
    /// A list of resources of a kind.
    References(&'static str, Option<&'static str>),
    /// One of these.
    Choice(&'static [&'static str]),
    /// `Key` and `Value` pairs.
    Tags,
    /// Rows of a filter, edited as a table: ingress or egress rules.
    Rules,
    /// Anything, edited as JSON.
    Json,
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
    /// A database.
    Database,
    /// The subnets of a database.
    SubnetGroup,
}
