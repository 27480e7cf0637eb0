//! A bar for long work: on a terminal, after half a second, and nowhere else.

use std::io::IsTerminal;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// How long work may take before it is worth a bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// Work that is being watched.
pub struct Progress {
    begun: Instant,
    wanted: bool,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// Begins to watch.
    #[must_use]
    pub fn begin(quiet: bool) -> Self {
        let wanted = !quiet && std::io::stderr().is_terminal();
        Self {
            begun: Instant::now(),
            wanted,
            bar: OnceLock::new(),
        }
    }

    /// So many files of so many are read.
    pub fn at(&self, done: usize, all: usize) {
        if self.wanted && self.begun.elapsed() > PATIENCE {
            let bar = self
                .bar
                .get_or_init(|| ProgressBar::new(all as u64).with_style(style()));
            bar.set_position(done as u64);
        }
    }
}

impl Drop for Progress {
    /// Nothing of the bar is left behind.
    fn drop(&mut self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

/// Wordless, so that it is the same in every language.
fn style() -> ProgressStyle {
    ProgressStyle::with_template("{bar:40} {pos} / {len}")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
}
