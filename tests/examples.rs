//! Runs every example and compares what it prints with the snapshots in `tests/snapshots`; `UPDATE_SNAPSHOTS=1` rewrites those.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, reason = "the helpers of a test may panic as the test may")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use corroborate::{
    Amendment, Attribution, Claim, Desk, Dossier, Entry, Evaluator, Journal, Moment, Name, Party, render,
};

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The built example: cargo puts it beside the folder of the test programs.
fn example(name: &str) -> Command {
    let test = std::env::current_exe().unwrap();
    let target = test.parent().and_then(Path::parent).unwrap();
    let program = target.join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(program.exists(), "`{name}` is not built: run all of `cargo test`, or `cargo build --examples` before");
    let mut command = Command::new(program);
    command.current_dir(here("tests")).stdin(Stdio::null());
    command
}

#[track_caller]
fn run(command: &mut Command) -> (i32, String, String) {
    told(command.output().unwrap())
}

#[track_caller]
fn told(output: Output) -> (i32, String, String) {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// Runs `evaluate` with text on its standard input.
#[track_caller]
fn evaluate_stdin(input: &str, arguments: &[&str]) -> (i32, String, String) {
    let mut command = example("evaluate");
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(input.as_bytes()).unwrap();
    drop(stdin);
    told(child.wait_with_output().unwrap())
}

#[track_caller]
fn assert_snapshot(name: &str, actual: &str) {
    let path = here("tests/snapshots").join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, actual).unwrap();
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let differing = expected.lines().zip(actual.lines()).position(|(a, b)| a != b);
    let line = differing.unwrap_or_else(|| expected.lines().count().min(actual.lines().count()));
    assert!(
        expected == actual,
        "{name} differs from line {}:\n- {}\n+ {}\nUPDATE_SNAPSHOTS=1 rewrites it",
        line + 1,
        expected.lines().nth(line).unwrap_or_default(),
        actual.lines().nth(line).unwrap_or_default(),
    );
}

const CONFIRMED: &str = r#"{"corroborate": 1, "title": "A treaty",
  "sources": [{"id": "duma", "name": "State Duma", "kind": "legislature", "authority_on": ["ratified"]}],
  "attributes": [{"id": "ratified", "kind": "truth"}],
  "claims": [{"id": "c", "statement": "The treaty was ratified", "subject": "treaty", "attribute": "ratified", "value": true}],
  "attributions": [{"id": "a", "source": "duma", "claim": "c", "published": "2024-10-24"}]}"#;

#[test]
fn a_dossier_built_in_code() {
    let (code, out, err) = run(&mut example("in_code"));
    assert_eq!((code, err.as_str()), (0, ""));
    assert_snapshot("example-in_code.txt", &out);
}

#[test]
fn one_dossier_under_three_policies() {
    let (code, out, err) = run(&mut example("custom_policy"));
    assert_eq!((code, err.as_str()), (0, ""));
    assert_snapshot("example-custom_policy.txt", &out);
}

#[test]
fn the_real_story_at_two_desks() {
    let (code, out, err) = run(&mut example("two_desks"));
    assert_eq!((code, err.as_str()), (0, ""));
    assert_snapshot("example-two_desks.txt", &out);
    let [first, second] = ["authority-or-two", "strict"].map(|name| here(&format!("policies/{name}.json")));
    assert_eq!(run(example("two_desks").arg(first).arg(&second)), (0, out, String::new()));
    let (code, out, err) = run(example("two_desks").arg(second).arg("no-such-file.json"));
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("no-such-file.json: ") && err.lines().count() == 1, "{err}");
}

#[test]
fn the_real_story_and_the_article_about_it() {
    let (code, out, err) = run(&mut example("kim_putin"));
    assert_eq!((code, err.as_str()), (0, ""));
    assert_snapshot("example-kim_putin.txt", &out);
}

