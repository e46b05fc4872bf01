//! Bounds and approximations before and behind a number, and what a negation does to them.

use std::sync::LazyLock;

use super::{
    line::Line,
    phrases::{Phrases, rows},
};

/// What the words around a number make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    Exactly,
    About,
    Nearly,
    AtLeast,
    AtMost,
    MoreThan,
    FewerThan,
}

impl Bound {
    fn named(name: &str) -> Option<Bound> {
        Some(match name {
            "exactly" => Bound::Exactly,
            "about" => Bound::About,
            "nearly" => Bound::Nearly,
            "at-least" => Bound::AtLeast,
            "at-most" => Bound::AtMost,
            "more-than" => Bound::MoreThan,
            "fewer-than" => Bound::FewerThan,
            _ => return None,
        })
    }

    fn is_floor(self) -> bool {
        matches!(self, Bound::AtLeast | Bound::MoreThan)
    }

    fn is_ceiling(self) -> bool {
        matches!(self, Bound::AtMost | Bound::FewerThan | Bound::Nearly)
    }

    /// Both at once: a bound outweighs an approximation; a floor and a ceiling leave only that it is about there.
    pub(super) fn and(self, other: Bound) -> Bound {
        match (self, other) {
            (same, Bound::Exactly) | (Bound::Exactly, same) => same,
            (one, Bound::About) | (Bound::About, one) => one,
            (one, two) if one.is_floor() && two.is_ceiling() || one.is_ceiling() && two.is_floor() => Bound::About,
            // Of two floors, or two ceilings, the weaker.
            (Bound::AtLeast, _) | (_, Bound::AtLeast) => Bound::AtLeast,
            (Bound::AtMost, _) | (_, Bound::AtMost) => Bound::AtMost,
            (Bound::FewerThan, _) | (_, Bound::FewerThan) => Bound::FewerThan,
            (one, _) => one,
        }
    }

    /// What is left when somebody says that it is *not* so; `None` where that is no bound.
    fn negated(self) -> Option<Bound> {
        Some(match self {
            Bound::MoreThan => Bound::AtMost,
            Bound::FewerThan => Bound::AtLeast,
            Bound::AtLeast | Bound::Nearly => Bound::FewerThan,
            Bound::Exactly | Bound::About | Bound::AtMost => return None,
        })
    }
}

static BEFORE: LazyLock<Phrases<Bound>> = LazyLock::new(|| side("before"));
static AFTER: LazyLock<Phrases<Bound>> = LazyLock::new(|| side("after"));

fn side(side: &'static str) -> Phrases<Bound> {
    let entries = rows(include_str!("cues/bounds.tsv")).filter(move |[_, _, where_, _]| *where_ == side);
    Phrases::new(entries.filter_map(|[phrase, bound, ..]| Some((phrase, Bound::named(bound)?))))
}

/// What stands before a number.
pub(super) struct Before {
    pub(super) bound: Bound,
    /// The first token of the phrase; the number begins at `end`.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether the words can also be a place or a span of time: `over`, `under`, `above`, `below`.
    pub(super) is_preposition: bool,
    /// Whether a negation stands before a bound inside the phrase: `not quite fewer than`.
    pub(super) is_unclear: bool,
}

/// Most phrases in front of one number: `at least some 300`.
const STACKED: usize = 3;

/// The bound that begins at this token.
pub(super) fn before(line: &Line<'_, '_>, at: usize) -> Option<Before> {
    let (mut bound, mut end) = phrase(line, at)?;
    let is_preposition = end == at + 1 && matches!(line.lower(at), "over" | "under" | "above" | "below");
    let mut is_unclear = false;
    for _ in 1..STACKED {
        let Some((next, behind)) = phrase(line, end) else { break };
        let is_bound = !matches!(next, Bound::Exactly | Bound::About);
        is_unclear |= is_bound && (is_negative(line.lower(at)) || is_negative(line.lower(end)));
        (bound, end) = (bound.and(next), behind);
    }
    if matches!(line.lower(end), "the" | "these" | "those" | "its" | "their" | "his" | "her") {
        end += 1;
    }
    Some(Before { bound, start: at, end, is_preposition, is_unclear })
}

fn phrase(line: &Line<'_, '_>, at: usize) -> Option<(Bound, usize)> {
    let (bound, mut end) = BEFORE.at(line, at)?;
    // `approx. 300`
    end += usize::from(matches!(line.lower(at), "approx" | "ca" | "c") && line.lower(end) == "." && line.is_glued(end));
    let is_other = match line.lower(at) {
        // `talks about two villages`, `added up to 300`, `went up to 300`
        "about" => matches!(
            line.lower_before(at, 1),
            "asking"
                | "asks"
                | "hear"
                | "heard"
                | "lied"
                | "argue"
                | "joked"
                | "worry"
                | "talk"
                | "talks"
                | "talked"
                | "talking"
                | "know"
                | "knew"
                | "asked"
                | "ask"
                | "told"
                | "concern"
                | "concerns"
                | "concerned"
                | "questions"
                | "question"
                | "information"
                | "report"
                | "reports"
                | "speak"
                | "spoke"
                | "worried"
                | "said"
                | "details"
                | "doubts"
                | "story"
                | "think"
                | "thought"
        ),
        "up" => matches!(
            line.lower_before(at, 1),
            "add"
                | "adds"
                | "added"
                | "adding"
                | "own"
                | "owned"
                | "owning"
                | "live"
                | "lived"
                | "amounts"
                | "went"
                | "go"
                | "goes"
                | "gone"
                | "moved"
                | "moves"
        ),
        "some" => line.lower(end) == "of",
        "minimum" | "maximum" | "c" | "ca" | "under" if end == at + 1 => {
            matches!(line.lower(at), "c" | "ca") && !line.is_number(end) && line.lower(at + 1) != "."
        }
        _ => false,
    };
    (!is_other).then_some((bound, end))
}

