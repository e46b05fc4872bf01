//! Reads a text, from a file or from standard input, and proposes claims and attributions, with what a person has to fill in.
//!
//! `cargo run --features text --example draft -- [FILE] [--published 2025-09-02]`
#![allow(clippy::print_stdout, reason = "an example prints")]

use std::io::Read as _;
use std::{env, fs, io};

use corroborate::text::draft;
use corroborate::{Moment, render};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = env::args().skip(1);
    let (mut file, mut published) = (None, None);
    while let Some(argument) = arguments.next() {
        if argument == "--published" {
            published = Some(arguments.next().ok_or("`--published` needs a day")?.parse::<Moment>()?);
        } else {
            file = Some(argument);
        }
    }
    let text = match file {
        Some(file) => fs::read_to_string(&file).map_err(|error| format!("cannot read `{file}`: {error}"))?,
        None => {
            let mut text = String::new();
            io::stdin().read_to_string(&mut text)?;
            text
        }
    };
    print!("{}", render::drafts(&draft(&text, published)));
    Ok(())
}
