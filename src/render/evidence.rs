//! Who says it, and from whom: the accounts on one side of a claim, those alike told together.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::citation::hedges;
use super::clean::capital;
use super::date;
use super::list::{SHOWN, count, shortened};
use super::name;
use super::scene::{Scene, quoted};
use super::wrap::paragraph;
use crate::evaluate::Side;
use crate::model::attribution::{Attribution, Basis, Certainty, Stance};
use crate::model::id::{ClaimId, SourceId};

/// How many lines one side takes before the rest is only counted.
const LINES: usize = 6;

/// What makes accounts alike. Of those on another claim no more is told than who gave them: the rest stands under that claim.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Kind<'d> {
    /// The claim spoken of, where it is not the one judged.
    other: Option<&'d ClaimId>,
    stance: Option<Stance>,
    certainty: Certainty,
    basis: Basis,
    cites: &'d [Vec<SourceId>],
}

/// Writes the accounts of a side under a heading; nothing where there are none.
pub(super) fn write(
    f: &mut fmt::Formatter<'_>,
    heading: &str,
    scene: Scene<'_>,
    judged: &ClaimId,
    side: Side<'_>,
) -> fmt::Result {
    let lines = lines(scene, judged, side);
    if !lines.is_empty() {
        writeln!(f, "  {heading}")?;
    }
    lines.iter().try_for_each(|line| paragraph(f, "  - ", line))
}

/// The accounts of a side, those alike in one line; the last line counts those that are left out.
pub(super) fn lines(scene: Scene<'_>, judged: &ClaimId, side: Side<'_>) -> Vec<String> {
    let mut alike: BTreeMap<Kind<'_>, Vec<&Attribution>> = BTreeMap::new();
    for word in side.attributions().into_iter().filter_map(|id| scene.0.attribution(id)) {
        let kind = match word.claim.as_ref().filter(|claim| *claim != judged) {
            Some(other) => Kind {
                other: Some(other),
                stance: word.says(),
                certainty: Certainty::Stated,
                basis: Basis::Undeclared,
                cites: &[],
            },
            None => Kind {
                other: None,
                stance: word.says(),
                certainty: word.certainty,
                basis: word.basis,
                cites: &word.cites,
            },
        };
        alike.entry(kind).or_default().push(word);
    }
    // What is said of the claim itself comes first, then what most say.
    let mut alike: Vec<(Kind<'_>, Vec<&Attribution>)> = alike.into_iter().collect();
    alike.sort_by_key(|(kind, words)| (kind.other.is_some(), Reverse(words.len())));
    let shown = if alike.len() > LINES + 1 { LINES } else { alike.len() };
    let mut lines: Vec<String> =
        alike[..shown].iter().map(|(kind, words)| capital(&told(scene, kind, words))).collect();
    let rest: usize = alike[shown..].iter().map(|(_, words)| words.len()).sum();
    if rest > 0 {
        lines.push(format!("And {}.", count(rest, "other account", "other accounts")));
    }
    lines
}

/// `Yonhap, citing Lee Seong-kweun (a lawmaker), citing the NIS, hedged as "likely"; 2 September 2025`.
fn told<'d>(scene: Scene<'d>, kind: &Kind<'d>, words: &[&'d Attribution]) -> String {
    let statement = kind.other.and_then(|id| scene.0.claim(id)).map(quoted);
    let denied = kind.stance == Some(Stance::Denies);
    let what = match (statement, denied) {
        (None, false) => String::new(),
        (None, true) => "denied by ".to_owned(),
        (Some(statement), false) => format!("{statement}: "),
        (Some(statement), true) => format!("{statement}, denied by "),
    };
    let mut seen = BTreeSet::new();
    let once = words.iter().filter(|word| seen.insert(&word.source)).filter_map(|word| scene.0.source(&word.source));
    let who = shortened(once.map(name::full).collect(), SHOWN, "and", "others");
    let chains: Vec<String> = kind.cites.iter().map(|chain| cited(scene, chain)).collect();
    let whence = match kind.basis {
        Basis::FirstHand => ", at first hand",
        Basis::Record => ", from records",
        Basis::Undeclared => "",
    };
    let citing = if chains.is_empty() { String::new() } else { format!(", {}", chains.join(", and separately ")) };
    let hedge = match (kind.other, hedges(words, ", hedged as ", "")) {
        (Some(_), _) => String::new(),
        (None, none) if none.is_empty() && kind.certainty != Certainty::Stated => format!(", as {}", kind.certainty),
        (None, hedge) => hedge,
    };
    let published = || words.iter().filter_map(|word| word.published);
    let undated = words.len() - published().count();
    let when = match (date::span(published(), "to"), undated) {
        (None, _) => "undated".to_owned(),
        (Some(span), 0) => span,
        (Some(span), _) => format!("{span}, some undated"),
    };
    format!("{what}{who}{citing}{whence}{hedge}; {when}")
}

/// `citing Lee Seong-kweun (a lawmaker), citing the NIS`.
fn cited(scene: Scene<'_>, chain: &[SourceId]) -> String {
    let names = chain.iter().filter_map(|id| scene.0.source(id)).map(|source| format!("citing {}", name::full(source)));
    names.collect::<Vec<_>>().join(", ")
}