/// The bound behind a number or its unit, and the token behind it.
pub(super) fn after(line: &Line<'_, '_>, at: usize) -> Option<(Bound, usize)> {
    let hyphen = usize::from(line.is_dash(at) && line.is_glued(at) && line.is_glued(at + 1));
    let comma = usize::from(line.lower(at) == "," && matches!(line.lower(at + 1), "at" | "give" | "or" | "more"));
    let from = at + hyphen.max(comma);
    let found = AFTER.at(line, from).or_else(|| AFTER.at(line, at))?;
    match line.lower(from) {
        "plus" | "odd" => (hyphen > 0).then_some(found),
        "+" => line.is_glued(at).then_some(found),
        // `300 at least 20 of whom`: this one belongs to the next number.
        "at" | "approximately" | "minimum" | "maximum" => {
            let is_next = line.is_number(found.1) || line.word(found.1).is_some();
            (!is_next).then_some(found)
        }
        "and" => {
            // `500 and more`, but `500 and more tanks`.
            let is_more = line.lower(from + 1) == "more";
            if line.lower(found.1) == "than" {
                return None;
            }
            (!is_more || line.ends_at(found.1) || super::unit::is_stop(line.lower(found.1))).then_some(found)
        }
        // `300 or more than 400`
        "or" => (line.lower(found.1) != "than").then_some(found),
        _ => Some(found),
    }
}

/// What a negation in front does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Negation {
    /// There is none, or it is about something else.
    None,
    /// It turns the bound into this one.
    To(Bound),
    /// It may turn the bound: nothing can be said.
    Unclear,
}

/// Looks back from the phrase at `start` for a negation in the same clause.
pub(super) fn negation(line: &Line<'_, '_>, start: usize, bound: Bound) -> Negation {
    const REACH: usize = 8;
    let mut only_helpers = true;
    for places in 1..=REACH.min(start) {
        let at = start - places;
        let word = line.lower(at);
        let is_to = line.lower(at + 1) == "to";
        if is_not(word) || is_to && matches!(word, "yet" | "fail" | "fails" | "failed" | "failing") {
            if matches!(line.lower(at + 1), "only" | "just" | "merely" | "simply") {
                return Negation::None;
            }
            let is_plain = only_helpers && !is_negative(line.lower(start));
            return match (bound, is_plain) {
                (Bound::Exactly, _) if !is_plain => Negation::None,
                (_, true) => bound.negated().map_or(Negation::Unclear, Negation::To),
                _ => Negation::Unclear,
            };
        }
        if is_negative(word) || word == "from" && line.lower_before(at, 1) == "far" {
            return if bound == Bound::Exactly { Negation::None } else { Negation::Unclear };
        }
        if is_boundary(line, at) {
            return Negation::None;
        }
        only_helpers &= matches!(
            word,
            "be" | "been"
                | "being"
                | "have"
                | "has"
                | "had"
                | "was"
                | "were"
                | "is"
                | "are"
                | "any"
                | "ever"
                | "to"
                | "cost"
                | "contain"
                | "number"
                | "total"
        );
    }
    Negation::None
}

fn is_not(word: &str) -> bool {
    word.ends_with("n't") || matches!(word, "not" | "never" | "cannot")
}

/// Words that deny in ways of their own.
fn is_negative(word: &str) -> bool {
    is_not(word)
        || matches!(
            word,
            "no" | "hardly"
                | "scarcely"
                | "barely"
                | "nobody"
                | "none"
                | "neither"
                | "nor"
                | "without"
                | "nothing"
                | "nowhere"
                | "rarely"
                | "seldom"
                | "unlikely"
                | "unable"
                | "refused"
                | "refuses"
                | "refuse"
                | "avoid"
                | "avoided"
                | "avoids"
        )
}

/// Where a clause begins, so that a negation before it does not reach behind it.
fn is_boundary(line: &Line<'_, '_>, at: usize) -> bool {
    let token = line.token(at);
    token.is_some_and(|token| {
        matches!(token.text, "," | ";" | ":" | "(" | ")")
            || token.is_quotation_mark()
            || token.is_dash() && token.spaced
    }) || matches!(
        line.lower(at),
        "that"
            | "whether"
            | "if"
            | "because"
            | "which"
            | "who"
            | "whom"
            | "whose"
            | "where"
            | "when"
            | "while"
            | "although"
            | "though"
            | "but"
            | "how"
            | "why"
            | "after"
            | "before"
            | "until"
            | "since"
            | "despite"
            | "and"
    )
}
