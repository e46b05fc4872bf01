//! Comparison: what a word on one claim means for another.

use serde::Serialize;

use super::measure::Measures;
use super::time::{Lies, Time, lies};
use crate::model::attribute::Attribute;
use crate::model::attribution::Stance;
use crate::model::region::Region;

/// What a word means for a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bearing {
    Supports,
    Opposes,
    /// Neither.
    Silent,
    /// They cannot be compared, along this axis.
    NotComparable(Axis),
}

/// Along what two claims cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Axis {
    /// Their units measure different things.
    Unit,
    /// One says when, the other does not, or their times are too far apart.
    Time,
}

impl Axis {
    /// The name of the axis.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Time => "time",
        }
    }
}

/// The sets that a word asserts of its topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asserted {
    pub(crate) core: Region,
    pub(crate) wide: Region,
    /// A denial asserts the complement of what it denies, and opposes what lies inside.
    pub(crate) is_denial: bool,
}

impl Asserted {
    /// What a word on a claim asserts; nothing, where it only doubts.
    pub(crate) fn by(measures: &Measures, claim: u32, stance: Stance) -> Option<Self> {
        let extent = &measures.claims[claim as usize].extent;
        match stance {
            Stance::Affirms => Some(Self { core: extent.core.clone(), wide: extent.wide.clone(), is_denial: false }),
            Stance::Denies => Some(Self::denial(&extent.wide)),
            Stance::Doubts | Stance::Silent => None,
        }
    }

    /// The denial of what lies in a set.
    pub(crate) fn denial(denied: &Region) -> Self {
        let rest = denied.complement();
        Self { core: rest.clone(), wide: rest, is_denial: true }
    }

    /// As a bound from below: what it says of a later time of a count that can only grow, or of something at least as large.
    pub(crate) fn up(&self) -> Self {
        Self { core: self.core.up(), wide: self.wide.up(), is_denial: self.is_denial }
    }

    /// As a bound from above.
    pub(crate) fn down(&self) -> Self {
        Self { core: self.core.down(), wide: self.wide.down(), is_denial: self.is_denial }
    }

    /// Whether nothing is left of it.
    pub(crate) fn says_nothing(&self) -> bool {
        self.core.is_full()
    }

    /// What it means for a claim at the same time, in a comparable unit.
    pub(crate) fn bearing(&self, measures: &Measures, claim: u32, many: bool) -> Bearing {
        let target = &measures.claims[claim as usize].extent;
        let (opposes, supports) = if self.is_denial {
            (self.core.is_disjoint(&target.core), !many && self.core.is_subset(&target.wide))
        } else {
            (!many && self.wide.is_disjoint(&target.wide), self.core.is_subset(&target.wide))
        };
        if opposes {
            Bearing::Opposes
        } else if supports {
            Bearing::Supports
        } else {
            Bearing::Silent
        }
    }
}

/// What a word on `spoken` means for `claim`, both of one topic.
pub(crate) fn directly(measures: &Measures, attribute: &Attribute, spoken: u32, stance: Stance, claim: u32) -> Bearing {
    let [said, target] = [spoken, claim].map(|claim| &measures.claims[claim as usize]);
    if !matches!(stance, Stance::Affirms | Stance::Denies) {
        return Bearing::Silent;
    }
    if !measures.units.is_comparable(said.unit, target.unit) {
        return Bearing::NotComparable(Axis::Unit);
    }
    let lies = lies(attribute, said.time, target.time);
    if lies == Lies::Same && stance == Stance::Affirms {
        // The common case, without a copy of any set.
        return if !attribute.many && said.extent.wide.is_disjoint(&target.extent.wide) {
            Bearing::Opposes
        } else if said.extent.core.is_subset(&target.extent.wide) {
            Bearing::Supports
        } else {
            Bearing::Silent
        };
    }
    let Some(asserted) = Asserted::by(measures, spoken, stance) else {
        return Bearing::Silent;
    };
    let moved = match lies {
        Lies::Same => asserted,
        Lies::Earlier => asserted.up(),
        Lies::Later => asserted.down(),
        Lies::Apart => return Bearing::NotComparable(Axis::Time),
    };
    if moved.says_nothing() { Bearing::Silent } else { moved.bearing(measures, claim, attribute.many) }
}

/// When a reading holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Span {
    /// At the time that the claim is about.
    At(Option<Time>),
    /// From the end of that time on.
    From(Time),
    /// Until the start of that time.
    Until(Time),
    /// Always: it has passed a fixed attribute.
    Always,
}

impl Span {
    /// Whether a reading that holds so speaks of a claim's time.
    pub(crate) fn meets(self, attribute: &Attribute, time: Option<Time>) -> bool {
        match (self, time) {
            (Self::Always, _) => true,
            (Self::At(at), _) => lies(attribute, at, time) == Lies::Same,
            (Self::From(from), Some(time)) => time.start > from.end,
            (Self::Until(until), Some(time)) => time.end < until.start,
            (Self::From(_) | Self::Until(_), None) => false,
        }
    }
}
