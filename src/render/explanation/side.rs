//! One side of a claim as branches: its origins, and by which accounts each of them is known.

use std::collections::{BTreeMap, BTreeSet};

use super::account::{account, entries, entry, rule};
use crate::evaluate::Assessment;
use crate::evaluate::explanation::{Argument, Chain, Lack, Link, Origin, Passage, Way, Word};
use crate::model::attribution::{Attribution, Stance};
use crate::model::claim::Claim;
use crate::model::id::{AttributionId, ClaimId, SourceId};
use crate::model::rule::Rule;
use crate::model::source::{Scope, SourceKind};
use crate::render::agreement::Follows;
use crate::render::clean::{capital, sentence};
use crate::render::list::{count, join, number};
use crate::render::name;
use crate::render::scene::{Scene, quoted};
use crate::render::tree::Tree;

/// Tells a side.
pub(super) fn tell<'e>(
    tree: &mut Tree,
    scene: Scene<'e>,
    assessment: &Assessment<'e>,
    argument: &Argument<'e>,
    is_against: bool,
) {
    let side = if is_against { "against it" } else { "for it" };
    if argument.words.is_empty() {
        tree.push(0, format!("{}: nobody's word stands here.", capital(side)));
        return;
    }
    tree.push(0, sentence(&format!("{side}: {}", counts(argument))));
    let telling = Telling { tree, scene, assessment, argument, is_against };
    telling.tell();
}

/// How many origins there are, and whether that is enough.
fn counts(argument: &Argument<'_>) -> String {
    let (least, most) = (argument.least as usize, argument.most as usize);
    let credible = match (argument.credible as usize, argument.authority) {
        (0, _) => "no credible origin".to_owned(),
        (1, true) => "one credible origin, which settles the matter".to_owned(),
        (n, true) => format!("{} credible origins, of which one at least settles the matter", number(n)),
        (n, false) => count(n, "credible origin", "credible origins"),
    };
    let meets = if argument.meets_standard { "that meets the standard" } else { "that is below the standard" };
    let all = match (least, most) {
        (_, 0) => " Nothing leads to anybody who knows".to_owned(),
        (least, most) if least == most && most == argument.credible as usize => String::new(),
        (1, 1) => " Credible or not, there is one".to_owned(),
        (least, most) if least == most => {
            format!(" Credible or not, there are {} that are independent of each other", number(most))
        }
        (least, most) => format!(
            " Credible or not, there are between {} and {}, because it is not declared where some of it comes from",
            number(least),
            number(most)
        ),
    };
    if all.is_empty() { format!("{credible}; {meets}") } else { format!("{credible}; {meets}.{all}") }
}

/// A side, being told.
struct Telling<'t, 'e> {
    tree: &'t mut Tree,
    scene: Scene<'e>,
    assessment: &'t Assessment<'e>,
    argument: &'t Argument<'e>,
    is_against: bool,
}

/// Where a chain leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum End<'e> {
    /// To a source that is an origin, or whose own words say where it has it from.
    Source(&'e SourceId),
    /// Nowhere.
    Nobody,
}

