//! From a text to drafts: what it may add to a dossier, once a person has said so.

mod accept;
mod missing;
mod names;
mod piece;
mod stated;
mod statement;

pub use accept::Unaccepted;
pub use missing::Missing;
pub use names::Names;
pub use stated::StatementError;

use super::attribution::Speaker;
use super::modality::Modality;
use super::reading::Span;
use crate::model::attribution::{Certainty, Stance};
use crate::model::edtf::Edtf;
use crate::model::moment::Moment;
use crate::model::value::Value;

/// What a text may add to a dossier. Nothing of it is in one: a person [accepts](ClaimDraft::accept) what is right, and leaves the rest.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Drafts {
    /// The proposed claims, in the order of the text.
    pub claims: Vec<ClaimDraft>,
}

/// A proposed claim, with who says so.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ClaimDraft {
    /// The proposition, in the words of the text: what is said, without who says it.
    pub statement: String,
    /// Where the statement stands.
    pub span: Span,
    /// The value: a quantity, a date, or whether it is so.
    pub value: Value,
    /// Where the value stands; `None` where it is whether it is so.
    pub figure: Option<Span>,
    /// The unit of a quantity, as it is written: "troops".
    pub unit: Option<String>,
    /// The time that the fact is about.
    pub when: Option<Edtf>,
    /// In what way it is told as no fact.
    pub modality: Option<Modality>,
    /// Who says so, and how surely; never none. The first is the sentence itself.
    pub words: Vec<WordDraft>,
    /// What a person has to fill in or decide.
    pub missing: Vec<Missing>,
}

/// A proposed attribution: the word of whoever published the text, with those whom it cites.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WordDraft {
    /// Whom it cites, nearest to the reader first; nobody where the text speaks for itself.
    pub chain: Vec<Citation>,
    /// What it says of the claim; `None` where somebody declines to say.
    pub stance: Option<Stance>,
    /// How sure it is: the weakest of its hedges.
    pub certainty: Certainty,
    /// The words of its hedges, parted by `; `.
    pub hedge: Option<String>,
    /// The words themselves, where they are quoted.
    pub quote: Option<String>,
    /// When the text was published.
    pub published: Option<Moment>,
}

/// One who is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Citation {
    /// The name or description, as it stands in the text; empty for nobody.
    pub name: String,
    /// How they are named, and where.
    pub speaker: Speaker,
}

/// Proposes claims and attributions for what a text says.
///
/// A claim is proposed for every figure; for every date in a clause without a figure; and for what is attributed or hedged and has neither. What the text says in its own voice without any
/// of these is left to the reader. Subject and attribute are never guessed; what else is missing is [listed](ClaimDraft::missing).
///
/// Deterministic, and linear in the text.
///
/// ```
/// use corroborate::{Attribution, Certainty, Claim, text};
/// let line = "Yonhap, citing the agency, said an estimated 2,000 soldiers had been killed by August 2025.";
/// let drafts = text::draft(line, Some("2025-09-02".parse()?));
/// let draft = &drafts.claims[0];
/// assert_eq!(draft.statement, "An estimated 2,000 soldiers had been killed by August 2025");
/// assert_eq!(draft.words[0].certainty, Certainty::Probable);
/// let claim: Claim = draft.accept("killed-2000", "dprk-troops", "killed");
/// assert_eq!(claim.when, Some("../2025-08".parse()?));
/// let ids = |name: &str| match name {
///     "Yonhap" => Some("yonhap".into()),
///     "the agency" => Some("nis".into()),
///     _ => None,
/// };
/// let word: Attribution = draft.words[0].accept("r1", "our-paper", "killed-2000", ids)?;
/// assert_eq!(word.cites, [["yonhap".into(), "nis".into()]]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn draft(text: &str, published: Option<Moment>) -> Drafts {
    let reading = super::read(text, published);
    Drafts { claims: piece::claims(&reading, published) }
}
