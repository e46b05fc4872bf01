//! However long a feed is, reading it takes the memory of one item. Alone in its file, because the allocator counts for the whole program.
#![cfg(feature = "claimreview")]

use std::io::Read;

use corroborate::claimreview::Reader;
use corroborate::import::Feed;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The same text again and again, so many bytes in all, from no memory to speak of.
struct Endless<'t> {
    item: &'t [u8],
    at: usize,
    left: usize,
}

impl Read for Endless<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.left == 0 {
            return Ok(0);
        }
        let rest = &self.item[self.at..];
        let length = rest.len().min(into.len());
        into[..length].copy_from_slice(&rest[..length]);
        self.at = (self.at + length) % self.item.len();
        // Ends with an item.
        self.left = if self.at == 0 { self.left.saturating_sub(self.item.len()) } else { self.left };
        Ok(length)
    }
}

fn peak(bytes: usize) -> (usize, usize) {
    let item = include_bytes!("claimreview/plain.json");
    let reader = Reader::default();
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let feed = Feed::new(Endless { item, at: 0, left: bytes });
    let reviews = feed.map(|item| reader.item(&item.unwrap()).reviews.len()).sum();
    (MEMORY.peak_usage() - before, reviews)
}

#[test]
fn a_long_feed_takes_no_more_memory_than_a_short_one() {
    // Tables are made once, at the first item.
    peak(10_000);
    let (short, few) = peak(200_000);
    let (long, many) = peak(4_000_000);
    assert!(few > 50 && many > 15 * few, "{few} and {many} reviews");
    assert_eq!(short, long);
    assert!(long < 400_000, "{long} bytes");
}
