//! A timeline in words: what changed on a day, and who changed it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::citation::hedges;
use super::clean::{NAME, line, sentence};
use super::date;
use super::list::{SHOWN, count, shortened};
use super::scene::{Scene, quoted};
use super::wrap::paragraph;
use crate::advise::{Act, Bears, Cause, Change, Timeline};
use crate::evaluate::Verdict;
use crate::model::attribution::{Attribution, Certainty, Stance};
use crate::model::dossier::Dossier;
use crate::model::edtf::Day;
use crate::model::id::{AttributionId, ClaimId};
use crate::model::moment::Moment;

/// What changed the verdict on a claim, in one sentence, without the day.
///
/// ```
/// use corroborate::{Attribute, Attribution, Claim, Dossier, Evaluator, Policy, Source, SourceKind, Value, ValueKind, render};
/// let dossier = Dossier::builder("A dam")
///     .source(Source::new("ministry", "Ministry of Water").kind(SourceKind::Government))
///     .attribute(Attribute::new("burst", ValueKind::Truth))
///     .claim(Claim::new("c", "The dam has burst", "dam", "burst", Value::Truth(true)))
///     .attribution(Attribution::new("a", "ministry", "c").published("2025-03-01".parse()?))
///     .build()?;
/// let timeline = Evaluator::new(Policy::default()).timeline(&dossier);
/// let sentence = render::change(&timeline.changes()[0], &dossier);
/// assert_eq!(sentence, "\"The dam has burst\" becomes unconfirmed: the Ministry of Water said so.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn change(change: &Change, dossier: &Dossier) -> String {
    let scene = Scene(dossier);
    let statement = scene.0.claim(&change.claim).map_or_else(|| "a claim".to_owned(), quoted);
    let becomes = becomes(change.from, change.to);
    let causes = acts(scene, &change.claim, &change.because);
    let causes = if causes.is_empty() { String::new() } else { format!(": {causes}") };
    sentence(&format!("{statement} {becomes}{causes}{}", likewise(scene, change)))
}

/// From which verdict to which.
pub(super) fn becomes(from: Verdict, to: Verdict) -> String {
    match (from, to) {
        (Verdict::Unsourced, Verdict::Confirmed) => "may now be stated as fact".to_owned(),
        (Verdict::Unsourced, to) => format!("becomes {to}"),
        (_, Verdict::Confirmed) => format!("may now be stated as fact, {from} until then"),
        (Verdict::Confirmed, to) => format!("may no longer be stated as fact and becomes {to}"),
        (from, to) => format!("goes from {from} to {to}"),
    }
}

/// What was done: by whom, citing whom, and the act.
type Told = (String, String, String);

/// Who did what, so that the verdict on a claim changed.
pub(super) fn acts(scene: Scene<'_>, claim: &ClaimId, because: &[Cause]) -> String {
    let acts = because.iter().filter_map(|cause| {
        let entry = scene.0.attribution(&cause.attribution)?;
        Some(told(scene, entry, act(scene, claim, cause, entry)))
    });
    together(acts)
}

fn told<'d>(scene: Scene<'d>, entry: &'d Attribution, act: String) -> Told {
    let cited = scene.names(entry.cites.iter().filter_map(|chain| chain.last()));
    (scene.names([&entry.source]), cited, act)
}

/// Those who did the same told together.
fn together(acts: impl Iterator<Item = Told>) -> String {
    let mut told: Vec<(Vec<String>, String, String)> = Vec::new();
    for (who, cited, act) in acts {
        match told.iter_mut().find(|(_, of, other)| *of == cited && *other == act) {
            Some((names, ..)) if names.contains(&who) => {}
            Some((names, ..)) => names.push(who),
            None => told.push((vec![who], cited, act)),
        }
    }
    let clause = |(who, cited, act): (Vec<String>, String, String)| {
        let all = if who.len() > 2 {
            "all "
        } else if who.len() == 2 {
            "both "
        } else {
            ""
        };
        let who = shortened(who, SHOWN, "and", "others");
        if cited.is_empty() { format!("{who} {act}") } else { format!("{who}, {all}citing {cited}, {act}") }
    };
    told.into_iter().map(clause).collect::<Vec<_>>().join(", and ")
}

