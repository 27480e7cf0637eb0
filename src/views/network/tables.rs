//! The tables of the network.

use crate::views::view::{Cell, Question, Table};

use crate::views::network::gathered::NetworkFacts;

/// The number of dynamics by the number of families that meet in them.
pub fn meetings(question: &Question, facts: &NetworkFacts) -> Table {
    question
        .table(
            "Familles réunies dans une dynamique",
            "Families that meet in a dynamic",
            &facts.meetings,
        )
        .column("familles", "families", |meeting| meeting.families)
        .total(question.words("total", "total"))
        .column("dynamiques", "dynamics", |meeting| meeting.dynamics)
        .total(facts.dynamics)
        .build()
}

/// The number of dynamics in which two families meet, pair by pair.
pub fn pairs(question: &Question, facts: &NetworkFacts) -> Table {
    question
        .table(
            "Familles qui se rencontrent",
            "Families that meet one another",
            &facts.pairs,
        )
        .column("famille", "family", |pair| &pair.first)
        .column("et", "and", |pair| &pair.second)
        .column("dynamiques", "dynamics", |pair| pair.dynamics)
        .build()
}

/// The actors whose departure would break a link.
pub fn articulation_points(question: &Question, facts: &NetworkFacts) -> Table {
    question
        .table(
            "Acteurs dont le départ couperait un lien",
            "Actors whose departure would break a link",
            &facts.articulation_points,
        )
        .column("acteur", "actor", |actor| &actor.name)
        .column("famille", "family", |actor| &actor.family)
        .column("dynamiques", "dynamics", |actor| actor.dynamics)
        .column("fait le lien", "makes the link", |actor| {
            actor.is_link.then(|| question.words("oui", "yes"))
        })
        .column("l'un des deux seuls dans", "one of only two in", |actor| {
            actor.dependent_dynamics.join(" ; ")
        })
        .build()
        .without_empty_columns()
}

/// The members in no dynamic, each with the nearest territory that has dynamics.
pub fn members_apart(question: &Question, facts: &NetworkFacts) -> Table {
    question
        .table(
            "Adhérents dans aucune dynamique",
            "Members in no dynamic",
            &facts.apart,
        )
        .column("adhérent", "member", |member| &member.name)
        .column("territoire", "territory", |member| &member.home)
        .column(
            "dynamiques les plus proches",
            "nearest dynamics",
            |member| &member.nearest,
        )
        .column_named("km", |member| {
            member
                .kilometres
                .map(|distance| Cell::measure(distance, question.language.decimal(distance, 0)))
        })
        .build()
}
