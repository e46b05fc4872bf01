//! The sentence for a claim, by its verdict.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::fact::{Fact, by_number, statement};
use super::voices::{Against, Voices, who};
use super::{Attributed, Desk, Stated, Wording};
use crate::advise::Topic;
use crate::evaluate::{Assessment, Code, Verdict};
use crate::model::attribution::{Attribution, Stance};
use crate::model::claim::Claim;
use crate::model::id::{ClaimId, SourceId};
use crate::model::number::Number;
use crate::model::quantity::Quantity;
use crate::model::unit::Unit;
use crate::model::value::Value;
use crate::render::clean::sentence;
use crate::render::list::{count, join};
use crate::render::scene::{Scene, quoted};
use crate::render::value::figure;
use crate::render::verdict::origins_first;

impl Desk {
    pub(in crate::render) fn claim(&mut self, assessment: &Assessment<'_>, topic: &Topic<'_>) -> Wording {
        let told = match assessment.verdict() {
            Verdict::Confirmed => confirmed(assessment),
            Verdict::Unconfirmed => self.weaker(assessment, topic).unwrap_or_else(|| unconfirmed(assessment)),
            Verdict::Contradicted => self.weaker(assessment, topic).unwrap_or_else(|| contradicted(assessment)),
            Verdict::Refuted => self.refuted(assessment, topic),
            Verdict::Withdrawn => withdrawn(assessment),
            Verdict::Unsourced => unsourced(assessment),
        };
        told.into_wording()
    }

    /// What may be stated instead of a claim that says more, and who says more.
    fn weaker(&mut self, assessment: &Assessment<'_>, topic: &Topic<'_>) -> Option<Told> {
        let claim = assessment.claim();
        let dossier = assessment.evaluation.dossier();
        let voices = Voices::of(assessment);
        if matches!(claim.value, Value::Truth(_)) || voices.is_empty() || voices.lead_nowhere() {
            return None;
        }
        let unit = claim.unit.as_deref().or(topic.attribute().unit.as_deref());
        let tolerance = &assessment.evaluation.policy().tolerance;
        let extent = |value: &Value, unit: Option<&str>| value.extent(unit.map(Unit::new).as_ref(), tolerance);
        let own = extent(&claim.value, unit)?;
        let strongest = self.strongest(topic, claim.when.as_ref());
        let fact = strongest.iter().find(|statement| {
            let unit = statement.unit.as_deref().or(topic.attribute().unit.as_deref());
            extent(&statement.value, unit)
                .is_some_and(|weaker| own.core.is_subset(&weaker.core) && weaker.core != own.core)
                && says_enough(&claim.value, &statement.value)
        })?;
        let by = if fact.has_authority { String::new() } else { by_number(fact.credible) };
        let fact = Fact::of(topic, fact, dossier);
        let words = format!("{}{by}; {}", fact.words, put(claim, &voices, unit));
        let mut told = Told { words, states: Some(fact.stated), attributes: Vec::new() };
        told.attribute(claim, voices.sources(), Stance::Affirms);
        if assessment.verdict() == Verdict::Contradicted {
            let against = told.against(assessment, true);
            if !against.is_empty() {
                told.words.push_str(", but ");
                told.words.push_str(&against);
            }
        }
        Some(told)
    }

