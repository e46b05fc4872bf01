//! Which entries are about a claim's topic, or one that a rule ties to it.

use std::collections::BTreeSet;

use corroborate::{Attribution, Claim, Scope};

use crate::generate::parts::Parts;

/// The topics that one topic is tied to by rules, itself among them.
pub(crate) struct Tied<'a> {
    parts: &'a Parts,
    topics: BTreeSet<(String, String)>,
}

impl<'a> Tied<'a> {
    pub(crate) fn to(claim: &Claim, parts: &'a Parts) -> Self {
        let mut topics = BTreeSet::from([topic(claim)]);
        loop {
            let before = topics.len();
            for rule in &parts.rules {
                let subjects: BTreeSet<String> = topics.iter().map(|(subject, _)| subject.clone()).collect();
                for subject in subjects {
                    let ends: Vec<_> = rule.scopes().map(|scope| end(scope, &subject)).collect();
                    if ends.iter().any(|end| topics.contains(end)) {
                        topics.extend(ends);
                    }
                }
            }
            if topics.len() == before {
                return Tied { parts, topics };
            }
        }
    }

    pub(crate) fn holds(&self, entry: &Attribution) -> bool {
        let claim = entry.claim.as_ref().and_then(|id| self.parts.claims.iter().find(|claim| claim.id == *id));
        claim.is_some_and(|claim| self.holds_claim(claim))
    }

    pub(crate) fn holds_claim(&self, claim: &Claim) -> bool {
        self.topics.contains(&topic(claim))
    }
}

fn topic(claim: &Claim) -> (String, String) {
    (claim.subject.clone(), claim.attribute.as_str().to_owned())
}

fn end(scope: &Scope, subject: &str) -> (String, String) {
    (scope.subject.as_deref().unwrap_or(subject).to_owned(), scope.attribute.as_str().to_owned())
}
