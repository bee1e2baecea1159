//! What printing YAML keeps, and what it writes.

#![expect(
    clippy::needless_raw_string_hashes,
    reason = "UPDATE_EXPECT=1 writes them"
)]

use expect_test::{Expect, expect};

use crate::template::{LogicalId, Map, Resource, Template, Value, print, read};

const TEXT: &str = "\
# The whole
AWSTemplateFormatVersion: '2010-09-09'

Resources:
    # about the net
    Vpc:
        Type: AWS::EC2::VPC # own
        Properties:
            CidrBlock: \"10.0.0.0/16\"   # wide
            # names
            Tags:
            - Key: Name
              # of it
              Value: !Sub \"${AWS::StackName}-vpc\"
            - {Key: a, Value: 1.0}
        # end of the net

    # about the web
    Web:
        Type: AWS::EC2::Subnet
        DependsOn: [Vpc, Other]
        Properties:
            VpcId: !Ref Vpc
            Text: |
                one

                two
            Zone: !Select
            - 0
            - !GetAZs \"\"

Outputs:
    Id: {Value: !Ref Vpc}
";

/// Edits a text and shows the lines that differ.
pub(super) fn check_in(text: &str, edit: impl Fn(&mut Template), expect: &Expect) {
    let mut template = read(text).unwrap().template;
    edit(&mut template);
    let printed = print(&template);
    assert_eq!(read(&printed).unwrap().template, template, "{printed}");
    let old: Vec<_> = text.lines().collect();
    let new: Vec<_> = printed.lines().collect();
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev());
    let tail = tail.take_while(|(a, b)| a == b).count();
    // A sign before each line, since the macro takes common indentation away.
    let gone = old[head..old.len() - tail]
        .iter()
        .map(|line| format!("-{line}\n"));
    let come = new[head..new.len() - tail]
        .iter()
        .map(|line| format!("+{line}\n"));
    expect.assert_eq(&gone.chain(come).collect::<String>());
}

fn check(name: &str, edit: impl Fn(&mut Resource), expect: &Expect) {
    let edit = |template: &mut Template| {
        let resource = template.resources.get_mut(&LogicalId::new(name)).unwrap();
        edit(std::sync::Arc::make_mut(resource));
    };
    check_in(TEXT, edit, expect);
}

fn set(path: &'static str, value: impl Into<Value>) -> impl Fn(&mut Resource) {
    let value = value.into();
    move |resource| assert!(resource.set(&path.into(), value.clone()))
}

fn remove(path: &'static str) -> impl Fn(&mut Resource) {
    move |resource| assert!(resource.remove(&path.into()).is_some())
}

