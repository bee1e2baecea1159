//! Lists, conditions and effects: the framework's own, compiled once. The
//! framework compiles each use of them anew for its types, at up to 8 kB of WASM
//! a use; here the types end in a box before the framework sees them.

use std::hash::{DefaultHasher, Hash, Hasher};

use leptos::prelude::*;

/// A row of a list: what tells it from the others, and how it is made.
struct Row {
    key: u64,
    make: Box<dyn FnOnce() -> AnyView + Send>,
}

/// One child for each item. A child stays as long as there is an item of its key.
#[component]
pub(crate) fn For<Items, Key, View>(
    /// The items, read anew whenever a signal in it changes.
    each: impl Fn() -> Items + Send + 'static,
    /// What tells an item from the others.
    key: impl Fn(&Items::Item) -> Key + Send + 'static,
    /// The child of an item.
    children: impl Fn(Items::Item) -> View + Clone + Send + 'static,
) -> AnyView
where
    Items: IntoIterator + 'static,
    Items::Item: Send + 'static,
    Key: Hash,
    View: IntoView + 'static,
{
    let rows = move || {
        let row = |item| {
            let (key, children) = (hash(&key(&item)), children.clone());
            let make = Box::new(move || children(item).into_any());
            Row { key, make }
        };
        each().into_iter().map(row).collect()
    };
    list(Box::new(rows))
}

fn list(rows: Box<dyn Fn() -> Vec<Row> + Send>) -> AnyView {
    let make = |row: Row| (row.make)();
    view! { <leptos::prelude::For each=rows key=|row| row.key children=make /> }.into_any()
}

/// Of 64 bits: no list is so long that two keys would meet in one.
fn hash(key: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}

/// Its children while a condition holds.
#[component]
pub(crate) fn Show(
    /// The condition, read anew whenever a signal in it changes.
    when: impl Fn() -> bool + Send + Sync + 'static,
    /// What is shown while it holds.
    children: ChildrenFn,
    /// What is shown while it does not.
    #[prop(optional, into)]
    fallback: ViewFn,
) -> AnyView {
    shown(Box::new(when), children, fallback)
}

fn shown(
    when: Box<dyn Fn() -> bool + Send + Sync>,
    children: ChildrenFn,
    fallback: ViewFn,
) -> AnyView {
    let holds = Memo::new(move |_| when());
    let either = move || {
        if holds.get() {
            children()
        } else {
            fallback.run()
        }
    };
    either.into_any()
}

/// Runs something now and whenever a signal in it changes.
pub(crate) fn effect(run: impl FnMut() + 'static) {
    let run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(run);
}
