//! The words of the evidence sheet: what a page says, with no say about how it looks.

use std::collections::BTreeMap;

use super::clean::{HEDGE, NAME, Quoted, STATEMENT, capital, line, sentence};
use super::list::{SHOWN, count, digits, shortened};
use super::scene::{Scene, quoted};
use super::timeline::DayByDay;
use super::verdict::is_about_others;
use super::wording::Desk;
use super::{date, message, name, step, summary, text, value};
use crate::advise::{Outcome, Remedy, Timeline, Topic};
use crate::evaluate::{
    Assessment, Code, Confidence, Evaluation, Finding, Footing, NextStep, Passage, Role, Severity, Side, Verdict,
};
use crate::model::attribution::{Attribution, Basis, Certainty};
use crate::model::claim::Claim;
use crate::model::dossier::Dossier;
use crate::model::edtf::{Day, Edtf};
use crate::model::id::{ClaimId, SourceId};
use crate::model::policy::Policy;
use crate::model::source::Source;

/// The title of a story.
pub(crate) fn title(of: &str) -> String {
    summary::title(of)
}

/// How many claims may be stated as fact, and what the rest are.
pub(crate) fn counts(evaluation: &Evaluation<'_>) -> String {
    sentence(&summary::counts(evaluation))
}

/// As of when the dossier was judged.
pub(crate) fn as_of(evaluation: &Evaluation<'_>) -> String {
    summary::as_of(evaluation)
}

/// The policy's standard.
pub(crate) fn standard(policy: &Policy) -> String {
    summary::standard(policy)
}

/// What a verdict means, in one line.
pub(crate) const fn meaning(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => "The standard is met, and nothing credible outweighs it: it may be stated as fact.",
        Verdict::Unconfirmed => "The sourcing falls short of the standard.",
        Verdict::Contradicted => "Credible origins stand against it and are not outweighed.",
        Verdict::Unsourced => "Nobody is on record as saying it.",
        Verdict::Withdrawn => "What stood behind it was withdrawn, replaced or disowned.",
        Verdict::Refuted => "The standard is met against it.",
    }
}

/// The statement of a claim.
pub(crate) fn statement(claim: &Claim) -> String {
    let mut words = line(&claim.statement, STATEMENT);
    if words.is_empty() {
        words = "A claim without a statement".to_owned();
    }
    if !words.ends_with(['.', '?', '!', '…', '。', '؟']) {
        words.push('.');
    }
    words
}

/// A subject or attribute as a heading: `dprk-troops` is `Dprk troops`.
pub(crate) fn heading(of: &str) -> String {
    match text::spelled(of) {
        words if words.is_empty() => "Without a name".to_owned(),
        words => capital(&words),
    }
}

/// A source where its name stands alone.
pub(crate) fn name(source: &Source) -> String {
    match line(&source.name, NAME) {
        name if name.is_empty() => "A source without a name".to_owned(),
        name => capital(&name),
    }
}

/// A source in a drawing, without what only describes it.
pub(crate) fn short_name(source: &Source) -> String {
    capital(name::short(source).trim_start_matches("the "))
}

/// The value of a claim.
pub(crate) fn value_of(claim: &Claim, dossier: &Dossier) -> String {
    value::value(&claim.value, unit_of(claim, dossier), false)
}

fn unit_of<'d>(claim: &'d Claim, dossier: &'d Dossier) -> Option<&'d str> {
    claim.unit.as_deref().or_else(|| dossier.attribute(&claim.attribute)?.unit.as_deref())
}

/// A unit as it stands on an axis.
pub(crate) fn unit(of: &str) -> String {
    match of {
        "USD" => "US dollars".to_owned(),
        "EUR" => "euros".to_owned(),
        "GBP" => "pounds".to_owned(),
        "JPY" => "yen".to_owned(),
        other => text::spelled(other),
    }
}

/// The time that a fact is about.
pub(crate) fn time(of: &Edtf) -> String {
    date::time(of)
}

/// A day.
pub(crate) fn day(day: Day) -> String {
    super::day(day)
}

/// The first and the last of some days; nothing where there is none.
pub(crate) fn days(of: &[Day]) -> String {
    match of {
        [] => "undated".to_owned(),
        [one] => day(*one),
        [first, .., last] => {
            let (first, last) = (day(*first), day(*last));
            format!("{} to {last}", date::without_repetition(&first, &last))
        }
    }
}

