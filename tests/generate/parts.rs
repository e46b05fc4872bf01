//! A dossier taken apart, to be changed and put together again.

use corroborate::{Attribute, Attribution, AttributionId, Claim, Dossier, Rule, Source};

#[derive(Debug, Clone, Default)]
pub(crate) struct Parts {
    pub(crate) sources: Vec<Source>,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) claims: Vec<Claim>,
    pub(crate) attributions: Vec<Attribution>,
    pub(crate) rules: Vec<Rule>,
}

impl Parts {
    pub(crate) fn of(dossier: &Dossier) -> Parts {
        Parts {
            sources: dossier.sources().to_vec(),
            attributes: dossier.attributes().to_vec(),
            claims: dossier.claims().to_vec(),
            attributions: dossier.attributions().to_vec(),
            rules: dossier.rules().to_vec(),
        }
    }

    /// The dossier, if these are one.
    pub(crate) fn build(&self) -> Option<Dossier> {
        let mut builder = Dossier::builder("generated");
        for source in &self.sources {
            builder = builder.source(source.clone());
        }
        for attribute in &self.attributes {
            builder = builder.attribute(attribute.clone());
        }
        for claim in &self.claims {
            builder = builder.claim(claim.clone());
        }
        for attribution in &self.attributions {
            builder = builder.attribution(attribution.clone());
        }
        for rule in &self.rules {
            builder = builder.rule(rule.clone());
        }
        builder.build().ok()
    }

    /// Keeps only these attributions, and forgets that others named the rest. An entry with nothing left to take back goes too.
    pub(crate) fn keep(mut self, is_kept: impl Fn(&Attribution) -> bool) -> Parts {
        let mut kept: Vec<AttributionId> =
            self.attributions.iter().filter(|entry| is_kept(entry)).map(|entry| entry.id.clone()).collect();
        loop {
            let before = kept.len();
            self.attributions.retain(|entry| kept.contains(&entry.id));
            for entry in &mut self.attributions {
                let was_word = entry.says().is_some();
                for list in [&mut entry.corrects, &mut entry.retracts, &mut entry.disowns] {
                    list.retain(|id| kept.contains(id));
                }
                if entry.says().is_some() != was_word {
                    kept.retain(|id| *id != entry.id);
                }
            }
            if kept.len() == before {
                return self;
            }
        }
    }
}
