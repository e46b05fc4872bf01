//! What is fuzzed: every place where bytes of strangers come in, and what must hold whatever they are.

use corroborate::scales::{Admiralty, Ipcc, lint};
use corroborate::{
    Day, Desk, Dossier, Edtf, Evaluator, JournalError, Moment, Policy, Probability, ProblemKind, Problems, Value,
};

/// A dossier is read and survives writing, or is refused with problems in order; the same where its bytes come in small pieces.
pub fn dossier(bytes: &[u8]) {
    let read = Dossier::from_json(bytes);
    assert_eq!(Dossier::read_json(InPieces::of(bytes)), read);
    refused_alike(bytes, &read);
    match read {
        Ok(dossier) => {
            let written = dossier.to_json();
            assert_eq!(Dossier::from_json_str(&written).as_ref(), Ok(&dossier), "{written}");
        }
        Err(problems) => told_well(&problems),
    }
}

/// The same for a dossier in JSON Lines.
pub fn lines(bytes: &[u8]) {
    let read = Dossier::from_jsonl(bytes);
    assert_eq!(Dossier::read_jsonl(InPieces::of(bytes)), read);
    match read {
        Ok(dossier) => {
            let written = dossier.to_jsonl();
            assert_eq!(Dossier::from_jsonl(written.as_bytes()).as_ref(), Ok(&dossier), "{written}");
            assert_eq!(Dossier::from_json(dossier.to_json().as_bytes()).as_ref(), Ok(&dossier));
        }
        Err(problems) => told_well(&problems),
    }
}

/// Bytes that come a few at a time, of sizes that depend on the bytes alone.
pub struct InPieces<'b> {
    bytes: &'b [u8],
    dice: usize,
}

impl<'b> InPieces<'b> {
    pub fn of(bytes: &'b [u8]) -> Self {
        Self::with(bytes, bytes.iter().fold(bytes.len(), |sum, byte| sum.wrapping_mul(31) ^ usize::from(*byte)))
    }

    pub fn with(bytes: &'b [u8], dice: usize) -> Self {
        Self { bytes, dice }
    }
}

impl std::io::Read for InPieces<'_> {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        self.dice = self.dice.wrapping_mul(0x5851_f42d).wrapping_add(0x1405_7b7f);
        let most = match self.dice >> 16 & 7 {
            0 => return Err(std::io::ErrorKind::Interrupted.into()),
            7 => 200,
            few => few,
        };
        let (piece, rest) = self.bytes.split_at(most.min(room.len()).min(self.bytes.len()));
        room[..piece.len()].copy_from_slice(piece);
        self.bytes = rest;
        Ok(piece.len())
    }
}

/// A file that is no JSON is refused in the words in which `serde_json` refuses it as a whole, which is how policies are read: a dossier is cut into entries first.
fn refused_alike(bytes: &[u8], read: &Result<Dossier, Problems>) {
    let is_form = |problem: &corroborate::Problem| match &problem.kind {
        ProblemKind::Syntax(said) => !said.contains("half a character"),
        kind => matches!(
            kind,
            ProblemKind::NotUtf8(_)
                | ProblemKind::Truncated(_)
                | ProblemKind::TrailingText
                | ProblemKind::ByteOrderMark
                | ProblemKind::Empty("the file")
        ),
    };
    match Policy::from_json(bytes) {
        Err(problems) if problems.iter().all(is_form) => assert_eq!(read.as_ref(), Err(&problems)),
        _ => assert!(!read.as_ref().is_err_and(|problems| problems.iter().any(is_form)), "{read:?}"),
    }
}

/// A policy is read, and then can be applied, or is refused.
pub fn policy(bytes: &[u8]) {
    match Policy::from_json(bytes) {
        Ok(policy) => assert_eq!(policy.check(), Ok(())),
        Err(problems) => told_well(&problems),
    }
}

/// A journal is rebuilt, and what could also be applied line by line is the same story then; or it is refused.
pub fn journal(bytes: &[u8]) {
    let mut desk = Desk::default();
    let mut all = true;
    for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        match std::str::from_utf8(line).map(|line| desk.apply_json(line)) {
            Ok(Ok(_)) => {}
            Ok(Err(problems)) => {
                told_well(&problems);
                all = false;
            }
            Err(_) => all = false,
        }
    }
    match Desk::from_journal(bytes, Evaluator::default()) {
        Ok(rebuilt) => {
            let dossier = rebuilt.desk.view().dossier();
            assert!(!all || dossier == desk.view().dossier());
            assert!(rebuilt.torn.is_none_or(|torn| bytes.len() as u64 > torn.byte && !torn.to_string().contains('\n')));
        }
        Err(JournalError::Problems(problems)) => told_well(&problems),
        Err(error) => panic!("{error}"),
    }
}