/// `1,234`.
pub(crate) fn number(n: usize) -> String {
    digits(n)
}

/// Something that is wrong: in words, by its code, and whether it is critical.
pub(crate) struct Remark {
    pub(crate) words: String,
    pub(crate) code: Code,
    pub(crate) is_critical: bool,
}

/// What is wrong with a claim and what a desk can do about it.
pub(crate) struct Wrong {
    /// What is wrong with words on the claim itself.
    pub(crate) own: Vec<Remark>,
    /// The codes of what is wrong with words on others that bear on it; what that is stands with them.
    pub(crate) elsewhere: Vec<Code>,
    /// What to do. Where it is told what would settle the claim, that says which origins to look for.
    pub(crate) steps: Vec<String>,
}

/// What is wrong with a claim, the gravest first.
pub(crate) fn wrong(assessment: &Assessment<'_>, is_settled: bool) -> Wrong {
    let dossier = assessment.evaluation.dossier();
    let mut findings = assessment.findings();
    // The verdict says that nobody says so; a confirmed claim is remarked on, not complained of.
    findings.retain(|f| f.code != Code::Unsourced && (assessment.is_flagged() || f.severity > Severity::Info));
    // Whose own words are not on record and what has no date stands beside each account.
    findings.retain(|f| f.severity > Severity::Info || !matches!(f.code, Code::OriginUnseen | Code::Undated));
    let remark = |finding: &Finding| Remark {
        words: message(finding, dossier),
        code: finding.code,
        is_critical: finding.severity == Severity::Critical,
    };
    let (others, own): (Vec<_>, Vec<_>) = findings.iter().partition(|finding| is_about_others(finding, dossier));
    let own = own.into_iter().map(remark).collect();
    let mut elsewhere: Vec<Code> = others.into_iter().map(|finding| finding.code).collect();
    elsewhere.dedup();
    findings.retain(|finding| !is_settled || !matches!(finding.next, NextStep::SeekOrigin { .. }));
    let steps = if assessment.is_flagged() { step::steps(&findings, dossier) } else { Vec::new() };
    Wrong { own, elsewhere, steps }
}

/// On whom a confirmed claim rests.
pub(crate) fn rests_on(assessment: &Assessment<'_>) -> String {
    text::rests_on(assessment)
}

/// What is said of other claims and bears on this one from a side; nothing where there is nothing.
pub(crate) fn elsewhere(assessment: &Assessment<'_>, side: Side<'_>, is_support: bool) -> String {
    let scene = Scene(assessment.evaluation.dossier());
    let mut said: BTreeMap<&ClaimId, usize> = BTreeMap::new();
    for word in side.attributions().into_iter().filter_map(|id| scene.0.attribution(id)) {
        if let Some(claim) = word.claim.as_ref().filter(|claim| **claim != assessment.claim().id) {
            *said.entry(claim).or_default() += 1;
        }
    }
    if said.is_empty() {
        return String::new();
    }
    let most = said.iter().max_by_key(|(claim, words)| (**words, std::cmp::Reverse(**claim)));
    let statement = most.and_then(|(claim, _)| scene.0.claim(claim)).map(quoted).unwrap_or_default();
    let others = match said.len() - 1 {
        0 => String::new(),
        n => format!(" and of {}", count(n, "other claim", "other claims")),
    };
    let bears = if is_support { "it is also supported by" } else { "against it stand" };
    sentence(&format!("{bears} accounts of {statement}{others}"))
}

/// How much the evidence weighs, in the words of the Admiralty code. Those of a scale of likelihood would say more than the number does.
pub(crate) fn weight(confidence: &Confidence<'_>) -> String {
    let Some(percent) = confidence.stix() else {
        return "none on either side".to_owned();
    };
    let digit = confidence.credibility();
    format!("{percent} of 100, {} (Admiralty {digit})", digit.wording())
}

/// The verdict on a claim of which no more is told, with the counts behind it.
pub(crate) fn tally(assessment: &Assessment<'_>) -> String {
    let origins = |n: u32| count(n as usize, "credible origin", "credible origins");
    let (behind, against) = (assessment.support().credible(), assessment.opposition().credible());
    let against = super::list::number(against as usize).replace("no", "none");
    sentence(&format!("{}: {} behind it, {against} against it", assessment.verdict(), origins(behind)))
}

