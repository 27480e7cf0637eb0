//! Records of a kind as a table.

use crate::calendar::DateRange;
use crate::language::{Bilingual, Language};
use crate::network::{Countability, DynamicRecord, StageProgress};
use crate::records::List;
use crate::say;
use crate::views::parts::{Alphabet, filtered, invented, scope};
use crate::views::view::{Cell, Facts, Question, Table};

/// The kinds that can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Territories.
    Territories,
    /// Actors.
    Actors,
    /// Dynamics.
    Dynamics,
    /// Published figures.
    Published,
}

/// Lists the records of a kind that live in the stretch asked, or all where none was.
#[must_use]
pub fn gather(question: &Question, kind: Listed, only: Option<DateRange>) -> Facts {
    let (table, all) = match kind {
        Listed::Territories => (territories(question), question.network.territories.len()),
        Listed::Actors => (actors(question, only), question.network.actors.len()),
        Listed::Dynamics => (dynamics(question, only), question.network.dynamics.len()),
        Listed::Published => (published(question, only), question.network.published.len()),
    };
    let language = question.language;
    let shown = language.number(table.rows.len() as u64);
    let kind = noun(kind, language, all);
    let note = say!(language, fr: "{shown} sur {kind}", en: "{shown} of {kind}");
    let rows: Vec<_> = table
        .rows
        .iter()
        .map(|row| as_object(&table.columns, row))
        .collect();
    Facts {
        report: "list",
        title: table.caption.clone(),
        facts: serde_json::Value::Array(rows),
        tables: vec![table],
        notes: vec![note],
        invented: invented(question),
        scope: scope(question, false),
        ..Facts::default()
    }
}

fn as_object(columns: &[String], row: &[Cell]) -> serde_json::Value {
    let pairs = columns.iter().zip(row).map(|(column, cell)| {
        (
            column.clone(),
            serde_json::to_value(cell).unwrap_or_default(),
        )
    });
    serde_json::Value::Object(pairs.collect())
}

fn noun(kind: Listed, language: Language, count: usize) -> String {
    let (fr, en) = match kind {
        Listed::Territories => (("territoire", "territoires"), ("territory", "territories")),
        Listed::Actors => (("acteur", "acteurs"), ("actor", "actors")),
        Listed::Dynamics => (("dynamique", "dynamiques"), ("dynamic", "dynamics")),
        Listed::Published => (
            ("fiche de chiffres publiés", "fiches de chiffres publiés"),
            (
                "record of published figures",
                "records of published figures",
            ),
        ),
    };
    let (one, many) = if language == Language::French { fr } else { en };
    language.count(count, one, many)
}

fn table(
    language: Language,
    caption: Bilingual,
    columns: &[Bilingual],
    mut rows: Vec<Vec<Cell>>,
) -> Table {
    let alphabet = Alphabet::new();
    let name = |row: &[Cell]| {
        if let Some(Cell::Text(name)) = row.get(1) {
            name.clone()
        } else {
            String::new()
        }
    };
    rows.sort_by(|one, other| alphabet.compare(&name(one), &name(other)));
    let columns = columns
        .iter()
        .map(|heading| heading.get(language).to_owned())
        .collect();
    Table {
        caption: caption.get(language).to_owned(),
        columns,
        rows,
        total: None,
    }
}

const ID: Bilingual = Bilingual {
    fr: "identifiant",
    en: "id",
};
const NAME: Bilingual = Bilingual {
    fr: "nom",
    en: "name",
};
const KIND: Bilingual = Bilingual {
    fr: "type",
    en: "kind",
};
const TERRITORY: Bilingual = Bilingual {
    fr: "territoire",
    en: "territory",
};
const PERIOD: Bilingual = Bilingual {
    fr: "période",
    en: "period",
};
const PARTNERS: Bilingual = Bilingual {
    fr: "partenaires",
    en: "partners",
};
const STAGE: Bilingual = Bilingual {
    fr: "étape",
    en: "stage",
};
const THEME: Bilingual = Bilingual {
    fr: "thématique",
    en: "theme",
};
const COUNTS: Bilingual = Bilingual {
    fr: "comptée",
    en: "counts",
};

/// The stage reached last, and whether the writer inferred it.
fn stage(question: &Question, progress: &StageProgress) -> Cell {
    let Some(stage) = progress.current() else {
        return Cell::Nothing;
    };
    let language = question.language;
    let word = question.network.vocabulary.word(List::Stages, stage.id);
    let label = word.map_or(stage.id, |word| word.short_label(language));
    Cell::Text(if stage.reached.inferred {
        say!(language, fr: "{label} (déduite)", en: "{label} (inferred)")
    } else {
        label.to_owned()
    })
}

fn territories(question: &Question) -> Table {
    let (network, language) = (question.network, question.language);
    let inside = |territory: &&crate::network::TerritoryRecord| {
        question
            .territory
            .as_ref()
            .is_none_or(|wanted| network.lies_in(&territory.id, wanted))
    };
    let rows = network.territories.iter().filter(inside).map(|territory| {
        let population = network
            .area_of(territory)
            .and_then(|area| area.population)
            .map_or(Cell::Nothing, Cell::Number);
        vec![
            Cell::Text(territory.id.to_string()),
            Cell::Text(territory.name()),
            Cell::Text(
                network
                    .vocabulary
                    .label(List::TerritoryKinds, territory.body.kind.as_str(), language)
                    .to_owned(),
            ),
            population,
            Cell::Number(network.dynamics_of(&territory.id).count() as u64),
            stage(
                question,
                &network.territory_progress(territory, question.asked.last),
            ),
        ]
    });
    let population = Bilingual {
        fr: "habitants",
        en: "inhabitants",
    };
    let dynamics = Bilingual {
        fr: "dynamiques",
        en: "dynamics",
    };
    table(
        language,
        Bilingual {
            fr: "Territoires",
            en: "Territories",
        },
        &[ID, NAME, KIND, population, dynamics, STAGE],
        rows.collect(),
    )
}

