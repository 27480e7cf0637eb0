//! A record of a draft, edited through its tree.

use anyhow::{Result, bail};

use crate::commands::shared::draft::Draft;
use crate::documents::Node;
use crate::edits::{Change, Refusal, edit_all};
use crate::language::Language;
use crate::renderers::safe;
use crate::say;
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
    match edit_all(source, &changes(&tree)?) {
        Ok(text) => draft.write(file, &text),
        Err(refusal) => bail!(refused(file, &refusal, language)),
    }
    Ok(())
}

fn refused(file: &str, refusal: &Refusal, language: Language) -> String {
    let (file, why) = (safe::line(file), refusal.sentence(language));
    say!(language,
        fr: "`{file}` n'est pas modifié\u{a0}: {why}",
        en: "`{file}` is not changed: {why}")
}