#[test]
fn the_real_story_replayed_day_by_day() {
    let (code, out, err) = run(&mut example("breaking_news"));
    assert_eq!((code, err.as_str()), (0, ""));
    assert_snapshot("example-breaking_news.txt", &out);
    let (code, out, err) = run(example("breaking_news").args(["--topic", "treaty/duma-ratified-on"]));
    assert_eq!((code, err.as_str()), (0, ""));
    assert_snapshot("example-breaking_news-topic.txt", &out);
}

/// The first months of the deployment in the real story, as they came in: a journal in which each report brings along what it names and nobody has named before.
fn live(dossier: &Dossier) -> String {
    const TOLD: [&str; 6] = ["deployed", "engaged", "in-ukraine", "sent-total", "in-kursk", "near-border"];
    let end: Moment = "2024-12-31".parse().unwrap();
    let is_told = |claim: &Claim| claim.subject == "dprk-troops" && TOLD.contains(&claim.attribute.as_str());
    let mut reports: Vec<&Attribution> = dossier
        .attributions()
        .iter()
        .filter(|word| word.published.is_some_and(|published| published.known_from() <= end.known_from()))
        .filter(|word| word.claim.as_ref().and_then(|id| dossier.claim(id)).is_some_and(is_told))
        .collect();
    reports.sort_by_key(|word| (word.published.map(|moment| moment.known_from()), &word.id));
    let mut journal = Journal::create(Vec::new()).unwrap();
    journal.write(&[Amendment::Title(dossier.title().to_owned())]).unwrap();
    let attributes = TOLD.iter().filter_map(|id| dossier.attribute(&(*id).into())).cloned();
    let rules = dossier.rules().iter().filter(|rule| rule.scopes().all(|it| TOLD.contains(&it.attribute.as_str())));
    let first = attributes.map(Amendment::add).chain(rules.cloned().map(Amendment::add_rule));
    journal.write(&first.collect::<Vec<_>>()).unwrap();
    let mut known: BTreeSet<Name> = BTreeSet::new();
    for word in reports {
        let mut batch: Vec<Amendment> = Vec::new();
        let mut waiting: Vec<Entry> = vec![word.clone().into()];
        while let Some(mut entry) = waiting.pop() {
            if !known.insert(entry.name()) {
                continue;
            }
            match &mut entry {
                Entry::Source(source) => {
                    let above = [&source.speaks_for, &source.owner].into_iter().flatten();
                    waiting.extend(above.filter_map(|id| dossier.source(id)).cloned().map(Entry::from));
                    // Stakes and authority on what is not told here are left out.
                    if let Party::On(on) = &mut source.party {
                        on.retain(|id| TOLD.contains(&id.as_str()));
                    }
                    source.authority_on.retain(|scope| TOLD.contains(&scope.attribute.as_str()));
                }
                Entry::Attribution(word) => {
                    let sources = std::iter::once(&word.source).chain(word.cites.iter().flatten());
                    waiting.extend(sources.filter_map(|id| dossier.source(id)).cloned().map(Entry::from));
                    waiting.extend(word.claim.iter().filter_map(|id| dossier.claim(id)).cloned().map(Entry::from));
                    let earlier = word.corrects.iter().chain(&word.retracts).chain(&word.disowns);
                    waiting.extend(earlier.filter_map(|id| dossier.attribution(id)).cloned().map(Entry::from));
                }
                Entry::Claim(_) | Entry::Attribute(_) => {}
            }
            batch.push(Amendment::Add(entry));
        }
        batch.reverse();
        journal.write(&batch).unwrap();
    }
    String::from_utf8(journal.into_inner()).unwrap()
}

#[test]
fn the_real_story_as_it_came_in() {
    let dossier = Dossier::from_json(&fs::read(here("examples/kim-putin.json")).unwrap()).unwrap();
    let journal = live(&dossier);
    let path = here("examples/kim-putin/live.jsonl");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, &journal).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), journal, "UPDATE_SNAPSHOTS=1 rewrites it");
    let (code, out, err) = run(example("live_blog").stdin(fs::File::open(&path).unwrap()));
    assert_eq!((code, err.as_str()), (0, ""));
    assert_snapshot("example-live_blog.txt", &out);
    // Told line by line or rebuilt at once, it is the same story.
    let rebuilt = Desk::from_journal(journal.as_bytes(), Evaluator::default()).unwrap();
    let mut desk = Desk::default();
    for line in journal.lines() {
        desk.apply_json(line).unwrap();
    }
    assert_eq!(desk.view().dossier(), rebuilt.desk.view().dossier());
    assert_eq!(desk.evaluation(render::json), rebuilt.desk.evaluation(render::json));
}

