//! What one change costs on a desk beside evaluating everything on it: by the size of the archive, and by that of one hot topic; a storm of changes; rebuilding from a journal;
//! readers while one writes.
//!
//! `CORROBORATE_LARGE=1` adds an archive of 1,000,000 claims.
#![allow(missing_docs)]

use std::hint::black_box;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use corroborate::{Amendment, Attribution, Desk, Dossier, Evaluator, Journal, Name};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

mod shapes;
use shapes::Dice;

fn sizes() -> Vec<usize> {
    let mut sizes = vec![1_000, 10_000, 100_000];
    if std::env::var_os("CORROBORATE_LARGE").is_some() {
        sizes.push(1_000_000);
    }
    sizes
}

fn word(dice: &mut Dice, claims: usize, sources: usize) -> Attribution {
    let claim = format!("c{:07}", dice.roll(claims));
    Attribution::new("new", format!("s{:05}", dice.roll(sources)), claim).published("2024-12-01".parse().unwrap())
}

/// Adds a word somewhere, and takes it out again; only the first is timed.
fn changes(desk: &mut Desk, dice: &mut Dice, times: u64, mut act: impl FnMut(&corroborate::Effect)) -> Duration {
    let (claims, _) = desk.view().size();
    let sources = shapes::archive_sources(claims);
    let mut spent = Duration::ZERO;
    for _ in 0..times {
        let word = word(dice, claims, sources);
        let started = Instant::now();
        let effect = desk.apply([Amendment::add(word)]).unwrap();
        act(&effect);
        drop(effect);
        spent += started.elapsed();
        desk.apply([Amendment::Remove(Name::Attribution("new".into()))]).unwrap();
    }
    spent
}

fn one_change(c: &mut Criterion) {
    let mut group = c.benchmark_group("one_change");
    group.sample_size(20);
    let mut desks: Vec<(usize, Desk)> = Vec::new();
    for size in sizes() {
        let dossier = shapes::archive(size);
        // Once is enough of what takes ten thousand times as long.
        let started = Instant::now();
        black_box(Evaluator::default().evaluate(black_box(&dossier)).assessments().count());
        println!(
            "evaluating all {size} claims, {} attributions: {:?}",
            dossier.attributions().len(),
            started.elapsed()
        );
        desks.push((size, Desk::open(dossier, Evaluator::default())));
    }
    in_turns("one change", &mut desks, 2000, |desk, dice| changes(desk, dice, 1, |_| {}));
    let mut dice = Dice::new(7);
    for (size, desk) in &mut desks {
        group.bench_function(BenchmarkId::new("apply", &*size), |b| {
            b.iter_custom(|times| changes(desk, &mut dice, times, |_| {}));
        });
    }
    for (size, desk) in &mut desks {
        group.bench_function(BenchmarkId::new("apply_and_ask_for_findings", &*size), |b| {
            b.iter_custom(|times| changes(desk, &mut dice, times, |effect| drop(black_box(effect.findings()))));
        });
    }
    group.finish();
}

/// Medians of changes made in turns, one on each desk and then the next, so that a busy machine is as busy for all of them.
fn in_turns(what: &str, desks: &mut [(usize, Desk)], turns: usize, change: impl Fn(&mut Desk, &mut Dice) -> Duration) {
    let mut spent: Vec<Vec<Duration>> = vec![Vec::new(); desks.len()];
    let mut dice = Dice::new(6);
    for _ in 0..turns {
        for ((_, desk), spent) in desks.iter_mut().zip(&mut spent) {
            spent.push(change(desk, &mut dice));
        }
    }
    let mut first = None;
    for ((size, _), spent) in desks.iter().zip(&mut spent) {
        spent.sort_unstable();
        let median = spent[spent.len() / 2];
        let ratio = median.as_secs_f64() / first.get_or_insert(median).as_secs_f64();
        println!("in turns, {what}, {size} claims: {median:?}, {ratio:.2} times that among the fewest");
    }
}

/// One more word on a hot topic, taken out again.
fn one_more(desk: &mut Desk, dice: &mut Dice) -> Duration {
    let (claims, _) = desk.view().size();
    let word = Attribution::new("new", format!("s{}", dice.roll(100)), format!("c{}", dice.roll(claims)));
    let word = word.published("2024-12-01".parse().unwrap());
    let started = Instant::now();
    drop(desk.apply([Amendment::add(word)]).unwrap());
    let spent = started.elapsed();
    desk.apply([Amendment::Remove(Name::Attribution("new".into()))]).unwrap();
    spent
}

