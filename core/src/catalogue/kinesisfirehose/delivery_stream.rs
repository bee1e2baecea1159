//! `AWS::KinesisFirehose::DeliveryStream`.
//!
//! What the role that comes along may do, in the bucket and in streams of the account:
//! <https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, field};

/// What comes along: a role that the service may take on.
const ROLE: &str = r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"firehose.amazonaws.com"},"Action":"sts:AssumeRole"}]},"Policies":[{"PolicyName":"deliver","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:AbortMultipartUpload","s3:GetBucketLocation","s3:GetObject","s3:ListBucket","s3:ListBucketMultipartUploads","s3:PutObject"],"Resource":[{"Fn::GetAtt":["<ExtendedS3DestinationConfiguration.BucketARN>","Arn"]},{"Fn::Sub":"${<ExtendedS3DestinationConfiguration.BucketARN>.Arn}/*"}]},{"Effect":"Allow","Action":["kinesis:DescribeStream","kinesis:GetRecords","kinesis:GetShardIterator","kinesis:ListShards"],"Resource":{"Fn::Sub":"arn:${AWS::Partition}:kinesis:${AWS::Region}:${AWS::AccountId}:stream/*"}}]}}]}"#;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::KinesisFirehose::DeliveryStream",
    word: "firehose",
    label: "Firehose stream",
    stem: "DeliveryStream",
    summary: "Gathers records for a while and delivers them in batches: into a bucket, a warehouse or a search domain.",
    category: Category::Database,
    icon: include_str!("../icons/firehose.svg"),
    links: &[
        Link::new(
            "KinesisStreamSourceConfiguration.KinesisStreamARN",
            "AWS::Kinesis::Stream",
            "reads from",
        )
        .by("Arn")
        .with(&[("DeliveryStreamType", "KinesisStreamAsSource")]),
        Link::new(
            "ExtendedS3DestinationConfiguration.BucketARN",
            "AWS::S3::Bucket",
            "delivers to",
        )
        .by("Arn"),
        Link::new(
            "S3DestinationConfiguration.BucketARN",
            "AWS::S3::Bucket",
            "delivers to",
        )
        .by("Arn"),
        Link::new(
            "AmazonopensearchserviceDestinationConfiguration.DomainARN",
            "AWS::OpenSearchService::Domain",
            "delivers to",
        )
        .by("Arn"),
        Link::new(
            "AmazonopensearchserviceDestinationConfiguration.S3Configuration.BucketARN",
            "AWS::S3::Bucket",
            "backs up to",
        )
        .by("Arn"),
        Link::new(
            "RedshiftDestinationConfiguration.S3Configuration.BucketARN",
            "AWS::S3::Bucket",
            "copies through",
        )
        .by("Arn"),
        Link::new(
            "RedshiftDestinationConfiguration.SecretsManagerConfiguration.SecretARN",
            "AWS::SecretsManager::Secret",
            "signs in with",
        )
        .overlay(),
        Link::new(
            "ExtendedS3DestinationConfiguration.CloudWatchLoggingOptions.LogGroupName",
            "AWS::Logs::LogGroup",
            "logs to",
        ),
        Link::new(
            "AmazonopensearchserviceDestinationConfiguration.VpcConfiguration.SecurityGroupIds.*",
            "AWS::EC2::SecurityGroup",
            "is filtered by",
        )
        .by("GroupId")
        .overlay(),
        Link::new(
            "ExtendedS3DestinationConfiguration.RoleARN",
            "AWS::IAM::Role",
            "acts as",
        )
        .by("Arn")
        .overlay(),
    ],
    fields: &[
        Field::new(
            "DeliveryStreamType",
            "Source",
            Format::Choice(&[
                "DirectPut",
                "KinesisStreamAsSource",
                "MSKAsSource",
                "DatabaseAsSource",
            ]),
            "Whether programs put records into it, or it reads them from a stream.",
        ),
        Field::new(
            "KinesisStreamSourceConfiguration.KinesisStreamARN",
            "Stream",
            Format::Reference("AWS::Kinesis::Stream", Some("Arn")),
            "The stream that it reads from.",
        ),
        Field::new(
            "KinesisStreamSourceConfiguration.RoleARN",
            "Role at the stream",
            Format::Reference("AWS::IAM::Role", Some("Arn")),
            "What it may do while it reads from the stream.",
        ),
        Field::new(
            "ExtendedS3DestinationConfiguration.BucketARN",
            "Bucket",
            Format::Reference("AWS::S3::Bucket", Some("Arn")),
            "Where it delivers objects.",
        ),
        Field::new(
            "ExtendedS3DestinationConfiguration.RoleARN",
            "Role at the bucket",
            Format::Reference("AWS::IAM::Role", Some("Arn")),
            "What it may do while it writes to the bucket.",
        ),
        Field::new(
            "ExtendedS3DestinationConfiguration.Prefix",
            "Prefix",
            Format::Text,
            "What the keys of objects begin with; the time of day is put behind it.",
        ),
        Field::new(
            "ExtendedS3DestinationConfiguration.BufferingHints.IntervalInSeconds",
            "Gather for",
            Format::Integer(0, 900),
            "How many seconds it gathers records before it delivers.",
        ),
        Field::new(
            "ExtendedS3DestinationConfiguration.BufferingHints.SizeInMBs",
            "Gather up to",
            Format::Integer(1, 128),
            "How many MiB it gathers before it delivers, if they are reached earlier.",
        ),
        Field::new(
            "ExtendedS3DestinationConfiguration.CompressionFormat",
            "Compression",
            Format::Choice(&["UNCOMPRESSED", "GZIP", "ZIP", "Snappy", "HADOOP_SNAPPY"]),
            "How objects are packed.",
        ),
        Field::new(
            "DeliveryStreamName",
            "Name",
            Format::Text,
            "A fixed name. AWS makes one up if this is empty, which is easier to replace.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"DeliveryStreamType":"DirectPut","ExtendedS3DestinationConfiguration":{"BufferingHints":{"IntervalInSeconds":300,"SizeInMBs":5},"CompressionFormat":"GZIP"}}"#,
    companions: &[
        Companion::shared(
            "ExtendedS3DestinationConfiguration.BucketARN",
            "AWS::S3::Bucket",
        )
        .by("Arn"),
        Companion::own(
            "ExtendedS3DestinationConfiguration.RoleARN",
            "AWS::IAM::Role",
            ROLE,
        )
        .by("Arn"),
    ],
    attributes: &["Arn"],
    ..Entry::BOX
};
