//! The first zone of *Three tiers in two zones*, drawn from nothing by dragging
//! and connecting, and exported.

use std::collections::BTreeMap;
use std::fs;

use drawbridge_tests::Outcome;
use drawbridge_tests::journey::{exports, journey};
use drawbridge_tests::page::Page;
use serde_json::Value;

#[test]
fn a_zone_is_drawn_from_nothing_and_exported() {
    journey("a_zone_is_drawn_from_nothing_and_exported", async |page| {
        page.resize((1920, 1080)).await?;
        let ground = page.ground().await?;
        page.place("VPC", ground.inside(220.0, 160.0)).await?;
        page.fill("textbox", "Logical ID", "Vpc").await?;
        subnets(page).await?;
        routes(page).await?;
        tiers(page).await?;
        page.is_gone("listitem", "*rror*").await?;
        exported(page).await
    });
}

/// Three subnets in the lane of one zone.
async fn subnets(page: &Page) -> Outcome {
    let vpc = page.frame("VPC *").await?;
    page.place("Subnet", vpc.middle()).await?;
    page.fill("textbox", "Logical ID", "PublicSubnetA").await?;
    for (above, name) in [
        ("PublicSubnetA", "AppSubnetA"),
        ("AppSubnetA", "DataSubnetA"),
    ] {
        // Onto the one above: then it is in the same zone.
        let frame = page.frame(&format!("Subnet {above}*")).await?;
        page.place(
            "Subnet",
            frame.inside(frame.width / 2.0, frame.height - 8.0),
        )
        .await?;
        page.fill("textbox", "Logical ID", name).await?;
        page.step_back().await?;
        page.node(&format!("Subnet {name}*")).await?;
    }
    Ok(())
}

/// The way in, the way out, and the tables that lead there.
async fn routes(page: &Page) -> Outcome {
    let vpc = page.frame("VPC *").await?;
    page.place("Internet gateway", vpc.inside(vpc.width - 12.0, 60.0))
        .await?;
    page.step_back().await?;
    let public = page.frame("Subnet PublicSubnetA*").await?;
    page.place("NAT gateway", public.middle()).await?;
    for (name, subnet) in [
        ("PublicRoutes", "PublicSubnetA"),
        ("AppRoutesA", "AppSubnetA"),
        ("DataRoutes", "DataSubnetA"),
    ] {
        let vpc = page.frame("VPC *").await?;
        page.place("Route table", vpc.inside(vpc.width - 8.0, vpc.height - 6.0))
            .await?;
        page.fill("textbox", "Logical ID", name).await?;
        page.step_back().await?;
        page.pull(
            &format!("Route table {name}*"),
            &format!("Subnet {subnet}*"),
        )
        .await?;
    }
    page.pull("Route table PublicRoutes*", "Internet gateway *")
        .await?;
    page.pull("Route table AppRoutesA*", "NAT gateway *")
        .await?;
    page.node("Subnet PublicSubnetA*, public*").await?;
    page.node("Subnet AppSubnetA*, private*").await?;
    page.node("Subnet DataSubnetA*, isolated*").await?;
    Ok(())
}

/// An instance behind a security group.
async fn tiers(page: &Page) -> Outcome {
    let app = page.frame("Subnet AppSubnetA*").await?;
    page.place("EC2 instance", app.middle()).await?;
    page.fill("textbox", "Logical ID", "AppInstanceA").await?;
    page.step_back().await?;
    let vpc = page.frame("VPC *").await?;
    page.place(
        "Security group",
        vpc.inside(vpc.width - 8.0, vpc.height - 6.0),
    )
    .await?;
    page.fill("textbox", "Logical ID", "AppGroup").await?;
    page.step_back().await?;
    page.pull("EC2 instance AppInstanceA*", "Security group AppGroup*")
        .await
}

/// The file that the browser got, read, and left for `./dev conform`.
async fn exported(page: &Page) -> Outcome {
    page.press("button", "Export template").await?;
    page.hears("design.template.json is in the browser's downloads.*")
        .await?;
    let file = page.downloads.join("design.template.json");
    let text = page
        .until("the file is there", async || {
            Ok(fs::read_to_string(&file).ok())
        })
        .await?;
    fs::create_dir_all(exports())?;
    fs::write(exports().join("drawn-zone.json"), &text)?;
    let template: Value = serde_json::from_str(&text)?;
    assert_eq!(
        template["Metadata"],
        Value::Null,
        "an exported template has no layout"
    );
    let resources = template["Resources"]
        .as_object()
        .ok_or("There are no resources.")?;
    let mut counts = BTreeMap::new();
    for resource in resources.values() {
        let kind = resource["Type"].as_str().unwrap_or_default();
        *counts
            .entry(kind.trim_start_matches("AWS::EC2::"))
            .or_insert(0) += 1;
    }
    let expected = BTreeMap::from([
        ("EIP", 1),
        ("Instance", 1),
        ("InternetGateway", 1),
        ("NatGateway", 1),
        ("Route", 2),
        ("RouteTable", 3),
        ("SecurityGroup", 1),
        ("Subnet", 3),
        ("SubnetRouteTableAssociation", 3),
        ("VPC", 1),
        ("VPCGatewayAttachment", 1),
    ]);
    assert_eq!(counts, expected);
    let zone = |name: &str| template["Resources"][name]["Properties"]["AvailabilityZone"].clone();
    assert_eq!(zone("PublicSubnetA"), zone("AppSubnetA"));
    assert_eq!(zone("PublicSubnetA"), zone("DataSubnetA"));
    assert_ne!(zone("PublicSubnetA"), Value::Null);
    Ok(())
}
