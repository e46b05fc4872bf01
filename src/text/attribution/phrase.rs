//! Who speaks: the noun phrase before a verb, or behind a preposition. Bounded walks over few tokens.

use std::ops::Range;

use super::Known;
use crate::text::token::{Kind, Token};
use crate::text::word::{
    is_adverb, is_auxiliary, is_be, is_clause_word, is_determiner, is_preposition, is_pronoun, is_relative, is_teller,
    is_time_word, one_of,
};

/// No name in the news is longer.
const LONGEST: usize = 24;

/// Somebody, and what stands in apposition: `Lee`, `a lawmaker`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Somebody {
    pub(super) name: Range<usize>,
    pub(super) about: Option<Range<usize>>,
}

/// A full stop, hyphen or apostrophe inside a name: `J. Park`, `Seong-kweun`, `officials'`.
fn is_inside(line: &Known<'_, '_>, at: usize) -> bool {
    line.token(at).is_some_and(|token| {
        let is_joined = !token.spaced && line.token(at + 1).is_some_and(|next| !next.spaced);
        is_joined && (token.is_dash() || token.text == "/")
            || token.text == "."
                && !token.spaced
                && line.before(at).is_some_and(|word| word.is_word() && word.text.len() <= 4 && word.is_capitalised())
                && line.token(at + 1).is_some_and(|next| next.is_word() && next.is_capitalised())
            || matches!(token.text, "'" | "’") && !token.spaced
            || token.text == "&"
    })
}

/// The subject that ends before this place.
pub(super) fn before(line: &Known<'_, '_>, end: usize) -> Option<Somebody> {
    let last = line.before(end)?;
    if last.is(",") {
        return before_comma(line, end - 1);
    }
    if last.text == ")" {
        let open = (end.saturating_sub(LONGEST)..end).rev().find(|at| line.is_text(*at, "("))?;
        return plain_before(line, open).map(|name| Somebody { name, about: Some(open + 1..end - 1) });
    }
    if is_relative(last) {
        let antecedent = end - 1;
        let comma = usize::from(line.before(antecedent).is_some_and(|token| token.is(",")));
        return plain_before(line, antecedent - comma).map(|name| Somebody { name, about: None });
    }
    plain_before(line, end).map(|name| Somebody { name, about: None })
}

/// `Lee, a lawmaker, said`: between two commas stands what he is.
fn before_comma(line: &Known<'_, '_>, comma: usize) -> Option<Somebody> {
    let floor = comma.saturating_sub(LONGEST);
    let opening = (floor..comma)
        .rev()
        .find(|at| line.is_text(*at, ",") || line.is_stop(*at))
        .filter(|at| line.is_text(*at, ","))?;
    let about = opening + 1..comma;
    let first = line.token(about.start)?;
    let is_apposition = is_determiner(first)
        || is_relative(first)
        || first.is_word() && !first.is_capitalised() && !is_preposition(first);
    let is_clause = is_pronoun(first) && !is_relative(first);
    if !is_apposition || is_clause || about.is_empty() {
        return None;
    }
    plain_before(line, opening).map(|name| Somebody { name, about: Some(about) })
}

fn plain_before(line: &Known<'_, '_>, end: usize) -> Option<Range<usize>> {
    // A pronoun before its verb is all of the subject.
    if line.before(end).is_some_and(|token| one_of(token, &["he", "she", "it", "they", "we", "i", "you"])) {
        return Some(end - 1..end);
    }
    let mut start = end;
    while start > 0 && end - start < LONGEST {
        let at = start - 1;
        let token = line.token(at)?;
        let is_joint = token.is("and") || token.is("or");
        if is_joint {
            let joins_names = line.before(at).is_some_and(|token| token.is_capitalised() || is_teller(token));
            if !joins_names {
                break;
            }
        } else if is_relative(token) && start < end {
            // The verb of the relative clause is unknown: the subject is what the clause is about.
            let comma = usize::from(line.before(at).is_some_and(|token| token.is(",")));
            return plain_before(line, at - comma);
        } else if !(token.is_word() || token.kind == Kind::Number || is_inside(line, at))
            || is_auxiliary(token)
            || is_clause_word(token)
            || line.is_verb(at)
            || token.is("that")
                && start < end
                && !line.token(start).is_some_and(|next| !next.is_capitalised() && !is_determiner(next))
            || token.is("to") && start < end
            || (token.is("'s") || token.is("’s"))
                && line.before(at).is_some_and(|word| is_pronoun(word) || word.is("there") || word.is("that"))
        {
            break;
        }
        start = at;
    }
    let name = without_lead(line, start..end);
    (!name.is_empty() && line.tokens.get(name.clone())?.iter().any(Token::is_word)).then_some(name)
}

