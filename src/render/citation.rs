//! Sentences about citations: what somebody is credited with, and what is on record of that source.

use super::clean::{HEDGE, Quoted};
use super::date;
use super::list::{join, shortened};
use super::scene::{Scene, quoted};
use crate::evaluate::{Finding, NextStep};
use crate::model::attribution::{Attribution, Certainty, Stance};
use crate::model::claim::Claim;
use crate::model::dossier::Dossier;
use crate::model::id::ClaimId;
use crate::model::source::Source;

/// A finding about a cited source, its words told apart.
pub(super) struct Citation<'d> {
    scene: Scene<'d>,
    judged: Option<&'d Claim>,
    /// The cited source, as it is named.
    cited: String,
    /// The words that cite it.
    citing: Vec<&'d Attribution>,
    /// Its own words.
    own: Vec<&'d Attribution>,
    /// What others say that it said.
    told: Vec<&'d Attribution>,
}

impl<'d> Citation<'d> {
    /// `None` where the finding names no source that is cited, or nobody who cites it.
    pub(super) fn of(finding: &'d Finding, dossier: &'d Dossier) -> Option<Self> {
        let scene = Scene(dossier);
        let source: &Source = finding.sources.iter().find_map(|id| dossier.source(id))?;
        let (own, others): (Vec<_>, Vec<_>) =
            scene.words(&finding.attributions).into_iter().partition(|word| *scene.speaker(&word.source) == source.id);
        // The next step names the citing words; among the others, what is told of the cited source elsewhere may stand too.
        let (citing, told): (Vec<_>, Vec<_>) = match &finding.next {
            NextStep::CheckCitation { of } if !of.is_empty() => {
                others.into_iter().partition(|word| of.contains(&word.id))
            }
            _ => (others, Vec::new()),
        };
        let cited = scene.names([&source.id]);
        (!citing.is_empty()).then(|| Self { scene, judged: dossier.claim(&finding.claim), cited, citing, own, told })
    }

    fn who(&self) -> String {
        self.scene.speakers(&self.citing)
    }

    /// `A credited X with this`.
    fn credited(&self) -> String {
        let mut with: Vec<String> = self.citing.iter().map(|word| self.content(word)).collect();
        with.sort();
        with.dedup();
        // Once what is judged has been named, the rest would be repetition.
        if with.iter().any(|words| words == THIS) {
            with = vec![THIS.to_owned()];
        }
        with.truncate(2);
        format!("{} credited {} with {}", self.who(), self.cited, join(&with, "and"))
    }

    /// What a word says, as a thing: `this`, `a denial of this`, or another claim.
    fn content(&self, word: &Attribution) -> String {
        let claim = self.scene.claim_of(word);
        let what = match claim {
            Some(claim) if self.judged.is_none_or(|judged| judged.id != claim.id) => quoted(claim),
            _ => THIS.to_owned(),
        };
        match word.says() {
            Some(Stance::Denies) => format!("a denial of {what}"),
            Some(Stance::Doubts) => format!("doubts about {what}"),
            _ => what,
        }
    }

    pub(super) fn withdrew(&self) -> String {
        let those =
            |is: &dyn Fn(&Attribution) -> bool| self.own.iter().copied().filter(|word| is(word)).collect::<Vec<_>>();
        let disowned = those(&|word| !word.disowns.is_empty());
        let retracted = those(&|word| !word.retracts.is_empty());
        let became = if !disowned.is_empty() {
            format!("that was disowned{}", self.scene.on(&disowned))
        } else if !retracted.is_empty() {
            format!("that was withdrawn{}", self.scene.on(&retracted))
        } else if let Some(newest) = newest(&self.own).or_else(|| newest(&self.told)) {
            format!("that has since been replaced: {}", self.on_record(newest))
        } else {
            "that no longer stands".to_owned()
        };
        format!("{}, but {became}", self.credited())
    }

    pub(super) fn misattributed(&self) -> String {
        let (silent, said): (Vec<&Attribution>, Vec<&Attribution>) =
            self.own.iter().copied().partition(|word| word.says() == Some(Stance::Silent));
        let found = if let Some(newest) = newest(&said) {
            format!("the words on record are something else: {}", self.on_record(newest))
        } else if !silent.is_empty() {
            "a check did not find it there".to_owned()
        } else if let Some(newest) = newest(&self.told) {
            format!("{} reported something else: {}", self.scene.names([&newest.source]), self.on_record(newest))
        } else {
            "what is on record does not bear that out".to_owned()
        };
        format!("{}, but {found}", self.credited())
    }

    pub(super) fn weaker(&self) -> String {
        let said = newest(&self.own).map_or_else(String::new, |newest| format!(": {}", self.on_record(newest)));
        format!("{}, but the words on record say less{said}", self.credited())
    }

    pub(super) fn surer(&self) -> String {
        let surest = |words: &[&Attribution]| words.iter().map(|word| word.certainty).min();
        let presented = match surest(&self.citing) {
            Some(Certainty::Probable) => "presented as probable",
            Some(Certainty::Possible) => "presented as possible",
            _ => "stated outright",
        };
        let called = match surest(&self.own) {
            Some(Certainty::Probable) => "called probable",
            Some(Certainty::Possible) => "called possible",
            Some(Certainty::Unverified) => "called unverified",
            _ => "hedged",
        };
        format!("{} {presented} what {} {called}{}", self.who(), self.cited, hedges(&self.own, " (", ")"))
    }

    pub(super) fn stale(&self) -> String {
        let time = |words: &[&Attribution]| {
            newest(words)
                .and_then(|word| self.scene.claim_of(word))
                .and_then(|claim| claim.when.as_ref())
                .map(date::time)
        };
        match (time(&self.citing), time(&self.own)) {
            (Some(now), Some(then)) => {
                format!("{} cited {} for {now}, but the figure was given for {then}", self.who(), self.cited)
            }
            _ => format!("{} cited {} for this, but the figure was given for an earlier time", self.who(), self.cited),
        }
    }

    /// What a word says and when: `"At least 3,000 were sent" (18 October 2024)`.
    fn on_record(&self, word: &Attribution) -> String {
        let content = match self.content(word) {
            content if content == THIS => "an affirmation of this".to_owned(),
            content => content,
        };
        format!("{content}{}", self.scene.when(&[word]))
    }
}

const THIS: &str = "this";

/// The newest word, undated ones first; of one date, the last by id.
pub(super) fn newest<'d>(words: &[&'d Attribution]) -> Option<&'d Attribution> {
    let said = words.iter().filter(|word| word.says().is_some_and(|says| says != Stance::Silent));
    said.max_by_key(|word| word.published.map(|moment| moment.known_from())).copied()
}

/// The hedges that words carry, each once, between `open` and `close`; nothing where none is recorded.
pub(super) fn hedges(words: &[&Attribution], open: &str, close: &str) -> String {
    let mut hedges: Vec<String> =
        words.iter().filter_map(|word| word.hedge.as_deref()).map(|hedge| Quoted(hedge, HEDGE).to_string()).collect();
    hedges.sort();
    hedges.dedup();
    if hedges.is_empty() {
        return String::new();
    }
    format!("{open}{}{close}", shortened(hedges, 3, "and", "others"))
}

/// Whether every word is about the claim judged.
pub(super) fn all_on(words: &[&Attribution], claim: &ClaimId) -> bool {
    words.iter().all(|word| word.claim.as_ref() == Some(claim))
}
