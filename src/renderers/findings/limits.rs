//! How much is written of findings unless all of it is asked for.

use crate::sources::Cut;

use std::collections::BTreeMap;
use std::sync::Arc;

/// Findings written one by one; the others are counted.
const MOST_FINDINGS: usize = 1_000;

/// Bytes written about one file (64 kB).
const MOST_BYTES: usize = 64_000;

/// Characters of a text that is shortened.
const MOST_CHARACTERS: usize = 1_000;

/// What was written so far, and the number of findings that were left out.
pub(super) struct Limits {
    all: bool,
    written: usize,
    bytes: BTreeMap<Arc<str>, usize>,
    /// Findings that were left out.
    pub(super) left_out: usize,
}

impl Limits {
    /// Limits under which nothing was written yet; none at all for `all`.
    pub(super) fn new(all: bool) -> Self {
        Self {
            all,
            written: 0,
            bytes: BTreeMap::new(),
            left_out: 0,
        }
    }

    /// Whether another finding may be written; if not, it is counted as left out.
    pub(super) fn has_room(&mut self) -> bool {
        let has_room = self.all || self.written < MOST_FINDINGS;
        self.left_out += usize::from(!has_room);
        has_room
    }

    /// The first of some forms of a finding that may still be written about a file. Returns
    /// `None` if there is none: the finding is then counted as left out.
    pub(super) fn admit(
        &mut self,
        file: &Arc<str>,
        forms: impl IntoIterator<Item = String>,
    ) -> Option<String> {
        let used = self.bytes.get(file).copied().unwrap_or_default();
        let room = MOST_BYTES.saturating_sub(used);
        let form = forms
            .into_iter()
            .find(|form| self.all || form.len() <= room);
        match &form {
            Some(form) => {
                self.written += 1;
                self.bytes.insert(file.clone(), used + form.len());
            }
            None => self.left_out += 1,
        }
        form
    }
}

/// A text of at most a thousand characters; what is longer ends in `…`.
pub(super) fn clipped(text: &str) -> String {
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => format!("{}…", text.before(end)),
        None => text.to_owned(),
    }
}
