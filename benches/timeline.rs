//! How long a whole timeline takes beside one evaluation of the same dossier: the real story, and generated ones.
#![allow(missing_docs)]

use std::hint::black_box;

use corroborate::{Dossier, Evaluator};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

mod shapes;

fn timelines(c: &mut Criterion) {
    let story = include_bytes!("../examples/kim-putin.json");
    let dossiers = [
        ("real", Dossier::from_json(story).unwrap()),
        ("realistic-1000", shapes::realistic(1_000)),
        ("realistic-10000", shapes::realistic(10_000)),
        ("one_claim-1000", shapes::one_claim(1_000)),
        ("one_topic-1000", shapes::one_topic(1_000)),
    ];
    let mut group = c.benchmark_group("timeline");
    group.sample_size(10);
    for (name, dossier) in &dossiers {
        let evaluator = Evaluator::default();
        group.bench_with_input(BenchmarkId::new("evaluate", name), dossier, |b, dossier| {
            b.iter(|| evaluator.evaluate(black_box(dossier)).assessments().count());
        });
        group.bench_with_input(BenchmarkId::new("timeline", name), dossier, |b, dossier| {
            b.iter(|| evaluator.timeline(black_box(dossier)).changes().len());
        });
    }
    group.finish();
}

criterion_group!(benches, timelines);
criterion_main!(benches);
