//! What other programs and people make of the outputs: pictures are whole, letters are shown or told lost, pages break
//! where they may, files of invented networks say so wherever they go.

use std::path::Path;

use apes::language::Language;
use apes::renderers::lost::LostCharacters;
use apes::renderers::map::render;
use apes::renderers::mark::Marks;
use apes::renderers::paper::{Paper, Part};
use apes::renderers::{odt, pictures};
use apes::sources::Folder;
use apes::views::VIEWS;
use apes::views::view::{Facts, Figure, Question};
use apes::workspace;
use regex::Regex;

use crate::commands::apes;
use crate::golden::at_root;
use crate::papers::entry;
use crate::workspace::{TODAY, folder, with};

const EXAMPLE: &str = "examples/hauts-de-demain";

/// A network of one commune, with what the file `apes.toml` says of it.
fn small(settings: &str) -> std::path::PathBuf {
    with(&[
        (
            "apes.toml",
            &format!("format = 1\nname = \"R\"\nterritory = \"lens\"\n{settings}"),
        ),
        (
            "territories/lens/territory.toml",
            "name = \"Lens\"\nkind = \"commune\"\ncode = \"62498\"\nfollowed = { from = 2020 }\n",
        ),
        (
            "territories/lens/dynamics/d.toml",
            "name = \"L’Établi, œuvre à nous\"\ntheme = \"production-locale\"\nfrom = 2024\n",
        ),
    ])
}

fn gathered(root: &Path, report: &str, language: Language) -> Facts {
    let workspace = workspace::load(&Folder::at(root), Some(language), language);
    let view = VIEWS.iter().find(|view| view.name == report).expect(report);
    (view.gather)(&Question {
        territory: (report == "territory").then(|| "dunkerque".into()),
        ..Question::on(&workspace.network, language, TODAY)
    })
}

fn paper(root: &Path, report: &str, language: Language) -> Paper {
    Paper::new(&gathered(root, report, language), TODAY, language)
}

/// Runs the program with a file of its own, and returns what it wrote there and on standard error.
fn written(root: &Path, words: &[&str], name: &str) -> (Vec<u8>, String) {
    let file = folder().join(name);
    let root = root.to_string_lossy();
    let path = file.to_string_lossy();
    let output = apes(&[words, &["--root", &root, "--output", &path]].concat());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{words:?}: {said}");
    (std::fs::read(file).expect("the file"), said)
}

fn holds(bytes: &[u8], part: &str) -> bool {
    bytes
        .windows(part.len())
        .any(|window| window == part.as_bytes())
}

#[test]
fn every_copy_in_a_drawing_is_named_as_svg_1_1_names_it() {
    let example = at_root(EXAMPLE);
    for report in VIEWS {
        let facts = gathered(&example, report.name, Language::French);
        let maps = facts.figures.iter().filter_map(|figure| match figure {
            Figure::Map(map) => Some(render(map)),
            _ => None,
        });
        let charts = facts
            .pictures()
            .map(|picture| pictures::render(picture, "a", &Marks::default(), Language::French));
        for svg in maps.chain(charts) {
            let copies = svg.matches("<use ").count();
            assert_eq!(
                svg.matches("<use xlink:href=\"#").count(),
                copies,
                "{}",
                report.name
            );
            assert!(svg.contains("xmlns:xlink=\"http://www.w3.org/1999/xlink\""));
            // LibreOffice and older viewers draw the edge of a letter over the letter.
            assert!(!svg.contains("paint-order"), "{}", report.name);
        }
    }
}

