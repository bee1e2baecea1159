//! What a template leaves to the one who deploys it, and what an answer rests
//! on beside the template. Evaluates nothing.

use std::fmt;

use indexmap::IndexMap;

use super::regions::zones_of;
use crate::message::Message;

/// What a template leaves to the one who deploys it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The region, such as `ap-northeast-2`.
    pub region: String,
    /// The account's number.
    pub account: String,
    /// The name under which the values of parameters are kept, such as `dev`;
    /// `None` where the defaults count.
    pub variant: Option<String>,
    /// Values of parameters, in place of their defaults.
    pub parameters: IndexMap<String, String>,
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            region: "us-east-1".to_owned(),
            account: "123456789012".to_owned(),
            variant: None,
            parameters: IndexMap::new(),
        }
    }
}

/// Something that an answer took for true though the template does not say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assumed {
    /// A parameter has a value: its default, or that of a variant.
    Parameter {
        /// The parameter.
        name: String,
        /// The value; `None` for one that is not to be shown.
        value: Option<String>,
        /// The variant that says so; `None` for the default.
        variant: Option<String>,
    },
    /// Amazon gives a VPC this IPv6 block.
    Ipv6Block {
        /// The resource that asks for it.
        resource: String,
        /// The block.
        block: String,
    },
    /// A region has zones of these letters, see [`zones_of`].
    Zones(
        /// The region.
        String,
    ),
}

impl Assumed {
    /// What was assumed, in a sentence.
    pub fn sentence(&self) -> Message {
        match self {
            Self::Parameter {
                name,
                value,
                variant,
            } => {
                let sentence = match (value, variant) {
                    (Some(_), None) => "The parameter {name} is taken as its default, {value}.",
                    (None, None) => "The parameter {name} is taken as its default.",
                    (Some(_), Some(_)) => {
                        "The parameter {name} is taken as {value}, as variant {variant} says."
                    }
                    (None, Some(_)) => "The parameter {name} is taken as variant {variant} says.",
                };
                let mut message = Message::new(sentence).text("name", name);
                if let Some(value) = value {
                    let value = if value.is_empty() { "nothing" } else { value };
                    message = message.text("value", value);
                }
                match variant {
                    Some(variant) => message.text("variant", variant),
                    None => message,
                }
            }
            Self::Ipv6Block { resource, block } => Message::new(
                "Amazon is taken to give {resource} the IPv6 block {block}: it picks one after deployment.",
            )
            .text("resource", resource)
            .text("block", block),
            Self::Zones(region) => Message::new(
                "The zones of {region} are taken as {zones}: an account may see others.",
            )
            .text("region", region)
            .text("zones", zones_of(region).join(", ")),
        }
    }
}

impl fmt::Display for Assumed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sentence().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_assumption_says_what_and_why() {
        let parameter = |value: Option<&str>, variant: Option<&str>| {
            let assumed = Assumed::Parameter {
                name: "Env".to_owned(),
                value: value.map(str::to_owned),
                variant: variant.map(str::to_owned),
            };
            assumed.to_string()
        };
        assert_eq!(
            parameter(Some("dev"), None),
            "The parameter Env is taken as its default, dev."
        );
        assert_eq!(
            parameter(Some("dev"), Some("test")),
            "The parameter Env is taken as dev, as variant test says."
        );
        assert_eq!(
            parameter(Some(""), None),
            "The parameter Env is taken as its default, nothing."
        );
        assert_eq!(
            parameter(None, None),
            "The parameter Env is taken as its default."
        );
        assert_eq!(
            Assumed::Zones("us-west-1".to_owned()).to_string(),
            "The zones of us-west-1 are taken as us-west-1a, us-west-1c: an account may see others."
        );
    }
}
