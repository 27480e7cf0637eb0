//! A map of another region, from a file of outlines read into the workspace, in degrees or in
//! Lambert-93.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use apes::geography::outline::{FRANCE, Outlines};
use apes::geography::projection::{from_lambert93, lambert93};
use serde_json::{Value, json};

fn workspace(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("anywhere")
        .join(name);
    let _ = std::fs::remove_dir_all(&root);
    let (region, city) = (
        root.join("territories/bretagne"),
        root.join("territories/rennes/dynamics"),
    );
    std::fs::create_dir_all(&region).expect("a folder");
    std::fs::create_dir_all(&city).expect("a folder");
    std::fs::write(
        root.join("apes.toml"),
        "format = 1\nname = \"Réseau\"\nterritory = \"bretagne\"\n",
    )
    .expect("a written file");
    let source = "sources = [{ title = \"Essai\", year = 2024 }]\n";
    let write = |path: PathBuf, text: &str| {
        std::fs::write(path, format!("{text}\n{source}")).expect("a written file");
    };
    write(
        region.join("territory.toml"),
        "name = \"Bretagne\"\nkind = \"region\"\ncode = \"53\"",
    );
    write(
        root.join("territories/rennes/territory.toml"),
        "name = \"Rennes\"\nkind = \"commune\"\ncode = \"35238\"",
    );
    write(
        city.join("halle.toml"),
        "name = \"La Halle\"\ntheme = \"production-locale\"\nfrom = 2024",
    );
    root
}

fn apes(root: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_apes"));
    command
        .args([
            "--root",
            root.to_str().expect("a path in UTF-8"),
            "--lang",
            "fr",
        ])
        .args(words);
    command
        .env_clear()
        .env("GIT_DIR", "none")
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .output()
        .expect("apes runs")
}

/// The four departments of Bretagne as GeoJSON, cut from the national layer.
fn bretagne(place: impl Fn((f64, f64)) -> (f64, f64)) -> Value {
    let wanted = FRANCE
        .layer("departements")
        .iter()
        .filter(|shape| ["22", "29", "35", "56"].contains(&&*shape.code));
    let features: Vec<Value> = wanted
        .map(|shape| {
            let ring = |ring: &Vec<_>| FRANCE.ring(ring).into_iter().map(&place).collect::<Vec<_>>();
            let polygons: Vec<Vec<_>> =
                shape.polygons.iter().map(|rings| rings.iter().map(ring).collect()).collect();
            json!({ "type": "Feature", "properties": { "CODE_INSEE": shape.code, "nom": shape.name },
                "geometry": { "type": "MultiPolygon", "coordinates": polygons } })
        })
        .collect();
    assert_eq!(features.len(), 4);
    json!({ "type": "FeatureCollection", "features": features })
}

#[test]
fn bretagne_is_drawn_from_a_file() {
    let root = workspace("bretagne");
    let embedded = apes(
        &root,
        &["report", "map", "--year", "2024", "--format", "svg"],
    )
    .stdout;
    let mut drawn = Vec::new();
    for (name, file) in [
        ("degrees", bretagne(|point| point)),
        ("metres", bretagne(|(x, y)| lambert93(x, y))),
    ] {
        let path = root.join(format!("{name}.geojson"));
        std::fs::write(&path, file.to_string()).unwrap();
        let added = apes(
            &root,
            &["geography", "add", path.to_str().unwrap(), "--replace"],
        );
        assert!(
            added.status.success(),
            "{}",
            String::from_utf8_lossy(&added.stderr)
        );
        let outlines = Outlines::parse(
            &std::fs::read_to_string(root.join("geography/outlines.topojson")).unwrap(),
        );
        let outlines = outlines.unwrap();
        assert_eq!(outlines.layer("departements").len(), 4);
        let sides = outlines.sides(outlines.layer("departements"));
        assert!(
            sides.contains(&2) && sides.iter().all(|sides| *sides <= 2),
            "borders are shared"
        );
        drawn.push(
            apes(
                &root,
                &["report", "map", "--year", "2024", "--format", "svg"],
            )
            .stdout,
        );
    }
    let svg = String::from_utf8(drawn[0].clone()).unwrap();
    for words in ["FINISTÈRE", "MORBIHAN", "Rennes", "data-dynamic=\"halle\""] {
        assert!(svg.contains(words), "{words}");
    }
    assert!(
        !svg.contains("intercommunalité"),
        "nothing is explained that is not drawn"
    );
    assert_ne!(embedded, drawn[0], "the file's outlines are used");
    assert_eq!(drawn[0], drawn[1], "degrees and metres give one map");
}

#[test]
fn what_gives_no_outlines_is_refused_whole() {
    let root = workspace("refused");
    let commune = json!({ "type": "FeatureCollection", "features": [
        { "type": "Feature", "properties": { "code": "35238" }, "geometry": { "type": "Polygon", "coordinates": [] } }] });
    let far = bretagne(|(x, y)| (x * 1e7, y));
    let files = [
        ("{", "JSON"),
        (r#"{"type":"Point"}"#, "FeatureCollection"),
        (&*commune.to_string(), "département"),
        (&*far.to_string(), "Lambert-93"),
    ];
    for (text, words) in files {
        let path = root.join("given.json");
        std::fs::write(&path, text).unwrap();
        let refused = apes(&root, &["geography", "add", path.to_str().unwrap()]);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!(refused.status.code(), Some(2), "{said}");
        assert!(said.contains(words), "{said}");
        assert!(!root.join("geography").exists(), "nothing is written");
    }
}

#[test]
fn lambert_93_comes_back() {
    for (longitude, latitude) in [
        (3.0586, 50.6292),
        (-4.4861, 48.3904),
        (9.159, 41.3874),
        (3.0, 46.5),
    ] {
        let (x, y) = lambert93(longitude, latitude);
        let (back, again) = from_lambert93(x, y);
        assert!(
            (back - longitude).abs() < 1e-9 && (again - latitude).abs() < 1e-9,
            "{back} {again}"
        );
    }
}
