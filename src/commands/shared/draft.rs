//! Changed files of a workspace, before they are written.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};

use crate::commands::shared::output::files;
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
}

impl Draft {
    /// A draft without changes.
    #[must_use]
    pub fn of(folder: &Folder) -> Self {
        Self {
            folder: folder.clone(),
            files: BTreeMap::new(),
            moved: BTreeMap::new(),
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
        let on_disk = self.folder.bytes(path, Limits::BYTES).ok();
        if on_disk.as_ref() == Some(&bytes) {
            self.files.remove(path);
        } else {
            self.files.insert(path.to_owned(), Some(bytes));
        }
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

    /// Writes all changed files, each of them whole, then removes those that are to go.
    ///
    /// # Errors
    /// Returns an error if the system refuses.
    pub fn save(&self, language: Language) -> Result<()> {
        for (path, bytes) in &self.files {
            let Some(bytes) = bytes else { continue };
            let target = self.folder.root().join(path);
            let written = if self.folder.has(path) {
                files::write_again(&target, bytes)
            } else {
                files::write_new(&target, bytes)
            };
            written.with_context(|| refusal(path, language))?;
        }
        for (path, _) in self.files.iter().filter(|(_, bytes)| bytes.is_none()) {
            files::remove(&self.folder.root().join(path))
                .with_context(|| refusal(path, language))?;
        }
        Ok(())
    }
}

fn refusal(path: &str, language: Language) -> String {
    let path = safe::line(path);
    say!(language,
        fr: "`{path}` n'a pas pu être écrit",
        en: "`{path}` could not be written")
}
