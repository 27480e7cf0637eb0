//! A folder of records validated as `apes validate` does, and folders made for one test.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use apes::calendar::Day;
use apes::diagnostic::Finding;
use apes::language::Language;
use apes::renderers::findings::{self, Format, Told, Width};
use apes::sources::{Folder, Source};
use apes::validation::{Selection, ValidationOptions, validate};
use apes::workspace;

/// The date of every test.
pub const TODAY: Day = Day {
    year: 2026,
    month: 11,
    day: 22,
};

/// The findings about a workspace.
pub struct Said {
    pub findings: Vec<Finding>,
    pub sources: BTreeMap<Arc<str>, Source>,
    pub missed: Vec<String>,
    pub held_back: usize,
    language: Language,
    records: usize,
}

impl Said {
    /// Validates a folder by the checks alone.
    pub fn of(folder: &Path, language: Language) -> Self {
        Self::on(folder, language, TODAY, false)
    }

    /// Validates a folder by checks and charter, on a day.
    pub fn whole(folder: &Path, language: Language, day: Day) -> Self {
        Self::on(folder, language, day, true)
    }

    fn on(folder: &Path, language: Language, day: Day, charter: bool) -> Self {
        let folder = Folder::at(folder);
        let workspace = workspace::load(&folder, Some(language), language);
        let options = ValidationOptions {
            date: day,
            criteria: charter,
            selection: Selection::default(),
        };
        let validated = validate(&workspace, &folder, &options);
        Self {
            findings: validated.findings,
            sources: validated.sources,
            missed: validated.missing_places,
            held_back: validated.held_back,
            language,
            records: workspace.network.size(),
        }
    }

    /// The findings as people or machines read them.
    pub fn text(&self, format: Format) -> String {
        let told = Told {
            findings: &self.findings,
            sources: &self.sources,
            language: self.language,
            summary: "",
            held_back: self.held_back,
            silenced: 0,
            records: self.records,
        };
        findings::render(&told, format)
    }

    /// With excerpts, 100 columns wide, without colour.
    pub fn human(&self) -> String {
        self.text(Format::Human(Width {
            columns: 100,
            colour: false,
        }))
        .trim_end()
        .to_owned()
            + "\n"
    }

    /// The name of each finding.
    pub fn names(&self) -> Vec<&str> {
        self.findings.iter().map(|finding| &*finding.name).collect()
    }
}

/// A folder for one test, emptied first.
pub fn folder() -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let name = format!(
        "{}-{}",
        std::process::id(),
        COUNT.fetch_add(1, Ordering::Relaxed)
    );
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("an old folder that can go");
    }
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

/// A folder with these files.
pub fn with(files: &[(&str, &str)]) -> PathBuf {
    let root = folder();
    for (path, text) in files {
        write(&root, path, text.as_bytes());
    }
    root
}

/// Writes one file and the folders above it.
pub fn write(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().expect("a folder above"))
        .expect("folders that can be made");
    std::fs::write(&path, bytes).expect("a file that can be written");
}

/// A copy of a folder.
pub fn copy(from: &Path) -> PathBuf {
    let root = folder();
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.expect("a readable folder");
        if entry.file_type().is_file() {
            let path = entry
                .path()
                .strip_prefix(from)
                .expect("below")
                .to_string_lossy()
                .into_owned();
            write(
                &root,
                &path,
                &std::fs::read(entry.path()).expect("a readable file"),
            );
        }
    }
    root
}
