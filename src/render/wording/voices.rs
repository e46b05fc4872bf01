//! Who says it: the sources to which a sentence attributes a claim, with what has to be told about them.

use std::collections::BTreeSet;

use crate::evaluate::{Assessment, Code, Own};
use crate::model::attribution::{Attribution, Certainty, Stance};
use crate::model::dossier::Dossier;
use crate::model::id::SourceId;
use crate::render::citation::hedges;
use crate::render::list::{SHOWN, shortened};
use crate::render::name;
use crate::render::scene::Scene;

/// So many of those who passed it on are named.
const THROUGH: usize = 2;

/// What is told of a party.
const STAKE: &str = "with a stake in the matter";

/// Somebody who says it.
struct Voice<'d> {
    source: &'d SourceId,
    name: String,
    /// `hedged as "likely"`, where the source did not state it outright.
    hedge: Option<String>,
    has_stake: bool,
    /// Those through whom alone it is known.
    through: Vec<&'d SourceId>,
}

/// Those who stand behind a claim itself, as far as they have to be told.
pub(super) struct Voices<'d> {
    scene: Scene<'d>,
    voices: Vec<Voice<'d>>,
    /// Whether the voices know, as far as they declare it.
    are_declared: bool,
    /// The standing affirmations of the claim.
    words: Vec<&'d Attribution>,
}

impl<'d> Voices<'d> {
    pub(super) fn of(assessment: &Assessment<'d>) -> Self {
        let evaluation = assessment.evaluation;
        let dossier: &'d Dossier = evaluation.dossier();
        let scene = Scene(dossier);
        let words: Vec<&Attribution> =
            evaluation.affirmations(assessment.claim).map(|at| &dossier.attributions()[at as usize]).collect();
        let origins = Own::of(evaluation).origins(assessment.claim);
        let are_declared = origins.iter().any(|origin| origin.is_declared);
        let mut voices: Vec<Voice<'_>> = origins
            .iter()
            .filter(|origin| origin.is_declared == are_declared)
            .map(|origin| voice(scene, assessment, &words, &dossier.sources()[origin.source as usize].id))
            .collect();
        // Who stated it outright comes first, then who has no stake, then those who may know before those who pass on.
        voices.sort_by_key(|voice| {
            let is_medium = dossier.source(voice.source).is_some_and(|source| source.kind.is_medium());
            (voice.hedge.is_some(), voice.has_stake, !voice.through.is_empty(), is_medium)
        });
        Self { scene, voices, are_declared, words }
    }

    /// Whether nobody stands by the claim itself.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether no account of the claim itself leads to anybody.
    pub(super) fn lead_nowhere(&self) -> bool {
        self.voices.is_empty()
    }

    /// The sources that are named or counted.
    pub(super) fn sources(&self) -> Vec<SourceId> {
        let mut sources: Vec<SourceId> = if self.voices.is_empty() {
            self.words.iter().map(|word| self.scene.speaker(&word.source).clone()).collect()
        } else {
            self.voices.iter().map(|voice| voice.source.clone()).collect()
        };
        sources.sort();
        sources.dedup();
        sources
    }

    /// Those who reported it, for what leads nowhere.
    pub(super) fn reporters(&self) -> String {
        self.scene.speakers(&self.words)
    }

    /// Before a verb: as [`subject`](Self::subject), or those who reported what leads nowhere.
    pub(super) fn speaking(&self) -> (String, String) {
        if self.voices.is_empty() { (self.reporters(), String::new()) } else { self.subject() }
    }

    /// The names alone: `the NIS and Yonhap`.
    pub(super) fn names(&self) -> String {
        if self.voices.is_empty() {
            return self.reporters();
        }
        shortened(self.voices.iter().map(|voice| voice.name.clone()).collect(), SHOWN, "and", "others")
    }

    /// Behind `according to`: `the NIS, hedged as "likely"`; `Kyiv and Moscow, with a stake in the matter`; `US officials (not named), as reported by CNN`.
    pub(super) fn told(&self) -> String {
        let (names, clauses) = self.parts(true);
        clauses.into_iter().fold(names, |told, clause| format!("{told}, {clause}"))
    }

    /// Before a verb, and what is to stand behind its object: `Kyiv, with a stake in the matter,` and ` ("likely")`.
    pub(super) fn subject(&self) -> (String, String) {
        let (names, clauses) = self.parts(false);
        let subject = if clauses.is_empty() { names } else { format!("{names}, {},", clauses.join(", ")) };
        let behind = match self.one_hedge() {
            Some(hedge) => format!(" ({})", hedge.trim_start_matches("hedged as ").trim_start_matches("as ")),
            None => String::new(),
        };
        (subject, behind)
    }

    /// The hedge that all share.
    fn one_hedge(&self) -> Option<&str> {
        let hedges: BTreeSet<Option<&str>> = self.voices.iter().map(|voice| voice.hedge.as_deref()).collect();
        hedges.first().copied().flatten().filter(|_| hedges.len() == 1)
    }

