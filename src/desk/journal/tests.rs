//! A journal gives back what was written, says where it broke off, and names what is wrong in the middle.

use super::{Journal, JournalError, Rebuilt};
use crate::{Amendment, Attribute, Attribution, Claim, Desk, Evaluator, Name, Rule, Scope, Source, ValueKind};

fn rebuilt(text: &str) -> Rebuilt {
    Desk::from_journal(text.as_bytes(), Evaluator::default()).unwrap()
}

#[track_caller]
fn refused(lines: &[&str]) -> String {
    let text = format!("{{\"corroborate\": 1, \"journal\": 1}}\n{}\n", lines.join("\n"));
    match Desk::from_journal(text.as_bytes(), Evaluator::default()) {
        Err(JournalError::Problems(problems)) => problems.to_string(),
        other => panic!("{other:?}"),
    }
}

fn batches() -> Vec<Vec<Amendment>> {
    let rule = || Rule::AtMost(vec![Scope::new("killed"), Scope::new("hurt")]);
    let other = || Rule::AtMost(vec![Scope::new("hurt"), Scope::new("killed")]);
    vec![
        vec![Amendment::Title("A dam".to_owned())],
        vec![
            Amendment::add(Source::new("police", "The police")),
            Amendment::add(Attribute::new("killed", ValueKind::Quantity)),
            Amendment::add(Attribute::new("hurt", ValueKind::Quantity)),
        ],
        vec![Amendment::add_rule(rule())],
        vec![Amendment::EditRule { rule: rule(), to: other(), at: Some(0) }],
        vec![Amendment::AddRule { rule: rule(), at: Some(0) }],
        vec![Amendment::RemoveRule { rule: other(), at: None }],
        vec![Amendment::add(Claim::new(
            "c",
            "Ten were killed",
            "dam",
            "killed",
            "10".parse::<crate::Number>().map(crate::Quantity::Exactly).map(crate::Value::Quantity).unwrap(),
        ))],
        vec![Amendment::add(Attribution::new("a", "police", "c")), Amendment::add(Source::new("b", "B"))],
        vec![Amendment::edit(Source::new("b", "C"))],
        vec![Amendment::Remove(Name::Source("b".into()))],
    ]
}

#[test]
fn a_desk_is_rebuilt_from_what_was_done_to_it() {
    let mut desk = Desk::default();
    let mut journal = Journal::create(Vec::new()).unwrap();
    for batch in batches() {
        let effect = desk.apply(batch).unwrap();
        journal.write(effect.amendments()).unwrap();
    }
    // What is undone is written down too.
    journal.write(desk.undo().unwrap().amendments()).unwrap();
    journal.write(&[]).unwrap();
    let text = String::from_utf8(journal.into_inner()).unwrap();
    assert_eq!(text.lines().count(), 12);
    let rebuilt = rebuilt(&text);
    assert_eq!((rebuilt.lines, &rebuilt.torn), (12, &None));
    assert_eq!(rebuilt.desk.view().dossier(), desk.view().dossier());
    assert_eq!(rebuilt.desk.view().dossier().rules().len(), 1);
    // Line by line it is the same.
    let mut again = Desk::default();
    for line in text.lines() {
        again.apply_json(line).unwrap();
    }
    assert_eq!(again.view().dossier(), desk.view().dossier());
}

#[test]
fn wherever_a_journal_breaks_off_all_whole_lines_are_kept() {
    let mut journal = Journal::create(Vec::new()).unwrap();
    for batch in batches().into_iter().chain([vec![Amendment::Title("Sintflut: déluge".to_owned())]]) {
        journal.write(&batch).unwrap();
    }
    let bytes = journal.into_inner();
    for end in 0..=bytes.len() {
        let whole: Vec<usize> =
            bytes[..end].iter().enumerate().filter(|(_, b)| **b == b'\n').map(|(at, _)| at + 1).collect();
        let kept = whole.last().copied().unwrap_or(0);
        let rebuilt = Desk::from_journal(&bytes[..end], Evaluator::default()).unwrap();
        // A line that lacks its break alone is whole.
        let is_open = bytes.get(end) == Some(&b'\n');
        match &rebuilt.torn {
            Some(torn) => {
                assert_eq!((torn.line, torn.byte), (whole.len() + 1, kept as u64));
                assert_eq!(rebuilt.lines, whole.len());
                let prefix = Desk::from_journal(&bytes[..kept], Evaluator::default()).unwrap();
                assert_eq!(rebuilt.desk.view().dossier(), prefix.desk.view().dossier());
            }
            None => assert!(is_open || end == kept, "a line broken off at byte {end} was taken for whole"),
        }
        // Cut off and gone on with, it is a journal again.
        let mut mended = bytes[..if rebuilt.torn.is_some() { kept } else { end }].to_vec();
        let mut journal = Journal::resume(&mut mended, &rebuilt).unwrap();
        journal.write(&[Amendment::Title("goes on".to_owned())]).unwrap();
        let mended = Desk::from_journal(mended.as_slice(), Evaluator::default()).unwrap();
        assert_eq!((mended.torn, mended.desk.view().title()), (None, "goes on"));
    }
}

