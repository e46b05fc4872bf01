//! The search: which additions are tried together, and with how many new origins.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::candidates::Candidates;
use super::remedy::{Addition, Remedy};
use super::trial::Trial;
use crate::model::number::Number;
use crate::model::policy::Policy;

/// More new origins than this are no advice.
const MOST_ORIGINS: u32 = 4096;
/// So few are tried one after another, without trusting that more never do worse.
const FEW_ORIGINS: u32 = 3;
/// How many remedies are reported.
const REPORTED: usize = 5;

/// Some of the candidates, by place, in order.
type Set = Vec<usize>;

/// Which of the four kinds of addition a remedy holds: authority, own word, withdrawal, new origins.
type Kind = [bool; 4];

/// How much is tried, by the size of the excerpt: what is large is judged slowly, and seldom.
struct Limits {
    /// Candidates of each kind that are tried alone, in pairs, in threes.
    of_kind: [usize; 3],
}

impl Limits {
    fn of(trial: &Trial<'_>) -> Self {
        let excerpt = trial.excerpt;
        let entries = excerpt.attributions().len() + excerpt.sources().len() + excerpt.claims().len();
        Self {
            of_kind: match entries {
                0..150 => [24, 12, 5],
                150..500 => [24, 8, 4],
                500..3_000 => [16, 4, 2],
                3_000..30_000 => [8, 2, 0],
                _ => [4, 0, 0],
            },
        }
    }
}

pub(super) struct Search<'a> {
    trial: &'a Trial<'a>,
    candidates: &'a Candidates,
    /// As many new origins as can be of any use.
    enough: u32,
    /// The fewest new origins that settle the claim together with a set, as far as it was worth finding out.
    fewest: BTreeMap<Set, u32>,
    /// What was tried, and whether it did.
    tried: RefCell<BTreeMap<(Set, u32), bool>>,
}

/// All remedies worth reporting, the smallest first.
pub(super) fn remedies(trial: &Trial<'_>, candidates: &Candidates, policy: &Policy) -> Vec<Remedy> {
    let mut search = Search {
        trial,
        candidates,
        enough: enough(policy, candidates.against),
        fewest: BTreeMap::new(),
        tried: RefCell::default(),
    };
    search.run();
    search.report()
}

/// As many origins as outweigh the other side and meet the standard, and as many again, for what the additions may stir up.
fn enough(policy: &Policy, against: u32) -> u32 {
    let needed = policy.outweighs.checked_mul(Number::from(against));
    let outweighs = |n: u32| needed.is_some_and(|needed| Number::from(n) >= needed);
    let (mut fails, mut holds) = (0, MOST_ORIGINS);
    while fails < holds {
        let middle = fails.midpoint(holds);
        (fails, holds) = if outweighs(middle) { (fails, middle) } else { (middle + 1, holds) };
    }
    let least = policy.independent_origins.max(holds);
    least.saturating_add(least).saturating_add(1).min(MOST_ORIGINS)
}

