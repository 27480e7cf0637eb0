//! Invented territories.

use super::population::{FIRST_YEAR, Kind, LAST_YEAR, Population, RecordNumber};
use super::record_builder::RecordBuilder;
use super::shared_files::any_source;
use super::table::{Table, Value};
use super::words::{NAME_ENDINGS, NEEDS, STAKEHOLDERS};

/// Invents the record of a territory.
pub fn compose(population: &Population, index: usize) -> Table {
    let mut builder = RecordBuilder::new(population, Kind::Territory, index);
    let mut table = builder.begin(&format!(
        "Un territoire de coopération, « {} »",
        population.territory(index).name
    ));
    table.set("kind", population.territory(index).kind);
    area(&mut builder, &mut table);
    let since = builder.random.year(FIRST_YEAR, LAST_YEAR);
    table.set("followed", followed(&mut builder, since));
    if index > 0 && builder.random.one_in(15) {
        table.set(
            "succeeds",
            Value::list(vec![
                population.territory(builder.random.below(index)).id.clone(),
            ]),
        );
    }
    builder.observations(&mut table);
    builder.finish(&mut table, &["stages", "collective", "followed"]);
    builder.calls(&mut table);
    if builder.random.one_in(2) {
        let agreements = agreements(&mut builder, since);
        table.set("agreements", Value::Section(agreements));
    }
    if builder.random.below(3) < 2 {
        let stages = builder.stages(since);
        table.set("stages", Value::Section(stages));
    }
    if builder.random.one_in(2) {
        let collective = collective(&mut builder, since);
        table.set("collective", Value::Section(collective));
    }
    table
}

/// Adds the official code of a territory, or else the territories around it or those that make it
/// up.
fn area(builder: &mut RecordBuilder, table: &mut Table) {
    let home = builder.population.territory(builder.number.index);
    match (home.local, builder.random.below(3)) {
        (false, _) => table.set("code", Value::text(home.area.code)),
        (true, 0) => table.set("within", Value::text(home.area.code)),
        (true, 1) => table.set(
            "within",
            Value::list(vec![builder.population.territory(0).id.as_str()]),
        ),
        (true, _) => {
            let codes: Vec<Value> = home
                .communes
                .iter()
                .map(|code| Value::text(*code))
                .collect();
            table.set("made_of", Value::List(codes));
        }
    }
}

fn followed(builder: &mut RecordBuilder, since: u16) -> Value {
    let from = Table::of("from", since);
    match builder.random.below(4) {
        0 => Table::of("from", builder.month(since))
            .with("seen", Value::list(vec![since, LAST_YEAR]))
            .into(),
        1 if since + 4 < LAST_YEAR => Value::List(vec![
            from.with("to", since + 2).into(),
            Table::of("from", since + 4).into(),
        ]),
        _ => from.into(),
    }
}

fn agreements(builder: &mut RecordBuilder, since: u16) -> Table {
    let mut table = Table::default();
    let name = format!("convention-{since}");
    let mut agreement = Table::of("from", builder.month(since)).with("to", since + 2);
    // The authority of the territory itself, or that of the region.
    let mut authorities = [builder.number.index, 0]
        .into_iter()
        .filter(|index| builder.population.is_authority(*index));
    agreement.set_some(
        "with",
        authorities.next().map(|index| {
            builder.population.id(RecordNumber {
                kind: Kind::Actor,
                index,
            })
        }),
    );
    agreement.set("voted", builder.day(since));
    agreement.set("days", builder.random.between(5, 40));
    agreement.set("amount", builder.euros());
    agreement.set(
        "subject",
        Value::text("Accompagnement des coopérations du territoire"),
    );
    agreement.set(
        "source",
        any_source(builder.population, &mut builder.random),
    );
    table.set(&name, Value::Section(agreement));
    if builder.random.one_in(3) {
        let renewed = Table::of("from", since + 3)
            .with("renews", name)
            .with("inferred", true)
            .with("note", Value::text(builder.remark()))
            .with(
                "sources",
                Value::list(vec![any_source(builder.population, &mut builder.random)]),
            );
        table.set(
            &format!("convention-{}", since + 3),
            Value::Section(renewed),
        );
    }
    table
}

fn collective(builder: &mut RecordBuilder, since: u16) -> Table {
    let mut table = Table::default();
    match builder.population.any_id(Kind::Actor, &mut builder.random) {
        Some(actor) if builder.random.one_in(3) => table.set("actor", actor),
        _ => table.set(
            "name",
            Value::text(format!("Collectif {}", builder.random.pick(&NAME_ENDINGS))),
        ),
    }
    table.set("formed", builder.month(since));
    let members: Vec<String> = (0..3)
        .filter_map(|_| builder.population.any_id(Kind::Actor, &mut builder.random))
        .collect();
    table.set_all("members", members);
    table.set("size", builder.figure());
    table.set(
        "priorities",
        Value::texts(&builder.random.sample(&NEEDS, 2)),
    );
    table.set(
        "identified_with",
        Value::list(builder.random.sample(&STAKEHOLDERS, 2)),
    );
    table
}
