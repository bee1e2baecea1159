//! Zones in words: a literal name, or a place in the region's own list, which
//! works in every region. Knows no control.

use drawbridge_core::template::{FunctionName, Value};

/// The words before and after the number in "Zone 1 of the region".
const BEFORE: &str = "Zone ";
const AFTER: &str = " of the region";

/// How a zone is shown: its name, or its place in the region's list. `None` for
/// what is neither.
pub(super) fn zone_words(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::Text(name) => Some(name.clone()),
        Value::Function(call) if call.name == FunctionName::Select => {
            let [place, zones] = call.argument.as_list()? else {
                return None;
            };
            is_own_zones(zones).then_some(())?;
            let place = place.as_integer().filter(|place| (0..26).contains(place))?;
            Some(format!("{BEFORE}{}{AFTER}", place + 1))
        }
        _ => None,
    }
}

/// The value of a zone in words; `None` for no words. The list is asked for as
/// `like` does, so that one template is written in one way.
pub(super) fn zone_value(words: &str, like: Option<&Value>) -> Option<Value> {
    let words = words.trim();
    let number = words
        .strip_prefix(BEFORE)
        .and_then(|rest| rest.strip_suffix(AFTER));
    let place = number.and_then(|number| number.parse::<i64>().ok());
    match place {
        Some(place) if (1..=26).contains(&place) => {
            let zones = like.and_then(|value| value.as_function()?.argument.as_list()?.get(1));
            let zones = zones.filter(|zones| is_own_zones(zones)).cloned();
            let zones = zones.unwrap_or_else(|| Value::function(FunctionName::GetAZs, "".into()));
            Some(Value::function(
                FunctionName::Select,
                vec![(place - 1).into(), zones].into(),
            ))
        }
        _ => (!words.is_empty()).then(|| words.into()),
    }
}

/// Whether a value is the list of zones of the stack's own region.
fn is_own_zones(value: &Value) -> bool {
    let Some(call) = value
        .as_function()
        .filter(|call| call.name == FunctionName::GetAZs)
    else {
        return false;
    };
    match &call.argument {
        Value::Text(region) => region.is_empty(),
        Value::Function(inner) => {
            inner.name == FunctionName::Ref && inner.argument.as_text() == Some("AWS::Region")
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(argument: Value) -> Value {
        let zones = Value::function(FunctionName::GetAZs, argument);
        Value::function(FunctionName::Select, vec![1.into(), zones].into())
    }

    #[test]
    fn a_place_in_the_list_reads_and_writes_back() {
        for argument in [Value::from(""), Value::reference("AWS::Region")] {
            let value = second(argument);
            let words = zone_words(&value).unwrap();
            assert_eq!(words, "Zone 2 of the region");
            assert_eq!(zone_value(&words, Some(&value)), Some(value));
        }
        assert_eq!(
            zone_value("Zone 2 of the region", None),
            Some(second("".into()))
        );
    }

    #[test]
    fn another_region_is_not_hidden_behind_words() {
        assert_eq!(zone_words(&second("eu-west-1".into())), None);
    }

    #[test]
    fn a_name_stays_a_name() {
        assert_eq!(
            zone_words(&"us-east-1a".into()).as_deref(),
            Some("us-east-1a")
        );
        assert_eq!(zone_value(" us-east-1a ", None), Some("us-east-1a".into()));
        assert_eq!(zone_value("", None), None);
    }
}
