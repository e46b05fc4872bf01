//! `Kyiv said`: the speaker, and on which side of the verb stands what is said.

use super::{Built, Told, Words};
use crate::text::attribution::phrase::{self, Somebody};
use crate::text::attribution::speaker;
use crate::text::cue::Form;
use crate::text::token::Kind;
use crate::text::word::{is_be, is_clause_word, is_determiner, is_preposition, is_pronoun, is_time_word, one_of};

impl Words<'_, '_, '_> {
    pub(super) fn says(&self, earlier: Option<&Told>) -> Option<Built> {
        let line = self.line;
        let verb = self.verb_start();
        let first = line.token(self.cue.start)?;
        let behind = line.token(self.cue.end);
        let is_ing = first.lower.ends_with("ing");
        let is_whole = self.cue.len() > 1;
        let is_passive = !is_ing && !is_whole && line.tokens.get(verb..self.cue.start)?.iter().any(is_be);
        let is_infinitive = line.before(verb).is_some_and(|token| token.is("to"));
        // `the alleged transfer`, `an estimated total`: no verb.
        let is_adjective = line.before(self.cue.start).is_some_and(|token| {
            one_of(
                token,
                &[
                    "the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "no", "every", "each", "'s",
                    "’s",
                ],
            )
        });
        let is_form = match self.form {
            Form::NounOrSays => self.is_verb_here(verb) || self.is_postposed(verb),
            Form::SaysThat => behind.is_some_and(|token| token.is("that")) || self.is_postposed(verb),
            _ => true,
        };
        if is_passive || is_adjective || is_infinitive || !is_form {
            return None;
        }
        if let Some(inverted) = self.inverted(verb) {
            return Some(inverted);
        }
        let mut somebody = if is_ing && line.before(verb).is_some_and(|token| token.is(",") || token.is("and")) {
            // `..., adding that`: the one who spoke before goes on.
            let link = earlier?.chain.last()?;
            Some(Somebody { name: link.name.clone()?, about: link.about.clone() })
        } else {
            phrase::before(line, verb)
        };
        if is_ing
            && !line.tokens.get(verb..self.cue.start)?.iter().any(is_be)
            && !line.before(verb).is_some_and(|token| token.is(",") || token.is("and"))
        {
            return None;
        }
        if line.before(verb).is_some_and(|token| token.is("and") || token.is("but")) && somebody.is_none() {
            // `Kim visited Seoul and said`: the subject is too far to be sure of it.
            somebody = earlier
                .and_then(|told| told.chain.last())
                .and_then(|link| Some(Somebody { name: link.name.clone()?, about: link.about.clone() }));
        }
        let somebody = somebody?;
        let names = line.tokens.get(somebody.name.clone())?;
        if names.len() == 1 && names.iter().any(|token| token.is("you")) {
            return None;
        }
        if self.form == Form::Weak && !speaker::can_report(names) {
            return None;
        }
        if names.len() == 1
            && names.iter().any(|token| {
                token.is("it") || token.is("this") || token.is("which") || token.is("these") || token.is("those")
            })
            && self.form != Form::Says
        {
            return None;
        }
        self.with_content(somebody)
    }

    /// `..., the UN estimates.`: at the end, with nothing but a speaker behind the comma.
    pub(super) fn is_postposed(&self, verb: usize) -> bool {
        let line = self.line;
        let is_end = line.token(self.cue.end).is_none() || line.is_final_stop(self.cue.end);
        let subject = if is_end { phrase::before(line, verb) } else { None };
        subject.is_some_and(|subject| line.before(subject.name.start).is_some_and(|token| token.is(",")))
    }

    /// What stands behind the verb, or before the speaker.
    pub(super) fn with_content(&self, somebody: Somebody) -> Option<Built> {
        let line = self.line;
        let mut at = self.cue.end;
        let mut told = None;
        if self.form == Form::Told
            && let Some((addressee, next)) = self.addressee(at)
        {
            (told, at) = (Some(addressee), next);
        }
        let behind = self.behind_circumstances(at);
        let is_end = |at: usize| {
            line.token(at).is_none()
                || line.is_final_stop(at)
                || matches!(line.token(at), Some(token) if matches!(token.text, "!" | "?" | ";"))
        };
        // `reported, citing the agency, that`: what stands between commas is stepped over.
        let behind = (behind + 1..behind + 14)
            .find(|at| line.is_text(*at, ",") || line.is_stop(*at))
            .filter(|at| {
                line.is_text(behind, ",")
                    && line.is_text(*at, ",")
                    && line.token(at + 1).is_some_and(|token| token.is("that"))
            })
            .map_or(behind, |at| at + 1);
        // Which comes first: what follows, or what was said before?
        let is_quoted = line.quotation_before(somebody.name.start).is_some();
        // Who declines to say has said nothing before.
        let before = self.before(somebody.name.start).filter(|_| self.stance.is_some() || is_quoted);
        if line.token(behind).is_some_and(|token| token.is("that"))
            && !line.is_text(behind + 1, ",")
            && !is_end(behind + 1)
        {
            return Some(self.from(somebody, behind + 1, told));
        }
        if line.is_text(behind, ":")
            || line.is_text(behind, ",") && line.quotation_at(behind + 1).is_some() && before.is_none()
        {
            return Some(self.from(somebody, behind + 1, told));
        }
        if is_end(behind) || line.is_text(behind, ",") {
            if let Some(before) = before {
                return Some(self.around(somebody, before, behind, told));
            }
            if is_end(behind) {
                // `The Kremlin declined to comment.`
                return Some(Built { somebody: Some(somebody), content: None, opens: None, told, inserted: false });
            }
        }
        if let Some(before) =
            before.filter(|_| is_quoted && self.is(behind, |token| is_preposition(token) || is_clause_word(token)))
        {
            return Some(self.around(somebody, before, behind, told));
        }
        // Circumstances that end in something else were no circumstances: `warned of floods`.
        let from =
            if behind > at && self.is(behind, |token| is_preposition(token) && !token.is("up")) { at } else { behind };
        Some(self.from(somebody, from, told))
    }

    /// `..., said Kim, the leader.`
    pub(super) fn inverted(&self, verb: usize) -> Option<Built> {
        let line = self.line;
        if verb != self.cue.start || self.cue.len() > 1 || !matches!(self.form, Form::Says | Form::Told) {
            return None;
        }
        let (is_quoted, is_comma) =
            (line.quotation_before(verb).is_some(), line.before(verb).is_some_and(|token| token.is(",")));
        let cue = line.token(verb)?;
        if !(is_quoted || is_comma)
            || cue.lower.ends_with("ing")
            || !one_of(
                cue,
                &[
                    "said",
                    "says",
                    "wrote",
                    "writes",
                    "added",
                    "adds",
                    "reported",
                    "announced",
                    "warned",
                    "told",
                    "claimed",
                    "insisted",
                    "argued",
                    "explained",
                    "tweeted",
                    "recalled",
                    "admitted",
                    "estimated",
                    "concluded",
                    "confirmed",
                    "declared",
                    "stressed",
                ],
            )
        {
            return None;
        }
        let (somebody, next) = phrase::after(line, self.cue.end)?;
        let end = self.behind_circumstances(next);
        let is_end = line.token(end).is_none()
            || line.is_final_stop(end)
            || line.is_text(end, ",")
            || line.is_text(end, ";")
            || line.is_text(end, ":");
        if !is_end && !is_quoted {
            return None;
        }
        let before = match line.quotation_before(verb) {
            Some(quotation) => quotation.clone(),
            None => self.before(verb)?,
        };
        Some(self.around(somebody, before, end, None))
    }

    /// Whether a word that is a noun as well is a verb here: something stands before it that can be its subject, and behind it what it can say.
    pub(super) fn is_verb_here(&self, verb: usize) -> bool {
        let line = self.line;
        let has_subject = line.before(verb).is_some_and(|token| {
            verb < self.cue.start
                || is_pronoun(token)
                || token.is_word()
                    && !is_determiner(token)
                    && !is_preposition(token)
                    && !token.is("'s")
                    && !token.is("’s")
                    && !is_time_word(token)
                    && (token.is_capitalised()
                        || token.lower.ends_with('s')
                        || speaker::can_report(std::slice::from_ref(token))
                        || self.is(self.cue.end, |next| next.is("that")))
        });
        let has_object = self.is(self.cue.end, |token| {
            token.is("that")
                || is_determiner(token)
                || is_pronoun(token)
                || token.kind == Kind::Number
                || token.is_capitalised()
                || token.is_quotation_mark()
                || one_of(
                    token,
                    &[
                        "up",
                        "about",
                        "around",
                        "nearly",
                        "at",
                        "more",
                        "to",
                        "they",
                        "some",
                        "almost",
                        "between",
                        "tens",
                        "hundreds",
                        "thousands",
                    ],
                )
        });
        has_subject && has_object
    }
}
