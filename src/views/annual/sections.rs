//! The sections of each territory: its figures, agreements, stage, dynamics and results.

use crate::calendar::PartialDate;
use crate::records::TerritoryId;
use crate::say;
use crate::views::annual::context::{ReportContext, anchor};
use crate::views::annual::dynamic::{self, ResultFact};
use crate::views::annual::stage_progress;
use crate::views::annual::territory::{AgreementFact, TerritoryFact};
use crate::views::parts::means::euros;
use crate::views::parts::observed::ObservationFact;
use crate::views::view::{Piece, Question, Section, Table};

/// The sections of all territories below one heading; a sentence if there is no territory.
pub fn sections(context: &ReportContext, facts: &[TerritoryFact]) -> Vec<Section> {
    let question = context.question;
    let heading = question.words("Territoire par territoire", "Territory by territory");
    let chapter = Section::new("territoires", 2, heading);
    if facts.is_empty() {
        let sentence = question.words(
            "Les fiches ne disent d'aucun territoire que le réseau y a travaillé.",
            "The records say of no territory that the network worked there.",
        );
        return vec![chapter.with([Piece::Text(sentence)])];
    }
    let mut sections = vec![chapter.with(agreements(context, facts))];
    for fact in facts {
        sections.push(section(context, fact));
        let dynamics = fact.dynamics.iter();
        sections.extend(dynamics.map(|dynamic| dynamic::section(context, dynamic)));
        sections.extend(results(context, fact));
    }
    sections
}

/// The table of all agreements in force; `None` if there is none.
fn agreements(context: &ReportContext, facts: &[TerritoryFact]) -> Option<Piece> {
    let agreements = facts.iter().flat_map(|fact| {
        let agreements = fact.agreements.iter();
        agreements.map(move |agreement| (fact, agreement))
    });
    let table = context
        .question
        .table("Conventions en vigueur", "Agreements in force", agreements)
        .column("territoire", "territory", |(fact, _)| &fact.name)
        .column("avec", "with", |(_, agreement)| &agreement.with)
        .column("période", "period", |(_, agreement)| &agreement.period)
        .column("jours", "days", |(_, agreement)| {
            context.number(agreement.days)
        })
        .column("montant", "amount", |(_, agreement)| {
            euros(context.question, agreement.amount)
        })
        .column("déduite", "inferred", |(_, agreement)| {
            let inferred = agreement.inferred;
            inferred.then(|| context.question.words("oui", "yes"))
        })
        .build();
    (!table.rows.is_empty()).then(|| Piece::Table(table.without_empty_columns()))
}

/// The section of a territory, before those of its dynamics.
fn section(context: &ReportContext, fact: &TerritoryFact) -> Section {
    let question = context.question;
    let mut pieces: Vec<Piece> = fact.summary.iter().cloned().map(Piece::Prose).collect();
    pieces.push(Piece::Table(figures(question, fact)));
    for agreement in &fact.agreements {
        pieces.push(Piece::Text(describe_agreement(question, agreement)));
    }
    if let Some(progress) = &fact.stage_progress {
        pieces.push(Piece::Text(stage_progress::describe(context, progress)));
    }
    if !fact.priorities.is_empty() {
        let priorities = question.language.and(&fact.priorities);
        pieces.push(Piece::Text(say!(question.language,
            fr: "Priorités du collectif\u{a0}: {priorities}.",
            en: "Priorities of the collective: {priorities}.")));
    }
    pieces.extend(fact.notes.iter().cloned().map(Piece::Prose));
    pieces.extend(context.text(&TerritoryId::from(&*fact.id), "bilan"));
    pieces.extend(context.sources(&fact.id, &fact.sources));
    let heading = heading(question, fact);
    Section::new(&anchor("territoire", &fact.id), 3, heading).with(pieces)
}

/// The name of a territory; in a few words more for the whole territory of the network.
fn heading(question: &Question, fact: &TerritoryFact) -> String {
    let name = &fact.name;
    let home = question.network.settings.territory.as_ref();
    if home.is_some_and(|home| home.as_str() == fact.id) {
        say!(question.language,
            fr: "Tout le territoire du réseau\u{a0}: {name}",
            en: "The whole territory of the network: {name}")
    } else {
        name.clone()
    }
}

