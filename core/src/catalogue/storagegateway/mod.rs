//! AWS Storage Gateway: what a gateway shows of S3 to machines outside of AWS.
//! The gateway itself has no type.

use crate::catalogue::{Field, Format};

pub mod nfs_file_share;
pub mod smb_file_share;
pub mod tape;
pub mod tape_pool;
pub mod volume;

// What several kinds of the service have.

const DEFAULT_STORAGE_CLASS: Field = Field::new(
    "DefaultStorageClass",
    "Storage class",
    Format::Choice(&[
        "S3_STANDARD",
        "S3_INTELLIGENT_TIERING",
        "S3_STANDARD_IA",
        "S3_ONEZONE_IA",
    ]),
    "The class that new objects get.",
);

const GATEWAY_ARN: Field = Field::new(
    "GatewayARN",
    "Gateway",
    Format::Text,
    "The ARN of the gateway that you activated: put its id for sgw-12A3456B.",
)
.required();

const KMSENCRYPTED: Field = Field::new(
    "KMSEncrypted",
    "Own key",
    Format::Boolean,
    "Whether a key of yours encrypts it, rather than one of S3.",
);

const KMSKEY: Field = Field::new(
    "KMSKey",
    "Key",
    Format::Reference("AWS::KMS::Key", Some("Arn")),
    "The key that encrypts it.",
);

const LOCATION_ARN: Field = Field::new(
    "LocationARN",
    "Bucket",
    Format::Reference("AWS::S3::Bucket", Some("Arn")),
    "Where the files are kept, as objects.",
)
.required();

const ROLE: Field = Field::new(
    "Role",
    "Role",
    Format::Reference("AWS::IAM::Role", Some("Arn")),
    "What the gateway may do in the bucket.",
)
.required();

/// What comes along: a role that the service may take on.
const SHARE_ROLE: &str = r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"storagegateway.amazonaws.com"},"Action":"sts:AssumeRole"}]},"Policies":[{"PolicyName":"files","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetAccelerateConfiguration","s3:GetBucketLocation","s3:GetBucketVersioning","s3:ListBucket","s3:ListBucketVersions","s3:ListBucketMultipartUploads"],"Resource":{"Fn::GetAtt":["<LocationARN>","Arn"]}},{"Effect":"Allow","Action":["s3:AbortMultipartUpload","s3:DeleteObject","s3:DeleteObjectVersion","s3:GetObject","s3:GetObjectAcl","s3:GetObjectVersion","s3:ListMultipartUploadParts","s3:PutObject","s3:PutObjectAcl"],"Resource":{"Fn::Sub":"${<LocationARN>.Arn}/*"}}]}}]}"#;
