//! How a text says what it says: with what doubt, negated or not, as a fact or not, and in whose words.

use super::attribution::{self, Attributed, Known};
use super::clause::{Clauses, span, trimmed};
use super::cue::{self, Found, Meaning, Side};
use super::figure::Figure;
use super::hedge::Hedge;
use super::modality::{Modal, Modality};
use super::negation::Negation;
use super::reading::Span;
use super::scope::scope;
use super::sentence::Sentence;
use super::token::Token;
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
    let is_question = question(tokens);
    if found.is_empty() && is_question.is_none() {
        return;
    }
    let line = Known::new(tokens, &found);
    let clauses = Clauses::of(&line);
    let told = attribution::told(&line, &found, &clauses);
    // What is said is a clause of its own, and so is what follows a comma that ends it.
    let inner = clauses.cut_at(told.iter().filter_map(|told| told.opens));
    let mut hedges: Vec<Hedge> = Vec::new();
    let bytes = |range: &std::ops::Range<usize>| span(tokens, range);
    // What stands inside what somebody says touches nothing outside it.
    let within = |cue: &std::ops::Range<usize>, reach: std::ops::Range<usize>| {
        let around = told.iter().filter(|told| !told.is_inserted()).filter_map(|told| told.content.as_ref());
        let content = around.filter(|content| content.start <= cue.start && cue.end <= content.end).min_by_key(|content| content.len());
        match content {
            Some(content) => {
                let inside = trimmed(tokens, reach.start.max(content.start)..reach.end.min(content.end));
                if inside.is_empty() { cue.clone() } else { inside }
            }
            None => reach,
        }
    };
    for cue in &found {
        let Some(words) = bytes(&cue.tokens) else { continue };
        match *cue.meaning {
            // The verb of an attribution says how sure it is by itself.
            Meaning::Hedge { .. } if told.iter().any(|told| told.chain.iter().any(|link| link.cue == cue.tokens)) => {}
            Meaning::Hedge { certainty, side, reach } => {
                // A hedge on the verb of speech touches what is said.
                let carrier =
                    told.iter().find(|told| told.chain.iter().any(|link| is_before(&cue.tokens, &link.cue, tokens)));
                let is_figure = reach == cue::Reach::Figure;
                let reach = carrier.and_then(|told| told.content.clone()).unwrap_or_else(|| {
                    let clauses = if told.iter().any(|told| told.opens.is_some_and(|at| at <= cue.tokens.start)) {
                        &inner
                    } else {
                        &clauses
                    };
                    within(&cue.tokens, scope(&line, clauses, &cue.tokens, reach))
                });
                let figure = (is_figure).then(|| figure_behind(figures, words)).flatten();
                if let Some(scope) = bytes(&reach)
                    .map(|scope| figure.map_or(scope, |figure| Span { start: scope.start, end: figure.end }))
                {
                    hedges.push(Hedge { span: words, certainty, against: side == Side::Against, scope });
                }
            }
            Meaning::Negation { kind, reach } => {
                if let Some(scope) = bytes(&within(&cue.tokens, scope(&line, &inner, &cue.tokens, reach))) {
                    said.negations.push(Negation { span: words, kind, scope });
                }
            }
            Meaning::Modality { modality, reach } => {
                if let Some(scope) = bytes(&within(&cue.tokens, scope(&line, &inner, &cue.tokens, reach))) {
                    said.modals.push(Modal { span: words, modality, scope });
                }
            }
            Meaning::Report { certainty, form, .. } => {
                // `The wreck suggests a failed landing`: nobody speaks, and it is a hedge all the same.
                let is_used = told.iter().any(|told| told.chain.iter().any(|link| link.cue == cue.tokens));
                let is_hedge = form == cue::Form::Weak && certainty != Certainty::Stated && !is_used;
                if let Some(scope) = bytes(&within(&cue.tokens, scope(&line, &inner, &cue.tokens, cue::Reach::Clause))).filter(|_| is_hedge)
                {
                    hedges.push(Hedge { span: words, certainty, against: false, scope });
                }
            }
            Meaning::Skip => {}
        }
    }
    // Who says nothing does not say how sure it is.
    for one in told.iter().filter(|told| told.stance.is_some()) {
        let content = one.content.as_ref().and_then(bytes);
        let cue = one.chain.last().and_then(|link| bytes(&link.cue));
        if let (Some(content), Some(words)) = (content, one.hearsay(&line).and_then(|range| bytes(&range))) {
            hedges.push(Hedge { span: words, certainty: Certainty::Unverified, against: false, scope: content });
        } else if let (Some(content), Some(cue), true) = (content, cue, one.certainty != Certainty::Stated) {
            hedges.push(Hedge { span: cue, certainty: one.certainty, against: false, scope: content });
        }
    }
    if let Some(mark) = is_question
        && let Some(scope) = bytes(&trimmed(tokens, 0..tokens.len()))
    {
        said.modals.push(Modal { span: mark, modality: Modality::Asked, scope });
    }
    hedges.sort_by_key(|hedge| (hedge.span, hedge.scope));
    hedges.dedup_by_key(|hedge| hedge.span);
    said.hedges.append(&mut hedges);
    said.attributions.extend(told.iter().filter_map(|told| told.attributed(&line)));
}

/// The figure that these words stand in, or right before: `an estimated 3,000 workers`.
fn figure_behind(figures: &[Figure], words: Span) -> Option<Span> {
    let figure = figures.get(figures.partition_point(|figure| figure.span.end <= words.start))?;
    (figure.number.start <= words.end + 1).then_some(figure.span)
}

/// Whether only adverbs and auxiliaries stand between a hedge and the verb of speech behind it.
fn is_before(hedge: &std::ops::Range<usize>, verb: &std::ops::Range<usize>, tokens: &[Token<'_>]) -> bool {
    hedge.end <= verb.start
        && verb.start - hedge.end <= 3
        && tokens.get(hedge.end..verb.start).is_some_and(|between| {
            between.iter().all(|token| super::word::is_adverb(token) || super::word::is_auxiliary(token))
        })
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
                && !previous.is_some_and(|token| {
                    super::word::is_determiner(token) || token.is("'s") || token.is("’s") || token.is("of")
                })
        }
        "states" | "state" => !first.is_capitalised() && !previous.is_some_and(super::word::is_determiner),
        "if" => !previous.is_some_and(|token| {
            matches!(
                &*token.lower,
                "known"
                    | "unclear"
                    | "clear"
                    | "ask"
                    | "asked"
                    | "say"
                    | "sure"
                    | "know"
                    | "see"
                    | "determine"
                    | "even"
                    | "as"
            )
        }),
        "no" if cue.tokens.len() == 1 => !(first.text == "No" && next.is_some_and(|next| next.text == ".")),
        _ => true,
    }
}
