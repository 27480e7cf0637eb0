//! The formats of a report or a table: one list for the command line, file names, help, manual.

use std::path::Path;

use anyhow::{Result, bail};

use crate::calendar::Day;
use crate::language::{Bilingual, Language};
use crate::renderers::lost::LostCharacters;
use crate::renderers::map::{self, Sheet};
use crate::renderers::mark::Marks;
use crate::renderers::page::{Markup, Page, Template};
use crate::renderers::paper::Paper;
use crate::renderers::{csv, graph_files, ics, odt, pictures, rows, safe, text};
use crate::say;
use crate::views::view::{Facts, Figure, Graph};

/// A format: its names, its meaning, its renderer.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Value of `--format`.
    pub name: &'static str,
    /// Endings of file names that select the format, without their dot; the usual one first.
    pub endings: &'static [&'static str],
    /// One line of help.
    pub about: Bilingual,
    /// Whether the output is bytes that a terminal cannot show.
    pub is_binary: bool,
    /// Kind of template with which a network may replace ours.
    pub template: Option<TemplateKind>,
    /// Renders facts; returns an error if they lack what the format shows.
    pub render: fn(&Facts, &RenderOptions) -> Result<Vec<u8>>,
}

/// A kind of template, each in a template language of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateKind {
    /// A page in Jinja's language.
    Page(Markup),
    /// Pages for print in Typst's language.
    Typst,
}

/// Options of rendering, of which each format reads those that concern it.
#[derive(Clone, Copy, Debug)]
pub struct RenderOptions<'t> {
    /// Language of our own words.
    pub language: Language,
    /// Day on which the output is made, written into documents.
    pub made_on: Day,
    /// Terminal or page width for which a text is folded.
    pub screen: text::Screen,
    /// Terminal on which a map is sketched above the text; `None` elsewhere.
    pub sketch: Option<map::Screen>,
    /// Paper on which a map is drawn.
    pub sheet: Sheet,
    /// Width of a PNG in pixels; `None` for one pixel a unit of its drawing.
    pub png_width: Option<u32>,
    /// The way in which a CSV is written.
    pub dialect: csv::Dialect,
    /// Name of the table that a CSV holds; `None` for the main one.
    pub table: Option<&'t str>,
    /// Template of the network for pages for print.
    pub template: Option<Template<'t>>,
    /// Where the characters are noted that no font has.
    pub lost: &'t LostCharacters,
}

/// What is shown in a terminal.
const TEXT: Format = Format {
    name: "text",
    endings: &["txt"],
    about: Bilingual {
        fr: "pour le terminal",
        en: "For the terminal",
    },
    is_binary: false,
    template: None,
    render: render_text,
};

/// All formats, as help and manual list them: to read, for print, as data, as pictures.
pub const FORMATS: &[Format] = &[
    TEXT,
    Format {
        name: "md",
        endings: &["md"],
        about: Bilingual {
            fr: "du texte en Markdown",
            en: "Text in Markdown",
        },
        is_binary: false,
        template: Some(TemplateKind::Page(Markup::Markdown)),
        render: render_markdown,
    },
    Format {
        name: "html",
        endings: &["html", "htm"],
        about: Bilingual {
            fr: "un seul fichier HTML, à lire hors ligne dans un navigateur ou à imprimer",
            en: "One HTML file, to read offline in a browser or to print",
        },
        is_binary: false,
        template: Some(TemplateKind::Page(Markup::Html)),
        render: render_html,
    },
    Format {
        name: "pdf",
        endings: &["pdf"],
        about: Bilingual {
            fr: "des pages à imprimer",
            en: "Pages for print",
        },
        is_binary: true,
        template: Some(TemplateKind::Typst),
        render: render_pdf,
    },
    Format {
        name: "odt",
        endings: &["odt"],
        about: Bilingual {
            fr: "un document pour une suite bureautique",
            en: "A document for an office suite",
        },
        is_binary: true,
        template: None,
        render: render_odt,
    },
    Format {
        name: "json",
        endings: &["json"],
        about: Bilingual {
            fr: "pour d'autres programmes",
            en: "For other programs",
        },
        is_binary: false,
        template: None,
        render: render_json,
    },
    Format {
        name: "jsonl",
        endings: &["jsonl", "ndjson"],
        about: Bilingual {
            fr: "une ligne de JSON par enregistrement, pour d'autres programmes",
            en: "One line of JSON a record, for other programs",
        },
        is_binary: false,
        template: None,
        render: render_json_lines,
    },
    Format {
        name: "csv",
        endings: &["csv"],
        about: Bilingual {
            fr: "pour les tableurs\u{a0}: un tableau par fichier, que --table choisit\u{202f}; \
                --dialect excel-fr pour Excel en français",
            en: "For spreadsheets: one table a file, which --table chooses; --dialect excel-fr \
                for Excel in French",
        },
        is_binary: false,
        template: None,
        render: render_csv,
    },
    Format {
        name: "ics",
        endings: &["ics"],
        about: Bilingual {
            fr: "les échéances à venir au format iCalendar, quand le rapport en a",
            en: "Upcoming deadlines as iCalendar, where the report has any",
        },
        is_binary: false,
        template: None,
        render: render_ics,
    },
    Format {
        name: "svg",
        endings: &["svg"],
        about: Bilingual {
            fr: "l'image du rapport, quand il en a une",
            en: "The report's picture, where it has one",
        },
        is_binary: false,
        template: None,
        render: render_svg,
    },
    Format {
        name: "png",
        endings: &["png"],
        about: Bilingual {
            fr: "la même image en pixels",
            en: "The same picture in pixels",
        },
        is_binary: true,
        template: None,
        render: render_png,
    },
    Format {
        name: "dot",
        endings: &["dot", "gv"],
        about: Bilingual {
            fr: "le graphe du rapport pour Graphviz, quand il en a un",
            en: "The report's graph for Graphviz, where it has one",
        },
        is_binary: false,
        template: None,
        render: render_dot,
    },
    Format {
        name: "graphml",
        endings: &["graphml"],
        about: Bilingual {
            fr: "le même graphe pour d'autres programmes",
            en: "The same graph for other programs",
        },
        is_binary: false,
        template: None,
        render: render_graphml,
    },
];