    /// What is the case instead, where a confirmed claim says so; else who says that it is not so.
    fn refuted(&mut self, assessment: &Assessment<'_>, topic: &Topic<'_>) -> Told {
        let claim = assessment.claim();
        let evaluation = assessment.evaluation;
        let voices = Voices::of(assessment);
        let mut told = Told::default();
        if !voices.is_empty() {
            told.attribute(claim, voices.sources(), Stance::Affirms);
        }
        let against = Against::of(assessment);
        let confirmed = against
            .otherwise
            .iter()
            .filter(|word| word.says() == Some(Stance::Affirms))
            .filter_map(|word| evaluation.assessment(word.claim.as_ref()?))
            .filter(|other| !other.is_flagged())
            .max_by_key(|other| {
                (other.support().has_authority(), other.support().credible(), Reverse(other.claim().id.clone()))
            });
        if let Some(other) = confirmed {
            let fact = Fact::of_claim(other.claim());
            told.words = match voices.is_empty() {
                true => format!("{}, which does not bear out that \"{}\"", fact.words, inner(claim)),
                false => format!(
                    "{}; accounts to the contrary by {} ({}) are not borne out",
                    fact.words,
                    voices.names(),
                    quoted(claim)
                ),
            };
            told.states = Some(fact.stated);
            return told;
        }
        // A bound or span that nobody put as a claim can be what is the case.
        let unit = claim.unit.as_deref().or(topic.attribute().unit.as_deref());
        let tolerance = &evaluation.policy().tolerance;
        let own = claim.value.extent(unit.map(Unit::new).as_ref(), tolerance);
        let many = topic.attribute().many;
        let other = self.strongest(topic, claim.when.as_ref()).iter().find(|statement| {
            let unit = statement.unit.as_deref().or(topic.attribute().unit.as_deref());
            let extent = statement.value.extent(unit.map(Unit::new).as_ref(), tolerance);
            own.as_ref().zip(extent).is_some_and(|(own, other)| !many && own.wide.is_disjoint(&other.wide))
        });
        if let Some(other) = other.filter(|_| !voices.is_empty()) {
            let by = by_number(other.credible);
            let fact = Fact::of(topic, other, evaluation.dossier());
            told.words = format!(
                "{}{by}; accounts to the contrary by {} ({}) are not borne out",
                fact.words,
                voices.names(),
                quoted(claim)
            );
            told.states = Some(fact.stated);
            return told;
        }
        let reported = if voices.is_empty() { String::new() } else { format!(", as {} reported", voices.names()) };
        let against = told.against(assessment, false);
        let by = if against.is_empty() { String::new() } else { format!(": {against}") };
        told.words = format!("it is not borne out that \"{}\"{reported}{by}", inner(claim));
        told
    }
}

/// A sentence in the making.
#[derive(Default)]
pub(super) struct Told {
    pub(super) words: String,
    pub(super) states: Option<Stated>,
    pub(super) attributes: Vec<Attributed>,
}

impl Told {
    pub(super) fn attribute(&mut self, claim: &Claim, sources: Vec<SourceId>, stance: Stance) {
        self.attributes.push(Attributed { sources, claim: claim.id.clone(), stance });
    }

    pub(super) fn into_wording(self) -> Wording {
        Wording { sentence: sentence(&self.words), states: self.states, attributes: self.attributes }
    }

    /// What stands against a claim: `B denied it and C put the figure at 12,000`.
    pub(super) fn against(&mut self, assessment: &Assessment<'_>, brief: bool) -> String {
        let claim = assessment.claim();
        let scene = Scene(assessment.evaluation.dossier());
        let against = Against::of(assessment);
        let before = self.attributes.len();
        let mut parts = Vec::new();
        if !against.denials.is_empty() {
            parts.push(format!("{} denied it", who(scene, &against.denials)));
            self.attribute(claim, speakers(scene, &against.denials), Stance::Denies);
        }
        let mut said: BTreeMap<(&ClaimId, Stance), Vec<&Attribution>> = BTreeMap::new();
        for word in &against.otherwise {
            if let (Some(other), Some(stance)) = (&word.claim, word.says()) {
                said.entry((other, stance)).or_default().push(word);
            }
        }
        let mut said: Vec<((&ClaimId, Stance), Vec<&Attribution>)> = said.into_iter().collect();
        // What can be stated best comes first, then what most say.
        said.sort_by_key(|((other, stance), words)| {
            let credible = assessment.evaluation.assessment(other).map_or(0, |other| other.support().credible());
            (*stance != Stance::Affirms, Reverse(credible), Reverse(words.len()))
        });
        let most = parts.len() + if brief { 1 } else { 2 };
        for ((other, stance), words) in said {
            if parts.len() == most {
                break;
            }
            let Some(judged) = assessment.evaluation.assessment(other) else {
                continue;
            };
            let other = judged.claim();
            match stance {
                Stance::Denies => {
                    let who = who(scene, &words);
                    parts.push(format!("{who} denied something that it would follow from: {}", quoted(other)));
                    self.attribute(other, speakers(scene, &words), stance);
                }
                _ => {
                    let voices = Voices::of(&judged);
                    if self.attributes.iter().skip(before).any(|told| told.sources == voices.sources()) {
                        continue;
                    }
                    parts.push(instead(claim, other, voices.speaking(), scene));
                    self.attribute(other, voices.sources(), stance);
                }
            }
        }
        join(&parts, "and")
    }
}

