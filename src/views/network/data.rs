//! The ties of the network for other programs: partnerships, actors, dynamics, families.

use crate::network::{ActorRecord, CooperationGraph, DynamicRecord};
use crate::records::{List, Partner};
use crate::views::parts::data::{role_ids, role_labels, territory_name, with_dates, with_theme};
use crate::views::view::{DataBuilder, DataTable, Question};

use crate::views::network::gathered::{NetworkFacts, family, name};

/// A partnership: the dynamic, the position of the actor, what the dynamic says of it.
type Tie<'n> = (&'n DynamicRecord, usize, &'n Partner);

/// Every table of the report, that of the partnerships first.
pub fn tables(
    question: &Question,
    cooperation: &CooperationGraph,
    facts: &NetworkFacts,
) -> Vec<DataTable> {
    vec![
        ties(question, cooperation),
        actors(question, cooperation, facts),
        dynamics(question, cooperation),
        families(question, facts),
        meetings(question, facts),
        members_apart(question, facts),
    ]
}

/// The partnerships, by dynamic in the order of the graph, each with the positions of its ends.
pub fn partnerships<'n>(cooperation: &CooperationGraph<'n>) -> Vec<Tie<'n>> {
    let mut ties = Vec::new();
    for (dynamic, actors) in cooperation.dynamics.iter().zip(&cooperation.partners) {
        ties.extend(actors.iter().filter_map(|actor| {
            let partner = dynamic.body.partners.get(cooperation.actor(*actor))?;
            Some((*dynamic, *actor, partner))
        }));
    }
    ties
}

/// Who does what in which dynamic, since when: a row for each partnership.
pub fn ties(question: &Question, cooperation: &CooperationGraph) -> DataTable {
    question
        .data(
            "ties",
            "Qui fait quoi dans quelle dynamique",
            "Who does what in which dynamic",
            partnerships(cooperation),
        )
        .named(
            "dynamique",
            "dynamic",
            |(dynamic, ..)| dynamic.id.as_str(),
            |(dynamic, ..)| dynamic.name(),
        )
        .named(
            "acteur",
            "actor",
            |(_, actor, _)| cooperation.actor(actor),
            |(_, actor, _)| name(question, cooperation, actor),
        )
        .named(
            "rôle",
            "role",
            |(.., partner)| role_ids(partner),
            |(.., partner)| role_labels(question, partner),
        )
        .period(|(.., partner)| Some(partner.period()))
        .column("déduit", "inferred", |(dynamic, actor, partner)| {
            let key = format!("partners.{}", cooperation.actor(actor));
            partner.inferred || dynamic.common.infers(&key)
        })
        .column("source_id", "source_id", |(.., partner)| {
            partner.source.as_ref().map(ToString::to_string)
        })
        .column("fichier", "file", |(dynamic, ..)| &*dynamic.file)
        .build()
}

/// The partners of the dynamics, a row each.
pub fn actors(
    question: &Question,
    cooperation: &CooperationGraph,
    facts: &NetworkFacts,
) -> DataTable {
    let network = question.network;
    let table = question
        .data(
            "actors",
            "Acteurs partenaires des dynamiques",
            "Actors that are partners in the dynamics",
            0..cooperation.actors.len(),
        )
        .named(
            "acteur",
            "actor",
            |actor| cooperation.actor(actor),
            |actor| name(question, cooperation, actor),
        )
        .named(
            "famille",
            "family",
            |actor| family(question, cooperation, actor),
            |actor| {
                let family = family(question, cooperation, actor);
                family.map(|id| question.label(List::Families, id))
            },
        );
    with_record(question, table, |actor| {
        network.actor(cooperation.actor(actor))
    })
    .column("dynamiques", "dynamics", |actor| {
        cooperation.dynamics_of(actor).len()
    })
    .column("fait_le_lien", "bridge", |actor| {
        let mut bridges = facts.articulation_points.iter();
        bridges.any(|it| it.is_link && it.id == cooperation.actor(actor))
    })
    .column("fichier", "file", |actor| {
        network.actor(cooperation.actor(actor)).map(|it| &*it.file)
    })
    .build()
}

