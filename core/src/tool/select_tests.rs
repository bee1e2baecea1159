//! Gestures as event sequences.

use super::{Select, View};
use crate::diagram::{Diagram, project};
use crate::document::{Document, Session};
use crate::fixture::design;
use crate::geometry::{Camera, Point};
use crate::template::LogicalId;
use crate::tool::{Event, Intent, Modifiers, Pointer};

/// An app in small: carries intents out on a session.
struct Desk {
    session: Session,
    tool: Select,
    selection: Vec<LogicalId>,
    refused: Vec<String>,
    connected: Vec<(String, String)>,
    landing: Option<(String, bool)>,
}

impl Desk {
    fn new(text: &str) -> Self {
        Self {
            session: Session::new(design(text)),
            tool: Select::default(),
            selection: Vec::new(),
            refused: Vec::new(),
            connected: Vec::new(),
            landing: None,
        }
    }

    fn diagram(&self) -> Diagram {
        project(self.session.document())
    }

    fn center(&self, id: &str) -> Point {
        self.diagram().absolute(&id.into()).unwrap().center()
    }

    fn header(&self, id: &str) -> Point {
        let frame = self.diagram().absolute(&id.into()).unwrap();
        Point {
            x: frame.x + 12.0,
            y: frame.y + 12.0,
        }
    }

    fn send(&mut self, event: Event) -> &mut Self {
        let diagram = self.diagram();
        let camera = Camera {
            x: 0.0,
            y: 0.0,
            zoom: 1.0,
        };
        let view = View {
            document: self.session.committed(),
            diagram: &diagram,
            selection: &self.selection,
            camera,
            shows: &|arrow| !arrow.overlay,
        };
        let (tool, intents) = std::mem::take(&mut self.tool).step(event, &view);
        self.tool = tool;
        for intent in intents {
            match intent {
                Intent::Select(ids) => self.selection = ids,
                Intent::Preview(change) => {
                    self.session.preview(*change).unwrap();
                }
                Intent::Commit => {
                    self.session.commit_preview().unwrap();
                }
                Intent::Cancel => {
                    self.session.cancel();
                }
                Intent::Refuse(refusal) => self.refused.push(refusal.to_string()),
                Intent::Connect(from, to) => {
                    self.connected.push((from.to_string(), to.to_string()));
                }
                Intent::Highlight(highlight) => {
                    self.landing = highlight.map(|it| {
                        (
                            it.node.map(|id| id.to_string()).unwrap_or_default(),
                            it.refusal.is_none(),
                        )
                    });
                }
                _ => {}
            }
        }
        self
    }

    fn press(&mut self, at: Point) -> &mut Self {
        self.send(Event::Press(pointer(at)))
    }

    fn drag(&mut self, from: Point, to: Point) -> &mut Self {
        let middle = Point {
            x: f64::midpoint(from.x, to.x),
            y: f64::midpoint(from.y, to.y),
        };
        self.press(from)
            .send(Event::Move(pointer(middle)))
            .send(Event::Move(pointer(to)))
    }

    fn release(&mut self, at: Point) -> &mut Self {
        self.send(Event::Release(pointer(at)))
    }

    fn selected(&self) -> Vec<&str> {
        self.selection.iter().map(LogicalId::as_str).collect()
    }
}

fn pointer(at: Point) -> Pointer {
    Pointer {
        at,
        ..Pointer::default()
    }
}

fn with_shift(at: Point) -> Pointer {
    Pointer {
        at,
        modifiers: Modifiers {
            shift: true,
            ..Modifiers::default()
        },
        ..Pointer::default()
    }
}

const TWO: &str = "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
    instance one
    instance two
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
    instance three
";

fn subnet_of(document: &Document, id: &str) -> String {
    let resource = document.template.resource(&id.into()).unwrap();
    resource
        .property("SubnetId")
        .unwrap()
        .as_function()
        .unwrap()
        .names()[0]
        .0
        .clone()
}

