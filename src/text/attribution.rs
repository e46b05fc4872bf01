//! Who says so: speakers, the words that make them so, and what they say.

mod build;
mod chain;
mod phrase;
mod quotes;
mod speaker;

use std::ops::Range;

pub(super) use self::build::Told;
use super::cue::{Form, Found, Meaning};
use super::reading::Span;
use super::token::Token;
use crate::model::attribution::Stance;
use crate::model::names::vocabulary;

vocabulary! {
    /// How a speaker is named.
    pub enum SpeakerKind: "kind of speaker" {
        /// By a name: "Kyiv", "Lee Seong-kweun, a lawmaker", "South Korea's intelligence agency".
        Named = "named",
        /// Without one: "officials", "a person familiar with the talks", "estimates".
        Described = "described",
        /// By a pronoun, which is left open.
        Pronoun = "pronoun",
        /// Not at all: "it was reported".
        Nobody = "nobody",
    }
}

vocabulary! {
    /// Whose words the content is in.
    pub enum Speech: "speech" {
        /// The speaker's, between quotation marks.
        Direct = "direct",
        /// The writer's, with words of the speaker between quotation marks.
        Partial = "partial",
        /// The writer's.
        Indirect = "indirect",
    }
}

/// One link of a chain: somebody, and the words that make them a speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Speaker {
    /// The name or description; `None` for nobody.
    pub span: Option<Span>,
    /// How they are named.
    pub kind: SpeakerKind,
    /// What the text says that they are, in apposition: "a lawmaker briefed by the agency".
    pub about: Option<Span>,
    /// The words that make them a speaker: "said", "according to", "citing".
    pub cue: Span,
}

/// Somebody said to have said something: who, through whom, and what.
///
/// ```
/// use corroborate::{Stance, text};
/// let line = "AFP quoted a lawmaker who cited the spy agency as saying 2,000 men had died.";
/// let reading = text::read(line, None);
/// let said = &reading.attributions()[0];
/// let chain: Vec<&str> = said.chain.iter().filter_map(|link| Some(link.span?.of(line))).collect();
/// assert_eq!(chain, ["AFP", "a lawmaker", "the spy agency"]);
/// assert_eq!(said.content.unwrap().of(line), "2,000 men had died");
/// assert_eq!(said.stance, Some(Stance::Affirms));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attributed {
    /// Who says so: nearest to the reader first, the one who knows last, as [`Attribution::citing`](crate::Attribution::citing) takes them. Never empty.
    pub chain: Vec<Speaker>,
    /// What they say of the content; `None` where they decline to say, which is no denial.
    pub stance: Option<Stance>,
    /// Whose words the content is in.
    pub speech: Speech,
    /// What is said. Where the speaker stands in the middle of it, everything from its beginning to its end. `None` where the sentence does not say: "declined to comment".
    pub content: Option<Span>,
    /// To whom it was said, where the text says so: often the outlet that has it.
    pub told: Option<Span>,
}

/// A sentence with what is known of its tokens.
pub(super) struct Known<'a, 't> {
    pub(super) tokens: &'a [Token<'t>],
    /// Which tokens are verbs of speech, and nothing else.
    verbs: Vec<bool>,
    pub(super) quotations: Vec<Range<usize>>,
}

impl<'a, 't> Known<'a, 't> {
    pub(super) fn new(tokens: &'a [Token<'t>], found: &[Found]) -> Known<'a, 't> {
        let mut verbs = vec![false; tokens.len()];
        for cue in found {
            if let Meaning::Report { form, .. } = cue.meaning {
                let is_verb = !matches!(form, Form::NounOrSays);
                verbs.get_mut(cue.tokens.clone()).into_iter().flatten().for_each(|verb| *verb |= is_verb);
            }
        }
        Known { tokens, verbs, quotations: quotes::quotations(tokens) }
    }

    pub(super) fn token(&self, at: usize) -> Option<&'a Token<'t>> {
        self.tokens.get(at)
    }

    fn before(&self, at: usize) -> Option<&'a Token<'t>> {
        self.tokens.get(at.checked_sub(1)?)
    }

    fn is_text(&self, at: usize, text: &str) -> bool {
        self.token(at).is_some_and(|token| token.text == text)
    }

    pub(super) fn is_verb(&self, at: usize) -> bool {
        self.verbs.get(at).copied().unwrap_or_default()
    }

    /// A sign that no phrase goes across.
    fn is_stop(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            matches!(token.text, ";" | ":" | "!" | "?" | "…" | "“" | "”" | "\"" | "«" | "»" | "—" | "(")
                || self.is_final_stop(at)
        })
    }

    /// A full stop that ends the sentence.
    fn is_final_stop(&self, at: usize) -> bool {
        self.is_text(at, ".")
            && self
                .tokens
                .get(at + 1..)
                .is_none_or(|rest| rest.iter().all(|token| token.is_quotation_mark() || token.text == ")"))
    }

    /// The quotation that begins at this token.
    fn quotation_at(&self, at: usize) -> Option<&Range<usize>> {
        let first = self.quotations.partition_point(|quotation| quotation.start < at);
        self.quotations.get(first).filter(|quotation| quotation.start == at)
    }

    /// The quotation that ends before this token.
    fn quotation_before(&self, at: usize) -> Option<&Range<usize>> {
        let behind = self.quotations.partition_point(|quotation| quotation.end < at);
        self.quotations.get(behind).filter(|quotation| quotation.end == at)
    }
}

/// All attributions of a sentence, with their chains. Linear but for the few tokens that each walk may take.
pub(super) fn told(line: &Known<'_, '_>, found: &[Found], clauses: &super::clause::Clauses) -> Vec<Told> {
    let (told, citations) = build::all(line, found, clauses);
    chain::linked(told, &citations)
}

impl Told {
    /// The same, by bytes.
    pub(super) fn attributed(&self, line: &Known<'_, '_>) -> Option<Attributed> {
        let span = |range: &Range<usize>| super::clause::span(line.tokens, range);
        let chain: Vec<Speaker> = self
            .chain
            .iter()
            .filter_map(|link| {
                Some(Speaker {
                    span: link.name.as_ref().and_then(span),
                    kind: speaker::kind(line, link.name.as_ref()),
                    about: link.about.as_ref().and_then(span),
                    cue: span(&link.cue)?,
                })
            })
            .collect();
        Some(Attributed {
            stance: self.stance,
            speech: self.speech(line),
            content: self.content.as_ref().and_then(span),
            told: self.told.as_ref().and_then(span),
            chain,
        })
        .filter(|said| !said.chain.is_empty())
    }

    fn speech(&self, line: &Known<'_, '_>) -> Speech {
        let Some(content) = &self.content else { return Speech::Indirect };
        let first = line.quotations.partition_point(|quotation| quotation.end <= content.start);
        let Some(quotation) = line.quotations.get(first).filter(|quotation| quotation.start < content.end) else {
            return Speech::Indirect;
        };
        if quotation.start <= content.start && (quotation.end + 1 >= content.end || self.is_inserted())
            || quotation.start < content.start && quotation.end > content.end
        {
            Speech::Direct
        } else {
            Speech::Partial
        }
    }
}
