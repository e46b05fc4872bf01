//! Accepting proposals into a dossier.

use std::collections::BTreeMap;

use super::proposal::Proposal;
use crate::model::dossier::{DossierBuilder, Placed};

impl Proposal {
    /// Adds what is proposed to a dossier: sources, attribute, claim and attributions, but for what is [undecided](Self::undecided).
    ///
    /// An entry whose id the dossier has already is passed over: what the desk wrote down of a source or a claim stands. Use
    /// [`Acceptance`] for many, or to be told what was passed over: this looks at every entry of the dossier. O(entries).
    #[must_use]
    pub fn accept(self, builder: DossierBuilder) -> DossierBuilder {
        let mut acceptance = Acceptance::new(builder);
        acceptance.accept(self);
        acceptance.finish()
    }
}

/// Accepts proposals into one dossier, one after the other. O(log n) for each entry.
///
/// Of two entries with one id the first stands, so that what the desk wrote down goes before what is proposed.
#[derive(Debug, Clone)]
pub struct Acceptance {
    builder: DossierBuilder,
    sources: Places,
    attributes: Places,
    claims: Places,
    attributions: Places,
}

/// Ids, and where their entries stand in the list of the builder.
type Places = BTreeMap<String, usize>;

/// A proposed entry that was passed over, because the dossier has another one of its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing {
    /// What it is.
    pub noun: &'static str,
    /// Its id.
    pub id: String,
}

impl std::fmt::Display for Differing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the dossier has another {} `{}`, which stands", self.noun, crate::model::problem::Clean(&self.id))
    }
}

impl Acceptance {
    /// Accepts into this dossier.
    #[must_use]
    pub fn new(builder: DossierBuilder) -> Self {
        Self {
            sources: places(&builder.sources, |source| source.id.as_str()),
            attributes: places(&builder.attributes, |attribute| attribute.id.as_str()),
            claims: places(&builder.claims, |claim| claim.id.as_str()),
            attributions: places(&builder.attributions, |attribution| attribution.id.as_str()),
            builder,
        }
    }

    /// Adds what is proposed, but for what is undecided; gives what was passed over although it says something else than what stands.
    pub fn accept(&mut self, proposal: Proposal) -> Vec<Differing> {
        let Proposal { sources, attribute, claim, attributions, .. } = proposal;
        let builder = &mut self.builder;
        let mut differing = Vec::new();
        for source in sources {
            add(&mut builder.sources, &mut self.sources, source, "source", |s| s.id.as_str(), &mut differing);
        }
        add(&mut builder.attributes, &mut self.attributes, attribute, "attribute", |a| a.id.as_str(), &mut differing);
        add(&mut builder.claims, &mut self.claims, claim, "claim", |c| c.id.as_str(), &mut differing);
        for word in attributions {
            let list = &mut builder.attributions;
            add(list, &mut self.attributions, word, "attribution", |a| a.id.as_str(), &mut differing);
        }
        differing
    }

    /// The dossier with all that was accepted.
    #[must_use]
    pub fn finish(self) -> DossierBuilder {
        self.builder
    }
}

fn places<T>(entries: &[Placed<T>], id: impl Fn(&T) -> &str) -> Places {
    entries.iter().enumerate().map(|(at, (_, entry))| (id(entry).to_owned(), at)).collect()
}

fn add<T: PartialEq>(
    list: &mut Vec<Placed<T>>,
    places: &mut Places,
    entry: T,
    noun: &'static str,
    id: impl Fn(&T) -> &str,
    differing: &mut Vec<Differing>,
) {
    let name = id(&entry).to_owned();
    match places.get(&name).and_then(|at| list.get(*at)) {
        Some((_, stands)) if *stands == entry => {}
        Some(_) => differing.push(Differing { noun, id: name }),
        None => {
            places.insert(name, list.len());
            list.push((list.len(), entry));
        }
    }
}
