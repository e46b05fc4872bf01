//! Ratings: words, and a number on a scale that is worth something only where the scale is sound.

use std::cmp::Ordering;
use std::fmt;

use super::reading::{Field, Reading};
use super::repair::RepairCode;
use super::tree::Node;
use crate::model::number::Number;

/// A rating: its words, which are never overwritten, and its number.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Rating<'t> {
    /// Where it stands.
    pub at: Node<'t>,
    /// Its words, such as `Mostly false`.
    pub label: Option<Field<'t, String>>,
    /// Its number.
    pub value: Option<Field<'t, Number>>,
    /// The number that is best, that is, most true.
    pub best: Option<Field<'t, Number>>,
    /// The number that is worst.
    pub worst: Option<Field<'t, Number>>,
    /// Why it was given.
    pub explanation: Option<Field<'t, String>>,
    /// How true the number says that the claim is; `None` where the scale is not sound, or the words say otherwise.
    pub truth: Option<Share>,
}

/// A part of a whole: so many steps from worst, of so many to best.
///
/// ```
/// use corroborate::Number;
/// use corroborate::import::Share;
/// let share = Share::new(Number::from(1), Number::from(2), Number::from(5)).unwrap();
/// assert_eq!((share.to_string(), share.per_cent()), ("1 of 4".to_owned(), 25));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    reached: Number,
    of: Number,
}

impl Share {
    /// Where a value lies on the scale from `worst` to `best`; `None` unless the worst is below the best and the value between them.
    #[must_use]
    pub fn new(worst: Number, value: Number, best: Number) -> Option<Self> {
        let is_sound = worst < best && (worst..=best).contains(&value);
        let (reached, of) = (value.checked_add(-worst)?, best.checked_add(-worst)?);
        is_sound.then_some(Self { reached, of })
    }

    /// From 0, worst, to 100, best; halves rounded up.
    #[must_use]
    pub fn per_cent(self) -> u32 {
        let ((reached, reached_decimals), (of, of_decimals)) = (self.reached.parts(), self.of.parts());
        let decimals = reached_decimals.max(of_decimals);
        let aligned = |units: i128, from: u32| units.checked_mul(10_i128.checked_pow(decimals - from)?);
        let per_cent = || {
            let (reached, of) = (aligned(reached, reached_decimals)?, aligned(of, of_decimals)?);
            u32::try_from(reached.checked_mul(200)?.checked_add(of)?.checked_div(of.checked_mul(2)?)?).ok()
        };
        // Numbers too long for this arithmetic lie nearer an end than a per cent, or are told apart by nobody.
        per_cent().unwrap_or(if self.reached == self.of { 100 } else { 0 })
    }

    /// Whether it is the worst.
    #[must_use]
    pub fn is_worst(self) -> bool {
        self.reached.is_zero()
    }

    /// Whether it is the best.
    #[must_use]
    pub fn is_best(self) -> bool {
        self.reached == self.of
    }

    /// On which side of the middle it lies.
    fn side(self) -> Ordering {
        self.reached.checked_add(self.reached).map_or(Ordering::Equal, |twice| twice.cmp(&self.of))
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}", self.reached, self.of)
    }
}

impl<'t> Rating<'t> {
    /// Words alone.
    #[cfg(feature = "factcheck")]
    pub(crate) const fn of_label(at: Node<'t>, label: Field<'t, String>) -> Self {
        Self { at, label: Some(label), value: None, best: None, worst: None, explanation: None, truth: None }
    }

    /// On which side of the middle the number lies, which can be told of an end although the other end is not stated.
    pub(crate) fn side(&self) -> Option<Ordering> {
        let value = self.value.as_ref().map(|value| value.value)?;
        let is = |end: &Option<Field<'_, Number>>| end.as_ref().is_some_and(|end| end.value == value);
        match (self.truth, &self.best, &self.worst) {
            (Some(share), ..) => Some(share.side()),
            (None, best, None) if is(best) => Some(Ordering::Greater),
            (None, None, worst) if is(worst) => Some(Ordering::Less),
            _ => None,
        }
    }
}

impl<'t> Reading<'t> {
    /// A rating as schema.org has it.
    pub(crate) fn rating(&mut self, node: Node<'t>) -> Option<Rating<'t>> {
        let node = self.one(node)?;
        let node = self.resolved(node);
        const NAMES: [&str; 7] =
            ["@type", "alternateName", "ratingValue", "bestRating", "worstRating", "ratingExplanation", "name"];
        let [kind, label, value, best, worst, explanation, name] = self.members(node, NAMES);
        if let Some(kind) = kind {
            self.spelled(kind, "Rating");
        }
        // What Google calls `alternateName` some publishers call by its common name.
        let label = label.and_then(|label| self.text(label)).or_else(|| name.and_then(|name| self.text(name)));
        let mut rating = Rating {
            at: node,
            label,
            value: value.and_then(|value| self.number(value)),
            best: best.and_then(|best| self.number(best)),
            worst: worst.and_then(|worst| self.number(worst)),
            explanation: explanation.and_then(|explanation| self.text(explanation)),
            truth: None,
        };
        rating.truth = self.truth(&rating);
        Some(rating)
    }

    /// How true the number says that the claim is, where its scale is sound.
    fn truth(&mut self, rating: &Rating<'t>) -> Option<Share> {
        let (best, worst) = (rating.best.as_ref(), rating.worst.as_ref());
        if let (Some(best), Some(worst)) = (best, worst) {
            match worst.value.cmp(&best.value) {
                Ordering::Less => {}
                Ordering::Equal => self.note(RepairCode::ScaleDegenerate, rating.at),
                Ordering::Greater => self.note(RepairCode::ScaleInverted, rating.at),
            }
        }
        let value = rating.value.as_ref()?;
        let share = best.zip(worst).and_then(|(best, worst)| Share::new(worst.value, value.value, best.value));
        if share.is_some() {
            return share;
        }
        if value.value == Number::from(-1) {
            self.note(RepairCode::RatingSentinel, value.at);
        } else if let (Some(best), Some(worst)) = (best, worst) {
            if worst.value < best.value {
                self.note(RepairCode::RatingOutsideScale, value.at);
            }
        } else {
            self.note(RepairCode::ScaleIncomplete, rating.at);
        }
        None
    }
}
