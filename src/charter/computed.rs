//! Computed fields: values that expressions read like keys of a record, in one table.

use crate::charter::subject::Subject;
use crate::charter::value_type::ReturnType;
use crate::language::Bilingual;

/// A computed field of one or several kinds of record.
pub struct ComputedField {
    /// The name in expressions.
    pub name: &'static str,
    /// The kinds of record that have the field.
    pub subjects: &'static [Subject],
    /// Whether the field has several values.
    pub many: bool,
    /// The type of a value.
    pub returns: ReturnType,
    /// Description for the manual.
    pub description: Bilingual,
}

impl ComputedField {
    /// Whether records of a kind have the field. All have an id, even those to which no criterion
    /// applies.
    #[must_use]
    pub fn is_of(&self, subject: Subject) -> bool {
        self.subjects.contains(&subject) || self.name == "id"
    }
}

/// All computed fields, in the order of the manual.
pub const COMPUTED_FIELDS: &[ComputedField] = &[
    ComputedField {
        name: "id",
        subjects: &Subject::ALL,
        many: false,
        returns: ReturnType::Text,
        description: Bilingual {
            fr: "l'identifiant de la fiche",
            en: "the id of the record",
        },
    },
    ComputedField {
        name: "families",
        subjects: &[Subject::Territory, Subject::Dynamic],
        many: true,
        returns: ReturnType::Word("families"),
        description: Bilingual {
            fr: "les familles d'acteurs que réunit la dynamique, ou le collectif et les dynamiques \
                du territoire",
            en: "the families of actors that the dynamic brings together, or the collective and \
                the dynamics of the territory",
        },
    },
    ComputedField {
        name: "family",
        subjects: &[Subject::Actor],
        many: false,
        returns: ReturnType::Word("families"),
        description: Bilingual {
            fr: "la famille de l'acteur, d'après sa sorte",
            en: "the family of the actor, by its kind",
        },
    },
    ComputedField {
        name: "resource_categories",
        subjects: &Subject::ALL,
        many: true,
        returns: ReturnType::Category,
        description: Bilingual {
            fr: "les catégories des ressources indiquées, toutes années confondues\u{a0}: marché, \
                redistribution, réciprocité",
            en: "the categories of the recorded resources, for all years together: market, \
                redistribution, reciprocity",
        },
    },
    ComputedField {
        name: "started",
        subjects: &[Subject::Territory, Subject::Dynamic],
        many: false,
        returns: ReturnType::Date,
        description: Bilingual {
            fr: "le début de la dynamique, ou la première étape que le territoire avait atteinte \
                à la date demandée",
            en: "the beginning of the dynamic, or the first stage that the territory had reached \
                by the given date",
        },
    },
    ComputedField {
        name: "duration",
        subjects: &[Subject::Territory, Subject::Dynamic],
        many: false,
        returns: ReturnType::Number,
        description: Bilingual {
            fr: "en années, du début à la première émancipation, sinon à la fin de la dynamique ou \
                du suivi du territoire, sinon jusqu'à la date demandée",
            en: "in years, from the beginning to the first emancipation, otherwise to the end of \
                the dynamic or of the network's work in the territory, otherwise to the given date",
        },
    },
    ComputedField {
        name: "stage",
        subjects: &[Subject::Territory, Subject::Dynamic],
        many: false,
        returns: ReturnType::Word("stages"),
        description: Bilingual {
            fr: "l'étape atteinte en dernier à la date demandée",
            en: "the stage reached last by the given date",
        },
    },
    ComputedField {
        name: "living",
        subjects: &[Subject::Territory, Subject::Dynamic],
        many: false,
        returns: ReturnType::Boolean,
        description: Bilingual {
            fr: "la dynamique est en cours à la date demandée, ou le réseau suit alors le \
                territoire",
            en: "the dynamic is active on the given date, or the network follows the territory on \
                that date",
        },
    },
    ComputedField {
        name: "counted",
        subjects: &[Subject::Dynamic],
        many: false,
        returns: ReturnType::Boolean,
        description: Bilingual {
            fr: "la dynamique compte parmi celles du réseau",
            en: "the dynamic counts among those of the network",
        },
    },
    ComputedField {
        name: "local_partners",
        subjects: &[Subject::Dynamic],
        many: true,
        returns: ReturnType::Id("actor"),
        description: Bilingual {
            fr: "les partenaires établis ou actifs sur le territoire de la dynamique, ou sur un \
                territoire qui le contient sans être tout celui du réseau",
            en: "the partners based or active in the territory of the dynamic, or in one that \
                contains it and is not the whole area of the network",
        },
    },
    ComputedField {
        name: "agreements_in_force",
        subjects: &[Subject::Territory],
        many: true,
        returns: ReturnType::Id("agreement"),
        description: Bilingual {
            fr: "les conventions en vigueur à la date demandée",
            en: "the agreements in force on the given date",
        },
    },
    ComputedField {
        name: "authority",
        subjects: &[Subject::Territory],
        many: false,
        returns: ReturnType::Id("actor"),
        description: Bilingual {
            fr: "la collectivité qui administre le territoire, si une fiche l'indique",
            en: "the local authority that governs the territory, if a record says so",
        },
    },
    ComputedField {
        name: "dynamics",
        subjects: &[Subject::Territory, Subject::Actor],
        many: true,
        returns: ReturnType::Id("dynamic"),
        description: Bilingual {
            fr: "les dynamiques du territoire, ou celles auxquelles l'acteur prend part",
            en: "the dynamics of the territory, or those in which the actor takes part",
        },
    },
    ComputedField {
        name: "is_member",
        subjects: &[Subject::Actor],
        many: false,
        returns: ReturnType::Boolean,
        description: Bilingual {
            fr: "l'acteur est adhérent à la date demandée",
            en: "the actor is a member on the given date",
        },
    },
    ComputedField {
        name: "principles_shown",
        subjects: &[Subject::Actor],
        many: true,
        returns: ReturnType::Word("principles"),
        description: Bilingual {
            fr: "les principes dont l'acteur donne au moins une preuve",
            en: "the principles for which the actor gives at least one piece of evidence",
        },
    },
    ComputedField {
        name: "principles_missing",
        subjects: &[Subject::Actor],
        many: true,
        returns: ReturnType::Word("principles"),
        description: Bilingual {
            fr: "les principes de la charte dont l'acteur ne donne aucune preuve",
            en: "the principles of the charter for which the actor gives no evidence",
        },
    },
];

/// The computed field of a kind of record with a name.
#[must_use]
pub fn computed_field(subject: Subject, name: &str) -> Option<&'static ComputedField> {
    COMPUTED_FIELDS
        .iter()
        .find(|field| field.name == name && field.is_of(subject))
}
