//! The lines of a dynamic's record.

use crate::network::DynamicRecord;
use crate::records::{ActorId, List, Partner, Record};
use crate::views::parts::countability::describe_countability;
use crate::views::parts::lines::record_lines::{RecordLine, RecordLines};
use crate::views::view::Question;

/// The lines that are peculiar to a dynamic.
#[must_use]
pub fn dynamic(question: &Question, record: &DynamicRecord) -> Vec<RecordLine> {
    let (network, body) = (question.network, &record.body);
    let theme = body
        .theme
        .iter()
        .map(|theme| question.label(List::Themes, theme.as_str()));
    let counts = describe_countability(network.countability(record)).get(question.language);
    let also_in = body
        .also_in
        .iter()
        .map(|territory| network.territory_name(territory));
    let partners = body
        .partners
        .iter()
        .map(|(id, partner)| describe_partner(question, id, partner));
    RecordLines::new(question)
        .line("thématique", "theme", theme)
        .line("période", "period", [body.period().to_string()])
        .words("forme", "form", List::Forms, &body.form)
        .words(
            "rôle du réseau",
            "network's role",
            List::NetworkRoles,
            &body.network_role,
        )
        .line("comptée", "counts", [counts.to_owned()])
        .line(
            "fait partie de",
            "part of",
            body.part_of.iter().map(ToString::to_string),
        )
        .line(
            "succède à",
            "succeeds",
            body.succeeds.iter().map(ToString::to_string),
        )
        .words("fin", "ended", List::Ends, &body.ended)
        .line("aussi à", "also in", also_in)
        .stages(&record.common, &body.stages)
        .line("partenaires", "partners", partners)
        .line("besoins", "needs", body.purpose.needs.clone())
        .line("solution", "solution", body.purpose.solution.clone())
        .levers_and_obstacles(&body.levers, &body.obstacles)
        .build()
}

/// A partner's name and roles: `Ville de Lille (financeur)`.
fn describe_partner(question: &Question, id: &ActorId, partner: &Partner) -> String {
    let name = partner
        .name
        .clone()
        .or_else(|| question.network.actor(id.as_str()).map(Record::name))
        .unwrap_or_else(|| id.to_string());
    format!("{name} ({})", roles(question, partner))
}

/// A partner's roles, in words.
#[must_use]
pub fn roles(question: &Question, partner: &Partner) -> String {
    let roles = partner
        .role
        .iter()
        .map(|role| question.label(List::Roles, role.as_str()));
    roles.collect::<Vec<_>>().join(", ")
}
