//! `apes man`: manual pages for Unix, in both languages.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use clap::{Args, Command};
use clap_mangen::Man;

use crate::commands::shared::command::{ExitStatus, RunContext, eprint};
use crate::commands::shared::files::write_file;
use crate::language::Language;
use crate::renderers::safe;
use crate::say;

/// Write manual pages for Unix, in English into `man1`, in French into `fr/man1`
#[derive(Args)]
pub struct Arguments {
    /// Folder to write into, such as `/usr/local/share/man`
    #[arg(long, short, value_name = "DIR")]
    output: PathBuf,
}

/// Headings of a page, in English and in French.
const HEADINGS: [(&str, &str); 3] = [
    ("NAME", "NOM"),
    ("SUBCOMMANDS", "COMMANDES"),
    ("EXTRA", "NOTES"),
];

/// Writes the pages.
pub fn run(
    arguments: &Arguments,
    context: &RunContext,
    command_line: fn(Language) -> Command,
) -> Result<ExitStatus> {
    let language = context.reader_language();
    let mut count = 0;
    for (spoken, folder) in [(Language::English, "man1"), (Language::French, "fr/man1")] {
        let mut program = command_line(spoken);
        // Only then do verbs have their whole names.
        program.build();
        for (name, page) in pages(&program, "apes", spoken)? {
            let folder = arguments.output.join(folder);
            write_file(&folder.join(format!("{name}.1")), page.as_bytes()).with_context(|| {
                let folder = safe::line(&folder.to_string_lossy());
                say!(language,
                    fr: "`{folder}` n'a pas pu être écrit",
                    en: "`{folder}` could not be written")
            })?;
            count += 1;
        }
    }
    if !context.quiet {
        let folder = safe::line(&arguments.output.to_string_lossy());
        eprint(&say!(language,
            fr: "{count} pages de manuel écrites dans `{folder}`",
            en: "{count} manual pages written into `{folder}`"));
    }
    Ok(ExitStatus::Success)
}

/// The page of a command, and those of the commands below it, by name.
fn pages(command: &Command, name: &str, language: Language) -> Result<Vec<(String, String)>> {
    let mut pages = vec![(name.to_owned(), page(command, name, language)?)];
    for verb in command.get_subcommands().filter(|verb| !verb.is_hide_set()) {
        let name = format!("{name}-{}", verb.get_name());
        pages.extend(self::pages(verb, &name, language)?);
    }
    Ok(pages)
}

fn page(command: &Command, name: &str, language: Language) -> Result<String> {
    let version = env!("CARGO_PKG_VERSION");
    let man = Man::new(command.clone().display_name(name.to_owned()))
        .title(name.to_uppercase())
        .source(format!("apes {version}"));
    let mut bytes = Vec::new();
    man.render_title(&mut bytes)?;
    man.render_name_section(&mut bytes)?;
    man.render_synopsis_section(&mut bytes)?;
    man.render_description_section(&mut bytes)?;
    man.render_options_section(&mut bytes)?;
    if command.get_subcommands().any(|verb| !verb.is_hide_set()) {
        man.render_subcommands_section(&mut bytes)?;
    }
    let page = String::from_utf8_lossy(&bytes);
    let lines = page.lines().map(|line| match line.strip_prefix(".SH ") {
        Some(heading) => format!(".SH {}\n", heading_in(heading, language)),
        None => format!("{line}\n"),
    });
    Ok(lines.collect())
}

fn heading_in(heading: &str, language: Language) -> &str {
    let french = HEADINGS.iter().find(|(english, _)| *english == heading);
    match (language, french) {
        (Language::French, Some((_, french))) => french,
        _ => heading,
    }
}
