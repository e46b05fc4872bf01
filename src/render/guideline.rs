//! Guidelines, as they are cited.

use super::clean::{NAME, Quoted, line};
use super::date;
use crate::model::policy::guideline::Guideline;

/// A guideline as a citation, without what it asks and its address.
///
/// ```
/// use corroborate::{Policy, PolicyRule, render};
/// let cited: Vec<String> = Policy::strict().because[&PolicyRule::AuthoritySuffices].iter().map(render::guideline).collect();
/// assert_eq!(cited, ["Associated Press, \"News Values and Principles\", \"Anonymous sources\""]);
/// let cited: Vec<String> = Policy::strict().because[&PolicyRule::FirstHandOnly].iter().map(render::guideline).collect();
/// assert_eq!(cited, ["BBC, \"Editorial Guidelines\" (2019), 3.3.3", "Reuters, \"Anonymous sources: Reuters rules\" (17 July 2008)"]);
/// ```
#[must_use]
pub fn guideline(guideline: &Guideline) -> String {
    let mut cited = format!("{}, {}", line(&guideline.publisher, NAME), Quoted(&guideline.document, NAME));
    if let Some(date) = &guideline.date {
        cited += &format!(" ({})", date::time(date));
    }
    match &guideline.section {
        Some(number) if number.starts_with(|c: char| c.is_ascii_digit()) => {
            cited += &format!(", {}", line(number, NAME))
        }
        Some(name) => cited += &format!(", {}", Quoted(name, NAME)),
        None => {}
    }
    cited
}