#[test]
fn a_torn_line_says_where_it_begins() {
    let torn = rebuilt("{\"corroborate\":1,\"journal\":1}\n{\"title\":\"A").torn.unwrap();
    assert_eq!(
        torn.to_string(),
        "line 2 (from byte 30): the file ends too early: a string is not closed; everything before it is kept"
    );
    // A disk that was cut off may leave noughts behind.
    let torn = rebuilt("{\"corroborate\":1,\"journal\":1}\n\0\0\0\0").torn.unwrap();
    assert_eq!((torn.line, torn.byte), (2, 30));
}

#[test]
fn a_bad_line_in_the_middle_is_an_error_with_its_place() {
    assert_eq!(
        refused(&[
            r#"{"add": {"source": {"id": "police", "nam": "The police"}}}"#,
            r#"{"title": 3}"#,
            r#"{"batch": [{"title": "x"}, {"remove": {"source": "nobody"}}]}"#,
            r#"{"delete": {"source": "police"}}"#,
            r#"{"add": {"rule": {"at_most": ["a", "b"]}, "at": -1}}"#,
            r#"{"add": {}}"#,
            r#"{"remove": {"claim": "a", "source": "b"}}"#,
            r#"{"add": {"clam": {}}}"#,
            r#"{"edit": {"rule": {"at_most": ["a", "b"]}}}"#,
            r#"{"corroborate": 1, "journal": 1}"#,
            r#"{"remove": {"rule": {"at_most": ["a", "b"]}}}"#,
            "{",
        ]),
        "line 2, column 20: add.source: a source lacks its `name`\n\
         line 2, column 37: add.source.nam: unknown field `nam` of a source, did you mean `name`?\n\
         line 3, column 11: title: expected a string, found a number\n\
         line 4, column 1: batch[1].remove.source: unknown source `nobody`\n\
         line 5, column 2: unknown change `delete`\n\
         line 6, column 49: add.at: `-1` is not a whole number from 0 to 4294967295\n\
         line 7, column 9: add: a changed entry has one form, this has 0\n\
         line 8, column 12: remove: what is removed has one form, this has 2\n\
         line 9, column 10: add.clam: unknown field `clam` of a changed entry, did you mean `claim`?\n\
         line 10, column 10: edit: a changed entry lacks its `to`\n\
         line 11, column 1: the first line of a journal stands here again\n\
         line 12, column 1: remove.rule: there is no such rule: it is named by its content, as it stands in the list\n\
         line 13, column 2: the file ends too early: an object is not closed"
    );
}

#[test]
fn what_does_not_fit_together_is_told_with_the_line_that_it_is_from() {
    assert_eq!(
        refused(&[
            r#"{"add": {"source": {"id": "police", "name": "The police"}}}"#,
            r#"{"add": {"source": {"id": "police", "name": "Police"}}}"#,
            r#"{"batch": [{"add": {"attribution": {"id": "a", "source": "polise", "retracts": "b"}}}]}"#,
            r#"{"add": {"rule": {"at_most": ["killed"]}}}"#,
        ]),
        "line 3, column 1: add.source.id: source `police` stands twice with different content\n\
         line 4, column 1: batch[0].add.attribution.retracts[0]: unknown attribution `b`, did you mean `a`?\n\
         line 4, column 1: batch[0].add.attribution.source: unknown source `polise`, did you mean `police`?\n\
         line 5, column 1: add.rule: unknown attribute `killed`\n\
         line 5, column 1: add.rule: at_most needs at least 2 attributes"
    );
}

#[test]
fn what_is_no_journal_is_refused() {
    for text in ["{\"title\":\"x\"}\n", "{\"corroborate\":1,\"title\":\"x\",\"sources\":[]}\n"] {
        let Err(JournalError::Problems(problems)) = Desk::from_journal(text.as_bytes(), Evaluator::default()) else {
            panic!("{text} is read");
        };
        assert!(problems.to_string().starts_with("line 1, column "), "{problems}");
    }
    let Err(JournalError::Problems(problems)) =
        Desk::from_journal(&b"{\"corroborate\":1,\"journal\":2}\n"[..], Evaluator::default())
    else {
        panic!("another version is read");
    };
    assert_eq!(problems.to_string(), "line 1, column 28: journal: version 2 is unknown: this library reads version 1");
    assert_eq!(rebuilt("").desk.view().size(), (0, 0));
}
