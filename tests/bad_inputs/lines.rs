//! What is wrong with a dossier in JSON Lines, or with whatever gives a file.

use std::io::{self, Read};

use corroborate::Dossier;

use super::Case;

/// A header, and one line that may be wrong.
const LINE: &str = "{\"corroborate\": 1}\n@\n{\"source\": {\"id\": \"s\", \"name\": \"S\"}}";
const SOURCE: &str = r#"{"source": {"id": "t", "name": "T"}}"#;

fn lines(kind: &'static str, frame: &str, wrong: &str, right: &str, says: &'static str) -> Case {
    let [wrong, right] = [wrong, right].map(|part| frame.replacen('@', part, 1).into_bytes());
    Case { kind, wrong, right, says, read: |bytes| Dossier::from_jsonl(bytes).map(|_| ()) }
}

/// Gives bytes as far as the first `!`, and then fails.
struct Broken<'b>(&'b [u8]);

impl Read for Broken<'_> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let good = self.0.iter().position(|byte| *byte == b'!').unwrap_or(self.0.len());
        match (&self.0[..good]).read(room)? {
            0 if good < self.0.len() => Err(io::Error::other("the disk was\npulled out")),
            count => {
                self.0 = &self.0[count..];
                Ok(count)
            }
        }
    }
}

fn broken(wrong: &str, right: &str, says: &'static str) -> Case {
    let [wrong, right] = [wrong, right].map(|text| text.as_bytes().to_vec());
    Case { kind: "Unreadable", wrong, right, says, read: |bytes| Dossier::read_json(Broken(bytes)).map(|_| ()) }
}

pub(super) fn cases() -> Vec<Case> {
    vec![
        broken(
            "{\"corroborate\": 1,\n\"title\": \"é!\"}",
            "{\"corroborate\": 1,\n\"title\": \"é\"}",
            "line 2, column 12: the file cannot be read beyond byte 31: the disk was\\u{a}pulled out",
        ),
        // Whether the rest is text is not known, so that it is not known what is wrong with the file.
        broken(
            "{]!",
            "{\"corroborate\": 1}",
            "line 1, column 3: the file cannot be read beyond byte 2: the disk was\\u{a}pulled out",
        ),
        broken(
            "!",
            "{\"corroborate\": 1}",
            "line 1, column 1: the file cannot be read beyond byte 0: the disk was\\u{a}pulled out",
        ),
        lines("Empty", "@", "\n \n", "\n \n{\"corroborate\": 1}", "line 1, column 1: the file is empty"),
        lines(
            "ByteOrderMark",
            "@{\"corroborate\": 1}",
            "\u{feff}",
            "",
            "line 1, column 1: the file begins with a byte order mark: save it as UTF-8 without one",
        ),
        lines(
            "NoVersion",
            "@",
            "{\"source\": {\"id\": \"s\", \"name\": 5}}\n{\"source\": {\"id\": \"s\", \"name\": 5}}",
            "{\"corroborate\": 1}\n{\"source\": {\"id\": \"s\", \"name\": \"S\"}}\n",
            "line 1, column 1: the version is missing: expected `\"corroborate\": 1`\n\
             line 1, column 32: source.name: expected a string, found a number\n\
             line 2, column 32: source.name: expected a string, found a number",
        ),
        lines(
            "Version",
            "@",
            "{\"corroborate\": 2, \"tilte\": 5}\n{\"sauce\": 1}",
            "{\"corroborate\": 1}\n{\"source\": {\"id\": \"s\", \"name\": \"S\"}}\n",
            "line 1, column 17: corroborate: version 2 is unknown: this library reads version 1",
        ),
        lines(
            "UnknownField",
            "@",
            r#"{"corroborate": 1, "tilte": "T"}"#,
            r#"{"corroborate": 1, "title": "T"}"#,
            "line 1, column 20: tilte: unknown field `tilte` of a header, did you mean `title`?",
        ),
        lines("Type", "@", "[1]", "{\"corroborate\": 1}", "line 1, column 1: expected a header, found a list"),
        // A dossier over several lines is no JSON Lines; to say so of each line would not help.
        lines(
            "Syntax",
            "@",
            "{\n\"corroborate\": 1\n}",
            "{\"corroborate\": 1}",
            "line 1, column 2: this is not JSON: the line ends too early: an object is not closed",
        ),
        lines(
            "Syntax",
            LINE,
            "  {\"source\": ]}\n{\"source\": {\"id\": \"t\"",
            SOURCE,
            "line 2, column 14: this is not JSON: expected value, found `]`\n\
             line 3, column 22: this is not JSON: the line ends too early: an object is not closed",
        ),
        lines(
            "Syntax",
            LINE,
            r#"{"source": {"id": "t", "name": "T"}} {}"#,
            SOURCE,
            "line 2, column 38: this is not JSON: the line goes on after the end of its value",
        ),
        lines(
            "Type",
            LINE,
            "7",
            SOURCE,
            "line 2, column 1: expected an entry, such as `{\"source\": …}`, found a number",
        ),
        lines("Entries", LINE, "{}", SOURCE, "line 2, column 1: a line holds one entry, this has 0"),
        lines(
            "Entries",
            LINE,
            r#" {"source": {}, "claim": {}}"#,
            SOURCE,
            "line 2, column 2: a line holds one entry, this has 2",
        ),
        lines(
            "UnknownName",
            LINE,
            r#"{"sources": [{"id": "t"}]}"#,
            SOURCE,
            "line 2, column 2: unknown kind of entry `sources`, did you mean `source`?",
        ),
        lines(
            "Syntax",
            LINE,
            r#"{"\ud800": 1}"#,
            SOURCE,
            "line 2, column 2: this is not JSON: a string escapes half a character",
        ),
        lines(
            "DuplicateField",
            LINE,
            r#"{"corroborate": 1}"#,
            SOURCE,
            "line 2, column 2: field `corroborate` stands twice",
        ),
        lines(
            "Type",
            LINE,
            r#"{"source": [{"id": "t"}]}"#,
            SOURCE,
            "line 2, column 12: source: expected a source, found a list",
        ),
        lines(
            "UnknownId",
            LINE,
            r#"{"attribution": {"id": "é1", "retracts": "r", "source": "ss"}}"#,
            SOURCE,
            "line 2, column 42: attribution.retracts: unknown attribution `r`\n\
             line 2, column 57: attribution.source: unknown source `ss`, did you mean `s`?",
        ),
        lines(
            "DuplicateId",
            LINE,
            r#"{"source": {"id": "s", "name": "T"}}"#,
            SOURCE,
            "line 3, column 19: source.id: source `s` stands twice with different content",
        ),
        // A line that cannot be read may hold what others name.
        lines(
            "Syntax",
            LINE,
            "{\"source\": {\"id\": \"t\",}}\n{\"source\": {\"id\": \"u\", \"name\": \"U\", \"owner\": \"t\"}}",
            SOURCE,
            "line 2, column 23: this is not JSON: key must be a string, found `}`",
        ),
    ]
}
