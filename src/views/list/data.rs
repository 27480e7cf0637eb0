//! Records of a kind for other programs: ids beside labels, dates and numbers by themselves.

use crate::network::{
    ActorRecord, Countability, DynamicRecord, PublishedRecord, StageProgress, TerritoryRecord,
};
use crate::records::{Completeness, Figure, List, Membership};
use crate::views::parts::countability::describe_countability;
use crate::views::parts::data::{intervals, precision, with_dates, with_theme};
use crate::views::view::{DataBuilder, DataTable, Question};

pub fn territories(question: &Question, records: &[&TerritoryRecord]) -> DataTable {
    let network = question.network;
    let table = question
        .data(
            "territories",
            "Territoires",
            "Territories",
            records.iter().copied(),
        )
        .named(
            "territoire",
            "territory",
            |record| record.id.as_str(),
            |record: &TerritoryRecord| record.name(),
        )
        .named(
            "type",
            "kind",
            |record| record.body.kind.as_str(),
            |record| question.label(List::TerritoryKinds, record.body.kind.as_str()),
        )
        .column("code_officiel", "official_code", |record| {
            network.area_of(record).map(|area| area.code)
        })
        .column("habitants", "inhabitants", |record| {
            network.area_of(record).and_then(|area| area.population)
        })
        .column("dynamiques", "dynamics", |record| {
            network.dynamics_of(&record.id).count()
        })
        .column("périodes_de_suivi", "followed", |record| {
            intervals(&record.body.followed.0)
        });
    with_stage(question, table, |record| {
        network.territory_progress(record, question.asked.last)
    })
    .column("fichier", "file", |record| &*record.file)
    .build()
}

pub fn actors(question: &Question, records: &[&ActorRecord]) -> DataTable {
    let network = question.network;
    question
        .data("actors", "Acteurs", "Actors", records.iter().copied())
        .named(
            "acteur",
            "actor",
            |record| record.id.as_str(),
            |record: &ActorRecord| record.name(),
        )
        .named(
            "type",
            "kind",
            |record| record.body.kind.as_str(),
            |record| question.label(List::ActorKinds, record.body.kind.as_str()),
        )
        .named(
            "famille",
            "family",
            |record| network.family_of(record),
            |record| {
                let family = network.family_of(record);
                family.map(|id| question.label(List::Families, id))
            },
        )
        .named(
            "territoire",
            "territory",
            |record| record.home.as_str(),
            |record| network.territory_name(&record.home),
        )
        .column("périodes_adhésion", "memberships", |record| {
            let memberships = record.body.member.0.iter();
            let periods: Vec<_> = memberships.map(Membership::period).collect();
            intervals(&periods)
        })
        .column("fichier", "file", |record| &*record.file)
        .build()
}

/// A row for each membership of the actors listed.
pub fn memberships(question: &Question, records: &[&ActorRecord]) -> DataTable {
    let rows: Vec<(&ActorRecord, &Membership)> = records
        .iter()
        .flat_map(|record| record.body.member.0.iter().map(|it| (*record, it)))
        .collect();
    question
        .data(
            "memberships",
            "Adhésions, une à une",
            "Memberships, one by one",
            rows,
        )
        .named(
            "acteur",
            "actor",
            |(record, _)| record.id.as_str(),
            |(record, _)| record.name(),
        )
        .period(|(_, membership)| Some(membership.period()))
        .named(
            "collège",
            "college",
            |(_, it)| it.college.as_ref().map(ToString::to_string),
            |(_, it)| {
                let college = it.college.as_ref();
                college.map(|id| question.label(List::Colleges, id.as_str()))
            },
        )
        .column("déduite", "inferred", |(record, _)| {
            record.common.infers("member")
        })
        .build()
}

