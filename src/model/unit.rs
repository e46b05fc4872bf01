//! Units: what may be compared with what, and by which exact factor.

use std::{cmp::Ordering, fmt, hash};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{number::Number, text::fold};

mod table;

/// What a physical unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Dimension {
    /// In metres.
    Length,
    /// In kilograms.
    Mass,
    /// In square metres.
    Area,
    /// In litres.
    Volume,
    /// In seconds.
    Duration,
    /// In parts of one.
    Fraction,
}

/// The unit of a quantity: a physical one, or whatever is counted.
///
/// Names compare after NFC, case folding and collapsing white space. The common names and symbols of metric, imperial
/// and US units of length, mass, area, volume and duration, and of percent and fraction, are known with their exact
/// factors; two of one dimension are comparable. All others are comparable with their own name only, and their plurals
/// are names of their own: nothing is guessed.
///
/// Names that mean several things in the news are *not* known on purpose, and are comparable with themselves (singular
/// and plural) only: `ton` (short, long or metric), `gallon`, `pint`, `quart` and `fluid ounce` (US or imperial),
/// `ounce` (avoirdupois or troy) and `pound` (mass or currency; `lb` is the mass). `m` is the metre, `t` the tonne,
/// `barrel` that of oil. Not known either: `month` and `year`, which have no fixed length, percentage points, which are
/// no percentages, `kiloton`, which is an energy as often as a mass, and symbols that change their meaning with their
/// case (`ML` is a million `l`, `ml` a thousandth).
///
/// ```
/// use corroborate::{Number, Unit};
///
/// let (km, miles) = (Unit::new("km"), Unit::new("miles"));
/// assert!(km.is_comparable(&miles));
/// assert_eq!(miles.to_base(Number::from(2)), Some("3218.688".parse()?));
/// assert!(Unit::new(" Shells").is_comparable(&Unit::new("shells")));
/// assert!(!Unit::new("shells").is_comparable(&Unit::new("containers")));
/// assert!(!Unit::new("ton").is_comparable(&Unit::new("tonne")));
/// # Ok::<(), corroborate::NumberError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Unit {
    written: String,
    /// The name under which units compare; the singular for the ambiguous ones.
    name: String,
    known: Option<Known>,
}

/// What is known of a physical unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Known {
    dimension: Dimension,
    /// How many of the dimension's base unit make one of this.
    factor: Number,
}

impl Unit {
    /// The unit of that name.
    pub fn new(name: &str) -> Unit {
        let folded = fold(name);
        let known = table::known(&folded);
        let name_of_all_forms = table::ambiguous(&folded).map_or(folded, str::to_owned);
        Unit { written: name.to_owned(), name: name_of_all_forms, known }
    }

    /// The name as it was written.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// The name as it is compared.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the unit measures, if it is a known physical unit.
    pub fn dimension(&self) -> Option<Dimension> {
        self.known.map(|known| known.dimension)
    }

    /// Whether quantities in the two units can be compared: the same name, or the same dimension.
    pub fn is_comparable(&self, other: &Unit) -> bool {
        self.name == other.name || (self.known.is_some() && self.dimension() == other.dimension())
    }

    /// So many of this unit in the base unit of its dimension; unchanged if the unit is not a known one.
    ///
    /// `None` where the result would be longer than 23 digits or decimals; quantities of up to ten digits always fit.
    pub fn to_base(&self, number: Number) -> Option<Number> {
        const LONGEST: u128 = 10_u128.pow(23);
        let base = match self.known {
            Some(known) => number.checked_mul(known.factor)?,
            None => number,
        };
        let (units, decimals) = base.parts();
        (units.unsigned_abs() < LONGEST && decimals <= 23).then_some(base)
    }
}

impl From<&str> for Unit {
    fn from(name: &str) -> Unit {
        Unit::new(name)
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

/// Units are equal when their compared names are.
impl PartialEq for Unit {
    fn eq(&self, other: &Unit) -> bool {
        self.name == other.name
    }
}

impl Eq for Unit {}

impl hash::Hash for Unit {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl PartialOrd for Unit {
    fn partial_cmp(&self, other: &Unit) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Unit {
    fn cmp(&self, other: &Unit) -> Ordering {
        self.name.cmp(&other.name)
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written)
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Unit, D::Error> {
        Ok(Unit::new(&String::deserialize(deserializer)?))
    }
}

#[cfg(test)]
mod tests;
