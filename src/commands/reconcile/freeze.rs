//! What the records give at the end of a year, written as a record of published figures, as ledgers
//! write balances.

use anyhow::{Context as _, Result, bail};
use serde_json::{Map, Value, json};

use crate::calendar::{DateRange, Day};
use crate::commands::shared::command::{ExitStatus, RunContext, did_you_mean, eprint};
use crate::commands::shared::output::files::write_new;
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

/// Writes the record, or refuses.
pub fn run(
    year: u16,
    source: Option<&str>,
    folder: &Folder,
    workspace: &Workspace,
    context: &RunContext,
) -> Result<ExitStatus> {
    let (network, language) = (&workspace.network, workspace.language);
    if year > context.today.year {
        bail!(
            say!(language, fr: "l'année {year} n'a pas commencé", en: "the year {year} has not \
                begun")
        );
    }
    if !network.is_intact() {
        bail!(say!(language,
            fr: "des fichiers n'ont pas pu être lus (`apes validate` les nomme)\u{a0}: rien ne \
                peut être figé",
            en: "some files could not be read (`apes validate` names them): nothing can be frozen"));
    }
    known(source, network, language)?;
    let home = home(network, language)?;
    let id = format!("fiches-{year}");
    let taken = ["toml", "yaml", "yml"].map(|ending| format!("{home}/published/{id}.{ending}"));
    if let Some(path) = taken.iter().find(|path| folder.has(path)) {
        let path = safe::line(path);
        bail!(say!(language,
            fr: "`{path}` existe déjà\u{a0}: ce qui fut figé ne se réécrit pas\u{202f}; l'effacer \
                d'abord si c'était une erreur",
            en: "`{path}` is already there: what was frozen is not written again; delete it first \
                if it was a mistake"));
    }
    if let Some(known) = network.published(&id) {
        let path = &known.file;
        bail!(
            say!(language, fr: "l'identifiant `{id}` est pris par `{path}`", en: "the id `{id}` is \
                taken by `{path}`")
        );
    }
    let day = Day::last_of(year).min(context.today);
    let text = as_toml(&record(network, language, day, source, context.today));
    let path = &taken[0];
    write_new(&folder.root().join(path), text.as_bytes()).with_context(
        || say!(language, fr: "`{path}` n'a pas pu être écrit", en: "`{path}` could not be written"),
    )?;
    if !context.quiet {
        let day = crate::calendar::PartialDate::Day(day).format(language);
        eprint(&say!(language,
            fr: "`{path}` écrit\u{a0}: ce que les fiches donnent au {day}",
            en: "`{path}` written: what the records give on {day}"));
    }
    Ok(ExitStatus::Fine)
}

/// Refuses a source that the network does not have.
fn known(source: Option<&str>, network: &Network, language: Language) -> Result<()> {
    if let Some(source) = source.filter(|source| !network.sources.contains_key(*source)) {
        let near = did_you_mean(
            nearest(source, network.sources.keys().map(SourceId::as_str)),
            language,
        );
        let source = safe::line(source);
        bail!(
            say!(language, fr: "source inconnue\u{a0}: `{source}`{near}", en: "unknown source: \
                `{source}`{near}")
        );
    }
    Ok(())
}

/// The folder of the territory that holds all others, else of what was published last.
fn home(network: &Network, language: Language) -> Result<String> {
    let whole = network
        .settings
        .territory
        .as_ref()
        .and_then(|id| network.territory(id.as_str()));
    let above = whole
        .and_then(|record| record.file.rsplit_once('/'))
        .map(|(folder, _)| folder.to_owned());
    let last = || {
        let record = network
            .published
            .iter()
            .max_by_key(|record| record.body.at)?;
        record
            .file
            .rsplit_once("/published/")
            .map(|(folder, _)| folder.to_owned())
    };
    above.or_else(last).with_context(|| {
        say!(language,
            fr: "aucun territoire où ranger ces chiffres\u{a0}: nommer dans `apes.toml` celui qui \
                contient les autres (`territory = …`)",
            en: "no territory in which to keep these figures: name in `apes.toml` the one that \
                holds all others (`territory = …`)")
    })
}

fn record(
    network: &Network,
    language: Language,
    day: Day,
    source: Option<&str>,
    today: Day,
) -> Map<String, Value> {
    let on = DateRange {
        first: day,
        last: day,
    };
    let told = crate::calendar::PartialDate::Day(day).format(language);
    let count =
        |figure: &CountableFigure, narrowed: CountFilter| figure.count(network, on, narrowed);
    let known = FIGURES
        .iter()
        .filter(|figure| network.vocabulary.word(List::Figures, figure.id).is_some());
    let figures = known.map(|figure| {
        (
            figure.id.to_owned(),
            json!(count(figure, CountFilter::default())),
        )
    });
    let figures: Map<String, Value> = figures.collect();
    let mut themes = Map::new();
    for (id, _) in network.vocabulary.list(List::Themes) {
        let theme = ThemeId::from(id.as_str());
        let narrowed = CountFilter {
            theme: Some(&theme),
            territory: None,
        };
        let count: u64 =
            CountableFigure::of("dynamics").map_or(0, |figure| count(figure, narrowed));
        if count > 0 {
            themes.insert(id.clone(), json!(count));
        }
    }
    let source = cited(language, source, today);
    let mut record = Map::new();
    record.insert(
        "name".to_owned(),
        json!(say!(language, fr: "Relevé des fiches, {told}", en: "State of the records, {told}")),
    );
    record.insert("at".to_owned(), json!(day.to_string()));
    record.insert("records".to_owned(), json!("complete"));
    record.insert("sources".to_owned(), json!([source]));
    record.insert("figures".to_owned(), Value::Object(figures));
    if !themes.is_empty() {
        record.insert("dynamics_by_theme".to_owned(), Value::Object(themes));
    }
    record
}

/// The source asked for, else the count itself, told as what it is.
fn cited(language: Language, source: Option<&str>, today: Day) -> Value {
    let counted_on = crate::calendar::PartialDate::Day(today).format(language);
    match source {
        Some(id) => json!(id),
        None => json!({
            "title": say!(language, fr: "Compté dans les fiches du réseau", en: "Counted in the \
                network's records"),
            "document": say!(language, fr: "dénombrement du {counted_on}", en: "count of \
                {counted_on}"),
            "year": today.year,
        }),
    }
}
