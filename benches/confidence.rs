//! How long the confidence of all claims takes beside the evaluation that it follows, on dossiers of the realistic shape.
#![allow(missing_docs)]

use std::hint::black_box;

use corroborate::Evaluator;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

mod shapes;

fn confidence(c: &mut Criterion) {
    let mut group = c.benchmark_group("confidence");
    group.sample_size(10);
    for size in [10_000, 100_000] {
        let dossier = shapes::realistic(size);
        let evaluation = Evaluator::default().evaluate(&dossier);
        group.throughput(Throughput::Elements(u64::try_from(dossier.attributions().len()).unwrap()));
        group.bench_with_input(BenchmarkId::new("evaluate", size), &dossier, |b, dossier| {
            b.iter(|| Evaluator::default().evaluate(black_box(dossier)).assessments().count());
        });
        group.bench_with_input(BenchmarkId::new("confidences", size), &evaluation, |b, evaluation| {
            b.iter(|| black_box(evaluation).confidences().map(|c| c.log_odds()).max());
        });
    }
    group.finish();
}

criterion_group!(benches, confidence);
criterion_main!(benches);
