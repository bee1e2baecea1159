//! Numbers with a fraction, exactly: for comparing with a range. Knows no
//! exponents, which no template needs; the browser's module is spared the
//! parsing of floating point numbers.

use std::fmt;

/// Digits after the point that are kept.
const DIGITS: usize = 9;

/// A number with at most nine digits after the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i128);

impl Decimal {
    /// Reads `-12.5`; nothing if it is written in another way, such as with
    /// an exponent, or is too long.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let is_plain = |part: &str| part.bytes().all(|it| it.is_ascii_digit());
        if whole.is_empty() || whole.len() > 20 || fraction.is_empty() {
            return None;
        }
        if fraction.len() > DIGITS || !is_plain(whole) || !is_plain(fraction) {
            return None;
        }
        let number: i128 = format!("{whole}{fraction:0<DIGITS$}").parse().ok()?;
        Some(Self(if text.starts_with('-') {
            -number
        } else {
            number
        }))
    }

    /// Whether nothing but zeros stands after the point.
    pub fn is_whole(self) -> bool {
        self.0 % Self::from(1).0 == 0
    }
}

impl From<i64> for Decimal {
    fn from(number: i64) -> Self {
        Self(i128::from(number) * 10_i128.pow(9))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let one = Self::from(1).0.unsigned_abs();
        let (whole, fraction) = (self.0.unsigned_abs() / one, self.0.unsigned_abs() % one);
        if fraction == 0 {
            return write!(f, "{sign}{whole}");
        }
        let fraction = format!("{fraction:0>DIGITS$}");
        write!(f, "{sign}{whole}.{}", fraction.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_written_as_it_was_read_and_compares_by_value() {
        for text in ["0", "-1", "65535", "0.125", "-99.999", "64000"] {
            assert_eq!(Decimal::read(text).unwrap().to_string(), text);
        }
        assert!(Decimal::read("0.5") > Decimal::read("0.125"));
        assert!(Decimal::read("-0.5") < Decimal::read("0"));
        assert_eq!(Decimal::read("7.0"), Some(Decimal::from(7)));
        assert!(!Decimal::read("7.5").unwrap().is_whole());
    }

    #[test]
    fn what_is_no_plain_number_is_nothing() {
        for text in ["", "-", ".5", "5.", "1e3", "0x10", "1.0000000001", "1,5"] {
            assert_eq!(Decimal::read(text), None, "{text}");
        }
        assert_eq!(Decimal::read(&"9".repeat(40)), None);
    }
}
