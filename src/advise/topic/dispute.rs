//! Disputes: which held claims of a topic cannot all hold, and which stand outside every quarrel.

use super::Topic;
use super::camps::Camps;
use super::sweep;
use crate::model::claim::Claim;
use crate::model::links::{Lists, index};
use crate::model::sets::Sets;

/// Held claims of one topic that oppose each other, directly or through others between them.
#[derive(Debug, Clone)]
pub struct Dispute<'e> {
    topic: Topic<'e>,
    claims: Vec<u32>,
}

impl<'e> Dispute<'e> {
    /// Its claims, by id.
    #[must_use]
    pub fn claims(&self) -> Vec<&'e Claim> {
        self.topic.claims(self.claims.iter().copied())
    }

    /// The camps: the largest sets of its claims that can hold together, no two of them opposed; one after another, as they are asked for.
    ///
    /// Claims about one time whose values are intervals have no more camps than claims, and come from the lowest values to the highest. Any others
    /// come in the order of their smallest claims by id; there can be exponentially many, and the work between two of them is O(n³).
    #[must_use]
    pub fn camps(&self) -> Camps<'e> {
        Camps::of(self.topic.clone(), &self.claims)
    }
}

impl<'e> Topic<'e> {
    /// The held claims that oppose no other held claim of the topic, by id: common ground.
    #[must_use]
    pub fn common_ground(&self) -> Vec<&'e Claim> {
        let (alone, _) = self.quarrels();
        self.claims(alone)
    }

    /// The disputes, by their first claims. Who takes a side in one takes none in another, so that the sets of claims that can hold together are
    /// a camp of each dispute, and the common ground.
    ///
    /// O(n log n) for n held claims about one time whose values are intervals, else O(n²).
    ///
    /// ```
    /// use corroborate::{Attribute, Attribution, Claim, Dossier, Evaluator, Policy, Quantity, Source, Value, ValueKind};
    /// let mut builder = Dossier::builder("Troops").attribute(Attribute::new("sent", ValueKind::Quantity));
    /// for (id, n) in [("a", 10_000), ("b", 10_050), ("c", 15_000)] {
    ///     builder = builder
    ///         .source(Source::new(id, id))
    ///         .claim(Claim::new(id, "", "troops", "sent", Value::from(Quantity::Exactly(n.into()))))
    ///         .attribution(Attribution::new(id, id, id));
    /// }
    /// let dossier = builder.build()?;
    /// let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
    /// let topic = evaluation.topics().next().unwrap();
    /// let disputes: Vec<_> = topic.disputes().collect();
    /// let camps: Vec<Vec<&str>> =
    ///     disputes[0].camps().map(|camp| camp.claims().iter().map(|claim| claim.id.as_str()).collect()).collect();
    /// assert_eq!(camps, [vec!["a", "b"], vec!["c"]]);
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    pub fn disputes(&self) -> impl ExactSizeIterator<Item = Dispute<'e>> {
        let (_, disputes) = self.quarrels();
        let topic = self.clone();
        disputes.into_iter().map(move |claims| Dispute { topic: topic.clone(), claims })
    }

    /// The held claims that oppose no other, and the rest by dispute.
    fn quarrels(&self) -> (Vec<u32>, Vec<Vec<u32>>) {
        let held = self.held_numbers();
        if let Some(line) = sweep::intervals(self.evaluation(), &held) {
            let (alone, together) = sweep::quarrel(&line);
            return (alone, if together.is_empty() { Vec::new() } else { vec![together] });
        }
        let evaluation = self.evaluation();
        let mut sets = Sets::new(held.len());
        let mut opposed = vec![false; held.len()];
        for (nth, a) in held.iter().enumerate() {
            for (mth, b) in held.iter().enumerate().skip(nth + 1) {
                if evaluation.opposes(*a, *b) {
                    sets.join(index(nth), index(mth));
                    (opposed[nth], opposed[mth]) = (true, true);
                }
            }
        }
        let (of, number) = sets.numbers(held.len());
        let members = Lists::group(number, of.into_iter().zip(0..));
        let is_opposed = |nth: &u32| opposed[*nth as usize];
        let alone = (0..index(held.len())).filter(|nth| !is_opposed(nth)).map(|nth| held[nth as usize]).collect();
        let disputes = (0..number)
            .map(|set| members.get(set))
            .filter(|members| members.iter().any(is_opposed))
            .map(|members| members.iter().map(|nth| held[*nth as usize]).collect())
            .collect();
        (alone, disputes)
    }
}
