//! That something is being done: on standard error, where that is a terminal, and gone when it is done.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Something that takes a while.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// So many steps of one thing.
    pub(crate) fn of(steps: usize, what: &'static str) -> Self {
        let bar = ProgressBar::new(steps as u64).with_message(what);
        Self::started(bar, "{spinner} {msg} {wide_bar} {pos}/{len}")
    }

    /// Something of which it is not known how far it has come.
    pub(crate) fn spinner(what: &'static str) -> Self {
        Self::started(ProgressBar::new_spinner().with_message(what), "{spinner} {msg} {elapsed}")
    }

    fn started(bar: ProgressBar, template: &str) -> Self {
        // Drawing is up to the bar: without a terminal it stays silent.
        if !bar.is_hidden() {
            if let Ok(style) = ProgressStyle::with_template(template) {
                bar.set_style(style);
            }
            bar.enable_steady_tick(Duration::from_millis(120));
        }
        Self(bar)
    }

    /// Keeps silent where the answer is being written to the same terminal.
    pub(crate) fn beside(self, output: Option<&Path>) -> Self {
        if self.0.length() == Some(1) || (output.is_none() && io::stdout().is_terminal()) {
            self.0.set_draw_target(ProgressDrawTarget::hidden());
        }
        self
    }

    /// Does something that writes to standard error itself.
    pub(crate) fn aside(&self, act: impl FnOnce()) {
        self.0.suspend(act);
    }

    pub(crate) fn step(&self) {
        self.0.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
