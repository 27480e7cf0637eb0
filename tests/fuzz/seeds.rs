//! The files that are changed: what the repository ships, and its fixtures, which are small.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use apes::geography::outline::Outlines;
use serde_json::json;
use walkdir::WalkDir;

use crate::input::Kind;
use crate::repository::Repository;

/// A workspace in memory: files by their paths.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Everything that inputs are made of.
pub struct Seeds {
    /// Small workspaces.
    pub workspaces: Vec<Files>,
    /// Texts of each kind but records.
    pub texts: BTreeMap<Kind, Vec<Vec<u8>>>,
    /// A repository whose files are changed; `None` without git.
    pub repository: Option<Repository>,
    /// An empty folder, over which files are laid in memory.
    pub empty: PathBuf,
}

impl Seeds {
    pub fn gather() -> Self {
        let mut workspaces = Vec::new();
        for folder in ["tests/checks", "tests/documents"] {
            for fixture in std::fs::read_dir(at_root(folder)).expect(folder) {
                let wrong = fixture.expect("a fixture").path().join("wrong");
                let files = files(&wrong);
                if !files.is_empty() {
                    workspaces.push(files);
                }
            }
        }
        // The order in which a folder is listed is the machine's.
        workspaces.sort();
        workspaces.extend(territories("territories"));
        workspaces.extend(territories("examples/hauts-de-demain/territories"));
        Self {
            workspaces,
            texts: BTreeMap::from([
                (Kind::Charter, vec![read("schemas/charter.toml")]),
                (Kind::Vocabulary, vec![read("schemas/vocabulary.toml")]),
                (Kind::Text, texts()),
                (Kind::Template, templates()),
                (Kind::Outlines, outlines()),
            ]),
            repository: Repository::make(),
            empty: crate::input::scratch("empty"),
        }
    }
}

/// A path below the project's root.
pub fn at_root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> Vec<u8> {
    std::fs::read(at_root(path)).expect(path)
}

fn files(folder: &Path) -> Files {
    WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let inside = entry.path().strip_prefix(folder).expect("below");
            let path = inside.to_string_lossy().replace('\\', "/");
            (path, std::fs::read(entry.path()).expect("a file"))
        })
        .collect()
}

/// Each territory of a shipped workspace with its records, beside the sources of all.
fn territories(folder: &str) -> Vec<Files> {
    let all = files(&at_root(folder));
    let mut found: BTreeMap<String, Files> = BTreeMap::new();
    for (path, bytes) in &all {
        if let Some((territory, _)) = path.split_once('/') {
            let files = found.entry(territory.to_owned()).or_default();
            files.insert(format!("territories/{path}"), bytes.clone());
        }
    }
    let sources = all.get("sources.toml");
    for files in found.values_mut() {
        files.extend(sources.map(|bytes| ("territories/sources.toml".to_owned(), bytes.clone())));
        files.insert(
            "apes.toml".to_owned(),
            b"format = 1\nname = \"R\"\n".to_vec(),
        );
    }
    found
        .into_values()
        .filter(|files| files.len() <= 25)
        .collect()
}

/// Texts of records' folders, and pages of the manual, which are Markdown too.
fn texts() -> Vec<Vec<u8>> {
    let mut texts: Vec<Vec<u8>> = [
        "README.md",
        "docs/fr/records.md",
        "docs/en/charter.md",
        "CHANGELOG.md",
    ]
    .iter()
    .flat_map(|path| {
        let text = String::from_utf8(read(path)).expect("UTF-8");
        let parts: Vec<Vec<u8>> = text
            .split("\n## ")
            .map(|part| part.as_bytes().to_vec())
            .collect();
        parts
    })
    .collect();
    texts.push(
        "# Missions\n\nRéunir *tous* ceux qui\n- font\n- défont\n\n> et `refont`\n"
            .as_bytes()
            .to_vec(),
    );
    texts
}

/// Our templates, and those that the manual shows.
fn templates() -> Vec<Vec<u8>> {
    let manual = String::from_utf8(read("docs/en/templates.md")).expect("UTF-8");
    let shown = manual.split("```").skip(1).step_by(2);
    let shown = shown.filter(|block| block.contains("{{") || block.contains("{%"));
    let mut templates: Vec<Vec<u8>> = shown.map(|block| block.as_bytes().to_vec()).collect();
    templates.extend([read("templates/report.md"), read("templates/report.html")]);
    templates
}

/// Departments as TopoJSON, as it is kept, and as GeoJSON, as it is supplied.
fn outlines() -> Vec<Vec<u8>> {
    let kept = read("geography/hdf-departements.topojson");
    let text = std::str::from_utf8(&kept).expect("UTF-8");
    let outlines = Outlines::parse(text).expect("outlines");
    let features: Vec<_> = outlines
        .layer("departements")
        .iter()
        .map(|area| {
            let polygons: Vec<Vec<_>> = area
                .polygons
                .iter()
                .map(|rings| rings.iter().map(|ring| outlines.ring(ring)).collect())
                .collect();
            json!({
                "type": "Feature",
                "properties": { "code": area.code, "nom": "x" },
                "geometry": { "type": "MultiPolygon", "coordinates": polygons },
            })
        })
        .collect();
    let supplied = json!({ "type": "FeatureCollection", "features": features });
    vec![kept.clone(), supplied.to_string().into_bytes()]
}
