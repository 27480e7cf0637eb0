//! `apes reconcile --freeze`: the counts of the records at the end of a year, saved as a record.

use anyhow::{Result, bail};
use serde_json::{Map, Value, json};

use crate::calendar::{DateRange, Day, PartialDate};
use crate::commands::shared::command::{ExitStatus, RunContext, did_you_mean, eprint};
use crate::commands::shared::draft::Draft;
use crate::diagnostic::nearest;
use crate::documents::as_toml;
use crate::language::Language;
use crate::network::Network;
use crate::network::counting::figures::{CountFilter, CountableFigure, FIGURES};
use crate::records::{List, SourceId, ThemeId};
use crate::renderers::safe;
use crate::say;
use crate::sources::Folder;
use crate::workspace::Workspace;

/// Writes the record of published figures.
///
/// # Errors
/// Returns an error if the year has not begun, a record is unreadable, the source is unknown, the
/// record exists, or its file cannot be written.
pub(super) fn run(
    year: u16,
    source: Option<&str>,
    folder: &Folder,
    workspace: &Workspace,
    context: &RunContext,
) -> Result<ExitStatus> {
    let (network, language) = (&workspace.network, workspace.language);
    require_countable(year, network, context.today, language)?;
    require_source(source, network, language)?;
    let path = new_path(year, folder, network, language)?;
    let day = Day::last_of(year).min(context.today);
    let citation = match source {
        Some(id) => json!(id),
        None => own_citation(language, context.today),
    };
    let text = as_toml(&record(network, language, day, &citation));
    let mut draft = Draft::of(folder);
    draft.write(&path, &text);
    draft.save(language)?;
    if !context.quiet {
        let day = PartialDate::Day(day).format(language);
        eprint(&say!(language,
            fr: "`{path}` écrit\u{a0}: le décompte des fiches au {day}",
            en: "`{path}` written: the counts of the records on {day}"));
    }
    Ok(ExitStatus::Success)
}

/// Refuses a year in the future, and records of which some could not be read.
fn require_countable(year: u16, network: &Network, today: Day, language: Language) -> Result<()> {
    if year > today.year {
        bail!(say!(language,
            fr: "l'année {year} n'a pas commencé",
            en: "the year {year} has not begun"));
    }
    if !network.is_intact() {
        bail!(say!(language,
            fr: "des fichiers n'ont pas pu être lus (`apes validate` les nomme)\u{a0}: rien ne \
                peut être figé",
            en: "some files could not be read (`apes validate` names them): nothing can be \
                frozen"));
    }
    Ok(())
}

/// Refuses a source that the network does not have.
fn require_source(source: Option<&str>, network: &Network, language: Language) -> Result<()> {
    let Some(source) = source.filter(|source| !network.sources.contains_key(*source)) else {
        return Ok(());
    };
    let known = network.sources.keys().map(SourceId::as_str);
    let suggestion = did_you_mean(nearest(source, known), language);
    let source = safe::line(source);
    bail!(say!(language,
        fr: "source inconnue\u{a0}: `{source}`{suggestion}",
        en: "unknown source: `{source}`{suggestion}"))
}

/// The path of the new record, which neither a file nor an id takes yet.
fn new_path(year: u16, folder: &Folder, network: &Network, language: Language) -> Result<String> {
    let home = home(network, language)?;
    let id = format!("fiches-{year}");
    let path = format!("{home}/published/{id}.toml");
    let yaml = ["yaml", "yml"].map(|ending| format!("{home}/published/{id}.{ending}"));
    if let Some(path) = [&path, &yaml[0], &yaml[1]]
        .into_iter()
        .find(|path| folder.has(path))
    {
        let path = safe::line(path);
        bail!(say!(language,
            fr: "`{path}` existe déjà\u{a0}: un décompte figé n'est jamais réécrit\u{202f}; \
                l'effacer d'abord si c'était une erreur",
            en: "`{path}` already exists: frozen counts are never written again; delete it first \
                if it was a mistake"));
    }
    if let Some(record) = network.published(&id) {
        let path = &record.file;
        bail!(say!(language,
            fr: "l'identifiant `{id}` est pris par `{path}`",
            en: "the id `{id}` is taken by `{path}`"));
    }
    Ok(path)
}

/// The folder of the territory that contains all others, else that of the latest publication.
///
/// # Errors
/// Returns an error if the network has neither.
fn home(network: &Network, language: Language) -> Result<String> {
    let settings = &network.settings;
    let whole = settings
        .territory
        .as_ref()
        .and_then(|id| network.territory(id.as_str()))
        .and_then(|record| record.file.rsplit_once('/'));
    let latest = network
        .published
        .iter()
        .max_by_key(|record| record.body.at)
        .and_then(|record| record.file.rsplit_once("/published/"));
    match whole.or(latest) {
        Some((folder, _)) => Ok(folder.to_owned()),
        None => bail!(say!(language,
            fr: "aucun territoire où ranger ces chiffres\u{a0}: nommer dans `apes.toml` celui qui \
                contient les autres (`territory = …`)",
            en: "no territory in which to keep these figures: name in `apes.toml` the one that \
                contains all others (`territory = …`)")),
    }
}

/// The record: every figure of the vocabulary counted on a day, and dynamics by theme.
fn record(network: &Network, language: Language, day: Day, citation: &Value) -> Map<String, Value> {
    let range = DateRange {
        first: day,
        last: day,
    };
    let date = PartialDate::Day(day).format(language);
    let name = say!(language, fr: "Relevé des fiches, {date}", en: "State of the records, {date}");
    let themes = dynamics_by_theme(network, range);
    let mut record = Map::new();
    record.insert("name".to_owned(), json!(name));
    record.insert("at".to_owned(), json!(day.to_string()));
    record.insert("records".to_owned(), json!("complete"));
    record.insert("sources".to_owned(), json!([citation]));
    record.insert("figures".to_owned(), Value::Object(figures(network, range)));
    if !themes.is_empty() {
        record.insert("dynamics_by_theme".to_owned(), Value::Object(themes));
    }
    record
}

fn figures(network: &Network, range: DateRange) -> Map<String, Value> {
    FIGURES
        .iter()
        .filter(|figure| network.vocabulary.word(List::Figures, figure.id).is_some())
        .map(|figure| {
            let count = figure.count(network, range, CountFilter::default());
            (figure.id.to_owned(), json!(count))
        })
        .collect()
}

fn dynamics_by_theme(network: &Network, range: DateRange) -> Map<String, Value> {
    let mut themes = Map::new();
    let Some(figure) = CountableFigure::of("dynamics") else {
        return themes;
    };
    for (id, _) in network.vocabulary.list(List::Themes) {
        let theme = ThemeId::from(id.as_str());
        let narrowed = CountFilter {
            theme: Some(&theme),
            territory: None,
        };
        let count = figure.count(network, range, narrowed);
        if count > 0 {
            themes.insert(id.clone(), json!(count));
        }
    }
    themes
}

/// The count itself as a source, for figures that rest on no other.
fn own_citation(language: Language, today: Day) -> Value {
    let date = PartialDate::Day(today).format(language);
    json!({
        "title": say!(language,
            fr: "Compté dans les fiches du réseau",
            en: "Counted in the network's records"),
        "document": say!(language, fr: "dénombrement du {date}", en: "count of {date}"),
        "year": today.year,
    })
}
