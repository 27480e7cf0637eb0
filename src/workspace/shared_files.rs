//! The files that all others rest on: settings, words, charter, each laid over the one that it
//! starts from.

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

/// What a workspace without these files speaks, or starts from: the words and the charter of Apes.
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

/// What people write to start from the words or the charter of Apes.
const APES: &str = "apes";

/// Files laid one over the other at the most.
const LAYERS: usize = 8;

/// A file that may start from another of its kind.
pub(super) trait Based: for<'de> Deserialize<'de> + Default {
    /// What it names as its base.
    fn base(&self) -> Option<&str>;
    /// Keeps the file in which it is written.
    fn written_in(&mut self, file: &str);
    /// Lays it over the one that it starts from.
    fn laid_over(self, base: Self) -> Self;
}

impl Based for Charter {
    fn base(&self) -> Option<&str> {
        self.base.as_deref()
    }

    fn written_in(&mut self, file: &str) {
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

    fn written_in(&mut self, file: &str) {
        self.file = Arc::from(file);
    }

    fn laid_over(self, base: Self) -> Self {
        self.over(base)
    }
}

/// The files that all others rest on, as they are read.
pub(super) struct SharedFiles<'f> {
    folder: &'f Folder,
    pub(super) language: Language,
    pub(super) findings: Vec<Finding>,
    pub(super) unread: Vec<UnreadFile>,
    pub(super) broken: Vec<Arc<str>>,
    pub(super) bases: Vec<InvalidBase>,
    /// The texts that were read, by their path, of what starts from another.
    pub(super) layers: Vec<Source>,
}

impl<'f> SharedFiles<'f> {
    pub(super) fn of(folder: &'f Folder, language: Language) -> Self {
        Self {
            folder,
            language,
            findings: Vec::new(),
            unread: Vec::new(),
            broken: Vec::new(),
            bases: Vec::new(),
            layers: Vec::new(),
        }
    }

    /// Reads a file of the workspace; nothing is said where there is none.
    pub(super) fn read<T: for<'de> Deserialize<'de> + Default>(
        &mut self,
        path: &str,
        kind: &str,
    ) -> T {
        match written(self.folder, path) {
            Some(Ok(source)) => self.take(source, kind),
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

    fn take<T: for<'de> Deserialize<'de> + Default>(&mut self, source: Source, kind: &str) -> T {
        let (tree, findings) = parse_and_check(&source, kind, self.language);
        if findings
            .iter()
            .any(|finding| finding.severity == Severity::Error)
        {
            self.broken.push(source.path.clone());
        }
        self.findings.extend(findings);
        let read = tree
            .and_then(|tree| deserialize::read(&tree).ok())
            .unwrap_or_default();
        self.layers.push(source);
        read
    }

    /// Reads a file and those that it starts from, and lays them one over the other.
    pub(super) fn read_based<T: Based>(&mut self, path: &'static str, kind: &str) -> T {
        let own = self.folder.has(path);
        let first = if own {
            path.to_owned()
        } else {
            format!("{APES}:{kind}.toml")
        };
        let read: T = self.read(&first, kind);
        self.lay(read, first, kind)
    }

    /// The same of a text that may lie anywhere.
    pub(super) fn take_based<T: Based>(&mut self, source: Source, kind: &str) -> T {
        let first = source.path.to_string();
        let read: T = self.take(source, kind);
        self.lay(read, first, kind)
    }

    fn lay<T: Based>(&mut self, read: T, first: String, kind: &str) -> T {
        let (mut layers, mut met) = (vec![read], vec![first]);
        while let (Some(upper), Some(file)) = (layers.last_mut(), met.last()) {
            upper.written_in(file);
            let Some(named) = upper.base().map(str::to_owned) else {
                break;
            };
            let next = match self.named(&named, kind) {
                _ if met.len() >= LAYERS => Err(InvalidBaseReason::TooDeep),
                Some(path) if met.contains(&path) => Err(InvalidBaseReason::Circle),
                Some(path) => Ok(path),
                None => Err(InvalidBaseReason::Unknown),
            };
            match next {
                Ok(path) => {
                    layers.push(self.read(&path, kind));
                    met.push(path);
                }
                Err(why) => {
                    self.bases.push(InvalidBase {
                        file: Arc::from(file.as_str()),
                        named,
                        why,
                    });
                    // What it would have said is missing from the whole.
                    self.broken.push(Arc::from(met[0].as_str()));
                    break;
                }
            }
        }
        if met
            .iter()
            .any(|path| self.broken.iter().any(|broken| **broken == **path))
        {
            self.broken.push(Arc::from(met[0].as_str()));
        }
        layers
            .into_iter()
            .rev()
            .fold(T::default(), |base, layer| layer.laid_over(base))
    }

    /// The file that a base names: that of Apes, or another of this workspace, never one outside
    /// it.
    fn named(&self, base: &str, kind: &str) -> Option<String> {
        if base == APES {
            return Some(format!("{APES}:{kind}.toml"));
        }
        let inside = !base.split('/').any(|part| matches!(part, "" | "." | ".."));
        let plain = inside
            && !base.contains(['\\', ':'])
            && base
                .rsplit_once('.')
                .is_some_and(|(_, ending)| ending == "toml");
        (plain && self.folder.has(base)).then(|| base.to_owned())
    }
}

/// A text of the workspace, or the embedded one that stands for it; nothing where there is neither.
pub(super) fn written(folder: &Folder, path: &str) -> Option<Result<Source, UnreadReason>> {
    if let Some((.., text)) = EMBEDDED.iter().find(|(_, name, _)| *name == path) {
        return Some(Ok(Source::new(path, (*text).to_owned())));
    }
    folder.has(path).then(|| {
        folder
            .read(path, Limits::BYTES)
            .map_err(|unread| unread.why)
    })
}

pub(super) fn skip_reason(why: UnreadReason) -> SkipReason {
    match why {
        UnreadReason::Link => SkipReason::Link,
        UnreadReason::Special => SkipReason::Special,
        UnreadReason::TooLarge(size) => SkipReason::TooLarge(size),
        UnreadReason::Refused(kind, words) => SkipReason::Refused(kind, words),
    }
}
