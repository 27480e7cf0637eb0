//! What every command shares: its options, the workspace it opens, what it prints, what it answers.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use crate::calendar::Day;
use crate::commands::shared::progress::Progress;
use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::sources::Folder;
use crate::workspace::{self, Workspace};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitStatus {
    /// Fine: 0.
    Fine,
    /// There are findings that matter: 1.
    Findings,
    /// It could not run: 2.
    CouldNotRun,
}

/// Whether to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The options of every command.
#[derive(Args, Clone, Debug)]
pub struct Options {
    /// The workspace, instead of the nearest folder upwards that holds `apes.toml` or
    /// `territories/`
    #[arg(long, global = true, value_name = "DIR", display_order = 100)]
    root: Option<PathBuf>,
    /// Language of messages and reports
    #[arg(long, global = true, value_name = "LANG", value_parser = ["fr", "en"], display_order = 101)]
    lang: Option<String>,
    /// When to colour
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        display_order = 102
    )]
    color: Colour,
    /// Say only what was asked for
    #[arg(long, short, global = true, display_order = 103)]
    quiet: bool,
}

/// The options as they hold for this run.
pub struct RunContext {
    root: Option<PathBuf>,
    /// The language asked for, if any was.
    pub asked: Option<Language>,
    /// The language of the machine.
    pub spoken: Language,
    /// The day.
    pub today: Day,
    /// Whether to colour what is printed.
    pub colour: bool,
    /// Say only what was asked for.
    pub quiet: bool,
    /// Columns of the terminal.
    pub columns: usize,
    /// What the terminal shows, where what is printed goes to one.
    pub terminal: Option<Characters>,
}

/// The characters that a terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Characters {
    /// Those of ASCII only, as its locale says.
    Plain,
    /// All.
    All,
}

impl Options {
    /// What holds, once the machine is asked.
    #[must_use]
    pub fn resolve(self, spoken: Language, today: Day) -> RunContext {
        let terminal = std::io::stdout().is_terminal();
        let wanted = terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let colour = match self.color {
            Colour::Auto => wanted,
            Colour::Always => true,
            Colour::Never => false,
        };
        let asked = self.lang.as_deref().and_then(Language::from_code);
        RunContext {
            root: self.root,
            asked,
            spoken,
            today,
            colour,
            quiet: self.quiet,
            columns: columns(terminal),
            terminal: terminal.then(characters),
        }
    }
}

/// Columns of the terminal; 100 where there is none, so that files come out the same everywhere.
fn columns(terminal: bool) -> usize {
    let said = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    let measured = || terminal.then(terminal_size).flatten();
    said.or_else(measured).unwrap_or(100).clamp(40, 400)
}

/// Plain ones where the locale names an encoding other than UTF-8: the first variable that is set
/// decides.
fn characters() -> Characters {
    let said = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .filter_map(std::env::var_os);
    let said = said
        .map(|value| value.to_string_lossy().to_lowercase())
        .find(|value| !value.is_empty());
    match said {
        Some(value) if !value.contains("utf-8") && !value.contains("utf8") => Characters::Plain,
        _ => Characters::All,
    }
}

fn terminal_size() -> Option<usize> {
    terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))
}

impl RunContext {
    /// The workspace.
    ///
    /// # Errors
    /// Where there is none here or above.
    pub fn folder(&self) -> Result<Folder> {
        if let Some(root) = &self.root {
            if !root.is_dir() {
                let root = safe::line(&root.to_string_lossy());
                bail!(
                    say!(self.language(), fr: "`{root}` n'est pas un dossier", en: "`{root}` is \
                        not a folder")
                );
            }
            let folder = Folder::at(root);
            if !folder.has("apes.toml") && !folder.has("territories") {
                let root = safe::line(&root.to_string_lossy());
                bail!(say!(self.language(),
                    fr: "ni `apes.toml` ni `territories/` dans `{root}`",
                    en: "neither `apes.toml` nor `territories/` in `{root}`"));
            }
            return Ok(folder);
        }
        let here = std::env::current_dir()?;
        match Folder::containing(&here) {
            Some(folder) => Ok(folder),
            None => bail!(say!(self.language(),
                fr: "ni `apes.toml` ni `territories/` dans ce dossier ni au-dessus\u{202f}; \
                    indiquer l'espace de travail avec --root",
                en: "neither `apes.toml` nor `territories/` in this folder or above; name the \
                    workspace with --root")),
        }
    }

    /// The language before any workspace was read.
    #[must_use]
    pub fn language(&self) -> Language {
        self.asked.unwrap_or(self.spoken)
    }

    /// Opens and reads the workspace, which then lives as long as the program: taking a large one
    /// apart at the end
    /// would cost a tenth of all that was done with it.
    ///
    /// # Errors
    /// Where there is none.
    pub fn open(&self) -> Result<(Folder, &'static Workspace)> {
        let folder = self.folder()?;
        let progress = Progress::begin(self.quiet);
        let workspace =
            workspace::load_with_progress(&folder, self.asked, self.spoken, &|done, all| {
                progress.at(done, all);
            });
        Ok((folder, Box::leak(Box::new(workspace))))
    }
}

/// Prints a text; a pipe that was closed is no error.
///
/// # Errors
/// Where the system refuses for another reason.
pub fn print(text: &str) -> Result<()> {
    print_bytes(text.as_bytes())
}

/// Prints what is not always text, in the same way.
///
/// # Errors
/// Where the system refuses for another reason.
pub fn print_bytes(bytes: &[u8]) -> Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Says something to the person rather than to the pipe.
pub fn eprint(text: &str) {
    // Nobody is left to be told when standard error is gone.
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// The known name that was perhaps meant, in brackets; nothing where there is none.
pub fn did_you_mean(near: Option<&str>, language: Language) -> String {
    let ask = |near: &str| say!(language, fr: " ({near}\u{202f}?)", en: " ({near}?)");
    near.map(ask).unwrap_or_default()
}

/// The same reason with the words of the system, if it is one of its own, in a language.
pub fn in_words(error: &anyhow::Error, language: Language) -> anyhow::Error {
    let word =
        |cause: &(dyn std::error::Error + 'static)| match cause.downcast_ref::<std::io::Error>() {
            Some(system) => language.describe_os_error(system.kind(), &system.to_string()),
            None => cause.to_string(),
        };
    anyhow::anyhow!(error.chain().map(word).collect::<Vec<_>>().join(" · "))
}

/// Says why a command could not run; the sentence is already in the reader's language.
pub fn could_not_run(error: &anyhow::Error) {
    eprint(&format!("apes: {}", safe::line(&error.to_string())));
}
