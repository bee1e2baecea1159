//! The walk over a resource's properties beside its schema. Both branches of an
//! `Fn::If` are looked at; other functions by what they come to, if that is known.

use super::presence::{self, Presence, branches, is_no_value};
use super::{Deviation, MOST_OF_ONE, Wrong, scalar, together};
use crate::rules::Context;
use crate::schema::{Conditions, Schema, Shape, Target, similar};
use crate::template::{
    Evaluated, Function, FunctionName, LogicalId, Map, PropertyPath, Resource, Value,
};

/// Every deviation of a resource.
pub(super) fn resource(
    context: &Context<'_>,
    schema: &Schema,
    id: &LogicalId,
    resource: &Resource,
) -> Vec<Deviation> {
    let empty = Map::new();
    let properties = match resource.attribute("Properties") {
        None | Some(Value::Null) => &empty,
        Some(Value::Map(map)) => map,
        Some(_) => return Vec::new(),
    };
    let mut walk = Walk {
        context,
        schema,
        id,
        steps: Vec::new(),
        shown: None,
        found: Vec::new(),
    };
    let is_live = context.evaluator.is_made(resource) != Ok(false);
    walk.mapping(properties, &schema.whole, is_live);
    walk.found
}

struct Walk<'a, 'c> {
    context: &'a Context<'c>,
    schema: &'a Schema,
    id: &'a LogicalId,
    steps: Vec<At<'a>>,
    /// How many steps findings show, inside of a function's value.
    shown: Option<usize>,
    found: Vec<Deviation>,
}

/// A step, borrowed: most of the walk finds nothing.
#[derive(Clone, Copy)]
enum At<'a> {
    Key(&'a str),
    Index(usize),
}

impl<'a> Walk<'a, '_> {
    /// `is_live`: whether functions here are ever carried out under the
    /// parameters as they are; if not, only what is written counts.
    fn value(&mut self, value: &'a Value, shape: &'a Shape, is_live: bool) {
        if self.found.len() >= MOST_OF_ONE {
            return;
        }
        let shape = self.schema.resolve(shape);
        match value {
            Value::Function(call) => self.call(value, call, shape, is_live),
            Value::Map(map) if is_call(map) => {}
            Value::Map(map) if shape.types.has_object() => self.mapping(map, shape, is_live),
            Value::List(list) if shape.types.has_list() => self.list(list, shape, is_live),
            Value::Null | Value::Map(_) | Value::List(_) => {
                self.report(Wrong::Type(shape.types));
            }
            _ => {
                if let Some(wrong) = scalar::check(value, shape) {
                    self.report(wrong);
                }
            }
        }
    }

    fn mapping(&mut self, map: &'a Map, shape: &'a Shape, is_live: bool) {
        if is_call(map) {
            return;
        }
        for (key, value) in map {
            if self.found.len() >= MOST_OF_ONE {
                return;
            }
            // Said as missing.
            if *value == Value::Null && shape.required.contains(key) {
                continue;
            }
            self.steps.push(At::Key(key));
            if self.is_read_only(key) {
                self.report(Wrong::ReadOnly);
            } else if let Some(inside) = self.schema.property(shape, key) {
                self.value(value, inside, is_live);
            } else if !takes_others(shape) {
                let known = shape.properties.keys().map(String::as_str);
                let missing = known.filter(|it| !map.contains_key(*it));
                let similar = similar(key, missing).map(str::to_owned);
                self.report(Wrong::Unknown(similar));
            }
            self.steps.pop();
        }
        for name in &shape.required {
            let presence = presence::of(&self.context.evaluator, map, name);
            if presence == Presence::Absent {
                self.report_at(name, Wrong::Missing);
            }
        }
        let Some(conditions) = &shape.conditions else {
            return;
        };
        for (name, wrong) in together::check(&self.context.evaluator, map, conditions) {
            match name {
                Some(name) if wrong == Wrong::Missing && shape.required.contains(&name) => {}
                Some(name) => self.report_at(&name, wrong),
                None => self.report(wrong),
            }
        }
    }

    fn list(&mut self, list: &'a [Value], shape: &'a Shape, is_live: bool) {
        if !shape.count.holds(list.len()) && list.iter().all(is_one_item) {
            self.report(Wrong::Count(list.len(), shape.count));
        }
        let Some(item) = &shape.item else {
            return;
        };
        for (index, element) in list.iter().enumerate() {
            self.steps.push(At::Index(index));
            self.value(element, item, is_live);
            self.steps.pop();
        }
    }

    fn call(&mut self, value: &'a Value, call: &'a Function, shape: &'a Shape, is_live: bool) {
        if is_no_value(call) {
            return;
        }
        if let Some((condition, then, otherwise)) = branches(call) {
            let holds = self.context.evaluator.condition(condition);
            self.steps.push(At::Key(FunctionName::If.as_str()));
            for (index, branch, is_taken) in [
                (1, then, holds != Ok(false)),
                (2, otherwise, holds != Ok(true)),
            ] {
                self.steps.push(At::Index(index));
                // A whole list may take the place of one of its elements.
                let is_spread = matches!(branch, Value::List(_)) && !shape.types.has_list();
                if !is_spread {
                    self.value(branch, shape, is_live && is_taken);
                }
                self.steps.pop();
            }
            self.steps.pop();
            return;
        }
        if let (FunctionName::Ref, Some(name)) = (call.name, call.argument.as_text())
            && self.context.template().resources.contains_key(name)
        {
            self.reference(&LogicalId::new(name), shape);
            return;
        }
        let needs_deployment =
            matches!(call.name, FunctionName::GetAtt | FunctionName::ImportValue);
        if !is_live || needs_deployment || self.shown.is_some() {
            return;
        }
        let Evaluated::Known(known) = self.context.evaluator.evaluate(value) else {
            return;
        };
        // What is left empty is to be filled in by whoever deploys.
        let is_empty = |value: &Value| value.as_text() == Some("");
        if is_empty(&known) || known.as_list().is_some_and(|it| it.iter().all(is_empty)) {
            return;
        }
        self.known(&known, shape);
    }

    /// Looks at what a function comes to: findings are said of the function.
    fn known(&mut self, known: &Value, shape: &Shape) {
        let mut inside = Walk {
            context: self.context,
            schema: self.schema,
            id: self.id,
            steps: self.steps.clone(),
            shown: Some(self.steps.len()),
            found: Vec::new(),
        };
        inside.value(known, shape, true);
        // One is enough: they all stand at the same place.
        self.found.extend(inside.found.into_iter().next());
    }

    /// A plain `Ref` to a resource: it gives a text.
    fn reference(&mut self, named: &LogicalId, shape: &Shape) {
        let types = shape.types;
        if !types.is_any() && !types.has_scalar() {
            self.report(Wrong::Type(types));
            return;
        }
        let resource = self.context.resource(named);
        let kind = resource.map_or("", |it| it.kind().as_str());
        let wanted = shape.targets.iter().map(|it| it.kind.as_str());
        let mut wanted: Vec<&str> = wanted.collect();
        wanted.dedup();
        let is_judged = !shape.targets.is_empty()
            && shape.targets.iter().all(is_judged)
            && self.context.schemas.knows(kind)
            && !GIVERS.iter().any(|giver| kind.starts_with(giver));
        if is_judged && !wanted.iter().any(|it| is_as_good_as(kind, it)) {
            let wanted = wanted.into_iter().map(str::to_owned).collect();
            self.report(Wrong::Kind(named.clone(), wanted));
        }
    }

    fn is_read_only(&self, key: &str) -> bool {
        let schema = self.schema;
        // Most keys end no path: the path is made for the others alone.
        if !schema.read_only.iter().any(|it| it.ends_with(key)) {
            return false;
        }
        let path = self.path();
        let is_written = schema.is_create_only(&path) || schema.is_write_only(&path);
        schema.is_read_only(&path) && !is_written
    }

    fn report(&mut self, wrong: Wrong) {
        let path = self.path();
        self.push(path, wrong);
    }

    fn report_at(&mut self, name: &str, wrong: Wrong) {
        let path = self.path();
        let path = if self.shown.is_some() {
            path
        } else {
            path.key(name)
        };
        let is_filled_in = wrong == Wrong::Missing && self.schema.is_read_only(&path);
        if !is_filled_in {
            self.push(path, wrong);
        }
    }

    fn push(&mut self, path: PropertyPath, wrong: Wrong) {
        self.found.push(Deviation {
            resource: self.id.clone(),
            path,
            wrong,
        });
    }

    fn path(&self) -> PropertyPath {
        let shown = self.shown.unwrap_or(self.steps.len());
        let steps = self.steps.iter().take(shown);
        steps.fold(PropertyPath::root(), |path, step| match step {
            At::Key(key) => path.key(key),
            At::Index(index) => path.index(*index),
        })
    }
}

