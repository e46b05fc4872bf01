//! What is said: where it begins, and where it ends.

use std::ops::Range;

use super::{Built, Words};
use crate::text::attribution::phrase::Somebody;
use crate::text::clause::trimmed;
use crate::text::word::{is_clause_word, is_preposition, is_time_word, one_of};

impl Words<'_, '_, '_> {
    /// The content from here on, as far as it goes.
    pub(super) fn from(&self, somebody: Somebody, at: usize, told: Option<Range<usize>>) -> Built {
        let line = self.line;
        let mut end = line.tokens.len();
        if let Some(quotation) = line.quotation_at(at).or_else(|| line.quotation_at(at + 1)).filter(|_| {
            line.token(at).is_some_and(|token| token.is_quotation_mark() || matches!(token.text, "," | ":"))
        }) {
            end = quotation.end;
        } else {
            for place in at..line.tokens.len() {
                // `..., a move that`: what the writer thinks of it.
                let behind = place + 1 + usize::from(line.quotation_before(place + 2).is_some());
                let is_comment = line.is_text(place, ",")
                    && self.is(behind, |token| token.is("a") || token.is("an"))
                    && self.is(behind + 2, |token| token.is("that") || token.is("which"));
                let is_other_voice = is_comment || line.is_text(place, ",") && line.is_verb(place + 1);
                if line.is_text(place, ";") || is_other_voice || line.is_final_stop(place) {
                    end = if is_comment { behind } else { place };
                    break;
                }
            }
        }
        // What is quoted says no more than stands between its marks.
        let around = line.quotations.partition_point(|quotation| quotation.end <= self.cue.start);
        if let Some(quotation) = line.quotations.get(around).filter(|quotation| quotation.start <= self.cue.start) {
            end = end.min(quotation.end);
        }
        // `While it denied sending troops, it admitted`: a clause before the main one ends before it.
        let start = self.clauses.start(self.cue.start);
        if start == 0 && line.token(0).is_some_and(is_clause_word) && self.clauses.end(at) > at {
            end = end.min(self.clauses.end(at));
        }
        let content = trimmed(line.tokens, at..end);
        Built {
            somebody: Some(somebody),
            opens: Some(at),
            content: (!content.is_empty()).then_some(content),
            told,
            inserted: false,
        }
    }

    /// What was said before `..., Kyiv said`; the end of it.
    pub(super) fn before(&self, speaker: usize) -> Option<Range<usize>> {
        let line = self.line;
        let end = speaker.checked_sub(1)?;
        if let Some(quotation) = line.quotation_before(speaker).or_else(|| line.quotation_before(end)) {
            return (quotation.start < speaker).then(|| quotation.clone());
        }
        if !line.is_text(end, ",") && !line.is_text(end, "—") && !line.is_text(end, "–") {
            return None;
        }
        let start = self.clauses.start(end.checked_sub(1)?);
        // A phrase of time or place before the speaker is nothing said.
        let lead = line.token(start)?;
        let said = trimmed(line.tokens, start..end);
        let is_bound =
            line.token(start + 1).is_some_and(|next| matches!(&*next.lower, "least" | "most" | "to" | "half"))
                || one_of(lead, &["about", "over", "under", "between", "near", "of"]);
        let is_lead = is_preposition(lead) && !is_bound && said.len() <= 5
            || said.len() < 2
            || line.tokens.get(said.clone())?.iter().all(is_time_word);
        (!is_lead).then_some(self.sentence_start(start, end)..end)
    }

    /// Clauses that are not set against each other are said together.
    pub(super) fn sentence_start(&self, start: usize, end: usize) -> usize {
        let mut start = start;
        for _ in 0..4 {
            let opens = self
                .line
                .token(start)
                .is_some_and(|token| matches!(&*token.lower, "but" | ";" | ":" | "—") || token.is("however"));
            let Some(earlier) = start.checked_sub(1).filter(|_| !opens) else { break };
            let clause = self.clauses.start(earlier);
            if end - clause > 120 {
                break;
            }
            start = clause;
        }
        start
    }

    /// The speaker stands behind what is said, or in the middle of it.
    pub(super) fn around(
        &self,
        somebody: Somebody,
        before: Range<usize>,
        at: usize,
        told: Option<Range<usize>>,
    ) -> Built {
        let line = self.line;
        let goes_on = line.is_text(at, ",")
            && line.token(at + 1).is_some_and(|next| {
                let is_other_voice = line.is_verb(at + 1)
                    || next.lower.ends_with("ing")
                    || one_of(
                        next,
                        &["but", "while", "and", "although", "though", "as", "who", "which", "a", "an", "according"],
                    );
                line.quotation_at(at + 1).is_some() || !is_other_voice
            });
        let end = if goes_on {
            (at + 1..line.tokens.len()).find(|at| line.is_text(*at, ";")).unwrap_or(line.tokens.len())
        } else {
            before.end
        };
        let content = trimmed(line.tokens, before.start..end);
        Built {
            somebody: Some(somebody),
            content: (!content.is_empty()).then_some(content),
            opens: None,
            told,
            inserted: goes_on,
        }
    }
}
