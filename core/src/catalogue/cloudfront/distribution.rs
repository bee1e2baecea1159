//! `AWS::CloudFront::Distribution`.
//!
//! A new one keeps what AWS's policy `CachingOptimized` says, and reads a bucket of its
//! own by an origin access control, which the bucket's policy lets in:
//! <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html>
//! <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Grant, Link, field};

/// Where a new one names its bucket.
const BUCKET: &str = "DistributionConfig.Origins.0.DomainName";

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::CloudFront::Distribution",
    word: "distribution",
    label: "CloudFront distribution",
    stem: "Distribution",
    summary: "Answers from copies near those who ask, and gets from its origins what it has not: a bucket, a load balancer.",
    category: Category::Network,
    icon: include_str!("../icons/cloudfront-distribution.svg"),
    links: &[
        Link::new(
            "DistributionConfig.Origins.*.DomainName",
            "AWS::S3::Bucket",
            "gets objects from",
        )
        .by("RegionalDomainName")
        .with(&[
            ("DistributionConfig.Origins.*.Id", "Origin{n}"),
            (
                "DistributionConfig.Origins.*.S3OriginConfig.OriginAccessIdentity",
                "",
            ),
        ])
        .grants(&[
            Grant::new("AWS::CloudFront::OriginAccessControl", "{}").named(
                "DistributionConfig.Origins.*.OriginAccessControlId",
                Some("Id"),
            ),
            Grant::new(
                "AWS::S3::BucketPolicy",
                r#"{"Bucket":{"Ref":"<to>"},"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudfront.amazonaws.com"},"Action":"s3:GetObject","Resource":{"Fn::Sub":"${<to>.Arn}/*"},"Condition":{"StringEquals":{"AWS:SourceArn":{"Fn::Sub":"arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${<from>}"}}}}]}}"#,
            )
            .added("Bucket", "PolicyDocument.Statement"),
        ]),
        Link::new(
            "DistributionConfig.Origins.*.DomainName",
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            "passes requests to",
        )
        .by("DNSName")
        .with(&[
            ("DistributionConfig.Origins.*.Id", "Origin{n}"),
            (
                "DistributionConfig.Origins.*.CustomOriginConfig.OriginProtocolPolicy",
                "https-only",
            ),
        ]),
        Link::new(
            "DistributionConfig.Origins.*.DomainName",
            "AWS::ElasticLoadBalancing::LoadBalancer",
            "passes requests to",
        )
        .by("DNSName")
        .with(&[
            ("DistributionConfig.Origins.*.Id", "Origin{n}"),
            (
                "DistributionConfig.Origins.*.CustomOriginConfig.OriginProtocolPolicy",
                "https-only",
            ),
        ]),
        Link::new(
            "DistributionConfig.Origins.*.OriginAccessControlId",
            "AWS::CloudFront::OriginAccessControl",
            "signs by",
        )
        .by("Id")
        .overlay(),
        Link::new(
            "DistributionConfig.ViewerCertificate.AcmCertificateArn",
            "AWS::CertificateManager::Certificate",
            "shows",
        )
        .overlay()
        .with(&[
            (
                "DistributionConfig.ViewerCertificate.SslSupportMethod",
                "sni-only",
            ),
            (
                "DistributionConfig.ViewerCertificate.MinimumProtocolVersion",
                "TLSv1.2_2021",
            ),
        ]),
        Link::new(
            "DistributionConfig.WebACLId",
            "AWS::WAFv2::WebACL",
            "is filtered by",
        )
        .by("Arn")
        .overlay(),
    ],
    fields: &[
        Field::new(
            "DistributionConfig.Enabled",
            "Enabled",
            Format::Boolean,
            "Whether it answers.",
        ),
        Field::new(
            "DistributionConfig.Aliases",
            "Names",
            Format::Json,
            "Your own names for it, such as www.example.com; the certificate must cover them.",
        ),
        Field::new(
            "DistributionConfig.DefaultRootObject",
            "Root object",
            Format::Text,
            "What is answered for the root, such as index.html.",
        ),
        Field::new(
            "DistributionConfig.Origins",
            "Origins",
            Format::Json,
            "Where it gets what it answers with.",
        ),
        Field::new(
            "DistributionConfig.DefaultCacheBehavior",
            "Default behavior",
            Format::Json,
            "Which origin is asked, what is kept, and whether HTTP is led to HTTPS.",
        ),
        Field::new(
            "DistributionConfig.ViewerCertificate.AcmCertificateArn",
            "Certificate",
            Format::Reference("AWS::CertificateManager::Certificate", None),
            "The certificate for your own names, from us-east-1.",
        ),
        Field::new(
            "DistributionConfig.WebACLId",
            "Web ACL",
            Format::Reference("AWS::WAFv2::WebACL", Some("Arn")),
            "The web ACL that filters requests, of scope CLOUDFRONT in us-east-1.",
        ),
        Field::new(
            "DistributionConfig.PriceClass",
            "Price class",
            Format::Choice(&["PriceClass_100", "PriceClass_200", "PriceClass_All"]),
            "In how many places it keeps copies.",
        ),
        Field::new(
            "DistributionConfig",
            "Configuration",
            Format::Json,
            "All of it.",
        )
        .required(),
        field::TAGS,
    ],
    defaults: r#"{"DistributionConfig":{"Enabled":true,"HttpVersion":"http2and3","IPV6Enabled":true,"DefaultRootObject":"index.html","PriceClass":"PriceClass_100","Origins":[{"Id":"Origin1","S3OriginConfig":{"OriginAccessIdentity":""}}],"DefaultCacheBehavior":{"TargetOriginId":"Origin1","ViewerProtocolPolicy":"redirect-to-https","Compress":true,"CachePolicyId":"658327ea-f89d-4fab-a63d-7e88639e58f6"}}}"#,
    companions: &[
        Companion::own(BUCKET, "AWS::S3::Bucket", "{}").by("RegionalDomainName"),
        Companion::shared(
            "DistributionConfig.Origins.0.OriginAccessControlId",
            "AWS::CloudFront::OriginAccessControl",
        )
        .by("Id"),
        Companion::along(
            "AWS::S3::BucketPolicy",
            r#"{"Bucket":{"Ref":"<DistributionConfig.Origins.0.DomainName>"},"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudfront.amazonaws.com"},"Action":"s3:GetObject","Resource":{"Fn::Sub":"${<DistributionConfig.Origins.0.DomainName>.Arn}/*"},"Condition":{"StringEquals":{"AWS:SourceArn":{"Fn::Sub":"arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${<self>}"}}}}]}}"#,
        ),
    ],
    attributes: &["DomainName", "Id"],
    ..Entry::BOX
};