#[test]
fn a_changed_scalar_keeps_its_quotes_and_comment() {
    check(
        "Vpc",
        set("CidrBlock", "10.1.0.0/16"),
        &expect![[r#"
        -            CidrBlock: "10.0.0.0/16"   # wide
        +            CidrBlock: "10.1.0.0/16"   # wide
    "#]],
    );
    check(
        "Vpc",
        set("Tags.0.Key", "yes"),
        &expect![[r#"
        -            - Key: Name
        +            - Key: "yes"
    "#]],
    );
    check(
        "Vpc",
        set("Tags.0.Value.Fn::Sub", "b"),
        &expect![[r#"
        -              Value: !Sub "${AWS::StackName}-vpc"
        +              Value: !Sub "b"
    "#]],
    );
    check(
        "Vpc",
        set("Tags.1.Value", "x, y"),
        &expect![[r#"
        -            - {Key: a, Value: 1.0}
        +            - {Key: a, Value: "x, y"}
    "#]],
    );
    check(
        "Web",
        set("VpcId", Value::attribute("A", "B.C")),
        &expect![[r#"
            -            VpcId: !Ref Vpc
            +            VpcId: !GetAtt A.B.C
        "#]],
    );
    check(
        "Web",
        set("VpcId.Ref", "Net"),
        &expect![[r#"
        -            VpcId: !Ref Vpc
        +            VpcId: !Ref Net
    "#]],
    );
    check(
        "Web",
        set("Text", "short"),
        &expect![[r#"
        -            Text: |
        -                one
        -
        -                two
        +            Text: short
    "#]],
    );
    check(
        "Web",
        set("Zone.Fn::Select.0", 1),
        &expect![[r#"
        -            - 0
        +            - 1
    "#]],
    );
}

#[test]
fn a_new_property_copies_its_neighbors_style() {
    check(
        "Web",
        set("CidrBlock", "10.0.0.0/24"),
        &expect![[r#"
        +            CidrBlock: 10.0.0.0/24
    "#]],
    );
    check(
        "Vpc",
        set("Tags.2.Key", "b"),
        &expect![[r#"
        +            - Key: b
    "#]],
    );
    check(
        "Vpc",
        set(
            "Tags.0.More",
            Value::from(vec![
                "x".into(),
                Value::Map(Map::from_iter([("k".to_owned(), 1.into())])),
            ]),
        ),
        &expect![[r#"
            +              More:
            +              - x
            +              - k: 1
        "#]],
    );
    check(
        "Vpc",
        set("Tags.1.More", true),
        &expect![[r#"
        -            - {Key: a, Value: 1.0}
        +            - {Key: a, Value: 1.0, More: true}
    "#]],
    );
    check(
        "Web",
        |web| {
            web.set_attribute(
                "DependsOn",
                Some(vec!["Vpc".into(), "Other".into(), "Third".into()].into()),
            );
        },
        &expect![[r#"
            -        DependsOn: [Vpc, Other]
            +        DependsOn: [Vpc, Other, Third]
        "#]],
    );
}

#[test]
fn what_is_removed_takes_its_lines() {
    check(
        "Vpc",
        remove("CidrBlock"),
        &expect![[r#"
        -            CidrBlock: "10.0.0.0/16"   # wide
    "#]],
    );
    check(
        "Vpc",
        remove("Tags.0.Key"),
        &expect![[r#"
        -            - Key: Name
        -              # of it
        +            - # of it
    "#]],
    );
    check(
        "Vpc",
        remove("Tags.0"),
        &expect![[r#"
        -            - Key: Name
        -              # of it
        -              Value: !Sub "${AWS::StackName}-vpc"
    "#]],
    );
    check(
        "Vpc",
        remove("Tags"),
        &expect![[r#"
        -            Tags:
        -            - Key: Name
        -              # of it
        -              Value: !Sub "${AWS::StackName}-vpc"
        -            - {Key: a, Value: 1.0}
    "#]],
    );
    check(
        "Vpc",
        remove("Tags.1.Key"),
        &expect![[r#"
        -            - {Key: a, Value: 1.0}
        +            - {Value: 1.0}
    "#]],
    );
    check(
        "Web",
        |web| web.set_attribute("DependsOn", Some(vec!["Other".into()].into())),
        &expect![[r#"
            -        DependsOn: [Vpc, Other]
            +        DependsOn: [Other]
        "#]],
    );
    check(
        "Web",
        |web| web.set_attribute("Properties", None),
        &expect![[r#"
            -        Properties:
            -            VpcId: !Ref Vpc
            -            Text: |
            -                one
            -
            -                two
            -            Zone: !Select
            -            - 0
            -            - !GetAZs ""
        "#]],
    );
    check(
        "Web",
        |web| web.set_attribute("Properties", Some(Value::Map(Map::new()))),
        &expect![[r#"
            -        Properties:
            -            VpcId: !Ref Vpc
            -            Text: |
            -                one
            -
            -                two
            -            Zone: !Select
            -            - 0
            -            - !GetAZs ""
            +        Properties: {}
        "#]],
    );
}

#[test]
fn resources_come_and_go_with_their_comments() {
    let gone = |template: &mut Template| {
        template.resources.shift_remove("Web");
    };
    check_in(
        TEXT,
        gone,
        &expect![[r#"
        -    # about the web
        -    Web:
        -        Type: AWS::EC2::Subnet
        -        DependsOn: [Vpc, Other]
        -        Properties:
        -            VpcId: !Ref Vpc
        -            Text: |
        -                one
        -
        -                two
        -            Zone: !Select
        -            - 0
        -            - !GetAZs ""
        -
    "#]],
    );
    let gone = |template: &mut Template| {
        template.resources.shift_remove("Vpc");
    };
    check_in(
        TEXT,
        gone,
        &expect![[r#"
            -    # about the net
            -    Vpc:
            -        Type: AWS::EC2::VPC # own
            -        Properties:
            -            CidrBlock: "10.0.0.0/16"   # wide
            -            # names
            -            Tags:
            -            - Key: Name
            -              # of it
            -              Value: !Sub "${AWS::StackName}-vpc"
            -            - {Key: a, Value: 1.0}
            -        # end of the net
            -
        "#]],
    );
    let come = |template: &mut Template| {
        let mut resource = Resource::new("AWS::EC2::Instance");
        assert!(resource.set(&"SubnetId".into(), Value::reference("Web")));
        assert!(resource.set(&"Tags.0.Key".into(), "Name".into()));
        template.resources.insert("App".into(), resource.into());
    };
    check_in(
        TEXT,
        come,
        &expect![[r#"
        +    App:
        +        Type: AWS::EC2::Instance
        +        Properties:
        +            SubnetId: !Ref Web
        +            Tags:
        +            - Key: Name
        +
    "#]],
    );
}
