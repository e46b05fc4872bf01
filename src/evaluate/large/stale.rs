//! Stale citations of a cluster: which standing words of a cited source say the same of an earlier time of a cumulative count.

use std::collections::HashMap;

use super::cast::Cast;
use crate::evaluate::hop::Walker;
use crate::evaluate::measure::{Measured, attribute_of};
use crate::evaluate::standing::stance;
use crate::evaluate::time::{Lies, lies};
use crate::model::attribute::OverTime;
use crate::model::attribution::Stance;
use crate::model::links::Lists;
use crate::model::value::Extent;

/// Who said what on a topic: source, topic, stance, class of units, value.
type Key<'a> = (u32, u32, Stance, u32, &'a Extent);

/// For each link of the cast, the numbers of such words, by claim and number. Links still bear the sources' own numbers.
pub(super) fn earlier(walker: &Walker<'_>, cast: &Cast) -> Lists {
    let measured = |claim: u32| &walker.measures.claims[claim as usize];
    let key = |source: u32, topic: u32, stance: Stance, said: &'_ Measured| -> (u32, u32, Stance, u32) {
        (source, topic, stance, walker.measures.units.class(said.unit))
    };
    let cited = cast.links.iter().filter_map(|link| {
        let topic = walker.topic_number(cast.words[cast.walks[link.walk as usize].word as usize].spoken);
        let moves = attribute_of(walker.dossier, topic).over_time == OverTime::Cumulative;
        moves.then_some((link.source, topic))
    });
    let mut cited: Vec<(u32, u32)> = cited.collect();
    cited.sort_unstable();
    cited.dedup();
    let mut said: HashMap<Key<'_>, Vec<(u32, u32)>> = HashMap::new();
    for (source, topic) in cited {
        for r in walker.standing.recorded_on(source, topic) {
            if walker.standing.stands[r.at as usize] {
                let own = measured(r.claim);
                let (source, topic, stance, units) = key(source, topic, stance(&walker.standing.words, r.at), own);
                said.entry((source, topic, stance, units, &own.extent)).or_default().push((r.claim, r.at));
            }
        }
    }
    let mut lists = Lists::default();
    for link in &cast.links {
        let word = &cast.words[cast.walks[link.walk as usize].word as usize];
        let (topic, spoken) = (walker.topic_number(word.spoken), measured(word.spoken));
        let (source, topic, stance, units) = key(link.source, topic, word.stance, spoken);
        if let Some(same) = said.get(&(source, topic, stance, units, &spoken.extent)) {
            let attribute = attribute_of(walker.dossier, topic);
            for (claim, at) in same {
                if lies(attribute, measured(*claim).time, spoken.time) == Lies::Earlier {
                    lists.push_item(*at);
                }
            }
        }
        lists.end_list();
    }
    lists
}
