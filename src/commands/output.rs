//! The filters and forms that every table or report shares, its file written whole or not at all.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::{Args, ValueEnum};

use crate::calendar::Stretch;
use crate::commands::clock::Clock;
use crate::commands::command::{Answer, Characters, Settled, perhaps, print_bytes};
use crate::commands::paper;
use crate::commands::picture::Picture;
use crate::diagnostic::nearest;
use crate::flow::Trip;
use crate::language::Language;
use crate::records::{List, TerritoryId, ThemeId};
use crate::renderers::page::{Markup, Page, Template};
use crate::renderers::{charts, csv, graph_files, ics, map, safe, text};
use crate::say;
use crate::views::view::{Facts, Figure, MONTHS_AHEAD, Question};

/// What to write, about what, and where.
#[derive(Args, Clone, Debug, Default)]
pub struct Form {
    /// Only dynamics of this theme
    #[arg(long, value_name = "THEME")]
    theme: Option<String>,
    /// Only this territory and those inside it: an id or an official code
    #[arg(long, value_name = "TERRITORY")]
    territory: Option<String>,
    #[command(flatten)]
    pub shape: Shape,
}

/// What to write, and where.
#[derive(Args, Clone, Debug, Default)]
pub struct Shape {
    /// How to write it; by default as the ending of --output says, else as text
    #[arg(long, value_name = "FORMAT")]
    format: Option<Written>,
    /// Write to this file instead of the terminal
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Draw with plain characters only
    #[arg(long)]
    ascii: bool,
    /// How a map is drawn, where there is one.
    #[arg(skip)]
    picture: Picture,
}

/// Forms of a table or a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Written {
    /// For the terminal
    Text,
    /// Markdown
    Md,
    /// For machines
    Json,
    /// For spreadsheets
    Csv,
    /// A picture, where the report has one
    Svg,
    /// iCalendar, where the report tells days to come
    Ics,
    /// The same picture in pixels
    Png,
    /// One HTML file for the browser and for print, which asks nobody for anything
    Html,
    /// Pages for print
    Pdf,
    /// A text document for an office suite
    Odt,
    /// The graph for Graphviz, where the report has one
    Dot,
    /// The graph for other programs, where the report has one
    Graphml,
}

impl Form {
    /// The same form for a map drawn so.
    #[must_use]
    pub fn drawn(&self, picture: &Picture) -> Self {
        let shape = Shape { picture: picture.clone(), ..self.shape.clone() };
        Self { shape, ..self.clone() }
    }

    /// The theme asked for, if any is.
    fn theme(&self, trip: &Trip) -> Result<Option<ThemeId>> {
        let (vocabulary, language) = (&trip.network.vocabulary, trip.language);
        if let Some(theme) =
            self.theme.as_deref().filter(|theme| vocabulary.word(List::Themes, theme).is_none())
        {
            let known = vocabulary.list(List::Themes).iter().map(|(id, _)| id.as_str());
            let near = perhaps(nearest(theme, known), language);
            let theme = safe::line(theme);
            bail!(
                say!(language, fr: "thématique inconnue\u{a0}: `{theme}`{near}", en: "unknown theme: `{theme}`{near}")
            );
        }
        Ok(self.theme.as_deref().map(ThemeId::from))
    }

    /// The question that the options ask of a network.
    ///
    /// # Errors
    /// Where a theme or a territory is unknown.
    pub fn question<'n>(&self, trip: &'n Trip, clock: &Clock, settled: &Settled) -> Result<Question<'n>> {
        let (network, language) = (&trip.network, trip.language);
        let territory = self.territory.as_deref().map(TerritoryId::from);
        if let Some(unknown) = territory
            .as_ref()
            .filter(|name| network.territory(name.as_str()).is_none() && network.area_named(name).is_none())
        {
            let known = network.territories.iter().map(|record| record.id.as_str());
            let near = perhaps(nearest(unknown.as_str(), known), language);
            let unknown = safe::line(unknown.as_str());
            bail!(
                say!(language, fr: "territoire inconnu\u{a0}: `{unknown}`{near}", en: "unknown territory: `{unknown}`{near}")
            );
        }
        let today = clock.today(settled);
        let dated = clock.asked().is_some();
        let asked = clock.asked().unwrap_or(Stretch { first: today, last: today });
        let made_on = settled.today;
        Ok(Question {
            network,
            language,
            today,
            made_on,
            asked,
            dated,
            theme: self.theme(trip)?,
            territory,
            drawn: self.shape.picture.drawn(),
            outlines: None,
            every_year: self.shape.written(language)? == Written::Html,
            within: MONTHS_AHEAD,
        })
    }
}

