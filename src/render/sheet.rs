//! The words of the evidence sheet: what a page says, with no say about how it looks.

use super::clean::{HEDGE, NAME, Quoted, STATEMENT, capital, line, sentence};
use super::list::{SHOWN, count, digits, join, shortened};
use super::scene::Scene;
use super::timeline::DayByDay;
use super::verdict::is_about_others;
use super::wording::Desk;
use super::{date, evidence, message, name, step, summary, text, value};
use crate::advise::{Timeline, Topic};
use crate::evaluate::{
    Assessment, Code, Confidence, Evaluation, Finding, Footing, NextStep, Passage, Role, Severity, Side, Verdict,
};
use crate::model::attribution::{Attribution, Basis, Certainty, Stance};
use crate::model::claim::Claim;
use crate::model::dossier::Dossier;
use crate::model::edtf::{Day, Edtf};
use crate::model::id::SourceId;
use crate::model::moment::Moment;
use crate::model::policy::Policy;
use crate::model::source::Source;
use crate::scales::Icd203;

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

/// A value in a drawing, where the axis names the unit.
pub(crate) fn figure_of(claim: &Claim, dossier: &Dossier) -> String {
    value::figure(&claim.value, unit_of(claim, dossier))
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

/// When something was published.
pub(crate) fn published(moment: Moment) -> String {
    date::published(moment)
}

/// A day.
pub(crate) fn day(day: Day) -> String {
    super::day(day)
}

/// `1,234`.
pub(crate) fn number(n: usize) -> String {
    digits(n)
}

/// `one account`, `15 accounts`.
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    count(n, one, many)
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
    /// What is wrong with words on others that bear on it, and how many more such remarks there are.
    pub(crate) elsewhere: Vec<Remark>,
    pub(crate) more: String,
    /// What to do. Where it is told what would settle the claim, that says which origins to look for.
    pub(crate) steps: Vec<String>,
}

/// What is wrong with a claim, the gravest first.
pub(crate) fn wrong(assessment: &Assessment<'_>, is_settled: bool) -> Wrong {
    const ELSEWHERE: usize = 3;
    let dossier = assessment.evaluation.dossier();
    let mut findings = assessment.findings();
    // The verdict says that nobody says so; a confirmed claim is remarked on, not complained of.
    findings.retain(|f| f.code != Code::Unsourced && (assessment.is_flagged() || f.severity > Severity::Info));
    let remark = |finding: &Finding| Remark {
        words: message(finding, dossier),
        code: finding.code,
        is_critical: finding.severity == Severity::Critical,
    };
    let (others, own): (Vec<_>, Vec<_>) = findings.iter().partition(|finding| is_about_others(finding, dossier));
    let shown = if others.len() > ELSEWHERE + 1 { ELSEWHERE } else { others.len() };
    let more = match others.len() - shown {
        0 => String::new(),
        n => format!("And {} of the kind.", count(n, "other remark", "other remarks")),
    };
    let (own, elsewhere) = (own.into_iter().map(remark).collect(), others[..shown].iter().map(|f| remark(f)).collect());
    findings.retain(|finding| !is_settled || !matches!(finding.next, NextStep::SeekOrigin { .. }));
    let steps = if assessment.is_flagged() { step::steps(&findings, dossier) } else { Vec::new() };
    Wrong { own, elsewhere, more, steps }
}

/// On whom a confirmed claim rests.
pub(crate) fn rests_on(assessment: &Assessment<'_>) -> String {
    text::rests_on(assessment)
}

/// Who stands on a side and where they have it from, those alike told together, in so many lines.
pub(crate) fn accounts(assessment: &Assessment<'_>, side: Side<'_>, most: usize) -> Vec<String> {
    evidence::lines(Scene(assessment.evaluation.dossier()), &assessment.claim().id, side, most)
}

/// How much the evidence weighs, in the words of two standards.
pub(crate) fn weight(confidence: &Confidence<'_>) -> String {
    let Some(percent) = confidence.stix() else {
        return "nothing on either side weighs anything".to_owned();
    };
    let digit = confidence.credibility();
    let icd = Icd203::of(confidence.probability()).map_or_else(String::new, |term| format!(", \"{term}\" (ICD 203)"));
    format!("{percent} of 100{icd}, \"{}\" (Admiralty {digit})", digit.wording())
}

/// What is said of a claim by itself when no more is worked out: the counts behind the verdict.
pub(crate) fn tally(assessment: &Assessment<'_>) -> String {
    let origins = |n: u32| count(n as usize, "credible origin", "credible origins");
    let (behind, against) = (assessment.support().credible(), assessment.opposition().credible());
    sentence(&format!("{} behind it, {} against it", origins(behind), super::list::number(against as usize)))
}

