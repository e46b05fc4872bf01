//! Texts that a template left behind where a claim should stand.

use crate::model::text::fold;

/// What publishing systems put where nothing was filled in.
const EMPTY: &[&str] = &[
    "claim",
    "the claim",
    "claim here",
    "claim reviewed",
    "claimreviewed",
    "claim text",
    "enter claim",
    "enter claim here",
    "enter the claim",
    "add claim",
    "test",
    "test claim",
    "testing",
    "lorem ipsum",
    "tbd",
    "tba",
    "todo",
    "n/a",
    "na",
    "none",
    "null",
    "nil",
    "undefined",
    "nan",
    "xxx",
    "xx",
    "x",
    "title",
    "headline",
    "no claim",
    "sample claim",
    "example claim",
    "your claim here",
    "insert claim here",
    "text",
    "string",
];

const LONGEST: usize = 40;

/// Whether the text is a placeholder: the words of an empty form, a variable that was not filled in, or no letter at all.
pub(crate) fn is_placeholder(text: &str) -> bool {
    // What an empty form leaves behind is short.
    let start: String = text.trim().chars().take(LONGEST).collect();
    let folded = fold(&start);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let variable = [("{{", "}}"), ("{%", "%}"), ("<%", "%>"), ("${", "}"), ("[[", "]]"), ("%%", "%%")].iter().any(
        |(open, close)| {
            text.find(open).is_some_and(|at| text.get(at + open.len()..).is_some_and(|rest| rest.contains(close)))
        },
    );
    (text.trim().len() == start.len() && EMPTY.contains(&bare))
        || bare.starts_with("lorem ipsum")
        || variable
        || folded == "%s"
        || !text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::is_placeholder;

    #[test]
    fn placeholders_are_told_from_claims() {
        for text in [
            "{{ post.claim }}",
            "[Claim here]",
            "Lorem ipsum dolor sit amet",
            "—",
            "TEST",
            "${claim} was made",
            "null",
            "N/A",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in [
            "The dam has burst",
            "The claim that 5G spreads the virus",
            "50% of x is {y}",
            "Tested vaccines cost $ 5",
            "網傳",
            "He said “[the state] is bankrupt”",
        ] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
