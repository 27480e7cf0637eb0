//! Built-in functions of expressions, in one table.

use crate::charter::builtin_functions::{
    dates_of_stage, families, first_argument_text, is_sourced, newcomers, stage, year_of_stage,
};
use crate::charter::subject::Subject;
use crate::charter::value::{Scope, Value};
use crate::charter::value_type::ReturnType;
use crate::language::Bilingual;

/// A built-in function.
pub struct Builtin {
    /// The name in expressions.
    pub name: &'static str,
    /// The kinds of record that have it as a method, as in `dynamic.reached('…')`; none for a free
    /// function.
    pub subjects: &'static [Subject],
    /// The parameters.
    pub parameters: &'static [ParameterType],
    /// Whether the last parameter is variadic.
    pub variadic: bool,
    /// Whether the result has several values.
    pub many: bool,
    /// The type of a value of the result.
    pub returns: ReturnType,
    /// A call, for the manual and for help.
    pub example: &'static str,
    /// Description for the manual.
    pub description: Bilingual,
    /// The implementation.
    pub run: Implementation,
}

/// The implementation of a function: takes the scope, the record of a method, the arguments.
pub type Implementation = for<'v> fn(&Scope<'v>, &Value<'v>, &[Value<'v>]) -> Value<'v>;

/// The type of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterType {
    /// A stage of the process, as a literal.
    Stage,
    /// A principle of the charter, as a literal, or `principle` where a criterion runs for each.
    Principle,
    /// A path with several values.
    Several,
    /// The current row.
    Row,
    /// A path whose values, or the ids of whose rows, are ids of actors.
    Actors,
    /// A literal of the vocabulary of the first argument.
    Word,
}

impl ParameterType {
    /// Description for the manual and for help.
    #[must_use]
    pub fn description(self) -> Bilingual {
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
                fr: "`row`, là où le critère examine des lignes (`each`)",
                en: "`row`, where the criterion checks rows (`each`)",
            },
            Self::Actors => Bilingual {
                fr: "un chemin qui nomme des acteurs (`dynamic.partners`)",
                en: "a path that names actors (`dynamic.partners`)",
            },
            Self::Word => Bilingual {
                fr: "un texte entre apostrophes, du même vocabulaire que les valeurs qui précèdent",
                en: "a text in single quotes, of the same vocabulary as the values before it",
            },
        }
    }
}

/// The kinds of record that have stages.
const WITH_STAGES: &[Subject] = &[Subject::Territory, Subject::Dynamic];

