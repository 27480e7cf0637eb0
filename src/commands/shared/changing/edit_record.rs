//! A record of a draft, edited through its tree.

use anyhow::{Result, bail};

use crate::commands::shared::draft::Draft;
use crate::documents::Node;
use crate::edits::{Change, Refusal, edit_all};
use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::sources::Source;
use crate::workspace;

/// Makes the changes that a function derives from the tree of a file, in which values have the
/// types of their schema.
///
/// # Errors
/// Returns an error if the file cannot be read, or a change cannot be made.
pub fn edit_record(
    draft: &mut Draft,
    file: &str,
    language: Language,
    changes: impl FnOnce(&Node) -> Result<Vec<Change>>,
) -> Result<()> {
    let source = draft.read(file);
    let tree = source
        .as_ref()
        .and_then(|source| workspace::checked_tree(source, language));
    let (Some(source), Some(tree)) = (&source, tree) else {
        bail!(refused(file, &Refusal::Unreadable, language));
    };
    let changes = changes(&tree)?;
    apply_changes(draft, source, &changes, language)
}

/// Makes changes in a text of a draft.
///
/// # Errors
/// Returns an error if a change cannot be made.
pub fn apply_changes(
    draft: &mut Draft,
    source: &Source,
    changes: &[Change],
    language: Language,
) -> Result<()> {
    match edit_all(source, changes) {
        Ok(text) => draft.write(&source.path, &text),
        Err(refusal) => bail!(refused(&source.path, &refusal, language)),
    }
    Ok(())
}

fn refused(file: &str, refusal: &Refusal, language: Language) -> String {
    let (file, why) = (safe::line(file), refusal.sentence(language));
    say!(language,
        fr: "`{file}` n'est pas modifié\u{a0}: {why}",
        en: "`{file}` is not changed: {why}")
}
