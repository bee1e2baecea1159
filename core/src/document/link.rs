//! A design as part of an address: the saved file, deflated, in letters that
//! an address takes as they are. Knows no page and no browser.
//!
//! A link is `1.` and the base64 of a zlib stream, whose checksum tells a link
//! that was damaged on its way. It stands behind the `#` of an address, which
//! browsers keep to themselves: a shared design is sent to no server.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::{Document, Opened, Refusal, open, save};
use crate::message::Message;
use crate::template::MAX_BYTES;

/// The most characters of a link that is made. Browsers take far more, but a
/// program that opens a link hands it to them on a command line, which on
/// Windows has 32,767 characters; this leaves room for the page's address.
/// <https://learn.microsoft.com/en-us/windows/win32/api/processthreadsapi/nf-processthreadsapi-createprocessw>
pub const MAX_LENGTH: usize = 32_000;

/// The most characters of a link that is read: more than an address in any
/// browser has.
const MAX_READ: usize = 2 * 1024 * 1024;

/// The version of the form that is written.
const VERSION: &str = "1";

/// How hard to press, of 10: beyond this nothing is gained.
const LEVEL: u8 = 9;

/// A design as a link: what stands behind the `#`.
///
/// # Errors
/// The link would be longer than [`MAX_LENGTH`].
pub fn encode(document: &Document) -> Result<String, Refusal> {
    let text = save(document);
    let packed = compress_to_vec_zlib(text.as_bytes(), LEVEL);
    let link = format!("{VERSION}.{}", URL_SAFE_NO_PAD.encode(packed));
    if link.len() > MAX_LENGTH || text.len() > MAX_BYTES {
        let message = Message::new(
            "As a link, this design would have {count} characters: {limit} is the most that programs hand on safely. Save it, and send the file instead.",
        );
        let message = message.text("count", link.len());
        return Err(message.text("limit", MAX_LENGTH).into());
    }
    Ok(link)
}

/// Whether what stands behind the `#` of an address means to be a design: a
/// version's number and a dot.
pub fn is_link(fragment: &str) -> bool {
    parts(fragment).is_some()
}

/// The design in a link, as if its file were opened.
///
/// # Errors
/// It is no link, was cut off or altered on its way, was made by a newer
/// version, or holds more than [`MAX_BYTES`] or no template.
pub fn decode(link: &str) -> Result<Opened, Refusal> {
    let Some((version, packed)) = parts(link) else {
        return Err(Refusal::new(
            "This is no link to a design: such a link has #1. and many letters behind the page's address. Ask for the link again.",
        ));
    };
    if version != VERSION {
        return Err(Refusal::new(
            "This link was made by a newer version of Drawbridge. Reload the page to get that version, then open the link again.",
        ));
    }
    if packed.len() > MAX_READ {
        return Err(too_large());
    }
    let packed = URL_SAFE_NO_PAD.decode(packed).map_err(|_| damaged())?;
    let bytes =
        decompress_to_vec_zlib_with_limit(&packed, MAX_BYTES).map_err(|why| match why.status {
            TINFLStatus::HasMoreOutput => too_large(),
            _ => damaged(),
        })?;
    let text = String::from_utf8(bytes).map_err(|_| damaged())?;
    open(&text).map_err(|refused| {
        let message = Message::new("The link holds a text that is no template: {why}");
        Refusal(message.message("why", refused.message))
    })
}

/// The version and the rest, if there is a version.
fn parts(link: &str) -> Option<(&str, &str)> {
    let (version, packed) = link.split_once('.')?;
    let digits = version.bytes().all(|byte| byte.is_ascii_digit());
    (digits && !version.is_empty() && !version.starts_with('0')).then_some((version, packed))
}

fn damaged() -> Refusal {
    Refusal::new(
        "The link is damaged or was cut off on its way, as some programs do with long links. Ask for it again, or for the file.",
    )
}

