//! How much memory evaluation takes at its peak, beyond the dossier: bytes an attribution.
#![allow(missing_docs, clippy::print_stdout)]

use corroborate::{Dossier, Evaluator};
use peak_alloc::PeakAlloc;

mod shapes;

type Shape = fn(usize) -> Dossier;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

fn main() {
    let shapes: [(&str, Shape); 6] = [
        ("realistic", shapes::realistic),
        ("one_topic", shapes::one_topic),
        ("one_desk", shapes::one_desk),
        ("one_claim", shapes::one_claim),
        ("chain", shapes::chain),
        ("clique", shapes::clique),
    ];
    for (name, shape) in shapes {
        let dossier = shape(100_000);
        let number = dossier.attributions().len();
        MEMORY.reset_peak_usage();
        let before = MEMORY.current_usage();
        let evaluation = Evaluator::default().evaluate(&dossier);
        let (peak, kept) = (MEMORY.peak_usage() - before, MEMORY.current_usage() - before);
        println!("{name}: {} at the peak, {} kept; dossier {}", peak / number, kept / number, before / number);
        drop(evaluation);
    }
}
