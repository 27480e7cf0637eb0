//! The mentions of every kind of file, key by key.
//!
//! The schemas mark the same keys, with `x-word` and `x-names`; `tests/house/mentions.rs` compares
//! the two. The mentions are not collected while a schema checks a tree, for three reasons. Trees
//! are dropped as soon as records are typed, so that every name and every route would have to be
//! copied for the few that have a finding. Mentions are followed after all files are read, and by
//! reports too. And a schema cannot express a target that depends on another key, such as a partner
//! that is named in place.

use crate::records::kinds::actor::{Actor, Governance};
use crate::records::kinds::dynamic::{Dynamic, Partner};
use crate::records::kinds::published::Published;
use crate::records::kinds::territory::{Agreement, Collective, Territory};
use crate::records::parts::call::Call;
use crate::records::parts::observation::{LeverOrObstacle, Tool};
use crate::records::parts::sorted_map::SortedMap;
use crate::records::parts::stage::Stages;
use crate::records::parts::year::{Figure, YearBlock};
use crate::records::record::{Common, Contact};
use crate::records::references::mention::{MentionVisitor, Mentions, Target};
use crate::records::settings::Settings;
use crate::records::vocabulary::{List, Vocabulary};

impl Mentions for Common {
    fn visit(&self, table: &mut MentionVisitor) {
        table.sources(&self.sources);
        table.entries("sourced", &self.sourced, |row, source, _| {
            row.own_key(Target::Source, source);
        });
        table.rows("contacts", &self.contacts, visit_contact);
        table.entries("calls", &self.calls, |row, _, call| visit_call(row, call));
        table.entries("years", &self.years, |row, _, year| visit_year(row, year));
    }
}

fn visit_contact(row: &mut MentionVisitor, contact: &Contact) {
    row.name("role", Target::Word(List::ContactRoles), &contact.role);
    row.optional("person", Target::Person, contact.person.as_ref());
}

fn visit_call(table: &mut MentionVisitor, call: &Call) {
    table.optional("kind", Target::Word(List::Calls), call.kind.as_ref());
    table.optional("with", Target::Actor, call.with.as_ref());
    table.source(call.source.as_ref());
    table.sources(&call.sources);
}

fn visit_year(table: &mut MentionVisitor, year: &YearBlock) {
    table.entries("actions", &year.actions, |row, action, _| {
        row.own_key(Target::Word(List::Actions), action);
    });
    table.table("resources", |resources| {
        for (nature, rows) in &year.resources {
            resources.table(nature.as_str(), |list| {
                list.own_key(Target::Word(List::Natures), nature);
            });
            resources.rows(nature.as_str(), &rows.0, |row, resource| {
                row.optional("payer", Target::Actor, resource.payer.as_ref());
                row.told_by(resource.told_by.as_ref());
                row.source(resource.source.as_ref());
            });
        }
    });
    table.entries("results", &year.results, |row, indicator, result| {
        row.own_key(Target::Word(List::Indicators), indicator);
        row.told_by(result.told_by.as_ref());
        row.source(result.source.as_ref());
    });
    visit_figures(table, "figures", List::Figures, &year.figures);
}

/// Visits figures whose keys are words of a list.
fn visit_figures<K: AsRef<str>>(
    table: &mut MentionVisitor,
    key: &str,
    list: List,
    figures: &SortedMap<K, Figure>,
) {
    table.entries(key, figures, |row, name, figure| {
        row.own_key(Target::Word(list), name);
        visit_figure(row, figure);
    });
}

fn visit_figure(row: &mut MentionVisitor, figure: &Figure) {
    row.told_by(figure.told_by.as_ref());
    row.source(figure.source.as_ref());
}

fn visit_observations(
    table: &mut MentionVisitor,
    levers: &[LeverOrObstacle],
    obstacles: &[LeverOrObstacle],
    tools: &[Tool],
) {
    for (key, list, rows) in [
        ("levers", List::Levers, levers),
        ("obstacles", List::Obstacles, obstacles),
    ] {
        table.rows(key, rows, |row, observed| {
            row.name("kind", Target::Word(list), &observed.kind);
            row.told_by(observed.told_by.as_ref());
            row.source(observed.source.as_ref());
        });
    }
    table.rows("tools", tools, |row, tool| {
        row.name("kind", Target::Word(List::Tools), &tool.kind);
        row.source(tool.source.as_ref());
    });
}

fn visit_stages(table: &mut MentionVisitor, stages: &Stages) {
    table.entries("stages", stages, |row, stage, reached| {
        row.own_key(Target::Word(List::Stages), stage);
        row.source(reached.source.as_ref());
    });
}

fn visit_governance(table: &mut MentionVisitor, governance: Option<&Governance>) {
    if let Some(governance) = governance {
        table.table("governance", |row| {
            row.names("hears", Target::Word(List::Stakeholders), &governance.hears);
        });
    }
}

impl Mentions for Territory {
    fn visit(&self, table: &mut MentionVisitor) {
        table.name("kind", Target::Word(List::TerritoryKinds), &self.kind);
        table.names("made_of", Target::Territory, &self.made_of);
        table.names("within", Target::Territory, &self.within.0);
        table.names("succeeds", Target::Territory, &self.succeeds);
        visit_observations(table, &self.levers, &self.obstacles, &self.tools);
        visit_stages(table, &self.stages);
        table.entries("agreements", &self.agreements, |row, _, agreement| {
            visit_agreement(row, agreement);
        });
        if let Some(collective) = &self.collective {
            table.table("collective", |row| visit_collective(row, collective));
        }
    }
}

