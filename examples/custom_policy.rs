//! One dossier under three policies: which claims change.
#![allow(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;

use corroborate::{
    Attribute, Attribution, Basis, Claim, Dossier, Evaluator, Policy, Source, SourceKind, Value, ValueKind, Verdict,
};

fn main() -> Result<(), Box<dyn Error>> {
    let truth = |id: &str| Attribute::new(id, ValueKind::Truth);
    let claim = |id: &str, statement: &str| Claim::new(id, statement, "bridge", id, Value::Truth(true));
    let saw = |id: &str, source: &str, claim: &str| Attribution::new(id, source, claim).basis(Basis::FirstHand);
    let dossier = Dossier::builder("A bridge")
        // The road office closes bridges: its own record settles whether one is closed, and nothing else.
        .source(Source::new("road-office", "Road Office").kind(SourceKind::Government).authority_on("closed"))
        .source(Source::new("mayor", "Ana Ruiz, mayor").kind(SourceKind::Official))
        .source(Source::new("courier", "The Courier").kind(SourceKind::Newspaper))
        .attribute(truth("closed"))
        .attribute(truth("cracked"))
        .attribute(truth("unsafe"))
        .claim(claim("closed", "The bridge is closed"))
        .claim(claim("cracked", "The bridge is cracked"))
        .claim(claim("unsafe", "The bridge was known to be unsafe"))
        .attribution(saw("a1", "road-office", "closed"))
        .attribution(saw("a2", "mayor", "cracked"))
        .attribution(saw("a3", "courier", "cracked"))
        .attribution(saw("a4", "mayor", "unsafe"))
        .build()?;

    // Policies come as data, from a file (`Policy::from_json`), or ready-made (`Policy::presets`).
    let lenient = Policy { independent_origins: 1, ..Policy::default() };
    let usual = Policy::default();
    let strict = Policy { independent_origins: 3, authority_suffices: false, ..Policy::default() };
    for policy in [&lenient, &usual, &strict] {
        policy.check()?;
    }

    let [lenient, usual, strict] = [lenient, usual, strict].map(|policy| {
        let evaluation = Evaluator::new(policy).evaluate(&dossier);
        evaluation.assessments().map(|claim| claim.verdict()).collect::<Vec<Verdict>>()
    });
    println!("{:34} {:12} {:12} {:12}", "", "lenient", "usual", "strict");
    for (at, claim) in dossier.claims().iter().enumerate() {
        let row = [lenient[at], usual[at], strict[at]];
        println!("{:34} {:12} {:12} {:12}", claim.statement, row[0], row[1], row[2]);
        // A stricter policy never says more.
        assert!(row[0] >= row[1] && row[1] >= row[2]);
    }
    Ok(())
}
