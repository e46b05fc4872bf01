//! A line of a cue list.

use crate::model::attribution::{Certainty, Stance};
use crate::text::modality::Modality;
use crate::text::negation::NegationKind;

/// Whether a hedge says how sure it is that so, or that not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::text) enum Side {
    For,
    Against,
}

/// What a cue touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::text) enum Reach {
    /// The clause that it stands in, or the one that it introduces.
    Clause,
    /// From behind it to the end of its clause.
    Onward,
    /// To the end of the noun behind it.
    Figure,
}

/// How an attribution is built around its cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::text) enum Form {
    Says,
    SaysThat,
    NounOrSays,
    Weak,
    Told,
    Nobody,
    Cites,
    Source,
    Agent,
}

/// What the words of a line mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::text) enum Meaning {
    Hedge {
        certainty: Certainty,
        side: Side,
        reach: Reach,
    },
    Negation {
        kind: NegationKind,
        reach: Reach,
    },
    Modality {
        modality: Modality,
        reach: Reach,
    },
    /// `stance` is `None` for a refusal to say.
    Report {
        form: Form,
        stance: Option<Stance>,
        certainty: Certainty,
    },
    /// Nothing: the words only look like a cue.
    Skip,
}

impl Meaning {
    /// Which of the lists it is from.
    pub(super) fn list(&self) -> u8 {
        match self {
            Meaning::Hedge { .. } => 0,
            Meaning::Negation { .. } => 1,
            Meaning::Modality { .. } => 2,
            Meaning::Report { .. } => 3,
            Meaning::Skip => 4,
        }
    }
}

/// A line that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::text) struct Row {
    pub(in crate::text) words: &'static str,
    pub(in crate::text) meaning: Meaning,
    pub(in crate::text) example: &'static str,
    pub(in crate::text) from: &'static str,
}

/// The lines of a list, in its order, but for comments; a line that cannot be read is given back as it is.
pub(in crate::text) fn rows(list: &str, text: &'static str) -> Vec<Result<Row, &'static str>> {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines.map(|line| row(list, line).ok_or(line)).collect()
}

fn row(list: &str, line: &'static str) -> Option<Row> {
    let cells: Vec<&'static str> = line.split('\t').collect();
    let (words, meaning, example, from) = match (list, cells.as_slice()) {
        (_, [words, .., example, from]) if cells.contains(&"skip") => (words, Meaning::Skip, example, from),
        ("hedges", [words, certainty, side, reach, example, from]) => {
            let side = match *side {
                "for" => Side::For,
                "against" => Side::Against,
                _ => return None,
            };
            (words, Meaning::Hedge { certainty: certainty.parse().ok()?, side, reach: reached(reach)? }, example, from)
        }
        ("negations", [words, kind, reach, example, from]) => {
            (words, Meaning::Negation { kind: kind.parse().ok()?, reach: reached(reach)? }, example, from)
        }
        ("modality", [words, modality, reach, example, from]) => {
            (words, Meaning::Modality { modality: modality.parse().ok()?, reach: reached(reach)? }, example, from)
        }
        ("reporting", [words, form, stance, certainty, example, from]) => {
            let stance = match *stance {
                "nothing" => None,
                stance => Some(stance.parse().ok()?),
            };
            let meaning = Meaning::Report { form: formed(form)?, stance, certainty: certainty.parse().ok()? };
            (words, meaning, example, from)
        }
        _ => return None,
    };
    Some(Row { words, meaning, example, from })
}

fn reached(reach: &str) -> Option<Reach> {
    Some(match reach {
        "clause" => Reach::Clause,
        "onward" => Reach::Onward,
        "figure" => Reach::Figure,
        _ => return None,
    })
}

fn formed(form: &str) -> Option<Form> {
    Some(match form {
        "says" => Form::Says,
        "says-that" => Form::SaysThat,
        "noun-or-says" => Form::NounOrSays,
        "weak" => Form::Weak,
        "told" => Form::Told,
        "nobody" => Form::Nobody,
        "cites" => Form::Cites,
        "source" => Form::Source,
        "agent" => Form::Agent,
        _ => return None,
    })
}
