//! A folder of records read as `apes validate` reads it, and folders made for one test.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use apes::calendar::Day;
use apes::checks::{self, Asked};
use apes::diagnostic::Finding;
use apes::language::Language;
use apes::renderers::findings::{self, FindingsReport, Format, Width};
use apes::sources::{Folder, Source};
use apes::workspace;

/// The day on which every test takes place.
pub const TODAY: Day = Day {
    year: 2026,
    month: 11,
    day: 22,
};

/// What was said of a workspace.
pub struct Said {
    pub findings: Vec<Finding>,
    pub sources: BTreeMap<Arc<str>, Source>,
    pub missed: Vec<String>,
    pub held_back: usize,
    language: Language,
    records: usize,
}

impl Said {
    /// Reads a folder and asks it every check: what the charter asks of its records is left aside.
    pub fn of(folder: &Path, language: Language) -> Self {
        Self::on(folder, language, TODAY, false)
    }

    /// Reads a folder and judges it by checks and charter, on a day.
    pub fn whole(folder: &Path, language: Language, day: Day) -> Self {
        Self::on(folder, language, day, true)
    }

    fn on(folder: &Path, language: Language, day: Day, charter: bool) -> Self {
        let folder = Folder::at(folder);
        let workspace = workspace::load(&folder, Some(language), language);
        let (found, held_back) = checks::run(&workspace.network, language, day);
        let (violations, more) = if charter {
            checks::criteria::judge(&workspace.network, language, day)
        } else {
            Default::default()
        };
        let held_back = held_back + more;
        let asked = Asked {
            today: day,
            language,
            charter,
            held_back,
            skipped: &[],
        };
        let all = workspace
            .findings
            .iter()
            .cloned()
            .chain(found)
            .chain(violations)
            .collect();
        let resolved = workspace::resolve(
            &folder,
            checks::apply_levels(&workspace.network, all, &asked).0,
            language,
        );
        let (findings, sources, missed) = (resolved.findings, resolved.sources, resolved.missed);
        Self {
            findings,
            sources,
            missed,
            held_back,
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

    /// The name and the place in the file of each finding.
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

/// The same files in a folder of their own.
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
