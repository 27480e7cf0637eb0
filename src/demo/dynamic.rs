//! What the record of a dynamic says.

use super::census::{Census, Kind, LAST_YEAR, Number};
use super::foundation::any_source;
use super::page::{Page, Value};
use super::shared_keys::Desk;
use super::words::{ENDS, FIELDS, NEEDS, NETWORK_ROLES, ROLES, STAKEHOLDERS, TAILS};

/// Composes it.
pub fn compose(census: &Census, at: usize) -> Page {
    let mut desk = Desk::of(census, Kind::Dynamic, at);
    let home = &census.homes[census.home_of(desk.number)];
    let life = census.life(at);
    let mut page = desk.begin(&format!(
        "Une coopération née sur le territoire « {} »",
        home.name
    ));
    page.set_some(
        "theme",
        (!desk.chance.one_in(12)).then_some(FIELDS[life.field].theme),
    );
    let other = FIELDS[desk.chance.below(FIELDS.len())].theme;
    page.set_some(
        "other_themes",
        desk.chance.one_in(4).then(|| Value::list(vec![other])),
    );
    page.set("network_role", desk.chance.pick(&NETWORK_ROLES));
    if !home.communes.is_empty() {
        page.set("place", Value::text(desk.chance.pick(&home.communes)));
    }
    if desk.chance.one_in(6) {
        page.set_all(
            "also_in",
            census
                .any(Kind::Territory, &mut desk.chance)
                .into_iter()
                .collect(),
        );
    }
    period(&mut desk, &mut page);
    page.set("form", desk.chance.pick(&FIELDS[life.field].forms));
    kin(&mut desk, &mut page);
    desk.traits(&mut page);
    desk.finish(&mut page, &["theme", "form", "partners"]);
    desk.calls(&mut page);
    if desk.chance.below(3) < 2 {
        let stages = desk.stages(life.from);
        page.set("stages", Value::Section(stages));
    }
    let partners = partners(&mut desk);
    if !partners.0.is_empty() {
        page.set("partners", Value::Section(partners));
    }
    page.set("purpose", Value::Section(purpose(&mut desk)));
    if desk.chance.one_in(3) {
        let governance = desk.governance();
        page.set("governance", Value::Section(governance));
    }
    page
}

/// From its first year to its last; the years are those that published figures count by.
fn period(desk: &mut Desk, page: &mut Page) {
    let life = desk.census.life(desk.number.at);
    let month = desk.chance.one_in(3) && life.to != Some(life.from);
    let from = desk.month(life.from);
    page.set(
        "from",
        if month {
            from
        } else {
            crate::calendar::PartialDate::Year(life.from)
        },
    );
    match life.to {
        Some(to) => {
            page.set("to", to);
            page.set_some(
                "ended",
                desk.chance.one_in(2).then(|| desk.chance.pick(&ENDS)),
            );
        }
        None => page.set_some(
            "seen",
            desk.chance.one_in(3).then(|| Value::list(vec![LAST_YEAR])),
        ),
    }
}

/// What it is part of, and what it succeeds: always an earlier number, so that nothing goes in a
/// circle.
fn kin(desk: &mut Desk, page: &mut Page) {
    let earlier = |desk: &mut Desk| {
        let below = desk.number.at / NAMED_EVERY;
        let at = NAMED_EVERY * desk.chance.below(below.max(1));
        (at < desk.number.at).then(|| {
            desk.census.id(Number {
                kind: Kind::Dynamic,
                at,
            })
        })
    };
    if desk.chance.one_in(12) {
        page.set_some("part_of", earlier(desk));
    }
    if desk.chance.one_in(10) {
        page.set_all("succeeds", earlier(desk).into_iter().collect());
    }
}

/// One dynamic in so many is named by others; the rest can be renamed without harm.
pub const NAMED_EVERY: usize = 4;

/// Its own share of the actors, so that each of them takes part somewhere, and a few others.
fn partners(desk: &mut Desk) -> Page {
    let census = desk.census;
    let own = (desk.number.at..census.actors).step_by(census.dynamics.max(1));
    let mut ids: Vec<String> = own
        .map(|at| {
            census.id(Number {
                kind: Kind::Actor,
                at,
            })
        })
        .collect();
    ids.extend(census.any(Kind::Actor, &mut desk.chance));
    let mut page = Page::default();
    for (place, id) in ids.iter().enumerate() {
        let role = if place == 0 {
            "porteur"
        } else {
            desk.chance.pick(&ROLES)
        };
        let row = if desk.chance.one_in(4) {
            partner(desk, role)
        } else {
            role.into()
        };
        page.set(id, row);
    }
    if desk.chance.one_in(6) {
        let tail = desk.chance.pick(&TAILS);
        let row = Page::of("name", Value::text(format!("Les Amis {tail}")))
            .with("kind", "collectif-habitants")
            .with("role", "beneficiaire");
        page.set("les-amis-sans-fiche", row);
    }
    page
}

fn partner(desk: &mut Desk, role: &str) -> Value {
    let life = desk.census.life(desk.number.at);
    let mut row = Page::of("role", Value::list(vec![role, "participant"]));
    match life.to {
        Some(to) => row = row.with("from", life.from).with("to", to),
        None => row.set("seen", Value::list(vec![life.from, LAST_YEAR])),
    }
    row.set_some("inferred", desk.chance.one_in(3).then_some(true));
    row.set_some(
        "note",
        desk.chance.one_in(3).then(|| Value::text(desk.remark())),
    );
    row.set_some(
        "source",
        desk.chance
            .one_in(3)
            .then(|| any_source(desk.census, &mut desk.chance)),
    );
    row.into()
}

fn purpose(desk: &mut Desk) -> Page {
    let count = desk.chance.between(1, 3);
    let needs = desk.chance.some(&NEEDS, count);
    let solution = format!(
        "Un lieu ouvert {} et des outils mis en commun.",
        desk.chance.pick(&TAILS)
    );
    Page::of("needs", Value::texts(&needs))
        .with(
            "identified_with",
            Value::list(desk.chance.some(&STAKEHOLDERS, 2)),
        )
        .with("solution", Value::text(solution))
}
