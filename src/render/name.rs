//! What sentences call a source: its name as people say it, with an article where it takes one.
//!
//! A dossier may describe a source behind a comma: `Lee Seong-kweun, lawmaker briefed by the NIS`. Sentences use what stands before it ([`short`]); accounts introduce
//! the source with the rest in parentheses ([`full`]), so that no comma of a name is mistaken for one of the sentence.

use super::clean::{NAME, line};
use crate::model::source::{Source, SourceKind};

/// Words at the end of an institution's name, or before `of`, `for`, `on`, `to` or `in`, that ask for `the` before it.
const INSTITUTIONS: &[&str] = &[
    "administration",
    "agency",
    "army",
    "assembly",
    "authority",
    "bank",
    "board",
    "bureau",
    "centre",
    "center",
    "chamber",
    "chancellery",
    "chiefs",
    "coastguard",
    "commission",
    "committee",
    "congress",
    "council",
    "court",
    "department",
    "directorate",
    "duma",
    "embassy",
    "federation",
    "forces",
    "foundation",
    "government",
    "group",
    "house",
    "institute",
    "kremlin",
    "ministry",
    "mission",
    "nations",
    "navy",
    "observatory",
    "office",
    "organisation",
    "organization",
    "panel",
    "parliament",
    "pentagon",
    "police",
    "presidency",
    "registry",
    "secretariat",
    "senate",
    "service",
    "states",
    "team",
    "treasury",
    "tribunal",
    "union",
    "vatican",
];

/// First words of descriptions that are no names, which stand without a capital inside a sentence.
const COMMON: &[&str] = &[
    "Agencies",
    "Authorities",
    "Diplomats",
    "Foreign",
    "Local",
    "Media",
    "Military",
    "News",
    "Officials",
    "Outside",
    "Police",
    "Senior",
    "Several",
    "Some",
    "Sources",
    "Unidentified",
    "Unnamed",
];

/// What one person is called who is described and not named: the last word of the description, or of what stands before `of`, `in` or the like.
const ROLES: &[&str] = &[
    "adviser",
    "ambassador",
    "analyst",
    "commander",
    "diplomat",
    "doctor",
    "employee",
    "envoy",
    "executive",
    "expert",
    "insider",
    "investigator",
    "journalist",
    "lawmaker",
    "lawyer",
    "minister",
    "observer",
    "officer",
    "official",
    "person",
    "pilot",
    "prisoner",
    "prosecutor",
    "recruit",
    "researcher",
    "resident",
    "soldier",
    "source",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "witness",
    "worker",
];

/// What ends the noun of a description: `recruit held by Ukraine`, `source in the ministry`.
const AFTER_ROLES: &[&str] = &[
    "at", "briefed", "close", "familiar", "from", "held", "in", "inside", "near", "of", "on", "to", "who", "with",
    "within",
];

/// How words begin that are written with a vowel and read with a consonant: a Ukrainian, a European, a United Nations official.
const READ_WITH_CONSONANT: &[&str] = &["eu", "one", "uk", "union", "unit", "univ", "us"];

/// Articles and numbers that may begin a description.
const DETERMINERS: &[&str] =
    &["A", "An", "The", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/// The name inside a sentence, without what only describes a person.
pub(super) fn short(source: &Source) -> String {
    let name = line(&source.name, NAME);
    match apposition(source, &name) {
        Some((main, _)) if is_person(source.kind) && !source.anonymous => inside(source, main),
        _ => in_parentheses(source, &name),
    }
}

/// The name inside a sentence, with its description in parentheses.
pub(super) fn full(source: &Source) -> String {
    in_parentheses(source, &line(&source.name, NAME))
}

fn in_parentheses(source: &Source, name: &str) -> String {
    match apposition(source, name) {
        Some((main, rest)) => format!("{} ({rest})", inside(source, main)),
        None => inside(source, name),
    }
}

/// The name and the description behind its first comma. `Ministry of Land, Infrastructure and Transport` has none, nor has `Acme, Inc.`
fn apposition<'n>(source: &Source, name: &'n str) -> Option<(&'n str, &'n str)> {
    let (main, rest) = name.split_once(", ")?;
    let describes = rest.split(' ').any(|word| word.starts_with(char::is_lowercase)) && !rest.contains(" and ");
    (!main.is_empty() && (is_person(source.kind) || source.anonymous || describes)).then_some((main, rest))
}

const fn is_person(kind: SourceKind) -> bool {
    matches!(kind, SourceKind::Official | SourceKind::Person | SourceKind::Eyewitness | SourceKind::AffectedParty)
}

/// The name as it stands inside a sentence.
fn inside(source: &Source, name: &str) -> String {
    let mut words = name.split(' ');
    let Some(first) = words.next().filter(|first| !first.is_empty()) else {
        return "a source without a name".to_owned();
    };
    // The Guardian keeps its capital, as a title; the White House and the article under review do not.
    let is_description = words.next().is_some_and(|second| second.starts_with(char::is_lowercase));
    let is_title = source.kind.is_medium() && !source.anonymous && !is_description;
    if !is_title && DETERMINERS.contains(&first) {
        return small(name);
    }
    if source.anonymous && is_role(name) {
        let name = if COMMON.contains(&first) { small(name) } else { name.to_owned() };
        return format!("{} {name}", article(first));
    }
    if COMMON.contains(&first) && (source.anonymous || is_description || name == first) {
        return small(name);
    }
    if takes_the(source.kind, name) { format!("the {name}") } else { name.to_owned() }
}