/// Whether a mapping is a call of a function that is not known here, or one
/// that macros and extensions of the language carry out.
fn is_call(map: &Map) -> bool {
    map.keys().any(|key| key.starts_with("Fn::"))
}

/// Whether an element of a list is one item in every case.
fn is_one_item(element: &Value) -> bool {
    match element {
        Value::Function(call) => matches!(call.name, FunctionName::GetAtt | FunctionName::Sub),
        Value::Map(map) => !is_call(map),
        _ => true,
    }
}

/// Whether a mapping takes properties of any name. Where variants have
/// properties of their own, which ones it takes is not told here.
fn takes_others(shape: &Shape) -> bool {
    let has_own = |part: &Shape| part.same.is_some() || !part.properties.is_empty();
    let by_variant = |it: &Conditions| {
        let parts = it.all_of.iter().chain(&it.any_of).chain(&it.one_of);
        let branches = it.then.iter().chain(&it.otherwise);
        parts.chain(branches).any(has_own)
    };
    shape.is_open
        || shape.properties.is_empty()
        || shape.conditions.as_deref().is_some_and(by_variant)
}

/// Types whose `Ref` may give the identifier of anything.
const GIVERS: [&str; 4] = [
    "AWS::CloudFormation::",
    "AWS::SSM::",
    "AWS::SecretsManager::",
    "AWS::ServiceCatalog::",
];

/// Whether it is certain enough what may be named: other targets, such as
/// buckets and functions, are also named through access points and aliases.
fn is_judged(target: &Target) -> bool {
    const CERTAIN: [&str; 3] = ["AWS::EC2::", "AWS::IAM::Role", "AWS::KMS::"];
    CERTAIN.iter().any(|it| target.kind.starts_with(it)) && target.kind != "AWS::EC2::Image"
}

/// Whether the identifier of one type does where that of another is wanted.
fn is_as_good_as(kind: &str, wanted: &str) -> bool {
    kind == wanted
        || (kind.starts_with("AWS::KMS::") && wanted.starts_with("AWS::KMS::"))
        || (kind == "AWS::IAM::ServiceLinkedRole" && wanted == "AWS::IAM::Role")
}
