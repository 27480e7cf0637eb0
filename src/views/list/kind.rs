//! The kinds of record that can be listed.

use crate::charter::Subject;
use crate::charter::path_type::PathType;
use crate::views::parts::nouns::{ACTORS, DYNAMICS, Noun, TERRITORIES};

const RECORDS_OF_PUBLISHED_FIGURES: Noun = Noun::new(
    ["fiche de chiffres publiés", "fiches de chiffres publiés"],
    [
        "record of published figures",
        "records of published figures",
    ],
);

/// The kinds that can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Territories.
    Territories,
    /// Actors.
    Actors,
    /// Dynamics.
    Dynamics,
    /// Published figures.
    Published,
}

impl Listed {
    /// The kind of record, as expressions name it.
    #[must_use]
    pub fn subject(self) -> Subject {
        match self {
            Self::Territories => Subject::Territory,
            Self::Actors => Subject::Actor,
            Self::Dynamics => Subject::Dynamic,
            Self::Published => Subject::Published,
        }
    }

    /// The keys of a record of the kind, and the values computed from them.
    pub(super) fn keys(self) -> Vec<&'static str> {
        PathType::record(self.subject()).keys()
    }

    pub(super) fn noun(self) -> &'static Noun {
        match self {
            Self::Territories => &TERRITORIES,
            Self::Actors => &ACTORS,
            Self::Dynamics => &DYNAMICS,
            Self::Published => &RECORDS_OF_PUBLISHED_FIGURES,
        }
    }
}
