//! The words of the field: what an expression may say of a record beyond its keys.

use crate::charter::builtin_functions::{
    families, is_sourced, listed, moments, newcomers, stage, text, year_of,
};
use crate::charter::computed::ReturnType;
use crate::charter::{Scope, Subject, Value};
use crate::language::Bilingual;

/// A word of the field.
pub struct Builtin {
    /// Its name.
    pub name: &'static str,
    /// The records of which it is said, as `dynamic.reached('…')`; none for a word that stands by
    /// itself.
    pub of: &'static [Subject],
    /// What it is given.
    pub params: &'static [ParamType],
    /// Whether the last thing given may come several times.
    pub more: bool,
    /// Whether it gives several values.
    pub many: bool,
    /// What it gives.
    pub returns: ReturnType,
    /// How it is written.
    pub example: &'static str,
    /// What it says.
    pub about: Bilingual,
    /// What it comes to.
    pub run: Run,
}

/// What a word comes to: of what it is said, and what it is given.
pub type Run = for<'v> fn(&Scope<'v>, &Value<'v>, &[Value<'v>]) -> Value<'v>;

/// What a word may be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamType {
    /// A stage of the process, in quotes.
    Stage,
    /// A principle of the charter, in quotes, or `principle` where a criterion runs for each.
    Principle,
    /// Several values.
    Several,
    /// The row in turn.
    Row,
    /// Actors: a path whose values, or the ids of whose rows, name them.
    Actors,
    /// A text that the several values before it may hold.
    OneOfThem,
}

impl ParamType {
    /// What it is, for people.
    #[must_use]
    pub fn wanted(self) -> Bilingual {
        match self {
            Self::Stage => Bilingual {
                fr: "une étape entre apostrophes ('ouverture')",
                en: "a stage in single quotes ('ouverture')",
            },
            Self::Principle => Bilingual {
                fr: "un principe entre apostrophes ('utilite-sociale'), ou `principle` là où \
                    `principle = \"each\"`",
                en: "a principle in single quotes ('utilite-sociale'), or `principle` where \
                    `principle = \"each\"`",
            },
            Self::Several => Bilingual {
                fr: "un chemin qui mène à plusieurs valeurs (`dynamic.purpose.needs`)",
                en: "a path that leads to several values (`dynamic.purpose.needs`)",
            },
            Self::Row => Bilingual {
                fr: "`row`, là où le critère juge des lignes (`each`)",
                en: "`row`, where the criterion judges rows (`each`)",
            },
            Self::Actors => Bilingual {
                fr: "un chemin qui nomme des acteurs (`dynamic.partners`)",
                en: "a path that names actors (`dynamic.partners`)",
            },
            Self::OneOfThem => Bilingual {
                fr: "un texte entre apostrophes, du même vocabulaire que les valeurs qui précèdent",
                en: "a text in single quotes, of the same vocabulary as the values before it",
            },
        }
    }
}

const WITH_STAGES: &[Subject] = &[Subject::Territory, Subject::Dynamic];

