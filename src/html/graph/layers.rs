//! Layers: every box stands farther from the claim than all that have it from there, circles apart; and in a layer in the order that crosses the fewest lines.

use super::group::Link;

/// The boxes of each layer, nearest to the claim first, from top to bottom. O((n + links) log n) but for circles.
pub(super) fn layers(boxes: usize, links: &[Link], reports: impl Fn(usize) -> bool) -> Vec<Vec<usize>> {
    let mut cited_by: Vec<Vec<usize>> = vec![Vec::new(); boxes];
    let mut cites: Vec<Vec<usize>> = vec![Vec::new(); boxes];
    for link in links {
        cited_by[link.cited].push(link.citing);
        cites[link.citing].push(link.cited);
    }
    // From those whom nobody cites inwards. In a circle somebody has to be first: who reports, else the first by number.
    let mut open: Vec<usize> = cited_by.iter().map(Vec::len).collect();
    let mut depth = vec![0_usize; boxes];
    let mut is_done = vec![false; boxes];
    for _ in 0..boxes {
        let waiting = || (0..boxes).filter(|at| !is_done[*at]);
        let Some(next) = waiting().min_by_key(|at| (open[*at] > 0, !reports(*at), *at)) else { break };
        is_done[next] = true;
        for cited in &cites[next] {
            open[*cited] = open[*cited].saturating_sub(1);
            if !is_done[*cited] {
                depth[*cited] = depth[*cited].max(depth[next] + 1);
            }
        }
    }
    let deepest = depth.iter().copied().max().unwrap_or_default();
    let mut layers: Vec<Vec<usize>> = vec![Vec::new(); deepest + 1];
    for (at, depth) in depth.iter().enumerate() {
        layers[*depth].push(at);
    }
    for sweep in 0..4 {
        let order: Vec<usize> = if sweep % 2 == 0 {
            (1..layers.len()).collect()
        } else {
            (0..layers.len().saturating_sub(1)).rev().collect()
        };
        let neighbours = if sweep % 2 == 0 { &cited_by } else { &cites };
        for layer in order {
            let mut place = vec![None; boxes];
            for (row, at) in layers.iter().flat_map(|layer| layer.iter().enumerate()) {
                place[*at] = Some(row);
            }
            // Twice the mean place of the neighbours, in whole numbers.
            let mean = |at: usize| {
                let rows: Vec<usize> = neighbours[at].iter().filter_map(|other| place[*other]).collect();
                if rows.is_empty() {
                    place[at].unwrap_or_default() * 1000
                } else {
                    rows.iter().sum::<usize>() * 1000 / rows.len()
                }
            };
            let mut keyed: Vec<(usize, usize)> = layers[layer].iter().map(|at| (mean(*at), *at)).collect();
            keyed.sort_unstable();
            layers[layer] = keyed.into_iter().map(|(_, at)| at).collect();
        }
    }
    layers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::Passage;

    fn of(boxes: usize, links: &[(usize, usize)]) -> Vec<Vec<usize>> {
        let links: Vec<Link> = links
            .iter()
            .map(|(cited, citing)| Link { cited: *cited, citing: *citing, passage: Passage::Carries })
            .collect();
        layers(boxes, &links, |at| at == 0)
    }

    #[test]
    fn who_is_cited_stands_behind_who_cites() {
        assert_eq!(of(3, &[(2, 1), (1, 0)]), [vec![0], vec![1], vec![2]]);
        assert_eq!(of(3, &[(2, 1), (1, 0), (2, 0)]), [vec![0], vec![1], vec![2]]);
    }

    #[test]
    fn circles_come_to_an_end() {
        assert_eq!(of(2, &[(0, 1), (1, 0)]), [vec![0], vec![1]]);
    }

    #[test]
    fn lines_cross_as_little_as_may_be() {
        assert_eq!(of(4, &[(3, 0), (2, 1)])[1], [3, 2]);
    }
}
