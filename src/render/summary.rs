//! The head of a report: what may be stated as fact, as of when, and by which standard.

use std::fmt;

use super::clean::{NAME, STATEMENT, line, sentence};
use super::date;
use super::list::{join, number};
use super::wrap::paragraph;
use crate::evaluate::{Evaluation, Verdict};
use crate::model::policy::Policy;

pub(super) fn write(f: &mut fmt::Formatter<'_>, evaluation: &Evaluation<'_>) -> fmt::Result {
    paragraph(f, "", &title(evaluation.dossier().title()))?;
    writeln!(f)?;
    paragraph(f, "", &sentence(&counts(evaluation)))?;
    paragraph(f, "", &as_of(evaluation))?;
    paragraph(f, "", &standard(evaluation.policy()))
}

pub(super) fn title(of: &str) -> String {
    let title = line(of, STATEMENT);
    if title.is_empty() { "A story without a title".to_owned() } else { title }
}

pub(super) fn counts(evaluation: &Evaluation<'_>) -> String {
    let of = |verdict: Verdict| evaluation.assessments().filter(|a| a.verdict() == verdict).count();
    let all = evaluation.assessments().len();
    let confirmed = of(Verdict::Confirmed);
    let flagged: Vec<String> = Verdict::ALL
        .iter()
        .filter(|verdict| verdict.is_flagged())
        .map(|verdict| (of(*verdict), verdict))
        .filter(|(n, _)| *n > 0)
        .map(|(n, verdict)| format!("{} {} {verdict}", number(n), if n == 1 { "is" } else { "are" }))
        .collect();
    let flagged = join(&flagged, "and");
    match (all, confirmed) {
        (0, _) => "there are no claims to judge".to_owned(),
        (1, 1) => "the only claim may be stated as fact".to_owned(),
        (1, _) => format!("the only claim may not be stated as fact: {}", flagged.replace("one is", "it is")),
        _ if all == confirmed => format!("all {} claims may be stated as fact", number(all)),
        (_, 0) => format!("none of {} claims may be stated as fact: {flagged}", number(all)),
        _ => {
            let rest = all - confirmed;
            format!(
                "of {} claims, {} may be stated as fact and {} may not: {flagged}",
                number(all),
                number(confirmed),
                number(rest)
            )
        }
    }
}

pub(super) fn as_of(evaluation: &Evaluation<'_>) -> String {
    evaluation.as_of().map_or_else(
        || "Judged on everything in the dossier.".to_owned(),
        |moment| format!("Judged on what was known as of {}.", date::moment(moment)),
    )
}

/// The policy's standard, in one sentence.
pub(super) fn standard(policy: &Policy) -> String {
    let authority = if policy.authority_suffices { "an authority on the matter states it, or when " } else { "" };
    let origins = match policy.independent_origins {
        1 => "one credible origin does".to_owned(),
        n => format!("{} credible origins that are independent of each other do", number(n as usize)),
    };
    let origins = if authority.is_empty() { origins.replace(" do", " state it") } else { origins };
    let times = policy.outweighs.to_string();
    let times = times.parse::<usize>().map_or(times, number);
    let name = policy.name.as_deref().map(|name| line(name, NAME)).filter(|name| !name.is_empty());
    let name = name.map_or_else(String::new, |name| format!(" ({name})"));
    let counted = match (policy.named_only, policy.first_hand_only) {
        (false, false) => "",
        (true, false) => " Anonymous origins do not count.",
        (false, true) => " An origin counts only where it is on record how it knows.",
        (true, true) => " An origin counts only where it has a name and it is on record how it knows.",
    };
    format!(
        "The standard{name}: a claim may be stated as fact when {authority}{origins}, and what is credible against it, if anything, is outweighed by authority or by {times} to one.{counted}"
    )
}
