//! Every line of the cue lists is read in its own example.

use super::row::{Meaning, Row, rows};
use super::{LISTS, Side};
use crate::model::attribution::Certainty;
use crate::model::probability::Probability;
use crate::model::scales::{Icd203, Ipcc, Kent, Phia, Row as Terms};
use crate::text::{self, Span};

/// An example without its marks, and what stood between them.
struct Example {
    text: String,
    cue: Vec<Span>,
    speakers: Vec<Span>,
    scope: Vec<Span>,
}

fn example(marked: &str) -> Example {
    let mut text = String::new();
    let (mut cue, mut speakers, mut scope) = (Vec::new(), Vec::new(), Vec::new());
    let (mut cue_open, mut opens) = (None, Vec::new());
    for c in marked.chars() {
        let at = text.len();
        match c {
            '*' => match cue_open.take() {
                None => cue_open = Some(at),
                Some(start) => cue.push(Span { start, end: at }),
            },
            '[' | '{' => opens.push(at),
            ']' => scope.push(Span { start: opens.pop().unwrap(), end: at }),
            '}' => speakers.push(Span { start: opens.pop().unwrap(), end: at }),
            c => text.push(c),
        }
    }
    Example { text, cue, speakers, scope }
}

fn each(mut check: impl FnMut(&str, &Row, &Example) -> Result<(), String>) {
    let mut wrong = Vec::new();
    let mut checked = 0;
    for (list, text) in LISTS {
        for row in rows(list, text) {
            let row = row.unwrap_or_else(|line| panic!("{list}.tsv: {line}"));
            let example = example(row.example);
            assert_eq!(example.cue.len(), 1, "{list}.tsv: {}", row.example);
            checked += 1;
            if let Err(why) = check(list, &row, &example) {
                wrong.push(format!("{list}.tsv, {}: {}\n    {why}", row.words, row.example));
            }
        }
    }
    assert!(checked > 300, "{checked}");
    assert!(wrong.is_empty(), "{} of {checked}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_line_says_where_its_meaning_is_from() {
    const FROM: [&str; 7] = ["ICD 203", "PHIA", "IPCC", "Kent", "case", "BBC 3.3.6", "usage"];
    each(|_, row, _| {
        FROM.iter().any(|from| row.from.starts_with(from)).then_some(()).ok_or_else(|| row.from.to_owned())
    });
}

#[test]
fn every_cue_is_read_in_its_example() {
    each(|_, row, example| {
        let reading = text::read(&example.text, None);
        let words = |span: Span| span.of(&example.text).to_owned();
        let (wanted, scope) = (example.cue[0], example.scope.first().copied());
        match row.meaning {
            Meaning::Skip => {
                let is_found = reading
                    .hedges()
                    .iter()
                    .map(|found| found.span)
                    .chain(reading.negations().iter().map(|found| found.span))
                    .chain(reading.attributions().iter().flat_map(|found| found.chain.iter().map(|link| link.cue)))
                    .any(|span| span.overlaps(wanted));
                (!is_found).then_some(()).ok_or_else(|| format!("{reading:?}"))
            }
            Meaning::Hedge { certainty, side, .. } => {
                let found = reading.hedges().iter().find(|found| found.span == wanted);
                let is_so = found.is_some_and(|found| {
                    (found.certainty, found.against, Some(found.scope)) == (certainty, side == Side::Against, scope)
                });
                is_so.then_some(()).ok_or_else(|| {
                    format!(
                        "{:?}",
                        reading
                            .hedges()
                            .iter()
                            .map(|found| (words(found.span), found.certainty, found.against, words(found.scope)))
                            .collect::<Vec<_>>()
                    )
                })
            }
            Meaning::Negation { kind, .. } => {
                let is_so = reading
                    .negations()
                    .iter()
                    .any(|found| (found.span, found.kind, Some(found.scope)) == (wanted, kind, scope));
                is_so.then_some(()).ok_or_else(|| {
                    format!(
                        "{:?}",
                        reading
                            .negations()
                            .iter()
                            .map(|found| (words(found.span), found.kind, words(found.scope)))
                            .collect::<Vec<_>>()
                    )
                })
            }
            Meaning::Modality { modality, .. } => {
                let is_so = reading
                    .modals()
                    .iter()
                    .any(|found| (found.span, found.modality, Some(found.scope)) == (wanted, modality, scope));
                is_so.then_some(()).ok_or_else(|| {
                    format!(
                        "{:?}",
                        reading
                            .modals()
                            .iter()
                            .map(|found| (words(found.span), found.modality, words(found.scope)))
                            .collect::<Vec<_>>()
                    )
                })
            }
            Meaning::Report { stance, certainty, .. } => {
                let found =
                    reading.attributions().iter().find(|found| found.chain.iter().any(|link| link.cue == wanted));
                let is_so = found.is_some_and(|found| {
                    let speakers: Vec<Span> = found.chain.iter().filter_map(|link| link.span).collect();
                    (found.stance, found.content, &speakers) == (stance, scope, &example.speakers)
                });
                let hedge =
                    reading.hedges().iter().find(|found| found.span.contains(wanted)).map(|found| found.certainty);
                let is_sure = hedge.unwrap_or_default() == certainty || scope.is_none();
                (is_so && is_sure).then_some(()).ok_or_else(|| {
                    format!(
                        "{:?} {hedge:?}",
                        reading
                            .attributions()
                            .iter()
                            .map(|found| (
                                found.chain.iter().filter_map(|link| link.span.map(words)).collect::<Vec<_>>(),
                                found.stance,
                                found.content.map(words)
                            ))
                            .collect::<Vec<_>>()
                    )
                })
            }
        }
    });
}

/// What a span of per cents makes of a statement: above even probable, about even possible, below that probable that not.
fn meant((low, high): (u8, u8)) -> (Certainty, bool) {
    match low.midpoint(high) {
        ..40 => (Certainty::Probable, true),
        40..=50 => (Certainty::Possible, false),
        51.. => (Certainty::Probable, false),
    }
}

#[test]
fn the_terms_of_the_scales_mean_what_their_numbers_say() {
    let span = |(low, high): (Probability, Probability)| (low.whole_percent(), high.whole_percent());
    let mut terms: Vec<(String, (u8, u8))> = Vec::new();
    for term in Icd203::ALL {
        terms.extend([Terms::First, Terms::Second].map(|row| (term.term(row).to_owned(), span(term.range()))));
    }
    // `likely or probable` are two terms, and both are those of ICD 203.
    terms.extend(
        Phia::ALL.iter().filter(|term| **term != Phia::Likely).map(|term| (term.to_string(), span(term.range()))),
    );
    terms.extend(Ipcc::ALL.iter().map(|term| (term.to_string(), span(term.range()))));
    terms.extend(Kent::ALL.iter().filter_map(|term| Some((term.to_string(), span(term.range()?)))));
    let mut wrong = Vec::new();
    for (term, percents) in terms {
        // Certainty is no hedge, and `remote` alone is any distance.
        let term = if term == "remote" { "remote chance".to_owned() } else { term };
        if term == "certain" {
            continue;
        }
        let sentence = format!("The panel has one word for it: {term}.");
        let reading = text::read(&sentence, None);
        let found: Vec<_> =
            reading.hedges().iter().map(|hedge| (hedge.span.of(&sentence), (hedge.certainty, hedge.against))).collect();
        if found != [(term.as_str(), meant(percents))] {
            wrong.push(format!("{term}, {percents:?}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
