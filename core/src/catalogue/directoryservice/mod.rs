//! AWS Directory Service: directories of people and computers.

use crate::catalogue::{Field, Format};

pub mod microsoft_ad;
pub mod simple_ad;

// What several kinds of the service have.

const NAME: Field = Field::new(
    "Name",
    "Domain name",
    Format::Text,
    "Its full name, such as corp.example.com. It need not be registered.",
)
.required();

const PASSWORD: Field = Field::new(
    "Password",
    "Password",
    Format::Text,
    "The administrator's, best as a dynamic reference to a secret: never write it here as text.",
);

const SHORT_NAME: Field = Field::new(
    "ShortName",
    "Short name",
    Format::Text,
    "Its NetBIOS name, such as CORP. AWS takes it from the full name if this is empty.",
);

const VPC_SETTINGS_SUBNET_IDS: Field = Field::new(
    "VpcSettings.SubnetIds",
    "Subnets",
    Format::References("AWS::EC2::Subnet", None),
    "Two, in different zones: a server stands in each.",
)
.required();

const VPC_SETTINGS_VPC_ID: Field = Field::new(
    "VpcSettings.VpcId",
    "VPC",
    Format::Reference("AWS::EC2::VPC", None),
    "The network that its servers stand in.",
)
.required();
