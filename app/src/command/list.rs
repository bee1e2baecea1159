//! The table of commands.

use drawbridge_core::edit;
use drawbridge_core::geometry::Vector;
use drawbridge_core::template::{Format, LogicalId};
use leptos::prelude::*;

use super::Surfaces;
use crate::reach::{Overlay, Which};
use crate::workspace::{Selection, Way, Workspace};

/// Something that can be done.
pub(crate) struct Command {
    /// Its name in code.
    pub(crate) id: &'static str,
    /// Its name for people.
    pub(crate) label: &'static str,
    /// Its keys, such as `Ctrl+Shift+Z`; `Ctrl` is the command key on Apple's
    /// systems. Alternatives are parted by a space.
    pub(crate) keys: &'static str,
    /// Where it stands in the shortcut sheet.
    pub(crate) group: Group,
    /// Whether it can be done now, tracked.
    pub(crate) is_enabled: fn(Workspace) -> bool,
    /// Does it.
    pub(crate) run: fn(Workspace, Surfaces),
}

/// The groups of the shortcut sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// Designs in and out.
    Design,
    /// Changes.
    Edit,
    /// Selecting and moving: keys that work on the canvas only.
    Canvas,
    /// What is seen.
    View,
}

impl Group {
    pub(crate) const ALL: [Self; 4] = [Self::Design, Self::Edit, Self::Canvas, Self::View];

    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Design => "Design",
            Self::Edit => "Edit",
            Self::Canvas => "On the canvas",
            Self::View => "View",
        }
    }
}

/// One step of the grid, in pixels.
const STEP: f64 = 8.0;

fn always(_: Workspace) -> bool {
    true
}

fn has_resources(workspace: Workspace) -> bool {
    workspace
        .selection
        .with(|selection| !selection.resources.is_empty())
}

fn has_selection(workspace: Workspace) -> bool {
    workspace.selection.with(|selection| !selection.is_empty())
}

fn is_in(workspace: Workspace, format: Format) -> bool {
    workspace.template_version.track();
    workspace.format() == format
}

fn chosen(workspace: Workspace) -> Vec<LogicalId> {
    workspace
        .selection
        .with_untracked(|selection| selection.resources.clone())
}

fn has_one(workspace: Workspace) -> bool {
    workspace
        .selection
        .with(|selection| selection.only().is_some())
}

/// Puts what is selected at an end of the question.
fn ask(workspace: Workspace, surfaces: Surfaces, which: Which) {
    let chosen = workspace
        .selection
        .with_untracked(|selection| selection.only().cloned());
    if let Some(id) = chosen {
        surfaces.reaching.put(which, &id);
    }
}

fn nudge(workspace: Workspace, x: f64, y: f64) {
    let ids = chosen(workspace);
    if !ids.is_empty() {
        workspace.run(|document| edit::nudge(document, &ids, Vector { x, y }));
    }
}

fn delete(workspace: Workspace) {
    let selection = workspace.selection.get_untracked();
    if let Some(key) = selection.arrow {
        workspace.run(|document| edit::disconnect(document, &key.owner, &key.property));
    } else if !selection.resources.is_empty() {
        let gone = workspace.committed(|document| edit::removal(document, &selection.resources));
        let done = workspace.run(|document| edit::remove(document, &selection.resources));
        // More went than was seen to be selected: say so.
        if done && gone.len() > selection.resources.len() {
            workspace.offer_undo(format!("{} resources were removed.", gone.len()));
        }
    }
}

fn duplicate(workspace: Workspace) {
    let ids = chosen(workspace);
    if ids.is_empty() {
        return;
    }
    let mut copies = Vec::new();
    let done = workspace.run(|document| {
        let (change, made) = edit::duplicate(document, &ids)?;
        copies = made;
        Ok(change)
    });
    if done {
        workspace.select(Selection::of(copies));
    }
}

macro_rules! commands {
    ($($group:ident $id:literal $label:literal $keys:literal $enabled:expr => $run:expr;)+) => {
        /// Every command, in the order of the shortcut sheet.
        pub(crate) static COMMANDS: &[Command] = &[$(Command {
            id: $id,
            label: $label,
            keys: $keys,
            group: Group::$group,
            is_enabled: $enabled,
            run: $run,
        }),+];
    };
}

