//! What is said of a command line that cannot be followed.

use super::*;

#[track_caller]
fn refused(arguments: &[&str], expected: &str) {
    let Told { code, out, err } = run(arguments);
    assert_eq!((code, out.as_str()), (2, ""), "{err}");
    assert!(err.contains(expected), "{err}");
}

#[test]
fn near_names_are_proposed() {
    refused(&["chek", STARTER], "similar subcommands exist: 'schema', 'check'");
    refused(&["explian", STARTER], "a similar subcommand exists: 'explain'");
    refused(&["check", "--formatt", "json", STARTER], "a similar argument exists: '--format'");
    refused(&["check", "--format", "jso", STARTER], "'json'");
    refused(&["check", "--policy", "strickt", STARTER], "unknown policy preset `strickt`, did you mean `strict`?");
    refused(&["explain", STARTER, "dead-21"], "there is no claim `dead-21`, did you mean `dead-12`?");
    refused(
        &["explain", STARTER, "opened"],
        "there is no claim `opened`, did you mean one of `opened-1961`, `opened-1968`?",
    );
    refused(&["settle", STARTER, "neglect"], "there is no claim `neglect`, did you mean `cause-neglect`?");
    refused(&["explain", STARTER, "nothing like it"], "there is no claim `nothing like it`\n");
    refused(&["explain", STARTER, "x1", "x2"], "there is no claim `x2`");
}

#[test]
fn dates_that_cannot_be_are_refused() {
    refused(&["check", "--as-of", "2024-13-01", STARTER], "there is no such day as `2024-13-01`");
    refused(&["timeline", "--as-of", "yesterday", STARTER], "`yesterday`");
    refused(&["policy", "diff", "strict", "strict", "--as-of", "2024-01-01"], "required arguments were not provided");
}

#[test]
fn policies_that_cannot_be_are_refused() {
    refused(&["check", "--policy", "no/such/policy.json", STARTER], "no/such/policy.json: there is no such file");
    let bad = file(&folder("policy"), "policy.json", "{\"independent_origins\": 0}");
    refused(&["check", "--policy", bad.to_str().unwrap(), STARTER], "at least 1 origin must be asked for");
}

#[test]
fn every_command_says_what_it_does() {
    assert_snapshot("help.txt", &out(0, ["--help"]));
    for command in
        ["check", "explain", "settle", "timeline", "diff", "draft", "policy", "schema", "fmt", "new", "completions"]
    {
        let help = out(0, [command, "--help"]);
        assert!(help.contains("Usage: corroborate "), "{help}");
    }
    refused(&[], "Usage: corroborate");
    refused(&["check"], "required arguments were not provided");
    assert_eq!(out(0, ["--version"]), concat!("corroborate ", env!("CARGO_PKG_VERSION"), "\n"));
}
