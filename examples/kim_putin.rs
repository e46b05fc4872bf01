//! The real story: the partnership of Kim Jong Un and Vladimir Putin in 2024 and 2025, judged; and an article about it, sentence by sentence.
//!
//! ```text
//! cargo run --example kim_putin
//! ```

use std::error::Error;
use std::io::{self, BufWriter, ErrorKind, Write};

use corroborate::{Assessment, AttributionId, Dossier, Evaluation, Evaluator, Policy, render};

fn main() -> Result<(), Box<dyn Error>> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/kim-putin.json");
    let dossier = Dossier::from_json(&std::fs::read(file)?)?;
    let evaluation = Evaluator::new(Policy::default()).evaluate(&dossier);
    match tell(&evaluation) {
        // A closed pipe is the reader's choice, and no mistake.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

fn tell(evaluation: &Evaluation<'_>) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    // Without `brief`, the same report also tells who says so, what stands against it, and what to do.
    write!(out, "{}", render::Text::new(evaluation).brief())?;
    let heading = "HOW THE ARTICLE'S OWN SENTENCES FARE";
    writeln!(out, "\n\n{heading}\n{}", "=".repeat(heading.len()))?;
    let (mut holding, mut all) = (0, 0);
    for (id, assessment) in sentences(evaluation) {
        all += 1;
        holding += usize::from(!assessment.is_flagged());
        writeln!(out, "\n{}. {}.", sentence_number(id), assessment.claim().statement)?;
        writeln!(out, "   {}", render::verdict(&assessment))?;
        if let Some(reason) = render::reason(&assessment) {
            writeln!(out, "   {reason}")?;
        }
    }
    writeln!(out, "\nOf {all} statements in the article, {holding} may be stated as fact.")?;
    out.flush()
}

/// What the article says, in its order: its attributions are numbered as its sentences are.
fn sentences<'e>(evaluation: &'e Evaluation<'e>) -> impl Iterator<Item = (&'e AttributionId, Assessment<'e>)> {
    let said = evaluation.dossier().attributions().iter().filter(|word| word.source.as_str() == "article");
    said.filter_map(|word| Some((&word.id, evaluation.assessment(word.claim.as_ref()?)?)))
}

/// `article-c29-heroes` is a part of sentence 29.
fn sentence_number(id: &AttributionId) -> &str {
    let number = id.as_str().trim_start_matches("article-c").split('-').next().unwrap_or_default();
    number.trim_start_matches('0')
}
