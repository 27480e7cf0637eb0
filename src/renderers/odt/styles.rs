//! Styles of the text document: its page with a numbered footer, its paragraphs and lists.

use crate::renderers::drawing::xml::{Tag, XmlWriter, tag};
use crate::renderers::odt::namespaces::document;
use crate::renderers::paper::Paper;

/// Width and height between the margins of the page, in centimetres.
pub(super) const TEXT_WIDTH: f64 = 16.6;
pub(super) const TEXT_HEIGHT: f64 = 23.0;

/// Font of the document. Every `LibreOffice` has it; Word replaces it by Times New Roman, whose
/// widths are the same.
const FONT: &str = "Liberation Serif";

/// Size of a sheet of one or two pages relative to a report.
const SHEET: f64 = 0.78;

/// Indent of each level of a list, in centimetres.
const INDENT: f64 = 0.6;

type Attributes<'a> = &'a [(&'a str, &'a str)];

/// Paragraph styles: name, displayed name, parent, outline level, properties of the paragraph,
/// properties of its text.
const PARAGRAPHS: [(&str, &str, &str, &str, Attributes, Attributes); 14] = [
    (
        "Text_20_body",
        "Text body",
        "Standard",
        "",
        &[
            ("fo:margin-bottom", "0.2cm"),
            ("fo:line-height", "115%"),
            ("fo:orphans", "2"),
            ("fo:widows", "2"),
        ],
        &[],
    ),
    (
        "Lead",
        "Lead",
        "Text_20_body",
        "",
        &[("fo:keep-with-next", "always")],
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
        "Lead_20_note",
        "Lead note",
        "Note",
        "",
        &[("fo:keep-with-next", "always")],
        &[],
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

/// The file `styles.xml`.
pub fn styles(paper: &Paper) -> String {
    document("office:document-styles", |xml| {
        xml.group(&tag("office:font-face-decls"), |xml| {
            let face = tag("style:font-face")
                .set("style:name", FONT)
                .set("svg:font-family", FONT)
                .set("style:font-family-generic", "roman");
            xml.leaf(&face);
        });
        xml.group(&tag("office:styles"), |xml| {
            write_default_style(xml, paper);
            write_paragraph_styles(xml, paper);
            write_contents_styles(xml);
            write_text_styles(xml);
            write_list_styles(xml);
        });
        xml.group(&tag("office:automatic-styles"), write_page_layout);
        xml.group(&tag("office:master-styles"), |xml| {
            let master = tag("style:master-page")
                .set("style:name", "Standard")
                .set("style:page-layout-name", "page");
            xml.group(&master, |xml| {
                xml.group(&tag("style:footer"), |xml| write_footer(xml, paper));
            });
        });
    })
}

/// Writes a style with its name, family and parent, and the properties of one element.
pub(super) fn write_style(
    xml: &mut XmlWriter,
    (name, family, parent): (&str, &str, &str),
    properties: &'static str,
    look: Attributes,
) {
    let mut style = tag("style:style")
        .set("style:name", name)
        .set("style:family", family);
    if !parent.is_empty() {
        style = style.set("style:parent-style-name", parent);
    }
    xml.group(&style, |xml| xml.leaf(&tag(properties).with(look)));
}

fn write_default_style(xml: &mut XmlWriter, paper: &Paper) {
    let country = if paper.language == "fr" { "FR" } else { "GB" };
    let size = if paper.sheet { "8.5pt" } else { "10.5pt" };
    let style = tag("style:default-style").set("style:family", "paragraph");
    xml.group(&style, |xml| {
        let text = tag("style:text-properties")
            .set("fo:font-size", size)
            .set("style:font-name", FONT)
            .set("fo:language", paper.language)
            .set("fo:country", country);
        xml.leaf(&text);
    });
}

fn write_paragraph_styles(xml: &mut XmlWriter, paper: &Paper) {
    let standard = tag("style:style")
        .set("style:name", "Standard")
        .set("style:family", "paragraph");
    xml.leaf(&standard);
    for (name, displayed, parent, outline, paragraph, text) in PARAGRAPHS {
        let mut style = tag("style:style")
            .set("style:name", name)
            .set("style:display-name", displayed)
            .set("style:family", "paragraph")
            .set("style:parent-style-name", parent);
        if !outline.is_empty() {
            style = style.set("style:default-outline-level", outline);
        }
        xml.group(&style, |xml| {
            let elements = [
                ("style:paragraph-properties", paragraph),
                ("style:text-properties", text),
            ];
            for (name, properties) in elements {
                if !properties.is_empty() {
                    xml.leaf(&scaled(paper, tag(name), properties));
                }
            }
        });
    }
}

/// An element with properties, whose lengths are smaller on a sheet of one or two pages.
fn scaled(paper: &Paper, element: Tag, properties: Attributes) -> Tag {
    properties.iter().fold(element, |element, (name, value)| {
        match scaled_length(value).filter(|_| paper.sheet) {
            Some(length) => element.set(name, &length),
            None => element.set(name, value),
        }
    })
}

/// A length for a sheet of one or two pages. Returns `None` for a value that is not a length.
fn scaled_length(value: &str) -> Option<String> {
    let unit = ["pt", "cm"]
        .into_iter()
        .find(|unit| value.ends_with(unit))?;
    let length: f64 = value.strip_suffix(unit)?.parse().ok()?;
    Some(format!("{:.2}{unit}", length * SHEET))
}

/// Writes the styles of the entries of the table of contents, whose pages are at the right edge.
fn write_contents_styles(xml: &mut XmlWriter) {
    for (level, left) in [("1", 0.0), ("2", INDENT)] {
        let style = tag("style:style")
            .set("style:name", &format!("Contents_20_{level}"))
            .set("style:display-name", &format!("Contents {level}"))
            .set("style:family", "paragraph")
            .set("style:parent-style-name", "Table_20_Contents");
        let margin = format!("{left:.1}cm");
        // Measured from the margin of the paragraph, not of the page.
        let edge = format!("{:.1}cm", TEXT_WIDTH - left);
        xml.group(&style, |xml| {
            let properties = tag("style:paragraph-properties").set("fo:margin-left", &margin);
            xml.group(&properties, |xml| {
                xml.group(&tag("style:tab-stops"), |xml| {
                    let stop = tag("style:tab-stop")
                        .set("style:position", &edge)
                        .set("style:type", "right")
                        .set("style:leader-style", "dotted")
                        .set("style:leader-text", ".");
                    xml.leaf(&stop);
                });
            });
        });
    }
}

fn write_text_styles(xml: &mut XmlWriter) {
    let looks = [
        ("Strong", ("fo:font-weight", "bold")),
        ("Emphasis", ("fo:font-style", "italic")),
        ("Index_20_Link", ("fo:color", "#000000")),
    ];
    for (name, look) in looks {
        write_style(xml, (name, "text", ""), "style:text-properties", &[look]);
    }
}

fn write_list_styles(xml: &mut XmlWriter) {
    let bullet = tag("text:list-level-style-bullet");
    write_list_style(xml, "Bullets", &bullet, &[("text:bullet-char", "•")]);
    let number = tag("text:list-level-style-number");
    let format = [("style:num-format", "1"), ("style:num-suffix", ".")];
    write_list_style(xml, "Numbers", &number, &format);
}

/// Writes a list style with its ten levels, as many as an office suite has.
fn write_list_style(xml: &mut XmlWriter, name: &str, level: &Tag, format: Attributes) {
    let style = tag("text:list-style").set("style:name", name);
    xml.group(&style, |xml| {
        for depth in 1..=10_u8 {
            let level = level
                .clone()
                .set("text:level", &depth.to_string())
                .with(format);
            let indent = format!("{:.1}cm", f64::from(depth) * INDENT);
            xml.group(&level, |xml| write_indent(xml, &indent));
        }
    });
}

fn write_indent(xml: &mut XmlWriter, indent: &str) {
    let properties = tag("style:list-level-properties")
        .set("text:list-level-position-and-space-mode", "label-alignment");
    xml.group(&properties, |xml| {
        let alignment = tag("style:list-level-label-alignment")
            .set("text:label-followed-by", "listtab")
            .set("text:list-tab-stop-position", indent)
            .set("fo:text-indent", &format!("-{INDENT}cm"))
            .set("fo:margin-left", indent);
        xml.leaf(&alignment);
    });
}

fn write_page_layout(xml: &mut XmlWriter) {
    xml.group(&tag("style:page-layout").set("style:name", "page"), |xml| {
        let page = tag("style:page-layout-properties")
            .set("fo:page-width", "21cm")
            .set("fo:page-height", "29.7cm")
            .set("fo:margin-top", "2cm")
            .set("fo:margin-bottom", "1.4cm")
            .set("fo:margin-left", "2.2cm")
            .set("fo:margin-right", "2.2cm");
        xml.leaf(&page);
        xml.group(&tag("style:footer-style"), |xml| {
            let footer = tag("style:header-footer-properties")
                .set("fo:min-height", "0.8cm")
                .set("fo:margin-top", "0.4cm");
            xml.leaf(&footer);
        });
    });
}

/// Writes the number of the page and of all pages, both of which an office suite replaces, and that
/// the records are invented.
fn write_footer(xml: &mut XmlWriter, paper: &Paper) {
    let paragraph = tag("text:p").set("text:style-name", "Footer");
    xml.group(&paragraph, |xml| {
        let page = tag("text:page-number").set("text:select-page", "current");
        xml.text(&page, "1");
        xml.words(" / ");
        xml.text(&tag("text:page-count"), "1");
        if let Some(mark) = &paper.mark {
            xml.words(&format!(" · {mark}"));
        }
    });
}
