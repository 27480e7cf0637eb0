//! Changed files of a workspace, before they are written.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};

use crate::commands::shared::files::{self, Writing};
use crate::documents::Limits;
use crate::language::Language;
use crate::renderers::safe;
use crate::renderers::unified_diff::unified_diff;
use crate::say;
use crate::sources::{Folder, Source};

/// The mark with which some editors begin a file, which texts leave out.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Files that differ from those on disk.
pub struct Draft {
    folder: Folder,
    /// New bytes by path; `None` for a file that is to be removed.
    files: BTreeMap<String, Option<Vec<u8>>>,
    /// The path on disk of each file that moves, by its new path.
    moved: BTreeMap<String, String>,
    /// Bytes on disk by path, as they were when the file was first changed here; `None` for a file
    /// that was not there.
    before: BTreeMap<String, Option<Vec<u8>>>,
}

impl Draft {
    /// A draft without changes.
    #[must_use]
    pub fn of(folder: &Folder) -> Self {
        Self {
            folder: folder.clone(),
            files: BTreeMap::new(),
            moved: BTreeMap::new(),
            before: BTreeMap::new(),
        }
    }

    /// The text of a file as it would be; `None` if it cannot be read, or is not in UTF-8 and can
    /// therefore not be edited.
    #[must_use]
    pub fn read(&self, path: &str) -> Option<Source> {
        let source = Source::from_bytes(path, self.bytes(path)?);
        source.foreign.is_none().then_some(source)
    }

