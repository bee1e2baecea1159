//! A reply that a network ACL stops: the answer says so and leads to the rule,
//! the rule is mended in the inspector, and the answer says that it passes.

use drawbridge_tests::Outcome;
use drawbridge_tests::journey::journey;
use drawbridge_tests::page::Page;

/// A web server behind a network ACL that lets replies out to port 80 alone.
const DESIGN: &str = r#"{"Resources":{
"Vpc":{"Type":"AWS::EC2::VPC","Properties":{"CidrBlock":"10.0.0.0/16"}},
"Gateway":{"Type":"AWS::EC2::InternetGateway"},
"Attached":{"Type":"AWS::EC2::VPCGatewayAttachment","Properties":{"VpcId":{"Ref":"Vpc"},"InternetGatewayId":{"Ref":"Gateway"}}},
"Subnet":{"Type":"AWS::EC2::Subnet","Properties":{"VpcId":{"Ref":"Vpc"},"CidrBlock":"10.0.0.0/24","MapPublicIpOnLaunch":true}},
"Routes":{"Type":"AWS::EC2::RouteTable","Properties":{"VpcId":{"Ref":"Vpc"}}},
"WayOut":{"Type":"AWS::EC2::Route","DependsOn":"Attached","Properties":{"RouteTableId":{"Ref":"Routes"},"DestinationCidrBlock":"0.0.0.0/0","GatewayId":{"Ref":"Gateway"}}},
"Uses":{"Type":"AWS::EC2::SubnetRouteTableAssociation","Properties":{"SubnetId":{"Ref":"Subnet"},"RouteTableId":{"Ref":"Routes"}}},
"Acl":{"Type":"AWS::EC2::NetworkAcl","Properties":{"VpcId":{"Ref":"Vpc"}}},
"Guards":{"Type":"AWS::EC2::SubnetNetworkAclAssociation","Properties":{"SubnetId":{"Ref":"Subnet"},"NetworkAclId":{"Ref":"Acl"}}},
"AclIn":{"Type":"AWS::EC2::NetworkAclEntry","Properties":{"NetworkAclId":{"Ref":"Acl"},"RuleNumber":100,"Protocol":6,"RuleAction":"allow","CidrBlock":"0.0.0.0/0","PortRange":{"From":80,"To":80}}},
"AclOut":{"Type":"AWS::EC2::NetworkAclEntry","Properties":{"NetworkAclId":{"Ref":"Acl"},"RuleNumber":100,"Egress":true,"Protocol":6,"RuleAction":"allow","CidrBlock":"0.0.0.0/0","PortRange":{"From":80,"To":80}}},
"Group":{"Type":"AWS::EC2::SecurityGroup","Properties":{"GroupDescription":"Web","VpcId":{"Ref":"Vpc"},"SecurityGroupIngress":[{"IpProtocol":"tcp","FromPort":80,"ToPort":80,"CidrIp":"0.0.0.0/0"}]}},
"Web":{"Type":"AWS::EC2::Instance","Properties":{"SubnetId":{"Ref":"Subnet"},"ImageId":"ami-12345678","InstanceType":"t3.micro","SecurityGroupIds":[{"Ref":"Group"}]}}
}}"#;

#[test]
fn a_reply_that_a_network_acl_stops_is_told_and_mended() {
    journey(
        "a_reply_that_a_network_acl_stops_is_told_and_mended",
        async |page| {
            page.paste(DESIGN).await?;
            // Asked from the drawing: the server is selected, T is the key.
            page.select("EC2 instance Web*").await?;
            page.keys(&[], 't').await?;
            page.fill("combobox", "Port", "HTTP").await?;
            let answer = told(page, "Web on tcp 80. The reply does not get back.").await?;
            assert!(answer.contains("SUBNET_ACL_RESTRICTION"), "{answer}");

            // What stops it is an item of the list of the way back.
            let back = page.text_of("list", "Back").await?;
            assert!(back.contains("Acl does not let the reply"), "{back}");
            page.press_in(("list", "Back"), "button", "Go to Acl*")
                .await?;
            page.find("heading", "Network ACL").await?;
            page.press("button", "100 out: allow TCP 80 0.0.0.0/0*")
                .await?;
            page.fill("textbox", "From port", "1024").await?;
            page.fill("textbox", "To port", "65535").await?;

            let answer = told(page, "Web on tcp 80. The reply gets back.").await?;
            assert!(!answer.contains("SUBNET_ACL_RESTRICTION"), "{answer}");
            Ok(())
        },
    );
}

#[test]
fn a_step_leads_to_the_field_of_the_rule_that_decides() {
    journey(
        "a_step_leads_to_the_field_of_the_rule_that_decides",
        async |page| {
            page.paste(DESIGN).await?;
            page.press("tab", "Reach").await?;
            // The end is picked by pressing it.
            page.press("button", "Pick the end on the canvas").await?;
            page.select("EC2 instance Web*").await?;
            page.fill("combobox", "Port", "80").await?;
            told(page, "Web on tcp 80.").await?;
            page.press("radio", "There").await?;
            page.press_in(
                ("list", "There"),
                "button",
                "Go to Group.SecurityGroupIngress.0*",
            )
            .await?;
            page.find("heading", "Security group").await?;
            page.until("the rule has the focus", async || {
                let focused = page.driver.active_element().await?;
                Ok(focused.text().await?.contains("HTTP from").then_some(()))
            })
            .await
        },
    );
}

/// Waits until the answer says something, and gives all of it.
async fn told(page: &Page, sentence: &str) -> Outcome<String> {
    page.until(&format!("the answer says “{sentence}”"), async || {
        let answer = page.text_of("region", "Answer").await?;
        let line = answer.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(line.contains(sentence).then_some(line))
    })
    .await
}
