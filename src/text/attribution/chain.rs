//! Chains: who has it from whom.

use std::ops::Range;

use super::build::{Citation, Link, Told};
use crate::model::attribution::Stance;

/// No chain in the news is longer; what is hostile is cut here.
const LONGEST: usize = 8;

/// Puts citations into the chains of those who cite, and a speaker whose words are another's content behind that other.
pub(super) fn linked(mut told: Vec<Told>, citations: &[Citation]) -> Vec<Told> {
    for one in &mut told {
        cite(one, citations);
    }
    nest(told)
}

/// Adds those whom the last of the chain cites, and before the first those who cite it.
fn cite(told: &mut Told, citations: &[Citation]) {
    while told.chain.len() < LONGEST {
        let Some(last) = told.chain.last().and_then(|link| link.name.clone()) else { break };
        let from = citations.partition_point(|citation| citation.by.name.start < last.start);
        let next = citations
            .get(from..)
            .into_iter()
            .flatten()
            .take(4)
            .find(|citation| citation.by.name == last && !told.has(&citation.cited.name));
        let Some(citation) = next else { break };
        told.chain.push(Link {
            name: Some(citation.cited.name.clone()),
            about: citation.cited.about.clone(),
            cue: citation.cue.clone(),
        });
    }
    while told.chain.len() < LONGEST {
        let Some(first) = told.chain.first().and_then(|link| link.name.clone()) else { break };
        // The one cited stands behind the one who cites, and not far.
        let end = citations.partition_point(|citation| citation.by.name.start < first.start);
        let before = citations
            .get(..end)
            .into_iter()
            .flatten()
            .rev()
            .take(4)
            .find(|citation| citation.cited.name == first && !told.has(&citation.by.name));
        let Some(citation) = before else { break };
        // The words that made the first a speaker are those that cite it.
        if let Some(link) = told.chain.first_mut().filter(|link| link.cue.is_empty()) {
            link.cue = citation.cue.clone();
        }
        told.chain.insert(
            0,
            Link { name: Some(citation.by.name.clone()), about: citation.by.about.clone(), cue: citation.cue.clone() },
        );
    }
}

/// `Yonhap reported that Lee said`: the content of the outer one is what Lee said, so that it has Lee at its end.
fn nest(told: Vec<Told>) -> Vec<Told> {
    let mut nested: Vec<Told> = Vec::with_capacity(told.len());
    let mut is_taken = vec![false; told.len()];
    for (at, inner) in told.iter().enumerate() {
        let mut whole = inner.clone();
        let mut within = at;
        while whole.chain.len() < LONGEST {
            let outer = near(at, told.len())
                .filter(|other| *other != within && *other != at)
                .filter_map(|other| Some((other, told.get(other)?)));
            let Some(current) = told.get(within) else { break };
            let Some((place, outer)) = outer
                .filter(|(_, outer)| holds(outer, current))
                .min_by_key(|(_, outer)| outer.content.as_ref().map_or(0, ExactSizeIterator::len))
            else {
                break;
            };
            if outer.chain.iter().any(|link| link.name.as_ref().is_some_and(|name| whole.has(name))) {
                break;
            }
            whole.chain.splice(0..0, outer.chain.iter().cloned());
            whole.told = whole.told.or_else(|| outer.told.clone());
            if let Some(taken) = is_taken.get_mut(place) {
                *taken = true;
            }
            within = place;
        }
        whole.chain.truncate(LONGEST);
        nested.push(whole);
    }
    let mut taken = is_taken.into_iter();
    nested.retain(|_| !taken.next().unwrap_or_default());
    nested
}

/// The attributions of a sentence that can hold this one: only its neighbours.
fn near(at: usize, length: usize) -> impl Iterator<Item = usize> {
    at.saturating_sub(4)..(at + 5).min(length)
}

/// Whether the outer one says that the inner one says it, and nothing before that.
fn holds(outer: &Told, inner: &Told) -> bool {
    let (Some(content), Some(core)) = (&outer.content, inner.core()) else { return false };
    outer.stance == Some(Stance::Affirms)
        && !outer.is_inserted()
        && inside(&core, content)
        && outer.core().is_none_or(|outer| !inside(&outer, &core))
        && outer.content != inner.content
        && !inner.content.as_ref().zip(outer.core()).is_some_and(|(content, core)| inside(&core, content))
}

fn inside(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
