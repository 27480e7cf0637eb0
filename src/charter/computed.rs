//! Values that are computed, and read in an expression like keys of the record: one table.

use crate::charter::path_types::{Subject, ValueType};
use crate::language::Bilingual;

/// A value that is computed, and read in an expression like a key of the record.
pub struct ComputedField {
    /// Its name.
    pub name: &'static str,
    /// The kinds of record that have it.
    pub of: &'static [Subject],
    /// Whether there may be several.
    pub many: bool,
    /// What it is.
    pub returns: ReturnType,
    /// What it says.
    pub about: Bilingual,
}

/// What a ready value or a word of the field gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnType {
    /// Yes or no.
    Truth,
    /// A number.
    Number,
    /// A year, a month or a day.
    Moment,
    /// A text of its own.
    Text,
    /// A word of a list of the vocabulary, or a principle.
    Word(&'static str),
    /// One of the three categories of resource.
    Category,
    /// The id of a record.
    Id(&'static str),
}

/// The three categories of resource, as the vocabulary's schema has them.
pub const CATEGORIES: [&str; 3] = ["market", "redistribution", "reciprocity"];

impl ReturnType {
    /// The scalar that it is.
    #[must_use]
    pub fn value_type(self) -> ValueType {
        let text = |names: Option<&str>, choices: &[&str]| ValueType::Text {
            list: None,
            names: names.map(str::to_owned),
            choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
        };
        match self {
            Self::Truth => ValueType::Truth,
            Self::Number => ValueType::Number,
            Self::Moment => ValueType::Moment,
            Self::Text => text(None, &[]),
            Self::Word(list) => ValueType::word(list),
            Self::Category => text(None, &CATEGORIES),
            Self::Id(kind) => text(Some(kind), &[]),
        }
    }
}

/// Every ready value.
pub const COMPUTED_FIELDS: &[ComputedField] = &[
    ComputedField {
        name: "id",
        of: &Subject::ALL,
        many: false,
        returns: ReturnType::Text,
        about: Bilingual {
            fr: "l'identifiant de la fiche",
            en: "the id of the record",
        },
    },
    ComputedField {
        name: "families",
        of: &[Subject::Territory, Subject::Dynamic],
        many: true,
        returns: ReturnType::Word("families"),
        about: Bilingual {
            fr: "les familles d'acteurs que réunit la dynamique, ou le collectif et les dynamiques \
                du territoire",
            en: "the families of actors that the dynamic brings together, or the collective and \
                the dynamics of the territory",
        },
    },
    ComputedField {
        name: "family",
        of: &[Subject::Actor],
        many: false,
        returns: ReturnType::Word("families"),
        about: Bilingual {
            fr: "la famille de l'acteur, d'après sa sorte",
            en: "the family of the actor, by its kind",
        },
    },
    ComputedField {
        name: "resource_categories",
        of: &Subject::ALL,
        many: true,
        returns: ReturnType::Category,
        about: Bilingual {
            fr: "les catégories des ressources notées, toutes années ensemble\u{a0}: marché, \
                redistribution, réciprocité",
            en: "the categories of the resources recorded, all years together: market, \
                redistribution, reciprocity",
        },
    },
    ComputedField {
        name: "started",
        of: &[Subject::Territory, Subject::Dynamic],
        many: false,
        returns: ReturnType::Moment,
        about: Bilingual {
            fr: "le début de la dynamique, ou la première étape que le territoire avait atteinte \
                au jour demandé",
            en: "the beginning of the dynamic, or the first stage that the territory had reached \
                by the day asked",
        },
    },
    ComputedField {
        name: "duration",
        of: &[Subject::Territory, Subject::Dynamic],
        many: false,
        returns: ReturnType::Number,
        about: Bilingual {
            fr: "en années, du début à la première émancipation, sinon à la fin de la dynamique ou \
                du suivi du territoire, sinon jusqu'au jour demandé",
            en: "in years, from the beginning to the first emancipation, else to the end of the \
                dynamic or of the network's work in the territory, else to the day asked",
        },
    },
    ComputedField {
        name: "stage",
        of: &[Subject::Territory, Subject::Dynamic],
        many: false,
        returns: ReturnType::Word("stages"),
        about: Bilingual {
            fr: "l'étape atteinte en dernier au jour demandé",
            en: "the stage reached last by the day asked",
        },
    },
    ComputedField {
        name: "living",
        of: &[Subject::Territory, Subject::Dynamic],
        many: false,
        returns: ReturnType::Truth,
        about: Bilingual {
            fr: "la dynamique vit le jour demandé, ou le réseau suit ce jour-là le territoire",
            en: "the dynamic lives on the day asked, or the network follows the territory on that \
                day",
        },
    },
    ComputedField {
        name: "counted",
        of: &[Subject::Dynamic],
        many: false,
        returns: ReturnType::Truth,
        about: Bilingual {
            fr: "la dynamique compte parmi celles du réseau",
            en: "the dynamic counts among those of the network",
        },
    },
    ComputedField {
        name: "agreements_in_force",
        of: &[Subject::Territory],
        many: true,
        returns: ReturnType::Id("agreement"),
        about: Bilingual {
            fr: "les conventions en vigueur le jour demandé",
            en: "the agreements in force on the day asked",
        },
    },
    ComputedField {
        name: "authority",
        of: &[Subject::Territory],
        many: false,
        returns: ReturnType::Id("actor"),
        about: Bilingual {
            fr: "la collectivité qui administre le territoire, si une fiche le dit",
            en: "the authority that governs the territory, where a record says so",
        },
    },
    ComputedField {
        name: "dynamics",
        of: &[Subject::Territory, Subject::Actor],
        many: true,
        returns: ReturnType::Id("dynamic"),
        about: Bilingual {
            fr: "les dynamiques du territoire, ou celles auxquelles l'acteur prend part",
            en: "the dynamics of the territory, or those in which the actor takes part",
        },
    },
    ComputedField {
        name: "is_member",
        of: &[Subject::Actor],
        many: false,
        returns: ReturnType::Truth,
        about: Bilingual {
            fr: "l'acteur est adhérent le jour demandé",
            en: "the actor is a member on the day asked",
        },
    },
    ComputedField {
        name: "principles_shown",
        of: &[Subject::Actor],
        many: true,
        returns: ReturnType::Word("principles"),
        about: Bilingual {
            fr: "les principes dont l'acteur donne au moins une preuve",
            en: "the principles for which the actor gives at least one piece of evidence",
        },
    },
    ComputedField {
        name: "principles_missing",
        of: &[Subject::Actor],
        many: true,
        returns: ReturnType::Word("principles"),
        about: Bilingual {
            fr: "les principes de la charte dont l'acteur ne donne aucune preuve",
            en: "the principles of the charter for which the actor gives no evidence",
        },
    },
];

/// The ready value of a kind of record that bears a name.
#[must_use]
pub fn computed_field(subject: Subject, name: &str) -> Option<&'static ComputedField> {
    COMPUTED_FIELDS
        .iter()
        .find(|computed_field| computed_field.name == name && computed_field.of.contains(&subject))
}
