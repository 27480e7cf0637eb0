//! Invented actors.

use super::names::{phone, rna, siren, siret};
use super::population::{Kind, LAST_YEAR, Population, RecordNumber};
use super::record_builder::RecordBuilder;
use super::shared_files::any_source;
use super::table::{Table, Value};
use super::words::{COLLEGES, NAME_ENDINGS, PRINCIPLES, STATUSES, USEFULNESS};

/// Invents the record of an actor.
pub fn compose(population: &Population, index: usize) -> Table {
    let mut builder = RecordBuilder::new(population, Kind::Actor, index);
    let home = population.territory(population.home_index(builder.number));
    let mut table = builder.begin(&format!("Un acteur du territoire « {} »", home.name));
    if population.is_authority(index) {
        table.set("kind", home.kind);
        table.set("governs", home.id.as_str());
    } else {
        table.set("kind", population.actor_template(index).kind);
    }
    place_and_address(&mut builder, &mut table);
    let membership = population.membership(index);
    table.set_some(
        "member",
        membership.map(|(from, to)| member(&mut builder, from, to)),
    );
    if builder.random.one_in(4) && !population.is_authority(index) {
        let statuses = statuses(&mut builder);
        // By law these are for bodies under private law, which a chamber is not.
        if population.actor_template(index).kind != "chambre-consulaire" {
            table.set("statuses", statuses);
        }
    }
    if builder.number.index.is_multiple_of(7) && !population.is_authority(index) {
        // The fourth head of usefulness counts only beside one of the others.
        let heads = usefulness(builder.number.index);
        table.set_all("social_usefulness", heads.to_vec());
    }
    if builder.random.one_in(5) {
        table.set_all(
            "part_of_networks",
            population
                .any_id(Kind::Actor, &mut builder.random)
                .into_iter()
                .collect(),
        );
    }
    builder.finish(&mut table, &["member", "kind", "place"]);
    builder.calls(&mut table);
    table.set("legal", Value::Section(legal(&mut builder)));
    if let Some((from, _)) = membership.filter(|_| builder.random.one_in(2)) {
        table.set("charter", Value::Section(charter(&mut builder, from)));
    }
    if builder.random.one_in(2) {
        let governance = builder.governance();
        table.set("governance", Value::Section(governance));
    }
    if builder.number.index.is_multiple_of(11) && !population.is_authority(index) {
        let surplus = Table::of("indivisible_reserves", true).with("kept", 60_usize);
        table.set("surplus", Value::Section(surplus));
    }
    table
}

fn place_and_address(builder: &mut RecordBuilder, table: &mut Table) {
    let population = builder.population;
    let id = population.id(builder.number);
    let home = population.territory(population.home_index(builder.number));
    if builder.random.one_in(4) {
        table.set_all(
            "also_in",
            population
                .any_id(Kind::Territory, &mut builder.random)
                .into_iter()
                .collect(),
        );
    }
    if !home.communes.is_empty() {
        table.set("place", Value::text(builder.random.pick(&home.communes)));
    }
    let number = builder.random.between(1, 90);
    table.set(
        "address",
        Value::text(format!(
            "{number}, rue {}",
            builder.random.pick(&NAME_ENDINGS)
        )),
    );
    table.set("email", Value::text(format!("contact@{id}.example.org")));
    table.set_some(
        "phone",
        builder
            .random
            .one_in(3)
            .then(|| Value::text(phone(builder.number.index))),
    );
    table.set("website", Value::text(format!("https://{id}.example.org")));
}

fn member(builder: &mut RecordBuilder, from: u16, to: Option<u16>) -> Value {
    let mut row = Table::of("from", from);
    row.set_some("to", to);
    row.set_some(
        "college",
        builder
            .random
            .one_in(2)
            .then(|| builder.random.pick(&COLLEGES)),
    );
    match to {
        Some(to) if to + 2 < LAST_YEAR && builder.random.one_in(3) => {
            let again = Table::of("seen", Value::list(vec![to + 2]));
            Value::List(vec![row.into(), again.into()])
        }
        _ => row.into(),
    }
}

/// The fourth head of usefulness, with one of the others.
fn usefulness(index: usize) -> [&'static str; 2] {
    let [fragile, cohesion, citizenship, transition] = USEFULNESS;
    match index % 3 {
        0 => [fragile, transition],
        1 => [cohesion, transition],
        _ => [citizenship, transition],
    }
}

fn statuses(builder: &mut RecordBuilder) -> Value {
    let chosen = builder.random.sample(&STATUSES, 2);
    let [first, second] = chosen[..] else {
        return Value::list(chosen);
    };
    let mut statuses: Vec<Value> = vec![first.into()];
    if builder.random.one_in(2) {
        let year = builder.any_year();
        let row = Table::of("is", second)
            .with("from", builder.month(year))
            .with("to", year + 5)
            .with("evidence", Value::text(builder.remark()))
            .with(
                "source",
                any_source(builder.population, &mut builder.random),
            )
            .with("inferred", true);
        statuses.push(row.into());
    }
    Value::List(statuses)
}

fn legal(builder: &mut RecordBuilder) -> Table {
    let RecordNumber { index, .. } = builder.number;
    if builder.random.one_in(6) {
        return Table::of(
            "none_because",
            Value::text("Un collectif sans personnalité morale."),
        );
    }
    let siren = siren(index);
    let mut table = Table::default();
    let category = builder
        .population
        .actor_template(index)
        .category
        .filter(|_| !builder.population.is_authority(index));
    table.set_some("category", category.map(Value::text));
    table.set_some(
        "siret",
        builder.random.one_in(2).then(|| Value::text(siret(&siren))),
    );
    table.set_some(
        "rna",
        (category == Some("9220")).then(|| Value::text(rna(index))),
    );
    table.set("siren", Value::text(siren));
    table
}

fn charter(builder: &mut RecordBuilder, from: u16) -> Table {
    let mut evidence = Table::default();
    let count = builder.random.between(1, PRINCIPLES.len());
    for principle in builder.random.sample(&PRINCIPLES, count) {
        let proof = match builder.random.below(3) {
            0 => Value::List(vec![proof(builder), Value::text(builder.remark())]),
            1 => proof(builder),
            _ => Value::text(builder.remark()),
        };
        evidence.set(principle, proof);
    }
    Table::of("signed", builder.day(from)).with("evidence", Value::Section(evidence))
}

fn proof(builder: &mut RecordBuilder) -> Value {
    let row = Table::of("what", Value::text(builder.remark()))
        .with("year", builder.any_year())
        .with(
            "source",
            any_source(builder.population, &mut builder.random),
        )
        .with("inferred", builder.random.one_in(2));
    row.into()
}