impl Shape {
    /// Whether findings are to be written for machines; else for people, since they have no other form.
    ///
    /// # Errors
    /// Where another form is asked for.
    pub fn is_for_machines(&self, language: Language) -> Result<bool> {
        match self.written(language)? {
            Written::Json => Ok(true),
            Written::Text => Ok(false),
            _ => bail!(say!(language,
                fr: "les constats d'un texte s'écrivent en `text` ou en `json`",
                en: "findings in a text are written as `text` or `json`")),
        }
    }

    /// Writes facts as asked.
    ///
    /// # Errors
    /// Where the report has no such form, or the file cannot be written.
    pub fn answer(&self, facts: &Facts, settled: &Settled, language: Language) -> Result<Answer> {
        self.answer_by(facts, None, settled, language)
    }

    /// Writes facts as asked, pages for print by the network's own template where it has one.
    ///
    /// # Errors
    /// Where the report has no such form, the template cannot be followed, or the file cannot be written.
    pub fn answer_by(
        &self,
        facts: &Facts,
        own: Option<Template>,
        settled: &Settled,
        language: Language,
    ) -> Result<Answer> {
        let bytes = match self.written(language)? {
            Written::Png if self.output.is_none() && settled.terminal.is_some() => bail!(say!(language,
                fr: "une image PNG ne se lit pas au terminal\u{a0}: `--output carte.png` l'écrit dans un fichier",
                en: "a PNG picture cannot be read on a terminal: `--output map.png` writes it to a file")),
            Written::Pdf | Written::Odt if self.output.is_none() && settled.terminal.is_some() => {
                bail!(say!(language,
                fr: "ceci ne se lit pas au terminal\u{a0}: `--output FICHIER` l'écrit dans un fichier",
                en: "this cannot be read on a terminal: `--output FILE` writes it to a file"))
            }
            Written::Png => self.picture.png(&self.svg(facts, language)?, language)?,
            Written::Pdf => paper::pdf(facts, own, settled.today, language)?,
            Written::Odt => paper::odt(facts, settled.today, language)?,
            written => self.render(written, facts, settled, language)?.into_bytes(),
        };
        self.deliver(&bytes, language)
    }

    /// Whether pages for print are asked for.
    ///
    /// # Errors
    /// Where the ending of the file says no known form.
    pub fn is_pdf(&self, language: Language) -> Result<bool> {
        Ok(self.written(language)? == Written::Pdf)
    }

    /// The markup of the page that is asked for; nothing where it is not a page.
    ///
    /// # Errors
    /// Where the ending of the file says no known form.
    pub fn markup(&self, language: Language) -> Result<Option<Markup>> {
        Ok(match self.written(language)? {
            Written::Md => Some(Markup::Markdown),
            Written::Html => Some(Markup::Html),
            _ => None,
        })
    }

