//! Whether a source is one or many: `the NIS withdraws its denial`, `the Joint Chiefs of Staff withdraw their denial`.

use super::name;
use crate::model::source::{Source, SourceKind};

/// How verbs and pronouns follow a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Follows {
    /// `says so itself`.
    One,
    /// `says so in person`: whether he or she is not recorded.
    Person,
    /// `say so themselves`.
    Many,
}

/// Words behind the noun that decides: `chiefs` in `Joint Chiefs of Staff`.
const BEHIND: &[&str] = &["at", "briefed", "for", "from", "held", "in", "of", "on", "to", "who", "with"];

/// Nouns that are many without an `s`, and one with it.
const MANY: &[&str] = &["media", "people", "police"];
const ONE: &[&str] = &["headquarters", "nations", "news", "states", "times"];

impl Follows {
    pub(super) fn of(source: &Source) -> Self {
        use SourceKind::{AffectedParty, Eyewitness, Official, Person};
        let named = name::short(source);
        let main = named.split([',', '(']).next().unwrap_or_default().trim();
        let is_human = matches!(source.kind, Official | Person | Eyewitness | AffectedParty);
        // A proper name, of a person or a paper, is one whatever it ends in.
        let is_description = main.starts_with(char::is_lowercase) && !main.starts_with("the ");
        if is_human && !source.anonymous && !is_description {
            return Self::Person;
        }
        let is_title = source.kind.is_medium() || source.kind == SourceKind::Company;
        let words: Vec<&str> = main.split(' ').collect();
        let head = words.iter().take_while(|word| !BEHIND.contains(word)).last().copied().unwrap_or_default();
        let is_common = head.chars().skip(1).all(char::is_lowercase) && head.len() > 3;
        let noun = head.to_lowercase();
        let ends_like_many =
            noun.ends_with('s') && !noun.ends_with("ss") && !noun.ends_with("us") && !noun.ends_with("is");
        let is_one =
            ONE.contains(&noun.as_str()) && !is_description && noun != "states" || main.ends_with("United States");
        let is_many = is_common && (ends_like_many && !is_one || MANY.contains(&noun.as_str()));
        match (is_many && (!is_title || is_description || source.anonymous), is_human) {
            (true, _) => Self::Many,
            (false, true) => Self::Person,
            (false, false) => Self::One,
        }
    }

    /// The verb in the present: `says` or `say`.
    pub(super) const fn verb(self, one: &'static str, many: &'static str) -> &'static str {
        match self {
            Self::One | Self::Person => one,
            Self::Many => many,
        }
    }

    /// `its`, `their`, and for a person, `the`.
    pub(super) const fn its(self) -> &'static str {
        match self {
            Self::One => "its",
            Self::Person => "the",
            Self::Many => "their",
        }
    }

    /// What stresses that nobody else says it.
    pub(super) const fn itself(self) -> &'static str {
        match self {
            Self::One => "itself",
            Self::Person => "in person",
            Self::Many => "themselves",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn follows(name: &str, kind: SourceKind, expected: Follows) {
        assert_eq!(Follows::of(&Source::new("s", name).kind(kind)), expected, "{name}");
    }

    #[test]
    fn one_and_many_are_told_apart() {
        use Follows::{Many, One, Person};
        use SourceKind as Kind;
        for (name, kind, expected) in [
            ("National Intelligence Service (South Korea)", Kind::IntelligenceAgency, One),
            ("Joint Chiefs of Staff (South Korea)", Kind::Military, Many),
            ("Special Operations Forces of Ukraine", Kind::Military, Many),
            ("member states of the MSMT", Kind::InternationalOrganisation, Many),
            ("Government of the United States", Kind::Government, One),
            ("United Nations", Kind::InternationalOrganisation, One),
            ("Russian federal statistics", Kind::Government, Many),
            ("C4ADS", Kind::Ngo, One),
            ("Center for Naval Analyses", Kind::ThinkTank, One),
            ("Reuters", Kind::NewsAgency, One),
            ("The New York Times", Kind::Newspaper, One),
            ("BBC News", Kind::Broadcaster, One),
            ("The article under review", Kind::OtherMedium, One),
            ("Japanese media (unnamed)", Kind::OtherMedium, One),
            ("John Kirby, White House spokesman", Kind::Official, Person),
            ("Robert Williams", Kind::Official, Person),
            ("Two North Korean prisoners held by Ukraine", Kind::AffectedParty, Many),
            ("City Police", Kind::Police, Many),
        ] {
            follows(name, kind, expected);
        }
    }

    #[test]
    fn those_who_are_not_named_are_described() {
        let anonymous = |name: &str, kind| Follows::of(&Source::new("s", name).kind(kind).anonymous());
        assert_eq!(anonymous("US officials, not named", SourceKind::Official), Follows::Many);
        assert_eq!(anonymous("US military official, not named", SourceKind::Official), Follows::Person);
        assert_eq!(anonymous("Media, not named", SourceKind::OtherMedium), Follows::Many);
        assert_eq!(anonymous("A news report, not named", SourceKind::OtherMedium), Follows::One);
    }
}
