//! Boxes: sources that have it from the same and pass it to the same stand in one.

use std::collections::BTreeMap;

use crate::evaluate::{Passage, Provenance, Role};
use crate::model::id::SourceId;

/// Sources that are alike.
pub(super) struct Group<'e> {
    pub(super) sources: Vec<&'e SourceId>,
    pub(super) role: Role<'e>,
    pub(super) reports: bool,
}

/// A citation between two groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Link {
    pub(super) cited: usize,
    pub(super) citing: usize,
    pub(super) passage: Passage,
}

/// The other ends of citations, and what becomes of each.
type Ends = Vec<(usize, Passage)>;

/// Groups and their links, at most so many groups, and how many sources there was no room for. Chokepoints, origins and what they lead to come first.
pub(super) fn groups<'e>(provenance: &Provenance<'e>, most: usize) -> (Vec<Group<'e>>, Vec<Link>, usize) {
    let number: BTreeMap<&SourceId, usize> = provenance.sources.iter().map(|role| role.source).zip(0..).collect();
    let ends = |cited: &SourceId, citing: &SourceId| Some((*number.get(cited)?, *number.get(citing)?));
    let links: Vec<Link> = (provenance.citations.iter())
        .filter_map(|citation| {
            let (cited, citing) = ends(citation.cited, citation.citing)?;
            Some(Link { cited, citing, passage: citation.passage })
        })
        .filter(|link| link.cited != link.citing)
        .collect();
    let mut around: Vec<(Ends, Ends)> = vec![Default::default(); provenance.sources.len()];
    for link in &links {
        around[link.citing].0.push((link.cited, link.passage));
        around[link.cited].1.push((link.citing, link.passage));
    }
    let mut group_of = vec![0; provenance.sources.len()];
    let mut groups: Vec<Group<'e>> = Vec::new();
    let mut alike = BTreeMap::new();
    for (at, role) in provenance.sources.iter().enumerate() {
        let (from, to) = &mut around[at];
        from.sort_unstable();
        from.dedup();
        to.sort_unstable();
        to.dedup();
        let flags = [role.reports, role.is_origin, role.is_undeclared, role.is_credible, role.settles, role.took_back];
        // A chokepoint, and an origin that somebody cites, has a box of its own.
        let own = (role.is_chokepoint || (role.is_origin && !to.is_empty())).then_some(at);
        let group = *alike.entry((own, flags, from.clone(), to.clone())).or_insert_with(|| {
            groups.push(Group { sources: Vec::new(), role: role.clone(), reports: role.reports });
            groups.len() - 1
        });
        groups[group].sources.push(role.source);
        group_of[at] = group;
    }
    let mut links: Vec<Link> = links
        .into_iter()
        .map(|link| Link { cited: group_of[link.cited], citing: group_of[link.citing], ..link })
        .filter(|link| link.cited != link.citing)
        .collect();
    links.sort_unstable();
    links.dedup();
    keep(groups, links, most)
}

/// The first so many groups by importance.
fn keep(groups: Vec<Group<'_>>, links: Vec<Link>, most: usize) -> (Vec<Group<'_>>, Vec<Link>, usize) {
    if groups.len() <= most {
        return (groups, links, 0);
    }
    let mut degree = vec![0_usize; groups.len()];
    for link in &links {
        degree[link.cited] += 1;
        degree[link.citing] += 1;
    }
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|at| {
        let role = &groups[*at].role;
        (!role.is_chokepoint, !role.is_origin, std::cmp::Reverse(degree[*at]), *at)
    });
    let mut place = vec![None; groups.len()];
    let mut kept: Vec<usize> = order.into_iter().take(most).collect();
    kept.sort_unstable();
    for (to, from) in kept.iter().enumerate() {
        place[*from] = Some(to);
    }
    let left_out =
        groups.iter().zip(&place).filter(|(_, place)| place.is_none()).map(|(group, _)| group.sources.len()).sum();
    let link = |link: Link| Some(Link { cited: place[link.cited]?, citing: place[link.citing]?, ..link });
    let links = links.into_iter().filter_map(link).collect();
    let groups = groups.into_iter().zip(&place).filter(|(_, place)| place.is_some()).map(|(group, _)| group).collect();
    (groups, links, left_out)
}
