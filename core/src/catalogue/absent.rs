//! Systems of AWS that people look for and that `CloudFormation` cannot make:
//! said in one line each, so that nothing is silently missing.

/// A system, or a part of one, without a resource type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absent {
    /// Its name, in AWS's words.
    pub system: &'static str,
    /// What is missing, and what to use instead.
    pub sentence: &'static str,
}

/// Every one, by name.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html>
pub static ABSENT: &[Absent] = &[
    Absent {
        system: "Amazon S3 Glacier vault",
        sentence: "CloudFormation has no type for vaults: archive by a lifecycle rule of an S3 bucket that moves objects to a Glacier storage class.",
    },
    Absent {
        system: "Amazon SWF",
        sentence: "CloudFormation has no type for domains and workflows of SWF: draw a Step Functions state machine, or make them through the API.",
    },
    Absent {
        system: "AWS Storage Gateway (the gateway)",
        sentence: "CloudFormation has no type for the gateway itself, which is activated by hand: its file shares, volumes and tapes have types and name it by its ARN.",
    },
];
