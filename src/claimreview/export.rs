//! ClaimReview from an evaluation.

use serde::Serialize;
use serde_json::value::RawValue;
use url::Url;

use super::lint::{LintCode, lint};
use super::read::Reader;
use super::verdicts::Verdicts;
use crate::evaluate::{Evaluation, Verdict};
use crate::import::{Kind, Node, Review, Tree};
use crate::model::attribution::{Attribution, Stance};
use crate::model::dossier::Dossier;
use crate::model::id::ClaimId;
use crate::model::moment::Moment;
use crate::model::source::{Source, SourceKind};

/// Where a newsroom publishes what it found, and as whom.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Publication {
    /// The page of the review.
    pub url: Url,
    /// Who publishes it.
    pub publisher: String,
    /// The address of the publisher.
    pub publisher_url: Option<Url>,
    /// When it was published.
    pub published: Option<Moment>,
    /// The language of the page (BCP 47), such as `en`.
    pub language: Option<String>,
    /// Why the claim is rated as it is, in a sentence or two.
    pub explanation: Option<String>,
}

impl Publication {
    /// A page of a publisher.
    pub fn new(url: Url, publisher: impl Into<String>) -> Self {
        Self {
            url,
            publisher: publisher.into(),
            publisher_url: None,
            published: None,
            language: None,
            explanation: None,
        }
    }

    /// Sets the address of the publisher.
    #[must_use]
    pub fn publisher_url(mut self, url: Url) -> Self {
        self.publisher_url = Some(url);
        self
    }

    /// Sets when it was published.
    #[must_use]
    pub const fn published(mut self, moment: Moment) -> Self {
        self.published = Some(moment);
        self
    }

    /// Sets the language of the page.
    #[must_use]
    pub fn language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into());
        self
    }

    /// Says why the claim is rated as it is.
    #[must_use]
    pub fn explanation(mut self, explanation: impl Into<String>) -> Self {
        self.explanation = Some(explanation.into());
        self
    }
}

/// A ClaimReview, ready to be put into a page.
///
/// ```
/// use corroborate::claimreview::{Markup, Publication, Verdicts};
/// use corroborate::{Attribute, Attribution, Claim, Dossier, Evaluator, Source, SourceKind, ValueKind};
/// let dossier = Dossier::builder("A dam")
///     .source(Source::new("roe", "Jane Roe").kind(SourceKind::Person))
///     .attribute(Attribute::new("burst", ValueKind::Truth))
///     .claim(Claim::new("burst", "The dam has burst", "dam", "burst", true.into()))
///     .attribution(Attribution::new("a1", "roe", "burst").published("2025-03-01".parse()?).url("https://social.example/1".parse()?))
///     .build()?;
/// let evaluation = Evaluator::default().evaluate(&dossier);
/// let page = Publication::new("https://herald.example/dam".parse()?, "The Herald");
/// let markup = Markup::of(&evaluation, &"burst".into(), &page, &Verdicts::default()).unwrap();
/// assert!(markup.to_json().contains("\"alternateName\": \"Unconfirmed\""));
/// // Nothing that is required is missing; a number, and when it was published, would be welcome.
/// let problems = markup.problems();
/// assert!(problems.iter().all(|(code, _)| !code.is_error()));
/// assert_eq!(problems[0].1, "author.url: recommended-missing: a field that is recommended is missing");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Markup {
    review: Object,
}

impl Markup {
    /// The review of a claim that was judged, as the table has it for its verdict; `None` where the dossier has no such claim.
    ///
    /// The claim is credited to whoever said it first: of the attributions that affirm it and were not withdrawn, the first by date, then by id, and of one that
    /// cites, the far end of its first chain. Who is anonymous is not named.
    #[must_use]
    pub fn of(evaluation: &Evaluation<'_>, claim: &ClaimId, page: &Publication, verdicts: &Verdicts) -> Option<Self> {
        let assessment = evaluation.assessment(claim)?;
        let mut review = Object::default();
        review.text("@context", "https://schema.org");
        review.text("@type", "ClaimReview");
        review.text("url", page.url.as_str());
        review.text("claimReviewed", &assessment.claim().statement);
        if let Some(published) = &page.published {
            review.text("datePublished", &published.to_string());
        }
        if let Some(language) = &page.language {
            review.text("inLanguage", language);
        }
        let mut author = Object::default();
        author.text("@type", "Organization");
        author.text("name", &page.publisher);
        if let Some(url) = &page.publisher_url {
            author.text("url", url.as_str());
        }
        review.object("author", author);
        review.object("itemReviewed", item(evaluation.dossier(), claim));
        review.object("reviewRating", rating(assessment.verdict(), page, verdicts));
        Some(Self { review })
    }

    /// The same on top of a review that was read: what that one holds and this one does not say is kept, in the review, its author, its rating and the
    /// claim, as it stands there.
    #[must_use]
    pub fn onto(mut self, review: &Review<'_>) -> Self {
        self.review.keep(review.at);
        self
    }

    /// The review as JSON-LD, indented by two spaces. It may be put between `<script type="application/ld+json">` and `</script>` as it is: no text can end the
    /// script. The same review gives the same bytes.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Writing to memory fails for maps whose keys are no strings and for types that refuse; there are none here.
        let json = serde_json::to_string_pretty(&self.review).unwrap_or_default();
        // Within JSON this can only stand in a text, where the escape means the same.
        json.replace('<', "\\u003c")
    }

    /// What Google's table of fields, and sense, find wrong with it, one line each: what [`lint`](super::lint()) says of it when it is read again.
    #[must_use]
    pub fn problems(&self) -> Vec<(LintCode, String)> {
        let Ok(tree) = Tree::read(&self.to_json()) else { return Vec::new() };
        let found = Reader::default().reviews(&tree);
        found.reviews.iter().take(1).flat_map(lint).map(|problem| (problem.code, problem.to_string())).collect()
    }
}