fn act<'d>(scene: Scene<'d>, claim: &ClaimId, cause: &Cause, entry: &'d Attribution) -> String {
    let words = |of: &[AttributionId]| scene.words(of);
    match cause.act {
        Act::Retracts => format!("withdrew {}", spoken_of(scene, claim, &words(&entry.retracts))),
        Act::Disowns => {
            let credited = words(&entry.disowns);
            format!("disowned what {} had reported of it", scene.speakers(&credited))
        }
        Act::Corrects => {
            format!("corrected {} and {}", earlier(&words(&entry.corrects)), says(scene, claim, cause, entry))
        }
        Act::Affirms | Act::Denies | Act::Doubts | Act::Silent => says(scene, claim, cause, entry),
    }
}

fn earlier(words: &[&Attribution]) -> &'static str {
    if words.len() == 1 { "an earlier account" } else { "earlier accounts" }
}

/// What was withdrawn.
fn spoken_of<'d>(scene: Scene<'d>, claim: &ClaimId, words: &[&'d Attribution]) -> String {
    if words.iter().all(|word| word.claim.as_ref() == Some(claim)) {
        match words {
            [word] if word.says() == Some(Stance::Denies) => "the denial".to_owned(),
            _ => "what it had said of it".to_owned(),
        }
    } else {
        let statements = scene.statements(words.iter().filter_map(|word| word.claim.as_ref()), "and");
        if statements.is_empty() { "an earlier retraction".to_owned() } else { statements }
    }
}

/// `said so`, `denied it`, or what was said instead and what that means for the claim.
fn says<'d>(scene: Scene<'d>, claim: &ClaimId, cause: &Cause, entry: &'d Attribution) -> String {
    let other = scene.claim_of(entry).filter(|spoken| spoken.id != *claim).map(quoted);
    let means = match (cause.bears, &other) {
        (Bears::For, Some(_)) => ", which supports it",
        (Bears::Against, Some(_)) => ", which speaks against it",
        _ => "",
    };
    let hedge = hedges(&[entry], ", as ", "");
    match (entry.says(), entry.certainty, other) {
        (Some(Stance::Denies), _, None) => "denied it".to_owned(),
        (Some(Stance::Denies), _, Some(other)) => format!("denied {other}{means}"),
        (Some(Stance::Doubts), _, None) => "could not confirm it".to_owned(),
        (Some(Stance::Doubts), _, Some(other)) => format!("could not confirm {other}"),
        (Some(Stance::Silent), _, None) => "was looked up and does not say so".to_owned(),
        (Some(Stance::Silent), _, Some(other)) => format!("was looked up and does not say {other}"),
        (_, Certainty::Stated, None) if entry.against_interest => "admitted it".to_owned(),
        (_, Certainty::Stated, None) => "said so".to_owned(),
        (_, Certainty::Stated, Some(other)) => format!("said {other}{means}"),
        (_, certainty, None) => format!("called it {certainty}{hedge}"),
        (_, certainty, Some(other)) => format!("called {other} {certainty}{hedge}{means}"),
    }
}

/// Which others would have been enough, if they are not those named already.
fn likewise(scene: Scene<'_>, change: &Change) -> String {
    let because: Vec<_> = change.because.iter().map(|cause| cause.attribution.clone()).collect();
    let named: BTreeSet<_> = scene.words(&because).iter().map(|word| scene.speaker(&word.source)).collect();
    let others = scene.words(&change.likewise).into_iter().map(|word| &word.source);
    let others: Vec<_> = others.filter(|source| !named.contains(scene.speaker(source))).collect();
    let names = scene.names(others);
    if names.is_empty() { String::new() } else { format!("; the word of {names} that day would have been enough too") }
}

