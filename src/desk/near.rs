//! Near times: of a topic that varies, the claims that a change at one time can reach, and those that these are judged by.
//!
//! Readings of a varying topic are compared only where they are about the same time of fact (`docs/semantics.md` §1). So a judgement depends on nothing farther than
//! a few steps of "about the same time": from a claim to the words that bear on it, to the words that supersede those, to the recorded words because of which a relayed
//! word does not count; and one more to a claim that opposes it and would be confirmed beside it.

use super::story::{OPEN, Story, UNDATED, before};

/// So many steps from what changes to what is judged by it, and again from a claim to what it is judged by.
const STEPS: usize = 4;

/// A span of days, first to last.
pub(super) type Span = (i64, i64);

/// What lies around a time: claims, and the days that they cover.
#[derive(Debug)]
pub(super) struct Around {
    pub(super) claims: Vec<u32>,
    pub(super) span: Span,
}

/// The claims of a topic within a few steps of a span.
pub(super) fn around(story: &Story, topic: u32, holds: i64, span: Span) -> Around {
    let mut around = Around { claims: Vec::new(), span };
    for _ in 0..STEPS {
        let before = around.span;
        around.claims.clear();
        one_step(story, topic, holds, before, &mut around);
        if around.span == before {
            break;
        }
    }
    around
}

/// The claims of a topic that are about no time.
pub(super) fn undated(story: &Story, topic: u32) -> impl Iterator<Item = u32> {
    let from = story.on_topic.from(before(topic, UNDATED, i32::MIN));
    from.take_while(move |claim| claim.0 == topic && claim.1 == UNDATED).map(|claim| claim.3)
}

/// Whether some claims of a topic cannot be compared with others: by unit, or because they are about no time.
pub(super) fn is_mixed(story: &Story, topic: u32) -> bool {
    let first = story.on_topic.from(before(topic, 0, i32::MIN)).next();
    let has_dated = first.is_some_and(|claim| claim.0 == topic && claim.1 != UNDATED);
    (has_dated && undated(story, topic).next().is_some()) || super::story::of(&story.with_unit, topic).next().is_some()
}

/// The claims about the same time as some day of a span. Times are kept by length, in powers of two, so that a few long ones do not make short ones slow to find.
fn one_step(story: &Story, topic: u32, holds: i64, (first, last): Span, around: &mut Around) {
    let mut class = 0;
    while let Some(found) = story.on_topic.from(before(topic, class, i32::MIN)).next() {
        if found.0 != topic || found.1 >= UNDATED {
            break;
        }
        class = found.1;
        let longest = if class == OPEN { i64::from(u32::MAX) } else { (1_i64 << class) - 1 };
        let earliest = i32::try_from(first - holds - longest).unwrap_or(i32::MIN);
        let from = story.on_topic.from(before(topic, class, earliest));
        let here = from.take_while(|claim| claim.0 == topic && claim.1 == class);
        for (_, _, start, number) in here.take_while(|claim| i64::from(claim.2) <= last + holds) {
            let end = story.claim(*number).and_then(|claim| claim.time).map_or(*start, |time| time.1);
            if i64::from(end) >= first - holds {
                around.claims.push(*number);
                around.span = (around.span.0.min(i64::from(*start)), around.span.1.max(i64::from(end)));
            }
        }
        class += 1;
    }
}
