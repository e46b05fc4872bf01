//! News from the desk: what a batch of amendments changed, in sentences.

use std::collections::BTreeMap;

use super::clean::sentence;
use super::name;
use super::scene::{Scene, quoted};
use super::timeline::{acts, becomes};
use crate::advise::{Act, Bears, Cause};
use crate::desk::{Amendment, Changed, Effect, Entry, Judgement, Name, Snapshot};
use crate::evaluate::{Evaluation, Verdict};
use crate::model::claim::Claim;
use crate::model::id::{AttributionId, ClaimId, SourceId};

/// Which verdicts a batch changed, and what changed them: a sentence for each change, those with one cause told together. Nothing where no verdict changed.
///
/// Of several amendments those are told that can have changed the verdict.
///
/// ```
/// use corroborate::{Amendment, Attribute, Attribution, Claim, Desk, Dossier, Evaluator, Source, SourceKind, ValueKind, render};
/// let dossier = Dossier::builder("A dam")
///     .source(Source::new("police", "The police").kind(SourceKind::Police))
///     .attribute(Attribute::new("burst", ValueKind::Truth))
///     .claim(Claim::new("burst", "The dam has burst", "dam", "burst", true.into()))
///     .build()?;
/// let mut desk = Desk::open(dossier, Evaluator::default());
/// let effect = desk.apply([Amendment::add(Attribution::new("a", "police", "burst"))])?;
/// assert_eq!(render::news(&effect), ["\"The dam has burst\" becomes unconfirmed: the police said so."]);
/// # Ok::<(), corroborate::Problems>(())
/// ```
#[must_use]
pub fn news(effect: &Effect) -> Vec<String> {
    let verdict = |judgement: Option<Judgement>| judgement.map_or(Verdict::Unsourced, |it| it.verdict());
    // By cause, and then by what became of the claim.
    type Alike = (Vec<usize>, String);
    let mut alike: BTreeMap<Alike, Vec<&ClaimId>> = BTreeMap::new();
    for Changed { claim, before, after, because, .. } in effect.judgements() {
        let (from, to) = (verdict(*before), verdict(*after));
        if from != to && after.is_some() {
            let becomes = match (before, to) {
                (None, Verdict::Confirmed) => "may be stated as fact".to_owned(),
                (None, to) => format!("comes in as {to}"),
                (Some(_), to) => becomes(from, to),
            };
            alike.entry((because.clone(), becomes)).or_default().push(claim);
        }
    }
    if alike.is_empty() {
        return Vec::new();
    }
    effect.with_evaluation(|evaluation| {
        let told = |((because, becomes), mut claims): (Alike, Vec<&ClaimId>)| {
            let amendments: Vec<&Amendment> = because.iter().filter_map(|at| effect.amendments().get(*at)).collect();
            claims.sort_by_key(|claim| !amendments.iter().any(|amendment| speaks_of(amendment, claim)));
            let scene = Scene(evaluation.dossier());
            let (first, others) = claims.split_first()?;
            let statement = scene.0.claim(first).map_or_else(|| "a claim".to_owned(), quoted);
            let causes = causes(effect, evaluation, first, &amendments);
            let causes = if causes.is_empty() { causes } else { format!(": {causes}") };
            let change = sentence(&format!("{statement} {becomes}{causes}"));
            let others = scene.statements(others.iter().copied(), "and");
            Some(if others.is_empty() { change } else { format!("{change} The same holds for {others}.") })
        };
        alike.into_iter().filter_map(told).collect()
    })
}

fn speaks_of(amendment: &Amendment, claim: &ClaimId) -> bool {
    match amendment {
        Amendment::Add(Entry::Attribution(word)) | Amendment::Edit(Entry::Attribution(word)) => {
            word.claim.as_ref() == Some(claim)
        }
        Amendment::Add(Entry::Claim(entry)) | Amendment::Edit(Entry::Claim(entry)) => entry.id == *claim,
        _ => false,
    }
}

