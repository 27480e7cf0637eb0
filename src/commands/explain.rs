//! `apes explain`: why a check exists, with its example.

use anyhow::{Result, bail};
use clap::Args;

use crate::checks;
use crate::commands::command::{Answer, Settled, perhaps, print};
use crate::commands::criterion;
use crate::diagnostic::{Rule, nearest};
use crate::flow;
use crate::language::Language;
use crate::network::Network;
use crate::renderers::safe;
use crate::say;
use crate::sources::Folder;

/// Say why a check or a criterion of the charter exists, with an example; without a name, list them all
#[derive(Args)]
pub struct Arguments {
    /// Name of a check or of a criterion, as it stands between brackets in a finding
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

/// Findings shown of an example: some rules have a dozen faces.
const SHOWN: usize = 3;

/// Runs it.
pub fn run(arguments: &Arguments, settled: &Settled) -> Result<Answer> {
    // Outside any workspace, the charter is the one that the program carries.
    let (folder, trip) = match settled.folder() {
        Ok(_) => {
            let (folder, trip) = settled.open()?;
            (folder, trip)
        }
        Err(_) => {
            let folder = Folder::at(&std::env::current_dir()?);
            let language = settled.language();
            (folder.clone(), &*Box::leak(Box::new(flow::read(&folder, Some(language), language))))
        }
    };
    let (network, language) = (&trip.network, trip.language);
    let Some(name) = &arguments.name else {
        print(&all(network, language))?;
        return Ok(Answer::Fine);
    };
    let rule = checks::rules().find(|rule| rule.name == name).map(|rule| explained(rule, language));
    let told = rule.or_else(|| criterion::explained(network, &folder, name, language));
    let Some(told) = told else {
        let near = perhaps(nearest(name, checks::names(network)), language);
        let name = safe::line(name);
        bail!(say!(language,
            fr: "il n'y a ni contrôle ni critère nommé `{name}`{near}",
            en: "there is no check and no criterion named `{name}`{near}"));
    };
    print(&told)?;
    Ok(Answer::Fine)
}

fn all(network: &Network, language: Language) -> String {
    let mut text = String::new();
    let width = checks::names(network).map(str::len).max().unwrap_or_default();
    let rules = checks::rules().map(|rule| (rule.name, rule.severity, rule.because.in_(language)));
    let criteria = network.charter.criteria.0.iter();
    let criteria = criteria
        .map(|(id, criterion)| (id.as_str(), criterion.level.severity(), criterion.because.in_(language)));
    for (name, severity, because) in rules.chain(criteria) {
        let line = format!("{name:width$}  {:13}  {because}", severity.word(language));
        text.push_str(&(safe::line(&line) + "\n"));
    }
    text
}

fn explained(rule: &Rule, language: Language) -> String {
    let (name, word, because) = (rule.name, rule.severity.word(language), rule.because.in_(language));
    let shown: Vec<&str> = rule.example.in_(language).split("\n\n").take(SHOWN).collect();
    let example = shown.join("\n\n");
    let example = example.lines().map(|line| format!("    {line}").trim_end().to_owned());
    let example = example.collect::<Vec<_>>().join("\n");
    say!(language,
        fr: "{name} · {word}\n\n  Pourquoi   {because}\n\n  Exemple    ce que `apes validate` en dit\u{a0}:\n\n{example}\n",
        en: "{name} · {word}\n\n  Why        {because}\n\n  Example    what `apes validate` says of it:\n\n{example}\n")
}