#[test]
fn a_click_selects_and_shift_adds_and_takes_away() {
    let mut desk = Desk::new(TWO);
    let (one, two) = (desk.center("one"), desk.center("two"));
    desk.press(one).release(one);
    assert_eq!(desk.selected(), ["one"]);
    desk.send(Event::Press(with_shift(two))).release(two);
    assert_eq!(desk.selected(), ["one", "two"]);
    desk.send(Event::Press(with_shift(one))).release(one);
    assert_eq!(desk.selected(), ["two"]);
    let outside = Point {
        x: -500.0,
        y: -500.0,
    };
    desk.press(outside).release(outside);
    assert!(desk.selected().is_empty());
}

#[test]
fn a_short_way_is_a_click_and_no_step() {
    let mut desk = Desk::new(TWO);
    let one = desk.center("one");
    let near = Point {
        x: one.x + 2.0,
        y: one.y + 1.0,
    };
    desk.drag(one, near).release(near);
    assert!(desk.session.undo_title().is_none());
}

#[test]
fn a_drag_moves_as_one_step_and_undo_brings_it_back() {
    let mut desk = Desk::new(TWO);
    let before = desk.session.document().clone();
    let start = desk.diagram().absolute(&"one".into()).unwrap();
    let one = desk.center("one");
    let to = Point {
        x: one.x + 16.0,
        y: one.y + 40.0,
    };
    desk.drag(one, to).release(to);
    let end = desk.diagram().absolute(&"one".into()).unwrap();
    assert!(end.y > start.y, "{start:?} {end:?}");
    assert_eq!(subnet_of(desk.session.document(), "one"), "a");
    desk.session.undo();
    assert_eq!(desk.session.document(), &before);
    assert!(desk.session.undo_title().is_none());
}

#[test]
fn a_drop_on_another_subnet_writes_the_subnet() {
    let mut desk = Desk::new(TWO);
    let (one, b) = (desk.center("one"), desk.header("b"));
    desk.drag(one, b);
    assert_eq!(desk.landing, Some(("b".to_owned(), true)));
    desk.release(b);
    assert_eq!(subnet_of(desk.session.document(), "one"), "b");
    assert_eq!(desk.landing, None);
}

#[test]
fn a_drop_where_the_kind_does_not_live_is_refused_and_leaves_no_trace() {
    let mut desk = Desk::new(TWO);
    let before = desk.session.document().clone();
    let one = desk.center("one");
    let outside = Point {
        x: one.x - 5000.0,
        y: one.y,
    };
    desk.drag(one, outside);
    assert_eq!(desk.landing, Some((String::new(), false)));
    desk.release(outside);
    assert_eq!(desk.refused.len(), 1, "{:?}", desk.refused);
    assert_eq!(desk.session.document(), &before);
}

#[test]
fn escape_restores_the_start() {
    let mut desk = Desk::new(TWO);
    let before = desk.session.document().clone();
    let (one, b) = (desk.center("one"), desk.header("b"));
    desk.drag(one, b).send(Event::Cancel);
    assert_eq!(desk.session.document(), &before);
    desk.send(Event::Move(pointer(one))).release(one);
    assert_eq!(desk.session.document(), &before);
}

#[test]
fn a_marquee_selects_what_it_touches() {
    let mut desk = Desk::new(TWO);
    let one = desk.diagram().absolute(&"one".into()).unwrap();
    let from = Point {
        x: one.x - 2.0,
        y: one.y - 2.0,
    };
    let alt = Pointer {
        modifiers: Modifiers {
            alt: true,
            ..Modifiers::default()
        },
        ..pointer(from)
    };
    let to = Point {
        x: one.x + 20.0,
        y: one.y + 20.0,
    };
    desk.send(Event::Press(alt))
        .send(Event::Move(pointer(to)))
        .release(to);
    assert_eq!(desk.selected(), ["one"]);
}

#[test]
fn a_line_pulled_to_another_node_asks_to_connect() {
    let mut desk = Desk::new("vpc main\n  subnet a\n  routetable routes\n");
    let (a, routes) = (desk.center("a"), desk.center("routes"));
    desk.send(Event::PressPort("a".into(), pointer(a)))
        .send(Event::Move(pointer(routes)));
    assert_eq!(desk.landing, Some(("routes".to_owned(), true)));
    desk.release(routes);
    assert_eq!(desk.connected, [("a".to_owned(), "routes".to_owned())]);
}

