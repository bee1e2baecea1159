//! A second, simpler opinion on who reaches whom: single packets with real
//! ports, walked hop by hop. It shares the survey with the engine and nothing
//! else. On random small designs both must say the same.

#![expect(
    clippy::unwrap_used,
    reason = "whatever is missing is to fail the test"
)]

mod designs;
mod walker;

use drawbridge_core::fixture::design;
use drawbridge_core::lower::Lowered;
use drawbridge_core::lower::survey::Survey;
use drawbridge_core::reach::{Question, Reply, ask};
use proptest::prelude::*;
use walker::Walker;

/// Ports around every border that the designs draw.
const CLIENT_PORTS: [u16; 6] = [1024, 32767, 32768, 49151, 49152, 65535];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn both_opinions_agree(text in designs::any()) {
        let survey = Survey::of(&design(&text));
        let lowered = Lowered::of(&survey);
        let walker = Walker::of(&survey);
        for from in ["internet", "i1", "i2", "i3", "i4"] {
            for to in ["internet", "i1", "i2", "i3", "i4"] {
                if from == to {
                    continue;
                }
                for port in [22, 80] {
                    let asked = format!("{from} -> {to} tcp {port}");
                    let question: Question = asked.parse().unwrap();
                    let answer = ask(&lowered, &question).unwrap();
                    let rounds: Vec<(bool, bool)> = CLIENT_PORTS
                        .iter()
                        .flat_map(|client| CLIENT_PORTS.map(|nat| (*client, nat)))
                        .map(|(client, nat)| walker.round(from, to, port, client, nat))
                        .collect();
                    let forward = rounds.iter().any(|(there, _)| *there);
                    let replies = rounds.iter().filter(|(_, back)| *back).count();
                    let reply = match replies {
                        0 => Reply::Never,
                        _ if replies == rounds.len() => Reply::Always,
                        _ => Reply::Sometimes,
                    };
                    prop_assert_eq!(
                        (answer.forward, answer.reply),
                        (forward, reply),
                        "{} in\n{}\n{:?}",
                        asked,
                        text,
                        answer.blocked
                    );
                }
            }
        }
    }
}
