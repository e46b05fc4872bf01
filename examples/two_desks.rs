//! The real story under two policies: what one desk may state as fact and the other may not, and why.
//!
//! ```text
//! cargo run --example two_desks -- [POLICY FILE] [POLICY FILE]
//! ```
//!
//! Without files the desks are two of the presets; `policies/` holds all of them, to begin with.

use std::error::Error;
use std::io::{self, BufWriter, ErrorKind, Write};

use corroborate::{Dossier, Policy, render};

fn main() -> Result<(), Box<dyn Error>> {
    let mut files = std::env::args_os().skip(1);
    let mut policy = |otherwise: fn() -> Policy| match files.next() {
        Some(file) => {
            let name = file.to_string_lossy().into_owned();
            let bytes = std::fs::read(&file).map_err(|error| format!("{name}: {error}"))?;
            Policy::from_json(&bytes).map_err(|problems| format!("{name}: {problems}"))
        }
        None => Ok(otherwise()),
    };
    let usual = policy(Policy::authority_or_two)?;
    let strict = policy(Policy::strict)?;

    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/kim-putin.json");
    let dossier = Dossier::from_json(&std::fs::read(file)?)?;
    let diff = usual.diff(&strict, &dossier, None);
    match tell(&render::Difference::new(&diff)) {
        // A closed pipe is the reader's choice, and no mistake.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

fn tell(difference: &render::Difference<'_>) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    write!(out, "{difference}")?;
    out.flush()
}