impl<'e> Telling<'_, 'e> {
    fn tell(self) {
        let mut groups: BTreeMap<End<'e>, Vec<&Word<'e>>> = BTreeMap::new();
        for origin in &self.argument.origins {
            groups.insert(End::Source(origin.source), Vec::new());
        }
        for word in &self.argument.words {
            for end in self.ends(word) {
                groups.entry(end).or_default().push(word);
            }
        }
        let mut origins: Vec<&Origin<'e>> = self.argument.origins.iter().collect();
        origins.sort_by_key(|origin| (!origin.settles, !origin.is_credible));
        let Self { tree, scene, assessment, argument, is_against } = self;
        let branch = Branch { scene, assessment, is_against };
        for origin in origins {
            tree.push(1, sentence(&branch.origin(origin)));
            branch.words(tree, groups.remove(&End::Source(origin.source)).unwrap_or_default(), &origin.lacks);
        }
        let nobody = groups.remove(&End::Nobody).unwrap_or_default();
        for (end, words) in groups {
            if let End::Source(source) = end {
                let name = capital(&scene.names([source]));
                tree.push(1, format!("{name} {} it on from others:", pass(scene, source)));
                branch.words(tree, words, &[]);
            }
        }
        if !nobody.is_empty() {
            tree.push(1, "Accounts that lead to nobody who knows:");
            branch.words(tree, nobody, &[]);
        }
        let is_told = argument.chokepoints.len() as u32 != argument.most && !argument.chokepoints.is_empty();
        if is_told {
            let names = scene.names(argument.chokepoints.iter().copied());
            tree.push(
                1,
                format!("Everything passes through {names}: that is why no more origins count as independent."),
            );
        }
    }

    /// Where a word leads: to its own source where it is an origin by it, and along every chain.
    fn ends(&self, word: &Word<'e>) -> Vec<End<'e>> {
        // Origins, and the words that make them, are in the order of their ids.
        let origins = &self.argument.origins;
        let origin = origins.binary_search_by(|origin| origin.source.cmp(word.speaker)).ok();
        let origin = origin.and_then(|at| origins.get(at)).filter(|of| of.by.binary_search(&word.attribution).is_ok());
        let mut ends: Vec<End<'e>> = origin.map(|origin| End::Source(origin.source)).into_iter().collect();
        ends.extend(word.chains.iter().map(end));
        // What leads somewhere is not told as leading nowhere too.
        ends.sort_unstable();
        ends.dedup();
        if ends.len() > 1 {
            ends.retain(|end| *end != End::Nobody);
        }
        if ends.is_empty() { vec![End::Nobody] } else { ends }
    }
}

fn end<'e>(chain: &Chain<'e>) -> End<'e> {
    let reached = chain.links.iter().rfind(|link| link.passage != Passage::Unreached);
    reached.filter(|link| link.passage.carries()).map_or(End::Nobody, |link| End::Source(link.cited))
}

/// What is asked of every branch.
struct Branch<'t, 'e> {
    scene: Scene<'e>,
    assessment: &'t Assessment<'e>,
    is_against: bool,
}

/// What words have in common that say the same of a claim.
type Alike<'e> = (Way, Option<&'e ClaimId>, bool);

