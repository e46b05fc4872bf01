//! Facts: the part of a sentence that states something in the newsroom's own voice.

use super::Stated;
use crate::advise::{Statement, Topic};
use crate::model::attribute::OverTime;
use crate::model::claim::Claim;
use crate::model::dossier::Dossier;
use crate::model::phrase::{Piece, pieces};
use crate::model::quantity::Quantity;
use crate::model::value::Value;
use crate::render::clean::{NAME, STATEMENT, line};
use crate::render::list::count;
use crate::render::value::{by, count_of, date_of, value};

/// Words that state something, without a final stop, and the same as data.
pub(super) struct Fact {
    pub(super) words: String,
    pub(super) stated: Stated,
}

/// The statement of a claim on one line, without a final stop.
pub(super) fn statement(claim: &Claim) -> String {
    let words = line(&claim.statement, STATEMENT);
    let words = words.trim_end_matches(['.', ' ']);
    if words.is_empty() { "A claim without words holds".to_owned() } else { words.to_owned() }
}

impl Fact {
    /// A claim in its own words.
    pub(super) fn of_claim(claim: &Claim) -> Self {
        let stated = Stated {
            claim: Some(claim.id.clone()),
            subject: claim.subject.clone(),
            attribute: claim.attribute.clone(),
            value: claim.value.clone(),
            unit: claim.unit.clone(),
            when: claim.when.clone(),
        };
        Self { words: statement(claim), stated }
    }

    /// One of the strongest statements of a topic: in the words of the claim that says it, by the phrase of the attribute, or, where there is none, as a plain note.
    pub(super) fn of(topic: &Topic<'_>, strongest: &Statement, dossier: &Dossier) -> Self {
        if let Some(claim) = strongest.claim.as_ref().and_then(|id| dossier.claim(id)) {
            return Self::of_claim(claim);
        }
        let stated = Stated {
            claim: None,
            subject: topic.subject().to_owned(),
            attribute: topic.attribute().id.clone(),
            value: strongest.value.clone(),
            unit: strongest.unit.clone(),
            when: strongest.when.clone(),
        };
        let words = phrased(topic, strongest).unwrap_or_else(|| noted(topic, strongest));
        Self { words, stated }
    }
}

/// `by 28 October 2024`; nothing where time plays no part.
fn time(topic: &Topic<'_>, strongest: &Statement) -> Option<String> {
    let attribute = topic.attribute();
    let time = strongest.when.as_ref().filter(|_| attribute.over_time != OverTime::Fixed)?;
    let is_floor = match &strongest.value {
        Value::Quantity(quantity) => matches!(quantity, Quantity::AtLeast(_) | Quantity::MoreThan(_)),
        value => *value == Value::Truth(true),
    };
    Some(if attribute.over_time == OverTime::Cumulative { by(time, is_floor) } else { date_of(time) })
}

/// By the phrase of the attribute. `{number}` leaves the unit to the phrase, so it serves the attribute's own unit alone.
fn phrased(topic: &Topic<'_>, strongest: &Statement) -> Option<String> {
    let attribute = topic.attribute();
    let phrase = attribute.phrase.as_ref()?.of(topic.subject())?;
    let pieces = pieces(phrase).ok()?;
    let unit = strongest.unit.as_deref().or(attribute.unit.as_deref());
    let mut words = String::new();
    for piece in &pieces {
        match piece {
            Piece::Words(text) => words.push_str(text),
            Piece::Value => words.push_str(&value(&strongest.value, unit, strongest.is_rough)),
            Piece::Number => match &strongest.value {
                Value::Quantity(quantity) if unit == attribute.unit.as_deref() => {
                    words.push_str(&count_of(quantity, strongest.is_rough));
                }
                _ => return None,
            },
            Piece::Subject => words.push_str(topic.subject()),
            Piece::When => words.push_str(&time(topic, strongest).unwrap_or_default()),
        }
    }
    if !pieces.contains(&Piece::When)
        && let Some(time) = time(topic, strongest)
    {
        words.push_str(", ");
        words.push_str(&time);
    }
    let words = line(&words, STATEMENT);
    Some(words.trim_end_matches(['.', ' ', ',']).to_owned())
}

/// Where nobody wrote down how to say it: `dprk troops, sent total: at least 10,000 people by 28 October 2024`.
fn noted(topic: &Topic<'_>, strongest: &Statement) -> String {
    let name = |text: &str| line(&text.replace(['-', '_'], " "), NAME);
    let attribute = topic.attribute();
    let unit = strongest.unit.as_deref().or(attribute.unit.as_deref());
    let value = value(&strongest.value, unit, strongest.is_rough);
    let time = time(topic, strongest).map_or_else(String::new, |time| format!(" {time}"));
    format!("{}, {}: {value}{time}", name(topic.subject()), name(attribute.id.as_str()))
}

/// `, according to three independent sources`.
pub(super) fn by_number(credible: u32) -> String {
    match credible {
        0 | 1 => String::new(),
        n => format!(", according to {}", count(n as usize, "independent source", "independent sources")),
    }
}
