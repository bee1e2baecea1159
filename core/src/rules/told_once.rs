//! One mistake is one finding: what follows from it elsewhere is not told too.
//! Knows no rule's own work.

use crate::analysis::analyze;
use crate::fixture::design;
use crate::rules::Severity;
use crate::schema::everything;

/// What is found of a design, but hints: the rules and the resources.
fn told(text: &str) -> Vec<String> {
    let found = analyze(&design(text), everything()).findings;
    let found = found.iter().filter(|it| it.severity != Severity::Hint);
    found
        .map(|it| format!("{} {}", it.rule.id, it.resource))
        .collect()
}

/// A public subnet with all that wants a way to the Internet; `lines` stand in
/// its route table and at the end.
fn public(route: &str, more: &str) -> Vec<String> {
    told(&format!(
        "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 MapPublicIpOnLaunch=true AvailabilityZone=us-east-1a
    nat nat AllocationId=@address.AllocationId
    instance bastion SecurityGroupIds=[@office]
  subnet b CidrBlock=10.0.2.0/24 MapPublicIpOnLaunch=true AvailabilityZone=us-east-1b
  subnet c CidrBlock=10.0.3.0/24 AvailabilityZone=us-east-1a
  sg office GroupDescription=o SecurityGroupIngress=[{{IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=203.0.113.0/24}}]
  sg web GroupDescription=w SecurityGroupIngress=[{{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=0.0.0.0/0}}]
  routetable open
{route}  routetable inner
    route through DestinationCidrBlock=0.0.0.0/0 NatGatewayId=@nat
tableassociation first SubnetId=@a RouteTableId=@open
tableassociation second SubnetId=@b RouteTableId=@open
tableassociation third SubnetId=@c RouteTableId=@inner
lb front Scheme=internet-facing Subnets=[@a, @b] SecurityGroups=[@web]
  listener http Port=80 Protocol=HTTP DefaultActions=[{{Type=redirect, RedirectConfig={{Protocol=HTTPS, StatusCode=HTTP_301}}}}]
eip address Domain=vpc
igw igw
  attachment joins VpcId=@main
{more}"
    ))
}

#[test]
fn a_mistake_in_a_default_route_is_told_at_the_route_only() {
    let out = "    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw\n";
    assert_eq!(public(out, ""), [""; 0]);
    let none = out.replace(" GatewayId=@igw", "");
    assert_eq!(public(&none, ""), ["route-no-target out"]);
    let nowhere = out.replace("DestinationCidrBlock=0.0.0.0/0 ", "");
    assert_eq!(public(&nowhere, ""), ["route-destination out"]);
    let both = out.replace("@igw", "@igw NatGatewayId=@nat");
    assert_eq!(public(&both, ""), ["route-several-targets out"]);
    let wrong = out.replace("@igw", "@nat");
    assert_eq!(public(&wrong, ""), ["reference-wrong-kind out"]);
    let again = format!("{out}    route again DestinationCidrBlock=0.0.0.0/0 NatGatewayId=@nat\n");
    assert_eq!(public(&again, ""), ["route-duplicate-destination again"]);
    let six = out.replace("/0 ", "/0 DestinationIpv6CidrBlock=\"::/0\" ");
    let six = format!("{out}{}", six.replace("route out", "route six"));
    assert_eq!(public(&six, ""), ["route-destination six"]);
}

#[test]
fn a_second_table_of_a_subnet_is_told_at_the_association_only() {
    let out = "    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw\n";
    let more = "tableassociation more SubnetId=@a RouteTableId=@inner\n";
    assert_eq!(public(out, more), ["subnet-two-route-tables more"]);
}

#[test]
fn a_public_subnet_without_a_way_is_told_of_itself_and_not_of_its_bastion() {
    let told = public("", "");
    assert!(told.contains(&"public-subnet-without-way a".to_owned()));
    assert!(!told.contains(&"bastion-in-private-subnet bastion".to_owned()));
}

#[test]
fn a_vpc_that_is_peered_with_itself_does_not_overlap_too() {
    let text = "vpc main CidrBlock=10.0.0.0/16\npeering self VpcId=@main PeerVpcId=@main\n";
    assert_eq!(told(text), ["peering-twice self"]);
}

#[test]
fn a_route_that_the_table_of_a_gateway_may_not_have_is_told_once() {
    let text = "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  subnet b CidrBlock=10.0.2.0/24
    eni box SourceDestCheck=false
  routetable edge
    route part DestinationCidrBlock=10.0.1.0/25 NetworkInterfaceId=@box
igw igw
  attachment joins VpcId=@main
AWS::EC2::GatewayRouteTableAssociation comes GatewayId=@igw RouteTableId=@edge
";
    assert_eq!(told(text), ["edge-route-not-allowed part"]);
}

#[test]
fn a_route_to_a_machine_of_another_vpc_is_told_once() {
    let text = "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  routetable table
    route away DestinationCidrBlock=0.0.0.0/0 InstanceId=@box
vpc other CidrBlock=10.1.0.0/16
  subnet b CidrBlock=10.1.1.0/24
    instance box
tableassociation joins SubnetId=@a RouteTableId=@table
";
    assert_eq!(told(text), ["route-gateway-other-vpc away"]);
}

#[test]
fn what_a_load_balancer_may_not_send_is_told_once() {
    let text = "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
    instance web SecurityGroupIds=[@webs]
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
    instance also SecurityGroupIds=[@webs]
  sg webs GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, SourceSecurityGroupId=@front.GroupId}]
  sg front GroupDescription=f SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=10.0.0.0/8}] SecurityGroupEgress=[{IpProtocol=tcp, FromPort=443, ToPort=443, CidrIp=0.0.0.0/0}]
  targetgroup apps Port=80 Protocol=HTTP Targets=[{Id=@web}, {Id=@also}]
lb balancer Subnets=[@a, @b] Scheme=internal SecurityGroups=[@front]
  listener http Port=80 Protocol=HTTP DefaultActions=[{Type=forward, TargetGroupArn=@apps}]
";
    assert_eq!(told(text), ["target-traffic-blocked apps"]);
}