#[test]
fn a_live_blog_passes_a_bad_line_over_and_goes_on() {
    let path = here("tests/snapshots/live_blog-input.jsonl");
    let (code, out, err) = run(example("live_blog").stdin(fs::File::open(path).unwrap()));
    assert_eq!(code, 0);
    assert_snapshot("example-live_blog-edits.txt", &out);
    assert_snapshot("example-live_blog-edits-err.txt", &err);
}

#[test]
fn what_would_settle_the_real_story() {
    let (code, out, err) = run(&mut example("what_would_settle_it"));
    assert_eq!((code, err.as_str()), (0, ""));
    assert_snapshot("example-what_would_settle_it.txt", &out);
    let story = here("examples/kim-putin.json");
    let (code, one, err) = run(example("what_would_settle_it").arg(&story).arg("consultation-in-article-4"));
    assert_eq!((code, err.as_str()), (0, ""));
    assert_snapshot("example-what_would_settle_it-one-claim.txt", &one);
    let (code, out, err) = run(example("what_would_settle_it").arg(&story).arg("no-such-claim"));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.ends_with("kim-putin.json: there is no claim `no-such-claim`\n"), "{err}");
}

#[cfg(feature = "text")]
#[test]
fn drafts_from_a_text() {
    let story = here("tests/text/story.txt");
    let (code, out, err) = run(example("draft").arg(&story).args(["--published", "2025-05-06"]));
    assert_eq!((code, err.as_str()), (0, ""));
    assert_snapshot("example-draft.txt", &out);
    let mut command = example("draft");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"It rained.").unwrap();
    let (code, out, err) = told(child.wait_with_output().unwrap());
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(out, "No drafts: the text gives no figure, no date, and nothing that is attributed or hedged.\n");
}

#[test]
fn the_real_story_in_full_as_text_and_json() {
    let story = here("examples/kim-putin.json");
    let (code, text, err) = run(example("evaluate").arg(&story));
    assert_eq!((code, err.as_str()), (1, ""));
    assert_snapshot("kim-putin.txt", &text);
    let (code, json, err) = run(example("evaluate").arg(&story).arg("--json"));
    assert_eq!((code, err.as_str()), (1, ""));
    assert_snapshot("kim-putin.json", &json);
}

#[test]
fn evaluate_ends_with_0_where_nothing_is_flagged() {
    for arguments in [&[][..], &["-"]] {
        let (code, out, err) = evaluate_stdin(CONFIRMED, arguments);
        assert_eq!((code, err.as_str()), (0, ""));
        assert_snapshot("evaluate-confirmed.txt", &out);
    }
}

#[test]
fn evaluate_ends_with_1_where_a_claim_is_flagged() {
    let (code, out, err) = evaluate_stdin(CONFIRMED, &["--as-of", "2024-10-23"]);
    assert_eq!((code, err.as_str()), (1, ""));
    assert_snapshot("evaluate-flagged.txt", &out);
    let (code, out, _) = evaluate_stdin(CONFIRMED, &["--as-of", "2024-10-23", "--json"]);
    assert_eq!(code, 1);
    assert_snapshot("evaluate-flagged.json", &out);
}

