//! How a speaker is named.

use std::ops::Range;

use super::{Known, SpeakerKind};
use crate::text::token::{Kind, Token};
use crate::text::word::{is_determiner, is_preposition, is_pronoun, is_teller, one_of};

/// How the speaker at these tokens is named. Crowds without a name ("US officials") are described, whatever adjective they have; so is one of them ("a Ukrainian officer").
pub(super) fn kind(line: &Known<'_, '_>, name: Option<&Range<usize>>) -> SpeakerKind {
    let Some(tokens) = name.and_then(|name| line.tokens.get(name.clone())) else { return SpeakerKind::Nobody };
    let starts_line = name.is_some_and(|name| {
        line.tokens.get(..name.start).is_none_or(|before| before.iter().all(|token| token.kind == Kind::Punctuation))
    });
    let Some(first) = tokens.first() else { return SpeakerKind::Nobody };
    if tokens.len() == 1 && (is_pronoun(first) || matches!(&*first.lower, "him" | "her" | "them" | "us" | "me")) {
        return SpeakerKind::Pronoun;
    }
    let head = head(tokens);
    let is_small_head = head.is_some_and(|head| !head.is_capitalised() || tokens.len() == 1 && starts_line);
    let is_crowd = head.is_some_and(|head| is_teller(head) && !is_body(head));
    let is_one_of_many = one_of(
        first,
        &[
            "a",
            "an",
            "one",
            "two",
            "three",
            "some",
            "several",
            "many",
            "most",
            "another",
            "other",
            "unnamed",
            "anonymous",
        ],
    ) || first.kind == Kind::Number;
    let speaks_for = head.is_some_and(|head| head.lower.starts_with("spokes"));
    let joins_name = |pair: &[Token<'_>]| {
        pair.get(1).is_some_and(|token| token.is("and")) && pair.iter().next().is_some_and(Token::is_capitalised)
    };
    let has_name_inside =
        tokens.iter().any(|token| token.is("'s") || token.is("’s")) || tokens.windows(2).any(joins_name);
    if is_small_head && (is_crowd && !has_name_inside || is_one_of_many && !speaks_for) {
        return SpeakerKind::Described;
    }
    let is_name = |(at, token): (usize, &Token<'_>)| {
        let is_first = at == 0 && starts_line;
        token.is_capitalised()
            && !(is_first
                && (is_determiner(token)
                    || tokens.len() == 1 && is_teller(token)
                    || tokens.len() > 1
                        && !tokens.get(1).is_some_and(|next| {
                            next.is_capitalised() || next.is("'s") || next.is("’s") || next.is_dash()
                        })
                        && is_common(token)))
    };
    if tokens.iter().enumerate().any(is_name) { SpeakerKind::Named } else { SpeakerKind::Described }
}

/// The noun that the phrase is about: the last word before a preposition.
fn head<'a, 't>(tokens: &'a [Token<'t>]) -> Option<&'a Token<'t>> {
    let end = tokens
        .iter()
        .zip(tokens.iter().skip(1).map(Some).chain([None]))
        .skip(1)
        .position(|(token, next)| {
            is_preposition(token)
                || token.lower.ends_with("ed") && next.is_some_and(is_preposition)
                || matches!(&*token.lower, "briefed" | "familiar" | "close")
        })
        .map_or(tokens.len(), |at| at + 1);
    tokens.get(..end)?.iter().rev().find(|token| token.is_word())
}

/// Whether a word at the beginning of a sentence has its capital from there: a teller, or an adjective of tellers.
fn is_common(token: &Token<'_>) -> bool {
    is_teller(token)
        || one_of(
            token,
            &[
                "local",
                "senior",
                "independent",
                "military",
                "security",
                "government",
                "police",
                "intelligence",
                "early",
                "recent",
                "official",
                "media",
                "news",
                "witness",
                "defence",
                "defense",
                "rescue",
                "health",
                "foreign",
                "outside",
                "commercial",
                "new",
                "internal",
                "court",
                "city",
                "regional",
                "state",
            ],
        )
}

/// Those of the tellers that are one body, and so a name of a kind: "the agency", "Kyiv's forces".
fn is_body(token: &Token<'_>) -> bool {
    one_of(token, &["agency", "intelligence", "forces", "police", "media", "broadcaster", "troops", "satellite"])
}

/// Whether the phrase has somebody or something at its head that can report.
pub(super) fn can_report(tokens: &[Token<'_>]) -> bool {
    head(tokens).is_some_and(is_teller)
        || tokens.len() == 1 && tokens.iter().any(|token| matches!(&*token.lower, "they" | "we" | "he" | "she"))
}
