//! `AWS::Lambda::Function`.
//!
//! Dropped in a VPC, it gets a security group of its own and a role that may make
//! the interfaces it needs there:
//! <https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Home, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Lambda::Function",
    word: "function",
    label: "Lambda function",
    stem: "Function",
    summary: "Code that runs when something calls it, without a server to keep, and is paid by the time it runs.",
    category: Category::Compute,
    icon: include_str!("../icons/lambda-function.svg"),
    homes: &[Home::beside("VpcConfig.SubnetIds.*", "AWS::EC2::Subnet")],
    links: &[Link::new("Layers.*", "AWS::Lambda::LayerVersion", "uses"), Link::new("DeadLetterConfig.TargetArn", "AWS::SQS::Queue", "sends failures to").by("Arn"), Link::new("DeadLetterConfig.TargetArn", "AWS::SNS::Topic", "sends failures to"), Link::new("LoggingConfig.LogGroup", "AWS::Logs::LogGroup", "logs to"), Link::new("FileSystemConfigs.*.Arn", "AWS::EFS::AccessPoint", "mounts").by("Arn").with(&[("FileSystemConfigs.*.LocalMountPath", "/mnt/files")]), Link::new("Role", "AWS::IAM::Role", "acts as").by("Arn").overlay(), Link::new("VpcConfig.SubnetIds.*", "AWS::EC2::Subnet", "reaches into").overlay(), Link::new("VpcConfig.SecurityGroupIds.*", "AWS::EC2::SecurityGroup", "is filtered by").by("GroupId").overlay(), Link::new("KmsKeyArn", "AWS::KMS::Key", "is encrypted by").by("Arn").overlay()],
    fields: &[Field::new("Runtime", "Runtime", Format::Choice(&["python3.14", "python3.13", "python3.12", "nodejs24.x", "nodejs22.x", "nodejs20.x", "java25", "java21", "java17", "dotnet10", "dotnet8", "ruby3.4", "ruby3.3", "provided.al2023"]), "The language and its version; the code as a container image has none."), Field::new("Handler", "Handler", Format::Text, "The file and function that are called, such as index.handler."), Field::new("Code", "Code", Format::Json, "The text of the code, a zip file in S3, or a container image.").required(), Field::new("MemorySize", "Memory", Format::Integer(128, 32_768), "Megabytes. More memory brings more processor too."), Field::new("Timeout", "Timeout", Format::Integer(1, 5400), "Seconds after which a call is ended; 3 if this is empty."), Field::new("Role", "Role", Format::Reference("AWS::IAM::Role", Some("Arn")), "What the function may do. Writing logs is the least.").required(), Field::new("Environment.Variables", "Environment", Format::Json, "Settings that the code reads, as names and texts. No secrets: name a secret instead."), Field::new("VpcConfig.SubnetIds", "Subnets", Format::References("AWS::EC2::Subnet", None), "Where it reaches private addresses from. It needs a NAT gateway to reach the Internet then."), Field::new("VpcConfig.SecurityGroupIds", "Security groups", Format::References("AWS::EC2::SecurityGroup", Some("GroupId")), "The filters around it in the VPC."), Field::new("Layers", "Layers", Format::References("AWS::Lambda::LayerVersion", None), "Libraries that it shares with other functions, up to five."), field::TAGS],
    defaults: r#"{"Runtime":"python3.13","Handler":"index.handler","Architectures":["arm64"],"MemorySize":256,"Timeout":10,"Code":{"ZipFile":"def handler(event, context):\n    return {\"statusCode\": 200, \"body\": \"Hello\"}\n"}}"#,
    companions: &[Companion::own("Role", "AWS::IAM::Role", r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]},"ManagedPolicyArns":[{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"}]}"#).by("Arn").in_vpc(), Companion::own("Role", "AWS::IAM::Role", r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]},"ManagedPolicyArns":[{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"}]}"#).by("Arn"), Companion::own("VpcConfig.SecurityGroupIds.0", "AWS::EC2::SecurityGroup", r#"{"GroupDescription":"What the function may connect to"}"#).by("GroupId").in_vpc()],
    attributes: &["Arn", "SnapStartResponse.ApplyOn", "SnapStartResponse.OptimizationStatus"],
    ..Entry::BOX
};
