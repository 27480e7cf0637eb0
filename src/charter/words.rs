//! The words of the field: what an expression may say of a record beyond its keys.

use crate::charter::answers::{families, is_sourced, listed, moments, newcomers, stage, text, year_of};
use crate::charter::ready::Gives;
use crate::charter::{Scope, Subject, Value};
use crate::language::Both;

/// A word of the field.
pub struct Word {
    /// Its name.
    pub name: &'static str,
    /// The records of which it is said, as `dynamic.reached('…')`; none for a word that stands by itself.
    pub of: &'static [Subject],
    /// What it is given.
    pub given: &'static [Given],
    /// Whether the last thing given may come several times.
    pub more: bool,
    /// Whether it gives several values.
    pub many: bool,
    /// What it gives.
    pub gives: Gives,
    /// How it is written.
    pub example: &'static str,
    /// What it says.
    pub about: Both,
    /// What it comes to.
    pub run: Run,
}

/// What a word comes to: of what it is said, and what it is given.
pub type Run = for<'v> fn(&Scope<'v>, &Value<'v>, &[Value<'v>]) -> Value<'v>;

/// What a word may be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
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

impl Given {
    /// What it is, for people.
    #[must_use]
    pub fn wanted(self) -> Both {
        match self {
            Self::Stage => Both {
                fr: "une étape entre apostrophes ('ouverture')",
                en: "a stage in single quotes ('ouverture')",
            },
            Self::Principle => Both {
                fr: "un principe entre apostrophes ('utilite-sociale'), ou `principle` là où `principle = \"each\"`",
                en: "a principle in single quotes ('utilite-sociale'), or `principle` where `principle = \"each\"`",
            },
            Self::Several => Both {
                fr: "un chemin qui mène à plusieurs valeurs (`dynamic.purpose.needs`)",
                en: "a path that leads to several values (`dynamic.purpose.needs`)",
            },
            Self::Row => Both {
                fr: "`row`, là où le critère juge des lignes (`each`)",
                en: "`row`, where the criterion judges rows (`each`)",
            },
            Self::Actors => Both {
                fr: "un chemin qui nomme des acteurs (`dynamic.partners`)",
                en: "a path that names actors (`dynamic.partners`)",
            },
            Self::OneOfThem => Both {
                fr: "un texte entre apostrophes, du même vocabulaire que les valeurs qui précèdent",
                en: "a text in single quotes, of the same vocabulary as the values before it",
            },
        }
    }
}

const WITH_STAGES: &[Subject] = &[Subject::Territory, Subject::Dynamic];

/// Every word of the field.
pub const WORDS: &[Word] = &[
    Word {
        name: "reached",
        of: WITH_STAGES,
        given: &[Given::Stage],
        more: false,
        many: false,
        gives: Gives::Truth,
        example: "dynamic.reached('mise-en-reseau')",
        about: Both {
            fr: "l'étape est atteinte, au jour demandé",
            en: "the stage is reached, by the day asked",
        },
        run: |scope, of, given| {
            let day = scope.world.day();
            Value::Truth(moments(of, given).any(|when| when.first() <= day))
        },
    },
    Word {
        name: "year_of",
        of: WITH_STAGES,
        given: &[Given::Stage],
        more: false,
        many: false,
        gives: Gives::Number,
        example: "dynamic.year_of('ouverture')",
        about: Both {
            fr: "l'année où l'étape fut atteinte la première fois",
            en: "the year in which the stage was first reached",
        },
        run: |_, of, given| year_of(of, given).map_or(Value::Nothing, |year| Value::Number(f64::from(year))),
    },
    Word {
        name: "evidence",
        of: WITH_STAGES,
        given: &[Given::Stage],
        more: false,
        many: false,
        gives: Gives::Text,
        example: "territory.evidence('emancipation')",
        about: Both {
            fr: "ce qui montre que l'étape est atteinte",
            en: "what shows that the stage is reached",
        },
        run: |_, of, given| stage(of, given).get("evidence"),
    },
    Word {
        name: "newcomers",
        of: &[Subject::Dynamic],
        given: &[Given::Stage],
        more: false,
        many: true,
        gives: Gives::Word("families"),
        example: "dynamic.newcomers('ouverture')",
        about: Both {
            fr: "les familles d'acteurs venues l'année de l'étape ou après, et qui n'étaient pas là avant",
            en: "the families of actors that came in the year of the stage or after it, and were not there before",
        },
        run: newcomers,
    },
    Word {
        name: "shows",
        of: &[Subject::Actor],
        given: &[Given::Principle],
        more: false,
        many: false,
        gives: Gives::Truth,
        example: "actor.shows('utilite-sociale')",
        about: Both {
            fr: "l'acteur donne au moins une preuve de ce principe",
            en: "the actor gives at least one piece of evidence of this principle",
        },
        run: |_, of, given| match (of.get("charter").get("evidence"), text(given)) {
            (Value::Rows(evidence), Some(principle)) => Value::Truth(evidence.named(principle).holds()),
            _ => Value::Truth(false),
        },
    },
    Word {
        name: "count",
        of: &[],
        given: &[Given::Several],
        more: false,
        many: false,
        gives: Gives::Number,
        example: "count(dynamic.families)",
        about: Both { fr: "combien il y en a", en: "how many there are" },
        run: |_, _, given| {
            Value::Number(f64::from(u32::try_from(given.first().map_or(0, Value::count)).unwrap_or(u32::MAX)))
        },
    },
    Word {
        name: "any_of",
        of: &[],
        given: &[Given::Several, Given::OneOfThem],
        more: true,
        many: false,
        gives: Gives::Truth,
        example: "any_of(dynamic.families, 'collectivite', 'habitants')",
        about: Both {
            fr: "l'un de ces textes au moins y figure",
            en: "one at least of these texts is among them",
        },
        run: |_, _, given| {
            let Some((several, wanted)) = given.split_first() else { return Value::Truth(false) };
            let mut is_wanted = |item: &Value| {
                item.as_text().is_some_and(|item| wanted.iter().any(|one| one.as_text() == Some(item)))
            };
            Value::Truth(several.any(&mut is_wanted))
        },
    },
    Word {
        name: "families",
        of: &[],
        given: &[Given::Actors],
        more: false,
        many: true,
        gives: Gives::Word("families"),
        example: "families(dynamic.partners)",
        about: Both {
            fr: "les familles de ces acteurs, chacune une fois",
            en: "the families of these actors, each once",
        },
        run: |scope, _, given| {
            listed(given.first().map(|actors| families(scope, actors)).unwrap_or_default())
        },
    },
    Word {
        name: "sourced",
        of: &[],
        given: &[Given::Row],
        more: false,
        many: false,
        gives: Gives::Truth,
        example: "sourced(row)",
        about: Both {
            fr: "la ligne cite sa source, ou `sourced` en donne une, ou la fiche entière n'en a qu'une",
            en: "the row cites its source, or `sourced` gives one, or the whole record has but one",
        },
        run: |scope, _, given| Value::Truth(given.first().is_some_and(|row| is_sourced(scope, row))),
    },
];

/// A word by its name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Word> {
    WORDS.iter().find(|word| word.name == name)
}