/// Whether it describes one person: `US military official`, not `US officials` and not a name.
fn is_role(name: &str) -> bool {
    let mut noun = None;
    for word in name.split(' ') {
        if noun.is_some() && AFTER_ROLES.contains(&word) {
            break;
        }
        noun = Some(word.trim_matches(|c: char| !c.is_alphanumeric()));
    }
    noun.is_some_and(|noun| ROLES.contains(&noun.to_lowercase().as_str()))
}

/// `a` or `an`, by how the word is read: a Ukrainian, an NIS, a UN, an Iranian.
fn article(word: &str) -> &'static str {
    let letters = word.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // Short words in capitals are spelt, longer ones (NATO) are spoken.
    let is_spelt = letters.len() <= 3 && letters.chars().all(|c| c.is_ascii_uppercase());
    let letters = letters.to_lowercase();
    let begins_with = if is_spelt { "aefhilmnorsx" } else { "aeiou" };
    let is_vowel = letters.starts_with(|first| begins_with.contains(first));
    if is_vowel && !READ_WITH_CONSONANT.iter().any(|start| letters.starts_with(start)) { "an" } else { "a" }
}

fn takes_the(kind: SourceKind, name: &str) -> bool {
    if kind.is_medium() || is_person(kind) || kind == SourceKind::Company {
        return false;
    }
    let main = name.split(" (").next().unwrap_or(name);
    let words: Vec<String> = main.split(' ').map(str::to_lowercase).collect();
    words.iter().enumerate().any(|(at, word)| {
        let next = words.get(at + 1).map(String::as_str);
        INSTITUTIONS.contains(&word.as_str()) && matches!(next, None | Some("of" | "for" | "on" | "to" | "in"))
    })
}

fn small(name: &str) -> String {
    let mut rest = name.chars();
    rest.next().map_or_else(String::new, |first| first.to_lowercase().chain(rest).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn named(name: &str, kind: SourceKind, in_sentence: &str, introduced: &str) {
        let source = Source::new("s", name).kind(kind);
        assert_eq!(short(&source), in_sentence);
        assert_eq!(full(&source), introduced);
    }

    #[test]
    fn institutions_take_the_and_media_keep_their_titles() {
        let nis = "the National Intelligence Service (South Korea)";
        named("National Intelligence Service (South Korea)", SourceKind::IntelligenceAgency, nis, nis);
        for (name, kind, inside) in [
            ("State Duma", SourceKind::Legislature, "the State Duma"),
            ("The White House", SourceKind::Government, "the White House"),
            ("Government of China", SourceKind::Government, "the Government of China"),
            ("NATO", SourceKind::InternationalOrganisation, "NATO"),
            ("Security Council Report", SourceKind::Ngo, "Security Council Report"),
            ("Deutsche Bank", SourceKind::Company, "Deutsche Bank"),
            ("The Guardian", SourceKind::Newspaper, "The Guardian"),
            ("A News (Turkey)", SourceKind::Broadcaster, "A News (Turkey)"),
            ("The article under review", SourceKind::OtherMedium, "the article under review"),
            ("Anadolu Agency", SourceKind::StateMedia, "Anadolu Agency"),
            ("Acme, Inc.", SourceKind::Company, "Acme, Inc."),
            ("", SourceKind::Other, "a source without a name"),
        ] {
            named(name, kind, inside, inside);
        }
    }

    #[test]
    fn descriptions_behind_a_comma_are_set_apart() {
        let lee = "Lee Seong-kweun, lawmaker briefed by the NIS";
        named(lee, SourceKind::Official, "Lee Seong-kweun", "Lee Seong-kweun (lawmaker briefed by the NIS)");
        let hur = "HUR (Ukrainian military intelligence)";
        named("HUR, Ukrainian military intelligence", SourceKind::IntelligenceAgency, hur, hur);
        let land = "the Ministry of Land, Infrastructure and Transport";
        named("Ministry of Land, Infrastructure and Transport", SourceKind::Government, land, land);
    }

    #[test]
    fn those_who_are_not_named_say_so() {
        let anonymous = |name: &str, kind| short(&Source::new("s", name).kind(kind).anonymous());
        assert_eq!(anonymous("US officials, not named", SourceKind::Official), "US officials (not named)");
        assert_eq!(anonymous("Sources, not named", SourceKind::Other), "sources (not named)");
        assert_eq!(anonymous("A news report, not named", SourceKind::OtherMedium), "a news report (not named)");
    }

    #[test]
    fn one_person_who_is_described_takes_an_article() {
        for (name, inside) in [
            ("US military official, not named", "a US military official (not named)"),
            ("NIS official", "an NIS official"),
            ("NATO official", "a NATO official"),
            ("Iranian diplomat in Vienna", "an Iranian diplomat in Vienna"),
            ("European lawmaker", "a European lawmaker"),
            ("Ukrainian security source, not named", "a Ukrainian security source (not named)"),
            ("Sri Lankan recruit held by Ukraine", "a Sri Lankan recruit held by Ukraine"),
            ("Senior official, not named", "a senior official (not named)"),
            ("Unidentified witness", "an unidentified witness"),
            ("Western officials, not named", "Western officials (not named)"),
        ] {
            let source = Source::new("s", name).kind(SourceKind::Official).anonymous();
            assert_eq!(short(&source), inside);
        }
    }
}
