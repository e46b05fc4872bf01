//! The deployment of North Korean soldiers, replayed day by day: first reports and denials, what others confirmed, and the admission. On each day on which something changed,
//! what the desk could have said.
//!
//! ```text
//! cargo run --example breaking_news -- [FILE] [--topic SUBJECT/ATTRIBUTE]...
//! ```

use std::collections::BTreeSet;
use std::error::Error;
use std::io::{self, BufWriter, ErrorKind, Write};

use corroborate::{Claim, ClaimId, Day, Dossier, Evaluator, Policy, Scope, Timeline, Verdict, render};

const STORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/kim-putin.json");
const TOPICS: [&str; 3] = ["dprk-troops/deployed", "dprk-troops/engaged", "dprk-troops/in-ukraine"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut file = STORY.to_owned();
    let mut topics: Vec<Scope> = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--topic" => topics.push(Scope::new(&arguments.next().ok_or("`--topic` lacks its value")?)),
            _ => file = argument,
        }
    }
    if topics.is_empty() && file == STORY {
        topics = TOPICS.map(Scope::new).to_vec();
    }
    let dossier = Dossier::from_json(&std::fs::read(&file)?)?;
    let timeline = Evaluator::new(Policy::default()).timeline(&dossier);
    let is_told =
        |claim: &&Claim| topics.is_empty() || topics.iter().any(|topic| topic.covers(&claim.subject, &claim.attribute));
    let claims: BTreeSet<ClaimId> = dossier.claims().iter().filter(is_told).map(|claim| claim.id.clone()).collect();
    match tell(&timeline, &claims) {
        // A closed pipe is the reader's choice, and no mistake.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

fn tell(timeline: &Timeline<'_>, claims: &BTreeSet<ClaimId>) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let days = render::DayByDay::new(timeline).only(claims.iter().cloned()).and_what_changed_nothing();
    write!(out, "{days}")?;
    let heading = "SINCE WHEN IT COULD BE STATED AS FACT";
    writeln!(out, "\n\n{heading}\n{}\n", "=".repeat(heading.len()))?;
    let end = timeline.days().last().copied().unwrap_or(Day::from_number(0));
    for claim in claims.iter().filter_map(|id| timeline.dossier().claim(id)) {
        let now = timeline.verdict(&claim.id, end).unwrap_or(Verdict::Unsourced);
        let since = timeline.of(&claim.id).next_back().map_or_else(String::new, |last| render::day(last.on));
        let since = match timeline.first_confirmed(&claim.id) {
            Some(_) if now == Verdict::Confirmed => format!("Since {since}"),
            Some(first) => format!("From {}, but {now} since {since}", render::day(first)),
            None if since.is_empty() => format!("Never: {now} throughout"),
            None => format!("Never: {now} since {since}"),
        };
        writeln!(out, "* {}.\n  {since}.", claim.statement)?;
    }
    out.flush()
}
