//! `corroborate import`.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use corroborate::import::{Acceptance, Feed, Labels, Node, Proposal, RepairCode, Review};
use corroborate::{Dossier, claimreview, factcheck};

use crate::complain::{Faulty, Trouble, printable};
use crate::ending::Ending;
use crate::input::{self, Input};
use crate::output;

/// Put what others have checked into a dossier.
///
/// Reads fact checks and writes a dossier with what they propose: sources, claims, and who says what. What the dossier has already stands. What could not be read, what was repaired, and
/// what is left to a person is told on standard error; the exit code is 1 where something is left to a person.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// What the files hold.
    #[arg(long, value_enum, value_name = "FORMAT")]
    from: Format,

    /// The files: pages, documents, or feeds of any length.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The dossier to add to.
    #[arg(long, value_name = "DOSSIER")]
    into: Option<PathBuf>,

    /// The title of the dossier, where it is a new one.
    #[arg(long, default_value = "Fact checks", conflicts_with = "into")]
    title: String,

    /// What labels mean, as JSON: docs/formats/claimreview.md.
    #[arg(long, value_name = "TABLE")]
    labels: Option<PathBuf>,

    /// Tell every repair, not only how many there are of each.
    #[arg(long)]
    repairs: bool,

    /// Write to this file instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What files hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// ClaimReview and MediaReview of schema.org: a page, a document or a feed.
    Claimreview,
    /// Responses of the search for claims of Google's Fact Check Tools.
    GoogleFactCheck,
}

/// Who reads, what was accepted so far, and what is to be told.
struct Intake {
    markup: claimreview::Reader,
    search: factcheck::Reader,
    acceptance: Acceptance,
    told: Vec<String>,
    tells_repairs: bool,
    repairs: BTreeMap<RepairCode, usize>,
    reviews: usize,
    undecided: usize,
    is_troubled: bool,
}

impl Import {
    pub(crate) fn run(self) -> Result<Ending, Trouble> {
        input::once(&self.files)?;
        let labels = self.labels.as_deref().map_or_else(|| Ok(Labels::default()), labels)?;
        let builder = match &self.into {
            Some(dossier) => input::dossier(dossier)?.into_builder(),
            None => Dossier::builder(self.title.as_str()),
        };
        let mut intake = Intake {
            markup: claimreview::Reader::new(labels.clone()),
            search: factcheck::Reader::new(labels),
            acceptance: Acceptance::new(builder),
            told: Vec::new(),
            tells_repairs: self.repairs,
            repairs: BTreeMap::new(),
            reviews: 0,
            undecided: 0,
            is_troubled: false,
        };
        for file in &self.files {
            intake.file(file, self.from)?;
        }
        let problems = |problems: corroborate::Problems| Trouble::Sentence(problems.to_string());
        let dossier = std::mem::replace(&mut intake.acceptance, Acceptance::new(Dossier::builder("")))
            .finish()
            .build()
            .map_err(problems)?;
        output::write(self.output.as_deref(), |out| Ok(out.write_all(dossier.to_json().as_bytes())?))?;
        intake.tell();
        Ok(if intake.is_troubled { Ending::Trouble } else { Ending::flagged(intake.undecided > 0) })
    }
}

fn labels(path: &Path) -> Result<Labels, Trouble> {
    let Input { name, bytes } = Input::read(path)?;
    Labels::from_json(&bytes).map_err(|problems| Trouble::Faulty(Box::new(Faulty { name, bytes, problems })))
}

/// Of how many things that are passed over in a file it is said why.
const NAMED: usize = 5;

/// Why something is passed over, and where it stands.
fn placed(item: &str, at: Node<'_>, reason: &dyn std::fmt::Display) -> String {
    match format!("{item}{}", at.pointer()) {
        place if place.is_empty() => reason.to_string(),
        place => format!("{place}: {reason}"),
    }
}

