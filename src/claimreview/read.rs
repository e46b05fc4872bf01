//! From an object of schema.org to a review.

use super::find::{Found, PassedOver, find};
use crate::import::{Agent, Field, Item, Kind, Labels, Node, Reading, RepairCode, Review, ReviewKind, Tree};

/// Reads ClaimReview and MediaReview.
///
/// ```
/// use corroborate::claimreview::Reader;
/// use corroborate::import::{RepairCode, Tree};
/// use corroborate::Stance;
/// let tree = Tree::read(r#"{"@context": "https://schema.org", "@type": "ClaimReview",
///     "claimReviewed": "The dam has burst", "url": "https://facts.example/dam", "datePublished": "2025-03-02",
///     "author": {"@type": "Organization", "name": "Facts", "url": "https://facts.example"},
///     "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Facebook users"}},
///     "reviewRating": {"@type": "Rating", "alternateName": "False", "ratingValue": "1", "worstRating": "1", "bestRating": "5"}}"#)?;
/// let found = Reader::default().reviews(&tree);
/// let review = &found.reviews[0];
/// assert_eq!(review.claim.as_ref().map(|claim| claim.value.as_str()), Some("The dam has burst"));
/// assert_eq!(review.claim.as_ref().map(|claim| claim.at.pointer().to_string()).as_deref(), Some("/claimReviewed"));
/// assert_eq!(review.stance(), Some(Stance::Denies));
/// assert_eq!(review.rating.as_ref().and_then(|rating| rating.truth).map(|share| share.per_cent()), Some(0));
/// assert!(review.has(RepairCode::CollectiveClaimant) && review.has(RepairCode::NumberAsText));
/// # Ok::<(), corroborate::import::TreeError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Reader {
    labels: Labels,
}

/// The reviews of a document, in its order, and what was passed over.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Reviews<'t> {
    /// Each review by itself; several of one claim stay several.
    pub reviews: Vec<Review<'t>>,
    /// What looks like a review and is none; or, where there is none at all, what is there instead.
    pub passed_over: Vec<PassedOver<'t>>,
}

impl Reader {
    /// A reader that asks this table what labels mean.
    #[must_use]
    pub const fn new(labels: Labels) -> Self {
        Self { labels }
    }

    /// Every review of a document: an object, a list, a `@graph`, a `DataFeed`, or one inside another. References by `@id` are followed
    /// inside the document. O(n log n).
    #[must_use]
    pub fn reviews<'t>(&self, tree: &'t Tree) -> Reviews<'t> {
        let Found { reviews, untyped, passed_over, has_context, prefixes } = find(tree);
        let mut reading = Reading::of(tree, prefixes);
        let read = |(at, kind): (Node<'t>, ReviewKind)| {
            if !has_context {
                reading.note(RepairCode::ContextMissing, at);
            }
            if untyped.contains(&at.number()) {
                reading.note(RepairCode::TypeMissing, at);
            }
            let (review, claimants) = reading.review(at, kind);
            reading.judged(review, claimants, &self.labels)
        };
        Reviews { reviews: reviews.into_iter().map(read).collect(), passed_over }
    }
}

impl Reader {
    /// Every review of an item of a feed, as [`reviews`](Self::reviews). What says that the names are those of schema.org stands around the items of a list: that an item itself does not is no repair.
    #[must_use]
    pub fn item<'t>(&self, item: &'t Item) -> Reviews<'t> {
        let mut found = self.reviews(&item.tree);
        if !item.pointer.as_str().is_empty() {
            for review in &mut found.reviews {
                review.repairs.retain(|repair| repair.code != RepairCode::ContextMissing);
            }
        }
        found
    }
}