/// Without adverbs, joints and phrases of time before it: `On Friday the ministry`.
fn without_lead(line: &Known<'_, '_>, range: Range<usize>) -> Range<usize> {
    let Range { mut start, end } = range;
    let is = |at: usize, test: fn(&Token<'_>) -> bool| at < end && line.token(at).is_some_and(test);
    loop {
        let before = start;
        if is(start, |token| {
            one_of(token, &["and", "but", "or", "so", "then", "meanwhile", "as", "like", "that", "because"])
                || is_adverb(token) && !is_determiner(token)
        }) {
            start += 1;
        }
        if is(start, |token| is_preposition(token) && !token.is("of")) {
            let mut at = start + 1;
            while is(at, |token| is_time_word(token) || token.kind == Kind::Number || token.is("the") || token.is("of"))
                && (!is(at, |token| token.is("the")) || is(at + 1, is_time_word))
            {
                at += 1;
            }
            if at > start + 1 {
                start = at;
            } else {
                // A phrase of place: what follows its noun is the subject, where a determiner or a capital shows it.
                let next = (start + 2..end).find(|at| {
                    line.token(*at).is_some_and(|token| {
                        is_determiner(token)
                            || token.is_capitalised()
                                && line
                                    .before(*at)
                                    .is_some_and(|before| !before.is_capitalised() && !is_determiner(before))
                    })
                });
                start = next.unwrap_or(end);
            }
        }
        let is_time = |at: usize| is(at, is_time_word) && !is(at + 1, |token| token.is("'s") || token.is("’s"));
        while is_time(start) && start + 1 < end {
            start += 1;
        }
        if start == before || start >= end {
            return start.min(end)..end;
        }
    }
}

/// The noun phrase that begins at this place, what stands in apposition, and the place behind both.
pub(super) fn after(line: &Known<'_, '_>, start: usize) -> Option<(Somebody, usize)> {
    let mut at = start;
    let first = line.token(start)?;
    if is_pronoun(first)
        || matches!(&*first.lower, "him" | "her" | "them" | "us" | "me")
            && !line.token(start + 1).is_some_and(|next| next.is_word() && !is_preposition(next))
    {
        return Some((Somebody { name: start..start + 1, about: None }, start + 1));
    }
    while at - start < LONGEST {
        let Some(token) = line.token(at) else { break };
        let next = line.token(at + 1);
        let previous = if at > start { line.before(at) } else { None };
        let goes_on = if token.kind == Kind::Number {
            at == start
        } else if is_inside(line, at) {
            at > start
        } else if !token.is_word() || is_auxiliary(token) || is_clause_word(token) || line.is_verb(at) {
            false
        } else if is_preposition(token) {
            let is_name_next = next.is_some_and(|next| next.is_capitalised() && !is_time_word(next));
            let is_noun_next = next.is_some_and(|next| next.is_word() && !is_time_word(next) && !is_auxiliary(next));
            match &*token.lower {
                "of" | "for" | "from" => at > start && is_noun_next,
                "in" | "at" | "with" => {
                    at > start
                        && (is_name_next
                            || line.token(at + 2).is_some_and(|two| {
                                next.is_some_and(|next| next.is("the")) && two.is_capitalised() && !is_time_word(two)
                            }))
                }
                "by" => {
                    previous.is_some_and(|word| {
                        word.lower.ends_with("ed")
                            || one_of(
                                word,
                                &["seen", "written", "made", "given", "shown", "sent", "led", "run", "held"],
                            )
                    }) && is_noun_next
                }
                _ => false,
            }
        } else if token.is("and") || token.is("or") {
            at > start && next.is_some_and(|next| next.is_capitalised() || is_teller(next)) && !line.is_verb(at + 2)
        } else if is_time_word(token) || token.is("that") || is_adverb(token) && at > start || is_pronoun(token) {
            false
        } else if is_determiner(token) {
            at == start || previous.is_some_and(|word| is_preposition(word) || is_determiner(word) || word.is("and"))
        } else {
            // `told lawmakers North Korea had`: a name behind a plural begins another phrase.
            !(token.is_capitalised()
                && previous.is_some_and(|word| {
                    !word.is_capitalised() && word.lower.ends_with('s') && !word.is("'s") && !is_determiner(word)
                }))
        };
        if !goes_on {
            break;
        }
        at += 1;
    }
    if at == start || !line.tokens.get(start..at)?.iter().any(Token::is_word) {
        return None;
    }
    let name = start..at;
    if line.is_text(at, "(") {
        let close = (at..at + LONGEST).find(|at| line.is_text(*at, ")"));
        if let Some(close) = close {
            return Some((Somebody { name, about: Some(at + 1..close) }, close + 1));
        }
    }
    let about = apposition(line, at);
    let next = about.as_ref().map_or(at, |about| about.end);
    Some((Somebody { name, about }, next))
}

/// `, a lawmaker,` or `, who was there,` at this place.
fn apposition(line: &Known<'_, '_>, at: usize) -> Option<Range<usize>> {
    if !line.is_text(at, ",") {
        return None;
    }
    let first = line.token(at + 1)?;
    let is_relative = is_relative(first);
    if !(is_relative || one_of(first, &["a", "an", "the", "its", "his", "her", "their", "one"]) || is_role(first)) {
        return None;
    }
    let end = (at + 1..line.tokens.len().min(at + LONGEST))
        .find(|at| line.is_text(*at, ",") || line.is_stop(*at))
        .unwrap_or(line.tokens.len());
    let inner = line.tokens.get(at + 1..end)?;
    let is_plain = is_relative
        || !inner
            .iter()
            .enumerate()
            .any(|(offset, token)| is_auxiliary(token) || is_be(token) || line.is_verb(at + 1 + offset));
    // A verb that is not known as one would make it the main clause: a phrase of a role is short.
    (is_plain && !inner.is_empty() && (is_relative || inner.len() <= 10)).then_some(at + 1..end)
}

fn is_role(token: &Token<'_>) -> bool {
    token.is_word()
        && !token.is_capitalised()
        && one_of(
            token,
            &[
                "head",
                "chief",
                "director",
                "spokesman",
                "spokeswoman",
                "spokesperson",
                "commander",
                "minister",
                "chairman",
                "president",
                "leader",
                "deputy",
                "mayor",
                "governor",
                "author",
                "editor",
                "professor",
            ],
        )
}
