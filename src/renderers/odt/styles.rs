//! How the text document looks: its page with a numbered foot, its headings, tables and lists.

use crate::renderers::odt::document;
use crate::renderers::odt::xml::Xml;
use crate::renderers::paper::Paper;

/// The font asked for: every `LibreOffice` has it, Word sets Times New Roman, of the same widths,
/// in its place.
const FONT: &str = "Liberation Serif";

/// How much smaller a sheet is set than a report.
const SHEET: f64 = 0.78;

type Attributes<'a> = &'a [(&'a str, &'a str)];

/// Paragraph styles: name, display name, parent, outline level, how the paragraph stands, how its
/// text looks.
const PARAGRAPHS: [(&str, &str, &str, &str, Attributes, Attributes); 12] = [
    (
        "Text_20_body",
        "Text body",
        "Standard",
        "",
        &[("fo:margin-bottom", "0.2cm"), ("fo:line-height", "115%")],
        &[],
    ),
    (
        "Title",
        "Title",
        "Standard",
        "",
        &[("fo:margin-bottom", "0.5cm")],
        &[("fo:font-size", "24pt"), ("fo:font-weight", "bold")],
    ),
    (
        "Heading_20_1",
        "Heading 1",
        "Standard",
        "1",
        &[
            ("fo:margin-top", "0.8cm"),
            ("fo:margin-bottom", "0.3cm"),
            ("fo:keep-with-next", "always"),
            ("fo:border-bottom", "0.75pt solid #000000"),
        ],
        &[("fo:font-size", "17pt"), ("fo:font-weight", "bold")],
    ),
    (
        "Heading_20_2",
        "Heading 2",
        "Standard",
        "2",
        &[
            ("fo:margin-top", "0.6cm"),
            ("fo:margin-bottom", "0.2cm"),
            ("fo:keep-with-next", "always"),
        ],
        &[("fo:font-size", "14pt"), ("fo:font-weight", "bold")],
    ),
    (
        "Heading_20_3",
        "Heading 3",
        "Standard",
        "3",
        &[
            ("fo:margin-top", "0.4cm"),
            ("fo:margin-bottom", "0.15cm"),
            ("fo:keep-with-next", "always"),
        ],
        &[
            ("fo:font-size", "11.5pt"),
            ("fo:font-style", "italic"),
            ("fo:font-weight", "bold"),
        ],
    ),
    (
        "Heading_20_4",
        "Heading 4",
        "Standard",
        "4",
        &[
            ("fo:margin-top", "0.3cm"),
            ("fo:margin-bottom", "0.1cm"),
            ("fo:keep-with-next", "always"),
        ],
        &[("fo:font-weight", "bold")],
    ),
    (
        "Quotations",
        "Quotations",
        "Text_20_body",
        "",
        &[("fo:margin-left", "1cm"), ("fo:margin-right", "1cm")],
        &[],
    ),
    (
        "Note",
        "Note",
        "Standard",
        "",
        &[("fo:margin-bottom", "0.2cm")],
        &[("fo:font-size", "8.5pt"), ("fo:color", "#444444")],
    ),
    (
        "Caption",
        "Caption",
        "Standard",
        "",
        &[
            ("fo:margin-top", "0.3cm"),
            ("fo:margin-bottom", "0.1cm"),
            ("fo:keep-with-next", "always"),
        ],
        &[("fo:font-weight", "bold")],
    ),
    (
        "Table_20_Contents",
        "Table Contents",
        "Standard",
        "",
        &[],
        &[("fo:font-size", "9pt")],
    ),
    (
        "Table_20_Heading",
        "Table Heading",
        "Table_20_Contents",
        "",
        &[],
        &[("fo:font-weight", "bold")],
    ),
    (
        "Footer",
        "Footer",
        "Standard",
        "",
        &[("fo:text-align", "center")],
        &[("fo:font-size", "8.5pt")],
    ),
];

/// Styles of the whole document and of its page.
pub fn styles(paper: &Paper) -> String {
    let mut xml = Xml::new();
    document(&mut xml, "office:document-styles", |xml| {
        xml.inside("office:font-face-decls", &[], |xml| {
            let face = [
                ("style:name", FONT),
                ("svg:font-family", FONT),
                ("style:font-family-generic", "roman"),
            ];
            xml.leaf("style:font-face", &face);
        });
        xml.inside("office:styles", &[], |xml| named(xml, paper));
        xml.inside("office:automatic-styles", &[], page);
        xml.inside("office:master-styles", &[], |xml| {
            let master = [
                ("style:name", "Standard"),
                ("style:page-layout-name", "page"),
            ];
            xml.inside("style:master-page", &master, |xml| {
                xml.inside("style:footer", &[], foot);
            });
        });
    });
    xml.finish()
}