/// The box of figures.
fn figures(question: &Question, fact: &TerritoryFact) -> Table {
    question
        .table("Des chiffres", "Some figures", &fact.figures)
        .column_named("", |(label, _)| label)
        .column_named(question.asked.to_string(), |(_, value)| value)
        .build()
}

/// An agreement in a sentence: with whom, when, its subject, days and amount.
fn describe_agreement(question: &Question, fact: &AgreementFact) -> String {
    let language = question.language;
    let (with, period) = (&fact.with, &fact.period);
    let days = fact.days.map(|days| {
        let days = language.decimal(days, 1);
        say!(language, fr: "{days} jours", en: "{days} days")
    });
    let amount = fact.amount.map(|amount| language.euros(amount));
    let terms: Vec<String> = [fact.subject.clone(), days, amount]
        .into_iter()
        .flatten()
        .collect();
    let terms = if terms.is_empty() {
        String::new()
    } else {
        say!(language, fr: "\u{a0}: {}", en: ": {}", terms.join(", "))
    };
    let agreement = if fact.inferred {
        question.words(
            "Convention déduite par qui a écrit la fiche",
            "Agreement inferred by the writer of the record",
        )
    } else {
        question.words("Convention", "Agreement")
    };
    if with.is_empty() {
        format!("{agreement}, {period}{terms}.")
    } else {
        say!(language,
            fr: "{agreement} avec {with}, {period}{terms}.",
            en: "{agreement} with {with}, {period}{terms}.")
    }
}

/// The section after the dynamics of a territory: results, levers and obstacles, days given;
/// `None` if nothing of these is recorded.
fn results(context: &ReportContext, fact: &TerritoryFact) -> Option<Section> {
    let question = context.question;
    let of_dynamics = fact.dynamics.iter().flat_map(|dynamic| &dynamic.results);
    let results: Vec<&ResultFact> = fact.results.iter().chain(of_dynamics).collect();
    let mut pieces: Vec<Piece> = dynamic::results_table(context, &results)
        .into_iter()
        .collect();
    if !fact.traits.is_empty() {
        pieces.push(Piece::Table(observations(question, fact)));
    }
    if !fact.actions.is_empty() {
        pieces.push(Piece::Text(describe_days(question, fact)));
    }
    if pieces.is_empty() {
        return None;
    }
    let heading = question.words("Ce que l'année a donné", "What the year brought");
    Some(Section::new(&anchor("annee", &fact.id), 4, heading).with(pieces))
}

/// The days that the network gave in a territory by kind of action, in a sentence.
fn describe_days(question: &Question, fact: &TerritoryFact) -> String {
    let language = question.language;
    let actions: Vec<String> = fact
        .actions
        .iter()
        .map(|(action, days)| {
            let days = language.decimal(*days, 1);
            say!(language, fr: "{action} ({days} j)", en: "{action} ({days} d)")
        })
        .collect();
    let actions = language.and(&actions);
    say!(language,
        fr: "Jours donnés par le réseau\u{a0}: {actions}.",
        en: "Days given by the network: {actions}.")
}

/// The table of levers and obstacles.
fn observations(question: &Question, fact: &TerritoryFact) -> Table {
    question
        .table("Leviers et freins", "Levers and obstacles", &fact.traits)
        .column_named("", |observation| {
            if observation.nature == "obstacle" {
                question.words("frein", "obstacle")
            } else {
                question.words("levier", "lever")
            }
        })
        .column("quoi", "what", |observation| &observation.kind)
        .column("quand", "when", |observation| {
            observation.when(question.language)
        })
        .column("rapporté par", "reported by", |observation| {
            &observation.told_by
        })
        .column("en mots", "in words", |observation| {
            remark(question, observation)
        })
        .build()
        .without_empty_columns()
}

/// The date at which an obstacle was lifted, then the note of the record.
fn remark(question: &Question, observation: &ObservationFact) -> String {
    let lifted = observation
        .lifted
        .as_ref()
        .and_then(|date| PartialDate::parse(date))
        .map(|date| {
            let date = date.on(question.language);
            say!(question.language, fr: "levé {date}", en: "lifted {date}")
        });
    let sentences: Vec<String> = lifted.into_iter().chain(observation.note.clone()).collect();
    sentences.join(". ")
}