/// One more word on a topic of ever more claims: one that varies, with a few claims a day, and one on which all claims exclude each other.
fn hot_topic(_: &mut Criterion) {
    let open = |shape: fn(usize) -> Dossier, sizes: &[usize]| -> Vec<(usize, Desk)> {
        sizes.iter().map(|size| (*size, Desk::open(shape(*size), Evaluator::default()))).collect()
    };
    in_turns("a topic that varies", &mut open(shapes::days, &[1_000, 10_000, 100_000]), 1000, one_more);
    in_turns("claims that exclude each other", &mut open(shapes::one_topic, &[1_000, 10_000]), 10, one_more);
    if std::env::var_os("CORROBORATE_LARGE").is_some() {
        in_turns("claims that exclude each other", &mut open(shapes::one_topic, &[100_000]), 3, one_more);
    }
}

/// Ten thousand words on one hot topic of 100,000 claims, one after another and in batches of a hundred.
fn storm(c: &mut Criterion) {
    const CHANGES: usize = 10_000;
    let mut group = c.benchmark_group("storm");
    group.sample_size(10);
    let desk = Desk::open(shapes::days(100_000), Evaluator::default());
    let mut dice = Dice::new(9);
    let words: Vec<Amendment> = (0..CHANGES)
        .map(|at| {
            let claim = format!("c{}", dice.roll(100_000));
            let word = Attribution::new(format!("new{at}"), format!("s{}", dice.roll(100)), claim);
            Amendment::add(word.published("2024-12-01".parse().unwrap()))
        })
        .collect();
    for batch in [1, 100] {
        group.bench_function(BenchmarkId::new("in_batches_of", batch), |b| {
            b.iter(|| {
                let mut desk = desk.clone();
                for batch in words.chunks(batch) {
                    desk.apply(batch.iter().cloned()).unwrap();
                }
                desk.view().size()
            });
        });
    }
    group.finish();
}

/// Rebuilding from a journal of one line an entry, beside reading the same dossier from a file and opening it.
fn rebuild(c: &mut Criterion) {
    let lines = if std::env::var_os("CORROBORATE_LARGE").is_some() { 1_000_000 } else { 100_000 };
    let dossier = shapes::archive(lines * 100 / 222);
    let mut journal = Journal::create(Vec::new()).unwrap();
    let entries = dossier.clone().into_amendments();
    println!("{} lines", entries.len());
    for amendment in &entries {
        journal.write(std::slice::from_ref(amendment)).unwrap();
    }
    drop(entries);
    let journal = journal.into_inner();
    let json = dossier.to_json();
    drop(dossier);
    let mut group = c.benchmark_group("rebuild");
    group.sample_size(10);
    group.bench_function(BenchmarkId::new("from_journal", lines), |b| {
        b.iter(|| Desk::from_journal(journal.as_slice(), Evaluator::default()).unwrap().lines);
    });
    group.bench_function(BenchmarkId::new("from_file", lines), |b| {
        b.iter(|| Desk::open(Dossier::from_json(json.as_bytes()).unwrap(), Evaluator::default()).view().size());
    });
    group.bench_function(BenchmarkId::new("read_file", lines), |b| {
        b.iter(|| Dossier::from_json(json.as_bytes()).unwrap().claims().len());
    });
    group.finish();
}

/// A writer alone, and with two threads that take the newest snapshot and read it.
fn readers(c: &mut Criterion) {
    let mut group = c.benchmark_group("readers");
    group.sample_size(10);
    let dossier = shapes::archive(100_000);
    let claims: Vec<_> = dossier.claims().iter().map(|claim| claim.id.clone()).collect();
    for readers in [0, 1, 2] {
        let mut desk = Desk::open(dossier.clone(), Evaluator::default());
        let newest = std::sync::RwLock::new(desk.snapshot());
        let stop = AtomicBool::new(false);
        let reads = AtomicUsize::new(0);
        let mut dice = Dice::new(10);
        let started = Instant::now();
        thread::scope(|scope| {
            for reader in 0..readers {
                let (newest, stop, reads, claims) = (&newest, &stop, &reads, &claims);
                scope.spawn(move || {
                    let mut dice = Dice::new(reader);
                    while !stop.load(Ordering::Relaxed) {
                        let snapshot = newest.read().unwrap().clone();
                        for _ in 0..100 {
                            black_box(snapshot.judgement(&claims[dice.roll(claims.len())]));
                        }
                        reads.fetch_add(100, Ordering::Relaxed);
                    }
                });
            }
            group.bench_function(BenchmarkId::new("apply_while_others_read", readers), |b| {
                b.iter_custom(|times| {
                    changes(&mut desk, &mut dice, times, |effect| *newest.write().unwrap() = effect.after().clone())
                });
            });
            stop.store(true, Ordering::Relaxed);
        });
        let a_second = reads.load(Ordering::Relaxed) as f64 / started.elapsed().as_secs_f64();
        println!("{readers} readers: {a_second:.0} judgements read a second");
    }
    group.finish();
}

criterion_group!(benches, one_change, hot_topic, storm, rebuild, readers);
criterion_main!(benches);
