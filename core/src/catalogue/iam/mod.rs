//! AWS Identity and Access Management: who may do what.

use crate::catalogue::{Field, Format};

pub mod group;
pub mod instance_profile;
pub mod managed_policy;
pub mod policy;
pub mod role;
pub mod user;

// What several kinds of the service have.

const GROUPS: Field = Field::new(
    "Groups",
    "Groups",
    Format::References("AWS::IAM::Group", None),
    "The groups that it holds for.",
);

const MANAGED_POLICY_ARNS: Field = Field::new(
    "ManagedPolicyArns",
    "Managed policies",
    Format::Json,
    "Policies that are kept elsewhere, by their ARNs: AWS's own or yours.",
);

const PATH: Field = Field::new(
    "Path",
    "Path",
    Format::Text,
    "A path such as /people/ that groups it with others by name.",
);

const POLICY_DOCUMENT: Field = Field::new(
    "PolicyDocument",
    "Policy",
    Format::Json,
    "What is allowed or denied, on which resources, and when.",
)
.required();

const ROLES: Field = Field::new(
    "Roles",
    "Roles",
    Format::References("AWS::IAM::Role", None),
    "The roles that it holds for.",
);

const USERS: Field = Field::new(
    "Users",
    "Users",
    Format::References("AWS::IAM::User", None),
    "The users that it holds for.",
);
