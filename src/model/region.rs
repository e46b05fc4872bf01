//! Sets of values of any kind.

use super::{edtf::Day, number::Number, ranges::Ranges, text::Texts};

/// A set of values: where the truth lies, as far as somebody says.
///
/// Values of different kinds have nothing in common: a region of one kind is no part of one of another kind and is
/// disjoint from it, the intersection is empty, and the union, which no region can hold, is the first one unchanged.
/// A checked dossier never asks.
///
/// ```
/// use corroborate::{Number, Ranges, Region};
///
/// let some = Region::Numbers(Ranges::at_least(Number::from(1)));
/// let twelve = Region::Numbers(Ranges::point(Number::from(12)));
/// assert!(twelve.is_subset(&some));
/// assert!(twelve.is_disjoint(&some.complement()));
/// assert_eq!(twelve.down(), Region::Numbers(Ranges::at_most(Number::from(12))));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Region {
    /// Of quantities, in the base unit of their dimension.
    Numbers(Ranges<Number>),
    /// Of dates.
    Days(Ranges<Day>),
    /// Of texts.
    Texts(Texts),
    /// Of truths.
    Truths(Truths),
}

impl Region {
    /// Whether no value is in the region.
    pub fn is_empty(&self) -> bool {
        match self {
            Region::Numbers(set) => set.is_empty(),
            Region::Days(set) => set.is_empty(),
            Region::Texts(set) => set.is_empty(),
            Region::Truths(set) => set.is_empty(),
        }
    }

    /// Whether every value of its kind is in the region.
    pub fn is_full(&self) -> bool {
        match self {
            Region::Numbers(set) => set.is_full(),
            Region::Days(set) => set.is_full(),
            Region::Texts(set) => set.is_full(),
            Region::Truths(set) => set.is_full(),
        }
    }

    /// Whether the regions are of the same kind of value.
    pub fn is_same_kind(&self, other: &Region) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// Whether every value of this region is in the other.
    pub fn is_subset(&self, other: &Region) -> bool {
        match (self, other) {
            (Region::Numbers(a), Region::Numbers(b)) => a.is_subset(b),
            (Region::Days(a), Region::Days(b)) => a.is_subset(b),
            (Region::Texts(a), Region::Texts(b)) => a.is_subset(b),
            (Region::Truths(a), Region::Truths(b)) => a.is_subset(*b),
            _ => false,
        }
    }

    /// Whether the regions have no value in common.
    pub fn is_disjoint(&self, other: &Region) -> bool {
        match (self, other) {
            (Region::Numbers(a), Region::Numbers(b)) => a.is_disjoint(b),
            (Region::Days(a), Region::Days(b)) => a.is_disjoint(b),
            (Region::Texts(a), Region::Texts(b)) => a.is_disjoint(b),
            (Region::Truths(a), Region::Truths(b)) => a.is_disjoint(*b),
            _ => true,
        }
    }

    /// Every value of the kind that is not in the region.
    #[must_use]
    pub fn complement(&self) -> Region {
        match self {
            Region::Numbers(set) => Region::Numbers(set.complement()),
            Region::Days(set) => Region::Days(set.complement()),
            Region::Texts(set) => Region::Texts(set.complement()),
            Region::Truths(set) => Region::Truths(set.complement()),
        }
    }

    /// The values that are in either region.
    #[must_use]
    pub fn union(&self, other: &Region) -> Region {
        match (self, other) {
            (Region::Numbers(a), Region::Numbers(b)) => Region::Numbers(a.union(b)),
            (Region::Days(a), Region::Days(b)) => Region::Days(a.union(b)),
            (Region::Texts(a), Region::Texts(b)) => Region::Texts(a.union(b)),
            (Region::Truths(a), Region::Truths(b)) => Region::Truths(a.union(*b)),
            _ => self.clone(),
        }
    }

