//! The names of things: logical ids and resource types.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

/// The name of a resource in its template, and its identity.
///
/// A template may hold a name that `CloudFormation` refuses; it is kept, and a
/// rule says so. New names go through [`LogicalId::check`].
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LogicalId(Arc<str>);

/// Why a text cannot be a logical id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing was written.
    #[error("A name is missing: write letters and digits, such as WebSubnet1.")]
    Empty,
    /// A character that is neither letter nor digit.
    #[error("“{0}” cannot be in a name: only the letters A to Z and digits can.")]
    Character(char),
    /// Longer than 255 characters.
    #[error("The name is {0} characters long: 255 is the most.")]
    Long(usize),
}

impl LogicalId {
    /// The name as it stands, unchecked.
    pub fn new(name: impl AsRef<str>) -> Self {
        Self(Arc::from(name.as_ref()))
    }

    /// A name that `CloudFormation` accepts: A-Z, a-z and 0-9, up to 255.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html>
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>
    pub fn check(name: &str) -> Result<Self, NameError> {
        if name.is_empty() {
            return Err(NameError::Empty);
        }
        if let Some(character) = name.chars().find(|c| !c.is_ascii_alphanumeric()) {
            return Err(NameError::Character(character));
        }
        if name.len() > 255 {
            return Err(NameError::Long(name.len()));
        }
        Ok(Self::new(name))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for LogicalId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LogicalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for LogicalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl From<&str> for LogicalId {
    fn from(name: &str) -> Self {
        Self::new(name)
    }
}

/// A type of resource, such as `AWS::EC2::Subnet`; empty when the template
/// says none.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeName(Arc<str>);

impl TypeName {
    /// The type of that name, known to AWS or not.
    pub fn new(name: impl AsRef<str>) -> Self {
        Self(Arc::from(name.as_ref()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TypeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for TypeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl PartialEq<str> for TypeName {
    fn eq(&self, other: &str) -> bool {
        &*self.0 == other
    }
}

impl PartialEq<&str> for TypeName {
    fn eq(&self, other: &&str) -> bool {
        &*self.0 == *other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_letters_and_digits() {
        assert_eq!(LogicalId::check("Web1"), Ok(LogicalId::new("Web1")));
        assert_eq!(LogicalId::check(""), Err(NameError::Empty));
        assert_eq!(LogicalId::check("web-1"), Err(NameError::Character('-')));
        assert_eq!(LogicalId::check("웹"), Err(NameError::Character('웹')));
        assert_eq!(
            LogicalId::check(&"a".repeat(256)),
            Err(NameError::Long(256))
        );
    }
}
