//! The lines of an actor's record.

use crate::network::ActorRecord;
use crate::records::{List, Membership};
use crate::say;
use crate::views::parts::lines::record_lines::{RecordLine, RecordLines};
use crate::views::parts::periods::periods_with_semicolons;
use crate::views::view::Question;

/// The lines that are peculiar to an actor.
#[must_use]
pub fn actor(question: &Question, record: &ActorRecord) -> Vec<RecordLine> {
    let (network, body) = (question.network, &record.body);
    let place = body
        .place
        .as_ref()
        .map(|place| network.territory_name(place));
    let statuses = body.statuses.iter().map(|status| &status.is);
    let membership: Vec<_> = body.member.0.iter().map(Membership::period).collect();
    let governs = body
        .governs
        .iter()
        .map(|territory| network.territory_name(territory));
    let networks = body.part_of_networks.iter().map(ToString::to_string);
    RecordLines::new(question)
        .line("type", "kind", [kind(question, record)])
        .line(
            "lieu",
            "place",
            place.into_iter().chain(body.address.clone()),
        )
        .words("statuts", "statuses", List::Statuses, statuses)
        .words(
            "utilité sociale",
            "social usefulness",
            List::SocialUsefulness,
            &body.social_usefulness,
        )
        .line(
            "adhésion",
            "membership",
            [periods_with_semicolons(&membership)],
        )
        .line("charte", "charter", [signature(question, record)])
        .line("excédents", "surplus", surplus(question, record))
        .line("gouverne", "governs", governs)
        .line("réseaux", "networks", networks)
        .line("site", "website", body.website.clone())
        .build()
}

/// The kind of actor, with the family that the kind belongs to.
fn kind(question: &Question, record: &ActorRecord) -> String {
    let kind = question.label(List::ActorKinds, record.body.kind.as_str());
    match question.network.family_of(record) {
        Some(family) => format!("{kind}, {}", question.label(List::Families, family)),
        None => kind,
    }
}

/// What the actor does with its surplus, as far as the record says.
fn surplus(question: &Question, record: &ActorRecord) -> Vec<String> {
    let Some(surplus) = &record.body.surplus else {
        return Vec::new();
    };
    let language = question.language;
    let reserves = surplus.indivisible_reserves.map(|indivisible| {
        if indivisible {
            question.words("réserves impartageables", "indivisible reserves")
        } else {
            question.words("réserves partageables", "divisible reserves")
        }
    });
    let kept = surplus.kept.map(|kept| {
        let kept = language.decimal(kept, 1);
        say!(language,
            fr: "{kept}\u{a0}% conservés pour l'activité",
            en: "{kept}% kept for the activity")
    });
    reserves.into_iter().chain(kept).collect()
}

/// The date on which the actor signed the charter, as the record writes it.
fn signature(question: &Question, record: &ActorRecord) -> String {
    let charter = record.body.charter.as_ref();
    match charter.and_then(|charter| charter.signed) {
        Some(date) => date.to_string(),
        None => question.words("pas de signature connue", "no signature known"),
    }
}
