//! Why evaluation cannot tell a value. Evaluates nothing.

use std::fmt;

use super::FunctionName;

/// Why a value cannot be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// A parameter without a default and without a value set.
    Parameter(String),
    /// A parameter whose value AWS looks up, such as an SSM parameter.
    Lookup(String),
    /// A name that the template does not have.
    Missing(String),
    /// An export of another stack.
    Import,
    /// Something that is known only after deployment.
    Deployment(String),
    /// A condition that cannot be told.
    Condition(String),
    /// A function whose argument has a wrong form.
    Form(FunctionName),
    /// `Fn::Select` asks for an element that a list does not have.
    OutOfRange {
        /// The place, counted from 0.
        index: i64,
        /// How many elements there are.
        length: usize,
    },
    /// A macro's result.
    Macro,
    /// Functions that lead in a circle, are nested too deep or too long.
    Circle,
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Parameter(name) => write!(f, "parameter {name} has no default"),
            Self::Lookup(name) => write!(f, "AWS looks up the value of parameter {name}"),
            Self::Missing(name) => write!(f, "nothing here is named {name}"),
            Self::Import => f.write_str("another stack exports it"),
            Self::Deployment(what) => write!(f, "{what} is known after deployment only"),
            Self::Condition(name) => write!(f, "condition {name} is open"),
            Self::Form(name) => write!(f, "{} is not written as it should be", name.as_str()),
            Self::OutOfRange { index, length } => write!(
                f,
                "Fn::Select asks for element {index}, counted from 0, of a list of {length}"
            ),
            Self::Macro => f.write_str("a macro makes it"),
            Self::Circle => f.write_str("it refers to itself, or is too long to work out"),
        }
    }
}