/// Who said what, and then what the desk itself did.
fn causes(effect: &Effect, evaluation: &Evaluation<'_>, claim: &ClaimId, amendments: &[&Amendment]) -> String {
    let mut said: Vec<Cause> = Vec::new();
    let mut done: Vec<String> = Vec::new();
    for amendment in amendments {
        match amendment {
            Amendment::Add(Entry::Attribution(word)) => {
                let bears = bears(evaluation, claim, &word.id);
                said.push(Cause { attribution: word.id.clone(), act: Act::of(word), bears });
            }
            other => done.extend(deed(effect, other).filter(|deed| !done.contains(deed))),
        }
    }
    // What was added with a word, its claim or its source, is no news beside it.
    if !said.is_empty() {
        done.retain(|deed| !deed.starts_with("the desk added"));
    }
    let said = acts(Scene(evaluation.dossier()), claim, &said);
    let mut all: Vec<String> = Some(said).filter(|said| !said.is_empty()).into_iter().collect();
    all.extend(done);
    all.join(", and ")
}

fn bears(evaluation: &Evaluation<'_>, claim: &ClaimId, word: &AttributionId) -> Bears {
    let Some(assessment) = evaluation.assessment(claim) else {
        return Bears::Neither;
    };
    let is_on = |side: crate::evaluate::Side<'_>| side.attributions().contains(&word);
    if is_on(assessment.support()) {
        Bears::For
    } else if is_on(assessment.opposition()) {
        Bears::Against
    } else {
        Bears::Neither
    }
}

/// What the desk did; nothing for what changes no verdict.
fn deed(effect: &Effect, amendment: &Amendment) -> Option<String> {
    let either = [effect.after(), effect.before()];
    let source = |id: &SourceId| named(&either, id);
    let statement = |id: &ClaimId| either.iter().find_map(|story| story.claim(id)).map(quoted);
    let said_by = |id: &AttributionId| {
        let word = [effect.before(), effect.after()].into_iter().find_map(|story| story.attribution(id))?;
        Some((word.says().is_some(), source(&word.source)?))
    };
    Some(match amendment {
        Amendment::Title(_) => return None,
        Amendment::Add(Entry::Source(entry)) => format!("the desk added {}", name::short(entry)),
        Amendment::Edit(Entry::Source(entry)) => format!("the desk changed what it knows of {}", source(&entry.id)?),
        Amendment::Remove(Name::Source(id)) => format!("the desk took out {}", source(id)?),
        Amendment::Add(Entry::Claim(entry)) => format!("the desk added {}", quoted(entry)),
        Amendment::Edit(Entry::Claim(Claim { id, .. })) => {
            format!("the desk changed what it means by {}", statement(id)?)
        }
        Amendment::Remove(Name::Claim(id)) => format!("the desk took out {}", statement(id)?),
        Amendment::Add(Entry::Attribution(_)) => return None,
        Amendment::Edit(Entry::Attribution(entry)) => match said_by(&entry.id)? {
            (true, who) => format!("the desk corrected its record of what {who} said"),
            (false, who) => format!("the desk corrected its record of what {who} took back"),
        },
        Amendment::Remove(Name::Attribution(id)) => match said_by(id)? {
            (true, who) => format!("the desk took the word of {who} out of its records"),
            (false, who) => format!("the desk no longer takes it that {who} took back a word"),
        },
        Amendment::Add(Entry::Attribute(_)) => return None,
        Amendment::Edit(Entry::Attribute(entry)) => format!("the desk changed how it measures `{}`", entry.id),
        Amendment::Remove(Name::Attribute(id)) => format!("the desk took out `{id}`"),
        Amendment::AddRule { .. } => "the desk added a rule".to_owned(),
        Amendment::EditRule { .. } => "the desk changed a rule".to_owned(),
        Amendment::RemoveRule { .. } => "the desk took a rule out".to_owned(),
    })
}

fn named(stories: &[&Snapshot], id: &SourceId) -> Option<String> {
    stories.iter().find_map(|story| story.source(id)).map(name::short)
}
