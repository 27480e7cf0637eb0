//! A report as a text document of an office suite (OpenDocument): headings, tables, pictures, page
//! numbers.

mod content;
mod styles;
mod xml;

use std::io::{Cursor, Write};

use anyhow::Result;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::renderers::paper::{Paper, Part};
use xml::Xml;

/// What the file is, as its first entry and its manifest say.
const KIND: &str = "application/vnd.oasis.opendocument.text";

/// Namespaces that every part of the document declares.
const NAMESPACES: [(&str, &str); 10] = [
    (
        "xmlns:office",
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    ),
    (
        "xmlns:style",
        "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    ),
    (
        "xmlns:text",
        "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    ),
    (
        "xmlns:table",
        "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    ),
    (
        "xmlns:draw",
        "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    ),
    (
        "xmlns:fo",
        "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    ),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    (
        "xmlns:meta",
        "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    ),
    (
        "xmlns:svg",
        "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    ),
];

/// The document, the same bytes each time.
///
/// # Errors
/// Where it would outgrow what such a file can hold.
pub fn render(paper: &Paper) -> Result<Vec<u8>> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let stored = plain.compression_method(CompressionMethod::Stored);
    let packed = plain.compression_method(CompressionMethod::Deflated);
    file.start_file("mimetype", stored)?;
    file.write_all(KIND.as_bytes())?;
    let pictures: Vec<&str> = pictures(paper).collect();
    let parts = [
        ("META-INF/manifest.xml", manifest(pictures.len())),
        ("meta.xml", meta(paper)),
        ("styles.xml", styles::styles(paper)),
        ("content.xml", content::content(paper)),
    ];
    for (name, text) in parts {
        file.start_file(name, packed)?;
        file.write_all(text.as_bytes())?;
    }
    for (place, svg) in pictures.into_iter().enumerate() {
        file.start_file(picture_name(place), packed)?;
        file.write_all(svg.as_bytes())?;
    }
    Ok(file.finish()?.into_inner())
}

fn pictures(paper: &Paper) -> impl Iterator<Item = &str> {
    paper
        .sections
        .iter()
        .flat_map(|section| &section.parts)
        .filter_map(|part| match part {
            Part::Picture { svg, .. } => Some(&**svg),
            _ => None,
        })
}

fn picture_name(place: usize) -> String {
    format!("Pictures/{}.svg", place + 1)
}

fn manifest(pictures: usize) -> String {
    let mut xml = Xml::new();
    let entry = |xml: &mut Xml, path: &str, kind: &str| {
        xml.leaf(
            "manifest:file-entry",
            &[("manifest:full-path", path), ("manifest:media-type", kind)],
        );
    };
    let root = [
        (
            "xmlns:manifest",
            "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
        ),
        ("manifest:version", "1.3"),
    ];
    xml.inside("manifest:manifest", &root, |xml| {
        entry(xml, "/", KIND);
        for path in ["content.xml", "styles.xml", "meta.xml"] {
            entry(xml, path, "text/xml");
        }
        for place in 0..pictures {
            entry(xml, &picture_name(place), "image/svg+xml");
        }
    });
    xml.finish()
}

fn meta(paper: &Paper) -> String {
    let [year, month, day] = paper.made_on;
    let mut xml = Xml::new();
    document(&mut xml, "office:document-meta", |xml| {
        xml.inside("office:meta", &[], |xml| {
            xml.words("meta:generator", &[], "apes");
            xml.words("dc:title", &[], &paper.title);
            xml.words("dc:language", &[], paper.language);
            xml.words(
                "meta:creation-date",
                &[],
                &format!("{year:04}-{month:02}-{day:02}T00:00:00"),
            );
        });
    });
    xml.finish()
}

/// A part of the document with all its namespaces.
fn document(xml: &mut Xml, name: &str, fill: impl FnOnce(&mut Xml)) {
    let mut attributes = NAMESPACES.to_vec();
    attributes.push(("office:version", "1.3"));
    xml.inside(name, &attributes, fill);
}
