//! Random templates: what they say, and how each part is written. Writes
//! nothing.

use std::fmt;

use proptest::collection::vec;
use proptest::prelude::*;

/// A template.
#[derive(Clone)]
pub(crate) struct Template {
    pub(crate) style: Style,
    pub(crate) root: Vec<(String, Row)>,
}

/// Short: a failure shows the text anyway.
impl fmt::Debug for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.style.fmt(f)
    }
}

/// How a whole text is written.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent of each other")]
pub(crate) struct Style {
    pub(crate) yaml: bool,
    /// From 0 to 3: of JSON two or four blanks, a tab, one blank.
    pub(crate) indent: usize,
    pub(crate) crlf: bool,
    pub(crate) final_line_end: bool,
    /// YAML: dashes right below their key. JSON: a blank before the colon.
    pub(crate) flush: bool,
    /// Blanks inside of brackets.
    pub(crate) roomy: bool,
    /// Comments, in YAML.
    pub(crate) comments: bool,
}

/// A value and how it is written.
#[derive(Clone, Debug)]
pub(crate) enum Tree {
    /// A text without quotes, if the format can.
    Word(String),
    /// A scalar in YAML and in JSON.
    Scalar(&'static str, &'static str),
    /// A text over lines: literal, or else folded.
    Lines(bool),
    /// Elements; whether in one line.
    List(Vec<Row>, bool),
    /// Entries; whether in one line.
    Map(Vec<(String, Row)>, bool),
    /// A call by its short and long name; whether in short form.
    Call(&'static str, &'static str, Box<Tree>, bool),
}

/// A value with what stands around it.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) tree: Tree,
    /// Above it: 1 is a comment, 2 a blank line, 3 both.
    pub(crate) above: u8,
    /// Whether a comment stands behind its first line.
    pub(crate) behind: bool,
}

/// Scalars in YAML and in JSON, as they may stand in brackets too.
const SCALARS: [(&str, &str); 13] = [
    ("two words", "\"two words\""),
    ("'it''s'", "\"it's\""),
    ("\"a: \\\"b\\\" # c\"", "\"a: \\\"b\\\" # c\""),
    ("10.0.0.0/16", "\"10.0.0.0/16\""),
    ("80", "80"),
    ("\"80\"", "\"80\""),
    ("0.50", "0.50"),
    ("true", "true"),
    ("null", "null"),
    ("''", "\"\""),
    ("\u{e4}\u{1f600}", "\"\u{e4}\\ud83d\\ude00\""),
    ("{}", "{ }"),
    ("[]", "[]"),
];

const CALLS: [(&str, &str); 4] = [
    ("!Sub", "Fn::Sub"),
    ("!Join", "Fn::Join"),
    ("!Base64", "Fn::Base64"),
    ("!Select", "Fn::Select"),
];

/// Any template. Its resources are called `R0`, `R1` and so on; among them are
/// VPCs, and subnets in the first of these.
pub(crate) fn any_template() -> impl Strategy<Value = Template> {
    let sections = || vec(row(tree()), 0..3);
    let any_resource = (
        0..5_u8,
        vec(row(tree()), 0..4),
        vec(around(), 7),
        any::<u8>(),
    );
    (style(), sections(), vec(any_resource, 1..5), sections()).prop_map(
        |(style, before, resources, after)| {
            let mut root = named("Before", before);
            let first_vpc = resources.iter().position(|it| it.0 == 0);
            let resources = resources.into_iter().enumerate();
            let resources = resources.map(|(place, (kind, rows, around, options))| {
                let vpc = first_vpc.unwrap_or(0);
                (
                    format!("R{place}"),
                    resource(kind, vpc, rows, &around, options),
                )
            });
            let resources = Tree::Map(resources.collect(), false);
            root.push(("Resources".to_owned(), Row::of(resources, (0, false))));
            root.extend(named("After", after));
            Template { style, root }
        },
    )
}

impl Row {
    fn of(tree: Tree, (above, behind): (u8, bool)) -> Self {
        Self {
            tree,
            above,
            behind,
        }
    }
}

fn named(stem: &str, rows: Vec<Row>) -> Vec<(String, Row)> {
    let rows = rows.into_iter().enumerate();
    rows.map(|(place, row)| (format!("{stem}{place}"), row))
        .collect()
}

fn resource(kind: u8, vpc: usize, rows: Vec<Row>, around: &[(u8, bool)], options: u8) -> Row {
    let word = |text: &str| Tree::Word(text.to_owned());
    let mut around = around.iter().copied().cycle();
    let mut place = |tree: Tree| Row::of(tree, around.next().unwrap_or_default());
    let name = match kind {
        0 => "AWS::EC2::VPC",
        1 | 2 => "AWS::EC2::Subnet",
        _ => "Some::Other::Thing",
    };
    let mut properties = Vec::new();
    if kind < 3 {
        let block = Tree::Scalar("10.0.0.0/16", "\"10.0.0.0/16\"");
        properties.push(("CidrBlock".to_owned(), place(block)));
    }
    if kind == 1 {
        let name = Box::new(word(&format!("R{vpc}")));
        let home = Tree::Call("!Ref", "Ref", name, options & 1 == 0);
        properties.push(("VpcId".to_owned(), place(home)));
    }
    properties.extend(named("P", rows));
    let mut body = vec![("Type".to_owned(), place(word(name)))];
    if !properties.is_empty() {
        let properties = Tree::Map(properties, options & 6 == 0);
        body.push(("Properties".to_owned(), place(properties)));
    }
    if options & 0x18 == 0 {
        body.insert(1, ("DependsOn".to_owned(), place(word("R0"))));
    }
    place(Tree::Map(body, options & 0xe0 == 0))
}

fn style() -> impl Strategy<Value = Style> {
    (any::<[bool; 6]>(), 0..4_usize).prop_map(|(is, indent)| Style {
        yaml: is[0],
        indent,
        crlf: is[1],
        final_line_end: !is[2],
        flush: is[3],
        roomy: is[4],
        comments: is[5],
    })
}

fn around() -> impl Strategy<Value = (u8, bool)> {
    (
        prop_oneof![4 => Just(0), 1 => 1..4_u8],
        prop::bool::weighted(0.2),
    )
}

fn row(tree: impl Strategy<Value = Tree>) -> impl Strategy<Value = Row> {
    (tree, around()).prop_map(|(tree, around)| Row::of(tree, around))
}

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        8 => prop::sample::select(&SCALARS[..]).prop_map(|(yaml, json)| Tree::Scalar(yaml, json)),
        1 => any::<bool>().prop_map(Tree::Lines),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        let rows = || vec(row(inner.clone()), 1..4);
        let in_line = || prop::bool::weighted(0.3);
        let call = (
            prop::sample::select(&CALLS[..]),
            inner.clone(),
            any::<bool>(),
        );
        prop_oneof![
            (rows(), in_line()).prop_map(|(rows, line)| Tree::List(rows, line)),
            (rows(), in_line()).prop_map(|(rows, line)| Tree::Map(named("K", rows), line)),
            call.prop_map(|((short, long), inner, is)| {
                Tree::Call(short, long, Box::new(inner), is)
            }),
        ]
    })
}
