//! By how much something moved, as against where it stands.

use super::{
    super::{figure::Change, line::Line},
    Amount,
};

/// Which way the figure between these tokens says that something moved.
pub(super) fn change(line: &Line<'_, '_>, start: usize, end: usize, one: &Amount) -> Option<Change> {
    behind(line, end).or_else(|| before(line, start.min(one.start)))
}

/// `a 5 % increase in`, `5 % higher`
fn behind(line: &Line<'_, '_>, end: usize) -> Option<Change> {
    match line.lower(end) {
        "higher" => Some(Change::Rise),
        "lower" => Some(Change::Fall),
        "rise" | "increase" | "jump" | "gain" | "surge" | "growth" | "hike" | "climb" => Some(Change::Rise),
        "fall" | "drop" | "decline" | "decrease" | "cut" | "reduction" | "slump" | "plunge" | "dip" => {
            Some(Change::Fall)
        }
        _ => None,
    }
}

/// `rose by 5 %`, `down 5 %`, `fell more than 20`
fn before(line: &Line<'_, '_>, start: usize) -> Option<Change> {
    let word = |places: usize| line.lower_before(start, places);
    // `rose above 1,000` says where it stands.
    if matches!(line.lower(start), "above" | "below" | "under") {
        return None;
    }
    match word(1) {
        // `increased sharply by 5 %`
        "by" => verb(word(2)).or_else(|| verb(word(3))).or_else(|| verb(word(4)).filter(|_| word(3) != "to")),
        "up" if line.lower(start) != "to" => Some(Change::Rise),
        "down" if line.lower(start) != "to" => Some(Change::Fall),
        // `cut 500 jobs` names what was cut.
        "cut" | "cuts" | "cutting" | "lowered" | "reduced" | "raised" | "raising" | "boosted" | "expanded" => None,
        other => verb(other),
    }
}

/// The way in which a verb moves.
fn verb(word: &str) -> Option<Change> {
    match word {
        "rose" | "rise" | "rises" | "risen" | "rising" | "grew" | "grow" | "grows" | "grown" | "growing"
        | "increase" | "increases" | "increased" | "increasing" | "climbed" | "climbs" | "climbing" | "jumped"
        | "jumps" | "jumping" | "soared" | "surged" | "gained" | "swelled" | "swollen" | "expanded" | "raised"
        | "raising" | "boosted" | "advanced" | "rallied" => Some(Change::Rise),
        "fell" | "fall" | "falls" | "fallen" | "falling" | "dropped" | "drop" | "drops" | "dropping" | "declined"
        | "declines" | "declining" | "decreased" | "decreases" | "decreasing" | "slid" | "sank" | "sunk"
        | "slumped" | "plunged" | "tumbled" | "shrank" | "shrunk" | "shrinking" | "cut" | "cuts" | "cutting"
        | "lowered" | "reduced" | "slipped" | "dipped" | "narrowed" | "dwindled" => Some(Change::Fall),
        _ => None,
    }
}

fn is_moving(word: &str) -> bool {
    const OTHERS: [&str; 12] = [
        "up",
        "down",
        "went",
        "gone",
        "moved",
        "changed",
        "revised",
        "upgraded",
        "downgraded",
        "doubled",
        "tripled",
        "halved",
    ];
    verb(word).is_some() || OTHERS.contains(&word)
}

/// Whether `A to B` is a move: from A to B, or by A to B.
pub(super) fn moves(line: &Line<'_, '_>, one: &Amount, has_unit: bool, second_has_unit: bool) -> bool {
    let before = |places: usize| line.lower_before(one.start, places);
    if before(1) == "from" {
        return (2..=7).any(|places| is_moving(before(places)));
    }
    // Words between the verb and its figure: `rose by 5 %`, `rose about 300`, `rose more than 300`.
    let filler = |word: &str| {
        matches!(
            word,
            "by" | "about"
                | "around"
                | "nearly"
                | "almost"
                | "some"
                | "roughly"
                | "more"
                | "than"
                | "over"
                | "just"
                | "another"
        )
    };
    let fillers = (1..=3).take_while(|places| filler(before(*places))).count();
    let is_by = (1..=fillers).any(|places| before(places) == "by");
    // `rose 5 to 10 percent` is a range: only the second end has a unit.
    let has_unit = has_unit || one.currency.is_some();
    is_moving(before(fillers + 1)) && (has_unit || !second_has_unit && !is_by)
}
