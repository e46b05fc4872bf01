//! How fast a feed of reviews is read, as a ratio to `serde_json` making a `Value` of the same bytes; `tests/claimreview_memory.rs` has what memory it takes.
//!
//! `cargo bench --bench claimreview --features claimreview`
#![allow(missing_docs, clippy::print_stdout)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Read;
use std::time::{Duration, Instant};

use corroborate::claimreview::Reader;
use corroborate::import::Feed;

/// A review as publishers write them, with their repairs: numbers as texts, a collective, a date without a zone, entities, properties that are not read.
fn review(n: usize) -> String {
    let label = ["False", "True", "Half true", "Quatsch mit Soße"][n % 4];
    format!(
        r#"{{"@context": "https://schema.org", "@type": "ClaimReview", "datePublished": "2021-06-{:02} 09:30", "url": "https://facts.example/{n}/the-dam-has-not-burst",
 "claimReviewed": "The dam above village {n} has burst &amp; the valley is flooded", "inLanguage": "en-GB",
 "author": {{"@type": "Organization", "name": "Facts of the Valley", "url": "https://facts.example", "sameAs": ["https://social.example/facts", "https://video.example/facts"],
  "logo": {{"@type": "ImageObject", "url": "https://facts.example/logo.png", "width": 90, "height": 60}}}},
 "itemReviewed": {{"@type": "Claim", "datePublished": "2021-05-{:02}", "author": {{"@type": "Person", "name": "Facebook users"}},
  "firstAppearance": {{"@type": "CreativeWork", "url": "https://social.example/posts/{n}?a=1&b=2"}},
  "appearance": [{{"@type": "CreativeWork", "url": "https://social.example/posts/{n}/again"}}, {{"@type": "CreativeWork", "url": "https://video.example/v/{n}"}}]}},
 "reviewRating": {{"@type": "Rating", "ratingValue": "{}", "bestRating": "5", "worstRating": "1", "alternateName": "{label}",
  "ratingExplanation": "The gauge below the dam shows nothing of the kind, and the operator has opened the gates for reporters; the pictures are of another dam, and eleven years old.", "image": "https://facts.example/stamp.png"}},
 "image": {{"@type": "ImageObject", "url": "https://facts.example/{n}.jpg", "height": 630, "width": 1200}}, "description": "Pictures of a flood are shared as if they showed the valley. They do not: the dam holds, as its operator, the village and the river gauge agree."}}"#,
        n % 28 + 1,
        n % 28 + 1,
        [1, 5, 3, 2][n % 4],
    )
}

fn feed(reviews: usize) -> String {
    let mut feed = String::from(r#"{"@context": "https://schema.org", "@type": "DataFeed", "dataFeedElement": ["#);
    for n in 0..reviews {
        let comma = if n > 0 { ",\n" } else { "" };
        let _ = write!(
            feed,
            r#"{comma}{{"@type": "DataFeedItem", "dateCreated": "2021-06-01T00:00:00Z", "item": [{}]}}"#,
            review(n)
        );
    }
    feed + "]}"
}

/// The best of several runs: others use the machine too.
fn best(mut run: impl FnMut() -> usize) -> Duration {
    let time = |()| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    [(); 7].map(time).into_iter().min().unwrap_or_default()
}

fn read(from: impl Read) -> usize {
    let reader = Reader::default();
    Feed::new(from)
        .map(|item| item.map_or(0, |item| reader.item(&item).reviews.iter().map(|review| review.repairs.len()).sum()))
        .sum()
}

fn main() {
    let feed = feed(10_000);
    let megabytes = feed.len() as f64 / 1e6;
    let parsing = best(|| {
        serde_json::from_slice::<serde_json::Value>(feed.as_bytes())
            .map_or(0, |value| value.as_object().map_or(0, serde_json::Map::len))
    });
    let items = best(|| Feed::new(feed.as_bytes()).filter(Result::is_ok).count());
    let reading = best(|| read(feed.as_bytes()));
    let speed = |time: Duration| megabytes / time.as_secs_f64();
    println!(
        "{megabytes:.1} MB: serde_json {:.0} MB/s, items {:.0} MB/s, reviews {:.0} MB/s",
        speed(parsing),
        speed(items),
        speed(reading)
    );
    println!("reading reviews ÷ parsing: {:.2}", reading.as_secs_f64() / parsing.as_secs_f64());
}
