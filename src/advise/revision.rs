//! Two versions of a dossier: which entries were added, edited and removed, and what that did to verdicts, findings and conflicts.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::evaluate::{Code, Conflict, Evaluation, Verdict};
use crate::model::attribute::Attribute;
use crate::model::attribution::Attribution;
use crate::model::claim::Claim;
use crate::model::id::ClaimId;
use crate::model::names::vocabulary;
use crate::model::rule::Rule;
use crate::model::source::Source;

/// More conflicts than this, on either side, are not compared.
const CONFLICTS: usize = 100_000;

vocabulary! {
    /// What an entry of a dossier is.
    pub enum Noun: "noun" {
        /// A source.
        Source = "source",
        /// An attribute.
        Attribute = "attribute",
        /// A claim.
        Claim = "claim",
        /// An attribution.
        Attribution = "attribution",
        /// A rule.
        Rule = "rule",
    }
}

vocabulary! {
    /// What was done to an entry.
    pub enum Edited: "edit" {
        /// It is new.
        Added = "added",
        /// Some of its fields are other.
        Changed = "changed",
        /// It is gone.
        Removed = "removed",
    }
}

/// An entry that is not the same in two versions of a dossier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[non_exhaustive]
pub struct Edit {
    /// What it is.
    pub noun: Noun,
    /// Its id; of a rule, which has none, its place among the rules of the version that has it.
    pub id: String,
    /// What was done.
    pub edited: Edited,
    /// The fields that are other, where it was changed.
    pub fields: Vec<&'static str>,
}

/// A claim whose judgement is not the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Shift {
    /// The claim.
    pub claim: ClaimId,
    /// The verdict before; `None` where the claim is new.
    pub from: Option<Verdict>,
    /// The verdict now; `None` where the claim is gone.
    pub to: Option<Verdict>,
    /// Codes of findings that are raised now and were not before.
    pub raised: Vec<Code>,
    /// Codes of findings that were raised before and are not now.
    pub cleared: Vec<Code>,
}

/// What became of a dossier from one version to the next.
#[derive(Debug, Clone, Serialize)]
pub struct Revision<'e> {
    #[serde(skip)]
    before: &'e Evaluation<'e>,
    #[serde(skip)]
    after: &'e Evaluation<'e>,
    retitled: bool,
    edits: Vec<Edit>,
    shifts: Vec<Shift>,
    begun: Vec<Conflict>,
    ended: Vec<Conflict>,
    all_conflicts: bool,
}

impl<'e> Evaluation<'e> {
    /// What changed since an earlier version of the dossier, which is judged as this one is; O(n log n), all findings, and the conflicts of either, as long as those are not
    /// more than 100,000.
    ///
    /// ```
    /// use corroborate::{Attribute, Attribution, Claim, Dossier, Edited, Evaluator, Source, SourceKind, ValueKind, Verdict};
    /// let before = Dossier::builder("A dam")
    ///     .source(Source::new("ministry", "Ministry of Water").kind(SourceKind::Government))
    ///     .source(Source::new("police", "The police").kind(SourceKind::Police))
    ///     .attribute(Attribute::new("burst", ValueKind::Truth))
    ///     .claim(Claim::new("c", "The dam has burst", "dam", "burst", true.into()))
    ///     .attribution(Attribution::new("a1", "ministry", "c"))
    ///     .build()?;
    /// let after = before.clone().into_builder().attribution(Attribution::new("a2", "police", "c")).build()?;
    /// let [before, after] = [&before, &after].map(|dossier| Evaluator::default().evaluate(dossier));
    /// let revision = after.since(&before);
    /// assert_eq!((revision.edits()[0].id.as_str(), revision.edits()[0].edited), ("a2", Edited::Added));
    /// assert_eq!((revision.shifts()[0].from, revision.shifts()[0].to), (Some(Verdict::Unconfirmed), Some(Verdict::Confirmed)));
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    #[must_use]
    pub fn since<'r>(&'r self, earlier: &'r Evaluation<'r>) -> Revision<'r> {
        let [old, new] = [earlier.dossier(), self.dossier()];
        let mut edits = Vec::new();
        entries(&mut edits, Noun::Source, [old.sources(), new.sources()], |source| source.id.as_str(), of_source);
        entries(&mut edits, Noun::Attribute, [old.attributes(), new.attributes()], |a| a.id.as_str(), of_attribute);
        entries(&mut edits, Noun::Claim, [old.claims(), new.claims()], |claim| claim.id.as_str(), of_claim);
        let words = [old.attributions(), new.attributions()];
        entries(&mut edits, Noun::Attribution, words, |word| word.id.as_str(), of_attribution);
        rules(&mut edits, old.rules(), new.rules());
        let [(ended, had_all), (begun, has_all)] =
            [(earlier, self), (self, earlier)].map(|(of, other)| beyond(of, other));
        let all_conflicts = had_all && has_all;
        Revision {
            before: earlier,
            after: self,
            retitled: old.title() != new.title(),
            edits,
            shifts: shifts(earlier, self),
            begun: if all_conflicts { begun } else { Vec::new() },
            ended: if all_conflicts { ended } else { Vec::new() },
            all_conflicts,
        }
    }
}

