//! A folder of records validated as `apes validate` does, and folders made for one test.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use apes::calendar::Day;
use apes::diagnostic::Finding;
use apes::language::Language;
use apes::renderers::findings::{self, FindingsReport, Format, Showing, Width};
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
pub struct ValidatedFolder {
    pub findings: Vec<Finding>,
    pub sources: BTreeMap<Arc<str>, Source>,
    pub missed: Vec<String>,
    pub held_back: usize,
    language: Language,
    records: usize,
}

impl ValidatedFolder {
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
        let told = FindingsReport {
            findings: &self.findings,
            sources: &self.sources,
            language: self.language,
            summary: "",
            held_back: self.held_back,
            silenced: 0,
            records: self.records,
            showing: Showing::default(),
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

/// The files below a folder: path inside it, and bytes.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("a readable folder"));
    let paths = entries
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path);
    let file = |path: PathBuf| {
        let inside = path
            .strip_prefix(folder)
            .expect("below")
            .to_string_lossy()
            .replace('\\', "/");
        (inside, std::fs::read(&path).expect("a readable file"))
    };
    paths.map(file).collect()
}

/// The files of `wrong/` that `absent.txt` of a fixture says are not in its right records.
pub fn absent(fixture: &Path) -> Vec<String> {
    let list = std::fs::read_to_string(fixture.join("absent.txt")).unwrap_or_default();
    list.lines().map(str::to_owned).collect()
}

/// The right records of a fixture: those of `wrong/` without the absent ones, those of `right/` laid over them.
pub fn right_files(fixture: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = files(&fixture.join("wrong"));
    for path in absent(fixture) {
        all.remove(&path);
    }
    all.extend(files(&fixture.join("right")));
    all
}

/// The right records of a fixture in a folder of their own.
pub fn right_folder(fixture: &Path) -> PathBuf {
    let root = folder();
    for (path, bytes) in right_files(fixture) {
        write(&root, &path, &bytes);
    }
    root
}

/// The same files in a folder of their own.
pub fn copy(from: &Path) -> PathBuf {
    let root = folder();
    for (path, bytes) in files(from) {
        write(&root, &path, &bytes);
    }
    root
}