fn named(xml: &mut Xml, paper: &Paper) {
    let country = if paper.language == "fr" { "FR" } else { "GB" };
    xml.inside(
        "style:default-style",
        &[("style:family", "paragraph")],
        |xml| {
            xml.leaf(
                "style:text-properties",
                &[
                    ("fo:font-size", if paper.sheet { "8.5pt" } else { "10.5pt" }),
                    ("style:font-name", FONT),
                    ("fo:language", paper.language),
                    ("fo:country", country),
                ],
            );
        },
    );
    xml.leaf(
        "style:style",
        &[("style:name", "Standard"), ("style:family", "paragraph")],
    );
    for (name, shown, parent, outline, stands, looks) in PARAGRAPHS {
        let mut head = vec![
            ("style:name", name),
            ("style:display-name", shown),
            ("style:family", "paragraph"),
            ("style:parent-style-name", parent),
        ];
        head.extend((!outline.is_empty()).then_some(("style:default-outline-level", outline)));
        xml.inside("style:style", &head, |xml| {
            for (properties, values) in [
                ("style:paragraph-properties", stands),
                ("style:text-properties", looks),
            ] {
                let values: Vec<(&str, String)> = values
                    .iter()
                    .map(|(key, value)| (*key, scaled(paper, value)))
                    .collect();
                let values: Vec<(&str, &str)> =
                    values.iter().map(|(key, value)| (*key, &**value)).collect();
                if !values.is_empty() {
                    xml.leaf(properties, &values);
                }
            }
        });
    }
    for (name, look) in [
        ("Strong", ("fo:font-weight", "bold")),
        ("Emphasis", ("fo:font-style", "italic")),
    ] {
        let head = [("style:name", name), ("style:family", "text")];
        xml.inside("style:style", &head, |xml| {
            xml.leaf("style:text-properties", &[look]);
        });
    }
    lists(xml);
}

/// A length as it is for a report, or smaller for a sheet; anything else as it is.
fn scaled(paper: &Paper, value: &str) -> String {
    let unit = ["pt", "cm"]
        .into_iter()
        .find(|unit| value.ends_with(unit))
        .filter(|_| paper.sheet);
    let length = unit.and_then(|unit| Some((unit, value.strip_suffix(unit)?.parse::<f64>().ok()?)));
    length.map_or_else(
        || value.to_owned(),
        |(unit, length)| format!("{:.2}{unit}", length * SHEET),
    )
}

fn lists(xml: &mut Xml) {
    list(xml, "Bullets", |xml, level, space| {
        let mark = [("text:level", level), ("text:bullet-char", "•")];
        xml.inside("text:list-level-style-bullet", &mark, |xml| {
            indent(xml, space);
        });
    });
    list(xml, "Numbers", |xml, level, space| {
        let mark = [
            ("text:level", level),
            ("style:num-format", "1"),
            ("style:num-suffix", "."),
        ];
        xml.inside("text:list-level-style-number", &mark, |xml| {
            indent(xml, space);
        });
    });
}

fn list(xml: &mut Xml, name: &str, level: impl Fn(&mut Xml, &str, &str)) {
    xml.inside("text:list-style", &[("style:name", name)], |xml| {
        (1..=10).for_each(|depth| {
            level(
                xml,
                &depth.to_string(),
                &format!("{:.1}cm", f64::from(depth) * 0.6),
            );
        });
    });
}

fn indent(xml: &mut Xml, space: &str) {
    let mode = [("text:list-level-position-and-space-mode", "label-alignment")];
    xml.inside("style:list-level-properties", &mode, |xml| {
        xml.leaf(
            "style:list-level-label-alignment",
            &[
                ("text:label-followed-by", "listtab"),
                ("text:list-tab-stop-position", space),
                ("fo:text-indent", "-0.6cm"),
                ("fo:margin-left", space),
            ],
        );
    });
}

fn page(xml: &mut Xml) {
    xml.inside("style:page-layout", &[("style:name", "page")], |xml| {
        xml.leaf(
            "style:page-layout-properties",
            &[
                ("fo:page-width", "21cm"),
                ("fo:page-height", "29.7cm"),
                ("fo:margin-top", "2cm"),
                ("fo:margin-bottom", "1.4cm"),
                ("fo:margin-left", "2.2cm"),
                ("fo:margin-right", "2.2cm"),
            ],
        );
        xml.inside("style:footer-style", &[], |xml| {
            let room = [("fo:min-height", "0.8cm"), ("fo:margin-top", "0.4cm")];
            xml.leaf("style:header-footer-properties", &room);
        });
    });
}

fn foot(xml: &mut Xml) {
    xml.inside("text:p", &[("text:style-name", "Footer")], |xml| {
        xml.words("text:page-number", &[("text:select-page", "current")], "1");
        xml.text(" / ");
        xml.words("text:page-count", &[], "1");
    });
}
