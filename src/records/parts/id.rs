//! Ids as types, so that an actor is never taken for a territory.

use std::borrow::Borrow;
use std::fmt;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The id as written.
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
    /// A territory's id, or an official code where a territory is named.
    TerritoryId
    /// An actor's id.
    ActorId
    /// A dynamic's id.
    DynamicId
    /// The id of a record of published figures.
    PublishedId
    /// The id of a source in `sources.toml`.
    SourceId
    /// The number of a person in the private folder.
    PersonId
    /// A theme of the vocabulary.
    ThemeId
    /// A stage of the process, from the vocabulary.
    StageId
    /// A principle of the charter.
    PrincipleId
    /// A word of another list of the vocabulary; the schema says of which.
    Word
}

/// Names that Windows keeps for devices: a file so named could not be checked out there.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Folders of a territory, which can therefore be no territory's id.
const FOLDERS: [&str; 4] = ["actors", "dynamics", "published", "texts"];

/// Whether a text has the form of an id: `[a-z0-9]+(-[a-z0-9]+)*`, at most 80 characters, no
/// reserved name.
#[must_use]
pub fn is_id(text: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    text.len() <= 80
        && text.split('-').all(part)
        && !DEVICES.contains(&text)
        && !FOLDERS.contains(&text)
}

/// The id that a name would have been: accents dropped, the rest turned into hyphens.
#[must_use]
pub fn id_from_name(name: &str) -> String {
    let letters: String = name
        .replace(['œ', 'Œ'], "oe")
        .replace(['æ', 'Æ'], "ae")
        .nfd()
        .filter(|character| !unicode_normalization::char::is_combining_mark(*character))
        .flat_map(char::to_lowercase)
        .map(|character| {
            if character.is_ascii_alphanumeric() {
                character
            } else {
                '-'
            }
        })
        .collect();
    let parts: Vec<&str> = letters.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-")
}