fn rating(verdict: Verdict, page: &Publication, verdicts: &Verdicts) -> Object {
    let mut rating = Object::default();
    rating.text("@type", "Rating");
    let told = verdicts.rating(verdict);
    rating.text("alternateName", &told.label);
    if let Some(value) = told.value {
        rating.number("ratingValue", value);
        rating.number("bestRating", verdicts.best());
        rating.number("worstRating", verdicts.worst());
    }
    if let Some(explanation) = &page.explanation {
        rating.text("ratingExplanation", explanation);
    }
    rating
}

/// What is reviewed: the claim, who made it first, when, and where it appeared.
fn item(dossier: &Dossier, claim: &ClaimId) -> Object {
    let mut item = Object::default();
    item.text("@type", "Claim");
    let words = said(dossier, claim);
    let Some(first) = words.first() else { return item };
    if let Some(author) = claimant(dossier, first) {
        item.object("author", author);
    }
    if let Some(published) = &first.published {
        item.text("datePublished", &published.to_string());
    }
    let mut places: Vec<&Url> = Vec::new();
    for url in words.iter().filter_map(|word| word.url.as_ref()) {
        if !places.contains(&url) && places.len() < MOST_PLACES {
            places.push(url);
        }
    }
    let mut places = places.into_iter().map(work);
    if let Some(first) = places.next() {
        item.object("firstAppearance", first);
    }
    item.objects("appearance", places.collect());
    item
}

/// How many places are named. A claim that a thousand pages repeat is not made clearer by all of them.
const MOST_PLACES: usize = 10;

fn work(url: &Url) -> Object {
    let mut work = Object::default();
    work.text("@type", "CreativeWork");
    work.text("url", url.as_str());
    work
}

/// The attributions that affirm a claim, the first by date, then by id; undated ones last, and those that were withdrawn not at all.
fn said<'d>(dossier: &'d Dossier, claim: &ClaimId) -> Vec<&'d Attribution> {
    let withdrawn: std::collections::BTreeSet<_> =
        dossier.attributions().iter().flat_map(|word| &word.retracts).collect();
    let is_said = |word: &&Attribution| {
        word.claim.as_ref() == Some(claim)
            && matches!(word.stance, None | Some(Stance::Affirms))
            && word.retracts.is_empty()
            && word.disowns.is_empty()
            && !withdrawn.contains(&word.id)
    };
    let mut words: Vec<&Attribution> = dossier.attributions().iter().filter(is_said).collect();
    let known = |word: &Attribution| word.published.map(|published| published.known_from());
    words.sort_by_key(|word| (known(word).is_none(), known(word)));
    words
}

/// Whom a claim is credited to. A document or a picture makes no claims.
fn claimant(dossier: &Dossier, word: &Attribution) -> Option<Object> {
    let far_end = word.cites.first().and_then(|chain| chain.last()).unwrap_or(&word.source);
    let source: &Source = dossier.source(far_end)?;
    let kind = match source.kind {
        SourceKind::Person | SourceKind::Official | SourceKind::Eyewitness | SourceKind::AffectedParty => "Person",
        SourceKind::Document | SourceKind::Dataset | SourceKind::Image | SourceKind::Recording => return None,
        _ => "Organization",
    };
    if source.anonymous {
        return None;
    }
    let mut author = Object::default();
    author.text("@type", kind);
    author.text("name", &source.name);
    if let Some(url) = &source.url {
        author.text("sameAs", url.as_str());
    }
    Some(author)
}

/// A JSON object whose members keep their order.
#[derive(Debug, Clone, Default)]
struct Object(Vec<(String, Member)>);

#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
enum Member {
    Text(String),
    Number(u32),
    Object(Object),
    Objects(Vec<Object>),
    /// As it stands in another document.
    Kept(Box<RawValue>),
}

impl Object {
    fn text(&mut self, name: &str, text: &str) {
        self.0.push((name.to_owned(), Member::Text(text.to_owned())));
    }

    fn number(&mut self, name: &str, number: u32) {
        self.0.push((name.to_owned(), Member::Number(number)));
    }

    fn object(&mut self, name: &str, object: Self) {
        self.0.push((name.to_owned(), Member::Object(object)));
    }

    fn objects(&mut self, name: &str, objects: Vec<Self>) {
        if !objects.is_empty() {
            self.0.push((name.to_owned(), Member::Objects(objects)));
        }
    }

    /// Keeps the members of another object that this one does not have; those of an object that both have, likewise.
    fn keep(&mut self, other: Node<'_>) {
        for member in other.children() {
            let Some(name) = member.key() else { continue };
            match self.0.iter_mut().find(|(known, _)| *known == name) {
                Some((_, Member::Object(own))) if member.kind() == Kind::Object => own.keep(member),
                Some(_) => {}
                None => {
                    if let Ok(raw) = RawValue::from_string(member.raw().to_owned()) {
                        self.0.push((name.into_owned(), Member::Kept(raw)));
                    }
                }
            }
        }
    }
}

impl Serialize for Object {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, member)| (name, member)))
    }
}
