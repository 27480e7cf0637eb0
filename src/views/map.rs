//! The regional map: dynamics by theme and by territory, what is recorded beside what was
//! published.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::language::Bilingual;
use crate::network::{Countability, DynamicRecord};
use crate::records::{List, TerritoryId};
use crate::say;
use crate::views::parts::{
    Alphabet, ThemeFact, atlas, chosen, days_in_words, drawing, filtered, invented, scope, themes,
    whole, years_known,
};
use crate::views::view::{Cell, Facts, Figure, MapFigure, Question, ReportScope, Table, View};

/// The view.
pub const VIEW: View = View {
    name: "map",
    about: Bilingual {
        fr: "la carte régionale des dynamiques, par thématique et par territoire",
        en: "the regional map of dynamics, by theme and by territory",
    },
    of: ReportScope::Network,
    gather,
};

/// The map's facts, as templates and machines read them.
#[derive(Serialize)]
struct MapFacts {
    period: String,
    territory: String,
    published: Option<PublishedFact>,
    total: u64,
    recorded: u64,
    known_by_count: u64,
    themes: Vec<ThemeFact>,
    territories: Vec<TerritoryFact>,
}

#[derive(Serialize)]
struct PublishedFact {
    id: String,
    name: String,
    file: String,
}

#[derive(Serialize)]
struct TerritoryFact {
    id: String,
    name: String,
    dynamics: Vec<DynamicFact>,
}

#[derive(Serialize)]
struct DynamicFact {
    id: String,
    name: String,
    theme: String,
    theme_id: String,
    digit: usize,
    period: String,
    inferred: bool,
    file: String,
}

fn gather(question: &Question) -> Facts {
    let network = question.network;
    let counted: Vec<&DynamicRecord> = network
        .dynamics_active_in(question.asked)
        .filter(|dynamic| filtered(question, dynamic))
        .collect();
    let published = network
        .published_themes_in(question.asked)
        .filter(|_| question.territory.is_none());
    let themes = themes(question, &counted, published);
    let recorded = themes.iter().map(|theme| theme.recorded).sum();
    let total: u64 = themes.iter().map(|theme| theme.dynamics).sum();
    let known_by_count: u64 = themes.iter().map(|theme| theme.known_by_count).sum();
    let region = network
        .settings
        .territory
        .as_ref()
        .map_or_else(String::new, |home| network.territory_name(home));
    let territories = territories(question, &counted);
    let title = title(question, &region);
    let map = drawing::draw(question, &counted, &themes);
    let facts = MapFacts {
        period: question.asked.to_string(),
        territory: region,
        published: published.map(|record| PublishedFact {
            id: record.id.to_string(),
            name: record.name(),
            file: record.file.to_string(),
        }),
        total,
        recorded,
        known_by_count,
        themes,
        territories,
    };
    Facts {
        report: VIEW.name,
        title,
        tables: vec![by_theme(question, &facts), by_territory(question, &facts)],
        rows: Some(rows(question, &facts)),
        notes: notes(question, &facts),
        invented: invented(question),
        scope: scope(question, true),
        sections: chosen(question, &map),
        figures: figures(question, map),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::default()
    }
}

/// The map, and before it the one that turns from year to year where it is asked for.
fn figures(question: &Question, map: MapFigure) -> Vec<Figure> {
    let atlas = question
        .every_year
        .then(|| Figure::Atlas(Box::new(atlas::bind(question, gather))));
    atlas
        .into_iter()
        .chain([Figure::Map(Box::new(map))])
        .collect()
}

