//! Single accounts, and the entries that a sentence points at.

use std::fmt::Display;

use crate::model::attribution::{Attribution, Basis, Certainty, Stance};
use crate::model::id::{AttributionId, ClaimId};
use crate::model::rule::{Rule, Term};
use crate::model::source::Scope;
use crate::render::citation::hedges;
use crate::render::clean::{NAME, capital, line};
use crate::render::date;
use crate::render::list::{join, shortened};
use crate::render::name;
use crate::render::scene::{Scene, quoted};
use crate::render::text::spelled;
use crate::render::value::value;

/// So many links of one chain, and ids in one sentence, are named.
const LINKS: usize = 6;
const IDS: usize = 12;

/// An id, as the dossier has it: `[r12]`.
pub(in crate::render) fn entry(id: &impl Display) -> String {
    format!("[{}]", line(&id.to_string(), NAME))
}

/// Ids, a long list shortened.
pub(super) fn entries(ids: &[&AttributionId]) -> String {
    let ids: Vec<String> = ids.iter().map(entry).collect();
    let shown = if ids.len() > IDS + 1 { IDS } else { ids.len() };
    let rest = ids.len() - shown;
    let shown = ids.into_iter().take(shown).collect::<Vec<_>>().join(" ");
    if rest > 0 { format!("{shown} and {rest} others") } else { shown }
}

/// `Yonhap, citing Lee Seong-kweun (a lawmaker), hedged as "likely"; 2 September 2025 [r1]`; of a word on another claim, what it says first.
pub(in crate::render) fn account(scene: Scene<'_>, word: &Attribution, judged: &ClaimId) -> String {
    let by = match word.says() {
        None | Some(Stance::Affirms) => "",
        Some(Stance::Denies) => "denied by ",
        Some(Stance::Doubts) => "not confirmed by ",
        Some(Stance::Silent) => "not said by ",
    };
    let what = match scene.claim_of(word).filter(|claim| claim.id != *judged) {
        None => by.to_owned(),
        Some(claim) if by.is_empty() => format!("{}: ", quoted(claim)),
        Some(claim) => format!("{}, {by}", quoted(claim)),
    };
    let who = scene.0.source(&word.source).map_or_else(|| "somebody".to_owned(), name::full);
    let chain = |chain: &Vec<_>| {
        let named =
            chain.iter().filter_map(|id| scene.0.source(id)).map(|source| format!("citing {}", name::full(source)));
        shortened(named.collect(), LINKS, "and", "others").replace(" and citing", ", citing")
    };
    let chains: Vec<String> = word.cites.iter().map(chain).collect();
    let citing = if chains.is_empty() { String::new() } else { format!(", {}", chains.join(", and separately ")) };
    let basis = match word.basis {
        Basis::FirstHand => ", at first hand",
        Basis::Record => ", from records",
        Basis::Undeclared => "",
    };
    let interest = if word.against_interest { ", against its own interest" } else { "" };
    let hedge = match hedges(&[word], ", hedged as ", "") {
        none if none.is_empty() && word.certainty != Certainty::Stated => format!(", as {}", word.certainty),
        hedge => hedge,
    };
    let when = word.published.map_or_else(|| "undated".to_owned(), date::published);
    capital(&format!("{what}{who}{citing}{basis}{interest}{hedge}; {when} {}", entry(&word.id)))
}

/// A rule of the dossier as a clause: `killed is at most casualties`; what every name in it is of goes without saying where that is the subject.
pub(in crate::render) fn rule(scene: Scene<'_>, rule: &Rule, subject: &str) -> String {
    let named = |scope: &Scope| match scope.subject.as_deref().filter(|of| *of != subject) {
        Some(other) => format!("\"{}\" of {}", spelled(scope.attribute.as_str()), spelled(other)),
        None => format!("\"{}\"", spelled(scope.attribute.as_str())),
    };
    let term = |Term(scope, of): &Term| {
        let unit = scene.0.attribute(&scope.attribute).and_then(|attribute| attribute.unit.as_deref());
        format!("{} is {}", named(scope), value(of, unit, false))
    };
    match rule {
        Rule::AtMost(scopes) => {
            let names: Vec<String> = scopes.iter().map(named).collect();
            names.join(", at most ").replacen(", at most ", " is at most ", 1)
        }
        Rule::Implies { condition, consequence } => format!("where {}, {}", term(condition), term(consequence)),
        Rule::Sum { parts, total } => {
            let parts: Vec<String> = parts.iter().map(named).collect();
            format!("{} add up to {}", join(&parts, "and"), named(total))
        }
    }
}
