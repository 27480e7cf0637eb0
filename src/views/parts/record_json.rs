//! Records as programs read them: ids for words, numbers and dates as they are, in no language.

use serde_json::{Map, Value as Json, json};

use crate::calendar::Period;
use crate::network::{ActorRecord, DynamicRecord, RecordRef, StageProgress, TerritoryRecord};
use crate::network::{PublishedRecord, is_member_in};
use crate::records::{Completeness, Figure, Membership, TerritoryId};
use crate::views::parts::certainty::name_of;
use crate::views::parts::countability::countability_id;
use crate::views::view::Question;

/// What every answer about a record begins with: its id, its kind, its file, its name.
#[must_use]
pub fn record_head(record: RecordRef) -> Map<String, Json> {
    let mut keys = Map::new();
    put(&mut keys, "id", record.id());
    put(&mut keys, "kind", record.kind());
    put(&mut keys, "file", &**record.file());
    put(&mut keys, "name", record.name());
    keys
}

/// What lists say of a record.
#[must_use]
pub fn record_json(question: &Question, record: RecordRef) -> Map<String, Json> {
    let mut keys = record_head(record);
    put(
        &mut keys,
        "territory",
        territory_json(question, record.home()),
    );
    match record {
        RecordRef::Territory(record) => territory(question, record, &mut keys),
        RecordRef::Actor(record) => actor(question, record, &mut keys),
        RecordRef::Dynamic(record) => dynamic(question, record, &mut keys),
        RecordRef::Published(record) => published(record, &mut keys),
    }
    put(&mut keys, "inferred", record.common().inferred.clone());
    put(&mut keys, "intact", record.is_intact());
    keys
}

/// A territory that a record names: its id, its official code, its name.
#[must_use]
pub fn territory_json(question: &Question, id: &TerritoryId) -> Json {
    let network = question.network;
    let code = network.area_named(id).map(|area| area.code);
    json!({ "id": id.as_str(), "code": code, "name": network.territory_name(id) })
}

/// A period: its first and its last date as far as they are known, the years that attest it.
#[must_use]
pub fn period_json(period: &Period) -> Map<String, Json> {
    let mut seen = period.seen.clone();
    seen.sort_unstable();
    let mut keys = Map::new();
    put(&mut keys, "from", period.from.map(|date| date.to_string()));
    put(&mut keys, "to", period.to.map(|date| date.to_string()));
    put(&mut keys, "seen", seen);
    keys
}

/// Memberships, each with its period and its college.
#[must_use]
pub fn memberships_json(memberships: &[Membership]) -> Json {
    let rows = memberships.iter().map(|membership| {
        let mut keys = period_json(&membership.period());
        let college = membership.college.as_ref();
        put(&mut keys, "college", college.map(ToString::to_string));
        Json::Object(keys)
    });
    rows.collect()
}

fn put(keys: &mut Map<String, Json>, key: &str, value: impl Into<Json>) {
    keys.insert(key.to_owned(), value.into());
}

fn stage(progress: &StageProgress, keys: &mut Map<String, Json>) {
    let current = progress.current();
    put(keys, "stage", current.map(|stage| stage.id));
    let since = current.map(|stage| stage.when.to_string());
    put(keys, "stage_since", since);
    let inferred = current.map(|stage| stage.reached.inferred);
    put(keys, "stage_inferred", inferred);
}

fn territory(question: &Question, record: &TerritoryRecord, keys: &mut Map<String, Json>) {
    let network = question.network;
    let area = network.area_of(record);
    put(keys, "territory_kind", record.body.kind.as_str());
    let inhabitants = area.and_then(|area| area.population);
    put(keys, "inhabitants", inhabitants);
    let dynamics = network.dynamics_of(&record.id);
    let dynamics: Vec<&str> = dynamics.map(|dynamic| dynamic.id.as_str()).collect();
    put(keys, "dynamics", dynamics);
    let followed = record.body.followed.0.iter();
    let followed: Json = followed.map(period_json).collect();
    put(keys, "followed", followed);
    let progress = network.territory_progress(record, question.asked.last);
    stage(&progress, keys);
}

fn actor(question: &Question, record: &ActorRecord, keys: &mut Map<String, Json>) {
    put(keys, "actor_kind", record.body.kind.as_str());
    put(keys, "family", question.network.family_of(record));
    put(keys, "place", place(record.body.place.as_ref()));
    put(keys, "memberships", memberships_json(&record.body.member.0));
    put(keys, "is_member", is_member_in(record, question.asked));
}

fn place(id: Option<&TerritoryId>) -> Json {
    id.map(TerritoryId::as_str).into()
}

fn dynamic(question: &Question, record: &DynamicRecord, keys: &mut Map<String, Json>) {
    let (network, body) = (question.network, &record.body);
    let theme = body.theme.as_ref().map(ToString::to_string);
    put(keys, "theme", theme);
    let others: Vec<&str> = body.other_themes.iter().map(AsRef::as_ref).collect();
    put(keys, "other_themes", others);
    put(keys, "form", body.form.as_ref().map(ToString::to_string));
    put(keys, "place", place(body.place.as_ref()));
    keys.extend(period_json(&body.period()));
    let partners: Vec<&str> = body.partners.keys().map(AsRef::as_ref).collect();
    put(keys, "partners", partners);
    let progress = network.dynamic_progress(record, question.asked.last);
    stage(&progress, keys);
    let reason = countability_id(network.countability(record));
    put(keys, "counted", reason.is_none());
    put(keys, "reason", reason);
}

fn published(record: &PublishedRecord, keys: &mut Map<String, Json>) {
    let body = &record.body;
    put(keys, "at", body.at.map(|date| date.to_string()));
    let is_complete = body.records == Completeness::Complete;
    put(keys, "records_complete", is_complete);
    let figures = body.figures.iter();
    let figures = figures.map(|(id, figure)| figure_json(id.as_str(), None, figure));
    let themes = body.dynamics_by_theme.iter();
    let themes = themes.map(|(id, it)| figure_json("dynamics", Some(id.as_str()), it));
    let all: Json = figures.chain(themes).collect();
    put(keys, "figures", all);
}

fn figure_json(id: &str, theme: Option<&str>, figure: &Figure) -> Json {
    let source = figure.source.as_ref().map(ToString::to_string);
    json!({
        "figure": id, "theme": theme, "value": number_json(figure.value),
        "is": name_of(figure.is), "source": source,
    })
}

/// A number without a decimal point where it needs none.
#[must_use]
pub fn number_json(number: f64) -> Json {
    // Below this, whole numbers are exact.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < EXACT {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "whole, and below the bound above"
        )]
        return Json::from(number as i64);
    }
    Json::from(number)
}
