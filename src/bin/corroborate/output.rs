//! Where answers go: standard output, or a file that is there whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use anstream::{AutoStream, ColorChoice};

use crate::complain::Trouble;
use crate::input::{name, told};
use crate::paint::Painter;

/// Writes an answer to a file, or without one to standard output, painted where that can show it.
pub(crate) fn write(
    to: Option<&Path>,
    answer: impl FnOnce(&mut dyn Write) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    match to {
        Some(path) => replace(path, answer),
        None => {
            let stdout = io::stdout();
            if AutoStream::choice(&stdout) == ColorChoice::Never {
                let mut out = BufWriter::with_capacity(1 << 16, stdout.lock());
                answer(&mut out)?;
                return Ok(out.flush()?);
            }
            let mut out = Painter::new(BufWriter::new(anstream::stdout().lock()));
            answer(&mut out)?;
            Ok(out.finish()?)
        }
    }
}

/// Writes a file beside its place and moves it there when it is whole.
pub(crate) fn replace(path: &Path, content: impl FnOnce(&mut dyn Write) -> Result<(), Trouble>) -> Result<(), Trouble> {
    // A pipe or a device cannot be replaced.
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        let file = File::create(path).map_err(|error| cannot(path, &error))?;
        return fill(file, path, content);
    }
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut beside = OsString::from(".");
    beside.push(target.file_name().unwrap_or_default());
    beside.push(format!(".{}.part", std::process::id()));
    let beside = target.with_file_name(beside);
    let file = File::create_new(&beside).map_err(|error| cannot(path, &error))?;
    let written = fill(file, path, content).and_then(|()| {
        if let Ok(there) = fs::metadata(&target) {
            fs::set_permissions(&beside, there.permissions()).map_err(|error| cannot(path, &error))?;
        }
        fs::rename(&beside, &target).map_err(|error| cannot(path, &error))
    });
    if written.is_err() {
        // Its name holds this process's number: nobody else's file is removed.
        let _ = fs::remove_file(&beside);
    }
    written
}

fn fill(file: File, path: &Path, content: impl FnOnce(&mut dyn Write) -> Result<(), Trouble>) -> Result<(), Trouble> {
    let mut out = BufWriter::with_capacity(1 << 16, file);
    content(&mut out)?;
    out.flush().map_err(|error| cannot(path, &error))
}

fn cannot(path: &Path, error: &io::Error) -> Trouble {
    Trouble::Sentence(format!("{}: cannot be written: {}", name(path), told(error)))
}
