//! Reading dossiers and policies.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use corroborate::{Dossier, Policy, Problems};

use crate::complain::{Faulty, Trouble, printable};

/// In which form a dossier is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Json,
    Lines,
}

/// What a file holds, and what it goes by in messages.
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl Input {
    /// Reads a file, or standard input where it is `-`.
    pub(crate) fn read(path: &Path) -> Result<Self, Trouble> {
        let name = name(path);
        let read = if is_standard(path) {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        } else if path.is_dir() {
            return Err(Trouble::Sentence(format!("{name}: this is a folder, not a file")));
        } else {
            fs::read(path)
        };
        match read {
            Ok(bytes) => Ok(Self { name, bytes }),
            Err(error) => Err(Trouble::Sentence(format!("{name}: {}", told(&error)))),
        }
    }

    /// The dossier in it.
    pub(crate) fn dossier(self) -> Result<Dossier, Trouble> {
        let read = match self.form() {
            Form::Json => Dossier::from_json(&self.bytes),
            Form::Lines => Dossier::from_jsonl(&self.bytes),
        };
        read.map_err(|problems| self.faulty(problems))
    }

    /// In which form it is written. JSON Lines are known by their name or by what they are: in JSON no line that begins an object follows on one that ends one.
    pub(crate) fn form(&self) -> Form {
        if self.name.ends_with(".jsonl") || self.name.ends_with(".ndjson") {
            return Form::Lines;
        }
        let mut lines = self.bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
        match (lines.next(), lines.next()) {
            (Some(first), Some(second)) if first.ends_with(b"}") && second.starts_with(b"{") => Form::Lines,
            _ => Form::Json,
        }
    }

    fn faulty(self, problems: Problems) -> Trouble {
        Trouble::Faulty(Box::new(Faulty { name: self.name, bytes: self.bytes, problems }))
    }
}

/// Reads a dossier.
pub(crate) fn dossier(path: &Path) -> Result<Dossier, Trouble> {
    Input::read(path)?.dossier()
}

/// Reads a policy.
pub(crate) fn policy(path: &Path) -> Result<Policy, Trouble> {
    let input = Input::read(path)?;
    let read = Policy::from_json(&input.bytes);
    read.map_err(|problems| input.faulty(problems))
}

pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// What a file goes by in messages.
pub(crate) fn name(path: &Path) -> String {
    if is_standard(path) { "standard input".to_owned() } else { printable(&path.to_string_lossy()) }
}

/// Standard input can be read once only.
pub(crate) fn once(paths: &[PathBuf]) -> Result<(), Trouble> {
    if paths.iter().filter(|path| is_standard(path)).count() > 1 {
        return Err(Trouble::Sentence("standard input can be read only once".to_owned()));
    }
    Ok(())
}

/// What went wrong, as one says it, without the number of the operating system.
pub(crate) fn told(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "this may not be read or written: permission denied".to_owned(),
        _ => error.to_string(),
    }
}
