//! Invented dynamics.

use super::population::{Kind, LAST_YEAR, Population, RecordNumber};
use super::record_builder::RecordBuilder;
use super::shared_files::any_source;
use super::table::{Table, Value};
use super::words::{ENDS, NAME_ENDINGS, NEEDS, NETWORK_ROLES, ROLES, STAKEHOLDERS, THEMES};
use crate::calendar::PartialDate;

/// Invents the record of a dynamic.
pub fn compose(population: &Population, index: usize) -> Table {
    let mut builder = RecordBuilder::new(population, Kind::Dynamic, index);
    let home = population.territory(population.home_index(builder.number));
    let lifetime = population.lifetime(index);
    let mut table = builder.begin(&format!(
        "Une coopération née sur le territoire « {} »",
        home.name
    ));
    table.set_some(
        "theme",
        (!builder.random.one_in(12)).then_some(lifetime.theme().id),
    );
    let other = builder.random.one_of(&THEMES).id;
    table.set_some(
        "other_themes",
        builder.random.one_in(4).then(|| Value::list(vec![other])),
    );
    table.set("network_role", builder.random.pick(&NETWORK_ROLES));
    if !home.communes.is_empty() {
        table.set("place", Value::text(builder.random.pick(&home.communes)));
    }
    if builder.random.one_in(6) {
        table.set_all(
            "also_in",
            population
                .any_id(Kind::Territory, &mut builder.random)
                .into_iter()
                .collect(),
        );
    }
    period(&mut builder, &mut table);
    table.set("form", builder.random.pick(&lifetime.theme().forms));
    related_dynamics(&mut builder, &mut table);
    builder.observations(&mut table);
    builder.finish(&mut table, &["theme", "form", "partners"]);
    builder.calls(&mut table);
    if builder.random.below(3) < 2 {
        let stages = builder.stages(lifetime.from);
        table.set("stages", Value::Section(stages));
    }
    let partners = partners(&mut builder);
    if !partners.0.is_empty() {
        table.set("partners", Value::Section(partners));
    }
    table.set("purpose", Value::Section(purpose(&mut builder)));
    if builder.random.one_in(3) {
        let governance = builder.governance();
        table.set("governance", Value::Section(governance));
    }
    table
}

/// Adds the period of a dynamic. Its years are those by which published figures count it.
fn period(builder: &mut RecordBuilder, table: &mut Table) {
    let lifetime = builder.population.lifetime(builder.number.index);
    let month = builder.random.one_in(3) && lifetime.to != Some(lifetime.from);
    let from = builder.month(lifetime.from);
    table.set(
        "from",
        if month {
            from
        } else {
            PartialDate::Year(lifetime.from)
        },
    );
    match lifetime.to {
        Some(to) => {
            table.set("to", to);
            table.set_some(
                "ended",
                builder.random.one_in(2).then(|| builder.random.pick(&ENDS)),
            );
        }
        None => table.set_some(
            "seen",
            builder
                .random
                .one_in(3)
                .then(|| Value::list(vec![LAST_YEAR])),
        ),
    }
}

/// Adds the larger dynamic and the predecessors of a dynamic. Their index is always smaller, so
/// that there is no cycle.
fn related_dynamics(builder: &mut RecordBuilder, table: &mut Table) {
    if builder.random.one_in(12) {
        table.set_some("part_of", earlier_dynamic(builder));
    }
    if builder.random.one_in(10) {
        table.set_all("succeeds", earlier_dynamic(builder).into_iter().collect());
    }
}

/// Returns the id of an earlier dynamic among those that others may name.
fn earlier_dynamic(builder: &mut RecordBuilder) -> Option<String> {
    let candidates = builder.number.index / NAMED_EVERY;
    let index = NAMED_EVERY * builder.random.below(candidates.max(1));
    (index < builder.number.index).then(|| {
        builder.population.id(RecordNumber {
            kind: Kind::Dynamic,
            index,
        })
    })
}

/// One dynamic in this number may be named by others. The ids of the rest may be changed without a
/// second defect.
pub const NAMED_EVERY: usize = 4;

/// Returns the partners of a dynamic: its share of all actors, so that each of them is a partner
/// somewhere, then a few others.
fn partners(builder: &mut RecordBuilder) -> Table {
    let population = builder.population;
    let own = (builder.number.index..population.actors).step_by(population.dynamics.max(1));
    let mut ids: Vec<String> = own
        .map(|index| {
            population.id(RecordNumber {
                kind: Kind::Actor,
                index,
            })
        })
        .collect();
    ids.extend(population.any_id(Kind::Actor, &mut builder.random));
    let mut table = Table::default();
    for (place, id) in ids.iter().enumerate() {
        let role = if place == 0 {
            "porteur"
        } else {
            builder.random.pick(&ROLES)
        };
        let row = if builder.random.one_in(4) {
            partner(builder, role)
        } else {
            role.into()
        };
        table.set(id, row);
    }
    if builder.random.one_in(6) {
        let name_ending = builder.random.pick(&NAME_ENDINGS);
        let row = Table::of("name", Value::text(format!("Les Amis {name_ending}")))
            .with("kind", "collectif-habitants")
            .with("role", "beneficiaire");
        table.set("les-amis-sans-fiche", row);
    }
    table
}

fn partner(builder: &mut RecordBuilder, role: &str) -> Value {
    let lifetime = builder.population.lifetime(builder.number.index);
    let mut row = Table::of("role", Value::list(vec![role, "participant"]));
    match lifetime.to {
        Some(to) => row = row.with("from", lifetime.from).with("to", to),
        None => row.set("seen", Value::list(vec![lifetime.from, LAST_YEAR])),
    }
    row.set_some("inferred", builder.random.one_in(3).then_some(true));
    row.set_some(
        "note",
        builder
            .random
            .one_in(3)
            .then(|| Value::text(builder.remark())),
    );
    row.set_some(
        "source",
        builder
            .random
            .one_in(3)
            .then(|| any_source(builder.population, &mut builder.random)),
    );
    row.into()
}

fn purpose(builder: &mut RecordBuilder) -> Table {
    let count = builder.random.between(1, 3);
    let needs = builder.random.sample(&NEEDS, count);
    let solution = format!(
        "Un lieu ouvert {} et des outils mis en commun.",
        builder.random.pick(&NAME_ENDINGS)
    );
    Table::of("needs", Value::texts(&needs))
        .with(
            "identified_with",
            Value::list(builder.random.sample(&STAKEHOLDERS, 2)),
        )
        .with("solution", Value::text(solution))
}
