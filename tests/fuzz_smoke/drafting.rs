//! What is fuzzed of hedges, attributions and drafts, and what must hold whatever the text is.

use corroborate::{Claim, Moment, render, text};

/// A text is read, with every span in its place; what is drafted from it can be written down, and a statement is read or refused.
pub fn draft(bytes: &[u8]) {
    let Ok(given) = std::str::from_utf8(bytes) else {
        return;
    };
    let published: Option<Moment> = "2025-09-10".parse().ok();
    let reading = text::read(given, published);
    let mut spans: Vec<text::Span> = reading.figures().iter().map(|figure| figure.span).collect();
    spans.extend(reading.dates().iter().map(|date| date.span));
    spans.extend(reading.hedges().iter().flat_map(|hedge| [hedge.span, hedge.scope]));
    spans.extend(reading.negations().iter().flat_map(|negation| [negation.span, negation.scope]));
    spans.extend(reading.modals().iter().flat_map(|modal| [modal.span, modal.scope]));
    for said in reading.attributions() {
        assert!((1..=8).contains(&said.chain.len()));
        spans.extend([said.content, said.told].into_iter().flatten());
        spans.extend(said.chain.iter().flat_map(|link| [link.span, link.about, Some(link.cue)]).flatten());
    }
    for span in spans {
        assert!(!span.of(given).is_empty(), "{span:?}");
    }
    let drafts = text::draft(given, published);
    assert!(!render::drafts(&drafts).is_empty());
    for claim in &drafts.claims {
        let accepted = claim.accept("c", "s", "a");
        assert!(accepted.value.check().is_ok());
        for word in &claim.words {
            assert_eq!(word.accept("r", "o", "c", |_: &str| Some("x".into())).is_ok(), word.stance.is_some());
        }
    }
    if let Err(refused) = Claim::stated("c", given, "s", "a") {
        assert!(!refused.to_string().contains('\n'), "{refused:?}");
    }
}
