//! What a value of a type is written with: the controls of a form, read from
//! the shape. Knows no browser.

use super::{Bounds, Range, Schema, Schemas, Shape, Target};
use crate::message::Message;
use crate::template::{PropertyPath, Step};

/// What a person writes a value with.
#[derive(Clone, Debug, PartialEq)]
pub enum Control {
    /// Any text.
    Text,
    /// A whole number.
    Integer,
    /// Yes or no.
    Truth,
    /// One of these.
    Choice(Vec<String>),
    /// A resource of one of these types, or its identifier.
    Reference(Vec<Target>),
    /// A list of single values, each written with this.
    Texts(Box<Control>),
    /// A list of mappings, each a form of its own.
    Items,
    /// A mapping: a form inside the form.
    Group,
    /// A list of `Key` and `Value`.
    Tags,
    /// Anything else.
    Json,
}

impl Schema {
    /// The control for the value at a path; [`Control::Json`] where nothing is
    /// known.
    pub fn control(&self, path: &PropertyPath) -> Control {
        let Some(shape) = self.shape_at(path) else {
            return Control::Json;
        };
        match scalar(self, shape, path) {
            Some(control) => control,
            None if is_only(shape, "list") => self.list(shape, path),
            None if is_only(shape, "object") && !shape.takes_any_property() => Control::Group,
            None => Control::Json,
        }
    }

    fn list(&self, shape: &Shape, path: &PropertyPath) -> Control {
        let Some(item) = shape.item.as_deref().map(|item| self.resolve(item)) else {
            return Control::Json;
        };
        if let Some(control) = scalar(self, item, &path.index(0)) {
            return Control::Texts(Box::new(control));
        }
        let is_form = is_only(item, "object") && !item.takes_any_property();
        let is_tag = item.properties.len() == 2
            && ["Key", "Value"]
                .iter()
                .all(|key| item.properties.contains_key(*key));
        match (is_form, is_tag) {
            (true, true) => Control::Tags,
            (true, false) => Control::Items,
            (false, _) => Control::Json,
        }
    }

    /// The properties of a mapping that a template may write, the required
    /// ones first, each with whether it is required.
    pub fn writable(&self, path: &PropertyPath) -> Vec<(String, bool)> {
        let Some(shape) = self.shape_at(path) else {
            return Vec::new();
        };
        let fields = shape.fields().map(|(name, _)| name);
        let writable = fields.filter(|name| !self.is_read_only(&path.key(name)));
        writable
            .map(|name| (name.to_owned(), shape.required.iter().any(|it| it == name)))
            .collect()
    }

    /// What is to be kept in mind while writing the value at a path, in short
    /// sentences.
    pub fn notes(&self, path: &PropertyPath) -> Vec<Message> {
        let mut notes = Vec::new();
        if let Some(shape) = self.shape_at(path) {
            notes.extend(counted(shape.length, &CHARACTERS));
            notes.extend(counted(shape.count, &ITEMS));
            notes.extend(between(shape.range));
        }
        // What is inside says it no second time.
        let is_said = around(path).is_some_and(|it| self.is_create_only(&it));
        if self.is_create_only(path) && !is_said {
            notes.push(Message::new("A change replaces the resource."));
        }
        if self.is_write_only(path) {
            notes.push(Message::new("AWS never tells it again."));
        }
        notes
    }
}

/// The path of the mapping or list that a value is in.
fn around(path: &PropertyPath) -> Option<PropertyPath> {
    let (_, steps) = path.steps().split_last()?;
    let inner = steps
        .iter()
        .fold(PropertyPath::root(), |path, step| match step {
            Step::Key(key) => path.key(key),
            Step::Index(index) => path.index(*index),
        });
    (!inner.is_root()).then_some(inner)
}

impl Schemas {
    /// By what a property of one type names a resource of another: an
    /// attribute, or `None` for `Ref`.
    pub fn named_by(&self, targets: &[Target], kind: &str) -> Option<String> {
        let schema = self.get(kind);
        let mut ways = targets.iter().filter(|target| target.kind == kind);
        let way = ways.find(|target| {
            let attribute = target.attribute.as_str();
            attribute == "Ref"
                || schema
                    .as_ref()
                    .is_some_and(|it| it.has_attribute(attribute))
        });
        way.map(|target| target.attribute.clone())
            .filter(|attribute| attribute != "Ref")
    }
}

