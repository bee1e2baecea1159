//! What AWS offers: a folder for each service, a file for each kind of
//! resource. Palette, inspector, placing, connecting, picture and rules read
//! the [`Entry`] of a kind; a kind without one is a plain box.
//!
//! Knows templates, and nothing of documents, pictures or networks.

mod absent;
mod category;
mod companion;
mod entry;
mod field;
mod form;
mod grant;
mod kinds;
mod relations;
mod standing;
mod view;

pub mod apigateway;
pub mod apigatewayv2;
pub mod appsync;
pub mod autoscaling;
pub mod backup;
pub mod batch;
pub mod budgets;
pub mod certificatemanager;
pub mod cloudformation;
pub mod cloudfront;
pub mod cloudtrail;
pub mod cloudwatch;
pub mod codebuild;
pub mod codecommit;
pub mod codedeploy;
pub mod codepipeline;
pub mod cognito;
pub mod config;
pub mod directconnect;
pub mod directoryservice;
pub mod dynamodb;
pub mod ec2;
pub mod ecs;
pub mod efs;
pub mod eks;
pub mod elasticache;
pub mod elasticbeanstalk;
pub mod elb;
pub mod elbv2;
pub mod events;
pub mod fsx;
pub mod globalaccelerator;
pub mod iam;
pub mod kinesis;
pub mod kinesisfirehose;
pub mod kms;
pub mod lambda;
pub mod logs;
pub mod opensearchservice;
pub mod rds;
pub mod redshift;
pub mod route53;
pub mod s3;
pub mod secretsmanager;
pub mod sns;
pub mod sqs;
pub mod ssm;
pub mod stepfunctions;
pub mod storagegateway;
pub mod wafv2;

pub use absent::{ABSENT, Absent};
pub use category::{Category, Role};
pub use companion::{Companion, Tie};
pub use entry::{Entry, Shape, guide};
pub use field::{Field, Format};
pub use form::{Form, forms, variant_of};
pub use grant::Grant;
pub use kinds::{ENTRIES, entry, entry_of_word};
pub use relations::{ends_of, expand, home_of, links_of, named, owner_of};
pub use standing::{End, Ends, Home, Link, Owner, Position, Variant, With};

use view::view;
