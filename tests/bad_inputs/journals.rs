//! What is wrong with a journal of a desk.

use corroborate::{Desk, Evaluator, JournalError, Problems};

use super::Case;

fn journal(kind: &'static str, frame: &str, wrong: &str, right: &str, says: &'static str) -> Case {
    let [wrong, right] = [wrong, right].map(|line| frame.replacen('@', line, 1).into_bytes());
    Case { kind, wrong, right, says, read }
}

fn read(bytes: &[u8]) -> Result<(), Problems> {
    match Desk::from_journal(bytes, Evaluator::default()) {
        Ok(_) => Ok(()),
        Err(JournalError::Problems(problems)) => Err(problems),
        Err(other) => panic!("{other}"),
    }
}

pub(super) fn cases() -> Vec<Case> {
    const HEAD: &str = r#"{"corroborate":1,"journal":1}"#;
    const RULED: &str = r#"{"corroborate":1,"journal":1}
{"add":{"attribute":{"id":"killed","kind":"quantity"}}}
{"add":{"attribute":{"id":"hurt","kind":"quantity"}}}
{"add":{"rule":{"at_most":["killed","hurt"]}}}
@
"#;
    vec![
        journal(
            "NoJournal",
            "@\n{\"title\":\"A dam\"}\n",
            r#"{"title":"Dams"}"#,
            HEAD,
            r#"line 1, column 1: a journal begins with the line `{"corroborate":1,"journal":1}`"#,
        ),
        journal(
            "SecondHead",
            "{\"corroborate\":1,\"journal\":1}\n@\n{\"title\":\"A dam\"}\n",
            HEAD,
            r#"{"title":"Dams"}"#,
            "line 2, column 1: the first line of a journal stands here again",
        ),
        journal(
            "UnknownRule",
            RULED,
            r#"{"remove":{"rule":{"at_most":["hurt","killed"]}}}"#,
            r#"{"remove":{"rule":{"at_most":["killed","hurt"]}}}"#,
            "line 5, column 1: remove.rule: there is no such rule: it is named by its content, as it stands in the list",
        ),
    ]
}