/// What the record of a partner says; nothing for one without a record.
fn with_record<'n>(
    question: &Question,
    table: DataBuilder<usize>,
    record: impl Fn(usize) -> Option<&'n ActorRecord>,
) -> DataBuilder<usize> {
    let network = question.network;
    table
        .named(
            "type_acteur",
            "actor_kind",
            |actor| record(actor).map(|record| record.body.kind.to_string()),
            |actor| {
                let record = record(actor);
                record.map(|it| question.label(List::ActorKinds, it.body.kind.as_str()))
            },
        )
        .named(
            "territoire",
            "territory",
            |actor| record(actor).map(|record| record.home.to_string()),
            |actor| record(actor).map(|record| network.territory_name(&record.home)),
        )
        .column("adhérent", "member", |actor| {
            record(actor).map(|record| {
                let mut memberships = record.body.member.0.iter();
                memberships.any(|it| it.period().overlaps(question.asked))
            })
        })
}

/// The dynamics of the graph, a row each.
pub fn dynamics(question: &Question, cooperation: &CooperationGraph) -> DataTable {
    let network = question.network;
    let table = question
        .data(
            "dynamics",
            "Dynamiques comptées",
            "Dynamics that count",
            cooperation.dynamics.iter().copied(),
        )
        .named(
            "dynamique",
            "dynamic",
            |record| record.id.as_str(),
            |record: &DynamicRecord| record.name(),
        );
    let table = with_theme(question, table, |record| record)
        .named(
            "territoire",
            "territory",
            |record| record.home.as_str(),
            |record: &DynamicRecord| network.territory_name(&record.home),
        )
        .named(
            "forme",
            "form",
            |record| record.body.form.as_ref().map(ToString::to_string),
            |record| {
                let form = record.body.form.as_ref();
                form.map(|id| question.label(List::Forms, id.as_str()))
            },
        );
    with_dates(table, |record| record)
        .column("fichier", "file", |record| &*record.file)
        .build()
}

fn families(question: &Question, facts: &NetworkFacts) -> DataTable {
    question
        .data(
            "families",
            "Familles qui se rencontrent, deux à deux",
            "Families that meet, pair by pair",
            &facts.pairs,
        )
        .named("famille", "family", |pair| &pair.ids[0], |pair| &pair.first)
        .named(
            "autre_famille",
            "other_family",
            |pair| &pair.ids[1],
            |pair| &pair.second,
        )
        .column("dynamiques", "dynamics", |pair| pair.dynamics)
        .build()
}

fn meetings(question: &Question, facts: &NetworkFacts) -> DataTable {
    question
        .data(
            "meetings",
            "Dynamiques selon le nombre de familles réunies",
            "Dynamics by the number of families that meet",
            &facts.meetings,
        )
        .column("familles", "families", |meeting| meeting.families)
        .column("dynamiques", "dynamics", |meeting| meeting.dynamics)
        .build()
}

fn members_apart(question: &Question, facts: &NetworkFacts) -> DataTable {
    let network = question.network;
    let home = |id: &str| network.actor(id).map(|record| &record.home);
    question
        .data(
            "apart",
            "Adhérents dans aucune dynamique",
            "Members in no dynamic",
            &facts.apart,
        )
        .named(
            "adhérent",
            "member",
            |member| &member.id,
            |member| &member.name,
        )
        .named(
            "territoire",
            "territory",
            |member| home(&member.id).map(ToString::to_string),
            |member| home(&member.id).map(|home| network.territory_name(home)),
        )
        .named(
            "territoire_proche",
            "nearest_territory",
            |member| &member.nearest_id,
            |member| {
                member
                    .nearest_id
                    .as_deref()
                    .map(|id| territory_name(question, id))
            },
        )
        .column("kilomètres", "kilometres", |member| member.kilometres)
        .column("fichier", "file", |member| {
            network.actor(&member.id).map(|record| &*record.file)
        })
        .build()
}
