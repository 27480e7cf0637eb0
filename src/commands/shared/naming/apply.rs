//! The French names of verbs, laid over the command line.

use clap::Command;

use crate::commands::shared::naming::verb_names::VERB_NAMES;
use crate::documents::unaccented;

/// A command and those inside it with their French names, which its help does not list:
/// `apes help names` does.
#[must_use]
pub fn with_french_names(command: Command) -> Command {
    inside(command, "")
}

fn inside(command: Command, above: &str) -> Command {
    command.mut_subcommands(|verb| {
        let name = format!("{above} {}", verb.get_name())
            .trim_start()
            .to_owned();
        let names = VERB_NAMES.iter().find(|names| names.verb == name);
        let spellings = names.map(|names| spellings(names.verb, names.french));
        let verb = verb.aliases(spellings.unwrap_or_default());
        inside(verb, &name)
    })
}

/// The French names of a verb or a report, each with its accents and without.
#[must_use]
pub fn spellings(own: &str, french: &[&str]) -> Vec<String> {
    let mut spellings: Vec<String> = Vec::new();
    for name in french {
        for spelling in [(*name).to_owned(), unaccented(name)] {
            if spelling != own && !spellings.contains(&spelling) {
                spellings.push(spelling);
            }
        }
    }
    spellings
}

/// Whether a word is one of several names, with its accents or without.
#[must_use]
pub fn is_other_name(names: &[&str], word: &str) -> bool {
    names
        .iter()
        .any(|name| *name == word || unaccented(name) == word)
}