fn actors(question: &Question, only: Option<DateRange>) -> Table {
    let (network, language) = (question.network, question.language);
    let inside = |actor: &&crate::network::ActorRecord| {
        let mut places = std::iter::once(&actor.home).chain(&actor.body.also_in);
        question
            .territory
            .as_ref()
            .is_none_or(|wanted| places.any(|place| network.lies_in(place, wanted)))
    };
    let member = |actor: &&crate::network::ActorRecord| {
        only.is_none_or(|asked| {
            actor
                .body
                .member
                .0
                .iter()
                .any(|row| row.period().overlaps(asked))
        })
    };
    let rows = network
        .actors
        .iter()
        .filter(inside)
        .filter(member)
        .map(|actor| {
            let memberships: Vec<String> = actor
                .body
                .member
                .0
                .iter()
                .map(|row| row.period().to_string())
                .collect();
            vec![
                Cell::Text(actor.id.to_string()),
                Cell::Text(actor.name()),
                Cell::Text(
                    network
                        .vocabulary
                        .label(List::ActorKinds, actor.body.kind.as_str(), language)
                        .to_owned(),
                ),
                Cell::Text(network.territory_label(&actor.home)),
                Cell::Text(memberships.join(" ; ")),
            ]
        });
    let member = Bilingual {
        fr: "adhésion",
        en: "membership",
    };
    table(
        language,
        Bilingual {
            fr: "Acteurs",
            en: "Actors",
        },
        &[ID, NAME, KIND, TERRITORY, member],
        rows.collect(),
    )
}

fn dynamics(question: &Question, only: Option<DateRange>) -> Table {
    let (network, language) = (question.network, question.language);
    let lives =
        |dynamic: &&DynamicRecord| only.is_none_or(|asked| dynamic.body.period().overlaps(asked));
    let listed = network
        .dynamics
        .iter()
        .filter(lives)
        .filter(|dynamic| filtered(question, dynamic));
    let rows = listed.map(|dynamic| {
        let theme = dynamic.body.theme.as_ref().map_or(Cell::Nothing, |theme| {
            let word = network.vocabulary.word(List::Themes, theme.as_str());
            Cell::Text(word.map_or_else(
                || theme.to_string(),
                |word| word.short_label(language).to_owned(),
            ))
        });
        vec![
            Cell::Text(dynamic.id.to_string()),
            Cell::Text(network.territory_label(&dynamic.home)),
            Cell::Text(dynamic.body.period().to_string()),
            Cell::Number(dynamic.body.partners.len() as u64),
            stage(
                question,
                &network.dynamic_progress(dynamic, question.asked.last),
            ),
            Cell::Text(
                standing(network.countability(dynamic))
                    .get(language)
                    .to_owned(),
            ),
            theme,
            Cell::Text(dynamic.name()),
        ]
    });
    let columns = [ID, TERRITORY, PERIOD, PARTNERS, STAGE, COUNTS, THEME, NAME];
    table(
        language,
        Bilingual {
            fr: "Dynamiques",
            en: "Dynamics",
        },
        &columns,
        rows.collect(),
    )
}

/// Whether a dynamic counts, in a few words.
#[must_use]
pub fn standing(standing: Countability) -> Bilingual {
    match standing {
        Countability::Counted => Bilingual {
            fr: "oui",
            en: "yes",
        },
        Countability::WithoutTheme => Bilingual {
            fr: "non\u{a0}: sans thématique",
            en: "no: without theme",
        },
        Countability::OnlyReported => Bilingual {
            fr: "non\u{a0}: récit",
            en: "no: only told about",
        },
        Countability::FormNotCounted => Bilingual {
            fr: "non\u{a0}: par sa forme",
            en: "no: by its form",
        },
        Countability::Unread => Bilingual {
            fr: "fichier à corriger",
            en: "file to be mended",
        },
        Countability::WithoutDate => Bilingual {
            fr: "non\u{a0}: sans date",
            en: "no: without a date",
        },
        Countability::PartOfAnother => Bilingual {
            fr: "non\u{a0}: partie d'une autre",
            en: "no: part of another",
        },
    }
}

fn published(question: &Question, only: Option<DateRange>) -> Table {
    let (network, language) = (question.network, question.language);
    let within = |record: &&crate::network::PublishedRecord| {
        only.is_none_or(|asked| {
            record
                .body
                .at
                .is_some_and(|at| DateRange::from(at).overlaps(asked))
        })
    };
    let rows = network.published.iter().filter(within).map(|record| {
        vec![
            Cell::Text(record.id.to_string()),
            Cell::Text(record.name()),
            Cell::Text(record.body.at.map_or_else(String::new, |at| at.to_string())),
            Cell::Number((record.body.figures.len() + record.body.dynamics_by_theme.len()) as u64),
        ]
    });
    let figures = Bilingual {
        fr: "chiffres",
        en: "figures",
    };
    let mut listed = table(
        language,
        Bilingual {
            fr: "Chiffres publiés",
            en: "Published figures",
        },
        &[ID, NAME, PERIOD, figures],
        rows.collect(),
    );
    let at = |row: &[Cell]| {
        if let Some(Cell::Text(at)) = row.get(2) {
            at.clone()
        } else {
            String::new()
        }
    };
    listed.rows.sort_by_key(|row| at(row));
    listed
}