/// In what manner something was said, where there is something to say about it: its hedge, and how the source knows.
pub(crate) fn manner(entry: &Attribution) -> String {
    let hedge = match (&entry.hedge, entry.certainty) {
        (Some(hedge), _) => format!("as {}", Quoted(hedge, HEDGE)),
        (None, Certainty::Stated) => String::new(),
        (None, certainty) => format!("as {certainty}"),
    };
    let basis = match entry.basis {
        Basis::FirstHand => "at first hand",
        Basis::Record => "from records",
        Basis::Undeclared => "",
    };
    let interest = if entry.against_interest { "against its interest" } else { "" };
    [hedge.as_str(), basis, interest].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")
}

/// When something was said.
pub(crate) fn dated(entry: &Attribution) -> String {
    entry.published.map_or_else(|| "undated".to_owned(), date::published)
}

/// The source whose word the word of a source is.
pub(crate) fn speaker<'d>(source: &'d SourceId, dossier: &'d Dossier) -> &'d SourceId {
    Scene(dossier).speaker(source)
}

/// That a list of accounts goes on.
pub(crate) fn more_accounts(n: usize) -> String {
    format!("And {}.", count(n, "other account", "other accounts"))
}

/// What has become of a word, where it no longer stands.
pub(crate) const fn footing(of: Footing) -> &'static str {
    match of {
        Footing::Replaced => "replaced later",
        Footing::Withdrawn => "withdrawn",
        Footing::Stands | Footing::NoWord => "",
    }
}

/// Of a source whose own words nothing tells.
pub(crate) const UNSEEN: &str = "own words not on record";

/// What a citation amounts to, behind the name of the one who cites; nothing where it simply carries.
pub(crate) const fn passage(of: Passage) -> &'static str {
    match of {
        Passage::Carries | Passage::Unseen => "",
        Passage::Stale => "the figure was given for an earlier time",
        Passage::Withdrawn => "carries nothing: it was since withdrawn, replaced or disowned",
        Passage::Weaker => "carries nothing: the source cited said less",
        Passage::Misattributed => "carries nothing: not borne out by what is on record of the source cited",
        Passage::Unreached => "carries nothing: the citation of it is broken",
    }
}

/// What a source is on a side.
pub(crate) fn role(of: &Role<'_>) -> String {
    let mut words = Vec::new();
    match (of.is_origin, of.settles, of.is_undeclared) {
        (true, true, _) => words.push("origin, settles the matter"),
        (true, _, true) => words.push("no origin given"),
        (true, _, false) => words.push("origin"),
        _ => {}
    }
    if of.is_chokepoint {
        words.push("chokepoint");
    }
    // Beside an account that was taken back, that is said of the account.
    if !of.took_back && (of.is_origin || of.reports) && !of.is_credible {
        words.push("not credible here");
    }
    words.join("; ")
}

