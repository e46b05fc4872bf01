//! Room to work in, lent out and given back, so that a question costs what it asks about and not as much as there are sources.

use std::fmt;
use std::mem;
use std::ops::{Deref, DerefMut};
use std::sync::Mutex;

use super::hop::Walker;
use super::judge::Bench;

/// Benches that nobody works at. Whoever comes while all are lent gets a new one.
#[derive(Default)]
pub(crate) struct Spare(Mutex<Vec<Bench>>);

impl Spare {
    /// Lends a bench for the dossier of this walker.
    pub(crate) fn lend(&self, walker: &Walker<'_>) -> Lent<'_> {
        let spare = self.0.lock().ok().and_then(|mut spare| spare.pop());
        Lent { of: self, bench: spare.unwrap_or_else(|| Bench::new(walker)) }
    }

    /// Takes a bench in, to be lent.
    fn keep(&self, bench: Bench) {
        if let Ok(mut spare) = self.0.lock() {
            spare.push(bench);
        }
    }
}

/// A bench that goes back when it is let go.
pub(crate) struct Lent<'e> {
    of: &'e Spare,
    bench: Bench,
}

impl Deref for Lent<'_> {
    type Target = Bench;

    fn deref(&self) -> &Bench {
        &self.bench
    }
}

impl DerefMut for Lent<'_> {
    fn deref_mut(&mut self) -> &mut Bench {
        &mut self.bench
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        self.of.keep(mem::take(&mut self.bench));
    }
}

impl fmt::Debug for Lent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.bench.fmt(f)
    }
}
