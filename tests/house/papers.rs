//! Reports on paper: text documents that an office suite opens whatever the records say.

use std::io::{Cursor, Read};

use apes::calendar::DateRange;
use apes::language::Language;
use apes::renderers::lost::LostCharacters;
use apes::renderers::odt;
use apes::renderers::paper::Paper;
use apes::sources::Folder;
use apes::views::VIEWS;
use apes::views::view::{Facts, Question};
use apes::workspace;
use regex::Regex;
use zip::{CompressionMethod, ZipArchive};

use crate::golden::at_root;
use crate::workspace::{TODAY, with};

/// Names that would break a document if any of them were taken for markup.
const HOSTILE: &[(&str, &str)] = &[
    (
        "apes.toml",
        "format = 1\nname = \"R </text:p> & \\\"\"\nterritory = \"lens\"\n",
    ),
    (
        "territories/lens/territory.toml",
        "name = \"Lens <&> ]]> \\u0007\"\nsummary = \"Un <b>mot</b> [là](javascript:x) \
            **fort**\\n\\n1. un\\n2. deux\"\nkind = \"commune\"\ncode = \"62498\"\nfollowed = { \
            from = 2020 }\n",
    ),
    (
        "territories/lens/dynamics/d.toml",
        "name = \"<draw:frame/>\"\ntheme = \"production-locale\"\nfrom = 2024\n",
    ),
];

fn annual(root: &std::path::Path, language: Language) -> Facts {
    let workspace = workspace::load(&Folder::at(root), Some(language), language);
    let view = VIEWS
        .iter()
        .find(|view| view.name == "annual")
        .expect("the annual report");
    (view.gather)(&Question {
        asked: DateRange::years(2024, 2024),
        dated: true,
        ..Question::on(&workspace.network, language, TODAY)
    })
}

fn document(facts: &Facts, language: Language) -> Vec<u8> {
    odt::render(
        &Paper::new(facts, TODAY, language),
        &LostCharacters::default(),
    )
    .expect("a small document")
}

pub fn entry(bytes: &[u8], name: &str) -> String {
    let mut file = ZipArchive::new(Cursor::new(bytes)).expect("a whole file");
    let mut text = String::new();
    file.by_name(name)
        .expect(name)
        .read_to_string(&mut text)
        .expect("text");
    text
}

