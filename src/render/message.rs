//! The one place where a finding becomes a sentence.

use std::collections::BTreeMap;

use super::citation::{Citation, all_on, hedges};
use super::clean::sentence;
use super::date;
use super::list::{join, number};
use super::scene::{Scene, quoted};
use crate::evaluate::{Code, Finding};
use crate::model::attribution::{Attribution, Certainty, Stance};
use crate::model::claim::Claim;
use crate::model::dossier::Dossier;
use crate::model::id::SourceId;
use crate::model::unit::Unit;
use crate::model::value::Value;

/// What is wrong, in one sentence for people: it names sources, dates and what was said, and no id.
///
/// Verbs that sources govern stand in the past tense: what is said was said at a time. Where the finding names nothing that the dossier holds, the sentence is the
/// [description](Code::description) of its code. O(entries named).
///
/// ```
/// use corroborate::{Attribute, Attribution, Claim, Dossier, Evaluator, Policy, Source, SourceKind, Value, ValueKind, render};
/// let dossier = Dossier::builder("A treaty")
///     .source(Source::new("mfa", "Foreign Ministry").kind(SourceKind::Government))
///     .source(Source::new("wire", "The Wire").kind(SourceKind::NewsAgency))
///     .attribute(Attribute::new("signed", ValueKind::Truth))
///     .claim(Claim::new("c", "It was signed", "treaty", "signed", Value::Truth(true)))
///     .attribution(Attribution::new("a", "wire", "c").citing(["mfa"]))
///     .build()?;
/// let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
/// let messages: Vec<String> =
///     evaluation.assessments().flat_map(|a| a.findings()).map(|f| render::message(&f, &dossier)).collect();
/// assert!(messages.contains(&"Everything rests on one origin, the Foreign Ministry.".to_owned()));
/// # Ok::<(), corroborate::Problems>(())
/// ```
#[must_use]
pub fn message(finding: &Finding, dossier: &Dossier) -> String {
    let words = Telling { finding, scene: Scene(dossier) }.words();
    sentence(&words.unwrap_or_else(|| finding.code.description().to_owned()))
}

/// A finding, being told.
struct Telling<'d> {
    finding: &'d Finding,
    scene: Scene<'d>,
}

impl<'d> Telling<'d> {
    /// The sentence; `None` where there is nothing to name.
    fn words(&self) -> Option<String> {
        let citation = || Citation::of(self.finding, self.scene.0);
        match self.finding.code {
            Code::Unsourced => None,
            Code::SingleOrigin => self.single_origin(),
            Code::SingleConduit => {
                self.sources("several origins stand behind it, but every account reached the desk through ", "")
            }
            Code::Circular => {
                self.sources("", " rest on each other's word, and none of them is on record as knowing it")
            }
            Code::UndeclaredOrigin => {
                self.sources("it is not declared where ", " had it from, so that cannot count as independent")
            }
            Code::OriginUnseen => self.unseen(),
            Code::OriginWithdrew => citation().map(|citation| citation.withdrew()),
            Code::Misattributed => citation().map(|citation| citation.misattributed()),
            Code::QualifierDropped => citation().map(|citation| citation.weaker()),
            Code::HedgeDropped => citation().map(|citation| citation.surer()),
            Code::StaleCitation => citation().map(|citation| citation.stale()),
            Code::HedgedOnly => Some(self.hedged()),
            Code::AnonymousOnly => self.sources("nobody behind it has a name: it rests on ", ""),
            Code::PartyOnly => self.sources("every account passes through those with a stake in the matter: ", ""),
            Code::UnreliableOnly => {
                self.sources("every account passes through sources whose reliability does not suffice: ", "")
            }
            Code::BelowStandard => {
                self.sources("it rests on ", ", fewer credible independent origins than the standard asks for")
            }
            Code::OwnerShared => self.owner(),
            Code::Contradicted => self.contradicted(),
            Code::DeniedByParty => self.denied(),
            Code::Doubted => self.sources("", &format!(" could not confirm it{}", self.doubts())),
            Code::SelfContradiction => self.self_contradiction(),
            Code::Revised => self.revised(),
            Code::Withdrawn => self.withdrawn(),
            Code::FallingCumulative => {
                self.others("the count can only grow, so this does not fit with what is said for another time: ")
            }
            Code::RuleBroken => match self.claim().map(|claim| &claim.value) {
                Some(Value::Quantity(_)) => self.others("the figures do not add up together with "),
                _ => self.others("it cannot hold together with "),
            },
            Code::NotComparable => self.not_comparable(),
            Code::Stale => self.stale(),
            Code::Undated => Some(self.undated()),
            Code::PublishedBeforeEvent => self.early(),
            Code::FloorsApart => self.others("lower bounds for one time lie far apart: this, and "),
        }
    }

