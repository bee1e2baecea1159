//! Says which values of parameters and which dealt blocks the network rests on. The letters of zones
//! are left out: no packet asks for them.

use super::lowered::Builder;
use crate::message::Message;
use crate::template::{Assumed, LogicalId};

impl Builder<'_> {
    /// Adds an assumption for each value or block that a resource rests
    /// on, to what is inside of a VPC too.
    pub(super) fn tell_grounds(&mut self) {
        let survey = self.survey;
        let grounds = &survey.grounds;
        for (id, assumed) in &grounds.assumed {
            let inside = survey.subnets.values();
            let inside = inside.filter(|subnet| subnet.vpc.known() == Some(id));
            let inside: Vec<&LogicalId> = inside.map(|subnet| &subnet.id).collect();
            let left_out = grounds.left_out.get(id);
            for assumed in assumed {
                if matches!(assumed, Assumed::Zones(_)) {
                    continue;
                }
                if let Some(named) = left_out {
                    for about in named {
                        let message = Message::new("{resource} is not built. {why}");
                        let message = message.resource("resource", id);
                        self.assume(about, message.message("why", assumed.sentence()));
                    }
                }
                self.assume(id, assumed.sentence());
                for subnet in &inside {
                    self.assume(subnet, assumed.sentence());
                }
            }
        }
    }
}
