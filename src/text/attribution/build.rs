//! From cues to attributions: where the speaker stands, and where what is said.

mod circumstances;
mod content;
mod other;
mod says;

use std::ops::Range;

use super::Known;
use super::phrase::Somebody;
use crate::model::attribution::{Certainty, Stance};
use crate::text::clause::{Clauses, trimmed};
use crate::text::cue::{Form, Found, Meaning};
use crate::text::token::Token;
use crate::text::word::{is_adverb, is_auxiliary, is_hearsay, one_of};

/// One link of a chain, by tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::text) struct Link {
    pub(super) name: Option<Range<usize>>,
    pub(super) about: Option<Range<usize>>,
    pub(in crate::text) cue: Range<usize>,
}

/// An attribution, by tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::text) struct Told {
    pub(in crate::text) chain: Vec<Link>,
    pub(in crate::text) stance: Option<Stance>,
    /// How sure the words of the cue make it.
    pub(in crate::text) certainty: Certainty,
    pub(in crate::text) content: Option<Range<usize>>,
    pub(super) told: Option<Range<usize>>,
    /// Where the content begins behind the words that introduce it, as clauses do.
    pub(in crate::text) opens: Option<usize>,
    /// The cue and the speaker stand inside the content.
    inserted: bool,
}

/// Somebody who cites somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Citation {
    pub(super) by: Somebody,
    pub(super) cited: Somebody,
    pub(super) cue: Range<usize>,
}

impl Told {
    pub(in crate::text) fn is_inserted(&self) -> bool {
        self.inserted
    }

    pub(super) fn has(&self, name: &Range<usize>) -> bool {
        self.chain.iter().any(|link| link.name.as_ref() == Some(name))
    }

    /// From the innermost speaker to the cue.
    pub(super) fn core(&self) -> Option<Range<usize>> {
        let link = self.chain.last()?;
        let name = link.name.clone().unwrap_or_else(|| link.cue.clone());
        Some(name.start.min(link.cue.start)..name.end.max(link.cue.end))
    }

    /// The words that rest it on talk that nobody answers for: `reports suggest`, `according to rumours`.
    pub(in crate::text) fn hearsay(&self, line: &Known<'_, '_>) -> Option<Range<usize>> {
        let link = self.chain.last()?;
        let name = link.name.clone()?;
        let is_near = name.end.abs_diff(link.cue.start) <= 2 || link.cue.end.abs_diff(name.start) <= 1;
        let is_talk = line.tokens.get(name.clone())?.iter().all(|token| {
            is_hearsay(token)
                || one_of(
                    token,
                    &["news", "media", "local", "social", "some", "foreign", "press", "unconfirmed", "early"],
                )
        }) && line.tokens.get(name.clone())?.iter().any(is_hearsay);
        (is_near && is_talk).then(|| name.start.min(link.cue.start)..name.end.max(link.cue.end))
    }
}

/// The attributions of a sentence, each with one link, and who cites whom.
pub(super) fn all(line: &Known<'_, '_>, found: &[Found], clauses: &Clauses) -> (Vec<Told>, Vec<Citation>) {
    let mut told: Vec<Told> = Vec::new();
    let mut citations = Vec::new();
    for cue in found {
        let Meaning::Report { form, stance, certainty } = *cue.meaning else { continue };
        let words = Words { line, clauses, cue: cue.tokens.clone(), form, stance };
        let one = match form {
            Form::Says | Form::SaysThat | Form::NounOrSays | Form::Weak | Form::Told => words.says(told.last()),
            Form::Nobody => words.nobody(),
            Form::Source => words.source(),
            Form::Agent => words.agent(),
            Form::Cites => words.cites(told.last(), &mut citations),
        };
        if let Some(built) = one {
            let Built { somebody, content, opens, told: to, inserted } = built;
            let link = Link {
                name: somebody.as_ref().map(|it| it.name.clone()),
                about: somebody.and_then(|it| it.about),
                cue: cue.tokens.clone(),
            };
            // `Police have not said`, `no group has claimed`: that is no word, whatever the verb.
            let stance = stance.filter(|_| !words.is_negated(link.name.as_ref()));
            told.push(Told { chain: vec![link], stance, certainty, content, told: to, opens, inserted });
        }
    }
    end_at_next(line, &mut told);
    citations.sort_by_key(|citation| citation.by.name.start);
    (told, citations)
}

/// `Kyiv said 3,000 had died and Moscow denied it`: what Kyiv said ends where Moscow comes in. `Kyiv said 3,000 had died, Yonhap reported`: so does what is
/// said inside what another said.
fn end_at_next(line: &Known<'_, '_>, told: &mut [Told]) {
    let others: Vec<_> = told
        .iter()
        .map(|told| (told.core(), told.content.clone(), told.chain.last().map(|link| link.cue.clone())))
        .collect();
    for (one, (next, said, verb)) in told.iter_mut().zip(others.iter().skip(1)) {
        let core = one.core();
        let (Some(content), Some(next), Some(core), Some(verb)) = (&mut one.content, next, core, verb) else {
            continue;
        };
        let is_within = content.start < next.start && next.start < content.end;
        let outer =
            said.as_ref().filter(|said| said.end <= next.start && said.start <= core.start && content.start < said.end);
        // One who goes on speaking stands far before: then it is the verb that counts.
        let begin = if next.start < content.start { verb.start } else { next.start };
        let is_within = is_within || content.start < begin && begin < content.end;
        let begins_clause = line
            .before(begin)
            .is_some_and(|token| one_of(token, &["and", "but", "while", "although", "though", "whereas", ";", "yet"]));
        let end = match outer {
            Some(said) => said.end,
            None if begins_clause => begin - 1,
            None => continue,
        };
        let shorter = trimmed(line.tokens, content.start..end);
        if is_within && !shorter.is_empty() {
            *content = shorter;
        }
    }
}

/// What a cue was built into.
struct Built {
    somebody: Option<Somebody>,
    content: Option<Range<usize>>,
    opens: Option<usize>,
    told: Option<Range<usize>>,
    inserted: bool,
}

struct Words<'w, 'a, 't> {
    line: &'w Known<'a, 't>,
    clauses: &'w Clauses,
    cue: Range<usize>,
    form: Form,
    stance: Option<Stance>,
}

impl Words<'_, '_, '_> {
    fn is(&self, at: usize, test: fn(&Token<'_>) -> bool) -> bool {
        self.line.token(at).is_some_and(test)
    }

    /// Where the verb begins, with its auxiliaries and adverbs.
    fn verb_start(&self) -> usize {
        let mut start = self.cue.start;
        // A verb has few of them; hostile text has many.
        for _ in 0..6 {
            let Some(at) = start.checked_sub(1) else { break };
            let is_part =
                self.is(at, |token| is_auxiliary(token) || is_adverb(token) || token.is("not") || token.is("never"));
            if !is_part {
                break;
            }
            start = at;
        }
        start
    }

    /// Whether a negation stands in the verb before the cue, or at the head of the subject.
    fn is_negated(&self, name: Option<&Range<usize>>) -> bool {
        let is_not = |token: &Token<'_>| token.is("not") || token.is("never") || token.lower.ends_with("n't");
        let is_none = |token: &Token<'_>| matches!(&*token.lower, "no" | "nobody" | "none" | "neither");
        let verb = self.line.tokens.get(self.verb_start()..self.cue.start).unwrap_or_default();
        let first = name.and_then(|name| self.line.token(name.start));
        verb.iter().any(is_not) || first.is_some_and(is_none)
    }
}
