//! `diff`, `fmt`, `new`, `completions`, `man`: what is done with files.

use serde_json::Value;

use super::*;

#[test]
fn what_changed_between_two_versions() {
    let starter = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(STARTER)).unwrap();
    let edited = starter
        .replace(r#""reliability":"C","owner""#, r#""reliability":"B","owner""#)
        .replace(r#""value":12,"#, r#""value":{"at_least":14},"#)
        .replace(r#"{"at_most":["dead","victims"]},"#, "")
        .lines()
        .filter(|line| !line.starts_with(r#"{"id":"a16""#))
        .map(|line| format!("{line}\n"))
        .collect::<String>()
        .replace(
            "\"attributions\": [\n",
            "\"attributions\": [\n{\"id\":\"a20\",\"source\":\"hospital\",\"claim\":\"dead-12\",\"published\":\"2025-03-05\"},\n",
        );
    let later = file(&folder("diff"), "later.json", edited);
    let later = later.to_str().unwrap();
    assert_snapshot("diff-starter.txt", &out(1, ["diff", STARTER, later]));
    let json: Value = serde_json::from_str(&out(1, ["diff", STARTER, later, "--format", "json"])).unwrap();
    let of = |at: usize| (json["edits"][at]["noun"].as_str().unwrap(), json["edits"][at]["edited"].as_str().unwrap());
    assert_eq!([of(0), of(1), of(2)], [("source", "changed"), ("claim", "changed"), ("attribution", "removed")]);
    assert_eq!(json["edits"][0]["fields"], serde_json::json!(["reliability"]));
    assert_eq!(out(0, ["diff", STARTER, STARTER]), "The Marren dam\n\nBoth versions say the same.\n");
}

#[test]
fn what_changed_in_the_real_story() {
    let real = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(REAL)).unwrap();
    let without: String = real
        .lines()
        .filter(|line| !line.contains(r#""id": "own-gerasimov-confirms""#))
        .map(|line| format!("{line}\n"))
        .collect();
    assert_ne!(real.len(), without.len());
    let earlier = file(&folder("diff-real"), "earlier.json", without);
    assert_snapshot("diff-real.txt", &out(1, ["diff", earlier.to_str().unwrap(), REAL]));
}

#[test]
fn files_are_put_in_their_form() {
    let folder = folder("fmt");
    let messy = file(&folder, "messy.json", CLEAN);
    let path = messy.to_str().unwrap();
    let named = run(["fmt", "--check", path, STARTER]);
    assert_eq!(named, Told { code: 1, out: format!("{path}\n"), err: String::new() });
    assert_eq!(fs::read_to_string(&messy).unwrap(), CLEAN);
    assert_eq!(out(0, ["fmt", path]), "");
    assert_eq!(out(0, ["fmt", "--check", path]), "");
    let written = fs::read_to_string(&messy).unwrap();
    assert!(written.starts_with("{\n\"corroborate\": 1,\n\"title\": \"A treaty\",\n\"sources\": [\n{\"id\":\"duma\","));
    // It says the same as before.
    assert_eq!(run_with(CLEAN, ["fmt", "-"]), Told { code: 0, out: written, err: String::new() });
    assert_eq!(out(0, ["check", path]), run_with(CLEAN, ["check", "-"]).out);
}

#[test]
fn a_file_that_cannot_be_read_is_left_alone() {
    let folder = folder("fmt-bad");
    let (bad, good) =
        (file(&folder, "bad.json", "{\"corroborate\": 1, \"souces\": []}"), file(&folder, "good.json", CLEAN));
    let told = run([OsStr::new("fmt"), bad.as_os_str(), good.as_os_str()]);
    assert_eq!(told.code, 2);
    assert!(told.err.contains("did you mean `sources`?"), "{}", told.err);
    assert_eq!(fs::read_to_string(&bad).unwrap(), "{\"corroborate\": 1, \"souces\": []}");
    assert_ne!(fs::read_to_string(&good).unwrap(), CLEAN);
}

#[test]
fn a_dossier_to_begin_with() {
    let path = folder("new").join("story.json");
    let name = path.to_str().unwrap();
    let guide = out(0, ["new", name]);
    assert_snapshot("new-guide.txt", &guide.replace(name, "story.json"));
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(STARTER)).unwrap()
    );
    assert_eq!(out(0, ["fmt", "--check", name]), "");

    let again = run(["new", name]);
    assert_eq!((again.code, again.out.as_str()), (2, ""));
    assert!(again.err.contains("this is there already, and is left as it is"), "{}", again.err);

    let piped = run(["new", "-"]);
    assert_eq!((piped.code, piped.out), (0, fs::read_to_string(&path).unwrap()));
    assert!(piped.err.contains("SOURCES: who speaks"), "{}", piped.err);
}

/// Every entry that the guide names is in the dossier, and every attribution, attribute and kind of rule is there for a reason.
#[test]
fn the_guide_is_about_the_dossier() {
    let guide =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bin/corroborate/new/guide.txt")).unwrap();
    let starter: Value =
        serde_json::from_slice(&fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(STARTER)).unwrap()).unwrap();
    let mut list = "";
    let mut named = 0;
    for line in guide.lines() {
        if let Some((heading, _)) = line.split_once(": ").filter(|(heading, _)| heading.chars().all(char::is_uppercase))
        {
            list = heading;
        } else if line.starts_with("  ") && !line.starts_with("   ") && !list.is_empty() {
            let word = line.split_whitespace().next().unwrap();
            let entries = starter[list.to_lowercase()].as_array().unwrap();
            let is_there = entries.iter().any(|entry| entry["id"] == word || entry.get(word).is_some());
            assert!(is_there, "{list}: {word}");
            named += 1;
        }
    }
    assert!(named > 25, "{named}");
    let text = starter.to_string();
    for used in [
        "\"stance\":\"denies\"",
        "\"stance\":\"doubts\"",
        "\"stance\":\"silent\"",
        "\"certainty\"",
        "\"hedge\"",
        "\"cites\"",
        "\"basis\":\"first-hand\"",
        "\"basis\":\"record\"",
        "\"against_interest\"",
        "\"corrects\"",
        "\"retracts\"",
        "\"disowns\"",
        "\"speaks_for\"",
        "\"owner\"",
        "\"authority_on\"",
        "\"anonymous\"",
        "\"party\"",
        "\"reliability\"",
        "\"url\"",
        "\"quote\"",
        "\"kind\":\"truth\"",
        "\"kind\":\"date\"",
        "\"kind\":\"text\"",
        "\"kind\":\"quantity\"",
        "\"cumulative\"",
        "\"varying\"",
        "\"holds_for\"",
        "\"phrase\"",
        "\"at_most\"",
        "\"implies\"",
        "\"sum\"",
    ] {
        assert!(text.contains(used), "{used} is not used");
    }
}

#[test]
fn completions_and_manual_pages_know_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = out(0, ["completions", shell]);
        assert!(["check", "explain", "as-of"].iter().all(|word| script.contains(word)), "{shell}");
    }
    let folder = folder("man");
    assert_eq!(out(0, ["man", folder.to_str().unwrap()]), "");
    for page in ["corroborate.1", "corroborate-check.1", "corroborate-explain.1", "corroborate-policy-diff.1"] {
        assert!(fs::read_to_string(folder.join(page)).unwrap().starts_with(".ie "), "{page}");
    }
    assert!(out(0, ["man"]).contains("corroborate\\-check(1)"));
}

#[test]
fn the_schemas_are_those_of_the_library() {
    for (name, expected) in corroborate::schema::all() {
        let schema: Value = serde_json::from_str(&out(0, ["schema", name])).unwrap();
        assert!(schema == expected, "{name}");
    }
    assert_eq!(out(0, ["schema"]), out(0, ["schema", "dossier"]));
}
