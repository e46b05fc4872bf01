//! Random dossiers: what does not fit together is left out, so that nothing is thrown away.

use std::fmt;
use std::ops::Deref;

use corroborate::{
    Attribution, Basis, Certainty, Claim, Dossier, Edtf, Moment, Number, Party, Policy, Reliability, Stance, Tolerance,
    ValueKind, Weights,
};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::alphabet;
use super::parts::Parts;

/// A dossier that shows itself as the file that it would be.
#[derive(Clone)]
pub(crate) struct Drawn(Dossier);

impl Deref for Drawn {
    type Target = Dossier;

    fn deref(&self) -> &Dossier {
        &self.0
    }
}

impl fmt::Debug for Drawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string_pretty(&self.0).unwrap())
    }
}

/// Up to how many entries of each noun.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) sources: usize,
    pub(crate) attributes: usize,
    pub(crate) claims: usize,
    pub(crate) attributions: usize,
    pub(crate) rules: usize,
}

pub(crate) const SMALL: Size = Size { sources: 5, attributes: 4, claims: 4, attributions: 8, rules: 2 };
pub(crate) const LARGE: Size = Size { sources: 30, attributes: 6, claims: 8, attributions: 60, rules: 3 };

/// Entries are picked by numbers that are taken modulo how many there are.
type Pick = usize;

#[derive(Debug, Clone)]
struct DraftSource {
    kind: Pick,
    reliability: Reliability,
    name: Option<Pick>,
    party: Option<Option<Pick>>,
    speaks_for: Option<Pick>,
    owner: Option<Pick>,
    authority_on: Option<(Pick, bool)>,
}

#[derive(Debug, Clone)]
struct DraftClaim {
    attribute: Pick,
    subject: Pick,
    value: Pick,
    unit: Option<&'static str>,
    when: Option<&'static str>,
}

#[derive(Debug, Clone)]
enum Does {
    Says(Option<Stance>),
    Repeats(Pick),
    Corrects(Option<Stance>, Pick),
    Retracts(Pick),
    Disowns(Pick),
}

#[derive(Debug, Clone)]
struct DraftAttribution {
    does: Does,
    source: Pick,
    claim: Pick,
    certainty: Certainty,
    basis: Basis,
    cites: Vec<Vec<Pick>>,
    against_interest: bool,
    published: Option<&'static str>,
}

type DraftRule = (Pick, Pick, Pick);

fn pick() -> impl Strategy<Value = Pick> + Clone {
    0_usize..840
}

prop_compose! {
    fn draft_source()(
        kind in pick(),
        reliability in prop_oneof![2 => Just(Reliability::B), 1 => select(Reliability::ALL)],
        name in weighted(0.2, pick()),
        party in weighted(0.15, weighted(0.5, pick())),
        speaks_for in weighted(0.1, pick()),
        owner in weighted(0.15, pick()),
        authority_on in weighted(0.12, (pick(), any::<bool>())),
    ) -> DraftSource {
        DraftSource { kind, reliability, name, party, speaks_for, owner, authority_on }
    }
}

prop_compose! {
    fn draft_claim()(
        attribute in pick(),
        subject in prop_oneof![6 => Just(0_usize), 1 => Just(1)],
        value in pick(),
        unit in weighted(0.1, select(&["m", "km", "people", "shells"][..])),
        when in weighted(0.75, select(alphabet::TIMES)),
    ) -> DraftClaim {
        DraftClaim { attribute, subject, value, unit, when }
    }
}

fn stance() -> impl Strategy<Value = Option<Stance>> {
    use Stance::{Affirms, Denies, Doubts, Silent};
    prop_oneof![
        4 => Just(None),
        1 => Just(Some(Affirms)),
        3 => Just(Some(Denies)),
        1 => Just(Some(Doubts)),
        1 => Just(Some(Silent)),
    ]
}

fn does() -> impl Strategy<Value = Does> {
    prop_oneof![
        12 => stance().prop_map(Does::Says),
        1 => pick().prop_map(Does::Repeats),
        1 => (stance(), pick()).prop_map(|(stance, target)| Does::Corrects(stance, target)),
        2 => pick().prop_map(Does::Retracts),
        1 => pick().prop_map(Does::Disowns),
    ]
}

