//! Which words of one source on one topic a later one supersedes.

use super::clash::Clash;
use super::words::Known;
use crate::model::attribution::Stance;

/// All dated words of one source on one claim with one stance.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Item {
    pub(crate) claim: u32,
    pub(crate) stance: Stance,
    /// The moment of the latest of them.
    pub(crate) latest: Known,
}

/// Merges items of the same claim and stance.
pub(crate) fn merge(items: &mut Vec<Item>) {
    items.sort_unstable_by_key(|item| (item.claim, item.stance, std::cmp::Reverse(item.latest)));
    items.dedup_by_key(|item| (item.claim, item.stance));
}

/// For each merged item the moment of the latest word that can supersede its words: a word known before it is superseded.
///
/// Rivals of an item are those on the same claim (itself among them), those that clash with it, and doubts on the topic at the same time.
/// Candidates are tried from the latest down, so the search mostly ends at once; topics whose affirmations all agree are recognised beforehand.
pub(crate) fn latest_rivals(items: &[Item], clash: &Clash<'_>) -> Vec<Known> {
    let mut latest: Vec<Known> = vec![Known::UNDATED; items.len()];
    for (start, length) in runs(items) {
        let best = items[start..start + length].iter().map(|item| item.latest).max().unwrap_or(Known::UNDATED);
        latest[start..start + length].fill(best);
    }
    let plain = items.iter().all(|item| item.stance == Stance::Affirms);
    if items.len() < 2 || (plain && items.len() > 8 && clash.all_agree(items.iter().map(|item| item.claim))) {
        return latest;
    }
    for period in clash.periods(items) {
        let mut by_date = period.clone();
        by_date.sort_by_key(|at| std::cmp::Reverse((items[*at].latest, std::cmp::Reverse(*at))));
        for at in period {
            let beats = |rival: &&usize| {
                let (item, rival) = (&items[at], &items[**rival]);
                let same_time = || clash.is_same_time(item.claim, rival.claim);
                rival.claim == item.claim
                    || (rival.stance == Stance::Doubts && same_time())
                    || clash.is_clash((item.claim, item.stance), (rival.claim, rival.stance))
            };
            if let Some(rival) = by_date.iter().take_while(|r| items[**r].latest > latest[at]).find(beats) {
                latest[at] = items[*rival].latest;
            }
        }
    }
    latest
}

/// Runs of items on one claim: where each begins and how long it is.
fn runs(items: &[Item]) -> impl Iterator<Item = (usize, usize)> {
    items.chunk_by(|a, b| a.claim == b.claim).scan(0, |start, run| {
        let here = *start;
        *start += run.len();
        Some((here, run.len()))
    })
}
