//! The fuzz targets on a short leash: a few thousand slips of the pen, the same in every run. `cargo fuzz run` takes longer walks.
#![cfg(feature = "json")]

#[path = "fuzz_smoke/entry_points.rs"]
mod entry_points;

const FULL: &[u8] = include_bytes!("read_write/full.json");
const MANY: &[u8] = include_bytes!("bad_inputs/many.json");
const JOURNAL: &[u8] = include_bytes!("snapshots/live_blog-input.jsonl");
const LINES: &[u8] = b"{\"corroborate\": 1, \"title\": \"T\"}\n\n{\"source\": {\"id\": \"s\", \"name\": 5}}\r\n {\"source\": {\"id\": \"t\", \"name\": \"\xc3\xa9\"}} ";
const POLICY: &[u8] =
    br#"{"independent_origins": 2, "authority_suffices": true, "outweighs": 3, "about": 0.1, "otherwise": "0.01",
    "anonymous_are_distinct": false, "floors_apart": 2.5, "stale_after": null,
    "weights": {"a": 0.95, "b": 0.85, "c": "0.7", "f": 0.55, "probable": 0.75, "possible": 0.4, "unverified": 0.2}}"#;
const VALUES: &[&[u8]] = &[
    b"15000",
    b"\"15,000\"",
    b"-1.5e-3",
    br#"{"about": 2000}"#,
    br#"{"nearly": 0}"#,
    br#"{"between": [1, "2,000"]}"#,
    br#"{"date": "2024-06~"}"#,
    br#"{"text": "Seoul \ud83d\ude00"}"#,
    br#"{"one_of": ["a", "b"]}"#,
    b"true",
];
const DATES: &[&[u8]] = &[
    b"2024-06-18",
    b"2024-06",
    b"2024",
    b"2024-06-18/2024-06-20",
    b"../2025-08",
    b"2016/..",
    b"2024-06~",
    b"[2024-10,2024-11]",
    b"{2024-01..2024-03}",
    b"20XX-06",
    b"2024-XX-30",
    b"2001-24",
    b"-0044-03-15%",
    b"2024-06-18T09:30:00+09:00",
    b"1985-04-12T23:20:30Z/..",
];

const DOUBT: &[&[u8]] = &[
    b"We judge with high confidence that it is very likely. It is probably so... a \"remote\" chance",
    "Low-to-moderate confidence: almost certainly gone.\n\nThe U.S. says “likely”. Highly improbable!".as_bytes(),
    b"Our confidence in this is low; probable cause, roughly even odds",
    b"B2",
    b"0.95",
];

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

    fn range(&mut self, length: usize, longest: usize) -> std::ops::Range<usize> {
        let start = self.below(length);
        start..(start + self.below(longest)).min(length)
    }

    fn slip(&mut self, bytes: &mut Vec<u8>) {
        const TOKENS: &[&[u8]] = &[
            b"{",
            b"}",
            b"[",
            b"]",
            b"\"",
            b":",
            b",",
            b"null",
            b"true",
            b"-",
            b"1e400",
            b"0",
            b".5",
            b"\\ud800",
            b"\\n",
            b"\xff",
            b"\xc3\xa9",
            b"\"id\"",
            b"\"id\": 5,",
            b"/",
            b"~",
            b"X",
            b"..",
            b"9999",
            b"Y",
            b"\n",
            b"\0",
            b"\"retracts\": \"r1\",",
        ];
        let length = bytes.len();
        let range = self.range(length, 30);
        match self.below(7) {
            0 if length > 0 => bytes[self.below(length)] = u8::try_from(self.below(256)).unwrap(),
            1 => drop(bytes.drain(range)),
            2 => {
                let doubled = bytes[range.clone()].to_vec();
                bytes.splice(range.end..range.end, doubled).for_each(drop);
            }
            3 => {
                let token = TOKENS[self.below(TOKENS.len())];
                bytes.splice(range.start..range.start, token.iter().copied()).for_each(drop);
            }
            4 => bytes.truncate(length - self.below(length) / 8),
            _ => self.exchange_words(bytes),
        }
    }

    /// Puts one string of the file in the place of another: the JSON stays right, and the dossier mostly does not.
    fn exchange_words(&mut self, bytes: &mut Vec<u8>) {
        let quotes: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] == b'"').collect();
        let mut word = || {
            let nth = self.below(quotes.len() / 2) * 2;
            Some(*quotes.get(nth)?..*quotes.get(nth + 1)? + 1)
        };
        if let (Some(from), Some(to)) = (word(), word()) {
            let moved = bytes[from].to_vec();
            bytes.splice(to, moved).for_each(drop);
        }
    }
}