/// A timeline as plain text that an editor can read aloud: under each day on which a verdict changed, a sentence for each claim.
///
/// Lines are at most 100 columns wide, except where one word is longer. The same timeline gives the same text.
///
/// ```
/// use corroborate::{Attribute, Attribution, Claim, Dossier, Evaluator, Policy, Source, SourceKind, Value, ValueKind, render};
/// let dossier = Dossier::builder("A dam")
///     .source(Source::new("ministry", "Ministry of Water").kind(SourceKind::Government))
///     .source(Source::new("police", "The police").kind(SourceKind::Police))
///     .attribute(Attribute::new("burst", ValueKind::Truth))
///     .claim(Claim::new("c", "The dam has burst", "dam", "burst", Value::Truth(true)))
///     .attribution(Attribution::new("a1", "ministry", "c").published("2025-03-01".parse()?))
///     .attribution(Attribution::new("a2", "police", "c").published("2025-03-02".parse()?))
///     .build()?;
/// let timeline = Evaluator::new(Policy::default()).timeline(&dossier);
/// assert_eq!(
///     render::DayByDay::new(&timeline).to_string(),
///     "A dam, day by day\n\n\
///      1 March 2025\n\
///      * \"The dam has burst\" becomes unconfirmed: the Ministry of Water said so.\n\n\
///      2 March 2025\n\
///      * \"The dam has burst\" may now be stated as fact, unconfirmed until then: the police said so.\n"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct DayByDay<'t> {
    timeline: &'t Timeline<'t>,
    claims: Option<BTreeSet<ClaimId>>,
    unchanged: bool,
}

impl<'t> DayByDay<'t> {
    /// All claims.
    #[must_use]
    pub const fn new(timeline: &'t Timeline<'t>) -> Self {
        Self { timeline, claims: None, unchanged: false }
    }

    /// Keeps to these claims.
    #[must_use]
    pub fn only(mut self, claims: impl IntoIterator<Item = ClaimId>) -> Self {
        self.claims = Some(claims.into_iter().collect());
        self
    }

    /// Also tells what was said of a claim on days on which its verdict stayed the same.
    #[must_use]
    pub const fn and_what_changed_nothing(mut self) -> Self {
        self.unchanged = true;
        self
    }

    fn tells(&self, claim: &ClaimId) -> bool {
        self.claims.as_ref().is_none_or(|claims| claims.contains(claim))
    }
}

impl fmt::Display for DayByDay<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dossier = self.timeline.dossier();
        match line(dossier.title(), NAME) {
            title if title.is_empty() => writeln!(f, "Day by day")?,
            title => paragraph(f, "", &format!("{title}, day by day"))?,
        }
        let mut told = self.changes();
        if self.unchanged {
            for (day, sentence) in self.without_change() {
                told.entry(day).or_default().push(sentence);
            }
        }
        if told.is_empty() {
            writeln!(f, "\nNo verdict changed on any day.")?;
        }
        for (on, sentences) in told {
            writeln!(f, "\n{}", day(on))?;
            sentences.iter().try_for_each(|sentence| paragraph(f, "* ", sentence))?;
        }
        let is_told = |id: &&AttributionId| {
            let claim = dossier.attribution(id).and_then(|entry| entry.claim.as_ref());
            claim.map_or(self.claims.is_none(), |claim| self.tells(claim))
        };
        match self.timeline.undated().iter().filter(is_told).count() {
            0 => Ok(()),
            n => {
                let of_one = "account of these claims has no date and counts on no day";
                let of_many = "accounts of these claims have no date and count on no day";
                writeln!(f)?;
                paragraph(f, "", &sentence(&count(n, of_one, of_many)))
            }
        }
    }
}

