//! Auto Scaling groups: one instance in each subnet stands for all that run
//! there. How many do, and when, is not modeled.

use super::lowered::{Builder, Whereabouts};
use super::survey::{AutoScalingGroup, Used};
use crate::message::Message;

impl Builder<'_> {
    pub(super) fn add_fleets(&mut self) {
        let survey = self.survey;
        for fleet in survey.fleets.values() {
            self.add_fleet(fleet);
        }
    }

    /// <https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-in-vpc.html>
    fn add_fleet(&mut self, fleet: &AutoScalingGroup) {
        let id = &fleet.id;
        if fleet.interfaces.is_empty() {
            let why = Message::new(
                "{fleet} names no subnet: it runs in the default VPC, which is not in this template.",
            );
            self.refuse(id, why.resource("fleet", id));
            return;
        }
        let mut places = Vec::new();
        for (number, interface) in fleet.interfaces.iter().enumerate() {
            match self.add_interface(id, number, interface, fleet.masquerades) {
                Ok(place) => {
                    places.push(place);
                    self.note_open_address(id, interface);
                }
                Err(why) => self.leave_out(id, why),
            }
        }
        if places.is_empty() {
            return;
        }
        self.lowered.unsupported.shift_remove(id);
        let places = Whereabouts::Interfaces(places);
        self.lowered.places.insert(id.clone(), places);
        let groups = fleet.interfaces.first().map(|it| &it.groups);
        let groups: Vec<&Used> = groups.into_iter().flatten().collect();
        self.offer_by_groups(id, &groups);
        let message =
            Message::new("{fleet} runs one instance in each of its subnets, and all are well.");
        self.assume(id, message.resource("fleet", id));
    }

    /// Notes that a part of a resource stands nowhere; should all of it, that
    /// is why.
    pub(super) fn leave_out(&mut self, id: &crate::template::LogicalId, why: Message) {
        let message = Message::new("A part of {host} is left out. {why}")
            .resource("host", id)
            .message("why", why.clone());
        self.assume(id, message);
        self.refuse(id, why);
    }
}
