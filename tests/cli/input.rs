//! What is read, and what is said of what cannot be.

use super::*;

#[test]
fn problems_are_shown_where_they_stand() {
    let bad = "{\n  \"corroborate\": 1,\n  \"sources\": [{\"id\": \"nis\", \"nam\": \"NIS\", \"reliability\": \"G\"}],\n  \
               \"attributions\": [{\"id\": \"a\", \"source\": \"nsi\", \"claim\": 7}]\n}\n";
    let Told { code, out, err } = run_with(bad, ["check", "-"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert_snapshot("input-problems.txt", &err);
}

#[test]
fn long_lines_and_many_problems_are_cut() {
    let sources: Vec<String> = (0..50).map(|at| format!("{{\"id\": \"s{at}\"}}")).collect();
    let bad = format!("{{\"corroborate\": 1, \"sources\": [{}]}}", sources.join(", "));
    let Told { code, err, .. } = run_with(bad, ["check", "-"]);
    assert_eq!(code, 2);
    assert!(err.lines().all(|line| line.chars().count() <= 120), "{err}");
    assert_eq!(err.matches("a source lacks its `name`").count(), 20);
    assert!(err.ends_with("error: standard input could not be judged: 50 problems; the first 20 are shown\n"), "{err}");
}

#[test]
fn what_is_no_json_is_told_at_its_place() {
    for (bytes, expected) in [
        (&b""[..], "standard input"),
        (b"{\"corroborate\": 1,", "the file ends too early"),
        (b"{\"corroborate\": 1} x", "the file goes on after the end of its JSON"),
        (b"\xef\xbb\xbf{}", "byte order mark"),
        (b"\xff\xfe", "the file is not UTF-8"),
        (b"[1, 2]", "expected"),
    ] {
        let Told { code, out, err } = run_with(bytes, ["check", "-"]);
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(err.contains(expected), "{err}");
    }
}

#[test]
fn files_that_are_none_are_told_apart() {
    for (path, expected) in [
        ("nowhere.json", "nowhere.json: there is no such file"),
        ("examples", "examples: this is a folder, not a file"),
        ("Cargo.toml/dossier.json", "Cargo.toml/dossier.json: "),
    ] {
        for command in ["check", "settle", "timeline", "fmt"] {
            let Told { code, out, err } = run([command, path]);
            assert_eq!((code, out.as_str()), (2, ""));
            assert!(err.contains(&format!("error: {expected}")), "{err}");
        }
    }
}

/// The clean story as JSON Lines.
const LINES: &str = r#"{"corroborate": 1, "title": "A treaty"}
{"source": {"id": "duma", "name": "State Duma", "kind": "legislature", "authority_on": ["ratified"]}}
{"attribute": {"id": "ratified", "kind": "truth"}}
{"claim": {"id": "c", "statement": "The treaty was ratified", "subject": "treaty", "attribute": "ratified", "value": true}}
{"attribution": {"id": "a", "source": "duma", "claim": "c", "published": "2024-10-24"}}
"#;

#[test]
fn json_lines_are_known_by_their_name_or_by_what_they_are() {
    let clean = run_with(CLEAN, ["check", "-"]);
    assert_eq!(run_with(LINES, ["check", "-"]), clean);
    let folder = folder("lines");
    let [named, unnamed] = ["story.jsonl", "story.json"].map(|name| file(&folder, name, LINES));
    for path in [&named, &unnamed] {
        assert_eq!(run([OsStr::new("check"), path.as_os_str()]), clean);
    }
    // They stay what they are.
    assert_eq!(run([OsStr::new("fmt"), named.as_os_str()]).code, 0);
    let written = fs::read_to_string(&named).unwrap();
    assert!(
        written.starts_with("{\"corroborate\":1,\"title\":\"A treaty\"}\n{\"source\":{\"id\":\"duma\""),
        "{written}"
    );
    assert_eq!(run([OsStr::new("diff"), named.as_os_str(), unnamed.as_os_str()]).code, 0);

    let Told { code, err, .. } = run_with(LINES.replace("\"kind\": \"truth\"", "\"kind\": \"thruth\""), ["check", "-"]);
    assert_eq!(code, 2);
    assert!(err.contains("did you mean `truth`?") && err.contains("standard input:3:"), "{err}");
}

#[test]
fn standard_input_is_read_once() {
    let Told { code, err, .. } = run_with(CLEAN, ["check", "-", "-"]);
    assert_eq!((code, err.as_str()), (2, "error: standard input can be read only once\n"));
    assert_eq!(run_with(CLEAN, ["diff", "-", "-"]).code, 2);
    assert_eq!(run_with(CLEAN, ["explain", "-", "c"]).code, 0);
}

#[test]
fn both_versions_are_complained_of_at_once() {
    let folder = folder("two-bad");
    let [old, new] = ["old.json", "new.json"].map(|name| file(&folder, name, "{}"));
    let Told { code, err, .. } = run([OsStr::new("diff"), old.as_os_str(), new.as_os_str()]);
    assert_eq!(code, 2);
    assert!(err.contains("old.json could not be judged") && err.contains("new.json could not be judged"), "{err}");
}

#[cfg(unix)]
#[test]
fn names_that_are_no_text_are_read() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder("no-text");
    let path = folder.join(OsStr::from_bytes(b"d\xffssier.json"));
    fs::write(&path, CLEAN).unwrap();
    assert_eq!(run([OsStr::new("check"), path.as_os_str()]).code, 0);
    assert_eq!(run([OsStr::new("fmt"), path.as_os_str()]).code, 0);
    assert_ne!(fs::read_to_string(&path).unwrap(), CLEAN);
    let missing = folder.join(OsStr::from_bytes(b"\xff\x1b[31m.json"));
    let Told { code, err, .. } = run([OsStr::new("check"), missing.as_os_str()]);
    assert_eq!(code, 2);
    assert!(err.contains("\u{fffd}\\u{1b}[31m.json: there is no such file"), "{err}");
}

#[cfg(unix)]
#[test]
fn a_link_is_kept_when_its_file_is_replaced() {
    let folder = folder("link");
    let target = file(&folder, "target.json", CLEAN);
    let link = folder.join("link.json");
    std::os::unix::fs::symlink(&target, &link).unwrap();
    assert_eq!(run([OsStr::new("fmt"), link.as_os_str()]).code, 0);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_ne!(fs::read_to_string(&target).unwrap(), CLEAN);
}