/// All built-in functions, in the order of the manual.
pub const BUILTINS: &[Builtin] = &[
    Builtin {
        name: "reached",
        subjects: WITH_STAGES,
        parameters: &[ParameterType::Stage],
        variadic: false,
        many: false,
        returns: ReturnType::Boolean,
        example: "dynamic.reached('mise-en-reseau')",
        description: Bilingual {
            fr: "l'étape est atteinte à la date demandée",
            en: "the stage has been reached by the given date",
        },
        run: |scope, record, arguments| {
            let reached = dates_of_stage(scope, record, arguments).next();
            Value::Boolean(reached.is_some())
        },
    },
    Builtin {
        name: "year_of",
        subjects: WITH_STAGES,
        parameters: &[ParameterType::Stage],
        variadic: false,
        many: false,
        returns: ReturnType::Number,
        example: "dynamic.year_of('ouverture')",
        description: Bilingual {
            fr: "l'année où l'étape a été atteinte pour la première fois, à la date demandée",
            en: "the year in which the stage was first reached, by the given date",
        },
        run: |scope, record, arguments| {
            year_of_stage(scope, record, arguments)
                .map_or(Value::Absent, |year| Value::Number(f64::from(year)))
        },
    },
    Builtin {
        name: "evidence",
        subjects: WITH_STAGES,
        parameters: &[ParameterType::Stage],
        variadic: false,
        many: false,
        returns: ReturnType::Text,
        example: "territory.evidence('emancipation')",
        description: Bilingual {
            fr: "ce qui montre que l'étape est atteinte",
            en: "what shows that the stage is reached",
        },
        run: |scope, record, arguments| {
            let reached = dates_of_stage(scope, record, arguments).next();
            reached.map_or(Value::Absent, |_| stage(record, arguments).get("evidence"))
        },
    },
    Builtin {
        name: "newcomers",
        subjects: &[Subject::Dynamic],
        parameters: &[ParameterType::Stage],
        variadic: false,
        many: true,
        returns: ReturnType::Id("actor"),
        example: "dynamic.newcomers('ouverture')",
        description: Bilingual {
            fr: "les partenaires arrivés l'année de l'étape ou après",
            en: "the partners that joined in the year of the stage or later",
        },
        run: newcomers,
    },
    Builtin {
        name: "shows",
        subjects: &[Subject::Actor],
        parameters: &[ParameterType::Principle],
        variadic: false,
        many: false,
        returns: ReturnType::Boolean,
        example: "actor.shows('utilite-sociale')",
        description: Bilingual {
            fr: "l'acteur donne au moins une preuve de ce principe",
            en: "the actor gives at least one piece of evidence of this principle",
        },
        run: |_, record, arguments| match (
            record.get("charter").get("evidence"),
            first_argument_text(arguments),
        ) {
            (Value::Rows(evidence), Some(principle)) => {
                Value::Boolean(evidence.row_by_id(principle).is_truthy())
            }
            _ => Value::Boolean(false),
        },
    },
    Builtin {
        name: "count",
        subjects: &[],
        parameters: &[ParameterType::Several],
        variadic: false,
        many: false,
        returns: ReturnType::Number,
        example: "count(dynamic.families)",
        description: Bilingual {
            fr: "le nombre de valeurs",
            en: "the number of values",
        },
        run: |_, _, arguments| {
            Value::Number(f64::from(
                u32::try_from(arguments.first().map_or(0, Value::count)).unwrap_or(u32::MAX),
            ))
        },
    },
    Builtin {
        name: "any_of",
        subjects: &[],
        parameters: &[ParameterType::Several, ParameterType::Word],
        variadic: true,
        many: false,
        returns: ReturnType::Boolean,
        example: "any_of(dynamic.families, 'collectivite', 'habitants')",
        description: Bilingual {
            fr: "au moins un de ces textes y figure",
            en: "at least one of these texts is among them",
        },
        run: |_, _, arguments| {
            let Some((several, words)) = arguments.split_first() else {
                return Value::Boolean(false);
            };
            Value::Boolean(several.any(&mut |item| {
                let text = item.as_text();
                text.is_some() && words.iter().any(|word| word.as_text() == text)
            }))
        },
    },
    Builtin {
        name: "families",
        subjects: &[],
        parameters: &[ParameterType::Actors],
        variadic: false,
        many: true,
        returns: ReturnType::Word("families"),
        example: "families(dynamic.partners)",
        description: Bilingual {
            fr: "les familles de ces acteurs, chacune une fois",
            en: "the families of these actors, each once",
        },
        run: |scope, _, arguments| {
            arguments.first().map_or(Value::Absent, |actors| {
                Value::texts(families(scope, actors))
            })
        },
    },
    Builtin {
        name: "sourced",
        subjects: &[],
        parameters: &[ParameterType::Row],
        variadic: false,
        many: false,
        returns: ReturnType::Boolean,
        example: "sourced(row)",
        description: Bilingual {
            fr: "la ligne cite sa source, ou `sourced` en donne une, ou toute la fiche n'en a \
                qu'une",
            en: "the row cites its source, or `sourced` gives one, or the whole record has only \
                one",
        },
        run: |scope, _, arguments| {
            Value::Boolean(arguments.first().is_some_and(|row| is_sourced(scope, row)))
        },
    },
];

/// The function with a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Builtin> {
    BUILTINS.iter().find(|builtin| builtin.name == name)
}
