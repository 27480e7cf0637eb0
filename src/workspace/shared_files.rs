//! The shared files of a workspace: settings, vocabulary and charter, each laid over its base.

use std::sync::Arc;

use serde::Deserialize;

use crate::charter::Charter;
use crate::diagnostic::{Finding, Severity};
use crate::documents::{Limits, deserialize};
use crate::language::Language;
use crate::network::{InvalidBase, InvalidBaseReason, UnreadFile};
use crate::records::{SkipReason, Vocabulary};
use crate::sources::{Folder, Source, UnreadReason};
use crate::workspace::parse_and_check::parse_and_check;

pub(super) const SETTINGS: &str = "apes.toml";
pub(super) const VOCABULARY: &str = "schemas/vocabulary.toml";
pub(super) const CHARTER: &str = "schemas/charter.toml";

/// Files that a workspace may lack or start from: their path, the path of the embedded one, its
/// text.
pub(super) const EMBEDDED: [(&str, &str, &str); 2] = [
    (
        VOCABULARY,
        "apes:vocabulary.toml",
        include_str!("../../schemas/vocabulary.toml"),
    ),
    (
        CHARTER,
        "apes:charter.toml",
        include_str!("../../schemas/charter.toml"),
    ),
];

/// Name of the base that is embedded.
const APES: &str = "apes";

/// Most files in a chain of bases, which in practice has two or three.
const MAX_BASES: usize = 8;

/// A file that can be laid over a base of its kind.
pub(super) trait Based: for<'de> Deserialize<'de> + Default {
    /// The base that the file names.
    fn base(&self) -> Option<&str>;
    /// Keeps the path of the file.
    fn set_file(&mut self, file: &str);
    /// Lays the file over its base.
    fn laid_over(self, base: Self) -> Self;
}

impl Based for Charter {
    fn base(&self) -> Option<&str> {
        self.base.as_deref()
    }

    fn set_file(&mut self, file: &str) {
        self.file = Arc::from(file);
    }

    fn laid_over(self, base: Self) -> Self {
        self.over(base)
    }
}

impl Based for Vocabulary {
    fn base(&self) -> Option<&str> {
        self.base.as_deref()
    }

    fn set_file(&mut self, file: &str) {
        self.file = Arc::from(file);
    }

    fn laid_over(self, base: Self) -> Self {
        self.over(base)
    }
}

/// A reader of shared files, with all that reading them found.
pub(super) struct SharedFiles<'f> {
    folder: &'f Folder,
    pub(super) language: Language,
    pub(super) findings: Vec<Finding>,
    pub(super) unread: Vec<UnreadFile>,
    /// Files that were not read whole.
    pub(super) broken: Vec<Arc<str>>,
    /// Bases that are named and cannot be used.
    pub(super) bases: Vec<InvalidBase>,
    /// Texts of the files read.
    pub(super) texts: Vec<Source>,
    /// Files whose text is that of Apes, to the byte.
    pub(super) as_shipped: Vec<Arc<str>>,
}

impl<'f> SharedFiles<'f> {
    pub(super) fn new(folder: &'f Folder, language: Language) -> Self {
        Self {
            folder,
            language,
            findings: Vec::new(),
            unread: Vec::new(),
            broken: Vec::new(),
            bases: Vec::new(),
            texts: Vec::new(),
            as_shipped: Vec::new(),
        }
    }

    /// Reads a file of a kind; the default if it does not exist, or cannot be read.
    pub(super) fn read<T: for<'de> Deserialize<'de> + Default>(
        &mut self,
        path: &str,
        kind: &str,
    ) -> T {
        match read_shared(self.folder, path) {
            Some(Ok(source)) => self.parse(source, kind),
            None => T::default(),
            Some(Err(why)) => {
                self.broken.push(Arc::from(path));
                self.unread.push(UnreadFile {
                    file: Arc::from(path),
                    why: skip_reason(why),
                });
                T::default()
            }
        }
    }

    fn parse<T: for<'de> Deserialize<'de> + Default>(&mut self, source: Source, kind: &str) -> T {
        let (tree, findings) = parse_and_check(&source, kind, self.language);
        if findings
            .iter()
            .any(|finding| finding.severity == Severity::Error)
        {
            self.broken.push(source.path.clone());
        }
        if EMBEDDED.iter().any(|(.., text)| *text == source.text) {
            self.as_shipped.push(source.path.clone());
        }
        self.findings.extend(findings);
        let value = tree
            .and_then(|tree| deserialize::read(&tree).ok())
            .unwrap_or_default();
        self.texts.push(source);
        value
    }

