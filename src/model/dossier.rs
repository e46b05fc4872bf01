//! The dossier: everything the desk wrote down, checked. Its builder is the only door in.

use std::collections::HashSet;
use std::hash::Hash;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::attribute::Attribute;
use super::attribution::Attribution;
use super::check;
use super::claim::Claim;
use super::id::{AttributeId, AttributionId, ClaimId, SourceId};
use super::links::{Links, index};
use super::names::nearest;
use super::phrase;
use super::problem::{Path, Problem, ProblemKind, Problems};
use super::rule::Rule;
use super::source::Source;

/// The version of the file format that this library reads and writes.
pub const FORMAT_VERSION: u32 = 1;

/// What a desk knows about a story: sources, attributes, claims, attributions and rules, all checked against each other.
///
/// Entries are kept in the order of their ids, whatever the order in which they were given; an entry that is the same in every field is kept once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dossier {
    title: String,
    sources: Vec<Source>,
    attributes: Vec<Attribute>,
    claims: Vec<Claim>,
    attributions: Vec<Attribution>,
    rules: Vec<Rule>,
    links: Links,
}

impl Dossier {
    /// A builder of a dossier with this title.
    ///
    /// ```
    /// use corroborate::{Attribute, Attribution, Claim, Dossier, Source, Value, ValueKind};
    /// let dossier = Dossier::builder("A treaty")
    ///     .source(Source::new("duma", "State Duma"))
    ///     .attribute(Attribute::new("ratified", ValueKind::Truth))
    ///     .claim(Claim::new("c", "It was ratified", "treaty", "ratified", Value::Truth(true)))
    ///     .attribution(Attribution::new("a", "duma", "c"))
    ///     .build()?;
    /// assert_eq!(dossier.claims().len(), 1);
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    pub fn builder(title: impl Into<String>) -> DossierBuilder {
        DossierBuilder { title: title.into(), ..DossierBuilder::default() }
    }

    /// The title of the story.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Every source, by id.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Every attribute, by id.
    #[must_use]
    pub fn attributes(&self) -> &[Attribute] {
        &self.attributes
    }

    /// Every claim, by id.
    #[must_use]
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// Every attribution, by id.
    #[must_use]
    pub fn attributions(&self) -> &[Attribution] {
        &self.attributions
    }

    /// Every rule, in the order in which they were given.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The source of this id; O(log n).
    #[must_use]
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        find(&self.sources, |source| source.id.cmp(id))
    }

    /// The attribute of this id; O(log n).
    #[must_use]
    pub fn attribute(&self, id: &AttributeId) -> Option<&Attribute> {
        find(&self.attributes, |attribute| attribute.id.cmp(id))
    }

    /// The claim of this id; O(log n).
    #[must_use]
    pub fn claim(&self, id: &ClaimId) -> Option<&Claim> {
        find(&self.claims, |claim| claim.id.cmp(id))
    }

    /// The claim whose id is nearest to what somebody wrote, where one is near enough for that to be a slip of the pen; O(n).
    ///
    /// ```
    /// use corroborate::{Attribute, Claim, ClaimId, Dossier, ValueKind};
    /// let dossier = Dossier::builder("A dam")
    ///     .attribute(Attribute::new("burst", ValueKind::Truth))
    ///     .claim(Claim::new("dam-burst", "The dam has burst", "dam", "burst", true.into()))
    ///     .build()?;
    /// assert_eq!(dossier.nearest_claim("dam-bust").map(ClaimId::as_str), Some("dam-burst"));
    /// assert_eq!(dossier.nearest_claim("bridge"), None);
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    #[must_use]
    pub fn nearest_claim(&self, given: &str) -> Option<&ClaimId> {
        let nearest = nearest(given, self.claims.iter().map(|claim| claim.id.as_str()))?;
        self.claim(&ClaimId::from(nearest.as_str())).map(|claim| &claim.id)
    }

    /// The attribution of this id; O(log n).
    #[must_use]
    pub fn attribution(&self, id: &AttributionId) -> Option<&Attribution> {
        find(&self.attributions, |attribution| attribution.id.cmp(id))
    }

    /// A builder that holds all of this dossier, so that entries can be added to it; O(n).
    ///
    /// ```
    /// use corroborate::{Dossier, Source};
    /// let dossier = Dossier::builder("A treaty").source(Source::new("duma", "State Duma")).build()?;
    /// let more = dossier.clone().into_builder().source(Source::new("tass", "TASS")).build()?;
    /// assert_eq!(more.sources().len(), 2);
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    #[must_use]
    pub fn into_builder(self) -> DossierBuilder {
        DossierBuilder {
            title: self.title,
            sources: self.sources.into_iter().enumerate().collect(),
            attributes: self.attributes.into_iter().enumerate().collect(),
            claims: self.claims.into_iter().enumerate().collect(),
            attributions: self.attributions.into_iter().enumerate().collect(),
            rules: self.rules.into_iter().enumerate().collect(),
            ..DossierBuilder::default()
        }
    }

    /// The number of a source; O(log n).
    pub(crate) fn source_number(&self, id: &SourceId) -> Option<u32> {
        self.sources.binary_search_by(|source| source.id.cmp(id)).ok().map(index)
    }

    /// The number of a claim; O(log n).
    pub(crate) fn claim_number(&self, id: &ClaimId) -> Option<u32> {
        self.claims.binary_search_by(|claim| claim.id.cmp(id)).ok().map(index)
    }

    pub(crate) const fn links(&self) -> &Links {
        &self.links
    }
}

