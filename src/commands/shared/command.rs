//! The contract of every verb: global options, run context, printing, exit status.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use crate::calendar::Day;
use crate::commands::shared::progress::Progress;
use crate::language::Language;
use crate::records::SkipReason;
use crate::renderers::lost::LostCharacters;
use crate::renderers::safe;
use crate::say;
use crate::sources::Folder;
use crate::workspace::{self, FORMAT, Workspace};

/// The outcome of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitStatus {
    /// Exit code 0: nothing to report, or nothing that counts.
    Success,
    /// Exit code 1: findings that count.
    Findings,
    /// Exit code 2: the command could not run.
    Failure,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ColourChoice {
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
pub struct GlobalOptions {
    /// The workspace, instead of the nearest folder upwards that holds `apes.toml` or
    /// `territories/`
    #[arg(long, global = true, value_name = "DIR", display_order = 100)]
    root: Option<PathBuf>,
    /// Language of messages and reports
    #[arg(
        long,
        global = true,
        value_name = "LANG",
        value_parser = ["fr", "en"],
        display_order = 101
    )]
    lang: Option<String>,
    /// When to use colours
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        display_order = 102
    )]
    color: ColourChoice,
    /// Print only the result
    #[arg(long, short, global = true, display_order = 103)]
    quiet: bool,
}

/// The global options resolved against the machine, for one run.
pub struct RunContext {
    root: Option<PathBuf>,
    /// Language that `--lang` requests.
    pub requested_language: Option<Language>,
    /// Language of the machine.
    pub machine_language: Language,
    /// Date of the run.
    pub today: Day,
    /// Whether standard output is coloured.
    pub colour: bool,
    /// Whether only the result is printed.
    pub quiet: bool,
    /// Width of the terminal in columns.
    pub columns: usize,
    /// Characters that the terminal shows; `None` if standard output is not a terminal.
    pub terminal: Option<CharacterSet>,
    /// Characters that no font has, noted while an output is rendered.
    pub lost: LostCharacters,
}

/// The characters that a terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CharacterSet {
    /// ASCII only.
    Ascii,
    /// All of Unicode.
    Unicode,
}

impl GlobalOptions {
    /// Resolves the options against the terminal and the environment.
    #[must_use]
    pub fn resolve(self, machine_language: Language, today: Day) -> RunContext {
        let is_terminal = std::io::stdout().is_terminal();
        let colour = match self.color {
            ColourChoice::Auto => {
                // An empty NO_COLOR counts as unset (no-color.org).
                is_terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            }
            ColourChoice::Always => true,
            ColourChoice::Never => false,
        };
        RunContext {
            root: self.root,
            requested_language: self.lang.as_deref().and_then(Language::from_code),
            machine_language,
            today,
            colour,
            quiet: self.quiet,
            columns: columns(is_terminal),
            terminal: is_terminal.then(character_set),
            lost: LostCharacters::default(),
        }
    }
}

/// The width of the terminal in columns, `COLUMNS` first; 100 without a terminal, so that files
/// are the same on every machine.
fn columns(is_terminal: bool) -> usize {
    let set = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    let width = match set {
        None if is_terminal => terminal_width(),
        set => set,
    };
    // No table fits into less than 40 columns; more than 400 are a mistake.
    width.unwrap_or(100).clamp(40, 400)
}

fn terminal_width() -> Option<usize> {
    terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))
}

/// ASCII if the locale names an encoding other than UTF-8; the first variable that is set decides,
/// as POSIX orders them.
fn character_set() -> CharacterSet {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .filter_map(std::env::var_os)
        .map(|value| value.to_string_lossy().to_lowercase())
        .find(|value| !value.is_empty());
    match locale {
        Some(locale) if !locale.contains("utf-8") && !locale.contains("utf8") => {
            CharacterSet::Ascii
        }
        _ => CharacterSet::Unicode,
    }
}

impl RunContext {
    /// The folder of the workspace: `--root`, or the nearest one upwards.
    ///
    /// # Errors
    /// Returns an error if there is no workspace there.
    pub fn folder(&self) -> Result<Folder> {
        match &self.root {
            Some(root) => self.folder_at(root),
            None => match Folder::containing(&std::env::current_dir()?) {
                Some(folder) => Ok(folder),
                None => bail!(say!(self.language(),
                    fr: "ni `apes.toml` ni `territories/` dans ce dossier ni au-dessus\u{a0}: pour \
                        commencer un réseau ici, `apes init`\u{202f}; pour travailler dans un \
                        autre dossier, `--root DOSSIER`",
                    en: "neither `apes.toml` nor `territories/` in this folder or above: to begin \
                        a network here, `apes init`; to work in another folder, `--root DIR`")),
            },
        }
    }

    fn folder_at(&self, root: &std::path::Path) -> Result<Folder> {
        let shown = safe::line(&root.to_string_lossy());
        if !root.is_dir() {
            bail!(say!(self.language(),
                fr: "`{shown}` n'est pas un dossier",
                en: "`{shown}` is not a folder"));
        }
        let folder = Folder::at(root);
        if !folder.has("apes.toml") && !folder.has("territories") {
            bail!(say!(self.language(),
                fr: "ni `apes.toml` ni `territories/` dans `{shown}`\u{a0}: pour y commencer un \
                    réseau, `apes init {shown}`",
                en: "neither `apes.toml` nor `territories/` in `{shown}`: to begin a network \
                    there, `apes init {shown}`"));
        }
        Ok(folder)
    }

    /// The folder that `--root` names.
    #[must_use]
    pub fn root(&self) -> Option<&std::path::Path> {
        self.root.as_deref()
    }

