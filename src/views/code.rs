//! Official areas by name or code: what they are, what is around them, what they were before.

use serde_json::{Value as Json, json};

use crate::geography::{self, Area, AreaLevel, Found};
use crate::network::TerritoryRecord;
use crate::records::List;
use crate::say;
use crate::views::parts::nouns::{Noun, counted};
use crate::views::view::{DataTable, Facts, Question, Table};

const AREAS: Noun = Noun::new(
    ["territoire officiel", "territoires officiels"],
    ["official area", "official areas"],
);

/// Areas of which all that is known is told below the table.
const TOLD: usize = 3;

/// Former areas named at most of one area; more are counted.
const FORMER_NAMED: usize = 20;

/// Gathers the areas that a name or a code means.
#[must_use]
pub fn gather(question: &Question, asked: &str) -> Facts {
    let language = question.language;
    let found = find(asked);
    let mut notes = vec![counted(found.len(), &AREAS, language)];
    if found.len() <= TOLD {
        notes.extend(found.iter().map(|it| tell(question, it)));
    }
    notes.extend(postal_note(question, asked, &found));
    let rows = found.iter().map(|it| row(question, it));
    let document = question
        .document("area", rows.collect())
        .with("asked", asked)
        .with("year", geography::YEAR);
    Facts {
        report: "code",
        title: say!(language, fr: "Codes\u{a0}: {asked}", en: "Codes: {asked}"),
        facts: document.to_json(),
        tables: vec![table(question, &found)],
        data: vec![data(question, &found)],
        document: Some(document),
        notes,
        scope: vec![say!(language,
            fr: "Noms, codes et populations\u{a0}: Insee, DGCL, {0}",
            en: "Names, codes and populations: Insee, DGCL, {0}",
            geography::YEAR)],
        ..Facts::default()
    }
}

fn table(question: &Question, found: &[Found]) -> Table {
    question
        .table("Territoires officiels", "Official areas", found)
        .column("code", "code", |it| it.code)
        .unfolded()
        .column("nom", "name", |it| name(it))
        .column("échelon", "level", |it| level_label(question, level(it)))
        .column("habitants", "inhabitants", |it| {
            it.area.population.filter(|_| it.former.is_none())
        })
        .column("dans", "in", |it| {
            let outer = around(it.area).into_iter();
            outer
                .map(|outer| outer.label())
                .collect::<Vec<_>>()
                .join(", ")
        })
        .column("aujourd'hui", "today", |it| {
            it.former.map(|_| with_code(&it.area))
        })
        .column("fiche", "record", |it| {
            record_of(question, it).map(|record| record.id.to_string())
        })
        .unfolded()
        .build()
        .without_empty_columns()
}

/// Whether a text has digits enough to be a code: 2A004, 59, 243 500 741.
fn is_code(text: &str) -> bool {
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    letters <= 1 && text.chars().any(|letter| letter.is_ascii_digit())
}

fn find(asked: &str) -> Vec<Found> {
    if !is_code(asked) {
        return geography::search(asked);
    }
    let bare: String = asked.chars().filter(char::is_ascii_alphanumeric).collect();
    let code = bare.to_ascii_uppercase();
    let found = geography::coded(&code);
    if !found.is_empty() {
        return found;
    }
    // The SIREN of an intercommunality at the beginning of its SIRET; a zero that a spreadsheet
    // dropped; a slip of one digit.
    let siren = code.get(..9).filter(|_| code.len() == 14);
    let zeroed = format!("0{code}");
    for other in siren.into_iter().chain([zeroed.as_str()]) {
        let found = geography::coded(other);
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

fn name(found: &Found) -> &'static str {
    match found.former {
        Some(former) => former.name.unwrap_or_default(),
        None => found.area.name,
    }
}

fn level(found: &Found) -> AreaLevel {
    found.former.map_or(found.area.level, |former| former.level)
}

fn level_label(question: &Question, level: AreaLevel) -> String {
    question.label(List::TerritoryKinds, level.word())
}

fn with_code(area: &Area) -> String {
    format!("{} ({})", area.label(), area.code)
}

/// The intercommunality, the department and the region around an area, as far as it has them.
fn around(area: Area) -> Vec<Area> {
    let outer = [
        (AreaLevel::Commune, area.parent),
        (AreaLevel::Epci, area.epci),
        (AreaLevel::Departement, area.department),
        (AreaLevel::Region, area.region),
    ];
    let outer = outer.into_iter().filter(|(level, _)| *level < area.level);
    outer
        .filter_map(|(level, code)| geography::find(level, code?))
        .collect()
}

/// The territory of the network that has the code of an area.
fn record_of<'n>(question: &Question<'n>, found: &Found) -> Option<&'n TerritoryRecord> {
    let mut territories = question.network.territories.iter();
    territories.find(|record| {
        let area = question.network.area_of(record);
        area.is_some_and(|area| area.level == found.area.level && area.code == found.area.code)
    })
}

