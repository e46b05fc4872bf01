//! How text is made comparable, and how it is quoted in messages.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

/// The form in which two texts are compared: NFC, case folded, white space collapsed to single spaces and trimmed.
///
/// Case is folded letter by letter to lower, to upper and to lower case again, so that `STRASSE` and `STRAẞE` meet
/// `Straße`, a final sigma any other, and a dotless `ı` the dotted one.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let is_ascii = text.is_ascii();
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        // What all of the below comes to for such letters.
        if is_ascii {
            folded.extend(word.chars().map(|c| c.to_ascii_lowercase()));
            continue;
        }
        folded
            .extend(word.nfc().flat_map(char::to_lowercase).flat_map(char::to_uppercase).flat_map(char::to_lowercase));
    }
    if is_ascii { folded } else { folded.nfc().collect() }
}

/// The user's text as an error message may carry it: one line, and never longer than a line.
pub(crate) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    // Besides control characters, those that break a line or turn the direction of what follows.
    let is_unruly = |c: char| {
        c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
    };
    let clean = |c: char| if is_unruly(c) { '\u{fffd}' } else { c };
    let mut short: String = text.chars().take(LONGEST).map(clean).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}

/// A finite set of texts, or everything but a finite set of texts.
///
/// Texts compare after NFC, case folding and collapsing white space.
///
/// ```
/// use corroborate::Texts;
///
/// let seoul = Texts::only(["Seoul"]);
/// assert_eq!(seoul, Texts::only(["  SEOUL "]));
/// assert!(seoul.is_disjoint(&seoul.complement()));
/// assert!(Texts::only(["Busan"]).is_subset(&seoul.complement()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Texts {
    /// Whether the set is all texts but `named`, rather than `named` itself.
    all_but: bool,
    named: BTreeSet<String>,
}

impl Texts {
    /// No text at all.
    pub fn empty() -> Texts {
        Texts { all_but: false, named: BTreeSet::new() }
    }

    /// Every text.
    pub fn full() -> Texts {
        Texts { all_but: true, named: BTreeSet::new() }
    }

    /// Exactly these texts.
    pub fn only<S: AsRef<str>>(texts: impl IntoIterator<Item = S>) -> Texts {
        Texts { all_but: false, named: texts.into_iter().map(|text| fold(text.as_ref())).collect() }
    }

    /// Whether `text` is in the set.
    pub fn contains(&self, text: &str) -> bool {
        self.named.contains(&fold(text)) != self.all_but
    }

    /// Whether the set is everything *but* the [`named`](Texts::named) texts.
    pub fn is_all_but(&self) -> bool {
        self.all_but
    }

    /// The texts that the set includes or, if it [is all but](Texts::is_all_but) them, excludes: folded, in order.
    pub fn named(&self) -> impl Iterator<Item = &str> {
        self.named.iter().map(String::as_str)
    }

    /// Whether no text is in the set.
    pub fn is_empty(&self) -> bool {
        !self.all_but && self.named.is_empty()
    }

    /// Whether every text is in the set.
    pub fn is_full(&self) -> bool {
        self.all_but && self.named.is_empty()
    }

    /// Every text that is not in the set.
    #[must_use]
    pub fn complement(&self) -> Texts {
        Texts { all_but: !self.all_but, named: self.named.clone() }
    }

    /// The texts that are in both sets.
    #[must_use]
    pub fn intersection(&self, other: &Texts) -> Texts {
        let (all_but, named) = match (self.all_but, other.all_but) {
            (false, false) => (false, self.named.intersection(&other.named).cloned().collect()),
            (false, true) => (false, self.named.difference(&other.named).cloned().collect()),
            (true, false) => (false, other.named.difference(&self.named).cloned().collect()),
            (true, true) => (true, self.named.union(&other.named).cloned().collect()),
        };
        Texts { all_but, named }
    }

    /// The texts that are in either set.
    #[must_use]
    pub fn union(&self, other: &Texts) -> Texts {
        self.complement().intersection(&other.complement()).complement()
    }

    /// Whether every text of this set is in the other.
    pub fn is_subset(&self, other: &Texts) -> bool {
        match (self.all_but, other.all_but) {
            (false, false) => self.named.is_subset(&other.named),
            (false, true) => self.named.is_disjoint(&other.named),
            // There is always one more text than a finite set names.
            (true, false) => false,
            (true, true) => other.named.is_subset(&self.named),
        }
    }

    /// Whether the sets have no text in common.
    pub fn is_disjoint(&self, other: &Texts) -> bool {
        self.is_subset(&other.complement())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_text_fold_to_one_form() {
        for (text, folded) in [
            ("", ""),
            ("  Kim \t Jong\u{a0}Un\n", "kim jong un"),
            ("STRASSE", "strasse"),
            ("Straße", "strasse"),
            ("STRAẞE", "strasse"),
            ("ΟΔΟΣ", "οδοσ"),
            ("οδος", "οδοσ"),
            ("Cafe\u{301}", "café"),
            ("CAFÉ", "café"),
            ("Ⅷ", "ⅷ"),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
            assert_eq!(fold(folded), folded, "folding twice changes nothing");
        }
    }

    #[test]
    fn every_letter_meets_its_other_case_and_stays_where_it_is() {
        let has_case = |letter: &char| letter.to_uppercase().ne([*letter]) || letter.to_lowercase().ne([*letter]);
        // No script beyond has cases.
        for letter in ('\0'..'\u{20000}').filter(has_case) {
            let folded = fold(letter.encode_utf8(&mut [0; 4]));
            assert_eq!(fold(&folded), folded, "{letter:?}");
            let (upper, lower): (String, String) = (letter.to_uppercase().collect(), letter.to_lowercase().collect());
            assert_eq!((fold(&upper), fold(&lower)), (folded.clone(), folded), "{letter:?}");
        }
    }

    #[test]
    fn an_excerpt_is_one_short_line() {
        assert_eq!(excerpt("15,00"), "15,00");
        assert_eq!(excerpt("a\nb\u{1b}c\u{202e}d"), "a\u{fffd}b\u{fffd}c\u{fffd}d");
        assert_eq!(excerpt(&"9".repeat(1000)).chars().count(), 61);
    }

    #[test]
    fn sets_of_texts_obey_set_algebra() {
        let sets = [
            Texts::empty(),
            Texts::full(),
            Texts::only(["a"]),
            Texts::only(["a", "b"]),
            Texts::only(["c"]).complement(),
            Texts::only(["A", "C"]).complement(),
        ];
        for a in &sets {
            assert_eq!(&a.complement().complement(), a);
            assert!(a.union(&a.complement()).is_full());
            assert!(a.intersection(&a.complement()).is_empty());
            for b in &sets {
                assert_eq!(a.is_disjoint(b), a.intersection(b).is_empty());
                assert_eq!(a.is_subset(b), &a.intersection(b) == a);
                assert_eq!(a.is_subset(b), &a.union(b) == b);
                for text in ["a", "b", "c", "d"] {
                    assert_eq!(a.union(b).contains(text), a.contains(text) || b.contains(text));
                }
            }
        }
    }
}
