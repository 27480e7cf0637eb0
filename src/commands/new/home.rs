//! The folder of the territory in which a new record goes.

use anyhow::{Result, bail};

use crate::commands::new::arguments::Arguments;
use crate::commands::new::known::Known;
use crate::commands::shared::asking::ask;
use crate::commands::shared::changing::WorkspaceNames;
use crate::commands::shared::command::did_you_mean;
use crate::commands::shared::official_area::areas_called;
use crate::commands::shared::record_kind::RecordKind;
use crate::diagnostic::nearest;
use crate::edits::typed::KnownNames;
use crate::geography::Area;
use crate::language::Language;
use crate::network::{Network, TerritoryRecord};
use crate::renderers::safe;
use crate::say;
use crate::sources::Cut;
use crate::workspace::Workspace;

/// Most territories that a message lists.
const MOST_LISTED: usize = 12;

/// The folder of a record: for a territory its own, for any other that of its territory.
pub fn home_folder(
    kind: RecordKind,
    id: &str,
    arguments: &Arguments,
    known: &Known,
    workspace: &Workspace,
) -> Result<String> {
    if kind == RecordKind::Territory {
        return Ok(format!("territories/{id}"));
    }
    let (network, language) = (&workspace.network, workspace.language);
    let home = match &arguments.territory {
        Some(named) => territory_called(named, workspace)?,
        None => match home_by_itself(kind, known.area.as_ref(), network) {
            Some(home) => home,
            None => asked(network, workspace)?,
        },
    };
    let Some((folder, _)) = home.file.rsplit_once('/') else {
        bail!(no_territory(language));
    };
    Ok(folder.to_owned())
}

/// The territory in which an area is, the narrowest first; else the only one that there is. What
/// is published is kept with the whole network.
fn home_by_itself<'n>(
    kind: RecordKind,
    area: Option<&Area>,
    network: &'n Network,
) -> Option<&'n TerritoryRecord> {
    if let Some(area) = area
        && let Some(home) = home_of_area(area, network)
    {
        return Some(home);
    }
    let whole = network.settings.territory.as_ref();
    match (&network.territories[..], kind) {
        ([only], _) => Some(only),
        (_, RecordKind::Published) => network.territory(whole?.as_str()),
        _ => None,
    }
}

/// The territory of an area, or of the narrowest area around it.
fn home_of_area<'n>(area: &Area, network: &'n Network) -> Option<&'n TerritoryRecord> {
    let codes = [
        Some(area.code),
        area.parent,
        area.epci,
        area.arrondissement,
        area.department,
        area.region,
    ];
    codes.into_iter().flatten().find_map(|code| {
        let has_code = |record: &&TerritoryRecord| record.body.code.as_deref() == Some(code);
        network.territories.iter().find(has_code)
    })
}

/// The territory that a person names by its id, its name or its official code.
fn territory_called<'w>(named: &str, workspace: &'w Workspace) -> Result<&'w TerritoryRecord> {
    let (network, language) = (&workspace.network, workspace.language);
    let id = WorkspaceNames(workspace).record("territory", named);
    let by_name = id.and_then(|id| network.territory(&id));
    let by_area = || {
        let areas = areas_called(named, None);
        areas.iter().find_map(|area| {
            let has_code =
                |record: &&TerritoryRecord| record.body.code.as_deref() == Some(area.code);
            network.territories.iter().find(has_code)
        })
    };
    if let Some(found) = by_name.or_else(by_area) {
        return Ok(found);
    }
    let ids = network.territories.iter().map(|record| record.id.as_str());
    let suggestion = did_you_mean(nearest(named, ids), language);
    let named = safe::line(named);
    bail!(say!(language,
        fr: "aucun territoire ne s'appelle `{named}`{suggestion}\u{202f}; en écrire la \
            fiche\u{a0}: `apes new territory \"{named}\"`",
        en: "no territory is called `{named}`{suggestion}; write its record: \
            `apes new territory \"{named}\"`"))
}

/// Asks for the territory, or says how to name it.
fn asked<'w>(network: &'w Network, workspace: &'w Workspace) -> Result<&'w TerritoryRecord> {
    let language = workspace.language;
    if network.territories.is_empty() {
        bail!(no_territory(language));
    }
    let ids: Vec<&str> = network
        .territories
        .iter()
        .map(|record| record.id.as_str())
        .collect();
    let more = if ids.len() > MOST_LISTED { ", …" } else { "" };
    let list = ids.before(ids.len().min(MOST_LISTED)).join(", ") + more;
    let question =
        say!(language, fr: "Quel territoire\u{202f}? ({list})", en: "Which territory? ({list})");
    match ask(&question, None, language)? {
        Some(answer) => territory_called(&answer, workspace),
        None => bail!(say!(language,
            fr: "il y a plusieurs territoires\u{a0}: dire lequel avec `--territory` ({list})",
            en: "there are several territories: say which one by `--territory` ({list})")),
    }
}

fn no_territory(language: Language) -> String {
    say!(language,
        fr: "il n'y a pas encore de territoire où la ranger\u{a0}: `apes new territory` d'abord",
        en: "there is no territory yet to keep it in: first `apes new territory`")
}
