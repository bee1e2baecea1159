//! AWS's regions: their names, zones, partitions and addresses. Evaluates
//! nothing, and knows no account.

/// A region of AWS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its code, such as `eu-west-1`.
    pub code: &'static str,
    /// Its name, such as `Ireland`.
    pub name: &'static str,
    /// The letters of its zones, in order: `abc`.
    pub letters: &'static str,
}

macro_rules! regions {
    ($($code:literal $name:literal $letters:literal,)+) => {
        &[$(Region { code: $code, name: $name, letters: $letters }),+]
    };
}

/// The regions, in the order of AWS's own list: America's first, then by the
/// code, then those of the other partitions that have public documentation.
///
/// The letters are those that most accounts see. In its oldest regions AWS gave
/// each account created before November 2025 letters of its own: such an account
/// sees two of a, b and c in us-west-1, and three or four of a to d in
/// ap-northeast-1. No new account sees c in ca-central-1.
///
/// <https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html>,
/// <https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html>,
/// <https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html>
pub const REGIONS: &[Region] = regions! {
    "us-east-1" "N. Virginia" "abcdef",
    "us-east-2" "Ohio" "abc",
    "us-west-1" "N. California" "ac",
    "us-west-2" "Oregon" "abcd",
    "af-south-1" "Cape Town" "abc",
    "ap-east-1" "Hong Kong" "abc",
    "ap-east-2" "Taipei" "abc",
    "ap-northeast-1" "Tokyo" "acd",
    "ap-northeast-2" "Seoul" "abcd",
    "ap-northeast-3" "Osaka" "abc",
    "ap-south-1" "Mumbai" "abc",
    "ap-south-2" "Hyderabad" "abc",
    "ap-southeast-1" "Singapore" "abc",
    "ap-southeast-2" "Sydney" "abc",
    "ap-southeast-3" "Jakarta" "abc",
    "ap-southeast-4" "Melbourne" "abc",
    "ap-southeast-5" "Malaysia" "abc",
    "ap-southeast-6" "New Zealand" "abc",
    "ap-southeast-7" "Thailand" "abc",
    "ca-central-1" "Canada Central" "abd",
    "ca-west-1" "Calgary" "abc",
    "eu-central-1" "Frankfurt" "abc",
    "eu-central-2" "Zurich" "abc",
    "eu-north-1" "Stockholm" "abc",
    "eu-south-1" "Milan" "abc",
    "eu-south-2" "Spain" "abc",
    "eu-west-1" "Ireland" "abc",
    "eu-west-2" "London" "abc",
    "eu-west-3" "Paris" "abc",
    "il-central-1" "Tel Aviv" "abc",
    "me-central-1" "UAE" "abc",
    "me-south-1" "Bahrain" "abc",
    "mx-central-1" "Mexico Central" "abc",
    "sa-east-1" "São Paulo" "abc",
    "cn-north-1" "Beijing" "abc",
    "cn-northwest-1" "Ningxia" "abc",
    "us-gov-east-1" "GovCloud East" "abc",
    "us-gov-west-1" "GovCloud West" "abc",
    "eusc-de-east-1" "Brandenburg" "abc",
};

/// The zones of a region, as `Fn::GetAZs` is taken to list them.
///
/// AWS lists the zones in which an account has a default subnet, so that no
/// template can tell them for sure. A region that is not in the list is taken
/// to have three: AWS builds no region with fewer.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getavailabilityzones.html>
pub fn zones_of(region: &str) -> Vec<String> {
    let known = REGIONS.iter().find(|known| known.code == region);
    let letters = known.map_or("abc", |known| known.letters);
    let zones = letters.chars().map(|letter| format!("{region}{letter}"));
    zones.collect()
}

/// The partition that a region is in.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>
pub(super) fn partition(region: &str) -> &'static str {
    [
        ("cn-", "aws-cn"),
        ("us-gov-", "aws-us-gov"),
        ("us-iso-", "aws-iso"),
        ("us-isob-", "aws-iso-b"),
        ("eu-isoe-", "aws-iso-e"),
        ("us-isof-", "aws-iso-f"),
        ("eusc-", "aws-eusc"),
    ]
    .into_iter()
    .find_map(|(start, partition)| region.starts_with(start).then_some(partition))
    .unwrap_or("aws")
}

/// The end of the addresses of a region's services.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html>
pub(super) fn url_suffix(region: &str) -> &'static str {
    match partition(region) {
        "aws-cn" => "amazonaws.com.cn",
        "aws-iso" => "c2s.ic.gov",
        "aws-iso-b" => "sc2s.sgov.gov",
        "aws-iso-e" => "cloud.adc-e.uk",
        "aws-iso-f" => "csp.hci.ic.gov",
        "aws-eusc" => "amazonaws.eu",
        _ => "amazonaws.com",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_is_listed_once_with_its_letters_in_order() {
        let mut codes: Vec<_> = REGIONS.iter().map(|region| region.code).collect();
        crate::sorting::sort(&mut codes);
        codes.dedup();
        assert_eq!(codes.len(), REGIONS.len());
        for region in REGIONS {
            let letters = region.letters.as_bytes();
            assert!(letters.is_sorted(), "{}", region.code);
            assert!((2..=6).contains(&letters.len()), "{}", region.code);
        }
    }

    #[test]
    fn a_region_that_is_not_listed_has_three_zones() {
        assert_eq!(
            zones_of("xx-south-9"),
            ["xx-south-9a", "xx-south-9b", "xx-south-9c"]
        );
        assert_eq!(zones_of("us-west-1"), ["us-west-1a", "us-west-1c"]);
        assert_eq!(zones_of("us-east-1").len(), 6);
    }

    #[test]
    fn a_partition_has_its_own_addresses() {
        let both = |region| (partition(region), url_suffix(region));
        assert_eq!(both("cn-north-1"), ("aws-cn", "amazonaws.com.cn"));
        assert_eq!(both("us-gov-west-1"), ("aws-us-gov", "amazonaws.com"));
        assert_eq!(both("ap-northeast-2"), ("aws", "amazonaws.com"));
        assert_eq!(both("us-isob-east-1"), ("aws-iso-b", "sc2s.sgov.gov"));
        assert_eq!(both("eusc-de-east-1"), ("aws-eusc", "amazonaws.eu"));
    }
}
