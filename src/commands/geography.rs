//! `apes geography`: the outlines that a workspace gives itself.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use clap::{Args, ValueEnum};

use crate::commands::shared::command::{ExitStatus, RunContext, eprint};
use crate::commands::shared::output::files::write_whole;
use crate::geography::outline::Outlines;
use crate::geography::workspace_outlines::{self, OutlinesError, WorkspaceOutlines};
use crate::geography::{AreaLevel, topology};
use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::workspace::outlines::{MAX_OUTLINE_BYTES, OUTLINES};

/// Read outlines for maps, finer than the embedded ones or of other departments, into the workspace
#[derive(Args)]
pub struct Arguments {
    /// What to do
    #[arg(value_name = "ACT")]
    act: Act,
    /// An official file of departments, intercommunalities or regions: GeoJSON or TopoJSON, in
    /// degrees or in Lambert-93
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Put them in the place of those that the workspace has
    #[arg(long)]
    replace: bool,
}

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Act {
    /// Add the outlines of a file
    Add,
}

/// Runs it.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let Act::Add = arguments.act;
    let (folder, language) = (context.folder()?, context.language());
    let shown = safe::line(&arguments.file.to_string_lossy());
    if folder.has(OUTLINES) && !arguments.replace {
        bail!(say!(language,
            fr: "l'espace de travail a déjà `{OUTLINES}`\u{a0}: `--replace` le remplace",
            en: "the workspace already has `{OUTLINES}`: `--replace` puts others in its place"));
    }
    let size = fs::metadata(&arguments.file).map(|known| known.len());
    let unread =
        || say!(language, fr: "`{shown}` ne peut pas être lu", en: "`{shown}` cannot be read");
    if size.with_context(unread)? > MAX_OUTLINE_BYTES {
        bail!(refused(&OutlinesError::TooLarge, &shown, language));
    }
    let text = fs::read_to_string(&arguments.file).with_context(unread)?;
    let read = match workspace_outlines::read(&text) {
        Ok(read) => read,
        Err(refusal) => bail!(refused(&refusal, &shown, language)),
    };
    let written = topology::topojson(&read.areas);
    Outlines::parse(&written)?;
    let path = folder.root().join(OUTLINES);
    if let Some(below) = path.parent() {
        fs::create_dir_all(below)?;
    }
    write_whole(&path, written.as_bytes())?;
    if !context.quiet {
        eprint(&told(&read, written.len(), language));
    }
    Ok(ExitStatus::Fine)
}

/// What was added, and what a reader must know of it.
fn told(read: &WorkspaceOutlines, bytes: usize, language: Language) -> String {
    let count = |level| read.areas.iter().filter(|area| area.level == level).count();
    let counts = [
        (
            AreaLevel::Region,
            ["région", "régions", "region", "regions"],
        ),
        (
            AreaLevel::Departement,
            ["département", "départements", "department", "departments"],
        ),
        (
            AreaLevel::Epci,
            [
                "intercommunalité",
                "intercommunalités",
                "intercommunality",
                "intercommunalities",
            ],
        ),
    ];
    let counts = counts
        .map(|(level, words)| (count(level), words))
        .into_iter();
    let counts =
        counts
            .filter(|(count, _)| *count > 0)
            .map(|(count, [one, more, single, several])| {
                let french = language.count(count, one, more);
                let english = language.count(count, single, several);
                say!(language, fr: "{french}", en: "{english}")
            });
    let counts: Vec<String> = counts.collect();
    let (counts, size) = (counts.join(", "), language.number(bytes as u64));
    let mut lines = vec![
        say!(language, fr: "`{OUTLINES}`\u{a0}: {counts}, {size} octets", en: "`{OUTLINES}`: \
            {counts}, {size} bytes"),
    ];
    if !read.completed.is_empty() {
        let names = read.completed.join(", ");
        lines.push(say!(language,
            fr: "départements absents du fichier, pris des contours embarqués (au kilomètre \
                près)\u{a0}: {names}",
            en: "departments that the file leaves out, taken from the embedded outlines (to a \
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
            en: "left aside: {left} (other levels, overseas, twice in the file, or without an \
                official code)"));
    }
    lines.join("\n")
}

fn refused(refusal: &OutlinesError, file: &str, language: Language) -> String {
    match refusal {
        OutlinesError::Json(words) => {
            let words = safe::line(words);
            say!(language, fr: "`{file}` n'est pas du JSON\u{a0}: {words}", en: "`{file}` is no \
                JSON: {words}")
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
            en: "`{file}` holds no outline"),
        OutlinesError::Broken => say!(language,
            fr: "`{file}` est abîmé\u{a0}: un point n'est pas une paire de nombres, ou un arc \
                manque",
            en: "`{file}` is broken: a point is no pair of numbers, or an arc is missing"),
        OutlinesError::NoCode(held) => say!(language,
            fr: "aucun des {held} contours de `{file}` ne porte le code d'un département, d'une \
                intercommunalité ou d'une région (`code`, `code_insee`, `siren_epci`… ou l'`id`)",
            en: "none of the {held} outlines in `{file}` bears the code of a department, an \
                intercommunality or a region (`code`, `code_insee`, `siren_epci`… or the `id`)"),
        OutlinesError::Misplaced(name) => say!(language,
            fr: "dans `{file}`, le contour de {name} n'est pas là où est {name}\u{a0}: vérifier la \
                projection (WGS 84 ou Lambert-93) et l'ordre des coordonnées (longitude, \
                latitude)",
            en: "in `{file}` the outline of {name} is not where {name} is: check the projection \
                (WGS 84 or Lambert-93) and the order of coordinates (longitude, latitude)"),
        OutlinesError::Overseas => say!(language,
            fr: "tous les contours de `{file}` sont outre-mer\u{a0}: la carte l'énumère et ne le \
                dessine pas",
            en: "all outlines in `{file}` lie overseas: maps list what is there and do not draw it"),
        OutlinesError::TooLarge => say!(language,
            fr: "`{file}` est trop grand\u{a0}: prendre des contours simplifiés",
            en: "`{file}` is too large: take simplified outlines"),
    }
}