    fn attributions(&self) -> Vec<&'d Attribution> {
        self.scene.words(&self.finding.attributions)
    }

    fn claim(&self) -> Option<&'d Claim> {
        self.scene.0.claim(&self.finding.claim)
    }

    /// A sentence around the names of the sources.
    fn sources(&self, before: &str, after: &str) -> Option<String> {
        let names = self.scene.names(&self.finding.sources);
        (!names.is_empty()).then(|| format!("{before}{names}{after}"))
    }

    /// A sentence that ends with the other claims.
    fn others(&self, before: &str) -> Option<String> {
        let claims = self.scene.statements(&self.finding.claims, "and");
        (!claims.is_empty()).then(|| format!("{before}{claims}"))
    }

    fn single_origin(&self) -> Option<String> {
        let origins = self.scene.each(&self.finding.sources);
        let accounts = match self.finding.attributions.len() {
            0 | 1 => "everything rests".to_owned(),
            2 => "both accounts rest".to_owned(),
            n => format!("all {} accounts rest", number(n)),
        };
        match origins.as_slice() {
            [] => None,
            [one] => Some(format!("{accounts} on one origin, {one}")),
            _ => self.sources(&format!("{accounts} on "), ", which count as one origin"),
        }
    }

    fn unseen(&self) -> Option<String> {
        let by = self.scene.speakers(&self.attributions());
        if by.is_empty() {
            return self.sources("no statement of its own is on record of ", "");
        }
        self.sources("what ", &format!(" said is known only through {by}; the original is not on record"))
    }

    fn hedged(&self) -> String {
        let hedges = hedges(&self.attributions(), "; it is put as ", "");
        let rest = if hedges.is_empty() { "; every account is hedged somewhere on its way" } else { &hedges };
        format!("nobody stated it outright{rest}")
    }

    fn owner(&self) -> Option<String> {
        let mut owned: BTreeMap<&SourceId, Vec<&SourceId>> = BTreeMap::new();
        for source in &self.finding.sources {
            owned.entry(self.scene.owner(source).map_or(source, |owner| &owner.id)).or_default().push(source);
        }
        owned.retain(|_, sources| sources.len() > 1);
        let groups: Vec<String> = owned
            .into_iter()
            .map(|(owner, sources)| {
                // An owner may itself be one of the sources.
                let sources = self.scene.names(sources.into_iter().filter(|source| *source != owner));
                format!("{sources} under {}", self.scene.names([owner]))
            })
            .collect();
        if groups.is_empty() {
            return self.sources("one owner counts once: ", "");
        }
        Some(format!("one owner counts once: {}", groups.join("; ")))
    }

    fn contradicted(&self) -> Option<String> {
        let mut words = self.attributions();
        // Who speaks in its own voice comes before who passes on.
        words.sort_by_key(|word| !word.cites.is_empty());
        let (denials, otherwise): (Vec<&Attribution>, Vec<&Attribution>) = words
            .into_iter()
            .partition(|word| word.says() == Some(Stance::Denies) && word.claim.as_ref() == Some(&self.finding.claim));
        let mut parts = Vec::new();
        if !denials.is_empty() {
            parts.push(format!("{} denied it{}", self.who(&denials), self.scene.on(&denials)));
        }
        if !otherwise.is_empty() {
            parts.push(format!("{} said otherwise: {}", self.who(&otherwise), self.said(&otherwise)));
        }
        if parts.is_empty() {
            return self.sources("", " stand against it, and support does not outweigh that");
        }
        Some(join(&parts, "and"))
    }

    /// Who gave these words; of a single one also whom it cites.
    fn who(&self, words: &[&'d Attribution]) -> String {
        let who = self.scene.speakers(words);
        match words {
            [word] if !word.cites.is_empty() => {
                let cited = self.scene.names(word.cites.iter().filter_map(|chain| chain.last()));
                format!("{who}, citing {cited},")
            }
            _ => who,
        }
    }

    /// What words on other claims say, each once.
    fn said(&self, words: &[&'d Attribution]) -> String {
        let affirmed = words.iter().filter(|word| word.says() != Some(Stance::Denies)).filter_map(|w| w.claim.as_ref());
        let affirmed = self.scene.statements(affirmed, "and");
        let denied = words.iter().filter(|word| word.says() == Some(Stance::Denies)).filter_map(|w| w.claim.as_ref());
        let denied = self.scene.statements(denied, "and");
        match (affirmed.is_empty(), denied.is_empty()) {
            (false, false) => format!("{affirmed}, and a denial of {denied}"),
            (true, false) => format!("a denial of {denied}"),
            (_, true) => affirmed,
        }
    }

    fn denied(&self) -> Option<String> {
        let words = self.attributions();
        let what = if all_on(&words, &self.finding.claim) {
            "it".to_owned()
        } else {
            self.scene.statements(words.iter().filter_map(|word| word.claim.as_ref()), "and")
        };
        self.sources("", &format!(", with a stake in the matter, denied {what}{}", self.scene.on(&words)))
    }

    fn doubts(&self) -> String {
        let words = self.attributions();
        format!("{}{}", self.scene.on(&words), hedges(&words, " (", ")"))
    }

    fn self_contradiction(&self) -> Option<String> {
        let when = self.scene.on(&self.attributions());
        let others = self.scene.statements(&self.finding.claims, "and");
        if others.is_empty() {
            return self.sources("", &format!(" both affirmed and denied it{when}"));
        }
        self.sources("", &format!(" said two things{when} that cannot both be: this, and {others}"))
    }

    fn revised(&self) -> Option<String> {
        let words = self.attributions();
        let Some(newest) = super::citation::newest(&words).filter(|_| self.finding.sources.len() == 1) else {
            return self.sources("", " have since replaced what they said");
        };
        let when = self.scene.when(&[newest]);
        let new = match (self.scene.claim_of(newest), newest.says(), newest.certainty) {
            (Some(claim), _, _) if claim.id != self.finding.claim => format!("said otherwise later: {}", quoted(claim)),
            (_, Some(Stance::Denies), _) => "denied it later".to_owned(),
            (_, Some(Stance::Doubts), _) => "later could not confirm it".to_owned(),
            (_, _, Certainty::Stated) => "said it again later, and the later word counts".to_owned(),
            (_, _, certainty) => format!("later called it {certainty}{}", hedges(&[newest], ", as ", "")),
        };
        self.sources("", &format!(" {new}{when}"))
    }

    fn withdrawn(&self) -> Option<String> {
        let retractions: Vec<&Attribution> =
            self.attributions().into_iter().filter(|word| !word.retracts.is_empty()).collect();
        self.sources("", &format!(" withdrew it{}", self.scene.on(&retractions)))
    }

    fn not_comparable(&self) -> Option<String> {
        let claim = self.claim()?;
        let unit = |claim: &Claim| {
            let of_attribute = || self.scene.0.attribute(&claim.attribute)?.unit.as_deref();
            claim.unit.as_deref().or_else(of_attribute).map(Unit::new)
        };
        let own = unit(claim);
        let mut others = self.finding.claims.iter().filter_map(|id| self.scene.0.claim(id));
        let is_other_unit = |other: &Claim| match (&own, unit(other)) {
            (Some(own), Some(other)) => !own.is_comparable(&other),
            (None, None) => false,
            _ => true,
        };
        let (by_unit, by_time): (Vec<&Claim>, Vec<&Claim>) = others.by_ref().partition(|other| is_other_unit(other));
        let given = match (by_unit.is_empty(), by_time.is_empty(), claim.when.is_none()) {
            (false, false, _) => "is given in another unit or for no common time",
            (false, true, _) => "is given in another unit",
            (true, _, true) => "is given for a time, as this is not",
            (true, _, false) => "is given for no particular time",
        };
        self.others(&format!("it could not be compared with what {given}: "))
    }

    fn stale(&self) -> Option<String> {
        let newest = date::span(self.attributions().iter().filter_map(|word| word.published), "to")?;
        Some(format!("the newest account behind it is of {newest}"))
    }

    fn undated(&self) -> String {
        let words = self.attributions();
        let who = self.scene.speakers(&words);
        let lacks_time = self.claim().is_some_and(|claim| {
            let attribute = self.scene.0.attribute(&claim.attribute);
            claim.when.is_none() && attribute.is_some_and(|a| a.over_time != crate::model::attribute::OverTime::Fixed)
        });
        match (who.is_empty(), lacks_time) {
            (true, _) => "the claim does not say for what time it holds".to_owned(),
            (false, true) => format!("no date is recorded for what {who} said, nor for what time it holds"),
            (false, false) => format!("no date is recorded for what {who} said"),
        }
    }

    fn early(&self) -> Option<String> {
        let claim = self.claim()?;
        let stated = match &claim.value {
            Value::Date(date) => Some(date),
            _ => None,
        };
        let event = stated.into_iter().chain(&claim.when).max_by_key(|time| time.core().first()).map(date::time)?;
        let words = self.attributions();
        self.sources("", &format!(" reported it{}, before the time that it is about ({event})", self.scene.on(&words)))
    }
}
