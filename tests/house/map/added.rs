//! Outlines that a workspace adds itself: whatever levels a file has are taken, and what is not
//! usable is told.

use apes::geography::outline::{AreaOutline, FRANCE, HAUTS_DE_FRANCE, Outlines};
use apes::geography::projection::lambert93;
use apes::geography::workspace_outlines::{OutlinesError, WorkspaceOutlines, read};
use apes::geography::{AreaLevel, topology};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Areas of embedded outlines as `GeoJSON`, under a key, each point put elsewhere.
fn file(
    outlines: &Outlines,
    shapes: &[&AreaOutline],
    key: &str,
    place: impl Fn((f64, f64)) -> (f64, f64),
) -> Value {
    let feature = |shape: &&AreaOutline| {
        let ring = |ring: &Vec<_>| {
            outlines
                .ring(ring)
                .into_iter()
                .map(&place)
                .collect::<Vec<_>>()
        };
        let polygons: Vec<Vec<_>> = shape
            .polygons
            .iter()
            .map(|rings| rings.iter().map(ring).collect())
            .collect();
        json!({ "type": "Feature", "properties": { key: shape.code },
            "geometry": { "type": "MultiPolygon", "coordinates": polygons } })
    };
    json!({ "type": "FeatureCollection", "features": shapes.iter().map(feature).collect::<Vec<_>>() })
}

fn layer<'o>(outlines: &'o Outlines, name: &str, codes: &[&str]) -> Vec<&'o AreaOutline> {
    let wanted = |shape: &&AreaOutline| codes.is_empty() || codes.contains(&&*shape.code);
    outlines.layer(name).iter().filter(wanted).collect()
}

fn counts(read: &WorkspaceOutlines) -> [usize; 3] {
    [AreaLevel::Region, AreaLevel::Departement, AreaLevel::Epci]
        .map(|level| read.areas.iter().filter(|area| area.level == level).count())
}

/// What is written is what the program reads, all borders whole.
fn written(read: &WorkspaceOutlines) -> Outlines {
    let outlines = Outlines::parse(&topology::topojson(&read.areas)).expect("our own form");
    let [regions, departments, epci] = counts(read);
    let layers = ["regions", "departements", "epci"].map(|name| outlines.layer(name).len());
    assert_eq!(layers, [regions, departments, epci]);
    outlines
}

#[test]
fn a_file_of_one_level_is_taken() {
    let france = &*FRANCE;
    let region = read(
        &file(
            france,
            &layer(france, "regions", &["53"]),
            "insee_reg",
            |at| at,
        )
        .to_string(),
    );
    let region = region.expect("a region");
    assert_eq!(counts(&region), [1, 4, 0]);
    assert_eq!(
        region.completed,
        ["Côtes-d'Armor", "Finistère", "Ille-et-Vilaine", "Morbihan"]
    );
    written(&region);

    let epci = layer(
        &HAUTS_DE_FRANCE,
        "epci",
        &["200093201", "246200364", "246200299"],
    );
    let epci = read(&file(&HAUTS_DE_FRANCE, &epci, "SIREN_EPCI", |at| at).to_string())
        .expect("three EPCI");
    assert_eq!(counts(&epci), [0, 2, 3]);
    assert_eq!(epci.completed, ["Nord", "Pas-de-Calais"]);
    written(&epci);

    let departments = layer(france, "departements", &["22", "29"]);
    let departments =
        read(&file(france, &departments, "code", |at| at).to_string()).expect("two departments");
    assert_eq!(
        (counts(&departments), departments.completed.len()),
        ([0, 2, 0], 0)
    );
    written(&departments);
}

#[test]
fn the_whole_country_is_taken_at_each_level() {
    let france = &*FRANCE;
    let departments =
        read(&file(france, &layer(france, "departements", &[]), "code", |at| at).to_string());
    let departments = departments.expect("all departments");
    assert_eq!((counts(&departments), departments.skipped), ([0, 96, 0], 0));
    let outlines = written(&departments);
    assert!(
        outlines
            .sides(outlines.layer("departements"))
            .iter()
            .all(|sides| *sides <= 2)
    );
    // A region's code may be a department's: 32 is Gers, 11 is Aude. Where the outline lies
    // decides.
    let regions = read(&file(france, &layer(france, "regions", &[]), "code", |at| at).to_string());
    assert_eq!(counts(&regions.expect("all regions")), [13, 96, 0]);
}

#[test]
fn topojson_is_taken_with_and_without_a_transform() {
    let text = std::fs::read_to_string("geography/hdf-epci.topojson").expect("the embedded file");
    let region = read(&text).expect("ours is official too");
    assert_eq!(counts(&region)[1..], [5, 92]);
    written(&region);
    let plain = json!({ "type": "Topology", "arcs": [[[2.0, 50.0], [4.0, 50.0], [4.0, 51.5]], [[4.0, 51.5], [2.0, 50.0]]],
        "objects": { "one": { "type": "Polygon", "id": "59", "arcs": [[0, 1]] } } });
    assert_eq!(
        counts(&read(&plain.to_string()).expect("a department")),
        [0, 1, 0]
    );
}

