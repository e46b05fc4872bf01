//! The frame of a dossier in JSON: an object of lists, whose entries are read one at a time.

use super::gather::Gathered;
use super::input::{Input, Stop};
use super::kind::Kind;
use super::node::{Place, unquoted};
use crate::model::names::nearest;
use crate::model::problem::{Path, ProblemKind};

/// A dossier.
const NOUN: &str = "a dossier";

/// What a field of a dossier holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Version,
    Title,
    List(Kind),
}

/// The fields of a dossier.
pub(crate) fn fields() -> impl Iterator<Item = &'static str> {
    ["corroborate", "title"].into_iter().chain(Kind::ALL.into_iter().map(Kind::list))
}

fn holds(name: &str) -> Option<Holds> {
    match name {
        "corroborate" => Some(Holds::Version),
        "title" => Some(Holds::Title),
        _ => Kind::ALL.into_iter().find(|kind| kind.list() == name).map(Holds::List),
    }
}

/// Reads a whole dossier.
pub(super) fn dossier(input: &mut Input<'_>, gathered: &mut Gathered) -> Result<(), Stop> {
    input.begin()?;
    if input.next()? == Some(b'{') {
        object(input, gathered)?;
    } else {
        let length = input.value()?;
        let place = Place::Root;
        gathered.piece(input.piece(length), input.here(), place, |node, report| node.is_no::<()>(NOUN, report));
        input.pass(length);
    }
    input.end()
}

fn object(input: &mut Input<'_>, gathered: &mut Gathered) -> Result<(), Stop> {
    let start = input.here();
    input.pass(1);
    let mut seen = Vec::new();
    let mut is_first = true;
    loop {
        match input.next()? {
            Some(b'}') if is_first => break,
            Some(b'"') => {}
            Some(_) => return Err(input.unexpected("key must be a string")),
            None => return Err(input.ends_early("an object is not closed")),
        }
        is_first = false;
        let field = key(input, gathered, &mut seen)?;
        match input.next()? {
            Some(b':') => input.pass(1),
            Some(_) => return Err(input.unexpected("expected `:`")),
            None => return Err(input.ends_early("an object is not closed")),
        }
        let first = input.next()?;
        match field {
            Some(Holds::List(kind)) if first == Some(b'[') => list(input, gathered, kind)?,
            _ => {
                let length = input.value()?;
                let (json, here) = (input.piece(length), input.here());
                match field {
                    Some(Holds::Version) => gathered.version(json, here),
                    Some(Holds::Title) => gathered.title(json, here),
                    Some(Holds::List(kind)) => gathered.no_list(json, here, Place::Field(&Place::Root, kind.list())),
                    None => {}
                }
                input.pass(length);
            }
        }
        match input.next()? {
            Some(b',') => input.pass(1),
            Some(b'}') => break,
            Some(_) => return Err(input.unexpected("expected `,` or `}`")),
            None => return Err(input.ends_early("an object is not closed")),
        }
    }
    input.pass(1);
    if !seen.contains(&Holds::Version) {
        gathered.frame(start, Path::root(), ProblemKind::NoVersion);
    }
    Ok(())
}

/// Reads the key of a field, and says what is to be read of its value.
fn key(input: &mut Input<'_>, gathered: &mut Gathered, seen: &mut Vec<Holds>) -> Result<Option<Holds>, Stop> {
    let length = input.value()?;
    let here = input.here();
    let mut found = None;
    match unquoted(input.piece(length)) {
        Err(error) => gathered.frame(here, Path::root(), error),
        Ok(name) => {
            let path = || Path::root().field(&name);
            match holds(&name) {
                Some(known) if seen.contains(&known) => {
                    gathered.lacks_entries();
                    let kind = ProblemKind::DuplicateField(name.clone().into_owned());
                    match known {
                        Holds::Version => gathered.frame(here, path(), kind),
                        _ => gathered.content(here, path(), kind),
                    }
                }
                Some(known) => {
                    seen.push(known);
                    found = Some(known);
                }
                // Where problems are only counted any more, nobody is told what may have been meant.
                None => {
                    let nearest = if gathered.is_full() { None } else { nearest(&name, fields()) };
                    if nearest.is_some() {
                        gathered.lacks_entries();
                    }
                    let field = name.clone().into_owned();
                    gathered.content(here, path(), ProblemKind::UnknownField { field, noun: NOUN, nearest });
                }
            }
        }
    }
    input.pass(length);
    Ok(found)
}

fn list(input: &mut Input<'_>, gathered: &mut Gathered, kind: Kind) -> Result<(), Stop> {
    input.pass(1);
    let outer = Place::Field(&Place::Root, kind.list());
    let mut is_first = true;
    loop {
        match input.next()? {
            Some(b']') if is_first => break,
            Some(_) => {}
            None if is_first => return Err(input.ends_early("a list is not closed")),
            None => {}
        }
        is_first = false;
        let length = input.value()?;
        gathered.entry(kind, input.piece(length), input.here(), |at| Place::Index(&outer, at));
        input.pass(length);
        match input.next()? {
            Some(b',') => input.pass(1),
            Some(b']') => break,
            Some(_) => return Err(input.unexpected("expected `,` or `]`")),
            None => return Err(input.ends_early("a list is not closed")),
        }
    }
    input.pass(1);
    Ok(())
}
