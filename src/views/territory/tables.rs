//! The tables of a territory's sheet.

use crate::language::Language;
use crate::views::parts::certainty::with_inference;
use crate::views::parts::means;
use crate::views::parts::nouns::{Noun, counted};
use crate::views::parts::periods::{describe_date, describe_period};
use crate::views::view::{Question, Table};

use crate::views::territory::facts::{DynamicFact, StageFact, TerritoryFacts};

/// The greatest number of partners named in one cell; the others are counted.
///
/// A family of twelve fills about three lines of a printed page.
const MOST_NAMES: usize = 12;

const OTHERS: Noun = Noun::new(["autre", "autres"], ["other", "others"]);

/// The box of figures.
pub fn figures(question: &Question, facts: &TerritoryFacts) -> Table {
    question
        .table("Des chiffres", "Some figures", &facts.figures)
        .column_named("", |(label, _)| label)
        .column_named("", |(_, value)| value)
        .build()
}

/// The stages of the process, reached or not.
pub fn stages(question: &Question, facts: &TerritoryFacts) -> Table {
    question
        .table("Les étapes", "The stages", &facts.stages)
        .column("étape", "stage", |fact| {
            format!("{} {}", fact.number, fact.label)
        })
        .column("franchie", "reached", dates_of_stage)
        .column("ce qui le montre", "what shows it", |fact| &fact.evidence)
        .build()
        .without_empty_columns()
}

/// The dates at which a stage was reached; in brackets where they are inferred.
pub fn dates_of_stage(fact: &StageFact) -> String {
    let dates = fact.reached.join(", ");
    if fact.inferred {
        format!("[{dates}]")
    } else {
        dates
    }
}

/// The dynamics, numbered as on the map.
pub fn dynamics(question: &Question, facts: &TerritoryFacts) -> Table {
    question
        .table("Les dynamiques", "The dynamics", &facts.dynamics)
        .column("n°", "no.", |fact| fact.number)
        .column("dynamique", "dynamic", |fact| &fact.name)
        .column("thématique", "theme", |fact| {
            with_inference(
                theme_with_digit(fact),
                fact.theme_inferred,
                question.language,
            )
        })
        .column("période", "period", |fact| &fact.period_in_words)
        .column("fin", "end", |fact| &fact.ended)
        .column("partenaires", "partners", |fact| fact.partners)
        .build()
        .without_empty_columns()
}

/// The theme of a dynamic, with its digit if the dynamic counts.
fn theme_with_digit(fact: &DynamicFact) -> String {
    let theme = fact.theme.as_deref().unwrap_or_default();
    match fact.digit {
        Some(digit) => format!("{digit} {theme}"),
        None => theme.to_owned(),
    }
}

/// The partners by family.
pub fn families(question: &Question, facts: &TerritoryFacts) -> Table {
    question
        .table(
            "Partenaires par famille",
            "Partners by family",
            &facts.families,
        )
        .column("famille", "family", |fact| &fact.label)
        .total(question.words("total", "total"))
        .column("partenaires", "partners", |fact| fact.partners.len())
        .total(facts.partners)
        .column("qui", "who", |fact| {
            shortened(question.language, &fact.partners)
        })
        .build()
}

/// The first names, and the number of the others.
fn shortened(language: Language, names: &[String]) -> String {
    let (first, rest) = names.split_at(names.len().min(MOST_NAMES));
    let first = first.join(", ");
    if rest.is_empty() {
        return first;
    }
    language.and(&[first, counted(rest.len(), &OTHERS, language)])
}

/// The agreements, those in force first.
pub fn agreements(question: &Question, facts: &TerritoryFacts) -> Table {
    let language = question.language;
    question
        .table("Conventions", "Agreements", &facts.agreements)
        .column("convention", "agreement", |fact| {
            fact.subject.as_ref().unwrap_or(&fact.key)
        })
        .column("avec", "with", |fact| &fact.with)
        .column("période", "period", |fact| {
            describe_period(&fact.dates, language)
        })
        .column("s'achève le", "ends on", |fact| {
            describe_date(fact.ends.as_deref(), language)
        })
        .column("en vigueur", "in force", |fact| {
            if fact.in_force {
                question.words("oui", "yes")
            } else {
                question.words("non", "no")
            }
        })
        .column("jours", "days", |fact| means::amount(question, fact.days))
        .column("montant", "amount", |fact| {
            means::euros(question, fact.amount)
        })
        .column("déduite", "inferred", |fact| {
            fact.inferred.then(|| question.words("oui", "yes"))
        })
        .build()
        .without_empty_columns()
}

/// The followed territories inside this one.
pub fn inside(question: &Question, facts: &TerritoryFacts) -> Table {
    question
        .table(
            "Territoires suivis à l'intérieur",
            "Territories followed inside it",
            &facts.inside,
        )
        .column("territoire", "territory", |fact| &fact.name)
        .column("étape", "stage", |fact| &fact.stage)
        .column("dynamiques", "dynamics", |fact| fact.dynamics)
        .build()
}
