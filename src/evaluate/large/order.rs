//! In which order to visit points so that little changes between one and the next.
//!
//! Points that rise on every axis together are visited upwards at the price of one walk along each axis; most topics are a few such chains, one
//! for each way of putting a figure ("exactly", "at least", "about"). Where there are many chains, a space-filling curve (Hilbert's, after
//! Skilling 2004) keeps the price at about n^(2 - 1/d) for d axes that vary independently.

use super::field::{AXES, Axis};

/// More chains than this are not worth having.
const CHAINS: usize = 48;

/// Times come first: what is sorted by them rises in value too.
const BY: [Axis; AXES] = [Axis::Start, Axis::End, Axis::WideLow, Axis::WideHigh, Axis::CoreLow, Axis::CoreHigh];

/// How many limits turn on the way from the lowest point to this one, on each axis.
pub(super) type Steps = [u32; AXES];

/// An order of visiting, as numbers of points.
pub(super) fn order(points: Vec<Steps>) -> Vec<u32> {
    let points = points.as_slice();
    let mut sorted: Vec<u32> = (0..).take(points.len()).collect();
    sorted.sort_unstable_by_key(|at| (BY.map(|axis| points[*at as usize][axis as usize]), *at));
    let chained = chains(points, &sorted);
    let span = BY.map(|axis| points.iter().map(|point| point[axis as usize]).max().unwrap_or(0));
    let one_walk: u64 = span.iter().copied().map(u64::from).sum();
    match chained {
        Some(chained) if cost(points, &chained) <= 8 * one_walk => chained,
        chained => {
            let curved = curve(points, sorted, span);
            chained.filter(|chained| cost(points, chained) <= cost(points, &curved)).unwrap_or(curved)
        }
    }
}

fn cost(points: &[Steps], order: &[u32]) -> u64 {
    let between = |pair: &[u32]| -> u64 {
        let [a, b] = [pair[0], pair[1]].map(|at| &points[at as usize]);
        a.iter().zip(b).map(|(a, b)| u64::from(a.abs_diff(*b))).sum()
    };
    order.windows(2).map(between).sum()
}

/// Chains of points that rise on every axis, every other one walked downwards.
fn chains(points: &[Steps], sorted: &[u32]) -> Option<Vec<u32>> {
    let mut chains: Vec<Vec<u32>> = Vec::new();
    for at in sorted {
        let rises = |chain: &&mut Vec<u32>| {
            let last = chain.last().map(|last| &points[*last as usize]);
            last.is_some_and(|last| last.iter().zip(&points[*at as usize]).all(|(a, b)| a <= b))
        };
        if let Some(chain) = chains.iter_mut().find(rises) {
            chain.push(*at);
        } else if chains.len() < CHAINS {
            chains.push(vec![*at]);
        } else {
            return None;
        }
    }
    for chain in chains.iter_mut().skip(1).step_by(2) {
        chain.reverse();
    }
    Some(chains.concat())
}

/// Points along Hilbert's curve.
fn curve(points: &[Steps], mut sorted: Vec<u32>, span: Steps) -> Vec<u32> {
    let axes: Vec<(usize, u64)> =
        BY.iter().zip(span).filter(|(_, span)| *span > 0).map(|(axis, span)| (*axis as usize, span.into())).collect();
    let bits = 60 / axes.len().max(1);
    let most = (1_u64 << bits.min(30)) - 1;
    let cell = |at: &u32| {
        let mut place = [0; AXES];
        for (place, (axis, span)) in place.iter_mut().zip(&axes) {
            *place = u64::from(points[*at as usize][*axis]) * most / span;
        }
        along(&mut place[..axes.len()], bits.min(30))
    };
    sorted.sort_by_cached_key(cell);
    sorted
}

/// How far along the curve a cell lies.
fn along(x: &mut [u64], bits: usize) -> u64 {
    if x.is_empty() {
        return 0;
    }
    for level in (1..bits).rev().map(|bit| 1_u64 << bit) {
        for axis in 0..x.len() {
            if x[axis] & level != 0 {
                x[0] ^= level - 1;
            } else {
                let swap = (x[0] ^ x[axis]) & (level - 1);
                x[0] ^= swap;
                x[axis] ^= swap;
            }
        }
    }
    for axis in 1..x.len() {
        x[axis] ^= x[axis - 1];
    }
    let last = x[x.len() - 1];
    let flips = (1..bits).rev().map(|bit| 1_u64 << bit).filter(|level| last & level != 0);
    let turn = flips.fold(0, |turn, level| turn ^ (level - 1));
    let mut along = 0;
    for bit in (0..bits).rev() {
        for place in x.iter() {
            along = (along << 1) | (((place ^ turn) >> bit) & 1);
        }
    }
    along
}
