//! Signals that end the program: at once, or once the temporary files that it has are gone.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Exit codes of a program that a signal ends, as shells count them: 128 and its number.
#[cfg(unix)]
const ENDING: [(i32, i32); 2] = [
    (signal_hook::consts::SIGINT, 130),
    (signal_hook::consts::SIGTERM, 143),
];

/// Exit code for which a signal has asked; 0 as long as none has.
static ASKED: AtomicUsize = AtomicUsize::new(0);
/// Number of reasons not to end at once.
static HOLDS: AtomicUsize = AtomicUsize::new(0);
/// Whether a signal ends the program at once.
static AT_ONCE: AtomicBool = AtomicBool::new(true);

/// Ends the program with 130 and 143 where SIGINT and SIGTERM ask for it, without leaving
/// temporary files behind.
#[cfg(unix)]
pub fn end_cleanly() {
    use signal_hook::consts::SIGXFSZ;
    use signal_hook::flag;
    static IS_TOO_LARGE: AtomicBool = AtomicBool::new(false);
    for (signal, code) in ENDING {
        // Ignored: without these handlers a signal ends the program all the same, and the next run
        // takes its temporary files away.
        let _ = flag::register_usize(signal, &ASKED, usize::try_from(code).unwrap_or_default());
        let _ = flag::register_conditional_shutdown(signal, code, &AT_ONCE);
    }
    // Beyond the size that `ulimit -f` permits, a write then fails instead of ending the program.
    let _ = flag::register(SIGXFSZ, &IS_TOO_LARGE);
}

/// Signals end the program as the system decides.
#[cfg(not(unix))]
pub fn end_cleanly() {}

/// As long as one exists, a signal does not end the program: the last one to go does.
pub(super) struct Hold(());

impl Hold {
    pub(super) fn begin() -> Self {
        HOLDS.fetch_add(1, Ordering::SeqCst);
        AT_ONCE.store(false, Ordering::SeqCst);
        Self(())
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if HOLDS.fetch_sub(1, Ordering::SeqCst) > 1 {
            return;
        }
        // In this order: a signal that comes in between ends the program by itself.
        AT_ONCE.store(true, Ordering::SeqCst);
        if let Ok(code @ 1..) = i32::try_from(ASKED.load(Ordering::SeqCst)) {
            std::process::exit(code);
        }
    }
}

/// Whether a signal has asked the program to end.
pub(super) fn is_asked() -> bool {
    ASKED.load(Ordering::SeqCst) != 0
}
