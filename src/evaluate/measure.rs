//! Each claim measured once: its sets, its unit, its time.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::crew::Crew;
use super::time::Time;
use crate::model::attribute::Attribute;
use crate::model::claim::Claim;
use crate::model::dossier::Dossier;
use crate::model::region::{Region, Truths};
use crate::model::unit::Unit;
use crate::model::value::{Extent, Tolerance, Value};

/// The number of a unit; claims without one share `Units::NONE`.
pub(crate) type UnitNumber = u32;

/// The units that a dossier counts in.
#[derive(Debug, Default)]
pub(crate) struct Units {
    units: Vec<Option<Unit>>,
    /// For each, the first that it compares with.
    class: Vec<UnitNumber>,
}

impl Units {
    pub(crate) const NONE: UnitNumber = 0;

    /// Whether quantities in these units can be compared: both in the same, or in one dimension, or both in none.
    pub(crate) fn is_comparable(&self, a: UnitNumber, b: UnitNumber) -> bool {
        self.class(a) == self.class(b)
    }

    /// The number that all units have in common that compare with this one.
    pub(crate) fn class(&self, number: UnitNumber) -> UnitNumber {
        self.class[number as usize]
    }

    fn of(units: Vec<Option<Unit>>) -> Self {
        let key = |unit: &Option<Unit>| {
            let dimension = unit.as_ref().and_then(Unit::dimension);
            (dimension, unit.as_ref().filter(|_| dimension.is_none()).map(|unit| unit.name().to_owned()))
        };
        let mut first = BTreeMap::new();
        let class = (0..).zip(&units).map(|(number, unit)| *first.entry(key(unit)).or_insert(number)).collect();
        Self { units, class }
    }

    fn get(&self, number: UnitNumber) -> Option<&Unit> {
        self.units.get(number as usize).and_then(Option::as_ref)
    }
}

/// A claim, measured.
#[derive(Debug)]
pub(crate) struct Measured {
    pub(crate) extent: Extent,
    pub(crate) unit: UnitNumber,
    pub(crate) time: Option<Time>,
}

/// Everything that depends on values and tolerance alone.
#[derive(Debug)]
pub(crate) struct Measures {
    pub(crate) units: Units,
    pub(crate) claims: Vec<Measured>,
    /// For each attribute, its own unit.
    pub(crate) attribute_unit: Vec<UnitNumber>,
}

impl Measures {
    pub(crate) fn of(dossier: &Dossier, tolerance: &Tolerance, crew: Crew) -> Self {
        let mut units = vec![None];
        let mut numbers: HashMap<&str, UnitNumber> = HashMap::new();
        let names = dossier.attributes().iter().filter_map(|a| a.unit.as_deref());
        for name in names.chain(dossier.claims().iter().filter_map(|c| c.unit.as_deref())) {
            numbers.entry(name).or_insert_with(|| {
                units.push(Some(Unit::new(name)));
                u32::try_from(units.len() - 1).unwrap_or(Units::NONE)
            });
        }
        let number = |name: Option<&str>| name.and_then(|n| numbers.get(n)).copied().unwrap_or(Units::NONE);
        let attribute_unit = dossier.attributes().iter().map(|a| number(a.unit.as_deref())).collect::<Vec<_>>();
        let links = dossier.links();
        let measured = |(claim, topic): (&Claim, &u32)| {
            let attribute = links.topics[*topic as usize].attribute;
            let unit = match &claim.unit {
                Some(unit) => number(Some(unit)),
                None => attribute_unit[attribute as usize],
            };
            let unit_of = units[unit as usize].as_ref();
            Measured { extent: extent(&claim.value, unit_of, tolerance), unit, time: claim.when.as_ref().map(Time::of) }
        };
        let mut claims = Vec::with_capacity(dossier.claims().len());
        let jobs = crew.divide(dossier.claims().iter().map(|_| 1));
        let measure = |job: Range<usize>| {
            let topics = &links.claim_topic[job.clone()];
            dossier.claims()[job].iter().zip(topics).map(measured).collect::<Vec<Measured>>()
        };
        crew.each(jobs, measure, |measured| claims.extend(measured));
        Self { units: Units::of(units), claims, attribute_unit }
    }

    /// What a rule says of an attribute, in the attribute's own unit.
    pub(crate) fn term(&self, value: &Value, attribute: u32, tolerance: &Tolerance) -> Extent {
        let unit = self.units.get(self.attribute_unit[attribute as usize]);
        extent(value, unit, tolerance)
    }
}

/// The sets of a value. A checked dossier converts exactly; should it not, the value would say nothing.
fn extent(value: &Value, unit: Option<&Unit>, tolerance: &Tolerance) -> Extent {
    value.extent(unit, tolerance).unwrap_or_else(|| {
        let everything = Region::Truths(Truths::only(true).union(Truths::only(false)));
        Extent { core: everything.clone(), wide: everything }
    })
}

/// The attribute of a topic.
pub(crate) fn attribute_of(dossier: &Dossier, topic: u32) -> &Attribute {
    let links = dossier.links();
    &dossier.attributes()[links.topics[topic as usize].attribute as usize]
}
