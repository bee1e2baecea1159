//! A resource as it stands in the template: untyped, complete.

use super::{Map, PropertyPath, Step, TypeName, Value};

/// The body of a resource: `Type`, `Properties` and every other attribute, in
/// the order of the file. A body of any other form is kept as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    kind: TypeName,
    body: Value,
}

impl Resource {
    /// A resource of a type without properties.
    pub fn new(kind: &str) -> Self {
        let body = Map::from_iter([("Type".to_owned(), Value::from(kind))]);
        Self {
            kind: TypeName::new(kind),
            body: Value::Map(body),
        }
    }

    /// A resource of a type with these properties.
    pub fn with_properties(kind: &str, properties: Map) -> Self {
        let mut resource = Self::new(kind);
        if let Value::Map(body) = &mut resource.body {
            body.insert("Properties".to_owned(), Value::Map(properties));
        }
        resource
    }

    /// The resource that a value under `Resources` describes.
    pub fn from_body(body: Value) -> Self {
        let kind = body
            .as_map()
            .and_then(|map| map.get("Type"))
            .and_then(Value::as_text);
        Self {
            kind: TypeName::new(kind.unwrap_or("")),
            body,
        }
    }

    /// Its type; empty if it says none.
    pub fn kind(&self) -> &TypeName {
        &self.kind
    }

    /// The whole body.
    pub fn body(&self) -> &Value {
        &self.body
    }

    /// An attribute beside the properties: `Condition`, `DependsOn`,
    /// `DeletionPolicy`, `Metadata` and so on.
    pub fn attribute(&self, name: &str) -> Option<&Value> {
        self.body.as_map()?.get(name)
    }

    /// All properties, unless the resource has none or they are no mapping.
    pub fn properties(&self) -> Option<&Map> {
        self.attribute("Properties")?.as_map()
    }

    /// The value at a path inside the properties, functions not evaluated.
    pub fn get(&self, path: &PropertyPath) -> Option<&Value> {
        let properties = self.attribute("Properties")?;
        path.steps().iter().try_fold(properties, Value::child)
    }

    /// The value of a property by its name, functions not evaluated.
    pub fn property(&self, name: &str) -> Option<&Value> {
        self.properties()?.get(name)
    }

    /// Sets the value at a path inside the properties, making the mappings and
    /// lists on the way. A place just behind the end of a list appends.
    ///
    /// Gives `false`, and changes nothing, where the path leads through a
    /// value that is no mapping and no list, or far behind a list's end.
    pub fn set(&mut self, path: &PropertyPath, value: Value) -> bool {
        let mut body = self.body.clone();
        let steps = std::iter::once(Step::Key("Properties".to_owned()));
        let steps: Vec<_> = steps.chain(path.steps().iter().cloned()).collect();
        let done = set(&mut body, &steps, value);
        if done {
            self.body = body;
        }
        done
    }

    /// Takes the value at a path inside the properties away, and with it the
    /// elements behind it move up. Gives what was there.
    pub fn remove(&mut self, path: &PropertyPath) -> Option<Value> {
        let (last, way) = path.steps().split_last()?;
        let Value::Map(body) = &mut self.body else {
            return None;
        };
        let mut at = body.get_mut("Properties")?;
        for step in way {
            at = at.child_mut(step)?;
        }
        match (at, last) {
            (Value::Map(map), Step::Key(key)) => map.shift_remove(key),
            (Value::List(list), Step::Index(index)) if *index < list.len() => {
                Some(list.remove(*index))
            }
            _ => None,
        }
    }

    /// Sets an attribute beside the properties, or takes it away.
    pub fn set_attribute(&mut self, name: &str, value: Option<Value>) {
        let Value::Map(body) = &mut self.body else {
            return;
        };
        match value {
            Some(value) => {
                if name == "Type" {
                    self.kind = TypeName::new(value.as_text().unwrap_or(""));
                }
                body.insert(name.to_owned(), value);
            }
            None => {
                body.shift_remove(name);
            }
        }
    }
}

fn set(at: &mut Value, steps: &[Step], value: Value) -> bool {
    let Some((step, rest)) = steps.split_first() else {
        *at = value;
        return true;
    };
    if matches!(at, Value::Null) {
        *at = match step {
            Step::Key(_) => Value::Map(Map::new()),
            Step::Index(_) => Value::List(Vec::new()),
        };
    }
    match (&mut *at, step) {
        (Value::Map(map), Step::Key(key)) => {
            set(map.entry(key.clone()).or_insert(Value::Null), rest, value)
        }
        (Value::List(list), Step::Index(index)) => {
            if *index == list.len() {
                list.push(Value::Null);
            }
            list.get_mut(*index)
                .is_some_and(|element| set(element, rest, value))
        }
        (Value::Function(_), step) => at
            .child_mut(step)
            .is_some_and(|argument| set(argument, rest, value)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn setting_makes_what_is_missing_on_the_way() {
        let mut resource = Resource::new("AWS::EC2::Instance");
        assert!(resource.set(&"Tags.0.Key".into(), "Name".into()));
        assert_eq!(resource.get(&"Tags.0.Key".into()), Some(&"Name".into()));
        assert!(!resource.set(&"Tags.5.Key".into(), "Name".into()));
        assert!(!resource.set(&"Tags.0.Key.Deeper".into(), "Name".into()));
    }

    #[test]
    fn removing_gives_what_was_there() {
        let mut resource = Resource::new("AWS::EC2::Instance");
        assert!(resource.set(&"A.0".into(), 1.into()));
        assert!(resource.set(&"A.1".into(), 2.into()));
        assert_eq!(resource.remove(&"A.0".into()), Some(1.into()));
        assert_eq!(resource.get(&"A.0".into()), Some(&2.into()));
        assert_eq!(resource.remove(&"A.7".into()), None);
    }
}
