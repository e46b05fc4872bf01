//! `draft`: from a text to what a person may take into a dossier.

use super::*;

const STORY: &str = "tests/text/story.txt";

#[test]
fn a_text_is_drafted_from_a_file_and_from_standard_input() {
    let drafts = out(0, ["draft", STORY, "--published", "2025-05-06"]);
    let same =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/example-draft.txt")).unwrap();
    assert_eq!(drafts, same);
    let story = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(STORY)).unwrap();
    assert_eq!(run_with(story.as_str(), ["draft", "--published", "2025-05-06"]).out, drafts);
    assert_eq!(run_with(story, ["draft", "-", "--published", "2025-05-06"]).out, drafts);
}

#[test]
fn a_text_is_refused_by_its_first_bad_byte_and_a_day_by_its_form() {
    let Told { code, out, err } = run_with(b"It rained \xff".as_slice(), ["draft"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("standard input: the text is not UTF-8: byte 10 begins no character"), "{err}");
    let Told { code, err, .. } = run(["draft", STORY, "--published", "Friday"]);
    assert_eq!(code, 2);
    assert!(err.contains("`Friday` is not a moment, a day or a month"), "{err}");
}
