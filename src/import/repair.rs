//! Repairs: what a reader made of what was not quite right, by name.

use std::fmt;

use super::tree::Node;
use crate::model::names::vocabulary;
use crate::model::problem::Clean;

macro_rules! repairs {
    ($( $variant:ident = $name:literal: $description:literal ),+ $(,)?) => {
        vocabulary! {
            /// What a reader noticed, repaired, or left to a person. `docs/formats/claimreview.md` has a line on each.
            #[non_exhaustive]
            pub enum RepairCode: "repair" {
                $( #[doc = $description] $variant = $name ),+
            }
        }

        impl RepairCode {
            /// What it means, in one sentence without a full stop.
            #[must_use]
            pub const fn description(self) -> &'static str {
                match self { $( Self::$variant => $description ),+ }
            }
        }
    };
}

repairs! {
    // The object.
    ContextMissing = "context-missing": "nothing says that the names are those of schema.org; they are read as if it did",
    TypeMissing = "type-missing": "an object without a type holds `claimReviewed`, and is read as a ClaimReview",
    TypeSpelling = "type-spelling": "a type is not spelled as in schema.org; it is read as the one that is meant",
    DuplicateField = "duplicate-field": "a field stands twice; the last one is read, as in most programs",
    SeveralValues = "several-values": "a list stands where one value is expected; the first is read",
    ReferenceUnresolved = "reference-unresolved": "a reference by `@id` leads to nothing in the document",
    WrongType = "wrong-type": "a value of another kind than expected",
    EmptyField = "empty-field": "a field holds nothing; it is read as if it were not there",
    ScriptWrapped = "script-wrapped": "the JSON of a page stands inside comment or CDATA marks, which are left out",
    ScriptEscaped = "script-escaped": "the JSON of a page was escaped as HTML, and is read unescaped",
    // Texts.
    TextTrimmed = "text-trimmed": "white space around a text is left out",
    EntityDecoded = "entity-decoded": "HTML character references in a text are read as the characters that they stand for",
    MarkupInText = "markup-in-text": "a text holds HTML tags; it is read with them",
    // The claim.
    ClaimMissing = "claim-missing": "nothing says which claim is reviewed",
    ClaimFromItem = "claim-from-item": "the claim is read from `itemReviewed`, because `claimReviewed` says nothing",
    TemplateClaim = "template-claim": "the claim is a placeholder of a template, and is not read",
    ClaimIsHeadline = "claim-is-headline": "the claim is word for word the headline of the review, which may state what was found and not what was claimed",
    // The claimant.
    ClaimantMissing = "claimant-missing": "nobody is named as having made the claim",
    CollectiveClaimant = "collective-claimant": "the claimant is nobody in particular; it is proposed as an anonymous source",
    AccountClaimant = "account-claimant": "the claimant is an account on a network, and is proposed as one",
    // The reviewer.
    ReviewerMissing = "reviewer-missing": "nobody is named as having made the review; it is called by the site of its page, where there is one",
    ReviewerUnnamed = "reviewer-unnamed": "the reviewer has an address and no name; it is called by its site",
    PublisherAsReviewer = "publisher-as-reviewer": "the author is a person; the publisher is taken for the reviewer",
    // Ratings.
    LabelMissing = "label-missing": "the rating has no words; its stance is left to a person",
    LabelUnmapped = "label-unmapped": "the words of the rating are not in the table of labels; the stance is left to a person",
    LabelMixed = "label-mixed": "the words of the rating say neither true nor false; the stance is left to a person",
    LabelWithExplanation = "label-with-explanation": "more than a label stands where the label should; what stands before it ends is looked up",
    LabelDisagrees = "label-disagrees": "the words of the rating say one thing and its number another; neither is followed",
    NumberAsText = "number-as-text": "a number of the rating is written as a text",
    NotANumber = "not-a-number": "a number of the rating cannot be read",
    ScaleIncomplete = "scale-incomplete": "the scale does not say both ends; its number is worth nothing",
    ScaleDegenerate = "scale-degenerate": "the scale has one point: best and worst are the same",
    ScaleInverted = "scale-inverted": "the scale is upside down: best is below worst",
    RatingSentinel = "rating-sentinel": "the number of the rating stands for having none",
    RatingOutsideScale = "rating-outside-scale": "the number of the rating lies outside its scale",
    // Dates.
    DateForm = "date-form": "a date is not written as ISO 8601 asks, but can be read in one way only",
    DateWithoutZone = "date-without-zone": "a time of day without a zone: the day alone is read",
    DateSentinel = "date-sentinel": "the date stands for having none",
    NotADate = "not-a-date": "a date cannot be read",
    ClaimDatedAsReview = "claim-dated-as-review": "the claim is dated to the very second of the review, which dates the entry and not the claim; it is read as undated",
    ClaimAfterReview = "claim-after-review": "the claim is dated after its review; it is read as undated",
    // Addresses.
    RelativeAddress = "relative-address": "an address is relative; it is completed from the address of the review",
    ConcatenatedAddress = "concatenated-address": "an address has another one glued to it",
    AddressWithoutScheme = "address-without-scheme": "an address lacks its scheme; `https` is taken",
    NotAnAddress = "not-an-address": "an address cannot be read",
    OwnAddress = "own-address": "the place where the claim appeared is the page of the review itself; it is not read as one",
}

/// Something that a reader noticed, and what it made of it.
///
/// ```
/// use corroborate::claimreview::Reader;
/// use corroborate::import::Tree;
/// let tree = Tree::read(r#"{"@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": " It rained&#33; "}"#)?;
/// let found = Reader::default().reviews(&tree);
/// let repairs: Vec<String> = found.reviews[0].repairs.iter().map(|repair| repair.to_string()).collect();
/// assert_eq!(repairs[0], "/claimReviewed: text-trimmed: white space around a text is left out: read as `It rained&#33;`");
/// assert_eq!(repairs[1], "/claimReviewed: entity-decoded: HTML character references in a text are read as the characters that they stand for: read as `It rained!`");
/// # Ok::<(), corroborate::import::TreeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair<'t> {
    /// What it noticed.
    pub code: RepairCode,
    /// Where: the value has its pointer and its raw text.
    pub at: Node<'t>,
    /// What was read, where that is not what stands there.
    pub taken: Option<String>,
}

impl<'t> Repair<'t> {
    pub(crate) const fn new(code: RepairCode, at: Node<'t>) -> Self {
        Self { code, at, taken: None }
    }

    pub(crate) fn taking(code: RepairCode, at: Node<'t>, taken: impl fmt::Display) -> Self {
        Self { taken: Some(taken.to_string()), ..Self::new(code, at) }
    }
}

impl fmt::Display for Repair<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pointer = self.at.pointer();
        if !pointer.as_str().is_empty() {
            write!(f, "{}: ", Clean(pointer.as_str()))?;
        }
        write!(f, "{}: {}", self.code, self.code.description())?;
        match &self.taken {
            Some(taken) => write!(f, ": read as `{}`", Clean(taken)),
            None => Ok(()),
        }
    }
}
