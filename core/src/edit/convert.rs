//! The template in the other format: what it says stays, in the same order.
//! Comments have no place in JSON, and the style of the text is a new one.

use crate::document::{Change, Document, Draft, Refusal};
use crate::message::Message;
use crate::template::{self, Format, read};

/// Has the template written in a format; an empty change if it is already.
///
/// # Errors
/// What the template says cannot be written in that format so that it is read
/// as the same.
pub fn convert(document: &Document, format: Format) -> Result<Change, Refusal> {
    let mut draft = Draft::new(document);
    let title = match format {
        Format::Json => "Convert to JSON",
        Format::Yaml => "Convert to YAML",
    };
    if document.template.format() != format {
        let text = template::convert(&document.template, format);
        let reading = read(&text).ok().filter(|reading| {
            let again = template::convert(&reading.template, Format::Json);
            again == template::convert(&document.template, Format::Json)
        });
        let Some(reading) = reading.filter(|it| it.template.format() == format) else {
            return Err(Refusal::new(
                "The template cannot be converted: the other format has no way to say all of it. It stays as it is.",
            ));
        };
        *draft.template_mut() = reading.template;
    }
    Ok(draft.into_change(Message::new(title)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Session, export, open, save};

    const YAML: &str = "# mine\nResources:\n  Web:\n    Type: AWS::EC2::Subnet\n    Properties: {VpcId: !GetAtt Main.VpcId, Tags: []}\n  Main: {Type: AWS::EC2::VPC}\n";

    #[test]
    fn there_and_back_is_a_step_each_and_says_the_same() {
        let mut session = Session::new(open(YAML).unwrap().document);
        let change = convert(session.document(), Format::Json).unwrap();
        assert_eq!(change.title.to_string(), "Convert to JSON");
        session.commit(change).unwrap();
        let json = export(session.document());
        assert!(
            json.starts_with("{\n  \"Resources\": {\n    \"Web\": {"),
            "{json}"
        );
        assert_eq!(
            open(&save(session.document())).unwrap().document,
            *session.document()
        );
        let change = convert(session.document(), Format::Yaml).unwrap();
        session.commit(change).unwrap();
        let yaml = export(session.document());
        assert!(
            yaml.starts_with("Resources:\n  Web:\n    Type: AWS::EC2::Subnet\n"),
            "{yaml}"
        );
        assert!(yaml.contains("VpcId: !GetAtt Main.VpcId\n"), "{yaml}");
        session.undo();
        assert_eq!(export(session.document()), json);
        session.undo();
        assert_eq!(export(session.document()), YAML);
    }

    #[test]
    fn a_new_design_can_become_yaml() {
        let document = Document::empty();
        assert!(convert(&document, Format::Json).unwrap().is_empty());
        let mut session = Session::new(document.clone());
        let change = convert(&document, Format::Yaml).unwrap();
        session.commit(change).unwrap();
        let yaml = export(session.document());
        assert_eq!(
            yaml,
            "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n"
        );
        assert_eq!(session.document().template.format(), Format::Yaml);
    }

    #[test]
    fn steps_before_and_after_are_undone_in_their_own_format() {
        let mut session = Session::new(open(YAML).unwrap().document);
        let name = |document: &Document, new: &str| {
            crate::edit::rename(
                document,
                document.template.resources.get_index(1).unwrap().0,
                new,
            )
        };
        let mut texts = vec![export(session.document())];
        for step in 0..4 {
            let change = match step {
                0 => name(session.document(), "One"),
                1 => convert(session.document(), Format::Json),
                2 => name(session.document(), "Two"),
                _ => convert(session.document(), Format::Yaml),
            };
            session.commit(change.unwrap()).unwrap();
            texts.push(export(session.document()));
        }
        assert!(texts[1].contains("# mine") && texts[3].contains("\"Two\""));
        for text in texts.iter().rev().skip(1) {
            session.undo().unwrap();
            assert_eq!(export(session.document()), *text);
        }
    }
}
