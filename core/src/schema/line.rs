//! One line of the data to a schema. Whatever is not as expected in it is left
//! out, so that data of a later version still say what they can.

use indexmap::IndexMap;
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::{Conditions, Decimal, Pattern, Same, Schema, Shape, Target, Types};

/// The deepest nesting of a line: a bound on the stack. The data stay below 20.
const MAX_DEPTH: usize = 60;

/// The schema of a type, from what stands behind its name.
pub(super) fn schema(kind: &str, text: &str) -> Option<Schema> {
    if is_deep(text) {
        return None;
    }
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
    let parsed = parsed.ok()?;
    let object = parsed.value.as_ref()?.as_object()?;
    let mut whole = Shape {
        types: Types::read("o"),
        ..Shape::default()
    };
    let mut schema = Schema {
        kind: kind.to_owned(),
        ..Schema::default()
    };
    let mut conditions = Conditions::default();
    for (key, value) in entries(object) {
        match key {
            "p" => whole.properties = shapes(value),
            "D" => schema.definitions = shapes(value),
            "q" => whole.required = texts(value),
            "x" => whole.is_open = true,
            "ro" => schema.read_only = texts(value),
            "co" => schema.create_only = texts(value),
            "wo" => schema.write_only = texts(value),
            "id" => schema.identifier = texts(value),
            "at" => schema.more_attributes = texts(value),
            "R" => schema.seen = lists(value),
            _ => condition(&mut conditions, key, value),
        }
    }
    whole.conditions = boxed(conditions);
    schema.whole = whole;
    Some(schema)
}

fn is_deep(text: &str) -> bool {
    let (mut depth, mut is_text, mut is_escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_text => is_escaped = true,
            b'"' => is_text = !is_text,
            b'{' | b'[' if !is_text => depth += 1,
            b'}' | b']' if !is_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            return true;
        }
    }
    false
}

fn shape(value: &Value<'_>) -> Shape {
    match value {
        Value::StringLit(text) => named_shape(&text.value),
        Value::Object(object) => whole_shape(object),
        _ => Shape::default(),
    }
}

/// `s`, `#Definition` or `@Property`.
fn named_shape(text: &str) -> Shape {
    let same = if let Some(name) = text.strip_prefix('#') {
        Some(Same::Definition(name.to_owned()))
    } else {
        text.strip_prefix('@')
            .map(|name| Same::Property(name.to_owned()))
    };
    if same.is_some() {
        return Shape {
            same,
            ..Shape::default()
        };
    }
    Shape {
        types: Types::read(text),
        ..Shape::default()
    }
}

fn whole_shape(object: &Object<'_>) -> Shape {
    let mut shape = Shape::default();
    let mut conditions = Conditions::default();
    for (key, value) in entries(object) {
        match key {
            "t" => shape.types = Types::read(text(value).unwrap_or_default()),
            "d" => shape.same = text(value).and_then(|it| named_shape(it).same),
            "e" => shape.choices = texts(value),
            "ei" => shape.choices_in_any_case = texts(value),
            "p" => shape.pattern = text(value).map(Pattern::new),
            "mi" => shape.range.least = number(value),
            "ma" => shape.range.most = number(value),
            "lmi" => shape.length.least = count(value),
            "lma" => shape.length.most = count(value),
            "imi" => shape.count.least = count(value),
            "ima" => shape.count.most = count(value),
            "it" => shape.item = Some(Box::new(self::shape(value))),
            "pr" => shape.properties = shapes(value),
            "pp" => {
                let named = value.as_object().into_iter().flat_map(entries);
                let named = named.map(|(name, it)| (Pattern::new(name), self::shape(it)));
                shape.named = named.collect();
            }
            "x" => shape.is_open = true,
            "rq" => shape.required = texts(value),
            "f" => shape.format = text(value).map(str::to_owned),
            "r" => shape.targets.extend(text(value).and_then(Target::read)),
            _ => condition(&mut conditions, key, value),
        }
    }
    // "Either this kind of name or that": each names a type of its own.
    let variants = conditions.any_of.iter().chain(&conditions.one_of);
    let targets = variants.flat_map(|it| it.targets.iter().cloned());
    shape.targets.extend(targets);
    shape.conditions = boxed(conditions);
    shape
}

fn condition(conditions: &mut Conditions, key: &str, value: &Value<'_>) {
    match key {
        "requiredOr" => conditions.at_least_one = texts(value),
        "requiredXor" => conditions.exactly_one = texts(value),
        "dependentRequired" => conditions.needs = lists(value),
        "dependentExcluded" => conditions.excludes = lists(value),
        "allOf" => conditions.all_of = parts(value),
        "anyOf" => conditions.any_of = parts(value),
        "oneOf" => conditions.one_of = parts(value),
        "if" => conditions.condition = Some(shape(value)),
        "then" => conditions.then = Some(shape(value)),
        "else" => conditions.otherwise = Some(shape(value)),
        "not" => conditions.not = Some(shape(value)),
        _ => {}
    }
}

fn boxed(conditions: Conditions) -> Option<Box<Conditions>> {
    (conditions != Conditions::default()).then(|| Box::new(conditions))
}

fn entries<'a>(object: &'a Object<'a>) -> impl Iterator<Item = (&'a str, &'a Value<'a>)> {
    let properties = object.properties.iter();
    properties.map(|it| (it.name.as_str(), &it.value))
}

fn shapes(value: &Value<'_>) -> IndexMap<String, Shape> {
    let all = value.as_object().into_iter().flat_map(entries);
    all.map(|(name, it)| (name.to_owned(), shape(it))).collect()
}

fn parts(value: &Value<'_>) -> Vec<Shape> {
    let array = value.as_array().into_iter();
    array.flat_map(|it| &it.elements).map(shape).collect()
}

fn lists(value: &Value<'_>) -> Vec<(String, Vec<String>)> {
    let all = value.as_object().into_iter().flat_map(entries);
    all.map(|(name, it)| (name.to_owned(), texts(it))).collect()
}

/// The scalars of a list as text.
fn texts(value: &Value<'_>) -> Vec<String> {
    let array = value.as_array().into_iter();
    let scalars = array.flat_map(|it| &it.elements).filter_map(|it| match it {
        Value::StringLit(text) => Some(text.value.to_string()),
        Value::NumberLit(number) => Some(number.value.to_owned()),
        Value::BooleanLit(truth) => Some(truth.value.to_string()),
        _ => None,
    });
    scalars.collect()
}

fn text<'a>(value: &'a Value<'a>) -> Option<&'a str> {
    value.as_string_lit().map(|it| it.value.as_ref())
}

fn number(value: &Value<'_>) -> Option<Decimal> {
    value.as_number_lit().and_then(|it| Decimal::read(it.value))
}

fn count(value: &Value<'_>) -> Option<usize> {
    value.as_number_lit().and_then(|it| it.value.parse().ok())
}
