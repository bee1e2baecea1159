//! The app finds what core finds, and so what the program in the terminal
//! finds: those of types beyond the catalogue too, whose data are fetched.

use std::fs;

use drawbridge_core::analysis::analyze;
use drawbridge_core::document::open;
use drawbridge_core::schema::Schemas;
use drawbridge_schema::{CURATED, FURTHER, KINDS};
use drawbridge_tests::journey::journey;
use thirtyfour::prelude::*;

/// Mistakes of every sort: addresses, references, values, names, unknown types.
const MISTAKEN: &str = "Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16, EnableDnsSuport: true}
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Main, CidrBlock: 10.0.1.0/24}
  B:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Main, CidrBlock: 10.0.1.128/25}
  Web:
    Type: AWS::EC2::Instance
    Properties: {SubnetId: !Ref Missing, ImageId: ami-0123456789abcdef0}
  Queue:
    Type: AWS::SQS::Queue
    Properties: {DelaySeconds: 9000}
  Thing:
    Type: AWS::IoT::Thing
    Properties: {ThingNam: lamp}
  Odd:
    Type: AWS::IoT::Thingy
Outputs:
  Out: {Value: !GetAtt Queue.Adress}
";

#[test]
fn the_app_finds_what_the_terminal_finds() {
    let schemas = Schemas::read(&[CURATED, FURTHER]).with_names(KINDS);
    let document = open(MISTAKEN).map(|opened| opened.document);
    let findings = document.map(|document| analyze(&document, &schemas).findings);
    let expected: Vec<String> = findings
        .unwrap_or_default()
        .iter()
        .map(|finding| format!("{}: {}", finding.severity, finding.message))
        .collect();
    assert!(expected.len() >= 8, "{expected:?}");
    journey("the_app_finds_what_the_terminal_finds", async move |page| {
        let file = page.downloads.with_file_name("mistaken.yaml");
        fs::write(&file, MISTAKEN)?;
        let chooser = page.driver.find(By::Css("input[type=file]")).await?;
        chooser.send_keys(file.to_string_lossy()).await?;
        // The rows are groups named by severity and sentence.
        let rows = "return [...document.querySelectorAll('[aria-label=Problems] [role=group]')]
            .map(row => row.getAttribute('aria-label'))";
        page.until("the findings are those of core", async || {
            let shown: Vec<String> = page.read(rows, Vec::new()).await?;
            Ok((shown == expected).then_some(()))
        })
        .await
    });
}
