//! A part is judged as in the whole.

use super::Parts;
use crate::{
    Attribute, Attribution, Claim, Dossier, Evaluator, Number, Party, Policy, Quantity, Rule, Scope, Source, Value,
    ValueKind,
};

fn whole() -> Dossier {
    let mut builder = Dossier::builder("")
        .source(Source::new("a", "A").owner("c"))
        .source(Source::new("b", "B").speaks_for("d"))
        .source(Source::new("c", "C"))
        .source(Source::new("d", "D"))
        .source(Source::new("e", "E"))
        .rule(Rule::AtMost(vec![Scope::new("low"), Scope::new("high")]));
    for attribute in ["low", "high", "other"] {
        builder = builder.attribute(Attribute::new(attribute, ValueKind::Quantity));
    }
    for (id, attribute, value) in
        [("high", "high", 10), ("low", "low", 20), ("other", "other", 1), ("apart", "other", 2)]
    {
        let subject = if id == "apart" { "t" } else { "s" };
        builder = builder.claim(Claim::new(
            id,
            "",
            subject,
            attribute,
            Value::Quantity(Quantity::Exactly(Number::from(value))),
        ));
    }
    builder
        .attribution(Attribution::new("r1", "a", "high"))
        .attribution(Attribution::new("r2", "b", "low").citing(["e"]))
        .attribution(Attribution::new("r3", "e", "other"))
        .attribution(Attribution::new("r4", "e", "apart").published("2024-02-01".parse().unwrap()))
        .attribution(Attribution::new("r5", "e", "apart").published("2024-02-02".parse().unwrap()))
        .build()
        .unwrap()
}

#[test]
fn what_rules_tie_is_judged_together_and_the_rest_apart() {
    let dossier = whole();
    let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
    let parts = Parts::of(&evaluation);
    assert_eq!(parts.len(), 3);
    let names: Vec<Vec<&str>> = (0..parts.len())
        .map(|part| parts.claims(part).iter().map(|claim| dossier.claims()[*claim as usize].id.as_str()).collect())
        .collect();
    assert_eq!(names, [vec!["apart"], vec!["high", "low"], vec!["other"]]);
    for part in 0..parts.len() {
        let alone = parts.builder(&[part]).build().unwrap();
        let judged = Evaluator::new(Policy::default()).evaluate(&alone);
        assert_eq!(judged.assessments().len(), parts.claims(part).len());
        for assessment in judged.assessments() {
            let in_whole = evaluation.assessment(&assessment.claim().id).unwrap();
            assert_eq!(format!("{assessment:?}"), format!("{in_whole:?}"));
        }
    }
    let tied = parts.of_claim(dossier.claim_number(&"low".into()).unwrap());
    assert_eq!(parts.builder(&[tied]).build().unwrap().sources().len(), 5, "citing, cited, owner and principal");
}

#[test]
fn a_part_carries_the_attributes_that_rules_tie_to_its_claims_and_no_others() {
    let stakes = Party::On(vec!["other".into(), "high".into()]);
    let dossier = whole().into_builder().source(Source::new("f", "F").party(stakes).authority_on("other"));
    let dossier = dossier.attribution(Attribution::new("r6", "f", "low")).build().unwrap();
    let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
    let parts = Parts::of(&evaluation);
    let alone =
        |claim: &str| parts.builder(&[parts.of_claim(dossier.claim_number(&claim.into()).unwrap())]).build().unwrap();
    let attributes = |dossier: &Dossier| dossier.attributes().iter().map(|a| a.id.to_string()).collect::<Vec<_>>();
    let (tied, apart) = (alone("low"), alone("apart"));
    assert_eq!((attributes(&tied), tied.rules().len()), (vec!["high".to_owned(), "low".to_owned()], 1));
    assert_eq!((attributes(&apart), apart.rules().len()), (vec!["other".to_owned()], 0));
    let f = tied.source(&"f".into()).unwrap();
    assert_eq!((&f.party, f.authority_on.len()), (&Party::On(vec!["high".into()]), 0));
}