fn speakers(scene: Scene<'_>, words: &[&Attribution]) -> Vec<SourceId> {
    let mut sources: Vec<SourceId> = words.iter().map(|word| scene.speaker(&word.source).clone()).collect();
    sources.sort();
    sources.dedup();
    sources
}

/// What somebody says instead: the figure, where it is of the same thing at the same time.
fn instead(claim: &Claim, other: &Claim, (who, hedge): (String, String), scene: Scene<'_>) -> String {
    let is_same = other.subject == claim.subject
        && other.attribute == claim.attribute
        && other.when.as_ref().map(|when| when.as_str()) == claim.when.as_ref().map(|when| when.as_str());
    let unit_of = |claim: &Claim| {
        let attribute = scene.0.attribute(&claim.attribute);
        claim.unit.clone().or_else(|| attribute.and_then(|attribute| attribute.unit.clone()))
    };
    match &other.value {
        Value::Quantity(_) if is_same => {
            format!("{who} spoke of {}{hedge}", figure(&other.value, unit_of(other).as_deref()))
        }
        _ => format!("{who} said otherwise: {}{hedge}", quoted(other)),
    }
}

/// What somebody puts more strongly than can be stated.
fn put(claim: &Claim, voices: &Voices<'_>, unit: Option<&str>) -> String {
    let (subject, behind) = voices.subject();
    match &claim.value {
        Value::Quantity(_) => format!("{subject} spoke of {}{behind}", figure(&claim.value, unit)),
        _ => format!("{subject} went further: {}{behind}", quoted(claim)),
    }
}

/// Whether a weaker statement says enough to stand beside a claim: a bound from below that is no tenth of the figure does not, nor one from above beside anything but
/// another.
fn says_enough(claim: &Value, weaker: &Value) -> bool {
    use Quantity::{About, AtLeast, AtMost, Between, Exactly, FewerThan, MoreThan, Nearly};
    match (claim, weaker) {
        (Value::Quantity(claim), Value::Quantity(weaker)) => {
            let (least, is_ceiling) = match *claim {
                Exactly(n) | About(n) | Nearly(n) | AtLeast(n) | MoreThan(n) | Between(n, _) => (n, false),
                AtMost(n) | FewerThan(n) => (n, true),
            };
            match *weaker {
                AtLeast(n) | MoreThan(n) => n.checked_mul(Number::from(10)).is_none_or(|tenfold| tenfold >= least),
                AtMost(_) | FewerThan(_) => is_ceiling,
                _ => true,
            }
        }
        _ => true,
    }
}

fn inner(claim: &Claim) -> String {
    quoted(claim).trim_matches('"').to_owned()
}

fn confirmed(assessment: &Assessment<'_>) -> Told {
    let scene = Scene(assessment.evaluation.dossier());
    let claim = assessment.claim();
    let support = assessment.support();
    let fact = Fact::of_claim(claim);
    let by = if support.has_authority() {
        let authorities = origins_first(scene, &support).into_iter().filter(|id| {
            let source = scene.0.source(id);
            source.is_some_and(|s| {
                let settles = s.authority_on.iter().any(|scope| scope.covers(&claim.subject, &claim.attribute));
                // The State Duma ratified it, according to the State Duma: that goes without saying.
                settles && !fact.words.contains(s.name.trim())
            })
        });
        match scene.each(authorities).as_slice() {
            [] => String::new(),
            names => format!(", according to {}", join(names.get(..2).unwrap_or(names), "and")),
        }
    } else {
        let origins = scene.each(origins_first(scene, &support));
        match support.credible() as usize {
            0 | 1 => String::new(),
            n if n == origins.len() && n < 4 => {
                format!(", according to {}, independently of each other", join(&origins, "and"))
            }
            n => format!(", according to {}", count(n, "independent source", "independent sources")),
        }
    };
    Told { words: format!("{}{by}", fact.words), states: Some(fact.stated), attributes: Vec::new() }
}

