//! Property 21: whatever is done to a desk, it says what is to be said of the same dossier from nothing; what it says has changed is all that has; a batch that cannot be applied
//! changes nothing; and what is undone was never done.

use std::collections::BTreeMap;

use corroborate::{
    Amendment, Attribute, Attribution, Certainty, Changed, Claim, ClaimId, Conflict, ConflictKind, Desk, Dossier,
    Effect, Entry, Evaluator, Finding, Name, Number, OverTime, Policy, Quantity, Reliability, Rule, Source, SourceKind,
    Stance, Value, ValueKind, render,
};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;

use crate::config;
use crate::generate::parts::Parts;
use crate::generate::random::{self, Drawn, SMALL, Size};

/// One step of work: numbers that pick what is done to which entry.
#[derive(Debug, Clone, Copy)]
struct Step {
    noun: usize,
    verb: usize,
    pick: usize,
    from: usize,
    twist: usize,
}

fn step() -> impl Strategy<Value = Step> {
    (0_usize..12, 0_usize..7, any::<usize>(), 0_usize..8, 0_usize..8).prop_map(|(noun, verb, pick, from, twist)| Step {
        noun,
        verb,
        pick,
        from,
        twist,
    })
}

/// Entries of several dossiers of one alphabet: their ids meet, and their content differs.
struct Pool(Vec<Parts>);

impl Pool {
    fn amendment(&self, now: &Parts, step: Step) -> Option<Amendment> {
        let parts = &self.0[step.from % self.0.len()];
        fn of<T: Clone>(list: &[T], pick: usize) -> Option<T> {
            (!list.is_empty()).then(|| list[pick % list.len()].clone())
        }
        if step.noun == 11 {
            return match step.verb {
                0 | 1 => of(&now.rules, step.pick).map(Amendment::remove_rule),
                2 => Some(Amendment::EditRule {
                    rule: of(&now.rules, step.pick)?,
                    to: of(&parts.rules, step.twist)?,
                    at: None,
                }),
                3 => Some(Amendment::Title(format!("title {}", step.pick % 3))),
                4 => Some(Amendment::AddRule { rule: of(&parts.rules, step.pick)?, at: Some(step.twist % 3) }),
                _ => of(&parts.rules, step.pick).map(Amendment::add_rule),
            };
        }
        if step.verb < 2 {
            return Some(Amendment::Remove(match step.noun {
                0..=2 => Name::Source(of(&now.sources, step.pick)?.id),
                3 => Name::Attribute(of(&now.attributes, step.pick)?.id),
                4 | 5 => Name::Claim(of(&now.claims, step.pick)?.id),
                _ => Name::Attribution(of(&now.attributions, step.pick)?.id),
            }));
        }
        let (entry, is_there): (Entry, bool) = match step.noun {
            0..=2 => {
                let source = of(&parts.sources, step.pick)?;
                let is_there = now.sources.iter().any(|other| other.id == source.id);
                (source.into(), is_there)
            }
            3 => {
                let attribute = twisted(of(&parts.attributes, step.pick)?, step.twist);
                let is_there = now.attributes.iter().any(|other| other.id == attribute.id);
                (attribute.into(), is_there)
            }
            4 | 5 => {
                let claim = of(&parts.claims, step.pick)?;
                let is_there = now.claims.iter().any(|other| other.id == claim.id);
                (claim.into(), is_there)
            }
            _ => {
                let word = of(&parts.attributions, step.pick)?;
                let is_there = now.attributions.iter().any(|other| other.id == word.id);
                (word.into(), is_there)
            }
        };
        // Now and then what is there is added, or what is not is edited.
        let edits = is_there != (step.verb == 2 && step.twist == 0);
        Some(if edits { Amendment::Edit(entry) } else { Amendment::Add(entry) })
    }
}

fn twisted(mut attribute: Attribute, twist: usize) -> Attribute {
    match twist {
        0 => attribute.over_time = OverTime::Fixed,
        1 => attribute.over_time = OverTime::Varying,
        2 => attribute.holds_for = Some(20),
        3 => attribute.many = !attribute.many,
        4 => attribute.kind = ValueKind::Truth,
        5 => attribute.phrase = Some("it is {value}".into()),
        _ => {}
    }
    attribute
}