prop_compose! {
    fn draft_attribution()(
        does in does(),
        source in pick(),
        claim in pick(),
        certainty in prop_oneof![7 => Just(Certainty::Stated), 1 => select(Certainty::ALL)],
        basis in prop_oneof![3 => Just(Basis::Undeclared), 1 => select(Basis::ALL)],
        cites in prop_oneof![
            3 => Just(Vec::new()),
            3 => vec(vec(pick(), 1..=3), 1),
            1 => vec(vec(pick(), 1..=3), 2),
        ],
        against_interest in prop::bool::weighted(0.08),
        published in weighted(0.8, select(alphabet::MOMENTS)),
    ) -> DraftAttribution {
        DraftAttribution { does, source, claim, certainty, basis, cites, against_interest, published }
    }
}

pub(crate) fn dossier(size: Size) -> impl Strategy<Value = Drawn> {
    let few = |most: usize| prop_oneof![1 => 0..=most, 2 => most / 2..=most].boxed();
    let attributes = prop_oneof![
        3 => subsequence(alphabet::attributes(), 1),
        1 => Just(alphabet::casualties()),
        2 => subsequence(alphabet::attributes(), 1..=size.attributes),
    ];
    let rules = vec((pick(), pick(), pick()), 0..=size.rules);
    (
        attributes,
        few(size.sources).prop_flat_map(|sources| vec(draft_source(), sources.max(1))),
        few(size.claims).prop_flat_map(|claims| vec(draft_claim(), claims.max(1))),
        few(size.attributions).prop_flat_map(|attributions| vec(draft_attribution(), attributions)),
        rules,
    )
        .prop_map(|(attributes, sources, claims, attributions, rules)| {
            let mut parts = Parts { attributes, ..Parts::default() };
            add_sources(&mut parts, &sources);
            add_claims(&mut parts, &claims);
            add_rules(&mut parts, &rules);
            add_attributions(&mut parts, &attributions);
            Drawn(parts.build().unwrap())
        })
}

/// A dossier about one claim that is true or false, with no rule to mix in.
pub(crate) fn one_truth(size: Size) -> impl Strategy<Value = Drawn> {
    dossier(Size { attributes: 1, claims: 1, rules: 0, ..size }).prop_map(|dossier| {
        let mut parts = Parts::of(&dossier);
        for attribute in &mut parts.attributes {
            (attribute.kind, attribute.unit, attribute.many) = (ValueKind::Truth, None, false);
        }
        for claim in &mut parts.claims {
            (claim.value, claim.unit) = (true.into(), None);
        }
        Drawn(parts.build().unwrap())
    })
}

/// Adds the change if the whole can still be a dossier.
fn try_add(parts: &mut Parts, change: impl FnOnce(&mut Parts)) {
    let mut changed = parts.clone();
    change(&mut changed);
    if changed.build().is_some() {
        *parts = changed;
    }
}

fn add_sources(parts: &mut Parts, drafts: &[DraftSource]) {
    for (at, draft) in drafts.iter().enumerate() {
        let earlier = |pick: Option<Pick>| pick.filter(|_| at > 0).map(|pick| format!("s{}", pick % at));
        let attribute = |pick: Pick| &parts.attributes[pick % parts.attributes.len()].id;
        let mut source = alphabet::source(at).kind(alphabet::KINDS[draft.kind % alphabet::KINDS.len()]);
        source.reliability = draft.reliability;
        source.speaks_for = earlier(draft.speaks_for).map(Into::into);
        source.owner = earlier(draft.owner).map(Into::into);
        source.party = match draft.party {
            None => Party::No,
            Some(None) => Party::Yes,
            Some(Some(pick)) => Party::On(vec![attribute(pick).clone()]),
        };
        if let Some(pick) = draft.name {
            source.anonymous = true;
            source.name = alphabet::NAMES[pick % alphabet::NAMES.len()].to_owned();
        }
        if let Some((pick, every_subject)) = draft.authority_on {
            let subject = if every_subject { "" } else { "s/" };
            source = source.authority_on(&format!("{subject}{}", attribute(pick)));
        }
        parts.sources.push(source);
    }
}

