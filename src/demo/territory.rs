//! What the record of a territory says.

use super::census::{Census, FIRST_YEAR, Kind, LAST_YEAR, Number};
use super::foundation::any_source;
use super::page::{Page, Value};
use super::shared_keys::Desk;
use super::words::{NEEDS, STAKEHOLDERS, TAILS};

/// Composes it.
pub fn compose(census: &Census, at: usize) -> Page {
    let mut desk = Desk::of(census, Kind::Territory, at);
    let mut page = desk.begin(&format!(
        "Un territoire de coopération, « {} »",
        census.homes[at].name
    ));
    page.set("kind", census.homes[at].kind);
    area(&mut desk, &mut page);
    let since = desk.chance.year(FIRST_YEAR, LAST_YEAR);
    page.set("followed", followed(&mut desk, since));
    if at > 0 && desk.chance.one_in(15) {
        page.set(
            "succeeds",
            Value::list(vec![census.homes[desk.chance.below(at)].id.clone()]),
        );
    }
    desk.traits(&mut page);
    desk.finish(&mut page, &["stages", "collective", "followed"]);
    desk.calls(&mut page);
    if desk.chance.one_in(2) {
        let agreements = agreements(&mut desk, since);
        page.set("agreements", Value::Section(agreements));
    }
    if desk.chance.below(3) < 2 {
        let stages = desk.stages(since);
        page.set("stages", Value::Section(stages));
    }
    if desk.chance.one_in(2) {
        let collective = collective(&mut desk, since);
        page.set("collective", Value::Section(collective));
    }
    page
}

/// Its code; where it has none, what contains it or what it is made of.
fn area(desk: &mut Desk, page: &mut Page) {
    let home = &desk.census.homes[desk.number.at];
    match (home.local, desk.chance.below(3)) {
        (false, _) => page.set("code", Value::text(home.area.code)),
        (true, 0) => page.set("within", Value::text(home.area.code)),
        (true, 1) => page.set(
            "within",
            Value::list(vec![desk.census.homes[0].id.as_str()]),
        ),
        (true, _) => {
            let codes: Vec<Value> = home
                .communes
                .iter()
                .map(|code| Value::text(*code))
                .collect();
            page.set("made_of", Value::List(codes));
        }
    }
}

fn followed(desk: &mut Desk, since: u16) -> Value {
    let from = Page::of("from", since);
    match desk.chance.below(4) {
        0 => Page::of("from", desk.month(since))
            .with("seen", Value::list(vec![since, LAST_YEAR]))
            .into(),
        1 if since + 4 < LAST_YEAR => Value::List(vec![
            from.with("to", since + 2).into(),
            Page::of("from", since + 4).into(),
        ]),
        _ => from.into(),
    }
}

fn agreements(desk: &mut Desk, since: u16) -> Page {
    let mut page = Page::default();
    let name = format!("convention-{since}");
    let mut agreement = Page::of("from", desk.month(since)).with("to", since + 2);
    // An authority that governs here, or the region's.
    let mut authorities = [desk.number.at, 0]
        .into_iter()
        .filter(|at| desk.census.is_authority(*at));
    agreement.set_some(
        "with",
        authorities.next().map(|at| {
            desk.census.id(Number {
                kind: Kind::Actor,
                at,
            })
        }),
    );
    agreement.set("voted", desk.day(since));
    agreement.set("days", desk.chance.between(5, 40));
    agreement.set("amount", desk.euros());
    agreement.set(
        "subject",
        Value::text("Accompagnement des coopérations du territoire"),
    );
    agreement.set("source", any_source(desk.census, &mut desk.chance));
    page.set(&name, Value::Section(agreement));
    if desk.chance.one_in(3) {
        let renewed = Page::of("from", since + 3)
            .with("renews", name)
            .with("inferred", true)
            .with("note", Value::text(desk.remark()))
            .with(
                "sources",
                Value::list(vec![any_source(desk.census, &mut desk.chance)]),
            );
        page.set(
            &format!("convention-{}", since + 3),
            Value::Section(renewed),
        );
    }
    page
}

fn collective(desk: &mut Desk, since: u16) -> Page {
    let mut page = Page::default();
    match desk.census.any(Kind::Actor, &mut desk.chance) {
        Some(actor) if desk.chance.one_in(3) => page.set("actor", actor),
        _ => page.set(
            "name",
            Value::text(format!("Collectif {}", desk.chance.pick(&TAILS))),
        ),
    }
    page.set("formed", desk.month(since));
    let members: Vec<String> = (0..3)
        .filter_map(|_| desk.census.any(Kind::Actor, &mut desk.chance))
        .collect();
    page.set_all("members", members);
    page.set("size", desk.figure());
    page.set("priorities", Value::texts(&desk.chance.some(&NEEDS, 2)));
    page.set(
        "identified_with",
        Value::list(desk.chance.some(&STAKEHOLDERS, 2)),
    );
    page
}
