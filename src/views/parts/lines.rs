//! What a record says, line by line, in the reader's language.

use crate::calendar::{Day, Period};
use crate::language::Bilingual;
use crate::network::{ActorRecord, DynamicRecord, PublishedRecord, TerritoryRecord};
use crate::records::{Common, LeverOrObstacle, List, Partner, Stages, Word};
use crate::say;
use crate::views::list::standing;
use crate::views::view::Question;

/// A heading and its values.
pub type Line = (Bilingual, Vec<String>);

fn word(question: &Question, list: List, id: &str) -> String {
    question
        .network
        .vocabulary
        .label(list, id, question.language)
        .to_owned()
}

fn line(heading: Bilingual, values: impl IntoIterator<Item = String>) -> Option<Line> {
    let values: Vec<String> = values
        .into_iter()
        .filter(|value| !value.is_empty())
        .collect();
    (!values.is_empty()).then_some((heading, values))
}

fn periods<'p>(periods: impl IntoIterator<Item = &'p Period>) -> String {
    periods
        .into_iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(" ; ")
}

/// What a territory says.
#[must_use]
pub fn territory(question: &Question, record: &TerritoryRecord) -> Vec<Line> {
    let (network, language, body) = (question.network, question.language, &record.body);
    let area = network.area_of(record);
    let kind = word(question, List::TerritoryKinds, body.kind.as_str());
    let code = body
        .code
        .iter()
        .map(|code| format!("{kind} {code}"))
        .next()
        .unwrap_or(kind);
    let people = area.and_then(|area| area.population).map(|people| {
        let people = language.number(people);
        say!(language, fr: "{people} habitants", en: "{people} inhabitants")
    });
    let authority = network
        .authority_of(record)
        .map(|actor| format!("{} (actor/{})", actor.name(), actor.id));
    let dynamics = network
        .dynamics_of(&record.id)
        .map(|dynamic| format!("{} · {}", dynamic.id, dynamic.name()));
    let agreements = body.agreements.iter().map(|(key, agreement)| {
        let (period, subject) = (
            agreement.period(),
            agreement.subject.as_deref().unwrap_or_default(),
        );
        format!("{key} {period} {subject}").trim_end().to_owned()
    });
    let parts = body
        .made_of
        .iter()
        .map(|part| format!("{} ({part})", network.territory_name(part)));
    let lines = [
        line(
            Bilingual {
                fr: "type",
                en: "kind",
            },
            std::iter::once(code).chain(people),
        ),
        line(
            Bilingual {
                fr: "fait de",
                en: "made of",
            },
            parts,
        ),
        line(
            Bilingual {
                fr: "autorité",
                en: "authority",
            },
            authority,
        ),
        line(
            Bilingual {
                fr: "suivi",
                en: "followed",
            },
            [periods(&body.followed.0)],
        ),
        stages(question, &body.stages),
        line(
            Bilingual {
                fr: "conventions",
                en: "agreements",
            },
            agreements,
        ),
        traits(
            question,
            Bilingual {
                fr: "leviers",
                en: "levers",
            },
            List::Levers,
            &body.levers,
        ),
        traits(
            question,
            Bilingual {
                fr: "freins",
                en: "obstacles",
            },
            List::Obstacles,
            &body.obstacles,
        ),
        line(
            Bilingual {
                fr: "dynamiques",
                en: "dynamics",
            },
            dynamics,
        ),
    ];
    lines.into_iter().flatten().collect()
}