#[test]
fn evaluate_takes_a_policy() {
    let folder = std::env::temp_dir().join(format!("corroborate-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let policy = folder.join("policy.json");
    let judged_by = |text: &str| {
        fs::write(&policy, text).unwrap();
        evaluate_stdin(CONFIRMED, &["--policy", policy.to_str().unwrap()])
    };
    let (code, _, err) = judged_by(r#"{"authority_suffices": false}"#);
    assert_eq!((code, err.as_str()), (1, ""));
    let (code, out, err) = judged_by(r#"{"outweighs": 1}"#);
    assert_eq!((code, out.as_str()), (2, ""));
    let complaint = "line 1, column 15: outweighs: `outweighs` is `1`: it must be above 1";
    assert_eq!(err, format!("{}: {complaint}\n", policy.display()));
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn evaluate_ends_with_2_and_names_every_problem_of_bad_input() {
    let (code, out, err) = evaluate_stdin("{\"corroborate\": 1,\n \"sources\": [{\"id\": 7, \"nam\": \"x\"}]}", &[]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert_eq!(
        err,
        "standard input: line 2, column 14: sources[0]: a source lacks its `name`\n\
         standard input: line 2, column 21: sources[0].id: expected a string, found a number\n\
         standard input: line 2, column 24: sources[0].nam: unknown field `nam` of a source, did you mean `name`?\n"
    );
    let (code, out, err) = run(example("evaluate").arg("no-such-file.json"));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.starts_with("no-such-file.json: ") && err.lines().count() == 1, "{err}");
}

#[test]
fn evaluate_ends_with_2_and_explains_itself_where_it_is_called_wrongly() {
    for (arguments, complaint) in [
        (&["--nonsense"][..], "unknown option `--nonsense`\n\nusage: evaluate "),
        (&["--policy"], "`--policy` lacks its value\n\nusage: evaluate "),
        (&["a.json", "b.json"], "one file at a time\n\nusage: evaluate "),
        (&["--as-of", "yesterday"], "--as-of: `yesterday` is not a moment, a day or a month: expected "),
    ] {
        let (code, out, err) = run(example("evaluate").args(arguments));
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(err.starts_with(complaint), "{err}");
    }
    let (code, out, err) = run(example("evaluate").arg("--help"));
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("usage: evaluate "));
}

#[test]
fn a_reader_who_leaves_early_breaks_nothing() {
    for name in ["breaking_news", "evaluate", "kim_putin", "two_desks"] {
        let mut command = example(name);
        if name == "evaluate" {
            command.arg(here("examples/kim-putin.json"));
        }
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let (_, _, err) = told(child.wait_with_output().unwrap());
        assert_eq!(err, "", "{name}");
    }
}

#[test]
fn every_example_is_run_by_a_test() {
    let this = fs::read_to_string(here("tests/examples.rs")).unwrap();
    // These have features and a test of their own, of which they are a module.
    let others = ["tests/html.rs", "tests/web_service.rs"].map(|test| fs::read_to_string(here(test)).unwrap());
    for entry in fs::read_dir(here("examples")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.file_stem().unwrap().to_str().unwrap();
            let is_run = this.contains(&format!("example(\"{name}\")"))
                || others.iter().any(|test| test.contains(&format!("../examples/{name}.rs")));
            assert!(is_run, "no test runs {name}");
        }
    }
}

/// The blocks of the front page in one language.
fn blocks(language: &str) -> Vec<String> {
    let page = fs::read_to_string(here("README.md")).unwrap();
    let fence = format!("```{language}\n");
    page.split(&fence).skip(1).filter_map(|rest| Some(rest.split_once("```")?.0.to_owned())).collect()
}

#[test]
fn the_front_page_shows_the_example_and_what_it_prints() {
    let example_code = fs::read_to_string(here("examples/in_code.rs")).unwrap();
    let shown = blocks("rust");
    assert!(shown.len() == 1 && example_code.ends_with(&shown[0]));
    assert_eq!(blocks("text"), [run(&mut example("in_code")).1]);
}

#[test]
fn the_file_on_the_front_page_can_be_judged() {
    let [file] = &blocks("json")[..] else { panic!("one file is shown") };
    let (code, out, err) = evaluate_stdin(file, &[]);
    assert_eq!((code, err.as_str()), (1, ""));
    assert_snapshot("evaluate-front-page.txt", &out);
}
