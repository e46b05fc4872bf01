//! A fact check, as read: what it says, where each of it stands, and what was noticed.

use url::Url;

use super::claimant::Claimant;
use super::labels::Meaning;
use super::rating::Rating;
use super::reading::{Field, Reading};
use super::repair::{Repair, RepairCode};
use super::tree::{Kind, Node};
use crate::model::attribution::Stance;
use crate::model::moment::Moment;

/// What form a review came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewKind {
    /// A ClaimReview of schema.org.
    Claim,
    /// A MediaReview of schema.org: of a picture, film or sound.
    Media,
    /// A review in a response of Google's Fact Check Tools API.
    Search,
}

/// What somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgentKind {
    /// A person.
    Person,
    /// An organisation.
    Organization,
    /// It is not said, or is neither.
    Unstated,
}

/// Somebody named in a review.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Agent<'t> {
    /// Where it stands.
    pub at: Node<'t>,
    /// What it is said to be. Many a collective is said to be a person.
    pub kind: AgentKind,
    /// Its name.
    pub name: Option<Field<'t, String>>,
    /// Its address.
    pub url: Option<Field<'t, Url>>,
    /// Other addresses of it.
    pub same_as: Vec<Field<'t, Url>>,
}

impl<'t> Agent<'t> {
    /// Somebody of whom nothing is known yet.
    pub(crate) const fn nobody(at: Node<'t>) -> Self {
        Self { at, kind: AgentKind::Unstated, name: None, url: None, same_as: Vec::new() }
    }

    /// The host of its address, without `www.`.
    #[must_use]
    pub fn site(&self) -> Option<&str> {
        site(&self.url.as_ref()?.value)
    }
}

/// The host of an address, without `www.`.
pub(crate) fn site(url: &Url) -> Option<&str> {
    let host = url.host_str()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}

/// A fact check, as read.
///
/// A field that is `None` either is not there, or could not be read; then a repair says so, and the raw value is still in the document.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Review<'t> {
    /// Where it stands.
    pub at: Node<'t>,
    /// What form it came in.
    pub kind: ReviewKind,
    /// The claim, in words.
    pub claim: Option<Field<'t, String>>,
    /// The headline of the review.
    pub headline: Option<Field<'t, String>>,
    /// The page of the review.
    pub url: Option<Field<'t, Url>>,
    /// When the review was published.
    pub published: Option<Field<'t, Moment>>,
    /// When it was last changed.
    pub modified: Option<Field<'t, Moment>>,
    /// The language of the review.
    pub language: Option<Field<'t, String>>,
    /// Who wrote the review.
    pub author: Option<Agent<'t>>,
    /// Who published it.
    pub publisher: Option<Agent<'t>>,
    /// What is reviewed is said to be: mostly a `Claim` or a `CreativeWork`.
    pub item_type: Option<Field<'t, String>>,
    /// Who made the claim, and what kind of claimant it is.
    pub claimants: Vec<(Agent<'t>, Claimant)>,
    /// When the claim was made.
    pub claimed: Option<Field<'t, Moment>>,
    /// Where the claim appeared; the first place first, where that is said.
    pub appearances: Vec<Field<'t, Url>>,
    /// The rating.
    pub rating: Option<Rating<'t>>,
    /// What a MediaReview finds the media to be.
    pub categories: Vec<Field<'t, String>>,
    /// What the rating means for the claim, by the table of labels; `None` where a person must say.
    pub meaning: Option<Meaning>,
    /// Whether the reviewer is the publisher rather than the author.
    pub(crate) by_publisher: bool,
    /// What was noticed.
    pub repairs: Vec<Repair<'t>>,
    pub(crate) read: Vec<u32>,
}

impl<'t> Review<'t> {
    pub(crate) const fn new(at: Node<'t>, kind: ReviewKind) -> Self {
        Self {
            at,
            kind,
            claim: None,
            headline: None,
            url: None,
            published: None,
            modified: None,
            language: None,
            author: None,
            publisher: None,
            item_type: None,
            claimants: Vec::new(),
            claimed: None,
            appearances: Vec::new(),
            rating: None,
            categories: Vec::new(),
            meaning: None,
            by_publisher: false,
            repairs: Vec::new(),
            read: Vec::new(),
        }
    }

