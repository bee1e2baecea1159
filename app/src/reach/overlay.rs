//! What can be laid over the drawing: exposure, tiers, route tables, security
//! groups. Says who is in which group; how a group is drawn is the canvas's.

use drawbridge_core::cidr::IpNet;
use drawbridge_core::lower::Lowered;
use drawbridge_core::lower::survey::Tier;
use drawbridge_core::message::Message;
use drawbridge_core::network::Direction;
use drawbridge_core::reach::markdown::{self, Line};
use drawbridge_core::reach::{
    Exposures, Leaving, Reached, Reply, Shared, Unsettled, route_tables, security_groups,
};
use drawbridge_core::template::LogicalId;

use super::asking::traffic_in;

/// Something that is laid over the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Overlay {
    Exposure,
    Tiers,
    RouteTables,
    SecurityGroups,
}

/// The colors that groups are told apart by, besides their letters.
const HUES: [&str; 8] = ["1", "2", "3", "4", "5", "6", "7", "8"];

/// So many blocks of callers are named.
const MOST_SOURCES: usize = 3;

impl Overlay {
    pub(crate) const ALL: [Self; 4] = [
        Self::Exposure,
        Self::Tiers,
        Self::RouteTables,
        Self::SecurityGroups,
    ];

    /// Its name in code and style.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Exposure => "exposure",
            Self::Tiers => "tiers",
            Self::RouteTables => "route-tables",
            Self::SecurityGroups => "security-groups",
        }
    }

    /// Its name for people.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Exposure => "Exposure",
            Self::Tiers => "Tiers of subnets",
            Self::RouteTables => "Route tables",
            Self::SecurityGroups => "Security groups",
        }
    }

    /// The overlay of a name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// What it says where no group has a member.
    pub(super) fn when_empty(self) -> &'static str {
        match self {
            Self::Exposure => {
                "Nothing: no port of this design can be opened from the Internet, and nothing leaves to it."
            }
            Self::Tiers | Self::RouteTables => "There is no subnet yet.",
            Self::SecurityGroups => "Nobody carries a security group yet.",
        }
    }
}

/// An overlay of a design.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Layer {
    pub(crate) overlay: Overlay,
    /// Whether what it shows is still being worked out.
    pub(crate) is_open: bool,
    pub(crate) groups: Vec<Group>,
}

/// What belongs together.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Group {
    /// Its color by the name that the style sheet knows.
    pub(crate) hue: &'static str,
    /// Its letters on the drawing; empty where the members' words stand.
    pub(crate) mark: String,
    pub(crate) label: Message,
    /// Whether it is drawn, or only listed.
    pub(crate) is_drawn: bool,
    pub(crate) members: Vec<Member>,
}

/// Somebody in a group.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Member {
    pub(crate) id: LogicalId,
    /// What is said of it beside its name.
    pub(crate) text: String,
    /// More of that, for the list.
    pub(crate) note: String,
}

impl Layer {
    /// An overlay of a network; exposure is `None` until it is known.
    pub(super) fn of(overlay: Overlay, lowered: &Lowered, found: Option<&Exposures>) -> Self {
        let mut groups = match overlay {
            Overlay::Exposure => found.map(exposure).unwrap_or_default(),
            Overlay::Tiers => tiers(lowered),
            Overlay::RouteTables => lettered(route_tables(lowered)),
            Overlay::SecurityGroups => lettered(security_groups(lowered)),
        };
        groups.retain(|group| !group.members.is_empty());
        Self {
            overlay,
            is_open: overlay == Overlay::Exposure && found.is_none(),
            groups,
        }
    }

    /// The layer as Markdown.
    pub(super) fn markdown(&self) -> String {
        if self.overlay == Overlay::Exposure {
            let of = |hue: &str| {
                let groups = self.groups.iter().filter(|group| group.hue == hue);
                let members = groups.flat_map(|group| &group.members);
                let lines = members.map(|member| Line {
                    resource: member.id.to_string(),
                    traffic: without("as ", &member.text),
                    through: without("through ", &member.note),
                });
                lines.collect::<Vec<_>>()
            };
            return markdown::exposure(&of("exposed"), &of("leaving"), &of("unsettled"));
        }
        let names: Vec<_> = self.groups.iter().map(|it| it.label.to_string()).collect();
        let groups = self.groups.iter().zip(&names).map(|(group, name)| {
            let members = group.members.iter().map(|member| member.id.as_str());
            (name.as_str(), members.collect())
        });
        markdown::groups(self.overlay.label(), groups)
    }
}