fn add_claims(parts: &mut Parts, drafts: &[DraftClaim]) {
    for (at, draft) in drafts.iter().enumerate() {
        let attribute = &parts.attributes[draft.attribute % parts.attributes.len()];
        let value = alphabet::value(attribute.kind, draft.value);
        let subject = alphabet::SUBJECTS[draft.subject];
        let mut claim = Claim::new(format!("c{at}"), "", subject, attribute.id.clone(), value);
        claim.unit = draft.unit.filter(|_| attribute.kind == ValueKind::Quantity).map(Into::into);
        claim.when = draft.when.map(|when| Edtf::parse(when).unwrap());
        parts.claims.push(claim);
    }
}

fn add_rules(parts: &mut Parts, drafts: &[DraftRule]) {
    for &(form, pick, first) in drafts {
        let rule = alphabet::rule(&parts.attributes, form, pick, first);
        try_add(parts, |parts| parts.rules.push(rule));
    }
}

fn add_attributions(parts: &mut Parts, drafts: &[DraftAttribution]) {
    for (at, draft) in drafts.iter().enumerate() {
        let id = format!("r{at:02}");
        let source = |pick: Pick| parts.sources[pick % parts.sources.len()].id.clone();
        let earlier = |pick: Pick| parts.attributions.get(pick % at.max(1) % parts.attributions.len().max(1));
        let claim = parts.claims[draft.claim % parts.claims.len()].id.clone();
        let mut word = Attribution::new(id.as_str(), source(draft.source), claim);
        word.certainty = draft.certainty;
        word.basis = draft.basis;
        word.against_interest = draft.against_interest;
        word.published = draft.published.map(|moment| moment.parse().unwrap());
        word.cites = draft.cites.iter().map(|chain| chain.iter().map(|&pick| source(pick)).collect()).collect();
        let entry = match draft.does {
            Does::Says(stance) => {
                word.stance = stance;
                Some(word)
            }
            Does::Repeats(target) => earlier(target).map(|target| {
                let mut twin = target.clone();
                twin.id = id.as_str().into();
                twin
            }),
            Does::Corrects(stance, target) => earlier(target).map(|target| {
                let mut correction = word.clone().corrects(target.id.clone());
                (correction.source, correction.stance) = (target.source.clone(), stance);
                correction
            }),
            Does::Retracts(target) => earlier(target).map(|target| {
                let mut retraction = Attribution::retraction(id.as_str(), target.source.clone(), target.id.clone());
                retraction.published = word.published;
                retraction
            }),
            Does::Disowns(target) => earlier(target).map(|target| {
                let cited = target.cites.iter().flatten().next().unwrap_or(&word.source);
                let mut disowning = Attribution::disowning(id.as_str(), cited.clone(), target.id.clone());
                disowning.published = word.published;
                disowning
            }),
        };
        if let Some(entry) = entry {
            try_add(parts, |parts| parts.attributions.push(entry));
        }
    }
}

pub(crate) fn policy() -> impl Strategy<Value = Policy> {
    let outweighs = select(&["1.5", "2", "3", "100"][..]).prop_map(|text| text.parse::<Number>().unwrap());
    let origins = (any::<bool>(), weighted(0.3, Just(())), weighted(0.3, Just(())));
    let other = (1_u32..=3, any::<bool>(), outweighs, any::<bool>(), origins, weights()).prop_map(
        |(
            independent_origins,
            authority_suffices,
            outweighs,
            exact,
            (anonymous_are_distinct, named, first_hand),
            weights,
        )| {
            Policy {
                independent_origins,
                authority_suffices,
                outweighs,
                tolerance: if exact { Tolerance::NONE } else { Tolerance::default() },
                anonymous_are_distinct,
                named_only: named.is_some(),
                first_hand_only: first_hand.is_some(),
                weights,
                ..Policy::default()
            }
        },
    );
    prop_oneof![Just(Policy::default()), other]
}

fn weights() -> impl Strategy<Value = Weights> {
    let number = |text: &str| text.parse::<Number>().unwrap();
    let others = Weights {
        a: number("0.9"),
        b: number("0.8"),
        c: number("0.6"),
        f: number("0.51"),
        probable: number("1"),
        possible: number("0.5"),
        unverified: number("0"),
    };
    let flat = Weights { b: number("0.95"), c: number("0.95"), f: number("0.95"), ..Weights::default() };
    select(vec![Weights::default(), others, flat])
}

pub(crate) fn moment() -> impl Strategy<Value = Moment> {
    select(alphabet::MOMENTS).prop_map(|text| text.parse().unwrap())
}
