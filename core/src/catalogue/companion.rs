//! What a kind brings along when it is placed, and how the two name each other.
//! Names of properties and kinds; makes nothing.

use super::With;

/// What a kind cannot do without, made along with it: a function's role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Companion {
    /// What ties the resource to it.
    pub tie: Tie,
    /// Its kind.
    pub kind: &'static str,
    /// The attribute by which it is named; `None` for `Ref`.
    pub attribute: Option<&'static str>,
    /// Its properties over its kind's own defaults, as a JSON object. In it,
    /// `<self>` is the name of the resource that it comes along with, and
    /// `<Role>` that of the companion before it that the property `Role`
    /// names, or, without a property, of that kind: `<AWS::IAM::Role>`.
    /// `<self:VpcId>` is what the property `VpcId` of the resource names.
    pub properties: &'static str,
    /// Whether one that is there already is taken instead.
    pub is_shared: bool,
    /// Whether it is wanted only by what is placed in a VPC.
    pub only_in_vpc: bool,
    /// What is written along with its name, where it is `<to>`.
    pub with: With,
}

/// What ties a resource to its companion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// A property names it, such as `Role` or `Targets.0.Arn`.
    Property(&'static str),
    /// The resource waits for it by `DependsOn`, as a trail does for the policy
    /// of its bucket.
    DependsOn,
    /// Nothing: the companion names the resource, or AWS finds the two together.
    Nothing,
}

impl Companion {
    /// One that is there already, or else a new one.
    pub const fn shared(property: &'static str, kind: &'static str) -> Self {
        Self::own(property, kind, "{}").or_existing()
    }

    /// One of its own, always new, with these properties over its defaults.
    /// What a companion before it has given to the property already is kept.
    pub const fn own(property: &'static str, kind: &'static str, properties: &'static str) -> Self {
        Self {
            tie: Tie::Property(property),
            ..Self::along(kind, properties)
        }
    }

    /// One of its own that no property names and that must be there before.
    pub const fn before(kind: &'static str, properties: &'static str) -> Self {
        Self {
            tie: Tie::DependsOn,
            ..Self::along(kind, properties)
        }
    }

    /// One of its own that the resource neither names nor waits for.
    pub const fn along(kind: &'static str, properties: &'static str) -> Self {
        Self {
            tie: Tie::Nothing,
            kind,
            attribute: None,
            properties,
            is_shared: false,
            only_in_vpc: false,
            with: &[],
        }
    }

    /// Only if there is none already.
    #[must_use]
    pub const fn or_existing(self) -> Self {
        Self {
            is_shared: true,
            ..self
        }
    }

    /// Named by an attribute instead of by `Ref`.
    #[must_use]
    pub const fn by(self, attribute: &'static str) -> Self {
        Self {
            attribute: Some(attribute),
            ..self
        }
    }

    /// Wanted only by what is placed in a VPC.
    #[must_use]
    pub const fn in_vpc(self) -> Self {
        Self {
            only_in_vpc: true,
            ..self
        }
    }

    /// With texts that are written along with its name.
    #[must_use]
    pub const fn with(self, with: With) -> Self {
        Self { with, ..self }
    }

    /// The property that names it.
    pub fn property(&self) -> Option<&'static str> {
        match self.tie {
            Tie::Property(property) => Some(property),
            Tie::DependsOn | Tie::Nothing => None,
        }
    }

    /// What stands for it between `<` and `>` in those behind it.
    pub fn placeholder(&self) -> &'static str {
        self.property().unwrap_or(self.kind)
    }
}