    /// Prints a text or a picture, or writes it to its file.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn deliver(&self, bytes: &[u8], language: Language) -> Result<Answer> {
        match &self.output {
            None => print_bytes(bytes)?,
            Some(path) => write_whole(path, bytes).with_context(|| {
                let path = safe::line(&path.to_string_lossy());
                say!(language, fr: "`{path}` n'a pas pu être écrit", en: "`{path}` could not be written")
            })?,
        }
        Ok(Answer::Fine)
    }

    /// The map as a terminal shows it, where it goes to one that is wide enough.
    fn sketch(&self, facts: &Facts, settled: &Settled, ascii: bool) -> String {
        let screen = map::Screen { columns: settled.columns, ascii, colour: settled.colour };
        let shown = settled.terminal.is_some() && self.output.is_none();
        match facts.figures.first() {
            Some(Figure::Map(figure)) if shown => {
                map::sketch(figure, screen).map(|sketch| sketch + "\n").unwrap_or_default()
            }
            _ => String::new(),
        }
    }

    fn svg(&self, facts: &Facts, language: Language) -> Result<String> {
        match (facts.figures.first(), facts.pictures().next()) {
            (Some(Figure::Map(figure)), _) => Ok(map::render_on(figure, self.picture.sheet())),
            (_, Some(picture)) => Ok(charts::render(picture, "apes", language)),
            _ => {
                bail!(say!(language, fr: "il n'y a pas d'image pour ceci", en: "there is no picture of this"))
            }
        }
    }

    fn render(
        &self,
        written: Written,
        facts: &Facts,
        settled: &Settled,
        language: Language,
    ) -> Result<String> {
        match written {
            Written::Text => {
                let ascii = self.ascii || settled.terminal == Some(Characters::Plain);
                let screen = text::Screen { columns: settled.columns, ascii, quiet: settled.quiet };
                Ok(self.sketch(facts, settled, ascii) + &text::render(facts, screen, language))
            }
            Written::Md => page_of(facts, Markup::Markdown, language),
            Written::Json => Ok(safe::json(&serde_json::to_string_pretty(facts)?) + "\n"),
            Written::Csv => {
                Ok(facts.rows.as_ref().or(facts.main_tables().next()).map(csv::render).unwrap_or_default())
            }
            form @ (Written::Dot | Written::Graphml) => match facts.figures.first() {
                Some(Figure::Graph(graph)) if form == Written::Dot => {
                    Ok(graph_files::dot(graph, &facts.title))
                }
                Some(Figure::Graph(graph)) => Ok(graph_files::graphml(graph, &facts.title)),
                _ => bail!(
                    say!(language, fr: "il n'y a pas de graphe pour ceci", en: "there is no graph of this")
                ),
            },
            Written::Svg | Written::Png => self.svg(facts, language),
            Written::Ics => match &facts.agenda {
                Some(agenda) => Ok(ics::render(agenda)),
                None => bail!(
                    say!(language, fr: "il n'y a pas de jours à venir dans ceci", en: "there are no days to come in this")
                ),
            },
            Written::Html => match facts.figures.first() {
                Some(Figure::Atlas(atlas)) => map::interactive(atlas),
                _ => page_of(facts, Markup::Html, language),
            },
            Written::Pdf | Written::Odt => Ok(String::new()),
        }
    }

    fn written(&self, language: Language) -> Result<Written> {
        let ending =
            self.output.as_ref().and_then(|path| path.extension()).and_then(|ending| ending.to_str());
        Ok(match (self.format, ending) {
            (Some(format), _) => format,
            (None, Some("md")) => Written::Md,
            (None, Some("json")) => Written::Json,
            (None, Some("csv")) => Written::Csv,
            (None, Some("svg")) => Written::Svg,
            (None, Some("ics")) => Written::Ics,
            (None, Some("dot" | "gv")) => Written::Dot,
            (None, Some("graphml")) => Written::Graphml,
            (None, Some("png")) => Written::Png,
            (None, Some("html" | "htm")) => Written::Html,
            (None, Some("pdf")) => Written::Pdf,
            (None, Some("odt")) => Written::Odt,
            (None, Some("txt") | None) => Written::Text,
            (None, Some(other)) => {
                let other = safe::line(other);
                bail!(say!(language,
                    fr: "la terminaison `.{other}` ne dit aucune forme connue\u{a0}: md, html, pdf, odt, json, csv, svg, png, ics ou txt, ou bien --format",
                    en: "the ending `.{other}` names no known form: md, html, pdf, odt, json, csv, svg, png, ics or txt, or else --format"))
            }
        })
    }
}

/// A page by the template that every report shares.
fn page_of(facts: &Facts, markup: Markup, language: Language) -> Result<String> {
    Ok(Page { markup, language, own: None }.render(Some(facts), &[])?)
}

/// Writes beside the target, syncs, and renames: the file is whole or it is as it was.
///
/// # Errors
/// Where the system refuses; nothing is left beside the target then.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let name = path.file_name().context("?")?.to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let written = fs::File::create_new(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let moved = written.and_then(|()| fs::rename(&beside, path));
    if moved.is_err() {
        // What could not be finished is taken away again, as far as the system lets us.
        let _ = fs::remove_file(&beside);
    }
    Ok(moved?)
}

/// The same for a file that is there, at its own place where a link leads to it.
///
/// # Errors
/// Where the system refuses.
pub fn write_again(path: &Path, bytes: &[u8]) -> Result<()> {
    write_whole(&fs::canonicalize(path)?, bytes)
}

/// The same for a file that is not there yet, nor perhaps its folder.
///
/// # Errors
/// Where the system refuses, or the file is there after all.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    if fs::symlink_metadata(path).is_ok() {
        return Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists).into());
    }
    write_whole(path, bytes)
}
