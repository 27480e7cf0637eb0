//! Characters that no font of this program has, gathered while a report is rendered.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// What is shown in place of such a character.
pub const IN_ITS_PLACE: char = '▯';

/// Characters that no font has, each once.
#[derive(Debug, Default)]
pub struct LostCharacters(Mutex<BTreeSet<char>>);

impl LostCharacters {
    /// Adds a character, unless it only says how another is shown.
    pub fn add(&self, character: char) {
        if is_visible(character) {
            self.known().insert(character);
        }
    }

    /// The characters in the order of Unicode.
    #[must_use]
    pub fn characters(&self) -> Vec<char> {
        self.known().iter().copied().collect()
    }

    fn known(&self) -> std::sync::MutexGuard<'_, BTreeSet<char>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether something is lost to the reader where a character is not shown: white space and the
/// selectors that ask for a coloured pictogram show nothing by themselves.
#[must_use]
pub fn is_visible(character: char) -> bool {
    let selects = matches!(character, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
    !selects && !character.is_whitespace() && !character.is_control()
}
