//! Finished facts in the form asked for, on the terminal or in a file.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use clap::Args;

use crate::commands::shared::command::{Characters, ExitStatus, RunContext, print_bytes};
use crate::commands::shared::output::files::write_whole;
use crate::commands::shared::output::format::OutputFormat;
use crate::commands::shared::output::paper;
use crate::commands::shared::output::picture::Picture;
use crate::language::Language;
use crate::renderers::page::{Markup, Page, Template};
use crate::renderers::{csv, graph_files, ics, map, pictures, safe, text};
use crate::say;
use crate::views::view::{Facts, Figure};

/// What to write, and where.
#[derive(Args, Clone, Debug, Default)]
pub struct OutputOptions {
    /// How to write it; by default as the ending of --output says, else as text
    #[arg(long, value_name = "FORMAT")]
    format: Option<OutputFormat>,
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

impl OutputOptions {
    /// The same for a map drawn so.
    #[must_use]
    pub fn drawn(&self, picture: &Picture) -> Self {
        Self {
            picture: picture.clone(),
            ..self.clone()
        }
    }

    /// How a map is drawn.
    #[must_use]
    pub fn picture(&self) -> &Picture {
        &self.picture
    }

    /// Whether findings are to be written for machines; else for people, since they have no other
    /// form.
    ///
    /// # Errors
    /// Where another form is asked for.
    pub fn is_for_machines(&self, language: Language) -> Result<bool> {
        match self.written(language)? {
            OutputFormat::Json => Ok(true),
            OutputFormat::Text => Ok(false),
            _ => bail!(say!(language,
                fr: "les constats d'un texte s'écrivent en `text` ou en `json`",
                en: "findings in a text are written as `text` or `json`")),
        }
    }

    /// Writes facts as asked.
    ///
    /// # Errors
    /// Where the report has no such form, or the file cannot be written.
    pub fn answer(
        &self,
        facts: &Facts,
        context: &RunContext,
        language: Language,
    ) -> Result<ExitStatus> {
        self.answer_by(facts, None, context, language)
    }

    /// Writes facts as asked, pages for print by the network's own template where it has one.
    ///
    /// # Errors
    /// Where the report has no such form, the template cannot be followed, or the file cannot be
    /// written.
    pub fn answer_by(
        &self,
        facts: &Facts,
        own: Option<Template>,
        context: &RunContext,
        language: Language,
    ) -> Result<ExitStatus> {
        let bytes = match self.written(language)? {
            OutputFormat::Png if self.output.is_none() && context.terminal.is_some() => {
                bail!(say!(language,
                fr: "une image PNG ne se lit pas au terminal\u{a0}: `--output carte.png` l'écrit \
                    dans un fichier",
                en: "a PNG picture cannot be read on a terminal: `--output map.png` writes it to a \
                    file"))
            }
            OutputFormat::Pdf | OutputFormat::Odt
                if self.output.is_none() && context.terminal.is_some() =>
            {
                bail!(say!(language,
                fr: "ceci ne se lit pas au terminal\u{a0}: `--output FICHIER` l'écrit dans un \
                    fichier",
                en: "this cannot be read on a terminal: `--output FILE` writes it to a file"))
            }
            OutputFormat::Png => self.picture.png(&self.svg(facts, language)?, language)?,
            OutputFormat::Pdf => paper::pdf(facts, own, context.today, language)?,
            OutputFormat::Odt => paper::odt(facts, context.today, language)?,
            written => self.render(written, facts, context, language)?.into_bytes(),
        };
        self.deliver(&bytes, language)
    }

    /// Whether pages for print are asked for.
    ///
    /// # Errors
    /// Where the ending of the file says no known form.
    pub fn is_pdf(&self, language: Language) -> Result<bool> {
        Ok(self.written(language)? == OutputFormat::Pdf)
    }

    /// The markup of the page that is asked for; nothing where it is not a page.
    ///
    /// # Errors
    /// Where the ending of the file says no known form.
    pub fn markup(&self, language: Language) -> Result<Option<Markup>> {
        Ok(match self.written(language)? {
            OutputFormat::Md => Some(Markup::Markdown),
            OutputFormat::Html => Some(Markup::Html),
            _ => None,
        })
    }

