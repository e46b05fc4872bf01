//! How much flows through vertices and links of limited room: at once where no circle of links is left, by maximum flow in what is.

use super::flow::{Network, Vertex};
use crate::model::links::index;

/// What comes in at a vertex from outside, what may leave there, and what may pass.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Place {
    pub(crate) supply: u64,
    pub(crate) demand: u64,
    pub(crate) room: u64,
}

/// A link between two places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Channel {
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) room: u64,
}

/// Places and channels, kept from claim to claim.
#[derive(Debug, Default)]
pub(crate) struct Basin {
    pub(crate) places: Vec<Place>,
    pub(crate) channels: Vec<Channel>,
    /// For each place how many channels are left, and the numbers of those, folded into one by exclusive or: where one is left, this is it.
    left: Vec<(u32, u32)>,
    leaves: Vec<u32>,
}

impl Basin {
    /// The maximum flow. Spends the places: what is left of them is of no use.
    ///
    /// A place with one channel serves its own demand from its own supply first, for nothing better can become of either, and hands the rest to its neighbour; so every tree
    /// is counted in one pass over it. What holds together in circles is left to the network.
    pub(crate) fn drain(&mut self, network: &mut Network) -> u64 {
        self.left.clear();
        self.left.resize(self.places.len(), (0, 0));
        for (channel, ends) in (0..).zip(&self.channels) {
            for place in [ends.from, ends.to] {
                let (number, folded) = &mut self.left[place as usize];
                *number += 1;
                *folded ^= channel;
            }
        }
        self.leaves.clear();
        self.leaves.extend((0..).zip(&self.left).filter(|(_, left)| left.0 < 2).map(|(place, _)| place));
        let mut flow = 0;
        let mut settled = 0;
        while let Some(leaf) = self.leaves.pop() {
            settled += 1;
            let (number, channel) = self.left[leaf as usize];
            let place = &mut self.places[leaf as usize];
            let own = place.supply.min(place.demand).min(place.room);
            flow += own;
            let rest = Place { supply: place.supply - own, demand: place.demand - own, room: place.room - own };
            *place = Place::default();
            if number == 0 {
                continue;
            }
            let Channel { from, to, room } = self.channels[channel as usize];
            let room = room.min(rest.room);
            let next = if from == leaf {
                self.places[to as usize].supply += rest.supply.min(room);
                to
            } else {
                self.places[from as usize].demand += rest.demand.min(room);
                from
            };
            self.channels[channel as usize].room = 0;
            let (number, folded) = &mut self.left[next as usize];
            *folded ^= channel;
            *number -= 1;
            if *number == 1 {
                self.leaves.push(next);
            }
        }
        if settled == self.places.len() { flow } else { flow + self.flood(network) }
    }

    /// The maximum flow, left in the network for its cut to be asked for.
    pub(crate) fn flood(&self, network: &mut Network) -> u64 {
        network.clear();
        for _ in &self.places {
            network.vertex();
            network.vertex();
        }
        for (at, place) in self.places.iter().enumerate() {
            network.arc(Network::ORIGIN, entry(index(at)), place.supply);
            network.arc(entry(index(at)), exit(index(at)), place.room);
            network.arc(exit(index(at)), Network::CLAIM, place.demand);
        }
        for channel in &self.channels {
            network.arc(exit(channel.from), entry(channel.to), channel.room);
        }
        network.fill(u64::MAX)
    }
}

/// Where flow comes into a place.
pub(crate) const fn entry(place: u32) -> Vertex {
    2 + 2 * place
}

/// Where it leaves again.
pub(crate) const fn exit(place: u32) -> Vertex {
    3 + 2 * place
}

#[cfg(test)]
mod tests {
    use super::*;

    /// SplitMix64: looks random, and is the same every time.
    fn roll(seed: &mut u64, below: u64) -> u64 {
        *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (*seed ^ (*seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % below
    }

    #[test]
    fn trees_are_drained_as_the_network_drains_them_and_so_is_what_is_left() {
        let mut seed = 7;
        let (mut trees, mut others) = (0, 0);
        for round in 0..4000 {
            let places = 1 + roll(&mut seed, 7);
            let mut place = || Place {
                supply: roll(&mut seed, 2) * roll(&mut seed, 9),
                demand: roll(&mut seed, 2) * roll(&mut seed, 9),
                room: roll(&mut seed, 9),
            };
            let mut basin = Basin { places: (0..places).map(|_| place()).collect(), ..Basin::default() };
            for to in 1..places {
                // A tree, and in every other round a few channels more.
                let more = if round % 2 == 0 { 0 } else { roll(&mut seed, 3) };
                for _ in 0..=more {
                    let ends = [roll(&mut seed, to), to].map(|end| u32::try_from(end).unwrap());
                    let [from, to] = if roll(&mut seed, 2) == 0 { ends } else { [ends[1], ends[0]] };
                    basin.channels.push(Channel { from, to, room: roll(&mut seed, 9) });
                }
            }
            let mut network = Network::default();
            let flow = basin.flood(&mut network);
            assert_eq!(basin.drain(&mut network), flow, "{basin:?}");
            if round % 2 == 0 { trees += u64::from(flow > 0) } else { others += u64::from(flow > 0) }
        }
        assert!(trees > 100 && others > 100, "{trees} {others}");
    }
}
