//! What is wrong with a dossier or a policy, and where.

use std::fmt;

use thiserror::Error;

use super::edtf::EdtfError;
use super::moment::MomentError;
use super::names::{UnknownName, did_you_mean};
use super::number::NumberError;
use super::policy::PolicyError;
use super::value::{ValueError, ValueKind};

/// One step of a path into a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Into a field.
    Field(String),
    /// Into an element of a list, from 0.
    Index(usize),
}

/// A path into a file, such as `claims[3].value.about`; empty for the whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Path(Vec<Step>);

impl Path {
    /// The whole file.
    #[must_use]
    pub const fn root() -> Self {
        Self(Vec::new())
    }

    /// The steps from the whole file inwards.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    pub(crate) fn field(&self, name: &str) -> Self {
        self.then(Step::Field(name.to_owned()))
    }

    pub(crate) fn index(&self, at: usize) -> Self {
        self.then(Step::Index(at))
    }

    fn then(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) if at == 0 => write!(f, "{}", Clean(name))?,
                Step::Field(name) => write!(f, ".{}", Clean(name))?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// Text of strangers on one line: control characters are shown as escapes, long text is cut.
pub(crate) struct Clean<'a>(pub(crate) &'a str);

impl fmt::Display for Clean<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LONGEST: usize = 80;
        for (at, c) in self.0.chars().enumerate() {
            if at == LONGEST {
                return f.write_str("…");
            }
            if is_unprintable(c) {
                write!(f, "{}", c.escape_unicode())?;
            } else {
                write!(f, "{c}")?;
            }
        }
        Ok(())
    }
}