/// The same done to plain lists; false where an amendment has nothing to act on.
fn amend(parts: &mut Parts, title: &mut String, amendment: &Amendment) -> bool {
    fn put<T: Clone + PartialEq>(list: &mut Vec<T>, entry: &T, edits: bool, is_it: impl Fn(&T) -> bool) -> bool {
        match list.iter().position(is_it) {
            Some(at) if edits => list[at] = entry.clone(),
            Some(at) => return list[at] == *entry,
            None if edits => return false,
            None => list.push(entry.clone()),
        }
        true
    }
    fn take<T>(list: &mut Vec<T>, is_it: impl Fn(&T) -> bool) -> bool {
        let before = list.len();
        list.retain(|entry| !is_it(entry));
        list.len() < before
    }
    let place = |rules: &[Rule], rule: &Rule| rules.iter().rposition(|other| other == rule);
    match amendment {
        Amendment::Title(new) => {
            *title = new.clone();
            true
        }
        Amendment::Add(entry) | Amendment::Edit(entry) => {
            let edits = matches!(amendment, Amendment::Edit(_));
            match entry {
                Entry::Source(it) => put(&mut parts.sources, it, edits, |other| other.id == it.id),
                Entry::Attribute(it) => put(&mut parts.attributes, it, edits, |other| other.id == it.id),
                Entry::Claim(it) => put(&mut parts.claims, it, edits, |other| other.id == it.id),
                Entry::Attribution(it) => put(&mut parts.attributions, it, edits, |other| other.id == it.id),
            }
        }
        Amendment::Remove(name) => match name {
            Name::Source(id) => take(&mut parts.sources, |it| it.id == *id),
            Name::Attribute(id) => take(&mut parts.attributes, |it| it.id == *id),
            Name::Claim(id) => take(&mut parts.claims, |it| it.id == *id),
            Name::Attribution(id) => take(&mut parts.attributions, |it| it.id == *id),
        },
        Amendment::AddRule { rule, at } => {
            let end = parts.rules.len();
            parts.rules.insert(at.map_or(end, |at| at.min(end)), rule.clone());
            true
        }
        Amendment::EditRule { rule, to, .. } => match place(&parts.rules, rule) {
            Some(at) => {
                parts.rules[at] = to.clone();
                true
            }
            None => false,
        },
        Amendment::RemoveRule { rule, .. } => match place(&parts.rules, rule) {
            Some(at) => {
                parts.rules.remove(at);
                true
            }
            None => false,
        },
        other => panic!("{other:?} is new"),
    }
}

/// All that an evaluation says, claim by claim.
#[derive(Debug, Clone, Default, PartialEq)]
struct Said {
    judgements: BTreeMap<ClaimId, String>,
    findings: BTreeMap<ClaimId, Vec<String>>,
    confidences: BTreeMap<ClaimId, String>,
    conflicts: BTreeMap<(ConflictKind, Vec<ClaimId>), Conflict>,
}

impl Said {
    fn of(evaluator: &Evaluator, dossier: &Dossier) -> Self {
        let mut said = Self::default();
        let evaluation = evaluator.evaluate(dossier);
        for assessment in evaluation.assessments() {
            let claim = &assessment.claim().id;
            let sides = [assessment.support(), assessment.opposition()];
            let counts = sides.map(|side| (side.least(), side.most(), side.credible(), side.has_authority()));
            said.judgements.insert(claim.clone(), format!("{} {counts:?}", assessment.verdict()));
            said.confidences.insert(claim.clone(), assessment.confidence().probability().to_string());
            let mut findings: Vec<String> = assessment.findings().iter().map(|it| format!("{it:?}")).collect();
            findings.sort();
            said.findings.insert(claim.clone(), findings);
        }
        said.conflicts.extend(evaluation.conflicts().map(|it| ((it.kind, it.claims.clone()), it)));
        said
    }