impl<'e> Revision<'e> {
    /// The earlier version, judged.
    #[must_use]
    pub const fn before(&self) -> &'e Evaluation<'e> {
        self.before
    }

    /// The later version, judged.
    #[must_use]
    pub const fn after(&self) -> &'e Evaluation<'e> {
        self.after
    }

    /// Whether the title is another.
    #[must_use]
    pub const fn is_retitled(&self) -> bool {
        self.retitled
    }

    /// The entries that are not the same: by noun, then by id.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// The claims whose verdict or findings are not the same, by id.
    #[must_use]
    pub fn shifts(&self) -> &[Shift] {
        &self.shifts
    }

    /// The conflicts that there are now and were not before.
    #[must_use]
    pub fn begun(&self) -> &[Conflict] {
        &self.begun
    }

    /// The conflicts that there were before and are not now.
    #[must_use]
    pub fn ended(&self) -> &[Conflict] {
        &self.ended
    }

    /// Whether the conflicts were compared: where there are too many, [`begun`](Self::begun) and [`ended`](Self::ended) are empty.
    #[must_use]
    pub const fn has_all_conflicts(&self) -> bool {
        self.all_conflicts
    }

    /// Whether both versions say the same. What a dossier says decides how it is judged, so nothing else can differ then.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.retitled && self.edits.is_empty()
    }
}

/// Compares two lists that are sorted by id.
fn entries<T: PartialEq>(
    edits: &mut Vec<Edit>,
    noun: Noun,
    [old, new]: [&[T]; 2],
    id: impl Fn(&T) -> &str,
    fields: impl Fn(&T, &T) -> Vec<&'static str>,
) {
    let mut edit = |entry: &T, edited: Edited, fields: Vec<&'static str>| {
        edits.push(Edit { noun, id: id(entry).to_owned(), edited, fields });
    };
    for [before, after] in side_by_side(old, new, &id) {
        match (before, after) {
            (Some(gone), None) => edit(gone, Edited::Removed, Vec::new()),
            (None, Some(new)) => edit(new, Edited::Added, Vec::new()),
            (Some(before), Some(after)) if before != after => edit(after, Edited::Changed, fields(before, after)),
            _ => {}
        }
    }
}

/// The entries of two lists that are sorted by id, those of one id together.
fn side_by_side<'t, T>(old: &'t [T], new: &'t [T], id: impl Fn(&T) -> &str) -> Vec<[Option<&'t T>; 2]> {
    let (mut old, mut new) = (old.iter().peekable(), new.iter().peekable());
    let mut pairs = Vec::new();
    loop {
        let order = match (old.peek(), new.peek()) {
            (None, None) => return pairs,
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some(before), Some(after)) => id(before).cmp(id(after)),
        };
        pairs.push([if order.is_le() { old.next() } else { None }, if order.is_ge() { new.next() } else { None }]);
    }
}

