//! Applying a remedy: the entries that it asks for, made up.

use super::remedy::{Addition, Outcome, Remedy};
use crate::model::attribution::{Attribution, Basis, Stance};
use crate::model::dossier::{Dossier, DossierBuilder};
use crate::model::id::SourceId;
use crate::model::problem::Problems;
use crate::model::source::{Reliability, Scope, Source, SourceKind};

impl Remedy {
    /// The dossier with what the remedy asks for: new sources and attributions under ids that nothing else bears. Evaluated by the same policy, and as of the same moment,
    /// it gives the claim the verdict promised. O(n log n).
    ///
    /// ```
    /// use corroborate::{Attribute, Attribution, Claim, Dossier, Evaluator, Outcome, Policy, Source, SourceKind, Value, ValueKind, Verdict};
    /// let dossier = Dossier::builder("A bridge")
    ///     .source(Source::new("ministry", "Ministry of Transport").kind(SourceKind::Government))
    ///     .attribute(Attribute::new("closed", ValueKind::Truth))
    ///     .claim(Claim::new("c", "The bridge is closed", "bridge", "closed", Value::Truth(true)))
    ///     .attribution(Attribution::new("a", "ministry", "c"))
    ///     .build()?;
    /// let evaluator = Evaluator::new(Policy::default());
    /// let evaluation = evaluator.evaluate(&dossier);
    /// let assessment = evaluation.assessment(&"c".into()).unwrap();
    /// for remedy in assessment.remedies(Outcome::Confirmed) {
    ///     let settled = remedy.apply(&dossier)?;
    ///     let verdict = evaluator.evaluate(&settled).assessment(&"c".into()).unwrap().verdict();
    ///     assert_eq!(verdict, Verdict::Confirmed);
    /// }
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    ///
    /// # Errors
    /// Where the dossier lacks an entry that the remedy names, because it was made for another.
    pub fn apply(&self, dossier: &Dossier) -> Result<Dossier, Problems> {
        let mut hand = Hand { remedy: self, dossier, builder: dossier.clone().into_builder(), sources: 0, entries: 0 };
        for addition in &self.additions {
            hand.add(addition);
        }
        hand.builder.build()
    }
}

/// What writes the new entries.
struct Hand<'a> {
    remedy: &'a Remedy,
    dossier: &'a Dossier,
    builder: DossierBuilder,
    /// The numbers of the last new ids.
    sources: u32,
    entries: u32,
}

impl Hand<'_> {
    fn add(&mut self, addition: &Addition) {
        match addition {
            Addition::Origins { count, .. } => {
                for _ in 0..*count {
                    let origin = self.newcomer("A credible origin");
                    self.say(origin, Basis::FirstHand, |word| word);
                }
            }
            Addition::Authority { one_of } => {
                let authority = match one_of.first() {
                    Some(known) => known.clone(),
                    None => self.authority(),
                };
                self.say(authority, Basis::Record, |word| word);
            }
            Addition::OwnWord { source, corrects, .. } => {
                self.say(source.clone(), Basis::FirstHand, |word| Attribution { corrects: corrects.clone(), ..word });
            }
            Addition::Withdrawal { source, retracts, disowns } => {
                self.say(source.clone(), Basis::Undeclared, |word| Attribution {
                    claim: None,
                    stance: None,
                    retracts: retracts.clone(),
                    disowns: disowns.clone(),
                    ..word
                });
            }
        }
    }

    /// A source affirming the claim, or denying it, with changes.
    fn say(&mut self, source: SourceId, basis: Basis, change: impl FnOnce(Attribution) -> Attribution) {
        let dossier = self.dossier;
        let id = unused(&mut self.entries, "added", |id| dossier.attribution(&id.into()).is_some());
        let stance = match self.remedy.toward {
            Outcome::Confirmed => Stance::Affirms,
            Outcome::Refuted => Stance::Denies,
        };
        let mut word = Attribution::new(id, source, self.remedy.claim.clone()).stance(stance).basis(basis);
        word.published = self.remedy.published;
        self.put(|builder| builder.attribution(change(word)));
    }

    fn newcomer(&mut self, name: &str) -> SourceId {
        let source = self.stranger(name);
        let id = source.id.clone();
        self.put(|builder| builder.source(source));
        id
    }

    /// Somebody new who has authority on the topic of the claim and nothing else.
    fn authority(&mut self) -> SourceId {
        let mut source = self.stranger("An authority");
        if let Some(claim) = self.dossier.claim(&self.remedy.claim) {
            let subject = Some(claim.subject.as_str().into());
            source.authority_on = vec![Scope { subject, attribute: claim.attribute.clone() }];
        }
        let id = source.id.clone();
        self.put(|builder| builder.source(source));
        id
    }

    fn stranger(&mut self, name: &str) -> Source {
        let dossier = self.dossier;
        let id = unused(&mut self.sources, "new", |id| dossier.source(&id.into()).is_some());
        Source::new(id, name).kind(SourceKind::Other).reliability(Reliability::A)
    }

    fn put(&mut self, add: impl FnOnce(DossierBuilder) -> DossierBuilder) {
        self.builder = add(std::mem::take(&mut self.builder));
    }
}

/// The next id in a row that is not taken.
fn unused(last: &mut u32, stem: &str, is_taken: impl Fn(&str) -> bool) -> String {
    loop {
        *last = last.wrapping_add(1);
        let id = format!("{stem}-{last}");
        if !is_taken(&id) {
            return id;
        }
    }
}
