//! The drafts of one sentence, from what was read in it.

use super::missing::Missing;
use super::statement::{is_adverb, is_clause, is_phrase, is_reference, part, statement};
use super::{Citation, ClaimDraft, WordDraft};
use crate::model::attribution::{Certainty, Stance};
use crate::model::moment::Moment;
use crate::model::value::Value;
use crate::text::attribution::{Attributed, SpeakerKind, Speech};
use crate::text::date::Date;
use crate::text::figure::Figure;
use crate::text::hedge::Hedge;
use crate::text::modality::{Modal, Modality};
use crate::text::negation::{Negation, NegationKind};
use crate::text::reading::{Reading, Span};
use crate::text::said;

/// The proposed claims of a text. Sentence by sentence; a sentence that is too long to be one goes in the pieces in which it was read, so that all stays linear.
pub(super) fn claims(reading: &Reading<'_>, published: Option<Moment>) -> Vec<ClaimDraft> {
    let mut drafts: Vec<ClaimDraft> = Vec::new();
    let mut rest = Rest {
        figures: reading.figures(),
        dates: reading.dates(),
        hedges: reading.hedges(),
        negations: reading.negations(),
        modals: reading.modals(),
        attributions: reading.attributions(),
    };
    for piece in said::pieces(&reading.tokens, &reading.sentences) {
        let piece = rest.take(reading.text(), piece, published);
        piece.add_to(&mut drafts);
    }
    drafts
}

/// What was read and is not yet in a draft, in the order of the text.
struct Rest<'r> {
    figures: &'r [Figure],
    dates: &'r [Date],
    hedges: &'r [Hedge],
    negations: &'r [Negation],
    modals: &'r [Modal],
    attributions: &'r [Attributed],
}

impl<'r> Rest<'r> {
    /// What lies in the next piece.
    fn take<'t>(&mut self, text: &'t str, span: Span, published: Option<Moment>) -> Piece<'t, 'r> {
        fn up_to<'a, T>(rest: &mut &'a [T], end: usize, start: impl Fn(&T) -> usize) -> &'a [T] {
            let all: &'a [T] = rest;
            let (taken, left) = all.split_at(all.iter().take_while(|item| start(item) < end).count());
            *rest = left;
            taken
        }
        let end = span.end;
        Piece {
            text,
            span,
            published,
            figures: up_to(&mut self.figures, end, |figure| figure.span.start),
            dates: up_to(&mut self.dates, end, |date| date.span.start),
            hedges: up_to(&mut self.hedges, end, |hedge| hedge.span.start),
            negations: up_to(&mut self.negations, end, |negation| negation.span.start),
            modals: up_to(&mut self.modals, end, |modal| modal.span.start),
            attributions: up_to(&mut self.attributions, end, |said| {
                said.chain.first().map_or(0, |link| link.cue.start)
            }),
        }
    }
}

/// One sentence.
struct Piece<'t, 'r> {
    text: &'t str,
    span: Span,
    published: Option<Moment>,
    figures: &'r [Figure],
    dates: &'r [Date],
    hedges: &'r [Hedge],
    negations: &'r [Negation],
    modals: &'r [Modal],
    attributions: &'r [Attributed],
}

