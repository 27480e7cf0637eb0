//! Finished facts in the form asked for, on the terminal or in a file.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use clap::Args;

use crate::commands::command::{Answer, Characters, Settled, print_bytes};
use crate::commands::output::files::write_whole;
use crate::commands::output::paper;
use crate::commands::output::picture::Picture;
use crate::commands::output::written::Written;
use crate::language::Language;
use crate::renderers::page::{Markup, Page, Template};
use crate::renderers::{charts, csv, graph_files, ics, map, safe, text};
use crate::say;
use crate::views::view::{Facts, Figure};

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

impl Shape {
    /// The same for a map drawn so.
    #[must_use]
    pub fn drawn(&self, picture: &Picture) -> Self {
        Self { picture: picture.clone(), ..self.clone() }
    }

    /// How a map is drawn.
    #[must_use]
    pub fn picture(&self) -> &Picture {
        &self.picture
    }

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
        match (self.format, &self.output) {
            (Some(format), _) => Ok(format),
            (None, Some(path)) => Written::by_ending(path, language),
            (None, None) => Ok(Written::Text),
        }
    }
}

/// A page by the template that every report shares.
fn page_of(facts: &Facts, markup: Markup, language: Language) -> Result<String> {
    Ok(Page { markup, language, own: None }.render(Some(facts), &[])?)
}
