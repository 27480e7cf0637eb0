//! One input: a small workspace of which some files were changed.

use std::path::{Path, PathBuf};

use crate::mutation::changed;
use crate::random::Random;
use crate::seeds::{Files, Seeds};

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Records, settings and sources.
    Records,
    /// The charter.
    Charter,
    /// The vocabulary.
    Vocabulary,
    /// A text for reports.
    Text,
    /// A template for reports.
    Template,
    /// Outlines for maps.
    Outlines,
    /// A git repository.
    Repository,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::Charter => "charters",
            Self::Vocabulary => "vocabularies",
            Self::Text => "texts",
            Self::Template => "templates",
            Self::Outlines => "outlines",
            Self::Repository => "repositories",
        }
    }

    /// Where a text of this kind lies in a workspace.
    fn path(self, random: &mut Random) -> &'static str {
        match self {
            Self::Charter => "schemas/charter.toml",
            Self::Vocabulary => "schemas/vocabulary.toml",
            Self::Text => "territories/pays-du-coquelicot/texts/2024/missions.md",
            Self::Template => {
                random.choose::<&str>(&["templates/annual.md", "templates/process.html"])
            }
            Self::Outlines => "geography/outlines.topojson",
            Self::Records | Self::Repository => "",
        }
    }
}

/// A workspace with changed files.
pub struct Input {
    pub kind: Kind,
    pub files: Files,
    /// The path of the file that was changed last.
    pub path: String,
    /// Chooses what is asked about the workspace.
    pub choice: u64,
}

impl Input {
    /// The input of a number.
    pub fn make(seeds: &Seeds, seed: u64, number: u64) -> Self {
        let mut random = Random::of(seed, number);
        let kind = match random.below(100) {
            0..56 => Kind::Records,
            56..65 => Kind::Charter,
            65..72 => Kind::Vocabulary,
            72..80 => Kind::Text,
            80..91 => Kind::Template,
            91..97 => Kind::Outlines,
            _ if seeds.repository.is_some() => Kind::Repository,
            _ => Kind::Records,
        };
        let mut input = Self {
            kind,
            files: random.choose(&seeds.workspaces).clone(),
            path: String::new(),
            choice: random.number(),
        };
        match kind {
            Kind::Records => input.change_records(seeds, &mut random),
            Kind::Repository => {
                input.files = Files::new();
                if let Some(repository) = &seeds.repository {
                    let (path, bytes) = repository.file(&mut random);
                    input.put(path.clone(), changed(bytes, &[], &mut random));
                }
            }
            _ => {
                let texts = &seeds.texts[&kind];
                let others: Vec<&[u8]> = texts.iter().map(Vec::as_slice).collect();
                let text = *random.choose(&others);
                let text = changed(text, &others, &mut random);
                input.put(kind.path(&mut random).to_owned(), text);
            }
        }
        input
    }

    fn put(&mut self, path: String, bytes: Vec<u8>) {
        self.path.clone_from(&path);
        self.files.insert(path, bytes);
    }

    fn change_records(&mut self, seeds: &Seeds, random: &mut Random) {
        let others = random.choose(&seeds.workspaces);
        let others: Vec<&[u8]> = others.values().map(Vec::as_slice).collect();
        for _ in 0..=random.below(3) {
            let paths: Vec<String> = self.files.keys().cloned().collect();
            let path = random.choose(&paths).clone();
            let bytes = changed(&self.files[&path], &others, random);
            // Now and then under another name: another id, another kind, another syntax.
            let name = match random.below(12) {
                0 => path.replace(".toml", ".yaml"),
                1 => path.replace("/actors/", "/dynamics/"),
                2 => path.replace("territory", "sources"),
                _ => path,
            };
            self.put(name, bytes);
        }
    }

    /// Writes the workspace to disk.
    pub fn write(&self, root: &Path) {
        for (path, bytes) in &self.files {
            let path = root.join(path);
            std::fs::create_dir_all(path.parent().expect("a folder above")).expect("folders");
            std::fs::write(path, bytes).expect("a file");
        }
    }

    /// Keeps the input, so that a fault can be looked at.
    pub fn keep(&self, number: u64) {
        self.write(&kept().join(number.to_string()));
    }
}

/// Where inputs with faults are kept.
pub fn kept() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz")
}

/// A folder of this process, emptied first.
pub fn scratch(name: &str) -> PathBuf {
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{}-{name}", std::process::id()));
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("an old folder that can go");
    }
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}
