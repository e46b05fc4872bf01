//! Topics: camps, the best supported values and the strongest statements are what counting by hand makes of them.

use std::collections::BTreeSet;

use corroborate::{
    Attribute, Attribution, Claim, ClaimId, Dossier, Edtf, Evaluator, Number, OverTime, Policy, Quantity, Ranges,
    Region, Source, SourceKind, Statement, Topic, Unit, Value, ValueKind, Verdict,
};
use proptest::prelude::*;

use crate::config;
use crate::generate::random::{LARGE, Size, dossier, policy};
use crate::judged::judge;
use crate::naive;

/// Few attributes, so that topics have several claims.
const CROWDED: Size = Size { sources: 5, attributes: 2, claims: 8, attributions: 14, rules: 1 };

type Ids = BTreeSet<ClaimId>;

fn ids(claims: Vec<&Claim>) -> Ids {
    claims.into_iter().map(|claim| claim.id.clone()).collect()
}

/// Every largest set of these claims without an opposed pair, by trying all.
fn largest(claims: &Ids, opposed: &BTreeSet<(ClaimId, ClaimId)>) -> BTreeSet<Ids> {
    let claims: Vec<&ClaimId> = claims.iter().collect();
    let sets: Vec<Ids> = (0..1_u32 << claims.len())
        .map(|set| (0..claims.len()).filter(|at| set >> at & 1 == 1).map(|at| claims[at].clone()).collect::<Ids>())
        .filter(|set: &Ids| !opposed.iter().any(|(a, b)| set.contains(a) && set.contains(b)))
        .collect();
    let is_largest = |set: &&Ids| !sets.iter().any(|other| other.len() > set.len() && other.is_superset(set));
    sets.iter().filter(is_largest).cloned().collect()
}

/// The pairs of claims that the naive evaluator finds in conflict.
fn conflicts(dossier: &Dossier, policy: &Policy) -> BTreeSet<(ClaimId, ClaimId)> {
    naive::judge(dossier, policy, None).conflicts.into_iter().map(|(_, a, b)| (a, b)).collect()
}

/// Where disputes and camps differ from what these conflicts make of them.
fn camps_differ(
    dossier: &Dossier,
    policy: &Policy,
    conflicts: &BTreeSet<(ClaimId, ClaimId)>,
) -> Result<(), TestCaseError> {
    let evaluation = Evaluator::new(policy.clone()).evaluate(dossier);
    for topic in evaluation.topics() {
        let held = ids(topic.held());
        let opposed: BTreeSet<(ClaimId, ClaimId)> =
            conflicts.iter().filter(|(a, b)| held.contains(a) && held.contains(b)).cloned().collect();
        let mut seen = ids(topic.common_ground());
        let quarrels = |id: &ClaimId| opposed.iter().any(|(a, b)| a == id || b == id);
        prop_assert_eq!(&seen, &held.iter().filter(|id| !quarrels(id)).cloned().collect::<Ids>());
        for dispute in topic.disputes() {
            let claims = ids(dispute.claims());
            prop_assert!(claims.iter().all(quarrels) && seen.is_disjoint(&claims));
            // Connected: from the first claim all others are reached.
            let mut reached: Ids = claims.iter().take(1).cloned().collect();
            while let Some(next) = claims.iter().find(|id| {
                !reached.contains(*id)
                    && opposed
                        .iter()
                        .any(|(a, b)| (a == *id && reached.contains(b)) || (b == *id && reached.contains(a)))
            }) {
                reached.insert(next.clone());
            }
            prop_assert_eq!(&reached, &claims);
            prop_assert!(!opposed.iter().any(|(a, b)| claims.contains(a) != claims.contains(b)));
            let camps: Vec<Ids> = dispute.camps().map(|camp| ids(camp.claims())).collect();
            let distinct: BTreeSet<Ids> = camps.iter().cloned().collect();
            prop_assert_eq!(distinct.len(), camps.len(), "one comes twice: {:?}", camps);
            prop_assert_eq!(&distinct, &largest(&claims, &opposed));
            for camp in dispute.camps() {
                prop_assert!(!camp.sources().is_empty() && camp.credible() <= camp.least());
            }
            seen.extend(claims);
        }
        prop_assert_eq!(seen, held);
    }
    Ok(())
}

