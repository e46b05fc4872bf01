//! How many attributions are evaluated a second, how that changes with the size of the dossier, and what a second core adds.
//!
//! Everything that is compared is measured in turns within one run, and the best of several turns counts: other programs can only make it slower.
//! `cargo bench --bench scale -- 10000 1000000` measures other sizes.
#![allow(missing_docs, clippy::print_stdout)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use corroborate::{Dossier, Evaluator};

mod shapes;

/// Each size is evaluated for so many attributions in all, so that small ones are measured as long as large ones.
const ATTRIBUTIONS: usize = 4_000_000;

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![10_000, 100_000] } else { asked };
    let dossiers: Vec<Dossier> = sizes.into_iter().map(shapes::realistic).collect();
    let mut best = vec![Duration::MAX; dossiers.len()];
    for _ in 0..5 {
        for (dossier, best) in dossiers.iter().zip(&mut best) {
            let turns = (ATTRIBUTIONS / 5 / dossier.attributions().len()).max(1);
            for _ in 0..turns {
                *best = (*best).min(once(dossier));
            }
        }
    }
    let first = each(&dossiers[0], best[0]);
    for (dossier, best) in dossiers.iter().zip(&best) {
        let number = dossier.attributions().len();
        let nanoseconds = each(dossier, *best);
        println!(
            "{number:>9}: {nanoseconds:>6.0} ns an attribution, {:>9.0} a second, {:.2} times the smallest",
            1e9 / nanoseconds,
            nanoseconds / first
        );
    }
}

fn each(dossier: &Dossier, time: Duration) -> f64 {
    time.as_secs_f64() * 1e9 / dossier.attributions().len() as f64
}

fn once(dossier: &Dossier) -> Duration {
    let start = Instant::now();
    let evaluation = black_box(Evaluator::default().evaluate(black_box(dossier)));
    let time = start.elapsed();
    assert_eq!(evaluation.assessments().count(), dossier.claims().len());
    time
}
