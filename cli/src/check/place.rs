//! Where in the checked text something stands.

use drawbridge_core::document::Document;
use drawbridge_core::rules::Finding;
use drawbridge_core::template::{Position, Template, read};

/// The places of everything in a text: the template as it was read from it.
#[derive(Debug)]
pub(super) struct Places(Template);

impl Places {
    /// The places of what a document was opened from.
    pub(super) fn of(document: &Document, text: &str) -> Self {
        let template = &document.template;
        // A design whose author had an empty Metadata is read from a text that has
        // it again: lines have moved there.
        if template.source().is_some_and(|source| source.text != text)
            && let Ok(reading) = read(text)
        {
            return Self(reading.template);
        }
        Self(template.clone())
    }

    /// Where a finding's property stands, or what is nearest around it.
    pub(super) fn position(&self, finding: &Finding) -> Position {
        let start = Position { line: 1, column: 1 };
        self.0.source().map_or(start, |source| {
            let span = finding.span(source);
            span.map_or(start, |span| source.position(span.start))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use drawbridge_core::analysis::analyze;
    use drawbridge_core::document::open;
    use drawbridge_core::rules::Severity;
    use drawbridge_core::schema::Schemas;

    #[test]
    fn a_wrong_name_is_pointed_at_and_not_its_value() {
        let text = "Metadata: {P: &p {CidrBlock: 10.0.0.0/33}}
Resources:
  V:
    Type: AWS::EC2::VPCC
  W:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      Tugs:
        - Key: a
      VpcId: vpc-1
  X:
    Type: AWS::EC2::VPC
    Properties: *p
Outputs:
  O:
    Value: !GetAtt W.Foo
";
        let document = open(text).unwrap().document;
        let schemas = Schemas::read(&[drawbridge_schema::CURATED]);
        let schemas = schemas.with_names(drawbridge_schema::KINDS);
        let places = Places::of(&document, text);
        let mut at: Vec<_> = analyze(&document, &schemas)
            .findings
            .iter()
            .filter(|it| it.rule.severity < Severity::Hint)
            .map(|it| (places.position(it).line, places.position(it).column))
            .collect();
        at.sort_unstable();
        assert_eq!(at, [(4, 5), (9, 7), (11, 7), (14, 17), (17, 5)]);
    }

    #[test]
    fn places_are_those_of_the_text_that_was_checked() {
        let text = r#"{
  "Metadata": {
    "Drawbridge": {
      "Version": 1,
      "Frames": { "A": [0, 0, 100, 100] },
      "MetadataWas": " {}"
    }
  },
  "Resources": {
    "A": {
      "Type": "AWS::EC2::VPC",
      "Properties": { "CidrBlock": "10.0.0.0/33" }
    }
  }
}"#;
        let document = open(text).unwrap().document;
        assert_ne!(document.template.source().unwrap().text, text);
        let findings = analyze(&document, &Schemas::default()).findings;
        let at = Places::of(&document, text).position(&findings[0]);
        assert_eq!((at.line, at.column), (12, 36));
    }
}
