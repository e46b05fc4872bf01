//! Responses of the search for claims of Google's Fact Check Tools API (`claims:search`, `v1alpha1`).
//!
//! Each review of each claim becomes a [`Review`], as one that was read from ClaimReview does. `docs/formats/google-fact-check.md` says what
//! becomes of every field.

use crate::import::{Field, Kind, Labels, Node, Rating, Reading, RepairCode, Review, ReviewKind, Tree};

/// Reads responses of `claims:search`.
///
/// ```
/// use corroborate::Stance;
/// use corroborate::factcheck::Reader;
/// use corroborate::import::Tree;
/// let tree = Tree::read(r#"{"claims": [{"text": "The dam has burst", "claimant": "Facebook users", "claimDate": "2025-03-01T00:00:00Z", "claimReview": [
///     {"publisher": {"name": "Facts", "site": "facts.example"}, "url": "https://facts.example/dam", "title": "No, it has not",
///      "reviewDate": "2025-03-02T00:00:00Z", "textualRating": "False", "languageCode": "en"}]}], "nextPageToken": "x"}"#)?;
/// let found = Reader::default().reviews(&tree);
/// assert_eq!(found.reviews[0].stance(), Some(Stance::Denies));
/// assert_eq!(found.reviews[0].reviewer().and_then(|reviewer| reviewer.site()), Some("facts.example"));
/// assert_eq!(found.next_page.as_ref().map(|token| token.value.as_str()), Some("x"));
/// # Ok::<(), corroborate::import::TreeError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Reader {
    labels: Labels,
}

/// What a response holds.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Reviews<'t> {
    /// Every review of every claim, in order; several of one claim stay several.
    pub reviews: Vec<Review<'t>>,
    /// What asks for the next page of results, where there is one.
    pub next_page: Option<Field<'t, String>>,
    /// What was passed over, and why.
    pub passed_over: Vec<(Node<'t>, Reason)>,
}

/// Why something was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// It is neither a response nor a claim.
    #[error("this is no response of `claims:search`: it holds neither `claims` nor `claimReview`")]
    NoResponse,
    /// A claim that nobody has reviewed.
    #[error("a claim without a review: `claimReview` is missing or empty")]
    NoReview,
    /// It is no object.
    #[error("expected an object, found {}", .0.name())]
    NoObject(Kind),
}

impl Reader {
    /// A reader that asks this table what labels mean.
    #[must_use]
    pub const fn new(labels: Labels) -> Self {
        Self { labels }
    }

    /// Every review of a response, of a list of responses or claims, or of a single claim. O(n log n).
    #[must_use]
    pub fn reviews<'t>(&self, tree: &'t Tree) -> Reviews<'t> {
        let mut found = Reviews { reviews: Vec::new(), next_page: None, passed_over: Vec::new() };
        let mut reading = Reading::of(tree, Vec::new());
        let root = tree.root();
        let all: Vec<Node<'t>> = if root.kind() == Kind::List { root.children().collect() } else { vec![root] };
        for node in all {
            let [claims, reviews, next, results] =
                reading.members(node, ["claims", "claimReview", "nextPageToken", "results"]);
            if let Some(next) = next {
                found.next_page = reading.text(next);
            }
            match (node.kind(), claims.or(results), reviews) {
                (Kind::Object, Some(claims), _) => {
                    for claim in reading.each(claims) {
                        // The search by image wraps each claim once more.
                        self.claim(&mut reading, claim.get("claim").unwrap_or(claim), &mut found);
                    }
                }
                (Kind::Object, None, Some(_)) => self.claim(&mut reading, node, &mut found),
                // A search that found nothing gives an empty object.
                (Kind::Object, None, None) if next.is_some() || node.children().next().is_none() => {}
                (Kind::Object, None, None) => found.passed_over.push((node, Reason::NoResponse)),
                (kind, ..) => found.passed_over.push((node, Reason::NoObject(kind))),
            }
        }
        found
    }

    fn claim<'t>(&self, reading: &mut Reading<'t>, node: Node<'t>, found: &mut Reviews<'t>) {
        let [reviews] = reading.members(node, ["claimReview"]);
        let reviews = reviews.map(|reviews| reading.each(reviews)).unwrap_or_default();
        if node.kind() != Kind::Object {
            found.passed_over.push((node, Reason::NoObject(node.kind())));
        } else if reviews.is_empty() {
            found.passed_over.push((node, Reason::NoReview));
        }
        for at in reviews {
            if at.kind() != Kind::Object {
                found.passed_over.push((at, Reason::NoObject(at.kind())));
                continue;
            }
            let mut review = Review::new(at, ReviewKind::Search);
            let [text, claimant, date] = reading.members(node, ["text", "claimant", "claimDate"]);
            review.claim = text.and_then(|text| reading.text(text));
            review.claimed = date.and_then(|date| reading.date(date));
            let claimants = claimant.and_then(|claimant| reading.agent(claimant)).into_iter().collect();
            let names = ["publisher", "url", "title", "reviewDate", "textualRating", "languageCode"];
            let [publisher, url, title, date, label, language] = reading.members(at, names);
            review.url = url.and_then(|url| reading.address(url));
            review.headline = title.and_then(|title| reading.text(title));
            review.published = date.and_then(|date| reading.date(date));
            review.language = language.and_then(|language| reading.text(language));
            review.publisher = publisher.and_then(|publisher| reading.agent_of_site(publisher));
            review.rating = label.and_then(|label| {
                let label = reading.text(label)?;
                Some(Rating::of_label(at, label))
            });
            found.reviews.push(reading.judged(review, claimants, &self.labels));
        }
    }
}

impl<'t> Reading<'t> {
    /// A publisher: its site stands without a scheme, as the interface says that it should.
    fn agent_of_site(&mut self, node: Node<'t>) -> Option<crate::import::Agent<'t>> {
        let [site] = self.members(node, ["site"]);
        let mut agent = self.agent(node).unwrap_or_else(|| crate::import::Agent::nobody(node));
        if let Some(site) = site {
            let noted = self.repairs.len();
            agent.url = self.address(site);
            // That is the form of the field, and no fault.
            let is_form = |code| code == RepairCode::AddressWithoutScheme;
            if self.repairs.get(noted).is_some_and(|repair| is_form(repair.code)) {
                self.repairs.truncate(noted);
            }
        }
        (agent.name.is_some() || agent.url.is_some()).then_some(agent)
    }
}
