//! `apes schema`: the schemas by which editors complete records.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Args;
use clap::builder::PossibleValuesParser;
use serde_json::{Map, Value as Json, json};

use crate::checks::editor_schemas::{SchemaOptions, schema_text};
use crate::commands::shared::command::{ExitStatus, RunContext, eprint, print};
use crate::commands::shared::files::{write_file, write_new};
use crate::documents::{Limits, kinds};
use crate::language::Language;
use crate::records::{List, Target};
use crate::renderers::safe;
use crate::say;
use crate::sources::Folder;
use crate::workspace::editor_schemas::FOLDER;
use crate::workspace::{self, Workspace};

/// Print the schema of a kind of file, or write all of them, by which editors complete and check
/// records while they are typed; with the words of the network's vocabulary
#[derive(Args)]
pub struct Arguments {
    /// Which schema is printed
    #[arg(
        value_name = "SCHEMA",
        value_parser = PossibleValuesParser::new(kinds()),
        required_unless_present = "write",
        conflicts_with = "write"
    )]
    kind: Option<String>,
    /// Write all schemas into a folder of the workspace, by default `schemas/editor`, where
    /// `apes validate` tells when they are out of date; and name them in the settings of editors
    #[arg(long, value_name = "DIR", num_args = 0..=1, default_missing_value = FOLDER)]
    write: Option<PathBuf>,
    /// Allow only the ids of records that exist
    #[arg(long)]
    ids: bool,
}

/// Files of a kind, as editors are told of them: below the root, by ending.
const PLACES: [(&str, &str); 7] = [
    ("settings", "apes"),
    ("territory", "territories/**/territory"),
    ("actor", "territories/**/actors/*"),
    ("dynamic", "territories/**/dynamics/*"),
    ("published", "territories/**/published/*"),
    ("vocabulary", "schemas/vocabulary"),
    ("charter", "schemas/charter"),
];

/// The file of the shared sources, which is TOML alone, as the settings are.
const SOURCES: (&str, &str) = ("sources", "territories/sources");

/// Prints or writes schemas.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let is_inside = context.folder().is_ok();
    if arguments.write.is_some() || is_inside {
        let (folder, workspace) = context.open()?;
        require_words(workspace)?;
        return answer(arguments, &folder, workspace, context);
    }
    // Outside a workspace, the words are those of Apes.
    let folder = Folder::at(&std::env::current_dir()?);
    let language = context.language();
    let workspace = workspace::load(&folder, Some(language), language);
    answer(arguments, &folder, &workspace, context)
}

fn answer(
    arguments: &Arguments,
    folder: &Folder,
    workspace: &Workspace,
    context: &RunContext,
) -> Result<ExitStatus> {
    let options = SchemaOptions {
        language: workspace.language,
        ids: arguments.ids,
    };
    let network = &workspace.network;
    if let Some(kind) = &arguments.kind {
        print(&schema_text(kind, network, options))?;
        return Ok(ExitStatus::Success);
    }
    let below = arguments
        .write
        .clone()
        .unwrap_or_else(|| PathBuf::from(FOLDER));
    let language = workspace.language;
    let shown = safe::line(&below.to_string_lossy());
    for kind in kinds() {
        let text = schema_text(kind, network, options);
        let name = format!("{kind}.schema.json");
        write_file(&folder.root().join(&below).join(&name), text.as_bytes()).with_context(
            || {
                say!(language,
                fr: "`{shown}` n'a pas pu être écrit",
                en: "`{shown}` could not be written")
            },
        )?;
    }
    let mut told = vec![say!(language,
        fr: "{} schémas écrits dans `{shown}`",
        en: "{} schemas written into `{shown}`",
        kinds().count())];
    told.extend(write_settings(folder, &below, language)?);
    if !context.quiet {
        eprint(&told.join("\n"));
    }
    Ok(ExitStatus::Success)
}

/// Refuses to write schemas that would lack words.
fn require_words(workspace: &Workspace) -> Result<()> {
    let network = &workspace.network;
    let is_whole =
        network.knows_all(Target::Word(List::Themes)) && network.knows_all(Target::Principle);
    if !is_whole {
        bail!(say!(workspace.language,
            fr: "le vocabulaire ou la charte n'a pas pu être lu en entier\u{a0}: `apes validate` \
                dit pourquoi",
            en: "the vocabulary or the charter could not be read whole: `apes validate` says why"));
    }
    Ok(())
}

/// Names the schemas in the settings of editors, where there are none yet; says what was written,
/// and what is left to do by hand.
fn write_settings(folder: &Folder, below: &Path, language: Language) -> Result<Vec<String>> {
    let mut told = Vec::new();
    for (path, text) in settings(below) {
        let shown = safe::line(path);
        let written = folder.root().join(path);
        if !folder.has(path) {
            write_new(&written, text.as_bytes()).with_context(|| {
                say!(language,
                    fr: "`{shown}` n'a pas pu être écrit",
                    en: "`{shown}` could not be written")
            })?;
            told.push(say!(language,
                fr: "`{shown}` les nomme aux éditeurs",
                en: "`{shown}` names them to editors"));
        } else if !folder
            .read(path, Limits::BYTES)
            .is_ok_and(|existing| existing.text.contains(&*below.to_string_lossy()))
        {
            told.push(say!(language,
                fr: "`{shown}` existe et ne les nomme pas\u{202f}; y ajouter\u{a0}:\n{text}",
                en: "`{shown}` exists and does not name them; add to it:\n{text}"));
        }
    }
    Ok(told)
}

/// The settings of editors that name the schemas: for TOML and for YAML.
fn settings(below: &Path) -> [(&'static str, String); 2] {
    let below = below.to_string_lossy().replace('\\', "/");
    let schema = |kind: &str| format!("./{below}/{kind}.schema.json");
    let mut taplo = String::new();
    let mut yaml = Map::new();
    for (kind, place) in PLACES.into_iter().chain([SOURCES]) {
        let path = schema(kind);
        taplo += &format!(
            "[[rule]]\ninclude = [\"{place}.toml\"]\n\n[rule.schema]\nenabled = true\npath = \
             \"{path}\"\n\n"
        );
        if kind != SOURCES.0 && place.starts_with("territories") {
            yaml.insert(
                path,
                json!([format!("{place}.yaml"), format!("{place}.yml")]),
            );
        }
    }
    let yaml = json!({ "yaml.schemas": Json::Object(yaml) });
    let yaml = serde_json::to_string_pretty(&yaml).unwrap_or_default() + "\n";
    [
        (".taplo.toml", taplo.trim_end().to_owned() + "\n"),
        (".vscode/settings.json", yaml),
    ]
}