/// A value, in a dossier that is right but for it.
pub fn value(bytes: &[u8]) {
    let Ok(value) = std::str::from_utf8(bytes) else {
        return;
    };
    for kind in ["quantity", "date", "text", "truth"] {
        let file = format!(
            r#"{{"corroborate": 1, "attributes": [{{"id": "a", "kind": "{kind}"}}], "claims":
            [{{"id": "c", "statement": "S", "subject": "x", "attribute": "a", "value": {value}}}]}}"#
        );
        dossier(file.as_bytes());
        if let Ok(dossier) = Dossier::from_json_str(&file) {
            assert!(dossier.claims().iter().map(|claim| &claim.value).all(|value: &Value| value.check().is_ok()));
        }
    }
}

/// A date expression means at least one day, and its text is kept; days and moments are read or refused.
pub fn edtf(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    match Edtf::parse(text) {
        Ok(date) => {
            assert_eq!(date.as_str(), text);
            assert!(date.core().is_subset(date.wide()) && !date.core().is_empty());
            assert!(date.start().zip(date.end()).is_none_or(|(start, end)| start <= end));
        }
        Err(error) => assert!(!error.to_string().contains('\n')),
    }
    if let Ok(day) = text.parse::<Day>() {
        assert_eq!(day.to_string().parse(), Ok(day));
    }
    if let Ok(moment) = text.parse::<Moment>() {
        assert_eq!(moment.to_string().parse(), Ok(moment));
    }
}

/// A text is checked for what ICD 203 keeps apart, or read as a code of a standard scale.
pub fn doubt(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Err(mixed) = lint(text) {
        assert!(!mixed.to_string().contains('\n'), "{mixed:?}");
        // A text that is refused is so for one of its sentences, whatever stands around it.
        assert!(lint(&format!("{text}\n\nNothing else.")).is_err());
    }
    match text.parse::<Admiralty>() {
        Ok(code) => assert_eq!(code.to_string(), text),
        Err(error) => assert!(!error.to_string().contains('\n')),
    }
    if let Ok(probability) = text.parse::<Probability>() {
        assert!(probability.whole_percent() <= 100 && Ipcc::all_of(probability).next().is_some());
    }
}

/// There is at least one problem; each is one line, and they stand in the order of the text.
fn told_well(problems: &Problems) {
    assert!(problems.iter().next().is_some());
    let places: Vec<_> = problems.iter().filter_map(|problem| problem.position).collect();
    assert!(places.is_sorted(), "{problems}");
    for problem in problems {
        assert!(!problem.to_string().contains('\n'), "{problem:?}");
    }
}

/// Reviews of others: whatever is JSON is kept leaf by leaf, what is read from it proposes a sound dossier, and a feed gives what the whole document has.
#[cfg(feature = "claimreview")]
pub fn markup(bytes: &[u8]) {
    use corroborate::claimreview::{Reader, lint};
    use corroborate::import::{Proposal, Tree};
    let tree = match Tree::read_bytes(bytes) {
        Ok(tree) => tree,
        Err(error) => return assert!(!error.to_string().contains('\n'), "{error:?}"),
    };
    assert_eq!(tree.root().raw().trim(), tree.root().raw());
    let found = Reader::default().reviews(&tree);
    assert!(found.reviews.len() + found.passed_over.len() > 0);
    for review in &found.reviews {
        let problems = lint(review);
        let told = review.repairs.iter().map(ToString::to_string).chain(problems.iter().map(ToString::to_string));
        told.for_each(|line| assert!(!line.contains('\n'), "{line:?}"));
        assert!(review.unread().count() <= review.at.leaves().count());
        if let Some(proposal) = Proposal::of(review) {
            let built = proposal.decide(corroborate::Stance::Doubts).accept(Dossier::builder("")).build();
            assert!(built.is_ok(), "{built:?}");
        }
    }
    #[cfg(feature = "factcheck")]
    for review in corroborate::factcheck::Reader::default().reviews(&tree).reviews {
        Proposal::of(&review).map(|proposal| proposal.accept(Dossier::builder("")).build().unwrap());
    }
}

/// A page gives blocks, or says why not; each block by itself is JSON.
#[cfg(feature = "claimreview")]
pub fn page(bytes: &[u8]) {
    let page = corroborate::claimreview::Page::read(&String::from_utf8_lossy(bytes));
    for unreadable in &page.unreadable {
        assert!(!unreadable.to_string().contains('\n'), "{unreadable:?}");
    }
    for block in &page.blocks {
        markup(block.tree.root().raw().as_bytes());
    }
}

/// A feed gives the same whether it comes whole or in small pieces, and ends.
#[cfg(feature = "claimreview")]
pub fn feed(bytes: &[u8]) {
    use corroborate::import::{Feed, FeedError, Item};
    let tell = |item: Result<Item, FeedError>| match item {
        Ok(item) => format!("{} {} {}", item.document, item.pointer, item.tree.root().raw()),
        Err(error) => error.to_string(),
    };
    let whole: Vec<String> = Feed::new(bytes).map(tell).collect();
    assert_eq!(Feed::new(InPieces::of(bytes)).map(tell).collect::<Vec<_>>(), whole);
    assert!(whole.len() <= bytes.len());
}
