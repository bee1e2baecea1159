//! Any edit of any template touches the lines of what it changes and no other,
//! says what it should, keeps the line ends, and is undone to the byte.

#[path = "edits/lines.rs"]
mod lines;
#[path = "edits/step.rs"]
mod step;
#[path = "edits/text.rs"]
mod text;
#[path = "edits/tree.rs"]
mod tree;

use drawbridge_core::document::{Session, export, open};
use drawbridge_core::template::{Format, read};
use lines::Touched;
use proptest::collection::vec;
use proptest::prelude::*;
use step::any_step;
use tree::any_template;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: ProptestConfig::default().cases.max(1500), ..ProptestConfig::default() })]

    #[test]
    fn only_the_touched_lines_differ(template in any_template(), steps in vec(any_step(), 1..3)) {
        let text = text::text(&template);
        let document = open(&text).unwrap().document;
        let source = document.template.source().unwrap();
        let format = if template.style.yaml { Format::Yaml } else { Format::Json };
        prop_assert_eq!(source.format, format, "{}", text);
        let mut session = Session::new(document.clone());
        let mut undo = 0;
        for step in steps {
            let Some(change) = step.change(session.document()) else { continue };
            session.commit(change).unwrap();
            undo += 1;
        }
        let edited = &session.document().template;
        let printed = export(session.document());
        let again = read(&printed).unwrap().template;
        prop_assert_eq!(again.to_value(), edited.to_value(), "\n{}\n---\n{}", text, printed);
        let keys: Vec<_> = again.resources.keys().collect();
        prop_assert_eq!(keys, edited.resources.keys().collect::<Vec<_>>());
        let departs = Touched::of(source, &edited.to_value()).departs(&printed);
        prop_assert!(departs.is_none(), "{}\n{}\n---\n{}", departs.unwrap_or_default(), text, printed);
        let other = if template.style.crlf { printed.replace("\r\n", "").contains('\n') } else { printed.contains('\r') };
        prop_assert!(!other, "line ends are mixed\n{:?}", printed);
        prop_assert_eq!(printed.ends_with('\n'), template.style.final_line_end, "{}\n---\n{}", text, printed);
        for _ in 0..undo {
            session.undo();
        }
        prop_assert_eq!(export(session.document()), text);
    }
}
