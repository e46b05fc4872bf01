//! Claims, as they are named on the command line.

use corroborate::{Claim, ClaimId, Dossier};

use crate::complain::{Trouble, printable};

/// Claims whose ids hold what was asked for that a message names.
const NAMED: usize = 5;

/// The claims of these ids, each once, in the order given.
pub(crate) fn find<'d>(dossier: &'d Dossier, file: &str, wanted: &[String]) -> Result<Vec<&'d Claim>, Trouble> {
    let mut found: Vec<&Claim> = Vec::new();
    let mut unknown: Vec<String> = Vec::new();
    for id in wanted {
        match dossier.claim(&ClaimId::from(id.as_str())) {
            Some(claim) if found.iter().any(|other| other.id == claim.id) => {}
            Some(claim) => found.push(claim),
            None => unknown.push(format!("{file}: there is no claim `{}`{}", printable(id), near(dossier, id))),
        }
    }
    if unknown.is_empty() { Ok(found) } else { Err(Trouble::Sentence(unknown.join("\n"))) }
}

/// What may have been meant.
fn near(dossier: &Dossier, given: &str) -> String {
    if let Some(nearest) = dossier.nearest_claim(given) {
        return format!(", did you mean `{}`?", printable(nearest.as_str()));
    }
    let folded = given.to_lowercase();
    let holds = |claim: &&Claim| {
        claim.id.as_str().to_lowercase().contains(&folded) || claim.statement.to_lowercase().contains(&folded)
    };
    let holding: Vec<&Claim> = dossier.claims().iter().filter(holds).take(NAMED + 1).collect();
    let names: Vec<String> =
        holding.iter().take(NAMED).map(|claim| format!("`{}`", printable(claim.id.as_str()))).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => format!(", did you mean {one}?"),
        _ if holding.len() > NAMED => format!(", did you mean one of {} or others?", names.join(", ")),
        _ => format!(", did you mean one of {}?", names.join(", ")),
    }
}
