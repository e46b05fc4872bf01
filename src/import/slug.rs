//! Identifiers made of what they identify: the same thing read twice gets the same one, on every machine.

use crate::model::text::fold;

/// Letters and digits of a text with hyphens between, followed by a stamp where that is not all of it.
pub(super) fn slug(text: &str) -> String {
    const LONGEST: usize = 40;
    let folded = fold(text);
    let mut slug = String::new();
    for word in folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if slug.len() + word.len() > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    let is_all = slug == folded.replace(' ', "-");
    match (slug.is_empty(), is_all) {
        (_, true) => slug,
        (true, _) => stamp(&[&folded]),
        (false, false) => format!("{slug}-{}", stamp(&[&folded])),
    }
}

/// Sixteen hexadecimal digits (FNV-1a, 64 bits) of some texts. Two things under one stamp are found out when the dossier is built.
pub(super) fn stamp(texts: &[&str]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for text in texts {
        // No text holds this byte, so that `ab, c` and `a, bc` differ.
        for byte in text.bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_tell_apart_what_differs() {
        assert_eq!(slug("Donald Trump"), "donald-trump");
        assert_ne!(slug("José Díaz"), slug("Jose Diaz"));
        assert_ne!(slug("C++"), slug("C"));
        assert_eq!(slug("習近平").len(), 16);
        assert_ne!(stamp(&["ab", "c"]), stamp(&["a", "bc"]));
    }
}