    /// The names, and what is told of all of them: their stake, their hedge if asked for, through whom they are known, and that they do not say whence. What
    /// holds of some alone stands in parentheses behind their names.
    fn parts(&self, with_hedge: bool) -> (String, Vec<String>) {
        let stakes = self.voices.iter().filter(|voice| voice.has_stake).count();
        let all_have = stakes > 0 && stakes == self.voices.len();
        let one_hedge = self.one_hedge();
        let named = |voice: &Voice<'_>| {
            let mut more = Vec::new();
            more.extend((!all_have && voice.has_stake).then(|| STAKE.to_owned()));
            more.extend(voice.hedge.clone().filter(|_| one_hedge.is_none()));
            let more = more.join("; ");
            match voice.name.strip_suffix(')') {
                _ if more.is_empty() => voice.name.clone(),
                // One pair of parentheses is enough.
                Some(name) if name.contains(" (") => format!("{name}; {more})"),
                _ => format!("{} ({more})", voice.name),
            }
        };
        let (relayed, direct): (Vec<&Voice<'_>>, Vec<&Voice<'_>>) =
            self.voices.iter().partition(|voice| !voice.through.is_empty());
        let list = |voices: &[&Voice<'_>]| shortened(voices.iter().map(|v| named(v)).collect(), SHOWN, "and", "others");
        let through: BTreeSet<&SourceId> = relayed.iter().flat_map(|voice| voice.through.iter().copied()).collect();
        let reported = format!("as reported by {}", shortened(self.scene.each(through), THROUGH, "and", "others"));
        let mut clauses = Vec::new();
        clauses.extend(all_have.then(|| STAKE.to_owned()));
        clauses.extend(one_hedge.filter(|_| with_hedge).map(str::to_owned));
        let names = match (direct.is_empty(), relayed.is_empty()) {
            (true, _) => {
                clauses.push(reported);
                list(&relayed)
            }
            (false, true) => list(&direct),
            (false, false) => format!("{} and, {reported}, {}", list(&direct), list(&relayed)),
        };
        if !self.are_declared {
            clauses.push("without saying where the account came from".to_owned());
        }
        (names, clauses)
    }

    /// What keeps it from being a fact, as the end of a sentence.
    pub(super) fn reservation(&self, assessment: &Assessment<'_>) -> &'static str {
        let several = assessment.support().least() > 1;
        let findings = if several { assessment.findings() } else { Vec::new() };
        let has = |code: Code| findings.iter().any(|finding| finding.code == code);
        if has(Code::HedgedOnly) {
            "nobody has stated it outright"
        } else if has(Code::PartyOnly) {
            "nobody without a stake in the matter has confirmed it"
        } else if has(Code::AnonymousOnly) {
            "nobody has confirmed it by name"
        } else if several {
            "that does not amount to confirmation"
        } else {
            "that has not been independently confirmed"
        }
    }
}

fn voice<'d>(
    scene: Scene<'d>,
    assessment: &Assessment<'d>,
    words: &[&'d Attribution],
    source: &'d SourceId,
) -> Voice<'d> {
    let dossier = scene.0;
    let speaks = |word: &&&Attribution| scene.speaker(&word.source) == source;
    let cites = |word: &&&Attribution| word.cites.iter().flatten().any(|cited| scene.speaker(cited) == source);
    let own: Vec<&Attribution> = words.iter().filter(speaks).copied().collect();
    let citing: Vec<&Attribution> = words.iter().filter(cites).copied().collect();
    let (heard, through) = if own.is_empty() {
        (citing.clone(), citing.iter().map(|word| scene.speaker(&word.source)).collect())
    } else {
        (own, Vec::new())
    };
    let surest = heard.iter().map(|word| word.certainty).min().unwrap_or(Certainty::Stated);
    let hedge = (surest != Certainty::Stated).then(|| match hedges(&heard, "hedged as ", "") {
        none if none.is_empty() => format!("as {surest}"),
        hedge => hedge,
    });
    let attribute = &assessment.claim().attribute;
    let has_stake = dossier.source(source).is_some_and(|source| source.party.is_on(attribute))
        && !heard.iter().any(|word| word.against_interest);
    let name = dossier.source(source).map_or_else(String::new, name::short);
    Voice { source, name, hedge, has_stake, through }
}

/// Who gave these words: those in their own voice, else all. Whom somebody cites is not named here: whether it said so is another question.
pub(super) fn who<'d>(scene: Scene<'d>, words: &[&'d Attribution]) -> String {
    let own: Vec<&Attribution> = words.iter().filter(|word| word.cites.is_empty()).copied().collect();
    scene.speakers(if own.is_empty() { words } else { &own })
}

/// Those who stand against a claim: who denies it, and who says what instead.
pub(super) struct Against<'d> {
    pub(super) denials: Vec<&'d Attribution>,
    pub(super) otherwise: Vec<&'d Attribution>,
}

impl<'d> Against<'d> {
    pub(super) fn of(assessment: &Assessment<'d>) -> Self {
        let dossier: &'d Dossier = assessment.evaluation.dossier();
        let words: Vec<&Attribution> =
            assessment.opposition().attributions().into_iter().filter_map(|id| dossier.attribution(id)).collect();
        let claim = &assessment.claim().id;
        let (denials, otherwise) = words
            .into_iter()
            .partition(|word| word.says() == Some(Stance::Denies) && word.claim.as_ref() == Some(claim));
        Self { denials, otherwise }
    }
}
