//! Writes a dossier, or a policy, as JSON, in one form for one content.

use serde::Serialize;

use crate::model::dossier::{Dossier, FORMAT_VERSION};
use crate::model::policy::Policy;

impl Dossier {
    /// The dossier as JSON, one entry a line, in the order of the ids (rules: as given). Equal dossiers give the same bytes;
    /// [`Dossier::from_json`] reads an equal one back.
    ///
    /// ```
    /// use corroborate::{Dossier, Source};
    /// let dossier = Dossier::builder("A treaty").source(Source::new("duma", "State Duma")).build()?;
    /// let json = "{\n\"corroborate\": 1,\n\"title\": \"A treaty\",\n\"sources\": [\n{\"id\":\"duma\",\"name\":\"State Duma\"}\n]\n}\n";
    /// assert_eq!(dossier.to_json(), json);
    /// assert_eq!(Dossier::from_json(json.as_bytes())?, dossier);
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = format!("{{\n\"corroborate\": {FORMAT_VERSION}");
        if !self.title().is_empty() {
            out.push_str(",\n\"title\": ");
            out.push_str(&line(self.title()));
        }
        section(&mut out, "sources", self.sources());
        section(&mut out, "attributes", self.attributes());
        section(&mut out, "claims", self.claims());
        section(&mut out, "attributions", self.attributions());
        section(&mut out, "rules", self.rules());
        out.push_str("\n}\n");
        out
    }
}

impl Policy {
    /// The policy as JSON, indented by two spaces: every rule, also where it is as by default, then the severities and guidelines that there are.
    /// Equal policies give the same bytes; [`Policy::from_json`] reads an equal one back.
    ///
    /// ```
    /// use corroborate::Policy;
    /// let json = Policy::strict().to_json();
    /// assert!(json.starts_with("{\n  \"name\": \"Strict Sourcing\",\n"));
    /// assert_eq!(Policy::from_json(json.as_bytes())?, Policy::strict());
    /// # Ok::<(), corroborate::Problems>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        // As with `line`, below, nothing in it can fail.
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }
}

fn section<T: Serialize>(out: &mut String, name: &str, entries: &[T]) {
    if entries.is_empty() {
        return;
    }
    out.push_str(",\n\"");
    out.push_str(name);
    out.push_str("\": [\n");
    for (at, entry) in entries.iter().enumerate() {
        if at > 0 {
            out.push_str(",\n");
        }
        out.push_str(&line(entry));
    }
    out.push_str("\n]");
}

/// One entry. Writing to memory fails for maps whose keys are no strings and for types that refuse; no noun is or has one.
fn line<T: Serialize + ?Sized>(entry: &T) -> String {
    serde_json::to_string(entry).unwrap_or_default()
}
