//! How much memory reading a dossier takes at its peak, beside the dossier itself. The text is in memory, and not counted.
#![allow(missing_docs, clippy::print_stdout)]

use corroborate::Dossier;
use peak_alloc::PeakAlloc;

mod shapes;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

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