/// Metres of the projection of web maps, which are no Lambert-93.
fn mercator((x, y): (f64, f64)) -> (f64, f64) {
    let radius = 6_378_137.0;
    (
        x.to_radians() * radius,
        (std::f64::consts::FRAC_PI_4 + y.to_radians() / 2.0)
            .tan()
            .ln()
            * radius,
    )
}

fn square(code: &str, x: f64, y: f64) -> Value {
    let ring = [[x, y], [x + 1.0, y], [x + 1.0, y + 1.0], [x, y]];
    json!({ "type": "Feature", "properties": { "code": code },
        "geometry": { "type": "Polygon", "coordinates": [ring] } })
}

fn collection(features: &[Value]) -> String {
    json!({ "type": "FeatureCollection", "features": features }).to_string()
}

fn point(point: &str) -> String {
    let geometry = format!(r#"{{"type":"Polygon","coordinates":[[{point}]]}}"#);
    format!(r#"{{"type":"Feature","id":"59","properties":{{}},"geometry":{geometry}}}"#)
}

#[test]
fn what_cannot_be_used_is_reported() {
    let france = &*FRANCE;
    let nord = || layer(france, "departements", &["59"]);
    let cases = [
        (collection(&[]), OutlinesError::Empty),
        (collection(&[square("35238", 3.0, 50.0), square("x", 3.0, 50.0)]), OutlinesError::NoCode(2)),
        (collection(&[square("971", -61.0, 16.0)]), OutlinesError::Overseas),
        (collection(&[square("59", -61.0, 16.0)]), OutlinesError::Misplaced("Nord")),
        (file(france, &nord(), "code", |(x, y)| (y, x)).to_string(), OutlinesError::Misplaced("Nord")),
        (file(france, &nord(), "code", mercator).to_string(), OutlinesError::Misplaced("Nord")),
        (file(france, &nord(), "code", |(x, y)| (x * 1e9, y)).to_string(), OutlinesError::Projection),
        (point("[3.0, null]"), OutlinesError::Broken),
        (point("\"everywhere\""), OutlinesError::Broken),
        (
            r#"{"type":"Topology","arcs":[],"objects":{"a":{"type":"Polygon","id":"59","arcs":[[7]]}}}"#
                .into(),
            OutlinesError::Broken,
        ),
        (r#"{"type":"GeometryCollection"}"#.into(), OutlinesError::Form),
        (r#"{"type":"Topology"}"#.into(), OutlinesError::Form),
        ("[1, 2]".into(), OutlinesError::Form),
    ];
    for (text, refusal) in cases {
        assert_eq!(
            read(&text),
            Err(refusal),
            "{}",
            &text[..text.len().min(200)]
        );
    }
    for text in [
        "",
        "NaN",
        &point("[NaN, 50.0]"),
        &point("[1e999, 50.0]"),
        &"[".repeat(100_000),
    ] {
        assert!(
            matches!(read(text), Err(OutlinesError::Json(_))),
            "{}",
            &text[..text.len().min(60)]
        );
    }
}

#[test]
fn too_many_points_are_refused() {
    let ring = |points: usize| format!("[{}]", vec!["[3,50]"; points].join(","));
    let text = format!(
        r#"{{"type":"Feature","id":"59","geometry":{{"type":"Polygon","coordinates":[{}]}}}}"#,
        ring(6_000_001)
    );
    assert_eq!(read(&text), Err(OutlinesError::TooLarge));
}

#[test]
fn an_outline_that_crosses_itself_is_named_and_others_are_not() {
    let bow = json!({ "type": "Feature", "id": "59", "geometry": { "type": "Polygon",
        "coordinates": [[[2.0, 50.0], [4.0, 51.0], [4.0, 50.0], [2.0, 51.0], [2.0, 50.0]]] } });
    assert_eq!(
        read(&bow.to_string()).expect("still drawn").self_crossing,
        ["Nord"]
    );
    let france = &*FRANCE;
    let all = read(&file(france, &layer(france, "departements", &[]), "code", lambert).to_string());
    assert_eq!(
        all.expect("all departments").self_crossing,
        Vec::<&str>::new()
    );
}

fn lambert((x, y): (f64, f64)) -> (f64, f64) {
    lambert93(x, y)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is cut out of a good file, or put into it, is read or refused, never a crash.
    #[test]
    fn a_broken_file_is_read_or_refused(cut in 0_usize..2000, length in 0_usize..40, put in "[\\[\\]{},:\"0-9a-z.-]{0,8}") {
        let text = r#"{"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[2.0,50.0]},"arcs":[[[0,0],[9,0],[0,9]],[[9,9],[-9,-9]]],"objects":{"a":{"type":"GeometryCollection","geometries":[{"type":"Polygon","id":"59","properties":{"nom":"Nord"},"arcs":[[0,1]]},{"type":"MultiPolygon","properties":{"code":"62"},"arcs":[[[-1,-2]]]}]}}}"#;
        let from = cut % text.len();
        let until = (from + length).min(text.len());
        let broken = format!("{}{put}{}", &text[..from], &text[until..]);
        if let Ok(read) = read(&broken) {
            let _ = Outlines::parse(&topology::topojson(&read.areas)).expect("our own form");
        }
    }
}
