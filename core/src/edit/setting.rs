//! What the template is taken to be deployed with: region, account, and named
//! variants of parameter values. Evaluates nothing.

use super::parameter::{Parameter, refuse_value};
use crate::document::{Change, Document, Draft, Refusal};
use crate::message::Message;
use crate::template::{Map, Value};

/// The most letters of a variant's name, for a chooser to show it whole.
const MAX_NAME: usize = 40;

/// Sets the region that the design is read in.
///
/// # Errors
/// The text cannot be a region.
pub fn set_region(document: &Document, region: &str) -> Result<Change, Refusal> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let dashes = region.matches('-').count();
    if !region.chars().all(fits) || dashes < 2 || region.len() > 32 {
        let message = "“{region}” is no region: write one such as us-east-1.";
        return Err(Message::new(message).text("region", region).into());
    }
    let mut draft = Draft::new(document);
    if document.layout.region.as_deref() != Some(region) {
        draft.layout_mut().region = Some(region.to_owned());
    }
    let title = Message::new("Change the region to {region}");
    Ok(draft.into_change(title.text("region", region)))
}

/// Sets the account that the design is read in; nothing takes it away.
///
/// # Errors
/// The text cannot be an account.
/// <https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html>
pub fn set_account(document: &Document, account: &str) -> Result<Change, Refusal> {
    // The console writes it in three groups.
    let digits: String = account
        .chars()
        .filter(|c| !matches!(c, '-' | ' '))
        .collect();
    let is_account = digits.len() == 12 && digits.bytes().all(|it| it.is_ascii_digit());
    if !digits.is_empty() && !is_account {
        let message = "“{account}” is no account: write its 12 digits, such as 123456789012.";
        return Err(Message::new(message).text("account", account).into());
    }
    let after = is_account.then_some(digits);
    let mut draft = Draft::new(document);
    let title = match &after {
        Some(account) => Message::new("Change the account to {account}").text("account", account),
        None => Message::new("Take the account away"),
    };
    if document.layout.account != after {
        draft.layout_mut().account = after;
    }
    Ok(draft.into_change(title))
}

/// Lets the values of a variant count, or the defaults.
///
/// # Errors
/// There is no such variant.
pub fn choose_variant(document: &Document, name: Option<&str>) -> Result<Change, Refusal> {
    let title = match name {
        Some(name) => {
            exists(document, name)?;
            Message::new("Choose the variant {name}").text("name", name)
        }
        None => Message::new("Choose the default values"),
    };
    let mut draft = Draft::new(document);
    if document.layout.variants.chosen.as_deref() != name {
        draft.layout_mut().variants.chosen = name.map(str::to_owned);
    }
    Ok(draft.into_change(title))
}

/// Adds a variant with the values of the chosen one, and chooses it.
///
/// # Errors
/// The name cannot be one, or is taken.
pub fn add_variant(document: &Document, name: &str) -> Result<Change, Refusal> {
    let name = free_name(document, name)?;
    let mut draft = Draft::new(document);
    let values = document.layout.variants.values().cloned();
    let variants = &mut draft.layout_mut().variants;
    variants
        .all
        .insert(name.to_owned(), values.unwrap_or_default());
    variants.chosen = Some(name.to_owned());
    Ok(draft.into_change(Message::new("Add the variant {name}").text("name", name)))
}

/// Gives a variant another name; it keeps its place.
///
/// # Errors
/// There is no such variant, or the name cannot be one, or is taken.
pub fn rename_variant(document: &Document, old: &str, new: &str) -> Result<Change, Refusal> {
    let index = exists(document, old)?;
    let title = Message::new("Rename the variant {old} to {new}").text("old", old);
    let title = title.text("new", new.trim());
    let mut draft = Draft::new(document);
    if new.trim() == old {
        return Ok(draft.into_change(title));
    }
    let new = free_name(document, new)?.to_owned();
    let variants = &mut draft.layout_mut().variants;
    if let Some(values) = variants.all.shift_remove(old) {
        variants.all.shift_insert(index, new.clone(), values);
    }
    if variants.chosen.as_deref() == Some(old) {
        variants.chosen = Some(new);
    }
    Ok(draft.into_change(title))
}