fn exposure(found: &Exposures) -> Vec<Group> {
    let reached = found.reached.iter().map(|it: &Reached| {
        let way = through(&it.through) + &from(&it.sources);
        let note = match it.reply {
            Reply::Always => way,
            Reply::Sometimes => format!("{way}; only some clients get replies"),
            Reply::Never => format!("{way}; no reply gets back"),
        };
        Member {
            id: it.resource.clone(),
            text: traffic_in(it.family, it.protocol, &it.ports),
            note,
        }
    });
    let leaving = found.leaving.iter().map(|it: &Leaving| Member {
        id: it.resource.clone(),
        text: it.address.map_or(String::new(), |it| format!("as {it}")),
        note: through(&it.through),
    });
    let unsettled = found.unsettled.iter().map(|it: &Unsettled| {
        let traffic = traffic_in(it.family, it.protocol, &it.ports);
        Member {
            id: it.resource.clone(),
            text: match it.direction {
                Direction::Inbound => traffic,
                Direction::Outbound => format!("out {traffic}"),
            },
            note: it.why.to_string(),
        }
    });
    let group = |hue, label, is_drawn, members| Group {
        hue,
        mark: String::new(),
        label: Message::new(label),
        is_drawn,
        members,
    };
    vec![
        group("exposed", "The Internet reaches", true, reached.collect()),
        group(
            "leaving",
            "Leaves to the Internet",
            false,
            leaving.collect(),
        ),
        group(
            "unsettled",
            "Not settled: it depends on what is not known",
            false,
            unsettled.collect(),
        ),
    ]
}

/// Who reaches it, where that is not everybody.
fn from(sources: &[IpNet]) -> String {
    if sources.is_empty() || sources.iter().any(|it| it.prefix_len() == 0) {
        return String::new();
    }
    let named: Vec<_> = sources
        .iter()
        .take(MOST_SOURCES)
        .map(IpNet::to_string)
        .collect();
    let more = match sources.len() - named.len() {
        0 => String::new(),
        more => format!(" and {more} more blocks"),
    };
    format!(", from {}{more}", named.join(", "))
}

/// What stands in a column needs no word before it.
fn without(word: &str, text: &str) -> String {
    text.strip_prefix(word).unwrap_or(text).to_owned()
}

fn through(ids: &[LogicalId]) -> String {
    let names: Vec<_> = ids.iter().map(LogicalId::as_str).collect();
    if names.is_empty() {
        return "directly".to_owned();
    }
    format!("through {}", names.join(", "))
}

fn tiers(lowered: &Lowered) -> Vec<Group> {
    let groups = [
        (Tier::Public, "public", "Public"),
        (Tier::Private, "private", "Private"),
        (Tier::Isolated, "isolated", "Isolated"),
    ];
    let groups = groups.map(|(tier, hue, word)| {
        let members = lowered.tiers.iter().filter(|(_, it)| **it == tier);
        Group {
            hue,
            mark: word.to_owned(),
            label: Message::new(match tier {
                Tier::Public => "Public: the default route leads to an Internet gateway",
                Tier::Private => "Private: the default route leads to NAT or a site",
                Tier::Isolated => "Isolated: there is no default route",
            }),
            is_drawn: true,
            members: members.map(|(id, _)| plain(id)).collect(),
        }
    });
    groups.into()
}

fn lettered(shared: Vec<Shared>) -> Vec<Group> {
    let groups = shared.into_iter().enumerate().map(|(index, shared)| Group {
        hue: HUES.get(index % HUES.len()).copied().unwrap_or("1"),
        mark: letters(index),
        label: shared.label,
        is_drawn: true,
        members: shared.members.iter().map(plain).collect(),
    });
    groups.collect()
}

fn plain(id: &LogicalId) -> Member {
    Member {
        id: id.clone(),
        text: String::new(),
        note: String::new(),
    }
}

/// A, B, and so on to Z, then AA.
fn letters(index: usize) -> String {
    let letter = u8::try_from(index % 26).map_or('A', |at| char::from(b'A' + at));
    match index / 26 {
        0 => letter.to_string(),
        more => letters(more - 1) + &letter.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use drawbridge_core::fixture::design;
    use drawbridge_core::lower::survey::Survey;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 53].map(letters), ["A", "Z", "AA", "BB"]);
    }

    #[test]
    fn who_reaches_is_told_unless_it_is_everybody() {
        let nets = |texts: &[&str]| {
            let nets = texts.iter().map(|it| it.parse().unwrap());
            nets.collect::<Vec<IpNet>>()
        };
        assert_eq!(from(&nets(&["0.0.0.0/0"])), "");
        assert_eq!(from(&nets(&["203.0.113.0/24"])), ", from 203.0.113.0/24");
        let five = [
            "1.0.0.0/8",
            "2.0.0.0/8",
            "3.0.0.0/8",
            "4.0.0.0/8",
            "5.0.0.0/8",
        ];
        let told = ", from 1.0.0.0/8, 2.0.0.0/8, 3.0.0.0/8 and 2 more blocks";
        assert_eq!(from(&nets(&five)), told);
    }

    #[test]
    fn a_layer_has_no_empty_groups_and_is_told_as_a_list() {
        let lowered = Lowered::of(&Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16\n  subnet a CidrBlock=10.0.1.0/24",
        )));
        let layer = Layer::of(Overlay::Tiers, &lowered, None);
        assert_eq!(layer.groups.len(), 1);
        let text = "## Tiers of subnets\n\n- **Isolated: there is no default route**: a\n";
        assert_eq!(layer.markdown(), text);
        let layer = Layer::of(Overlay::Exposure, &lowered, None);
        assert!(layer.is_open && layer.groups.is_empty());
    }
}
