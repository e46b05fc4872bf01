//! Phrases: how to say a value of an attribute that is nobody's own claim.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::check::Places;
use super::dossier::Dossier;
use super::id::AttributeId;
use super::names::nearest;
use super::problem::{Problem, ProblemKind};
use super::value::ValueKind;

/// How a sentence states a value of an attribute: one for every subject, or one for each.
///
/// A phrase is a sentence without a final stop in which `{value}` stands for the value with its unit (`at least 10,000 people`; `on 18 June 2024`), or `{number}`
/// for a quantity without its unit, where the phrase says what is counted. `{when}` is the time that the fact is about, with its preposition (`by 28 October
/// 2024`), and `{subject}` the subject as the dossier writes it. In JSON a text, or an object of texts by subject.
///
/// ```
/// use corroborate::{Attribute, Phrase, ValueKind};
/// let sent = Attribute::new("sent", ValueKind::Quantity).phrase("North Korea had sent {number} soldiers {when}");
/// assert_eq!(sent.phrase, Some(Phrase::Every("North Korea had sent {number} soldiers {when}".to_owned())));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Phrase {
    /// Of every subject. Where the attribute is said of several, it names the `{subject}`.
    Every(String),
    /// By subject; others have none.
    Each(BTreeMap<String, String>),
}

impl Phrase {
    /// The phrase of a subject.
    #[must_use]
    pub fn of(&self, subject: &str) -> Option<&str> {
        match self {
            Self::Every(phrase) => Some(phrase),
            Self::Each(phrases) => phrases.get(subject).map(String::as_str),
        }
    }
}

impl From<&str> for Phrase {
    fn from(phrase: &str) -> Self {
        Self::Every(phrase.to_owned())
    }
}

/// A piece of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'p> {
    Words(&'p str),
    Value,
    Number,
    Subject,
    When,
}

const PLACES: [(&str, Piece<'static>); 4] =
    [("value", Piece::Value), ("number", Piece::Number), ("subject", Piece::Subject), ("when", Piece::When)];

/// The pieces of a phrase, in order, or what is wrong with it.
pub(crate) fn pieces(phrase: &str) -> Result<Vec<Piece<'_>>, ProblemKind> {
    let mut pieces = Vec::new();
    let mut rest = phrase;
    while let Some(at) = rest.find(['{', '}']) {
        let (words, opened) = rest.split_at(at);
        let inside = opened.strip_prefix('{').and_then(|inside| inside.split_once('}'));
        let Some((name, after)) = inside.filter(|(name, _)| !name.contains('{')) else {
            return Err(ProblemKind::PhraseBrace);
        };
        let Some((_, place)) = PLACES.iter().find(|(known, _)| *known == name) else {
            let nearest = nearest(name, PLACES.iter().map(|(known, _)| *known)).map(|name| format!("{{{name}}}"));
            return Err(ProblemKind::PhrasePlace { given: name.to_owned(), nearest });
        };
        pieces.extend((!words.is_empty()).then_some(Piece::Words(words)));
        pieces.push(*place);
        rest = after;
    }
    pieces.extend((!rest.is_empty()).then_some(Piece::Words(rest)));
    Ok(pieces)
}

/// Every phrase can be filled in, and says of no subject what holds of another; O(n log n).
pub(crate) fn check(dossier: &Dossier, places: &Places, problems: &mut Vec<Problem>) {
    // For each attribute with a phrase for every subject that does not name it, the first subject that it is said of.
    let mut first: BTreeMap<&AttributeId, Option<&str>> = BTreeMap::new();
    for (at, attribute) in dossier.attributes().iter().enumerate() {
        let path = || places.attribute(at).field("phrase");
        match &attribute.phrase {
            None => {}
            Some(Phrase::Every(phrase)) => match filled(phrase, attribute.kind) {
                Ok(pieces) if pieces.contains(&Piece::Subject) => {}
                Ok(_) => drop(first.insert(&attribute.id, None)),
                Err(kind) => problems.push(Problem::new(path(), kind)),
            },
            Some(Phrase::Each(phrases)) => {
                for (subject, phrase) in phrases {
                    if let Err(kind) = filled(phrase, attribute.kind) {
                        problems.push(Problem::new(path().field(subject), kind));
                    }
                }
            }
        }
    }
    for claim in dossier.claims() {
        let Some(subject) = first.get_mut(&claim.attribute) else {
            continue;
        };
        let one = *subject.get_or_insert(&claim.subject);
        if one != claim.subject {
            let at = dossier.attributes().binary_search_by(|a| a.id.cmp(&claim.attribute)).unwrap_or_default();
            let path = places.attribute(at).field("phrase");
            let [attribute, first_subject, second] = [claim.attribute.as_str(), one, &claim.subject].map(str::to_owned);
            problems.push(Problem::new(path, ProblemKind::PhraseSubject { attribute, first: first_subject, second }));
            // Once is enough.
            first.remove(&claim.attribute);
        }
    }
}

/// The pieces of a phrase of an attribute of this kind.
fn filled(phrase: &str, kind: ValueKind) -> Result<Vec<Piece<'_>>, ProblemKind> {
    let pieces = pieces(phrase)?;
    let has = |place: Piece<'_>| pieces.iter().filter(|piece| **piece == place).count();
    if kind == ValueKind::Truth {
        Err(ProblemKind::PhraseOfTruth)
    } else if has(Piece::Value) + has(Piece::Number) != 1 {
        Err(ProblemKind::PhraseValue)
    } else if has(Piece::Number) > 0 && kind != ValueKind::Quantity {
        Err(ProblemKind::PhraseNumber(kind))
    } else {
        Ok(pieces)
    }
}