/// Every element is closed by its own name, in order.
fn is_well_formed(xml: &str) -> bool {
    let tag = Regex::new(r#"<(/?)([\w:-]+)((?: [\w:-]+="[^"<>]*")*)(/?)>"#).expect("a pattern");
    let mut open: Vec<String> = Vec::new();
    let body = xml.split_once("?>").map_or(xml, |(_, body)| body);
    for found in tag.captures_iter(body) {
        match (&found[1], &found[4]) {
            ("/", _) if open.pop().as_deref() != Some(&found[2]) => return false,
            ("", "") => open.push(found[2].to_owned()),
            _ => {}
        }
    }
    let left = tag.replace_all(body, "");
    open.is_empty() && !left.contains(['<', '>'])
}

#[test]
fn the_text_document_says_what_it_is_first_and_comes_out_the_same_twice() {
    let facts = annual(&at_root("examples/hauts-de-demain"), Language::French);
    let bytes = document(&facts, Language::French);
    assert_eq!(bytes, document(&facts, Language::French));
    let mut file = ZipArchive::new(Cursor::new(&bytes)).expect("a whole file");
    let first = file.by_index(0).expect("an entry");
    assert_eq!(first.name().expect("a name"), "mimetype");
    assert_eq!(first.compression(), CompressionMethod::Stored);
    drop(first);
    assert_eq!(
        entry(&bytes, "mimetype"),
        "application/vnd.oasis.opendocument.text"
    );
    let manifest = entry(&bytes, "META-INF/manifest.xml");
    let names: Vec<String> = file
        .file_names()
        .map(|name| name.expect("a name").into_owned())
        .collect();
    for name in names
        .iter()
        .filter(|name| *name != "mimetype" && *name != "META-INF/manifest.xml")
    {
        assert!(
            manifest.contains(&format!("full-path=\"{name}\"")),
            "{name}"
        );
    }
}

#[test]
fn the_text_document_has_every_chapter_table_and_picture() {
    let facts = annual(&at_root("examples/hauts-de-demain"), Language::French);
    let bytes = document(&facts, Language::French);
    let content = entry(&bytes, "content.xml");
    for part in [
        "content.xml",
        "styles.xml",
        "meta.xml",
        "META-INF/manifest.xml",
    ] {
        assert!(is_well_formed(&entry(&bytes, part)), "{part}");
    }
    assert_eq!(content.matches("<text:h ").count(), facts.sections.len());
    let tables = facts
        .all_tables()
        .filter(|table| !table.rows.is_empty())
        .count();
    assert_eq!(content.matches("<table:table ").count(), tables);
    assert_eq!(content.matches("<table:table-header-rows>").count(), tables);
    assert_eq!(
        content.matches("<draw:frame ").count(),
        facts.pictures().count()
    );
    assert!(entry(&bytes, "Pictures/1.svg").starts_with("<svg "));
    assert!(entry(&bytes, "styles.xml").contains("<text:page-number "));
    assert!(entry(&bytes, "meta.xml").contains("<dc:language>fr</dc:language>"));
    let invented = facts.invented.expect("the example is invented");
    assert!(content.contains(&invented.replace('\'', "&#39;")));
}

#[test]
fn no_record_breaks_the_text_document() {
    let facts = annual(&with(HOSTILE), Language::English);
    let bytes = document(&facts, Language::English);
    let content = entry(&bytes, "content.xml");
    assert!(is_well_formed(&content), "{content}");
    assert!(is_well_formed(&entry(&bytes, "meta.xml")));
    for shown in [
        "R &lt;/text:p&gt; &amp; &quot;",
        "Lens &lt;&amp;&gt; ]]&gt; &lt;U+0007&gt;",
        "&lt;draw:frame/&gt;",
    ] {
        assert!(content.contains(shown), "{shown}\n{content}");
    }
    assert!(!content.contains("javascript"), "{content}");
}

#[cfg(feature = "pdf")]
mod pages {
    use apes::renderers::page::Template;
    use apes::renderers::pdf;

    use super::*;

    fn printed(facts: &Facts, language: Language) -> Vec<u8> {
        pdf::render(
            &Paper::new(facts, TODAY, language),
            None,
            language,
            &LostCharacters::default(),
        )
        .expect("a template of ours")
    }

    fn count(bytes: &[u8], part: &str) -> usize {
        bytes
            .windows(part.len())
            .filter(|window| *window == part.as_bytes())
            .count()
    }

    #[test]
    fn pages_carry_their_fonts_their_language_and_come_out_the_same_twice() {
        let facts = annual(&at_root("examples/hauts-de-demain"), Language::French);
        let bytes = printed(&facts, Language::French);
        assert!(bytes.starts_with(b"%PDF-1."));
        assert_eq!(bytes, printed(&facts, Language::French));
        for part in [
            "/Lang",
            "LibertinusSerif",
            "ApesSans",
            "/FontFile",
            "/Outlines",
            "/StructTreeRoot",
        ] {
            assert!(count(&bytes, part) > 0, "{part}");
        }
    }

    #[test]
    fn every_report_has_pages_whatever_the_records_say() {
        for root in [
            with(HOSTILE),
            with(&[("apes.toml", "format = 1\nname = \"R\"\n")]),
        ] {
            let facts = annual(&root, Language::English);
            assert!(printed(&facts, Language::English).starts_with(b"%PDF-1."));
        }
    }

    #[test]
    fn a_template_of_the_network_reads_the_same_facts_and_nothing_else() {
        let facts = annual(&at_root("examples/hauts-de-demain"), Language::English);
        let paper = Paper::new(&facts, TODAY, Language::English);
        let by = |text| {
            pdf::render(
                &paper,
                Some(Template {
                    path: "templates/annual.typ",
                    text,
                }),
                Language::English,
                &LostCharacters::default(),
            )
        };
        let own = "#let report = json(\"report.json\")\n#set document(title: \
            report.facts.network)\n#report.title";
        assert!(by(own).is_ok());
        for (text, at) in [
            ("\n#image(\"/etc/hostname\")", ":2: "),
            ("#json(\"report.json\").nothing", ":1: "),
        ] {
            let message = by(text).expect_err("a broken template").to_string();
            assert!(
                message.starts_with(&format!(
                    "templates/annual.typ{at}the template cannot be rendered ("
                )),
                "{message}"
            );
        }
    }
}
