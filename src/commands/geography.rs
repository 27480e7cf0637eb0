//! `apes geography`: the outlines that a workspace gives itself.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use clap::{Args, ValueEnum};

use crate::commands::command::{Answer, Settled, mention};
use crate::commands::output::files::write_whole;
use crate::geography::given::{self, Refusal};
use crate::geography::outline::Outlines;
use crate::geography::{Level, topology};
use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::sources::Folder;

/// Where a workspace keeps its outlines.
pub const OUTLINES: &str = "geography/outlines.topojson";

/// Largest file that is read, in bytes.
const MOST: u64 = 128 << 20;

/// Read outlines for maps, finer than the embedded ones or of other departments, into the workspace
#[derive(Args)]
pub struct Arguments {
    /// What to do
    #[arg(value_name = "ACT")]
    act: Act,
    /// An official file of departments and intercommunalities: GeoJSON or TopoJSON, in degrees or in Lambert-93
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
pub fn run(arguments: &Arguments, settled: &Settled) -> Result<Answer> {
    let Act::Add = arguments.act;
    let (folder, language) = (settled.folder()?, settled.language());
    let shown = safe::line(&arguments.file.to_string_lossy());
    if folder.has(OUTLINES) && !arguments.replace {
        bail!(say!(language,
            fr: "l'espace de travail a déjà `{OUTLINES}`\u{a0}: `--replace` le remplace",
            en: "the workspace already has `{OUTLINES}`: `--replace` puts others in its place"));
    }
    let size = fs::metadata(&arguments.file).map(|known| known.len());
    let unread = || say!(language, fr: "`{shown}` ne peut pas être lu", en: "`{shown}` cannot be read");
    if size.with_context(unread)? > MOST {
        bail!(refused(&Refusal::TooLarge, &shown, language));
    }
    let text = fs::read_to_string(&arguments.file).with_context(unread)?;
    let (given, left) = match given::read(&text) {
        Ok(read) => read,
        Err(refusal) => bail!(refused(&refusal, &shown, language)),
    };
    let written = topology::topojson(&given);
    Outlines::read(&written)?;
    let path = folder.root().join(OUTLINES);
    if let Some(below) = path.parent() {
        fs::create_dir_all(below)?;
    }
    write_whole(&path, written.as_bytes())?;
    if !settled.quiet {
        let count = |level| given.iter().filter(|area| area.level == level).count();
        let (departments, communities) = (count(Level::Departement), count(Level::Epci));
        let size = language.number(written.len() as u64);
        mention(&say!(language,
            fr: "`{OUTLINES}`\u{a0}: {departments} départements, {communities} intercommunalités, {size} octets ({left} autres contours laissés de côté)",
            en: "`{OUTLINES}`: {departments} departments, {communities} intercommunalities, {size} bytes ({left} other outlines left aside)"));
    }
    Ok(Answer::Fine)
}

fn refused(refusal: &Refusal, file: &str, language: Language) -> String {
    match refusal {
        Refusal::Json(words) => {
            let words = safe::line(words);
            say!(language, fr: "`{file}` n'est pas du JSON\u{a0}: {words}", en: "`{file}` is no JSON: {words}")
        }
        Refusal::Form => say!(language,
            fr: "`{file}` n'est ni une FeatureCollection de GeoJSON, ni une Topology de TopoJSON",
            en: "`{file}` is neither a FeatureCollection of GeoJSON nor a Topology of TopoJSON"),
        Refusal::Projection => say!(language,
            fr: "les coordonnées de `{file}` ne sont ni des degrés (WGS 84), ni des mètres de Lambert-93 (EPSG\u{a0}2154)",
            en: "the coordinates of `{file}` are neither degrees (WGS 84) nor metres of Lambert-93 (EPSG:2154)"),
        Refusal::NoDepartment => say!(language,
            fr: "aucun contour de `{file}` ne porte le code d'un département (`code`, `code_insee`, `insee_dep`… ou l'`id`)",
            en: "no outline in `{file}` bears the code of a department (`code`, `code_insee`, `insee_dep`… or the `id`)"),
        Refusal::TooLarge => say!(language,
            fr: "`{file}` est trop grand\u{a0}: prendre des contours simplifiés",
            en: "`{file}` is too large: take simplified outlines"),
    }
}

/// The outlines of a workspace, where it has any; they live as long as the program.
///
/// # Errors
/// Where they cannot be read: a map on other outlines would not be the one asked for.
pub fn outlines(folder: &Folder, language: Language) -> Result<Option<&'static Outlines>> {
    if !folder.has(OUTLINES) {
        return Ok(None);
    }
    let broken = || {
        say!(language,
            fr: "`{OUTLINES}` ne peut pas être lu\u{202f}; `apes geography add FICHIER --replace` l'écrit à neuf",
            en: "`{OUTLINES}` cannot be read; `apes geography add FILE --replace` writes it anew")
    };
    let text = folder.read(OUTLINES, MOST).ok().with_context(broken)?;
    let outlines = Outlines::read(&text.text).with_context(broken)?;
    Ok(Some(Box::leak(Box::new(outlines))))
}
