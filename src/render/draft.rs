//! Drafts of claims, for the person who is to accept them.

use std::fmt::Write as _;

use super::clean::line;
use super::list::join;
use super::value::{date_of, value};
use crate::model::attribution::{Certainty, Stance};
use crate::model::value::Value;
use crate::text::{Citation, ClaimDraft, Drafts, Missing, SpeakerKind, WordDraft, is_common};

/// No statement or name is longer than a paragraph.
const LONGEST: usize = 400;

/// Drafts as text: for each its number, statement and value, who says so, and what a person has to fill in besides its topic, which all of them lack.
///
/// ```
/// use corroborate::{render, text};
/// let drafts = text::draft("Kyiv said 3,000 soldiers had died, but Moscow denied it.", None);
/// assert_eq!(
///     render::drafts(&drafts),
///     "1. 3,000 soldiers had died
///    value: 3,000 soldiers
///    said:  by Kyiv
///    said:  denied by Moscow
///    to do: `it` may stand for this claim: say whether it does
///
/// 1 draft. To accept it, say what it is about and what is said of that.
/// "
/// );
/// ```
#[must_use]
pub fn drafts(drafts: &Drafts) -> String {
    let mut text = String::new();
    for (at, claim) in drafts.claims.iter().enumerate() {
        // Writing to a string does not fail.
        let _ = writeln!(text, "{}. {}", at + 1, line(&claim.statement, LONGEST));
        let _ = writeln!(text, "   value: {}", valued(claim));
        if let Some(when) = &claim.when {
            let _ = writeln!(text, "   when:  {}", date_of(when));
        }
        for word in &claim.words {
            let _ = writeln!(text, "   said:  {}", said(word));
        }
        for missing in claim.missing.iter().filter(|missing| **missing != Missing::Topic) {
            let _ = writeln!(text, "   to do: {missing}");
        }
        text.push('\n');
    }
    let count = match drafts.claims.len() {
        0 => "No drafts: the text gives no figure, no date, and nothing that is attributed or hedged.\n".to_owned(),
        1 => "1 draft. To accept it, say what it is about and what is said of that.\n".to_owned(),
        many => format!("{many} drafts. To accept one, say what it is about and what is said of that.\n"),
    };
    text + &count
}

fn valued(claim: &ClaimDraft) -> String {
    match &claim.value {
        Value::Truth(_) => "whether it is so".to_owned(),
        of => value(of, claim.unit.as_deref(), false),
    }
}

/// A name from the beginning of a sentence, as it stands inside one.
fn in_sentence(name: &str) -> String {
    let first = name.split_whitespace().next().unwrap_or_default();
    let lower = first.to_lowercase();
    match name.strip_prefix(first) {
        Some(rest) if is_common(&lower) => lower + rest,
        _ => name.to_owned(),
    }
}

/// Who says so, from the one who knows to the one nearest to the reader, with what doubt.
fn said(word: &WordDraft) -> String {
    let name = |cited: &Citation| match cited.speaker.kind {
        SpeakerKind::Nobody => "somebody who is not named".to_owned(),
        _ => line(&in_sentence(&cited.name), LONGEST),
    };
    let chain: Vec<String> = word.chain.iter().rev().map(name).collect();
    let by = match (chain.split_first(), word.stance) {
        (None, Some(Stance::Affirms)) => "by the text itself".to_owned(),
        (None, Some(Stance::Denies)) => "denied by the text itself".to_owned(),
        (None, _) => "doubted by the text itself".to_owned(),
        (Some((knows, via)), stance) => {
            let by = match stance {
                Some(Stance::Affirms) => "by",
                Some(Stance::Denies) => "denied by",
                Some(Stance::Doubts | Stance::Silent) => "doubted by",
                None => "no word from",
            };
            let via = if via.is_empty() { String::new() } else { format!(", through {}", join(via, "and")) };
            format!("{by} {knows}{via}")
        }
    };
    let doubt = match (word.certainty, &word.hedge) {
        (Certainty::Stated, None) => String::new(),
        (certainty, None) => format!(" ({certainty})"),
        (certainty, Some(hedge)) => format!(" ({certainty}: \"{}\")", line(hedge, LONGEST)),
    };
    format!("{by}{doubt}")
}
