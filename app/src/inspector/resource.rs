//! One resource: everything about it, the most wanted first.

use drawbridge_core::catalogue::{Entry, Field, Format, entry};
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use super::finding_list::FindingList;
use super::further::{Further, WholeBody};
use super::header::Header;
use super::property_field::PropertyField;
use super::relations::{Neighbors, OwnRows};
use super::rules_table::RulesTable;
use super::subject::Subject;
use super::subnet::SubnetFacts;
use crate::workspace::Workspace;

/// The inspector of one resource.
#[component]
pub(super) fn ResourceSheet(id: LogicalId) -> impl IntoView {
    let subject = Subject::new(Workspace::here(), id.clone());
    // Editing the body may make it another kind: then it has other fields.
    let kind = Memo::new(move |_| subject.entry().map(|entry| entry.kind));
    let fields = move || {
        kind.get().and_then(entry).map(|entry| {
            view! {
                <RulesTable subject=subject entry=entry />
                <Fields subject=subject entry=entry />
            }
        })
    };
    view! {
        <Header subject=subject />
        <FindingList id=id.clone() />
        <SubnetFacts id=id />
        {fields}
        <OwnRows subject=subject />
        <Neighbors subject=subject />
        <Further subject=subject />
        <WholeBody subject=subject />
    }
}

/// A heading, and the formats whose fields stand under it.
type Group = (&'static str, fn(Format) -> bool);

/// The headings under which the fields of an entry stand.
const GROUPS: [Group; 3] = [
    ("Settings", is_setting),
    ("Belongs with", is_reference),
    ("Tags", |format| matches!(format, Format::Tags)),
];

fn is_reference(format: Format) -> bool {
    matches!(format, Format::Reference(..) | Format::References(..))
}

fn is_setting(format: Format) -> bool {
    !is_reference(format) && !matches!(format, Format::Tags | Format::Rules)
}

/// The fields of a kind in their groups.
#[component]
pub(super) fn Fields(subject: Subject, entry: &'static Entry) -> impl IntoView {
    let groups = GROUPS.into_iter().filter_map(|(heading, belongs)| {
        let fields: Vec<&'static Field> = entry
            .fields
            .iter()
            .filter(|field| belongs(field.format))
            .collect();
        (!fields.is_empty()).then(|| {
            let fields = fields.into_iter();
            let fields =
                fields.map(|field| view! { <PropertyField subject=subject field=field /> });
            // The table of tags has its own label.
            let heading = (heading != "Tags").then(|| view! { <h3>{heading}</h3> });
            view! { <section class="inspector-section">{heading} {fields.collect_view()}</section> }
        })
    });
    groups.collect_view()
}
