//! Reads `said.txt`, and writes what the library reads in its notation.

use corroborate::Stance;
use corroborate::text::{self, Span, SpeakerKind};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Right,
    Miss,
    False,
}

pub struct Case {
    pub sentence: String,
    pub items: Vec<(Mark, String)>,
}

/// The sentences that the rules were made with.
pub fn gold() -> Vec<Case> {
    cases(include_str!("said.txt"))
}

/// Those that were not.
pub fn unseen() -> Vec<Case> {
    cases(include_str!("unseen.txt"))
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        match line.strip_prefix("  ") {
            None => cases.push(Case { sentence: line.to_owned(), items: Vec::new() }),
            Some(item) => {
                let (mark, item) = match (item.strip_prefix("miss "), item.strip_prefix("false ")) {
                    (Some(item), _) => (Mark::Miss, item),
                    (_, Some(item)) => (Mark::False, item),
                    _ => (Mark::Right, item),
                };
                cases.last_mut().unwrap().items.push((mark, item.to_owned()));
            }
        }
    }
    cases
}

pub fn found(sentence: &str) -> Vec<String> {
    let reading = text::read(sentence, None);
    let words = |span: Span| span.of(sentence);
    let mut found = Vec::new();
    for hedge in reading.hedges() {
        let against = if hedge.against { " against" } else { "" };
        found.push(format!("h {}{against} | {} | {}", hedge.certainty, words(hedge.span), words(hedge.scope)));
    }
    for negation in reading.negations() {
        found.push(format!("n {} | {} | {}", negation.kind, words(negation.span), words(negation.scope)));
    }
    for modal in reading.modals() {
        found.push(format!("m {} | {} | {}", modal.modality, words(modal.span), words(modal.scope)));
    }
    for said in reading.attributions() {
        let chain: Vec<String> = said
            .chain
            .iter()
            .map(|link| {
                let sign = match link.kind {
                    SpeakerKind::Named | SpeakerKind::Nobody => "",
                    SpeakerKind::Described => "?",
                    SpeakerKind::Pronoun => "~",
                };
                format!("{}{sign}", link.span.map_or("-", words))
            })
            .collect();
        let told = said.told.map_or_else(String::new, |told| format!(" | {}", words(told)));
        let stance = said.stance.map_or("nothing", Stance::as_str);
        found.push(format!(
            "a {stance} {} | {} | {}{told}",
            said.speech,
            chain.join(" > "),
            said.content.map_or("-", words)
        ));
    }
    found
}
