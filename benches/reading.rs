//! How long reading a dossier takes beside `serde_json` parsing the same text.
#![allow(missing_docs, clippy::print_stdout)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use corroborate::Dossier;

mod shapes;

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
        let medians: Vec<Duration> = times.iter_mut().map(|times| median(times)).collect();
        for ((name, _), time) in ways.iter().zip(&medians) {
            println!("  {name}: {:.2} times the parsing", time.as_secs_f64() / medians[0].as_secs_f64());
        }
    }
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}