/// The same in a drawing, as short as can be.
pub(crate) const fn short_role(of: &Role<'_>) -> &'static str {
    match (of.is_origin, of.is_chokepoint) {
        _ if of.took_back => "has taken it back",
        (true, false) if of.is_undeclared => "no origin given",
        (true, true) if of.is_undeclared => "no origin given; chokepoint",
        (true, false) => "origin",
        (true, true) => "origin; chokepoint",
        (false, true) => "chokepoint",
        (false, false) => "",
    }
}

/// Who is drawn in one box.
pub(crate) fn together(names: Vec<String>) -> String {
    shortened(names, 3, "and", "others")
}

/// Names joined with `and`, long lists shortened.
pub(crate) fn names(names: Vec<String>) -> String {
    shortened(names, SHOWN, "and", "others")
}

/// What a provenance graph shows beyond who has it from whom: through whom several origins came, and how much is broken.
pub(crate) fn graph(origins: &[String], chokepoints: &[String], broken: usize) -> String {
    let through: Vec<String> = chokepoints.iter().filter(|name| !origins.contains(name)).cloned().collect();
    let through = match (through.is_empty(), origins.len()) {
        (true, 0) => "no way leads to an origin".to_owned(),
        (true, _) => String::new(),
        (false, _) => format!("all of it came through {}", names(through)),
    };
    let broken = match broken {
        0 => String::new(),
        n => count(n, "citation carries nothing", "citations carry nothing"),
    };
    let told: Vec<String> =
        [through, broken].into_iter().filter(|words| !words.is_empty()).map(|words| sentence(&words)).collect();
    told.join(" ")
}

/// A remedy, and whether it would confirm or refute.
pub(crate) fn settles(remedy: &Remedy, dossier: &Dossier) -> (&'static str, String) {
    let toward = match remedy.toward {
        Outcome::Confirmed => "To confirm:",
        Outcome::Refuted => "To refute:",
    };
    (toward, super::remedy(remedy, dossier))
}

/// Since when a claim has had the only verdict that it ever had.
pub(crate) fn since(verdict: Verdict, day: Day) -> String {
    sentence(&format!("{verdict} since {}", self::day(day)))
}

/// The days on which verdicts changed, and what changed on each.
pub(crate) fn changes(timeline: &Timeline<'_>) -> Vec<(Day, Vec<String>)> {
    DayByDay::new(timeline).changes().into_iter().collect()
}

/// How many accounts have no date, and so count on no day.
pub(crate) fn undated(n: usize) -> String {
    match n {
        0 => String::new(),
        n => {
            let of_one = "account has no date and counts on no day of it";
            let of_many = "accounts have no date and count on no day of it";
            sentence(&count(n, of_one, of_many))
        }
    }
}

/// What may be written, sentence after sentence.
#[derive(Default)]
pub(crate) struct Wordings(Desk);

impl Wordings {
    /// Of a claim.
    pub(crate) fn claim(&mut self, assessment: &Assessment<'_>, topic: &Topic<'_>) -> String {
        self.0.claim(assessment, topic).sentence
    }

    /// Of a topic.
    pub(crate) fn topic(&mut self, topic: &Topic<'_>) -> String {
        self.0.topic(topic).sentence
    }
}

/// What the page leaves out, a sentence each.
pub(crate) fn left_out(brief: usize, unsettled: usize, sources: usize, has_many_topics: bool) -> Vec<String> {
    let mut notes = Vec::new();
    if brief > 0 {
        let claims = count(brief, "claim is told", "claims are told");
        notes.push(sentence(&format!(
            "{claims} in brief, with the verdict and the counts behind it but without sources, plots and remedies: the dossier is too large to tell every claim in full on one page"
        )));
    }
    if unsettled > 0 {
        let claims = count(unsettled, "flagged claim", "flagged claims");
        notes.push(sentence(&format!("for {claims} it was not worked out what would settle them")));
    }
    if sources > 0 {
        let more = count(sources, "source that is named least is", "sources that are named least are");
        notes.push(sentence(&format!("{more} not in the list of the filter, and its text search does not find them")));
    }
    if has_many_topics {
        notes.push("There is no table of contents: there are too many topics. The filter has them all.".to_owned());
    }
    notes
}

/// What a plot shows, in a sentence.
pub(crate) fn plot(of: Option<&str>, is_date: bool, is_fixed: bool, is_by_powers: bool, undrawn: usize) -> String {
    let what = match (of.map(unit), is_date) {
        (_, true) => "the date that was given".to_owned(),
        (Some(unit), false) if !unit.is_empty() => unit,
        _ => "the figure that was given".to_owned(),
    };
    let when = if is_fixed { "by the day on which it was said" } else { "by the time that the figure is about" };
    let powers = if is_by_powers { "; each line across is ten times the one below it" } else { "" };
    let undrawn = match undrawn {
        0 => String::new(),
        n => format!(". {} drawn", capital(&count(n, "claim or account is not", "claims or accounts are not"))),
    };
    sentence(&format!("{what}, {when}{powers}{undrawn}"))
}

/// Who said what for when, as a mark of a plot: whom it names, and the value with its time.
pub(crate) fn mark(claim: &Claim, by: &[String], dossier: &Dossier) -> (String, String) {
    let when = claim.when.as_ref().map(|when| format!(" ({})", time(when))).unwrap_or_default();
    (shortened(by.to_vec(), 2, "and", "others"), format!("{}{when}", value_of(claim, dossier)))
}

/// On how many earlier days verdicts changed of which the list does not tell.
pub(crate) fn earlier(days: usize) -> String {
    match days {
        0 => String::new(),
        n => {
            let days = count(n, "earlier day", "earlier days");
            sentence(&format!("verdicts also changed on {days}, which are left out here"))
        }
    }
}
