//! Small terminals, long lists, and a map that would be empty: what does not fit or is not there is told.

use std::path::Path;
use std::process::{Command, Output};

use unicode_width::UnicodeWidthStr;

use crate::golden::at_root;
use crate::workspace::with;

/// Runs the program on a workspace in a terminal so wide, on a day that is always the same.
fn apes(root: &Path, columns: usize, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(words)
        .arg("--root")
        .arg(root)
        .env_clear()
        .env("COLUMNS", columns.to_string())
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .output()
        .expect("the program runs")
}

fn said(root: &Path, columns: usize, words: &[&str]) -> String {
    let output = apes(root, columns, words);
    assert!(
        output.status.success(),
        "{words:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

const SHOWN: [&[&str]; 8] = [
    &["list", "territories"],
    &["list", "actors"],
    &["list", "dynamics"],
    &["list", "published"],
    &["show", "hauts-de-france"],
    &["show", "tilt"],
    &["show", "vises"],
    &["show", "plaquette-2020"],
];

#[test]
fn tables_fit_the_terminal() {
    let root = at_root("");
    for (columns, words) in [60, 80, 120]
        .into_iter()
        .flat_map(|columns| SHOWN.map(|words| (columns, words)))
    {
        for language in ["fr", "en"] {
            let text = said(&root, columns, &[words, &["--lang", language]].concat());
            // The title, and the sentence on what found no room, are folded by the terminal itself.
            let rows = text.lines().skip(1).filter(|line| !line.starts_with('…'));
            let wide: Vec<&str> = rows.filter(|line| line.width() > columns).collect();
            assert!(wide.is_empty(), "{words:?} in {columns} columns: {wide:#?}");
        }
    }
}

#[test]
fn twenty_columns_are_too_few_but_no_mishap() {
    for words in SHOWN {
        let text = said(&at_root(""), 20, words);
        assert!(text.lines().count() > 2, "{words:?}: {text}");
    }
}

#[test]
fn each_column_is_shown_or_said_to_find_no_room() {
    for kind in ["territories", "actors", "dynamics", "published"] {
        // Markdown has every column of the table that people read.
        let page = said(
            &at_root(""),
            80,
            &["list", kind, "--lang", "fr", "--format", "md"],
        );
        let row = page.lines().find(|line| line.starts_with("| "));
        let headings: Vec<String> = row
            .expect("a row of headings")
            .split('|')
            .map(|heading| heading.trim().to_owned())
            .filter(|heading| !heading.is_empty())
            .collect();
        for columns in [20, 40, 60, 80, 200] {
            let text = said(&at_root(""), columns, &["list", kind, "--lang", "fr"]);
            let (above, below): (Vec<&str>, Vec<&str>) =
                text.lines().partition(|line| !line.starts_with('…'));
            assert!(below.len() <= 1, "{text}");
            let told = below.first().copied().unwrap_or_default();
            for heading in headings.iter().map(String::as_str) {
                let shown = above.iter().take(3).any(|line| line.contains(heading));
                assert!(
                    shown || told.contains(heading),
                    "{kind} in {columns} columns: `{heading}` is lost\n{text}"
                );
            }
            assert!(
                columns < 200 || told.is_empty(),
                "{kind} in 200 columns: {told}"
            );
        }
    }
}

#[test]
fn lists_group_digits_and_sort_names_as_their_reader_does() {
    let territory =
        |name: &str, code: &str| format!("name = \"{name}\"\nkind = \"epci\"\ncode = \"{code}\"\n");
    let (lille, lens) = (
        territory("Zone de Lille", "200093201"),
        territory("Éventail", "246200364"),
    );
    let root = with(&[
        ("territories/lille/territory.toml", &lille),
        ("territories/lens/territory.toml", &lens),
        (
            "territories/nord/territory.toml",
            "name = \"Flandre\"\nkind = \"departement\"\ncode = \"59\"\n",
        ),
    ]);
    let french = said(&root, 120, &["list", "territories", "--lang", "fr"]);
    let places =
        ["Éventail", "Flandre", "Zone de Lille"].map(|name| french.find(name).expect("listed"));
    assert!(places.is_sorted(), "{french}");
    assert!(french.contains("1\u{202f}195\u{202f}234"), "{french}");
    let english = said(&root, 120, &["list", "territories", "--lang", "en"]);
    assert!(english.contains("1,195,234"), "{english}");
}

#[test]
fn the_same_said_of_four_places_is_said_once() {
    let territory = (
        "territories/ici/territory.toml",
        "name = \"Ici\"\nkind = \"other\"\nsources = [{ title = \"T\" }]\n",
    );
    let actor = "name = \"A\"\nkind = \"association\"\nmember = { from = 2020 }\n";
    let names = ["un", "deux", "trois", "quatre", "cinq"]
        .map(|id| format!("territories/ici/actors/{id}.toml"));
    for (count, more) in [(3, false), (5, true)] {
        let files: Vec<(&str, &str)> = std::iter::once(territory)
            .chain(names[..count].iter().map(|name| (&**name, actor)))
            .collect();
        let root = with(&files);
        let words = ["validate", "--only", "without-source", "--lang", "en"];
        let text = said(&root, 100, &words);
        let told = text.matches("warning[without-source]").count();
        assert_eq!(told, if more { 1 } else { count }, "{text}");
        let shown = names.iter().filter(|name| text.contains(&***name)).count();
        assert_eq!(shown, 3, "{text}");
        assert_eq!(text.contains("… and 2 more:"), more, "{text}");
        let all = said(&root, 100, &[&words[..], &["--all"]].concat());
        assert!(
            names[..count].iter().all(|name| all.contains(name)),
            "{all}"
        );
    }
}

#[test]
fn a_map_that_would_be_empty_tells_the_years_that_records_know() {
    let dynamic = |from: u16, to: u16| {
        format!(
            "name = \"D\"\ntheme = \"impact-social\"\nfrom = {from}\nto = {to}\nsources = [{{ title = \"T\" }}]\n"
        )
    };
    let territory = "name = \"Lille\"\nkind = \"epci\"\ncode = \"200093201\"\n";
    let ones = [
        dynamic(2012, 2014),
        dynamic(2013, 2019),
        dynamic(2030, 2031),
    ];
    let root = with(&[
        ("territories/lille/territory.toml", territory),
        ("territories/lille/dynamics/un.toml", &ones[0]),
        ("territories/lille/dynamics/deux.toml", &ones[1]),
        ("territories/lille/dynamics/demain.toml", &ones[2]),
    ]);
    let hint = "the records cover 2012–2019: `--years 2012..2019`, or one year with `--year`";
    let today = said(&root, 100, &["report", "map", "--lang", "en"]);
    assert!(today.contains(hint), "{today}");
    let french = said(&root, 100, &["report", "map", "--lang", "fr"]);
    assert!(
        french.contains("les fiches couvrent 2012–2019\u{a0}: `--years 2012..2019`"),
        "{french}"
    );
    // Who chose a day wants that day, and what is there today needs no other year.
    assert!(
        !said(
            &root,
            100,
            &["report", "map", "--year", "2025", "--lang", "en"]
        )
        .contains("the records cover")
    );
    std::fs::write(
        root.join("territories/lille/dynamics/deux.toml"),
        dynamic(2013, 2029),
    )
    .expect("written");
    let alive = said(&root, 100, &["report", "map", "--lang", "en"]);
    assert!(!alive.contains("the records cover"), "{alive}");
}
