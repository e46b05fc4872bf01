//! How long evaluation takes beside reading the same dossier: the realistic shape by size, and the adversarial ones.
//!
//! `CORROBORATE_LARGE=1` adds the realistic shape at 1,000,000 attributions.
#![allow(missing_docs)]

use std::hint::black_box;

use corroborate::{Dossier, Evaluator};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

mod shapes;

type Shape = fn(usize) -> Dossier;

fn realistic(c: &mut Criterion) {
    let mut sizes = vec![1_000, 10_000, 100_000];
    if std::env::var_os("CORROBORATE_LARGE").is_some() {
        sizes.push(1_000_000);
    }
    let mut group = c.benchmark_group("realistic");
    group.sample_size(10);
    for size in sizes {
        let dossier = shapes::realistic(size);
        let json = serde_json::to_string(&dossier).unwrap();
        group.throughput(Throughput::Elements(u64::try_from(dossier.attributions().len()).unwrap()));
        group.bench_with_input(BenchmarkId::new("parse", size), &json, |b, json| {
            b.iter(|| serde_json::from_str::<serde_json::Value>(black_box(json)).unwrap());
        });
        group.bench_with_input(BenchmarkId::new("read", size), &json, |b, json| {
            b.iter(|| Dossier::from_json(black_box(json.as_bytes())).unwrap());
        });
        group.bench_with_input(BenchmarkId::new("evaluate", size), &dossier, |b, dossier| {
            b.iter(|| Evaluator::default().evaluate(black_box(dossier)).assessments().count());
        });
    }
    group.finish();
}

fn adversarial(c: &mut Criterion) {
    const SIZE: usize = 100_000;
    let shapes: [(&str, Shape); 5] = [
        ("one_topic", shapes::one_topic),
        ("one_desk", shapes::one_desk),
        ("one_claim", shapes::one_claim),
        ("chain", shapes::chain),
        ("clique", shapes::clique),
    ];
    let mut group = c.benchmark_group("adversarial");
    group.sample_size(10);
    for (name, shape) in shapes {
        let dossier = shape(SIZE);
        group.throughput(Throughput::Elements(u64::try_from(dossier.attributions().len()).unwrap()));
        group.bench_with_input(BenchmarkId::new(name, SIZE), &dossier, |b, dossier| {
            b.iter(|| Evaluator::default().evaluate(black_box(dossier)).assessments().count());
        });
    }
    group.finish();
}

criterion_group!(benches, realistic, adversarial);
criterion_main!(benches);