    /// The language of messages before a workspace is read.
    #[must_use]
    pub fn language(&self) -> Language {
        self.requested_language.unwrap_or(self.machine_language)
    }

    /// The language of messages about a workspace that is not loaded.
    #[must_use]
    pub fn language_in(&self, folder: &Folder) -> Language {
        self.requested_language
            .or_else(|| workspace::language_of(folder))
            .unwrap_or(self.machine_language)
    }

    /// Refuses records that are written for another version of the program.
    fn require_format(&self, folder: &Folder) -> Result<()> {
        match workspace::declared_format(folder) {
            Some(format) if format != u64::from(FORMAT) => {
                bail!(another_format(format, self.language_in(folder)))
            }
            _ => Ok(()),
        }
    }

    /// The language of an answer that needs no record: `--lang`, else that of the workspace, else
    /// that of the machine.
    #[must_use]
    pub fn reader_language(&self) -> Language {
        let of_workspace = || workspace::language_of(&self.folder().ok()?);
        self.requested_language
            .or_else(of_workspace)
            .unwrap_or(self.machine_language)
    }

    /// Loads the workspace.
    ///
    /// # Errors
    /// Returns an error if there is no workspace, it has another format, or the system lacks what
    /// it takes to read it.
    pub fn open(&self) -> Result<(Folder, &'static Workspace)> {
        let folder = self.folder()?;
        self.require_format(&folder)?;
        let progress = Progress::begin(self.quiet);
        let workspace = workspace::load_with_progress(
            &folder,
            self.requested_language,
            self.machine_language,
            &|done, total| progress.update(done, total),
        );
        if let Some(SkipReason::Exhausted(kind, words)) = workspace.network.exhausted() {
            let words = workspace.language.describe_os_error(*kind, words);
            bail!(say!(workspace.language,
                fr: "le système n'accorde à ce programme ni plus de fichiers ouverts, ni plus de \
                    mémoire ({words})\u{a0}: les fiches n'ont pas été lues",
                en: "the system grants this program no more open files or memory ({words}): \
                    records were not read"));
        }
        // Leaked: freeing a large workspace at the end of the program would cost a tenth of all
        // that was done with it.
        Ok((folder, Box::leak(Box::new(workspace))))
    }

    /// Loads the workspace; outside any, an empty one with the vocabulary and the charter of Apes.
    ///
    /// # Errors
    /// Returns an error if the system lacks what it takes to read it.
    pub fn open_or_default(&self) -> Result<(Folder, &'static Workspace)> {
        if self.root.is_some() || self.folder().is_ok() {
            return self.open();
        }
        let folder = Folder::at(&std::env::current_dir()?);
        let language = self.language();
        let workspace = workspace::load(&folder, Some(language), language);
        // Leaked, as `open` does.
        Ok((folder, Box::leak(Box::new(workspace))))
    }
}

/// Why a workspace of another format is not read, and what to do.
pub fn another_format(format: u64, language: Language) -> String {
    if format > u64::from(FORMAT) {
        return say!(language,
            fr: "ces fiches sont au format {format}, plus récent que celui de ce programme \
                ({FORMAT})\u{a0}: installer une version plus récente d'`apes`",
            en: "these records have format {format}, newer than that of this program ({FORMAT}): \
                install a newer version of `apes`");
    }
    say!(language,
        fr: "ces fiches sont au format {format}, plus ancien que celui de ce programme \
            ({FORMAT})\u{a0}: `apes migrate` les met à jour (`apes migrate --dry-run` montre \
            d'abord ce qui changerait)",
        en: "these records have format {format}, older than that of this program ({FORMAT}): \
            `apes migrate` updates them (`apes migrate --dry-run` first shows what would change)")
}

/// Prints a text to standard output.
///
/// # Errors
/// Returns an error if the system refuses, unless the reader closed the pipe.
pub fn print(text: &str) -> Result<()> {
    print_bytes(text.as_bytes())
}

/// Prints bytes to standard output.
///
/// # Errors
/// Returns an error if the system refuses, unless the reader closed the pipe.
pub fn print_bytes(bytes: &[u8]) -> Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Prints a line to standard error.
pub fn eprint(text: &str) {
    // Ignored: once standard error is closed there is nowhere left to report to.
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// The question whether a known name was meant, in brackets; empty if no name is near.
pub fn did_you_mean(name: Option<&str>, language: Language) -> String {
    match name {
        Some(name) => say!(language,
            fr: " (vouliez-vous dire `{name}`\u{202f}?)",
            en: " (did you mean `{name}`?)"),
        None => String::new(),
    }
}

/// Rewrites an error in one line in a language, with the messages of the system translated.
fn localized(error: &anyhow::Error, language: Language) -> anyhow::Error {
    let causes: Vec<String> = error
        .chain()
        .map(|cause| match cause.downcast_ref::<std::io::Error>() {
            Some(system) => language.describe_os_error(system.kind(), &system.to_string()),
            None => cause.to_string(),
        })
        .collect();
    anyhow::anyhow!(causes.join(" · "))
}

/// The beginning of every message about why a command could not run.
#[must_use]
pub fn error_prefix(language: Language) -> String {
    say!(language, fr: "erreur\u{a0}: ", en: "error: ")
}

/// Prints why a command could not run, in the language of its reader.
#[must_use]
pub fn fail(error: &anyhow::Error, language: Language) -> ExitStatus {
    let error = safe::line(&localized(error, language).to_string());
    eprint(&(error_prefix(language) + &error));
    ExitStatus::Failure
}
