//! Trails: who has it from whom on one side of a claim, broken ways included, for those who want to see it and not only count it.

use std::collections::{BTreeMap, BTreeSet};

use super::evaluation::{Evaluation, Side};
use super::hop::Ask;
use super::judge::Bench;
use super::passage::Passage;
use super::provenance::{Part, SideOf};
use super::standing::stance;
use crate::model::attribution::Stance;
use crate::model::id::{AttributionId, SourceId};
use crate::model::names::vocabulary;

vocabulary! {
    /// What has become of an attribution as a word of its source.
    pub enum Footing: "footing" {
        /// It stands.
        Stands = "stands",
        /// A later word of its source has replaced it.
        Replaced = "replaced",
        /// It was withdrawn.
        Withdrawn = "withdrawn",
        /// It is no word: it withdraws or disowns others, records a silence, or is not known yet.
        NoWord = "no-word",
    }
}

/// What a source is on one side of a claim. Spokesmen stand under those for whom they speak.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Role<'e> {
    /// The source.
    pub source: &'e SourceId,
    /// It says so itself, or passes it on: its word stands on this side.
    pub reports: bool,
    /// It is where the account comes from.
    pub is_origin: bool,
    /// It is an origin only because it does not say where it has it from.
    pub is_undeclared: bool,
    /// Something that counts as credible passes through it.
    pub is_credible: bool,
    /// Its word settles the matter.
    pub settles: bool,
    /// Everything on this side must pass it.
    pub is_chokepoint: bool,
    /// It said so of this very claim, and has withdrawn or replaced it.
    pub took_back: bool,
}

/// That one source has it from another.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Citation<'e> {
    /// Whom it is said to be from.
    pub cited: &'e SourceId,
    /// Who has it from there: the one who reports, or a source between.
    pub citing: &'e SourceId,
    /// What becomes of it.
    pub passage: Passage,
    /// The reports that say so, by id.
    pub attributions: Vec<&'e AttributionId>,
}

/// Who has it from whom on one side of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Provenance<'e> {
    /// The sources on the side and those on broken ways to it, by id.
    pub sources: Vec<Role<'e>>,
    /// The citations, by the cited source, the citing one and what becomes of it.
    pub citations: Vec<Citation<'e>>,
}

