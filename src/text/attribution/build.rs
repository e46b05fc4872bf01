//! From cues to attributions: where the speaker stands, and where what is said.

use std::ops::Range;

use super::phrase::{self, Somebody};
use super::{Known, speaker};
use crate::model::attribution::{Certainty, Stance};
use crate::text::clause::{Clauses, trimmed};
use crate::text::cue::{Form, Found, Meaning};
use crate::text::token::{Kind, Token};
use crate::text::word::{
    is_adverb, is_auxiliary, is_be, is_clause_word, is_determiner, is_hearsay, is_preposition, is_pronoun, is_time_word,
};

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
                || matches!(
                    &*token.lower,
                    "news" | "media" | "local" | "social" | "some" | "foreign" | "press" | "unconfirmed" | "early"
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
        let (Some(content), Some(next), Some(core), Some(verb)) = (&mut one.content, next, core, verb) else { continue };
        let is_within = content.start < next.start && next.start < content.end;
        let outer =
            said.as_ref().filter(|said| said.end <= next.start && said.start <= core.start && content.start < said.end);
        // One who goes on speaking stands far before: then it is the verb that counts.
        let begin = if next.start < content.start { verb.start } else { next.start };
        let is_within = is_within || content.start < begin && begin < content.end;
        let begins_clause = line.before(begin).is_some_and(|token| {
            matches!(&*token.lower, "and" | "but" | "while" | "although" | "though" | "whereas" | ";" | "yet")
        });
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

impl<'a, 't> Words<'_, 'a, 't> {
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

    fn says(&self, earlier: Option<&Told>) -> Option<Built> {
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
            matches!(
                &*token.lower,
                "the"
                    | "a"
                    | "an"
                    | "its"
                    | "his"
                    | "her"
                    | "their"
                    | "our"
                    | "my"
                    | "your"
                    | "no"
                    | "every"
                    | "each"
                    | "'s"
                    | "’s"
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
    fn is_postposed(&self, verb: usize) -> bool {
        let line = self.line;
        let is_end = line.token(self.cue.end).is_none() || line.is_final_stop(self.cue.end);
        let subject = if is_end { phrase::before(line, verb) } else { None };
        subject.is_some_and(|subject| line.before(subject.name.start).is_some_and(|token| token.is(",")))
    }

    /// What stands behind the verb, or before the speaker.
    fn with_content(&self, somebody: Somebody) -> Option<Built> {
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
        if line.token(behind).is_some_and(|token| token.is("that")) && !line.is_text(behind + 1, ",") && !is_end(behind + 1) {
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
        if let Some(before) = before.filter(|_| is_quoted && self.is(behind, |token| is_preposition(token) || is_clause_word(token))) {
            return Some(self.around(somebody, before, behind, told));
        }
        // Circumstances that end in something else were no circumstances: `warned of floods`.
        let from =
            if behind > at && self.is(behind, |token| is_preposition(token) && !token.is("up")) { at } else { behind };
        Some(self.from(somebody, from, told))
    }

    /// The content from here on, as far as it goes.
    fn from(&self, somebody: Somebody, at: usize, told: Option<Range<usize>>) -> Built {
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
    fn before(&self, speaker: usize) -> Option<Range<usize>> {
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
                || matches!(&*lead.lower, "about" | "over" | "under" | "between" | "near" | "of");
        let is_lead = is_preposition(lead) && !is_bound && said.len() <= 5
            || said.len() < 2
            || line.tokens.get(said.clone())?.iter().all(is_time_word);
        (!is_lead).then_some(self.sentence_start(start, end)..end)
    }

    /// Clauses that are not set against each other are said together.
    fn sentence_start(&self, start: usize, end: usize) -> usize {
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
    fn around(&self, somebody: Somebody, before: Range<usize>, at: usize, told: Option<Range<usize>>) -> Built {
        let line = self.line;
        let goes_on = line.is_text(at, ",")
            && line.token(at + 1).is_some_and(|next| {
                let is_other_voice = line.is_verb(at + 1)
                    || next.lower.ends_with("ing")
                    || matches!(
                        &*next.lower,
                        "but"
                            | "while"
                            | "and"
                            | "although"
                            | "though"
                            | "as"
                            | "who"
                            | "which"
                            | "a"
                            | "an"
                            | "according"
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

    /// `..., said Kim, the leader.`
    fn inverted(&self, verb: usize) -> Option<Built> {
        let line = self.line;
        if verb != self.cue.start || self.cue.len() > 1 || !matches!(self.form, Form::Says | Form::Told) {
            return None;
        }
        let (is_quoted, is_comma) =
            (line.quotation_before(verb).is_some(), line.before(verb).is_some_and(|token| token.is(",")));
        let cue = line.token(verb)?;
        if !(is_quoted || is_comma)
            || cue.lower.ends_with("ing")
            || !matches!(
                &*cue.lower,
                "said"
                    | "says"
                    | "wrote"
                    | "writes"
                    | "added"
                    | "adds"
                    | "reported"
                    | "announced"
                    | "warned"
                    | "told"
                    | "claimed"
                    | "insisted"
                    | "argued"
                    | "explained"
                    | "tweeted"
                    | "recalled"
                    | "admitted"
                    | "estimated"
                    | "concluded"
                    | "confirmed"
                    | "declared"
                    | "stressed"
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

    /// `told lawmakers`
    fn addressee(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let line = self.line;
        let (somebody, _) = phrase::after(line, at)?;
        let end = somebody.name.end;
        // `told the court` and not `told the army had left`: with a verb behind it, the phrase is what was told.
        if self.is(end, |token| is_auxiliary(token)) {
            return None;
        }
        Some((somebody.name, end))
    }

    /// Behind `on Friday`, `in a statement`, `late last week`.
    fn behind_circumstances(&self, from: usize) -> usize {
        let line = self.line;
        let mut at = from;
        for _ in 0..4 {
            let start = at;
            while at - from < 12 && self.is(at, |token| is_time_word(token) && !token.is("first")) {
                at += 1;
            }
            let opens = self.is(at, |token| {
                matches!(
                    &*token.lower,
                    "on" | "in"
                        | "at"
                        | "during"
                        | "after"
                        | "before"
                        | "through"
                        | "via"
                        | "to"
                        | "under"
                        | "late"
                        | "early"
                        | "by"
                        | "without"
                )
            });
            if opens {
                let end = self.phrase_end(at + 1);
                // It counts only if what is said follows or the sentence ends; or if it is a time.
                let is_time = self.is(at + 1, |token| is_time_word(token) || token.kind == Kind::Number);
                let is_closed = line.token(end).is_none_or(|token| {
                    token.is("that") || matches!(token.text, "," | ":" | "." | ";") || line.quotation_at(end).is_some()
                });
                if end > at + 1 && (is_closed || is_time) {
                    at = end;
                }
            }
            if at == start {
                break;
            }
        }
        at
    }

    /// The end of a short phrase without a verb.
    fn phrase_end(&self, from: usize) -> usize {
        let line = self.line;
        let is_time = self.is(from, |token| is_time_word(token) || token.kind == Kind::Number);
        let mut at = from;
        while at - from < 12 {
            let Some(token) = line.token(at) else { break };
            let is_part = if is_time {
                is_time_word(token)
                    || token.kind == Kind::Number
                        && !(at > from
                            && line.before(at).is_some_and(is_time_word)
                            && token.text.len() != 4
                            && token.text.len() > 2)
            } else {
                (token.is_word() || token.kind == Kind::Number || token.is_dash())
                    && !token.is("that")
                    && !is_auxiliary(token)
                    && !line.is_verb(at)
            };
            if !is_part {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether a word that is a noun as well is a verb here: something stands before it that can be its subject, and behind it what it can say.
    fn is_verb_here(&self, verb: usize) -> bool {
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
                || matches!(
                    &*token.lower,
                    "up" | "about"
                        | "around"
                        | "nearly"
                        | "at"
                        | "more"
                        | "to"
                        | "they"
                        | "some"
                        | "almost"
                        | "between"
                        | "tens"
                        | "hundreds"
                        | "thousands"
                )
        });
        has_subject && has_object
    }

    fn nobody(&self) -> Option<Built> {
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
    fn source(&self) -> Option<Built> {
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
    fn agent(&self) -> Option<Built> {
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
    fn cites(&self, earlier: Option<&Told>, citations: &mut Vec<Citation>) -> Option<Built> {
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
    fn one_who_cites(&self, comma: usize, earlier: Option<&Told>) -> Option<Somebody> {
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