impl Intake {
    fn file(&mut self, path: &Path, format: Format) -> Result<(), Trouble> {
        let name = input::name(path);
        let mut reader: Box<dyn Read> = if input::is_standard(path) {
            Box::new(io::stdin().lock())
        } else {
            Box::new(File::open(path).map_err(|error| Trouble::Sentence(format!("{name}: {}", input::told(&error))))?)
        };
        // A page begins with a tag, and JSON does not.
        let mut head = Vec::new();
        let unread = |error: io::Error| Trouble::Sentence(format!("{name}: {}", input::told(&error)));
        reader.by_ref().take(1024).read_to_end(&mut head).map_err(unread)?;
        let is_page = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head).trim_ascii_start().first() == Some(&b'<');
        let before = self.reviews;
        let mut passed_over = Vec::new();
        let mut reader = head.as_slice().chain(reader);
        if is_page && format == Format::Claimreview {
            let mut html = Vec::new();
            reader.read_to_end(&mut html).map_err(unread)?;
            let page = claimreview::Page::read(&String::from_utf8_lossy(&html));
            for unreadable in &page.unreadable {
                self.trouble(&name, unreadable);
            }
            for block in &page.blocks {
                let found = self.markup.block(block);
                self.reviews(&name, "", &found.reviews);
                passed_over.extend(found.passed_over.iter().map(ToString::to_string));
            }
            if page.blocks.is_empty() && page.unreadable.is_empty() {
                passed_over.push("the page holds no JSON-LD".to_owned());
            }
        } else {
            for item in Feed::new(reader) {
                let item = match item {
                    Ok(item) => item,
                    Err(error) => {
                        self.trouble(&name, &error);
                        continue;
                    }
                };
                let at = item.pointer.as_str();
                if format == Format::Claimreview {
                    let found = self.markup.item(&item);
                    self.reviews(&name, at, &found.reviews);
                    if !item.is_rest {
                        passed_over
                            .extend(found.passed_over.iter().map(|passed| placed(at, passed.at, &passed.reason)));
                    }
                } else {
                    let found = self.search.reviews(&item.tree);
                    self.reviews(&name, at, &found.reviews);
                    passed_over.extend(found.passed_over.iter().map(|(node, reason)| placed(at, *node, reason)));
                }
            }
        }
        if self.reviews == before && passed_over.is_empty() && !self.is_troubled {
            passed_over.push("this holds no review".to_owned());
        }
        let more = passed_over.len().saturating_sub(NAMED);
        for passed in passed_over.iter().take(NAMED) {
            self.told.push(format!("{name}: passed over: {}", printable(passed)));
        }
        if more > 0 {
            self.told.push(format!("{name}: passed over: {more} more"));
        }
        Ok(())
    }

    fn trouble(&mut self, name: &str, what: &dyn std::fmt::Display) {
        self.is_troubled = true;
        self.told.push(format!("{name}: {}", printable(&what.to_string())));
    }

    fn reviews(&mut self, name: &str, at: &str, reviews: &[Review<'_>]) {
        for review in reviews {
            self.reviews += 1;
            for repair in &review.repairs {
                *self.repairs.entry(repair.code).or_default() += 1;
                if self.tells_repairs {
                    self.told.push(format!("{name}: {at}{}", printable(&repair.to_string())));
                }
            }
            let Some(proposal) = Proposal::of(review) else { continue };
            if let Some(word) = &proposal.undecided {
                self.undecided += 1;
                let label = word.quote.as_deref().unwrap_or("no label");
                let page = word.url.as_ref().map_or("no page", |url| url.as_str());
                self.told.push(format!(
                    "{name}: left to a person: what {} says of `{}`: `{}`, {}",
                    printable(word.source.as_str()),
                    printable(&proposal.claim.statement),
                    printable(label),
                    printable(page)
                ));
            }
            let differing = self.acceptance.accept(proposal);
            self.told.extend(differing.iter().map(|differing| format!("{name}: {differing}")));
        }
    }

    /// Tells everything on standard error.
    fn tell(&self) {
        let mut out = anstream::stderr().lock();
        // Where nobody listens there is nobody to tell.
        let _ = self.told.iter().try_for_each(|line| writeln!(out, "{line}"));
        let are = if self.reviews == 1 { "review was" } else { "reviews were" };
        let left = match self.undecided {
            0 => String::new(),
            1 => "; what 1 of them says of its claim is left to a person".to_owned(),
            several => format!("; what {several} of them say of their claims is left to a person"),
        };
        let _ = writeln!(out, "{} {are} read{left}", self.reviews);
        for (code, count) in &self.repairs {
            let _ = writeln!(out, "{count:>6} × {code}: {}", code.description());
        }
    }
}
