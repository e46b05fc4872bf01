//! What topics cost beside one evaluation: disputes, camps and best supported values of the real story and of the realistic shape; and the sentences of the real
//! story.
#![allow(missing_docs)]

use std::hint::black_box;

use corroborate::{Dossier, Evaluation, Evaluator, render};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

mod shapes;

/// So many camps of a dispute are asked for.
const CAMPS: usize = 16;

fn camps(evaluation: &Evaluation<'_>) -> usize {
    let of = |topic: corroborate::Topic<'_>| {
        let camps = topic.disputes().flat_map(|dispute| dispute.camps().take(CAMPS)).count();
        topic.common_ground().len() + camps
    };
    evaluation.topics().map(of).sum()
}

fn best(evaluation: &Evaluation<'_>) -> usize {
    evaluation.topics().map(|topic| topic.best_supported().count()).sum()
}

fn topics(c: &mut Criterion) {
    let real = Dossier::from_json(include_bytes!("../examples/kim-putin.json")).unwrap();
    let dossiers = [("real", real), ("realistic-10000", shapes::realistic(10_000))];
    let mut group = c.benchmark_group("topics");
    group.sample_size(20);
    for (name, dossier) in &dossiers {
        group.bench_with_input(BenchmarkId::new("evaluate", name), dossier, |b, dossier| {
            b.iter(|| Evaluator::default().evaluate(black_box(dossier)).assessments().count());
        });
        let evaluation = Evaluator::default().evaluate(dossier);
        group.bench_with_input(BenchmarkId::new("camps", name), &evaluation, |b, evaluation| {
            b.iter(|| camps(black_box(evaluation)));
        });
        group.bench_with_input(BenchmarkId::new("best", name), &evaluation, |b, evaluation| {
            b.iter(|| best(black_box(evaluation)));
        });
    }
    let evaluation = Evaluator::default().evaluate(&dossiers[0].1);
    group.sample_size(10);
    group.bench_function("wordings/real", |b| b.iter(|| render::wordings(black_box(&evaluation)).count()));
    group.finish();
}

criterion_group!(benches, topics);
criterion_main!(benches);