/// What an actor says.
#[must_use]
pub fn actor(question: &Question, record: &ActorRecord) -> Vec<Line> {
    let (network, body) = (question.network, &record.body);
    let family = network
        .family_of(record)
        .map(|family| word(question, List::Families, family));
    let kind = std::iter::once(word(question, List::ActorKinds, body.kind.as_str()))
        .chain(family)
        .collect::<Vec<_>>()
        .join(", ");
    let statuses = body
        .statuses
        .iter()
        .map(|status| word(question, List::Statuses, status.is.as_str()));
    let useful = body.social_usefulness.iter();
    let useful = useful.map(|head| word(question, List::SocialUsefulness, head.as_str()));
    let members: Vec<Period> = body
        .member
        .0
        .iter()
        .map(crate::records::Membership::period)
        .collect();
    let signed = body
        .charter
        .as_ref()
        .and_then(|charter| charter.signed)
        .map_or_else(
            || {
                Bilingual {
                    fr: "pas de signature connue",
                    en: "no signature known",
                }
                .get(question.language)
                .to_owned()
            },
            |when| when.to_string(),
        );
    let place = body
        .place
        .as_ref()
        .map(|place| network.territory_name(place));
    let networks = body.part_of_networks.iter().map(ToString::to_string);
    let lines = [
        line(
            Bilingual {
                fr: "type",
                en: "kind",
            },
            [kind],
        ),
        line(
            Bilingual {
                fr: "lieu",
                en: "place",
            },
            place.into_iter().chain(body.address.clone()),
        ),
        line(
            Bilingual {
                fr: "statuts",
                en: "statuses",
            },
            statuses,
        ),
        line(
            Bilingual {
                fr: "utilité sociale",
                en: "social usefulness",
            },
            useful,
        ),
        line(
            Bilingual {
                fr: "adhésion",
                en: "membership",
            },
            [periods(&members)],
        ),
        line(
            Bilingual {
                fr: "charte",
                en: "charter",
            },
            [signed],
        ),
        line(
            Bilingual {
                fr: "gouverne",
                en: "governs",
            },
            body.governs
                .iter()
                .map(|territory| network.territory_name(territory)),
        ),
        line(
            Bilingual {
                fr: "réseaux",
                en: "networks",
            },
            networks,
        ),
        line(
            Bilingual {
                fr: "site",
                en: "website",
            },
            body.website.clone(),
        ),
    ];
    lines.into_iter().flatten().collect()
}

/// What a dynamic says.
#[must_use]
pub fn dynamic(question: &Question, record: &DynamicRecord) -> Vec<Line> {
    let (network, body) = (question.network, &record.body);
    let partners = body.partners.iter().map(|(id, partner)| {
        let name = partner
            .name
            .clone()
            .or_else(|| network.actor(id.as_str()).map(crate::records::Record::name));
        format!(
            "{} ({})",
            name.unwrap_or_else(|| id.to_string()),
            roles(question, partner)
        )
    });
    let one = |list, id: Option<&Word>| id.map(|id| word(question, list, id.as_str()));
    let lines = [
        line(
            Bilingual {
                fr: "thématique",
                en: "theme",
            },
            body.theme
                .iter()
                .map(|theme| word(question, List::Themes, theme.as_str())),
        ),
        line(
            Bilingual {
                fr: "période",
                en: "period",
            },
            [body.period().to_string()],
        ),
        line(
            Bilingual {
                fr: "forme",
                en: "form",
            },
            one(List::Forms, body.form.as_ref()),
        ),
        line(
            Bilingual {
                fr: "rôle du réseau",
                en: "network's role",
            },
            one(List::NetworkRoles, body.network_role.as_ref()),
        ),
        line(
            Bilingual {
                fr: "comptée",
                en: "counts",
            },
            [standing(network.countability(record))
                .get(question.language)
                .to_owned()],
        ),
        line(
            Bilingual {
                fr: "fait partie de",
                en: "part of",
            },
            body.part_of.iter().map(ToString::to_string),
        ),
        line(
            Bilingual {
                fr: "succède à",
                en: "succeeds",
            },
            body.succeeds.iter().map(ToString::to_string),
        ),
        line(
            Bilingual {
                fr: "fin",
                en: "ended",
            },
            one(List::Ends, body.ended.as_ref()),
        ),
        line(
            Bilingual {
                fr: "aussi à",
                en: "also in",
            },
            body.also_in
                .iter()
                .map(|place| network.territory_name(place)),
        ),
        stages(question, &body.stages),
        line(
            Bilingual {
                fr: "partenaires",
                en: "partners",
            },
            partners,
        ),
        line(
            Bilingual {
                fr: "besoins",
                en: "needs",
            },
            body.purpose.needs.clone(),
        ),
        line(
            Bilingual {
                fr: "solution",
                en: "solution",
            },
            body.purpose.solution.clone(),
        ),
        traits(
            question,
            Bilingual {
                fr: "leviers",
                en: "levers",
            },
            List::Levers,
            &body.levers,
        ),
        traits(
            question,
            Bilingual {
                fr: "freins",
                en: "obstacles",
            },
            List::Obstacles,
            &body.obstacles,
        ),
    ];
    lines.into_iter().flatten().collect()
}