pub fn dynamics(question: &Question, records: &[&DynamicRecord]) -> DataTable {
    let network = question.network;
    let table = question
        .data(
            "dynamics",
            "Dynamiques",
            "Dynamics",
            records.iter().copied(),
        )
        .named(
            "dynamique",
            "dynamic",
            |record| record.id.as_str(),
            |record: &DynamicRecord| record.name(),
        )
        .named(
            "territoire",
            "territory",
            |record| record.home.as_str(),
            |record| network.territory_name(&record.home),
        );
    let table = with_dates(with_theme(question, table, |record| record), |record| {
        record
    })
    .column("partenaires", "partners", |record: &DynamicRecord| {
        record.body.partners.len()
    });
    let table = with_countability(question, table);
    with_stage(question, table, |record| {
        network.dynamic_progress(record, question.asked.last)
    })
    .column("fichier", "file", |record| &*record.file)
    .build()
}

/// Whether a dynamic counts, and if not, why.
fn with_countability<'n>(
    question: &Question,
    table: DataBuilder<&'n DynamicRecord>,
) -> DataBuilder<&'n DynamicRecord> {
    let network = question.network;
    table
        .column("comptée", "counts", |record| {
            network.countability(record) == Countability::Counted
        })
        .column("pourquoi_non_comptée", "why_not_counted", |record| {
            let countability = network.countability(record);
            let words = describe_countability(countability).get(question.language);
            (countability != Countability::Counted).then_some(words)
        })
}

/// The columns of the stage reached last.
fn with_stage<'n, T: Copy>(
    question: &Question,
    table: DataBuilder<T>,
    progress: impl Fn(T) -> StageProgress<'n>,
) -> DataBuilder<T> {
    table
        .named(
            "étape",
            "stage",
            |record| progress(record).current().map(|stage| stage.id),
            |record| {
                let stage = progress(record).current()?.id;
                Some(question.label(List::Stages, stage))
            },
        )
        .column("étape_depuis", "stage_since", |record| {
            progress(record).current().map(|stage| stage.when)
        })
        .column("étape_déduite", "stage_inferred", |record| {
            progress(record)
                .current()
                .map(|stage| stage.reached.inferred)
        })
}

pub fn published(question: &Question, records: &[&PublishedRecord]) -> DataTable {
    question
        .data(
            "published",
            "Publications de chiffres",
            "Publications of figures",
            records.iter().copied(),
        )
        .named(
            "publication",
            "publication",
            |record| record.id.as_str(),
            |record: &PublishedRecord| record.name(),
        )
        .column("date", "date", |record| record.body.at)
        .column("fiches_complètes", "records_complete", |record| {
            record.body.records == Completeness::Complete
        })
        .column("chiffres", "figures", |record| {
            record.body.figures.len() + record.body.dynamics_by_theme.len()
        })
        .column("fichier", "file", |record| &*record.file)
        .build()
}

/// A published figure: its publication, its id, the theme that it counts, the figure.
type Given<'n> = (&'n PublishedRecord, &'n str, Option<&'n str>, &'n Figure);

/// A row for each published figure, with its precision.
pub fn figures(question: &Question, records: &[&PublishedRecord]) -> DataTable {
    let mut rows: Vec<Given> = Vec::new();
    for record in records {
        let figures = record.body.figures.iter();
        rows.extend(figures.map(|(id, figure)| (*record, id.as_str(), None, figure)));
        let themes = record.body.dynamics_by_theme.iter();
        rows.extend(themes.map(|(id, it)| (*record, "dynamics", Some(id.as_str()), it)));
    }
    question
        .data(
            "figures",
            "Chiffres publiés, un à un",
            "Published figures, one by one",
            rows,
        )
        .named(
            "publication",
            "publication",
            |(record, ..)| record.id.as_str(),
            |(record, ..)| record.name(),
        )
        .column("date", "date", |(record, ..)| record.body.at)
        .named(
            "chiffre",
            "figure",
            |(_, id, ..)| id,
            |(_, id, ..)| question.label(List::Figures, id),
        )
        .named(
            "thématique",
            "theme",
            |(_, _, theme, _)| theme,
            |(_, _, theme, _)| theme.map(|id| question.label(List::Themes, id)),
        )
        .column("publié", "published", |(.., figure)| figure.value)
        .column(
            "publié_précision",
            "published_precision",
            |(.., figure)| precision(figure.is),
        )
        .column("source_id", "source_id", |(.., figure)| {
            figure.source.as_ref().map(ToString::to_string)
        })
        .build()
}
