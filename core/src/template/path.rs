//! The way from a value to a value inside it.

use std::fmt;
use std::str::FromStr;

/// One step into a mapping or a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// The value of a key.
    Key(String),
    /// The element at a place, from 0.
    Index(usize),
}

/// Steps from a resource's `Properties`, or whatever the owner says, inwards.
/// Written `SecurityGroupIngress.0.CidrIp`; a function is stepped into by its
/// name, as JSON writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PropertyPath(Vec<Step>);

impl PropertyPath {
    /// The path of no step.
    pub fn root() -> Self {
        Self::default()
    }

    /// The steps in order.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// This path and one key more.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Key(key.to_owned()));
        Self(steps)
    }

    /// This path and one place more.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Index(index));
        Self(steps)
    }

    /// This path and all steps of another that begins at its end.
    #[must_use]
    pub fn then(&self, inner: &Self) -> Self {
        Self(self.0.iter().chain(&inner.0).cloned().collect())
    }

    /// Whether it has no step.
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Step> for PropertyPath {
    fn from_iter<T: IntoIterator<Item = Step>>(steps: T) -> Self {
        Self(steps.into_iter().collect())
    }
}

impl From<&str> for PropertyPath {
    /// Reads the written form. A step of digits is a place in a list.
    fn from(text: &str) -> Self {
        let steps = text.split('.').filter(|step| !step.is_empty());
        Self(
            steps
                .map(|step| match usize::from_str(step) {
                    Ok(index) => Step::Index(index),
                    Err(_) => Step::Key(step.to_owned()),
                })
                .collect(),
        )
    }
}

impl fmt::Display for PropertyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, step) in self.0.iter().enumerate() {
            if place > 0 {
                f.write_str(".")?;
            }
            match step {
                Step::Key(key) => f.write_str(key)?,
                Step::Index(index) => write!(f, "{index}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_written_form_is_read_back() {
        let text = "SecurityGroupIngress.0.CidrIp";
        let path = PropertyPath::from(text);
        assert_eq!(
            path,
            PropertyPath::root()
                .key("SecurityGroupIngress")
                .index(0)
                .key("CidrIp")
        );
        assert_eq!(path.to_string(), text);
        let (outer, inner) = ("SecurityGroupIngress.0", "CidrIp");
        assert_eq!(PropertyPath::from(outer).then(&inner.into()), path);
    }
}
