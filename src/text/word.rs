//! Small closed classes of English words.

use super::token::{Kind, Token};

/// Whether a token is one of some words.
pub(super) fn one_of(token: &Token<'_>, words: &[&str]) -> bool {
    words.contains(&&*token.lower)
}

/// An adverb that may stand inside a verb: any in -ly, and the common short ones.
pub(super) fn is_adverb(token: &Token<'_>) -> bool {
    token.is_word()
        && (token.lower.len() > 4
            && token.lower.ends_with("ly")
            && !one_of(
                token,
                &["early", "only", "family", "italy", "july", "reply", "supply", "apply", "imply", "ally", "assembly"],
            )
            || one_of(
                token,
                &[
                    "also",
                    "still",
                    "now",
                    "already",
                    "long",
                    "since",
                    "yet",
                    "so",
                    "far",
                    "once",
                    "ever",
                    "again",
                    "then",
                    "later",
                    "earlier",
                    "any",
                    "only",
                    "just",
                    "even",
                    "both",
                    "all",
                    "too",
                    "thus",
                    "therefore",
                    "instead",
                    "further",
                    "first",
                ],
            ))
}

/// A form of `be`, `have` or `do`, or a modal verb, negated or not: the verb of its clause, or a part of it.
pub(super) fn is_auxiliary(token: &Token<'_>) -> bool {
    const AUXILIARIES: [&str; 24] = [
        "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "does", "do", "did",
        "will", "would", "may", "might", "could", "can", "cannot", "shall", "must",
    ];
    (one_of(token, &AUXILIARIES) || token.is("should") || token.lower.ends_with("n't")) && !is_month_of_may(token)
}

/// `May` with its capital, which begins no sentence in news but as the month.
pub(super) fn is_month_of_may(token: &Token<'_>) -> bool {
    token.text == "May"
}

/// A form of `be`.
pub(super) fn is_be(token: &Token<'_>) -> bool {
    one_of(token, &["is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't"])
}

/// A word that begins a noun phrase.
pub(super) fn is_determiner(token: &Token<'_>) -> bool {
    one_of(
        token,
        &[
            "the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your",
            "some", "any", "no", "each", "every", "both", "all", "several", "many", "most", "such", "another", "other",
        ],
    )
}

/// A pronoun that can be the subject of a sentence.
pub(super) fn is_pronoun(token: &Token<'_>) -> bool {
    one_of(token, &["he", "she", "it", "they", "we", "i", "you", "who", "which", "this", "these", "those"])
}

pub(super) fn is_relative(token: &Token<'_>) -> bool {
    matches!(&*token.lower, "who" | "which" | "whom" | "whose")
}

/// A preposition that takes a phrase off a sentence, and is seldom inside the name of a speaker.
pub(super) fn is_preposition(token: &Token<'_>) -> bool {
    one_of(
        token,
        &[
            "of",
            "in",
            "on",
            "at",
            "by",
            "for",
            "from",
            "with",
            "to",
            "into",
            "during",
            "after",
            "before",
            "since",
            "until",
            "over",
            "under",
            "about",
            "against",
            "amid",
            "through",
            "between",
            "among",
            "across",
            "near",
            "within",
            "inside",
            "outside",
            "alongside",
            "as",
            "despite",
            "following",
            "toward",
            "towards",
            "upon",
            "via",
            "like",
        ],
    )
}

/// A word that joins clauses and begins the second of them.
pub(super) fn is_clause_word(token: &Token<'_>) -> bool {
    one_of(
        token,
        &[
            "but", "while", "although", "though", "whereas", "because", "unless", "if", "when", "where", "yet",
            "however", "who", "which", "whom", "whose",
        ],
    )
}