    /// Takes in what is said to have changed; every change must be one.
    fn follow(&mut self, effect: &Effect) -> Result<(), TestCaseError> {
        for changed in effect.judgements() {
            prop_assert_ne!(changed.before, changed.after);
            prop_assert!(!changed.because.is_empty());
            let told = |judgement: corroborate::Judgement| {
                let sides = [judgement.support(), judgement.opposition()];
                let counts = sides.map(|side| (side.least, side.most, side.credible, side.has_authority));
                format!("{} {counts:?}", judgement.verdict())
            };
            replace(&mut self.judgements, &changed.claim, changed.before.map(told), changed.after.map(told))?;
        }
        for changed in effect.confidences() {
            prop_assert!(!changed.because.is_empty());
            let [before, after] = [changed.before, changed.after].map(|it| it.map(|it| it.to_string()));
            // Confidences differ by less than is shown.
            if before != after {
                replace(&mut self.confidences, &changed.claim, before, after)?;
            }
        }
        for Changed { claim, before, after, because, .. } in effect.findings() {
            prop_assert_ne!(&before, &after);
            prop_assert!(!because.is_empty());
            let told = |finding: Finding| format!("{finding:?}");
            let list = self.findings.entry(claim).or_default();
            if let Some(before) = before.map(told) {
                let at = list.iter().position(|other| *other == before);
                prop_assert!(at.is_some(), "{} was never found", before);
                list.remove(at.unwrap());
            }
            list.extend(after.map(told));
            list.sort();
        }
        for Changed { before, after, because, .. } in effect.conflicts() {
            prop_assert_ne!(&before, &after);
            prop_assert!(!because.is_empty());
            if let Some(before) = before {
                prop_assert_eq!(self.conflicts.remove(&(before.kind, before.claims.clone())), Some(before));
            }
            if let Some(after) = after {
                prop_assert_eq!(self.conflicts.insert((after.kind, after.claims.clone()), after), None);
            }
        }
        let judgements = &self.judgements;
        self.findings.retain(|claim, list| judgements.contains_key(claim) || !list.is_empty());
        for claim in judgements.keys() {
            self.findings.entry(claim.clone()).or_default();
        }
        Ok(())
    }
}

fn replace(
    map: &mut BTreeMap<ClaimId, String>,
    claim: &ClaimId,
    before: Option<String>,
    after: Option<String>,
) -> Result<(), TestCaseError> {
    prop_assert_eq!(map.get(claim).cloned(), before, "{} was something else", claim);
    match after {
        Some(after) => map.insert(claim.clone(), after),
        None => map.remove(claim),
    };
    Ok(())
}

fn titled(parts: &Parts, title: &str) -> Result<Dossier, corroborate::Problems> {
    let mut builder = Dossier::builder(title);
    for it in &parts.sources {
        builder = builder.source(it.clone());
    }
    for it in &parts.attributes {
        builder = builder.attribute(it.clone());
    }
    for it in &parts.claims {
        builder = builder.claim(it.clone());
    }
    for it in &parts.attributions {
        builder = builder.attribution(it.clone());
    }
    for it in &parts.rules {
        builder = builder.rule(it.clone());
    }
    builder.build()
}

/// What is wrong, in words, without the way to it.
fn words(problems: &corroborate::Problems) -> Vec<String> {
    let mut words: Vec<String> = problems.iter().map(|problem| problem.kind.to_string()).collect();
    words.sort();
    words.dedup();
    words
}

fn check(pool: &[Drawn], batches: &[Vec<Step>], evaluator: &Evaluator) -> Result<(), TestCaseError> {
    let pool = Pool(pool.iter().map(|dossier| Parts::of(dossier)).collect());
    let mut parts = pool.0[0].clone();
    let mut title = "generated".to_owned();
    let first = titled(&parts, &title).unwrap();
    let mut desk = Desk::open(first.clone(), evaluator.clone());
    let mut said = Said::of(evaluator, &first);
    let mut history = vec![first];
    for steps in batches {
        let mut amended = (parts.clone(), title.clone());
        let mut batch = Vec::new();
        let mut acts = true;
        for step in steps {
            let Some(amendment) = pool.amendment(&amended.0, *step) else {
                continue;
            };
            acts &= amend(&mut amended.0, &mut amended.1, &amendment);
            batch.push(amendment);
        }
        let whole = titled(&amended.0, &amended.1);
        match (desk.apply(batch.clone()), whole) {
            (Ok(effect), Ok(dossier)) => {
                prop_assert!(acts, "applied what has nothing to act on: {:?}", batch);
                said.follow(&effect)?;
                let now = Said::of(evaluator, &dossier);
                prop_assert_eq!(&said, &now, "after {:?}", batch);
                prop_assert_eq!(desk.view().dossier(), dossier.clone());
                prop_assert_eq!(desk.evaluation(render::json), render::json(&evaluator.evaluate(&dossier)));
                if history.last() != Some(&dossier) {
                    history.push(dossier);
                }
                (parts, title) = amended;
            }
            (Err(problems), whole) => {
                prop_assert!(!acts || whole.is_err(), "{} is refused: {:?}", problems, batch);
                if let (true, Err(whole)) = (acts, whole) {
                    prop_assert_eq!(words(&problems), words(&whole), "{:?}", batch);
                }
                prop_assert_eq!(&desk.view().dossier(), history.last().unwrap());
            }
            (Ok(_), Err(problems)) => prop_assert!(false, "{:?} is applied: {}", batch, problems),
        }
    }
    let last = render::json(&evaluator.evaluate(history.last().unwrap()));
    prop_assert_eq!(desk.evaluation(render::json), last.clone());
    let mut undone = 0;
    while let Some(effect) = desk.undo() {
        said.follow(&effect)?;
        undone += 1;
        prop_assert!(history.contains(&desk.view().dossier()));
    }
    prop_assert_eq!(desk.view().dossier(), history[0].clone());
    prop_assert_eq!(desk.evaluation(render::json), render::json(&evaluator.evaluate(&history[0])));
    prop_assert_eq!(said, Said::of(evaluator, &history[0]));
    for _ in 0..undone {
        prop_assert!(desk.redo().is_some());
    }
    prop_assert!(desk.redo().is_none());
    prop_assert_eq!(desk.evaluation(render::json), last);
    Ok(())
}

