//! How many instructions evaluation takes for each attribution, and how that grows with the dossier: numbers that hold on a busy machine too.
//!
//! `cargo bench --bench instructions` runs this program again under valgrind's callgrind for every shape and size, and counts what evaluation alone takes.
#![allow(missing_docs, clippy::print_stdout)]

use std::hint::black_box;
use std::process::{Command, ExitCode};

use corroborate::{Dossier, Evaluator};

mod shapes;

type Shape = fn(usize) -> Dossier;

const SHAPES: [(&str, Shape); 6] = [
    ("realistic", shapes::realistic),
    ("one_topic", shapes::one_topic),
    ("one_desk", shapes::one_desk),
    ("one_claim", shapes::one_claim),
    ("chain", shapes::chain),
    ("clique", shapes::clique),
];
const SIZES: [usize; 2] = [1_000, 10_000];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let told = match arguments.as_slice() {
        [task, shape, size] if task == "judge" => judge(shape, size),
        // Programs that only try whether benches run have no valgrind.
        _ if arguments.iter().any(|argument| argument == "--bench") => report(),
        _ => Ok(()),
    };
    match told {
        Ok(()) => ExitCode::SUCCESS,
        Err(complaint) => {
            eprintln!("{complaint}");
            ExitCode::FAILURE
        }
    }
}

fn report() -> Result<(), String> {
    println!("{:>10}  {:>8}  {:>8}  growth", "shape", SIZES[0], SIZES[1]);
    for (name, _) in SHAPES {
        let [small, large] = [counted(name, SIZES[0])?, counted(name, SIZES[1])?];
        // Hundredths, in whole numbers.
        let growth = 100 * large / small.max(1);
        println!("{name:>10}  {small:>8}  {large:>8}  {}.{:02}", growth / 100, growth % 100);
    }
    Ok(())
}

/// Instructions for each attribution of one dossier.
fn counted(shape: &str, size: usize) -> Result<u64, String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--collect-atstart=no"])
        .arg("--toggle-collect=*counted_evaluation*")
        .arg(program)
        .args(["judge", shape, &size.to_string()])
        .output()
        .map_err(|error| format!("valgrind: {error}"))?;
    let [told, said] = [&run.stdout, &run.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let after = |text: &str, word: &str| {
        let line = text.lines().find_map(|line| line.split_once(word).map(|(_, rest)| rest.to_owned()))?;
        line.split_whitespace().next()?.parse::<u64>().ok()
    };
    match (after(&said, "Collected :"), after(&told, "attributions:")) {
        (Some(instructions), Some(attributions)) if instructions > 0 => Ok(instructions / attributions.max(1)),
        _ => Err(format!("valgrind counted nothing:\n{said}")),
    }
}

fn judge(shape: &str, size: &str) -> Result<(), String> {
    let (_, make) = SHAPES.iter().find(|(name, _)| *name == shape).ok_or_else(|| format!("no shape `{shape}`"))?;
    let dossier = make(size.parse().map_err(|_| format!("`{size}` is no number"))?);
    let claims = counted_evaluation(&dossier);
    println!("claims: {claims}\nattributions: {}", dossier.attributions().len());
    Ok(())
}

/// What is counted. Callgrind knows it by its name.
#[inline(never)]
fn counted_evaluation(dossier: &Dossier) -> usize {
    black_box(Evaluator::default().evaluate(black_box(dossier))).assessments().count()
}