impl<'t> Reading<'t> {
    fn review(&mut self, at: Node<'t>, kind: ReviewKind) -> (Review<'t>, Vec<Agent<'t>>) {
        const NAMES: [&str; 17] = [
            "@type",
            "url",
            "claimReviewed",
            "headline",
            "name",
            "datePublished",
            "dateModified",
            "inLanguage",
            "author",
            "publisher",
            "itemReviewed",
            "reviewRating",
            "mediaAuthenticityCategory",
            "mainEntityOfPage",
            "@id",
            "appearance",
            "firstAppearance",
        ];
        let [
            types,
            url,
            claim,
            headline,
            name,
            published,
            modified,
            language,
            author,
            publisher,
            item,
            rating,
            category,
            page,
            id,
            appearance,
            first,
        ] = self.members(at, NAMES);
        let mut review = Review::new(at, kind);
        if let Some(types) = types {
            self.has_type(types, if kind == ReviewKind::Media { "MediaReview" } else { "ClaimReview" });
        }
        self.base = None;
        review.url = url.and_then(|url| self.address(url));
        // Other names of the same page, where the usual one is missing.
        for other in [page, id].into_iter().flatten() {
            let is_absolute = |node: Node<'t>| node.text().is_some_and(|text| text.trim().starts_with("http"));
            let is_page = is_absolute(other) || other.get("@id").is_some_and(is_absolute);
            if review.url.is_none() && is_page {
                review.url = self.address(other);
            }
        }
        self.base = review.url.as_ref().map(|url| url.value.clone());
        review.claim = claim.and_then(|claim| self.text(claim));
        review.headline =
            headline.and_then(|headline| self.text(headline)).or_else(|| name.and_then(|name| self.text(name)));
        review.published = published.and_then(|date| self.date(date));
        review.modified = modified.and_then(|date| self.date(date));
        review.language = language.and_then(|language| self.language(language));
        review.author = author.and_then(|author| self.first_agent(author));
        review.publisher = publisher.and_then(|publisher| self.first_agent(publisher));
        let claimants = item.map(|item| self.item(&mut review, item)).unwrap_or_default();
        for place in [first, appearance].into_iter().flatten() {
            self.appearance(&mut review, place);
        }
        review.rating = rating.and_then(|rating| self.rating(rating));
        if let Some(category) = category {
            for one in self.each(category) {
                review.categories.extend(self.category(one));
            }
        }
        (review, claimants)
    }

    fn language(&mut self, node: Node<'t>) -> Option<Field<'t, String>> {
        let [code, name] = self.members(node, ["alternateName", "name"]);
        self.text(code.or(name).unwrap_or(node))
    }

    fn first_agent(&mut self, node: Node<'t>) -> Option<Agent<'t>> {
        let node = self.one(node)?;
        self.agent(node)
    }

    /// What is reviewed: who claimed it, when, and where it appeared.
    fn item(&mut self, review: &mut Review<'t>, node: Node<'t>) -> Vec<Agent<'t>> {
        let Some(node) = self.one(node) else { return Vec::new() };
        let node = self.resolved(node);
        const NAMES: [&str; 10] = [
            "@type",
            "author",
            "creator",
            "datePublished",
            "firstAppearance",
            "appearance",
            "url",
            "contentUrl",
            "text",
            "name",
        ];
        let [types, author, creator, date, first, appearance, url, content, text, name] = self.members(node, NAMES);
        if node.kind() == Kind::Text {
            self.appearance(review, node);
            return Vec::new();
        }
        review.item_type = types.and_then(|types| self.type_name(types, &["Claim", "CreativeWork"]));
        let is_claim = review.item_type.as_ref().is_some_and(|name| name.value == "Claim");
        if review.claim.is_none() && review.kind == ReviewKind::Claim {
            let words = text.or(name.filter(|_| is_claim));
            review.claim = words.and_then(|words| self.text(words));
            if let Some(claim) = &review.claim {
                self.note_taken(RepairCode::ClaimFromItem, claim.at, &claim.value);
            }
        }
        review.claimed = date.and_then(|date| self.date(date));
        for place in [first, appearance, url, content].into_iter().flatten() {
            self.appearance(review, place);
        }
        let Some(author) = author.or(creator) else { return Vec::new() };
        self.each(author).into_iter().filter_map(|author| self.agent(author)).collect()
    }

    /// Places where a claim appeared: addresses, or works that have one.
    fn appearance(&mut self, review: &mut Review<'t>, node: Node<'t>) {
        for place in self.each(node) {
            let place = self.resolved(place);
            let text = match place.kind() {
                Kind::Object => {
                    let [url, content, id] = self.members(place, ["url", "contentUrl", "@id"]);
                    url.or(content).or(id)
                }
                _ => Some(place),
            };
            for text in text.map(|text| self.each(text)).unwrap_or_default() {
                review.appearances.extend(self.addresses(text));
            }
        }
    }

    /// A category of a MediaReview: a name, with or without the prefix of its vocabulary, or an object that bears it.
    fn category(&mut self, node: Node<'t>) -> Option<Field<'t, String>> {
        let [id, name] = self.members(node, ["@id", "name"]);
        let field = self.text(id.or(name).unwrap_or(node))?;
        Some(Field::new(self.plain(&field.value).to_owned(), field.at))
    }
}