/// Control characters, and those that cannot be seen or that reorder the text around them (Unicode bidirectional controls, tags).
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
        || matches!(c, '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A place in a text: both from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ProblemKind {
    /// The bytes are not UTF-8.
    #[error("the file is not UTF-8: byte {0} begins no character")]
    NotUtf8(usize),
    /// The rest of the file cannot be had.
    #[error("the file cannot be read beyond byte {at}: {}", Clean(.reason))]
    Unreadable {
        /// How many bytes could be read.
        at: usize,
        /// What whoever gives the bytes says of it.
        reason: String,
    },
    /// The file begins with a byte order mark.
    #[error("the file begins with a byte order mark: save it as UTF-8 without one")]
    ByteOrderMark,
    /// The text is not JSON.
    #[error("this is not JSON: {0}")]
    Syntax(String),
    /// The text ends before the JSON does.
    #[error("the file ends too early: {0}")]
    Truncated(String),
    /// Something follows the JSON.
    #[error("the file goes on after the end of its JSON")]
    TrailingText,
    /// No version field.
    #[error("the version is missing: expected `\"corroborate\": 1`")]
    NoVersion,
    /// A version that this library cannot read.
    #[error("version {} is unknown: this library reads version 1", Clean(.0))]
    Version(String),
    /// A value of another JSON type.
    #[error("expected {expected}, found {found}")]
    Type {
        /// What the format asks for.
        expected: &'static str,
        /// What stands there.
        found: &'static str,
    },
    /// A field that the format does not have.
    #[error("unknown field `{}` of {noun}{}", Clean(.field), did_you_mean(.nearest.as_deref()))]
    UnknownField {
        /// The field.
        field: String,
        /// Of what.
        noun: &'static str,
        /// The nearest known field.
        nearest: Option<String>,
    },
    /// A field given twice.
    #[error("field `{}` stands twice", Clean(.0))]
    DuplicateField(String),
    /// A required field that is missing.
    #[error("{noun} lacks its `{field}`")]
    MissingField {
        /// The field.
        field: &'static str,
        /// Of what.
        noun: &'static str,
    },
    /// A word that is not in its vocabulary.
    #[error("unknown {} `{}`{}", .0.vocabulary, Clean(&.0.given), did_you_mean(.0.nearest.as_deref()))]
    UnknownName(UnknownName),
    /// An empty list where at least one element is needed.
    #[error("{0} is empty")]
    Empty(&'static str),
    /// More or less than one field, where the one field says what kind of thing it is.
    #[error("{noun} has one form, this has {count}")]
    Forms {
        /// Of what.
        noun: &'static str,
        /// How many it has.
        count: usize,
    },
    /// A line of JSON Lines with more or less than one entry.
    #[error("a line holds one entry, this has {0}")]
    Entries(usize),
    /// An address that is none.
    #[error("`{}` is not an address: {reason}", Clean(.given))]
    Url {
        /// What was given.
        given: String,
        /// Why it is none.
        reason: String,
    },
    /// A number that cannot be read.
    #[error(transparent)]
    Number(#[from] NumberError),
    /// A text or a date without its form, where a bare string is a number.
    #[error("`{}` is not a number: a text is written `{{\"text\": …}}`, a date `{{\"date\": …}}`", Clean(.0))]
    BareString(String),
    /// A number that cannot count anything.
    #[error("`{}` is not a whole number from 0 to 4294967295", Clean(.0))]
    NotACount(String),
    /// A value that cannot be.
    #[error(transparent)]
    Value(#[from] ValueError),
    /// A date expression that cannot be read.
    #[error(transparent)]
    Edtf(#[from] EdtfError),
    /// A moment that cannot be read.
    #[error(transparent)]
    Moment(#[from] MomentError),
    /// A policy that cannot be applied.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// An identifier that cannot be one.
    #[error("`{}` cannot be {noun} id: {reason}", Clean(.given))]
    BadId {
        /// Of what.
        noun: &'static str,
        /// What was given.
        given: String,
        /// Why.
        reason: &'static str,
    },
    /// An identifier that nothing bears.
    #[error("unknown {noun} `{}`{}", Clean(.id), did_you_mean(.nearest.as_deref()))]
    UnknownId {
        /// Of what.
        noun: &'static str,
        /// The identifier.
        id: String,
        /// The nearest known one.
        nearest: Option<String>,
    },
    /// One identifier for two different entries.
    #[error("{noun} `{}` stands twice with different content", Clean(.id))]
    DuplicateId {
        /// Of what.
        noun: &'static str,
        /// The identifier.
        id: String,
    },
    /// A value of another kind than its attribute.
    #[error("attribute `{}` takes a {expected}, this is a {found}", Clean(.attribute))]
    Kind {
        /// The attribute.
        attribute: String,
        /// Its kind.
        expected: ValueKind,
        /// The kind of the value.
        found: ValueKind,
    },
    /// A quantity that cannot be converted exactly.
    #[error("this number has too many digits to be converted exactly from `{}`: round it", Clean(.0))]
    TooPrecise(String),
    /// An attribute of a kind that cannot accumulate.
    #[error("a {0} cannot be cumulative: only quantities and truths are")]
    Cumulative(ValueKind),
    /// A placeholder that no phrase knows.
    #[error("a phrase knows no `{{{}}}`{}", Clean(.given), did_you_mean(.nearest.as_deref()))]
    PhrasePlace {
        /// What stands between the braces.
        given: String,
        /// The nearest one that is known.
        nearest: Option<String>,
    },
    /// A brace without its fellow.
    #[error(
        "a brace in a phrase stands alone: placeholders are `{{value}}`, `{{number}}`, `{{subject}}` and `{{when}}`"
    )]
    PhraseBrace,
    /// A phrase with no place for the value, or with several.
    #[error("a phrase holds `{{value}}` or `{{number}}` exactly once")]
    PhraseValue,
    /// A number where there is none.
    #[error("`{{number}}` is for quantities: a {0} is put in the place of `{{value}}`")]
    PhraseNumber(ValueKind),
    /// A phrase of a truth.
    #[error("a truth has no value to put into a phrase: its claims state it")]
    PhraseOfTruth,
    /// A phrase that would say of one subject what holds of another.
    #[error("the phrase holds no `{{subject}}`, but `{}` is said of several: `{}`, `{}`", Clean(.attribute), Clean(.first), Clean(.second))]
    PhraseSubject {
        /// The attribute.
        attribute: String,
        /// One subject.
        first: String,
        /// Another.
        second: String,
    },
    /// Sources that speak for each other, or own each other, in a circle.
    #[error("{through} in a circle: {}", Clean(&.ids.join(" -> ")))]
    Loop {
        /// The fields, with their verb.
        through: &'static str,
        /// The sources, the first one repeated at the end.
        ids: Vec<String>,
    },
    /// Attributions that refer to each other in a circle.
    #[error("corrections, retractions and disownings run in a circle: {}", Clean(&.0.join(" -> ")))]
    ReferenceLoop(Vec<String>),
    /// An attribution that refers to itself.
    #[error("`{}` {verb} itself", Clean(.id))]
    Itself {
        /// The attribution.
        id: String,
        /// What it does.
        verb: &'static str,
    },
    /// An attribution that refers to a later one.
    #[error("`{}` {verb} `{}`, which was published later", Clean(.id), Clean(.target))]
    Later {
        /// The attribution.
        id: String,
        /// What it does.
        verb: &'static str,
        /// The later one.
        target: String,
    },
    /// A correction or retraction of somebody else's word.
    #[error("`{}` {verb} `{}`, which is the word of another source, `{}`", Clean(.id), Clean(.target), Clean(.owner))]
    SomebodyElses {
        /// The attribution.
        id: String,
        /// What it does.
        verb: &'static str,
        /// The other's word.
        target: String,
        /// Whose word it is.
        owner: String,
    },
    /// A stance where there is no word.
    #[error("an attribution that {0} says nothing of its claim: leave out `stance`")]
    StanceWithoutWord(&'static str),
    /// A correction where there is no word.
    #[error("an attribution that {0} puts nothing in the place of an earlier word: it cannot correct one")]
    CorrectionWithoutWord(&'static str),
    /// A rule with too few attributes.
    #[error("{rule} needs at least {least} attributes")]
    TooFew {
        /// The rule.
        rule: &'static str,
        /// How many.
        least: usize,
    },
    /// A label with two meanings.
    #[error("`{}` is given two meanings", Clean(.0))]
    TwoMeanings(String),
    /// A number that does not lie on its scale.
    #[error("{given} lies outside the scale: expected {}", if *.best == u32::MAX { format!("at least {worst}") } else { format!("{worst} to {best}") })]
    OffScale {
        /// The number.
        given: u32,
        /// The least that is allowed.
        worst: u32,
        /// The most.
        best: u32,
    },
    /// An attribute named twice in one rule.
    #[error("`{}` stands twice in one rule", Clean(.0))]
    Repeated(String),
    /// A rule that mixes every subject with named ones.
    #[error("a rule takes plain attributes or `subject/attribute`, not both")]
    MixedScopes,
    /// An attribute that a rule cannot take.
    #[error("{rule} takes {expected}, but `{}` is a {found}", Clean(.attribute))]
    RuleKind {
        /// The rule.
        rule: &'static str,
        /// What it takes.
        expected: &'static str,
        /// The attribute.
        attribute: String,
        /// Its kind.
        found: ValueKind,
    },
    /// Attributes of one rule whose units cannot be compared.
    #[error("`{}` is counted in {} and `{}` in {}: a rule cannot compare them", Clean(.first), Clean(.first_unit), Clean(.second), Clean(.second_unit))]
    RuleUnits {
        /// One attribute.
        first: String,
        /// Its unit.
        first_unit: String,
        /// The other.
        second: String,
        /// Its unit.
        second_unit: String,
    },
    /// A rule that is not there, to be changed or taken out.
    #[error("there is no such rule: it is named by its content, as it stands in the list")]
    UnknownRule,
    /// A journal that does not begin as one.
    #[error("a journal begins with the line `{{\"corroborate\":1,\"journal\":1}}`")]
    NoJournal,
    /// A journal that begins twice.
    #[error("the first line of a journal stands here again")]
    SecondHead,
    /// There are too many problems to list.
    #[error("and {0} more problems, too many to list")]
    More(usize),
}

/// Something that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The path into the file, or into the lists of the builder.
    pub path: Path,
    /// The place in the text, where there is one.
    pub position: Option<Position>,
    /// What is wrong.
    pub kind: ProblemKind,
}

impl Problem {
    pub(crate) const fn new(path: Path, kind: ProblemKind) -> Self {
        Self { path, position: None, kind }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(position) = self.position {
            write!(f, "{position}: ")?;
        }
        if !self.path.steps().is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        write!(f, "{}", self.kind)
    }
}

impl std::error::Error for Problem {}

/// Everything that is wrong, in the order of the file; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(pub(crate) Vec<Problem>);

impl Problems {
    /// The problems, in the order of the file.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = std::slice::Iter<'a, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Problems {
    /// One problem a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.0.iter().enumerate() {
            if at > 0 {
                writeln!(f)?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