fn unconfirmed(assessment: &Assessment<'_>) -> Told {
    let claim = assessment.claim();
    let voices = Voices::of(assessment);
    let mut told = Told::default();
    if voices.is_empty() {
        return followed(assessment);
    }
    told.attribute(claim, voices.sources(), Stance::Affirms);
    told.words = if voices.lead_nowhere() {
        let findings = assessment.findings();
        let is_broken = findings.iter().any(|finding| {
            matches!(finding.code, Code::Misattributed | Code::QualifierDropped | Code::OriginWithdrew)
                && finding.claim == claim.id
        });
        let why = if is_broken {
            "what is cited for it does not bear it out"
        } else {
            "the account leads to nobody who would know"
        };
        format!("{}, {} reported, but {why}", statement(claim), voices.reporters())
    } else {
        format!("{}, according to {}; {}", statement(claim), voices.told(), voices.reservation(assessment))
    };
    told
}

/// A claim that nobody makes, though it would follow from what somebody says.
fn followed(assessment: &Assessment<'_>) -> Told {
    let claim = assessment.claim();
    let scene = Scene(assessment.evaluation.dossier());
    let words: Vec<&Attribution> =
        assessment.support().attributions().into_iter().filter_map(|id| scene.0.attribution(id)).collect();
    let mut told = Told::default();
    let others: Vec<&ClaimId> = words.iter().filter_map(|word| word.claim.as_ref()).collect();
    let others = scene.statements(others, "and");
    told.words = if others.is_empty() {
        format!("nobody on record says that \"{}\"", inner(claim))
    } else {
        format!(
            "nobody on record says in so many words that \"{}\"; it would follow from what {} said: {others}",
            inner(claim),
            scene.speakers(&words)
        )
    };
    for word in words {
        if let (Some(other), Some(stance)) = (scene.claim_of(word), word.says()) {
            told.attribute(other, vec![scene.speaker(&word.source).clone()], stance);
        }
    }
    told
}

fn contradicted(assessment: &Assessment<'_>) -> Told {
    let claim = assessment.claim();
    let voices = Voices::of(assessment);
    if voices.is_empty() {
        let mut told = followed(assessment);
        let against = told.against(assessment, false);
        told.words = format!("{}; {against}", told.words);
        return told;
    }
    let mut told = Told::default();
    told.attribute(claim, voices.sources(), Stance::Affirms);
    let against = told.against(assessment, false);
    told.words = if voices.lead_nowhere() {
        format!("{}, {} reported, but {against}", statement(claim), voices.reporters())
    } else {
        format!("{}, according to {}, but {against}", statement(claim), voices.told())
    };
    told
}

fn withdrawn(assessment: &Assessment<'_>) -> Told {
    let claim = assessment.claim();
    let scene = Scene(assessment.evaluation.dossier());
    let findings = assessment.findings();
    let of = |code: Code| findings.iter().filter(move |finding| finding.code == code);
    let (retracted, revised, cited): (Vec<_>, Vec<_>, Vec<_>) = (
        of(Code::Withdrawn).flat_map(|finding| &finding.sources).collect(),
        of(Code::Revised).flat_map(|finding| &finding.sources).collect(),
        of(Code::OriginWithdrew).flat_map(|finding| &finding.sources).collect(),
    );
    let dossier = scene.0;
    let names =
        |ids: &[&SourceId]| scene.names(ids.iter().filter_map(|id| dossier.source(id)).map(|source| &source.id));
    let mut told = Told::default();
    let what = quoted(claim);
    told.words = if !retracted.is_empty() {
        format!("{} withdrew the account that {what}, and nobody else on record stands by it", names(&retracted))
    } else if !revised.is_empty() {
        format!("{} no longer stood by an earlier account that {what}, and nobody else on record does", names(&revised))
    } else if !cited.is_empty() {
        format!("the account that {what} goes back to {}, who no longer stood by it", names(&cited))
    } else {
        format!("what stood behind the account that {what} was withdrawn, replaced or disowned")
    };
    told
}

fn unsourced(assessment: &Assessment<'_>) -> Told {
    let mut told = Told::default();
    let against = told.against(assessment, false);
    let rest = if against.is_empty() { String::new() } else { format!("; {against}") };
    told.words = format!("nobody on record says that \"{}\"{rest}", inner(assessment.claim()));
    told
}
