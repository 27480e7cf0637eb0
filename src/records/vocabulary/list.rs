//! The lists of the vocabulary.

use serde::Deserialize;

/// A list of words of the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum List {
    /// Themes of dynamics, in the order of their digits on maps.
    Themes,
    /// Stages of the process, in order.
    Stages,
    /// Kinds of territory.
    TerritoryKinds,
    /// Kinds of actor.
    ActorKinds,
    /// Families of actors.
    Families,
    /// Stakeholders.
    Stakeholders,
    /// Colleges of members.
    Colleges,
    /// Roles of partners in dynamics.
    Roles,
    /// Roles of the network in dynamics.
    NetworkRoles,
    /// Forms of dynamics.
    Forms,
    /// Statuses, labels and approvals of actors.
    Statuses,
    /// Heads of social usefulness in the law of 31 July 2014.
    SocialUsefulness,
    /// Ways in which dynamics end.
    Ends,
    /// Levers of cooperation.
    Levers,
    /// Obstacles to cooperation.
    Obstacles,
    /// Tools of cooperation.
    Tools,
    /// Actions of the network.
    Actions,
    /// Kinds of call and grant.
    Calls,
    /// Natures of resources.
    Natures,
    /// Indicators of results.
    Indicators,
    /// Figures that are published or counted.
    Figures,
    /// Roles of contacts.
    ContactRoles,
}

impl List {
    /// Every list, with its name in `vocabulary.toml` and in the `x-word` of the schemas.
    pub const ALL: [(Self, &'static str); 22] = [
        (Self::Themes, "themes"),
        (Self::Stages, "stages"),
        (Self::TerritoryKinds, "territory_kinds"),
        (Self::ActorKinds, "actor_kinds"),
        (Self::Families, "families"),
        (Self::Stakeholders, "stakeholders"),
        (Self::Colleges, "colleges"),
        (Self::Roles, "roles"),
        (Self::NetworkRoles, "network_roles"),
        (Self::Forms, "forms"),
        (Self::Statuses, "statuses"),
        (Self::SocialUsefulness, "social_usefulness"),
        (Self::Ends, "ends"),
        (Self::Levers, "levers"),
        (Self::Obstacles, "obstacles"),
        (Self::Tools, "tools"),
        (Self::Actions, "actions"),
        (Self::Calls, "calls"),
        (Self::Natures, "natures"),
        (Self::Indicators, "indicators"),
        (Self::Figures, "figures"),
        (Self::ContactRoles, "contact_roles"),
    ];

    /// Returns the name of the list in `vocabulary.toml`.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(list, _)| *list == self)
            .map_or("", |(_, name)| name)
    }
}
