//! Feeds pointer events to the tool and carries its intents out.

use std::sync::Arc;

use drawbridge_core::diagram::Arrow;
use drawbridge_core::geometry::{Guide, Rect};
use drawbridge_core::template::LogicalId;
use drawbridge_core::tool::{Edge, Event, Highlight, Intent, Select, View, Wire};
use leptos::ev::{self, PointerEvent};
use leptos::prelude::*;

use super::input;
use crate::workspace::{ArrowKey, Offer, Selection, Workspace};

/// The tool, and what it shows while a gesture lasts. Copied freely; found by
/// [`Gesture::here`].
#[derive(Clone, Copy)]
pub(crate) struct Gesture {
    workspace: Workspace,
    tool: StoredValue<Select>,
    was_drag: StoredValue<bool>,
    holds_space: RwSignal<bool>,
    /// The rectangle of a selection, in the world.
    pub(super) marquee: RwSignal<Option<Rect>>,
    /// A line that is being pulled.
    pub(super) wire: RwSignal<Option<Wire>>,
    /// Where something would land.
    pub(super) highlight: RwSignal<Option<Arc<Highlight>>>,
    /// What something is aligned with.
    pub(super) guides: RwSignal<Vec<Guide>>,
    /// The kind that is carried, and where the pointer is on the screen.
    pub(crate) carried: RwSignal<Option<(Offer, f64, f64)>>,
    /// The two ends of a line that waits for the choice of what it says.
    pub(crate) joining: RwSignal<Option<(LogicalId, LogicalId)>>,
    name: RwSignal<&'static str>,
}

