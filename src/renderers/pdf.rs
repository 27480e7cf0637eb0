//! Report as PDF, made by the engine Typst from a template and the report's data.

use anyhow::{Result, bail};
use serde_json::Value;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{
    FileId, RootedPath, Source, SyntaxKind, SyntaxNode, VirtualPath, VirtualRoot, parse,
};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::language::Language;
use crate::renderers::fonts::{SANS, SERIF, SPARE, with_spare_fonts};
use crate::renderers::lost::{IN_ITS_PLACE, LostCharacters, is_visible};
use crate::renderers::page::Template;
use crate::renderers::paper::Paper;
use crate::renderers::safe;
use crate::say;

/// Template of reports without one of their own.
const TEMPLATE: &str = include_str!("../../templates/report.typ");

/// Path under which a template reads its report.
const REPORT: &str = "/report.json";

/// First font that pictures name, and the name of the same font here.
// Lato's licence reserves its name for the original, and the font of this program is a part of it.
const LATO: &str = "font-family=\"Lato,";
const APES_SANS: &str = "font-family=\"Apes Sans,";

/// Keys of a report whose texts are not drawn, so that no font is needed for them.
const NOT_DRAWN: [&str; 3] = ["link", "alternative", "id"];

/// Makes a PDF of a report, with the network's own template where it has one. A character that no
/// font has is replaced by a mark, and noted.
///
/// # Errors
/// Returns an error, with path and line, if the template cannot be rendered.
pub fn render(
    paper: &Paper,
    own: Option<Template>,
    language: Language,
    lost: &LostCharacters,
) -> Result<Vec<u8>> {
    let (path, text) = own.map_or(("report.typ", TEMPLATE), |own| (own.path, own.text));
    let fonts = fonts();
    let shown = Shown {
        fonts: &fonts,
        lost,
    };
    let data = shown.value(serde_json::to_value(paper)?).to_string();
    let data = data.replace(&in_json(LATO), &in_json(APES_SANS));
    let Some(world) = TypstWorld::new(&shown.template(text), data, fonts) else {
        bail!(
            say!(language, fr: "le moteur de mise en page ne démarre pas", en: "the page engine \
                does not start")
        );
    };
    let document = typst::compile(&world)
        .output
        .map_err(|errors| world.error(&errors, path, language))?;
    let options = PdfOptions {
        ident: typst::foundations::Smart::Custom(paper.title.clone()),
        standards: accessible(),
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(&document, &options);
    pdf.map_err(|errors| world.error(&errors, path, language))
}

/// PDF/UA-1, for screen readers: the engine refuses pages without a title or an alternative text.
fn accessible() -> PdfStandards {
    PdfStandards::new(&[PdfStandard::Ua_1]).unwrap_or_default()
}

fn fonts() -> Vec<Font> {
    SERIF
        .into_iter()
        .chain(SANS)
        .chain(SPARE)
        .flat_map(|font| Font::iter(Bytes::new(font)))
        .collect()
}

/// Texts as fonts can show them. The engine refuses a whole document for one character that it
/// cannot draw.
struct Shown<'f> {
    fonts: &'f [Font],
    lost: &'f LostCharacters,
}

impl Shown<'_> {
    fn text(&self, text: &str) -> String {
        text.chars()
            .filter_map(|character| self.character(character))
            .collect()
    }

    /// The character, or the mark in its place; `None` for one that shows nothing by itself.
    fn character(&self, character: char) -> Option<char> {
        let has = |font: &Font| font.info().coverage.contains(u32::from(character));
        if character.is_whitespace() || self.fonts.iter().any(has) {
            return Some(character);
        }
        if !is_visible(character) {
            return None;
        }
        self.lost.add(character);
        Some(IN_ITS_PLACE)
    }

    fn value(&self, value: Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(&text)),
            Value::Array(values) => values.into_iter().map(|value| self.value(value)).collect(),
            Value::Object(fields) => fields
                .into_iter()
                .map(|(key, value)| match (&*key, value) {
                    ("svg", Value::String(svg)) => {
                        let svg = with_spare_fonts(&svg, self.lost);
                        (key, Value::String(svg))
                    }
                    (name, value) if NOT_DRAWN.contains(&name) => (key, value),
                    (_, value) => (key, self.value(value)),
                })
                .collect(),
            other => other,
        }
    }

    /// A template, of which only what it draws itself is replaced, never a name.
    fn template(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        self.leaves(&parse(text), &mut shown);
        shown
    }

    fn leaves(&self, node: &SyntaxNode, shown: &mut String) {
        let kind = node.kind();
        if matches!(
            kind,
            SyntaxKind::Text | SyntaxKind::Str | SyntaxKind::MathText
        ) {
            shown.push_str(&self.text(node.leaf_text()));
        } else if node.children().len() > 0 {
            for child in node.children() {
                self.leaves(child, shown);
            }
        } else {
            shown.push_str(node.leaf_text());
        }
    }
}

/// A text as it is written inside a string of JSON.
fn in_json(text: &str) -> String {
    text.replace('"', "\\\"")
}

/// Everything that the engine can read: one template, one file of data, these fonts.
struct TypstWorld {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    source: Source,
    report: FileId,
    data: Bytes,
}

impl TypstWorld {
    fn new(template: &str, data: String, fonts: Vec<Font>) -> Option<Self> {
        let id = |path: &str| {
            Some(FileId::new(RootedPath::new(
                VirtualRoot::Project,
                VirtualPath::new(path).ok()?,
            )))
        };
        Some(Self {
            library: LazyHash::new(<Library as LibraryExt>::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            source: Source::new(id("/report.typ")?, template.to_owned()),
            report: id(REPORT)?,
            data: Bytes::from_string(data),
        })
    }

    /// The first error, with its line of the template.
    fn error(&self, errors: &[SourceDiagnostic], path: &str, language: Language) -> anyhow::Error {
        let error = errors.first();
        let line = error.and_then(|error| self.range(error.span)).map(|range| {
            let before = self.source.text().get(..range.start).unwrap_or_default();
            format!(":{}", before.matches('\n').count() + 1)
        });
        let (path, line) = (safe::line(path), line.unwrap_or_default());
        let reason = error
            .map(|error| safe::line(&error.message))
            .unwrap_or_default();
        anyhow::anyhow!(say!(language,
            fr: "{path}{line}\u{a0}: le modèle ne peut pas être appliqué ({reason})",
            en: "{path}{line}: the template cannot be rendered ({reason})"))
    }
}

impl World for TypstWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() {
            Ok(self.source.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.report {
            Ok(self.data.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