impl Format {
    /// The format of what is neither named nor written to a file with an ending.
    pub const DEFAULT: &'static Self = &TEXT;

    /// The name that people give to the format for the terminal where it shows a table.
    pub const TABLE: &'static str = "table";

    /// The format that `--format` names; `None` if there is none of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<&'static Self> {
        match name {
            Self::TABLE => Some(Self::DEFAULT),
            _ => FORMATS.iter().find(|format| format.name == name),
        }
    }

    /// The format that the ending of a file name selects; the default one without an ending.
    ///
    /// # Errors
    /// Returns an error that lists every ending if this one selects no format.
    pub fn from_path(path: &Path, language: Language) -> Result<&'static Self> {
        let Some(ending) = path.extension().map(|ending| ending.to_string_lossy()) else {
            return Ok(Self::DEFAULT);
        };
        // Without regard to case, since many programs for Windows name files in capitals.
        let selected = FORMATS.iter().find(|format| {
            let mut endings = format.endings.iter();
            endings.any(|known| known.eq_ignore_ascii_case(&ending))
        });
        if let Some(format) = selected {
            return Ok(format);
        }
        let endings: Vec<&str> = FORMATS
            .iter()
            .flat_map(|format| format.endings)
            .copied()
            .collect();
        let (ending, known) = (safe::line(&ending), endings.join(", "));
        bail!(say!(language,
            fr: "l'extension `.{ending}` ne correspond à aucun format\u{202f}; extensions \
                connues\u{a0}: {known}\u{202f}; ou choisir un format avec --format",
            en: "`.{ending}` is not the ending of a known format; known endings: {known}; or \
                choose a format with --format"))
    }

    /// The markup of a format that is a page; `None` for others.
    #[must_use]
    pub fn markup(&self) -> Option<Markup> {
        match self.template {
            Some(TemplateKind::Page(markup)) => Some(markup),
            Some(TemplateKind::Typst) | None => None,
        }
    }
}

#[expect(clippy::unnecessary_wraps, reason = "every renderer is called alike")]
fn render_text(facts: &Facts, options: &RenderOptions) -> Result<Vec<u8>> {
    let sketch = match (facts.figures.first(), options.sketch) {
        (Some(Figure::Map(figure)), Some(screen)) => map::sketch(figure, screen),
        _ => None,
    };
    let sketch = sketch.map(|sketch| sketch + "\n").unwrap_or_default();
    Ok((sketch + &text::render(facts, options.screen, options.language)).into_bytes())
}

fn render_markdown(facts: &Facts, options: &RenderOptions) -> Result<Vec<u8>> {
    render_page(facts, Markup::Markdown, options.language)
}

fn render_html(facts: &Facts, options: &RenderOptions) -> Result<Vec<u8>> {
    match facts.figures.first() {
        Some(Figure::Atlas(atlas)) => Ok(map::interactive(atlas)?.into_bytes()),
        _ => render_page(facts, Markup::Html, options.language),
    }
}

