//! The options of an output: its format, its file.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::commands::shared::command::{CharacterSet, ExitStatus, RunContext, print_bytes};
use crate::commands::shared::files::{deliver, require_other};
use crate::commands::shared::output::lost;
use crate::commands::shared::output::table_options::{
    TableOptions, is_folder, tell_others, write_tables,
};
use crate::language::Language;
use crate::renderers::format::{FORMATS, Format, RenderOptions};
use crate::renderers::map::{self, Sheet};
use crate::renderers::text;
use crate::say;
use crate::views::view::Facts;

/// The format of an output and the file that it is written to.
#[derive(Args, Clone, Debug, Default)]
pub struct OutputOptions {
    /// Output format; by default the one of the ending of --output, else text
    #[arg(long, value_name = "FORMAT", value_parser = format_parser())]
    format: Option<&'static Format>,
    /// Write to this file instead of the terminal; `-` is standard output, a folder takes one CSV a
    /// table
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Draw with ASCII characters only
    #[arg(long)]
    ascii: bool,
    #[command(flatten)]
    tables: TableOptions,
}

fn format_parser() -> impl TypedValueParser<Value = &'static Format> {
    let values = FORMATS.iter().map(|format| {
        let value = PossibleValue::new(format.name).help(format.about.en);
        if format.name == Format::DEFAULT.name {
            value.alias(Format::TABLE)
        } else {
            value
        }
    });
    PossibleValuesParser::new(values)
        .try_map(|name| Format::from_name(&name).ok_or_else(|| anyhow!("`{name}` is not a format")))
}

impl OutputOptions {
    /// Whether a file or a format is asked for.
    #[must_use]
    pub fn is_requested(&self) -> bool {
        self.output.is_some() || self.format.is_some()
    }

    /// The format that `--format` or the ending of `--output` chooses.
    ///
    /// # Errors
    /// Returns an error if the ending of the file belongs to no format.
    pub fn format(&self, language: Language) -> Result<&'static Format> {
        let implied = self.tables.implied_format(self.file());
        match (self.format.or(implied), self.file()) {
            (Some(format), _) => Ok(format),
            (None, Some(path)) => Format::from_path(path, language),
            (None, None) => Ok(Format::DEFAULT),
        }
    }

    /// Whether findings are written as JSON rather than as text, their only other format here.
    ///
    /// # Errors
    /// Returns an error if another format is chosen.
    pub fn is_json(&self, language: Language) -> Result<bool> {
        match self.format(language)?.name {
            "json" => Ok(true),
            "text" => Ok(false),
            _ => bail!(say!(language,
                fr: "les constats sur un texte s'écrivent en `text` ou en `json`",
                en: "findings about a text are written as `text` or `json`")),
        }
    }

    /// The options of rendering for this run, without those of maps and of templates.
    #[must_use]
    pub fn render_options<'c>(
        &'c self,
        context: &'c RunContext,
        language: Language,
    ) -> RenderOptions<'c> {
        let ascii = self.ascii || context.terminal == Some(CharacterSet::Ascii);
        let columns = context.columns;
        RenderOptions {
            language,
            made_on: context.today,
            screen: text::Screen {
                columns,
                ascii,
                quiet: context.quiet,
            },
            sketch: self.is_on_terminal(context).then_some(map::Screen {
                columns,
                ascii,
                colour: context.colour,
            }),
            sheet: Sheet::default(),
            png_width: None,
            dialect: self.tables.dialect(),
            table: self.tables.table(),
            template: None,
            lost: &context.lost,
        }
    }

    /// Renders facts and prints them or writes them to their file.
    ///
    /// # Errors
    /// Returns an error if the facts lack what the format shows, or the file cannot be written.
    pub fn write(
        &self,
        facts: &Facts,
        context: &RunContext,
        language: Language,
    ) -> Result<ExitStatus> {
        self.write_with(facts, &self.render_options(context, language), context)
    }

    /// Like [`Self::write`], with options of rendering that the caller completed.
    ///
    /// # Errors
    /// Returns an error if the facts lack what the format shows, the template is broken, or the
    /// file cannot be written.
    pub fn write_with(
        &self,
        facts: &Facts,
        options: &RenderOptions,
        context: &RunContext,
    ) -> Result<ExitStatus> {
        let format = self.format(options.language)?;
        self.tables.require(format, options.language)?;
        if let Some(folder) = self.file().filter(|path| is_folder(path))
            && self
                .tables
                .implied_format(Some(folder))
                .is_some_and(|csv| csv.name == format.name)
        {
            return write_tables(folder, facts, options, format, context);
        }
        if format.is_binary && self.is_on_terminal(context) {
            let name = format.name;
            bail!(say!(options.language,
                fr: "la sortie `{name}` ne s'affiche pas au terminal\u{a0}: `--output \
                    FICHIER.{name}` l'écrit dans un fichier",
                en: "`{name}` output cannot be shown on a terminal: `--output FILE.{name}` writes \
                    it to a file"));
        }
        let bytes = (format.render)(facts, options)?;
        let status = self.deliver(bytes, context, options.language)?;
        lost::tell(context, options.language);
        if format.name == "csv" {
            tell_others(facts, options, context);
        }
        Ok(status)
    }

    /// Prints finished bytes, or writes them to the file of `--output`.
    ///
    /// # Errors
    /// Returns an error if the file cannot be written.
    pub fn deliver(
        &self,
        bytes: Vec<u8>,
        context: &RunContext,
        language: Language,
    ) -> Result<ExitStatus> {
        match self.file() {
            None => print_bytes(&bytes)?,
            Some(path) => deliver(&[(path.to_owned(), bytes)], context, language)?,
        }
        Ok(ExitStatus::Success)
    }

    /// Refuses an output to the file that it is made from.
    ///
    /// # Errors
    /// Returns an error if `--output` names that file.
    pub fn require_other(&self, input: &Path, language: Language) -> Result<()> {
        match self.file() {
            Some(path) => require_other(path, input, language),
            None => Ok(()),
        }
    }

    fn is_on_terminal(&self, context: &RunContext) -> bool {
        self.file().is_none() && context.terminal.is_some()
    }

    /// The file to write to; `None` for standard output, which `-` names as well.
    fn file(&self) -> Option<&Path> {
        self.output
            .as_deref()
            .filter(|path| path.as_os_str() != "-")
    }
}