    /// Reads a file of the workspace, else the embedded one, and lays it over its bases.
    pub(super) fn read_with_base<T: Based>(&mut self, path: &'static str, kind: &str) -> T {
        let path = if self.folder.has(path) {
            path.to_owned()
        } else {
            embedded_path(kind)
        };
        let file: T = self.read(&path, kind);
        self.over_bases(file, path, kind)
    }

    /// Parses a text from anywhere, and lays it over its bases.
    pub(super) fn parse_with_base<T: Based>(&mut self, source: Source, kind: &str) -> T {
        let path = source.path.to_string();
        let file: T = self.parse(source, kind);
        self.over_bases(file, path, kind)
    }

    /// Reads the bases of a file, one after the other, and lays each file over the next.
    fn over_bases<T: Based>(&mut self, file: T, path: String, kind: &str) -> T {
        let own: Arc<str> = Arc::from(path.as_str());
        let (mut files, mut paths) = (vec![file], vec![path]);
        while let (Some(upper), Some(path)) = (files.last_mut(), paths.last()) {
            upper.set_file(path);
            let Some(base) = upper.base().map(str::to_owned) else {
                break;
            };
            match self.next_base(&base, &paths, kind) {
                Ok(path) => {
                    files.push(self.read(&path, kind));
                    paths.push(path);
                }
                Err(why) => {
                    self.bases.push(InvalidBase {
                        file: Arc::from(path.as_str()),
                        named: base,
                        why,
                    });
                    // Without its base, the whole is incomplete.
                    self.broken.push(Arc::clone(&own));
                    break;
                }
            }
        }
        let broken = &self.broken;
        if paths
            .iter()
            .any(|path| broken.iter().any(|broken| **broken == **path))
        {
            self.broken.push(Arc::clone(&own));
        }
        files
            .into_iter()
            .rev()
            .fold(T::default(), |base, file| file.laid_over(base))
    }

    /// The path of a base, below the files that lead to it.
    fn next_base(
        &self,
        base: &str,
        paths: &[String],
        kind: &str,
    ) -> Result<String, InvalidBaseReason> {
        if paths.len() >= MAX_BASES {
            return Err(InvalidBaseReason::TooDeep);
        }
        match self.base_path(base, kind) {
            Some(path) if paths.contains(&path) => Err(InvalidBaseReason::Circle),
            Some(path) => Ok(path),
            None => Err(InvalidBaseReason::Unknown),
        }
    }

    /// The path of a base: the embedded file, or a TOML file of this workspace. Paths that lead
    /// outside it are refused, since a workspace may come from anybody.
    fn base_path(&self, base: &str, kind: &str) -> Option<String> {
        if base == APES {
            return Some(embedded_path(kind));
        }
        let stays_inside = !base.contains(['\\', ':'])
            && base.split('/').all(|part| !matches!(part, "" | "." | ".."));
        let is_toml = base
            .rsplit_once('.')
            .is_some_and(|(_, ending)| ending == "toml");
        (stays_inside && is_toml && self.folder.has(base)).then(|| base.to_owned())
    }
}

fn embedded_path(kind: &str) -> String {
    format!("{APES}:{kind}.toml")
}

/// Reads a file of the workspace, or an embedded one by its own path; `None` if there is neither.
pub(super) fn read_shared(folder: &Folder, path: &str) -> Option<Result<Source, UnreadReason>> {
    if let Some((.., text)) = EMBEDDED.iter().find(|(_, name, _)| *name == path) {
        return Some(Ok(Source::new(path, (*text).to_owned())));
    }
    folder.has(path).then(|| {
        folder
            .read(path, Limits::BYTES)
            .map_err(|unread| unread.why)
    })
}

/// The reason of the records' reader for what the disk refused.
pub(super) fn skip_reason(why: UnreadReason) -> SkipReason {
    match why {
        UnreadReason::Link => SkipReason::Link,
        UnreadReason::Special => SkipReason::Special,
        UnreadReason::TooLarge(size) => SkipReason::TooLarge(size),
        UnreadReason::TooMany => SkipReason::TooMany,
        UnreadReason::Refused(kind, words) => SkipReason::Refused(kind, words),
        UnreadReason::Exhausted(kind, words) => SkipReason::Exhausted(kind, words),
    }
}
