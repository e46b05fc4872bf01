//! A dossier built in code, and judged. Two outlets report that a dam has burst, and both have it from one ministry: one origin, not two.
#![allow(clippy::print_stdout, reason = "an example prints")]

use corroborate::{Attribute, Attribution, Claim, Dossier, Evaluator, Policy, Source, SourceKind, ValueKind, render};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let dossier = Dossier::builder("A dam")
        .source(Source::new("ministry", "Ministry of Water").kind(SourceKind::Government))
        .source(Source::new("herald", "The Herald").kind(SourceKind::Newspaper))
        .source(Source::new("radio", "Radio 9").kind(SourceKind::Broadcaster))
        .attribute(Attribute::new("burst", ValueKind::Truth))
        .claim(Claim::new("burst", "The dam has burst", "dam", "burst", true.into()))
        .attribution(Attribution::new("a1", "herald", "burst").citing(["ministry"]).published("2025-03-01".parse()?))
        .attribution(Attribution::new("a2", "radio", "burst").citing(["ministry"]).published("2025-03-01".parse()?))
        .build()?;
    print!("{}", render::Text::new(&Evaluator::new(Policy::default()).evaluate(&dossier)));
    Ok(())
}