/// The changes of one day. Those with one cause are told together: first the claim that the cause speaks of, then what it carries over to.
fn changed(of_day: &[&Change], dossier: &Dossier) -> Vec<String> {
    let mut alike: Vec<Vec<&Change>> = Vec::new();
    let key = |change: &Change| {
        let because = change.because.iter().map(|cause| cause.attribution.clone()).collect::<Vec<_>>();
        (change.from, change.to, because)
    };
    for change in of_day {
        match alike.iter_mut().find(|others| key(others[0]) == key(change)) {
            Some(others) => others.push(change),
            None => alike.push(vec![change]),
        }
    }
    let is_spoken_of = |told: &&Change| {
        let mut causes = told.because.iter().filter_map(|cause| dossier.attribution(&cause.attribution));
        causes.any(|entry| entry.claim.as_ref() == Some(&told.claim))
    };
    let tell = |mut alike: Vec<&Change>| {
        alike.sort_by_key(|told| !is_spoken_of(told));
        let sentence = alike.first().map_or_else(String::new, |first| change(first, dossier));
        let others = Scene(dossier).statements(alike.iter().skip(1).map(|told| &told.claim), "and");
        if others.is_empty() { sentence } else { format!("{sentence} The same holds for {others}.") }
    };
    alike.into_iter().map(tell).collect()
}

impl DayByDay<'_> {
    /// The sentences under each day on which a verdict changed.
    pub(super) fn changes(&self) -> BTreeMap<Day, Vec<String>> {
        let changes: Vec<&Change> = self.timeline.changes().iter().filter(|change| self.tells(&change.claim)).collect();
        let of_days = changes.chunk_by(|a, b| a.on == b.on);
        of_days.map(|of_day| (of_day[0].on, changed(of_day, self.timeline.dossier()))).collect()
    }

    /// What was said of a claim on a day on which its verdict stayed the same. Who cites is passed over where somebody says the same in his own name.
    fn without_change(&self) -> Vec<(Day, String)> {
        let dossier = self.timeline.dossier();
        let scene = Scene(dossier);
        let mut said: BTreeMap<(Day, &ClaimId), Vec<&Attribution>> = BTreeMap::new();
        for entry in dossier.attributions().iter().filter(|entry| entry.says() != Some(Stance::Silent)) {
            if let (Some(published), Some(claim)) = (entry.published, entry.claim.as_ref())
                && self.tells(claim)
            {
                said.entry((published.last_day().into(), claim)).or_default().push(entry);
            }
        }
        let last = self.timeline.days().last();
        said.retain(|(day, claim), _| {
            last.is_some_and(|last| day <= last) && !self.timeline.of(claim).any(|change| change.on == *day)
        });
        let tell = |((day, claim), entries): ((Day, &ClaimId), Vec<&Attribution>)| {
            let says = |entry: &Attribution| {
                let cause = Cause { attribution: entry.id.clone(), act: Act::of(entry), bears: Bears::Neither };
                dossier.attribution(&entry.id).map_or_else(String::new, |entry| act(scene, claim, &cause, entry))
            };
            let own: BTreeSet<Option<Stance>> =
                entries.iter().filter(|entry| entry.cites.is_empty()).map(|entry| entry.says()).collect();
            let heard = entries.iter().filter(|entry| entry.cites.is_empty() || !own.contains(&entry.says()));
            let acts = together(heard.filter_map(|entry| {
                let entry = dossier.attribution(&entry.id)?;
                Some(told(scene, entry, says(entry)))
            }));
            let verdict = self.timeline.verdict(claim, day)?;
            let statement = quoted(dossier.claim(claim)?);
            Some((day, sentence(&format!("{statement} stays {verdict}: {acts}"))))
        };
        said.into_iter().filter_map(tell).collect()
    }
}

/// A day, as news writes it.
///
/// ```
/// assert_eq!(corroborate::render::day("2024-10-18".parse()?), "18 October 2024");
/// # Ok::<(), corroborate::EdtfError>(())
/// ```
#[must_use]
pub fn day(day: Day) -> String {
    day.date().map_or_else(|| day.to_string(), |date| date::published(Moment::Day(date)))
}
