//! Every story in `tests/scenarios`: a dossier, and what is expected of it. Data, so that another implementation can be held to it too.
#![cfg(feature = "json")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Debug, Write as _};
use std::fs;
use std::path::Path;

use corroborate::{
    Assessment, ClaimId, Code, ConflictKind, Dossier, Evaluation, Evaluator, Moment, Policy, Side, Verdict,
};
use serde::Deserialize;
use serde_json::value::RawValue;

/// A dossier, and what is expected of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario<'a> {
    name: String,
    why: String,
    #[serde(default)]
    as_of: Option<Moment>,
    /// Kept as text, like the dossier: the library reads both itself, numbers included.
    #[serde(borrow, default)]
    policy: Option<&'a RawValue>,
    #[serde(borrow)]
    dossier: &'a RawValue,
    expect: Expected,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    #[serde(default)]
    claims: BTreeMap<String, OfClaim>,
    /// All of them, in any order.
    #[serde(default)]
    conflicts: Option<Vec<OfConflict>>,
}

/// What is left out is not asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfClaim {
    #[serde(default)]
    verdict: Option<Verdict>,
    #[serde(default)]
    support: OfSide,
    #[serde(default)]
    opposition: OfSide,
    /// All codes, sorted, each once.
    #[serde(default)]
    codes: Option<Vec<Code>>,
    #[serde(default)]
    has: Vec<Code>,
    #[serde(default)]
    has_not: Vec<Code>,
    /// All findings of the codes named here.
    #[serde(default)]
    findings: Vec<OfFinding>,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct OfSide {
    least: Option<u32>,
    most: Option<u32>,
    credible: Option<u32>,
    has_authority: Option<bool>,
    meets_standard: Option<bool>,
    origins: Option<Vec<String>>,
    chokepoints: Option<Vec<String>>,
    attributions: Option<Vec<String>>,
}

#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
struct OfFinding {
    code: Code,
    #[serde(default)]
    sources: Option<Vec<String>>,
    #[serde(default)]
    attributions: Option<Vec<String>>,
    #[serde(default)]
    claims: Option<Vec<String>>,
}

#[derive(Deserialize, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
struct OfConflict {
    kind: ConflictKind,
    claims: Vec<String>,
}

/// What differs, line by line, under the name of the scenario.
struct Report {
    text: String,
    scenario: String,
    differ: usize,
    is_named: bool,
}

impl Report {
    fn say(&mut self, what: &str) {
        if !self.is_named {
            let _ = writeln!(self.text, "{}", self.scenario);
            self.is_named = true;
        }
        self.differ += 1;
        let _ = writeln!(self.text, "    {what}");
    }

    fn same<T: Debug + PartialEq>(&mut self, what: &str, found: T, expected: Option<&T>) {
        if let Some(expected) = expected.filter(|expected| **expected != found) {
            self.say(&format!("{what}: expected {expected:?}, found {found:?}"));
        }
    }

    fn holds(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            self.say(&what());
        }
    }
}

fn names<T: ToString>(ids: impl IntoIterator<Item = T>) -> Vec<String> {
    ids.into_iter().map(|id| id.to_string()).collect()
}

fn side(of: &str, found: Side<'_>, expected: &OfSide, report: &mut Report) {
    let what = |field: &str| format!("{of}.{field}");
    report.same(&what("least"), found.least(), expected.least.as_ref());
    report.same(&what("most"), found.most(), expected.most.as_ref());
    report.same(&what("credible"), found.credible(), expected.credible.as_ref());
    report.same(&what("has_authority"), found.has_authority(), expected.has_authority.as_ref());
    report.same(&what("meets_standard"), found.meets_standard(), expected.meets_standard.as_ref());
    report.same(&what("origins"), names(found.origins()), expected.origins.as_ref());
    report.same(&what("chokepoints"), names(found.chokepoints()), expected.chokepoints.as_ref());
    report.same(&what("attributions"), names(found.attributions()), expected.attributions.as_ref());
}

fn claim(id: &str, found: Assessment<'_>, expected: &OfClaim, report: &mut Report) {
    report.same(&format!("{id}: verdict"), found.verdict(), expected.verdict.as_ref());
    side(&format!("{id}: support"), found.support(), &expected.support, report);
    side(&format!("{id}: opposition"), found.opposition(), &expected.opposition, report);
    let findings = found.findings();
    let codes: BTreeSet<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
    let wanted = expected.codes.as_ref().map(|codes| codes.iter().map(|code| code.as_str()).collect());
    report.same(&format!("{id}: codes"), codes.iter().copied().collect::<Vec<&str>>(), wanted.as_ref());
    for code in &expected.has {
        report.holds(codes.contains(code.as_str()), || format!("{id}: lacks {code}; has {codes:?}"));
    }
    for code in &expected.has_not {
        report.holds(!codes.contains(code.as_str()), || format!("{id}: must not have {code}"));
    }
    let named: BTreeSet<Code> = expected.findings.iter().map(|finding| finding.code).collect();
    for code in named {
        let wanted: Vec<&OfFinding> = expected.findings.iter().filter(|finding| finding.code == code).collect();
        let mut left: Vec<[Vec<String>; 3]> = findings
            .iter()
            .filter(|finding| finding.code == code)
            .map(|finding| [names(&finding.sources), names(&finding.attributions), names(&finding.claims)])
            .collect();
        let there = left.clone();
        let is_met = wanted.len() == left.len()
            && wanted.iter().all(|wanted| {
                let fields = [&wanted.sources, &wanted.attributions, &wanted.claims];
                let fits = |found: &[Vec<String>; 3]| {
                    fields.iter().zip(found).all(|(wanted, found)| wanted.as_ref().is_none_or(|wanted| wanted == found))
                };
                left.iter().position(fits).map(|at| left.swap_remove(at)).is_some()
            });
        report.holds(is_met, || format!("{id}: {code}: expected {wanted:?}, found {there:?}"));
    }
}

