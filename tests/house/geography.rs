//! Gazetteer, outlines and projection, held against the official tables.

use std::collections::BTreeSet;

use apes::geography::outline::{
    AROUND_FRANCE, AROUND_HAUTS_DE_FRANCE, FRANCE, HAUTS_DE_FRANCE, Outlines,
};
use apes::geography::projection::lambert93;
use apes::geography::{
    ATTRIBUTION, Area, AreaLevel, all, communes_of, find, former, named, nearest, towns_over,
    within,
};

fn area(level: AreaLevel, code: &str) -> Area {
    find(level, code).unwrap_or_else(|| panic!("no {} {code}", level.word()))
}

fn official(code: &str) -> Vec<Area> {
    apes::geography::official(code).collect()
}

fn codes(areas: &[Area]) -> Vec<&str> {
    areas.iter().map(|area| area.code).collect()
}

#[test]
fn tables_are_sorted_and_rectangular() {
    let names = [
        "regions",
        "departements",
        "arrondissements",
        "epci",
        "communes",
        "communes-autres",
        "anciens-codes",
    ];
    for name in names {
        let text = std::fs::read_to_string(format!("geography/fr-{name}.tsv")).unwrap();
        let columns = text.lines().next().unwrap().matches('\t').count();
        assert!(
            text.lines()
                .all(|line| line.matches('\t').count() == columns),
            "{name}: a cell too many"
        );
        let codes: Vec<&str> = text
            .lines()
            .skip(1)
            .map(|line| line.split('\t').next().unwrap())
            .collect();
        assert!(
            codes.is_sorted_by(|a, b| a < b),
            "{name} is not sorted by code"
        );
    }
}

#[test]
fn every_row_is_found_by_its_code() {
    for level in AreaLevel::ALL {
        for known in all(level) {
            assert_eq!(find(level, known.code), Some(known));
            assert!(
                official(known.code).contains(&known),
                "{} {}",
                level.word(),
                known.code
            );
        }
    }
    for code in [
        "",
        "0",
        "00000",
        "99999",
        "é",
        "5935",
        "593500",
        "59350\t",
        "200093202",
        "\u{1F600}\u{1F600}",
    ] {
        assert!(official(code).is_empty(), "{code}");
    }
}

#[test]
fn levels_have_their_official_numbers() {
    let counts = AreaLevel::ALL.map(|level| all(level).count());
    assert_eq!(counts, [18, 109, 333, 1255, 34_969, 471, 2105, 45]);
    assert_eq!(
        all(AreaLevel::Commune)
            .filter(|commune| commune.point.is_some())
            .count(),
        34_871
    );
    assert!(
        AreaLevel::ALL
            .iter()
            .all(|&level| AreaLevel::from_word(level.word()) == Some(level))
    );
}

#[test]
fn hauts_de_france_is_complete() {
    let region = area(AreaLevel::Region, "32");
    let communes = communes_of(&region);
    assert_eq!(communes.len(), 3_782);
    assert!(
        communes
            .iter()
            .all(|commune| commune.point.is_some() && commune.epci.is_some())
    );
    let counts = ["02", "59", "60", "62", "80"]
        .map(|code| communes_of(&area(AreaLevel::Departement, code)).len());
    assert_eq!(counts, [797, 647, 680, 887, 771]);
    assert_eq!(
        all(AreaLevel::Epci)
            .filter(|epci| within(epci, &region))
            .count(),
        92
    );
    assert_eq!(communes_of(&area(AreaLevel::Epci, "200093201")).len(), 95);
    assert_eq!(
        communes_of(&area(AreaLevel::Arrondissement, "595")).len(),
        124
    );
}

#[test]
fn populations_add_up() {
    for level in [
        AreaLevel::Region,
        AreaLevel::Departement,
        AreaLevel::Arrondissement,
        AreaLevel::Epci,
    ] {
        for whole in all(level) {
            let known: Vec<u64> = communes_of(&whole)
                .iter()
                .filter_map(|commune| commune.population)
                .collect();
            let sum = (!known.is_empty()).then(|| known.iter().sum());
            assert_eq!(whole.population, sum, "{} {}", level.word(), whole.name);
        }
    }
}

#[test]
fn a_code_is_read_with_its_level() {
    let thirty_two = official("32");
    assert_eq!(
        thirty_two.iter().map(|area| area.name).collect::<Vec<_>>(),
        ["Hauts-de-France", "Gers"]
    );
    assert_eq!(official("2A")[0].name, "Corse-du-Sud");
    assert_eq!(official("971")[0].region, Some("01"));
    assert_eq!(official("595")[0].level, AreaLevel::Arrondissement);
    let levels: Vec<AreaLevel> = official("01015").iter().map(|area| area.level).collect();
    assert_eq!(levels, [AreaLevel::Commune, AreaLevel::CommuneDeleguee]);
    let epci = official("248000747")[0];
    assert_eq!((epci.level, epci.department), (AreaLevel::Epci, Some("80")));
}

