//! The best supported values: on which of them most independent origins agree.

use std::collections::{BTreeMap, BTreeSet};

use super::Topic;
use super::sweep::{Place, pieces};
use crate::evaluate::Own;
use crate::model::attribute::OverTime;
use crate::model::claim::Claim;
use crate::model::edtf::{Day, Edtf};
use crate::model::number::Number;
use crate::model::ranges::{Point, Ranges};
use crate::model::region::{Region, Truths};
use crate::model::text::Texts;

/// The values of a topic, for one time of fact, on which most independent origins agree.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Best<'e> {
    /// The time of fact; `None` where time plays no part or is not stated.
    pub when: Option<&'e Edtf>,
    /// The values, quantities in the base unit of their dimension. In several pieces where as many origins agree on each.
    pub region: Region,
    /// How many origins agree on each of these values. Origins that feed through one gate (one owner, one description of somebody anonymous) count once, whatever number of
    /// claims they stand behind; undeclared ones together count as one, and only where no declared one agrees.
    pub origins: u32,
    /// The claims that hold some of these values, give or take, by id.
    pub claims: Vec<&'e Claim>,
}

/// Who stands behind a claim: the gates of declared origins, and whether there are undeclared ones.
struct Backing {
    gates: BTreeSet<u32>,
    has_undeclared: bool,
}

/// How many origins agree at the place that a sweep has come to.
#[derive(Default)]
struct Count {
    /// For each gate the claims that it stands behind here.
    gates: BTreeMap<u32, u32>,
    undeclared: u32,
}

impl Count {
    fn add(&mut self, backing: &Backing) {
        for gate in &backing.gates {
            *self.gates.entry(*gate).or_default() += 1;
        }
        self.undeclared += u32::from(backing.has_undeclared);
    }

    fn take(&mut self, backing: &Backing) {
        for gate in &backing.gates {
            if let Some(claims) = self.gates.get_mut(gate) {
                *claims -= 1;
                if *claims == 0 {
                    self.gates.remove(gate);
                }
            }
        }
        self.undeclared -= u32::from(backing.has_undeclared);
    }

    fn origins(&self) -> u32 {
        match u32::try_from(self.gates.len()).unwrap_or(u32::MAX) {
            0 => self.undeclared.min(1),
            declared => declared,
        }
    }
}

impl<'e> Topic<'e> {
    /// The best supported values for each time that a held claim is about, in the order of these times, one after another as they are asked for. Claims count that are held and
    /// about the same time of fact, in comparable units; where the topic has several units that do not compare, each is told apart.
    ///
    /// Only origins of a claim's own affirmations count for its values: who says "12,000" supports "at least 3,000", but does not agree on 5,000. What counts is
    /// origins, not paths: that all of them reach the desk through one outlet is told by the claims' own numbers.
    ///
    /// O(n log n) for n claims about one time, and the words on them.
    ///
    /// ```
    /// use corroborate::{Attribute, Attribution, Claim, Dossier, Evaluator, Number, Policy, Quantity, Ranges, Region, Source, SourceKind, Value, ValueKind};
    /// let mut builder = Dossier::builder("Troops").attribute(Attribute::new("sent", ValueKind::Quantity));
    /// for (id, value) in [
    ///     ("a", Quantity::AtLeast(3_000.into())),
    ///     ("b", Quantity::Between(10_000.into(), 12_000.into())),
    ///     ("c", Quantity::AtMost(11_000.into())),
    /// ] {
    ///     builder = builder
    ///         .source(Source::new(id, id).kind(SourceKind::Government))
    ///         .claim(Claim::new(id, "", "troops", "sent", Value::from(value)))
    ///         .attribution(Attribution::new(id, id, id));
    /// }
    /// let dossier = builder.build()?;
    /// let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
    /// let best = evaluation.topics().next().unwrap().best_supported().next().unwrap();
    /// // 10,000 to 11,000, give or take a hundredth.
    /// assert_eq!(best.region, Region::Numbers(Ranges::closed(Number::from(9_900), Number::from(11_110))));
    /// assert_eq!(best.origins, 3);
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    pub fn best_supported(&self) -> impl Iterator<Item = Best<'e>> {
        let evaluation = self.evaluation();
        let is_fixed = self.attribute().over_time == OverTime::Fixed;
        let held = self.held_numbers();
        let mut own = Own::of(evaluation);
        let backing: BTreeMap<u32, Backing> = held
            .iter()
            .map(|claim| {
                let origins = own.origins(*claim);
                let declared = origins.iter().filter(|origin| origin.is_declared);
                let gates = declared.map(|origin| origin.gate).collect();
                (*claim, Backing { gates, has_undeclared: origins.iter().any(|origin| !origin.is_declared) })
            })
            .collect();
        // For each time and unit one claim that stands for it.
        let mut times: BTreeMap<(Option<(i32, i32)>, u32), u32> = BTreeMap::new();
        for claim in &held {
            let time = if is_fixed { None } else { evaluation.span(*claim) };
            times.entry((time, evaluation.unit_class(*claim))).or_insert(*claim);
        }
        let topic = self.clone();
        times.into_values().map(move |one| {
            let about: Vec<u32> = held
                .iter()
                .copied()
                .filter(|claim| evaluation.unit_class(*claim) == evaluation.unit_class(one))
                .filter(|claim| evaluation.is_same_time(one, *claim))
                .collect();
            let (region, origins) = best(&topic, &about, &backing);
            let holds = |claim: &u32| !evaluation.extent(*claim).wide.is_disjoint(&region);
            let claims = topic.claims(about.iter().copied().filter(holds));
            let when = evaluation.dossier().claims()[one as usize].when.as_ref().filter(|_| !is_fixed);
            Best { when, region, origins, claims }
        })
    }
}

