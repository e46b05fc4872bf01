//! The timeline: how the verdict on every claim changed, day by day, and which entries changed it.

mod causes;
mod replay;
#[cfg(test)]
mod tests;

use std::fmt;

use serde::Serialize;

use crate::evaluate::{Evaluator, Verdict};
use crate::model::attribution::{Attribution, Stance};
use crate::model::dossier::Dossier;
use crate::model::edtf::Day;
use crate::model::id::{AttributionId, ClaimId};
use crate::model::names::vocabulary;

vocabulary! {
    /// What an attribution does, as it is recorded. One that does several of these goes by the first.
    pub enum Act: "act" {
        /// It withdraws an earlier word of its own.
        Retracts = "retracts",
        /// It says that an earlier attribution credits it with what it never said.
        Disowns = "disowns",
        /// It says something in place of an earlier word of its own.
        Corrects = "corrects",
        /// It says that a claim is so.
        Affirms = "affirms",
        /// It says that a claim is not so.
        Denies = "denies",
        /// It does not know, or cannot confirm.
        Doubts = "doubts",
        /// Somebody looked: the source does not say it.
        Silent = "silent",
    }
}

impl Act {
    pub(crate) fn of(entry: &Attribution) -> Self {
        match entry.says() {
            None if entry.retracts.is_empty() => Self::Disowns,
            None => Self::Retracts,
            Some(_) if !entry.corrects.is_empty() => Self::Corrects,
            Some(Stance::Affirms) => Self::Affirms,
            Some(Stance::Denies) => Self::Denies,
            Some(Stance::Doubts) => Self::Doubts,
            Some(Stance::Silent) => Self::Silent,
        }
    }
}

vocabulary! {
    /// What the words of an attribution mean for a claim.
    pub enum Bears: "bearing" {
        /// They support it.
        For = "for",
        /// They oppose it.
        Against = "against",
        /// Neither: the attribution acts through the words of others, which it replaces, takes back, or gives or takes a footing.
        Neither = "neither",
    }
}

/// An attribution that changed a verdict.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[non_exhaustive]
pub struct Cause {
    /// The attribution.
    pub attribution: AttributionId,
    /// What it does.
    pub act: Act,
    /// What its words mean for the claim of which the verdict changed.
    pub bears: Bears,
}

/// A claim whose verdict at the end of a day is another than at the end of the day before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// The day, in UTC, from whose end the new verdict holds.
    pub on: Day,
    /// The claim.
    pub claim: ClaimId,
    /// The verdict before; [`Verdict::Unsourced`] before the first word.
    pub from: Verdict,
    /// The verdict from this day on.
    pub to: Verdict,
    /// A least set of attributions that became known on this day and are enough, added to what was known the day before, for the new verdict: without any of
    /// them the rest of the set is not. The earliest published comes first.
    pub because: Vec<Cause>,
    /// Other attributions of this day each of which alone would have been enough, by id; empty where it took several.
    pub likewise: Vec<AttributionId>,
}

/// How the verdict on every claim of a dossier changed, day by day.
///
/// Made by [`Evaluator::timeline`]. A word is known from its moment, its day or the end of its month, in UTC; the verdicts of a day are those at its end. Attributions
/// without a date are not known on any day, because a replay must not let the future leak into the past: [`undated`](Self::undated) names them.
#[derive(Clone)]
pub struct Timeline<'d> {
    dossier: &'d Dossier,
    days: Vec<Day>,
    changes: Vec<Change>,
    /// For each claim, by number, its changes.
    of_claim: Vec<Vec<usize>>,
    undated: Vec<AttributionId>,
}

impl Evaluator {
    /// Replays a dossier: what the desk could have said on every day, and which attributions changed it. With an [`as_of`](Self::as_of) the replay ends there.
    ///
    /// Total, as [`evaluate`](Self::evaluate) is. The dossier is cut into parts that are judged apart, and of each part only those claims are judged again on a day whose
    /// judgement can have changed by what became known that day; `benches/README.md` has the measurements. Topics of more than some 250 claims
    /// are judged whole on each day on which something on them becomes known.
    ///
    /// ```
    /// use corroborate::{Act, Attribute, Attribution, Claim, Dossier, Evaluator, Policy, Source, SourceKind, Value, ValueKind, Verdict};
    /// let dossier = Dossier::builder("A dam")
    ///     .source(Source::new("ministry", "Ministry of Water").kind(SourceKind::Government))
    ///     .source(Source::new("police", "Police").kind(SourceKind::Police))
    ///     .attribute(Attribute::new("burst", ValueKind::Truth))
    ///     .claim(Claim::new("c", "The dam has burst", "dam", "burst", Value::Truth(true)))
    ///     .attribution(Attribution::new("a1", "ministry", "c").published("2025-03-01".parse()?))
    ///     .attribution(Attribution::new("a2", "police", "c").published("2025-03-02".parse()?))
    ///     .attribution(Attribution::retraction("a3", "police", "a2").published("2025-03-04".parse()?))
    ///     .build()?;
    /// let timeline = Evaluator::new(Policy::default()).timeline(&dossier);
    /// let verdicts: Vec<Verdict> = timeline.of(&"c".into()).map(|change| change.to).collect();
    /// assert_eq!(verdicts, [Verdict::Unconfirmed, Verdict::Confirmed, Verdict::Unconfirmed]);
    /// assert_eq!(timeline.verdict(&"c".into(), "2025-03-03".parse()?), Some(Verdict::Confirmed));
    /// let by_retraction: Vec<_> = timeline.after(&"a3".into()).collect();
    /// assert_eq!(by_retraction.len(), 1);
    /// assert_eq!(by_retraction[0].because[0].act, Act::Retracts);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn timeline<'d>(&self, dossier: &'d Dossier) -> Timeline<'d> {
        replay::timeline(self, dossier).0
    }
}

