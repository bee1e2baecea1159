//! Edits by number, so that any number does something to any template. Knows
//! no text.

use drawbridge_core::diagram::project;
use drawbridge_core::document::{Change, Document, Draft, Refusal};
use drawbridge_core::edit::{self, Into};
use drawbridge_core::geometry::Vector;
use drawbridge_core::message::Message;
use drawbridge_core::template::{LogicalId, Map, PropertyPath, Resource, Value};
use proptest::prelude::*;

/// What is done, on which resource, at which place in it, and what is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    way: usize,
    resource: usize,
    place: usize,
    value: usize,
}

pub(crate) fn any_step() -> impl Strategy<Value = Step> {
    (0..11_usize, 0..8_usize, 0..64_usize, 0..9_usize).prop_map(|(way, resource, place, value)| {
        Step {
            way,
            resource,
            place,
            value,
        }
    })
}

impl Step {
    /// The change, unless there is nothing to do it to or it is refused.
    pub(crate) fn change(self, document: &Document) -> Option<Change> {
        let resources = &document.template.resources;
        let (id, resource) = resources.get_index(self.resource.checked_rem(resources.len())?)?;
        let mut places = Vec::new();
        if let Some(properties) = resource.attribute("Properties") {
            collect(properties, &PropertyPath::root(), &mut places);
        }
        let nth = |places: Vec<Place>| {
            let place = self.place.checked_rem(places.len())?;
            places.into_iter().nth(place)
        };
        let of = |what: fn(&Value) -> bool| {
            let places = places.iter().filter(|place| what(&place.value));
            nth(places.cloned().collect())
        };
        let set = |path: &PropertyPath, value| edit::set_property(document, id, path, value);
        let made: Result<Change, Refusal> = match self.way {
            0..=2 => set(&nth(places)?.path, Some(self.value())),
            3 => {
                let map = of(|value| matches!(value, Value::Map(_)));
                let path = map.map_or_else(PropertyPath::root, |map| map.path);
                set(&path.key("New"), Some(self.value()))
            }
            4 => set(&nth(places)?.path, None),
            5 => {
                let list = of(|value| value.as_list().is_some())?;
                let end = list.value.as_list()?.len();
                set(&list.path.index(end), Some(self.value()))
            }
            6 => {
                let mut draft = Draft::new(document);
                let properties = Map::from_iter([("P".to_owned(), self.value())]);
                draft.insert(
                    "New".into(),
                    Resource::with_properties("A::B::C", properties),
                );
                Ok(draft.into_change(Message::new("Add")))
            }
            7 => edit::remove(document, std::slice::from_ref(id)),
            8 => edit::rename(document, id, "Renamed"),
            9 => edit::set_attribute(document, id, "DependsOn", Some(self.value())),
            _ => {
                let container = resources.get_index(self.place % resources.len())?.0;
                let into = Into {
                    container: Some(container.clone()),
                    zone: (self.value > 5).then(|| "us-east-1c".to_owned()),
                };
                let subnet = move_of(document, self.resource)?;
                let diagram = project(document);
                let by = Vector::new(40.0, 8.0);
                edit::relocate(document, &[subnet], by, Some(&into), &diagram)
            }
        };
        made.ok().filter(|change| !change.is_empty())
    }

    fn value(self) -> Value {
        let text = |text: &str| Value::from(text);
        match self.value {
            0 => text("changed"),
            1 => text("a: 'new' # \"one\""),
            2 => text("two\nlines\n"),
            3 => 7.into(),
            4 => Value::reference("R0"),
            5 => vec![text("a"), Value::attribute("R0", "Arn")].into(),
            6 => Map::from_iter([("A".to_owned(), 1.into()), ("B".to_owned(), text(""))]).into(),
            7 => Value::List(Vec::new()),
            _ => Value::Map(Map::new()),
        }
    }
}

/// Some subnet.
fn move_of(document: &Document, number: usize) -> Option<LogicalId> {
    let subnets = document.template.of_kind("AWS::EC2::Subnet");
    let subnets: Vec<_> = subnets.map(|(id, _)| id.clone()).collect();
    let place = number.checked_rem(subnets.len())?;
    subnets.into_iter().nth(place)
}

#[derive(Clone)]
struct Place {
    path: PropertyPath,
    value: Value,
}

/// Everything inside of the properties.
fn collect(value: &Value, path: &PropertyPath, places: &mut Vec<Place>) {
    if !path.is_root() {
        places.push(Place {
            path: path.clone(),
            value: value.clone(),
        });
    }
    match value {
        Value::Map(map) => map
            .iter()
            .for_each(|(key, value)| collect(value, &path.key(key), places)),
        Value::List(list) => list
            .iter()
            .enumerate()
            .for_each(|(index, value)| collect(value, &path.index(index), places)),
        Value::Function(call) => collect(&call.argument, &path.key(call.name.as_str()), places),
        _ => {}
    }
}