#[test]
fn the_mark_of_an_invented_network_is_on_every_picture_and_on_no_real_one() {
    for (language, words, sentence) in [
        (Language::French, "réseau inventé", "Réseau inventé, pour l"),
        (
            Language::English,
            "invented network",
            "An invented network, for",
        ),
    ] {
        for (root, is_invented) in [(at_root(EXAMPLE), true), (at_root(""), false)] {
            for report in VIEWS
                .iter()
                .filter(|view| is_invented || view.name != "territory")
            {
                for section in &paper(&root, report.name, language).sections {
                    for part in &section.parts {
                        let Part::Picture {
                            svg, alternative, ..
                        } = part
                        else {
                            continue;
                        };
                        let told =
                            |pattern: &str| Regex::new(pattern).expect("a pattern").is_match(svg);
                        assert_eq!(
                            told(&format!("<title[^>]*>[^<]*\\({words}\\)</title>")),
                            is_invented
                        );
                        assert_eq!(told(&format!("<desc[^>]*>{sentence}")), is_invented);
                        assert_eq!(alternative.starts_with(sentence), is_invented);
                        let last = svg.rsplit("</text>").nth(1).unwrap_or_default();
                        let foot = last.rsplit('>').next().unwrap_or_default();
                        assert_eq!(
                            foot.starts_with(sentence),
                            is_invented,
                            "{}: {foot}",
                            report.name
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn the_mark_of_an_invented_network_is_in_every_file_that_travels() {
    for (settings, is_invented) in [("invented = true\n", true), ("", false)] {
        let root = small(settings);
        for language in ["fr", "en"] {
            let words = if language == "fr" {
                "réseau inventé"
            } else {
                "invented network"
            };
            let html = ["report", "process", "--format", "html", "--lang", language];
            let (page, _) = written(&root, &html, "x.html");
            assert_eq!(holds(&page, &format!("({words})</title>")), is_invented);
            assert_eq!(holds(&page, "<meta name=\"description\""), is_invented);
            let (page, _) = written(&root, &["report", "map", "--lang", language], "m.html");
            assert_eq!(holds(&page, &format!("({words})</title>")), is_invented);
            assert_eq!(holds(&page, "<meta name=\"description\""), is_invented);
            let (file, _) = written(&root, &["report", "annual", "--lang", language], "a.odt");
            let meta = entry(&file, "meta.xml");
            assert_eq!(meta.contains(&format!("({words})</dc:title>")), is_invented);
            assert_eq!(meta.contains("<dc:description>"), is_invented);
            assert_eq!(entry(&file, "styles.xml").contains(words), is_invented);
        }
    }
}

#[test]
fn the_contents_of_a_text_document_have_a_page_each() {
    let facts = gathered(&at_root(EXAMPLE), "annual", Language::French);
    let paper = Paper::new(&facts, TODAY, Language::French);
    let file = odt::render(&paper, &LostCharacters::default()).expect("a document");
    let content = entry(&file, "content.xml");
    let (_, contents) = content.split_once("<text:index-body>").expect("contents");
    let (contents, _) = contents
        .split_once("</text:index-body>")
        .expect("their end");
    let listed = paper
        .sections
        .iter()
        .filter(|one| one.listed && !one.heading.is_empty());
    for chapter in listed {
        let page = format!(
            "<text:tab/><text:bookmark-ref text:reference-format=\"page\" text:ref-name=\"{}\">",
            chapter.id
        );
        assert_eq!(contents.matches(&page).count(), 1, "{}", chapter.id);
        let bookmark = format!("<text:bookmark text:name=\"{}\"/>", chapter.id);
        assert!(content.contains(&bookmark), "{}", chapter.id);
    }
    let styles = entry(&file, "styles.xml");
    assert!(styles.contains("style:type=\"right\" style:leader-style=\"dotted\""));
}

#[test]
fn few_headings_have_no_table_of_contents() {
    let example = at_root(EXAMPLE);
    for (report, has_contents) in [
        ("map", false),
        ("economy", false),
        ("annual", true),
        ("process", true),
    ] {
        let paper = paper(&example, report, Language::French);
        assert_eq!(paper.has_contents, has_contents, "{report}");
        let file = odt::render(&paper, &LostCharacters::default()).expect("a document");
        let content = entry(&file, "content.xml");
        assert_eq!(
            content.contains("<text:table-of-content "),
            has_contents,
            "{report}"
        );
    }
    let (page, _) = written(&example, &["list", "actors", "--format", "html"], "l.html");
    assert!(!holds(&page, "<nav"), "nothing to list");
}

#[test]
fn short_tables_and_lines_below_headings_stay_whole() {
    let paper = paper(&at_root(EXAMPLE), "annual", Language::French);
    let file = odt::render(&paper, &LostCharacters::default()).expect("a document");
    let content = entry(&file, "content.xml");
    let tables: Vec<_> = paper
        .sections
        .iter()
        .flat_map(|one| &one.parts)
        .filter_map(|part| match part {
            Part::Table(grid) => Some(grid),
            _ => None,
        })
        .collect();
    let short = tables.iter().filter(|grid| grid.rows.len() <= 10).count();
    assert!(short > 20 && tables.iter().all(|grid| grid.rows.len() > 10 || grid.whole));
    let whole = tables.iter().filter(|grid| grid.whole).count();
    assert_eq!(content.matches("table:style-name=\"whole\"").count(), whole);
    assert!(content.contains("style:may-break-between-rows=\"false\""));
    assert!(content.contains("fo:keep-together=\"always\""));
    let dynamics = paper
        .sections
        .iter()
        .filter(|one| one.level == 3 && one.parts.len() > 1);
    let mut leads = 0;
    for section in dynamics {
        if let Some(Part::Note { lead, text }) = section.parts.first() {
            assert!(*lead, "{text}");
            leads += 1;
        }
    }
    assert!(leads > 20, "{leads}");
}

#[test]
fn a_dash_is_standard_output_and_endings_have_no_case() {
    let root = small("");
    let place = root.to_string_lossy();
    let output = apes(&[
        "list", "dynamics", "--root", &place, "--format", "json", "-o", "-",
    ]);
    assert!(
        output.stdout.starts_with(b"{"),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(!at_root("-").exists());
    for format in apes::renderers::format::FORMATS {
        for ending in format.endings {
            for name in [
                ending.to_uppercase(),
                format!("{}{}", ending[..1].to_uppercase(), &ending[1..]),
            ] {
                let path = Path::new("carte").with_extension(&name);
                let chosen = apes::renderers::format::Format::from_path(&path, Language::French);
                assert_eq!(chosen.expect("a format").name, format.name, "{name}");
            }
        }
    }
    let error = apes::renderers::format::Format::from_path(Path::new("x.docx"), Language::English)
        .expect_err("no format")
        .to_string();
    for format in apes::renderers::format::FORMATS {
        for ending in format.endings {
            assert!(error.contains(ending), "{ending}: {error}");
        }
    }
}

/// Lightness of a colour (CIE L*), from 0 to 100.
fn lightness(colour: &str) -> f64 {
    let light = 1.05 / apes::renderers::map::contrast("#ffffff", colour) - 0.05;
    116.0 * light.cbrt() - 16.0
}

#[test]
fn a_photocopy_tells_the_tints_of_the_ground_apart() {
    let facts = gathered(&at_root(EXAMPLE), "map", Language::French);
    let map = facts.figures.iter().find_map(|figure| match figure {
        Figure::Map(map) => Some(map),
        _ => None,
    });
    let mut map = map.expect("a map").as_ref().clone();
    let swatches = |svg: &str| -> Vec<String> {
        let swatch = Regex::new("width=\"24\" height=\"14\" fill=\"([^\"]*)\"").expect("a pattern");
        swatch
            .captures_iter(svg)
            .map(|found| found[1].to_owned())
            .collect()
    };
    let colours = swatches(&render(&map));
    assert_eq!(colours.len(), 4, "{colours:?}");
    for pair in colours.windows(2) {
        let step = lightness(&pair[0]) - lightness(&pair[1]);
        assert!(step >= 8.0, "{pair:?}: {step}");
    }
    // Land that a filter leaves out has a pattern, since no lightness is left for it.
    let left_out = map.tints.first().expect("a tint").0.clone();
    map.outside = vec![left_out];
    let svg = render(&map);
    assert_eq!(
        swatches(&svg).last().map(String::as_str),
        Some("url(#apes-outside)")
    );
    assert!(svg.contains("<pattern id=\"apes-outside\""));
    let page = include_str!("../../src/renderers/map/interactive/page.css");
    for colour in &colours[1..] {
        assert_eq!(
            page.matches(colour.as_str()).count(),
            3,
            "the page has the same: {colour}"
        );
    }
}

#[cfg(feature = "png")]
mod pixels {
    use super::*;

    #[test]
    fn pictures_of_a_text_document_are_outlines_with_pixels_to_fall_back_on() {
        let paper = paper(&at_root(EXAMPLE), "annual", Language::French);
        let file = odt::render(&paper, &LostCharacters::default()).expect("a document");
        let content = entry(&file, "content.xml");
        let manifest = entry(&file, "META-INF/manifest.xml");
        let pictures = content.matches("<draw:frame ").count();
        assert!(pictures > 1);
        for index in 1..=pictures {
            let svg = entry(&file, &format!("Pictures/{index}.svg"));
            assert!(!svg.contains("<text") && svg.contains("<title>") && svg.contains("<desc>"));
            let [first, second] = ["svg", "png"].map(|ending| {
                let path = format!("Pictures/{index}.{ending}");
                assert!(manifest.contains(&path));
                content.find(&format!("\"{path}\"")).expect("in its frame")
            });
            assert!(first < second, "the drawing comes first");
        }
        assert_eq!(content.matches("<svg:desc>").count(), pictures);
    }

    #[test]
    fn a_picture_in_pixels_shows_signs_of_spare_fonts_and_tells_what_is_lost() {
        let root = small("motto = \"Cultiver 🌱 ✓ ensemble 中文\"\ninvented = true\n");
        let (picture, said) = written(&root, &["report", "map", "--lang", "fr"], "m.png");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(
            said.contains("apes.toml:4") && said.contains("中 (U+4E2D), 文 (U+6587)"),
            "{said}"
        );
        assert!(!said.contains("1F331") && !said.contains("2713"), "{said}");
        assert!(holds(&picture, "Title\0") && holds(&picture, "(réseau inventé)"));
        let (picture, said) = written(&small(""), &["report", "map"], "m.png");
        assert_eq!(said, "");
        assert!(!holds(&picture, "inventé"));
    }
}

#[cfg(feature = "pdf")]
mod pages {
    use apes::renderers::page::Template;
    use apes::renderers::pdf;

    use super::*;

    /// Signs that people paste into records, and scripts in which names come.
    const SIGNS: &str = "✓ ☎ ☕ ✉ ☐ ► ⟶ ♻ ☀\u{fe0f} 🌱 📍 العربية עברית ★ № Ж";

    #[test]
    fn no_character_stops_a_page_and_what_is_lost_is_told() {
        let root = with(&[
            (
                "apes.toml",
                &format!(
                    "format = 1\nname = \"R {SIGNS}\"\nmotto = \"Cultiver 🌱 中\"\nterritory = \"lens\"\n"
                ),
            ),
            (
                "territories/lens/territory.toml",
                &format!(
                    "name = \"Lens {SIGNS}\"\nkind = \"commune\"\ncode = \"62498\"\nsummary = \"**園** {SIGNS}\"\nfollowed = {{ from = 2020 }}\n"
                ),
            ),
            (
                "territories/lens/dynamics/d.toml",
                "name = \"☕\"\ntheme = \"production-locale\"\nfrom = 2024\n[purpose]\nneeds = [\"► semer\"]\n",
            ),
        ]);
        for language in ["fr", "en"] {
            let (page, said) = written(&root, &["report", "annual", "--lang", language], "a.pdf");
            assert!(page.starts_with(b"%PDF-"));
            assert_eq!(said.lines().count(), 2, "{said}");
            assert!(
                said.contains("apes.toml:3") && said.contains("(U+4E2D)"),
                "{said}"
            );
            assert!(
                said.contains("territories/lens/territory.toml:4") && said.contains("(U+5712)"),
                "{said}"
            );
        }
        let (_, said) = written(&root, &["show", "d"], "d.pdf");
        assert_eq!(said, "");
        let (_, said) = written(&at_root(EXAMPLE), &["reconcile", "2024"], "r.pdf");
        assert_eq!(said, "");
    }

    #[test]
    fn the_mark_of_an_invented_network_is_in_the_properties_of_pages() {
        for (settings, is_invented) in [("invented = true\n", true), ("", false)] {
            let root = small(settings);
            let (page, _) = written(&root, &["report", "map", "--lang", "en"], "m.pdf");
            assert_eq!(holds(&page, "(invented network)"), is_invented);
            assert_eq!(
                holds(&page, "An invented network, for the example"),
                is_invented
            );
        }
    }

    #[test]
    fn a_template_may_hold_signs_itself() {
        let paper = paper(&small(""), "process", Language::French);
        let own = "#set document(title: \"中\")\n#let 中 = [園 ☕]\n#中";
        let own = Some(Template {
            path: "templates/process.typ",
            text: own,
        });
        let lost = LostCharacters::default();
        pdf::render(&paper, own, Language::French, &lost).expect("a page");
        assert_eq!(lost.characters(), ['中', '園']);
    }
}