pub(super) fn is_weekday(token: &Token<'_>) -> bool {
    one_of(token, &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}

/// A word that can stand in a phrase of time.
pub(super) fn is_time_word(token: &Token<'_>) -> bool {
    is_weekday(token)
        || is_year(token)
        || one_of(
            token,
            &[
                "january",
                "february",
                "march",
                "april",
                "june",
                "july",
                "august",
                "september",
                "october",
                "november",
                "december",
                "jan",
                "feb",
                "aug",
                "sept",
                "oct",
                "nov",
                "dec",
                "today",
                "yesterday",
                "tomorrow",
                "week",
                "month",
                "year",
                "years",
                "weeks",
                "months",
                "day",
                "days",
                "morning",
                "evening",
                "night",
                "afternoon",
                "last",
                "next",
                "earlier",
                "later",
                "ago",
                "late",
                "early",
                "mid",
            ],
        )
        || is_month_of_may(token)
}

fn is_year(token: &Token<'_>) -> bool {
    token.kind == Kind::Number
        && token.text.len() == 4
        && (token.text.starts_with("19") || token.text.starts_with("20"))
}

const TELLERS: [&str; 96] = [
    "accounts",
    "activists",
    "agencies",
    "agency",
    "aides",
    "allies",
    "analyses",
    "analysis",
    "analysts",
    "articles",
    "assessment",
    "assessments",
    "authorities",
    "broadcasters",
    "cables",
    "commanders",
    "data",
    "defectors",
    "diplomats",
    "doctors",
    "documents",
    "economists",
    "engineers",
    "estimate",
    "estimates",
    "experts",
    "figures",
    "files",
    "findings",
    "firefighters",
    "footage",
    "forces",
    "forecasts",
    "governments",
    "groups",
    "images",
    "indicators",
    "inspectors",
    "intelligence",
    "investigation",
    "investigations",
    "investigators",
    "journalists",
    "lawmakers",
    "lawyers",
    "leaders",
    "letters",
    "locals",
    "logs",
    "mediators",
    "media",
    "medics",
    "ministers",
    "monitors",
    "newspapers",
    "observers",
    "officers",
    "officials",
    "outlets",
    "papers",
    "parties",
    "photographs",
    "photos",
    "police",
    "poll",
    "polls",
    "prosecutors",
    "records",
    "report",
    "reports",
    "representatives",
    "researchers",
    "rescuers",
    "residents",
    "satellite",
    "scientists",
    "sides",
    "sources",
    "specialists",
    "spokesmen",
    "statistics",
    "studies",
    "study",
    "survey",
    "surveys",
    "survivors",
    "transcripts",
    "troops",
    "unions",
    "users",
    "videos",
    "villagers",
    "volunteers",
    "witnesses",
    "workers",
    "writers",
];

/// Nouns for those who say things without being named, and for the papers in which things are said.
pub(super) fn is_teller(token: &Token<'_>) -> bool {
    TELLERS.binary_search(&&*token.lower).is_ok()
}

/// A word that has a capital only at the beginning of a sentence: a determiner, a pronoun, or somebody who tells.
pub(crate) fn is_common(lower: &str) -> bool {
    TELLERS.binary_search(&lower).is_ok()
        || matches!(
            lower,
            "the"
                | "a"
                | "an"
                | "its"
                | "his"
                | "her"
                | "their"
                | "some"
                | "both"
                | "all"
                | "several"
                | "many"
                | "most"
                | "two"
                | "three"
                | "he"
                | "she"
                | "it"
                | "they"
                | "we"
                | "local"
                | "senior"
                | "other"
        )
}

/// Nouns for talk that nobody answers for: what rests on them is unverified.
pub(super) fn is_hearsay(token: &Token<'_>) -> bool {
    one_of(
        token,
        &[
            "reports",
            "rumours",
            "rumors",
            "claims",
            "allegations",
            "speculation",
            "posts",
            "leaks",
            "gossip",
            "whispers",
            "accounts",
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token::tokens;

    #[test]
    fn those_who_tell_are_told_from_those_who_do_not() {
        for (word, is_one) in [
            ("accounts", true),
            ("officials", true),
            ("writers", true),
            ("bridge", false),
            ("zoo", false),
            ("study", true),
        ] {
            assert!(tokens(word).iter().all(|token| is_teller(token) == is_one), "{word}");
        }
    }

    #[test]
    fn only_adverbs_are_adverbs() {
        for (word, is_one) in [
            ("independently", true),
            ("also", true),
            ("family", false),
            ("July", false),
            ("fly", false),
            ("the", false),
        ] {
            assert!(tokens(word).iter().all(|token| is_adverb(token) == is_one), "{word}");
        }
    }
}
