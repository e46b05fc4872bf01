//! Colours, pipes.

use std::io::Read;
use std::process::{Command as Process, Stdio};

use super::*;

#[test]
fn colours_are_for_terminals_alone() {
    let plain = out(1, ["check", STARTER, "--brief"]);
    assert!(!plain.contains('\u{1b}'));
    let painted = out(1, ["check", STARTER, "--brief", "--color", "always"]);
    assert!(painted.contains("\u{1b}[1m\u{1b}[31mRefuted\u{1b}[0m by the Marren Police"), "{painted}");
    assert_eq!(anstream::adapter::strip_str(&painted).to_string(), plain);
}

#[test]
fn the_environment_is_honoured() {
    let with = |variables: &[(&str, &str)]| told(corroborate(["check", STARTER]).envs(variables.iter().copied())).out;
    assert!(with(&[("CLICOLOR_FORCE", "1")]).contains('\u{1b}'));
    assert!(!with(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]).contains('\u{1b}'));
    let complaint =
        |variables: &[(&str, &str)]| told(corroborate(["check", "nowhere"]).envs(variables.iter().copied())).err;
    assert!(complaint(&[("CLICOLOR_FORCE", "1")]).contains('\u{1b}'));
    assert_eq!(complaint(&[("NO_COLOR", "1")]), "error: nowhere: there is no such file\n");
}

#[test]
fn files_and_other_programs_get_no_colours() {
    let answer = folder("painted").join("answer.txt");
    let told = run(["check", STARTER, "--color", "always", "-o", answer.to_str().unwrap()]);
    assert_eq!(told.code, 1);
    assert!(!fs::read_to_string(&answer).unwrap().contains('\u{1b}'));
}

#[test]
fn who_closes_a_pipe_has_read_enough() {
    for arguments in
        [&["check", REAL, "--format", "json"][..], &["timeline", REAL], &["check", REAL, "--format", "markdown"]]
    {
        let mut child = Process::new(env!("CARGO_BIN_EXE_corroborate"))
            .args(arguments)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = [0; 10];
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut first).unwrap();
        drop(stdout);
        let ended = child.wait_with_output().unwrap();
        assert!(matches!(ended.status.code(), Some(0 | 1)), "{ended:?}");
        assert_eq!(String::from_utf8(ended.stderr).unwrap(), "");
    }
}

#[test]
fn the_same_dossier_gives_the_same_bytes() {
    let once = out(1, ["check", STARTER, "--format", "jsonl", "--advice"]);
    assert_eq!(once, out(1, ["check", STARTER, "--format", "jsonl", "--advice"]));
}