fn too_large() -> Refusal {
    let message = Message::new(
        "The link holds more than {limit} bytes, which is the most that is read. Ask for the file instead.",
    );
    message.text("limit", MAX_BYTES).into()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::geometry::Rect;
    use crate::template::Template;

    const SAMPLE: &str = include_str!("../../../public/samples/three-tiers-two-zones.json");

    fn sample() -> Document {
        open(SAMPLE).unwrap().document
    }

    fn refusal(link: &str) -> String {
        decode(link).unwrap_err().to_string()
    }

    /// A link to anything.
    fn packed(bytes: &[u8]) -> String {
        let packed = compress_to_vec_zlib(bytes, LEVEL);
        format!("{VERSION}.{}", URL_SAFE_NO_PAD.encode(packed))
    }

    #[test]
    fn a_link_says_the_file_in_a_fifth_of_its_letters() {
        let link = encode(&sample()).unwrap();
        assert!(link.len() * 5 < SAMPLE.len(), "{}", link.len());
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        assert!(link.bytes().all(plain) && is_link(&link));
        assert_eq!(save(&decode(&link).unwrap().document), SAMPLE);
    }

    #[test]
    fn what_is_no_link_is_told_from_one_that_is_broken() {
        for link in ["", ".", "map", "1", "v1.abc", "01.abc", "-1.abc", "#1.abc"] {
            assert!(!is_link(link) && refusal(link).starts_with("This is no link"));
        }
        let newer = "This link was made by a newer version";
        assert!(refusal("2.abc").starts_with(newer));
        assert!(refusal("99999999999999999999999.").starts_with(newer));
        let link = encode(&sample()).unwrap();
        for broken in [
            "1.",
            "1.abc",
            "1.=",
            "1.\u{e4}",
            &link[..link.len() / 2],
            &link[..link.len() - 1],
            &format!("{link}."),
            &packed(b"\xff\xfe"),
        ] {
            assert!(
                refusal(broken).starts_with("The link is damaged"),
                "{broken}"
            );
        }
        let text = refusal(&packed(b"[1]"));
        assert!(text.starts_with("The link holds a text that is no template: The file holds"));
    }

    #[test]
    fn a_letter_that_changed_on_the_way_is_noticed() {
        let link = encode(&sample()).unwrap();
        for at in (2..link.len()).step_by(97) {
            let other = if link.as_bytes()[at] == b'A' {
                "B"
            } else {
                "A"
            };
            let mut altered = link.clone();
            altered.replace_range(at..=at, other);
            assert!(refusal(&altered).starts_with("The link is damaged"), "{at}");
        }
    }

    #[test]
    fn a_small_link_to_something_huge_is_refused() {
        let link = packed(&vec![b' '; MAX_BYTES + 1]);
        assert!(link.len() < MAX_LENGTH);
        assert!(refusal(&link).starts_with("The link holds more than 5242880 bytes"));
        let long = format!("1.{}", "A".repeat(MAX_READ + 1));
        assert!(refusal(&long).starts_with("The link holds more than"));
    }

    #[test]
    fn a_design_too_large_for_a_link_is_refused_in_numbers() {
        let mut document = Document::empty();
        let mut number = 1_u64;
        for _ in 0..4_000 {
            number = number
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let key = format!("K{number}");
            document
                .template
                .sections
                .insert(key, number.to_string().into());
        }
        let text = encode(&document).unwrap_err().to_string();
        assert!(text.ends_with(
            "32000 is the most that programs hand on safely. Save it, and send the file instead."
        ));
        let mut document = Document::empty();
        let blank = " ".repeat(MAX_BYTES);
        document
            .template
            .sections
            .insert("Description".to_owned(), blank.into());
        assert!(encode(&document).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_link_gives_back_the_very_bytes(
            lines in prop::collection::vec(("[A-Za-z]{1,8}", "[ -~\u{e4}\u{1f600}]{0,20}"), 0..20),
            yaml in any::<bool>(),
            frame in prop::option::of((-900..900_i32, 1..900_i32)),
        ) {
            let mut text = if yaml { "# kept \r\nResources: {}\r\n" } else { "{\t\"Resources\": {}}" }.to_owned();
            let mut template = Template::clone(&open(&text).unwrap().document.template);
            for (key, value) in lines {
                template.sections.insert(format!("X{key}"), value.into());
            }
            text = crate::template::print(&template);
            let mut document = open(&text).unwrap().document;
            if let Some((x, w)) = frame {
                let rect = Rect { x: f64::from(x), y: 0.0, w: f64::from(w), h: 8.0 };
                std::sync::Arc::make_mut(&mut document.layout).frames.insert("A".into(), rect);
            }
            let back = decode(&encode(&document).unwrap()).unwrap().document;
            prop_assert_eq!(save(&back), save(&document));
            prop_assert_eq!(back, document);
        }

        #[test]
        fn no_link_panics(link in "[1-2]\\.[A-Za-z0-9_-]{0,80}", bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            let _ = decode(&link);
            let _ = decode(&format!("1.{}", URL_SAFE_NO_PAD.encode(&bytes)));
            let _ = decode(&packed(&bytes));
        }
    }
}
