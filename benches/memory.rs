//! How much memory a dossier takes, kept and while it is built, and its evaluation beyond that: bytes an attribution.
//!
//! `cargo bench --bench memory -- 1000000` measures the realistic shape at other sizes. What the allocator itself adds to every piece is not counted.
#![allow(missing_docs, clippy::print_stdout)]

use corroborate::{Attribution, Dossier, Evaluator};
use peak_alloc::PeakAlloc;

mod shapes;

type Shape = fn(usize) -> Dossier;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const SHAPES: [(&str, Shape, usize); 8] = [
    ("realistic", shapes::realistic, 10_000),
    ("realistic", shapes::realistic, 100_000),
    ("realistic", shapes::realistic, 1_000_000),
    ("one_topic", shapes::one_topic, 100_000),
    ("one_desk", shapes::one_desk, 100_000),
    ("one_claim", shapes::one_claim, 100_000),
    ("chain", shapes::chain, 100_000),
    ("clique", shapes::clique, 100_000),
];

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    println!("an attribution without its texts: {} bytes", size_of::<Attribution>());
    println!(
        "{:>10} {:>9}  {:>7} {:>8}  {:>10} {:>8}  {:>5}",
        "", "", "dossier", "building", "evaluation", "its peak", "GiB"
    );
    if asked.is_empty() {
        SHAPES.into_iter().for_each(|(name, shape, size)| measure(name, shape, size));
    } else {
        asked.into_iter().for_each(|size| measure("realistic", shapes::realistic, size));
    }
}

fn measure(name: &str, shape: Shape, size: usize) {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let dossier = shape(size);
    let number = dossier.attributions().len();
    let each = |bytes: usize| (bytes - before) / number;
    let (dossier_kept, building) = (MEMORY.current_usage(), MEMORY.peak_usage());
    MEMORY.reset_peak_usage();
    let evaluation = Evaluator::default().evaluate(&dossier);
    let (all, peak) = (MEMORY.current_usage(), MEMORY.peak_usage());
    let [dossier_each, building_each] = [dossier_kept, building].map(each);
    let [all_each, peak_each] = [all, peak].map(|bytes| each(bytes) - dossier_each);
    let most = building.max(peak) as f64 / f64::from(1 << 30);
    println!(
        "{name:>10} {number:>9}  {dossier_each:>7} {building_each:>8}  {all_each:>10} {peak_each:>8}  {most:>5.2}"
    );
    assert_eq!(evaluation.assessments().count(), dossier.claims().len());
}
