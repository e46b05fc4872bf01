//! `corroborate check`.

use serde_json::Value;

use super::*;

#[test]
fn the_real_story_as_text_is_the_report_of_the_library() {
    let report =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/kim-putin.txt")).unwrap();
    assert_eq!(out(1, ["check", REAL]), report);
}

#[test]
fn the_real_story_as_json_is_the_evaluation_of_the_library() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/kim-putin.json");
    let expected: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let actual: Value = serde_json::from_str(&out(1, ["check", REAL, "--format", "json"])).unwrap();
    assert!(actual == expected);
}

#[test]
fn refuted_claims_of_the_real_story_in_brief() {
    assert_snapshot("check-brief-refuted.txt", &out(1, ["check", REAL, "--brief", "--only", "refuted"]));
}

#[test]
fn one_claim_of_the_real_story_with_advice() {
    assert_snapshot("check-claim-advice.txt", &out(1, ["check", REAL, "--claim", "china-uneasy", "--advice"]));
}

#[test]
fn the_real_story_on_a_page() {
    let page = out(1, ["check", REAL, "--format", "markdown", "--only", "refuted,confirmed"]);
    assert_snapshot("check-real.md", &page);
}

#[test]
fn a_small_story_on_a_page() {
    assert_snapshot("check-starter.md", &out(1, ["check", STARTER, "--format", "markdown", "--advice"]));
    assert_snapshot("check-starter-brief.md", &out(1, ["check", STARTER, "--format", "markdown", "--brief"]));
}

#[test]
fn the_evidence_sheet_is_the_library_s() {
    let page = out(1, ["check", STARTER, "--format", "html"]);
    let dossier =
        corroborate::Dossier::from_json(&fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(STARTER)).unwrap())
            .unwrap();
    let evaluation = corroborate::Evaluator::default().evaluate(&dossier);
    assert!(page == corroborate::html::Sheet::new(&evaluation).to_string());
}

#[test]
fn a_page_shows_one_dossier_and_all_of_it() {
    let refused = |arguments: &[&str]| {
        let Told { code, out, err } = run(["check", STARTER, "--format", "html"].iter().chain(arguments));
        assert_eq!((code, out.as_str()), (2, ""));
        err
    };
    assert_eq!(refused(&[REAL]), "error: a page shows one dossier: write a page for each file\n");
    for narrowed in [&["--only", "flagged"][..], &["--claim", "burst"], &["--brief"]] {
        let err = refused(narrowed);
        assert!(err.starts_with("error: the page shows the whole dossier and has filters of its own"), "{err}");
    }
}

#[test]
fn the_exit_code_tells_whether_anything_is_flagged() {
    let Told { code, out, err } = run_with(CLEAN, ["check", "-"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("A treaty\n\nThe only claim may be stated as fact.\n"));
    // What is shown does not change what is so.
    assert_eq!(run(["check", STARTER, "--only", "confirmed"]).code, 1);
    assert_eq!(run(["check", "nowhere.json"]).code, 2);
}

#[test]
fn a_pipeline_can_ask_for_the_claims_that_it_publishes() {
    let Told { code, out, .. } = run(["check", STARTER, "--claim", "burst", "--claim", "dead-12"]);
    assert_eq!(code, 0);
    assert_eq!(out.lines().filter(|line| line.starts_with("* ")).count(), 2);
    assert_eq!(run(["check", STARTER, "--claim", "burst", "--claim", "dead-20"]).code, 1);
}

#[test]
fn only_claims_of_a_verdict_are_shown() {
    let verdicts = |only: &str| -> Vec<String> {
        let json: Value =
            serde_json::from_str(&super::out(1, ["check", STARTER, "--format", "json", "--only", only])).unwrap();
        let of = |judged: &Value| judged["verdict"].as_str().unwrap().to_owned();
        json["assessments"].as_array().unwrap().iter().map(of).collect()
    };
    assert_eq!(verdicts("withdrawn"), ["withdrawn"; 2]);
    assert_eq!(verdicts("confirmed,refuted").len(), 6);
    assert_eq!(verdicts("flagged").len(), 7);
    assert!(verdicts("contradicted").is_empty());
}

#[test]
fn a_moment_and_a_policy_change_the_answer() {
    let early = out(1, ["check", STARTER, "--as-of", "2025-03-01"]);
    assert!(early.contains("\nJudged on what was known as of 1 March 2025.\n"), "{early}");
    assert!(early.contains("one is unconfirmed") || early.contains("are unsourced"), "{early}");
    let strict = out(1, ["check", STARTER, "--policy", "strict"]);
    assert!(strict.contains("The standard (Strict Sourcing): "), "{strict}");
    // A preset and the file of it are one.
    assert_eq!(strict, out(1, ["check", STARTER, "--policy", "policies/strict.json"]));
}

#[test]
fn several_files_are_judged_one_after_another() {
    let folder = folder("several");
    let clean = file(&folder, "clean.json", CLEAN);
    let both = run([clean.as_os_str(), OsStr::new(STARTER)].iter().fold(vec![OsStr::new("check")], |mut all, of| {
        all.push(of);
        all
    }));
    let [one, other] = [out(0, [OsStr::new("check"), clean.as_os_str()]), out(1, ["check", STARTER])];
    assert_eq!(both, Told { code: 1, out: format!("{one}\n\n\n{other}"), err: String::new() });
}

#[test]
fn a_bad_file_does_not_hide_the_others() {
    let folder = folder("bad-among-good");
    let (clean, bad) = (file(&folder, "clean.json", CLEAN), file(&folder, "bad.json", "{}"));
    let arguments = || [OsStr::new("check"), bad.as_os_str(), clean.as_os_str()].into_iter();
    let Told { code, out, err } = run(arguments());
    assert_eq!(code, 2);
    assert!(out.trim_start().starts_with("A treaty\n"), "{out}");
    assert!(err.contains("the version is missing"), "{err}");

    let lines = run(arguments().chain([OsStr::new("--format"), OsStr::new("jsonl")]));
    assert_eq!(lines.code, 2);
    let lines: Vec<Value> = lines.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["file"], bad.to_str().unwrap());
    assert!(lines[0]["problems"][0].as_str().unwrap().contains("the version is missing"));
    assert!(lines[0].get("evaluation").is_none());
    assert_eq!(lines[1]["evaluation"]["assessments"][0]["verdict"], "confirmed");
}

#[test]
fn an_answer_goes_to_a_file_whole_or_not_at_all() {
    let folder = folder("answer");
    let answer = folder.join("report.md");
    let told = run(["check", STARTER, "--format", "markdown", "-o", answer.to_str().unwrap()]);
    assert_eq!(told, Told { code: 1, out: String::new(), err: String::new() });
    assert_eq!(fs::read_to_string(&answer).unwrap(), out(1, ["check", STARTER, "--format", "markdown"]));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);

    let nowhere = folder.join("no/such/folder/report.md");
    let told = run(["check", STARTER, "-o", nowhere.to_str().unwrap()]);
    assert_eq!(told.code, 2);
    assert!(told.err.contains("report.md: cannot be written: there is no such file"), "{}", told.err);
}