    /// The values that are in both regions.
    #[must_use]
    pub fn intersection(&self, other: &Region) -> Region {
        match (self, other) {
            (Region::Numbers(a), Region::Numbers(b)) => Region::Numbers(a.intersection(b)),
            (Region::Days(a), Region::Days(b)) => Region::Days(a.intersection(b)),
            (Region::Texts(a), Region::Texts(b)) => Region::Texts(a.intersection(b)),
            (Region::Truths(a), Region::Truths(b)) => Region::Truths(a.intersection(*b)),
            _ => match self {
                Region::Numbers(_) => Region::Numbers(Ranges::empty()),
                Region::Days(_) => Region::Days(Ranges::empty()),
                Region::Texts(_) => Region::Texts(Texts::empty()),
                Region::Truths(_) => Region::Truths(Truths::EMPTY),
            },
        }
    }

    /// Everything that is at least some value of the region. Of texts, which have no order, that is every text; of
    /// truths, `true` is above `false`.
    #[must_use]
    pub fn up(&self) -> Region {
        match self {
            Region::Numbers(set) => Region::Numbers(set.up()),
            Region::Days(set) => Region::Days(set.up()),
            Region::Texts(set) => Region::Texts(all_or_none(set)),
            Region::Truths(set) => Region::Truths(set.up()),
        }
    }

    /// Everything that is at most some value of the region; the mirror of [`up`](Region::up).
    #[must_use]
    pub fn down(&self) -> Region {
        match self {
            Region::Numbers(set) => Region::Numbers(set.down()),
            Region::Days(set) => Region::Days(set.down()),
            Region::Texts(set) => Region::Texts(all_or_none(set)),
            Region::Truths(set) => Region::Truths(set.down()),
        }
    }
}

/// Without an order nothing bounds a text, unless there is none.
fn all_or_none(texts: &Texts) -> Texts {
    if texts.is_empty() { Texts::empty() } else { Texts::full() }
}

/// A set of truths.
///
/// ```
/// use corroborate::Truths;
///
/// assert_eq!(Truths::only(true).complement(), Truths::only(false));
/// assert_eq!(Truths::only(false).up(), Truths::FULL);
/// assert_eq!(Truths::only(true).up(), Truths::only(true));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Truths {
    no: bool,
    yes: bool,
}

impl Truths {
    /// Neither.
    pub const EMPTY: Truths = Truths { no: false, yes: false };
    /// Both.
    pub const FULL: Truths = Truths { no: true, yes: true };

    /// This one alone.
    pub fn only(truth: bool) -> Truths {
        Truths { no: !truth, yes: truth }
    }

    /// Whether this truth is in the set.
    pub fn contains(self, truth: bool) -> bool {
        if truth { self.yes } else { self.no }
    }

    /// Whether neither is in the set.
    pub fn is_empty(self) -> bool {
        self == Truths::EMPTY
    }

    /// Whether both are in the set.
    pub fn is_full(self) -> bool {
        self == Truths::FULL
    }

    /// Whether all of this set is in the other.
    pub fn is_subset(self, other: Truths) -> bool {
        self.union(other) == other
    }

    /// Whether the sets have nothing in common.
    pub fn is_disjoint(self, other: Truths) -> bool {
        self.intersection(other).is_empty()
    }

    /// What is not in the set.
    #[must_use]
    pub fn complement(self) -> Truths {
        Truths { no: !self.no, yes: !self.yes }
    }

    /// What is in either set.
    #[must_use]
    pub fn union(self, other: Truths) -> Truths {
        Truths { no: self.no || other.no, yes: self.yes || other.yes }
    }

    /// What is in both sets.
    #[must_use]
    pub fn intersection(self, other: Truths) -> Truths {
        Truths { no: self.no && other.no, yes: self.yes && other.yes }
    }

    /// What is in the set or above something in it; `true` is above `false`.
    #[must_use]
    pub fn up(self) -> Truths {
        Truths { no: self.no, yes: self.yes || self.no }
    }

    /// What is in the set or below something in it.
    #[must_use]
    pub fn down(self) -> Truths {
        Truths { no: self.no || self.yes, yes: self.yes }
    }
}
