//! What the record of an actor says.

use super::census::{Census, Kind, LAST_YEAR, Number};
use super::foundation::any_source;
use super::names::{phone, rna, siren, siret};
use super::page::{Page, Value};
use super::shared_keys::Desk;
use super::words::{COLLEGES, PRINCIPLES, STATUSES, TAILS, USEFULNESS};

/// Composes it.
pub fn compose(census: &Census, at: usize) -> Page {
    let mut desk = Desk::of(census, Kind::Actor, at);
    let home = &census.homes[census.home_of(desk.number)];
    let mut page = desk.begin(&format!("Un acteur du territoire « {} »", home.name));
    if census.is_authority(at) {
        page.set("kind", home.kind);
        page.set("governs", home.id.as_str());
    } else {
        page.set("kind", census.calling(at).kind);
    }
    where_to_find(&mut desk, &mut page);
    let membership = census.membership(at);
    page.set_some(
        "member",
        membership.map(|(from, to)| member(&mut desk, from, to)),
    );
    if desk.chance.one_in(4) && !census.is_authority(at) {
        let statuses = statuses(&mut desk);
        page.set("statuses", statuses);
    }
    if desk.number.at.is_multiple_of(7) && !census.is_authority(at) {
        // The last head counts only beside another, which changes from one actor to the next.
        let record_refs = [USEFULNESS[desk.number.at % 3], USEFULNESS[3]];
        page.set_all("social_usefulness", record_refs.to_vec());
    }
    if desk.chance.one_in(5) {
        page.set_all(
            "part_of_networks",
            census
                .any(Kind::Actor, &mut desk.chance)
                .into_iter()
                .collect(),
        );
    }
    desk.finish(&mut page, &["member", "kind", "place"]);
    desk.calls(&mut page);
    page.set("legal", Value::Section(legal(&mut desk)));
    if let Some((from, _)) = membership.filter(|_| desk.chance.one_in(2)) {
        page.set("charter", Value::Section(charter(&mut desk, from)));
    }
    if desk.chance.one_in(2) {
        let governance = desk.governance();
        page.set("governance", Value::Section(governance));
    }
    page
}

fn where_to_find(desk: &mut Desk, page: &mut Page) {
    let census = desk.census;
    let id = census.id(desk.number);
    let home = &census.homes[census.home_of(desk.number)];
    if desk.chance.one_in(4) {
        page.set_all(
            "also_in",
            census
                .any(Kind::Territory, &mut desk.chance)
                .into_iter()
                .collect(),
        );
    }
    if !home.communes.is_empty() {
        page.set("place", Value::text(desk.chance.pick(&home.communes)));
    }
    let number = desk.chance.between(1, 90);
    page.set(
        "address",
        Value::text(format!("{number}, rue {}", desk.chance.pick(&TAILS))),
    );
    page.set("email", Value::text(format!("contact@{id}.example.org")));
    page.set_some(
        "phone",
        desk.chance
            .one_in(3)
            .then(|| Value::text(phone(desk.number.at))),
    );
    page.set("website", Value::text(format!("https://{id}.example.org")));
}

fn member(desk: &mut Desk, from: u16, to: Option<u16>) -> Value {
    let mut row = Page::of("from", from);
    row.set_some("to", to);
    row.set_some(
        "college",
        desk.chance.one_in(2).then(|| desk.chance.pick(&COLLEGES)),
    );
    match to {
        Some(to) if to + 2 < LAST_YEAR && desk.chance.one_in(3) => {
            let again = Page::of("seen", Value::list(vec![to + 2]));
            Value::List(vec![row.into(), again.into()])
        }
        _ => row.into(),
    }
}

fn statuses(desk: &mut Desk) -> Value {
    let chosen = desk.chance.some(&STATUSES, 2);
    let mut statuses: Vec<Value> = vec![chosen[0].into()];
    if desk.chance.one_in(2) {
        let year = desk.any_year();
        let row = Page::of("is", chosen[1])
            .with("from", desk.month(year))
            .with("to", year + 5)
            .with("evidence", Value::text(desk.remark()))
            .with("source", any_source(desk.census, &mut desk.chance))
            .with("inferred", true);
        statuses.push(row.into());
    }
    Value::List(statuses)
}

fn legal(desk: &mut Desk) -> Page {
    let Number { at, .. } = desk.number;
    if desk.chance.one_in(6) {
        return Page::of(
            "none_because",
            Value::text("Un collectif sans personnalité morale."),
        );
    }
    let siren = siren(at);
    let mut page = Page::default();
    let category = desk
        .census
        .calling(at)
        .category
        .filter(|_| !desk.census.is_authority(at));
    page.set_some("category", category.map(Value::text));
    page.set_some(
        "siret",
        desk.chance.one_in(2).then(|| Value::text(siret(&siren))),
    );
    page.set_some(
        "rna",
        (category == Some("9220")).then(|| Value::text(rna(at))),
    );
    page.set("siren", Value::text(siren));
    page
}

fn charter(desk: &mut Desk, from: u16) -> Page {
    let mut evidence = Page::default();
    let count = desk.chance.between(1, PRINCIPLES.len());
    for principle in desk.chance.some(&PRINCIPLES, count) {
        let proof = match desk.chance.below(3) {
            0 => Value::List(vec![proof(desk), Value::text(desk.remark())]),
            1 => proof(desk),
            _ => Value::text(desk.remark()),
        };
        evidence.set(principle, proof);
    }
    Page::of("signed", desk.day(from)).with("evidence", Value::Section(evidence))
}

fn proof(desk: &mut Desk) -> Value {
    let row = Page::of("what", Value::text(desk.remark()))
        .with("year", desk.any_year())
        .with("source", any_source(desk.census, &mut desk.chance))
        .with("inferred", desk.chance.one_in(2));
    row.into()
}