/// All that is known of an area, in a line.
fn tell(question: &Question, found: &Found) -> String {
    let language = question.language;
    let area = found.area;
    let outer: Vec<String> = around(area)
        .iter()
        .map(|outer| {
            let level = level_label(question, outer.level);
            format!("{level}\u{a0}: {}", with_code(outer))
        })
        .collect();
    let mut parts = outer;
    let former = geography::predecessors(&area);
    if !former.is_empty() {
        let named: Vec<String> = former
            .iter()
            .take(FORMER_NAMED)
            .map(|(code, name)| match name {
                Some(name) => format!("{name} ({code})"),
                None => (*code).to_owned(),
            })
            .collect();
        let more = if former.len() > FORMER_NAMED {
            "…"
        } else {
            ""
        };
        let named = named.join(", ");
        parts.push(say!(language,
            fr: "réunit\u{a0}: {named}{more}",
            en: "brings together: {named}{more}"));
    }
    let today = with_code(&area);
    let parts = parts.join(" · ");
    match found.former {
        None => format!("{today} · {parts}"),
        Some(former) => {
            let code = found.code;
            let was = former.name.unwrap_or_default();
            let was = format!("{was} ({code})").trim_start().to_owned();
            let whole = if former.is_part {
                question.words("fait partie de", "is part of")
            } else if former.is_whole {
                question.words("est devenu", "became")
            } else {
                question.words("est devenu pour l'essentiel", "became for the most part")
            };
            format!("{was} {whole} {today} · {parts}")
        }
    }
}

/// What to say of a number that may be a postal code.
fn postal_note(question: &Question, asked: &str, found: &[Found]) -> Option<String> {
    let digits: String = asked.chars().filter(|it| !it.is_whitespace()).collect();
    let is_postal = digits.len() == 5
        && digits.ends_with('0')
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_postal.then(|| match found.first() {
        Some(found) => {
            let area = with_code(&found.area);
            say!(question.language,
                fr: "c'est le code Insee\u{a0}: {area}\u{202f}; comme code postal, le même \
                    nombre peut désigner une autre commune, à chercher par son nom",
                en: "this is the INSEE code of {area}; as a postal code, the same number may be \
                    that of another commune, to be looked up by its name")
        }
        None => say!(question.language,
            fr: "si c'est un code postal, chercher la commune par son nom\u{a0}: les codes \
                postaux ne sont pas dans ces tables",
            en: "if this is a postal code, look up the commune by its name: postal codes are not \
                in these tables"),
    })
}

fn area_json(area: &Area) -> Json {
    json!({ "code": area.code, "level": area.level.word(), "name": area.name })
}

fn row(question: &Question, found: &Found) -> Json {
    let area = found.area;
    let around: serde_json::Map<String, Json> = around(area)
        .iter()
        .map(|outer| (outer.level.word().to_owned(), area_json(outer)))
        .collect();
    let former = geography::predecessors(&area);
    let former: Vec<Json> = former
        .iter()
        .map(|(code, name)| json!({ "code": code, "name": name }))
        .collect();
    let is_today = found.former.is_none();
    let name = Some(name(found)).filter(|name| !name.is_empty());
    json!({
        "code": found.code,
        "level": level(found).word(),
        "label": level_label(question, level(found)),
        "name": name,
        "short": area.short.filter(|_| is_today),
        "inhabitants": area.population.filter(|_| is_today),
        "is_today": is_today,
        "succeeded_by": (!is_today).then(|| area_json(&area)),
        "whole": found.former.map(|former| former.is_whole),
        "around": around,
        "predecessors": if is_today { former } else { Vec::new() },
        "territory": record_of(question, found).map(|record| record.id.as_str()),
    })
}

fn data(question: &Question, found: &[Found]) -> DataTable {
    question
        .data("areas", "Territoires officiels", "Official areas", found)
        .column("code", "code", |it| it.code)
        .column("level", "level", |it| level(it).word())
        .column("name", "name", |it| name(it))
        .column("inhabitants", "inhabitants", |it| {
            it.area.population.filter(|_| it.former.is_none())
        })
        .column("epci", "epci", |it| it.area.epci)
        .column("departement", "departement", |it| it.area.department)
        .column("region", "region", |it| it.area.region)
        .column("succeeded_by", "succeeded_by", |it| {
            it.former.map(|_| it.area.code)
        })
        .column("territory_id", "territory_id", |it| {
            record_of(question, it).map(|record| record.id.to_string())
        })
        .build()
        .in_no_language()
}
