//! The fuzz target of reading English on a short leash: a few thousand slips of the pen, the same in every run.
#![cfg(feature = "text")]

#[path = "fuzz_smoke/reading.rs"]
mod reading;

/// A small generator of numbers (xorshift64*): the same seed gives the same walk on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number).unwrap() % bound.max(1)
    }
}

#[test]
fn sentences_with_slips_of_the_pen_are_read() {
    let sentences: Vec<&str> =
        include_str!("text/gold.tsv").lines().filter_map(|line| line.split('\t').next()).collect();
    let mut dice = Dice(6);
    for _ in 0..3_000 {
        let mut text: Vec<char> = sentences[dice.below(sentences.len())].chars().collect();
        for _ in 0..=dice.below(4) {
            let (from, to) = (dice.below(text.len()), dice.below(text.len()));
            match dice.below(4) {
                0 => drop(text.drain(from.min(to)..from.max(to).min(from.min(to) + 6))),
                1 => text.insert(from, ['-', '.', ',', '\n', '0', '\u{a0}', '½', 'é', '$', '\''][dice.below(10)]),
                2 => text.swap(from, to),
                _ => text.extend(sentences[dice.below(sentences.len())].chars().take(20)),
            }
            if text.is_empty() {
                text.push('5');
            }
        }
        reading::text(text.into_iter().collect::<String>().as_bytes());
    }
}
