//! The agreement or call that `--agreement` chooses.

use anyhow::{Result, bail};

use crate::commands::shared::command::did_you_mean;
use crate::diagnostic::nearest;
use crate::language::Language;
use crate::network::Network;
use crate::renderers::safe;
use crate::say;
use crate::views::view::{ReportScope, View};

/// Finds a grant by its whole name, or by its key alone if no other grant has that key; returns
/// the id of its record and its key.
///
/// # Errors
/// Returns an error if the report is not about grants, or if no single grant has the name.
pub(super) fn find(
    typed: &str,
    view: Option<&View>,
    network: &Network,
    language: Language,
) -> Result<(String, String)> {
    if view.is_some_and(|view| view.of != ReportScope::Grants) {
        bail!(say!(language,
            fr: "--agreement choisit une convention ou un appel pour le rapport `funder`\u{a0}: \
                `apes report funder --agreement …`",
            en: "--agreement chooses an agreement or a call for the report `funder`: `apes report \
                funder --agreement …`"));
    }
    let names: Vec<String> = network.grants().map(|grant| grant.id()).collect();
    let with_key: Vec<&String> = names.iter().filter(|name| key_of(name) == typed).collect();
    let found = names
        .iter()
        .find(|name| *name == typed)
        .or(match *with_key {
            [only] => Some(only),
            _ => None,
        });
    if let Some((record, key)) = found.and_then(|name| name.split_once('/')) {
        return Ok((record.to_owned(), key.to_owned()));
    }
    let suggestion = match with_key.first() {
        Some(first) => Some(first.as_str()),
        None => nearest_name(typed, &names),
    };
    let suggestion = did_you_mean(suggestion, language);
    let typed = safe::line(typed);
    bail!(say!(language,
        fr: "aucune convention ni aucun appel ne s'appelle `{typed}`{suggestion}\u{202f}; `apes \
            report funder` les énumère",
        en: "no agreement or call is named `{typed}`{suggestion}; `apes report funder` lists them"))
}

/// The key of a grant, behind the id of its record.
fn key_of(name: &str) -> &str {
    name.split_once('/').map_or("", |(_, key)| key)
}

/// The name nearest to a mistyped one, else the first whose key is nearest to it.
fn nearest_name<'a>(typed: &str, names: &'a [String]) -> Option<&'a str> {
    if let Some(name) = nearest(typed, names.iter().map(String::as_str)) {
        return Some(name);
    }
    let key = nearest(typed, names.iter().map(|name| key_of(name)))?;
    names
        .iter()
        .map(String::as_str)
        .find(|name| key_of(name) == key)
}