#[test]
fn areas_are_within_wider_ones() {
    let lomme = area(AreaLevel::CommuneAssociee, "59355");
    let lille = area(AreaLevel::Commune, "59350");
    let metropolis = area(AreaLevel::Epci, "200093201");
    let nord = area(AreaLevel::Departement, "59");
    let region = area(AreaLevel::Region, "32");
    let chain = [lomme, lille, metropolis, nord, region];
    for (index, inner) in chain.iter().enumerate() {
        assert!(!within(inner, inner));
        for outer in &chain[index + 1..] {
            assert!(within(inner, outer), "{} in {}", inner.name, outer.name);
            assert!(!within(outer, inner), "{} in {}", outer.name, inner.name);
        }
    }
    assert!(!within(&lille, &area(AreaLevel::Departement, "32")));
    assert_eq!(
        (lomme.point, lille.point),
        (Some((3.0122, 50.6388)), Some((3.0709, 50.6309)))
    );
    assert_eq!(lomme.parent, Some("59350"));
    assert_eq!(metropolis.label(), "Métropole Européenne de Lille");
    assert_eq!(area(AreaLevel::Epci, "246200299").label(), "Hénin-Carvin");
}

#[test]
fn a_former_code_leads_to_the_commune_of_today() {
    // Jouy has merged and lost its code. Saint-Pol-sur-Mer (59540) is an associated commune, and
    // keeps its own.
    let successor = |code| former(None, code).map(|former| former.heir.name);
    assert_eq!(successor("02394"), Some("Aizy-Jouy"));
    assert_eq!(
        (successor("59540"), successor("59350"), successor("00000")),
        (None, None, None)
    );
    let table = std::fs::read_to_string("geography/fr-anciens-codes.tsv").unwrap();
    for row in table.lines().skip(1) {
        let (code, commune) = row.split_once('\t').unwrap();
        assert!(official(code).is_empty(), "{code} is still a code");
        assert!(
            find(AreaLevel::Commune, commune).is_some(),
            "{code} leads nowhere"
        );
    }
}

#[test]
fn areas_of_yesterday_have_an_heir_on_their_level() {
    let heir = |level, code| former(Some(level), code).map(|former| former.heir.code);
    assert_eq!(heir(AreaLevel::Epci, "245900410"), Some("200093201"));
    assert_eq!(heir(AreaLevel::Region, "31"), Some("32"));
    assert_eq!(heir(AreaLevel::Region, "22"), Some("32"));
    assert_eq!(heir(AreaLevel::Departement, "31"), None, "Haute-Garonne");
    assert_eq!(heir(AreaLevel::Commune, "97127"), Some("97801"));
    assert_eq!(heir(AreaLevel::Commune, "97123"), Some("97701"));
    // A delegated and an associated commune; a municipal arrondissement is no commune of yesterday.
    assert_eq!(heir(AreaLevel::Commune, "69152"), Some("69149"));
    assert_eq!(heir(AreaLevel::Commune, "59355"), Some("59350"));
    assert_eq!(heir(AreaLevel::Commune, "75101"), None);
    // Its communes went to several intercommunalities.
    assert!(former(None, "200067221").is_some_and(|former| !former.is_whole));
    for (file, level, column) in [
        ("fr-anciens-epci.tsv", AreaLevel::Epci, 2),
        ("fr-anciennes-regions.tsv", AreaLevel::Region, 2),
    ] {
        let table = std::fs::read_to_string(format!("geography/{file}")).unwrap();
        for row in table.lines().skip(1) {
            let cells: Vec<&str> = row.split('\t').collect();
            assert!(find(level, cells[0]).is_none(), "{row} is still a code");
            assert!(find(level, cells[column]).is_some(), "{row} leads nowhere");
            assert!(
                former(Some(level), cells[0]).is_some(),
                "{row} is not found"
            );
        }
    }
}

#[test]
fn a_mistyped_code_finds_the_one_meant() {
    let first = |code: &str| nearest(code).first().map(|area| (area.level, area.code));
    assert_eq!(first("2361"), Some((AreaLevel::Commune, "02361")));
    assert_eq!(first("20093201"), Some((AreaLevel::Epci, "200093201")));
    assert_eq!(first("200093210"), Some((AreaLevel::Epci, "200093201")));
    assert_eq!(first("200 093 201"), Some((AreaLevel::Epci, "200093201")));
    assert_eq!(first("2a004"), Some((AreaLevel::Commune, "2A004")));
    assert_eq!(first("246200369"), Some((AreaLevel::Epci, "246200364")));
    assert!(nearest("59356").iter().any(|area| area.name == "Lomme"));
    assert!(nearest("").is_empty() || nearest("").iter().all(|area| area.code.len() == 1));
    assert!(nearest(&"5".repeat(10_000)).is_empty());
}

