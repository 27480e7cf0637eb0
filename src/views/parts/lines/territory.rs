//! The lines of a territory's record.

use crate::network::TerritoryRecord;
use crate::records::{Agreement, List};
use crate::say;
use crate::views::parts::lines::record_lines::{RecordLine, RecordLines};
use crate::views::parts::periods::periods_with_semicolons;
use crate::views::view::Question;

/// The lines that are peculiar to a territory.
#[must_use]
pub fn territory(question: &Question, record: &TerritoryRecord) -> Vec<RecordLine> {
    let (network, body) = (question.network, &record.body);
    let parts = body
        .made_of
        .iter()
        .map(|part| format!("{} ({part})", network.territory_name(part)));
    let authority = network
        .authority_of(record)
        .map(|actor| format!("{} (actor/{})", actor.name(), actor.id));
    let agreements = body
        .agreements
        .iter()
        .map(|(key, agreement)| describe_agreement(key, agreement));
    let dynamics = network
        .dynamics_of(&record.id)
        .map(|dynamic| format!("{} · {}", dynamic.id, dynamic.name()));
    let kind = std::iter::once(kind(question, record)).chain(population(question, record));
    let followed = periods_with_semicolons(&body.followed.0);
    RecordLines::new(question)
        .line("type", "kind", kind)
        .line("fait de", "made of", parts)
        .line("autorité", "authority", authority)
        .line("suivi", "followed", [followed])
        .stages(&record.common, &body.stages)
        .line("conventions", "agreements", agreements)
        .levers_and_obstacles(&body.levers, &body.obstacles)
        .line("dynamiques", "dynamics", dynamics)
        .build()
}

/// The kind of territory, with its official code where it has one.
fn kind(question: &Question, record: &TerritoryRecord) -> String {
    let kind = question.label(List::TerritoryKinds, record.body.kind.as_str());
    match record.body.code.iter().next() {
        Some(code) => format!("{kind} {code}"),
        None => kind,
    }
}

fn population(question: &Question, record: &TerritoryRecord) -> Option<String> {
    let population = question.network.area_of(record)?.population?;
    let people = question.language.number(population);
    Some(say!(question.language, fr: "{people} habitants", en: "{people} inhabitants"))
}

fn describe_agreement(key: &str, agreement: &Agreement) -> String {
    let period = agreement.period();
    let subject = agreement.subject.as_deref().unwrap_or_default();
    format!("{key} {period} {subject}").trim_end().to_owned()
}
