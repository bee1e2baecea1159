//! A YAML template with comments goes through the app and comes out with the
//! lines changed that were worked on, and no other.

use std::fs;

use drawbridge_tests::Outcome;
use drawbridge_tests::journey::journey;
use drawbridge_tests::page::Page;
use serde_json::json;
use thirtyfour::prelude::*;

const SHOP: &str = "# The network of the shop.\r
Description:   Shop   # spaced so\r
Resources:\r
  # Where it all is.\r
  Main:\r
    Type: AWS::EC2::VPC\r
    Properties: {CidrBlock: 10.0.0.0/16} # sixteen bits\r
\r
  Other:\r
    Type: 'AWS::EC2::VPC'\r
    Properties:\r
        CidrBlock: 10.1.0.0/16\r
        EnableDnsSupport: true\r
\r
  # The first subnet.\r
  Web: # of the web servers\r
    Type: \"AWS::EC2::Subnet\"\r
    Properties:\r
      VpcId: !Ref Main # moves\r
      CidrBlock: !Select [1, !Cidr [!GetAtt Main.CidrBlock, 4, 8]]\r
      Tags:\r
      - {Key: Name, Value: web} # called so\r
Outputs:\r
  Id: {Value: !Ref Web}";

#[test]
fn a_chosen_template_changes_where_it_was_worked_on() {
    journey(
        "a_chosen_template_changes_where_it_was_worked_on",
        async |page| {
            let file = page.downloads.with_file_name("shop.yaml");
            fs::write(&file, SHOP)?;
            let chooser = page.driver.find(By::Css("input[type=file]")).await?;
            chooser.send_keys(file.to_string_lossy()).await?;

            page.select("Subnet web*").await?;
            let before = page.frame("Subnet web*").await?;
            page.keys(&[], Key::Right).await?;
            page.find("button", "Undo: Move*").await?;
            page.until("the subnet has moved", async || {
                Ok((page.frame("Subnet web*").await? != before).then_some(()))
            })
            .await?;
            page.name_it("shop window").await?;
            page.node("Subnet shop window*").await?;

            let expected = SHOP.replace("Value: web", "Value: shop window");
            comes_out(page, &expected).await
        },
    );
}

#[test]
fn a_dropped_template_changes_where_it_was_worked_on() {
    journey(
        "a_dropped_template_changes_where_it_was_worked_on",
        async |page| {
            drop_shop(page).await?;
            let subnet = page.frame("Subnet web*").await?;
            let other = page.frame("VPC Other*").await?;
            page.drag(subnet.inside(60.0, 12.0), other.inside(90.0, 60.0))
                .await?;
            page.find("button", "Undo: Move*").await?;
            page.select("Subnet web*").await?;
            page.name_it("shop").await?;
            page.node("Subnet shop*").await?;

            let expected = SHOP.replace("Value: web", "Value: shop");
            let expected = expected.replace("!Ref Main # moves", "!Ref Other # moves");
            comes_out(page, &expected).await
        },
    );
}

#[test]
fn a_template_is_converted_and_back_by_undo() {
    journey("a_template_is_converted_and_back_by_undo", async |page| {
        drop_shop(page).await?;
        page.node("Subnet web*").await?;
        page.press("button", "Design").await?;
        page.press("menuitem", "Convert to JSON*").await?;
        page.hears("The template is JSON now. JSON has no comments*")
            .await?;
        page.press("button", "Export template").await?;
        page.hears("shop.template.json is in the browser's downloads.*")
            .await?;
        let json = downloaded(page, "shop.template.json").await?;
        let template: serde_json::Value = serde_json::from_str(&json)?;
        assert_eq!(
            template["Outputs"]["Id"],
            json!({ "Value": { "Ref": "Web" } })
        );
        page.press("button", "Undo: Convert to JSON").await?;
        page.press("button", "Export template").await?;
        page.hears("shop.template.yaml is in the browser's downloads.*")
            .await?;
        assert_eq!(downloaded(page, "shop.template.yaml").await?, SHOP);
        Ok(())
    });
}

/// Exports the template, which is just this, and saves it: this and a block
/// with the layout.
async fn comes_out(page: &Page, expected: &str) -> Outcome {
    page.press("button", "Export template").await?;
    page.hears("shop.template.yaml is in the browser's downloads.*")
        .await?;
    assert_eq!(downloaded(page, "shop.template.yaml").await?, expected);
    page.press("button", "Design").await?;
    page.press("menuitem", "Save design*").await?;
    page.hears("shop.yaml is in the browser's downloads.*")
        .await?;
    let saved = downloaded(page, "shop.yaml").await?;
    let block = saved.strip_prefix(expected).unwrap_or_default();
    assert!(
        block.starts_with("\r\nMetadata:\r\n  Drawbridge:\r\n"),
        "{saved}"
    );
    assert!(block.contains("\r\n      Web: ["), "{saved}");
    let inside = block.lines().skip(2);
    assert!(inside.clone().all(|line| line.starts_with("  ")), "{saved}");
    Ok(())
}

async fn downloaded(page: &Page, name: &str) -> Outcome<String> {
    let file = page.downloads.join(name);
    page.until(&format!("{name} is there"), async || {
        Ok(fs::read_to_string(&file)
            .ok()
            .filter(|text| !text.is_empty()))
    })
    .await
}

/// Drops the template as a file on the page.
async fn drop_shop(page: &Page) -> Outcome {
    let drawing = page.find("group", "Network drawing").await?;
    let script = "const [target, text] = arguments;
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], 'shop.yaml'));
        for (const kind of ['dragenter', 'dragover', 'drop'])
            target.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));";
    page.driver
        .execute(script, vec![drawing.to_json()?, json!(SHOP)])
        .await?;
    Ok(())
}