fn conflicts(found: &Evaluation<'_>, expected: &[OfConflict], report: &mut Report) {
    let mut there: Vec<OfConflict> =
        found.conflicts().map(|conflict| OfConflict { kind: conflict.kind, claims: names(conflict.claims) }).collect();
    there.sort();
    let wanted: BTreeSet<&OfConflict> = expected.iter().collect();
    let same = there.iter().eq(wanted.iter().copied());
    report.holds(same, || format!("conflicts: expected {wanted:?}, found {there:?}"));
}

fn judge(scenario: &Scenario<'_>, report: &mut Report) {
    let policy = match scenario.policy.map(|policy| Policy::from_json(policy.get().as_bytes())) {
        None => Policy::default(),
        Some(Ok(policy)) => policy,
        Some(Err(problems)) => return report.say(&format!("policy: {problems}")),
    };
    let dossier = match Dossier::from_json(scenario.dossier.get().as_bytes()) {
        Ok(dossier) => dossier,
        Err(problems) => return report.say(&format!("dossier: {problems}")),
    };
    let evaluator = Evaluator::new(policy);
    let evaluator = scenario.as_of.map_or(evaluator.clone(), |moment| evaluator.as_of(moment));
    let evaluation = evaluator.evaluate(&dossier);
    for (id, expected) in &scenario.expect.claims {
        match evaluation.assessment(&ClaimId::from(id.as_str())) {
            Some(found) => claim(id, found, expected, report),
            None => report.say(&format!("{id}: no such claim")),
        }
    }
    if let Some(expected) = &scenario.expect.conflicts {
        conflicts(&evaluation, expected, report);
    }
    let asks = !scenario.expect.claims.is_empty() || scenario.expect.conflicts.is_some();
    report.holds(asks, || "expects nothing".to_owned());
}

/// A file holds one scenario, or a table of them.
fn table(text: &str) -> Result<Vec<Scenario<'_>>, serde_json::Error> {
    if text.starts_with('[') { serde_json::from_str(text) } else { serde_json::from_str(text).map(|one| vec![one]) }
}

#[track_caller]
fn refused(scenario: &str, says: &str) {
    let error = table(scenario).err().map(|error| error.to_string()).unwrap_or_default();
    assert!(error.starts_with(says), "{error}");
}

#[test]
fn a_slip_in_a_scenario_is_an_error() {
    let with = |expect: &str| format!(r#"{{"name": "n", "why": "w", "dossier": {{}}, "expect": {expect}}}"#);
    assert!(table(&with(r#"{"claims": {"c": {"support": {"least": 1}}}}"#)).is_ok());
    refused(r#"{"name": "n", "dossier": {}, "expect": {}}"#, "missing field `why`");
    refused(r#"{"name": "n", "reason": "w"}"#, "unknown field `reason`");
    refused(&with(r#"{"claim": {}}"#), "unknown field `claim`");
    refused(&with(r#"{"claims": {"c": {"has-not": []}}}"#), "unknown field `has-not`");
    refused(&with(r#"{"claims": {"c": {"support": {"lest": 1}}}}"#), "unknown field `lest`");
    refused(&with(r#"{"claims": {"c": {"findings": [{"code": "stale", "source": []}]}}}"#), "unknown field `source`");
    refused(&with(r#"{"claims": {"c": {"has": ["stal"]}}}"#), "unknown finding `stal`, did you mean `stale`?");
    refused(&with(r#"{"conflicts": [{"kind": "value", "claims": []}]}"#), "unknown conflict `value`");
}

#[test]
fn every_scenario_comes_out_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut report = Report { text: String::new(), scenario: String::new(), differ: 0, is_named: false };
    let mut told = BTreeSet::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let at = file.file_name().unwrap().to_string_lossy().into_owned();
        (report.scenario, report.is_named) = (at.clone(), false);
        let scenarios = table(&text).unwrap_or_else(|error| {
            report.say(&error.to_string());
            Vec::new()
        });
        for scenario in scenarios {
            (report.scenario, report.is_named) = (format!("{at}: {}", scenario.name), false);
            report.holds(told.insert(scenario.name.clone()), || "a second scenario of this name".to_owned());
            report.holds(!scenario.why.is_empty(), || "has no reason to exist".to_owned());
            judge(&scenario, &mut report);
        }
    }
    assert!(report.differ == 0, "{} differences in {} scenarios\n{}", report.differ, told.len(), report.text);
    assert!(told.len() > 100, "only {} scenarios were found", told.len());
}