/// Renders a page by the template that all reports share.
fn render_page(facts: &Facts, markup: Markup, language: Language) -> Result<Vec<u8>> {
    let page = Page {
        markup,
        language,
        own: None,
        reports: &[],
    };
    Ok(page.render(Some(facts), &[])?.into_bytes())
}

#[cfg(feature = "pdf")]
fn render_pdf(facts: &Facts, options: &RenderOptions) -> Result<Vec<u8>> {
    let paper = Paper::new(facts, options.made_on, options.language);
    crate::renderers::pdf::render(&paper, options.template, options.language, options.lost)
}

#[cfg(not(feature = "pdf"))]
fn render_pdf(_: &Facts, options: &RenderOptions) -> Result<Vec<u8>> {
    bail!(say!(options.language,
        fr: "ce programme a été compilé sans la sortie PDF\u{202f}; écrire du HTML et l'imprimer, \
            ou compiler avec `cargo build --release --features pdf`",
        en: "this program was built without PDF output; write HTML and print it, or build with \
            `cargo build --release --features pdf`"))
}

fn render_odt(facts: &Facts, options: &RenderOptions) -> Result<Vec<u8>> {
    odt::render(
        &Paper::new(facts, options.made_on, options.language),
        options.lost,
    )
}

fn render_json(facts: &Facts, _: &RenderOptions) -> Result<Vec<u8>> {
    Ok(rows::json(facts)?.into_bytes())
}

fn render_json_lines(facts: &Facts, options: &RenderOptions) -> Result<Vec<u8>> {
    Ok(rows::json_lines(facts, options.table, options.language)?.into_bytes())
}

fn render_csv(facts: &Facts, options: &RenderOptions) -> Result<Vec<u8>> {
    let table = rows::chosen_table(facts, options.table, options.language)?;
    Ok(csv::render(table, options.dialect, options.language).into_bytes())
}

fn render_ics(facts: &Facts, options: &RenderOptions) -> Result<Vec<u8>> {
    match &facts.agenda {
        Some(agenda) => Ok(ics::render(agenda).into_bytes()),
        None => bail!(say!(options.language,
            fr: "il n'y a pas d'échéances à écrire ici",
            en: "there are no deadlines to write here")),
    }
}

fn render_svg(facts: &Facts, options: &RenderOptions) -> Result<Vec<u8>> {
    picture(facts, options).map(String::into_bytes)
}

/// Draws the map or chart of a report as SVG.
fn picture(facts: &Facts, options: &RenderOptions) -> Result<String> {
    match (facts.figures.first(), facts.pictures().next()) {
        (Some(Figure::Map(figure)), _) => Ok(map::render_on(figure, options.sheet)),
        (_, Some(picture)) => {
            let marks = Marks::of(facts, options.language);
            Ok(pictures::render(picture, "apes", &marks, options.language))
        }
        _ => bail!(say!(options.language,
            fr: "il n'y a pas d'image à écrire ici",
            en: "there is no picture to write here")),
    }
}

#[cfg(feature = "png")]
fn render_png(facts: &Facts, options: &RenderOptions) -> Result<Vec<u8>> {
    crate::renderers::png::render(&picture(facts, options)?, options.png_width, options.lost)
}

#[cfg(not(feature = "png"))]
fn render_png(facts: &Facts, options: &RenderOptions) -> Result<Vec<u8>> {
    picture(facts, options)?;
    bail!(say!(options.language,
        fr: "ce programme a été compilé sans la sortie PNG\u{202f}; écrire du SVG, ou compiler \
            avec `cargo build --release --features png`",
        en: "this program was built without PNG output; write SVG, or build with `cargo build \
            --release --features png`"))
}

fn render_dot(facts: &Facts, options: &RenderOptions) -> Result<Vec<u8>> {
    Ok(graph_files::dot(graph(facts, options)?, facts, options.language).into_bytes())
}

fn render_graphml(facts: &Facts, options: &RenderOptions) -> Result<Vec<u8>> {
    Ok(graph_files::graphml(graph(facts, options)?, facts, options.language).into_bytes())
}

fn graph<'f>(facts: &'f Facts, options: &RenderOptions) -> Result<&'f Graph> {
    match facts.figures.first() {
        Some(Figure::Graph(graph)) => Ok(graph),
        _ => bail!(say!(options.language,
            fr: "il n'y a pas de graphe à écrire ici",
            en: "there is no graph to write here")),
    }
}
