//! What a template has used up: the bytes that it writes, the values that it handles.

use std::fmt::Write;
use std::sync::atomic::{AtomicUsize, Ordering};

use minijinja::value::{Value, ValueKind};
use minijinja::{Error, ErrorKind};

/// Bytes that a page may have at most, with all texts that the template keeps for later.
const LONGEST: usize = 40 * 1024 * 1024;

/// Bytes of one value that is written, before it is escaped.
const LONGEST_VALUE: usize = 4 * 1024 * 1024;

/// Bytes of one value that a template builds.
const LARGEST: usize = 2_000_000;

/// Bytes of all values that a template may build, join and compare.
// Some seconds at most, and less memory than a machine has; the report of a thousand territories
// uses a hundredth.
const MOST: usize = 64_000_000;

/// Bytes that an item of a list counts for, beside its text.
const ITEM: usize = 16;

/// Lists and tables inside one another in a value that a template builds.
const DEEPEST: usize = 64;

/// What one page has used up.
#[derive(Debug, Default)]
pub(super) struct Budget {
    written: AtomicUsize,
    handled: AtomicUsize,
}

impl Budget {
    /// Counts values that are looked through a number of times.
    ///
    /// # Errors
    /// Returns an error if they are too deep, or if all that was counted is too much.
    pub fn look_through(&self, values: &[Value], times: usize) -> Result<(), Error> {
        self.charge(values, times, MOST)
    }

    /// Counts values that become one, repeated a number of times.
    ///
    /// # Errors
    /// Returns an error if it is too large or too deep, or if all that was counted is too much.
    pub fn build(&self, values: &[Value], times: usize) -> Result<(), Error> {
        self.charge(values, times, LARGEST)
    }

    /// Counts a copy of a list of so many items, whatever they hold.
    ///
    /// # Errors
    /// Returns an error if all that was counted is too much.
    pub fn copy(&self, items: usize) -> Result<(), Error> {
        self.add(items.saturating_mul(ITEM), MOST)
    }

    fn charge(&self, values: &[Value], times: usize, largest: usize) -> Result<(), Error> {
        let mut weight = 0;
        for value in values {
            weigh(value, DEEPEST, largest, &mut weight)?;
        }
        self.add(weight.saturating_mul(times.max(1)), largest)
    }

    fn add(&self, weight: usize, largest: usize) -> Result<(), Error> {
        let handled = self.handled.fetch_add(weight.min(MOST), Ordering::Relaxed);
        if weight > largest || handled.saturating_add(weight) > MOST {
            return Err(Error::from(ErrorKind::OutOfFuel));
        }
        Ok(())
    }

    /// Counts a text that is written.
    ///
    /// # Errors
    /// Returns an error if the page is then too long.
    pub fn write(&self, text: &str) -> Result<(), Error> {
        let written = self.written.fetch_add(text.len(), Ordering::Relaxed);
        if written.saturating_add(text.len()) > LONGEST {
            return Err(Error::from(ErrorKind::WriteFailure));
        }
        Ok(())
    }
}

/// A value as a text.
///
/// # Errors
/// Returns an error if the text is too long for a page.
pub(super) fn text(value: &Value) -> Result<String, Error> {
    let mut text = Bounded(String::new());
    write!(text, "{value}").map_err(|_| Error::from(ErrorKind::WriteFailure))?;
    Ok(text.0)
}

/// A text that stops growing.
struct Bounded(String);

impl Write for Bounded {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        if self.0.len() + text.len() > LONGEST_VALUE {
            return Err(std::fmt::Error);
        }
        self.0.push_str(text);
        Ok(())
    }
}

/// Adds the bytes of a value. What is shared counts each time that it occurs, since it is written
/// and compared each time.
fn weigh(value: &Value, depth: usize, largest: usize, weight: &mut usize) -> Result<(), Error> {
    *weight += ITEM + value.as_str().map_or(0, str::len);
    if depth == 0 || *weight > largest {
        return Err(Error::from(ErrorKind::OutOfFuel));
    }
    match value.kind() {
        ValueKind::Seq | ValueKind::Iterable => {
            for item in value.try_iter()? {
                weigh(&item, depth - 1, largest, weight)?;
            }
        }
        ValueKind::Map => {
            for key in value.try_iter()? {
                weigh(&value.get_item(&key)?, depth - 1, largest, weight)?;
                weigh(&key, depth - 1, largest, weight)?;
            }
        }
        _ => {}
    }
    Ok(())
}