#[test]
fn a_kind_from_the_palette_lands_in_the_container_under_it() {
    let mut desk = Desk::new(TWO);
    let at = desk.header("b");
    desk.send(Event::Carry(
        "AWS::EC2::Instance".to_owned(),
        None,
        pointer(at),
    ));
    assert_eq!(desk.landing, Some(("b".to_owned(), true)));
    desk.release(at);
    let id = desk.selected()[0].to_owned();
    assert_eq!(subnet_of(desk.session.document(), &id), "b");
    let outside = Point { x: -5000.0, y: 0.0 };
    desk.send(Event::Carry(
        "AWS::EC2::Subnet".to_owned(),
        None,
        pointer(outside),
    ))
    .release(outside);
    assert_eq!(desk.refused.len(), 1);
}

#[test]
fn a_corner_follows_the_pointer() {
    let mut desk = Desk::new(TWO);
    let frame = desk.diagram().nodes[&LogicalId::new("main")].frame;
    let corner = Point {
        x: frame.right(),
        y: frame.bottom(),
    };
    let edge = super::Edge { x: 1, y: 1 };
    let to = Point {
        x: corner.x + 80.0,
        y: corner.y + 40.0,
    };
    desk.send(Event::PressEdge("main".into(), edge, pointer(corner)))
        .send(Event::Move(pointer(to)))
        .release(to);
    let after = desk.diagram().nodes[&LogicalId::new("main")].frame;
    assert!(after.w > frame.w && after.h > frame.h);
    assert_eq!((after.x, after.y), (frame.x, frame.y));
}

#[test]
fn what_stands_beside_subnets_may_be_drawn_over_them_and_stays_in_the_vpc() {
    let text = format!("{TWO}  sg filter GroupDescription=x\nlb front Subnets=[@a, @b]\n");
    for id in ["filter", "front"] {
        let mut desk = Desk::new(&text);
        let template = desk.session.document().template.clone();
        let (from, b) = (desk.center(id), desk.header("b"));
        desk.drag(from, b).release(b);
        assert!(desk.refused.is_empty(), "{id}: {:?}", desk.refused);
        assert_eq!(desk.session.document().template, template, "{id}");
        let node = desk.diagram().nodes[&LogicalId::new(id)].clone();
        assert_eq!(node.parent, Some("main".into()), "{id}");
    }
}

#[test]
fn while_a_box_is_dragged_nothing_else_moves() {
    let mut desk = Desk::new(TWO);
    let before = desk.diagram();
    let (one, b) = (desk.center("one"), desk.header("b"));
    desk.drag(one, b);
    assert_eq!(desk.tool.moving(), ["one".into()]);
    let during = crate::diagram::project_while_moving(desk.session.document(), desk.tool.moving());
    for (id, node) in before.nodes.iter().filter(|(id, _)| id.as_str() != "one") {
        assert_eq!(node.frame, during.nodes[id].frame, "{id}");
    }
    desk.release(b);
    assert!(desk.tool.moving().is_empty());
}

#[test]
fn the_middle_button_moves_the_view_and_nothing_else() {
    let mut desk = Desk::new(TWO);
    let at = desk.center("one");
    let pan = crate::tool::Pointer {
        button: crate::tool::Button::Pan,
        ..pointer(at)
    };
    let diagram = desk.diagram();
    let view = View {
        document: desk.session.committed(),
        diagram: &diagram,
        selection: &[],
        camera: Camera::default(),
        shows: &|_| true,
    };
    let (tool, intents) = Select::default().step(Event::Press(pan), &view);
    assert!(intents.is_empty());
    let to = Point::new(at.x + 30.0, at.y - 10.0);
    let (_, intents) = tool.step(Event::Move(pointer(to)), &view);
    let [Intent::Look(camera)] = intents.as_slice() else {
        panic!("{intents:?}");
    };
    assert_eq!((camera.x, camera.y), (-30.0, 10.0));
    desk.release(at);
}

#[path = "landing_tests.rs"]
mod landing;
