//! "Did you mean": the name most like another. Knows nothing of names.

/// The candidate that is most like a name, if one is near enough to be meant:
/// the first of the nearest, at most a third of the name's letters away. A
/// difference in case alone is no distance.
pub fn similar<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters: Vec<char> = name.chars().flat_map(char::to_lowercase).collect();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let most = match best {
            Some((0, _)) => break,
            Some((distance, _)) => distance - 1,
            None => (letters.len() / 3).max(1),
        };
        if let Some(distance) = distance(&letters, candidate, most) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How many letters are to be changed, added, removed or swapped with their
/// neighbor, unless they are more than `most`.
fn distance(name: &[char], other: &str, most: usize) -> Option<usize> {
    let other: Vec<char> = other.chars().flat_map(char::to_lowercase).collect();
    if name.len().abs_diff(other.len()) > most {
        return None;
    }
    let mut before = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, letter) in name.iter().enumerate() {
        let mut row = Vec::with_capacity(last.len());
        row.push(i + 1);
        for (j, wanted) in other.iter().enumerate() {
            let changed = last[j] + usize::from(letter != wanted);
            let mut fewest = changed.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *letter == other[j - 1] && name[i - 1] == *wanted {
                let swapped: &Vec<usize> = &before;
                fewest = fewest.min(swapped[j - 1] + 1);
            }
            row.push(fewest);
        }
        if row.iter().all(|it| *it > most) {
            return None;
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|it| *it <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_found_and_another_word_is_not() {
        let names = ["VpcId", "CidrBlock", "Tags", "EnableDnsSupport"];
        assert_eq!(similar("CidrBlok", names), Some("CidrBlock"));
        assert_eq!(similar("VPCId", names), Some("VpcId"));
        assert_eq!(similar("Tasg", names), Some("Tags"));
        assert_eq!(similar("EnableDNSSuport", names), Some("EnableDnsSupport"));
        assert_eq!(similar("Name", names), None);
        assert_eq!(similar("", names), None);
    }

    #[test]
    fn the_nearest_is_taken_and_the_first_of_equals() {
        assert_eq!(similar("Tagz", ["Tags", "Tagx"]), Some("Tags"));
        assert_eq!(similar("Cidrs", ["CidrIp", "Cidr"]), Some("Cidr"));
    }
}