impl Search<'_> {
    fn run(&mut self) {
        self.attempt(Vec::new(), self.enough);
        let limits = Limits::of(self.trial).of_kind;
        for set in self.sets(1, limits[0]) {
            self.improve(set);
        }
        self.withdraw_all(limits[0]);
        // Larger sets are worth a look only where nothing smaller is in sight but the word of somebody whom nobody knows.
        for (size, limit) in [(2, limits[1]), (3, limits[2])] {
            if self.smallest() >= size {
                for set in self.sets(size, limit) {
                    self.improve(set);
                }
            }
        }
    }

    /// Every set of so many candidates out of the first few of each kind; of authorities one at most, because a second one is one origin more.
    fn sets(&self, size: usize, limit: usize) -> Vec<Set> {
        let mut seen = [0; 4];
        let mut first_few = Vec::new();
        for (at, addition) in self.candidates.additions.iter().enumerate() {
            let kind = place(addition);
            seen[kind] += 1;
            if seen[kind] <= limit || matches!(addition, Addition::Authority { one_of } if one_of.is_empty()) {
                first_few.push(at);
            }
        }
        let mut sets: Vec<Set> = vec![Vec::new()];
        for _ in 0..size {
            let grown = |set: &Set| {
                let last = set.last().copied();
                let has_authority = set.iter().any(|at| self.is_authority(*at));
                let later = first_few.iter().filter(move |at| last.is_none_or(|last| **at > last));
                let fits = later.filter(|at| !(has_authority && self.is_authority(**at)));
                fits.map(|at| set.iter().copied().chain([*at]).collect()).collect::<Vec<Set>>()
            };
            sets = sets.iter().flat_map(grown).collect();
        }
        sets
    }

    fn is_authority(&self, at: usize) -> bool {
        matches!(self.candidates.additions.get(at), Some(Addition::Authority { .. }))
    }

    /// Whether a set counts on an authority whom the dossier does not know.
    fn is_vague(&self, set: &Set) -> bool {
        let is_unknown = |addition: &Addition| matches!(addition, Addition::Authority { one_of } if one_of.is_empty());
        set.iter().filter_map(|at| self.candidates.additions.get(*at)).any(is_unknown)
    }

    /// The size of the smallest remedy found that does not count on an unknown authority.
    fn smallest(&self) -> usize {
        let sizes = self.fewest.iter().filter(|(set, _)| !self.is_vague(set));
        sizes.map(|(set, origins)| set.len() + *origins as usize).min().unwrap_or(usize::MAX)
    }

    /// Tries a set with fewer new origins than any part of it needs, and than would make it no better than what is known.
    fn improve(&mut self, set: Set) {
        let mut most = self.enough;
        for (known, origins) in &self.fewest {
            if known.iter().all(|at| set.contains(at)) {
                let Some(fewer) = origins.checked_sub(1) else {
                    return;
                };
                most = most.min(fewer);
            }
        }
        // One addition is compared with those of its kind; several must make a smaller remedy than any, or as small a one if they are of one kind.
        let (with, without) = (self.known(&set, true), self.known(&set, false));
        let rival = if set.len() == 1 { with } else { Some(self.smallest()) };
        if let Some(rival) = rival {
            let room = rival.saturating_sub(set.len() + 1);
            most = most.min(u32::try_from(room).unwrap_or(u32::MAX));
        }
        let is_mixed = self.kind(&set, 0).iter().filter(|holds| **holds).count() > 1;
        let is_no_smaller = rival.is_some_and(|rival| set.len() >= rival);
        let is_worthwhile = most > 0 || without.is_none_or(|without| set.len() < without);
        if is_worthwhile && !(is_mixed && is_no_smaller) {
            self.attempt(set, most);
        }
    }

    /// The size of the smallest remedy of the kind of a set, with or without new origins.
    fn known(&self, set: &Set, has_origins: bool) -> Option<usize> {
        let kind = self.kind(set, u32::from(has_origins));
        let alike = self.fewest.iter().filter(|(other, origins)| self.kind(other, **origins) == kind);
        alike.map(|(other, origins)| other.len() + *origins as usize).min()
    }

    /// Finds the fewest new origins, up to so many, that settle the claim together with a set.
    fn attempt(&mut self, set: Set, most: u32) {
        let holds = |origins: u32| self.holds(&set, origins);
        // Without this most sets would be tried with every number.
        if !set.is_empty() && most > 0 && !holds(most) {
            return;
        }
        let mut fails = None;
        for origins in 0..=most.min(FEW_ORIGINS) {
            if holds(origins) {
                self.fewest.insert(set, origins);
                return;
            }
            fails = Some(origins);
        }
        let Some(mut fails) = fails.filter(|fails| *fails < most) else {
            return;
        };
        let mut tried = fails.saturating_mul(2).min(most);
        while !holds(tried) {
            if tried == most {
                return;
            }
            fails = tried;
            tried = tried.saturating_mul(2).min(most);
        }
        // More independent credible origins never lower a verdict (property 4), so halving finds the fewest.
        while fails + 1 < tried {
            let middle = fails.midpoint(tried);
            if holds(middle) {
                tried = middle;
            } else {
                fails = middle;
            }
        }
        self.fewest.insert(set, tried);
    }

    /// Where nothing small is in sight: takes the other side back as a whole, and then leaves out whatever need not be taken back.
    fn withdraw_all(&mut self, limit: usize) {
        let is_withdrawal = |at: &usize| place_of(self.candidates, *at) == WITHDRAWAL;
        if self.smallest() <= FEW_ORIGINS as usize {
            return;
        }
        let mut all: Set = (0..self.candidates.additions.len()).filter(is_withdrawal).take(limit).collect();
        if all.len() < 2 {
            return;
        }
        let Some(origins) = (0..=FEW_ORIGINS).chain([self.enough]).find(|n| self.holds(&all, *n)) else {
            return;
        };
        // Those on whom most rests come first, so the last ones are left out first.
        for at in all.clone().into_iter().rev() {
            let rest: Set = all.iter().copied().filter(|other| *other != at).collect();
            if self.holds(&rest, origins) {
                all = rest;
            }
        }
        self.attempt(all, origins);
    }

    fn holds(&self, set: &Set, origins: u32) -> bool {
        let key = (set.clone(), origins);
        if let Some(known) = self.tried.borrow().get(&key) {
            return *known;
        }
        let holds = self.trial.keeps(&self.remedy(set, origins));
        self.tried.borrow_mut().insert(key, holds);
        holds
    }

    fn remedy(&self, set: &Set, origins: u32) -> Remedy {
        self.trial.remedy(set.iter().filter_map(|at| self.candidates.additions.get(*at)), origins)
    }

    fn kind(&self, set: &Set, origins: u32) -> Kind {
        let mut kind = [false; 4];
        for at in set {
            kind[place_of(self.candidates, *at)] = true;
        }
        kind[ORIGINS] = origins > 0;
        kind
    }

    /// The smallest remedy of each kind, the smallest first.
    fn report(&self) -> Vec<Remedy> {
        let mut found: Vec<(&Set, u32)> = self.fewest.iter().map(|(set, origins)| (set, *origins)).collect();
        found.sort_by_key(|(set, origins)| {
            let names_authority = set.iter().any(|at| self.is_authority(*at)) && !self.is_vague(set);
            (set.len() + *origins as usize, self.is_vague(set), !names_authority, set.len(), *set)
        });
        let mut kinds: Vec<Kind> = Vec::new();
        let mut remedies = Vec::new();
        for (set, origins) in found {
            let kind = self.kind(set, origins);
            if remedies.len() == REPORTED || kinds.contains(&kind) || !self.is_needed(set, origins) {
                continue;
            }
            kinds.push(kind);
            remedies.push(self.spelt_out(set, origins));
        }
        remedies
    }

    /// Whether nothing can be left out, and where an unknown authority is asked for, a credible origin would not do as well.
    fn is_needed(&self, set: &Set, origins: u32) -> bool {
        let without = |left_out: usize| -> Set { set.iter().copied().filter(|at| *at != left_out).collect() };
        let fewer = origins.checked_sub(1).is_some_and(|fewer| self.holds(set, fewer));
        let would_do = |at: &usize| self.is_vague(&vec![*at]) && self.holds(&without(*at), origins + 1);
        // Of a large set only its single members are left out: less of it is no more.
        let parts = if set.len() > 3 { set.iter().map(|at| without(*at)).collect() } else { proper_parts(set) };
        !fewer && !parts.iter().any(|part| self.holds(part, origins)) && !set.iter().any(would_do)
    }

    /// The remedy with the names that it needs: all authorities that would do, and the origins that new ones must not rest on.
    fn spelt_out(&self, set: &Set, origins: u32) -> Remedy {
        let mut remedy = self.remedy(set, origins);
        for (nth, at) in set.iter().enumerate() {
            let others = (0..self.candidates.additions.len()).filter(|other| other > at);
            for other in others.filter(|other| self.is_authority(*at) && self.is_authority(*other)) {
                let mut swapped = set.clone();
                swapped[nth] = other;
                if let Some(Addition::Authority { one_of: more }) = self.candidates.additions.get(other)
                    && self.holds(&swapped, origins)
                    && let Some(Addition::Authority { one_of }) = remedy.additions.get_mut(nth)
                    && !one_of.is_empty()
                {
                    one_of.extend(more.iter().cloned());
                }
            }
        }
        if let Some(Addition::Origins { beyond, .. }) = remedy.additions.last_mut() {
            beyond.clone_from(&self.candidates.beyond);
        }
        remedy
    }
}

/// Every part of a set but the whole.
fn proper_parts(set: &Set) -> Vec<Set> {
    let mut parts: Vec<Set> = vec![Vec::new()];
    for at in set {
        let with: Vec<Set> = parts.iter().map(|part| part.iter().copied().chain([*at]).collect()).collect();
        parts.extend(with);
    }
    parts.pop();
    parts
}

const WITHDRAWAL: usize = 2;
const ORIGINS: usize = 3;

/// The place of an addition's kind.
const fn place(addition: &Addition) -> usize {
    match addition {
        Addition::Authority { .. } => 0,
        Addition::OwnWord { .. } => 1,
        Addition::Withdrawal { .. } => WITHDRAWAL,
        Addition::Origins { .. } => ORIGINS,
    }
}

fn place_of(candidates: &Candidates, at: usize) -> usize {
    candidates.additions.get(at).map_or(ORIGINS, place)
}