/// What a record of published figures says.
#[must_use]
pub fn published(question: &Question, record: &PublishedRecord) -> Vec<Line> {
    let body = &record.body;
    let figures = body.figures.iter().map(|(id, figure)| {
        format!(
            "{} : {}",
            word(question, List::Figures, id.as_str()),
            figure.value
        )
    });
    let themes = body.dynamics_by_theme.iter().map(|(id, figure)| {
        format!(
            "{} : {}",
            word(question, List::Themes, id.as_str()),
            figure.value
        )
    });
    let lines = [
        line(
            Bilingual {
                fr: "date",
                en: "date",
            },
            body.at.map(|at| at.to_string()),
        ),
        line(
            Bilingual {
                fr: "chiffres",
                en: "figures",
            },
            figures,
        ),
        line(
            Bilingual {
                fr: "dynamiques",
                en: "dynamics",
            },
            themes,
        ),
    ];
    lines.into_iter().flatten().collect()
}

/// A partner's roles in words.
#[must_use]
pub fn roles(question: &Question, partner: &Partner) -> String {
    partner
        .role
        .iter()
        .map(|role| word(question, List::Roles, role.as_str()))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Every stage reached, in order of time: the last is the stage reached.
fn stages(question: &Question, stages: &Stages) -> Option<Line> {
    let (network, language) = (question.network, question.language);
    let steps = network.stages_reached(stages, Day::last_of(9999));
    let reached = steps
        .chunk_by(|left, right| left.id == right.id)
        .map(|same| {
            let label = network.vocabulary.label(List::Stages, same[0].id, language);
            let dates: Vec<String> = same.iter().map(|step| step.when.to_string()).collect();
            let dates = dates.join(", ");
            if same[0].reached.inferred {
                say!(language, fr: "{label} {dates} (déduite)", en: "{label} {dates} (inferred)")
            } else {
                format!("{label} {dates}")
            }
        });
    line(
        Bilingual {
            fr: "étapes",
            en: "stages",
        },
        reached,
    )
}

fn traits(
    question: &Question,
    heading: Bilingual,
    list: List,
    rows: &[LeverOrObstacle],
) -> Option<Line> {
    let said = rows.iter().map(|row| {
        let (label, period) = (word(question, list, row.kind.as_str()), row.period());
        let lifted = row
            .lifted
            .map(|when| say!(question.language, fr: ", levé en {when}", en: ", lifted in {when}"));
        format!("{label} ({period}{})", lifted.unwrap_or_default())
    });
    line(heading, said)
}

/// What every record says: summary, aliases, notes of the team, what is inferred.
#[must_use]
pub fn common(question: &Question, common: &Common) -> Vec<Line> {
    let lines = [
        line(
            Bilingual {
                fr: "résumé",
                en: "summary",
            },
            common.summary.get(question.language).map(str::to_owned),
        ),
        line(
            Bilingual {
                fr: "autres noms",
                en: "other names",
            },
            common.aliases.clone(),
        ),
        line(
            Bilingual {
                fr: "notes",
                en: "notes",
            },
            common.notes.clone(),
        ),
        line(
            Bilingual {
                fr: "déduit",
                en: "inferred",
            },
            common.inferred.clone(),
        ),
    ];
    lines.into_iter().flatten().collect()
}