impl Gesture {
    /// Makes the tool and provides it to everything below.
    pub(crate) fn provide(workspace: Workspace) -> Self {
        let gesture = Self {
            workspace,
            tool: StoredValue::new(Select::default()),
            was_drag: StoredValue::new(false),
            holds_space: RwSignal::new(false),
            marquee: RwSignal::default(),
            wire: RwSignal::default(),
            highlight: RwSignal::default(),
            guides: RwSignal::default(),
            carried: RwSignal::default(),
            joining: RwSignal::default(),
            name: RwSignal::new("idle"),
        };
        let down = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" && gesture.is_under_way() {
                event.stop_immediate_propagation();
                gesture.abandon();
            }
            if event.key() == " " && event.target() == body() {
                gesture.holds_space.set(true);
            }
        });
        let up = window_event_listener(ev::keyup, move |event| {
            if event.key() == " " {
                gesture.holds_space.set(false);
            }
        });
        on_cleanup(move || {
            down.remove();
            up.remove();
        });
        provide_context(gesture);
        gesture
    }

    /// The tool provided above.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// What is going on, for the style of the pointer.
    pub(super) fn name(self) -> &'static str {
        if self.holds_space.get() {
            "hand"
        } else {
            self.name.get()
        }
    }

    /// The pointer was pressed on the canvas.
    pub(super) fn press(self, event: &PointerEvent) {
        if !super::is_primary(event) {
            return;
        }
        event.prevent_default();
        input::focus_canvas();
        input::capture(event);
        self.send(Event::Press(input::pointer(
            event,
            self.holds_space.get_untracked(),
        )));
    }

    /// The pointer was pressed on a node's port.
    pub(super) fn press_port(self, id: LogicalId, event: &PointerEvent) {
        event.stop_propagation();
        event.prevent_default();
        input::capture(event);
        self.send(Event::PressPort(id, input::pointer(event, false)));
    }

    /// The pointer was pressed on a node's edge.
    pub(super) fn press_edge(self, id: LogicalId, edge: Edge, event: &PointerEvent) {
        event.stop_propagation();
        event.prevent_default();
        input::capture(event);
        self.send(Event::PressEdge(id, edge, input::pointer(event, false)));
    }

    /// The pointer moved.
    pub(super) fn moved(self, event: &PointerEvent) {
        if self.is_under_way() {
            self.send(Event::Move(input::pointer(event, false)));
        }
    }

    /// The pointer was released.
    pub(super) fn release(self, event: &PointerEvent) {
        if self.is_under_way() {
            self.send(Event::Release(input::pointer(event, false)));
        }
    }

    /// Escape, or the browser took the pointer away.
    pub(crate) fn abandon(self) {
        if self.is_under_way() {
            self.carried.set(None);
            self.send(Event::Cancel);
        }
    }

    /// A kind is pressed in the palette: from here on it may be carried.
    pub(crate) fn carry(self, offer: Offer, event: &PointerEvent) {
        input::capture(event);
        self.was_drag.set_value(false);
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        self.carried.set(Some((offer, at.0, at.1)));
    }

    /// The pointer that carries a kind moved.
    pub(crate) fn carried(self, event: &PointerEvent) {
        let Some((offer, x, y)) = self.carried.get_untracked() else {
            return;
        };
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        if !self.was_drag.get_value() {
            if (at.0 - x).hypot(at.1 - y) < 4.0 {
                return;
            }
            self.was_drag.set_value(true);
        }
        let (kind, variant) = (offer.kind.clone(), offer.variant);
        self.carried.set(Some((offer, at.0, at.1)));
        if input::is_over_canvas(event) {
            self.send(Event::Carry(kind, variant, input::pointer(event, false)));
        } else if self.is_under_way() {
            self.send(Event::Cancel);
        }
    }

    /// The pointer that carries a kind was released.
    pub(crate) fn dropped(self, event: &PointerEvent) {
        self.carried.set(None);
        if self.is_under_way() && input::is_over_canvas(event) {
            self.send(Event::Release(input::pointer(event, false)));
        }
    }

    /// Where something would land, tracked.
    pub(crate) fn landing(self) -> Option<Arc<Highlight>> {
        self.highlight.get()
    }

    /// Whether the last press in the palette became a drag; forgets it.
    pub(crate) fn take_was_drag(self) -> bool {
        self.was_drag
            .try_update_value(std::mem::take)
            .unwrap_or(false)
    }

    fn is_under_way(self) -> bool {
        self.tool.with_value(|tool| !matches!(tool, Select::Idle))
    }

    fn send(self, event: Event) {
        let workspace = self.workspace;
        let selection = workspace.selection.get_untracked();
        let chosen = &selection.resources;
        let tool = self
            .tool
            .try_update_value(std::mem::take)
            .unwrap_or_default();
        let shows = |arrow: &Arrow| workspace.arrow(&ArrowKey::of(arrow)).is_some();
        let (tool, intents) = workspace.committed(|document| {
            workspace.diagram(|diagram| {
                let view = View {
                    document,
                    diagram,
                    selection: chosen,
                    camera: workspace.camera.get_untracked(),
                    shows: &shows,
                };
                tool.step(event, &view)
            })
        });
        let name = match &tool {
            Select::Idle | Select::Pressing { .. } => "idle",
            Select::Moving(_) => "moving",
            Select::Marquee { .. } => "marquee",
            Select::Connecting { .. } => "connecting",
            Select::Resizing { .. } => "resizing",
            Select::Panning { .. } => "panning",
            Select::Carrying { .. } => "carrying",
        };
        if self.name.get_untracked() != name {
            self.name.set(name);
        }
        workspace.set_moving(tool.moving().to_vec());
        self.tool.set_value(tool);
        for intent in intents {
            self.carry_out(intent);
        }
    }

    fn carry_out(self, intent: Intent) {
        let workspace = self.workspace;
        match intent {
            Intent::Select(ids) => workspace.select(Selection::of(ids)),
            Intent::SelectArrow(arrow) => {
                workspace.select(Selection::arrow(ArrowKey::of(&arrow)));
            }
            Intent::Preview(change) => workspace.preview(*change),
            Intent::Commit => workspace.commit_preview(),
            Intent::Cancel => workspace.cancel(),
            Intent::Refuse(refusal) => workspace.refuse(&refusal),
            Intent::Marquee(marquee) => self.marquee.set(marquee),
            Intent::Wire(wire) => self.wire.set(wire),
            Intent::Highlight(highlight) => self.light(highlight),
            Intent::Guides(guides) => {
                if self.guides.with_untracked(|now| *now != guides) {
                    self.guides.set(guides);
                }
            }
            Intent::Look(camera) => workspace.camera.set(camera),
            Intent::Connect(from, to) => self.join(from, to),
        }
    }

    fn light(self, highlight: Option<Highlight>) {
        let is_same = self
            .highlight
            .with_untracked(|now| now.as_deref() == highlight.as_ref());
        if !is_same {
            self.highlight.set(highlight.map(Arc::new));
        }
    }

    /// Connects two nodes: at once if there is one way that needs nothing more,
    /// by a dialog otherwise.
    pub(crate) fn join(self, from: LogicalId, to: LogicalId) {
        use drawbridge_core::edit::{connect, connections, plain_one};
        let workspace = self.workspace;
        match workspace.committed(|document| connections(document, &from, &to)) {
            Ok(ways) => match plain_one(&ways, &from) {
                Some(way) => {
                    workspace.run(|document| connect(document, way, None));
                }
                None => self.joining.set(Some((from, to))),
            },
            Err(refusal) => workspace.refuse(&refusal),
        }
    }
}

fn body() -> Option<web_sys::EventTarget> {
    Some(web_sys::window()?.document()?.body()?.into())
}
