//! Dossiers from strangers do no harm on a terminal or a page.

use super::*;

const HOSTILE: &str = r###"{"corroborate": 1, "title": "A \u001b[2Jdam\u202e <script>alert(1)</script> [x](javascript:alert(1))\nsecond line",
  "sources": [
    {"id": "s<b>1", "name": "The *Herald*\u001b]0;title\u0007 @somebody", "kind": "newspaper", "url": "javascript:alert(1)"},
    {"id": "s2", "name": "# Police\u2066\u0085", "kind": "police"}],
  "attributes": [{"id": "burst", "kind": "truth"}, {"id": "told", "kind": "text"}],
  "claims": [
    {"id": "c1", "statement": "1. The dam has `burst`\u009b31m <img src=x onerror=alert(1)>", "subject": "dam\u202e", "attribute": "burst", "value": true},
    {"id": "c2", "statement": "- [ ] ![pixel](https://evil.example/x.png) www.evil.example", "subject": "dam\u202e", "attribute": "told", "value": {"text": "\u001b[31mred"}}],
  "attributions": [
    {"id": "a1", "source": "s<b>1", "claim": "c1", "cites": ["s2"], "hedge": "**surely**\u202e", "certainty": "probable", "url": "javascript:alert(1)", "published": "2025-03-01"},
    {"id": "a2", "source": "s2", "claim": "c1", "stance": "denies", "url": "https://evil.example/<script>?a=b&c=d", "published": "2025-03-02"},
    {"id": "a3", "source": "s<b>1", "claim": "c2", "quote": "\u001b[5m", "published": "2025-03-02"}]}"###;

#[track_caller]
fn assert_harmless(text: &str) {
    let moves = |c: &char| {
        (c.is_control() && *c != '\n')
            || matches!(c, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}')
    };
    assert_eq!(text.chars().find(moves), None, "{text}");
}

#[test]
fn nothing_in_a_dossier_moves_a_terminal() {
    let path = file(&folder("hostile"), "hostile.json", HOSTILE);
    let path = path.to_str().unwrap();
    for arguments in [
        &["check", path, "--advice"][..],
        &["check", path, "--format", "markdown", "--advice"],
        &["explain", path, "c1", "c2"],
        &["settle", path],
        &["timeline", path, "--all"],
        &["diff", path, STARTER],
        &["diff", STARTER, path],
        &["policy", "diff", "strict", "breaking-news", path],
    ] {
        let told = run(arguments);
        assert_ne!(told.code, 2, "{}", told.err);
        assert!(!told.out.is_empty());
        assert_harmless(&told.out);
        assert_eq!(told.err, "");
    }
    // JSON keeps what was said, as escapes.
    for arguments in [&["check", path, "--format", "json"][..], &["explain", path, "c1", "--format", "json"]] {
        let told = run(arguments);
        assert!(!told.out.chars().any(|c| c.is_control() && c != '\n'), "{arguments:?}");
    }
}

#[test]
fn nothing_in_a_dossier_is_markup_on_a_page() {
    let path = file(&folder("hostile-page"), "hostile.json", HOSTILE);
    let page = run(["check", path.to_str().unwrap(), "--format", "markdown"]).out;
    for markup in ["<script", "<img", "](<javascript", "](<data"] {
        assert!(!page.contains(markup), "{markup}");
    }
    assert_snapshot("hostile.md", &page);
}

#[test]
fn faulty_lines_do_no_harm() {
    let bad = format!(
        "{}\n  \"\u{202e}\u{9b}\": 1}}",
        &HOSTILE[..HOSTILE.len() - 1].to_owned().replace('\n', " ").replace("]}", "],")
    );
    let Told { code, err, .. } = run_with(bad, ["check", "-"]);
    assert_eq!(code, 2);
    assert_harmless(&err);
}

#[test]
fn many_claims_are_judged_fast_enough_to_wait_for() {
    let mut dossier = String::from(
        "{\"corroborate\": 1, \"sources\": [{\"id\": \"s\", \"name\": \"S\"}], \"attributes\": [{\"id\": \"n\", \"kind\": \"quantity\"}], \"claims\": [",
    );
    for n in 0..10_000 {
        let comma = if n == 0 { "" } else { "," };
        dossier += &format!(
            "{comma}\n{{\"id\": \"c{n}\", \"statement\": \"It is {n}\", \"subject\": \"x{n}\", \"attribute\": \"n\", \"value\": {n}}}"
        );
    }
    dossier += "], \"attributions\": []}";
    let Told { code, out, err } = run_with(dossier, ["check", "-", "--brief"]);
    assert_eq!((code, err.as_str()), (1, ""));
    assert!(out.contains("\nNone of 10,000 claims may be stated as fact: 10,000 are unsourced.\n"));
    assert_eq!(out.lines().filter(|line| line.starts_with("* ")).count(), 10_000);
}
