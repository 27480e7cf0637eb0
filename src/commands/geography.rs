//! `apes geography`: a workspace's own outlines for maps.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use clap::{Args, ValueEnum};

use crate::commands::shared::command::{ExitStatus, RunContext, eprint};
use crate::commands::shared::files::Writing;
use crate::geography::outline::Outlines;
use crate::geography::workspace_outlines::{self, OutlinesError, WorkspaceOutlines};
use crate::geography::{AreaLevel, topology};
use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::sources::{Folder, UnreadReason};
use crate::workspace;
use crate::workspace::outlines::{MAX_OUTLINE_BYTES, OUTLINES};

/// Add outlines for maps to the workspace, finer than the embedded ones or of other departments
#[derive(Args)]
pub struct Arguments {
    /// The action
    #[arg(value_name = "ACT")]
    action: Action,
    /// An official file of departments, intercommunalities or regions: GeoJSON or TopoJSON, in
    /// degrees or in Lambert-93
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Replace the outlines of the workspace
    #[arg(long)]
    replace: bool,
}

/// The actions on outlines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Action {
    /// Add the outlines of a file
    Add,
}

/// Adds the outlines of a file to the workspace.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let Action::Add = arguments.action;
    let folder = context.folder()?;
    let language = context
        .requested_language
        .or_else(|| workspace::language_of(&folder))
        .unwrap_or(context.machine_language);
    if folder.has(OUTLINES) && !arguments.replace {
        bail!(say!(language,
            fr: "l'espace de travail a déjà `{OUTLINES}`\u{a0}: `--replace` le remplace",
            en: "the workspace already has `{OUTLINES}`: `--replace` replaces it"));
    }
    let read = read(&arguments.file, language)?;
    let topojson = topology::topojson(&read.areas);
    // Read back as a report will read it, before anything is written.
    Outlines::parse(&topojson)?;
    write(&folder, topojson.as_bytes(), language)?;
    if !context.quiet {
        eprint(&summary(&read, topojson.len(), language));
    }
    Ok(ExitStatus::Success)
}

/// Reads an official file of outlines.
///
/// # Errors
/// Returns an error if the file cannot be read, or holds no outlines that a map can use.
fn read(file: &Path, language: Language) -> Result<WorkspaceOutlines> {
    let shown = safe::line(&file.to_string_lossy());
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = Folder::at(folder.unwrap_or(Path::new(".")));
    let source = match folder.read(&name, MAX_OUTLINE_BYTES) {
        Ok(source) => source,
        Err(unread) => bail!(unread_sentence(&unread.why, &shown, language)),
    };
    if source.foreign.is_some() {
        bail!(say!(language,
            fr: "`{shown}` n'est pas enregistré en UTF-8",
            en: "`{shown}` is not saved as UTF-8"));
    }
    workspace_outlines::read(&source.text)
        .map_err(|refusal| anyhow!(refusal_sentence(&refusal, &shown, language)))
}

/// Writes the outlines of a workspace, whose folder is made if it is not there.
///
/// # Errors
/// Returns an error if the folder is a link, or the system refuses.
fn write(folder: &Folder, bytes: &[u8], language: Language) -> Result<()> {
    let path = folder.root().join(OUTLINES);
    let mut writing = Writing::default();
    let written = if folder.is_behind_link(OUTLINES) {
        Err(std::io::ErrorKind::NotADirectory.into())
    } else if folder.has(OUTLINES) {
        writing.replace(&path, bytes)
    } else {
        writing.create(&path, bytes)
    };
    written
        .and_then(|()| writing.finish().map_err(|(_, error)| error))
        .with_context(|| {
            say!(language,
                fr: "`{OUTLINES}` n'a pas pu être écrit",
                en: "`{OUTLINES}` could not be written")
        })
}

/// The reason why a file was not read.
fn unread_sentence(why: &UnreadReason, file: &str, language: Language) -> String {
    match why {
        UnreadReason::Link => say!(language,
            fr: "`{file}` est un lien symbolique, qui n'est pas suivi\u{a0}: nommer le fichier \
                lui-même",
            en: "`{file}` is a symbolic link, which is not followed: name the file itself"),
        UnreadReason::Special => say!(language,
            fr: "`{file}` n'est pas un fichier ordinaire\u{a0}: il n'est pas ouvert",
            en: "`{file}` is not an ordinary file: it is not opened"),
        UnreadReason::TooLarge(_) | UnreadReason::TooMany => {
            refusal_sentence(&OutlinesError::TooLarge, file, language)
        }
        UnreadReason::Refused(kind, words) | UnreadReason::Exhausted(kind, words) => {
            let words = language.describe_os_error(*kind, words);
            say!(language,
                fr: "`{file}` ne peut pas être lu · {words}",
                en: "`{file}` cannot be read · {words}")
        }
    }
}

