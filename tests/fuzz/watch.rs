//! Panics and hangs, noticed while an input runs.

use std::cell::RefCell;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Time after which an input counts as hanging: no program of ours takes a hundredth of it, even unoptimised on a busy
/// machine.
const HANGS: Duration = Duration::from_secs(90);

thread_local! {
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Notes where a panic was instead of printing it.
pub fn keep_panics_quiet() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        if place.starts_with("tests/") {
            usual(info);
        }
        let message = info.payload_as_str().unwrap_or_default();
        let message: String = message.chars().take(120).collect();
        PANIC.with_borrow_mut(|panic| *panic = Some(format!("panic at {place}: {message}")));
    }));
}

/// The result of some work, or what its panic said.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let panic = PANIC.take();
        panic.unwrap_or_else(|| "a panic on another thread".to_owned())
    })
}

/// Ends the process, with the number of the input, where one hangs.
pub struct Watch {
    /// The input that runs, plus one; 0 between two.
    running: Arc<AtomicU64>,
}

impl Watch {
    pub fn start(seed: u64) -> Self {
        let running = Arc::new(AtomicU64::new(0));
        let watched = Arc::clone(&running);
        std::thread::spawn(move || {
            let (mut last, mut since) = (0, Instant::now());
            loop {
                std::thread::sleep(Duration::from_millis(500));
                let now = watched.load(Ordering::Relaxed);
                if now != last || now == 0 {
                    (last, since) = (now, Instant::now());
                } else if since.elapsed() > HANGS {
                    let input = now - 1;
                    // Ignored: the exit code tells the same.
                    let _ = writeln!(
                        std::io::stderr(),
                        "hangs: APES_FUZZ_SEED={seed} APES_FUZZ_INPUT={input}"
                    );
                    std::process::exit(101);
                }
            }
        });
        Self { running }
    }

    pub fn begin(&self, input: u64) {
        self.running.store(input + 1, Ordering::Relaxed);
    }

    pub fn end(&self) {
        self.running.store(0, Ordering::Relaxed);
    }
}
