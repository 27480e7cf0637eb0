//! `apes explain`: why a check exists, with its example.

use anyhow::{Result, bail};
use clap::Args;

use crate::checks;
use crate::commands::command::{Answer, Settled, perhaps, print};
use crate::diagnostic::{Rule, nearest};
use crate::language::Language;
use crate::renderers::safe;
use crate::say;

/// Say why a check exists, with an example; without a name, list them all
#[derive(Args)]
pub struct Arguments {
    /// Name of a check, as it stands between brackets in a finding
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

/// Findings shown of an example: some rules have a dozen faces.
const SHOWN: usize = 3;

/// Runs it.
pub fn run(arguments: &Arguments, settled: &Settled) -> Result<Answer> {
    let language = match settled.folder() {
        Ok(_) => settled.open()?.1.language,
        Err(_) => settled.language(),
    };
    let Some(name) = &arguments.name else {
        print(&all(language))?;
        return Ok(Answer::Fine);
    };
    let Some(rule) = checks::rules().find(|rule| rule.name == name) else {
        let near = nearest(name, checks::rules().map(|rule| rule.name));
        let near = perhaps(near, language);
        let name = safe::line(name);
        bail!(
            say!(language, fr: "il n'y a pas de contrôle nommé `{name}`{near}", en: "there is no check named `{name}`{near}")
        );
    };
    print(&explained(rule, language))?;
    Ok(Answer::Fine)
}

fn all(language: Language) -> String {
    let mut text = String::new();
    let width = checks::rules().map(|rule| rule.name.len()).max().unwrap_or_default();
    for rule in checks::rules() {
        text.push_str(&format!(
            "{:width$}  {:13}  {}\n",
            rule.name,
            rule.severity.word(language),
            rule.because.in_(language)
        ));
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
