//! A progress bar for long work on a terminal.

use std::io::IsTerminal;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Time before a bar appears: shorter work would only flicker.
const DELAY: Duration = Duration::from_millis(500);

/// Progress of work, from any thread; dropping it removes the bar.
pub struct Progress {
    begun: Instant,
    is_shown: bool,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// Begins to measure; nothing is ever shown if `quiet`, or if standard error is not a terminal.
    #[must_use]
    pub fn begin(quiet: bool) -> Self {
        Self {
            begun: Instant::now(),
            is_shown: !quiet && std::io::stderr().is_terminal(),
            bar: OnceLock::new(),
        }
    }

    /// Shows that `done` of `total` files are read.
    pub fn update(&self, done: usize, total: usize) {
        if self.is_shown && self.begun.elapsed() > DELAY {
            let bar = self
                .bar
                .get_or_init(|| ProgressBar::new(total as u64).with_style(style()));
            bar.set_position(done as u64);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

/// A style without words, so that it is the same in every language.
fn style() -> ProgressStyle {
    ProgressStyle::with_template("{bar:40} {pos} / {len}")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
}
