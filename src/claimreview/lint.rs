//! What is wrong with a ClaimReview that is to be published: Google's table of fields, and sense.

use std::fmt;

use crate::import::{AgentKind, Field, Rating, Repair, RepairCode, Review, ReviewKind};
use crate::model::names::vocabulary;
use crate::model::number::Number;
use crate::model::problem::Clean;

vocabulary! {
    /// What can be wrong with a ClaimReview that is to be published.
    #[non_exhaustive]
    pub enum LintCode: "lint" {
        /// A required field is missing.
        RequiredMissing = "required-missing",
        /// A recommended field is missing.
        RecommendedMissing = "recommended-missing",
        /// The best rating is not above the worst.
        BestNotAboveWorst = "best-not-above-worst",
        /// The worst rating is below 1.
        WorstBelowOne = "worst-below-one",
        /// The rating lies outside its scale.
        ValueOutsideScale = "value-outside-scale",
        /// The words and the number of the rating say different things.
        LabelDisagrees = "label-disagrees",
        /// The claim is longer than 75 characters.
        ClaimTooLong = "claim-too-long",
        /// The claim repeats the headline.
        ClaimIsHeadline = "claim-is-headline",
        /// The claim is credited to nobody in particular.
        CollectiveClaimant = "collective-claimant",
        /// The author is neither a person nor an organisation.
        AuthorWithoutType = "author-without-type",
        /// The page is not on the site of the author.
        OtherSite = "other-site",
        /// Something had to be repaired before it could be read.
        Repaired = "repaired",
    }
}

impl LintCode {
    /// What it means, in one sentence without a full stop.
    #[must_use]
    pub const fn description(self) -> &'static str {
        match self {
            Self::RequiredMissing => "a field that is required is missing",
            Self::RecommendedMissing => "a field that is recommended is missing",
            Self::BestNotAboveWorst => "the best rating must be above the worst",
            Self::WorstBelowOne => "ratings below 1 are not allowed",
            Self::ValueOutsideScale => "the rating must lie on its scale",
            Self::LabelDisagrees => "the words of the rating say one thing and its number another",
            Self::ClaimTooLong => "the claim is longer than 75 characters, and will be broken on a small screen",
            Self::ClaimIsHeadline => {
                "the claim is word for word the headline: state what was claimed, not what was found"
            }
            Self::CollectiveClaimant => {
                "the claim is credited to nobody in particular: name who made it, or leave the author out"
            }
            Self::AuthorWithoutType => "an author is a `Person` or an `Organization`",
            Self::OtherSite => "the page should be on the site of the author",
            Self::Repaired => "readers must repair this before they can read it",
        }
    }

    /// Whether the review cannot be published so, rather than could be better.
    #[must_use]
    pub const fn is_error(self) -> bool {
        matches!(self, Self::RequiredMissing | Self::BestNotAboveWorst | Self::WorstBelowOne | Self::ValueOutsideScale)
    }
}

/// Something that is wrong with a ClaimReview.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LintProblem<'t> {
    /// What is wrong.
    pub code: LintCode,
    /// The field, as Google's table names it.
    pub field: &'static str,
    /// What a reader would have to repair.
    pub repair: Option<Repair<'t>>,
}

impl fmt::Display for LintProblem<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.repair {
            Some(repair) => write!(f, "{}: {}", self.code, Clean(&repair.to_string())),
            None => write!(f, "{}: {}: {}", self.field, self.code, self.code.description()),
        }
    }
}

