//! Pages as PDF by the engine Typst: the template and the report's data come from memory, the fonts
//! from this program.

use anyhow::{Result, bail};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::language::Language;
use crate::renderers::page::Template;
use crate::renderers::paper::Paper;
use crate::renderers::safe;
use crate::say;

/// The template of every report that has none of its own.
const TEMPLATE: &str = include_str!("../../templates/report.typ");

/// The path under which a template reads its report.
const REPORT: &str = "/report.json";

/// Libertinus for words, Apes Sans for pictures; see `fonts/README.md`.
const FONTS: [&[u8]; 6] = [
    include_bytes!("../../fonts/LibertinusSerif-Regular.otf"),
    include_bytes!("../../fonts/LibertinusSerif-Bold.otf"),
    include_bytes!("../../fonts/LibertinusSerif-Italic.otf"),
    include_bytes!("../../fonts/ApesSans-Regular.ttf"),
    include_bytes!("../../fonts/ApesSans-Bold.ttf"),
    include_bytes!("../../fonts/ApesSans-Italic.ttf"),
];

/// What pictures name first, and the same font as it is called here.
const SANS: (&str, &str) = ("font-family=\"Lato,", "font-family=\"Apes Sans,");

/// Draws a report by its template, the network's own where it has one.
///
/// # Errors
/// Where the template cannot be followed; told with its path and line.
pub fn render(paper: &Paper, own: Option<Template>, language: Language) -> Result<Vec<u8>> {
    let (path, text) = own.map_or(("report.typ", TEMPLATE), |own| (own.path, own.text));
    let data = serde_json::to_string(paper)?.replace(&in_json(SANS.0), &in_json(SANS.1));
    let Some(desk) = TypstWorld::new(text, data) else {
        bail!(
            say!(language, fr: "le moteur de mise en page ne démarre pas", en: "the page engine \
                does not start")
        );
    };
    let laid_out = typst::compile(&desk)
        .output
        .map_err(|faults| desk.told(&faults, path, language))?;
    let options = PdfOptions {
        ident: typst::foundations::Smart::Custom(paper.title.clone()),
        standards: for_everybody(),
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(&laid_out, &options);
    pdf.map_err(|faults| desk.told(&faults, path, language))
}

/// What readers by ear ask for, PDF/UA-1: the engine refuses pages that lack a title or an
/// alternative text.
fn for_everybody() -> PdfStandards {
    PdfStandards::new(&[PdfStandard::Ua_1]).unwrap_or_default()
}

/// A text as it stands inside a text of JSON.
fn in_json(text: &str) -> String {
    text.replace('"', "\\\"")
}

/// All that the engine may see: one template, one file of data, these fonts.
struct TypstWorld {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    source: Source,
    report: FileId,
    data: Bytes,
}

impl TypstWorld {
    fn new(template: &str, data: String) -> Option<Self> {
        let id = |path: &str| {
            Some(FileId::new(RootedPath::new(
                VirtualRoot::Project,
                VirtualPath::new(path).ok()?,
            )))
        };
        let fonts: Vec<Font> = FONTS
            .into_iter()
            .flat_map(|font| Font::iter(Bytes::new(font)))
            .collect();
        Some(Self {
            library: LazyHash::new(<Library as LibraryExt>::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            source: Source::new(id("/report.typ")?, template.to_owned()),
            report: id(REPORT)?,
            data: Bytes::from_string(data),
        })
    }

    /// The first fault, with the line of the template where it lies.
    fn told(&self, faults: &[SourceDiagnostic], path: &str, language: Language) -> anyhow::Error {
        let fault = faults.first();
        let at = fault.and_then(|fault| self.range(fault.span)).map(|range| {
            let before = self.source.text().get(..range.start).unwrap_or_default();
            format!(":{}", before.matches('\n').count() + 1)
        });
        let (path, at) = (safe::line(path), at.unwrap_or_default());
        let why = fault
            .map(|fault| safe::line(&fault.message))
            .unwrap_or_default();
        anyhow::anyhow!(say!(language,
            fr: "{path}{at}\u{a0}: le modèle ne peut pas être suivi ({why})",
            en: "{path}{at}: the template cannot be followed ({why})"))
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