/// The values on which most agree, and how many do.
fn best(topic: &Topic<'_>, about: &[u32], backing: &BTreeMap<u32, Backing>) -> (Region, u32) {
    let evaluation = topic.evaluation();
    let wide = |claim: &u32| &evaluation.extent(*claim).wide;
    let ends = ends(about, wide);
    match about.first().map(wide) {
        Some(Region::Numbers(_)) => {
            let (pieces, origins) = swept(ends, backing);
            (Region::Numbers(union(pieces, |number| number)), origins)
        }
        Some(Region::Days(_)) => {
            let (pieces, origins) = swept(ends, backing);
            let day = |number: Number| Day::from_number(i32::try_from(number.parts().0).unwrap_or_default());
            (Region::Days(union(pieces, day)), origins)
        }
        Some(Region::Texts(_)) => {
            let mut named: BTreeMap<&str, Count> = BTreeMap::new();
            for claim in about {
                if let (Region::Texts(texts), Some(backing)) = (wide(claim), backing.get(claim)) {
                    texts.named().for_each(|text| named.entry(text).or_default().add(backing));
                }
            }
            let most = named.values().map(Count::origins).max().unwrap_or_default();
            let best = named.iter().filter(|(_, count)| count.origins() == most);
            (Region::Texts(Texts::only(best.map(|(text, _)| *text))), most)
        }
        Some(Region::Truths(_)) => {
            let mut counts = [Count::default(), Count::default()];
            for claim in about {
                if let (Region::Truths(truths), Some(backing)) = (wide(claim), backing.get(claim)) {
                    let of = [false, true].into_iter().zip(&mut counts);
                    of.filter(|(truth, _)| truths.contains(*truth)).for_each(|(_, count)| count.add(backing));
                }
            }
            let most = counts.iter().map(Count::origins).max().unwrap_or_default();
            let best = [false, true].into_iter().zip(&counts).filter(|(_, count)| count.origins() == most);
            let best = best.fold(Truths::EMPTY, |best, (truth, _)| best.union(Truths::only(truth)));
            (Region::Truths(best), most)
        }
        None => (Region::Truths(Truths::EMPTY), 0),
    }
}

/// Where the wide set of a claim begins, or a piece of it ends; and whose.
type End = (Place, bool, u32);

fn ends<'r>(about: &[u32], wide: impl Fn(&u32) -> &'r Region) -> Vec<End> {
    let mut ends = Vec::new();
    for claim in about {
        for (low, high) in pieces(wide(claim)).unwrap_or_default() {
            ends.extend([(low, true, *claim), (high, false, *claim)]);
        }
    }
    ends.sort_unstable();
    ends
}

/// The stretches between ends on which most origins agree, those that touch joined, and how many do.
fn swept(ends: Vec<End>, backing: &BTreeMap<u32, Backing>) -> (Vec<(Place, Place)>, u32) {
    let mut count = Count::default();
    let mut most = 0;
    let mut best: Vec<(Place, Place)> = Vec::new();
    let mut ends = ends.into_iter().peekable();
    while let Some((place, begins, claim)) = ends.next() {
        if let Some(backing) = backing.get(&claim) {
            if begins { count.add(backing) } else { count.take(backing) }
        }
        let Some((next, ..)) = ends.peek().filter(|(next, ..)| *next > place) else {
            continue;
        };
        let origins = count.origins();
        if origins > most {
            most = origins;
            best.clear();
        }
        if origins == most && origins > 0 {
            match best.last_mut().filter(|(_, high)| *high == place) {
                Some((_, high)) => *high = *next,
                None => best.push((place, *next)),
            }
        }
    }
    (best, most)
}

/// Stretches as one set, joined by halves so that no long set is copied for every piece.
fn union<T: Point>(pieces: Vec<(Place, Place)>, point: impl Fn(Number) -> T) -> Ranges<T> {
    use std::ops::Bound::{Excluded, Included, Unbounded};
    let low = |place: Place| match place {
        Place::At(number, false) => Included(point(number)),
        Place::At(number, true) => Excluded(point(number)),
        Place::Start | Place::End => Unbounded,
    };
    let high = |place: Place| match place {
        Place::At(number, false) => Excluded(point(number)),
        Place::At(number, true) => Included(point(number)),
        Place::Start | Place::End => Unbounded,
    };
    let mut sets: Vec<Ranges<T>> = pieces.into_iter().map(|(from, to)| Ranges::between(low(from), high(to))).collect();
    while sets.len() > 1 {
        sets = sets.chunks(2).map(|pair| pair.iter().fold(Ranges::empty(), |all, set| all.union(set))).collect();
    }
    sets.pop().unwrap_or_else(Ranges::empty)
}