/// What Google's table of fields finds wrong with a ClaimReview (required: `claimReviewed`, `reviewRating.alternateName`, `url`; recommended: the author, the claim's author,
/// date and appearance, the number and both ends of the scale), what its date of publication would add, and what a reader would have to repair.
///
/// ```
/// use corroborate::claimreview::{LintCode, Reader, lint};
/// use corroborate::import::Tree;
/// let tree = Tree::read(r#"{"@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": "The dam has burst",
///     "reviewRating": {"@type": "Rating", "ratingValue": 0, "bestRating": 0, "worstRating": 0}}"#)?;
/// let found = Reader::default().reviews(&tree);
/// let errors: Vec<String> = lint(&found.reviews[0]).iter().filter(|problem| problem.code.is_error()).map(ToString::to_string).collect();
/// assert_eq!(errors, [
///     "reviewRating.alternateName: required-missing: a field that is required is missing",
///     "url: required-missing: a field that is required is missing",
///     "reviewRating.bestRating: best-not-above-worst: the best rating must be above the worst",
///     "reviewRating.worstRating: worst-below-one: ratings below 1 are not allowed",
/// ]);
/// # Ok::<(), corroborate::import::TreeError>(())
/// ```
#[must_use]
pub fn lint<'t>(review: &Review<'t>) -> Vec<LintProblem<'t>> {
    let mut problems = Vec::new();
    let mut add = |code, field| problems.push(LintProblem { code, field, repair: None });
    let rating = review.rating.as_ref();
    let author = review.author.as_ref();
    let claimant = review.claimants.first().map(|(agent, _)| agent);
    let has = |field: fn(&Rating<'_>) -> bool| rating.is_some_and(field);
    let required = [
        ("claimReviewed", review.claim.is_some() || review.kind == ReviewKind::Media),
        ("reviewRating.alternateName", has(|rating| rating.label.is_some()) || !review.categories.is_empty()),
        ("url", review.url.is_some()),
    ];
    let recommended = [
        ("author.name", author.is_some_and(|author| author.name.is_some())),
        ("author.url", author.is_some_and(|author| author.url.is_some())),
        ("itemReviewed.author", claimant.is_some()),
        ("itemReviewed.datePublished", review.claimed.is_some()),
        ("itemReviewed.appearance", !review.appearances.is_empty()),
        ("reviewRating.ratingValue", has(|rating| rating.value.is_some())),
        ("reviewRating.bestRating", has(|rating| rating.best.is_some())),
        ("reviewRating.worstRating", has(|rating| rating.worst.is_some())),
        ("datePublished", review.published.is_some()),
    ];
    for (field, _) in required.into_iter().filter(|(_, is_there)| !is_there) {
        add(LintCode::RequiredMissing, field);
    }
    for (field, _) in recommended.into_iter().filter(|(_, is_there)| !is_there) {
        add(LintCode::RecommendedMissing, field);
    }
    if let Some(rating) = rating {
        scale(rating, &mut add);
    }
    if review.claim.as_ref().is_some_and(|claim| claim.value.chars().count() > 75) {
        add(LintCode::ClaimTooLong, "claimReviewed");
    }
    for (agent, field) in [(author, "author"), (claimant, "itemReviewed.author")] {
        if agent.is_some_and(|agent| agent.kind == AgentKind::Unstated) {
            add(LintCode::AuthorWithoutType, field);
        }
    }
    let site = review.url.as_ref().and_then(|url| crate::import::site(&url.value));
    let home = author.and_then(|author| author.site());
    if let (Some(site), Some(home)) = (site, home) {
        let is_within = |inner: &str, outer: &str| {
            inner.strip_suffix(outer).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        if !is_within(site, home) && !is_within(home, site) {
            add(LintCode::OtherSite, "url");
        }
    }
    repairs(review, &mut problems);
    problems
}

fn scale(rating: &Rating<'_>, add: &mut impl FnMut(LintCode, &'static str)) {
    let number = |field: &Option<Field<'_, Number>>| field.as_ref().map(|field| field.value);
    let (best, worst, value) = (number(&rating.best), number(&rating.worst), number(&rating.value));
    if best.zip(worst).is_some_and(|(best, worst)| best <= worst) {
        add(LintCode::BestNotAboveWorst, "reviewRating.bestRating");
    }
    if worst.is_some_and(|worst| worst < Number::from(1)) {
        add(LintCode::WorstBelowOne, "reviewRating.worstRating");
    }
    let is_below = value.zip(worst).is_some_and(|(value, worst)| value < worst);
    let is_above = value.zip(best).is_some_and(|(value, best)| value > best);
    if is_below || is_above {
        add(LintCode::ValueOutsideScale, "reviewRating.ratingValue");
    }
}

/// What a reader noticed, where it is a fault of the markup and not told by another code. That numbers may be texts, schema.org allows.
fn repairs<'t>(review: &Review<'t>, problems: &mut Vec<LintProblem<'t>>) {
    for repair in &review.repairs {
        let (code, field) = match repair.code {
            RepairCode::LabelDisagrees => (LintCode::LabelDisagrees, "reviewRating"),
            RepairCode::ClaimIsHeadline => (LintCode::ClaimIsHeadline, "claimReviewed"),
            RepairCode::CollectiveClaimant => (LintCode::CollectiveClaimant, "itemReviewed.author"),
            RepairCode::NumberAsText
            | RepairCode::LabelMissing
            | RepairCode::LabelMixed
            | RepairCode::LabelUnmapped
            | RepairCode::ClaimMissing
            | RepairCode::ClaimantMissing
            | RepairCode::AccountClaimant
            | RepairCode::ReviewerMissing
            | RepairCode::ReviewerUnnamed
            | RepairCode::PublisherAsReviewer
            | RepairCode::ScaleDegenerate
            | RepairCode::ScaleInverted
            | RepairCode::ScaleIncomplete
            | RepairCode::RatingOutsideScale => continue,
            _ => {
                problems.push(LintProblem { code: LintCode::Repaired, field: "", repair: Some(repair.clone()) });
                continue;
            }
        };
        problems.push(LintProblem { code, field, repair: None });
    }
}