/// Batches, mostly of one amendment.
fn batches(most: usize) -> impl Strategy<Value = Vec<Vec<Step>>> {
    vec(prop_oneof![3 => vec(step(), 1), 1 => vec(step(), 2..6)], most / 2..most)
}

fn evaluator() -> impl Strategy<Value = Evaluator> {
    (random::policy(), weighted(0.3, random::moment())).prop_map(|(policy, as_of)| {
        let evaluator = Evaluator::new(policy);
        match as_of {
            Some(moment) => evaluator.as_of(moment),
            None => evaluator,
        }
    })
}

const TIED: Size = Size { sources: 6, attributes: 5, claims: 6, attributions: 12, rules: 3 };

// Each case is a long sequence, and after each step of it everything is evaluated from nothing.
proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases / 4, ..config() })]

    #[test]
    fn p21_a_desk_says_what_the_evaluator_says_from_nothing(
        pool in vec(random::dossier(SMALL), 3), batches in batches(12), evaluator in evaluator(),
    ) {
        check(&pool, &batches, &evaluator)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases / 32, ..config() })]

    #[test]
    fn p21_a_desk_with_rules_says_it_after_long_work(
        pool in vec(random::dossier(TIED), 4), batches in batches(60), evaluator in evaluator(),
    ) {
        check(&pool, &batches, &evaluator)?;
    }
}

/// A word on a topic that varies: who, on which of many days and for how many, how much, citing whom, published when.
#[derive(Debug, Clone)]
struct Reading {
    source: usize,
    day: u32,
    length: u32,
    value: i64,
    stance: Option<Stance>,
    certainty: Certainty,
    cites: Vec<usize>,
    published: Option<u32>,
    refers: Option<(bool, usize)>,
    dated: bool,
}

prop_compose! {
    fn reading()(
        source in 0_usize..7,
        day in 1_u32..28,
        length in prop_oneof![5 => Just(0_u32), 2 => 1_u32..4, 1 => 4_u32..20],
        value in 1_i64..4,
        stance in prop_oneof![4 => Just(None), 1 => Just(Some(Stance::Denies)), 1 => Just(Some(Stance::Doubts)), 1 => Just(Some(Stance::Silent))],
        certainty in prop_oneof![4 => Just(Certainty::Stated), 1 => Just(Certainty::Probable)],
        cites in prop_oneof![1 => Just(Vec::new()), 2 => vec(0_usize..7, 1..3)],
        published in weighted(0.8, 1_u32..9),
        refers in weighted(0.15, (any::<bool>(), any::<usize>())),
        dated in prop::bool::weighted(0.95),
    ) -> Reading {
        Reading { source, day, length, value, stance, certainty, cites, published, refers, dated }
    }
}

fn sourced(holds_for: Option<u32>) -> Dossier {
    let mut attribute = Attribute::new("troops", ValueKind::Quantity).over_time(OverTime::Varying);
    attribute.holds_for = holds_for;
    let mut builder = Dossier::builder("varying").attribute(attribute);
    for (at, kind) in
        [SourceKind::Newspaper, SourceKind::NewsAgency, SourceKind::Government].into_iter().cycle().take(7).enumerate()
    {
        let grade = if at == 6 { Reliability::D } else { Reliability::B };
        builder = builder.source(Source::new(format!("s{at}"), format!("source {at}")).kind(kind).reliability(grade));
    }
    builder.build().unwrap()
}

