//! The intrinsic functions that compute a value, and the attributes of
//! resources. Names, choices and conditions are evaluated elsewhere.

use std::net::{Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use super::references::sub_parts;
use super::{
    Evaluated, Evaluator, Function, FunctionName, LogicalId, Map, Resource, Unknown, Value, pretty,
};

/// The most blocks that `Fn::Cidr` gives.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html>
const MAX_CIDR_COUNT: i64 = 256;

/// The longest text that is put together, in bytes: nested `Fn::Sub`s double.
const MAX_TEXT: usize = 1 << 20;

impl Evaluator<'_> {
    /// What an attribute of a resource comes to.
    pub(super) fn attribute(&self, name: &str, attribute: String) -> Evaluated {
        let Some(resource) = self.template.resources.get(name) else {
            return Evaluated::Unknown(Unknown::Missing(name.to_owned()));
        };
        self.echoed(resource, &attribute)
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
            named @ Evaluated::Resource { .. } => Some(named),
            _ => None,
        }
    }

    /// Evaluates a function that computes a value.
    pub(super) fn intrinsic(&self, function: &Function) -> Evaluated {
        let form = Unknown::Form(function.name);
        let answer = match function.name {
            FunctionName::Sub => {
                if let Some(resource) = self.lone_resource(&function.argument) {
                    return resource;
                }
                self.sub(&function.argument)
            }
            FunctionName::Join => self.join(&function.argument),
            FunctionName::Select => {
                return self
                    .select(&function.argument)
                    .unwrap_or_else(Evaluated::Unknown);
            }
            FunctionName::Split => self.split(&function.argument),
            FunctionName::FindInMap => self.find_in_map(&function.argument),
            FunctionName::Cidr => self.cidr(&function.argument),
            FunctionName::GetAZs => self.zones(&function.argument),
            FunctionName::Length => self.length(&function.argument),
            FunctionName::ToJsonString => self
                .plain(&function.argument)
                .map(|it| Value::from(pretty(&it))),
            FunctionName::ImportValue => Err(Unknown::Import),
            FunctionName::Transform => Err(Unknown::Macro),
            FunctionName::Base64 => Err(Unknown::Deployment("a text in base 64".to_owned())),
            _ => Err(form),
        };
        answer.map_or_else(Evaluated::Unknown, Evaluated::Known)
    }

    /// The known value of an argument, a resource being unknown here.
    fn known(&self, value: &Value) -> Result<Value, Unknown> {
        match self.evaluate(value) {
            Evaluated::Known(value) => Ok(value),
            Evaluated::Unknown(why) => Err(why),
            Evaluated::Absent => Ok(Value::Null),
            Evaluated::Resource { id, attribute } => Err(Unknown::Deployment(match attribute {
                Some(attribute) => format!("{id}.{attribute}"),
                None => format!("the identifier of {id}"),
            })),
        }
    }

    fn text(&self, value: &Value, inside: FunctionName) -> Result<String, Unknown> {
        self.known(value)?
            .as_scalar_text()
            .ok_or(Unknown::Form(inside))
    }

    fn list(&self, value: &Value, inside: FunctionName) -> Result<Vec<Value>, Unknown> {
        match self.known(value)? {
            Value::List(list) => Ok(list),
            _ => Err(Unknown::Form(inside)),
        }
    }

    /// A value with every function inside it evaluated.
    fn plain(&self, value: &Value) -> Result<Value, Unknown> {
        match self.known(value)? {
            Value::List(list) => Ok(Value::List(
                list.iter()
                    .map(|it| self.plain(it))
                    .collect::<Result<_, _>>()?,
            )),
            Value::Map(map) => {
                let entries = map
                    .iter()
                    .map(|(key, it)| Ok((key.clone(), self.plain(it)?)));
                Ok(Value::Map(entries.collect::<Result<Map, Unknown>>()?))
            }
            other => Ok(other),
        }
    }

    /// The resource that a text such as `${Vpc}` is all about: as good as a
    /// `Ref`.
    fn lone_resource(&self, argument: &Value) -> Option<Evaluated> {
        let (text, own) = sub_parts(argument);
        let name = text?.strip_prefix("${")?.strip_suffix('}')?.trim();
        let value = match (own.and_then(|own| own.get(name)), name.split_once('.')) {
            (Some(value), _) => value.clone(),
            (None, Some((name, attribute))) => Value::attribute(name, attribute),
            (None, None) => Value::reference(name),
        };
        let answer = self.evaluate(&value);
        matches!(answer, Evaluated::Resource { .. }).then_some(answer)
    }

    fn sub(&self, argument: &Value) -> Result<Value, Unknown> {
        let (Some(text), own) = sub_parts(argument) else {
            return Err(Unknown::Form(FunctionName::Sub));
        };
        let mut out = String::new();
        let mut rest = text;
        while let Some(open) = rest.find("${") {
            let Some(length) = rest[open..].find('}') else {
                break;
            };
            out.push_str(&rest[..open]);
            let name = rest[open + 2..open + length].trim();
            if let Some(literal) = name.strip_prefix('!') {
                out.extend(["${", literal, "}"]);
            } else if let Some(value) = own.and_then(|own| own.get(name)) {
                out.push_str(&self.text(value, FunctionName::Sub)?);
            } else {
                let value = match name.split_once('.') {
                    Some((name, attribute)) => Value::attribute(name, attribute),
                    None => Value::reference(name),
                };
                out.push_str(&self.text(&value, FunctionName::Sub)?);
            }
            if out.len() > MAX_TEXT {
                return Err(Unknown::Circle);
            }
            rest = &rest[open + length + 1..];
        }
        Ok(Value::from(out + rest))
    }

    fn join(&self, argument: &Value) -> Result<Value, Unknown> {
        let Some([delimiter, list]) = argument.as_list() else {
            return Err(Unknown::Form(FunctionName::Join));
        };
        let delimiter = self.text(delimiter, FunctionName::Join)?;
        let list = self.list(list, FunctionName::Join)?;
        let texts = list
            .iter()
            .map(|element| self.text(element, FunctionName::Join));
        let texts = texts.collect::<Result<Vec<_>, _>>()?;
        if texts.iter().map(String::len).sum::<usize>() > MAX_TEXT {
            return Err(Unknown::Circle);
        }
        Ok(Value::from(texts.join(&delimiter)))
    }

    fn select(&self, argument: &Value) -> Result<Evaluated, Unknown> {
        let form = Unknown::Form(FunctionName::Select);
        let Some([index, list]) = argument.as_list() else {
            return Err(form);
        };
        let index = self.known(index)?.as_integer().ok_or(form.clone())?;
        let list = self.list(list, FunctionName::Select)?;
        let index = usize::try_from(index).map_err(|_| form.clone())?;
        let element = list.get(index).ok_or(form)?;
        Ok(self.evaluate(element))
    }

    fn split(&self, argument: &Value) -> Result<Value, Unknown> {
        let form = Unknown::Form(FunctionName::Split);
        let Some([delimiter, text]) = argument.as_list() else {
            return Err(form);
        };
        let delimiter = self.text(delimiter, FunctionName::Split)?;
        let text = self.text(text, FunctionName::Split)?;
        if delimiter.is_empty() {
            return Err(form);
        }
        Ok(Value::List(
            text.split(&delimiter).map(Value::from).collect(),
        ))
    }

    fn find_in_map(&self, argument: &Value) -> Result<Value, Unknown> {
        let form = || Unknown::Form(FunctionName::FindInMap);
        let [map, top, second, rest @ ..] = argument.as_list().ok_or_else(form)? else {
            return Err(form());
        };
        let name = self.text(map, FunctionName::FindInMap)?;
        let top = self.text(top, FunctionName::FindInMap)?;
        let second = self.text(second, FunctionName::FindInMap)?;
        let mappings = self
            .template
            .sections
            .get("Mappings")
            .and_then(Value::as_map);
        let found = mappings
            .and_then(|mappings| {
                mappings
                    .get(&name)?
                    .as_map()?
                    .get(&top)?
                    .as_map()?
                    .get(&second)
            })
            .cloned();
        let default = rest
            .first()
            .and_then(Value::as_map)
            .and_then(|map| map.get("DefaultValue"));
        match (found, default) {
            (Some(value), _) => Ok(value),
            (None, Some(default)) => self.known(default),
            (None, None) => Err(Unknown::Missing(format!("{name}.{top}.{second}"))),
        }
    }

    /// Cuts a block into blocks that leave so many bits for hosts: 256 blocks
    /// at most, lowest first.
    fn cidr(&self, argument: &Value) -> Result<Value, Unknown> {
        let form = || Unknown::Form(FunctionName::Cidr);
        let [block, count, bits @ ..] = argument.as_list().ok_or_else(form)? else {
            return Err(form());
        };
        let block = match self.evaluate(block) {
            // The block of a VPC of this template is in the template.
            Evaluated::Resource {
                id,
                attribute: Some(attribute),
            } if attribute == "CidrBlock" => {
                let path = "CidrBlock".into();
                match self
                    .template
                    .resource(&id)
                    .map(|it| self.property(it, &path))
                {
                    Some(Evaluated::Known(value)) => value.as_scalar_text().ok_or_else(form)?,
                    _ => return Err(Unknown::Deployment(format!("{id}.CidrBlock"))),
                }
            }
            _ => self.text(&argument.as_list().ok_or_else(form)?[0], FunctionName::Cidr)?,
        };
        let count = self.known(count)?.as_integer().ok_or_else(form)?;
        let count = usize::try_from(count.clamp(0, MAX_CIDR_COUNT)).map_err(|_| form())?;
        let bits = bits.first().map(|bits| self.known(bits)).transpose()?;
        let bits = bits
            .map(|bits| bits.as_integer().ok_or_else(form))
            .transpose()?;
        let blocks: Vec<Value> = match block.parse::<IpNet>().map_err(|_| form())? {
            IpNet::V4(net) => {
                // Leaving the bits out gives 8 of them, a /24, for IPv4.
                let prefix = u8::try_from(32 - bits.unwrap_or(8)).map_err(|_| form())?;
                carve_v4(net.trunc(), prefix, count).ok_or_else(form)?
            }
            IpNet::V6(net) => {
                let prefix = u8::try_from(128 - bits.unwrap_or(64)).map_err(|_| form())?;
                carve_v6(net.trunc(), prefix, count).ok_or_else(form)?
            }
        };
        Ok(Value::List(blocks))
    }

    /// The zones of a region, named as AWS names them. Which zones an account
    /// has is known after deployment only; the first three are assumed.
    fn zones(&self, argument: &Value) -> Result<Value, Unknown> {
        let region = self.text(argument, FunctionName::GetAZs)?;
        let region = if region.is_empty() {
            self.setting.region.clone()
        } else {
            region
        };
        let zones = ["a", "b", "c"]
            .iter()
            .map(|letter| Value::from(format!("{region}{letter}")));
        Ok(Value::List(zones.collect()))
    }

    fn length(&self, argument: &Value) -> Result<Value, Unknown> {
        let list = self.list(argument, FunctionName::Length)?;
        Ok(Value::from(i64::try_from(list.len()).unwrap_or(i64::MAX)))
    }
}

fn carve_v4(net: Ipv4Net, prefix: u8, count: usize) -> Option<Vec<Value>> {
    let step = 1_u64.checked_shl(32_u32.checked_sub(u32::from(prefix))?)?;
    let first = u64::from(u32::from(net.network()));
    let blocks = (0..count as u64).map(|index| {
        let start = u32::try_from(first + index * step).ok()?;
        let block = Ipv4Net::new(Ipv4Addr::from(start), prefix).ok()?;
        net.contains(&block).then(|| Value::from(block.to_string()))
    });
    blocks.collect()
}

fn carve_v6(net: Ipv6Net, prefix: u8, count: usize) -> Option<Vec<Value>> {
    let step = 1_u128.checked_shl(128_u32.checked_sub(u32::from(prefix))?)?;
    let first = u128::from(net.network());
    let blocks = (0..count as u128).map(|index| {
        let start = first.checked_add(index.checked_mul(step)?)?;
        let block = Ipv6Net::new(Ipv6Addr::from(start), prefix).ok()?;
        net.contains(&block).then(|| Value::from(block.to_string()))
    });
    blocks.collect()
}
