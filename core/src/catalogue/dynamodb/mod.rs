//! Amazon `DynamoDB`: tables of items.

use crate::catalogue::{Field, Format};

pub mod global_table;
pub mod table;

// What several kinds of the service have.

const ATTRIBUTE_DEFINITIONS: Field = Field::new(
    "AttributeDefinitions",
    "Attributes",
    Format::Json,
    "The types of the attributes in keys: S is text, N a number, B bytes.",
);

const BILLING_MODE: Field = Field::new(
    "BillingMode",
    "Billing",
    Format::Choice(&["PAY_PER_REQUEST", "PROVISIONED"]),
    "By request, or for a capacity that is set beforehand.",
);

const GLOBAL_SECONDARY_INDEXES: Field = Field::new(
    "GlobalSecondaryIndexes",
    "Indexes",
    Format::Json,
    "Further keys to find items by.",
);

const STREAM_SPECIFICATION_STREAM_VIEW_TYPE: Field = Field::new(
    "StreamSpecification.StreamViewType",
    "Stream of changes",
    Format::Choice(&["NEW_AND_OLD_IMAGES", "NEW_IMAGE", "OLD_IMAGE", "KEYS_ONLY"]),
    "What is told of each change, to functions for instance; nothing if this is empty.",
);

const TABLE_NAME: Field = Field::new(
    "TableName",
    "Name",
    Format::Text,
    "A fixed name. AWS makes one up if this is empty, which is easier to replace.",
);

const TIME_TO_LIVE_SPECIFICATION: Field = Field::new(
    "TimeToLiveSpecification",
    "Time to live",
    Format::Json,
    "The attribute that says when an item expires and is deleted.",
);