    /// Prints a text or a picture, or writes it to its file.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn deliver(&self, bytes: &[u8], language: Language) -> Result<ExitStatus> {
        match &self.output {
            None => print_bytes(bytes)?,
            Some(path) => write_whole(path, bytes).with_context(|| {
                let path = safe::line(&path.to_string_lossy());
                say!(language, fr: "`{path}` n'a pas pu être écrit", en: "`{path}` could not be \
                    written")
            })?,
        }
        Ok(ExitStatus::Fine)
    }

    /// The map as a terminal shows it, where it goes to one that is wide enough.
    fn sketch(&self, facts: &Facts, context: &RunContext, ascii: bool) -> String {
        let screen = map::Screen {
            columns: context.columns,
            ascii,
            colour: context.colour,
        };
        let shown = context.terminal.is_some() && self.output.is_none();
        match facts.figures.first() {
            Some(Figure::Map(figure)) if shown => map::sketch(figure, screen)
                .map(|sketch| sketch + "\n")
                .unwrap_or_default(),
            _ => String::new(),
        }
    }

    fn svg(&self, facts: &Facts, language: Language) -> Result<String> {
        match (facts.figures.first(), facts.pictures().next()) {
            (Some(Figure::Map(figure)), _) => Ok(map::render_on(figure, self.picture.sheet())),
            (_, Some(picture)) => Ok(pictures::render(picture, "apes", language)),
            _ => {
                bail!(
                    say!(language, fr: "il n'y a pas d'image pour ceci", en: "there is no picture \
                        of this")
                )
            }
        }
    }

    fn render(
        &self,
        written: OutputFormat,
        facts: &Facts,
        context: &RunContext,
        language: Language,
    ) -> Result<String> {
        match written {
            OutputFormat::Text => {
                let ascii = self.ascii || context.terminal == Some(Characters::Plain);
                let screen = text::Screen {
                    columns: context.columns,
                    ascii,
                    quiet: context.quiet,
                };
                Ok(self.sketch(facts, context, ascii) + &text::render(facts, screen, language))
            }
            OutputFormat::Md => page_of(facts, Markup::Markdown, language),
            OutputFormat::Json => Ok(safe::json(&serde_json::to_string_pretty(facts)?) + "\n"),
            OutputFormat::Csv => Ok(facts
                .rows
                .as_ref()
                .or(facts.main_tables().next())
                .map(csv::render)
                .unwrap_or_default()),
            form @ (OutputFormat::Dot | OutputFormat::Graphml) => match facts.figures.first() {
                Some(Figure::Graph(graph)) if form == OutputFormat::Dot => {
                    Ok(graph_files::dot(graph, &facts.title))
                }
                Some(Figure::Graph(graph)) => Ok(graph_files::graphml(graph, &facts.title)),
                _ => bail!(
                    say!(language, fr: "il n'y a pas de graphe pour ceci", en: "there is no graph \
                        of this")
                ),
            },
            OutputFormat::Svg | OutputFormat::Png => self.svg(facts, language),
            OutputFormat::Ics => match &facts.agenda {
                Some(agenda) => Ok(ics::render(agenda)),
                None => bail!(
                    say!(language, fr: "il n'y a pas de jours à venir dans ceci", en: "there are \
                        no days to come in this")
                ),
            },
            OutputFormat::Html => match facts.figures.first() {
                Some(Figure::Atlas(atlas)) => map::interactive(atlas),
                _ => page_of(facts, Markup::Html, language),
            },
            OutputFormat::Pdf | OutputFormat::Odt => Ok(String::new()),
        }
    }

    fn written(&self, language: Language) -> Result<OutputFormat> {
        match (self.format, &self.output) {
            (Some(format), _) => Ok(format),
            (None, Some(path)) => OutputFormat::by_ending(path, language),
            (None, None) => Ok(OutputFormat::Text),
        }
    }
}

/// A page by the template that every report shares.
fn page_of(facts: &Facts, markup: Markup, language: Language) -> Result<String> {
    Ok(Page {
        markup,
        language,
        own: None,
    }
    .render(Some(facts), &[])?)
}
