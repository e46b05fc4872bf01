//! A live blog: reads changes to a story from standard input, one a line as a journal has them, and says what each of them changes as soon as it comes in.
//!
//! ```text
//! cargo run --example live_blog < examples/kim-putin/live.jsonl
//! ```

use std::error::Error;
use std::io::{self, BufRead, ErrorKind, Write};

use corroborate::{Amendment, Day, Desk, Entry, Evaluator, Policy, render};

fn main() -> Result<(), Box<dyn Error>> {
    match follow(io::stdin().lock(), io::stdout().lock()) {
        // A closed pipe is the reader's choice, and no mistake.
        Err(error) if error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == ErrorKind::BrokenPipe) => Ok(()),
        other => other,
    }
}

fn follow(input: impl BufRead, mut out: impl Write) -> Result<(), Box<dyn Error>> {
    let mut desk = Desk::new(Evaluator::new(Policy::default()));
    let mut today: Option<Day> = None;
    for (at, line) in input.lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let effect = match desk.apply_json(&line) {
            Ok(effect) => effect,
            Err(problems) => {
                // A bad line changes nothing, and the blog goes on.
                eprintln!("line {} is passed over:\n{problems}", at + 1);
                continue;
            }
        };
        let news = render::news(&effect);
        let published = effect.amendments().iter().filter_map(|amendment| match amendment {
            Amendment::Add(Entry::Attribution(word)) => word.published,
            _ => None,
        });
        let day = published.map(|moment| Day::from(moment.last_day())).max();
        if !news.is_empty() && day.is_some() && day != today {
            let gap = if today.is_some() { "\n" } else { "" };
            writeln!(out, "{gap}{}", day.map(render::day).unwrap_or_default())?;
            today = day;
        }
        for sentence in news {
            writeln!(out, "* {sentence}")?;
        }
        out.flush()?;
    }
    Ok(())
}
