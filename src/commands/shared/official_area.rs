//! The official area that a person means by a name or a code.

use anyhow::{Result, bail};

use crate::geography::{self, Area, AreaLevel};
use crate::language::Language;
use crate::renderers::safe;
use crate::say;

/// Most areas that are listed where several have a name.
const MOST_LISTED: usize = 12;

/// The official areas that a name or a code may mean; a name may end with its department in
/// brackets: `Fougères (35)`. With a kind, only those of this level.
#[must_use]
pub fn areas_called(text: &str, kind: Option<&str>) -> Vec<Area> {
    let level = kind.and_then(AreaLevel::from_word);
    let (name, department) = name_and_department(text);
    let mut found: Vec<Area> = geography::official(text.trim()).collect();
    if found.is_empty() {
        found = geography::named(name);
    }
    if found.is_empty() {
        found = [AreaLevel::Epci, AreaLevel::Commune, AreaLevel::Departement]
            .into_iter()
            .filter_map(|level| geography::only_named(level, name))
            .collect();
    }
    found.retain(|area| {
        level.is_none_or(|level| area.level == level)
            && department.is_none_or(|code| area.department == Some(code) || area.code == code)
    });
    if level.is_none() && found.iter().any(|area| is_usual(area.level)) {
        found.retain(|area| is_usual(area.level));
    }
    found
}

/// Whether a network usually follows areas of a level.
fn is_usual(level: AreaLevel) -> bool {
    level <= AreaLevel::Commune && level != AreaLevel::Arrondissement
}

/// A name, and the code of the department in brackets behind it.
fn name_and_department(text: &str) -> (&str, Option<&str>) {
    let split = text
        .trim()
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    match split {
        Some((name, code)) if code.len() <= 3 => (name.trim(), Some(code)),
        _ => (text.trim(), None),
    }
}

/// The one official area of a name or a code.
///
/// # Errors
/// Returns an error if there is none or more than one, which it then lists.
pub fn area_called(text: &str, kind: Option<&str>, language: Language) -> Result<Area> {
    let found = areas_called(text, kind);
    let shown = safe::line(text);
    match found[..] {
        [area] => Ok(area),
        [] => bail!(say!(language,
            fr: "aucun territoire officiel ne s'appelle `{shown}`\u{a0}: donner son code (Insee, \
                ou SIREN d'une intercommunalité), ou un nom plus entier",
            en: "no official area is called `{shown}`: give its code (INSEE, or the SIREN of an \
                intermunicipal authority), or a fuller name")),
        _ => {
            let list = listed(&found);
            bail!(say!(language,
                fr: "`{shown}` peut désigner plusieurs territoires\u{a0}: {list}\u{202f}; donner \
                    le code de l'un d'eux",
                en: "`{shown}` may mean several areas: {list}; give the code of one of them"))
        }
    }
}

/// Areas with their codes, levels and departments.
#[must_use]
pub fn listed(areas: &[Area]) -> String {
    let mut lines: Vec<String> = areas.iter().take(MOST_LISTED).map(described).collect();
    if areas.len() > MOST_LISTED {
        lines.push("…".to_owned());
    }
    lines.join(", ")
}

fn described(area: &Area) -> String {
    let (code, name, level) = (area.code, area.label(), area.level.word());
    match area.department {
        Some(department) => format!("{code} ({name}, {level}, {department})"),
        None => format!("{code} ({name}, {level})"),
    }
}