/// What is said of a count that closes: at least or at most so many, at times that begin before the closing day, on it and after it.
type Counts = Vec<(bool, i64, &'static str)>;

fn counts() -> impl Strategy<Value = Counts> {
    let times = &["../2024-03", "2024-02/2024-03", "2024-03", "2024-03/2024-04", "2024-04", "2024-04/.."][..];
    prop::collection::vec((any::<bool>(), 1_i64..4, prop::sample::select(times)), 1..6)
}

/// Each is said by an official of its own.
fn closed(counts: &Counts) -> Dossier {
    let closing = "2024-03-01".parse::<Edtf>().unwrap().start().unwrap();
    let killed = Attribute::new("killed", ValueKind::Quantity).over_time(OverTime::Cumulative).closes(closing);
    let mut builder = Dossier::builder("").attribute(killed);
    for (at, (is_least, hundreds, when)) in counts.iter().enumerate() {
        let number = Number::from(100 * hundreds);
        let quantity = if *is_least { Quantity::AtLeast(number) } else { Quantity::AtMost(number) };
        let id = format!("c{at}");
        let claim = Claim::new(&*id, "", "soldiers", "killed", Value::from(quantity)).when(when.parse().unwrap());
        let source = Source::new(&*id, &*id).kind(SourceKind::Government);
        builder = builder.source(source).claim(claim).attribution(Attribution::new(&*id, &*id, &*id));
    }
    builder.build().unwrap()
}

/// A topic on which officials state figures and spans, some owned by others.
#[derive(Debug, Clone)]
struct Figures {
    owners: Vec<Option<usize>>,
    values: Vec<(u8, i64, i64)>,
    said: Vec<(usize, usize)>,
}

fn figures() -> impl Strategy<Value = Figures> {
    let owners = prop::collection::vec(prop::option::weighted(0.3, 0_usize..5), 5);
    let values = prop::collection::vec((0_u8..6, 1_i64..40, 0_i64..20), 1..7);
    let said = prop::collection::vec((0_usize..5, 0_usize..7), 1..14);
    (owners, values, said).prop_map(|(owners, values, said)| Figures { owners, values, said })
}

impl Figures {
    fn owner(&self, source: usize) -> usize {
        // Owners come before those they own, so that there is no circle, and are not owned themselves.
        match self.owners[source] {
            Some(owner) if owner < source && self.owners[owner].is_none_or(|above| above >= owner) => owner,
            _ => source,
        }
    }

    fn dossier(&self) -> Dossier {
        let mut builder = Dossier::builder("").attribute(Attribute::new("sent", ValueKind::Quantity));
        for at in 0..5 {
            let mut source = Source::new(format!("s{at}"), format!("S{at}")).kind(SourceKind::Government);
            if self.owner(at) != at {
                source = source.owner(format!("s{}", self.owner(at)));
            }
            builder = builder.source(source);
        }
        for (at, (form, low, width)) in self.values.iter().enumerate() {
            let (low, high) = (Number::from(low * 100), Number::from((low + width) * 100));
            let quantity = match form {
                0 => Quantity::Exactly(low),
                1 => Quantity::About(low),
                2 => Quantity::AtLeast(low),
                3 => Quantity::AtMost(low),
                4 => Quantity::MoreThan(low),
                _ => Quantity::Between(low, high),
            };
            builder = builder.claim(Claim::new(format!("c{at}"), "", "x", "sent", Value::from(quantity)));
        }
        for (at, (source, claim)) in self.said.iter().enumerate() {
            let claim = format!("c{}", claim % self.values.len());
            builder = builder.attribution(Attribution::new(format!("r{at}"), format!("s{source}"), claim));
        }
        builder.build().unwrap()
    }

    /// How many owners stand by claims that hold a value.
    fn origins(&self, wide: &[Ranges<Number>], value: Number) -> usize {
        let by: BTreeSet<usize> = self
            .said
            .iter()
            .filter(|(_, claim)| wide[claim % self.values.len()].contains(&value))
            .map(|(source, _)| self.owner(*source))
            .collect();
        by.len()
    }
}

fn numbers(value: &Value, policy: &Policy) -> Ranges<Number> {
    match value.extent(None, &policy.tolerance).unwrap().wide {
        Region::Numbers(wide) => wide,
        _ => Ranges::empty(),
    }
}

/// Every value, every end of a value as a bound, and every span between two of these bounds.
fn candidates(topic: &Topic<'_>) -> BTreeSet<(Value, Option<String>)> {
    use Quantity::{About, AtLeast, AtMost, Between, Exactly, FewerThan, MoreThan};
    let held = topic.held();
    let mut candidates: BTreeSet<_> = held.iter().map(|claim| (claim.value.clone(), claim.unit.clone())).collect();
    if topic.attribute().many {
        return candidates;
    }
    let day = |text: String| Value::from(Edtf::parse(&text).unwrap());
    let (mut lows, mut highs) = (BTreeSet::new(), BTreeSet::new());
    for claim in held {
        let unit = claim.unit.clone();
        match &claim.value {
            Value::Quantity(Between(low, high)) => {
                lows.insert((*low, unit.clone()));
                highs.insert((*high, unit));
            }
            Value::Quantity(Exactly(n) | About(n)) => {
                lows.insert((*n, unit.clone()));
                highs.insert((*n, unit));
            }
            Value::Quantity(AtLeast(n) | MoreThan(n)) => drop(lows.insert((*n, unit))),
            Value::Quantity(AtMost(n) | FewerThan(n)) => drop(highs.insert((*n, unit))),
            Value::Date(date) => {
                let first = date.core().first().map(|first| day(format!("{first}/..")));
                let last = date.core().last().map(|last| day(format!("../{last}")));
                candidates.extend(first.into_iter().chain(last).map(|value| (value, None)));
            }
            _ => {}
        }
    }
    // A bound that somebody put as such is among the values already.
    for (low, unit) in &lows {
        let spans = highs.iter().filter(|(high, of)| low < high && of == unit);
        candidates.extend(spans.map(|(high, _)| (Value::from(Between(*low, *high)), unit.clone())));
    }
    candidates.extend(lows.into_iter().map(|(n, unit)| (Value::from(AtLeast(n)), unit)));
    candidates.extend(highs.into_iter().map(|(n, unit)| (Value::from(AtMost(n)), unit)));
    candidates
}

fn asked(topic: &Topic<'_>, nth: usize, said: &(Value, Option<String>), when: Option<&Edtf>) -> Claim {
    let mut claim =
        Claim::new(format!("asked{nth}"), "", topic.subject(), topic.attribute().id.clone(), said.0.clone());
    claim.unit.clone_from(&said.1);
    claim.when = when.cloned();
    claim
}

fn with(dossier: &Dossier, claims: impl IntoIterator<Item = Claim>) -> Dossier {
    claims.into_iter().fold(dossier.clone().into_builder(), |builder, claim| builder.claim(claim)).build().unwrap()
}

/// Where the strongest statements about every time of every topic are not.
fn strongest_differ(dossier: &Dossier, policy: &Policy) -> Result<(), TestCaseError> {
    let evaluation = Evaluator::new(policy.clone()).evaluate(dossier);
    for topic in evaluation.topics() {
        let times: BTreeSet<Option<String>> =
            topic.assessments().map(|a| a.claim().when.as_ref().map(|when| when.as_str().to_owned())).collect();
        for time in times {
            let when = time.map(|time| Edtf::parse(&time).unwrap());
            let strongest = topic.strongest(when.as_ref());
            let is_fixed = topic.attribute().over_time == OverTime::Fixed;
            let when = when.filter(|_| !is_fixed);
            let extent = |said: &(Value, Option<String>)| {
                let unit = said.1.as_deref().or(topic.attribute().unit.as_deref()).map(Unit::new);
                said.0.extent(unit.as_ref(), &policy.tolerance).unwrap()
            };
            let said = |statement: &Statement| (statement.value.clone(), statement.unit.clone());
            for statement in &strongest {
                let claim = asked(&topic, 0, &said(statement), when.as_ref());
                let judged = naive::judge(&with(dossier, [claim]), policy, None);
                match &statement.claim {
                    Some(id) => prop_assert_eq!(judged.claims[id].verdict, "confirmed"),
                    None => prop_assert_eq!(judged.claims[&"asked0".into()].verdict, "confirmed", "{:?}", statement),
                }
                let own = extent(&said(statement));
                let is_weaker = |other: &&Statement| {
                    let other = extent(&said(other));
                    other != own && own.core.is_subset(&other.core) && own.wide.is_subset(&other.wide)
                };
                prop_assert!(strongest.iter().find(is_weaker).is_none(), "{:?}", strongest);
            }
            // Whatever is confirmed among all ends says no more than one of these.
            let candidates = candidates(&topic);
            let all = candidates.iter().enumerate().map(|(nth, said)| asked(&topic, nth, said, when.as_ref()));
            let judged = judge(&with(dossier, all), policy, None);
            for (nth, said) in candidates.iter().enumerate() {
                if judged.claims[&ClaimId::from(&*format!("asked{nth}"))].verdict == Verdict::Confirmed.as_str() {
                    let weaker = extent(said);
                    let says_it = |statement: &Statement| {
                        let own = extent(&(statement.value.clone(), statement.unit.clone()));
                        own.core.is_subset(&weaker.core) && own.wide.is_subset(&weaker.wide)
                    };
                    prop_assert!(
                        strongest.iter().any(says_it),
                        "{:?} at {:?} is not among {:?}",
                        said,
                        when,
                        strongest
                    );
                }
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn camps_are_all_the_largest_sets_that_can_hold_together(dossier in dossier(CROWDED), policy in policy()) {
        camps_differ(&dossier, &policy, &conflicts(&dossier, &policy))?;
    }

    #[test]
    fn camps_of_figures_are_swept_without_missing_one(figures in figures()) {
        let (dossier, policy) = (figures.dossier(), Policy::default());
        let opposed = |a: &&Claim, b: &Claim| {
            a.id < b.id && numbers(&a.value, &policy).is_disjoint(&numbers(&b.value, &policy))
        };
        let claims = dossier.claims();
        let pairs = claims.iter().flat_map(|b| claims.iter().filter(|a| opposed(a, b)).map(|a| (a.id.clone(), b.id.clone())));
        camps_differ(&dossier, &policy, &pairs.collect())?;
    }

    #[test]
    fn camps_of_counts_that_close_are_too(counts in counts()) {
        let (dossier, policy) = (closed(&counts), Policy::default());
        camps_differ(&dossier, &policy, &conflicts(&dossier, &policy))?;
    }

    #[test]
    fn the_best_supported_values_are_those_with_most_origins(figures in figures()) {
        let (dossier, policy) = (figures.dossier(), Policy::default());
        let evaluation = Evaluator::new(policy.clone()).evaluate(&dossier);
        let wide: Vec<Ranges<Number>> = (0..figures.values.len())
            .map(|at| numbers(&dossier.claim(&ClaimId::from(&*format!("c{at}"))).unwrap().value, &policy))
            .collect();
        let best: Vec<_> = evaluation.topics().flat_map(|topic| topic.best_supported().collect::<Vec<_>>()).collect();
        prop_assert_eq!(best.len(), 1);
        let Region::Numbers(region) = &best[0].region else { panic!("{:?}", best[0].region) };
        // Every end, and right before and behind it: between two of them nothing changes.
        let ends = (0..20_000).map(Number::from).filter(|n| wide.iter().any(|w| {
            let is_end = |bound: std::ops::Bound<&Number>| matches!(bound, std::ops::Bound::Included(at) | std::ops::Bound::Excluded(at) if at == n);
            w.iter().any(|(low, high)| is_end(low) || is_end(high))
        }));
        let small: Number = "0.001".parse().unwrap();
        let points: Vec<Number> =
            ends.flat_map(|n| [n.checked_add(-small).unwrap(), n, n.checked_add(small).unwrap()]).collect();
        let most = points.iter().map(|point| figures.origins(&wide, *point)).max().unwrap_or_default();
        prop_assert_eq!(best[0].origins as usize, most);
        for point in points {
            prop_assert_eq!(region.contains(&point), figures.origins(&wide, point) == most, "{}", point);
        }
        let holding: Ids = best[0].claims.iter().map(|claim| claim.id.clone()).collect();
        let expected: Ids = figures.said.iter().map(|(_, claim)| claim % figures.values.len())
            .filter(|at| !wide[*at].is_disjoint(region)).map(|at| ClaimId::from(&*format!("c{at}"))).collect();
        prop_assert_eq!(holding, expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases.div_ceil(8), ..config() })]

    #[test]
    fn the_strongest_statements_are_confirmed_and_nothing_confirmed_says_more(dossier in dossier(CROWDED), policy in policy()) {
        strongest_differ(&dossier, &policy)?;
    }

    #[test]
    fn the_strongest_statements_about_figures_are_too(figures in figures()) {
        strongest_differ(&figures.dossier(), &Policy::default())?;
    }

    #[test]
    fn camps_of_large_dossiers_are_too(dossier in dossier(LARGE), policy in policy()) {
        camps_differ(&dossier, &policy, &conflicts(&dossier, &policy))?;
    }
}

#[test]
fn a_dispute_with_camps_past_counting_gives_the_first_at_once() {
    // Each year two figures that exclude each other, and one for all years that excludes both: 2^30 camps and one.
    let in_place = Attribute::new("in-place", ValueKind::Quantity).over_time(OverTime::Varying);
    let mut builder = Dossier::builder("").attribute(in_place);
    let mut claim = |id: String, n: i64, when: &str| {
        let value = Value::from(Quantity::Exactly(n.into()));
        let whole = std::mem::take(&mut builder);
        builder = whole
            .source(Source::new(&*id, &*id))
            .claim(Claim::new(&*id, "", "x", "in-place", value).when(Edtf::parse(when).unwrap()))
            .attribution(Attribution::new(&*id, &*id, &*id));
    };
    claim("all".to_owned(), 15, "2000/2029");
    for year in 2000..2030 {
        claim(format!("{year}-high"), 20, &year.to_string());
        claim(format!("{year}-low"), 10, &year.to_string());
    }
    let dossier = builder.build().unwrap();
    let evaluation = Evaluator::default().evaluate(&dossier);
    let topic = evaluation.topics().next().unwrap();
    let disputes: Vec<_> = topic.disputes().collect();
    assert_eq!(disputes.len(), 1);
    assert_eq!(disputes[0].claims().len(), 61);
    let camps: Vec<Ids> = disputes[0].camps().take(100).map(|camp| ids(camp.claims())).collect();
    assert_eq!(camps.iter().collect::<BTreeSet<_>>().len(), 100);
    assert!(camps.iter().all(|camp| camp.len() == 30), "{camps:?}");
    assert!(camps[0].iter().all(|id| id.as_str().ends_with("high")));
}