    /// The bytes of a file as they would be.
    fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        match self.files.get(path) {
            Some(bytes) => bytes.clone(),
            None => self.folder.bytes(path, Limits::BYTES).ok(),
        }
    }

    /// Gives a file a text, behind the mark that it may begin with.
    pub fn write(&mut self, path: &str, text: &str) {
        let before = self.bytes(path).unwrap_or_default();
        let has_mark = before.starts_with(BYTE_ORDER_MARK.as_bytes());
        let mark = if has_mark { BYTE_ORDER_MARK } else { "" };
        let bytes = format!("{mark}{text}").into_bytes();
        let on_disk = self.on_disk(path);
        if on_disk.as_ref() == Some(&bytes) {
            self.files.remove(path);
        } else {
            self.files.insert(path.to_owned(), Some(bytes));
        }
    }

    /// The bytes of a file on disk, as they were when they were first asked for here.
    fn on_disk(&mut self, path: &str) -> Option<Vec<u8>> {
        let read = || self.folder.bytes(path, Limits::BYTES).ok();
        self.before
            .entry(path.to_owned())
            .or_insert_with(read)
            .clone()
    }

    /// Moves a file, as it would be, to a path that must be free.
    ///
    /// # Errors
    /// Returns an error if the file cannot be read, or the path is taken.
    pub fn move_file(&mut self, from: &str, to: &str, language: Language) -> Result<()> {
        if self.folder.has(to) {
            let to = safe::line(to);
            bail!(say!(language,
                fr: "`{to}` existe déjà",
                en: "`{to}` exists already"));
        }
        let Some(bytes) = self.bytes(from) else {
            let from = safe::line(from);
            bail!(say!(language,
                fr: "`{from}` ne peut pas être lu",
                en: "`{from}` cannot be read"));
        };
        self.on_disk(from);
        self.files.insert(to.to_owned(), Some(bytes));
        self.files.insert(from.to_owned(), None);
        self.moved.insert(to.to_owned(), from.to_owned());
        Ok(())
    }

    /// Moves all files of a folder.
    ///
    /// # Errors
    /// Returns an error if a file cannot be read, or its new path is taken.
    pub fn move_folder(&mut self, from: &str, to: &str, language: Language) -> Result<()> {
        if self.folder.has(to) {
            let to = safe::line(to);
            bail!(say!(language,
                fr: "le dossier `{to}` existe déjà",
                en: "the folder `{to}` exists already"));
        }
        for listed in self.folder.list(from) {
            // A link or a device cannot be read, which is the error to report.
            let path = listed.unwrap_or_else(|unread| unread.path);
            let inside = path.strip_prefix(from).unwrap_or_default();
            self.move_file(&path, &format!("{to}{inside}"), language)?;
        }
        Ok(())
    }

    /// The path that a file has on disk.
    #[must_use]
    pub fn path_on_disk<'p>(&'p self, path: &'p str) -> &'p str {
        self.moved.get(path).map_or(path, String::as_str)
    }

    /// The path that a file of the disk would have.
    #[must_use]
    pub fn new_path<'p>(&'p self, path: &'p str) -> &'p str {
        let moved = self.moved.iter().find(|(_, from)| *from == path);
        moved.map_or(path, |(to, _)| to)
    }

    /// Paths of the files that are written.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let written = self.files.iter().filter(|(_, bytes)| bytes.is_some());
        written.map(|(path, _)| path.as_str())
    }

    /// Paths of the files that are removed, and not moved elsewhere.
    pub fn removed_paths(&self) -> impl Iterator<Item = &str> {
        let gone = self.files.iter().filter(|(path, bytes)| {
            bytes.is_none() && !self.moved.values().any(|from| from == *path)
        });
        gone.map(|(path, _)| path.as_str())
    }

    /// Removes a file.
    pub fn remove_file(&mut self, path: &str) {
        self.files.insert(path.to_owned(), None);
    }

    /// The folder as it would be.
    #[must_use]
    pub fn folder(&self) -> Folder {
        self.folder.with_unsaved(self.files.clone())
    }

    /// What would change, as a unified diff.
    #[must_use]
    pub fn diff(&self) -> String {
        let mut diff = String::new();
        for (path, bytes) in &self.files {
            let from = self.path_on_disk(path);
            let is_source = bytes.is_none() && self.moved.values().any(|from| from == path);
            if is_source {
                continue;
            }
            let before = self.folder.read(from, Limits::BYTES).ok();
            let after = bytes
                .as_ref()
                .map(|bytes| Source::from_bytes(path, &bytes[..]));
            if from != path {
                let (from, to) = (safe::line(from), safe::line(path));
                diff.push_str(&format!("rename from {from}\nrename to {to}\n"));
            }
            diff.push_str(&unified_diff(
                before.as_ref().map(|source| (from, &*source.text)),
                after.as_ref().map(|source| (&**path, &*source.text)),
            ));
        }
        diff
    }

    /// Writes all changed files, each of them whole, then removes those that are to go. None is
    /// touched until all new ones are on the disk.
    ///
    /// # Errors
    /// Returns an error if a file has been changed by somebody else since it was read, or the
    /// system refuses.
    pub fn save(&self, language: Language) -> Result<()> {
        let root = self.folder.root();
        // Another run that writes here has its turn first.
        let _turn = files::turn(root);
        take_away_left(&self.folder);
        let mut writing = Writing::default();
        for (path, bytes) in &self.files {
            let Some(bytes) = bytes else { continue };
            let target = root.join(path);
            let staged = match self.folder.is_behind_link(path) {
                true => Err(std::io::ErrorKind::NotADirectory.into()),
                false if self.folder.has(path) => writing.replace(&target, bytes),
                false => writing.create(&target, bytes),
            };
            staged.with_context(|| refusal(path, language))?;
        }
        self.require_unchanged(language)?;
        if let Err((path, error)) = writing.finish() {
            let path = path.strip_prefix(root).unwrap_or(&path).to_string_lossy();
            return Err(error).with_context(|| refusal(&path, language));
        }
        for (path, _) in self.files.iter().filter(|(_, bytes)| bytes.is_none()) {
            files::remove(&root.join(path)).with_context(|| refusal(path, language))?;
        }
        Ok(())
    }

    /// Refuses to write over what somebody else has written since the files were read.
    fn require_unchanged(&self, language: Language) -> Result<()> {
        for (path, before) in &self.before {
            let is_as_read = match self.folder.bytes(path, Limits::BYTES) {
                Ok(bytes) => before.as_ref() == Some(&bytes),
                Err(_) => before.is_none(),
            };
            if !is_as_read {
                let path = safe::line(path);
                bail!(say!(language,
                    fr: "`{path}` vient d'être modifié par un autre programme\u{a0}: rien n'a été \
                        écrit\u{202f}; relancer la commande",
                    en: "`{path}` has just been changed by another program: nothing was written; \
                        run the command again"));
            }
        }
        Ok(())
    }
}

/// Takes away the temporary files that killed runs have left among the records.
fn take_away_left(folder: &Folder) {
    for path in folder.list("territories").into_iter().flatten() {
        files::take_away(&folder.root().join(path));
    }
}

fn refusal(path: &str, language: Language) -> String {
    let path = safe::line(path);
    say!(language,
        fr: "`{path}` n'a pas pu être écrit",
        en: "`{path}` could not be written")
}
