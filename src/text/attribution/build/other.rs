//! Attributions without a verb of speech of their own: sources, agents, citations, nobody.

use super::{Built, Citation, Told, Words};
use crate::text::attribution::phrase::{self, Somebody};
use crate::text::clause::trimmed;
use crate::text::token::Token;

impl Words<'_, '_, '_> {
    pub(super) fn nobody(&self) -> Option<Built> {
        let line = self.line;
        let behind = self.behind_circumstances(self.cue.end);
        if line.token(behind).is_some_and(|token| token.is("that"))
            || line.token(self.cue.start)?.is("it") && line.token(behind).is_some_and(Token::is_word)
        {
            let at = behind + usize::from(line.token(behind).is_some_and(|token| token.is("that")));
            let Built { content, opens, .. } = self.from(Somebody { name: self.cue.clone(), about: None }, at, None);
            return Some(Built { somebody: None, content, opens, told: None, inserted: false });
        }
        // `..., it was reported.`
        let before = self.before(self.cue.start)?;
        let content = trimmed(line.tokens, before);
        Some(Built {
            somebody: None,
            content: (!content.is_empty()).then_some(content),
            opens: None,
            told: None,
            inserted: false,
        })
    }

    /// `according to Kyiv`, before, behind or in the middle of what is said.
    pub(super) fn source(&self) -> Option<Built> {
        let line = self.line;
        let (somebody, next) = phrase::after(line, self.cue.end)?;
        let opens_clause = trimmed(line.tokens, self.clauses.start(self.cue.start)..self.cue.start).is_empty();
        let start = self.clauses.start(self.cue.start);
        if opens_clause {
            // `According to the ministry, the ship left`: that is no apposition.
            let is_closed = somebody.about.is_some()
                && line.is_text(next, ",")
                && !line.token(somebody.name.end + 1).is_some_and(|token| token.is("the") || token.is("its"));
            let (somebody, next) = if is_closed {
                (somebody, next)
            } else {
                (Somebody { about: None, ..somebody.clone() }, somebody.name.end)
            };
            let comma =
                (next..(next + 24).min(line.tokens.len())).find(|at| line.is_text(*at, ",") || line.is_stop(*at))?;
            let from = if line.is_text(next, ",") {
                next + 1
            } else if line.is_text(comma, ",") {
                comma + 1
            } else {
                next
            };
            return Some(self.from(somebody, from, None));
        }
        let said = self.sentence_start(start, self.cue.start)..self.cue.start;
        let end = self.behind_circumstances(next);
        let quotation = line.quotation_before(self.cue.start).cloned();
        Some(self.around(somebody, quotation.unwrap_or(said), end, None))
    }

    /// `was confirmed by the Kremlin`
    pub(super) fn agent(&self) -> Option<Built> {
        let line = self.line;
        let (somebody, next) = phrase::after(line, self.cue.end)?;
        let start = self.clauses.start(self.cue.start);
        let subject = trimmed(line.tokens, start..self.cue.start);
        let behind = line.token(next).is_some_and(|token| token.is("to") || token.is("at") || token.is("that"));
        let content = if subject.is_empty() || behind && subject.len() == 1 {
            trimmed(line.tokens, next..self.clauses.end(next))
        } else {
            subject
        };
        Some(Built {
            somebody: Some(somebody),
            content: (!content.is_empty()).then_some(content),
            opens: None,
            told: None,
            inserted: false,
        })
    }

    /// Who cites whom; and, with `as saying`, what.
    pub(super) fn cites(&self, earlier: Option<&Told>, citations: &mut Vec<Citation>) -> Option<Built> {
        let line = self.line;
        let verb = self.verb_start();
        let (cited, next) = phrase::after(line, self.cue.end)?;
        let follows_comma = line.before(verb).is_some_and(|token| token.is(","));
        let is_ing = line.token(self.cue.start)?.lower.ends_with("ing");
        let by =
            if is_ing && follows_comma { self.one_who_cites(verb - 1, earlier) } else { phrase::before(line, verb) };
        if let Some(by) = &by {
            citations.push(Citation { by: by.clone(), cited: cited.clone(), cue: self.cue.clone() });
        }
        let is_saying = line.token(next).is_some_and(|token| token.is("as"))
            && line.token(next + 1).is_some_and(|token| matches!(&*token.lower, "saying" | "telling" | "reporting"));
        if is_saying {
            let at = next + 2;
            let at = at + usize::from(line.token(at).is_some_and(|token| token.is("that")));
            let Built { content, opens, .. } = self.from(cited.clone(), at, None);
            return Some(Built { somebody: Some(cited), content, opens, told: None, inserted: false });
        }
        // `3,000 men had died, citing the ministry`: nobody else speaks.
        if is_ing && by.is_none() && follows_comma {
            let before = self.before(verb)?;
            let content = trimmed(line.tokens, before);
            return Some(Built {
                somebody: Some(cited),
                content: (!content.is_empty()).then_some(content),
                opens: None,
                told: None,
                inserted: false,
            });
        }
        None
    }

    /// The one who cites in `Yonhap, citing the agency, said` and `Yonhap reported, citing the agency`.
    pub(super) fn one_who_cites(&self, comma: usize, earlier: Option<&Told>) -> Option<Somebody> {
        let link = earlier.and_then(|told| told.chain.last()).filter(|link| comma.saturating_sub(link.cue.end) < 60);
        if let Some(link) = link {
            return Some(Somebody { name: link.name.clone()?, about: link.about.clone() });
        }
        // A speaker whose verb comes later stands before the comma, and begins its clause.
        let name = phrase::before(self.line, comma)?;
        let is_short = name.name.len() <= 8
            && trimmed(self.line.tokens, self.clauses.start(comma)..comma).start == name.name.start;
        is_short.then_some(name)
    }
}
