//! What is asked of a review once its fields are read: what its rating means, and what in it cannot be what it looks like.

use std::cmp::Ordering;

use super::claimant::{Claimant, claimant};
use super::labels::{Labels, Meaning, before_explanation};
use super::placeholder::is_placeholder;
use super::rating::Share;
use super::reading::Reading;
use super::repair::RepairCode;
use super::review::{Agent, AgentKind, Review, ReviewKind, site};
use super::tree::Node;
use crate::model::moment::Moment;
use crate::model::text::fold;

impl<'t> Reading<'t> {
    /// Completes a review whose fields are read, and hands over what was noticed.
    pub(crate) fn judged(&mut self, mut review: Review<'t>, claimants: Vec<Agent<'t>>, labels: &Labels) -> Review<'t> {
        self.claim(&mut review);
        self.claimants(&mut review, claimants);
        self.reviewer(&mut review);
        self.dates(&mut review);
        self.places(&mut review);
        review.meaning = self.meaning(&mut review, labels);
        review.repairs = std::mem::take(&mut self.repairs);
        review.read = std::mem::take(&mut self.read);
        review.read.sort_unstable();
        review.read.dedup();
        review
    }

    fn claim(&mut self, review: &mut Review<'t>) {
        if let Some(claim) = review.claim.take_if(|claim| is_placeholder(&claim.value)) {
            self.note(RepairCode::TemplateClaim, claim.at);
        } else if review.claim.is_none() && review.kind != ReviewKind::Media {
            self.note(RepairCode::ClaimMissing, review.at);
        }
        if let (Some(claim), Some(headline)) = (&review.claim, &review.headline)
            // Folding changes the length by little; most headlines need not be folded.
            && claim.value.len().abs_diff(headline.value.len()) <= claim.value.len() / 4
            && fold(&claim.value) == fold(&headline.value)
        {
            self.note(RepairCode::ClaimIsHeadline, claim.at);
        }
    }

    fn claimants(&mut self, review: &mut Review<'t>, claimants: Vec<Agent<'t>>) {
        for agent in claimants {
            let Some(name) = &agent.name else { continue };
            let kind = claimant(&name.value);
            match kind {
                Claimant::Named => {}
                Claimant::Account => self.note(RepairCode::AccountClaimant, name.at),
                Claimant::Collective => self.note(RepairCode::CollectiveClaimant, name.at),
            }
            review.claimants.push((agent, kind));
        }
        if review.claimants.is_empty() && review.kind != ReviewKind::Media {
            self.note(RepairCode::ClaimantMissing, review.at);
        }
    }

    fn reviewer(&mut self, review: &mut Review<'t>) {
        let is_person = review.author.as_ref().is_some_and(|author| author.kind == AgentKind::Person);
        let publisher = review.publisher.as_ref().filter(|publisher| publisher.name.is_some());
        if let (true, Some(publisher)) = (is_person, publisher) {
            self.note(RepairCode::PublisherAsReviewer, publisher.at);
            review.by_publisher = true;
        }
        match review.reviewer() {
            None => self.note(RepairCode::ReviewerMissing, review.at),
            Some(reviewer) if reviewer.name.is_none() => {
                let (at, called) = (reviewer.at, reviewer.site().unwrap_or_default().to_owned());
                self.note_taken(RepairCode::ReviewerUnnamed, at, called);
            }
            Some(_) => {}
        }
    }

    fn dates(&mut self, review: &mut Review<'t>) {
        let (Some(claimed), Some(published)) = (&review.claimed, &review.published) else { return };
        let at = claimed.at;
        let is_instant = matches!(claimed.value, Moment::Instant(_));
        let code = if is_instant && claimed.value == published.value {
            RepairCode::ClaimDatedAsReview
        } else if claimed.value.last_day() > published.value.last_day() {
            RepairCode::ClaimAfterReview
        } else {
            return;
        };
        self.note(code, at);
        review.claimed = None;
    }

    /// Leaves out the page of the review where the claim is said to have appeared, and what stands twice.
    fn places(&mut self, review: &mut Review<'t>) {
        let without_fragment = |url: &url::Url| {
            let mut url = url.clone();
            url.set_fragment(None);
            url
        };
        let own = review.url.as_ref().map(|url| without_fragment(&url.value));
        let mut seen = std::collections::BTreeSet::new();
        let mut kept = Vec::new();
        for place in std::mem::take(&mut review.appearances) {
            if own.as_ref() == Some(&without_fragment(&place.value)) {
                self.note(RepairCode::OwnAddress, place.at);
            } else if seen.insert(place.value.clone()) {
                kept.push(place);
            }
        }
        review.appearances = kept;
    }

    /// What the rating means for the claim. Words and number must not disagree; the number alone counts only where the table trusts its scale.
    fn meaning(&mut self, review: &mut Review<'t>, labels: &Labels) -> Option<Meaning> {
        if review.kind == ReviewKind::Media {
            return self.media(review, labels);
        }
        let site = review.reviewer().and_then(|reviewer| reviewer.site());
        let site = site.or_else(|| review.url.as_ref().and_then(|url| site_of(&url.value)));
        let site = site.map(str::to_owned);
        let Some(rating) = &mut review.rating else {
            self.note(RepairCode::LabelMissing, review.at);
            return None;
        };
        let trusted = |share: Option<Share>| share.filter(|_| labels.trusts_scale(site.as_deref()));
        let by_number = trusted(rating.truth).and_then(by_number);
        let Some(label) = &rating.label else {
            self.note(RepairCode::LabelMissing, rating.at);
            return by_number;
        };
        let Some(meaning) = self.label(label.at, &label.value, site.as_deref(), labels) else { return by_number };
        if rating.side().is_some_and(|side| disagree(meaning, side)) {
            self.note(RepairCode::LabelDisagrees, rating.at);
            rating.truth = None;
            return None;
        }
        Some(meaning)
    }

    fn label(&mut self, at: Node<'t>, label: &str, site: Option<&str>, labels: &Labels) -> Option<Meaning> {
        let mut meaning = labels.meaning(site, label);
        if meaning.is_none()
            && let Some(head) = before_explanation(label)
        {
            meaning = labels.meaning(site, head);
            if meaning.is_some() {
                self.note_taken(RepairCode::LabelWithExplanation, at, head);
            }
        }
        match meaning {
            None => self.note(RepairCode::LabelUnmapped, at),
            Some(Meaning::Mixed) => self.note(RepairCode::LabelMixed, at),
            Some(_) => {}
        }
        meaning
    }

    /// Several categories of a MediaReview must mean one thing.
    fn media(&mut self, review: &Review<'t>, labels: &Labels) -> Option<Meaning> {
        let mut meanings = Vec::new();
        for category in &review.categories {
            match labels.media(&category.value) {
                Some(meaning) => meanings.push(meaning),
                None => self.note(RepairCode::LabelUnmapped, category.at),
            }
        }
        let first = meanings.first().copied();
        let same = meanings.iter().all(|meaning| Some(*meaning) == first) && meanings.len() == review.categories.len();
        match (first, same) {
            (None, _) if review.categories.is_empty() => self.note(RepairCode::LabelMissing, review.at),
            (Some(Meaning::Mixed), _) | (Some(_), false) => self.note(RepairCode::LabelMixed, review.at),
            _ => {}
        }
        first.filter(|_| same)
    }
}

fn site_of(url: &url::Url) -> Option<&str> {
    site(url)
}

fn by_number(share: Share) -> Option<Meaning> {
    match (share.is_best(), share.is_worst()) {
        (true, _) => Some(Meaning::Affirms),
        (_, true) => Some(Meaning::Denies),
        _ => None,
    }
}

/// Whether words that say true stand beside a number on the side of false, or the other way round.
fn disagree(meaning: Meaning, side: Ordering) -> bool {
    matches!((meaning, side), (Meaning::Affirms, Ordering::Less) | (Meaning::Denies, Ordering::Greater))
}
