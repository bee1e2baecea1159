//! Any sequence of commands on the shipped samples: every step can be taken
//! back, to the same document and the same bytes.

use proptest::prelude::*;

use super::*;
use crate::catalogue::ENTRIES;
use crate::diagram::project;
use crate::document::{Change, Document, Refusal, Session, open, save};
use crate::geometry::{Point, Vector};

const SAMPLES: [&str; 3] = [
    include_str!("../../../public/samples/three-tiers-two-zones.json"),
    include_str!("../../../public/samples/broken-on-purpose.json"),
    include_str!("../../../public/samples/private-only-with-vpn.json"),
];

/// A command by number, on resources by number.
#[derive(Clone, Copy, Debug)]
struct Step {
    command: usize,
    first: usize,
    second: usize,
    number: u16,
}

fn step() -> impl Strategy<Value = Step> {
    let numbers = (0..17_usize, 0..200_usize, 0..200_usize, 1..2000_u16);
    numbers.prop_map(|(command, first, second, number)| Step {
        command,
        first,
        second,
        number,
    })
}

fn change(document: &Document, step: Step) -> Option<Result<Change, Refusal>> {
    let nth = |number: usize| {
        let resources = &document.template.resources;
        let index = number.checked_rem(resources.len())?;
        resources.get_index(index).map(|(id, _)| id.clone())
    };
    let (first, second) = (nth(step.first)?, nth(step.second)?);
    let ids = [first.clone(), second.clone()];
    let far = f64::from(step.number);
    let made = |it: Result<(Change, _), Refusal>| it.map(|(change, _)| change);
    Some(match step.command {
        0 | 1 => {
            let known = ENTRIES[step.first % ENTRIES.len()];
            let kind = known.kind;
            let site = Place {
                variant: known.variants.get(usize::from(far > 700.0)),
                container: Some(second),
                zone: (far > 500.0).then(|| "us-east-1b".to_owned()),
                at: (far > 1000.0).then_some(Point::new(far, far)),
            };
            place(document, kind, &site).map(|(change, _)| change)
        }
        2 => {
            let into = Into {
                container: Some(second),
                zone: (far > 500.0).then(|| "us-east-1c".to_owned()),
            };
            relocate(
                document,
                &ids[..1],
                Vector::new(far, 1.0),
                Some(&into),
                &project(document),
            )
        }
        3 => nudge(document, &ids, Vector::new(1.0, far)),
        4 | 5 => connections(document, &first, &second).and_then(|found| {
            let index = usize::from(step.number) % found.len();
            connect(
                document,
                &found[index],
                (far > 200.0).then_some(step.number),
            )
        }),
        6 => {
            let path = document
                .template
                .resource(&first)?
                .properties()?
                .keys()
                .next()?;
            set_property(
                document,
                &first,
                &path.as_str().into(),
                (far > 900.0).then(|| "x".into()),
            )
        }
        7 => set_tag(document, &first, "Name", Some("named")),
        8 => rename(document, &first, &format!("Renamed{}", step.number)),
        9 => remove(document, &ids[..1]),
        10 => made(duplicate(document, &ids)),
        11 => made(paste(document, &copy(document, &ids), Some(&first))),
        12 => set_account(document, &format!("{:012}", step.number)),
        13 => add_variant(document, &format!("v{}", step.first % 4)),
        14 => rename_variant(document, &format!("v{}", step.first % 4), "v4"),
        15 => {
            let values = document.layout.variants.all.keys().nth(step.first % 3);
            choose_variant(document, values.map(String::as_str))
        }
        _ => set_attribute(document, &first, "DependsOn", Some(second.as_str().into())),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn every_step_can_be_taken_back(sample in 0..SAMPLES.len(), steps in prop::collection::vec(step(), 1..14)) {
        let start = open(SAMPLES[sample]).unwrap().document;
        let mut session = Session::new(start.clone());
        let mut after = vec![save(&start)];
        for step in steps {
            let Some(Ok(change)) = change(session.document(), step) else { continue };
            if change.is_empty() { continue }
            session.commit(change).unwrap();
            after.push(save(session.document()));
            // What is printed says what the document says; a name that went and
            // came again may stand where it stood in the text.
            let read = open(&save(session.document())).unwrap().document;
            let now = session.document();
            prop_assert_eq!(&read.template.resources, &now.template.resources);
            prop_assert_eq!(&read.template.sections, &now.template.sections);
            prop_assert_eq!(&read.layout, &now.layout);
        }
        let end = session.document().clone();
        for text in after.iter().rev().skip(1) {
            session.undo().unwrap();
            prop_assert_eq!(&save(session.document()), text);
        }
        prop_assert_eq!(session.document(), &start);
        while session.redo().is_some() {}
        prop_assert_eq!(session.document(), &end);
    }
}
