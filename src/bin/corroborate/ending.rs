//! How a command ends.

use std::process::ExitCode;

/// What the exit code says, from the best to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ending {
    /// Nothing is flagged, nothing differs, nothing is to be done: 0.
    Clear,
    /// A claim is flagged, two things differ, a file is not in its form: 1.
    Flagged,
    /// Something could not be read, judged or written: 2.
    Trouble,
}

impl Ending {
    pub(crate) const fn flagged(is_flagged: bool) -> Self {
        if is_flagged { Self::Flagged } else { Self::Clear }
    }
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(match ending {
            Ending::Clear => 0,
            Ending::Flagged => 1,
            Ending::Trouble => 2,
        })
    }
}
