//! What reading a dossier costs, in time beside `serde_json` parsing the same text, and in memory beside the dossier itself.
#![allow(missing_docs, clippy::print_stdout)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use corroborate::Dossier;
use peak_alloc::PeakAlloc;

mod shapes;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const RUNS: usize = 5;

fn main() {
    let mut sizes = vec![10_000, 100_000];
    if std::env::var_os("CORROBORATE_LARGE").is_some() {
        sizes.push(1_000_000);
    }
    for size in sizes {
        let (json, lines) = {
            let dossier = shapes::realistic(size);
            (dossier.to_json(), dossier.to_jsonl())
        };
        println!("realistic, {size} attributions: {} bytes of JSON an attribution", json.len() / size);
        let ways: [(&str, &dyn Fn()); 5] = [
            ("parsing to a Value", &|| drop(black_box(serde_json::from_str::<serde_json::Value>(&json).unwrap()))),
            ("from_json", &|| drop(black_box(Dossier::from_json(json.as_bytes()).unwrap()))),
            ("read_json", &|| drop(black_box(Dossier::read_json(json.as_bytes()).unwrap()))),
            ("from_jsonl", &|| drop(black_box(Dossier::from_jsonl(lines.as_bytes()).unwrap()))),
            ("read_jsonl", &|| drop(black_box(Dossier::read_jsonl(lines.as_bytes()).unwrap()))),
        ];
        // In turns, so that what the machine does besides falls on all alike.
        let mut times = vec![Vec::new(); ways.len()];
        for _ in 0..RUNS {
            for (way, times) in ways.iter().zip(&mut times) {
                let start = Instant::now();
                way.1();
                times.push(start.elapsed());
            }
        }
        let medians: Vec<Duration> = times.iter_mut().map(median).collect();
        for ((name, _), time) in ways.iter().zip(&medians) {
            println!("  {name}: {:.2} times the parsing", time.as_secs_f64() / medians[0].as_secs_f64());
        }
        for (name, read) in [
            ("from_json", &(|| Dossier::from_json(json.as_bytes()).unwrap()) as &dyn Fn() -> Dossier),
            ("read_json", &|| Dossier::read_json(json.as_bytes()).unwrap()),
            ("read_jsonl", &|| Dossier::read_jsonl(lines.as_bytes()).unwrap()),
        ] {
            MEMORY.reset_peak_usage();
            let before = MEMORY.current_usage();
            let dossier = read();
            let (peak, kept) = (MEMORY.peak_usage() - before, MEMORY.current_usage() - before);
            println!(
                "  {name}: {} bytes an attribution at the peak, {} kept as the dossier; {:.2} times",
                peak / size,
                kept / size,
                peak as f64 / kept as f64
            );
            drop(dossier);
        }
    }
}

fn median(times: &mut Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
