//! `Fn::Cidr`: a block of addresses cut into equal ones. Knows nothing of what
//! the blocks are for.
//!
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html>

use std::net::{Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use super::{Evaluator, FunctionName, Unknown, Value};

/// How many blocks can be asked for.
const COUNT: std::ops::RangeInclusive<i64> = 1..=256;

impl Evaluator<'_> {
    /// So many blocks, lowest first, that leave so many bits for hosts.
    pub(super) fn cidr(&self, argument: &Value) -> Result<Value, Unknown> {
        let form = || Unknown::Form(FunctionName::Cidr);
        let (block, count, bits) = match argument.as_list().ok_or_else(form)? {
            [block, count] => (block, count, None),
            [block, count, bits] => (block, count, Some(bits)),
            _ => return Err(form()),
        };
        let block = self.text(block, FunctionName::Cidr)?;
        let block = block.trim().parse().map_err(|_| form())?;
        let count = self.integer(count, FunctionName::Cidr)?;
        let bits = bits.map(|bits| self.integer(bits, FunctionName::Cidr));
        let blocks = carve(block, count, bits.transpose()?).ok_or_else(form)?;
        let blocks = blocks.into_iter().map(|block| block.to_string().into());
        Ok(Value::List(blocks.collect()))
    }
}

/// The first `count` blocks of a block that leave `bits` for hosts, in order;
/// `None` where AWS refuses: too many, none, or more than there is room for.
///
/// Without bits, a block of IPv4 gives /24 and one of IPv6 gives /64.
fn carve(block: IpNet, count: i64, bits: Option<i64>) -> Option<Vec<IpNet>> {
    if !COUNT.contains(&count) {
        return None;
    }
    let width = block.max_prefix_len();
    let default = if width == 32 { 8 } else { 64 };
    let bits = u8::try_from(bits.unwrap_or(default)).ok()?;
    let prefix = width.checked_sub(bits).filter(|_| bits > 0)?;
    let doublings = prefix.checked_sub(block.prefix_len())?;
    // More doublings than the largest count has leave room for any.
    if doublings < 9 && count > 1 << doublings {
        return None;
    }
    let blocks = (0..u128::try_from(count).ok()?).map(|index| {
        // Shifting a 0 by the whole width is a 0 too.
        let offset = index.checked_shl(u32::from(bits)).unwrap_or(0);
        match block {
            IpNet::V4(net) => {
                let first = u32::from(net.network());
                let start = first.checked_add(u32::try_from(offset).ok()?)?;
                let block = Ipv4Net::new(Ipv4Addr::from(start), prefix).ok()?;
                Some(IpNet::V4(block))
            }
            IpNet::V6(net) => {
                let start = u128::from(net.network()).checked_add(offset)?;
                let block = Ipv6Net::new(Ipv6Addr::from(start), prefix).ok()?;
                Some(IpNet::V6(block))
            }
        }
    });
    blocks.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::cidr;

    fn carved(block: &str, count: i64, bits: i64) -> Option<Vec<String>> {
        let blocks = carve(block.parse().unwrap(), count, Some(bits))?;
        Some(blocks.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn the_example_of_aws_comes_out_as_aws_says() {
        assert_eq!(
            carved("192.168.0.0/24", 6, 5).unwrap(),
            [
                "192.168.0.0/27",
                "192.168.0.32/27",
                "192.168.0.64/27",
                "192.168.0.96/27",
                "192.168.0.128/27",
                "192.168.0.160/27"
            ]
        );
        assert_eq!(
            carved("2001:db8:1234:1a00::/56", 2, 64).unwrap(),
            ["2001:db8:1234:1a00::/64", "2001:db8:1234:1a01::/64"]
        );
    }

    #[test]
    fn what_has_no_room_is_refused() {
        assert!(carved("10.0.0.0/24", 8, 5).is_some());
        assert_eq!(carved("10.0.0.0/24", 9, 5), None);
        assert_eq!(carved("10.0.0.0/24", 1, 9), None);
        assert_eq!(carved("10.0.0.0/16", 0, 8), None);
        assert_eq!(carved("10.0.0.0/16", 257, 4), None);
        assert!(carved("10.0.0.0/16", 256, 8).is_some());
        assert_eq!(carved("10.0.0.0/16", 1, 0), None);
    }

    #[test]
    fn hostile_numbers_are_refused() {
        for number in [i64::MIN, -1, 129, 256, i64::MAX] {
            assert_eq!(carved("0.0.0.0/0", 1, number), None);
            assert_eq!(carved("::/0", 2, number), None);
        }
        assert_eq!(carved("10.0.0.0/8", i64::MAX, 8), None);
        assert_eq!(carved("255.255.255.255/32", 2, 1), None);
        assert_eq!(carved("::/0", 1, 128).unwrap(), ["::/0"]);
        assert_eq!(carved("0.0.0.0/0", 1, 32).unwrap(), ["0.0.0.0/0"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn blocks_are_the_first_pieces_of_a_split(
            address: u32, prefix in 0..=32_u8, bits in 1..=32_u8, count in 1..=256_usize,
        ) {
            let net = Ipv4Net::new(Ipv4Addr::from(address), prefix).unwrap();
            let given = carve(IpNet::V4(net), i64::try_from(count).unwrap(), Some(i64::from(bits)));
            let pieces = cidr::split(net.trunc(), 32 - bits);
            // Splitting stops where there are more pieces than can be asked for.
            if let Ok(pieces) = pieces {
                let expected = pieces.get(..count);
                let expected = expected.map(|all| all.iter().copied().map(IpNet::V4).collect());
                prop_assert_eq!(given, expected);
            } else {
                prop_assert_eq!(given.is_some(), 32 - bits >= prefix);
            }
        }

        #[test]
        fn blocks_of_ipv6_follow_each_other_inside_the_block(
            address: u128, prefix in 0..=128_u8, bits in 1..=128_u8, count in 1..=256_i64,
        ) {
            let net = Ipv6Net::new(Ipv6Addr::from(address), prefix).unwrap();
            let given = carve(IpNet::V6(net), count, Some(i64::from(bits)));
            let room = (128 - bits).checked_sub(prefix).map(|doublings| 1_i64 << doublings.min(20));
            prop_assert_eq!(given.is_some(), room.is_some_and(|room| count <= room));
            let mut next = Some(u128::from(net.network()));
            for block in given.unwrap_or_default() {
                let IpNet::V6(block) = block else { panic!("{block}") };
                prop_assert_eq!(Some(u128::from(block.network())), next);
                prop_assert_eq!(block.prefix_len(), 128 - bits);
                prop_assert!(net.contains(&block));
                next = u128::from(block.broadcast()).checked_add(1);
            }
        }
    }
}