fn visit_agreement(row: &mut MentionVisitor, agreement: &Agreement) {
    row.optional("with", Target::Actor, agreement.with.as_ref());
    row.source(agreement.source.as_ref());
    row.sources(&agreement.sources);
}

fn visit_collective(row: &mut MentionVisitor, collective: &Collective) {
    let stakeholders = Target::Word(List::Stakeholders);
    row.optional("actor", Target::Actor, collective.actor.as_ref());
    row.names("members", Target::Actor, &collective.members);
    row.names("identified_with", stakeholders, &collective.identified_with);
    if let Some(size) = &collective.size {
        row.table("size", |row| visit_figure(row, size));
    }
}

impl Mentions for Actor {
    fn visit(&self, table: &mut MentionVisitor) {
        let usefulness = Target::Word(List::SocialUsefulness);
        table.name("kind", Target::Word(List::ActorKinds), &self.kind);
        table.names("also_in", Target::Territory, &self.also_in);
        table.optional("place", Target::Commune, self.place.as_ref());
        table.optional("governs", Target::Territory, self.governs.as_ref());
        table.rows("member", &self.member.0, |row, membership| {
            let college = membership.college.as_ref();
            row.optional("college", Target::Word(List::Colleges), college);
        });
        table.rows("statuses", &self.statuses, |row, status| {
            row.name("is", Target::Word(List::Statuses), &status.is);
            row.source(status.source.as_ref());
        });
        table.names("social_usefulness", usefulness, &self.social_usefulness);
        table.names("part_of_networks", Target::Actor, &self.part_of_networks);
        visit_governance(table, self.governance.as_ref());
        table.table("charter", |charter| self.visit_evidence(charter));
    }
}

impl Actor {
    fn visit_evidence(&self, charter: &mut MentionVisitor) {
        charter.table("evidence", |evidence| {
            for (principle, proofs) in self.charter.iter().flat_map(|signed| &signed.evidence) {
                evidence.table(principle.as_str(), |list| {
                    list.own_key(Target::Principle, principle);
                });
                evidence.rows(principle.as_str(), &proofs.0, |row, proof| {
                    row.source(proof.source.as_ref());
                });
            }
        });
    }
}

impl Mentions for Dynamic {
    fn visit(&self, table: &mut MentionVisitor) {
        let (themes, roles) = (List::Themes, List::NetworkRoles);
        table.optional("theme", Target::Word(themes), self.theme.as_ref());
        table.names("other_themes", Target::Word(themes), &self.other_themes);
        table.optional(
            "network_role",
            Target::Word(roles),
            self.network_role.as_ref(),
        );
        table.optional("place", Target::Commune, self.place.as_ref());
        table.names("also_in", Target::Territory, &self.also_in);
        table.optional("form", Target::Word(List::Forms), self.form.as_ref());
        table.optional("part_of", Target::Dynamic, self.part_of.as_ref());
        table.names("succeeds", Target::Dynamic, &self.succeeds);
        table.optional("ended", Target::Word(List::Ends), self.ended.as_ref());
        visit_observations(table, &self.levers, &self.obstacles, &self.tools);
        visit_stages(table, &self.stages);
        table.table("purpose", |purpose| {
            let stakeholders = Target::Word(List::Stakeholders);
            purpose.names(
                "identified_with",
                stakeholders,
                &self.purpose.identified_with,
            );
        });
        visit_governance(table, self.governance.as_ref());
        table.entries("partners", &self.partners, |row, actor, partner| {
            row.own_key(partner_target(partner), actor);
            row.optional(
                "kind",
                Target::Word(List::ActorKinds),
                partner.kind.as_ref(),
            );
            row.names("role", Target::Word(List::Roles), &partner.role);
            row.source(partner.source.as_ref());
        });
    }
}

/// Returns what the key of a partner names: an actor, which needs a record unless the row gives its
/// name.
fn partner_target(partner: &Partner) -> Target {
    if partner.name.is_some() {
        Target::NamedInPlace
    } else {
        Target::Actor
    }
}

impl Mentions for Published {
    fn visit(&self, table: &mut MentionVisitor) {
        let themes = &self.dynamics_by_theme;
        visit_figures(table, "figures", List::Figures, &self.figures);
        visit_figures(table, "dynamics_by_theme", List::Themes, themes);
    }
}

impl Mentions for Settings {
    fn visit(&self, table: &mut MentionVisitor) {
        table.optional("territory", Target::Territory, self.territory.as_ref());
        table.optional("actor", Target::Actor, self.actor.as_ref());
    }
}

impl Mentions for Vocabulary {
    /// Visits the families of the kinds of actor that this vocabulary adds to its base.
    fn visit(&self, table: &mut MentionVisitor) {
        table.table(List::ActorKinds.name(), |kinds| {
            for (kind, word) in self.list(List::ActorKinds) {
                if !word.inherited {
                    kinds.table(kind, |row| {
                        row.optional("family", Target::Word(List::Families), word.family.as_ref());
                    });
                }
            }
        });
    }
}
