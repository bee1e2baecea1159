//! The intrinsic functions that compute a value, and the attributes of
//! resources. Names, choices and conditions are evaluated elsewhere.

use super::regions::zones_of;
use super::{
    Assumed, Evaluated, Evaluator, Function, FunctionName, LogicalId, Map, Resource, Unknown, Value,
};

impl Evaluator<'_> {
    /// What an attribute of a resource comes to.
    pub(super) fn attribute(&self, name: &str, attribute: String) -> Evaluated {
        let Some(resource) = self.template.resources.get(name) else {
            return Evaluated::Unknown(Unknown::Missing(name.to_owned()));
        };
        self.ipv6_attribute(name, resource, &attribute)
            .or_else(|| self.echoed(resource, &attribute))
            .unwrap_or_else(|| Evaluated::Resource {
                id: LogicalId::new(name),
                attribute: Some(attribute),
            })
    }

    /// The attribute of a resource of AWS's that is one of its properties, as
    /// `CidrBlock` and `VpcId` are. What a custom resource or another stack
    /// gives back is no property of it.
    fn echoed(&self, resource: &Resource, attribute: &str) -> Option<Evaluated> {
        let kind = resource.kind().as_str();
        if !kind.starts_with("AWS::") || kind.starts_with("AWS::CloudFormation::") {
            return None;
        }
        let written = resource.property(attribute)?;
        match self.evaluate(written) {
            Evaluated::Known(Value::Text(text)) => Some(Evaluated::Known(Value::Text(text))),
            answer @ (Evaluated::Resource { .. } | Evaluated::Unknown(_)) => Some(answer),
            Evaluated::Known(_) | Evaluated::Absent => None,
        }
    }

    /// Evaluates a function that computes a value.
    pub(super) fn intrinsic(&self, function: &Function) -> Evaluated {
        let argument = &function.argument;
        let answer = match function.name {
            FunctionName::Sub => {
                if let Some(resource) = self.lone_resource(argument) {
                    return resource;
                }
                self.sub(argument)
            }
            FunctionName::Select => {
                return self.select(argument).unwrap_or_else(Evaluated::Unknown);
            }
            FunctionName::FindInMap => {
                return self
                    .find_in_map(argument)
                    .unwrap_or_else(Evaluated::Unknown);
            }
            FunctionName::Join => self.join(argument),
            FunctionName::Split => self.split(argument),
            FunctionName::Cidr => self.cidr(argument),
            FunctionName::GetAZs => self.zones(argument),
            FunctionName::Length => self.length(argument),
            FunctionName::ToJsonString => self.to_json_string(argument),
            FunctionName::Base64 => self.base64(argument),
            FunctionName::ImportValue => Err(Unknown::Import),
            FunctionName::Transform => Err(Unknown::Macro),
            name => Err(Unknown::Form(name)),
        };
        answer.map_or_else(Evaluated::Unknown, Evaluated::Known)
    }

    /// The known value of an argument, a resource being unknown here.
    pub(super) fn known(&self, value: &Value) -> Result<Value, Unknown> {
        Ok(known_or_absent(self.evaluate(value))?.unwrap_or(Value::Null))
    }

    pub(super) fn text(&self, value: &Value, inside: FunctionName) -> Result<String, Unknown> {
        self.known(value)?
            .as_scalar_text()
            .ok_or(Unknown::Form(inside))
    }

    pub(super) fn list(&self, value: &Value, inside: FunctionName) -> Result<Vec<Value>, Unknown> {
        match self.known(value)? {
            Value::List(list) => Ok(list),
            _ => Err(Unknown::Form(inside)),
        }
    }

    pub(super) fn integer(&self, value: &Value, inside: FunctionName) -> Result<i64, Unknown> {
        self.known(value)?.as_integer().ok_or(Unknown::Form(inside))
    }

    /// A value with every function inside it evaluated. What is `AWS::NoValue`
    /// is left out of lists and mappings.
    pub(super) fn plain(&self, value: &Value) -> Result<Value, Unknown> {
        Ok(self.plain_or_absent(value)?.unwrap_or(Value::Null))
    }

    fn plain_or_absent(&self, value: &Value) -> Result<Option<Value>, Unknown> {
        let Value::Function(_) = value else {
            return self.plain_inside(value).map(Some);
        };
        match known_or_absent(self.evaluate(value))? {
            Some(known) => self.plain_inside(&known).map(Some),
            None => Ok(None),
        }
    }

    fn plain_inside(&self, value: &Value) -> Result<Value, Unknown> {
        if !self.spend(value.as_text().map_or(0, str::len)) {
            return Err(Unknown::Circle);
        }
        let inside = || match value {
            Value::List(list) => {
                let elements = list.iter().map(|it| self.plain_or_absent(it));
                let elements = elements.filter_map(Result::transpose);
                Ok(Value::List(elements.collect::<Result<_, _>>()?))
            }
            Value::Map(map) => {
                let entries = map.iter().map(|(key, it)| {
                    let value = self.plain_or_absent(it)?;
                    Ok(value.map(|value| (key.clone(), value)))
                });
                let entries = entries.filter_map(Result::transpose);
                Ok(Value::Map(entries.collect::<Result<Map, Unknown>>()?))
            }
            other => Ok(other.clone()),
        };
        self.deeper(inside).unwrap_or(Err(Unknown::Circle))
    }

    /// An element of a list, counted from 0. AWS refuses a place that is not in
    /// the list.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-select.html>
    fn select(&self, argument: &Value) -> Result<Evaluated, Unknown> {
        let Some([index, list]) = argument.as_list() else {
            return Err(Unknown::Form(FunctionName::Select));
        };
        let index = self.integer(index, FunctionName::Select)?;
        let list = self.list(list, FunctionName::Select)?;
        let element = usize::try_from(index).ok().and_then(|it| list.get(it));
        let element = element.ok_or(Unknown::OutOfRange {
            index,
            length: list.len(),
        })?;
        Ok(self.evaluate(element))
    }

    /// A value of a mapping, or the default that is given for what is missing.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html>
    fn find_in_map(&self, argument: &Value) -> Result<Evaluated, Unknown> {
        let form = || Unknown::Form(FunctionName::FindInMap);
        let [map, top, second, rest @ ..] = argument.as_list().ok_or_else(form)? else {
            return Err(form());
        };
        let name = self.text(map, FunctionName::FindInMap)?;
        let top = self.text(top, FunctionName::FindInMap)?;
        let second = self.text(second, FunctionName::FindInMap)?;
        let default = match rest {
            [] => None,
            [options] => Some(options.as_map().and_then(|it| it.get("DefaultValue")))
                .map(|default| default.ok_or_else(form))
                .transpose()?,
            _ => return Err(form()),
        };
        let mappings = self.template.sections.get("Mappings");
        let mapping = mappings.and_then(|it| it.as_map()?.get(&name)?.as_map());
        let found = mapping.and_then(|it| it.get(&top)?.as_map()?.get(&second));
        match (found, default) {
            (Some(value), _) => Ok(self.evaluate(value)),
            // A macro may bring what is not written, whatever the default says.
            (None, _) if mapping.is_none() && is_made_by_macro(mappings, &name) => {
                Err(Unknown::Macro)
            }
            (None, Some(default)) => Ok(self.evaluate(default)),
            (None, None) => Err(Unknown::Missing(format!("{name}.{top}.{second}"))),
        }
    }

    /// The zones of a region, of the stack's own for an empty text. Which zones
    /// an account has is known after deployment only: noted as assumed.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getavailabilityzones.html>
    fn zones(&self, argument: &Value) -> Result<Value, Unknown> {
        let region = self.text(argument, FunctionName::GetAZs)?;
        let region = if region.is_empty() {
            self.setting.region.clone()
        } else {
            region
        };
        let zones = zones_of(&region).into_iter().map(Value::Text);
        let zones = Value::List(zones.collect());
        self.assume(Assumed::Zones(region));
        Ok(zones)
    }

    /// How many elements a list has.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-length.html>
    fn length(&self, argument: &Value) -> Result<Value, Unknown> {
        let list = self.list(argument, FunctionName::Length)?;
        Ok(Value::from(i64::try_from(list.len()).unwrap_or(i64::MAX)))
    }
}

/// What is known; `None` for `AWS::NoValue`, an error for what only a deployment
/// tells.
pub(super) fn known_or_absent(value: Evaluated) -> Result<Option<Value>, Unknown> {
    match value {
        Evaluated::Known(value) => Ok(Some(value)),
        Evaluated::Unknown(why) => Err(why),
        Evaluated::Absent => Ok(None),
        Evaluated::Resource { id, attribute } => Err(Unknown::Deployment(match attribute {
            Some(attribute) => format!("{id}.{attribute}"),
            None => format!("the identifier of {id}"),
        })),
    }
}

/// Whether a macro makes a mapping, or all of them.
fn is_made_by_macro(mappings: Option<&Value>, name: &str) -> bool {
    let is_macro = |value: &Value| {
        let call = value.as_function();
        call.is_some_and(|call| call.name == FunctionName::Transform)
    };
    mappings.is_some_and(|all| {
        let one = all.as_map().and_then(|map| map.get(name));
        let beside = all
            .as_map()
            .is_some_and(|it| it.contains_key("Fn::Transform"));
        is_macro(all) || beside || one.is_some_and(is_macro)
    })
}
