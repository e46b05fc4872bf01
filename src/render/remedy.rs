//! The one place where a remedy becomes a sentence.

use super::agreement::Follows;
use super::clean::sentence;
use super::list::{join, number, shortened};
use super::name;
use super::scene::{Scene, quoted};
use crate::advise::{Addition, Heard, Outcome, Remedy};
use crate::model::attribution::{Attribution, Stance};
use crate::model::dossier::Dossier;
use crate::model::id::{AttributionId, SourceId};
use crate::model::source::{Source, SourceKind};

/// How many names stand in one place before they are only counted.
const NAMED: usize = 3;

/// What a remedy asks for, in one sentence for people, without ids. O(entries named).
///
/// ```
/// use corroborate::{Addition, Dossier, Outcome, Remedy, Source, SourceKind, render};
/// let dossier = Dossier::builder("").source(Source::new("duma", "State Duma").kind(SourceKind::Legislature)).build()?;
/// let word = Addition::Authority { one_of: vec!["duma".into()] };
/// let remedy = Remedy { claim: "c".into(), toward: Outcome::Confirmed, additions: vec![word], published: None };
/// assert_eq!(render::remedy(&remedy, &dossier), "The State Duma's own word on it.");
/// # Ok::<(), corroborate::Problems>(())
/// ```
#[must_use]
pub fn remedy(remedy: &Remedy, dossier: &Dossier) -> String {
    let told = Told { remedy, scene: Scene(dossier) };
    let words = match remedy.additions.as_slice() {
        [] => "nothing more is needed".to_owned(),
        [only] => told.alone(only),
        several => told.clauses(several),
    };
    sentence(&words)
}

struct Told<'a> {
    remedy: &'a Remedy,
    scene: Scene<'a>,
}

impl<'a> Told<'a> {
    fn is_denial(&self) -> bool {
        self.remedy.toward == Outcome::Refuted
    }

