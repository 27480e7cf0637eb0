//! A workspace as it was at a revision, for any command, or the reason why it cannot be read.

use crate::language::Language;
#[cfg(feature = "history")]
use crate::records::{FileKind, classify_path};
use crate::say;
use crate::sources::Folder;
#[cfg(feature = "history")]
use crate::sources::revision::{self, Meant, RevisionError};
#[cfg(feature = "history")]
use crate::workspace::commit::MAX_BYTES;
#[cfg(feature = "history")]
use crate::workspace::outlines::OUTLINES;

/// The folder of a workspace with the files of a revision: `main`, `v2024`, `HEAD~3`, a commit.
///
/// # Errors
/// Returns a sentence if the revision cannot be read.
#[cfg(feature = "history")]
pub fn folder_at(folder: &Folder, name: &str, language: Language) -> Result<Folder, String> {
    read(folder, name, Meant::Revision, language)
}

/// Likewise, as it was where what is checked out forked from a revision: what a merge request
/// changes is compared with that.
///
/// # Errors
/// Returns a sentence if the revision cannot be read.
#[cfg(feature = "history")]
pub fn folder_before(folder: &Folder, name: &str, language: Language) -> Result<Folder, String> {
    read(folder, name, Meant::WhereItForked, language)
}

/// The folder of a workspace at a revision: none, since this program was built without `history`.
///
/// # Errors
/// Always returns a sentence.
#[cfg(not(feature = "history"))]
pub fn folder_at(_: &Folder, _: &str, language: Language) -> Result<Folder, String> {
    Err(say!(language,
        fr: "ce programme a été construit sans `history`\u{a0}: il ne lit pas git",
        en: "this program was built without `history`: it does not read git"))
}

/// Likewise.
///
/// # Errors
/// Always returns a sentence.
#[cfg(not(feature = "history"))]
pub fn folder_before(folder: &Folder, name: &str, language: Language) -> Result<Folder, String> {
    folder_at(folder, name, language)
}

#[cfg(feature = "history")]
fn read(folder: &Folder, name: &str, meant: Meant, language: Language) -> Result<Folder, String> {
    revision::folder_at(folder, name, meant, MAX_BYTES, is_read)
        .map(|at| at.folder)
        .map_err(|error| sentence(error, name, language))
}

/// Whether a workspace may read a file, by its path below the root: records, settings, outlines,
/// and any charter or vocabulary that another is laid over.
#[cfg(feature = "history")]
fn is_read(path: &str) -> bool {
    if path.starts_with("territories/") {
        return !matches!(classify_path(path), Ok(FileKind::Litter));
    }
    let is_text = path
        .rsplit_once('.')
        .is_some_and(|(_, ending)| matches!(ending, "toml" | "yaml" | "yml"));
    path == OUTLINES || is_text && !path.split('/').any(|part| part.starts_with('.'))
}

#[cfg(feature = "history")]
fn sentence(error: RevisionError, name: &str, language: Language) -> String {
    match error {
        RevisionError::NoRepository => say!(language,
            fr: "ce dossier n'est pas dans un dépôt git lisible\u{a0}: il n'y a pas de `{name}` à \
                comparer",
            en: "this folder is in no git repository that can be read: there is no `{name}` to \
                compare with"),
        RevisionError::Unknown { is_shallow: true } => say!(language,
            fr: "`{name}` n'est pas dans ce clone, qui n'a qu'une partie de l'historique\u{a0}: \
                le demander (`git fetch --unshallow`, ou dans l'intégration continue \
                `fetch-depth: 0` sur GitHub et Forgejo, `GIT_DEPTH: 0` sur GitLab)",
            en: "`{name}` is not in this clone, which has a part of the history only: fetch it \
                (`git fetch --unshallow`, or in continuous integration `fetch-depth: 0` on GitHub \
                and Forgejo, `GIT_DEPTH: 0` on GitLab)"),
        RevisionError::Unknown { is_shallow: false } => say!(language,
            fr: "git ne connaît pas de révision `{name}` ici (une branche distante s'écrit \
                `origin/{name}`)",
            en: "git knows no revision `{name}` here (a remote branch is written \
                `origin/{name}`)"),
        RevisionError::NoWorkspace => say!(language,
            fr: "la révision `{name}` n'a pas les fichiers de cet espace de travail",
            en: "the revision `{name}` does not have the files of this workspace"),
        RevisionError::Unreadable => say!(language,
            fr: "la révision `{name}` ne se lit pas en entier\u{a0}: il en manque dans ce clone, \
                ou le dépôt est abîmé",
            en: "the revision `{name}` cannot be read whole: this clone lacks some of it, or the \
                repository is damaged"),
        RevisionError::Slow => say!(language,
            fr: "le dépôt git ne répond pas\u{a0}: la révision `{name}` n'a pas été lue",
            en: "the git repository does not answer: the revision `{name}` was not read"),
    }
}