impl Dossier {
    /// Lets whatever names an entry share the text of its id.
    fn share(&mut self) {
        let Self { sources, attributes, claims, attributions, links, .. } = self;
        for (claim, topic) in claims.iter_mut().zip(&links.claim_topic) {
            if let Some(attribute) =
                links.topics.get(*topic as usize).and_then(|t| attributes.get(t.attribute as usize))
            {
                claim.attribute = attribute.id.clone();
            }
        }
        let source = |at: u32| sources.get(at as usize).map(|source| &source.id);
        for (at, entry) in attributions.iter_mut().enumerate() {
            put(&mut entry.source, source(links.source[at]));
            if let Some(id) = &mut entry.claim {
                put(id, claims.get(links.claim[at] as usize).map(|claim| &claim.id));
            }
            for (chain, numbers) in entry.cites.iter_mut().zip(links.chains_of(at)) {
                for (id, number) in chain.iter_mut().zip(numbers) {
                    put(id, source(*number));
                }
            }
        }
    }
}

/// Replaces an id by the same one.
fn put<T: Clone>(id: &mut T, same: Option<&T>) {
    if let Some(same) = same {
        *id = same.clone();
    }
}

fn find<T>(sorted: &[T], order: impl FnMut(&T) -> std::cmp::Ordering) -> Option<&T> {
    sorted.binary_search_by(order).ok().and_then(|at| sorted.get(at))
}

/// An entry and its place in the list that it came from.
pub(crate) type Placed<T> = (usize, T);

/// Collects the entries of a dossier.
#[derive(Debug, Clone, Default)]
pub struct DossierBuilder {
    pub(crate) title: String,
    pub(crate) sources: Vec<Placed<Source>>,
    pub(crate) attributes: Vec<Placed<Attribute>>,
    pub(crate) claims: Vec<Placed<Claim>>,
    pub(crate) attributions: Vec<Placed<Attribution>>,
    pub(crate) rules: Vec<Placed<Rule>>,
    /// Ids of entries that could not be read: known, so that nothing else is blamed for naming them.
    pub(crate) unread: Unread,
    shared: Shared,
}

/// Ids met so far, so that whoever names one again shares its text: a large dossier need not fit in memory twice before it is built.
#[derive(Debug, Clone, Default)]
struct Shared {
    sources: HashSet<SourceId>,
    claims: HashSet<ClaimId>,
}

/// Makes an id one of those met before, or remembers it.
fn share<T: Clone + Eq + Hash>(met: &mut HashSet<T>, id: &mut T) {
    match met.get(id) {
        Some(same) => *id = same.clone(),
        None => drop(met.insert(id.clone())),
    }
}

/// Ids of entries that could not be read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Unread {
    pub(crate) sources: Vec<String>,
    pub(crate) attributes: Vec<String>,
    pub(crate) claims: Vec<String>,
    pub(crate) attributions: Vec<String>,
}

impl Unread {
    pub(crate) fn is_empty(&self) -> bool {
        [&self.sources, &self.attributes, &self.claims, &self.attributions].iter().all(|ids| ids.is_empty())
    }
}

impl DossierBuilder {
    /// Adds a source.
    #[must_use]
    pub fn source(mut self, mut source: Source) -> Self {
        share(&mut self.shared.sources, &mut source.id);
        self.sources.push((self.sources.len(), source));
        self
    }

    /// Adds an attribute.
    #[must_use]
    pub fn attribute(mut self, attribute: Attribute) -> Self {
        self.attributes.push((self.attributes.len(), attribute));
        self
    }

    /// Adds a claim.
    #[must_use]
    pub fn claim(mut self, mut claim: Claim) -> Self {
        share(&mut self.shared.claims, &mut claim.id);
        self.claims.push((self.claims.len(), claim));
        self
    }

    /// Adds an attribution.
    #[must_use]
    pub fn attribution(mut self, mut attribution: Attribution) -> Self {
        let Shared { sources, claims } = &mut self.shared;
        attribution.claim.iter_mut().for_each(|claim| share(claims, claim));
        let cited = attribution.cites.iter_mut().flatten();
        cited.chain([&mut attribution.source]).for_each(|source| share(sources, source));
        self.attributions.push((self.attributions.len(), attribution));
        self
    }

    /// Adds a rule.
    #[must_use]
    pub fn rule(mut self, rule: Rule) -> Self {
        self.rules.push((self.rules.len(), rule));
        self
    }

