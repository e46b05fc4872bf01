//! How fast English is read: sentences and bytes a second on one core, beside a plain search for numbers with `regex` in the same text, and what twice the text takes.
#![allow(missing_docs)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use corroborate::{Moment, text};
use regex::Regex;

const GOLD: &str = include_str!("../tests/text/gold.tsv");
/// The fastest of so many runs counts: other work on the machine can only slow one down.
const RUNS: usize = 25;

/// The least that any reader of figures does: find the numbers, months and bounds, without knowing what they mean.
const FLOOR: &str = r"(?i)\b(?:(?:at least|at most|up to|as many as|more than|no more than|fewer than|less than|about|around|nearly|almost|some|over)\s+)?(?:[$€£]?\d[\d,.]*(?:\s?(?:%|percent|thousand|million|billion|bn|k))?|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|hundred|thousand|million|dozens?|hundreds|thousands)(?:[\s-](?:hundred|thousand|million|of))*|january|february|march|april|may|june|july|august|september|october|november|december)\b";

fn main() {
    let sentences: Vec<&str> =
        GOLD.lines().filter(|line| !line.starts_with("# ")).filter_map(|line| line.split('\t').next()).collect();
    let article = [sentences.as_slice(); 4].concat().join(" ");
    let count = sentences.len() * 4;
    let published: Option<Moment> = "2025-09-03".parse().ok();
    let floor = Regex::new(FLOOR).unwrap();
    let (reading, scanning) = in_turns(
        || text::read(black_box(&article), published).figures().len(),
        || floor.find_iter(black_box(&article)).count(),
    );
    let rate = |amount: usize, time: Duration| amount as f64 / time.as_secs_f64();
    println!("one text of {count} sentences, {} bytes:", article.len());
    println!(
        "  read:        {:>9.0} sentences/s, {:>6.1} MB/s",
        rate(count, reading),
        rate(article.len(), reading) / 1e6
    );
    println!(
        "  regex scan:  {:>9.0} sentences/s, {:>6.1} MB/s",
        rate(count, scanning),
        rate(article.len(), scanning) / 1e6
    );
    println!("  read ÷ scan: {:.1}", reading.as_secs_f64() / scanning.as_secs_f64());
    let (one_by_one, _) = in_turns(
        || sentences.iter().map(|sentence| text::read(black_box(sentence), published).figures().len()).sum(),
        || 0,
    );
    println!("sentence by sentence: {:.0} sentences/s", rate(sentences.len(), one_by_one));
    println!("twice the text ÷ once:");
    for (name, heap) in [
        ("news", article.as_str()),
        ("`one hundred and `", "one hundred and "),
        ("`1,2`", "1,2"),
        ("`1 234 `", "1 234 "),
        ("`not more than `", "not more than "),
        ("`three days after `", "three days after "),
        ("`between 1 and `", "between 1 and "),
        ("`U.S.`", "U.S."),
        ("one word", "a"),
        ("white space", " "),
    ] {
        let once = heap.repeat((100_000 / heap.len()).max(1));
        let twice = once.repeat(2);
        let (one, two) = in_turns(
            || text::read(black_box(&once), published).figures().len(),
            || text::read(black_box(&twice), published).figures().len(),
        );
        println!(
            "  {name:<22} {:>6.1} MB/s, {:.2}",
            rate(once.len(), one) / 1e6,
            two.as_secs_f64() / one.as_secs_f64()
        );
    }
}

/// The fastest of several runs each, taken in turns.
fn in_turns(mut one: impl FnMut() -> usize, mut two: impl FnMut() -> usize) -> (Duration, Duration) {
    let (mut ones, mut twos) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        for (times, work) in [(&mut ones, &mut one as &mut dyn FnMut() -> usize), (&mut twos, &mut two)] {
            let start = Instant::now();
            black_box(work());
            times.push(start.elapsed());
        }
    }
    let fastest = |times: Vec<Duration>| times.into_iter().min().unwrap_or_default();
    (fastest(ones), fastest(twos))
}
