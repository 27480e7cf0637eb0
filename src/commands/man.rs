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
        let book = Book {
            language: spoken,
            date: context.today.to_string(),
        };
        for (name, page) in book.pages(&program, "apes")? {
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

/// What all pages of a language share.
struct Book {
    language: Language,
    date: String,
}

impl Book {
    /// The page of a command, and those of the commands below it, by name.
    fn pages(&self, command: &Command, name: &str) -> Result<Vec<(String, String)>> {
        let mut pages = vec![(name.to_owned(), self.page(command, name)?)];
        for verb in command.get_subcommands().filter(|verb| !verb.is_hide_set()) {
            pages.extend(self.pages(verb, &format!("{name}-{}", verb.get_name()))?);
        }
        Ok(pages)
    }

    fn page(&self, command: &Command, name: &str) -> Result<String> {
        let man = Man::new(command.clone().display_name(name.to_owned()))
            .title(name.to_uppercase())
            .date(&self.date)
            .source(format!("apes {}", env!("CARGO_PKG_VERSION")));
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
        Ok(page.lines().map(|line| self.line(line)).collect())
    }

    /// A line with its heading in the language; a value of a list on a line of its own.
    fn line(&self, line: &str) -> String {
        match line.strip_prefix(".SH ") {
            Some(heading) => format!(".SH {}\n", heading_in(heading, self.language)),
            None if line.starts_with("\\- ") => format!(".br\n{line}\n"),
            None => format!("{line}\n"),
        }
    }
}

fn heading_in(heading: &str, language: Language) -> &str {
    let french = HEADINGS.iter().find(|(english, _)| *english == heading);
    match (language, french) {
        (Language::French, Some((_, french))) => french,
        _ => heading,
    }
}