/// Tries each seed file with one to eight slips, so many times in all.
fn walk(seed: u64, files: &[&[u8]], times: usize, entry: fn(&[u8])) {
    let mut dice = Dice(seed);
    for file in files {
        entry(file);
    }
    for _ in 0..times {
        let mut bytes = files[dice.below(files.len())].to_vec();
        for _ in 0..=dice.below(8) {
            dice.slip(&mut bytes);
        }
        entry(&bytes);
    }
}

#[test]
fn dossiers_with_slips() {
    walk(0x0057_0c4e, &[FULL, MANY], 4_000, entry_points::dossier);
}

#[test]
fn journals_with_slips() {
    walk(0x10b5, &[JOURNAL], 2_000, entry_points::journal);
}

#[test]
fn lines_with_slips() {
    let full = corroborate::Dossier::from_json(FULL).unwrap().to_jsonl();
    walk(0x11e5, &[full.as_bytes(), LINES], 4_000, entry_points::lines);
}

#[test]
fn values_with_slips() {
    walk(0x5eed, VALUES, 4_000, entry_points::value);
}

#[test]
fn dates_with_slips() {
    walk(0xda7e, DATES, 40_000, entry_points::edtf);
}

#[test]
fn policies_with_slips() {
    walk(0x0b01, &[POLICY], 10_000, entry_points::policy);
}

#[test]
fn words_of_doubt_with_slips() {
    walk(0xd0b7, DOUBT, 20_000, entry_points::doubt);
}

#[cfg(feature = "claimreview")]
const REVIEWS: &[&[u8]] = &[
    include_bytes!("claimreview/plain.json"),
    include_bytes!("claimreview/repairs.json"),
    br##"{"@context": "https://schema.org", "@graph": [{"@type": "ClaimReview", "author": {"@id": "#a"}, "itemReviewed": {"@list": [{"url": "//a.example, /b"}]}}, {"@id": "#a", "name": ["x"]}]}"##,
    br#"{"claims": [{"text": "It rains &amp;", "claimant": "FB", "claimReview": [{"publisher": {"site": "a.example"}, "textualRating": "True - so"}]}]}"#,
];

#[cfg(feature = "claimreview")]
#[test]
fn reviews_with_slips() {
    walk(0xc1a1, REVIEWS, 4_000, entry_points::markup);
}

#[cfg(feature = "claimreview")]
#[test]
fn pages_with_slips() {
    let plain = std::str::from_utf8(REVIEWS[0]).unwrap();
    let page = format!(
        "<!doctype html><!-- x --><script type='application/ld+json'>//<![CDATA[\n{plain}//]]></script><p>&amp;</p><script type=application/ld+json>{{}}</script>"
    );
    walk(0x9a9e, &[page.as_bytes()], 2_000, entry_points::page);
}

#[cfg(feature = "claimreview")]
#[test]
fn feeds_with_slips() {
    let feed: &[u8] = b"[{\"a\": 1}, \"x\\\"\"] {\"dataFeedElement\": [1, {}], \"b\": null}\n{\"claims\": []} 5\ntrue";
    walk(0xfeed, &[feed, REVIEWS[0], REVIEWS[3]], 10_000, entry_points::feed);
}
