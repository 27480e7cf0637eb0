//! Columns that no key of a record gives: where it is, how far it got, why it counts or does not.

use serde_json::Value as Json;

use crate::calendar::Period;
use crate::language::Language;
use crate::network::RecordRef;
use crate::views::list::kind::Listed;
use crate::views::parts::record_json::{memberships_json, period_json, record_json};
use crate::views::view::Question;

/// A column that no key of a record gives.
pub struct Field {
    /// Name that people type.
    pub name: &'static str,
    /// The kinds of record that have it.
    pub of: &'static [Listed],
    /// Its value for a record.
    pub value: fn(&Question, RecordRef) -> Json,
}

const ALL: &[Listed] = &[
    Listed::Territories,
    Listed::Actors,
    Listed::Dynamics,
    Listed::Published,
];
const AT_HOME: &[Listed] = &[Listed::Actors, Listed::Dynamics, Listed::Published];
const IN_STAGES: &[Listed] = &[Listed::Territories, Listed::Dynamics];
const TERRITORIES: &[Listed] = &[Listed::Territories];
const ACTORS: &[Listed] = &[Listed::Actors];
const DYNAMICS: &[Listed] = &[Listed::Dynamics];

/// Every such column, before the keys of records.
pub const FIELDS: &[Field] = &[
    field("id", ALL, |_, record| record.id().into()),
    field("name", ALL, |_, record| record.name().into()),
    field("file", ALL, |_, record| (&**record.file()).into()),
    field("summary", ALL, summary),
    field("intact", ALL, |_, record| record.is_intact().into()),
    field("territory", AT_HOME, |_, record| {
        record.home().as_str().into()
    }),
    field("territory.name", AT_HOME, |question, record| {
        question.network.territory_name(record.home()).into()
    }),
    field("territory.code", AT_HOME, |question, record| {
        let area = question.network.area_named(record.home());
        area.map(|area| area.code).into()
    }),
    field("inhabitants", TERRITORIES, |question, record| {
        of_list(question, record, "inhabitants")
    }),
    field("stage_since", IN_STAGES, |question, record| {
        of_list(question, record, "stage_since")
    }),
    field("stage_inferred", IN_STAGES, |question, record| {
        of_list(question, record, "stage_inferred")
    }),
    field("followed", TERRITORIES, |_, record| match record {
        RecordRef::Territory(record) => periods(&record.body.followed.0),
        _ => Json::Null,
    }),
    field("member", ACTORS, |_, record| match record {
        RecordRef::Actor(record) => memberships_json(&record.body.member.0),
        _ => Json::Null,
    }),
    field("period", DYNAMICS, |_, record| match record {
        RecordRef::Dynamic(record) => Json::Object(period_json(&record.body.period())),
        _ => Json::Null,
    }),
    field("reason", DYNAMICS, |question, record| {
        of_list(question, record, "reason")
    }),
];

const fn field(
    name: &'static str,
    of: &'static [Listed],
    value: fn(&Question, RecordRef) -> Json,
) -> Field {
    Field { name, of, value }
}

/// A value that the whole list in JSON has for every record.
fn of_list(question: &Question, record: RecordRef, key: &str) -> Json {
    record_json(question, record)
        .remove(key)
        .unwrap_or(Json::Null)
}

fn periods(periods: &[Period]) -> Json {
    periods.iter().map(period_json).collect()
}

/// The summary as the record writes it: a text, or one in each language.
fn summary(_: &Question, record: RecordRef) -> Json {
    let summary = &record.common().summary;
    let (french, english) = (
        summary.exactly(Language::French),
        summary.exactly(Language::English),
    );
    if french.is_none() && english.is_none() {
        return summary.get(Language::French).into();
    }
    serde_json::json!({ "fr": french, "en": english })
}
