//! How a text says what it says: with what doubt, negated or not, as a fact or not, and in whose words.

use std::ops::Range;

use super::attribution::{self, Attributed, Known, Told};
use super::clause::{Clauses, span, trimmed};
use super::cue::{self, Form, Found, Meaning, Reach, Side};
use super::figure::Figure;
use super::hedge::Hedge;
use super::modality::{Modal, Modality};
use super::negation::Negation;
use super::reading::Span;
use super::scope::scope;
use super::sentence::Sentence;
use super::token::Token;
use super::word::{is_adverb, is_auxiliary, is_determiner, one_of};
use crate::model::attribution::Certainty;

/// What the cue lists found, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Said {
    pub(super) hedges: Vec<Hedge>,
    pub(super) negations: Vec<Negation>,
    pub(super) modals: Vec<Modal>,
    pub(super) attributions: Vec<Attributed>,
}

/// No sentence of the news is longer. What is, is read in pieces, so that the time stays linear in the text whatever stands in it.
const LONGEST: usize = 200;

/// Reads sentence by sentence; nothing outside a sentence changes what is read in it.
pub(super) fn read(tokens: &[Token<'_>], sentences: &[Sentence], figures: &[Figure]) -> Said {
    let mut said = Said::default();
    for piece in chunks(tokens, sentences) {
        read_piece(piece, figures, &mut said);
    }
    said
}

fn chunks<'a, 't>(tokens: &'a [Token<'t>], sentences: &'a [Sentence]) -> impl Iterator<Item = &'a [Token<'t>]> {
    sentences.iter().flat_map(|sentence| tokens.get(sentence.tokens.clone()).unwrap_or_default().chunks(LONGEST))
}

/// The pieces in which a text is read: its sentences, and the pieces of those that are too long to be any.
pub(super) fn pieces<'a>(tokens: &'a [Token<'_>], sentences: &'a [Sentence]) -> impl Iterator<Item = Span> {
    chunks(tokens, sentences).filter_map(|piece| Some(piece.first()?.span().to(piece.last()?.span())))
}

fn read_piece(tokens: &[Token<'_>], figures: &[Figure], said: &mut Said) {
    let found: Vec<Found> = cue::find(tokens).into_iter().filter(|cue| is_meant(tokens, cue)).collect();
    let question = question(tokens);
    if found.is_empty() && question.is_none() {
        return;
    }
    let line = Known::new(tokens, &found);
    let clauses = Clauses::of(&line);
    let told = attribution::told(&line, &found, &clauses);
    let inner = clauses.cut_at(told.iter().filter_map(|told| told.opens));
    let piece = Piece { line, clauses, inner, told, figures };
    let mut hedges: Vec<Hedge> = Vec::new();
    for cue in &found {
        match *cue.meaning {
            Meaning::Hedge { certainty, side, reach } => {
                hedges.extend(piece.hedge(&cue.tokens, certainty, side == Side::Against, reach));
            }
            Meaning::Negation { kind, reach } => {
                let negation = |(span, scope)| Negation { span, kind, scope };
                said.negations.extend(piece.touched(&cue.tokens, reach).map(negation));
            }
            Meaning::Modality { modality, reach } => {
                let modal = |(span, scope)| Modal { span, modality, scope };
                said.modals.extend(piece.touched(&cue.tokens, reach).map(modal));
            }
            // `The wreck suggests a failed landing`: nobody speaks, and it is a hedge all the same.
            Meaning::Report { certainty, form: Form::Weak, .. } if certainty != Certainty::Stated => {
                let is_free = !piece.is_speech(&cue.tokens);
                let hedge = |(span, scope)| Hedge { span, certainty, against: false, scope };
                hedges.extend(piece.touched(&cue.tokens, Reach::Clause).filter(|_| is_free).map(hedge));
            }
            Meaning::Report { .. } | Meaning::Skip => {}
        }
    }
    hedges.extend(piece.told.iter().filter_map(|told| piece.hedge_of_speech(told)));
    hedges.sort_by_key(|hedge| (hedge.span, hedge.scope));
    hedges.dedup_by_key(|hedge| hedge.span);
    said.hedges.append(&mut hedges);
    if let Some((span, scope)) = question.zip(span(tokens, &trimmed(tokens, 0..tokens.len()))) {
        said.modals.push(Modal { span, modality: Modality::Asked, scope });
    }
    said.attributions.extend(piece.told.iter().filter_map(|told| told.attributed(&piece.line)));
}

/// A sentence, or a piece of what is too long to be one.
struct Piece<'a, 't> {
    line: Known<'a, 't>,
    clauses: Clauses,
    /// The same, where what is said is a clause of its own.
    inner: Clauses,
    told: Vec<Told>,
    figures: &'a [Figure],
}

impl Piece<'_, '_> {
    fn bytes(&self, range: &Range<usize>) -> Option<Span> {
        span(self.line.tokens, range)
    }

    /// A cue and what it touches.
    fn touched(&self, cue: &Range<usize>, reach: Reach) -> Option<(Span, Span)> {
        let touched = self.within(cue, scope(&self.line, &self.inner, cue, reach));
        self.bytes(cue).zip(self.bytes(&touched))
    }

    /// What stands inside what somebody says touches nothing outside it.
    fn within(&self, cue: &Range<usize>, touched: Range<usize>) -> Range<usize> {
        let said = self.told.iter().filter(|told| !told.is_inserted()).filter_map(|told| told.content.as_ref());
        let around = said.filter(|content| content.start <= cue.start && cue.end <= content.end);
        let Some(content) = around.min_by_key(|content| content.len()) else { return touched };
        let inside = touched.start.max(content.start)..touched.end.min(content.end);
        let inside = trimmed(self.line.tokens, inside);
        if inside.is_empty() { cue.clone() } else { inside }
    }

    fn is_speech(&self, cue: &Range<usize>) -> bool {
        self.told.iter().any(|told| told.chain.iter().any(|link| link.cue == *cue))
    }

    fn hedge(&self, cue: &Range<usize>, certainty: Certainty, against: bool, reach: Reach) -> Option<Hedge> {
        // The verb of an attribution says how sure it is by itself.
        if self.is_speech(cue) {
            return None;
        }
        // A hedge on the verb of speech touches what is said.
        let is_carried = |told: &&Told| told.chain.iter().any(|link| is_before(cue, &link.cue, self.line.tokens));
        let carried = self.told.iter().find(is_carried).and_then(|told| told.content.clone());
        let touched = carried.unwrap_or_else(|| {
            let is_inside = self.told.iter().any(|told| told.opens.is_some_and(|at| at <= cue.start));
            let clauses = if is_inside { &self.inner } else { &self.clauses };
            self.within(cue, scope(&self.line, clauses, cue, reach))
        });
        let words = self.bytes(cue)?;
        let mut scope = self.bytes(&touched)?;
        if let Some(figure) = figure_behind(self.figures, words).filter(|_| reach == Reach::Figure) {
            scope.end = figure.end;
        }
        Some(Hedge { span: words, certainty, against, scope })
    }

    /// How sure the words of an attribution are. Who says nothing does not say that either.
    fn hedge_of_speech(&self, told: &Told) -> Option<Hedge> {
        told.stance?;
        let scope = self.bytes(told.content.as_ref()?)?;
        if let Some(words) = told.hearsay(&self.line) {
            return Some(Hedge { span: self.bytes(&words)?, certainty: Certainty::Unverified, against: false, scope });
        }
        let span = self.bytes(&told.chain.last()?.cue)?;
        (told.certainty != Certainty::Stated).then_some(Hedge {
            span,
            certainty: told.certainty,
            against: false,
            scope,
        })
    }
}

/// The figure that these words stand in, or right before: `an estimated 3,000 workers`.
fn figure_behind(figures: &[Figure], words: Span) -> Option<Span> {
    let figure = figures.get(figures.partition_point(|figure| figure.span.end <= words.start))?;
    (figure.number.start <= words.end + 1).then_some(figure.span)
}

/// Whether only adverbs and auxiliaries stand between a hedge and the verb of speech behind it.
fn is_before(hedge: &Range<usize>, verb: &Range<usize>, tokens: &[Token<'_>]) -> bool {
    hedge.end <= verb.start
        && verb.start - hedge.end <= 3
        && tokens
            .get(hedge.end..verb.start)
            .is_some_and(|between| between.iter().all(|token| is_adverb(token) || is_auxiliary(token)))
}

/// The question mark at the end.
fn question(tokens: &[Token<'_>]) -> Option<Span> {
    tokens.iter().rev().take_while(|token| !token.is_word()).find(|token| token.text == "?").map(Token::span)
}

/// Whether words that have another meaning have this one here.
fn is_meant(tokens: &[Token<'_>], cue: &Found) -> bool {
    let Some(first) = tokens.get(cue.tokens.start) else { return false };
    let next = tokens.get(cue.tokens.end);
    let previous = cue.tokens.start.checked_sub(1).and_then(|at| tokens.get(at));
    match &*first.lower {
        // The month; military might; the will of the people; the United States.
        "may" => first.text == "may",
        "might" | "will" if cue.tokens.len() == 1 => {
            next.is_some_and(|next| next.is_word() && !next.is("of"))
                && !previous
                    .is_some_and(|token| is_determiner(token) || token.is("'s") || token.is("’s") || token.is("of"))
        }
        "states" | "state" => !first.is_capitalised() && !previous.is_some_and(is_determiner),
        "if" => !previous.is_some_and(|token| {
            one_of(
                token,
                &["known", "unclear", "clear", "ask", "asked", "say", "sure", "know", "see", "determine", "even", "as"],
            )
        }),
        "no" if cue.tokens.len() == 1 => !(first.text == "No" && next.is_some_and(|next| next.text == ".")),
        _ => true,
    }
}
