//! What is wrong with support as a whole: too few origins, or none of the right sort.

use std::collections::BTreeSet;

use super::{Case, Entries};
use crate::evaluate::finding::{Code, NextStep};
use crate::evaluate::hop::{Ask, Walker};
use crate::evaluate::independence::Counter;
use crate::evaluate::judge::Bench;
use crate::evaluate::provenance::{Graph, Part, SideOf};
use crate::evaluate::standards::{Owners, Test};
use crate::evaluate::verdict::Verdict;
use crate::model::attribution::Stance;

impl Case<'_> {
    pub(super) fn sourcing(&mut self) {
        if self.assessment.verdict() == Verdict::Unsourced {
            self.report(Code::Unsourced, &Entries::default(), NextStep::SeekSource);
        }
        self.opposed();
        for side in SideOf::BOTH {
            self.circular(side);
        }
        if self.assessment.judged.sides[0].most == 0 {
            return;
        }
        self.too_few();
        self.undeclared();
        self.all_of_one_sort();
        self.owners();
        self.below_standard();
    }

    /// Says that the standard is not met, where no single flaw does.
    fn below_standard(&mut self) {
        let says_why = |code: Code| {
            matches!(
                code,
                Code::SingleOrigin
                    | Code::SingleConduit
                    | Code::UndeclaredOrigin
                    | Code::AnonymousOnly
                    | Code::HedgedOnly
                    | Code::PartyOnly
                    | Code::UnreliableOnly
            )
        };
        let is_short = self.assessment.verdict() == Verdict::Unconfirmed && !self.assessment.support().meets_standard();
        if is_short && !self.found.iter().any(|finding| says_why(finding.code)) {
            let origins = self.origins();
            let silent = self.silent_on_basis();
            let next = match silent.is_empty() {
                true => self.seek_beyond(&origins),
                false => NextStep::AskBasis { of: self.source_ids(&silent) },
            };
            self.report(Code::BelowStandard, &Entries::new(origins, self.reporting()), next);
        }
    }

    /// Origins that would count if it were on record how they know.
    fn silent_on_basis(&self) -> BTreeSet<u32> {
        if !self.evaluation.policy().first_hand_only {
            return BTreeSet::new();
        }
        let is_credible = |part: &&Part| part.declared_credibly || part.undeclared_credibly;
        let known: BTreeSet<u32> = self.support.parts.iter().filter(is_credible).map(|part| part.source).collect();
        let graph = self.tested(Test::CredibleIfFirstHand);
        graph
            .parts
            .iter()
            .filter(is_credible)
            .map(|part| part.source)
            .filter(|source| !known.contains(source))
            .collect()
    }

    fn origins(&self) -> BTreeSet<u32> {
        self.support.parts.iter().filter(|part| part.is_origin()).map(|part| part.source).collect()
    }

    fn reporting(&self) -> BTreeSet<u32> {
        self.said(SideOf::Support).iter().map(|said| said.at).collect()
    }

    fn seek_beyond(&self, sources: &BTreeSet<u32>) -> NextStep {
        NextStep::SeekOrigin { beyond: self.source_ids(sources) }
    }

    fn too_few(&mut self) {
        if self.assessment.support().meets_standard() {
            return;
        }
        let gates = |wanted: fn(&Part) -> bool| -> BTreeSet<u32> {
            let parts = self.support.parts.iter().filter(|part| wanted(part));
            parts.map(|part| self.walker.standards.feed_gate(part.source, Owners::Count)).collect()
        };
        let (all, declared) = (gates(Part::is_origin).len(), gates(|part| part.declared).len());
        if all == 1 {
            let origins = self.origins();
            let next = self.seek_beyond(&origins);
            self.report(Code::SingleOrigin, &Entries::new(origins, self.reporting()), next);
        } else if declared > 1 && self.assessment.judged.sides[0].least == 1 {
            let choke = self.bench.counter.chokepoints(self.walker.standards, &self.support).into_iter().collect();
            let next = self.seek_beyond(&choke);
            self.report(Code::SingleConduit, &Entries::new(choke, self.reporting()), next);
        }
    }

    fn undeclared(&mut self) {
        let origins: BTreeSet<u32> =
            self.support.parts.iter().filter(|part| part.undeclared).map(|part| part.source).collect();
        if origins.is_empty() {
            return;
        }
        let words = &self.walker.standing.words;
        let names = |at: &u32| {
            let far_ends = words.chains_of(*at).filter_map(|chain| words.chains.get(chain as usize).last());
            (words.is_origin(*at) && origins.contains(&self.speaker(*at)))
                || far_ends.into_iter().any(|far| origins.contains(far))
        };
        let attributions = self.reporting().into_iter().filter(names).collect();
        let next = NextStep::AskBasis { of: self.source_ids(&origins) };
        self.report(Code::UndeclaredOrigin, &Entries::new(origins, attributions), next);
    }

    fn all_of_one_sort(&mut self) {
        let origins = self.origins();
        let named = |source: &u32| !self.walker.standards.is_anonymous(*source);
        if !origins.iter().any(named) {
            let next = self.seek_beyond(&origins);
            self.report(Code::AnonymousOnly, &Entries::new(origins.clone(), self.reporting()), next);
        }
        if !self.passes(Test::Stated) {
            let next = NextStep::AskPlainStatement { of: self.source_ids(&origins) };
            self.report(Code::HedgedOnly, &Entries::new(origins, self.reporting()), next);
        }
        let judged = self.walker.topic_of(self.claim).attribute;
        let spoken: BTreeSet<u32> =
            self.said(SideOf::Support).iter().map(|said| self.walker.topic_of(said.spoken).attribute).collect();
        let standards = self.walker.standards;
        let has_stake = |source: u32| spoken.iter().any(|attribute| standards.has_stake(source, [*attribute, judged]));
        for (code, test) in [(Code::PartyOnly, Test::Disinterested), (Code::UnreliableOnly, Test::Reliable)] {
            if self.passes(test) {
                continue;
            }
            let is_meant = |source: &u32| match test {
                Test::Disinterested => has_stake(*source),
                _ => !standards.is_usable(*source),
            };
            let sources: BTreeSet<u32> = self.support.parts.iter().map(|part| part.source).filter(is_meant).collect();
            let next = self.seek_beyond(&sources);
            self.report(code, &Entries::new(sources, self.reporting()), next);
        }
    }

    /// Whether some path of the support passes a test all the way.
    fn passes(&self, test: Test) -> bool {
        self.tested(test).parts.iter().any(|part| part.declared_credibly || part.undeclared_credibly)
    }

    /// The support, with another test of its paths.
    fn tested(&self, test: Test) -> Graph {
        let walker = Walker { test, ..self.walker };
        let mut graph = Graph::default();
        let mut bench = self.assessment.gathered(&walker);
        let at = (self.claim, SideOf::Support);
        let Bench { marks, said, .. } = &mut *bench;
        graph.build(&walker, marks, at, &said[0], Ask::WhetherItCarries, |_, _, _| {});
        graph
    }

    fn owners(&mut self) {
        let standards = self.walker.standards;
        if self.support.parts.iter().all(|part| standards.top(part.source) == part.source) {
            return;
        }
        let mut counter = Counter::for_sources(self.walker.dossier.sources().len(), Owners::Ignored);
        if counter.tally(standards, &self.support).most <= self.assessment.judged.sides[0].most {
            return;
        }
        let ends: Vec<&Part> = self.support.parts.iter().filter(|part| part.is_origin() || part.reports).collect();
        let shares = |part: &&&Part| {
            let top = standards.top(part.source);
            ends.iter().any(|other| other.source != part.source && standards.top(other.source) == top)
        };
        let sources: BTreeSet<u32> = ends.iter().filter(shares).map(|part| part.source).collect();
        let next = self.seek_beyond(&sources);
        let words = self.words_of(SideOf::Support, &sources);
        self.report(Code::OwnerShared, &Entries::new(sources, words), next);
    }

    fn opposed(&mut self) {
        let opposing = self.said(SideOf::Opposition).to_vec();
        if matches!(self.assessment.verdict(), Verdict::Contradicted | Verdict::Refuted) {
            let mut entries = Entries::default();
            // Of two claims that would both be confirmed, each stands against the other.
            entries.claims.extend(self.assessment.settled_by().unwrap_or_default());
            for said in &opposing {
                entries.sources.insert(self.speaker(said.at));
                entries.attributions.insert(said.at);
                if said.spoken != self.claim {
                    entries.claims.insert(said.spoken);
                }
            }
            let next = NextStep::Reconcile { with: self.claim_ids(&entries.claims) };
            self.report(Code::Contradicted, &entries, next);
        }
        let judged = self.walker.topic_of(self.claim).attribute;
        let mut entries = Entries::default();
        for said in opposing.iter().filter(|said| said.stance == Stance::Denies) {
            let speaker = self.speaker(said.at);
            let attributes = [self.walker.topic_of(said.spoken).attribute, judged];
            let is_against = self.walker.standing.words.manner[said.at as usize].against_interest;
            if !is_against && self.walker.standards.has_stake(speaker, attributes) {
                entries.sources.insert(speaker);
                entries.attributions.insert(said.at);
            }
        }
        if !entries.attributions.is_empty() {
            self.report(Code::DeniedByParty, &entries, NextStep::Mention);
        }
    }

    /// Sources that no origin reaches and that cite each other in a circle, or stand between two circles.
    fn circular(&mut self, side: SideOf) {
        let graph = if side == SideOf::Support { &self.support } else { &self.opposition };
        let mut citing: Vec<Vec<u32>> = vec![Vec::new(); graph.parts.len()];
        let mut cited: Vec<Vec<u32>> = vec![Vec::new(); graph.parts.len()];
        for edge in &graph.edges {
            citing[edge.cited as usize].push(edge.citing);
            cited[edge.citing as usize].push(edge.cited);
        }
        let mut is_left: Vec<bool> = vec![true; graph.parts.len()];
        let origins = (0..).zip(&graph.parts).filter(|(_, part)| part.is_origin()).map(|(at, _)| at);
        let mut queue: Vec<u32> = origins.collect();
        while let Some(at) = queue.pop() {
            if std::mem::replace(&mut is_left[at as usize], false) {
                queue.extend(&citing[at as usize]);
            }
        }
        for (ahead, behind) in [(&citing, &cited), (&cited, &citing)] {
            peel(&mut is_left, ahead, behind);
        }
        let sources: BTreeSet<u32> =
            graph.parts.iter().zip(&is_left).filter(|(_, left)| **left).map(|(part, _)| part.source).collect();
        if !sources.is_empty() {
            let next = self.seek_beyond(&sources);
            let words = self.words_of(side, &sources);
            self.report(Code::Circular, &Entries::new(sources, words), next);
        }
    }
}

/// Takes away, again and again, what has nothing left behind it.
fn peel(is_left: &mut [bool], ahead: &[Vec<u32>], behind: &[Vec<u32>]) {
    let mut count: Vec<usize> =
        behind.iter().map(|list| list.iter().filter(|at| is_left[**at as usize]).count()).collect();
    let mut queue: Vec<usize> = (0..count.len()).filter(|at| is_left[*at] && count[*at] == 0).collect();
    while let Some(at) = queue.pop() {
        is_left[at] = false;
        for next in &ahead[at] {
            let next = *next as usize;
            count[next] -= usize::from(is_left[next]);
            if is_left[next] && count[next] == 0 {
                queue.push(next);
            }
        }
    }
}
