//! The sweep gives exactly what judging claim by claim gives, on small dossiers made to be difficult and on some of a few hundred claims.

mod shapes;

use super::super::crew::Crew;
use super::super::hop::Walker;
use super::super::independence::Tally;
use super::super::judge::{Bench, Judged, groups, is_opposed};
use super::super::measure::Measures;
use super::super::moves::Moves;
use super::super::standards::{Standards, Test};
use super::super::standing::Standing;
use super::super::verdict::Verdict;
use super::Opponents;
use crate::model::dossier::Dossier;
use crate::model::moment::Moment;
use crate::model::policy::Policy;
use shapes::{Dice, Size};

const BLANK: Judged =
    Judged { verdict: Verdict::Unsourced, sides: [Tally { least: 0, most: 0, credible: 0, has_authority: false }; 2] };

/// Judges every cluster both ways.
fn compare(dossier: &Dossier, policy: &Policy, as_of: Option<Moment>, refused: &mut usize) -> Result<(), String> {
    let measures = Measures::of(dossier, &policy.tolerance, Crew::ALONE);
    let moves = Moves::of(dossier, &measures, policy);
    let standing = Standing::of(dossier, &measures, as_of, Crew::ALONE);
    let standards = Standards::of(dossier, policy);
    let walker = Walker {
        dossier,
        measures: &measures,
        moves: &moves,
        standing: &standing,
        standards: &standards,
        test: Test::Credible,
    };
    let mut bench = Bench::new(&walker);
    let mut swept = vec![BLANK; dossier.claims().len()];
    for cluster in 0..moves.claims.len() {
        let groups = groups(&walker, cluster);
        let claims = moves.claims.get(cluster);
        let put = |claim: u32, judged: Judged| swept[claim as usize] = judged;
        if !super::judge(&walker, policy, &mut bench, &groups, claims, put) {
            *refused += 1;
            continue;
        }
        for claim in claims {
            let direct = bench.judge(&walker, policy, &groups, *claim);
            let swept = swept[*claim as usize];
            if direct != swept {
                return Err(format!("{}: {direct:?} but {swept:?}", dossier.claims()[*claim as usize].id));
            }
        }
        let mut opposed: Vec<u32> = Vec::new();
        for a in claims {
            if claims.iter().any(|b| is_opposed(&walker, *a, *b)) {
                opposed.push(*a);
            }
        }
        if super::opposed(&walker, claims) != Some(opposed) {
            return Err("opposed claims differ".to_owned());
        }
        for claim in claims {
            let topic = |claim: &u32| walker.topic_number(*claim);
            let of_topic: Vec<u32> = claims.iter().copied().filter(|other| topic(other) == topic(claim)).collect();
            let found = Opponents::of(&walker, &of_topic).beyond(&walker, *claim);
            let is_opponent = |other: &u32| other > claim && is_opposed(&walker, *claim, *other);
            if found != of_topic.into_iter().filter(is_opponent).collect::<Vec<u32>>() {
                return Err("opponents differ".to_owned());
            }
        }
    }
    Ok(())
}

#[track_caller]
fn check(seeds: std::ops::Range<u64>, size: Size) {
    let (mut swept, mut refused) = (0, 0);
    for seed in seeds {
        swept += 1;
        let mut dice = Dice::new(seed);
        let (dossier, policy, as_of) = shapes::nasty(&mut dice, size);
        if let Err(difference) = compare(&dossier, &policy, as_of, &mut refused) {
            let json = serde_json::to_string(&dossier).unwrap();
            panic!("seed {seed}: {difference}\n{json}");
        }
    }
    assert!(refused * 4 < swept, "{refused} topics of {swept} dossiers were refused");
}

#[test]
fn small_dossiers_are_judged_alike() {
    check(0..3000, Size { claims: 6, words: 14 });
}

#[test]
fn dossiers_with_many_words_on_few_claims_are_judged_alike() {
    check(10_000..10_400, Size { claims: 8, words: 60 });
}

#[test]
fn topics_of_hundreds_of_claims_are_judged_alike() {
    check(20_000..20_030, Size { claims: 200, words: 400 });
}