    /// Checks all entries against each other; O(n log n).
    ///
    /// # Errors
    /// Everything that is wrong, not the first alone: unknown and duplicate ids, values of another kind than their attribute,
    /// circles of owners, spokesmen or corrections, corrections of later words or of somebody else's.
    pub fn build(self) -> Result<Dossier, Problems> {
        let mut problems = Vec::new();
        let dossier = self.check(&mut problems);
        match dossier {
            Some(dossier) if problems.is_empty() => Ok(dossier),
            _ => Err(Problems(problems)),
        }
    }

    /// Sorts, deduplicates, resolves and checks; `None` where ids do not resolve, so that nothing can be checked further.
    pub(crate) fn check(self, problems: &mut Vec<Problem>) -> Option<Dossier> {
        let found = problems.len();
        drop(self.shared);
        let (sources, source_at) = sorted(self.sources, "sources", "source", |s| s.id.as_str(), problems);
        let (attributes, attribute_at) =
            sorted(self.attributes, "attributes", "attribute", |a| a.id.as_str(), problems);
        let (claims, claim_at) = sorted(self.claims, "claims", "claim", |c| c.id.as_str(), problems);
        let (attributions, attribution_at) =
            sorted(self.attributions, "attributions", "attribution", |a| a.id.as_str(), problems);
        let (rule_at, rules) = self.rules.into_iter().unzip();
        let mut dossier =
            Dossier { title: self.title, sources, attributes, claims, attributions, rules, links: Links::default() };
        let places = check::Places {
            sources: source_at,
            attributes: attribute_at,
            claims: claim_at,
            attributions: attribution_at,
            rules: rule_at,
        };
        check::ids(&dossier, &places, problems);
        if let Some(links) = Links::resolve(&dossier, &places, &self.unread, problems) {
            dossier.links = links;
            dossier.share();
            check::references(&dossier, &places, problems);
        }
        check::values(&dossier, &places, problems);
        check::rules(&dossier, &places, problems);
        phrase::check(&dossier, &places, problems);
        (problems.len() == found).then_some(dossier)
    }
}

/// Sorts by id and drops what is the same in every field; gives the place of each entry in its list.
fn sorted<T: PartialEq>(
    mut entries: Vec<Placed<T>>,
    list: &str,
    noun: &'static str,
    id: impl Fn(&T) -> &str,
    problems: &mut Vec<Problem>,
) -> (Vec<T>, Vec<usize>) {
    // Places differ, so no two are equal, and sorting needs no room of its own.
    entries.sort_unstable_by(|(at, a), (bt, b)| id(a).cmp(id(b)).then(at.cmp(bt)));
    entries.dedup_by(|(at, later), (_, kept)| {
        if id(later) != id(kept) {
            return false;
        }
        if later != kept {
            problems.push(Problem::new(
                Path::root().field(list).index(*at).field("id"),
                ProblemKind::DuplicateId { noun, id: id(later).to_owned() },
            ));
        }
        true
    });
    let places = entries.iter().map(|(at, _)| *at).collect();
    // In the room that they are in: for a while there would otherwise be two of each.
    let mut kept: Vec<T> = entries.into_iter().map(|(_, entry)| entry).collect();
    kept.shrink_to_fit();
    (kept, places)
}

impl Serialize for Dossier {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Wire<'a> {
            corroborate: u32,
            title: &'a str,
            sources: &'a [Source],
            attributes: &'a [Attribute],
            claims: &'a [Claim],
            attributions: &'a [Attribution],
            rules: &'a [Rule],
        }
        Wire {
            corroborate: FORMAT_VERSION,
            title: &self.title,
            sources: &self.sources,
            attributes: &self.attributes,
            claims: &self.claims,
            attributions: &self.attributions,
            rules: &self.rules,
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Dossier {
    /// Reads a dossier from any format that serde knows, through the same checks; for JSON, `Dossier::from_json` says more of what is wrong.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Wire {
            corroborate: u32,
            #[serde(default)]
            title: String,
            #[serde(default)]
            sources: Vec<Source>,
            #[serde(default)]
            attributes: Vec<Attribute>,
            #[serde(default)]
            claims: Vec<Claim>,
            #[serde(default)]
            attributions: Vec<Attribution>,
            #[serde(default)]
            rules: Vec<Rule>,
        }
        let wire = Wire::deserialize(deserializer)?;
        if wire.corroborate != FORMAT_VERSION {
            return Err(de::Error::custom(ProblemKind::Version(wire.corroborate.to_string())));
        }
        DossierBuilder {
            title: wire.title,
            sources: wire.sources.into_iter().enumerate().collect(),
            attributes: wire.attributes.into_iter().enumerate().collect(),
            claims: wire.claims.into_iter().enumerate().collect(),
            attributions: wire.attributions.into_iter().enumerate().collect(),
            rules: wire.rules.into_iter().enumerate().collect(),
            ..DossierBuilder::default()
        }
        .build()
        .map_err(de::Error::custom)
    }
}