impl<'e> Branch<'_, 'e> {
    /// What an origin is worth, in a sentence.
    fn origin(&self, origin: &Origin<'e>) -> String {
        let name = self.scene.names([origin.source]);
        let lacks = |lack: Lack| origin.lacks.contains(&lack);
        let worth = if origin.settles {
            "settles the matter".to_owned()
        } else if !origin.is_credible {
            match self.lacks(origin.source, &origin.lacks, true) {
                why if why.is_empty() => "does not count".to_owned(),
                why => format!("does not count: {why}"),
            }
        } else if lacks(Lack::Anonymous) {
            "counts once together with all others without a name, and only beside a credible named one".to_owned()
        } else if lacks(Lack::Undeclared) {
            "counts only where nobody else does, because it is not declared where this comes from".to_owned()
        } else {
            "counts".to_owned()
        };
        let is_many = self.scene.0.source(origin.source).is_some_and(|source| Follows::of(source) == Follows::Many);
        let worth = if is_many { plural(&worth) } else { worth };
        let with = origin
            .counts_with
            .map_or_else(String::new, |other| format!("; as an origin it is one with {}", self.scene.names([other])));
        format!("{name} {worth}{with}")
    }

    /// The accounts of an origin: those on the claim itself, then those on each other claim from which they carry over.
    fn words(&self, tree: &mut Tree, words: Vec<&Word<'e>>, told: &[Lack]) {
        let mut alike: BTreeMap<Alike<'e>, Vec<(&Word<'e>, &'e Attribution)>> = BTreeMap::new();
        for word in words {
            let Some(recorded) = self.scene.0.attribution(word.attribution) else {
                continue;
            };
            let is_denial = recorded.says() == Some(Stance::Denies);
            let claim = recorded.claim.as_ref().filter(|_| word.way != Way::Itself);
            alike.entry((word.way, claim, is_denial && claim.is_some())).or_default().push((word, recorded));
        }
        for (key, words) in alike {
            let (mut depth, mut judged) = (2, &self.assessment.claim().id);
            if let Some(claim) = key.1.and_then(|id| self.scene.0.claim(id)) {
                let rules = words.first().map_or(&[][..], |(word, _)| &word.rules);
                tree.push(2, self.carries_over(claim, &key, rules));
                (depth, judged) = (3, &claim.id);
            }
            for (word, recorded) in words {
                tree.push(depth, account(self.scene, recorded, judged));
                for reason in self.reasons(word, told) {
                    tree.push(depth + 1, sentence(&reason));
                }
            }
        }
    }

    /// `"2,000 had been killed" [k], from which this follows, because the count can only grow:`.
    fn carries_over(&self, claim: &Claim, (way, _, is_denial): &Alike<'e>, rules: &[&Rule]) -> String {
        let denial = if *is_denial { "A denial of " } else { "" };
        let follows = if self.is_against { "which excludes this" } else { "from which this follows" };
        let subject = &self.assessment.claim().subject;
        let because = match way {
            Way::Itself | Way::Topic => String::new(),
            Way::OverTime => ", because the count can only grow".to_owned(),
            Way::Rules if rules.is_empty() => ", by the rules of the dossier".to_owned(),
            Way::Rules => {
                let ends = [claim, self.assessment.claim()];
                let tied = |of: &&Rule| rule(self.scene, &shortened(of, rules, ends), subject);
                let rules: Vec<String> = rules.iter().map(tied).collect();
                format!(", by the rule that {}", join(&rules, "and that"))
            }
        };
        format!("{denial}{} {}, {follows}{because}:", quoted(claim), entry(&claim.id))
    }

    /// What is to be said of a word beyond itself: what becomes of its citations, and why it does not count, as far as that has not been told.
    fn reasons(&self, word: &Word<'e>, told: &[Lack]) -> Vec<String> {
        let mut reasons: Vec<String> = Vec::new();
        for chain in &word.chains {
            if chain.is_replaced {
                reasons.push("a later account of the same outlet, of the same source, has taken its place".to_owned());
            }
            let unseen: Vec<&SourceId> =
                chain.links.iter().filter(|link| link.passage == Passage::Unseen).map(|link| link.cited).collect();
            if !unseen.is_empty() {
                reasons.push(format!("what {} said is not on record in the original", self.scene.names(unseen)));
            }
            reasons.extend(chain.links.iter().filter_map(|link| self.link(link)));
        }
        let is_new = |lack: &Lack| !told.contains(lack);
        let own: Vec<Lack> = word.lacks.iter().copied().filter(is_new).collect();
        let lacks = self.lacks(word.speaker, &own, false);
        if !lacks.is_empty() {
            reasons.push(format!("it does not count as credible: {lacks}"));
        }
        for link in word.chains.iter().flat_map(|chain| &chain.links) {
            // What is hedged is so all along.
            let new: Vec<Lack> =
                link.lacks.iter().copied().filter(|lack| *lack != Lack::Hedged && is_new(lack)).collect();
            let lacks = self.lacks(link.cited, &new, true);
            if !lacks.is_empty() {
                let through = self.scene.names([link.cited]);
                reasons.push(format!("what comes through {through} does not count as credible: {lacks}"));
            }
        }
        let mut seen = BTreeSet::new();
        reasons.retain(|reason| seen.insert(reason.clone()));
        reasons
    }

    fn link(&self, link: &Link<'e>) -> Option<String> {
        let name = self.scene.names([link.cited]);
        let by = if link.decided_by.is_empty() { String::new() } else { format!(": {}", entries(&link.decided_by)) };
        match link.passage {
            Passage::Carries => Some(format!("what {name} said is on record{by}")),
            Passage::Stale => Some(format!("{name} said so of an earlier time{by}")),
            Passage::Withdrawn => Some(format!("{name} {}{by}", self.took_back(link))),
            Passage::Weaker => Some(format!("{name} said less than this{by}")),
            Passage::Misattributed if self.decided(link).all(|word| word.says() == Some(Stance::Silent)) => {
                Some(format!("{name} did not say so{by}"))
            }
            Passage::Misattributed => Some(format!("{name} said something else{by}")),
            Passage::Unseen | Passage::Unreached => None,
        }
    }

    /// The cited source's own entries among those that decided of a link.
    fn decided(&self, link: &Link<'e>) -> impl Iterator<Item = &'e Attribution> {
        let (scene, cited) = (self.scene, link.cited);
        let entries: Vec<&AttributionId> = link.decided_by.clone();
        let words = entries.into_iter().filter_map(move |id| scene.0.attribution(id));
        words.filter(move |word| scene.speaker(&word.source) == cited)
    }

    fn took_back(&self, link: &Link<'e>) -> &'static str {
        if self.decided(link).any(|word| !word.disowns.is_empty()) {
            "disowned it"
        } else if self.decided(link).any(|word| !word.retracts.is_empty()) {
            "withdrew it"
        } else {
            "has since said otherwise"
        }
    }

    /// Why something does not count, as clauses; a source that has just been named is `it`.
    fn lacks(&self, source: &SourceId, lacks: &[Lack], was_named: bool) -> String {
        let Some(of) = self.scene.0.source(source) else {
            return String::new();
        };
        let follows = Follows::of(of);
        let name = match follows {
            Follows::One if was_named => "it".to_owned(),
            Follows::Many if was_named => "they".to_owned(),
            _ => name::short(of),
        };
        let (is, has) = (follows.verb("is", "are"), follows.verb("has", "have"));
        let clause = |lack: &Lack| match lack {
            Lack::Hedged => "this is not stated outright".to_owned(),
            Lack::Unreliable => format!("{name} {is} graded {}", of.reliability),
            Lack::Ungraded => format!("{name} {is} {} without a grade", kind(of.kind)),
            Lack::Stake => format!("{name} {has} a stake in the matter"),
            Lack::Anonymous => format!("{name} {has} no name"),
            Lack::Undeclared => "it is not declared where this comes from".to_owned(),
            Lack::BasisUnknown => "it is not on record how this is known".to_owned(),
            Lack::NoCredibleWay => "every account of this passes somebody who does not count as credible".to_owned(),
        };
        lacks.iter().map(clause).collect::<Vec<_>>().join(", and ")
    }
}

/// A rule without the steps that lead past these claims: of `a` at most `b` at most `c`, what ties `a` to `b`.
fn shortened(rule: &Rule, route: &[&Rule], ends: [&Claim; 2]) -> Rule {
    let Rule::AtMost(scopes) = rule else {
        return rule.clone();
    };
    let is_on_the_way = |scope: &&Scope| {
        ends.iter().any(|claim| scope.covers(&claim.subject, &claim.attribute))
            || route.iter().filter(|other| **other != rule).any(|other| other.scopes().any(|next| next == *scope))
    };
    let kept: Vec<Scope> = scopes.iter().filter(is_on_the_way).cloned().collect();
    Rule::AtMost(if kept.len() < 2 { scopes.clone() } else { kept })
}

/// `a blog`, `an aggregator`.
fn kind(kind: SourceKind) -> String {
    let name = kind.as_str().replace('-', " ");
    let article = if name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {name}")
}

/// `passes`, or of many `pass`.
fn pass(scene: Scene<'_>, source: &SourceId) -> &'static str {
    scene.0.source(source).map_or("passes", |source| Follows::of(source).verb("passes", "pass"))
}

/// The same of many: `count`, `do not count`.
fn plural(worth: &str) -> String {
    let (verb, rest) = worth.split_once(' ').unwrap_or((worth, ""));
    let verb = match verb {
        "does" => "do",
        "counts" => "count",
        "settles" => "settle",
        other => other,
    };
    format!("{verb} {rest}").trim_end().to_owned()
}
