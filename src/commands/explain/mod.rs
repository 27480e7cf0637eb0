//! `apes explain`: why a check exists, with its example.

mod criterion;

use anyhow::{Result, bail};
use clap::Args;
use unicode_width::UnicodeWidthStr;

use crate::checks;
use crate::commands::shared::command::{ExitStatus, RunContext, did_you_mean, print};
use crate::diagnostic::{Rule, nearest};
use crate::language::{Bilingual, Language};
use crate::network::Network;
use crate::renderers::safe;
use crate::say;
use crate::sources::Folder;
use crate::workspace::{self, Workspace};

/// Say why a check or a criterion of the charter exists, with an example; without a name, list them
/// all
#[derive(Args)]
pub struct Arguments {
    /// Name of a check or of a criterion, as it stands between brackets in a finding
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

/// Findings shown of an example: some rules have a dozen faces.
const SHOWN: usize = 3;

/// Runs it.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (folder, workspace) = if context.folder().is_ok() {
        context.open()?
    } else {
        carried(context)?
    };
    let (network, language) = (&workspace.network, workspace.language);
    let Some(name) = &arguments.name else {
        print(&all(network, language, context.columns))?;
        return Ok(ExitStatus::Fine);
    };
    let rule = checks::rules()
        .find(|rule| rule.name == name)
        .map(|rule| explained(rule, language, context.columns));
    let told = rule.or_else(|| criterion::explained(network, &folder, name, language));
    let Some(told) = told else {
        let near = did_you_mean(nearest(name, checks::names(network)), language);
        let name = safe::line(name);
        bail!(say!(language,
            fr: "il n'y a ni contrôle ni critère nommé `{name}`{near}",
            en: "there is no check and no criterion named `{name}`{near}"));
    };
    print(&told)?;
    Ok(ExitStatus::Fine)
}

/// Outside any workspace, the charter is the one that the program carries.
fn carried(context: &RunContext) -> Result<(Folder, &'static Workspace)> {
    let folder = Folder::at(&std::env::current_dir()?);
    let language = context.language();
    let workspace = workspace::load(&folder, Some(language), language);
    Ok((folder, Box::leak(Box::new(workspace))))
}

fn all(network: &Network, language: Language, columns: usize) -> String {
    let mut text = String::new();
    let width = checks::names(network)
        .map(str::len)
        .max()
        .unwrap_or_default();
    let indent = width + 2 + 13 + 2;
    let rules = checks::rules().map(|rule| (rule.name, rule.severity, rule.because.get(language)));
    let criteria = network.charter.criteria.iter();
    let criteria = criteria.map(|(id, criterion)| {
        (
            id.as_str(),
            criterion.level.severity(),
            criterion.because.get(language),
        )
    });
    for (name, severity, because) in rules.chain(criteria) {
        let (word, because) = (severity.word(language), safe::line(because));
        let head = format!("{name:width$}  {word:13}  ");
        text.push_str(&if columns < indent + COMFORTABLE {
            format!("{}\n{}", head.trim_end(), folded("    ", &because, columns))
        } else {
            folded(&head, &because, columns)
        });
    }
    text
}

/// Columns that a sentence needs beside a name.
const COMFORTABLE: usize = 30;

/// A text behind a heading, folded so that its lines stand below one another.
fn folded(heading: &str, text: &str, columns: usize) -> String {
    let indent = heading.chars().count();
    let room = columns.saturating_sub(indent).max(COMFORTABLE / 2);
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let Some(line) = lines.last_mut() else { break };
        if !line.is_empty() && line.width() + 1 + word.width() > room {
            lines.push(word.to_owned());
        } else {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        }
    }
    let blank = " ".repeat(indent);
    let begun = lines.iter().enumerate();
    begun
        .map(|(at, line)| format!("{}{line}\n", if at == 0 { heading } else { &blank }))
        .collect()
}

fn explained(rule: &Rule, language: Language, columns: usize) -> String {
    let word = |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(language);
    let headings = [
        word("Pourquoi", "Why"),
        word("Faux", "Wrong"),
        word("Juste", "Right"),
    ]
    .map(|word| format!("  {word:11}"));
    let [why, wrong, right] = &headings;
    let shown: Vec<&str> = rule
        .example
        .get(language)
        .split("\n\n")
        .take(SHOWN)
        .collect();
    let said = word(
        "ce que `apes validate` en dit\u{a0}:",
        "what `apes validate` says of it:",
    );
    let mut text = format!("{} · {}\n\n", rule.name, rule.severity.word(language));
    text += &folded(why, rule.because.get(language), columns);
    text += &format!("\n{wrong}{said}\n\n{}", indented(&shown.join("\n\n")));
    if let Some(mended) = checks::right(rule.name) {
        let said = word(
            "les mêmes lignes, corrigées\u{a0}:",
            "the same lines, mended:",
        );
        text += &format!("\n{right}{said}\n\n{}", indented(mended));
    }
    text
}

fn indented(text: &str) -> String {
    text.trim_end()
        .lines()
        .map(|line| format!("    {line}").trim_end().to_owned() + "\n")
        .collect()
}
