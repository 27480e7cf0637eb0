//! `apes words`: the words with which records are written.

use anyhow::{Result, bail};
use clap::Args;

use crate::commands::shared::command::{ExitStatus, RunContext, did_you_mean};
use crate::commands::shared::output::OutputOptions;
use crate::diagnostic::nearest;
use crate::documents::{Schemas, ShapeKind};
use crate::language::Language;
use crate::network::Network;
use crate::records::List;
use crate::renderers::safe;
use crate::say;
use crate::views::view::Question;
use crate::views::words::{self, ListEntry};

/// Show the words with which records are written: all lists, or the words of one
#[derive(Args)]
pub struct Arguments {
    /// Name of a list, such as `themes` or `actor_kinds`
    #[arg(value_name = "LIST")]
    list: Option<String>,
    #[command(flatten)]
    output: OutputOptions,
}

/// Shows the lists, or the words of one.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (_, workspace) = context.open_or_default()?;
    let language = workspace.language;
    let question = Question::on(&workspace.network, language, context.today);
    let facts = match &arguments.list {
        None => words::lists(&question, &entries()),
        Some(name) => words::list(
            &question,
            &entry(list_named(name, question.network, language)?),
        ),
    };
    arguments.output.write(&facts, context, language)
}

/// The list of a name, with hyphens or with underscores.
///
/// # Errors
/// Returns an error if there is no such list; it says in which lists a word of this name is.
fn list_named(name: &str, network: &Network, language: Language) -> Result<List> {
    let wanted = name.trim().to_lowercase().replace('-', "_");
    let mut lists = List::ALL.iter();
    if let Some((list, _)) = lists.find(|(_, known)| *known == wanted) {
        return Ok(*list);
    }
    let shown = safe::line(name);
    let holders: Vec<String> = List::ALL
        .iter()
        .filter(|(list, _)| network.vocabulary.word(*list, name).is_some())
        .map(|(_, known)| format!("`apes words {known}`"))
        .collect();
    if !holders.is_empty() {
        let holders = holders.join(", ");
        bail!(say!(language,
            fr: "`{shown}` n'est pas une liste, mais un mot\u{a0}: {holders}",
            en: "`{shown}` is not a list but a word: {holders}"));
    }
    let near = nearest(&wanted, List::ALL.iter().map(|(_, known)| *known));
    if near.is_some() {
        let suggestion = did_you_mean(near, language);
        bail!(say!(language,
            fr: "il n'y a pas de liste `{shown}`{suggestion}",
            en: "there is no list `{shown}`{suggestion}"));
    }
    let known: Vec<&str> = List::ALL.iter().map(|(_, known)| *known).collect();
    let known = known.join(", ");
    bail!(say!(language,
        fr: "il n'y a pas de liste `{shown}`\u{202f}; il y a {known}",
        en: "there is no list `{shown}`; there are {known}"))
}

fn entries() -> Vec<ListEntry> {
    List::ALL.iter().map(|(list, _)| entry(*list)).collect()
}

/// A list with the description that the schema of the vocabulary gives it.
fn entry(list: List) -> ListEntry {
    let schemas = Schemas::embedded();
    let about = match &schemas.shape(schemas.root("vocabulary")).kind {
        ShapeKind::Table(table) => {
            let mut keys = table.keys.iter();
            keys.find(|(key, _)| key == list.name())
                .map(|(_, shape)| schemas.shape(*shape).description.clone())
        }
        _ => None,
    };
    let (french, english) = about.unwrap_or_default();
    ListEntry {
        list,
        about: [french, english],
    }
}