/// What a claim is proposed for.
enum Seed<'r> {
    Figure(&'r Figure),
    Date(&'r Date),
    Said(&'r Attributed),
    Hedged(&'r Hedge),
}

impl<'r> Piece<'_, 'r> {
    fn words(&self, span: Span) -> String {
        span.of(self.text).to_owned()
    }

    fn add_to(&self, drafts: &mut Vec<ClaimDraft>) {
        let mut seeds: Vec<(usize, Seed<'r>)> = Vec::new();
        // `two engineers` who say something are no claim.
        let speakers: Vec<Span> =
            self.attributions.iter().flat_map(|said| &said.chain).filter_map(|link| link.span).collect();
        let figures: Vec<&Figure> = self
            .figures
            .iter()
            .filter(|figure| !speakers.iter().any(|speaker| speaker.contains(figure.span)))
            .collect();
        for figure in &figures {
            seeds.push((figure.span.start, Seed::Figure(figure)));
        }
        if figures.is_empty() {
            // A date beside `said` is when it was said.
            let is_of_fact = |date: &&Date| self.attributions.is_empty() || self.around(date.span).is_some();
            for date in self.dates.iter().filter(is_of_fact) {
                seeds.push((date.span.start, Seed::Date(date)));
            }
        }
        let has_value = |span: Span, seeds: &[(usize, Seed<'_>)]| {
            seeds.iter().any(|(at, seed)| !matches!(seed, Seed::Said(_)) && span.start <= *at && *at < span.end)
        };
        let mut references = Vec::new();
        for said in self.attributions {
            match said.content {
                Some(content) if is_reference(content.of(self.text)) => references.push((content, said)),
                Some(content) if !has_value(content, &seeds) => seeds.push((content.start, Seed::Said(said))),
                _ => {}
            }
        }
        // What may come, and what is asked, is nothing to check.
        let is_open = |hedge: &Hedge| {
            self.modals.iter().any(|modal| {
                modal.span == hedge.span && modal.modality == Modality::Possible || modal.modality == Modality::Asked
            })
        };
        for hedge in self.hedges.iter().filter(|hedge| !is_open(hedge)) {
            let is_in = seeds.iter().any(|(at, seed)| match seed {
                Seed::Said(said) => said.content.is_some_and(|content| content.overlaps(hedge.scope)),
                Seed::Hedged(other) => other.scope.overlaps(hedge.scope),
                Seed::Figure(_) | Seed::Date(_) => hedge.scope.start <= *at && *at < hedge.scope.end,
            });
            let is_reference = references.iter().any(|(content, _)| content.overlaps(hedge.scope))
                || is_reference(hedge.scope.of(self.text));
            if !is_in && !is_reference {
                seeds.push((hedge.scope.start, Seed::Hedged(hedge)));
            }
        }
        seeds.sort_by_key(|(at, _)| *at);
        drafts.extend(seeds.into_iter().map(|(_, seed)| self.draft(&seed)));
        for (content, said) in references {
            // `Moscow denied it`: what stands before it, here or in the sentence before.
            if let Some(last) = drafts.last_mut() {
                let missing = self.missing_of(Some(said));
                last.words.push(self.word(Some(said), content));
                last.missing.push(Missing::Refers(self.words(content)));
                last.missing.extend(missing);
            }
        }
    }

    /// The attribution with the shortest content around this.
    fn around(&self, span: Span) -> Option<&'r Attributed> {
        let around = self.attributions.iter().filter(|said| said.content.is_some_and(|content| content.contains(span)));
        around.min_by_key(|said| said.content.map_or(0, |content| content.end - content.start))
    }

    fn draft(&self, seed: &Seed<'r>) -> ClaimDraft {
        let (core, said) = match seed {
            Seed::Figure(figure) => (figure.span, self.around(figure.span)),
            Seed::Date(date) => (date.span, self.around(date.span)),
            Seed::Said(said) => (said.content.unwrap_or(self.span), Some(*said)),
            Seed::Hedged(hedge) => (hedge.scope, None),
        };
        let whole = match (said.and_then(|said| said.content), seed) {
            (Some(content), _) => content,
            (None, Seed::Hedged(hedge)) if is_clause(hedge.scope.of(self.text)) => hedge.scope,
            (None, _) => self.span,
        };
        let mut missing = vec![Missing::Topic];
        let hedges = self.hedges_of(core);
        let (adverbs, phrases): (Vec<Span>, Vec<Span>) = hedges
            .iter()
            .map(|hedge| hedge.span)
            .filter(|span| whole.contains(*span))
            .partition(|span| is_adverb(span.of(self.text)));
        missing.extend(phrases.iter().map(|span| Missing::Hedge(self.words(*span))));
        let part = if matches!(seed, Seed::Figure(_)) { part(self.text, whole, core) } else { whole };
        let statement = statement(self.text, part, &adverbs);
        if whole != self.span && is_phrase(&statement) {
            missing.insert(1, Missing::Statement(statement.clone()));
        }
        missing.extend(self.negations_of(core).map(|negation| Missing::Negation(self.words(negation.span))));
        let modal = self
            .modals
            .iter()
            .find(|modal| modal.scope.overlaps(core) && (modal.scope.contains(core) || core.contains(modal.span)));
        missing
            .extend(modal.map(|modal| Missing::Modality { modality: modal.modality, words: self.words(modal.span) }));
        let (value, figure, unit) = match seed {
            Seed::Figure(figure) => {
                missing.extend(figure.unit.is_none().then_some(Missing::Unit));
                missing.extend(figure.is_vague.then(|| Missing::Vague(self.words(figure.span))));
                missing.extend(figure.change.map(|_| Missing::Change(self.words(figure.span))));
                (Value::Quantity(figure.quantity), Some(figure.span), figure.unit.clone())
            }
            Seed::Date(Date { date: Ok(date), span, .. }) => (Value::Date(date.clone()), Some(*span), None),
            Seed::Date(Date { date: Err(why), span, .. }) => {
                missing.push(Missing::Date { words: self.words(*span), why: *why });
                (Value::Truth(true), None, None)
            }
            Seed::Said(_) | Seed::Hedged(_) => (Value::Truth(true), None, None),
        };
        let when = match seed {
            Seed::Date(_) => None,
            _ => self.when(whole, said.is_some(), &mut missing),
        };
        missing.extend(self.missing_of(said));
        ClaimDraft {
            statement,
            span: whole,
            value,
            figure,
            unit,
            when,
            modality: modal.map(|modal| modal.modality),
            words: vec![self.word(said, core)],
            missing,
        }
    }

    /// The one date of what is said. One beside it may be that of the fact, or that of the saying.
    fn when(&self, whole: Span, is_said: bool, missing: &mut Vec<Missing>) -> Option<crate::model::edtf::Edtf> {
        let (inside, outside): (Vec<&Date>, Vec<&Date>) =
            self.dates.iter().partition(|date| !is_said || whole.contains(date.span));
        if let [date] = inside.as_slice() {
            return match &date.date {
                Ok(edtf) => Some(edtf.clone()),
                Err(why) => {
                    missing.push(Missing::Date { words: self.words(date.span), why: *why });
                    None
                }
            };
        }
        missing.extend(inside.iter().chain(&outside).map(|date| Missing::When(self.words(date.span))));
        None
    }

    fn hedges_of(&self, core: Span) -> Vec<&'r Hedge> {
        self.hedges.iter().filter(|hedge| hedge.scope.overlaps(core)).collect()
    }

    fn negations_of(&self, core: Span) -> impl Iterator<Item = &'r Negation> + '_ {
        // Of a whole sentence, only what stands in its first clause negates all of it.
        let is_main = move |negation: &Negation| {
            let before = self.text.get(core.start..negation.span.start).unwrap_or_default();
            negation.scope.contains(core)
                || !core.contains(negation.span)
                || !before.contains([',', ';']) && !before.contains(" and ")
        };
        self.negations.iter().filter(move |negation| {
            negation.scope.overlaps(core) && negation.kind != NegationKind::Without && is_main(negation)
        })
    }

    fn word(&self, said: Option<&Attributed>, core: Span) -> WordDraft {
        let hedges = self.hedges_of(core);
        let certainty = hedges.iter().map(|hedge| hedge.certainty).max().unwrap_or(Certainty::Stated);
        let mut words: Vec<&str> = Vec::new();
        for hedge in &hedges {
            let hedge = hedge.span.of(self.text);
            if !words.contains(&hedge) {
                words.push(hedge);
            }
        }
        let mut stance = said.map_or(Some(Stance::Affirms), |said| said.stance);
        if stance == Some(Stance::Affirms) {
            if self.negations_of(core).any(|negation| negation.kind == NegationKind::NoEvidence) {
                stance = Some(Stance::Doubts);
            } else if self.negations_of(core).next().is_some() || hedges.iter().any(|hedge| hedge.against) {
                stance = Some(Stance::Denies);
            }
        }
        let chain = said.map(|said| said.chain.as_slice()).unwrap_or_default();
        let quote = said.filter(|said| said.speech == Speech::Direct).and_then(|said| said.content);
        WordDraft {
            chain: chain
                .iter()
                .map(|link| Citation {
                    name: link.span.map(|span| self.words(span)).unwrap_or_default(),
                    speaker: *link,
                })
                .collect(),
            stance,
            certainty,
            hedge: (!words.is_empty()).then(|| words.join("; ")),
            quote: quote.map(|content| self.words(content)),
            published: self.published,
        }
    }

    /// What is open about those who say so.
    fn missing_of(&self, said: Option<&Attributed>) -> Vec<Missing> {
        let Some(said) = said else { return Vec::new() };
        let mut missing = Vec::new();
        for link in &said.chain {
            match (link.kind, link.span) {
                (SpeakerKind::Described | SpeakerKind::Pronoun, Some(span)) => {
                    missing.push(Missing::Speaker(self.words(span)))
                }
                (SpeakerKind::Nobody, _) => missing.push(Missing::Nobody(self.words(link.cue))),
                _ => {}
            }
        }
        missing.extend(said.told.map(|told| Missing::Told(self.words(told))));
        if said.stance.is_none() {
            missing.extend(said.chain.last().map(|link| Missing::Stance(self.words(link.cue))));
        }
        missing
    }
}