/// Every word of the field.
pub const BUILTINS: &[Builtin] = &[
    Builtin {
        name: "reached",
        of: WITH_STAGES,
        params: &[ParamType::Stage],
        more: false,
        many: false,
        returns: ReturnType::Truth,
        example: "dynamic.reached('mise-en-reseau')",
        about: Bilingual {
            fr: "l'étape est atteinte, au jour demandé",
            en: "the stage is reached, by the day asked",
        },
        run: |scope, of, arguments| {
            let day = scope.environment.day();
            Value::Truth(moments(of, arguments).any(|when| when.first() <= day))
        },
    },
    Builtin {
        name: "year_of",
        of: WITH_STAGES,
        params: &[ParamType::Stage],
        more: false,
        many: false,
        returns: ReturnType::Number,
        example: "dynamic.year_of('ouverture')",
        about: Bilingual {
            fr: "l'année où l'étape fut atteinte la première fois",
            en: "the year in which the stage was first reached",
        },
        run: |_, of, arguments| {
            year_of(of, arguments).map_or(Value::Nothing, |year| Value::Number(f64::from(year)))
        },
    },
    Builtin {
        name: "evidence",
        of: WITH_STAGES,
        params: &[ParamType::Stage],
        more: false,
        many: false,
        returns: ReturnType::Text,
        example: "territory.evidence('emancipation')",
        about: Bilingual {
            fr: "ce qui montre que l'étape est atteinte",
            en: "what shows that the stage is reached",
        },
        run: |_, of, arguments| stage(of, arguments).get("evidence"),
    },
    Builtin {
        name: "newcomers",
        of: &[Subject::Dynamic],
        params: &[ParamType::Stage],
        more: false,
        many: true,
        returns: ReturnType::Word("families"),
        example: "dynamic.newcomers('ouverture')",
        about: Bilingual {
            fr: "les familles d'acteurs venues l'année de l'étape ou après, et qui n'étaient pas \
                là avant",
            en: "the families of actors that came in the year of the stage or after it, and were \
                not there before",
        },
        run: newcomers,
    },
    Builtin {
        name: "shows",
        of: &[Subject::Actor],
        params: &[ParamType::Principle],
        more: false,
        many: false,
        returns: ReturnType::Truth,
        example: "actor.shows('utilite-sociale')",
        about: Bilingual {
            fr: "l'acteur donne au moins une preuve de ce principe",
            en: "the actor gives at least one piece of evidence of this principle",
        },
        run: |_, of, arguments| match (of.get("charter").get("evidence"), text(arguments)) {
            (Value::Rows(evidence), Some(principle)) => {
                Value::Truth(evidence.named(principle).holds())
            }
            _ => Value::Truth(false),
        },
    },
    Builtin {
        name: "count",
        of: &[],
        params: &[ParamType::Several],
        more: false,
        many: false,
        returns: ReturnType::Number,
        example: "count(dynamic.families)",
        about: Bilingual {
            fr: "combien il y en a",
            en: "how many there are",
        },
        run: |_, _, arguments| {
            Value::Number(f64::from(
                u32::try_from(arguments.first().map_or(0, Value::count)).unwrap_or(u32::MAX),
            ))
        },
    },
    Builtin {
        name: "any_of",
        of: &[],
        params: &[ParamType::Several, ParamType::OneOfThem],
        more: true,
        many: false,
        returns: ReturnType::Truth,
        example: "any_of(dynamic.families, 'collectivite', 'habitants')",
        about: Bilingual {
            fr: "l'un de ces textes au moins y figure",
            en: "one at least of these texts is among them",
        },
        run: |_, _, arguments| {
            let Some((several, wanted)) = arguments.split_first() else {
                return Value::Truth(false);
            };
            let mut is_wanted = |item: &Value| {
                item.as_text()
                    .is_some_and(|item| wanted.iter().any(|one| one.as_text() == Some(item)))
            };
            Value::Truth(several.any(&mut is_wanted))
        },
    },
    Builtin {
        name: "families",
        of: &[],
        params: &[ParamType::Actors],
        more: false,
        many: true,
        returns: ReturnType::Word("families"),
        example: "families(dynamic.partners)",
        about: Bilingual {
            fr: "les familles de ces acteurs, chacune une fois",
            en: "the families of these actors, each once",
        },
        run: |scope, _, arguments| {
            listed(
                arguments
                    .first()
                    .map(|actors| families(scope, actors))
                    .unwrap_or_default(),
            )
        },
    },
    Builtin {
        name: "sourced",
        of: &[],
        params: &[ParamType::Row],
        more: false,
        many: false,
        returns: ReturnType::Truth,
        example: "sourced(row)",
        about: Bilingual {
            fr: "la ligne cite sa source, ou `sourced` en donne une, ou la fiche entière n'en a \
                qu'une",
            en: "the row cites its source, or `sourced` gives one, or the whole record has but one",
        },
        run: |scope, _, arguments| {
            Value::Truth(arguments.first().is_some_and(|row| is_sourced(scope, row)))
        },
    },
];

/// A word by its name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Builtin> {
    BUILTINS.iter().find(|word| word.name == name)
}