impl<'d> Timeline<'d> {
    fn new(dossier: &'d Dossier, days: Vec<Day>, mut changes: Vec<Change>, undated: Vec<AttributionId>) -> Self {
        changes.sort_by(|a, b| (a.on, &a.claim).cmp(&(b.on, &b.claim)));
        let mut of_claim = vec![Vec::new(); dossier.claims().len()];
        for (at, change) in changes.iter().enumerate() {
            if let Some(of) = dossier.claim_number(&change.claim).and_then(|claim| of_claim.get_mut(claim as usize)) {
                of.push(at);
            }
        }
        Self { dossier, days, changes, of_claim, undated }
    }

    /// The dossier that was replayed.
    #[must_use]
    pub const fn dossier(&self) -> &'d Dossier {
        self.dossier
    }

    /// The days on which some attribution became known, in order.
    #[must_use]
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// Every change, by day and then by claim.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The attributions that have no date and so take part on no day, by id.
    #[must_use]
    pub fn undated(&self) -> &[AttributionId] {
        &self.undated
    }

    /// The verdict on every claim as of the end of a day, by id: as the desk could have published it. On a day after the end of the replay, the verdicts at its end.
    ///
    /// It is the same as [`Evaluator::as_of`] that day and [`evaluate`](Evaluator::evaluate) give; O(claims · log changes).
    pub fn on(&self, day: Day) -> impl Iterator<Item = (&'d ClaimId, Verdict)> {
        self.dossier.claims().iter().zip(&self.of_claim).map(move |(claim, of)| (&claim.id, self.at(of, day)))
    }

    /// The verdict on one claim as of the end of a day; `None` where the dossier has no such claim. O(log n).
    #[must_use]
    pub fn verdict(&self, claim: &ClaimId, day: Day) -> Option<Verdict> {
        Some(self.at(self.of_claim.get(self.dossier.claim_number(claim)? as usize)?, day))
    }

    fn at(&self, changes: &[usize], day: Day) -> Verdict {
        let until = changes.partition_point(|at| self.changes[*at].on <= day);
        until.checked_sub(1).map_or(Verdict::Unsourced, |last| self.changes[changes[last]].to)
    }

    /// The history of one claim: its changes in order.
    pub fn of(&self, claim: &ClaimId) -> impl DoubleEndedIterator<Item = &Change> {
        let number = self.dossier.claim_number(claim);
        let of = number.and_then(|number| self.of_claim.get(number as usize));
        of.into_iter().flatten().map(|at| &self.changes[*at])
    }

    /// The changes that an attribution caused, alone or with others of its day, those included that another one of that day would have caused too: after a retraction, the claims that it
    /// reached. O(changes).
    pub fn after(&self, attribution: &AttributionId) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| {
            change.because.iter().any(|cause| cause.attribution == *attribution)
                || change.likewise.binary_search(attribution).is_ok()
        })
    }

    /// The first day at whose end a claim could be stated as fact.
    #[must_use]
    pub fn first_confirmed(&self, claim: &ClaimId) -> Option<Day> {
        self.of(claim).find(|change| change.to == Verdict::Confirmed).map(|change| change.on)
    }
}

impl fmt::Debug for Timeline<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Timeline")
            .field("days", &self.days)
            .field("changes", &self.changes)
            .field("undated", &self.undated)
            .finish_non_exhaustive()
    }
}

/// The version of the form in which a timeline is written.
const VERSION: u32 = 1;

impl Serialize for Timeline<'_> {
    /// Writes days, changes and undated attributions; `docs/replay.md` describes the form.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Wire<'a> {
            corroborate: u32,
            days: &'a [Day],
            changes: &'a [Change],
            undated: &'a [AttributionId],
        }
        Wire { corroborate: VERSION, days: &self.days, changes: &self.changes, undated: &self.undated }
            .serialize(serializer)
    }
}
