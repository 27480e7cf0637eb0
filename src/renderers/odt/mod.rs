//! Report as a text document of an office suite (`OpenDocument`, ISO/IEC 26300).

mod content;
mod namespaces;
mod picture;
mod prose;
mod styles;
mod table;

use std::io::{Cursor, Write};

use anyhow::Result;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::renderers::drawing::xml::{XmlWriter, tag};
use crate::renderers::lost::LostCharacters;
use crate::renderers::odt::picture::PictureFile;
use crate::renderers::paper::Paper;

/// Media type of the document.
const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.text";

/// Writes a report as a text document, the same bytes each time.
///
/// Characters of pictures that no font has are noted.
///
/// # Errors
/// Returns an error if the document is larger than a ZIP file can be.
pub fn render(paper: &Paper, lost: &LostCharacters) -> Result<Vec<u8>> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    // A fixed date, so that the same report gives the same bytes.
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let stored = options.compression_method(CompressionMethod::Stored);
    let compressed = options.compression_method(CompressionMethod::Deflated);
    // First and not compressed, so that programs recognise the file by its first bytes.
    file.start_file("mimetype", stored)?;
    file.write_all(MEDIA_TYPE.as_bytes())?;
    let pictures = picture::files(paper, lost)?;
    let parts = [
        ("META-INF/manifest.xml", manifest(&pictures)),
        ("meta.xml", meta(paper)),
        ("styles.xml", styles::styles(paper)),
        ("content.xml", content::content(paper)),
    ];
    for (name, text) in parts {
        file.start_file(name, compressed)?;
        file.write_all(text.as_bytes())?;
    }
    for picture in pictures {
        file.start_file(picture.path, compressed)?;
        file.write_all(&picture.bytes)?;
    }
    Ok(file.finish()?.into_inner())
}

/// The list of all files of the document.
fn manifest(pictures: &[PictureFile]) -> String {
    let mut xml = XmlWriter::without_lines();
    let root = tag("manifest:manifest")
        .set(
            "xmlns:manifest",
            "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
        )
        .set("manifest:version", "1.3");
    xml.group(&root, |xml| {
        write_entry(xml, "/", MEDIA_TYPE);
        for path in ["content.xml", "styles.xml", "meta.xml"] {
            write_entry(xml, path, "text/xml");
        }
        for picture in pictures {
            write_entry(xml, &picture.path, picture.media_type);
        }
    });
    xml.finish()
}

fn write_entry(xml: &mut XmlWriter, path: &str, media_type: &str) {
    let entry = tag("manifest:file-entry")
        .set("manifest:full-path", path)
        .set("manifest:media-type", media_type);
    xml.leaf(&entry);
}

/// Title, language and date of the document.
fn meta(paper: &Paper) -> String {
    let [year, month, day] = paper.made_on;
    let created = format!("{year:04}-{month:02}-{day:02}T00:00:00");
    namespaces::document("office:document-meta", |xml| {
        xml.group(&tag("office:meta"), |xml| {
            xml.text(&tag("meta:generator"), "apes");
            xml.text(&tag("dc:title"), &paper.marked_title);
            if let Some(sentence) = &paper.invented {
                xml.text(&tag("dc:description"), sentence);
            }
            xml.text(&tag("dc:language"), paper.language);
            xml.text(&tag("meta:creation-date"), &created);
        });
    })
}
