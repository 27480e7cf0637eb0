//! The steps from one format of workspaces to the next.

use anyhow::{Result, bail};

use crate::commands::shared::changing::apply_changes;
use crate::commands::shared::draft::Draft;
use crate::documents::{self, Node, Reading, Syntax};
use crate::edits::{Change, NewValue};
use crate::language::{Bilingual, Language};
use crate::renderers::safe;
use crate::route;
use crate::say;
use crate::sources::Folder;
use crate::workspace::{self, FORMAT};

/// What changes from one format to the next.
pub struct Step {
    /// The format before.
    pub from: u16,
    /// What changes, in one line.
    pub about: Bilingual,
    /// The changes of a file, from the name of its schema and its tree.
    pub changes: fn(&str, &Node) -> Vec<Change>,
}

/// Every step, in order. Format 1 is the first that was published, so that there is none yet.
pub const STEPS: &[Step] = &[];

/// A workspace of an older format, brought to a format by the steps that lead there.
///
/// # Errors
/// Returns an error if a file cannot be read or edited.
pub fn migrated(
    folder: &Folder,
    formats: (u64, u16),
    steps: &[Step],
    language: Language,
) -> Result<Draft> {
    let mut draft = Draft::of(folder);
    for step in steps_between(steps, formats) {
        for path in paths(folder) {
            edit(&mut draft, &path, step.changes, language)?;
        }
    }
    let format = NewValue::Number(formats.1.to_string());
    edit_settings(&mut draft, format, language)?;
    Ok(draft)
}

/// The steps from a format to another one.
pub fn steps_between(steps: &[Step], (from, to): (u64, u16)) -> impl Iterator<Item = &Step> {
    steps
        .iter()
        .filter(move |step| u64::from(step.from) >= from && step.from < to)
}

/// The steps of this program from a format to its own.
pub fn own_steps(from: u64) -> impl Iterator<Item = &'static Step> {
    steps_between(STEPS, (from, FORMAT))
}

/// The files of a workspace that the program reads, but for prose.
fn paths(folder: &Folder) -> Vec<String> {
    let shared = [
        "apes.toml",
        "schemas/vocabulary.toml",
        "schemas/charter.toml",
    ];
    let shared = shared.into_iter().filter(|path| folder.has(path));
    let records = folder.list("territories").into_iter().flatten();
    let all = shared.map(str::to_owned).chain(records);
    all.filter(|path| Syntax::of(path).is_some()).collect()
}

fn edit(
    draft: &mut Draft,
    path: &str,
    changes: fn(&str, &Node) -> Vec<Change>,
    language: Language,
) -> Result<()> {
    let Some(source) = draft.read(path) else {
        bail!(unreadable(path, language));
    };
    let reading = Reading {
        source: &source,
        syntax: Syntax::of(path).unwrap_or(Syntax::Toml),
        language,
    };
    let Some(tree) = documents::read(&reading).0 else {
        bail!(unreadable(path, language));
    };
    let changes = changes(workspace::schema_at(path), &tree);
    apply_changes(draft, &source, &changes, language)
}

fn edit_settings(draft: &mut Draft, format: NewValue, language: Language) -> Result<()> {
    let Some(source) = draft.read("apes.toml") else {
        bail!(unreadable("apes.toml", language));
    };
    let change = Change::Set(route!["format"], format);
    apply_changes(draft, &source, &[change], language)
}

fn unreadable(path: &str, language: Language) -> String {
    let path = safe::line(path);
    say!(language,
        fr: "`{path}` ne peut pas être lu\u{a0}: le corriger d'abord\u{202f}; rien n'a été écrit",
        en: "`{path}` cannot be read: correct it first; nothing was written")
}
