//! `apes explain`: a check, a criterion, a key, a list or a word, with its reason and an example.

mod catalogue;
mod criterion;
mod disagree;
mod key;
mod rule;
mod search;
mod table;
mod word;

use anyhow::{Result, bail};
use clap::Args;

use crate::commands::shared::command::{ExitStatus, RunContext, did_you_mean, eprint, print};
use crate::diagnostic::nearest;
use crate::language::Language;
use crate::network::Network;
use crate::records::Target;
use crate::renderers::safe;
use crate::say;
use crate::sources::Folder;
use crate::workspace::Workspace;

use catalogue::{Catalogue, Subject};

/// Explain a check, a criterion of the charter, a key of a record, a list or a word, with an
/// example; without a name, list all checks
#[derive(Args)]
pub struct Arguments {
    /// Name of a check, as a finding shows it in brackets, of a key such as `actor.member`, of a
    /// kind of record, a list or a word; otherwise, what is to be looked for
    #[arg(value_name = "NAME")]
    name: Vec<String>,
    /// Show the expressions of a criterion, too
    #[arg(long)]
    technical: bool,
}

/// What explanations are made from.
struct Known {
    folder: Folder,
    workspace: &'static Workspace,
    language: Language,
    columns: usize,
    year: u16,
    technical: bool,
}

impl Known {
    fn network(&self) -> &'static Network {
        &self.workspace.network
    }
}

/// Things of one name that are explained one after the other; more of them are listed.
const MOST_AT_ONCE: usize = 3;

/// Prints the explanation of what a name stands for, or the list of all checks.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (folder, workspace) = context.open_or_default()?;
    let known = Known {
        folder,
        workspace,
        language: workspace.language,
        columns: context.columns,
        year: context.today.year,
        technical: arguments.technical,
    };
    let status = charter_status(known.network(), known.language);
    if arguments.name.is_empty() {
        print(&table::of_rules(&known))?;
        return Ok(status);
    }
    let typed = arguments.name.join(" ");
    let catalogue = Catalogue::of(known.network(), known.language);
    let found = catalogue.called(&typed);
    let text = match found.as_slice() {
        [] => search::found(&catalogue, &typed, &known),
        // Other names that many keys have are a word to look for.
        [Subject::Key(key), _, _, _, ..] if key.key() != typed => {
            search::found(&catalogue, &typed, &known)
        }
        subjects if subjects.len() <= MOST_AT_ONCE => {
            let texts: Vec<String> = subjects
                .iter()
                .filter_map(|subject| explanation(subject, &known))
                .collect();
            (!texts.is_empty()).then(|| texts.join("\n"))
        }
        subjects => Some(search::listed(subjects, &typed, &known)),
    };
    let Some(text) = text else {
        bail!(unknown(&catalogue, &typed, known.language));
    };
    print(&text)?;
    Ok(status)
}

fn explanation(subject: &Subject, known: &Known) -> Option<String> {
    match subject {
        Subject::Rule(rule) => Some(rule::explanation(rule, known)),
        Subject::Criterion(id) => criterion::explanation(id, known),
        Subject::Kind(kind) => Some(key::kind_explanation(kind, known)),
        Subject::Key(key) => Some(key::explanation(key, known)),
        Subject::List(list) => Some(word::list_explanation(*list, known)),
        Subject::Word(list, id) => word::explanation(*list, id, known),
    }
}

fn unknown(catalogue: &Catalogue, typed: &str, language: Language) -> String {
    let suggestion = did_you_mean(nearest(typed, catalogue.names()), language);
    let name = safe::line(typed);
    say!(language,
        fr: "rien ne s'appelle `{name}` parmi les contrôles, les critères, les clés et les \
            mots{suggestion}",
        en: "no check, criterion, key or word is called `{name}`{suggestion}")
}

/// Findings if the charter, from which criteria are explained, could not be read whole; standard
/// error then says so.
fn charter_status(network: &Network, language: Language) -> ExitStatus {
    if network.knows_all(Target::Principle) {
        return ExitStatus::Success;
    }
    eprint(&say!(language,
        fr: "Incomplet\u{a0}: la charte n'a pas pu être lue en entier (`apes validate` dit \
            pourquoi)",
        en: "Incomplete: the charter could not be read whole (`apes validate` says why)"));
    ExitStatus::Findings
}
