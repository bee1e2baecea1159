//! A design of 500 resources, for measurements in the browser. Nothing of it is
//! in any journey.

use serde_json::{Map, Value, json};

/// Five VPCs of a hundred resources: six subnets, a way out, instances.
pub fn template() -> Value {
    let mut all = Map::new();
    for vpc in 0..5 {
        let v = format!("V{vpc}");
        let mut add = |id: String, kind: &str, properties: Value| {
            all.insert(
                id,
                json!({ "Type": format!("AWS::EC2::{kind}"), "Properties": properties }),
            );
        };
        let reference = |id: &str| json!({ "Ref": format!("{v}{id}") });
        add(
            v.clone(),
            "VPC",
            json!({ "CidrBlock": format!("10.{vpc}.0.0/16") }),
        );
        add(format!("{v}Gateway"), "InternetGateway", json!({}));
        let ends = json!({ "VpcId": reference(""), "InternetGatewayId": reference("Gateway") });
        add(format!("{v}Attachment"), "VPCGatewayAttachment", ends);
        add(
            format!("{v}Table"),
            "RouteTable",
            json!({ "VpcId": reference("") }),
        );
        let way = json!({
            "RouteTableId": reference("Table"),
            "DestinationCidrBlock": "0.0.0.0/0",
            "GatewayId": reference("Gateway"),
        });
        add(format!("{v}Out"), "Route", way);
        let rule =
            json!({ "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0" });
        let group = json!({
            "VpcId": reference(""),
            "GroupDescription": "web",
            "SecurityGroupIngress": [rule],
        });
        add(format!("{v}Group"), "SecurityGroup", group);
        for subnet in 0..6 {
            let place = json!({
                "VpcId": reference(""),
                "CidrBlock": format!("10.{vpc}.{subnet}.0/24"),
                "AvailabilityZone": { "Fn::Select": [subnet % 2, { "Fn::GetAZs": "" }] },
                "MapPublicIpOnLaunch": true,
            });
            add(format!("{v}S{subnet}"), "Subnet", place);
            let ends = json!({
                "SubnetId": reference(&format!("S{subnet}")),
                "RouteTableId": reference("Table"),
            });
            add(format!("{v}A{subnet}"), "SubnetRouteTableAssociation", ends);
        }
        for instance in 0..82 {
            let properties = json!({
                "ImageId": "ami-0123456789abcdef0",
                "InstanceType": "t3.micro",
                "SubnetId": reference(&format!("S{}", instance % 6)),
                "SecurityGroupIds": [{ "Fn::GetAtt": [format!("{v}Group"), "GroupId"] }],
            });
            add(format!("{v}I{instance}"), "Instance", properties);
        }
    }
    json!({ "AWSTemplateFormatVersion": "2010-09-09", "Resources": all })
}
