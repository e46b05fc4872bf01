//! How many attributions are evaluated a second, how that changes with the size of the dossier, and what a second core adds.
//!
//! Everything that is compared is measured in turns within one run, and the best of several turns counts: other programs can only make it slower.
//! With the feature `parallel` two threads are measured too. `cargo bench --bench scale -- 10000 1000000` measures other sizes.
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
    let ways = ways();
    let mut best = vec![vec![Duration::MAX; ways.len()]; dossiers.len()];
    for _ in 0..5 {
        for (dossier, best) in dossiers.iter().zip(&mut best) {
            let turns = (ATTRIBUTIONS / 5 / dossier.attributions().len()).max(1);
            for _ in 0..turns {
                for ((_, way), best) in ways.iter().zip(&mut *best) {
                    *best = (*best).min(way(dossier));
                }
            }
        }
    }
    let first = each(&dossiers[0], best[0][0]);
    for (dossier, best) in dossiers.iter().zip(&best) {
        let number = dossier.attributions().len();
        for ((name, _), time) in ways.iter().zip(best) {
            let nanoseconds = each(dossier, *time);
            println!(
                "{number:>9} {name:>12}: {nanoseconds:>5.0} ns an attribution, {:>8.0} a second, {:.2} times the smallest, {:.2} times as fast as one thread",
                1e9 / nanoseconds,
                nanoseconds / first,
                best[0].as_secs_f64() / time.as_secs_f64(),
            );
        }
    }
}

type Way = Box<dyn Fn(&Dossier) -> Duration>;

/// One thread, and with the feature `parallel` two.
fn ways() -> Vec<(&'static str, Way)> {
    let alone: Way = Box::new(|dossier| once(&Evaluator::default(), dossier));
    #[cfg(feature = "parallel")]
    {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
        let together = move |dossier: &Dossier| pool.install(|| once(&Evaluator::default().in_parallel(), dossier));
        vec![("one thread", alone), ("two threads", Box::new(together))]
    }
    #[cfg(not(feature = "parallel"))]
    vec![("one thread", alone)]
}

fn each(dossier: &Dossier, time: Duration) -> f64 {
    time.as_secs_f64() * 1e9 / dossier.attributions().len() as f64
}

fn once(evaluator: &Evaluator, dossier: &Dossier) -> Duration {
    let start = Instant::now();
    let evaluation = black_box(evaluator.evaluate(black_box(dossier)));
    let time = start.elapsed();
    assert_eq!(evaluation.assessments().count(), dossier.claims().len());
    time
}