    /// Who stands for the review: its author, or its publisher where the author is a person of that publisher.
    #[must_use]
    pub fn reviewer(&self) -> Option<&Agent<'t>> {
        if self.by_publisher { self.publisher.as_ref() } else { self.author.as_ref().or(self.publisher.as_ref()) }
    }

    /// What the reviewer says of the claim; `None` where a person must say.
    #[must_use]
    pub fn stance(&self) -> Option<Stance> {
        self.meaning.and_then(Meaning::stance)
    }

    /// The leaves that have no place here: kept as they are, and not interpreted. In a response of a search, those of the claim are among them, and those of its other reviews are not.
    pub fn unread(&self) -> impl Iterator<Item = Node<'t>> {
        let others = self.at.parent().filter(|_| self.kind == ReviewKind::Search);
        let whole = others.and_then(Node::parent).unwrap_or(self.at);
        let is_of_another =
            move |leaf: &Node<'t>| others.is_some_and(|others| others.holds(*leaf)) && !self.at.holds(*leaf);
        whole.leaves().filter(move |leaf| self.read.binary_search(&leaf.number()).is_err() && !is_of_another(leaf))
    }

    /// The leaves that were read, also those outside the object that it refers to.
    pub fn read(&self) -> impl Iterator<Item = Node<'t>> {
        self.at.document().filter(|leaf| self.read.binary_search(&leaf.number()).is_ok())
    }

    /// Whether this was noticed.
    #[must_use]
    pub fn has(&self, code: RepairCode) -> bool {
        self.repairs.iter().any(|repair| repair.code == code)
    }
}

impl<'t> Reading<'t> {
    /// Somebody: an object with a name, a name alone, or an address alone.
    pub(crate) fn agent(&mut self, node: Node<'t>) -> Option<Agent<'t>> {
        let node = self.resolved(node);
        let mut agent = Agent::nobody(node);
        if node.kind() == Kind::Text {
            let is_address = node.text().is_some_and(|text| text.trim_start().starts_with("http"));
            if is_address {
                agent.url = self.address(node);
            } else {
                agent.name = self.text(node);
            }
        } else {
            let [kind, name, url, same_as] = self.members(node, ["@type", "name", "url", "sameAs"]);
            if node.kind() != Kind::Object {
                self.note(RepairCode::WrongType, node);
            }
            agent.kind = kind.map_or(AgentKind::Unstated, |kind| self.agent_kind(kind));
            agent.name = name.and_then(|name| self.text(name));
            agent.url = url.and_then(|url| self.address(url));
            let all = same_as.map(|same_as| self.each(same_as)).unwrap_or_default();
            agent.same_as = all.into_iter().flat_map(|one| self.addresses(one)).collect();
        }
        (agent.name.is_some() || agent.url.is_some()).then_some(agent)
    }

    fn agent_kind(&mut self, node: Node<'t>) -> AgentKind {
        const KNOWN: [(&str, AgentKind); 5] = [
            ("Person", AgentKind::Person),
            ("Organization", AgentKind::Organization),
            ("NewsMediaOrganization", AgentKind::Organization),
            ("GovernmentOrganization", AgentKind::Organization),
            ("NGO", AgentKind::Organization),
        ];
        let found = KNOWN.into_iter().find(|(name, _)| self.has_type(node, name));
        found.map_or(AgentKind::Unstated, |(_, kind)| kind)
    }

    /// Whether an `@type` names this one; another spelling of it is noted.
    pub(crate) fn has_type(&mut self, node: Node<'t>, known: &str) -> bool {
        let all = self.each(node);
        let named = all
            .into_iter()
            .find(|one| one.text().is_some_and(|name| self.plain(name.trim()).eq_ignore_ascii_case(known)));
        let Some(named) = named else { return false };
        self.mark(named);
        if named.text().is_some_and(|name| self.plain(name.trim()) != known) {
            self.note_taken(RepairCode::TypeSpelling, named, known);
        }
        true
    }

    /// Notes where an `@type` that decides nothing is not spelled as in schema.org.
    pub(crate) fn spelled(&mut self, node: Node<'t>, known: &str) {
        let Some(given) = node.text() else { return };
        let name = self.plain(given.trim());
        if name != known && name.eq_ignore_ascii_case(known) {
            self.note_taken(RepairCode::TypeSpelling, node, known);
        }
    }

    /// The first name of an `@type`, as schema.org spells it where it is known.
    #[cfg(feature = "claimreview")]
    pub(crate) fn type_name(&mut self, node: Node<'t>, known: &[&str]) -> Option<Field<'t, String>> {
        let at = self.each(node).into_iter().next()?;
        let given = at.text()?;
        let name = self.plain(given.trim());
        self.mark(at);
        let meant = known.iter().find(|known| known.eq_ignore_ascii_case(name)).copied().unwrap_or(name);
        let field = Field::new(meant.to_owned(), at);
        if meant != name {
            self.note_taken(RepairCode::TypeSpelling, at, meant);
        }
        Some(field)
    }
}