impl Reading {
    fn entries(&self, at: usize, earlier: &[Attribution]) -> (Claim, Attribution) {
        let last = (self.day + self.length).min(28);
        let when = format!("2024-06-{:02}/2024-06-{:02}", self.day, last);
        let value = Value::Quantity(Quantity::Exactly(Number::from(self.value * 100)));
        let mut claim = Claim::new(format!("c{}-{}-{}", self.day, last, self.value), "", "s", "troops", value);
        if self.dated {
            claim = claim.when(when.parse().unwrap());
        } else {
            claim.id = format!("c-{}", self.value).as_str().into();
        }
        let mut word = Attribution::new(format!("r{at:03}"), format!("s{}", self.source), claim.id.clone());
        word.stance = self.stance;
        word.certainty = self.certainty;
        word.published = self.published.map(|day| format!("2024-07-{day:02}").parse().unwrap());
        if !self.cites.is_empty() {
            word = word.citing(self.cites.iter().map(|source| format!("s{source}")));
        }
        if let Some((retracts, pick)) = self.refers
            && !earlier.is_empty()
        {
            let target = &earlier[pick % earlier.len()];
            word.source = target.source.clone();
            word.published = None;
            if retracts {
                word.stance = None;
                word.retracts.push(target.id.clone());
            } else {
                word.corrects.push(target.id.clone());
            }
        }
        (claim, word)
    }
}

/// The claims of a topic that varies are judged by what is near in time, and nothing else is judged again.
fn near(readings: &[Reading], holds_for: Option<u32>, later: &[(bool, usize)]) -> Result<usize, TestCaseError> {
    let evaluator = Evaluator::new(Policy::default());
    let first = sourced(holds_for);
    let mut desk = Desk::open(first.clone(), evaluator.clone());
    let mut said = Said::of(&evaluator, &first);
    let mut words: Vec<Attribution> = Vec::new();
    let mut spared = 0;
    let mut follow = |desk: &mut Desk, batch: Vec<Amendment>| -> Result<(), TestCaseError> {
        let effect = desk.apply(batch.clone());
        let Ok(effect) = effect else {
            return Ok(());
        };
        said.follow(&effect)?;
        let dossier = desk.view().dossier();
        prop_assert_eq!(&said, &Said::of(&evaluator, &dossier), "after {:?}", batch);
        spared += dossier.claims().len() - effect.work().claims.min(dossier.claims().len());
        Ok(())
    };
    for (at, reading) in readings.iter().enumerate() {
        let (claim, word) = reading.entries(at, &words);
        follow(&mut desk, vec![Amendment::add(claim), Amendment::add(word.clone())])?;
        words.push(word);
    }
    for (removes, pick) in later {
        let word = words[pick % words.len()].clone();
        let amendment = if *removes {
            Amendment::Remove(Name::Attribution(word.id))
        } else {
            let (_, mut other) = readings[pick / 7 % readings.len()].entries(0, &[]);
            other.id = word.id;
            Amendment::edit(other)
        };
        follow(&mut desk, vec![amendment])?;
    }
    prop_assert_eq!(desk.evaluation(render::json), render::json(&evaluator.evaluate(&desk.view().dossier())));
    Ok(spared)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases / 16, ..config() })]

    #[test]
    fn p21_a_topic_that_varies_is_judged_again_only_near_in_time(
        readings in vec(reading(), 10..40),
        holds_for in prop_oneof![Just(None), Just(Some(1)), Just(Some(3))],
        later in vec((any::<bool>(), any::<usize>()), 10),
    ) {
        near(&readings, holds_for, &later)?;
    }
}

#[test]
fn p21_on_a_topic_that_varies_most_claims_are_not_judged_again() {
    let reading = |at: u32| Reading {
        source: at as usize % 7,
        day: 1 + at % 27,
        length: 0,
        value: 1 + i64::from(at) % 3,
        stance: None,
        certainty: Certainty::Stated,
        cites: Vec::new(),
        published: Some(1),
        refers: None,
        dated: true,
    };
    let readings: Vec<Reading> = (0..54).map(reading).collect();
    // Each of the last 27 is judged beside one other, and 26 times two are left alone at least.
    assert!(near(&readings, None, &[]).unwrap() > 1000);
}