/// The control of a single value; `None` for lists, mappings and what may be
/// either.
fn scalar(schema: &Schema, shape: &Shape, path: &PropertyPath) -> Option<Control> {
    let types = shape.types;
    if types.is_any() || types.has_list() || types.has_object() {
        return None;
    }
    let targets = schema.targets(path);
    let named: Vec<Target> = targets
        .into_iter()
        .filter(|it| it.kind != schema.kind)
        .collect();
    Some(if !shape.choices.is_empty() {
        Control::Choice(shape.choices.clone())
    } else if !types.has_text() && types.has_truth() {
        Control::Truth
    } else if !types.has_text() && types.has_integer() && !types.has_number() {
        Control::Integer
    } else if types.has_text() && !named.is_empty() {
        Control::Reference(named)
    } else {
        Control::Text
    })
}

/// Whether a value can be nothing but a list, or nothing but a mapping.
fn is_only(shape: &Shape, what: &str) -> bool {
    let types = shape.types;
    let (wanted, other) = if what == "list" {
        (types.has_list(), types.has_object())
    } else {
        (types.has_object(), types.has_list())
    };
    !types.is_any() && wanted && !other && !types.has_scalar()
}

/// The sentences on a count: between two, exactly one number, at least, at most.
type Sentences = [&'static str; 4];

const CHARACTERS: Sentences = [
    "{least} to {most} characters.",
    "Exactly {most} characters.",
    "At least {least} characters.",
    "At most {most} characters.",
];

const ITEMS: Sentences = [
    "{least} to {most} items.",
    "Exactly {most} items.",
    "At least {least} items.",
    "At most {most} items.",
];

fn counted(bounds: Bounds, sentences: &Sentences) -> Option<Message> {
    let [both, exactly, fewest, most] = *sentences;
    let least = bounds.least.filter(|least| *least > 0);
    Some(match (least, bounds.most) {
        (Some(few), Some(many)) if few == many => Message::new(exactly).text("most", many),
        (Some(few), Some(many)) => Message::new(both).text("least", few).text("most", many),
        (Some(few), None) => Message::new(fewest).text("least", few),
        (None, Some(many)) => Message::new(most).text("most", many),
        (None, None) => return None,
    })
}

fn between(range: Range) -> Option<Message> {
    Some(match (range.least, range.most) {
        (Some(least), Some(most)) => Message::new("{least} to {most}.")
            .text("least", least)
            .text("most", most),
        (Some(least), None) => Message::new("At least {least}.").text("least", least),
        (None, Some(most)) => Message::new("At most {most}.").text("most", most),
        (None, None) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::everything;

    fn control(kind: &str, path: &str) -> Control {
        everything().get(kind).unwrap().control(&path.into())
    }

    #[test]
    fn a_value_is_written_with_what_its_shape_asks_for() {
        let queue = "AWS::SQS::Queue";
        assert_eq!(control(queue, "QueueName"), Control::Text);
        assert_eq!(control(queue, "DelaySeconds"), Control::Integer);
        assert_eq!(control(queue, "FifoQueue"), Control::Truth);
        assert_eq!(control(queue, "Tags"), Control::Tags);
        assert_eq!(control(queue, "NoSuchProperty"), Control::Json);
        let table = "AWS::DynamoDB::Table";
        assert_eq!(control(table, "AttributeDefinitions"), Control::Items);
        assert_eq!(control(table, "SSESpecification"), Control::Group);
        let Control::Reference(targets) = control("AWS::EC2::Subnet", "VpcId") else {
            panic!("a subnet names its VPC");
        };
        assert_eq!(everything().named_by(&targets, "AWS::EC2::VPC"), None);
    }

    #[test]
    fn what_only_aws_fills_in_is_not_in_the_form_and_what_is_required_comes_first() {
        let bus = everything().get("AWS::Events::EventBus").unwrap();
        let fields = bus.writable(&PropertyPath::root());
        assert_eq!(fields.first(), Some(&("Name".to_owned(), true)));
        assert!(fields.iter().all(|(name, _)| name != "Arn"));
    }

    #[test]
    fn notes_say_bounds_and_what_a_change_costs() {
        let said = |kind: &str, path: &str| {
            let schema = everything().get(kind).unwrap();
            let notes = schema.notes(&path.into());
            notes.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(
            said("AWS::ACMPCA::Permission", "SourceAccount"),
            ["Exactly 12 characters.", "A change replaces the resource."]
        );
    }
}
