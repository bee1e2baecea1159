//! What filters leave of a small matrix: the Internet, two web servers, and
//! a database.

use drawbridge_core::message::Message;

use super::*;

fn matrix() -> Matrix {
    let class = |label: &'static str, members: &[&str]| Class {
        members: members.iter().map(LogicalId::new).collect(),
        label: Message::new(label),
        is_internet: members.is_empty(),
    };
    let cell = |from, to, protocol, sets: [PortSet; 3]| {
        let [ports, sometimes, unanswered] = sets;
        Cell {
            from,
            to,
            family: Family::V4,
            protocol,
            ports,
            sometimes,
            unanswered,
            unsettled: PortSet::none(),
        }
    };
    let (none, port) = (PortSet::none, PortSet::single);
    Matrix {
        classes: vec![
            class("The Internet", &[]),
            class("2 web servers", &["WebA", "WebB"]),
            class("Database", &["Database"]),
        ],
        cells: vec![
            cell(0, 1, Protocol::Tcp, [port(443), none(), port(22)]),
            cell(1, 1, Protocol::Udp, [port(53), none(), none()]),
            cell(1, 2, Protocol::Tcp, [port(5432), none(), none()]),
        ],
    }
}

fn shown(wanted: &Wanted) -> String {
    Narrowed::of(&matrix(), wanted).markdown()
}

#[test]
fn every_pair_has_its_ports_and_what_becomes_of_the_reply() {
    let expected = "| From, to | The Internet | 2 web servers | Database |
| --- | --- | --- | --- |
| The Internet |  | 443, 22 (no reply) | – |
| 2 web servers | – | udp 53 | 5432 |
| Database | – | – |  |
";
    assert_eq!(shown(&Wanted::default()), expected);
}

#[test]
fn rows_and_columns_without_anything_open_can_be_left_out() {
    let wanted = Wanted {
        only_open: true,
        ..Wanted::default()
    };
    let expected = "| From, to | 2 web servers | Database |
| --- | --- | --- |
| The Internet | 443, 22 (no reply) | – |
| 2 web servers | udp 53 | 5432 |
";
    assert_eq!(shown(&wanted), expected);
    let wanted = Wanted {
        hide_same: true,
        traffic: traffic_of("udp").unwrap(),
        ..wanted
    };
    let narrowed = Narrowed::of(&matrix(), &wanted);
    assert_eq!(narrowed.told(), "Nothing fits the filters.");
}

#[test]
fn names_and_ports_narrow() {
    let wanted = Wanted {
        from: "webb".to_owned(),
        traffic: traffic_of("PostgreSQL").unwrap(),
        ..Wanted::default()
    };
    let expected = "| From, to | The Internet | 2 web servers | Database |
| --- | --- | --- | --- |
| 2 web servers | – | – | 5432 |
";
    assert_eq!(shown(&wanted), expected);
}

#[test]
fn a_cell_asks_from_one_of_a_class_to_another() {
    let narrowed = Narrowed::of(&matrix(), &Wanted::default());
    let asked = |row: usize, column: usize| {
        let asked = narrowed.rows[row].1[column].asked.clone();
        asked.question().unwrap().to_string()
    };
    assert_eq!(asked(1, 1), "WebA -> WebB udp 53");
    assert_eq!(asked(0, 1), "internet -> WebB tcp 443");
    // Where nothing gets through, the usual port is asked for.
    assert_eq!(asked(0, 2), "internet -> Database tcp 443");
}

#[test]
fn all_ports_of_both_protocols_are_one_line() {
    let mut matrix = matrix();
    for protocol in [Protocol::Tcp, Protocol::Udp] {
        matrix.cells.push(Cell {
            from: 2,
            to: 0,
            family: Family::V6,
            protocol,
            ports: PortSet::all(),
            sometimes: PortSet::none(),
            unanswered: PortSet::none(),
            unsettled: PortSet::none(),
        });
    }
    let narrowed = Narrowed::of(&matrix, &Wanted::default());
    assert_eq!(narrowed.rows[2].1[0].words(), "IPv6 all ports");
    let wanted = Wanted {
        traffic: traffic_of("443").unwrap(),
        ..Wanted::default()
    };
    let narrowed = Narrowed::of(&matrix, &wanted);
    assert_eq!(narrowed.rows[2].1[0].words(), "IPv6 443, IPv6 udp 443");
}

#[test]
fn what_is_not_of_the_design_says_nothing_of_its_kind() {
    let mut matrix = matrix();
    matrix.classes.push(Class {
        members: Vec::new(),
        label: Message::new("Amazon S3"),
        is_internet: false,
    });
    let narrowed = Narrowed::of(&matrix, &Wanted::default());
    let to_s3 = &narrowed.rows[0].1[3];
    assert_eq!((to_s3.state, to_s3.lines.len()), (State::Out, 0));
    // It is called and calls nobody.
    assert_eq!((narrowed.columns.len(), narrowed.rows.len()), (4, 3));
}

#[test]
fn what_is_not_settled_says_so_and_is_found_by_its_port() {
    let mut matrix = matrix();
    matrix.cells[0].unsettled = PortSet::single(8080);
    let narrowed = Narrowed::of(&matrix, &Wanted::default());
    let told = &narrowed.rows[0].1[1];
    assert_eq!(told.state, State::Perhaps);
    assert_eq!(told.words(), "443, 22 (no reply), 8080 (not settled)");
    assert!(narrowed.is_open());
    let wanted = |port: &str| Wanted {
        traffic: traffic_of(port).unwrap(),
        only_open: true,
        ..Wanted::default()
    };
    let narrowed = Narrowed::of(&matrix, &wanted("8080"));
    assert_eq!(narrowed.rows[0].1[0].words(), "8080 (not settled)");
    assert!(!Narrowed::of(&matrix, &wanted("443")).is_open());
}

#[test]
fn traffic_is_a_protocol_a_port_or_a_name() {
    let read = |text: &str| {
        let traffic = traffic_of(text)?;
        Some((traffic.protocol, traffic.port))
    };
    assert_eq!(read(""), Some((None, None)));
    assert_eq!(read("443"), Some((None, Some(443))));
    assert_eq!(read("UDP 53"), Some((Some(Protocol::Udp), Some(53))));
    assert_eq!(read("https"), Some((Some(Protocol::Tcp), Some(443))));
    assert_eq!(read("ping"), Some((Some(Protocol::Icmp), None)));
    assert_eq!(read("tcp x"), None);
    assert_eq!(read("nonsense"), None);
}