#[test]
fn a_name_is_found_whatever_its_case_and_accents() {
    assert_eq!(codes(&named("loos en gohelle")), ["62528"]);
    assert_eq!(codes(&named("HÉNIN-BEAUMONT")), ["62427"]);
    assert_eq!(codes(&named("Henin-Carvin")), ["246200299"]);
    assert_eq!(codes(&named("villes soeurs")), ["247600588"]);
    assert_eq!(named("Nord")[0].level, AreaLevel::Departement);
    assert!(named("").is_empty());
    assert!(named("Saint-Martin").len() <= 50);
}

#[test]
fn towns_come_by_size() {
    let towns = towns_over(20_000, &["59".to_owned(), "62".to_owned()]);
    assert_eq!(towns[0].name, "Lille");
    assert!(towns.iter().all(|town| town.population > Some(20_000)));
}

#[test]
fn projection_agrees_with_proj() {
    // pyproj 3 (PROJ 9), EPSG:4171 to EPSG:2154.
    let known = [
        (3.0586, 50.6292, 704_153.283_565, 7_059_136.657_078),
        (2.3768, 51.0344, 656_187.517_347, 7_104_472.923_960),
        (2.2957, 49.8941, 649_353.072_686, 6_977_491.513_300),
        (4.0844, 49.9225, 777_935.470_913, 6_980_962.287_665),
        (-4.4861, 48.3904, 146_632.978_528, 6_836_262.326_656),
        (7.2620, 43.7102, 1_043_410.159_722, 6_299_400.042_973),
        (9.1590, 41.3874, 1_216_133.106_397, 6_051_867.842_332),
        (3.0, 46.5, 700_000.0, 6_600_000.0),
    ];
    for (longitude, latitude, x, y) in known {
        let (east, north) = lambert93(longitude, latitude);
        assert!(
            (east - x).abs() < 1e-3 && (north - y).abs() < 1e-3,
            "{east} {north}"
        );
    }
}

#[test]
fn outlines_are_complete() {
    let region = &*HAUTS_DE_FRANCE;
    let sizes = ["epci", "departements", "region"].map(|layer| region.layer(layer).len());
    assert_eq!((sizes, region.arcs.len()), ([92, 5, 1], 290));
    assert_eq!(FRANCE.layer("departements").len(), 96);
    assert_eq!(FRANCE.layer("regions").len(), 13);
    assert_eq!(
        (
            AROUND_HAUTS_DE_FRANCE.layer("pays").len(),
            AROUND_FRANCE.layer("pays").len()
        ),
        (6, 17)
    );
    assert!(region.layer("rivers").is_empty());
    for (outlines, layer) in [
        (region, "epci"),
        (region, "departements"),
        (region, "region"),
        (&*FRANCE, "departements"),
        (&*FRANCE, "regions"),
        (&*AROUND_HAUTS_DE_FRANCE, "pays"),
        (&*AROUND_FRANCE, "pays"),
    ] {
        for ring in outlines
            .layer(layer)
            .iter()
            .flat_map(|outline| outline.polygons.iter().flatten())
        {
            let points = outlines.ring(ring);
            assert!(
                points.len() >= 4 && points.first() == points.last(),
                "{layer}: a ring is open"
            );
            let repeated = points.windows(2).any(|pair| pair[0] == pair[1]);
            assert!(!repeated, "{layer}: a point is repeated where arcs join");
        }
    }
}

#[test]
fn borders_are_shared_between_layers() {
    let outlines = &*HAUTS_DE_FRANCE;
    let once = |layer| -> BTreeSet<usize> {
        let sides = outlines.sides(outlines.layer(layer));
        (0..sides.len()).filter(|&arc| sides[arc] == 1).collect()
    };
    assert_eq!(once("epci"), once("region"));
    assert_eq!(once("departements"), once("region"));
    assert!(
        outlines
            .sides(outlines.layer("epci"))
            .iter()
            .all(|&sides| sides <= 2)
    );
}

#[test]
fn outlines_and_gazetteer_agree() {
    for outline in HAUTS_DE_FRANCE.layer("epci") {
        assert_eq!(area(AreaLevel::Epci, &outline.code).name, outline.name);
    }
    for outline in FRANCE.layer("departements") {
        assert_eq!(
            area(AreaLevel::Departement, &outline.code).name,
            outline.name
        );
    }
}

#[test]
fn other_texts_are_not_parsed_as_topojson() {
    assert!(Outlines::parse("{}").is_err());
    let dangling = r#"{"transform":{"scale":[1,1],"translate":[0,0]},"arcs":[],
        "objects":{"a":{"geometries":[{"type":"Polygon","arcs":[[0]],"id":"1","properties":{"nom":"x"}}]}}}"#;
    assert!(Outlines::parse(dangling).is_err());
}

#[test]
fn the_attribution_is_that_of_the_readme() {
    let readme = std::fs::read_to_string("geography/README.md").unwrap();
    assert!(readme.contains(&format!("> {ATTRIBUTION}\n")));
}