/// The levels of outlines that are counted: singular and plural, in French, then in English.
const LEVELS: [(AreaLevel, [(&str, &str); 2]); 3] = [
    (
        AreaLevel::Region,
        [("région", "régions"), ("region", "regions")],
    ),
    (
        AreaLevel::Departement,
        [
            ("département", "départements"),
            ("department", "departments"),
        ],
    ),
    (
        AreaLevel::Epci,
        [
            ("intercommunalité", "intercommunalités"),
            ("intercommunality", "intercommunalities"),
        ],
    ),
];

/// The outlines added, by level, and those that were completed or left out.
fn summary(read: &WorkspaceOutlines, bytes: usize, language: Language) -> String {
    let (counts, size) = (counts(read, language), language.number(bytes as u64));
    let mut lines = vec![say!(language,
        fr: "`{OUTLINES}`\u{a0}: {counts}, {size} octets",
        en: "`{OUTLINES}`: {counts}, {size} bytes")];
    if !read.completed.is_empty() {
        let names = read.completed.join(", ");
        lines.push(say!(language,
            fr: "départements absents du fichier, repris des contours du programme (au kilomètre \
                près)\u{a0}: {names}",
            en: "departments missing from the file, taken from the embedded outlines (to a \
                kilometre): {names}"));
    }
    if !read.self_crossing.is_empty() {
        let names = read.self_crossing.join(", ");
        lines.push(say!(language,
            fr: "contours qui se croisent eux-mêmes, dessinés tels quels\u{a0}: {names}",
            en: "outlines that cross themselves, drawn as they are: {names}"));
    }
    if read.skipped > 0 {
        let left = read.skipped;
        lines.push(say!(language,
            fr: "laissés de côté\u{a0}: {left} (autres niveaux, outre-mer, doublons, ou sans code \
                officiel)",
            en: "left out: {left} (other levels, overseas, duplicates, or without an official \
                code)"));
    }
    lines.join("\n")
}

fn counts(read: &WorkspaceOutlines, language: Language) -> String {
    let mut counts = Vec::new();
    for (level, [french, english]) in LEVELS {
        let count = read.areas.iter().filter(|area| area.level == level).count();
        let (one, several) = match language {
            Language::French => french,
            Language::English => english,
        };
        if count > 0 {
            counts.push(language.count(count, one, several));
        }
    }
    counts.join(", ")
}

/// The reason why a file was refused, with what to do.
fn refusal_sentence(refusal: &OutlinesError, file: &str, language: Language) -> String {
    match refusal {
        OutlinesError::Json(reason) => {
            let reason = safe::line(reason);
            say!(language,
                fr: "`{file}` n'est pas du JSON\u{a0}: {reason}",
                en: "`{file}` is not JSON: {reason}")
        }
        OutlinesError::Form => say!(language,
            fr: "`{file}` n'est ni une FeatureCollection de GeoJSON, ni une Topology de TopoJSON",
            en: "`{file}` is neither a FeatureCollection of GeoJSON nor a Topology of TopoJSON"),
        OutlinesError::Projection => say!(language,
            fr: "les coordonnées de `{file}` ne sont ni des degrés (WGS 84), ni des mètres de \
                Lambert-93 (EPSG\u{a0}2154)",
            en: "the coordinates of `{file}` are neither degrees (WGS 84) nor metres of Lambert-93 \
                (EPSG:2154)"),
        OutlinesError::Empty => say!(language,
            fr: "`{file}` ne contient aucun contour",
            en: "`{file}` contains no outline"),
        OutlinesError::Broken => say!(language,
            fr: "`{file}` est endommagé\u{a0}: un point n'est pas une paire de nombres, ou un arc \
                manque",
            en: "`{file}` is damaged: a point is not a pair of numbers, or an arc is missing"),
        OutlinesError::NoCode(count) => say!(language,
            fr: "aucun des {count} contours de `{file}` ne porte le code d'un département, d'une \
                intercommunalité ou d'une région (`code`, `code_insee`, `siren_epci`… ou l'`id`)",
            en: "none of the {count} outlines in `{file}` has the code of a department, an \
                intercommunality or a region (`code`, `code_insee`, `siren_epci`… or the `id`)"),
        OutlinesError::Misplaced(name) => say!(language,
            fr: "dans `{file}`, le contour de {name} n'est pas là où est {name}\u{a0}: vérifier la \
                projection (WGS 84 ou Lambert-93) et l'ordre des coordonnées (longitude, \
                latitude)",
            en: "in `{file}` the outline of {name} is not where {name} is: check the projection \
                (WGS 84 or Lambert-93) and the order of coordinates (longitude, latitude)"),
        OutlinesError::Overseas => say!(language,
            fr: "tous les contours de `{file}` sont outre-mer\u{a0}: la carte énumère ces \
                territoires sans les dessiner",
            en: "all outlines in `{file}` are overseas: maps list those territories without \
                drawing them"),
        OutlinesError::TooLarge => say!(language,
            fr: "`{file}` est trop grand\u{a0}: choisir des contours simplifiés",
            en: "`{file}` is too large: choose simplified outlines"),
    }
}
