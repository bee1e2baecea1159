//! The path that an answer takes, for the canvas to draw. Knows neither the
//! question nor the panel.

use drawbridge_core::reach::{Answer, Direction};
use drawbridge_core::template::LogicalId;

/// The resources that a packet passes, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ShownPath {
    /// Where the packet is, step by step; each once in a row.
    pub(crate) stops: Vec<Stop>,
    /// What stops it, if something does.
    pub(crate) blocks: Vec<LogicalId>,
}

/// Steps that happen at one place, by their numbers in the list of steps.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stop {
    pub(crate) at: LogicalId,
    pub(crate) first: usize,
    pub(crate) last: usize,
}

impl ShownPath {
    /// The path of an answer in one direction.
    pub(super) fn of(answer: &Answer, direction: Direction) -> Self {
        let mut stops: Vec<Stop> = Vec::new();
        let hops = answer.path.iter().filter(|hop| hop.direction == direction);
        for (index, hop) in hops.enumerate() {
            let Some(at) = hop.at.as_ref().or(hop.resource.as_ref()) else {
                continue;
            };
            match stops.last_mut() {
                Some(stop) if stop.at == *at => stop.last = index + 1,
                _ => stops.push(Stop {
                    at: at.clone(),
                    first: index + 1,
                    last: index + 1,
                }),
            }
        }
        let blocked = answer.blocked.iter().filter(|it| it.direction == direction);
        Self {
            stops,
            blocks: blocked.filter_map(|it| it.resource.clone()).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use drawbridge_core::fixture;
    use drawbridge_core::lower::Lowered;
    use drawbridge_core::lower::survey::Survey;
    use drawbridge_core::reach::{Question, ask};

    const DESIGN: &str = "vpc main CidrBlock=10.0.0.0/16
  subnet private CidrBlock=10.0.1.0/24
    instance web
";

    #[test]
    fn the_path_ends_where_the_packet_is_and_names_what_blocks() {
        let lowered = Lowered::of(&Survey::of(&fixture::design(DESIGN)));
        let question: Question = "web -> internet tcp 80".parse().unwrap();
        let answer = ask(&lowered, &question).unwrap();
        let path = ShownPath::of(&answer, Direction::There);
        let blocked = answer.blocked.iter().filter_map(|it| it.resource.clone());
        assert_eq!(path.blocks, blocked.collect::<Vec<_>>());
        let last = path.stops.last().unwrap();
        assert_eq!((last.at.as_str(), last.last), ("web", answer.path.len()));
        assert_eq!(
            ShownPath::of(&answer, Direction::Back),
            ShownPath::default()
        );
    }
}