commands! {
    Design "new" "New design" "" always => |workspace, surfaces| {
        let is_empty = workspace.committed(|document| document.template.resources.is_empty());
        if is_empty { workspace.start_anew() } else { surfaces.anew.set(true) }
    };
    Design "open" "Open file…" "Ctrl+O" always => |_, surfaces| surfaces.choose_file();
    Design "paste" "Open pasted text…" "" always => |_, surfaces| surfaces.paste.set(true);
    Design "samples" "New from sample…" "" always => |_, surfaces| surfaces.samples.set(true);
    Design "save" "Save design" "Ctrl+S" always => |workspace, _| workspace.save_file();
    Design "export" "Export template" "Ctrl+E" always => |workspace, _| workspace.export_file();
    Design "share" "Copy link" "" always => |workspace, _| workspace.copy_link();
    Design "to-yaml" "Convert to YAML" "" |workspace| is_in(workspace, Format::Json)
        => |workspace, _| workspace.convert(Format::Yaml);
    Design "to-json" "Convert to JSON" "" |workspace| is_in(workspace, Format::Yaml)
        => |workspace, _| workspace.convert(Format::Json);
    Edit "undo" "Undo" "Ctrl+Z" |workspace| workspace.undo_title().is_some()
        => |workspace, _| workspace.undo();
    Edit "redo" "Redo" "Ctrl+Shift+Z Ctrl+Y" |workspace| workspace.redo_title().is_some()
        => |workspace, _| workspace.redo();
    Edit "duplicate" "Duplicate" "Ctrl+D" has_resources => |workspace, _| duplicate(workspace);
    Edit "connect" "Connect to…" "C" has_one => |_, surfaces| surfaces.connect.set(true);
    Edit "delete" "Delete" "Delete Backspace" has_selection => |workspace, _| delete(workspace);
    Edit "tidy" "Tidy up" "" always => |workspace, _| {
        if workspace.run(drawbridge_core::diagram::arrange::arrange) { workspace.fit(); }
    };
    Canvas "all" "Select all" "Ctrl+A" always => |workspace, _| workspace.select_all();
    Canvas "none" "Select nothing" "Escape" has_selection
        => |workspace, _| workspace.select(Selection::default());
    Canvas "child" "Go into a container" "Enter" always => |workspace, _| workspace.select_child();
    Canvas "parent" "Go out to the container" "Shift+Enter" has_resources
        => |workspace, _| workspace.select_parent();
    Canvas "next" "Select the next one" "Ctrl+ArrowRight" has_resources
        => |workspace, _| workspace.select_sibling(Way::Next);
    Canvas "previous" "Select the one before" "Ctrl+ArrowLeft" has_resources
        => |workspace, _| workspace.select_sibling(Way::Previous);
    Canvas "left" "Move left" "ArrowLeft" has_resources => |workspace, _| nudge(workspace, -STEP, 0.0);
    Canvas "right" "Move right" "ArrowRight" has_resources => |workspace, _| nudge(workspace, STEP, 0.0);
    Canvas "up" "Move up" "ArrowUp" has_resources => |workspace, _| nudge(workspace, 0.0, -STEP);
    Canvas "down" "Move down" "ArrowDown" has_resources => |workspace, _| nudge(workspace, 0.0, STEP);
    Canvas "far-left" "Move far left" "Shift+ArrowLeft" has_resources
        => |workspace, _| nudge(workspace, -10.0 * STEP, 0.0);
    Canvas "far-right" "Move far right" "Shift+ArrowRight" has_resources
        => |workspace, _| nudge(workspace, 10.0 * STEP, 0.0);
    Canvas "far-up" "Move far up" "Shift+ArrowUp" has_resources
        => |workspace, _| nudge(workspace, 0.0, -10.0 * STEP);
    Canvas "far-down" "Move far down" "Shift+ArrowDown" has_resources
        => |workspace, _| nudge(workspace, 0.0, 10.0 * STEP);
    Canvas "reach-from" "Reach from here" "F" has_one
        => |workspace, surfaces| ask(workspace, surfaces, Which::From);
    Canvas "reach-to" "Reach to here" "T" has_one
        => |workspace, surfaces| ask(workspace, surfaces, Which::To);
    View "fit" "Show everything" "Shift+1" always => |workspace, _| workspace.fit();
    View "reveal" "Show the selection" "Shift+2" has_resources
        => |workspace, _| workspace.reveal_selection();
    View "actual" "Zoom to 100 %" "Ctrl+0" always => |workspace, _| workspace.zoom_to_actual();
    View "closer" "Zoom in" "+ =" always => |workspace, _| workspace.zoom(1.25);
    View "farther" "Zoom out" "-" always => |workspace, _| workspace.zoom(0.8);
    View "theme" "Light or dark" "" always => |_, surfaces| surfaces.toggle_theme();
    View "problems" "Problems" "Alt+1" always => |_, surfaces| surfaces.dock.set("problems");
    View "reach" "Reach" "Alt+2" always => |_, surfaces| surfaces.dock.set("reach");
    View "matrix" "Matrix" "Alt+3" always => |_, surfaces| surfaces.dock.set("matrix");
    View "template" "Template" "Alt+4" always => |_, surfaces| surfaces.dock.set("template");
    View "exposure" "Overlay: exposure" "Shift+E" always
        => |_, surfaces| surfaces.reaching.toggle(Overlay::Exposure);
    View "tiers" "Overlay: tiers of subnets" "Shift+T" always
        => |_, surfaces| surfaces.reaching.toggle(Overlay::Tiers);
    View "route-tables" "Overlay: route tables" "Shift+R" always
        => |_, surfaces| surfaces.reaching.toggle(Overlay::RouteTables);
    View "security-groups" "Overlay: security groups" "Shift+G" always
        => |_, surfaces| surfaces.reaching.toggle(Overlay::SecurityGroups);
    View "shortcuts" "Keyboard shortcuts" "?" always => |_, surfaces| surfaces.shortcuts.set(true);
}

/// The command of a name.
pub(crate) fn command(id: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_name_or_a_key() {
        let mut ids: Vec<_> = COMMANDS.iter().map(|command| command.id).collect();
        let mut keys: Vec<_> = COMMANDS
            .iter()
            .flat_map(|command| command.keys.split(' '))
            .collect();
        keys.retain(|key| !key.is_empty());
        for all in [&mut ids, &mut keys] {
            let count = all.len();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), count);
        }
    }
}