/// The names of the fields in which two entries differ. All but `id` are named, so that none is forgotten.
macro_rules! differing {
    ($type:ident { $($field:ident),+ $(,)? }, $before:expr, $after:expr) => {{
        let $type { id: _, $($field: _),+ } = $before;
        let mut fields = Vec::new();
        $( if $before.$field != $after.$field { fields.push(stringify!($field)); } )+
        fields
    }};
}

fn of_source(before: &Source, after: &Source) -> Vec<&'static str> {
    differing!(
        Source { name, kind, url, reliability, anonymous, party, speaks_for, owner, authority_on },
        before,
        after
    )
}

fn of_attribute(before: &Attribute, after: &Attribute) -> Vec<&'static str> {
    differing!(Attribute { kind, unit, over_time, many, holds_for, closes, phrase }, before, after)
}

fn of_claim(before: &Claim, after: &Claim) -> Vec<&'static str> {
    differing!(Claim { statement, subject, attribute, value, unit, when }, before, after)
}

fn of_attribution(before: &Attribution, after: &Attribution) -> Vec<&'static str> {
    differing!(
        Attribution {
            source,
            claim,
            stance,
            certainty,
            hedge,
            cites,
            basis,
            against_interest,
            published,
            url,
            quote,
            corrects,
            retracts,
            disowns,
        },
        before,
        after
    )
}

/// Rules have no ids: one is the same where it says the same, wherever it stands.
fn rules(edits: &mut Vec<Edit>, old: &[Rule], new: &[Rule]) {
    for (from, to, edited) in [(new, old, Edited::Added), (old, new, Edited::Removed)] {
        for (at, rule) in from.iter().enumerate() {
            // As often as it stands more often here than there.
            let nth = from[..at].iter().filter(|other| *other == rule).count();
            if to.iter().filter(|other| *other == rule).nth(nth).is_none() {
                edits.push(Edit { noun: Noun::Rule, id: at.to_string(), edited, fields: Vec::new() });
            }
        }
    }
}

fn shifts(before: &Evaluation<'_>, after: &Evaluation<'_>) -> Vec<Shift> {
    let claims = side_by_side(before.dossier().claims(), after.dossier().claims(), |claim| claim.id.as_str());
    let shift = |[old, new]: [Option<&Claim>; 2]| {
        let judged =
            |evaluation, claim: Option<&Claim>| claim.and_then(|claim| Evaluation::assessment(evaluation, &claim.id));
        let [from, to] = [judged(before, old), judged(after, new)];
        let codes = |judged: &Option<crate::evaluate::Assessment<'_>>| -> BTreeSet<Code> {
            judged.iter().flat_map(|judged| judged.findings()).map(|finding| finding.code).collect()
        };
        let [had, has] = [codes(&from), codes(&to)];
        let shift = Shift {
            claim: new.or(old)?.id.clone(),
            from: from.map(|judged| judged.verdict()),
            to: to.map(|judged| judged.verdict()),
            raised: has.difference(&had).copied().collect(),
            cleared: had.difference(&has).copied().collect(),
        };
        (shift.from != shift.to || had != has).then_some(shift)
    };
    claims.into_iter().filter_map(shift).collect()
}

/// The conflicts of one version that the other has not, and whether they are all.
fn beyond(of: &Evaluation<'_>, other: &Evaluation<'_>) -> (Vec<Conflict>, bool) {
    let key = |conflict: &Conflict| (conflict.kind, conflict.claims.clone());
    let known: BTreeSet<_> = other.conflicts().take(CONFLICTS).map(|conflict| key(&conflict)).collect();
    let mut count = 0;
    let mut beyond = Vec::new();
    for conflict in of.conflicts().take(CONFLICTS) {
        count += 1;
        if !known.contains(&key(&conflict)) {
            beyond.push(conflict);
        }
    }
    (beyond, count < CONFLICTS)
}
