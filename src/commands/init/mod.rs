//! `apes init`: a workspace to begin with.

mod answers;
mod arguments;
mod plan;
mod recipes;

pub use arguments::Arguments;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::commands::init::answers::{Answers, answers};
use crate::commands::init::plan::{PlannedFile, plan};
use crate::commands::shared::command::{ExitStatus, RunContext, eprint};
use crate::commands::shared::files;
use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::sources::Folder;
use crate::workspace;

/// Writes the files that are not there yet.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let root = arguments
        .folder
        .clone()
        .or_else(|| context.root().map(Path::to_owned))
        .unwrap_or_else(|| PathBuf::from("."));
    let shown = safe::line(&root.to_string_lossy());
    refuse_among_records(&root, context)?;
    if root.exists() && !root.is_dir() {
        bail!(say!(context.language(),
            fr: "`{shown}` n'est pas un dossier",
            en: "`{shown}` is not a folder"));
    }
    let folder = Folder::at(&root);
    let has_records = folder.has("apes.toml") || folder.has("territories");
    let language = if has_records {
        context.language_in(&folder)
    } else {
        context.language()
    };
    let known = workspace::load(&folder, Some(language), language);
    let answers = if has_records {
        None
    } else {
        Some(answers(arguments, &known.network.vocabulary, language)?)
    };
    let language = answers
        .as_ref()
        .map_or(language, |answers| answers.language);
    let (kept, written): (Vec<PlannedFile>, Vec<PlannedFile>) =
        plan(answers.as_ref(), arguments, &known.network, language)
            .into_iter()
            .partition(|file| folder.has(&file.path));
    let told_own = own_paths(&folder);
    write(&written, &root, language)?;
    if !context.quiet {
        eprint(&told(
            &shown,
            &told_own,
            &written,
            &kept,
            answers.as_ref(),
            language,
        ));
    }
    Ok(ExitStatus::Success)
}

/// What a workspace holds already, one path a line.
fn own_paths(folder: &Folder) -> String {
    let own = ["apes.toml", "territories"].into_iter();
    let own: Vec<String> = own
        .filter(|path| folder.has(path))
        .map(|path| format!("  {path}"))
        .collect();
    own.join("\n")
}

/// Writes files that are not there.
fn write(files: &[PlannedFile], root: &Path, language: Language) -> Result<()> {
    for file in files {
        let target = root.join(&file.path);
        let made = if file.is_program {
            files::write_new_program(&target, file.text.as_bytes())
        } else {
            files::write_new(&target, file.text.as_bytes())
        };
        made.with_context(|| {
            let path = safe::line(&file.path);
            say!(language,
                fr: "`{path}` n'a pas pu être écrit",
                en: "`{path}` could not be written")
        })?;
    }
    Ok(())
}

/// A network among the records of another one would be read as a part of these.
fn refuse_among_records(root: &Path, context: &RunContext) -> Result<()> {
    let here = std::env::current_dir()?.join(root);
    let Some(outer) = Folder::containing(&here) else {
        return Ok(());
    };
    let records = outer.root().join("territories");
    if outer.root() == here || !here.starts_with(&records) {
        return Ok(());
    }
    let language = context.language_in(&outer);
    let records = safe::line(&records.to_string_lossy());
    bail!(say!(language,
        fr: "`{records}` contient les fiches d'un autre réseau\u{a0}: commencer celui-ci ailleurs, \
            `apes init DOSSIER`",
        en: "`{records}` holds the records of another network: begin this one elsewhere, \
            `apes init DIR`"))
}

/// What was written, what was left as it is, and what comes next.
fn told(
    root: &str,
    own: &str,
    written: &[PlannedFile],
    kept: &[PlannedFile],
    answers: Option<&Answers>,
    language: Language,
) -> String {
    let (new, mut old) = (paths(written), paths(kept));
    if !own.is_empty() {
        old = format!("{own}\n{old}");
    }
    let mut blocks = Vec::new();
    if !written.is_empty() {
        blocks.push(say!(language,
            fr: "écrit dans `{root}`\u{a0}:\n{new}",
            en: "written in `{root}`:\n{new}"));
    }
    if !old.trim().is_empty() {
        blocks.push(say!(language,
            fr: "laissé tel quel, car déjà là\u{a0}:\n{old}",
            en: "left as it is, since it was there:\n{old}"));
    }
    if let Some(answers) = answers {
        let into = if root == "." {
            String::new()
        } else {
            format!("  cd {root}\n")
        };
        let code = answers.territory_told(language);
        blocks.push(say!(language,
            fr: "premier territoire\u{a0}: {code}\n\nensuite\u{a0}:\n{into}  apes validate\n  \
                apes new actor \"Nom d'un acteur\"\n  apes new dynamic \"Nom d'une dynamique\"\n  \
                apes report map",
            en: "first territory: {code}\n\nnext:\n{into}  apes validate\n  \
                apes new actor \"Name of an actor\"\n  apes new dynamic \"Name of a dynamic\"\n  \
                apes report map"));
    }
    if written.iter().any(|file| file.is_program) {
        blocks.push(say!(language,
            fr: "pour vérifier les fiches avant chaque commit\u{a0}: \
                git config core.hooksPath .githooks",
            en: "to check the records before each commit: git config core.hooksPath .githooks"));
    }
    blocks.join("\n\n")
}

fn paths(files: &[PlannedFile]) -> String {
    let mut lines: Vec<String> = files
        .iter()
        // Schemas are a dozen files that nobody opens.
        .filter(|file| !file.path.ends_with(".schema.json"))
        .map(|file| format!("  {}", safe::line(&file.path)))
        .collect();
    if files.iter().any(|file| file.path.ends_with(".schema.json")) {
        lines.push("  schemas/editor/".to_owned());
    }
    lines.join("\n")
}