    /// What those do who take the side: `says so`, `denies it`.
    fn sides(&self, follows: Follows) -> &'static str {
        if self.is_denial() { follows.verb("denies it", "deny it") } else { follows.verb("says so", "say so") }
    }

    /// Several additions: somebody does something, and somebody else does something.
    fn clauses(&self, additions: &'a [Addition]) -> String {
        let mut clauses: Vec<String> = additions.iter().map(|addition| self.clause(addition)).collect();
        if let ([.., before, Addition::Origins { count, beyond }], Some(last)) = (additions, clauses.last_mut())
            && Self::speaks_out(before)
        {
            let does = if *count == 1 { "does" } else { "do" };
            *last = format!("so {does} {}", self.origins(*count, beyond, true));
        }
        match clauses.as_slice() {
            [rest @ .., last] if rest.len() > 1 => format!("{}; and {last}", rest.join("; ")),
            _ => clauses.join(", and "),
        }
    }

    /// Whether a clause ends with somebody saying so, or denying it.
    fn speaks_out(addition: &Addition) -> bool {
        match addition {
            Addition::Authority { .. } => true,
            Addition::OwnWord { heard, .. } => *heard != Heard::Undeclared,
            _ => false,
        }
    }

    /// An addition that is all that is needed.
    fn alone(&self, addition: &'a Addition) -> String {
        match addition {
            Addition::Origins { count, beyond } => {
                let origins = self.origins(*count, beyond, !beyond.is_empty());
                match (self.is_denial(), count) {
                    (false, _) => origins,
                    (true, 1) => format!("{origins} denies it"),
                    (true, _) => format!("{origins}, deny it"),
                }
            }
            Addition::Authority { one_of } => match (self.is_denial(), one_of.as_slice()) {
                (false, []) => "the word of whoever keeps the record of it".to_owned(),
                (true, []) => "a denial by whoever keeps the record of it".to_owned(),
                (false, [only]) => match self.possessive(only) {
                    Some(whose) => format!("{whose} own word on it"),
                    None => format!("the word of {}, whose own records settle it", self.either(one_of)),
                },
                (false, _) => format!("the word of {}, whose own records settle it", self.either(one_of)),
                (true, _) => format!("a denial by {}, whose own records settle it", self.either(one_of)),
            },
            Addition::OwnWord { .. } | Addition::Withdrawal { .. } => self.clause(addition),
        }
    }

    /// An addition as one of several: somebody does something.
    fn clause(&self, addition: &'a Addition) -> String {
        match addition {
            Addition::Origins { count, beyond } => {
                let follows = if *count == 1 { Follows::One } else { Follows::Many };
                let has_company = !beyond.is_empty() || self.remedy.additions.iter().any(is_word);
                let origins = self.origins(*count, beyond, has_company);
                let comma = if *count == 1 { "" } else { "," };
                format!("{origins}{comma} {}", self.sides(follows))
            }
            Addition::Authority { one_of } => {
                let who = match one_of.as_slice() {
                    [] => "whoever keeps the record of it".to_owned(),
                    known => self.either(known),
                };
                let follows = match one_of.as_slice() {
                    [only] => self.follows(only),
                    _ => Follows::One,
                };
                format!("{who} {}", self.sides(follows))
            }
            Addition::OwnWord { source, heard, .. } => self.own_word(source, *heard),
            Addition::Withdrawal { source, retracts, disowns } => self.withdrawal(source, retracts, disowns),
        }
    }

    /// `two more credible origins, independent of each other and of the NIS`.
    fn origins(&self, count: u32, beyond: &'a [SourceId], has_company: bool) -> String {
        let is_anonymous = |id: &SourceId| self.scene.0.source(id).is_some_and(|source| source.anonymous);
        // Those without a name only count beside somebody who has one.
        let more = match (has_company, beyond.iter().all(is_anonymous)) {
            (true, true) if !beyond.is_empty() => " named",
            (true, _) => " more",
            (false, _) => "",
        };
        let many = number(count as usize);
        let others = match beyond.len() {
            0 => None,
            1..=NAMED => Some(beyond),
            _ => None,
        };
        let uncounted = beyond.len() > NAMED;
        match (count, others) {
            (1, Some(others)) => format!("one{more} credible origin that does not rest on {}", self.either(others)),
            (1, None) if uncounted => format!("one{more} credible origin that rests on none of those on record"),
            (1, None) => format!("one{more} credible origin"),
            (_, Some(others)) => format!(
                "{many}{more} credible origins, independent of each other and of {}",
                join(&self.scene.each(others), "and")
            ),
            (_, None) if uncounted => {
                format!("{many}{more} credible origins, independent of each other and of those on record")
            }
            (_, None) => format!("{many}{more} credible origins, independent of each other"),
        }
    }

    fn own_word(&self, id: &'a SourceId, heard: Heard) -> String {
        let (who, follows) = (self.who(id), self.follows(id));
        match (heard, self.is_denial()) {
            (Heard::ThroughOthers, _) => format!("{who} {} {}, outright", self.sides(follows), follows.itself()),
            (Heard::Hedging, _) => format!("{who} {} outright", self.sides(follows)),
            (Heard::Undeclared, false) => {
                format!("{who} {} at first hand", follows.verb("shows that it has this", "show that they have this"))
            }
            (Heard::Undeclared, true) => {
                format!("{who} {} at first hand that it is not so", follows.verb("shows", "show"))
            }
        }
    }

    fn withdrawal(&self, id: &'a SourceId, retracts: &'a [AttributionId], disowns: &'a [AttributionId]) -> String {
        let (who, follows) = (self.who(id), self.follows(id));
        let withdraws = follows.verb("withdraws", "withdraw");
        let own = self.scene.words(retracts);
        if own.is_empty() {
            let citing = self.scene.words(disowns);
            let reported = shortened(self.scene.each(citing.iter().map(|word| &word.source)), NAMED, "and", "others");
            return match follows {
                Follows::One => format!("{who} disowns what {reported} credited it with"),
                Follows::Many => format!("{who} disown what {reported} credited them with"),
                Follows::Person => format!("{who} disowns what {reported} reported"),
            };
        }
        let said: Vec<(bool, Option<String>)> = {
            let mut said: Vec<_> = own.iter().map(|word| self.content(word)).collect();
            said.sort();
            said.dedup();
            said
        };
        let noun = if self.is_medium(id) { "report" } else { "statement" };
        let its = follows.its();
        match said.as_slice() {
            [(true, None)] => format!("{who} {withdraws} {its} denial"),
            [(false, None)] => format!("{who} {withdraws} {its} {noun}"),
            [(true, Some(other))] => format!("{who} {withdraws} {its} denial that {other}"),
            [(false, Some(other))] => format!("{who} {withdraws} {its} {noun} that {other}"),
            _ if self.is_denial() => format!("{who} {withdraws} all that speaks for it"),
            _ => format!("{who} {withdraws} all that speaks against it"),
        }
    }

    /// Whether a word denies, and what, where it is on another claim.
    fn content(&self, word: &Attribution) -> (bool, Option<String>) {
        let other = word.claim.as_ref().filter(|claim| **claim != self.remedy.claim);
        let other = other.and_then(|claim| self.scene.0.claim(claim));
        (word.says() == Some(Stance::Denies), other.map(quoted))
    }

    fn who(&self, id: &'a SourceId) -> String {
        self.scene.0.source(id).map_or_else(|| "a source".to_owned(), name::short)
    }

    fn follows(&self, id: &SourceId) -> Follows {
        self.scene.0.source(id).map_or(Follows::One, Follows::of)
    }

    fn is_medium(&self, id: &SourceId) -> bool {
        self.scene.0.source(id).is_some_and(|source: &Source| {
            source.kind.is_medium() || matches!(source.kind, SourceKind::Ngo | SourceKind::ThinkTank)
        })
    }

    /// `the State Duma's`; nothing where the name ends in an explanation.
    fn possessive(&self, id: &'a SourceId) -> Option<String> {
        let who = self.who(id);
        match who.chars().last() {
            Some(')') => None,
            Some('s') => Some(format!("{who}'")),
            _ => Some(format!("{who}'s")),
        }
    }

    fn either(&self, sources: &'a [SourceId]) -> String {
        shortened(self.scene.each(sources), NAMED, "or", "others")
    }
}

/// Whether an addition is a word on the side that is to prevail.
const fn is_word(addition: &Addition) -> bool {
    matches!(addition, Addition::Authority { .. } | Addition::OwnWord { .. })
}