/// What an attribution does, as an entry in a table.
pub(crate) fn act(entry: &Attribution) -> String {
    let hedge = entry.hedge.as_deref().map(|hedge| Quoted(hedge, HEDGE).to_string());
    let hedged = |word: &str| match (&hedge, entry.certainty) {
        (Some(hedge), _) => format!("{word}, as {hedge}"),
        (None, Certainty::Stated) => word.to_owned(),
        (None, certainty) => format!("{word}, as {certainty}"),
    };
    match entry.says() {
        None if entry.retracts.is_empty() => "disowns what it was credited with".to_owned(),
        None => "withdraws".to_owned(),
        Some(Stance::Affirms) if entry.against_interest => hedged("admits"),
        Some(Stance::Affirms) => hedged("says so"),
        Some(Stance::Denies) => hedged("denies"),
        Some(Stance::Doubts) => hedged("cannot confirm"),
        Some(Stance::Silent) => "looked up: does not say so".to_owned(),
    }
}

/// Where an attribution has it from.
pub(crate) fn whence(entry: &Attribution, dossier: &Dossier) -> String {
    let chain = |chain: &Vec<SourceId>| {
        let names: Vec<String> = chain.iter().filter_map(|id| dossier.source(id)).map(name).collect();
        names.join(" ← ")
    };
    let mut from: Vec<String> = entry.cites.iter().map(chain).collect();
    match entry.basis {
        Basis::FirstHand => from.push("at first hand".to_owned()),
        Basis::Record => from.push("from records".to_owned()),
        Basis::Undeclared => {}
    }
    from.join("; ")
}

/// What has become of a word, where it no longer stands.
pub(crate) const fn footing(of: Footing) -> &'static str {
    match of {
        Footing::Replaced => "replaced later",
        Footing::Withdrawn => "withdrawn",
        Footing::Stands | Footing::NoWord => "",
    }
}

/// What a citation amounts to, behind the name of the cited; nothing where it simply carries.
pub(crate) const fn passage(of: Passage) -> &'static str {
    match of {
        Passage::Carries => "",
        Passage::Stale => "said so of an earlier time",
        Passage::Unseen => "own words not on record",
        Passage::Withdrawn => "withdrew, replaced or disowned it",
        Passage::Weaker => "said less",
        Passage::Misattributed => "not borne out by what is on record",
        Passage::Unreached => "behind a broken citation",
    }
}

/// What a source is on a side.
pub(crate) fn role(of: &Role<'_>) -> String {
    let mut words = Vec::new();
    match (of.is_origin, of.settles, of.is_undeclared) {
        (true, true, _) => words.push("origin, settles the matter"),
        (true, _, true) => words.push("does not say how it knows"),
        (true, _, false) => words.push("origin"),
        _ => {}
    }
    if of.is_chokepoint {
        words.push("chokepoint");
    }
    if of.took_back {
        words.push("has taken it back");
    } else if (of.is_origin || of.reports) && !of.is_credible {
        words.push("does not count as credible here");
    }
    words.join("; ")
}

/// Who is drawn in one box.
pub(crate) fn together(names: Vec<String>) -> String {
    shortened(names, 3, "and", "others")
}

/// Names joined with `and`, long lists shortened.
pub(crate) fn names(names: Vec<String>) -> String {
    shortened(names, SHOWN, "and", "others")
}

/// What a provenance graph shows, in one sentence.
pub(crate) fn graph(origins: &[String], chokepoints: &[String], broken: usize, is_support: bool) -> String {
    let side = if is_support { "it" } else { "the case against it" };
    let origins = match origins {
        [] => format!("no way leads to an origin of {side}"),
        [one] => format!("one origin of {side}: {one}"),
        many => format!("{} of {side}: {}", count(many.len(), "origin", "origins"), names(many.to_vec())),
    };
    let through = match chokepoints {
        [] => String::new(),
        some => format!(". Everything passes {}", join(&some[..some.len().min(SHOWN)], "and")),
    };
    let broken = match broken {
        0 => String::new(),
        n => format!(". {} nothing", capital(&count(n, "citation carries", "citations carry"))),
    };
    sentence(&format!("{origins}{through}{broken}"))
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
            "{claims} in brief, with the verdict and the counts behind it: the dossier is too large to tell every claim in full on one page"
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
    let powers = if is_by_powers { "; each line across is ten times the one below" } else { "" };
    let undrawn = match undrawn {
        0 => String::new(),
        n => format!(". {} drawn", capital(&count(n, "claim or account is not", "claims or accounts are not"))),
    };
    sentence(&format!("{what}, {when}{powers}{undrawn}"))
}

/// Everything about a mark of a plot: who said it, what, for when, and how the claim fares.
pub(crate) fn mark(
    claim: &Claim,
    verdict: Verdict,
    manner: &str,
    accounts: usize,
    by: Vec<String>,
    dossier: &Dossier,
) -> String {
    let when = claim.when.as_ref().map(|when| format!(" ({})", time(when))).unwrap_or_default();
    let accounts = count(accounts, "account", "accounts");
    format!("{}: {}{when}; {manner}, {accounts}, {verdict}", names(by), value_of(claim, dossier))
}

/// That a list goes on.
pub(crate) fn more(n: usize) -> String {
    sentence(&format!("and {}", count(n, "other source", "other sources")))
}

/// On how many earlier days verdicts changed of which the list does not tell.
pub(crate) fn earlier(days: usize) -> String {
    match days {
        0 => String::new(),
        n => sentence(&format!(
            "verdicts also changed on {}, which are left out here",
            count(n, "earlier day", "earlier days")
        )),
    }
}