/// Takes a variant away; the defaults count if it was chosen.
///
/// # Errors
/// There is no such variant.
pub fn remove_variant(document: &Document, name: &str) -> Result<Change, Refusal> {
    exists(document, name)?;
    let mut draft = Draft::new(document);
    let variants = &mut draft.layout_mut().variants;
    variants.all.shift_remove(name);
    variants.chosen.take_if(|chosen| chosen == name);
    Ok(draft.into_change(Message::new("Remove the variant {name}").text("name", name)))
}

/// Sets the value of a parameter: in the chosen variant, or where none is
/// chosen as the default in the template. `None` goes back: to the default, or
/// to no default.
///
/// # Errors
/// There is no such parameter, or its declaration does not allow the value.
pub fn set_parameter_value(
    document: &Document,
    name: &str,
    value: Option<&str>,
) -> Result<Change, Refusal> {
    let parameter = Parameter::find(&document.template, name).ok_or_else(|| {
        let message = "There is no parameter {name} any more.";
        Refusal::from(Message::new(message).text("name", name))
    })?;
    if let Some(value) = value {
        refuse_value(&parameter, value)?;
    }
    let mut draft = Draft::new(document);
    let Some(variant) = document.layout.variants.chosen.clone() else {
        set_default(&mut draft, &parameter, value);
        let title = Message::new("Change the default of {name}").text("name", name);
        return Ok(draft.into_change(title));
    };
    let before = document.layout.variants.values();
    let before = before.and_then(|values| values.get(name));
    if before.map(String::as_str) != value
        && let Some(values) = draft.layout_mut().variants.all.get_mut(&variant)
    {
        match value {
            Some(value) => {
                values.insert(name.to_owned(), value.to_owned());
            }
            None => {
                values.shift_remove(name);
            }
        }
    }
    let title = Message::new("Change {name} in {variant}").text("name", name);
    Ok(draft.into_change(title.text("variant", variant)))
}

fn set_default(draft: &mut Draft<'_>, parameter: &Parameter<'_>, value: Option<&str>) {
    let section = draft.template_mut().sections.get_mut("Parameters");
    let Some(Value::Map(all)) = section else {
        return;
    };
    let Some(Value::Map(declaration)) = all.get_mut(parameter.name) else {
        return;
    };
    let Some(value) = value else {
        declaration.shift_remove("Default");
        return;
    };
    let before = declaration.get("Default").and_then(Value::as_scalar_text);
    if before.as_deref() != Some(value) {
        put_default(declaration, default_value(parameter, value));
    }
}

/// A whole number stays a number; what YAML or JSON would write another way, or
/// lose digits of, is text.
fn default_value(parameter: &Parameter<'_>, value: &str) -> Value {
    let number = value.parse::<i64>().ok();
    match number.filter(|it| parameter.kind == "Number" && it.to_string() == value) {
        Some(number) => number.into(),
        None => value.into(),
    }
}

/// Puts a default behind the type, where people write it.
fn put_default(declaration: &mut Map, value: Value) {
    if let Some(default) = declaration.get_mut("Default") {
        *default = value;
        return;
    }
    let behind = declaration.get_index_of("Type").map_or(0, |at| at + 1);
    declaration.shift_insert(behind, "Default".to_owned(), value);
}

/// The place of a variant.
fn exists(document: &Document, name: &str) -> Result<usize, Refusal> {
    let all = &document.layout.variants.all;
    all.get_index_of(name).ok_or_else(|| {
        let message = "There is no variant {name} any more: choose another.";
        Message::new(message).text("name", name).into()
    })
}

fn free_name<'a>(document: &Document, name: &'a str) -> Result<&'a str, Refusal> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Refusal::new(
            "A variant needs a name: write one such as dev.",
        ));
    }
    if name.chars().count() > MAX_NAME || name.chars().any(char::is_control) {
        let message = "“{name}” is too long for a variant: write at most 40 letters.";
        return Err(Message::new(message).text("name", name).into());
    }
    if document.layout.variants.all.contains_key(name) {
        let message = "There is a variant {name} already: choose another name.";
        return Err(Message::new(message).text("name", name).into());
    }
    Ok(name)
}

#[cfg(test)]
#[path = "setting_tests.rs"]
mod tests;