/// What the report is, where and when, in one line.
fn title(question: &Question, region: &str) -> String {
    let what = Bilingual {
        fr: "Carte régionale des dynamiques territoriales",
        en: "Regional map of territorial dynamics",
    };
    let parts = [
        what.get(question.language).to_owned(),
        region.to_owned(),
        days_in_words(question),
    ];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

fn territories(question: &Question, counted: &[&DynamicRecord]) -> Vec<TerritoryFact> {
    let (network, language) = (question.network, question.language);
    let mut homes: BTreeMap<&TerritoryId, Vec<&DynamicRecord>> = BTreeMap::new();
    for dynamic in counted {
        homes.entry(&dynamic.home).or_default().push(dynamic);
    }
    let fact = |dynamic: &&DynamicRecord| {
        let theme = dynamic
            .body
            .theme
            .as_ref()
            .map_or("", |theme| theme.as_str());
        DynamicFact {
            id: dynamic.id.to_string(),
            name: dynamic.name(),
            theme: network
                .vocabulary
                .label(List::Themes, theme, language)
                .to_owned(),
            theme_id: theme.to_owned(),
            digit: network
                .vocabulary
                .rank(List::Themes, theme)
                .map_or(0, |rank| rank + 1),
            period: dynamic.body.period().to_string(),
            inferred: dynamic.common.inferred.iter().any(|key| key == "theme"),
            file: dynamic.file.to_string(),
        }
    };
    let mut facts: Vec<TerritoryFact> = homes
        .into_iter()
        .map(|(home, dynamics)| {
            let mut dynamics: Vec<DynamicFact> = dynamics.iter().map(fact).collect();
            dynamics.sort_by(|one, other| (one.digit, &one.id).cmp(&(other.digit, &other.id)));
            TerritoryFact {
                id: home.to_string(),
                name: network.territory_label(home),
                dynamics,
            }
        })
        .collect();
    let alphabet = Alphabet::new();
    facts.sort_by(|one, other| alphabet.compare(&one.name, &other.name));
    facts
}

fn by_theme(question: &Question, facts: &MapFacts) -> Table {
    let language = question.language;
    let words = |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(language).to_owned();
    let beside = facts.published.is_some();
    let mut columns = vec![
        String::new(),
        words("thématique", "theme"),
        words("dynamiques", "dynamics"),
    ];
    columns.extend(beside.then(|| words("dont fiches", "recorded")));
    columns.push(String::new());
    let row = |digit: Cell, label: String, counts: (u64, u64), bar: Cell| {
        let mut row = vec![digit, Cell::Text(label), Cell::Number(counts.0)];
        row.extend(beside.then_some(Cell::Number(counts.1)));
        row.push(bar);
        row
    };
    let rows = facts.themes.iter().map(|theme| {
        let bar = Cell::Bar {
            full: theme.recorded,
            hollow: theme.known_by_count,
        };
        row(
            symbol(question, theme.digit, &theme.id),
            theme.label.clone(),
            (theme.dynamics, theme.recorded),
            bar,
        )
    });
    Table {
        caption: words("Dynamiques par thématique", "Dynamics by theme"),
        columns,
        rows: rows.collect(),
        total: Some(row(
            Cell::Nothing,
            words("total", "total"),
            (facts.total, facts.recorded),
            Cell::Nothing,
        )),
    }
}

fn by_territory(question: &Question, facts: &MapFacts) -> Table {
    let words =
        |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(question.language).to_owned();
    let rows = facts.territories.iter().flat_map(|territory| {
        territory
            .dynamics
            .iter()
            .enumerate()
            .map(|(place, dynamic)| {
                let name = if place == 0 {
                    Cell::Text(territory.name.clone())
                } else {
                    Cell::Nothing
                };
                let digit = symbol(question, dynamic.digit, &dynamic.theme_id);
                vec![
                    name,
                    digit,
                    Cell::Text(dynamic.name.clone()),
                    Cell::Text(dynamic.period.clone()),
                ]
            })
    });
    Table {
        caption: words("Dynamiques par territoire", "Dynamics by territory"),
        columns: vec![
            words("territoire", "territory"),
            String::new(),
            words("dynamique", "dynamic"),
            words("période", "period"),
        ],
        rows: rows.collect(),
        total: None,
    }
}

/// A row for each dynamic, and one for each theme's dynamics that are known by count alone: summed
/// by theme, `count`
/// gives the figures of the map.
fn rows(question: &Question, facts: &MapFacts) -> Table {
    let words =
        |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(question.language).to_owned();
    let text = |text: &str| Cell::Text(text.to_owned());
    let recorded = facts.territories.iter().flat_map(|territory| {
        territory.dynamics.iter().map(|dynamic| {
            let (theme, theme_id) = (text(&dynamic.theme), text(&dynamic.theme_id));
            let (home, name) = (text(&territory.id), text(&territory.name));
            let (id, dynamic_name, period) = (
                text(&dynamic.id),
                text(&dynamic.name),
                text(&dynamic.period),
            );
            vec![
                id,
                dynamic_name,
                theme_id,
                theme,
                home,
                name,
                period,
                Cell::Number(1),
                text(&dynamic.file),
            ]
        })
    });
    let by_count = facts
        .themes
        .iter()
        .filter(|theme| theme.known_by_count > 0)
        .map(|theme| {
            let (id, label, nothing) = (text(&theme.id), text(&theme.label), || Cell::Nothing);
            let file = facts
                .published
                .as_ref()
                .map_or(Cell::Nothing, |published| text(&published.file));
            let period = text(&facts.period);
            let name = Cell::Text(words(
                "connues par leur nombre seul",
                "known by their count alone",
            ));
            let count = Cell::Number(theme.known_by_count);
            vec![
                nothing(),
                name,
                id,
                label,
                nothing(),
                nothing(),
                period,
                count,
                file,
            ]
        });
    let columns = [
        "id",
        "dynamic",
        "theme_id",
        "theme",
        "territory_id",
        "territory",
        "period",
        "count",
        "file",
    ];
    Table {
        caption: words("Dynamiques", "Dynamics"),
        columns: columns.map(str::to_owned).into(),
        rows: recorded.chain(by_count).collect(),
        total: None,
    }
}

/// A theme's symbol, as the map draws it.
fn symbol(question: &Question, digit: usize, theme: &str) -> Cell {
    let word = question.network.vocabulary.word(List::Themes, theme);
    Cell::Symbol {
        digit,
        shape: word.and_then(|word| word.shape.clone()).unwrap_or_default(),
    }
}

/// What was published beside what is recorded; nothing where the two are the same.
fn beside_published(question: &Question, facts: &MapFacts, id: &str) -> Option<String> {
    let language = question.language;
    let (total, recorded) = (
        language.number(facts.total),
        language.number(facts.recorded),
    );
    if facts.known_by_count > 0 {
        let alone = language.number(facts.known_by_count);
        return Some(say!(language,
            fr: "{total} publiées ({id})\u{202f}; connues par leur nombre seul\u{a0}: {alone}, \
                dessinées à côté de la carte",
            en: "{total} published ({id}); known by their count alone: {alone}, drawn beside the \
                map"));
    }
    let published = question.network.published(id)?;
    let themes = facts
        .themes
        .iter()
        .filter_map(|theme| published.body.dynamics_by_theme.get(&theme.id));
    let published = whole(themes.map(|figure| figure.value).sum());
    let differs = published != facts.recorded;
    differs.then(|| {
        say!(language,
        fr: "{published} publiées ({id}), {recorded} dans les fiches",
        en: "{published} published ({id}), {recorded} in the records")
    })
}

/// What a reader must know to read the numbers: what was published, what is known by count alone,
/// what is left out.
fn notes(question: &Question, facts: &MapFacts) -> Vec<String> {
    let (network, language) = (question.network, question.language);
    let mut notes = Vec::new();
    if let Some(published) = &facts.published {
        notes.extend(beside_published(question, facts, &published.id));
    }
    let inferred = facts
        .territories
        .iter()
        .flat_map(|territory| &territory.dynamics)
        .filter(|dynamic| dynamic.inferred);
    let inferred = inferred.count();
    if inferred > 0 {
        notes.push(say!(language,
            fr: "thématique déduite par qui a écrit la fiche\u{a0}: {inferred} sur {}",
            en: "theme inferred by the writer of the record: {inferred} of {}", facts.recorded));
    }
    let apart = network.dynamics.iter().filter(|dynamic| {
        dynamic.body.period().overlaps(question.asked)
            && filtered(question, dynamic)
            && network.countability(dynamic) != Countability::Counted
    });
    let apart = apart.count();
    notes.extend(years_known(
        question,
        usize::try_from(facts.total).unwrap_or(usize::MAX),
    ));
    if apart > 0 {
        notes.push(say!(language,
            fr: "non comptées\u{a0}: {apart} (récits, études, événements, cours, parties d'une \
                autre, sans thématique)",
            en: "not counted: {apart} (only told about, studies, events, courses, parts of \
                another, without theme)"));
    }
    notes
}
