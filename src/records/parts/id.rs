//! Ids, each kind of which is a type of its own.

use std::borrow::Borrow;
use std::fmt;

use serde::Deserialize;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// Returns the id as it is written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// The id of a territory. Where a record names a territory, it may be an official code instead.
    TerritoryId
    /// The id of an actor.
    ActorId
    /// The id of a dynamic.
    DynamicId
    /// The id of a record of published figures.
    PublishedId
    /// The id of a source in `sources.toml`.
    SourceId
    /// The id of a person in the private folder.
    PersonId
    /// The id of a theme, from the vocabulary.
    ThemeId
    /// The id of a stage of the process, from the vocabulary.
    StageId
    /// The id of a principle of the charter.
    PrincipleId
    /// The id of a word of the vocabulary. The schema of the key gives the list; the entry of the
    /// word is a [`VocabularyWord`](crate::records::vocabulary::VocabularyWord).
    Word
}

/// Maximum length of an id, in characters; the schemas have the same limit.
const MAX_LENGTH: usize = 80;

/// Names that Windows reserves for devices. A file with such a name cannot be checked out there.
const RESERVED_NAMES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Names of the folders inside a territory, which cannot be ids of territories.
const FOLDERS: [&str; 4] = ["actors", "dynamics", "published", "texts"];

/// Returns whether a text is an id: `[a-z0-9]+(-[a-z0-9]+)*`, at most 80 characters, not a reserved
/// name.
#[must_use]
pub fn is_id(text: &str) -> bool {
    text.len() <= MAX_LENGTH
        && text.split('-').all(is_part)
        && !RESERVED_NAMES.contains(&text)
        && !FOLDERS.contains(&text)
}

/// Returns whether a text is a part of an id between hyphens.
fn is_part(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// Makes an id from a name: accents are dropped, and a hyphen replaces any other characters between
/// letters and digits.
#[must_use]
pub fn id_from_name(name: &str) -> String {
    let mut id = String::with_capacity(name.len());
    for character in name.chars() {
        match character {
            'œ' | 'Œ' => id.push_str("oe"),
            'æ' | 'Æ' => id.push_str("ae"),
            _ if character.is_ascii() => push(&mut id, character),
            _ => decompose_canonical(character, |part| push(&mut id, part)),
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    id
}

/// Adds a character of a name to an id: letters in lower case, no mark of an accent, and a hyphen
/// for any other characters between them.
fn push(id: &mut String, character: char) {
    if is_combining_mark(character) {
        return;
    }
    for letter in character.to_lowercase() {
        if letter.is_ascii_alphanumeric() {
            id.push(letter);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
}
