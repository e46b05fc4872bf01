//! What is fuzzed of reading English, and what must hold whatever the text is.

use corroborate::{Moment, text};

/// A text is read, with and without a day of publication: spans lie on characters, in order, and do not overlap; every quantity fits some number; a paragraph of its own changes nothing.
pub fn text(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    for published in [None, "2025-09-03".parse::<Moment>().ok(), "2025-09".parse().ok()] {
        let reading = text::read(text, published);
        let figures = reading.figures().iter().map(|figure| figure.span);
        let mut spans: Vec<_> = figures.chain(reading.dates().iter().map(|date| date.span)).collect();
        spans.sort();
        assert!(spans.iter().all(|span| !span.of(text).is_empty()), "{text}");
        assert!(spans.windows(2).all(|pair| !pair[0].overlaps(pair[1])), "{text}");
        assert!(reading.figures().iter().all(|figure| figure.quantity.check().is_ok()), "{text}");
        let longer = format!("{text}\n\nNothing else.");
        let again = text::read(&longer, published);
        assert_eq!((again.figures(), again.dates()), (reading.figures(), reading.dates()), "{text}");
    }
}