impl<'e> Side<'e> {
    /// Who has it from whom: the graph of which [`least`](Self::least) is the maximum flow, together with the citations that carry nothing and the sources that took their
    /// word back. O(words of the tied topics), and a maximum flow.
    ///
    /// ```
    /// use corroborate::{Attribute, Attribution, Claim, Dossier, Evaluator, Passage, Source, SourceKind, ValueKind};
    /// let dossier = Dossier::builder("A dam")
    ///     .source(Source::new("ministry", "Ministry of Water").kind(SourceKind::Government))
    ///     .source(Source::new("herald", "The Herald").kind(SourceKind::Newspaper))
    ///     .attribute(Attribute::new("burst", ValueKind::Truth))
    ///     .claim(Claim::new("burst", "The dam has burst", "dam", "burst", true.into()))
    ///     .attribution(Attribution::new("a", "herald", "burst").citing(["ministry"]))
    ///     .build()?;
    /// let evaluation = Evaluator::default().evaluate(&dossier);
    /// let provenance = evaluation.assessment(&"burst".into()).unwrap().support().provenance();
    /// let [citation] = &provenance.citations[..] else { panic!() };
    /// assert_eq!((citation.cited.as_str(), citation.citing.as_str()), ("ministry", "herald"));
    /// assert_eq!(citation.passage, Passage::Unseen);
    /// assert!(provenance.sources.iter().any(|role| role.is_origin && role.source.as_str() == "ministry"));
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    #[must_use]
    pub fn provenance(&self) -> Provenance<'e> {
        let (claim, side) = (self.assessment.claim, self.side);
        let evaluation = self.assessment.evaluation;
        let dossier = evaluation.dossier();
        let walker = evaluation.walker();
        let words = &walker.standing.words;
        let mut bench = self.assessment.gathered(&walker);
        bench.graph(&walker, claim, side, Ask::WhetherItCarries, |_, _, _| {});
        let Bench { marks, graph, counter, said, .. } = &mut *bench;
        let chokepoints: BTreeSet<u32> = match graph.parts.is_empty() {
            true => BTreeSet::new(),
            false => counter.chokepoints(walker.standards, graph).into_iter().collect(),
        };
        let id = |source: u32| &dossier.sources()[source as usize].id;
        let mut roles: BTreeMap<u32, Role<'e>> = BTreeMap::new();
        for part in &graph.parts {
            roles.insert(part.source, role(id(part.source), part, chokepoints.contains(&part.source)));
        }
        for edge in graph.edges.iter().filter(|edge| edge.is_credible) {
            for end in [edge.cited, edge.citing] {
                if let Some(role) = roles.get_mut(&graph.parts[end as usize].source) {
                    role.is_credible = true;
                }
            }
        }
        let bystander = |source: u32| role(id(source), &Part { source, ..Part::default() }, false);
        let mut citations: BTreeMap<(u32, u32, Passage), BTreeSet<u32>> = BTreeMap::new();
        for word in &said[side as usize] {
            for chain in words.chains_of(word.at).filter(|chain| walker.chain_stands(word.at, *chain)) {
                let mut citing = words.speaker[word.at as usize];
                let mut is_broken = false;
                for (link, cited) in words.chains.span(chain).zip(words.chains.get(chain as usize)) {
                    let hop = (!is_broken).then(|| walker.hop(marks, (claim, side), word, link, *cited, Ask::Why));
                    let passage = hop.as_ref().map_or(Passage::Unreached, Passage::of);
                    citations.entry((*cited, citing, passage)).or_default().insert(word.at);
                    roles.entry(*cited).or_insert_with(|| bystander(*cited));
                    is_broken |= !passage.carries();
                    // The cited source's own words say where it has it from.
                    if matches!(passage, Passage::Carries | Passage::Stale) {
                        break;
                    }
                    citing = *cited;
                }
            }
        }
        let wanted = if side == SideOf::Support { Stance::Affirms } else { Stance::Denies };
        for at in words.on_claim.get(claim as usize) {
            if stance(words, *at) == wanted && walker.standing.is_taken_back(dossier, *at) {
                let speaker = words.speaker[*at as usize];
                let role = roles.entry(speaker).or_insert_with(|| bystander(speaker));
                role.took_back |= !role.reports;
            }
        }
        let attributions = |of: BTreeSet<u32>| of.iter().map(|at| &dossier.attributions()[*at as usize].id).collect();
        Provenance {
            sources: roles.into_values().collect(),
            citations: citations
                .into_iter()
                .map(|((cited, citing, passage), of)| Citation {
                    cited: id(cited),
                    citing: id(citing),
                    passage,
                    attributions: attributions(of),
                })
                .collect(),
        }
    }
}

fn role<'e>(source: &'e SourceId, part: &Part, is_chokepoint: bool) -> Role<'e> {
    Role {
        source,
        reports: part.reports,
        is_origin: part.is_origin(),
        is_undeclared: part.undeclared && !part.declared,
        is_credible: part.reports_credibly || part.declared_credibly || part.undeclared_credibly,
        settles: part.settles,
        is_chokepoint,
        took_back: false,
    }
}

impl Evaluation<'_> {
    /// What has become of an attribution as a word of its source; `None` where the dossier has no such attribution. O(log n).
    ///
    /// ```
    /// use corroborate::{Attribute, Attribution, Claim, Dossier, Evaluator, Footing, Source, ValueKind};
    /// let dossier = Dossier::builder("A dam")
    ///     .source(Source::new("herald", "The Herald"))
    ///     .attribute(Attribute::new("burst", ValueKind::Truth))
    ///     .claim(Claim::new("burst", "The dam has burst", "dam", "burst", true.into()))
    ///     .attribution(Attribution::new("a1", "herald", "burst").published("2025-03-01".parse()?))
    ///     .attribution(Attribution::retraction("a2", "herald", "a1").published("2025-03-02".parse()?))
    ///     .build()?;
    /// let evaluation = Evaluator::default().evaluate(&dossier);
    /// assert_eq!(evaluation.footing(&"a1".into()), Some(Footing::Withdrawn));
    /// assert_eq!(evaluation.footing(&"a2".into()), Some(Footing::NoWord));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn footing(&self, attribution: &AttributionId) -> Option<Footing> {
        let at = self.dossier().attributions().binary_search_by(|entry| entry.id.cmp(attribution)).ok()?;
        let number = u32::try_from(at).ok()?;
        let walker = self.walker();
        let words = &walker.standing.words;
        Some(match () {
            () if !words.is_word(number) => Footing::NoWord,
            () if words.removed[at] => Footing::Withdrawn,
            () if walker.standing.stands[at] => Footing::Stands,
            () => Footing::Replaced,
        })
    }
}
